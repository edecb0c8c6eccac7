import { monthOf } from "@jkp/month";
import { readScheme } from "@jkp/scheme/read";
import { rulesAt } from "@jkp/scheme";
import { assertEquals } from "@std/assert";
import { formatsWith } from "./formats.ts";

const korea = rulesAt(await readScheme("korea"), monthOf(2020, 3));
const formats = formatsWith({ sign: { true: "O", false: "X", nothing: "–" } });

function written(as: string, ...values: readonly unknown[]) {
  return values.map((value) => formats.get(as)!.write(value, korea));
}

Deno.test("formats write numbers as papers print them", () => {
  assertEquals(written("percent", 0.07, null), [7, null]);
  assertEquals(written("percent_or_dash", 0.0025, 0), [0.25, "–"]);
  assertEquals(written("per_cent", 0.5), ["50 per cent"]);
  assertEquals(written("months", 1, 12), ["1 month", "12 months"]);
  assertEquals(written("a_month", 1, 2), ["a month", "2 months"]);
  assertEquals(written("days", 0, 7), ["none", "7 days"]);
  assertEquals(written("money", 8_939_700, 66), ["KRW 8 939 700", "KRW 66"]);
  assertEquals(written("money_by_30", 1_980_000), ["KRW 66 000"]);
  assertEquals(written("thirds", 1 / 3, 2 / 3, 0.25), [
    "one third",
    "two thirds",
    "25 per cent",
  ]);
  assertEquals(written("month", monthOf(2022, 7)), ["2022-07"]);
});

Deno.test("formats join one, two and three things", () => {
  assertEquals(written("list", ["a"], ["a", "b"], ["a", "b", "c"]), [
    "a",
    "a and b",
    "a, b and c",
  ]);
  assertEquals(written("voluntary", korea.coverage.groups), ["migrant and employer"]);
});

Deno.test("formats take a value's word from the vocabulary, and leave it where there is none", () => {
  assertEquals(written("sign", true, false, null, "often"), ["O", "X", "–", "often"]);
});

Deno.test("formats accept only values that they are for", () => {
  const accepted = (as: string, ...values: readonly unknown[]) =>
    values.map((value) => formats.get(as)!.accepts(value));
  assertEquals(accepted("percent", 0.5, null, "0.5", {}), [true, true, false, false]);
  assertEquals(accepted("", 6, "six", null, true, []), [true, true, true, false, false]);
  assertEquals(accepted("list", [], null, "a"), [true, true, false]);
  assertEquals(accepted("mandatory", korea.coverage.groups, ["a"], 1), [
    true,
    false,
    false,
  ]);
});
