import { countsAsReproduced } from "./kinds.ts";
import type { LedgerRow } from "./ledger.ts";

/** How many published numbers came out; a number printed in several places is one. */
export interface LedgerCounts {
  /** Published numbers, each once. */
  readonly numbers: number;
  /** Computed and equal to the printed digit; only these are reproductions. */
  readonly reproduced: number;
  /** Of the reproduced, those computed from public statistics. */
  readonly open: number;
  /** Ours is another number, whatever its kind. */
  readonly differs: number;
  /** Equal, for the synthetic data or a scalar was fitted to it. */
  readonly calibrated: number;
  /** Equal, for a formula or switch was picked with it in view. */
  readonly chosen: number;
  /** Equal, for it follows from other printed numbers. */
  readonly arithmetic: number;
  /** Equal, for it was typed from the report or a law. */
  readonly input: number;
  /** Without a number of ours. */
  readonly none: number;
  /** Places where one of the other numbers is printed once more. */
  readonly repeated: number;
}

/** How many published numbers of one item came out. */
export interface LedgerSummary extends LedgerCounts {
  readonly item: string;
}

/** What the summary begins with: the rates that the report is about. */
export interface Headline {
  /** Contribution rates of Table 3.7. */
  readonly rates: LedgerCounts;
  /** Years of exhaustion of Table 3.7. */
  readonly years: LedgerCounts;
  readonly rest: LedgerCounts;
  readonly all: LedgerCounts;
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
 *   title: "Inflation, 2020, base scenario",
 *   unit: "% a year",
 *   published: "2.0",
 *   reproduced: 2,
 *   difference: 0,
 *   tolerance: 0.05,
 *   status: "matches",
 *   kind: "input",
 *   repeats: "",
 *   note: "",
 * } as const;
 * const [summary] = summarizeLedger([row]);
 * assertEquals([summary!.numbers, summary!.reproduced, summary!.input], [1, 0, 1]);
 * ```
 */
export function summarizeLedger(rows: readonly LedgerRow[]): LedgerSummary[] {
  const once = firstPrinted(rows);
  const items = [...new Set(rows.map((row) => row.item))];
  return items.map((item) => ({
    item,
    ...countRows(rows.filter((row) => row.item === item), once),
  }));
}

/**
 * Counts what came out: the 12 rates of Table 3.7, its 6 years, and the rest.
 *
 * @param rows The ledger.
 * @returns The counts of each, and of all.
 *
 * @example Of the 12 rates one is reproduced under the reading `closest`
 * ```ts
 * import { readValuation } from "@jkp/valuation/read";
 * import { loadPublished } from "@jkp/published/read";
 * import { buildLedger, computeResults, headline, selectItems } from "@jkp/reproduction";
 * import { assertEquals } from "@std/assert";
 *
 * const results = await computeResults(await readValuation("report_2021"));
 * const ledger = buildLedger(selectItems(["3.7"]), results, await loadPublished());
 * const { rates } = headline(ledger);
 * assertEquals(
 *   [rates.numbers, rates.reproduced, rates.calibrated, rates.arithmetic, rates.differs],
 *   [12, 1, 3, 3, 4],
 * );
 * ```
 */
export function headline(rows: readonly LedgerRow[]): Headline {
  const once = firstPrinted(rows);
  const count = (group: LedgerGroup | undefined) =>
    countRows(
      rows.filter((row) => group === undefined || groupOf(row) === group),
      once,
    );
  return {
    rates: count("rates"),
    years: count("years"),
    rest: count("rest"),
    all: count(undefined),
  };
}

/** The counts that are not nought, each before its words, in the order of these. */
export function countsInWords(
  counts: LedgerCounts,
  words: { readonly [Name in keyof LedgerCounts]?: string },
): string {
  return (Object.entries(words) as [keyof LedgerCounts, string][])
    .filter(([name]) => counts[name] > 0)
    .map(([name, words]) => `${counts[name]} ${words}`).join(", ");
}

type LedgerGroup = "rates" | "years" | "rest";

/** Where a row belongs; a number printed once more belongs to where it was printed first. */
function groupOf({ item, cell, repeats }: LedgerRow): LedgerGroup {
  const key = repeats === "" ? `${item} ${cell}` : repeats;
  if (!key.startsWith("table_3_7 ")) return "rest";
  return /_contribution_rate\//.test(key) ? "rates" : "years";
}

/** The rows in the order that a reader wants: rates of Table 3.7, its years, the rest. */
export function headlineFirst<Row extends LedgerRow>(
  rows: readonly Row[],
): Row[] {
  const own = (row: Row) => row.item === "table_3_7" ? groupOf(row) : "rest";
  return (["rates", "years", "rest"] as const).flatMap((group) =>
    rows.filter((row) => own(row) === group)
  );
}

/**
 * The rows that are counted: each number once, where it is printed first or, if that place
 * is not among the rows, where it is repeated first.
 */
function firstPrinted(rows: readonly LedgerRow[]): ReadonlySet<LedgerRow> {
  const first = new Map<string, LedgerRow>();
  for (const row of rows) {
    if (row.repeats === "") first.set(`${row.item} ${row.cell}`, row);
  }
  for (const row of rows) {
    if (row.repeats !== "" && !first.has(row.repeats)) {
      first.set(row.repeats, row);
    }
  }
  return new Set(first.values());
}

function countRows(
  rows: readonly LedgerRow[],
  once: ReadonlySet<LedgerRow>,
): LedgerCounts {
  const own = rows.filter((row) => once.has(row));
  const equal = own.filter(({ status }) => status === "matches");
  const ofKind = (kind: LedgerRow["kind"]) =>
    equal.filter((row) => row.kind === kind).length;
  return {
    numbers: own.length,
    reproduced: equal.filter(({ kind }) => countsAsReproduced(kind)).length,
    open: ofKind("open"),
    differs: own.filter(({ status }) => status === "differs").length,
    calibrated: ofKind("calibrated"),
    chosen: ofKind("chosen"),
    arithmetic: ofKind("arithmetic"),
    input: ofKind("input"),
    none: own.filter(({ status }) => status === "not_reproducible").length,
    repeated: rows.length - own.length,
  };
}
