import { MANIFEST_FILE, parseSpellManifest, type SpellManifest } from "@jkp/extract";
import { isThere, readText } from "@jkp/files/read";
import {
  type ColumnMapping,
  type JoinedMapping,
  type LedgerMapping,
  STANDARD_TABLES,
} from "@jkp/mapping";
import { type Said, saidIfAny } from "@jkp/language";
import { type Problem, readTogether, throwIfAny } from "@jkp/problem";
import { join } from "node:path";
import {
  CONTROL_TOTALS_FILE,
  type ControlTotal,
  readControlTotals,
} from "../check/control_totals.ts";
import { kindOf, MAPPING_FILE, readMapping } from "../folder/read_mapping.ts";
import { withoutOthers } from "../folder/without_others.ts";

/** Names of tables, in the schema of the address or with another before them. */
export interface TableNames {
  /** Spells, or payments of a ledger. */
  readonly table: string;
  /** Members, one row each. */
  readonly members?: string | undefined;
  /** JHT claims of the members. */
  readonly claims?: string | undefined;
}

/** Control totals that a provider states, and the file in which. */
export interface StatedTotals {
  readonly file: string;
  readonly totals: readonly ControlTotal[];
}

/**
 * A table of spells in an engine, or one of payments or spells with tables of members and
 * claims, and how they are read.
 */
export interface EngineSource<
  Mapping extends ColumnMapping | LedgerMapping | JoinedMapping =
    | ColumnMapping
    | LedgerMapping
    | JoinedMapping,
> extends TableNames {
  readonly manifest: SpellManifest;
  readonly mapping: Mapping;
  readonly stated?: StatedTotals | undefined;
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
): Promise<EngineSource> {
  const file = join(folder, MANIFEST_FILE);
  const read = readText(file).then((text) => parseSpellManifest(file, text));
  const has = {
    hasMembers: names.members !== undefined,
    hasClaims: names.claims !== undefined,
  };
  const isJoined = has.hasMembers || has.hasClaims;
  const kind = (manifest: SpellManifest) =>
    isJoined && manifest.form === "spells" ? "joined" : kindOf(manifest);
  const [manifest, mapping, stated] = await readTogether([
    read,
    read.then((manifest) => readMapping(folder, kind(manifest)), () => undefined),
    statedTotals(folder),
  ]);
  const missing: Problem[] = (["members", "claims"] as const)
    .filter((name) => manifest.tables?.[name] !== undefined && names[name] === undefined)
    .map((name) => ({
      file,
      place: `tables.${name}`,
      expected: `the table in the cluster: --${name}`,
      received: "files alone",
    }));
  throwIfAny(missing);
  if (!("tables" in mapping!)) {
    return { ...names, manifest, mapping: mapping as ColumnMapping, stated };
  }
  const problems: Said<Problem>[] = [];
  const own = withoutOthers(mapping, has, problems, {
    manifest: file,
    mapping: join(folder, MAPPING_FILE),
    filesOf: (table) => () => `a table: --${table}`,
    orTable: (table) => () => `a table of ${table}: --${table}`,
  });
  saidIfAny(problems);
  return { ...names, manifest, mapping: withTables(own, names), stated };
}

/** What the folder states of the whole; `undefined` where it has no such file. */
async function statedTotals(folder: string): Promise<StatedTotals | undefined> {
  const file = join(folder, CONTROL_TOTALS_FILE);
  return await isThere(file)
    ? { file, totals: await readControlTotals(file) }
    : undefined;
}

/** The mapping with those of further tables, in the contract's own names where it has none. */
function withTables(
  mapping: LedgerMapping | JoinedMapping,
  { members, claims }: TableNames,
): LedgerMapping | JoinedMapping {
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
