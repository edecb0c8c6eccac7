import type {
  ActualExpectedStudy,
  StudyCell,
  TerminationExperience,
  TerminationGroup,
} from "@jkp/experience";
import {
  frequencyRule,
  type StatisticsExtract,
  suppressTable,
  type TableCell,
  TOTAL,
} from "@jkp/extract";

/** A study of terminations and its comparison, as far as they may be published. */
export interface PublishableExperience {
  readonly study: TerminationExperience;
  readonly comparison?: ActualExpectedStudy;
}

/** What is known of a row of the statistics. */
type Row = TerminationGroup & { readonly month: number };

const SPLITS = ["reason", "sex", "ageGroup"] as const;
type Split = typeof SPLITS[number];

/** The numbers of a suppressed cell. */
const NO_RATES = {
  claims: NaN,
  exposureMonths: NaN,
  crudeRate: NaN,
  dispersion: NaN,
  standardError: NaN,
  lower: NaN,
  upper: NaN,
  limitedFluctuation: NaN,
};

/** The numbers of a suppressed comparison. */
const NO_RATIO = {
  actual: NaN,
  expected: NaN,
  ratio: NaN,
  dispersion: NaN,
  lower: NaN,
  upper: NaN,
};

/**
 * A study of terminations of which no number shows few records.
 *
 * Claims and member-months of the study's cells are protected as tables with all totals;
 * a cell of which either is suppressed has no number at all, its graduated rate neither.
 * Seasonal factors of a reason are left out if a calendar month has few claims.
 *
 * @param study The study.
 * @param comparison Actual against expected claims, if there is an expected table.
 * @param extract What was studied; where rows do not say how many records are behind
 * them, each person is one.
 * @param threshold How few records are too few.
 * @returns The study with NaN for what is suppressed, and a note of its basis.
 *
 * @example Cells of less than ten thousand claims in four years, if these were too few
 * ```ts
 * import { terminationStudy } from "@jkp/experience";
 * import { readShippedExtract } from "@jkp/extract/read";
 * import { publishableExperience } from "@jkp/study";
 * import { assertEquals } from "@std/assert";
 *
 * const extract = await readShippedExtract();
 * const study = terminationStudy(extract, { by: ["ageGroup"] });
 * const { cells } = publishableExperience(study, undefined, extract, 10_000).study.curves[0]!;
 * const hidden = cells.filter(({ claims }) => Number.isNaN(claims));
 * assertEquals(hidden.map(({ ageGroup }) => ageGroup), ["60-64", "65-69"]);
 * ```
 */
export function publishableExperience(
  study: TerminationExperience,
  comparison: ActualExpectedStudy | undefined,
  extract: StatisticsExtract,
  threshold: number,
): PublishableExperience {
  const isInWindow = ({ month }: Row) =>
    study.firstMonth <= month && month <= study.lastMonth;
  const claims = extract.withdrawals.filter(isInWindow).map((row) => ({
    ...row,
    persons: row.claims,
    records: row.records ?? row.claims,
  }));
  const exposure = extract.active.filter(isInWindow).map((row) => ({
    ...row,
    persons: row.members,
    records: row.records ?? row.members,
  }));
  const bySexAndAge = study.by.filter((split) => split !== "reason");
  const claimsHidden = suppressedKeys(claims, study.by, threshold, false);
  const exposureHidden = suppressedKeys(exposure, bySexAndAge, threshold, true);
  const isHidden = (group: TerminationGroup) =>
    claimsHidden.has(keyOf(group, study.by).join()) ||
    exposureHidden.has(keyOf(group, bySexAndAge).join());
  const publication =
    `For publication: claims and exposure of a number are of ${threshold} ` +
    "records (rows of the register) or more, or of none, by themselves and as what totals " +
    "leave; others are n.a. Zeros are not protected.";
  const published = {
    ...study,
    curves: study.curves.map((curve) => ({
      ...curve,
      cells: curve.cells.map((cell) => isHidden(cell) ? withoutNumbers(cell) : cell),
    })),
    seasonality: study.seasonality.filter(({ reason }) =>
      hasManyEachMonth(
        claims.filter((row) => reason === undefined || row.reason === reason),
        threshold,
      )
    ),
    basis: [publication, ...study.basis],
    // Why something is not found may name the claims of few.
    notes: study.notes.map((note) => note.replace(/:.*/s, ": too few data.")),
  };
  if (comparison === undefined) return { study: published };
  const shown = <Side extends TerminationGroup>(side: Side): Side =>
    isHidden(side) ? { ...side, ...NO_RATIO } : side;
  return {
    study: published,
    comparison: {
      ...comparison,
      groups: comparison.groups.map(shown),
      total: isHidden({}) ? { ...comparison.total, ...NO_RATIO } : comparison.total,
    },
  };
}

/** Keys of the cells, totals too, that few records are behind or that hide such a cell. */
function suppressedKeys(
  rows: readonly (Row & { readonly persons: number; readonly records: number })[],
  by: readonly Split[],
  threshold: number,
  isStock: boolean,
): Set<string> {
  const cells = [...Map.groupBy(rows, (row) => keyOf(row, by).join()).values()]
    .map((of): TableCell => ({
      key: keyOf(of[0]!, by),
      value: of.reduce((sum, { persons }) => sum + persons, 0),
      records: isStock
        ? Math.max(...byMonth(of, ({ month }) => month))
        : of.reduce((sum, { records }) => sum + records, 0),
      largest: 0,
      second: 0,
    }));
  return new Set(
    suppressTable(cells, frequencyRule(threshold))
      .filter(({ isSuppressed }) => isSuppressed).map(({ key }) => key.join()),
  );
}

/** Records of each month; a member counts in every month of exposure, and is one record. */
function byMonth<Of extends Row & { readonly records: number }>(
  rows: readonly Of[],
  monthOf: (row: Of) => number,
): number[] {
  return [...Map.groupBy(rows, monthOf).values()]
    .map((of) => of.reduce((sum, { records }) => sum + records, 0));
}

/** Whether each calendar month, of all years together, has enough records, or none. */
function hasManyEachMonth(
  rows: readonly (Row & { readonly records: number })[],
  threshold: number,
): boolean {
  return byMonth(rows, ({ month }) => month % 12)
    .every((records) => records === 0 || records >= threshold);
}

/** Values of a group by what the table is split by; the total of what it has none of. */
function keyOf(group: TerminationGroup, by: readonly Split[]): string[] {
  return SPLITS.filter((split) => by.includes(split)).map((split) =>
    group[split] ?? TOTAL
  );
}

function withoutNumbers(cell: StudyCell): StudyCell {
  const { reason, sex, ageGroup, credibility, graduatedRate } = cell;
  return {
    ...(reason && { reason }),
    ...(sex && { sex }),
    ...(ageGroup && { ageGroup }),
    ...NO_RATES,
    ...(credibility !== undefined && { credibility: NaN, credibleRate: NaN }),
    ...(graduatedRate !== undefined &&
      { graduatedRate: NaN, graduatedStandardError: NaN }),
  };
}
