import { sumSimple } from "simple-statistics";
import { type ActualExpected, ratioOfActual } from "./actual_expected.ts";
import { type FullCredibility, limitedFluctuationFactor } from "./credibility.ts";
import type { RateGraduation } from "./graduate_rates.ts";
import { poissonInterval } from "./poisson_interval.ts";
import type { CellCounts } from "./study_cells.ts";
import type { TerminationGroup } from "./termination.ts";
import { twoWayRates } from "./two_way_rates.ts";

/** The rates of one cell: claims per member and month. */
export interface StudyCell extends TerminationGroup {
  readonly claims: number;
  /** Member-months of exposure. */
  readonly exposureMonths: number;
  /** Claims by exposure; NaN, as its error and interval, without exposure. */
  readonly crudeRate: number;
  /** Standard error of the crude rate, and below it the ends of its interval. */
  readonly standardError: number;
  readonly lower: number;
  readonly upper: number;
  /** Limited-fluctuation credibility, from 0 to 1. */
  readonly limitedFluctuation: number;
  /** Bühlmann–Straub credibility against all cells of the reason, from 0 to 1. */
  readonly credibility?: number;
  /** Credibility · crude rate + (1 − credibility) · collective rate. */
  readonly credibleRate?: number;
  readonly graduatedRate?: number;
  readonly graduatedStandardError?: number;
  /** Claims against those the graduated rate expects, Poisson interval. */
  readonly actualToGraduated?: ActualExpected;
}

/**
 * Variance of claims as a multiple of their mean, at least 1, around rates that rise and
 * fall together; 1 without claims, or if some period has claims and no exposure.
 */
export function observedDispersion(cells: readonly CellCounts[]): number {
  const periods = cells.flatMap((cell) => cell.periods);
  const isUsable = periods.some(({ claims }) => claims > 0) &&
    periods.every(({ claims, exposureMonths }) => claims === 0 || exposureMonths > 0);
  if (!isUsable) return 1;
  const { dispersion } = twoWayRates(
    cells.map((cell) => cell.periods.map(({ claims }) => claims)),
    cells.map((cell) => cell.periods.map(({ exposureMonths }) => exposureMonths)),
  );
  return Math.max(1, dispersion);
}

/**
 * The crude rate of a cell with error, interval and limited-fluctuation credibility; NaN
 * without exposure.
 */
export function crudeCell(
  { group, claims, exposureMonths }: CellCounts,
  dispersion: number,
  options: { readonly level?: number; readonly fullCredibility?: FullCredibility },
): StudyCell {
  const { lower, upper } = poissonInterval(claims / dispersion, options.level);
  const perMonth = (value: number) => exposureMonths === 0 ? NaN : value / exposureMonths;
  return {
    ...group,
    claims,
    exposureMonths,
    crudeRate: perMonth(claims),
    standardError: perMonth(Math.sqrt(dispersion * claims)),
    lower: perMonth(dispersion * lower),
    upper: perMonth(dispersion * upper),
    limitedFluctuation: limitedFluctuationFactor(
      claims / dispersion,
      options.fullCredibility,
    ),
  };
}

/** Adds the graduated rate of a cell, and its claims against what that rate expects. */
export function graduatedCell(
  cell: StudyCell,
  graduation: RateGraduation,
  index: number,
  level?: number,
): StudyCell {
  const graduatedRate = graduation.rates[index]!;
  const expected = cell.exposureMonths * graduatedRate;
  return {
    ...cell,
    graduatedRate,
    graduatedStandardError: graduation.standardErrors[index]!,
    actualToGraduated: ratioOfActual(cell.claims, expected, level),
  };
}

/** Claims of graduated cells together against what their graduated rates expect. */
export function againstGraduated(
  cells: readonly StudyCell[],
  level?: number,
): ActualExpected {
  const compared = cells.flatMap(({ actualToGraduated }) => actualToGraduated ?? []);
  const sum = (side: "actual" | "expected") =>
    sumSimple(compared.map((each) => each[side]));
  return ratioOfActual(sum("actual"), sum("expected"), level);
}
