import type { DataFrame } from "nodejs-polars";
import { FileFindings } from "../check/file_findings.ts";
import { reportClosingRow, reportManyClosing } from "../check/closing_findings.ts";
import type { Tally } from "../check/tally.ts";
import type { CarriedLabels } from "../decode/carried_labels.ts";
import type { MemberPart } from "../register/member_part.ts";
import { checkRowsCut } from "../shape/check_rows_cut.ts";
import { cellText } from "../source/cell_text.ts";
import type { RowBatch, SpellFile } from "../source/spell_file.ts";
import { letFramesGo } from "../source/let_frames_go.ts";
import { lineInWords } from "../source/broken_lines.ts";
import { wantedInWords } from "../source/wanted.ts";
import { untilUnreadable } from "../source/until_unreadable.ts";
import { type CompactRows, compactRows } from "./compact_rows.ts";
import { sourcesOfTable, type TableReading } from "./table_reading.ts";

/** A file of a table, with how its rows are read. */
export interface TableFile {
  readonly file: SpellFile;
  readonly reading: TableReading;
}

/** A table of a register: its files, and the row of their headers. */
export interface Table {
  readonly files: readonly TableFile[];
  readonly headerRow?: number | undefined;
}

/** How much a table holds. */
export interface TableSize {
  readonly rows: number;
  /** Rows in which nothing stands. */
  readonly blankRows: number;
  /** Rows that cannot be used. */
  readonly unusableRows: number;
}

/** How the reading of a table is followed, and which members are taken in. */
export interface ReadTableOptions {
  /** Called with the rows of each batch. */
  readonly rowsSeen: (rows: number) => void;
  readonly part: MemberPart | undefined;
}

/**
 * Reads all rows of a table as compact rows; what is wrong with cells and lines goes to the
 * tally, by file, row and column.
 *
 * @param options How it is followed, and which members are taken in.
 * @param each Gets the usable rows of each batch.
 */
export async function readTable(
  { files, headerRow }: Table,
  carried: ReadonlyMap<string, CarriedLabels>,
  tally: Tally,
  { rowsSeen, part }: ReadTableOptions,
  each: (rows: DataFrame) => void,
): Promise<TableSize> {
  const size = { rows: 0, blankRows: 0, unusableRows: 0 };
  const empty: string[] = [];
  let [allRows, wordless] = [0, 0];
  for (const { file, reading } of files) {
    const findings = new FileFindings(tally);
    const ofFile = { rows: 0, records: 0 };
    let before: CompactRows["last"];
    const batches = file.rows(sourcesOfTable(reading), { keepsDates: true });
    const error = await untilUnreadable(batches, async (batch) => {
      const compact = compactRows(batch, reading, carried, { part, before });
      before = compact.last;
      const { height } = batch.frame;
      wordless += report(file.path, batch, reading, compact, tally, findings);
      tally.checked("closing_rows", height);
      const records = height - compact.allBlankRows;
      findings.recordsRead(records);
      for (const rule of ["records", "values_present", "values_readable"] as const) {
        tally.checked(rule, records);
      }
      for (const { rule } of reading.rules) tally.checked(rule, records);
      ofFile.rows += height;
      ofFile.records += records;
      size.rows += compact.rows;
      size.blankRows += compact.blankRows;
      size.unusableRows += compact.unusableRows;
      rowsSeen(height);
      each(compact.frame);
      await letFramesGo();
    });
    findings.finish();
    checkRowsCut(file.path, ofFile.rows, headerRow, tally);
    if (ofFile.records === 0 && error === undefined) empty.push(file.path);
    tally.findAll("readable", error);
    allRows += ofFile.rows;
  }
  if (files.length > 0) {
    reportManyClosing(files[0]!.file.path, wordless, allRows, tally);
  }
  tally.checked("files_filled", files.length);
  for (const file of empty) { // one of many may be; none may count to nothing
    const rule = empty.length === files.length ? "readable" : "files_filled";
    tally.find(rule, {
      file,
      value: tally.words.check.value.none,
      expected: tally.words.check.expected.atLeastOneRow,
    });
  }
  return size;
}

/** Passes on what is wrong with lines and cells: how many sums stand without a word for it. */
function report(
  path: string,
  batch: RowBatch,
  reading: TableReading,
  { bad, closing, sums }: CompactRows,
  tally: Tally,
  findings: FileFindings,
): number {
  const words = tally.words.check.expected;
  for (const line of batch.broken) {
    const { row, column } = line;
    const place = column === undefined ? {} : { column };
    tally.find("records", {
      file: path,
      row,
      ...place,
      ...lineInWords(line, tally.words.check),
    });
  }
  if (bad.length === 0 && closing.length === 0) return 0;
  let wordless = 0;
  const text = cellText(batch.frame);
  const { member } = reading.fields;
  for (const row of closing) {
    const place = { file: path, row: batch.firstRow + row };
    const column = member?.kind === "id" ? member.source : "";
    const who = column === "" ? "" : text(row, column);
    if (who.trim() === "" && !sums.has(row)) wordless++;
    const cells = sourcesOfTable(reading).map((source) => text(row, source));
    reportClosingRow({ ...place, column }, who, cells, tally);
  }
  for (const { rule, row, source, expected } of bad) {
    const value = text(row, source);
    findings.find(
      rule ?? (value.trim() === "" ? "values_present" : "values_readable"),
      {
        file: path,
        row: batch.firstRow + row,
        ...(member?.kind === "id" ? { key: text(row, member.source) } : {}),
        column: source,
        value,
        expected: wantedInWords(expected, words),
      },
    );
  }
  return wordless;
}
