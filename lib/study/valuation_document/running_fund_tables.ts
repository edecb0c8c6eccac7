import {
  capitalized,
  type CellValue,
  type Column,
  type Figure,
  keyInWords,
  rateInWords,
  type Table,
  unitThatShows,
} from "@jkp/exhibit";
import {
  affordableBenefitRate,
  affordableDuration,
  affordableInvoluntaryShare,
  breakEvenRate,
  fundTerms,
  levelRateOver,
  monthsOfClaims,
  reserveForStress,
  rollForward,
  type SchemeValuation,
  shockMultiples,
  type Valuation,
  type ValuationAssumptions,
} from "@jkp/valuation";
import { withoutFarSeries } from "./far_series.ts";

/** Years over which Canada sets its rate. */
const YEARS_OF_RATE = 7;
/** Years that a reserve is sized to last, where so many are projected. */
const YEARS_TO_LAST = [3, 5, 7, 10] as const;

/**
 * What a scheme that has a fund asks of its rate: cost by year beside what is paid, rates
 * with and without the fund, what the paid rate affords, which shock exhausts the fund
 * when, and which fund a stress needs.
 *
 * @param valued One scheme under each scenario.
 * @param source Where the data come from.
 * @returns Five tables: cost by year beside the rate, rates that balance, what the rate
 * affords, shocks, reserves.
 *
 * @example JKP after the reform: 0.13 per cent in 2026, where 0.36 is paid
 * ```ts
 * import { runningFundTables } from "@jkp/study";
 * import { runValuation } from "@jkp/valuation";
 * import { readValuation } from "@jkp/valuation/read";
 * import { assertEquals } from "@std/assert";
 *
 * const run = runValuation(await readValuation("jkp_2026", { scenarios: ["base"] }));
 * const [cost] = runningFundTables(run.valued, "an example");
 * assertEquals(Number(cost!.rows[0]!.base).toFixed(2), "0.13");
 * ```
 */
