import type { Month } from "@jkp/month";
import { CarriedLabels } from "../decode/carried_labels.ts";
import { decodeRows } from "../decode/decode_rows.ts";
import type { DecodedRows } from "../decode/decoded_rows.ts";
import { sourcesOf } from "../decode/reading_of.ts";
import type { SpellFolder } from "../folder/spell_folder.ts";
import { cutPart } from "../register/cut_spells.ts";
import { countMarks, type MemberPart, rowsOfPart } from "../register/member_part.ts";
import { selectSpells } from "../register/select_spells.ts";
import { type RegisterPart, SpellRegister } from "../register/spell_register.ts";
import { isReadable } from "../source/broken_lines.ts";
import { wantedInWords } from "../source/wanted.ts";
import { cellText } from "../source/cell_text.ts";
import type { RowBatch } from "../source/spell_file.ts";
import { checkRowsCut } from "../shape/check_rows_cut.ts";
import { checkShape } from "../shape/check_shape.ts";
import { ShapeCounts } from "../shape/shape_counts.ts";
import { EMPLOYER_NAMES } from "../shape/shape_limits.ts";
import { untilUnreadable } from "../source/until_unreadable.ts";
import type { SpellColumns } from "../spell_columns.ts";
import { checkIdsAlike, IdForms } from "./alike_ids.ts";
import { checkRows } from "./check_rows.ts";
import { reportClosing, reportManyClosing } from "./closing_findings.ts";
import { FileFindings } from "./file_findings.ts";
import { addSigns, judgeSigns, noSigns } from "./ledger_signs.ts";
import { checkMembers, MEMBER_RULES, type MemberRule } from "./member_rules.ts";
import { openPartialClaims } from "./partial_claims.ts";
import type { Tally } from "./tally.ts";
import { unseenInIds } from "./unseen_in_ids.ts";

/** Called as rows are read, to show progress. */
export type RowsSeen = (rows: number) => void;

/** How to follow the reading of an extract. */
export interface ReadOptions {
  /** Called after every batch of rows. */
  readonly rowsSeen?: RowsSeen | undefined;
  /**
   * Last month of which the shape is judged, as if the extract had been drawn then.
   * @default the extract's last month
   */
  readonly lastMonth?: Month | undefined;
  /**
   * Carried columns that parts have, besides those that the shape is judged by.
   * @default all
   */
  readonly carried?: readonly string[] | undefined;
  /**
   * Which of the members are taken in: rows are checked all, but those of others counted
   * nowhere.
   * @default all
   */
  readonly part?: MemberPart | undefined;
  /** Gets all members with their spells, part by part; rows with errors are marked. */
  readonly partRead?: (part: RegisterPart) => void;
}

/** How much an extract of spells holds. */
export interface SpellFilesSize {
  /** Rows read, those that could not be used included. */
  readonly rows: number;
  /** Rows in which nothing stands. */
  readonly blankRows: number;
  readonly members: number;
}

