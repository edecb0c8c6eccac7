import { sumSimple } from "simple-statistics";

/** Stands in a key for all values of a dimension together. */
export const TOTAL = "total";

/** A cell of a table of persons: one value for each dimension, or `TOTAL`. */
export interface TableCell {
  readonly key: readonly string[];
  readonly count: number;
}

/** A cell that may be shown, or not. */
export interface ProtectedCell extends TableCell {
  readonly isSuppressed: boolean;
}

/** Cells that add up: the last is the sum of the others. */
interface Line {
  readonly cells: readonly number[];
  readonly total: number;
}

/**
 * Suppresses small cells of a table of persons, and others so that no total gives them
 * away.
 *
 * Every cell with fewer persons than the threshold is suppressed, totals too; zeros are
 * shown. In every row, column or layer that then has suppressed cells, further cells are
 * suppressed, the smallest first, until there are at least two, which together hold at
 * least as many persons as the threshold. Last, the published totals are solved as
 * equations: what can still be found exactly is covered by suppressing more. The result,
 * inner cells and then totals, does not depend on the order of cells.
 *
 * Each table is protected by itself. A reader who has another release of the same
 * persons, or knows some of them, may find more.
 * @throws {RangeError} If the threshold or a count is not a whole number of 0 or more.
 * @see Hundepool et al. (2012), Statistical disclosure control, chapter 4.
 */
export function suppressTable(
  cells: readonly TableCell[],
  threshold: number,
): ProtectedCell[] {
  checkCells(cells, threshold);
  const { all, lines } = withTotals(cells);
  const isSuppressed = all.map(({ count }) => count > 0 && count < threshold);
  do {
    while (lines.some((line) => coverLine(line, all, isSuppressed, threshold)));
  } while (coverWhatCanBeSolved(lines, all, isSuppressed));
  const found = all.map((cell, i) => ({ ...cell, isSuppressed: isSuppressed[i]! }));
  const byName = new Map(found.map((cell) => [nameOf(cell.key), cell]));
  return [
    ...cells.map(({ key }) => byName.get(nameOf(key))!),
    ...found.filter(({ key }) => key.includes(TOTAL)),
  ];
}

/** Finds the suppressed cells of a table that its shown cells give away exactly. */
export function recoverableCells(cells: readonly ProtectedCell[]): ProtectedCell[] {
  const inner = cells.filter(({ key }) => !key.includes(TOTAL));
  const { all, lines } = withTotals(inner);
  const state = new Map(cells.map((cell) => [nameOf(cell.key), cell]));
  const isSuppressed = all.map(({ key }) => state.get(nameOf(key))?.isSuppressed ?? true);
  return solvable(lines, isSuppressed).map((i) => state.get(nameOf(all[i]!.key))!);
}

function checkCells(cells: readonly TableCell[], threshold: number): void {
  const isWhole = (value: number) => Number.isSafeInteger(value) && value >= 0;
  const bad = [threshold, ...cells.map(({ count }) => count)].find((value) =>
    !isWhole(value)
  );
  if (bad === undefined) return;
  throw new RangeError(
    `Cannot suppress cells: whole numbers of 0 or more are wanted, got ${bad}`,
  );
}

/** All cells with the totals of every kind, and the lines in which they add up. */
function withTotals(
  inner: readonly TableCell[],
): { all: TableCell[]; lines: Line[] } {
  const counts = new Map<string, { key: readonly string[]; count: number }>();
  for (const { key, count } of inner) {
    for (let mask = 0; mask < 2 ** key.length; mask++) {
      const own = key.map((value, d) => mask & 2 ** d ? TOTAL : value);
      const name = nameOf(own);
      const cell = counts.get(name) ?? { key: own, count: 0 };
      cell.count += count;
      counts.set(name, cell);
    }
  }
  const all = [...counts.values()].sort((a, b) =>
    totalsOf(a) - totalsOf(b) || (nameOf(a.key) < nameOf(b.key) ? -1 : 1)
  );
  const index = new Map(all.map(({ key }, i) => [nameOf(key), i]));
  const lines = all.flatMap(({ key }, total) =>
    key.flatMap((value, d): Line[] => {
      if (value !== TOTAL) return [];
      const parts = all.flatMap((cell, i) =>
        cell.key[d] !== TOTAL && cell.key.every((own, e) => e === d || own === key[e])
          ? [i]
          : []
      );
      return [{ cells: [...parts, index.get(nameOf(key))!], total }];
    })
  );
  return { all, lines };
}

