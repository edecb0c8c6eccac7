import type { Published, PublishedRow } from "@jkp/published";
import type { Kind, Reproduced, ReproducedCells } from "../reproduced.ts";

/** Whether our number is the published one. */
export type Status = "matches" | "differs" | "not_reproducible";

/** A published number beside ours: a row of `comparison.csv`. */
export interface LedgerRow {
  /** Table or section: `table_3_7`, `text_3_4`. */
  readonly item: string;
  readonly cell: string;
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
  readonly note: string;
}

/** How many published numbers of one item came out. */
export interface LedgerSummary {
  readonly item: string;
  /** Published numbers. */
  readonly cells: number;
  /** Computed and equal to the printed digit; only these are reproductions. */
  readonly reproduced: number;
  /** Computed from open statistics, and equal to the printed digit. */
  readonly open: number;
  /** Computed and different. */
  readonly differs: number;
  /** Shown back as inputs, or fitted to; not counted as reproductions. */
  readonly notCounted: number;
  /** Without a number of ours. */
  readonly notReproducible: number;
}

/** The last digits of a double that are noise beside a printed tolerance. */
const ROUNDING_NOISE = 1e-9;

/**
 * Sets our numbers for an item, by cell, beside the published ones in the printed order.
 *
 * @throws {RangeError} If one of our cells is not published, so that a misspelt key
 * cannot pass unseen.
 */
export function compareItem(
  published: Published,
  item: string,
  cells: ReproducedCells,
  reasonForNone: string,
): LedgerRow[] {
  const rows = published.rows.filter((row) => row.item === item);
  const known = new Set(rows.map((row) => row.cell));
  const unknown = Object.keys(cells).filter((cell) => !known.has(cell));
  if (unknown.length > 0) {
    throw new RangeError(
      `Cannot compare ${item}: cells of the report are wanted, got ${unknown.join(", ")}`,
    );
  }
  return rows.map((row) => compareCell(row, cells[row.cell], reasonForNone));
}

function compareCell(
  row: PublishedRow,
  reproduced: Reproduced | undefined,
  reasonForNone: string,
): LedgerRow {
  const { item, cell, unit, published, tolerance } = row;
  const common = { item, cell, unit, published, tolerance };
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
  const why = status === "differs" ? reproduced.whyDifferent : undefined;
  return {
    ...common,
    reproduced: reproduced.value,
    difference,
    status,
    kind: reproduced.kind,
    note: joinNotes(why, reproduced.note, row.note),
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
  const excess = relation === "at_most" ? difference : Math.abs(difference);
  return excess <= row.tolerance * (1 + ROUNDING_NOISE) + Number.EPSILON;
}

function joinNotes(...notes: readonly (string | undefined)[]): string {
  return notes.filter((note) => note !== undefined && note !== "").join("; ");
}

/**
 * Counts what came out, item by item.
 *
 * @param rows The ledger.
 * @returns One row an item, in the ledger's order.
 *
 * @example Inputs shown back are not reproductions
 * ```ts
 * import { summarizeLedger } from "@jkp/reproduction";
 * import { assertEquals } from "@std/assert";
 *
 * const row = {
 *   item: "table_2_2",
 *   cell: "base/2020/inflation_rate",
 *   unit: "% a year",
 *   published: "2.0",
 *   reproduced: 2,
 *   difference: 0,
 *   tolerance: 0.05,
 *   status: "matches",
 *   kind: "input",
 *   note: "",
 * } as const;
 * const [summary] = summarizeLedger([row]);
 * assertEquals([summary!.cells, summary!.reproduced, summary!.notCounted], [1, 0, 1]);
 * ```
 */
export function summarizeLedger(rows: readonly LedgerRow[]): LedgerSummary[] {
  const items = [...new Set(rows.map((row) => row.item))];
  return items.map((item) => {
    const own = rows.filter((row) => row.item === item);
    const count = (test: (row: LedgerRow) => boolean) => own.filter(test).length;
    const isComputed = ({ kind }: LedgerRow) => kind === "model" || kind === "experience";
    return {
      item,
      cells: own.length,
      reproduced: count((row) => isComputed(row) && row.status === "matches"),
      open: count((row) => row.kind === "open" && row.status === "matches"),
      differs: count((row) => row.status === "differs"),
      notCounted: count((row) =>
        row.status === "matches" && (row.kind === "input" || row.kind === "calibrated")
      ),
      notReproducible: count((row) => row.status === "not_reproducible"),
    };
  });
}
