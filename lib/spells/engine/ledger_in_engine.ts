import type { LedgerRules } from "@jkp/extract";
import type { RuleName } from "../check/finding.ts";
import type { Tally } from "../check/tally.ts";
import { type CellsInParts, numbersOf, summed } from "./check_in_engine.ts";
import type { Engine } from "./engine.ts";
import {
  type KnownMonths,
  type LedgerCells,
  type LedgerRows,
  membersOfLedgerSql,
  nettingSql,
  spellsOfLedgerSql,
} from "./ledger_sql.ts";
import { recordsSql, type TableCells, tableRulesSql } from "./table_rules_sql.ts";

/** How much the payments of a ledger are. */
export interface PaymentsInEngine {
  readonly rows: number;
  readonly blankRows: number;
  /** Sum of the wages of those that can be used. */
  readonly wageTotalIdr: number;
}

/** The tables of a ledger in parts by hash of the member. */
export function ledgerInParts(
  { payments, members, claims }: LedgerCells,
  parts: number,
  partOf: (rows: string, part: number) => string,
): LedgerRows[] {
  const own = (cells: TableCells, part: number) =>
    parts === 1 ? recordsSql(cells) : partOf(recordsSql(cells), part);
  return Array.from({ length: parts }, (_, part) => ({
    payments: own(payments, part),
    members: own(members, part),
    claims: claims === undefined ? undefined : own(claims, part),
  }));
}

/**
 * Counts what breaks rules in the tables of a ledger: cells first; where these are as they
 * should be, what payments net to and who the members are.
 *
 * @returns How many payments there are.
 */
export async function checkLedger(
  engine: Engine,
  cells: LedgerCells,
  inParts: readonly LedgerRows[],
  known: KnownMonths,
  tally: Tally,
): Promise<PaymentsInEngine> {
  const tables = [
    cells.payments,
    ...(cells.hasMembers ? [cells.members] : []),
    ...(cells.claims === undefined ? [] : [cells.claims]),
  ];
  const sizes: PaymentsInEngine[] = [];
  let broken = 0;
  for (const table of tables) {
    const [rows, blankRows, wageTotalIdr, ...found] = await numbersOf(
      engine,
      tableRulesSql(table),
    ) as [number, number, number, ...number[]];
    sizes.push({ rows, blankRows, wageTotalIdr });
    const rules = table.rules.map(({ rule }) => rule);
    for (const rule of new Set(rules)) tally.checked(rule, rows - blankRows);
    rules.forEach((rule, i) => {
      tally.of(rule).found += found[i]!;
      broken += found[i]!;
    });
  }
  if (broken > 0) return sizes[0]!;
  const [negative, twice] = await summed(
    inParts.map((rows) => () => numbersOf(engine, nettingSql(rows, known.lastMonth))),
  );
  const [members, contradicted, payers, claimants, idle, dead] = await summed(
    inParts.map((rows) => () => numbersOf(engine, membersOfLedgerSql(rows, known))),
  );
  const find = (rule: RuleName, found: number) => {
    tally.checked(rule, members!);
    tally.of(rule).found += found;
  };
  find("net_not_negative", negative!);
  find("payments_once", twice!);
  if (cells.hasMembers) {
    find("members_known", payers! + claimants!);
    find("members_once", contradicted!);
    find("members_paying", Math.min(1, idle!));
  } else {
    tally.of("same_person").found += contradicted!;
    if (cells.claims !== undefined) find("members_paying", claimants!);
  }
  tally.of("nothing_after_death").found += dead!;
  return sizes[0]!;
}

/** Spells that the ledger comes to, in parts of whole members. */
export function spellsInParts(
  inParts: readonly LedgerRows[],
  rules: LedgerRules,
  known: KnownMonths,
): CellsInParts {
  const spells = inParts.map((rows) => spellsOfLedgerSql(rows, rules, known));
  return { ofRows: spells, inParts: spells };
}