/** Suppresses one more cell of a line that gives too much away; whether it did. */
function coverLine(
  { cells }: Line,
  all: readonly TableCell[],
  isSuppressed: boolean[],
  threshold: number,
): boolean {
  const hidden = cells.filter((i) => isSuppressed[i]);
  const persons = sumSimple(hidden.map((i) => all[i]!.count));
  if (hidden.length === 0 || (hidden.length > 1 && persons >= threshold)) return false;
  return suppressSmallest(cells, all, isSuppressed);
}

/** Suppresses the smallest shown cell, one with persons if there is any. */
function suppressSmallest(
  cells: readonly number[],
  all: readonly TableCell[],
  isSuppressed: boolean[],
): boolean {
  const shown = cells.filter((i) => !isSuppressed[i]);
  const size = (i: number) => all[i]!.count === 0 ? Infinity : all[i]!.count;
  const smallest = shown.reduce<number | undefined>(
    (best, i) => best === undefined || size(i) < size(best) ? i : best,
    undefined,
  );
  if (smallest === undefined) return false;
  isSuppressed[smallest] = true;
  return true;
}

function coverWhatCanBeSolved(
  lines: readonly Line[],
  all: readonly TableCell[],
  isSuppressed: boolean[],
): boolean {
  return solvable(lines, isSuppressed).some((cell) =>
    lines.some(({ cells }) =>
      cells.includes(cell) && suppressSmallest(cells, all, isSuppressed)
    )
  );
}

/** Indexes of suppressed cells whose value the equations of all lines determine. */
function solvable(lines: readonly Line[], isSuppressed: readonly boolean[]): number[] {
  const unknown = [...isSuppressed.keys()].filter((i) => isSuppressed[i]);
  const column = new Map(unknown.map((cell, j) => [cell, j]));
  const rows = lines.flatMap(({ cells, total }) => {
    const row = new Float64Array(unknown.length);
    let isEmpty = true;
    for (const cell of cells) {
      const j = column.get(cell);
      if (j === undefined) continue;
      row[j] = cell === total ? -1 : 1;
      isEmpty = false;
    }
    return isEmpty ? [] : [row];
  });
  return reduced(rows).flatMap((row) => {
    const places = [...row.keys()].filter((j) => Math.abs(row[j]!) > 1e-9);
    return places.length === 1 ? [unknown[places[0]!]!] : [];
  });
}

/** Reduced row echelon form: a row with one entry determines that unknown. */
function reduced(rows: readonly Float64Array[]): Float64Array[] {
  const matrix = rows.map((row) => row.slice());
  let rank = 0;
  for (let j = 0; j < (rows[0]?.length ?? 0) && rank < matrix.length; j++) {
    let pivot = rank;
    for (let i = rank; i < matrix.length; i++) {
      if (Math.abs(matrix[i]![j]!) > Math.abs(matrix[pivot]![j]!)) pivot = i;
    }
    if (Math.abs(matrix[pivot]![j]!) < 1e-9) continue;
    [matrix[rank], matrix[pivot]] = [matrix[pivot]!, matrix[rank]!];
    const own = matrix[rank]!;
    const scale = own[j]!;
    own.forEach((value, k) => own[k] = value / scale);
    matrix.forEach((row, i) => {
      const factor = row[j]!;
      if (i === rank || factor === 0) return;
      for (let k = j; k < row.length; k++) row[k]! -= factor * own[k]!;
    });
    rank++;
  }
  return matrix.slice(0, rank);
}

function totalsOf({ key }: { readonly key: readonly string[] }): number {
  return key.filter((value) => value === TOTAL).length;
}

function nameOf(key: readonly string[]): string {
  return key.join("\u0000");
}
