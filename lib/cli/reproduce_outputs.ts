import { REPORT_SCENARIOS } from "@jkp/economy";
import {
  figureToCsv,
  figureToPlotly,
  figureToSvg,
  tableToCsv,
  tableToMarkdown,
} from "@jkp/present";
import type { Published } from "@jkp/published";
import {
  type LedgerRow,
  ledgerToCsv,
  projectionTable,
  type ReportItem,
  type ReportResults,
  sourceLine,
  variantsTable,
} from "@jkp/report";
import { valueVariants } from "@jkp/valuation";
import { manifestJson } from "./manifest.ts";
import { choicesMarkdown } from "./reproduce_summary.ts";

/**
 * Everything that `reproduce` writes, as text by path.
 *
 * @param items The items to make.
 * @param results The computation.
 * @param published The published numbers.
 * @param ledger The items' ledger.
 * @returns Relative paths and contents.
 */
export async function outputFiles(
  items: readonly ReportItem[],
  results: ReportResults,
  published: Published,
  ledger: readonly LedgerRow[],
): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const item of items) {
    if (item.table !== undefined) {
      const rows = ledger.filter((row) => row.item === item.item);
      const table = item.table(results, rows);
      files.set(`tables/${table.id}.csv`, tableToCsv(table));
      files.set(`tables/${table.id}.md`, tableToMarkdown(table));
    }
    if (item.figure !== undefined) {
      const figure = item.figure(results, published);
      files.set(`figures/${figure.id}.svg`, await figureToSvg(figure));
      files.set(
        `figures/${figure.id}.json`,
        JSON.stringify(figureToPlotly(figure), null, 1),
      );
      files.set(`figures/${figure.id}.csv`, figureToCsv(figure));
    }
  }
  for (const scenario of REPORT_SCENARIOS) {
    const source = `${results.scenarios[scenario].title} scenario. ${
      sourceLine(results)
    }`;
    const table = projectionTable(results.valuations[scenario], source);
    files.set(`tables/${table.id}.csv`, tableToCsv(table));
    files.set(`tables/${table.id}.md`, tableToMarkdown(table));
  }
  files.set("comparison.csv", ledgerToCsv(ledger));
  files.set("choices.md", choicesMarkdown(results));
  const variants = variantsTable(
    results,
    valueVariants(
      results.experience,
      results.scenarios,
      results.design,
      results.valuations.base.assumptions.choices,
    ),
  );
  files.set("variants.csv", tableToCsv(variants));
  files.set("variants.md", tableToMarkdown(variants));
  files.set("manifest.json", await manifestJson(items, results));
  return files;
}
