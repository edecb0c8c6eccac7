import {
  capitalized,
  documentFiles,
  keyInWords,
  type ProvenanceGroup,
  type Table,
} from "@jkp/exhibit";
import { terminationStudy } from "@jkp/experience";
import {
  type HowSureContent,
  qualityTable,
  reconciliationTable,
  type SchemeComparison,
  valuationDocument,
} from "@jkp/study";
import { reconcile, type ResultKey, type ValuationBasis } from "@jkp/valuation";
import { readValuation } from "@jkp/valuation/read";

/**
 * The document of a valuation, as files: page, workbook, tables and figures. Where the file
 * names a previous valuation, the way from its rates to these is in it.
 */
export async function valuationFiles(
  comparison: SchemeComparison,
  key: ResultKey,
  sure: HowSureContent,
): Promise<Map<string, string | Uint8Array>> {
  const { basis } = comparison;
  const { previous: name } = basis.file;
  const previous = name === null
    ? undefined
    : previousIn(comparison, await readValuation(name));
  return await documentFiles(valuationDocument({
    comparison,
    experience: terminationStudy(basis.extract),
    ...(basis.quality === null || basis.extractFolder === null ? {} : {
      quality: [{ ...qualityTable(basis.quality, basis.extractFolder), id: "quality" }],
    }),
    ...(previous === undefined ? {} : { previous }),
    howSure: sure,
    sources: provenance(comparison, key, sure),
  }));
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