/** Reads and checks all rows of an extract of spells. */
export async function readSpellFiles(
  folder: SpellFolder,
  tally: Tally,
  options: ReadOptions = {},
): Promise<SpellFilesSize> {
  const carried = carriedLabels(folder, options.carried);
  const register = new SpellRegister(carried);
  const { part } = options;
  let [rows, blankRows, wordless, seen] = [0, 0, 0, 0];
  const ids = new IdForms();
  const empty: string[] = [];
  for (const { file, reading } of folder.files) {
    let hasRecords = false;
    let rowsOfFile = 0;
    const findings = new FileFindings(tally);
    const error = await untilUnreadable(file.rows(sourcesOf(reading)), (batch) => {
      const isPlain = ids.look(batch.frame, reading.memberId);
      const decoded = decodeRows(batch, reading, carried);
      const mayBeUnseen = file.kinds !== undefined && !isPlain;
      const unseen = mayBeUnseen ? unseenInIds(batch, reading.memberId) : [];
      const broken = [...batch.broken, ...unseen];
      const read = { path: file.path, reading, rows: decoded, broken };
      const { isUsable, hasError } = checkRows(read, folder.manifest, tally, findings);
      wordless += reportClosing(read, tally);
      const isOwn = part && rowsOfPart(decoded.memberHash, part);
      register.add(
        decoded,
        isOwn === undefined
          ? isUsable
          : isUsable.map((usable, row) => usable & isOwn[row]!),
        hasError,
      );
      rows += isOwn === undefined ? decoded.length : countMarks(isOwn);
      seen += decoded.length;
      rowsOfFile += decoded.length;
      blankRows += blankRowsOf(batch, decoded, isOwn);
      hasRecords ||= batch.broken.length > 0 || decoded.isNoRecord.includes(0);
      options.rowsSeen?.(seen);
    });
    findings.finish();
    if (folder.isMade !== true) {
      checkRowsCut(file.path, rowsOfFile, folder.mapping.format.headerRow, tally);
    }
    if (!hasRecords && error === undefined) empty.push(file.path);
    tally.findAll("readable", error);
  }
  reportManyClosing(folder.path, wordless, seen, tally);
  tally.checked("files_filled", folder.files.length);
  for (const file of empty) { // one of many may be; none may count to nothing
    const rule = empty.length === folder.files.length ? "readable" : "files_filled";
    tally.find(rule, {
      file,
      value: tally.words.check.value.none,
      expected: tally.words.check.expected.atLeastOneRow,
    });
  }
  await checkIdsAlike(folder, ids, tally);
  const found: number[] = []; // rows and rules as numbers: there may be millions
  const { manifest } = folder;
  const { lastMonth = manifest.lastMonth } = options;
  const isCut = lastMonth < manifest.lastMonth;
  const shape = new ShapeCounts({ ...manifest, lastMonth }, register.size);
  let members = 0;
  const signs = noSigns();
  let partial = 0;
  for (const some of register.parts()) {
    partial += openPartialClaims(some);
    addSigns(signs, some);
    checkMembers(some, (rule, row) => {
      some.hasError[row] = 1;
      found.push(some.origin[row]! * MEMBER_RULES.length + MEMBER_RULES.indexOf(rule));
    });
    shape.add(isCut ? cutPart(some, lastMonth, manifest.wageGrowthPerYear) : some);
    options.partRead?.(some);
    members = some.member.at(-1)! + 1;
  }
  if (partial > 0) {
    tally.explain("claim_after_end", tally.words.check.reason.partialClaims(partial));
  }
  if (folder.isMade !== true) judgeSigns(signs, folder.path, tally);
  for (const name of new Set(MEMBER_RULES.map(({ name }) => name))) {
    tally.checked(name, register.size, rows - register.size);
  }
  await reportMemberFindings(folder, Float64Array.from(found).sort(), tally);
  checkShape(folder.path, shape, tally);
  return { rows, blankRows, members };
}

/** Rows in which nothing stands; those that could not be read are none of them. */
function blankRowsOf(
  { broken, firstRow }: RowBatch,
  { isNoRecord }: DecodedRows,
  isOwn: Uint8Array | undefined,
): number {
  const unread = new Set(
    broken.filter((line) => !isReadable(line)).map(({ row }) => row - firstRow),
  );
  return isNoRecord.reduce(
    (sum, mark, row) =>
      sum + (mark === 1 && isOwn?.[row] !== 0 && !unread.has(row) ? 1 : 0),
    0,
  );
}

/** A part of a register without the rows that break a rule which must hold. */
export function withoutErrors(part: RegisterPart): SpellColumns {
  return part.hasError.includes(1)
    ? selectSpells(part, (row) => part.hasError[row] === 0)
    : part;
}

function carriedLabels(
  folder: SpellFolder,
  wanted?: readonly string[],
): Map<string, CarriedLabels> {
  const names = folder.files.flatMap(({ reading }) => Object.keys(reading.carried));
  const isWanted = (name: string) => wanted === undefined || wanted.includes(name);
  return new Map(
    names.filter((name) => isWanted(name) || EMPLOYER_NAMES.test(name))
      .map((name) => [name, new CarriedLabels()]),
  );
}

/**
 * Reads once more what stands in the rows found, and passes them on: each number is the row
 * of the register times the number of rules, and the index of the rule that it breaks.
 */
async function reportMemberFindings(
  folder: SpellFolder,
  found: Float64Array,
  tally: Tally,
): Promise<void> {
  let firstOrigin = 0;
  let next = 0;
  for (const { file, reading } of folder.files) {
    if (next === found.length) return;
    const labels = reading.labels;
    const sourceOf = (column: MemberRule["column"]) => {
      const label = labels[column];
      return "source" in label ? label.source : undefined;
    };
    await untilUnreadable(file.rows(sourcesOf(reading)), ({ frame, firstRow }) => {
      const cell = cellText(frame);
      const text = (row: number, source: string | undefined) =>
        source === undefined ? "" : cell(row, source);
      for (; next < found.length; next++) {
        const row = Math.floor(found[next]! / MEMBER_RULES.length) - firstOrigin;
        const rule = MEMBER_RULES[found[next]! % MEMBER_RULES.length]!;
        if (row >= frame.height) break;
        const column = sourceOf(rule.column);
        tally.find(rule.name, {
          file: file.path,
          row: firstRow + row,
          key: `${text(row, reading.memberId)} ${text(row, sourceOf("start_month"))}`,
          ...(column === undefined ? {} : { column }),
          value: text(row, column),
          expected: wantedInWords(rule.expected, tally.words.check.expected),
        });
      }
      firstOrigin += frame.height;
    });
  }
}
