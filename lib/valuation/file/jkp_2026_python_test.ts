import { assertAlmostEquals, assertEquals } from "@std/assert";
import { affordableBenefitRate, affordableDuration } from "../affordable.ts";
import { breakEvenRate, fundTerms, rollForward } from "../fund.ts";
import byHand from "../fixtures/jkp_2026.json" with { type: "json" };
import {
  affordableInvoluntaryShare,
  levelRateOver,
  monthsOfClaims,
  reserveForStress,
  shockMultiples,
} from "../running_fund.ts";
import { runValuation } from "../run_valuation.ts";
import { readValuation } from "./read_valuation.ts";

const BASIS = await readValuation("jkp_2026");
const { valued: VALUED } = runValuation(BASIS);

/** The same to nine digits. */
function assertSame(got: number, expected: number, what: string) {
  assertAlmostEquals(got, expected, 1e-9 * Math.abs(expected), what);
}

Deno.test("jkp_2026 is, in every scenario, what a script in Python makes of its file and page", () => {
  assertEquals(BASIS.roles, Object.keys(byHand));
  for (const [i, expected] of Object.values(byHand).entries()) {
    const role = BASIS.roles[i]!;
    const { years, assumptions } = VALUED[i]!.valuation;
    const terms = fundTerms(assumptions);
    const paid = { ...terms, contributionRate: assumptions.trialContributionRate };
    const fund = rollForward(years, paid);
    const shocks = shockMultiples(years, paid);

    assertEquals(years.length, expected.years.length);
    for (const [k, year] of years.entries()) {
      const wanted = expected.years[k]!;
      const what = (quantity: string) => `${role} ${wanted.year}: ${quantity}`;
      assertEquals(year.year, wanted.year);
      assertSame(year.members, wanted.members, what("members"));
      assertSame(
        year.insurableEarningsIdr,
        wanted.insuredWagesIdr,
        what("insured wages"),
      );
      assertSame(year.beneficiaries, wanted.inPayment, what("in payment"));
      assertSame(year.benefitsIdr, wanted.benefitsIdr, what("benefits"));
      assertSame(
        year.administrationIdr,
        wanted.administrationIdr,
        what("administration"),
      );
      assertSame(year.paygCostRate, wanted.paygCostRate, what("PAYG cost rate"));
      assertSame(fund[k]!.closingIdr, wanted.fundIdr, what("fund"));
      assertSame(shocks[k]!.multiple, expected.shockMultiples[k]!, what("shock"));
      assertSame(
        reserveForStress(years, paid, k + 1),
        expected.leastOpeningIdr[k]!,
        what("reserve for a stress"),
      );
    }
    const alone = { ...terms, openingIdr: 0 };
    const seventh = years[6]!;
    const expenses = seventh.benefitsIdr + seventh.administrationIdr;
    assertSame(breakEvenRate(years, terms), expected.breakEvenWithFund, role);
    assertSame(breakEvenRate(years, alone), expected.breakEvenWithoutFund, role);
    assertSame(levelRateOver(years, 7, terms), expected.sevenYearsWithFund, role);
    assertSame(levelRateOver(years, 7, alone), expected.sevenYearsWithoutFund, role);
    assertSame(
      levelRateOver(years, 7, terms, expenses),
      expected.sevenYearsLeavingExpenses,
      role,
    );
    assertSame(
      VALUED[i]!.valuation.financing.benefit_and_administrative.suggestedRate,
      Math.max(0, expected.withReserveAndFund),
      role,
    );
    assertSame(
      monthsOfClaims(assumptions.initialCapitalIdr, years[0]!)!,
      expected.monthsOfClaimsCovered,
      role,
    );
  }
});

Deno.test("what 0.36 per cent affords is, in every scenario, what the script computes", () => {
  for (const [i, expected] of Object.values(byHand).entries()) {
    const { assumptions } = VALUED[i]!.valuation;
    const rate = assumptions.trialContributionRate;
    const terms = { ...assumptions.terms, reserveMultiple: 0 };
    const alone = { ...assumptions, initialCapitalIdr: 0, terms };
    assertSame(
      affordableInvoluntaryShare(alone, rate)!,
      expected.affordableRecognition,
      BASIS.roles[i]!,
    );
    assertSame(
      affordableBenefitRate(alone, rate)!.value,
      expected.affordableBenefitRate,
      BASIS.roles[i]!,
    );
    assertEquals(
      affordableDuration(alone, rate)?.value ?? null,
      expected.affordableMonths,
      BASIS.roles[i]!,
    );
  }
});
