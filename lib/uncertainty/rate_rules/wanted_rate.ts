import type { CostPaths } from "../cost_paths.ts";
import { forecastYears, type KnownYears, type Outlook } from "./forecast.ts";
import { levelRate } from "./level_rate.ts";
import type {
  BandRule,
  CorridorRule,
  LevelTargetRule,
  MonthsOfClaimsRule,
  RateRule,
  ReserveRatioRule,
  StandardRate,
} from "./rate_rule.ts";

const MONTHS = 12;

/** What rules see beside the years that are over: nothing of a path's own future. */
export interface RuleSight extends Outlook {
  /** The rates that a rule may begin with or move around. */
  readonly standards: Readonly<Record<StandardRate, number>>;
  readonly flows: CostPaths["flows"];
}

/** The rate that a rule asks for at a review, before its limits. */
export function wantedRate(
  rule: RateRule,
  known: KnownYears,
  sight: RuleSight,
): number {
  switch (rule.kind) {
    case "fixed":
      return known.rate;
    case "level_target":
      return byTarget(rule, known, sight);
    case "corridor":
      return byCorridor(rule, known, sight);
    case "reserve_ratio":
      return byReserveRatio(rule, known, sight);
    case "months_of_claims":
      return byMonthsOfClaims(rule, known, sight);
    case "band":
      return byBand(rule, known, sight);
  }
}

/** A fixed window ends where the first one ends; what begins after it has years anew. */
function byTarget(
  { years, window, reserveMonths, isNeverOverdrawn }: LevelTargetRule,
  known: KnownYears,
  sight: RuleSight,
): number {
  const count = window === "fixed" && known.count < years ? years - known.count : years;
  return levelRate(forecastYears(sight, known, count), known.fundIdr, sight.flows, {
    reserveYears: reserveMonths / MONTHS,
    isNeverOverdrawn,
  });
}

function byCorridor(
  { lowestMonths, highestMonths, years, smoothing }: CorridorRule,
  known: KnownYears,
  sight: RuleSight,
): number {
  const reserveMonths = known.fundIdr / lastYear(known, sight).expensesIdr * MONTHS;
  const isOutside = reserveMonths < lowestMonths || reserveMonths > highestMonths;
  if (!isOutside) return known.rate; // nor where there is neither a fund nor an expense
  const side = reserveMonths < lowestMonths ? lowestMonths : highestMonths;
  const back = levelRate(
    forecastYears(sight, known, years),
    known.fundIdr,
    sight.flows,
    { reserveYears: side / MONTHS, isNeverOverdrawn: false },
  );
  return known.rate + smoothing * (back - known.rate);
}

function byReserveRatio(
  { averageYears, reserveMonths, years }: ReserveRatioRule,
  known: KnownYears,
  sight: RuleSight,
): number {
  const { expensesIdr, insurableEarningsIdr } = lastYear(known, sight);
  const first = Math.max(0, known.count - averageYears);
  let sum = 0;
  for (let year = first; year < known.count; year++) {
    sum += known.expensesIdr[year]! / known.insurableEarningsIdr[year]!;
  }
  const averageCostRate = known.count === 0
    ? expensesIdr / insurableEarningsIdr
    : sum / (known.count - first);
  const lackingIdr = reserveMonths / MONTHS * expensesIdr - known.fundIdr;
  return averageCostRate + lackingIdr / (years * insurableEarningsIdr);
}

function byMonthsOfClaims(
  { lowestMonths, highestMonths, step }: MonthsOfClaimsRule,
  known: KnownYears,
  sight: RuleSight,
): number {
  const { benefitsIdr } = forecastYears(sight, known, 1);
  const months = known.fundIdr / (benefitsIdr[0]! / MONTHS);
  if (months < lowestMonths) return known.rate + step;
  return months > highestMonths ? known.rate - step : known.rate;
}

function byBand(
  { standard, bandOfStandard, raisedBelowYears, loweredAboveYears }: BandRule,
  known: KnownYears,
  sight: RuleSight,
): number {
  const rate = sight.standards[standard];
  const reserveYears = known.fundIdr / lastYear(known, sight).benefitsIdr;
  if (reserveYears < raisedBelowYears) return rate * (1 + bandOfStandard);
  return reserveYears > loweredAboveYears ? rate * (1 - bandOfStandard) : rate;
}

/** The last year known; before the first year, that one as it is expected. */
function lastYear(
  known: KnownYears,
  sight: RuleSight,
): Readonly<Record<"insurableEarningsIdr" | "expensesIdr" | "benefitsIdr", number>> {
  const year = known.count - 1;
  const from = year < 0 ? forecastYears(sight, known, 1) : known;
  const at = Math.max(0, year);
  return {
    insurableEarningsIdr: from.insurableEarningsIdr[at]!,
    expensesIdr: from.expensesIdr[at]!,
    benefitsIdr: from.benefitsIdr[at]!,
  };
}
