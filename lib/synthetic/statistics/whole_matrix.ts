import { apportion } from "@jkp/numeric";
import { sumSimple } from "simple-statistics";

/** Whole numbers that the rows and the columns of a matrix must sum to. */
export interface Margins {
  readonly rowTotals: readonly number[];
  /** As many persons in all as the row totals. */
  readonly columnTotals: readonly number[];
}

/**
 * Scales a positive matrix by turns to given row and column totals; its cross-product
 * ratios stay. Columns sum exactly, rows to within a relative 1e-12.
 * @see Deming and Stephan (1940), On a least squares adjustment of a sampled frequency
 * table when the expected marginal totals are known, Ann. Math. Stat. 11.
 */
export function fitToMargins(
  start: readonly (readonly number[])[],
  { rowTotals, columnTotals }: Margins,
): number[][] {
  const matrix = start.map((row) => [...row]);
  for (let turn = 0; turn < 200; turn++) {
    let error = 0;
    matrix.forEach((row, i) => {
      const factor = rowTotals[i]! / sumSimple(row);
      error = Math.max(error, Math.abs(factor - 1));
      row.forEach((value, j) => row[j] = value * factor);
    });
    columnTotals.forEach((total, j) => {
      const factor = total / sumSimple(matrix.map((row) => row[j]!));
      for (const row of matrix) row[j]! *= factor;
    });
    if (error < 1e-12) break;
  }
  return matrix;
}

/**
 * Rounds a matrix to whole numbers that keep whole row and column totals.
 *
 * Each row is rounded by largest remainders. Then, one person at a time, a column with
 * too many gives to one with too few, in the row where that moves least away from the
 * unrounded values.
 */
export function roundToMargins(
  expected: readonly (readonly number[])[],
  { rowTotals, columnTotals }: Margins,
): number[][] {
  const matrix = expected.map((row, i) => apportion(rowTotals[i]!, row));
  const excess = columnTotals.map((total, j) =>
    sumSimple(matrix.map((row) => row[j]!)) - total
  );
  for (;;) {
    const from = excess.findIndex((value) => value > 0);
    if (from < 0) return matrix;
    const to = excess.findIndex((value) => value < 0);
    const surplus = matrix.map((row, i) =>
      row[from]! < 1
        ? -Infinity
        : row[from]! - expected[i]![from]! - row[to]! + expected[i]![to]!
    );
    const row = surplus.indexOf(Math.max(...surplus));
    matrix[row]![from]!--;
    matrix[row]![to]!++;
    excess[from]!--;
    excess[to]!++;
  }
}
