import { tableToText } from "@jkp/exhibit";
import type { Published } from "@jkp/published";
import {
  headlineTable,
  itemsTable,
  type LedgerRow,
  readingsTable,
  type ReportItem,
  type ReportResults,
} from "@jkp/reproduction";
import { type ModelChoices, readingInWords } from "@jkp/valuation";

/**
 * What `reproduce` prints: how near it comes, rates first; Table 3.7 under each reading;
 * every item in a line; and the choices in force.
 */
export function summaryText(
  items: readonly ReportItem[],
  results: ReportResults,
  published: Published,
  ledger: readonly LedgerRow[],
  folder: string,
  fileCount: number,
): string {
  const hasTable37 = items.some(({ item }) => item === "table_3_7");
  return [
    tableToText(headlineTable(results, ledger)),
    ...(hasTable37 ? [tableToText(readingsTable(results, published))] : []),
    tableToText(itemsTable(items, results, ledger)),
    choicesText(results),
    "",
    `${fileCount} files written to ${folder}/; every published number is in ` +
    "comparison.csv.",
  ].join("\n");
}

function choicesText({ valuations, reading, experience }: ReportResults): string {
  const { choices } = valuations.base.assumptions;
  const names = Object.keys(choices) as (keyof ModelChoices)[];
  return [
    `Choices in force (${readingInWords(reading, experience)}; reasons in choices.md):`,
    ...names.map((name) => `  ${name}: ${choices[name]}`),
  ].join("\n");
}
