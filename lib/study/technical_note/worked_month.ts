import type { CellValue, Table } from "@jkp/exhibit";
import { DAYS_PER_MONTH, formatMonth } from "@jkp/month";
import { survivalAt } from "@jkp/survival";
import {
  fundAtSuggestedRate,
  projectionSteps,
  type SchemeValuation,
  YEARS_INVESTED,
} from "@jkp/valuation";
import { meanSimple, sumSimple } from "simple-statistics";
import { formulaNumbers, type MethodFormulas } from "./method_equations.ts";

/**
 * The equations worked out for the last month and the last year that are projected, from
 * the assumptions alone, beside what the program has.
 *
 * @param valued The scheme in the main scenario.
 * @returns The table; why there is none, where the law's details go beyond the equations.
 */
export function workedMonth(valued: SchemeValuation, source: string): Table | string {
  const { valuation } = valued;
  const { assumptions: of, periods, months, years, financing } = valuation;
  const beyond = beyondEquations(valued);
  if (beyond !== null) return beyond;
  const { estimate, relativeUnemployment, claims } = projectionSteps(periods);
  const [{ claimantEarningsIdr, rules }] = claims as [typeof claims[number]];
  const { relativeBenefits } = rules[0]!;
  const { choices, maximumDurationMonths: longest } = of;
  const wait = choices.waitingPeriod === "ignored"
    ? 0
    : of.waitingPeriodDays / DAYS_PER_MONTH;
  const isFlow = choices.beneficiaryMethod === "flow";
  const places = Array.from(
    { length: 12 },
    (_, i) => months.members.length - 12 + i,
  );
  const terminations = (t: number) =>
    of.terminationRatePerMonth * relativeUnemployment[t]! * months.members[t]!;
  const weighted = (t: number, length: number, weight: (d: number) => number) =>
    sumSimple(Array.from({ length }, (_, d) => terminations(t - d) * weight(d)));
  const inBenefit = (d: number) => survivalAt(of.survival, d + wait);
  const unemployed = (t: number) =>
    weighted(t, of.maximumUnemploymentMonths, (d) => survivalAt(of.survival, d));
  const theoretical = (t: number) => weighted(t, longest, inBenefit);
  const estimated = (t: number) => {
    const [a, x] = [estimate.coveredRate, relativeUnemployment[t]!];
    return estimate.level * months.members[t]! * x * (1 - a) / (1 - a * x);
  };
  const beneficiaries = (t: number) =>
    of.involuntaryShare * of.eligibleShare * theoretical(t) *
    (isFlow ? 1 : estimated(t) / unemployed(t));
  const earnings = (t: number) => {
    const before = Array.from(
      { length: of.averageEarningsMonths },
      (_, k) => claimantEarningsIdr[t - k - 1]!,
    );
    return meanSimple(before);
  };
  const benefit = (t: number) => {
    const rate = (d: number) => of.benefitRate * relativeBenefits[d]![t]!;
    const isBeforeClaim = choices.referenceEarnings === "before_claim";
    return weighted(
      t,
      longest,
      (d) => inBenefit(d) * rate(d) * earnings(isBeforeClaim ? t - d : t),
    ) / theoretical(t);
  };
  const insurable = sumSimple(
    places.map((t) => months.members[t]! * months.memberEarningsIdr[t]!),
  );
  const payg = sumSimple(places.map((t) => beneficiaries(t) * benefit(t))) / insurable +
    of.administrationRate;
  const funds = fundAtSuggestedRate(valuation);
  const { suggestedRate } = financing.benefit_and_administrative;
  const year = years.at(-1)!;
  const growth = 1 + year.investmentReturn;
  const fund = funds.at(-1)!.openingIdr * growth +
    (suggestedRate - payg) * insurable * growth ** YEARS_INVESTED[choices.fundFlows];
  const numbers = formulaNumbers(valued);
  const t = months.members.length - 1;
  const row = (
    quantity: string,
    equation: keyof MethodFormulas,
    [byEquation, program]: readonly [number, number],
    unit: string,
    decimals: number,
  ): Record<string, CellValue> => ({
    quantity,
    equation: `(${numbers.get(equation)})`,
    byEquation: { value: byEquation, decimals },
    program: { value: program, decimals },
    unit,
  });
  const month = formatMonth(months.firstMonth + t);
  const estimatedRow = isFlow ? [] : [
    row(
      `Estimated unemployed, ${month}`,
      "estimatedUnemployed",
      [estimated(t), months.estimatedUnemployed[t]!],
      "persons",
      1,
    ),
  ];
  return {
    id: "worked_month",
    number: "",
    title: `The equations worked out for ${month} and ${year.year}`,
    columns: [
      { key: "quantity", title: "Quantity" },
      { key: "equation", title: "Equation" },
      { key: "byEquation", title: "By the equation", decimals: 1 },
      { key: "program", title: "By the program", decimals: 1 },
      { key: "unit", title: "Unit" },
    ],
    rows: [
      row(
        `Terminations, ${month}`,
        "terminations",
        [terminations(t), months.terminations[t]!],
        "a month",
        1,
      ),
      row(
        `Theoretical unemployed, ${month}`,
        "unemployed",
        [unemployed(t), months.theoreticalUnemployed[t]!],
        "persons",
        1,
      ),
      row(
        `Theoretical beneficiaries, ${month}`,
        "theoreticalBeneficiaries",
        [theoretical(t), months.theoreticalBeneficiaries[t]!],
        "persons",
        1,
      ),
      ...estimatedRow,
      row(
        `Beneficiaries, ${month}`,
        "beneficiaries",
        [beneficiaries(t), months.beneficiaries[t]!],
        "persons",
        1,
      ),
      row(
        `Mean benefit, ${month}`,
        "meanBenefit",
        [benefit(t), months.meanBenefitIdr[t]!],
        "rupiah a month",
        0,
      ),
      row(
        `Insurable earnings, ${year.year}`,
        "insurableEarnings",
        [insurable / 1e12, year.insurableEarningsIdr / 1e12],
        "trillion rupiah",
        4,
      ),
      row(
        `PAYG cost rate, ${year.year}`,
        "paygCostRate",
        [100 * payg, 100 * year.paygCostRate],
        "% of insurable earnings",
        6,
      ),
      row(
        `Fund at the suggested rate, end of ${year.year}`,
        "fund",
        [fund / 1e12, funds.at(-1)!.closingIdr / 1e12],
        "trillion rupiah",
        4,
      ),
    ],
    notes: [
      "By the equation: computed for this table from the assumptions, members and wages by " +
      "month, and the fund a year before, as the equations above are printed.",
    ],
    source,
  };
}

/** What of a valuation the printed equations do not say, in words; `null` if nothing. */
function beyondEquations({ valuation }: SchemeValuation): string | null {
  const { assumptions: of, periods } = valuation;
  const { choices, benefitMonths = [] } = of;
  const reasons = [
    periods.length > 1 || (periods[0]!.running ?? []).length > 0
      ? "the law changes in the years projected"
      : null,
    of.reemploymentAllowances === undefined
      ? null
      : "who finds work is paid an allowance",
    of.entitledRelativity === undefined && of.terminationRelativity === undefined
      ? null
      : "sexes and ages of members move claims",
    benefitMonths.some(({ paidShare }) => paidShare !== 1)
      ? "in some months of benefit not all are paid"
      : null,
    choices.waitingPeriod === "shortens_payments"
      ? "the waiting period shortens the benefit"
      : null,
    choices.contributors === "members"
      ? null
      : "members with a benefit do not contribute",
    choices.terminationRate === "each_year_as_printed"
      ? "the termination rate of each year is rounded"
      : null,
  ].filter((reason) => reason !== null);
  return reasons.length === 0
    ? null
    : `The equations are not worked out for a month here: ${reasons.join("; ")}, which ` +
      "the program values and the equations do not say.";
}
