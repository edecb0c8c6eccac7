import {
  type JoinedMapping,
  type LedgerMapping,
  STANDARD_LEDGER_MAPPING,
  STANDARD_MAPPING,
} from "@jkp/mapping";
import type { Said } from "@jkp/language";
import type { Problem } from "@jkp/problem";

/** Files of the register, and how its further tables are called there. */
export interface TableWords {
  readonly manifest: string;
  readonly mapping: string;
  /** What is wanted of a table that is mapped alone. */
  readonly filesOf: (table: string) => Said<string>;
  /** What says a column that the main table lacks. */
  readonly orTable: (table: string) => Said<string>;
}

/**
 * The mapping of the main table without what tables of members and claims say; what two say,
 * or none, is a problem.
 */
export function withoutOthers(
  mapping: LedgerMapping | JoinedMapping,
  { hasMembers, hasClaims }: { hasMembers: boolean; hasClaims: boolean },
  problems: Said<Problem>[],
  words: TableWords,
): LedgerMapping | JoinedMapping {
  const isOwnNames = mapping === STANDARD_LEDGER_MAPPING ||
    mapping.columns === STANDARD_MAPPING.columns;
  const columns: Record<string, unknown> = { ...mapping.columns };
  const isLedger = isLedgerMapping(mapping);
  const groups = [
    { table: "members", has: hasMembers, names: ["sex", "birth_month"], isNeeded: true },
    {
      table: "claims",
      has: hasClaims,
      names: ["end_reason", "claim_month"],
      isNeeded: !isLedger,
    },
  ] as const;
  for (const { table, has, names, isNeeded } of groups) {
    if (!has && mapping.tables[table] !== undefined) {
      problems.push((said) => ({
        file: words.manifest,
        place: `tables.${table}`,
        expected: said.extract.folder.filesMapped(words.filesOf(table)(said)),
        received: said.files.nothing,
      }));
    }
    for (const name of names) {
      if (has && !isOwnNames && columns[name] !== undefined) {
        problems.push(({ extract: { folder } }) => ({
          file: words.mapping,
          place: `columns.${name}`,
          expected: folder.saidByTable(table),
          received: folder.aColumn,
        }));
      } else if (!has && isNeeded && columns[name] === undefined) {
        problems.push((said) => ({
          file: words.mapping,
          place: `columns.${name}`,
          expected: said.extract.folder.columnOr(words.orTable(table)(said)),
          received: said.extract.folder.neither,
        }));
      }
      if (has) delete columns[name];
    }
  }
  return { ...mapping, columns } as LedgerMapping | JoinedMapping;
}

/** Whether a mapping is of payments. */
export function isLedgerMapping(
  mapping: LedgerMapping | JoinedMapping,
): mapping is LedgerMapping {
  return "contribution_month" in mapping.columns;
}
