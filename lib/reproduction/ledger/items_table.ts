import { capitalized, type Column, type DataLabel, type Table } from "@jkp/exhibit";
import type { ReportItem } from "../item.ts";
import { reportSource } from "../report_source.ts";
import { type DataWords, dataWords } from "./data_words.ts";
import { KINDS } from "./kinds.ts";
import type { LedgerRow } from "./ledger.ts";
import { headline, type LedgerCounts, summarizeLedger } from "./summary.ts";

/** The counts of the ledger, as columns. */
const COUNTS: readonly (Column & { readonly key: keyof LedgerCounts })[] = [
  { key: "numbers", title: "Numbers" },
  { key: "reproduced", title: "" },
  { key: "differs", title: "Differ" },
  { key: "calibrated", title: "Fitted" },
  { key: "chosen", title: "Chosen" },
  { key: "arithmetic", title: "Arithmetic" },
  { key: "input", title: "Shown back" },
  { key: "none", title: "Without ours" },
];

/** The columns, with the word for what comes out as printed. */
function countColumns(words: DataWords): Column[] {
  return COUNTS.map((column) =>
    column.key === "reproduced" ? { ...column, title: capitalized(words.equal) } : column
  );
}

const notesOf = ({ equal }: DataWords) => [
  `Each printed number once, however often it is printed. ${
    capitalized(equal)
  }: equal to the ` +
  `printed digit, and ${KINDS.model.sentence}, from recorded data or from public ` +
  `statistics. Fitted: ${KINDS.calibrated.sentence}. Chosen: ${KINDS.chosen.sentence}. ` +
  `Arithmetic: ${KINDS.arithmetic.sentence}. Shown back: ${KINDS.input.sentence}. Differ: ` +
  "of any kind.",
];

/**
 * How near we come, the rates that the report is about first.
 *
 * @param results For the source line.
 * @param ledger The ledger.
 * @returns A row for the rates of Table 3.7, for its years, for the rest, and for all.
 *
 * @example A number that follows from others, printed in two places
 * ```ts
 * import { headlineTable } from "@jkp/reproduction";
 * import { assertEquals } from "@std/assert";
 *
 * const row = {
 *   item: "text_3_4",
 *   cell: "sens_benefit_60",
 *   title: "Suggested rate with a 60 per cent benefit rate",
 *   unit: "% of insurable earnings",
 *   published: "1.56",
 *   reproduced: 1.5578,
 *   difference: -0.0022,
 *   tolerance: 0.005,
 *   status: "matches",
 *   kind: "arithmetic",
 *   repeats: "",
 *   note: "",
 * } as const;
 * const again = { ...row, item: "text_es", repeats: "text_3_4 sens_benefit_60" };
 * const results = { experience: { extractName: "jht_2019", isSynthetic: true } };
 * const { numbers, reproduced, arithmetic } =
 *   headlineTable(results, [row, again]).rows.at(-1)!;
 * assertEquals([numbers, reproduced, arithmetic], [1, 0, 1]);
 * ```
 */
export function headlineTable(
  results: { readonly experience: DataLabel },
  ledger: readonly LedgerRow[],
): Table {
  const { rates, years, rest, all } = headline(ledger);
  const words = dataWords(results.experience);
  return {
    id: "headline",
    number: "",
    title: words.headline,
    columns: [{ key: "name", title: "Printed numbers" }, ...countColumns(words)],
    rows: [
      { name: "Rates of Table 3.7", ...rates },
      { name: "Years or n.a. of Table 3.7", ...years },
      { name: "All others", ...rest },
      { name: "All", ...all },
    ],
    notes: [
      ...notesOf(words),
      ...(results.experience.isSynthetic ? [] : [
        "The report's numbers are of the records of 2021. Yours differ where your extract " +
        "does, and where the model does: a difference says nothing against either.",
      ]),
      `Of all ${words.equal}, ${all.open} are from public statistics. The numbers stand in ` +
      `${all.numbers + all.repeated} places.`,
    ],
    source: reportSource(results.experience),
  };
}

/**
 * How many of the printed numbers came out, a line an item.
 *
 * @param items The items.
 * @param results For the source line.
 * @param ledger Their ledger.
 * @returns The table; its last row counts all.
 *
 * @example One number of section 3.4
 * ```ts
 * import { itemsTable, selectItems } from "@jkp/reproduction";
 * import { assertEquals } from "@std/assert";
 *
 * const row = {
 *   item: "figure_3_1",
 *   cell: "demographic_ratio_max",
 *   title: "Demographic ratio, highest, base scenario, over the projection",
 *   unit: "% of active contributors",
 *   published: "2.7",
 *   reproduced: 2.7288,
 *   difference: 0.0288,
 *   tolerance: 0.05,
 *   status: "matches",
 *   kind: "model",
 *   repeats: "",
 *   note: "",
 * } as const;
 * const results = { experience: { extractName: "jht_2019", isSynthetic: true } };
 * const table = itemsTable(selectItems(["F3.1"]), results, [row]);
 * const { name, numbers, reproduced } = table.rows.at(-1)!;
 * assertEquals({ name, numbers, reproduced }, { name: "All", numbers: 1, reproduced: 1 });
 * ```
 */
export function itemsTable(
  items: readonly ReportItem[],
  results: { readonly experience: DataLabel },
  ledger: readonly LedgerRow[],
): Table {
  const words = dataWords(results.experience);
  const summaries = new Map(
    summarizeLedger(ledger).map((row) => [row.item, row]),
  );
  return {
    id: "ledger",
    number: "",
    title: words.items,
    columns: [
      { key: "name", title: "Item" },
      ...countColumns(words),
      { key: "repeated", title: "Repeats" },
    ],
    rows: [
      ...items.map((item) => ({
        name: nameOf(item),
        ...EMPTY,
        ...summaries.get(item.item),
      })),
      { name: "All", ...EMPTY, ...headline(ledger).all },
    ],
    notes: [
      "Repeats: numbers that are counted at another item, where they are printed too. " +
      "Of figures the report has only what its text states.",
    ],
    source: reportSource(results.experience),
  };
}

/** A figure has no printed numbers of its own. */
const EMPTY = Object.fromEntries(
  [...COUNTS.map(({ key }) => key), "repeated"].map((key) => [key, ""]),
);

function nameOf({ item, number }: ReportItem): string {
  if (item.startsWith("table_")) return `Table ${number}`;
  if (item.startsWith("figure_")) return `Figure ${number.slice(1)}`;
  return capitalized(number);
}
