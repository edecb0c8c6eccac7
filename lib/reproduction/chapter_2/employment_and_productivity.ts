import type { ReportScenario } from "@jkp/economy";
import { SEX_KEYS, type SexKey } from "@jkp/extract";
import { monotoneCubic } from "@jkp/numeric";
import { type Published, publishedRow, publishedValue } from "@jkp/published";
import { sumSimple } from "simple-statistics";

/** Tables 2.2, 2.4 and 2.5, by scenario. */
export const ECONOMY_TABLES: { readonly [Name in ReportScenario]: string } = {
  base: "table_2_2",
  pessimistic: "table_2_4",
  optimistic: "table_2_5",
};

/** Years of Table 2.3. */
const PRINTED_YEARS = [2020, 2022, 2025, 2028, 2030] as const;

/** First year whose employment grows from another of Table 2.3's span. */
export const FIRST_GROWTH_YEAR = PRINTED_YEARS[0] + 1;

/**
 * Growth of employment in a year, as a fraction, from what the report prints: people of
 * working age of Table 2.3, on a monotone cubic between its years, times participation,
 * on straight lines, less the scenario's unemployed. Participation is labour force over
 * people, each printed to one decimal of a million.
 *
 * It is the labour force of one population: the report prints no other for the scenarios.
 *
 * @param published The published numbers.
 * @param scenario One of the report's scenarios, of which unemployment is.
 * @param year A year from 2021 to 2030.
 * @returns Growth over the year before.
 * @see ILO (2021), Tables 2.2 to 2.5.
 *
 * @example Base scenario, 2021, in per cent: Table 2.2 prints 2.7
 * ```ts
 * import { loadPublished } from "@jkp/published/read";
 * import { employmentGrowth } from "@jkp/reproduction";
 * import { assertEquals } from "@std/assert";
 *
 * const growth = employmentGrowth(await loadPublished(), "base", 2021);
 * assertEquals((100 * growth).toFixed(1), "2.7");
 * ```
 */
export function employmentGrowth(
  published: Published,
  scenario: ReportScenario,
  year: number,
): number {
  const employed = (each: number) => {
    const unemployment = publishedValue(
      published,
      ECONOMY_TABLES[scenario],
      `${scenario}/${each}/unemployment_rate`,
    );
    return labourForce(published, each) * (1 - unemployment / 100);
  };
  return employed(year) / employed(year - 1) - 1;
}

/** People at work or looking for it, in millions, in a year from 2020 to 2030. */
function labourForce(published: Published, year: number): number {
  return sumSimple(SEX_KEYS.map((sex) => {
    const people = printed(published, "working_age_population", sex);
    const force = printed(published, "labour_force", sex);
    const participation = force.map((each, i) => each / people[i]!);
    return monotoneCubic(PRINTED_YEARS, people)(year) *
      onStraightLines(PRINTED_YEARS, participation, year);
  }));
}

function printed(published: Published, indicator: string, sex: SexKey): number[] {
  return PRINTED_YEARS.map((year) =>
    publishedValue(published, "table_2_3", `${indicator}/${sex}/${year}`)
  );
}

function onStraightLines(
  xs: readonly number[],
  ys: readonly number[],
  x: number,
): number {
  const after = Math.max(1, xs.findIndex((each) => each >= x));
  const share = (x - xs[after - 1]!) / (xs[after]! - xs[after - 1]!);
  return (1 - share) * ys[after - 1]! + share * ys[after]!;
}

/** Growth of productivity in a year, and whether rounding lets the printed one be it. */
export interface ProductivityGrowth {
  /** A fraction. */
  readonly growth: number;
  /** Whether unrounded growth of GDP and employment can give the printed growth. */
  readonly isWithinRounding: boolean;
}

/** GDP over employment: growth of both, as printed, leaves this growth of productivity. */
export function productivityGrowth(
  published: Published,
  scenario: ReportScenario,
  year: number,
): ProductivityGrowth {
  const row = (name: string) => {
    const cell = `${scenario}/${year}/${name}_growth`;
    const { value, tolerance } = publishedRow(published, ECONOMY_TABLES[scenario], cell);
    return { rate: value! / 100, half: tolerance / 100 };
  };
  const [gdp, employment, stated] = [
    row("real_gdp"),
    row("employment"),
    row("productivity"),
  ];
  const quotient = (sign: -1 | 0 | 1) =>
    (1 + gdp.rate + sign * gdp.half) / (1 + employment.rate - sign * employment.half) - 1;
  return {
    growth: quotient(0),
    isWithinRounding: quotient(-1) <= stated.rate + stated.half &&
      quotient(1) >= stated.rate - stated.half,
  };
}