export function runningFundTables(
  valued: readonly SchemeValuation[],
  source: string,
): readonly Table[] {
  const of = valued.map(({ scenarioName, valuation }) => ({
    key: scenarioName,
    title: capitalized(keyInWords(scenarioName)),
    valuation,
    paid: valuation.assumptions.trialContributionRate,
    terms: fundTerms(valuation.assumptions),
  }));
  const { paid, valuation: { years, assumptions } } = of[0]!;
  const rate = rateInWords(paid);
  const status = statusOf(assumptions);
  const head = { number: "", source };
  const percent = { unit: "%", decimals: 3 };
  const scenario: Column = { key: "scenario", title: "Scenario" };
  const year: Column = { key: "year", title: "Year", isGrouped: false };
  const byScenario = (format: Pick<Column, "unit" | "decimals">) =>
    of.map(({ key, title }): Column => ({ key, title, ...format }));
  const byYear = (value: (each: typeof of[number], i: number) => CellValue) =>
    years.map(({ year }, i) => ({
      year,
      ...Object.fromEntries(of.map((each) => [each.key, value(each, i)])),
    }));
  const count = Math.min(YEARS_OF_RATE, years.length);
  const overYears = count === YEARS_OF_RATE
    ? "Seven-year rate"
    : `Rate over ${count} years`;
  const yearsToLast = YEARS_TO_LAST.filter((each) => each <= years.length);
  const shocks = of.map(({ valuation, terms, paid }) =>
    shockMultiples(valuation.years, { ...terms, contributionRate: paid })
  );
  const closing = of.map(({ valuation, paid }) => closingAt(valuation, paid));
  const atEnd = unitThatShows("rupiah", closing, 1);
  const atStart = unitThatShows("rupiah", [assumptions.initialCapitalIdr], 2);
  return [
    {
      ...head,
      id: "cost_beside_rate",
      title: `PAYG cost rate, benefits and administration, beside the ${rate} ${status}`,
      columns: [year, ...byScenario(percent), {
        key: "paid",
        title: capitalized(status),
        ...percent,
      }],
      rows: byYear(({ valuation }, i) => 100 * valuation.years[i]!.paygCostRate).map((
        row,
      ) => ({ ...row, paid: 100 * paid })),
      notes: ["Expenses of the year over its insurable earnings."],
    },
    {
      ...head,
      id: "rates_and_fund",
      title: "Rates that balance, with and without the fund",
      columns: [
        scenario,
        { key: "alone", title: "Break-even without the fund", ...percent },
        { key: "withFund", title: "Break-even with the fund", ...percent },
        { key: "seven", title: `${overYears}, to nothing`, ...percent },
        {
          key: "sevenKept",
          title: `${overYears}, a year's expenses left`,
          ...percent,
        },
        { key: "paid", title: capitalized(status), ...percent },
        {
          key: "closing",
          title: "Fund at the end",
          unit: `${atEnd.unit} rupiah`,
          decimals: 1,
        },
        {
          key: "months",
          title: "Months of claims covered at the start",
          unit: "months",
          decimals: 0,
        },
      ],
      rows: of.map(({ title, valuation, terms, paid }, i) => {
        const { years, assumptions: { initialCapitalIdr } } = valuation;
        const last = years[count - 1]!;
        const kept = last.benefitsIdr + last.administrationIdr;
        return {
          scenario: title,
          alone: 100 * breakEvenRate(years, { ...terms, openingIdr: 0 }),
          withFund: 100 * breakEvenRate(years, terms),
          seven: 100 * levelRateOver(years, count, terms),
          sevenKept: 100 * levelRateOver(years, count, terms, kept),
          paid: 100 * paid,
          closing: closing[i]! / atEnd.size,
          months: monthsOfClaims(initialCapitalIdr, years[0]!),
        };
      }),
      notes: [
        "A rate below 0: the fund and its returns pay for everything, and so much of each " +
        "year's earnings could be given back before the fund is used up. Seven years as " +
        "Canada sets its rate.",
        "Months covered: the opening fund over a twelfth of the first year's benefits.",
      ],
    },
    {
      ...head,
      id: "paid_rate_affords",
      title: `What ${rate} affords on its own, the fund left out`,
      columns: [
        scenario,
        { key: "now", title: "Terminations recognised", unit: "%", decimals: 2 },
        { key: "share", title: "Affordable", unit: "%", decimals: 2 },
        { key: "benefit", title: "Benefit rate", unit: "%", decimals: 1 },
        { key: "duration", title: "Duration", unit: "months" },
      ],
      rows: of.map(({ title, valuation, paid }) => {
        const alone = withoutFund(valuation);
        const share = affordableInvoluntaryShare(alone, paid);
        const benefit = affordableBenefitRate(alone, paid);
        return {
          scenario: title,
          now: 100 * alone.involuntaryShare,
          share: share === null ? "none" : 100 * share,
          benefit: benefit === null ? "none" : 100 * benefit.value,
          duration: affordableDuration(alone, paid)?.value ?? "none",
        };
      }),
      notes: [
        "One at a time, all else as it is, over all years of the projection, none of which " +
        "ends overdrawn. 100 per cent and 24 months are the most that is looked at.",
      ],
    },
    {
      ...head,
      id: "shock_multiples",
      title:
        `Multiple of benefits that exhausts the fund by the end of a year, at ${rate}`,
      columns: [year, ...byScenario({ unit: "times", decimals: 2 })],
      rows: byYear((each, i) => shocks[of.indexOf(each)]![i]!.multiple),
      notes: [
        "Benefits of every year from the first on are multiplied. Below 1: exhausted " +
        "without a shock.",
      ],
    },
    {
      ...head,
      id: "stress_reserve",
      title: `Fund at the start with which ${rate} lasts`,
      columns: [
        { ...scenario, title: "Stress" },
        ...yearsToLast.map((count): Column => ({
          key: `years${count}`,
          title: `${count} years`,
          unit: `${atStart.unit} rupiah`,
          decimals: 2,
        })),
        { key: "now", title: "Fund now", unit: `${atStart.unit} rupiah`, decimals: 2 },
      ],
      rows: of.map(({ title, valuation, terms, paid }) => ({
        scenario: title,
        ...Object.fromEntries(
          yearsToLast.map((count) => [
            `years${count}`,
            reserveForStress(
              valuation.years,
              { ...terms, contributionRate: paid },
              count,
            ) / atStart.size,
          ]),
        ),
        now: assumptions.initialCapitalIdr / atStart.size,
      })),
      notes: ["0 where contributions alone pay for the stress in all of these years."],
    },
  ];
}

