import {
  documentLedgerToCsv,
  documentTables,
  errataTables,
  findingChains,
  headlineTable,
  htmlReport,
  itemsTable,
  type LedgerRow,
  ledgerToCsv,
  optimisticColumnTables,
  paperErrataTable,
  readDocuments,
  readingsTable,
  type ReportContent,
  reportFormulas,
  reportInShort,
  type ReportItem,
  type ReportPart,
  type ReportResults,
  reportWorkbook,
  scenarioInputs,
  scenarioProjectionTable,
} from "@jkp/reproduction";
import { REPORT_SCENARIOS } from "@jkp/economy";
import {
  dataInWords,
  drawForPage,
  filesOf,
  type ProvenanceGroup,
  sourceLine,
  type Table,
} from "@jkp/exhibit";
import { choicesTable, variantsTable } from "@jkp/study";
import type { Published } from "@jkp/published";
import { loadPublishedDocuments } from "@jkp/published/read";
import { readingInWords, valueVariants } from "@jkp/valuation";
import { checksumsOf, manifestGroups, runManifest } from "./manifest.ts";
import { FOLDERS, MANIFEST } from "./outputs.ts";
import { choicesMarkdown } from "./reproduce_choices.ts";

/** Everything that `reproduce` writes, by relative path. */
export async function outputFiles(
  items: readonly ReportItem[],
  results: ReportResults,
  published: Published,
  ledger: readonly LedgerRow[],
): Promise<Map<string, string | Uint8Array>> {
  const parts = await reportParts(items, results, published, ledger);
  const projections = REPORT_SCENARIOS.map((scenario) =>
    scenarioProjectionTable(results, scenario)
  );
  const variants = variantsTable(
    valueVariants(
      {
        pessimistic: scenarioInputs(results, "pessimistic"),
        base: scenarioInputs(results, "base"),
        optimistic: scenarioInputs(results, "optimistic"),
      },
      results.rules,
    ),
    results.reading,
    sourceLine(results.experience),
  );
  const optimisticColumn = optimisticColumnTables(results, published);
  const errata = [
    ...errataTables(published),
    paperErrataTable(published, await loadPublishedDocuments()),
  ];
  const tables = parts.flatMap(({ table }) => table ?? []);
  const figures = parts.flatMap(({ figure }) =>
    figure === undefined ? [] : { drawn: figure.figure, svg: figure.drawing.wide }
  );
  const files = new Map<string, string | Uint8Array>([
    ...await filesOf(
      [...tables, ...projections, ...optimisticColumn, ...errata],
      figures,
      { ...FOLDERS, hasPlotly: true },
    ),
    ...await variantFiles(variants, optimisticColumn),
    ["comparison.csv", ledgerToCsv(ledger)],
    ...await documentFiles(),
    ["choices.md", choicesMarkdown(results.experience)],
  ]);
  const manifest = await runManifest(items, results);

  const content: ReportContent = {
    extract: {
      name: results.experience.extractName,
      isSynthetic: results.experience.isSynthetic,
    },
    reading: readingInWords(results.reading, results.experience)
      .replace(/^reading /, ""),
    inShort: reportInShort(results, ledger),
    parts,
    overview: overviewTables(items, results, published, ledger),
    chains: findingChains(results, ledger, published),
    annexes: [variants, ...optimisticColumn, ...errata],
    projections,
    choices: choicesTable(results.reading, results.experience),
    provenance: [sourcesGroup(results), ...manifestGroups(manifest)],
    formulas: items.some(({ item }) => item === "table_3_7")
      ? reportFormulas(results, ledger)
      : [],
  };
  files.set("report.html", await htmlReport(content));
  files.set("workbook.xlsx", await reportWorkbook(content));
  const outputs = await checksumsOf(files);
  return files.set(MANIFEST, JSON.stringify({ ...manifest, outputs }, null, 2) + "\n");
}

/** Where the inputs come from, in words. */
function sourcesGroup(
  { experience, scenarios, rules }: ReportResults,
): ProvenanceGroup {
  return {
    title: "Sources",
    rows: [
      [
        `Members, wages, terminations and time out of work`,
        dataInWords(experience),
      ],
      ...REPORT_SCENARIOS.map((name) =>
        [`${scenarios[name].title} scenario`, scenarios[name].source] as const
      ),
      ["Design", rules.source],
      ["Published numbers", "ILO (2021): data/published, each with its place"],
      ["Public statistics", "data/open, each number with its source; under each figure"],
    ],
  };
}

/** What was tried; in the text also what the optimistic column needs. */
async function variantFiles(
  variants: Table,
  optimisticColumn: readonly Table[],
): Promise<Map<string, string>> {
  const files = await filesOf([variants]);
  const page = [...await filesOf(optimisticColumn)]
    .filter(([path]) => path.endsWith(".md"))
    .map(([, text]) => text);
  const title = "## What the optimistic column needs\n";
  return files.set("variants.md", [files.get("variants.md"), title, ...page].join("\n"));
}

/** The tables of the papers of 2020 and 2023, apart from the report's and its ledger. */
async function documentFiles(): Promise<Map<string, string>> {
  const { tables, ledger } = documentTables(await readDocuments());
  const files = await filesOf(tables, [], { tablesIn: "documents" });
  return files.set("documents_comparison.csv", documentLedgerToCsv(ledger));
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
        : { figure: { figure, drawing: await drawForPage(figure) } }),
    });
  }
  return parts;
}

/** What came out: rates first, Table 3.7 under each reading, and every item in a line. */
function overviewTables(
  items: readonly ReportItem[],
  results: ReportResults,
  published: Published,
  ledger: readonly LedgerRow[],
): readonly Table[] {
  const hasTable37 = items.some(({ item }) => item === "table_3_7");
  const readings = readingsTable(results, published);
  return [
    headlineTable(results, ledger),
    ...(hasTable37
      ? [{ ...readings, number: "", title: "Table 3.7 under each reading of Annex I" }]
      : []),
    itemsTable(items, results, ledger),
  ];
}
