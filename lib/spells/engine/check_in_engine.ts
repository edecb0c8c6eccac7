import type { Month } from "@jkp/month";
import { type RuleName, RULES } from "../check/finding.ts";
import { type QualityReport, qualityReport } from "../check/quality_report.ts";
import type { RowLimits } from "../check/row_rules.ts";
import { Tally } from "../check/tally.ts";
import { allRows, type Engine } from "./engine.ts";
import { membersSql, rowsSql } from "./rules_sql.ts";

/** Rows of a table as SQL selects them: all, and in parts of whole members. */
export interface CellsInParts {
  readonly cells: string;
  readonly inParts: readonly string[];
}

/** What a check found, and how much there is. */
export interface CheckedInEngine {
  readonly rows: number;
  readonly members: number;
  /** Whether rows that are counted have other weights than 1. */
  readonly isWeighted: boolean;
  readonly quality: QualityReport;
}

/** Why rules that look at the shape of a register are not applied in an engine. */
const NOT_ASKED = "not asked of an engine";

/** Why rules that compare the rows of a member are not applied yet. */
const ROWS_FIRST = "rows that belong to no member or time must be mended first";

/** Rules that must hold before rows can be put in the order of members and months. */
const KEYS_READ: readonly RuleName[] = [
  "values_present",
  "values_readable",
  "start_before_end",
];

/** Counts rows, members and what breaks rules. */
export async function checkInEngine(
  engine: Engine,
  { cells, inParts }: CellsInParts,
  limits: RowLimits,
  lastCounted: Month,
): Promise<CheckedInEngine> {
  const ofRows = rowsSql(cells, limits, lastCounted);
  const [rows, weighted, ...brokenByRows] = await numbersOf(engine, ofRows.sql);
  const tally = new Tally(() => {});
  const take = (rules: readonly RuleName[], found: readonly number[]) => {
    for (const rule of new Set(rules)) tally.checked(rule, rows!);
    rules.forEach((rule, i) => tally.of(rule).found += found[i]!);
  };
  take(ofRows.rules, brokenByRows);
  const ofMembers = inParts.map(membersSql);
  const rulesOfMembers = ofMembers[0]!.rules;
  const areRowsWhole = KEYS_READ.every((rule) => tally.of(rule).found === 0);
  const [members, ...brokenByMembers] = areRowsWhole
    ? await summed(ofMembers.map(({ sql }) => () => numbersOf(engine, sql)))
    : [0];
  if (areRowsWhole) take(rulesOfMembers, brokenByMembers);
  for (const rule of Object.keys(RULES) as RuleName[]) {
    if (rulesOfMembers.includes(rule)) {
      if (!areRowsWhole) tally.explain(rule, ROWS_FIRST);
    } else if (!ofRows.rules.includes(rule)) tally.explain(rule, NOT_ASKED);
  }
  return {
    rows: rows!,
    members: members!,
    isWeighted: weighted! > 0,
    quality: qualityReport(rows!, members!, tally),
  };
}

/** The one row of a statement. */
async function numbersOf(engine: Engine, sql: string): Promise<number[]> {
  const [row = []] = await allRows(engine, sql);
  return row.map(Number);
}

/** Sums of what is asked for, one after another: an engine has memory for one at a time. */
async function summed(asks: readonly (() => Promise<number[]>)[]): Promise<number[]> {
  let sums: number[] | undefined;
  for (const ask of asks) {
    const numbers = await ask();
    sums = sums?.map((sum, i) => sum + numbers[i]!) ?? numbers;
  }
  return sums ?? [];
}
