import { readText } from "@jkp/files";
import { DataError, type Problem } from "@jkp/problem";
import { parseDesign, readDesign } from "@jkp/scheme";
import { assertEquals, assertRejects, assertThrows } from "@std/assert";

const PROPOSED = await readText("data/designs/proposed_2021.toml");

function problemsOf(text: string): string[] {
  const error = assertThrows(() => parseDesign("a.toml", text), DataError);
  return error.problems.map((problem: Problem) =>
    `${problem.place}: ${problem.expected}`
  );
}

Deno.test("parseDesign() gathers a negative duration and a benefit rate over 100 %", () => {
  const text = PROPOSED
    .replace("rate_pct = 50", "rate_pct = 150")
    .replace("maximum_duration_months = 6", "maximum_duration_months = -6");
  assertEquals(problemsOf(text), [
    "benefit.rate_pct: a percentage above 0 and up to 100",
    "benefit.maximum_duration_months: a whole number of months, 1 or more",
  ]);
});

Deno.test("parseDesign() refuses unknown keys and missing sources", () => {
  const text = PROPOSED
    .replace("waiting_period_days = 7", "waiting_period_days = 7\ncolour = 1")
    .replace(/(\[coverage\]\ntext = .+\n)source = .+\n/, "$1");
  assertEquals(problemsOf(text), [
    "coverage.source: a value",
    "benefit.colour: no such key",
  ]);
});

Deno.test("parseDesign() refuses rules that cannot hold together", () => {
  const text = PROPOSED
    .replace("contribution_months = 12", "contribution_months = 36")
    .replace('first_benefit_month = "2022-01"', 'first_benefit_month = "2020-01"');
  assertEquals(problemsOf(text), [
    "qualifying.contribution_months: at most the window of 24 months",
    "financing.first_benefit_month: a month not before the first contribution month",
  ]);
});

Deno.test("parseDesign() names the line of malformed TOML", () => {
  assertThrows(
    () => parseDesign("a.toml", "name = \n"),
    DataError,
    "a.toml: line 1, column",
  );
});

Deno.test("readDesign() names a design that is not there", async () => {
  await assertRejects(() => readDesign("nothing_2021"), DataError, "nothing_2021.toml");
});
