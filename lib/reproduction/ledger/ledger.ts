import type { Published, PublishedRow } from "@jkp/published";
import type { Reproduced, ReproducedCells } from "../reproduced.ts";
import type { KindWithReason } from "./kind_rules.ts";
import type { Kind } from "./kinds.ts";

/** Whether our number is the published one. */
export type Status = "matches" | "differs" | "not_reproducible";

/** A published number beside ours: a row of `comparison.csv`. */
export interface LedgerRow {
  /** Table or section: `table_3_7`, `text_3_4`. */
  readonly item: string;
  readonly cell: string;
  /** What the number is, in words. */
  readonly title: string;
  readonly unit: string;
  /** As printed. */
  readonly published: string;
  /** Our number, in full; `null` where the report prints "n.a." and so do we. */
  readonly reproduced: number | string | null;
  /** Reproduced less published; `null` where one of them is no number. */
  readonly difference: number | null;
  /** Half a unit of the last printed digit. */
  readonly tolerance: number;
  readonly status: Status;
  readonly kind: Kind;
  /** Item and cell of the number that is printed here once more; else empty. */
  readonly repeats: string;
  readonly note: string;
  /**
   * Whether ours was computed from the extract, whatever it shows.
   * @default by its kind
   */
  readonly isOfExtract?: boolean;
}

/** Whether the extract is in a row's number, directly or through the valuation. */
export function restsOnExtract({ kind, isOfExtract }: LedgerRow): boolean {
  return isOfExtract ?? ["model", "experience", "calibrated", "chosen"].includes(kind);
}

/** The last digits of a double that are noise beside a printed tolerance. */
const ROUNDING_NOISE = 1e-9;

/** The kind of a number of ours for a published one. */
type KindOf = (row: PublishedRow, reproduced: Reproduced) => KindWithReason;

/**
 * Sets our numbers for an item, by cell, beside the published ones in the printed order;
 * the kind is by how each was made, if nothing else tells it.
 *
 * @throws {RangeError} If one of our cells is not published, so that a misspelt key
 * cannot pass unseen.
 */
export function compareItem(
  published: Published,
  item: string,
  cells: ReproducedCells,
  reasonForNone: string,
  kindOf: KindOf = (_, { kind }) => ({ kind }),
): LedgerRow[] {
  const rows = published.rows.filter((row) => row.item === item);
  const known = new Set(rows.map((row) => row.cell));
  const unknown = Object.keys(cells).filter((cell) => !known.has(cell));
  if (unknown.length > 0) {
    throw new RangeError(
      `Cannot compare ${item}: cells of the report are wanted, got ${unknown.join(", ")}`,
    );
  }
  return rows.map((row) => compareCell(row, cells[row.cell], reasonForNone, kindOf));
}

function compareCell(
  row: PublishedRow,
  reproduced: Reproduced | undefined,
  reasonForNone: string,
  kindOf: KindOf,
): LedgerRow {
  const { item, cell, title, unit, published, tolerance, repeats } = row;
  const common = { item, cell, title, unit, published, tolerance, repeats };
  if (reproduced === undefined) {
    return {
      ...common,
      reproduced: "",
      difference: null,
      status: "not_reproducible",
      kind: "none",
      note: joinNotes(reasonForNone, row.note),
    };
  }
  const difference = row.value === null || typeof reproduced.value !== "number"
    ? null
    : reproduced.value - row.value;
  const status = isMatch(row, reproduced, difference) ? "matches" : "differs";
  const { kind, reason } = kindOf(row, reproduced);
  const why = status === "differs" ? reproduced.whyDifferent : undefined;
  return {
    ...common,
    reproduced: reproduced.value,
    difference,
    status,
    kind,
    note: joinNotes(why, reproduced.note, reason, row.note),
    ...(reproduced.kind === "experience" || reproduced.kind === "calibrated"
      ? { isOfExtract: true }
      : {}),
  };
}

function isMatch(
  row: PublishedRow,
  { value, relation = "equals" }: Reproduced,
  difference: number | null,
): boolean {
  if (relation === "in_words") return true;
  if (difference === null) {
    return value === null ? row.published === "n.a." : value === row.published;
  }
  const excess = {
    equals: Math.abs(difference),
    at_most: difference,
    at_least: -difference,
  }[relation];
  return excess <= row.tolerance * (1 + ROUNDING_NOISE) + Number.EPSILON;
}

function joinNotes(...notes: readonly (string | undefined)[]): string {
  return notes.filter((note) => note !== undefined && note !== "").join("; ");
}
