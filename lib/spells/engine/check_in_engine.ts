import { type RuleName, RULES } from "../check/finding.ts";
import { type QualityReport, qualityReport } from "../check/quality_report.ts";
import type { RowLimits } from "../check/row_rules.ts";
import type { Tally } from "../check/tally.ts";
import { areManyClosing } from "../decode/closing_rows.ts";
import { allRows, type Engine } from "./engine.ts";
import { membersSql, rowsSql, usableSql } from "./rules_sql.ts";

/** Rows of a table as SQL selects them. */
export interface CellsInParts {
  /** In as few statements as memory allows where rows are looked at one by one. */
  readonly ofRows: readonly string[];
  /** In parts of whole members. */
  readonly inParts: readonly string[];
}

/** What a check found, and how much there is. */
export interface CheckedInEngine {
  readonly rows: number;
  /** Rows in which nothing stands. */
  readonly blankRows: number;
  readonly members: number;
}

const NO_FILES = "a table of an engine has no files";
const NO_LEDGER = "the table is no ledger of payments";
const NO_MEMBERS = "there is no table of members";
const NOT_ASKED = "looks at the whole, which no engine is asked for: see extract check";

/** Why rules are not applied in an engine, where there is a reason of its own. */
const REASONS: Readonly<Partial<Record<RuleName, string>>> = {
  readable: NO_FILES,
  checksums: NO_FILES,
  files_once: NO_FILES,
  files_filled: NO_FILES,
  records: NO_FILES,
  rows_cut: NO_FILES,
  form_fits: NO_FILES,
  payment_months: NO_LEDGER,
  net_not_negative: NO_LEDGER,
  payments_once: NO_LEDGER,
  payments_repeated: NO_LEDGER,
  members_known: NO_MEMBERS,
  members_once: NO_MEMBERS,
  members_paying: NO_MEMBERS,
  claims_close: "claims that close no spell are not counted in an engine",
  ids_alike: "ids are not compared letter by letter in an engine",
  control_totals: "control totals are not asked of an engine",
  drift: "no previous extract is compared where rows are in an engine",
};

/** Counts rows, members and what breaks rules of spells; findings go to the tally. */
export async function checkInEngine(
  engine: Engine,
  { ofRows: cells, inParts }: CellsInParts,
  limits: RowLimits,
  tally: Tally,
): Promise<CheckedInEngine> {
  const statements = cells.map((some) => rowsSql(some, limits));
  const { rules } = statements[0]!;
  const [rows, blankRows, closing, usable, ...found] = await summed(
    statements.map(({ sql }) => () => numbersOf(engine, sql)),
  ) as [
    number,
    number,
    number,
    number,
    ...number[],
  ];
  countClosing(closing, rows, tally);
  const records = rows - blankRows;
  rules.forEach((rule, i) => {
    const checked = found[2 * i]!;
    const isOfCells = rule === "values_present" || rule === "values_readable";
    if (!isOfCells || rules.indexOf(rule) === i) {
      tally.checked(rule, checked, records - checked);
    }
    tally.of(rule).found += found[2 * i + 1]!;
  });
  // Where no row has to be passed over, none is looked at for it: that takes longer.
  const whole = inParts.map((part) => usable === rows ? part : usableSql(part, limits));
  const ofMembers = whole.map(membersSql);
  const [members, ...ofEach] = await summed(
    ofMembers.map(({ sql }) => () => numbersOf(engine, sql)),
  );
  ofMembers[0]!.rules.forEach((rule, i) => {
    if (ofMembers[0]!.rules.indexOf(rule) === i) {
      tally.checked(rule, usable, rows - usable);
    }
    tally.of(rule).found += ofEach[2 * i + 1]!;
  });
  return { rows, blankRows, members: members! };
}

/** Counts rows of sums; that members and months were lost if they are many. */
export function countClosing(closing: number, rows: number, tally: Tally): void {
  tally.checked("closing_rows", rows);
  tally.of("closing_rows").found += closing;
  if (areManyClosing(closing, rows)) tally.of("values_present").found++;
}

/** The verdict; of each rule that was not asked for it says why. */
export function verdict(rows: number, members: number, tally: Tally): QualityReport {
  for (const rule of Object.keys(RULES) as RuleName[]) {
    if (tally.of(rule).checked > 0 || tally.reasonOf(rule) !== undefined) continue;
    tally.explain(rule, REASONS[rule] ?? NOT_ASKED);
  }
  return qualityReport(rows, members, tally);
}

/** The one row of a statement. */
export async function numbersOf(engine: Engine, sql: string): Promise<number[]> {
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
