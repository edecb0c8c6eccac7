import { documentFiles, type ProvenanceGroup } from "@jkp/exhibit";
import { terminationStudy } from "@jkp/experience";
import {
  qualityTable,
  reconciliationTable,
  type SchemeComparison,
  valuationDocument,
} from "@jkp/study";
import { reconcile, type ResultKey } from "@jkp/valuation";
import { readValuation } from "@jkp/valuation/read";

/**
 * The document of a valuation, as files: page, workbook, tables and figures. Where the file
 * names a previous valuation, the way from its rates to these is in it.
 */
export async function valuationFiles(
  comparison: SchemeComparison,
  key: ResultKey,
): Promise<Map<string, string | Uint8Array>> {
  const { basis } = comparison;
  const previous = basis.file.previous === null
    ? null
    : await readValuation(basis.file.previous);
  return await documentFiles(valuationDocument({
    comparison,
    experience: terminationStudy(basis.extract),
    ...(basis.quality === null ? {} : {
      quality: [{ ...qualityTable(basis.quality, basis.extractFolder), id: "quality" }],
    }),
    ...(previous === null ? {} : {
      previous: reconciliationTable(
        reconcile(previous, basis),
        `JKP Lab: ${previous.inWords}; then ${comparison.inWords}.`,
      ),
    }),
    sources: provenance(comparison, key),
  }));
}

/** What the results were made from. */
function provenance(
  { basis }: SchemeComparison,
  { key, lawAsOf, parts }: ResultKey,
): readonly ProvenanceGroup[] {
  const { file, schemes, scenarios } = basis;
  return [
    {
      title: "Key of the results",
      rows: [
        ["Key", key ?? "none: the extract's folder keeps no number"],
        ["Law as of", lawAsOf],
        ...Object.entries(parts).map(([part, checksum]) =>
          [part, checksum ?? "none"] as const
        ),
      ],
    },
    {
      title: "Sources",
      rows: [
        ["valuation", file.source],
        ...Object.entries(file.sources),
        ...scenarios.map(({ scenario }) =>
          [`scenario ${scenario.name}`, scenario.source] as const
        ),
        ...schemes.map(({ name, source }) => [`design ${name}`, source] as const),
      ],
    },
    {
      title: "Program",
      rows: [["Deno", Deno.version.deno], ["TypeScript", Deno.version.typescript]],
    },
  ];
}
