import {
  type DecodedRows,
  LABEL_COLUMNS,
  type LabelColumn,
  MISSING,
  type SpellColumn,
  UNREADABLE,
} from "../decode/decoded_rows.ts";
import { emptyHash } from "../decode/encoded_frame.ts";
import type { NumberReading, SpellReading } from "../decode/spell_reading.ts";
import { type BrokenLine, lineInWords } from "../source/broken_lines.ts";
import { type Wanted, wantedInWords } from "../source/wanted.ts";
import type { FileFindings } from "./file_findings.ts";
import { RULES } from "./finding.ts";
import { ROW_RULES, type RowLimits } from "./row_rules.ts";
import type { Tally } from "./tally.ts";

/** One bit for each column, to mark where it has no usable value. */
const BIT: Readonly<Record<SpellColumn, number>> = {
  member_id: 1,
  sex: 2,
  birth_month: 4,
  start_month: 8,
  last_month: 16,
  end_reason: 32,
  claim_month: 64,
  monthly_wage_idr: 128,
  weight: 256,
};

/** Columns whose cells may be empty. */
const OPTIONAL: readonly LabelColumn[] = ["end_reason", "claim_month"];

/** Columns without which a row belongs to nobody and no time. */
const KEY_BITS = BIT.member_id | BIT.sex | BIT.birth_month | BIT.start_month |
  BIT.last_month;

/** Rows of a file, with how they were read. */
export interface RowsRead {
  readonly path: string;
  readonly reading: SpellReading;
  readonly rows: DecodedRows;
  readonly broken: readonly BrokenLine[];
}

/** For each row, whether it can be used and whether it breaks a rule. */
export interface RowMarks {
  /** 1 where member, sex and months are known, and start is not after the last month. */
  readonly isUsable: Uint8Array;
  readonly hasError: Uint8Array;
}

/** Checks every cell of some rows, and every rule that looks at one row. */
export function checkRows(
  read: RowsRead,
  limits: RowLimits,
  tally: Tally,
  findings: FileFindings,
): RowMarks {
  const { rows, path, broken } = read;
  const { check: words } = tally.words;
  const hasError = new Uint8Array(rows.length);
  for (const line of broken) {
    const { row, column } = line;
    const place = column === undefined ? {} : { column };
    tally.find("records", {
      file: path,
      row,
      ...place,
      ...lineInWords(line, words),
    });
    hasError[row - rows.firstRow] = 1;
  }
  tally.checked("records", rows.length);
  const unusable = checkCells(read, tally, findings, hasError);
  const isWhole = !rows.isNoRecord.includes(1) && unusable.every((bits) => bits === 0);
  for (const rule of ROW_RULES) {
    const breaks = rule.breaks(rows, limits);
    const needed = rule.columns.reduce((bits, column) => bits | BIT[column], 0);
    const isError = RULES[rule.name].severity === "error";
    let [checked, notChecked] = [0, 0];
    for (let row = 0; row < rows.length; row++) {
      if (!isWhole) {
        if (rows.isNoRecord[row]) continue;
        if (unusable[row]! & needed) {
          notChecked++;
          continue;
        }
      }
      checked++;
      if (!breaks(row)) continue;
      if (isError) hasError[row] = 1;
      findings.find(rule.name, {
        ...placeOf(read, row, rule.columns[0]!),
        expected: wantedInWords(rule.expected(limits), words.expected),
      });
    }
    tally.checked(rule.name, checked, notChecked);
  }
  findings.recordsRead(recordsIn(rows));
  const { start_month: start, last_month: last } = rows.labels;
  const isUsable = new Uint8Array(rows.length);
  for (let row = 0; row < rows.length; row++) {
    const isUnusable = rows.isNoRecord[row]! | (unusable[row]! & KEY_BITS);
    if (isUnusable === 0 && start[row]! <= last[row]!) isUsable[row] = 1;
  }
  return { isUsable, hasError };
}

/** Rows that are neither broken nor blank. */
function recordsIn({ length, isNoRecord }: DecodedRows): number {
  let records = length;
  for (const mark of isNoRecord) records -= mark;
  return records;
}

/** Checks cells one by one; gives for each row the bits of its unusable columns. */
function checkCells(
  read: RowsRead,
  tally: Tally,
  findings: FileFindings,
  hasError: Uint8Array,
): Uint16Array {
  const { rows, reading } = read;
  const { expected } = tally.words.check;
  const unusable = new Uint16Array(rows.length);
  const told = new Set(read.broken.map(({ row, column }) => `${row} ${column}`));
  const report = (row: number, column: SpellColumn, wanted: Wanted) => {
    unusable[row]! |= BIT[column];
    if (rows.isNoRecord[row]) return;
    const place = placeOf(read, row, column);
    hasError[row] = 1;
    if (told.size > 0 && told.has(`${place.row} ${place.column}`)) return;
    const rule = place.value.trim() === "" ? "values_present" : "values_readable";
    findings.find(rule, { ...place, expected: wantedInWords(wanted, expected) });
  };
  const [low, high] = emptyHash();
  for (let row = 0; row < rows.length; row++) {
    if (rows.memberHash[2 * row] === low && rows.memberHash[2 * row + 1] === high) {
      report(row, "member_id", ["member"]);
    }
  }
  for (const column of LABEL_COLUMNS) {
    const label = reading.labels[column];
    if (!("source" in label)) continue;
    const values = rows.labels[column];
    const worst = OPTIONAL.includes(column) ? UNREADABLE : MISSING;
    for (let row = 0; row < values.length; row++) {
      if (values[row]! <= worst) report(row, column, label.expected);
    }
  }
  const numbers: [SpellColumn, Float64Array][] = [
    ["monthly_wage_idr", rows.monthlyWageIdr],
    ["weight", rows.weight],
  ];
  for (const [column, values] of numbers) {
    for (let row = 0; row < values.length; row++) {
      if (Number.isNaN(values[row])) report(row, column, ["number"]);
    }
  }
  const records = recordsIn(rows);
  tally.checked("values_present", records);
  tally.checked("values_readable", records);
  return unusable;
}

/** Where a row stands, and what stands in a column of it. */
function placeOf({ path, reading, rows }: RowsRead, row: number, column: SpellColumn) {
  const source = sourceOf(reading, column);
  const start = sourceOf(reading, "start_month");
  return {
    file: path,
    row: rows.firstRow + row,
    key: `${rows.text(row, reading.memberId)} ${start && rows.text(row, start)}`.trim(),
    ...(source === undefined ? {} : { column: source }),
    value: source === undefined ? "" : rows.text(row, source),
  };
}

/** Name in the file of a column; `undefined` where it is a constant. */
function sourceOf(reading: SpellReading, column: SpellColumn): string | undefined {
  if (column === "member_id") return reading.memberId;
  const read = column === "monthly_wage_idr"
    ? reading.monthlyWageIdr
    : column === "weight"
    ? reading.weight
    : reading.labels[column];
  return "source" in read ? (read as NumberReading).source : undefined;
}
