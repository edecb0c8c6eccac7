import { tableToText } from "@jkp/exhibit";
import {
  headlineSentence,
  type LedgerRow,
  ratesBesideReport,
  type ReportResults,
} from "@jkp/reproduction";
import { readingInWords } from "@jkp/valuation";
import { join } from "node:path";
import { paragraph } from "./screen.ts";

/** What takes from a number that comes out as printed. */
const PICKED: { readonly [Kind in LedgerRow["kind"]]?: string } = {
  calibrated: ", to which the reading was fitted",
  chosen: ", with which in view the reading was chosen",
};

/** What `reproduce` has made, and where it stands. */
export interface Reproduced {
  readonly results: ReportResults;
  readonly ledger: readonly LedgerRow[];
  readonly folder: string;
  readonly fileCount: number;
}

/**
 * What `reproduce` prints: the rate, and where to read on; Table 3.7 beside the report's; how
 * near it comes. All else is in the files.
 */
export function summaryText(
  { results, ledger, folder, fileCount }: Reproduced,
  width: number,
): string {
  const { valuations, reading, experience } = results;
  const { suggestedRate } = valuations.base.financing.benefit_and_administrative;
  const stated = ledger.find(({ item, cell }) =>
    item === "table_3_7" &&
    cell === "benefit_and_administrative/suggested_contribution_rate/base"
  );
  const beside = stated === undefined
    ? ""
    : `; the report prints ${stated.published}${PICKED[stated.kind] ?? ""}`;
  const sentences = [
    `Base scenario: a suggested contribution rate of ${
      (100 * suggestedRate).toFixed(2)
    } ` +
    `per cent of insurable earnings, ${readingInWords(reading, experience)}${beside}.`,
    `Open ${join(folder, "report.html")}: every table and figure, each printed number ` +
    "beside ours, and why they differ.",
  ];
  return [
    ...sentences.map((sentence) => paragraph(sentence, width)),
    "",
    ...(stated === undefined ? [] : [
      tableToText(ratesBesideReport(results, ledger), { width }),
    ]),
    paragraph(headlineSentence(results, ledger), width),
    paragraph(
      `${fileCount} files in ${folder}/: comparison.csv has every printed number, ` +
        "choices.md what the report leaves open, workbook.xlsx the whole chain as formulas.",
      width,
    ),
  ].join("\n");
}