/** What is done with the rate that the fund is tried at: in place of the law's it is no more. */
function statusOf({ terms }: Pick<ValuationAssumptions, "terms">): string {
  return terms.trialIsOverLaw === true ? "tried" : "paid";
}

/**
 * The same, drawn: cost by year beside the rate that is paid, and the fund at that rate.
 *
 * @param valued One scheme under each scenario.
 * @param source Where the data come from.
 */
export function runningFundFigures(
  valued: readonly SchemeValuation[],
  source: string,
): readonly Figure[] {
  const { years, assumptions } = valued[0]!.valuation;
  const { trialContributionRate: paid } = assumptions;
  const rate = rateInWords(paid);
  const status = statusOf(assumptions);
  const x = years.map(({ year }) => year);
  const figure = (
    head: Pick<Figure, "id" | "title" | "yTitle" | "yUnit" | "decimals">,
    values: (valuation: Valuation) => readonly number[],
    notes: readonly string[],
  ): Figure => ({
    ...head,
    number: "",
    xTitle: "Financial year",
    isStacked: false,
    series: valued.map(({ scenarioName, valuation }) => ({
      name: capitalized(keyInWords(scenarioName)),
      x,
      y: values(valuation),
      mark: "line",
    })),
    notes,
    source,
  });
  const cost = figure(
    {
      id: "cost_beside_paid_rate",
      title: `PAYG cost rate, benefits and administration, beside the ${rate} ${status}`,
      yTitle: "PAYG cost rate",
      yUnit: "% of insurable earnings",
      decimals: 2,
    },
    ({ years }) => years.map(({ paygCostRate }) => 100 * paygCostRate),
    [],
  );
  const funds = valued.flatMap(({ valuation }) => fundAt(valuation, paid));
  const money = unitThatShows("rupiah", funds, 1);
  const paidLine = {
    name: capitalized(status),
    x,
    y: x.map(() => 100 * paid),
    mark: "line",
  } as const;
  const near = withoutFarSeries(cost.series, 100 * paid);
  return [
    { ...cost, series: [...near.series, paidLine], notes: near.notes },
    figure(
      {
        id: "fund_at_paid_rate",
        title: `Fund at the end of the year, at the ${rate} ${status}`,
        yTitle: "Fund",
        yUnit: `${money.unit} rupiah`,
        decimals: 1,
      },
      (valuation) => fundAt(valuation, paid).map((closingIdr) => closingIdr / money.size),
      ["Below 0: what would have been lent to the fund, at the rate of return."],
    ),
  ];
}

function closingAt(
  { years, assumptions }: Valuation,
  contributionRate: number,
): number {
  return fundAt({ years, assumptions }, contributionRate).at(-1)!;
}

function fundAt(
  { years, assumptions }: Pick<Valuation, "years" | "assumptions">,
  contributionRate: number,
): readonly number[] {
  return rollForward(years, { ...fundTerms(assumptions), contributionRate })
    .map(({ closingIdr }) => closingIdr);
}

/** The same assumptions without fund and reserve: contributions alone have to do. */
function withoutFund({ assumptions }: Valuation): Valuation["assumptions"] {
  const { terms } = assumptions;
  return {
    ...assumptions,
    initialCapitalIdr: 0,
    terms: { ...terms, reserveMultiple: 0 },
  };
}
