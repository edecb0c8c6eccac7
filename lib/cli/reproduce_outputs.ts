import {
  documentLedgerToCsv,
  documentTables,
  errataTables,
  findingChains,
  htmlReport,
  itemsTable,
  type LedgerRow,
  ledgerToCsv,
  readDocuments,
  type ReportContent,
  type ReportItem,
  type ReportPart,
  type ReportResults,
  reportWorkbook,
  scenarioInputs,
  scenarioProjectionTable,
  variantsTable,
} from "@jkp/reproduction";
import { REPORT_SCENARIOS } from "@jkp/economy";
import {
  figureToCsv,
  figureToPlotly,
  figureToSvg,
  type Table,
  tableToCsv,
  tableToMarkdown,
} from "@jkp/exhibit";
import type { Published } from "@jkp/published";
import { valueVariants } from "@jkp/valuation";
import { manifestGroups, runManifest } from "./manifest.ts";
import { choicesMarkdown, choicesTable } from "./reproduce_choices.ts";
import { readingsTable } from "./reproduce_summary.ts";

/**
 * Everything that `reproduce` writes, by path.
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
): Promise<Map<string, string | Uint8Array>> {
  const files = new Map<string, string | Uint8Array>();
  const putTable = (path: string, table: Table) => {
    files.set(`${path}.csv`, tableToCsv(table));
    files.set(`${path}.md`, tableToMarkdown(table));
  };
  const parts = await reportParts(items, results, published, ledger);
  for (const { table, figure } of parts) {
    if (table !== undefined) putTable(`tables/${table.id}`, table);
    if (figure !== undefined) {
      const path = `figures/${figure.figure.id}`;
      files.set(`${path}.svg`, figure.svg);
      files.set(`${path}.json`, JSON.stringify(figureToPlotly(figure.figure), null, 1));
      files.set(`${path}.csv`, figureToCsv(figure.figure));
    }
  }
  const projections = REPORT_SCENARIOS.map((scenario) =>
    scenarioProjectionTable(results, scenario)
  );
  for (const table of projections) putTable(`tables/${table.id}`, table);
  const variants = variantsTable(
    results,
    valueVariants(
      {
        pessimistic: scenarioInputs(results, "pessimistic"),
        base: scenarioInputs(results, "base"),
        optimistic: scenarioInputs(results, "optimistic"),
      },
      results.rules,
    ),
  );
  putTable("variants", variants);
  const errata = errataTables(published);
  for (const table of errata) putTable(`tables/${table.id}`, table);
  files.set("comparison.csv", ledgerToCsv(ledger));
  await putDocuments(files, putTable);
  files.set("choices.md", choicesMarkdown(results));
  const manifest = await runManifest(items, results);
  files.set("manifest.json", JSON.stringify(manifest, null, 2) + "\n");

  const content: ReportContent = {
    extract: {
      name: results.experience.extractName,
      isSynthetic: results.experience.isSynthetic,
    },
    reading: results.reading,
    parts,
    overview: overviewTables(items, results, published, ledger),
    chains: findingChains(results, ledger),
    annexes: [variants, ...errata],
    projections,
    choices: choicesTable(results),
    provenance: manifestGroups(manifest),
  };
  files.set("report.html", htmlReport(content));
  files.set("workbook.xlsx", await reportWorkbook(content));
  return files;
}

/** The tables of the papers of 2020 and 2023, apart from the report's and its ledger. */
async function putDocuments(
  files: Map<string, string | Uint8Array>,
  putTable: (path: string, table: Table) => void,
): Promise<void> {
  const { tables, ledger } = documentTables(await readDocuments());
  for (const table of tables) putTable(`documents/${table.id}`, table);
  files.set("documents_comparison.csv", documentLedgerToCsv(ledger));
}

/** Makes each item once, for all files that show it. */
async function reportParts(
  items: readonly ReportItem[],
  results: ReportResults,
  published: Published,
  ledger: readonly LedgerRow[],
): Promise<readonly ReportPart[]> {
  const parts: ReportPart[] = [];
  for (const item of items) {
    const rows = ledger.filter((row) => row.item === item.item);
    const figure = item.figure?.(results, published);
    parts.push({
      item: item.item,
      number: item.number,
      title: item.title,
      rows,
      ...(item.table === undefined ? {} : { table: item.table(results, rows) }),
      ...(figure === undefined
        ? {}
        : { figure: { figure, svg: await figureToSvg(figure) } }),
    });
  }
  return parts;
}

/** What came out: Table 3.7 under each reading, and every item in a line. */
function overviewTables(
  items: readonly ReportItem[],
  results: ReportResults,
  published: Published,
  ledger: readonly LedgerRow[],
): readonly Table[] {
  const hasTable37 = items.some(({ item }) => item === "table_3_7");
  const readings = readingsTable(results, published);
  return [
    ...(hasTable37
      ? [{ ...readings, number: "", title: "Table 3.7 under each reading of Annex I" }]
      : []),
    itemsTable(items, results, ledger),
  ];
}
