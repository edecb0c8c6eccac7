import {
  capitalized,
  documentFiles,
  keyInWords,
  type ProvenanceGroup,
  type Table,
  tableToText,
} from "@jkp/exhibit";
import { inSentence, titleIn, wordsOf } from "@jkp/language";
import { terminationStudy } from "@jkp/experience";
import {
  type HowSureContent,
  qualityTable,
  reconciliationTable,
  type SchemeComparison,
  valuationDocument,
  valuationSummary,
} from "@jkp/study";
import { reconcile, type ResultKey, type ValuationBasis } from "@jkp/valuation";
import { readValuation } from "@jkp/valuation/read";
import { join } from "node:path";
import { inLines } from "./screen.ts";

/** The document of a valuation, as files: page, workbook, tables and figures. */
export async function valuationFiles(
  ...made: Parameters<typeof documentContent>
): Promise<Map<string, string | Uint8Array>> {
  return await documentFiles(valuationDocument(await documentContent(...made)));
}

/**
 * What the document of a valuation shows. Where the file names a previous valuation, the way
 * from its rates to these is in it.
 */
export async function documentContent(
  comparison: SchemeComparison,
  key: ResultKey,
  sure: HowSureContent,
): Promise<Parameters<typeof valuationDocument>[0]> {
  const { basis } = comparison;
  const { previous: name } = basis.file;
  const previous = name === null
    ? undefined
    : previousIn(comparison, await readValuation(name));
  return {
    comparison,
    experience: terminationStudy(basis.extract),
    ...(basis.quality === null || basis.extractFolder === null ? {} : {
      quality: [{ ...qualityTable(basis.quality, basis.extractFolder), id: "quality" }],
    }),
    ...(previous === undefined ? {} : { previous }),
    howSure: sure,
    sources: provenance(comparison, key, sure),
  };
}

/** The file of a valuation's summary in Indonesian. */
export const SUMMARY_FILE = "ringkasan.html";

/** The folder of the tables of a summary. */
const SUMMARY_TABLES = "ringkasan";

/** A valuation's summary and main tables in Indonesian, beside the whole document. */
export async function summaryFiles(
  comparison: SchemeComparison,
  key: ResultKey,
): Promise<Map<string, string | Uint8Array>> {
  const summary = valuationSummary(comparison, {
    language: "id",
    whole: "report.html",
    sources: sourcesInIndonesian(comparison, key),
  });
  const all = await documentFiles(summary);
  const tables = [...all].filter(([path]) => path.startsWith("tables/"));
  return new Map([
    [SUMMARY_FILE, all.get("report.html")!],
    ...tables.map(([path, text]) =>
      [path.replace("tables", SUMMARY_TABLES), text] as const
    ),
  ]);
}

/** Where a summary's inputs come from; sources are as their files name them. */
function sourcesInIndonesian(
  { basis: { file, scenarios, schemes } }: SchemeComparison,
  { key, lawAsOf }: ResultKey,
): readonly ProvenanceGroup[] {
  const { page } = wordsOf("id").valuation;
  return [
    {
      title: page.sources,
      rows: [
        [page.valuation, file.source],
        ...scenarios.map(({ scenario }) =>
          [page.ofScenario(inSentence(titleIn(scenario, "id"))), scenario.source] as const
        ),
        ...schemes.map((scheme) => [titleIn(scheme, "id"), scheme.source] as const),
      ],
    },
    {
      title: page.keyAndLaw,
      rows: [[page.key, key ?? page.noKey], [page.lawAsOf, lawAsOf]],
    },
  ];
}

/** What `value --lang id` prints: the summary, the rates, and where all else is. */
export function summaryText(
  comparison: SchemeComparison,
  { out, written, width }: {
    readonly out: string;
    readonly written: number;
    readonly width: number;
  },
): string {
  const whole = join(out, "report.html");
  const { title, summary = [], answer } = valuationSummary(comparison, {
    language: "id",
    whole,
    sources: [],
  });
  const { page } = wordsOf("id").valuation;
  return [
    inLines(title, width),
    ...summary.slice(0, -1).map((sentence) => inLines(sentence, width)),
    ...answer.map((table) => tableToText(table, { width }).trimEnd()),
    inLines(
      `${page.open(join(out, SUMMARY_FILE))} ${page.whole(whole)} ` +
        page.written(written, out),
      width,
    ),
  ].join("\n\n");
}

/** The way from a valuation's rates to these, or why there is none. */
function previousIn(
  { basis, inWords }: SchemeComparison,
  previous: ValuationBasis,
): Table | string {
  try {
    return reconciliationTable(
      reconcile(previous, basis),
      `JKP Lab: ${previous.inWords}; then ${inWords}.`,
    );
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return `No comparison with ${previous.file.name}: ${error.message}.`;
  }
}

/** What the results were made from. */
function provenance(
  { basis }: SchemeComparison,
  { key, lawAsOf, parts }: ResultKey,
  { economy }: HowSureContent,
): readonly ProvenanceGroup[] {
  const { file, schemes, scenarios } = basis;
  return [
    {
      title: "Sources",
      rows: [
        ["Valuation", file.source],
        ...Object.entries(file.sources).map(([part, source]) =>
          [capitalized(keyInWords(part)), source] as const
        ),
        ...scenarios.map(({ scenario: { title, source } }) =>
          [`${title} scenario`, source] as const
        ),
        ...schemes.map(({ title, source }) => [title, source] as const),
        ...(typeof economy === "string"
          ? []
          : [[`Process ${economy.process.name}`, economy.process.source] as const]),
      ],
    },
    {
      title: "Key of the results, and checksums of what they were made from",
      isFolded: true,
      rows: [
        ["Key", key ?? "none: the extract's folder keeps no number"],
        ["Law as of", lawAsOf],
        ...Object.entries(parts).map(([part, checksum]) =>
          [part, checksum ?? "none"] as const
        ),
      ],
    },
    {
      title: "Program",
      rows: [["Deno", Deno.version.deno], ["TypeScript", Deno.version.typescript]],
    },
  ];
}
