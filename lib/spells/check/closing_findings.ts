import { countInWords } from "@jkp/exhibit";
import { areManyClosing, isSumWord } from "../decode/closing_rows.ts";
import type { RowsRead } from "./check_rows.ts";
import type { Tally } from "./tally.ts";

/** What is said of a row that is a sum of others. */
const CLOSING = {
  expected: "a member; this seems to be a sum of other rows",
  meaning: "It is counted nowhere.",
};

/** Passes on the rows of a batch that are sums of others: how many are without a word. */
export function reportClosing({ path, reading, rows }: RowsRead, tally: Tally): number {
  tally.checked("closing_rows", rows.length);
  let wordless = 0;
  for (const row of rows.closing) {
    const member = rows.text(row, reading.memberId);
    if (!isSumWord(member)) wordless++;
    const wage = rows.text(row, reading.monthlyWageIdr.source);
    reportClosingRow(
      { file: path, row: rows.firstRow + row, column: reading.memberId },
      [member, wage],
      tally,
    );
  }
  return wordless;
}

/** Passes on a row that is a sum of others, by what stands in it. */
export function reportClosingRow(
  place: { readonly file: string; readonly row: number; readonly column: string },
  cells: readonly string[],
  tally: Tally,
): void {
  const value = cells.filter((cell) => cell.trim() !== "").join(", ");
  tally.find("closing_rows", { ...place, value, ...CLOSING });
}

/** More rows without a word than close a table are no sums: members and months were lost. */
export function reportManyClosing(
  file: string,
  wordless: number,
  rows: number,
  tally: Tally,
): void {
  if (!areManyClosing(wordless, rows)) return;
  tally.find("values_present", {
    file,
    value: `none in ${countInWords(wordless, "row")} of ${rows.toLocaleString("en")}`,
    expected: "a member and months, but in a few rows of sums",
    meaning:
      "Columns of members and months may have been lost, or stand under other names.",
  });
}
