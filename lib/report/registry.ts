import type { Published } from "@jkp/published";
import { figure31, figure33 } from "./figures/demographic_ratio.ts";
import { figure32, figure34 } from "./figures/payg_cost_rate.ts";
import type { ReportItem } from "./item.ts";
import { compareItem, type LedgerRow } from "./ledger.ts";
import type { ReproducedCells } from "./reproduced.ts";
import type { ReportResults } from "./results.ts";
import { executiveSummary } from "./sections/executive_summary.ts";
import { section123 } from "./sections/section_1_2_3.ts";
import { section221, section222, section223 } from "./sections/section_2_2.ts";
import {
  section321,
  section322,
  section323,
  section324,
  section325,
  section326,
} from "./sections/section_3_2.ts";
import { section33 } from "./sections/section_3_3.ts";
import { section34 } from "./sections/section_3_4.ts";
import {
  footnote28,
  section35,
  section351,
  section352,
  section353,
} from "./sections/section_3_5.ts";
import { footnote30, section41 } from "./sections/section_4_1.ts";
import { table34 } from "./tables/assumptions.ts";
import { table31, tableE1 } from "./tables/design.ts";
import { table32, table35, table36 } from "./tables/earnings.ts";
import { table22, table24, table25 } from "./tables/economy.ts";
import { table33, table37, tableE2 } from "./tables/findings.ts";
import { table41 } from "./tables/transition.ts";

/** Everything of the report that the project makes again, in the report's order. */
export const REGISTRY: readonly ReportItem[] = [
  executiveSummary,
  tableE1,
  tableE2,
  section123,
  section221,
  table22,
  section222,
  table24,
  section223,
  table25,
  table31,
  section321,
  section322,
  table32,
  section323,
  section324,
  section325,
  section326,
  section33,
  figure31,
  figure32,
  table33,
  section34,
  table34,
  section35,
  section351,
  footnote28,
  table35,
  section352,
  table36,
  section353,
  figure33,
  figure34,
  table37,
  section41,
  footnote30,
  table41,
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
 * import { selectItems } from "@jkp/report";
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
    throw new RangeError(
      `Cannot choose items: numbers such as 3.7 or F3.2 are wanted, got ${
        unknown.join(", ")
      }`,
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
 * @example
 * ```ts
 * import { readShippedExtract } from "@jkp/extract";
 * import { loadPublished } from "@jkp/published";
 * import { buildLedger, computeResults, selectItems } from "@jkp/report";
 * import { assertEquals } from "@std/assert";
 *
 * const results = await computeResults(await readShippedExtract(), "closest");
 * const ledger = buildLedger(selectItems(["3.7"]), results, await loadPublished());
 * assertEquals(ledger.length, 18);
 * ```
 */
export function buildLedger(
  items: readonly ReportItem[],
  results: ReportResults,
  published: Published,
): LedgerRow[] {
  return items.flatMap((item) => {
    if (item.cells === undefined) return [];
    const cells = item.cells(results, published);
    return compareItem(
      published,
      item.item,
      results.experience.isSynthetic ? cells : ofYourExtract(cells),
      item.reasonForNone ?? "not computed",
    );
  });
}

/** On recorded data, a number differs for another reason than on the synthetic ones. */
function ofYourExtract(cells: ReproducedCells): ReproducedCells {
  const whyDifferent = "computed from your extract, not from the records of 2021";
  return Object.fromEntries(
    Object.entries(cells).map(([cell, reproduced]) => [
      cell,
      reproduced.kind === "input" ? reproduced : { ...reproduced, whyDifferent },
    ]),
  );
}
