import {
  type ActiveRow,
  AGE_GROUPS,
  SERVICE_MONTHS,
  type ServiceRow,
  SEXES,
  type StatisticsExtract,
  type StatisticsManifest,
  TERMINATION_REASONS,
  type WithdrawalRow,
} from "@jkp/extract";
import { monthRange } from "@jkp/month";
import type { AgeGrid } from "./age_grid.ts";
import { CELLS_PER_MONTH } from "./statistics_counts.ts";
import { fromUnits } from "./weight_units.ts";

/** Decimals of shares in the statistics. */
const SHARE_DECIMALS = 6;

/** Exact sums, whoever added them up. */
interface ExactValues {
  value(index: number): bigint;
}

/** Counts by cell, whoever counted: entries less exits of members, claims, the inactive. */
export interface CountedCells {
  readonly grid: AgeGrid;
  readonly activeChange: Float64Array;
  readonly wageChange: ExactValues;
  /** Of a ledger, members with a payment for the month, and their wages in rupiah. */
  readonly paid: Float64Array;
  readonly paidWages: ExactValues;
  readonly serviceChange: readonly Float64Array[];
  readonly claims: readonly Float64Array[];
  readonly claimWages: readonly ExactValues[];
  readonly inactive: Float64Array;
}

/**
 * The same with entries and exits added up to the members of each month, and sums of wages as
 * doubles: weights in millionths.
 */
export interface CellSums extends Pick<CountedCells, "grid" | "claims" | "inactive"> {
  readonly members: Float64Array;
  /** Wages of members at the level of the last month, times their weights. */
  readonly wages: Float64Array;
  /** Mean wages of the payments of a ledger, in rupiah; `NaN` in cells that have none. */
  readonly paidMeans?: Float64Array;
  readonly service: readonly Float64Array[];
  readonly claimWages: readonly Float64Array[];
}

/**
 * Turns counts into the statistics extract: persons, to the millionth where weights are
 * fractions, and mean wages in whole rupiah of each month. Persons are not rounded cell by
 * cell, for of many cells of less than half a person nobody would be left.
 * `wageGrowthPerYear` is the growth that wages were indexed with. Of a ledger the mean wage of
 * members is that of the payments for the month, in cells that have any.
 */
export function toStatistics(
  counts: CountedCells,
  manifest: StatisticsManifest,
  wageGrowthPerYear: number,
): StatisticsExtract {
  const { grid, claims, inactive } = counts;
  const { size } = grid;
  return statisticsOfSums(
    {
      grid,
      members: runningSums(counts.activeChange),
      wages: Float64Array.from(runningExactSums(counts.wageChange, size), Number),
      paidMeans: counts.paid.map((paid, cell) =>
        Number(counts.paidWages.value(cell)) / paid
      ),
      service: counts.serviceChange.map(runningSums),
      claims,
      claimWages: counts.claimWages.map((wages) =>
        Float64Array.from({ length: size }, (_, cell) => Number(wages.value(cell)))
      ),
      inactive,
    },
    manifest,
    wageGrowthPerYear,
  );
}

/** The same from sums. */
export function statisticsOfSums(
  sums: CellSums,
  manifest: StatisticsManifest,
  wageGrowthPerYear: number,
): StatisticsExtract {
  const { firstMonth, lastMonth } = manifest;
  const { grid, members, wages, service } = sums;
  const active: ActiveRow[] = [];
  const withdrawals: WithdrawalRow[] = [];
  const serviceRows: ServiceRow[] = [];
  for (const month of monthRange(firstMonth, lastMonth)) {
    const wageLevel = (1 + wageGrowthPerYear) ** ((month - lastMonth) / 12);
    SEXES.forEach((sex, s) => {
      AGE_GROUPS.forEach((ageGroup, group) => {
        const cell = grid.cell(month, s, group);
        const key = { month, sex, ageGroup };
        const last = personsAndWage(members[cell]!, wages[cell]!, wageLevel);
        const paid = last.members === 0 ? NaN : sums.paidMeans?.[cell] ?? NaN;
        active.push({
          ...key,
          ...last,
          ...(Number.isNaN(paid) ? {} : { meanWageIdr: Math.round(paid) }),
        });
        TERMINATION_REASONS.forEach((reason, r) => {
          const { members: claims, meanWageIdr } = personsAndWage(
            sums.claims[r]![cell]!,
            sums.claimWages[r]![cell]!,
            1,
          );
          withdrawals.push({ ...key, reason, claims, meanWageIdr });
        });
        SERVICE_MONTHS.forEach((monthsAtLeast, point) => {
          const share = members[cell] === 0 ? 0 : service[point]![cell]! / members[cell]!;
          serviceRows.push({
            ...key,
            monthsAtLeast,
            share: Number(share.toFixed(SHARE_DECIMALS)),
          });
        });
      });
    });
  }
  return {
    manifest,
    active,
    withdrawals,
    service: serviceRows,
    inactive: Array.from(sums.inactive, (weight, monthsSinceLastContribution) => ({
      monthsSinceLastContribution,
      members: fromUnits(weight),
    })),
  };
}

/** Persons with their mean wage in whole rupiah; 0 where there are none. */
function personsAndWage(
  weight: number,
  wages: number,
  level: number,
): { members: number; meanWageIdr: number } {
  const members = fromUnits(weight);
  const meanWageIdr = members === 0 ? 0 : Math.round((wages / weight) * level);
  return { members, meanWageIdr };
}

/** Running sums over months, cell by cell. */
export function runningSums(changes: Float64Array): Float64Array {
  const sums = changes.slice();
  for (let cell = CELLS_PER_MONTH; cell < sums.length; cell++) {
    sums[cell]! += sums[cell - CELLS_PER_MONTH]!;
  }
  return sums;
}

function runningExactSums(changes: ExactValues, size: number): bigint[] {
  const sums = Array.from({ length: size }, (_, cell) => changes.value(cell));
  for (let cell = CELLS_PER_MONTH; cell < size; cell++) {
    sums[cell]! += sums[cell - CELLS_PER_MONTH]!;
  }
  return sums;
}
