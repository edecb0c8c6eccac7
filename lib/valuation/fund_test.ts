import { exhaustionYear, rollForward, solveContributionRate } from "./fund.ts";
import type { ProjectionYear } from "./cost_by_year.ts";
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";

/** A year with insurable earnings of 1,000. */
function year(
  calendarYear: number,
  benefits: number,
  administration: number,
  investmentReturn: number,
): ProjectionYear {
  return {
    year: calendarYear,
    members: 100,
    beneficiaries: 1,
    insurableEarningsIdr: 1000,
    benefitsIdr: benefits,
    allowancesIdr: 0,
    administrationIdr: administration,
    demographicRatio: 0.01,
    averageBenefitRatio: 0.5,
    paygBenefitCostRate: benefits / 1000,
    paygCostRate: (benefits + administration) / 1000,
    investmentReturn,
  };
}

const TWO_YEARS = [year(2021, 0, 2, 0.1), year(2022, 30, 2, 0.1)];
const ALL = { expenseBasis: "benefit_and_administrative", flows: "year_end" } as const;
const BENEFITS = { expenseBasis: "benefit_only", flows: "year_end" } as const;

Deno.test("rollForward() earns a return on the opening fund when flows are at year end", () => {
  const fund = rollForward(TWO_YEARS, { ...ALL, contributionRate: 0.02 });
  assertAlmostEquals(fund[0]!.closingIdr, 20 - 2);
  assertAlmostEquals(fund[1]!.investmentIncomeIdr, 1.8);
  assertAlmostEquals(fund[1]!.closingIdr, 18 * 1.1 + 20 - 32);
  assertAlmostEquals(fund[1]!.reserveRatio!, (18 * 1.1 - 12) / 32);
});

Deno.test("rollForward() begins with the opening fund when there is one", () => {
  const openingIdr = 100;
  const [first] = rollForward(TWO_YEARS, { ...ALL, openingIdr, contributionRate: 0.02 });
  const [empty] = rollForward(TWO_YEARS, { ...ALL, contributionRate: 0.02 });
  const growth = 1 + TWO_YEARS[0]!.investmentReturn;
  assertEquals(first!.openingIdr, 100);
  assertAlmostEquals(first!.closingIdr - empty!.closingIdr, 100 * growth, 1e-9);
});

Deno.test("solveContributionRate() asks for nothing when the opening fund is enough", () => {
  const terms = { ...BENEFITS, openingIdr: 1e9 };
  assertEquals(solveContributionRate(TWO_YEARS, 2, terms).root, 0);
  const less = { ...BENEFITS, openingIdr: 10 };
  assert(
    solveContributionRate(TWO_YEARS, 2, less).root <
      solveContributionRate(TWO_YEARS, 2, BENEFITS).root,
  );
});

Deno.test("rollForward() earns a return on the flows too when they come earlier", () => {
  const closing = (flows: "mid_year" | "year_start") =>
    rollForward(TWO_YEARS, { ...ALL, flows, contributionRate: 0.02 })[0]!.closingIdr;
  assertAlmostEquals(closing("mid_year"), 18 * Math.sqrt(1.1));
  assertAlmostEquals(closing("year_start"), 18 * 1.1);
});

Deno.test("rollForward() balances in every year", () => {
  const flow = fc.double({ min: 0, max: 100, noNaN: true });
  fc.assert(
    fc.property(fc.array(fc.tuple(flow, flow), { minLength: 1 }), flow, (flows, rate) => {
      const years = flows.map(([b, a], i) => year(2021 + i, b, a, 0.05));
      const fund = rollForward(years, { ...ALL, contributionRate: rate / 1000 });
      fund.forEach((row, i) => {
        assertEquals(row.openingIdr, fund[i - 1]?.closingIdr ?? 0);
        assertAlmostEquals(
          row.closingIdr,
          row.openingIdr + row.contributionsIdr - row.expensesIdr +
            row.investmentIncomeIdr,
          1e-9,
        );
      });
    }),
  );
});

Deno.test("solveContributionRate() ends with nothing when no reserve is wanted", () => {
  // 1000 r · 1.1 + 1000 r = 2 · 1.1 + 32
  const { root, residual } = solveContributionRate(TWO_YEARS, 0, ALL);
  assertAlmostEquals(root, 34.2 / 2100, 1e-12);
  assertAlmostEquals(residual, 0, 1e-12);
});

Deno.test("solveContributionRate() ends with the reserve wanted", () => {
  const { root } = solveContributionRate(TWO_YEARS, 2, BENEFITS);
  const fund = rollForward(TWO_YEARS, { ...BENEFITS, contributionRate: root });
  assertAlmostEquals(fund.at(-1)!.reserveRatio!, 2, 1e-10);
});

Deno.test("solveContributionRate() never lets the fund run down on the way", () => {
  // Dear at first, then free: the first year alone decides.
  const years = [year(2021, 50, 0, 0), year(2022, 0, 0, 0), year(2023, 0, 0, 0)];
  const { root } = solveContributionRate(years, 0, BENEFITS);
  assertAlmostEquals(root, 0.05, 1e-12);
});

Deno.test("solveContributionRate() throws when expenses exceed earnings", () => {
  assertThrows(
    () => solveContributionRate([year(2021, 2000, 0, 0)], 0, BENEFITS),
    RangeError,
    "Cannot solve the contribution rate for a reserve of 0 years' expenses: a sign change",
  );
});

Deno.test("solveContributionRate() asks for more when a larger reserve is wanted", () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 5, noNaN: true }), (multiple) => {
      const less = solveContributionRate(TWO_YEARS, multiple, ALL).root;
      const more = solveContributionRate(TWO_YEARS, multiple + 0.5, ALL).root;
      assert(more > less);
    }),
  );
});

Deno.test("exhaustionYear() is the first year that ends overdrawn", () => {
  const fund = rollForward(TWO_YEARS, { ...ALL, contributionRate: 0.01 });
  assertEquals(exhaustionYear(fund), 2022);
  assertEquals(
    exhaustionYear(rollForward(TWO_YEARS, { ...ALL, contributionRate: 1 })),
    null,
  );
});
