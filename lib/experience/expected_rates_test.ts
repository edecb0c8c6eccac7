import { parseExpectedRates } from "./expected_rates.ts";
import { monthOf } from "@jkp/month";
import { DataError } from "@jkp/problem";
import { assertEquals, assertThrows } from "@std/assert";

const parse = (...lines: string[]) =>
  parseExpectedRates("rates.csv", lines.join("\n") + "\n");

Deno.test("parseExpectedRates() reads every split", () => {
  assertEquals(
    parse(
      "rate_per_month,reason,age_group,sex,month",
      "0.0105,layoff,20-24,M,2019-12",
    ),
    [{
      reason: "layoff",
      ageGroup: "20-24",
      sex: "M",
      month: monthOf(2019, 12),
      ratePerMonth: 0.0105,
    }],
  );
});

Deno.test("parseExpectedRates() reads one rate for all", () => {
  assertEquals(parse("rate_per_month", "0"), [{ ratePerMonth: 0 }]);
});

Deno.test("parseExpectedRates() reads rates without a zero before the point", () => {
  const rates = parse("sex,rate_per_month", "M, .01 ", "F,1e-2");
  assertEquals(rates.map(({ ratePerMonth }) => ratePerMonth), [0.01, 0.01]);
});

Deno.test("parseExpectedRates() gathers every cell that cannot be read", () => {
  const error: DataError = assertThrows(
    () =>
      parse("sex,age_group,rate_per_month", "X,20-24,0.01", "M,20-25,", "M,60-64,1.5"),
    DataError,
  );
  assertEquals(
    error.problems.map(({ place, received }) => [place, received]),
    [
      ["row 2, column sex", "X"],
      ["row 3, column age_group", "20-25"],
      ["row 3, column rate_per_month", "nothing"],
      ["row 4, column rate_per_month", "1.5"],
    ],
  );
});

Deno.test("parseExpectedRates() refuses unknown columns, missing rates and doubles", () => {
  assertThrows(() => parse("agegroup,rate_per_month", "1,0"), DataError, "got agegroup");
  assertThrows(() => parse("sex,rate", "M,0"), DataError, 'column "rate_per_month"');
  assertThrows(
    () => parse("rate_per_month"),
    DataError,
    "expected at least one row, got none",
  );
  assertThrows(
    () => parse("sex,rate_per_month", "M,0.1", "F,0.1", "M,0.2"),
    DataError,
    "row 4, column sex: expected a key that stands once (it stands in row 2), got M",
  );
  assertThrows(
    () => parse("rate_per_month", "0.1", "0.2"),
    DataError,
    "row 3: expected no row after row 2",
  );
});
