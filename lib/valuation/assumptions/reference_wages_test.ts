import normalQuantile from "@stdlib/normal-quantile";
import { DAYS_PER_MONTH, monthOf } from "@jkp/month";
import { survivalAt } from "@jkp/survival";
import { readScheme } from "@jkp/scheme/read";
import { type Rules, rulesAt } from "@jkp/scheme";
import { reportInputs } from "./report_assumptions.ts";
import { valueSchemes } from "../value_schemes.ts";
import { assertAlmostEquals } from "@std/assert";
import { referenceWages } from "./reference_wages.ts";
import { wageYears } from "./wage_years.ts";

const BASE = await reportInputs("base");
/** Half of the wages of twelve months. */
const OPTION = rulesAt(await readScheme("options_2020_base"), monthOf(2022, 1));

function limitOf(amountPerMonth: number, index: "none" | "wages") {
  return {
    from: monthOf(2021, 1),
    source: "a test",
    note: null,
    limit: { amountPerMonth, multiple: null, of: null, index },
  };
}

function meanBenefitIdr(rules: Rules, year: number, month: number): number {
  const { months } = valueSchemes([rules], [BASE]).valued[0]!.valuation;
  return months.meanBenefitIdr[monthOf(year, month) - months.firstMonth]!;
}

const FIRST_YEAR = 2020;
const { years } = wageYears(BASE, FIRST_YEAR);
const claimantsIn = (year: number) => years[year - FIRST_YEAR]!.claimants;
const levelIn = (year: number) => claimantsIn(year).male.meanIdrPerMonth;

/**
 * Mean in the middle of a year over claimants whose wages are averaged over the 12 months
 * before a claim made some months before.
 */
function meanOverClaimants(
  year: number,
  sinceClaim: number,
  benefitOf: (average: number) => number,
): number {
  const growth = levelIn(year) / levelIn(year - 1);
  const ceiling = 8_939_700 * levelIn(year) / levelIn(2020);
  // The middle of the month before the claim's, and of those before it.
  const past = Array.from(
    { length: 12 },
    (_, k) => growth ** (-(k + 1 + sinceClaim) / 12) / 12,
  ).reduce((a, b) => a + b);
  const { male, female, maleShare } = claimantsIn(year);
  const steps = 20_000;
  let mean = 0;
  for (let i = 0; i < steps; i++) {
    const z = normalQuantile((i + 0.5) / steps, 0, 1);
    const benefit = ({ meanIdrPerMonth, logStandardDeviation: sigma }: typeof male) =>
      benefitOf(
        past * Math.min(ceiling, meanIdrPerMonth * Math.exp(sigma * z - sigma ** 2 / 2)),
      );
    mean += (maleShare * benefit(male) + (1 - maleShare) * benefit(female)) / steps;
  }
  return mean;
}

Deno.test("referenceWages() goes back through the years when a claim is long ago", () => {
  const none = { lowestWage: null, highestWage: null, lowestBenefit: null };
  const limits = { ...none, highestBenefit: null, bandUnit: null, ceiling: null };
  const texts = { floor: null, basis: [], notValued: [] };
  const wages = { firstYear: FIRST_YEAR, years };
  const of = (year: number, sinceClaim: number) => {
    const { claimants } = referenceWages(wages, { ...limits, ...texts }, 1, sinceClaim);
    return claimants[year - FIRST_YEAR]!.male.meanIdrPerMonth;
  };
  // The month before a claim of 13 months ago lies a year and two months back.
  const ratio = levelIn(2025) / levelIn(2024);
  assertAlmostEquals(of(2026, 13) / (levelIn(2025) * ratio ** (-2 / 12)), 1, 1e-12);
  // Before the first year, its growth goes on.
  const first = levelIn(2021) / levelIn(2020);
  assertAlmostEquals(of(2020, 23) / (levelIn(2020) / first ** 2), 1, 1e-12);
});

Deno.test("valueSchemes() meets limits of the day by wages of the months before the claim", () => {
  const year = 2027;
  const lowest = 1_500_000 * levelIn(year) / levelIn(2021);
  const highest = 3_500_000;
  const rules = {
    ...OPTION,
    minimumBenefit: limitOf(1_500_000, "wages"),
    maximumBenefit: limitOf(highest, "none"),
  };
  // Three months of benefit, each weighted with those still unemployed.
  const { curve } = BASE.experience.inactivity!;
  const still = [0, 1, 2].map((month) => survivalAt(curve, month + 7 / DAYS_PER_MONTH));
  const expected = still.map((share, month) =>
    share * meanOverClaimants(
      year,
      month,
      (average) => Math.min(highest, Math.max(lowest, 0.5 * average)),
    )
  ).reduce((a, b) => a + b) / still.reduce((a, b) => a + b);
  const middle = (meanBenefitIdr(rules, year, 6) + meanBenefitIdr(rules, year, 7)) / 2;
  assertAlmostEquals(middle / expected, 1, 5e-4);
});
