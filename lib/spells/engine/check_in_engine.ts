import type { SpellManifest } from "@jkp/extract";
import type { Month } from "@jkp/month";
import { type RuleName, RULES } from "../check/finding.ts";
import { judgeSigns } from "../check/ledger_signs.ts";
import type { PersonCounts } from "../check/person_counts.ts";
import { type QualityReport, qualityReport } from "../check/quality_report.ts";
import type { Tally } from "../check/tally.ts";
import { areManyClosing } from "../decode/closing_rows.ts";
import { allRows, type Engine } from "./engine.ts";
import { EngineShape } from "./engine_shape.ts";
import { MEMBER_RULES, rowsSql, usableSql, withoutErrorsSql } from "./rules_sql.ts";
import { shapeSql } from "./shape_sql.ts";

/** Rows of a table as SQL selects them. */
export interface CellsInParts {
  /** In as few statements as memory allows where rows are looked at one by one. */
  readonly ofRows: readonly string[];
  /** In parts of whole members. */
  readonly inParts: readonly string[];
}

/** What spells are checked by. */
export interface SpellLimits {
  readonly table: string;
  readonly whole: SpellManifest;
  /** Last month of which the whole is judged. */
  readonly lastMonth: Month;
  /** Gets persons by month, if there are control totals. */
  readonly persons: PersonCounts | undefined;
  /** Whether the spells were made of several tables, or of payments. */
  readonly isMade: boolean;
}

/** What a check found, and how much there is. */
export interface CheckedInEngine {
  readonly rows: number;
  /** Rows in which nothing stands. */
  readonly blankRows: number;
  readonly members: number;
  readonly shape: EngineShape;
  /** The rows without errors, in parts of whole members. */
  readonly kept: readonly string[];
}

const NO_FILES = "a table of an engine has no files";
const NO_LEDGER = "the table is no ledger of payments";
const NO_MEMBERS = "there is no table of members";

/** Why rules are not applied in an engine, where there is a reason of its own. */
const REASONS: Readonly<Partial<Record<RuleName, string>>> = {
  readable: NO_FILES,
  checksums: NO_FILES,
  files_once: NO_FILES,
  files_filled: NO_FILES,
  records: NO_FILES,
  rows_cut: NO_FILES,
  form_fits: "the spells are made by the project",
  payment_months: NO_LEDGER,
  net_not_negative: NO_LEDGER,
  payments_once: NO_LEDGER,
  payments_repeated: NO_LEDGER,
  members_known: NO_MEMBERS,
  members_once: NO_MEMBERS,
  members_paying: NO_MEMBERS,
  claims_close: "claims that close no spell are not counted in an engine",
  ids_alike: "ids are not compared letter by letter in an engine",
};

/**
 * Counts rows, members, what breaks rules of spells, and their shape; findings go to the
 * tally.
 */
export async function checkInEngine(
  engine: Engine,
  { ofRows: cells, inParts }: CellsInParts,
  limits: SpellLimits,
  tally: Tally,
): Promise<CheckedInEngine> {
  const { whole, lastMonth, table, persons, isMade } = limits;
  const statements = cells.map((some) => rowsSql(some, whole));
  const { rules } = statements[0]!;
  const [rows, blankRows, closing, wordless, usable, partial, ...found] = await summed(
    statements.map(({ sql }) => () => oneRowOf(engine, sql)),
  ) as [
    number,
    number,
    number,
    number,
    number,
    number,
    ...number[],
  ];
  countClosing({ closing, wordless, rows }, tally);
  const records = rows - blankRows;
  let hasErrors = false;
  rules.forEach((rule, i) => {
    const checked = found[2 * i]!;
    const isOfCells = rule === "values_present" || rule === "values_readable";
    if (!isOfCells || rules.indexOf(rule) === i) {
      tally.checked(rule, checked, records - checked);
    }
    tally.of(rule).found += found[2 * i + 1]!;
    hasErrors ||= RULES[rule].severity === "error" && found[2 * i + 1]! > 0;
  });
  if (partial > 0) {
    tally.explain("claim_after_end", tally.words.check.reason.partialClaims(partial));
  }
  const known = { isWhole: usable === rows, hasErrors, hasPartial: partial > 0 };
  const parts = inParts.map((part) => usableSql(part, whole, known));
  const shape = new EngineShape({ ...whole, lastMonth }, persons);
  const asked = {
    whole,
    lastMonth,
    spells: usable,
    isParted: parts.length > 1,
    hasTotals: persons !== undefined,
  };
  for (const part of parts) {
    for await (const row of engine.rows(shapeSql(part, asked))) shape.add(row);
  }
  MEMBER_RULES.forEach(({ rule }, i) => {
    if (MEMBER_RULES.findIndex((each) => each.rule === rule) === i) {
      tally.checked(rule, usable, rows - usable);
    }
    tally.of(rule).found += shape.broken[i]!;
    hasErrors ||= shape.broken[i]! > 0;
  });
  if (!isMade) judgeSigns(shape.signs, table, tally);
  return {
    rows,
    blankRows,
    members: shape.allMembers,
    shape,
    kept: hasErrors ? parts.map(withoutErrorsSql) : parts,
  };
}

/** Counts rows of sums; that members and months were lost if many are without a word. */
export function countClosing(
  { closing, wordless, rows }: Readonly<Record<"closing" | "wordless" | "rows", number>>,
  tally: Tally,
): void {
  tally.checked("closing_rows", rows);
  tally.of("closing_rows").found += closing;
  if (areManyClosing(wordless, rows)) tally.of("values_present").found++;
}

/** The verdict; of each rule that was not asked for it says why. */
export function verdict(rows: number, members: number, tally: Tally): QualityReport {
  for (const rule of Object.keys(RULES) as RuleName[]) {
    if (tally.of(rule).checked > 0 || tally.reasonOf(rule) !== undefined) continue;
    const reason = REASONS[rule];
    if (reason !== undefined) tally.explain(rule, reason);
  }
  return qualityReport(rows, members, tally);
}

/** The one row of a statement, as numbers. */
export async function oneRowOf(engine: Engine, sql: string): Promise<number[]> {
  const [row = []] = await allRows(engine, sql);
  return row.map(Number);
}

/** Sums of what is asked for, one after another: an engine has memory for one at a time. */
export async function summed(
  asks: readonly (() => Promise<number[]>)[],
): Promise<number[]> {
  let sums: number[] | undefined;
  for (const ask of asks) {
    const numbers = await ask();
    sums = sums?.map((sum, i) => sum + numbers[i]!) ?? numbers;
  }
  return sums ?? [];
}
