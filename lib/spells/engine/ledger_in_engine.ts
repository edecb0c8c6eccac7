import type { LedgerRules, SpellManifest } from "@jkp/extract";
import type { Month } from "@jkp/month";
import type { RuleName } from "../check/finding.ts";
import type { PaidCell } from "../count/paid_wages.ts";
import type { Tally } from "../check/tally.ts";
import { isManyAgain } from "../ledger/payment_limits.ts";
import { type CellsInParts, countClosing, oneRowOf, summed } from "./check_in_engine.ts";
import { type Engine, numbersIn } from "./engine.ts";
import type { LedgerCells } from "./ledger_cells.ts";
import {
  holdersSql,
  knownMembersSql,
  type KnownMonths,
  type LedgerRows,
  membersOfLedgerSql,
  nettingSql,
  ofMembersSql,
  paidSql,
  payersSql,
  spellsOfJoinedSql,
  spellsOfLedgerSql,
} from "./ledger_sql.ts";
import { recordsSql, type TableCells, tableRulesSql } from "./table_rules_sql.ts";

/** How much the main table of a ledger holds. */
export interface PaymentsInEngine {
  readonly rows: number;
  readonly blankRows: number;
  /** Sum of the wages of those that can be used. */
  readonly wageTotalIdr: number;
  /** Rows that become no part of a spell: wrong ones, and those of members nobody knows. */
  readonly leftOut: number;
}

/** How a ledger is asked for. */
export interface LedgerAsked {
  readonly manifest: SpellManifest;
  readonly known: KnownMonths;
  readonly parts: number;
  /** The rows of a part of the members. */
  readonly partOf: (rows: string, part: number) => string;
  /** Whether the work goes on without rows that are wrong. */
  readonly leavesOutErrors: boolean;
}

/** A ledger that was checked, and what it comes to. */
export interface CheckedLedger {
  readonly payments: PaymentsInEngine;
  /** Spells in parts of whole members. */
  readonly spells: CellsInParts;
  /** Rows of payments and members in these parts, if payments they are. */
  readonly paid: readonly LedgerRows[];
}

/** A table with what breaks its rules. */
interface TableFound {
  readonly rows: number;
  readonly blankRows: number;
  readonly wrong: number;
  readonly sum: number;
}

/**
 * Counts what breaks rules in the tables of a ledger, or of spells that are to be joined:
 * cells first; where these are as they should be, or wrong rows are left out, who the members
 * are and what payments net to.
 */
export async function checkLedger(
  engine: Engine,
  cells: LedgerCells,
  asked: LedgerAsked,
  tally: Tally,
): Promise<CheckedLedger> {
  const { leavesOutErrors, known, manifest, parts, partOf } = asked;
  const main = await foundIn(engine, cells.main, tally);
  let hasWrong = main.wrong > 0;
  for (const table of [cells.members, cells.claims]) {
    if (table === undefined) continue;
    const { wrong } = await foundIn(engine, table, tally);
    hasWrong ||= wrong > 0;
  }
  const rowsOf = (table: TableCells, part: number) => {
    const rows = recordsSql(table, hasWrong);
    return parts === 1 ? rows : partOf(rows, part);
  };
  let inParts = Array.from({ length: parts }, (_, part): LedgerRows => {
    const rows = rowsOf(cells.main, part);
    return {
      main: rows,
      members: cells.members === undefined
        ? `select id, sex, birth from (${rows}) as rows_of_main`
        : rowsOf(cells.members, part),
      claims: cells.claims === undefined ? undefined : rowsOf(cells.claims, part),
    };
  });
  const isLedger = manifest.form === "ledger";
  const spellsOf = (rows: LedgerRows) =>
    isLedger
      ? spellsOfLedgerSql(rows, manifest.ledger!, known)
      : spellsOfJoinedSql(rows, known);
  const checkedAs = (leftOut: number): CheckedLedger => {
    const spells = inParts.map(spellsOf);
    const { rows, blankRows, sum: wageTotalIdr } = main;
    return {
      payments: { rows, blankRows, wageTotalIdr, leftOut },
      spells: { ofRows: spells, inParts: spells },
      paid: isLedger ? inParts : [],
    };
  };
  if (hasWrong && !leavesOutErrors) return checkedAs(main.wrong);
  const payers = ({ main }: LedgerRows) =>
    isLedger ? payersSql(main, known.lastMonth) : holdersSql(main);
  const [members, contradicted, strangers, claimants, idle, dead, strangeRows] =
    await summed(
      inParts.map((rows) => () =>
        oneRowOf(engine, membersOfLedgerSql(rows, payers(rows), known))
      ),
    ) as [number, number, number, number, number, number, number];
  const find = (rule: RuleName, found: number) => {
    tally.checked(rule, members);
    tally.of(rule).found += found;
  };
  if (cells.members !== undefined) {
    find("members_known", strangers + claimants);
    find("members_once", contradicted);
    find("members_paying", Math.min(1, idle));
  } else {
    tally.of("same_person").found += contradicted;
    if (cells.claims !== undefined) find("members_paying", claimants);
  }
  tally.of("nothing_after_death").found += dead;
  const hasStrange = contradicted + strangers > 0;
  if (hasStrange) {
    inParts = inParts.map((rows) => ({
      ...rows,
      members: knownMembersSql(rows.members),
    }));
  }
  if (isLedger) {
    const { repeats } = manifest.ledger!;
    const [negative, twice, again, all] = await summed(
      inParts.map(({ main, members }) => () => {
        const payments = hasStrange ? ofMembersSql(main, members) : main;
        return oneRowOf(engine, nettingSql(payments, known.lastMonth));
      }),
    );
    find("net_not_negative", negative!);
    find("payments_once", repeats === undefined ? twice! : 0);
    tally.checked("payments_repeated", all!);
    const isDoubt = repeats === undefined && isManyAgain(again!, all!);
    tally.of("payments_repeated").found += isDoubt ? 1 : 0;
  }
  return checkedAs(main.wrong + strangeRows);
}

/** What breaks rules in a table, and how much it holds. */
async function foundIn(
  engine: Engine,
  table: TableCells,
  tally: Tally,
): Promise<TableFound> {
  const [rows, blankRows, closing, wordless, wrong, sum, ...found] = await oneRowOf(
    engine,
    tableRulesSql(table),
  ) as [number, number, number, number, number, number, ...number[]];
  countClosing({ closing, wordless, rows }, tally);
  const rules = table.rules.map(({ rule }) => rule);
  for (const rule of new Set(rules)) tally.checked(rule, rows - blankRows);
  rules.forEach((rule, i) => tally.of(rule).found += found[i]!);
  return { rows, blankRows, wrong, sum };
}

/**
 * Members who paid and their wages, by month, sex and age; a cell may stand repeatedly.
 *
 * @param kept Spells without errors in the same parts, if some have any.
 */
export async function paidCells(
  engine: Engine,
  inParts: readonly LedgerRows[],
  kept: readonly string[] | undefined,
  rules: LedgerRules,
  asked: { readonly lastMonth: Month; readonly findsLargest: boolean },
): Promise<PaidCell[]> {
  const cells: PaidCell[] = [];
  for (const [at, rows] of inParts.entries()) {
    const sql = paidSql(rows, rules, { ...asked, kept: kept?.[at] });
    for await (const row of engine.rows(sql)) {
      const [month, sex, age, members] = numbersIn(row, 4);
      const largest = asked.findsLargest ? row.slice(5, 7).map(Number) : [];
      cells.push({ month, sex, age, members, wagesIdr: BigInt(String(row[4])), largest });
    }
  }
  return cells;
}
