import { isReadable } from "../source/broken_lines.ts";
import { cellText } from "../source/cell_text.ts";
import type { RowBatch } from "../source/spell_file.ts";
import { isHeaderAgain, isSumWord } from "./closing_rows.ts";
import type { CarriedLabels } from "./carried_labels.ts";
import {
  type DecodedRows,
  LABEL_COLUMNS,
  type LabelColumn,
  MISSING,
  UNREADABLE,
} from "./decoded_rows.ts";
import { emptyHash, encodeFrame } from "./encoded_frame.ts";
import type { SpellReading } from "./spell_reading.ts";

/**
 * Turns rows of text into rows of numbers.
 *
 * Each distinct text of a column is read once, so dates and codes are read in one place
 * and millions of rows cost little. New labels of the carried columns that `carried` has are
 * added to it; others are not looked at.
 */
export function decodeRows(
  batch: RowBatch,
  reading: SpellReading,
  carried: ReadonlyMap<string, CarriedLabels>,
): DecodedRows {
  const { frame, firstRow } = batch;
  const labels = Object.values(reading.labels)
    .flatMap((label) => "source" in label ? [label.source] : []);
  const numbers = [reading.monthlyWageIdr, reading.weight]
    .filter((number) => "source" in number);
  const grouping = [...carried.keys()].flatMap((name) => reading.carried[name] ?? []);
  const encoded = encodeFrame(
    frame,
    reading.memberId,
    [...new Set([...labels, ...grouping])],
    numbers,
  );
  const readColumn = (column: LabelColumn) => {
    const label = reading.labels[column];
    return "source" in label
      ? encoded.readLabels(label.source, label.parse)
      : new Int16Array(frame.height).fill(label.constant);
  };
  const rows = {
    length: frame.height,
    firstRow,
    memberHash: encoded.memberHash,
    labels: Object.fromEntries(
      LABEL_COLUMNS.map((column) => [column, readColumn(column)]),
    ) as DecodedRows["labels"],
    monthlyWageIdr: encoded.readNumbers(reading.monthlyWageIdr.source),
    weight: "source" in reading.weight
      ? encoded.readNumbers(reading.weight.source)
      : new Float64Array(frame.height).fill(reading.weight.constant),
    carried: Object.fromEntries(
      [...carried].map(([name, labels]) => {
        const source = reading.carried[name];
        return [
          name,
          source === undefined
            ? new Int16Array(frame.height).fill(labels.code(""))
            : encoded.readLabels(source, (text) => labels.code(text)),
        ];
      }),
    ),
    text: cellText(frame),
  };
  const { isNoRecord, closing } = noRecords(
    batch,
    rows,
    reading.memberId,
    numbers.map((n) => n.source),
  );
  for (const column of LABEL_COLUMNS) {
    const label = reading.labels[column];
    if (!("blank" in label) || label.blank === undefined) continue;
    const { blank } = label;
    rows.labels[column].forEach((value, row, values) => {
      if (value === MISSING && !isNoRecord[row]) values[row] = blank;
    });
  }
  return { ...rows, isNoRecord, closing };
}

/**
 * Marks the rows that are broken or blank: nothing stands in any column that is computed
 * with. Neither is a row of sums a record: it has neither member nor months nor codes; nor
 * the header that stands again, of which none of these can be read.
 */
function noRecords(
  batch: RowBatch,
  rows: Omit<DecodedRows, "isNoRecord" | "closing">,
  memberId: string,
  numberSources: readonly string[],
): Pick<DecodedRows, "isNoRecord" | "closing"> {
  const isNoRecord = new Uint8Array(rows.length);
  for (const line of batch.broken) {
    if (!isReadable(line)) isNoRecord[line.row - batch.firstRow] = 1;
  }
  const closing: number[] = [];
  const labels = Object.values(rows.labels);
  const { start_month: start, last_month: last } = rows.labels;
  const isHeader = (row: number) =>
    start[row] === UNREADABLE && last[row] === UNREADABLE &&
    isHeaderAgain(rows.text(row, memberId), memberId) &&
    labels.every((column) => column[row]! < 0) && Number.isNaN(rows.monthlyWageIdr[row]);
  const [low, high] = emptyHash();
  for (let row = 0; row < rows.length; row++) {
    if (start[row]! >= 0 || isNoRecord[row] === 1) continue;
    if (isHeader(row)) {
      isNoRecord[row] = 1;
      closing.push(row);
      continue;
    }
    if (!labels.every((column) => column[row] === MISSING)) continue;
    const isNobody = rows.memberHash[2 * row] === low &&
      rows.memberHash[2 * row + 1] === high;
    if (!isNobody && !isSumWord(rows.text(row, memberId))) continue;
    isNoRecord[row] = 1;
    const isBlank = isNobody &&
      numberSources.every((source) => rows.text(row, source).trim() === "");
    if (!isBlank) closing.push(row);
  }
  return { isNoRecord, closing };
}
