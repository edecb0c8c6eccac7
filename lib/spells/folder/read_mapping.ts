import type { SpellManifest } from "@jkp/extract";
import { isThere, readText } from "@jkp/files/read";
import {
  type ColumnMapping,
  type JoinedMapping,
  type LedgerMapping,
  parseJoinedMapping,
  parseLedgerMapping,
  parseMapping,
  STANDARD_LEDGER_MAPPING,
  STANDARD_MAPPING,
} from "@jkp/mapping";
import { join } from "node:path";

/** The file of a folder that says how its columns are read. */
export const MAPPING_FILE = "mapping.toml";

/** What the main table holds, and whether it says all itself. */
export type Kind = "spells" | "joined" | "ledger";

/** What the main table of a register holds. */
export function kindOf({ form, tables }: SpellManifest): Kind {
  const isJoined = tables?.members !== undefined || tables?.claims !== undefined;
  return form === "ledger" ? "ledger" : isJoined ? "joined" : "spells";
}

/** What a manifest seems to be of that cannot be read. */
export function seemingKind(toml: string): Kind {
  return /^\s*form\s*=\s*["']ledger/m.test(toml) ? "ledger" : "spells";
}

/** The folder's mapping, or the contract's own names where there is none. */
export async function readMapping(
  path: string,
  kind: Kind,
): Promise<ColumnMapping | LedgerMapping | JoinedMapping> {
  const file = join(path, MAPPING_FILE);
  if (!await isThere(file)) {
    return kind === "ledger"
      ? STANDARD_LEDGER_MAPPING
      : kind === "joined"
      ? { ...STANDARD_MAPPING, tables: {} }
      : STANDARD_MAPPING;
  }
  const toml = await readText(file);
  return kind === "ledger"
    ? parseLedgerMapping(file, toml)
    : kind === "joined"
    ? parseJoinedMapping(file, toml)
    : parseMapping(file, toml);
}
