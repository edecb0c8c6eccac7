import {
  capitalized,
  type CellValue,
  type Column,
  type Figure,
  rateInWords,
  type Table,
  unitThatShows,
} from "@jkp/exhibit";
import { type Language, type Words, wordsOf } from "@jkp/language";
import {
  affordableBenefitRate,
  affordableDuration,
  affordableInvoluntaryShare,
  breakEvenRate,
  fundTerms,
  isTrialRatePaid,
  levelRateOver,
  monthsOfClaims,
  reserveForStress,
  rollForward,
  type SchemeValuation,
  shockMultiples,
  type Valuation,
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
 * @param language The language of the tables.
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
  language: Language = "en",
): readonly Table[] {
  const all = wordsOf(language).valuation;
  const { fund: words, inRupiah, months: inMonths, none, projection, times, units } = all;
  const of = valued.map(({ scenarioName, scenarioTitle, valuation }) => ({
    key: scenarioName,
    title: scenarioTitle,
    valuation,
    paid: valuation.assumptions.trialContributionRate,
    terms: fundTerms(valuation.assumptions),
  }));
  const { paid, valuation: { years, assumptions } } = of[0]!;
  const rate = all.rate(paid);
  const status = trialStatus(valued[0]!, all);
  const head = { number: "", source, language };
  const percent = { unit: "%", decimals: 3 };
  const scenario: Column = { key: "scenario", title: all.rates.scenario };
  const year: Column = { key: "year", title: projection.year, isGrouped: false };
  const byScenario = (format: Pick<Column, "unit" | "decimals">) =>
    of.map(({ key, title }): Column => ({ key, title, ...format }));
  const byYear = (value: (each: typeof of[number], i: number) => CellValue) =>
    years.map(({ year }, i) => ({
      year,
      ...Object.fromEntries(of.map((each) => [each.key, value(each, i)])),
    }));
  const count = Math.min(YEARS_OF_RATE, years.length);
  const overYears = count === YEARS_OF_RATE ? words.sevenYears : words.overYears(count);
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
      title: words.costTitle(rate, status),
      columns: [year, ...byScenario(percent), {
        key: "paid",
        title: capitalized(status),
        ...percent,
      }],
      rows: byYear(({ valuation }, i) => 100 * valuation.years[i]!.paygCostRate).map((
        row,
      ) => ({ ...row, paid: 100 * paid })),
      notes: [words.costNote],
    },
    {
      ...head,
      id: "rates_and_fund",
      title: words.ratesTitle,
      columns: [
        scenario,
        { key: "alone", title: all.rates.breakEvenAlone, ...percent },
        { key: "withFund", title: words.withFund, ...percent },
        { key: "seven", title: words.toNothing(overYears), ...percent },
        {
          key: "sevenKept",
          title: words.expensesLeft(overYears),
          ...percent,
        },
        { key: "paid", title: capitalized(status), ...percent },
        {
          key: "closing",
          title: words.atEnd,
          unit: inRupiah(units[atEnd.unit]),
          decimals: 1,
        },
        {
          key: "months",
          title: words.monthsCovered,
          unit: inMonths,
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
        words.belowZero,
        words.monthsNote,
      ],
    },
    {
      ...head,
      id: "paid_rate_affords",
      title: words.affordsTitle(rate),
      columns: [
        scenario,
        { key: "now", title: words.recognised, unit: "%", decimals: 2 },
        { key: "share", title: words.affordable, unit: "%", decimals: 2 },
        { key: "benefit", title: words.benefitRate, unit: "%", decimals: 1 },
        { key: "duration", title: words.duration, unit: inMonths },
      ],
      rows: of.map(({ title, valuation, paid }) => {
        const alone = withoutFund(valuation);
        const share = affordableInvoluntaryShare(alone, paid);
        const benefit = affordableBenefitRate(alone, paid);
        return {
          scenario: title,
          now: 100 * alone.involuntaryShare,
          share: share === null ? none : 100 * share,
          benefit: benefit === null ? none : 100 * benefit.value,
          duration: affordableDuration(alone, paid)?.value ?? none,
        };
      }),
      notes: [
        words.affordsNote,
      ],
    },
    {
      ...head,
      id: "shock_multiples",
      title: words.shockTitle(rate),
      columns: [year, ...byScenario({ unit: times, decimals: 2 })],
      rows: byYear((each, i) => shocks[of.indexOf(each)]![i]!.multiple),
      notes: [
        words.shockNote,
      ],
    },
    {
      ...head,
      id: "stress_reserve",
      title: words.reserveTitle(rate),
      columns: [
        { ...scenario, title: words.stress },
        ...yearsToLast.map((count): Column => ({
          key: `years${count}`,
          title: words.lasting(count),
          unit: inRupiah(units[atStart.unit]),
          decimals: 2,
        })),
        {
          key: "now",
          title: words.now,
          unit: inRupiah(units[atStart.unit]),
          decimals: 2,
        },
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
      notes: [words.reserveNote],
    },
  ];
}

/** What is done with the rate that the fund is tried at: in place of the law's it is no more. */
export function trialStatus(
  { ownRate, valuation: { assumptions: { terms } } }: SchemeValuation,
  { fund: { status } }: Words["valuation"],
): string {
  return isTrialRatePaid({ terms, ownRate }) ? status.paid : status.tried;
}

/**
 * The same, drawn: cost by year beside the rate that is paid or tried, and the fund at it.
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
  const status = trialStatus(valued[0]!, wordsOf("en").valuation);
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
    series: valued.map(({ scenarioTitle, valuation }) => ({
      name: scenarioTitle,
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
