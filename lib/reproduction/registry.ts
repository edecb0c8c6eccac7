import { didYouMean } from "@jkp/problem";
import type { Published } from "@jkp/published";
import { CHAPTER_1 } from "./chapter_1/items.ts";
import { CHAPTER_2 } from "./chapter_2/items.ts";
import { CHAPTER_3 } from "./chapter_3/items.ts";
import { CHAPTER_4 } from "./chapter_4/items.ts";
import { SUMMARY } from "./executive_summary/items.ts";
import type { ReportItem } from "./item.ts";
import { kindOf, type KindSetting } from "./ledger/kind_rules.ts";
import { compareItem, type LedgerRow } from "./ledger/ledger.ts";
import type { Reproduced, ReproducedCells } from "./reproduced.ts";
import type { ReportResults } from "./results.ts";

/** Everything of the report that the project makes again, in the report's order. */
export const REGISTRY: readonly ReportItem[] = [
  ...SUMMARY,
  ...CHAPTER_1,
  ...CHAPTER_2,
  ...CHAPTER_3,
  ...CHAPTER_4,
];

/**
 * Chooses items as a reader names them.
 *
 * @param names Numbers such as `3.7`, `F3.2`, `section 3.4`, or keys such as `table_3_7`;
 * none for all.
 * @returns The items, in the report's order.
 * @throws {RangeError} If a name is not in the registry.
 *
 * @example A table and a figure
 * ```ts
 * import { selectItems } from "@jkp/reproduction";
 * import { assertEquals } from "@std/assert";
 *
 * const items = selectItems(["3.7", "F3.2"]);
 * assertEquals(items.map(({ item }) => item), ["figure_3_2", "table_3_7"]);
 * ```
 */
export function selectItems(names: readonly string[]): readonly ReportItem[] {
  if (names.length === 0) return REGISTRY;
  const isNamed = (item: ReportItem, name: string) =>
    item.item === name || item.number.toLowerCase() === name.toLowerCase();
  const unknown = names.filter((name) => !REGISTRY.some((item) => isNamed(item, name)));
  if (unknown.length > 0) {
    const numbers = REGISTRY.map(({ number }) => number);
    const got = unknown.map((name) => `${name}${didYouMean(name, numbers)}`).join(", ");
    throw new RangeError(
      `Cannot choose items: numbers such as 3.7 or F3.2 are wanted, got ${got}. There ` +
        `are ${[...new Set(numbers)].join("; ")}`,
    );
  }
  return REGISTRY.filter((item) => names.some((name) => isNamed(item, name)));
}

/**
 * The ledger: every published number of the items beside ours.
 *
 * @param items Items of the registry.
 * @param results The computation.
 * @param published The published numbers.
 * @returns The rows, item by item.
 *
 * @example Table 3.7, base scenario: the suggested rates with and without administration
 * ```ts
 * import { readValuation } from "@jkp/valuation/read";
 * import { loadPublished } from "@jkp/published/read";
 * import { buildLedger, computeResults, selectItems } from "@jkp/reproduction";
 * import { assertEquals } from "@std/assert";
 *
 * const results = await computeResults(await readValuation("report_2021"));
 * const ledger = buildLedger(selectItems(["3.7"]), results, await loadPublished());
 * const suggested = ledger
 *   .filter(({ cell }) => cell.endsWith("suggested_contribution_rate/base"))
 *   .map(({ published, reproduced, kind }) => [
 *     published,
 *     Number(reproduced).toFixed(2),
 *     kind,
 *   ]);
 * assertEquals(suggested, [
 *   ["1.04", "1.04", "arithmetic"],
 *   ["1.35", "1.35", "calibrated"],
 * ]);
 * ```
 */
export function buildLedger(
  items: readonly ReportItem[],
  results: ReportResults,
  published: Published,
): LedgerRow[] {
  const setting: KindSetting = {
    choices: results.valuations.base.assumptions.choices,
    isSynthetic: results.experience.isSynthetic,
  };
  return items.flatMap((item) => {
    if (item.cells === undefined) return [];
    const cells = item.cells(results, published);
    const rows = compareItem(
      published,
      item.item,
      results.experience.isSynthetic || item.isOfExtract === false
        ? cells
        : ofYourExtract(cells),
      item.reasonForNone ?? "not computed",
      (row, reproduced) => kindOf(row, reproduced, setting),
    );
    return item.isOfExtract === false
      ? rows.map((row) => ({ ...row, isOfExtract: false }))
      : rows;
  });
}

/** On recorded data, a number differs for another reason than on the synthetic ones. */
function ofYourExtract(cells: ReproducedCells): ReproducedCells {
  const whyDifferent = "computed from your extract, not from the records of 2021";
  const isOfExtract = ({ kind }: Reproduced) => kind !== "input" && kind !== "open";
  return Object.fromEntries(
    Object.entries(cells).map(([cell, reproduced]) => [
      cell,
      isOfExtract(reproduced) ? { ...reproduced, whyDifferent } : reproduced,
    ]),
  );
}
