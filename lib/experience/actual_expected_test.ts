import { actualToExpected } from "./actual_expected.ts";
import type { ExpectedRate } from "./expected_rates.ts";
import { terminationRates } from "./termination.ts";
import { AGE_GROUPS, SEXES } from "@jkp/extract";
import { readShippedExtract } from "@jkp/extract/read";
import { monthOf } from "@jkp/month";
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";

const SHIPPED = await readShippedExtract();

/** The rates that the extract itself shows. */
const OWN: ExpectedRate[] = [
  ...terminationRates(SHIPPED, { by: ["sex", "ageGroup", "reason"] }).rates,
];

Deno.test("actualToExpected() is 1 against the extract's own rates", () => {
  const { groups, total } = actualToExpected(SHIPPED, OWN, {
    by: ["ageGroup", "reason"],
  });
  assertEquals(groups.length, AGE_GROUPS.length * 2);
  for (const { ratio } of groups) assertAlmostEquals(ratio, 1, 1e-12);
  assertAlmostEquals(total.ratio, 1, 1e-12);
  assertEquals(total.actual, 7_593_600);
});

Deno.test("actualToExpected() doubles when half is expected", () => {
  const halves = OWN.map((rate) => ({ ...rate, ratePerMonth: rate.ratePerMonth / 2 }));
  const { total } = actualToExpected(SHIPPED, halves, { dispersion: "poisson" });
  assertAlmostEquals(total.ratio, 2, 1e-12);
  // Garwood's interval of so many claims is nearly Poisson's 1.96 standard errors.
  const poisson = 2 * 2 * 1.96 / Math.sqrt(7_593_600);
  assertAlmostEquals(total.upper - total.lower, poisson, 1e-6);
  assertEquals(total.dispersion, 1);
});

Deno.test("actualToExpected() widens intervals by what months and years show", () => {
  const rates = [{ ratePerMonth: 0.011 }];
  const { total, basis } = actualToExpected(SHIPPED, rates);
  const years = actualToExpected(SHIPPED, rates, { by: ["month"] }).groups;
  const sums = [0, 1, 2, 3].map((year) => years.slice(12 * year, 12 * year + 12));
  const chiSquare = sums.map((months) => {
    const sum = (side: "actual" | "expected") =>
      months.reduce((all, month) => all + month[side], 0);
    const mean = total.ratio * sum("expected");
    return (sum("actual") - mean) ** 2 / mean;
  }).reduce((a, b) => a + b);
  // The four years differ by a third, which is more than their months show by chance.
  assertAlmostEquals(total.dispersion / (chiSquare / 3), 1, 1e-9);
  const error = Math.sqrt(total.dispersion / 7_593_600);
  assertAlmostEquals(Math.log(total.upper / total.lower), 2 * 1.96 * error, 6e-3);
  assert(basis.includes("quasi-Poisson"));
  assert(
    years.every(({ dispersion, upper, ratio }) =>
      dispersion === total.dispersion && upper > ratio
    ),
  );
});

Deno.test("actualToExpected() has an upper limit for a group without claims", () => {
  const quiet = {
    ...SHIPPED,
    withdrawals: SHIPPED.withdrawals.filter(({ sex }) => sex === "M"),
  };
  const rates = [{ ratePerMonth: 1e-7 }];
  const women = actualToExpected(quiet, rates, { by: ["sex"] }).groups
    .find(({ sex }) => sex === "F")!;
  assertEquals([women.actual, women.ratio, women.lower], [0, 0, 0]);
  assertAlmostEquals(women.upper * women.expected, -Math.log(0.025), 1e-9);
});

Deno.test("actualToExpected() gives no interval of less than a year", () => {
  const { total, basis } = actualToExpected(SHIPPED, [{ ratePerMonth: 0.01 }], {
    firstMonth: monthOf(2018, 2),
    lastMonth: monthOf(2018, 12),
  });
  assert(total.ratio > 0);
  assertEquals([total.dispersion, total.lower, total.upper], [NaN, NaN, NaN]);
  assert(basis.endsWith("fewer than 12 months: no interval"));
});

Deno.test("actualToExpected() counts only the window", () => {
  const [firstMonth, lastMonth] = [monthOf(2018, 1), monthOf(2018, 12)];
  const { total, basis } = actualToExpected(SHIPPED, [{ ratePerMonth: 0.01 }], {
    firstMonth,
    lastMonth,
  });
  const [whole] = terminationRates(SHIPPED, { firstMonth, lastMonth }).rates;
  assertEquals(total.actual, whole!.claims);
  assertAlmostEquals(total.expected, whole!.exposureMonths / 100, 1e-6);
  assert(basis.includes("2018-01 to 2018-12"));
});

Deno.test("actualToExpected() splits by month with rates that do not know the month", () => {
  const { groups, total } = actualToExpected(SHIPPED, OWN, { by: ["month", "sex"] });
  assertEquals(groups.length, 48 * 2);
  const sum = (side: "actual" | "expected") =>
    groups.reduce((all, group) => all + group[side], 0);
  assertEquals(sum("actual"), total.actual);
  assertAlmostEquals(sum("expected"), total.expected, 1e-3);
});

Deno.test("actualToExpected() names the cells that have no rate", () => {
  const withoutSome = OWN.filter(({ sex, ageGroup, reason }) =>
    !(sex === "F" && ageGroup === "60-64" && reason === "layoff")
  );
  assertThrows(
    () => actualToExpected(SHIPPED, withoutSome),
    RangeError,
    "got none for F 60-64 layoff",
  );
  const ofMen = AGE_GROUPS.map((ageGroup) => ({
    sex: "M" as const,
    ageGroup,
    month: SHIPPED.manifest.firstMonth,
    ratePerMonth: 0.01,
  }));
  assertThrows(
    () => actualToExpected(SHIPPED, ofMen),
    RangeError,
    "2016-01 F 15-19; 2016-01 F 20-24",
  );
  assertThrows(() => actualToExpected(SHIPPED, []), RangeError, "for all members");
});

Deno.test("actualToExpected() throws when rates are not of one kind", () => {
  const rate = { ratePerMonth: 0.01 };
  const bySex = SEXES.map((sex) => ({ sex, ...rate }));
  const compare = (rates: ExpectedRate[], by: "reason"[] = []) => () =>
    actualToExpected(SHIPPED, rates, { by });
  assertThrows(compare([...bySex, rate]), RangeError, "got one by nothing");
  assertThrows(compare([...bySex, bySex[0]!]), RangeError, "got a second for M");
  assertThrows(compare([{ ratePerMonth: NaN }]), RangeError, "got NaN for all");
  assertThrows(compare(bySex, ["reason"]), RangeError, "reasons together");
});

Deno.test("actualToExpected() throws when nobody was exposed", () => {
  const nobody = {
    ...SHIPPED,
    active: SHIPPED.active.map((row) => ({ ...row, members: 0 })),
  };
  assertThrows(
    () => actualToExpected(nobody, [{ ratePerMonth: 0.01 }]),
    RangeError,
    "between 2016-01 and 2019-12",
  );
});

Deno.test("actualToExpected() throws when the extract does not cover the months", () => {
  const options = { firstMonth: monthOf(2019, 1), lastMonth: monthOf(2020, 1) };
  assertThrows(
    () => actualToExpected(SHIPPED, [{ ratePerMonth: 0.01 }], options),
    RangeError,
    "months from 2016-01 to 2019-12",
  );
});
