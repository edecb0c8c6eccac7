import { areManyClosing, isHeaderAgain } from "../decode/closing_rows.ts";
import type { RowsRead } from "./check_rows.ts";
import type { Tally } from "./tally.ts";

/** Passes on the rows of a batch that are no records: how many sums are without a word. */
export function reportClosing({ path, reading, rows }: RowsRead, tally: Tally): number {
  tally.checked("closing_rows", rows.length);
  let wordless = 0;
  for (const row of rows.closing) {
    const member = rows.text(row, reading.memberId);
    if (member.trim() === "") wordless++;
    const wage = rows.text(row, reading.monthlyWageIdr.source);
    reportClosingRow(
      { file: path, row: rows.firstRow + row, column: reading.memberId },
      member,
      [member, wage],
      tally,
    );
  }
  return wordless;
}

/** Passes on a row that is a sum of others, or the header again, by what stands in it. */
export function reportClosingRow(
  place: { readonly file: string; readonly row: number; readonly column: string },
  member: string,
  cells: readonly string[],
  tally: Tally,
): void {
  const { expected, meaning } = tally.words.check;
  const value = cells.filter((cell) => cell.trim() !== "").join(", ");
  tally.find("closing_rows", {
    ...place,
    value,
    expected: isHeaderAgain(member, place.column) && member !== ""
      ? expected.noHeaderAgain
      : expected.noClosingRow,
    meaning: meaning.countedNowhere,
  });
}

/** More rows without a word than close a table are no sums: members and months were lost. */
export function reportManyClosing(
  file: string,
  wordless: number,
  rows: number,
  tally: Tally,
): void {
  if (!areManyClosing(wordless, rows)) return;
  const { expected, meaning, value } = tally.words.check;
  tally.find("values_present", {
    file,
    value: value.noneInRows(wordless, rows),
    expected: expected.fewClosingRows,
    meaning: meaning.columnsLost,
  });
}
