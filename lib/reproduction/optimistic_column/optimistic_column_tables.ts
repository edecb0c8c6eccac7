import type { Table } from "@jkp/exhibit";
import type { Published } from "@jkp/published";
import type { ReportResults } from "../results.ts";
import { neededTable } from "./needed_table.ts";
import { takeApart } from "./optimistic_column.ts";
import { evidenceTable, variantRatesTable } from "./variant_tables.ts";

/**
 * What the optimistic column of Table 3.7 needs: the factor on unemployment behind each
 * printed rate beside those that there are, a variant that supplies what is missing, and
 * what speaks against it.
 *
 * @param results The computation; the tables are the same whatever reading is in force.
 * @param published The published numbers.
 * @returns Three tables.
 * @see ILO (2021), Tables 3.7 and 4.1, sections 3.2.6, 3.5.1 and 3.5.2, Annex I.
 *
 * @example The optimistic 0.42 needs unemployment at 0.91 to 0.94 of base; its rate is 0.88
 * ```ts
 * import { readValuation } from "@jkp/valuation/read";
 * import { loadPublished } from "@jkp/published/read";
 * import { computeResults, optimisticColumnTables } from "@jkp/reproduction";
 * import { assertEquals } from "@std/assert";
 *
 * const results = await computeResults(await readValuation("report_2021"));
 * const [needed] = optimisticColumnTables(results, await loadPublished());
 * const suggested = needed!.rows.map((row) => row["optimistic/suggested"]);
 * assertEquals(suggested.slice(0, 2), ["0.908 to 0.938", "0.884"]);
 * ```
 */
export function optimisticColumnTables(
  results: ReportResults,
  published: Published,
): Table[] {
  const column = takeApart(results, published);
  return [
    neededTable(column, results),
    variantRatesTable(column, results, published),
    evidenceTable(column, results, published),
  ];
}
