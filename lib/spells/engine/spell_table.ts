import { MANIFEST_FILE, parseSpellManifest, type SpellManifest } from "@jkp/extract";
import { isThere, readText } from "@jkp/files/read";
import {
  type ColumnMapping,
  type LedgerMapping,
  STANDARD_LEDGER_MAPPING,
  STANDARD_TABLES,
} from "@jkp/mapping";
import { DataError, type Problem, readTogether, throwIfAny } from "@jkp/problem";
import { join } from "node:path";
import {
  CONTROL_TOTALS_FILE,
  type ControlTotal,
  readControlTotals,
} from "../check/control_totals.ts";
import { kindOf, MAPPING_FILE, readMapping } from "../folder/read_mapping.ts";

/** Names of tables, in the schema of the address or with another before them. */
export interface TableNames {
  /** Spells, or payments of a ledger. */
  readonly table: string;
  /** Members of a ledger, one row each. */
  readonly members?: string | undefined;
  /** JHT claims of the members of a ledger. */
  readonly claims?: string | undefined;
}

/** Control totals that a provider states, and the file in which. */
export interface StatedTotals {
  readonly file: string;
  readonly totals: readonly ControlTotal[];
}

/** A table of spells in an engine, and how it is read. */
export interface SpellTable {
  readonly stated?: StatedTotals | undefined;
  readonly table: string;
  readonly manifest: SpellManifest;
  readonly mapping: ColumnMapping;
}

/** A ledger of payments in an engine, with tables of members and claims, if any. */
export interface LedgerTable extends TableNames {
  readonly stated?: StatedTotals | undefined;
  readonly manifest: SpellManifest;
  readonly mapping: LedgerMapping;
}

/**
 * Reads what a folder says of tables: `extract.toml`, `mapping.toml` where their columns are
 * not those of the contract, and `control_totals.csv` where totals are stated.
 *
 * @throws {DataError} With every problem of both; if tables of members or claims are named
 * that the form has not, or that the mapping does not fit.
 *
 * @example
 * ```ts
 * import { readSpellTable } from "@jkp/spells/engine";
 * import { SHIPPED_SPELLS_FOLDER } from "@jkp/spells/read";
 * import { assertEquals } from "@std/assert";
 *
 * const { manifest } = await readSpellTable(SHIPPED_SPELLS_FOLDER, { table: "jht.spells" });
 * assertEquals(manifest.name, "jht_2019_spells");
 * ```
 */
export async function readSpellTable(
  folder: string,
  names: TableNames,
): Promise<SpellTable | LedgerTable> {
  const file = join(folder, MANIFEST_FILE);
  const read = readText(file).then((text) => parseSpellManifest(file, text));
  const [manifest, mapping, stated] = await readTogether([
    read,
    read.then((manifest) => readMapping(folder, kindOf(manifest)), () => undefined),
    statedTotals(folder),
  ]);
  if (mapping !== undefined && "contribution_month" in mapping.columns) {
    const ofLedger = mapping as LedgerMapping;
    throwIfAny(ledgerProblems(join(folder, MAPPING_FILE), ofLedger, names));
    return { ...names, manifest, mapping: withTables(ofLedger, names), stated };
  }
  const more = names.members ?? names.claims;
  if (more !== undefined || mapping === undefined || "tables" in mapping) {
    throw new DataError([{
      file,
      place: "form",
      expected: "a ledger, for tables of members and claims: spells hold them themselves",
      received: manifest.form,
    }]);
  }
  return { table: names.table, manifest, mapping: mapping as ColumnMapping, stated };
}

/** What the folder states of the whole; `undefined` where it has no such file. */
async function statedTotals(folder: string): Promise<StatedTotals | undefined> {
  const file = join(folder, CONTROL_TOTALS_FILE);
  return await isThere(file)
    ? { file, totals: await readControlTotals(file) }
    : undefined;
}

/** What a mapping and tables do not have in common. */
function ledgerProblems(
  file: string,
  mapping: LedgerMapping,
  { members, claims }: TableNames,
): Problem[] {
  const isOwnNames = mapping === STANDARD_LEDGER_MAPPING;
  const said = Object.entries({ members, claims }).flatMap(([name, table]) =>
    table === undefined && mapping.tables[name as "members" | "claims"] !== undefined
      ? [{
        file,
        place: name,
        expected: `a table: --${name}`,
        received: "a mapping alone",
      }]
      : []
  );
  const twice = members === undefined || isOwnNames
    ? []
    : (["sex", "birth_month"] as const).filter((name) => mapping.columns[name])
      .map((name) => ({
        file,
        place: `columns.${name}`,
        expected: "nothing, for the table of members says it",
        received: "a column",
      }));
  return [...said, ...twice];
}

/** The mapping with those of further tables, in the contract's own names where it has none. */
function withTables(mapping: LedgerMapping, { members, claims }: TableNames) {
  const { format, tables } = mapping;
  return {
    ...mapping,
    tables: {
      ...(members === undefined
        ? {}
        : { members: tables.members ?? { ...STANDARD_TABLES.members, format } }),
      ...(claims === undefined
        ? {}
        : { claims: tables.claims ?? { ...STANDARD_TABLES.claims, format } }),
    },
  };
}
