/** Stands in a key for all values of a dimension together. */
export const TOTAL = "total";

/** A cell of a table: one value for each dimension or `TOTAL`, and what is behind it. */
export interface TableCell {
  readonly key: readonly string[];
  /** What the table shows: persons, or the sum of their wages in rupiah. */
  readonly value: number;
  /** Rows of the register behind it, whatever their weights. */
  readonly records: number;
  /** What one record contributes to the value at most, weighted; 0 if it does not matter. */
  readonly largest: number;
  /** The contribution next to the largest. */
  readonly second: number;
}

/** A cell that may be shown, or not. */
export interface ProtectedCell extends TableCell {
  readonly isSuppressed: boolean;
}

/** Which cells must not be shown, and which others can hide them. */
export interface SafetyRule {
  /** Whether a cell gives a record away (primary suppression). */
  isSensitive(cell: TableCell): boolean;
  /** Whether another cell, suppressed too, leaves enough open what a sensitive one is. */
  canCover(other: TableCell, sensitive: TableCell): boolean;
}

/**
 * The minimum frequency rule: a cell of fewer records than the threshold is sensitive. What
 * covers it is no such cell itself, and could hold as many persons as the threshold's
 * number of records like those of the sensitive cell.
 *
 * @param threshold How few records are too few.
 * @returns The rule.
 * @see Hundepool et al. (2012), Statistical disclosure control, chapter 5.
 *
 * @example Nine records that stand for nine thousand persons
 * ```ts
 * import { frequencyRule } from "@jkp/extract";
 * import { assertEquals } from "@std/assert";
 *
 * const cell = { key: ["60-64"], value: 9_000, records: 9, largest: 0, second: 0 };
 * assertEquals(frequencyRule(10).isSensitive(cell), true);
 * assertEquals(frequencyRule(9).isSensitive(cell), false);
 * ```
 */
export function frequencyRule(threshold: number): SafetyRule {
  return {
    isSensitive: ({ records }) => records > 0 && records < threshold,
    canCover: (other, { value, records }) =>
      other.records >= threshold && other.value >= threshold * value / records,
  };
}

/**
 * The p% rule for sums, beside the minimum frequency rule: a cell is sensitive if the second
 * largest contributor, who knows its own part, can find the largest to within p per cent.
 * What covers it leaves as much open, even to its own largest contributor.
 *
 * @param threshold How few records are too few.
 * @param percent The p.
 * @returns The rule.
 * @see Hundepool et al. (2012), Statistical disclosure control, chapter 4.
 *
 * @example Ten wages in millions of rupiah: one of 400, and nine of 3
 * ```ts
 * import { dominanceRule } from "@jkp/extract";
 * import { assertEquals } from "@std/assert";
 *
 * const cell = { key: ["60-64"], value: 427, records: 10, largest: 400, second: 3 };
 * assertEquals(dominanceRule(10, 10).isSensitive(cell), true); // 24 is less than 40
 * assertEquals(dominanceRule(10, 5).isSensitive(cell), false);
 * ```
 */
export function dominanceRule(threshold: number, percent: number): SafetyRule {
  const { isSensitive: isSmall } = frequencyRule(threshold);
  const isSensitive = (cell: TableCell) =>
    isSmall(cell) ||
    cell.value - cell.largest - cell.second < percent / 100 * cell.largest;
  return {
    isSensitive,
    canCover: (other, { largest }) =>
      other.records >= threshold && !isSensitive(other) &&
      other.value - other.largest >= percent / 100 * largest,
  };
}

/**
 * Suppresses the sensitive cells of a table, and others so that no total gives them away.
 *
 * The method is that of hypercubes: a sensitive cell is the corner of a block of cells, two
 * values in each dimension of which one may be the total, and all of its corners are
 * suppressed. Whatever is shown stays the same if all corners change by one amount, with
 * signs by turns; so the equations of the table leave at least as much open as the corners
 * allow. Of the blocks whose corners all can cover the cell, the one with the least to
 * suppress is taken. A total that contains the cell can always cover it, so that there is
 * always such a block. Zeros are shown, and cover nothing.
 *
 * Each table is protected by itself. A reader who has another release of the same
 * records, or knows some of them, may find more.
 *
 * @param cells The inner cells, each key once.
 * @param rule What is sensitive, and what covers it.
 * @param isHidden Which cells, totals too, are not shown anyway.
 * @returns Inner cells in their order, then totals; which are suppressed does not depend on
 * the order.
 * @throws {RangeError} If a value or a number of records is not 0 or more.
 * @see Giessing and Repsilber (2002), Tools and strategies to protect multiple tables with
 * the GHQUAR cell suppression engine; Hundepool et al. (2012), chapter 4.
 *
 * @example Four women are hidden by the smallest group that can
 * ```ts
 * import { frequencyRule, suppressTable } from "@jkp/extract";
 * import { assertEquals } from "@std/assert";
 *
 * const cells = [["young", 40], ["middle", 25], ["old", 4]] as const;
 * const table = suppressTable(
 *   cells.map(([age, records]) => (
 *     { key: [age], value: records, records, largest: 0, second: 0 }
 *   )),
 *   frequencyRule(10),
 * );
 * const shown = table.filter(({ isSuppressed }) => !isSuppressed);
 * assertEquals(shown.map(({ key, value }) => [key[0], value]), [["young", 40], ["total", 69]]);
 * ```
 */
