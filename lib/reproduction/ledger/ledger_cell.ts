import { countsAsReproduced } from "./kinds.ts";
import type { LedgerRow } from "./ledger.ts";
import type { CellValue } from "@jkp/exhibit";

/**
 * The mark of a row, `=`, `≠` or `(=)`, or nothing where there is no number of ours: see
 * `MARK_LEGEND`.
 */
export function markOf({ status, kind }: LedgerRow): string {
  if (status === "not_reproducible") return "";
  if (status === "differs") return "≠";
  return countsAsReproduced(kind) ? "=" : "(=)";
}

/** A published or reproduced value of a row with the printed decimals. */
export function shownValue(row: LedgerRow, value: number | string | null): CellValue {
  if (value === null || value === "n.a.") return null;
  if (row.unit === "text" || value === "" || Number.isNaN(Number(value))) return value;
  const decimals = row.published.split(".")[1]?.length ?? 0;
  return { value: Number(value), decimals, isGrouped: row.unit !== "year" };
}
