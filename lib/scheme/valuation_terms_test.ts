import { readText } from "@jkp/files/read";
import { DataError, type Problem } from "@jkp/problem";
import { parseValuationTerms } from "./valuation_terms.ts";
import { readValuationTerms } from "./read_valuation_terms.ts";
import { assertEquals, assertRejects, assertThrows } from "@std/assert";

const REPORT = await readText("data/valuation/report_2021.toml");

function problemsOf(text: string): string[] {
  const error = assertThrows(() => parseValuationTerms("a.toml", text), DataError);
  return error.problems.map((problem: Problem) =>
    `${problem.place}: ${problem.expected}`
  );
}

Deno.test("parseValuationTerms() gathers every value out of range", () => {
  const text = REPORT
    .replace("projection_years = 10", "projection_years = 0")
    .replace("multiple = 2", "multiple = -2")
    .replace('"2021-01"', '"2021-13"');
  assertEquals(problemsOf(text), [
    "calendar.first_contribution_month: a month as YYYY-MM",
    "calendar.projection_years: a whole number of years from 1 to 40",
    "reserve.multiple: a multiple of 0 or more",
  ]);
});

Deno.test("parseValuationTerms() refuses unknown keys and missing sources", () => {
  const text = REPORT
    .replace("multiple = 2", "multiple = 2\ncolour = 1")
    .replace(/(contribution_rate_pct = 1\n)source = .+\n/, "$1");
  assertEquals(problemsOf(text), [
    "trial.source: a text",
    "reserve.colour: no such key",
  ]);
});

Deno.test("parseValuationTerms() refuses benefits before contributions", () => {
  const text = REPORT.replace('"2022-01"', '"2020-01"');
  assertEquals(problemsOf(text), [
    "calendar.first_benefit_month: a month not before the first contribution month",
  ]);
});

Deno.test("parseValuationTerms() names the line of malformed TOML", () => {
  assertThrows(
    () => parseValuationTerms("a.toml", "name = \n"),
    DataError,
    "a.toml: line 1, column",
  );
});

Deno.test("readValuationTerms() names terms that are not there", async () => {
  await assertRejects(
    () => readValuationTerms("nothing"),
    DataError,
    "data/valuation: expected report_2021, or a path ending in .toml, got nothing",
  );
});