export function suppressTable(
  cells: readonly TableCell[],
  rule: SafetyRule,
  isHidden: (key: readonly string[]) => boolean = () => false,
): ProtectedCell[] {
  checkCells(cells);
  const all = withTotals(cells);
  const table: Table = {
    cells: new Map(all.map((cell) => [nameOf(cell.key), cell])),
    values: cells[0]?.key.map((_, d) =>
      [...new Set(all.map(({ key }) => key[d]!))]
        .sort((a, b) => Number(a === TOTAL) - Number(b === TOTAL) || (a < b ? -1 : 1))
    ) ?? [],
  };
  const sensitive = all.filter(rule.isSensitive);
  const hidden = new Set([
    ...sensitive,
    ...all.filter(({ key }) => isHidden(key)),
  ].map(({ key }) => nameOf(key)));
  for (const cell of sensitive) {
    for (const name of cheapestBlock(cell, table, rule, hidden)) hidden.add(name);
  }
  const isInner = new Set(cells.map(({ key }) => nameOf(key)));
  return [...cells, ...all.filter(({ key }) => !isInner.has(nameOf(key)))]
    .map((cell) => ({ ...cell, isSuppressed: hidden.has(nameOf(cell.key)) }));
}

/** All cells by name, and the values of each dimension, `TOTAL` last. */
interface Table {
  readonly cells: ReadonlyMap<string, TableCell>;
  readonly values: readonly (readonly string[])[];
}

function checkCells(cells: readonly TableCell[]): void {
  const bad = cells.flatMap(({ value, records }) => [value, records])
    .find((number) => !(number >= 0 && number < Infinity));
  if (bad === undefined) return;
  throw new RangeError(
    `Cannot suppress cells: numbers of 0 or more are wanted, got ${bad}`,
  );
}

/** All cells with the totals of every kind, in the order of their keys, totals last. */
function withTotals(inner: readonly TableCell[]): TableCell[] {
  const sums = new Map<string, TableCell>();
  for (const cell of inner) {
    for (let mask = 0; mask < 2 ** cell.key.length; mask++) {
      const key = cell.key.map((value, d) => mask & 2 ** d ? TOTAL : value);
      const name = nameOf(key);
      const sum = sums.get(name);
      sums.set(name, { ...(sum === undefined ? cell : joined(sum, cell)), key });
    }
  }
  return [...sums.values()].sort((a, b) =>
    totalsOf(a) - totalsOf(b) || (nameOf(a.key) < nameOf(b.key) ? -1 : 1)
  );
}

/** Two cells, of different records, as one. */
function joined(a: TableCell, b: TableCell): TableCell {
  return {
    ...a,
    value: a.value + b.value,
    records: a.records + b.records,
    largest: Math.max(a.largest, b.largest),
    second: Math.max(Math.min(a.largest, b.largest), a.second, b.second),
  };
}

/** Names of the other corners of the block that covers a cell with the least to hide. */
function cheapestBlock(
  cell: TableCell,
  { cells, values }: Table,
  rule: SafetyRule,
  hidden: ReadonlySet<string>,
): readonly string[] {
  let best: readonly string[] = [];
  let least = Infinity;
  const partners = values.map((all, d) => all.filter((value) => value !== cell.key[d]));
  for (const opposite of combinations(partners)) {
    const names: string[] = [];
    let cost = 0;
    const covers = cornersOf(cell.key, opposite).every(({ key, isTotal }) => {
      const name = nameOf(key);
      const corner = cells.get(name);
      if (corner === undefined || corner.value === 0) return false;
      if (!isTotal && !rule.canCover(corner, cell)) return false;
      if (!hidden.has(name)) cost += corner.value;
      names.push(name);
      return true;
    });
    if (covers && cost < least) [best, least] = [names, cost];
  }
  return best;
}

/** One value of each list, in all ways. */
function combinations(lists: readonly (readonly string[])[]): string[][] {
  return lists.reduce<string[][]>(
    (all, list) => all.flatMap((head) => list.map((value) => [...head, value])),
    [[]],
  );
}

/**
 * The other corners of a block between a cell and the opposite corner. Corners that differ
 * from the cell by totals alone contain it, or are in it, and change with it.
 */
function cornersOf(own: readonly string[], opposite: readonly string[]) {
  return Array.from({ length: 2 ** own.length - 1 }, (_, i) => {
    const isSwapped = own.map((_, d) => ((i + 1) & 2 ** d) > 0);
    return {
      key: own.map((value, d) => isSwapped[d] ? opposite[d]! : value),
      isTotal: own.every((value, d) =>
        !isSwapped[d] || value === TOTAL || opposite[d] === TOTAL
      ),
    };
  });
}

function totalsOf({ key }: { readonly key: readonly string[] }): number {
  return key.filter((value) => value === TOTAL).length;
}

function nameOf(key: readonly string[]): string {
  return key.join("\u0000");
}
