import { type CsvRow, parseCsv, readText } from "@jkp/files";
import { DataError, type Problem, throwIfAny } from "@jkp/problem";
import { join } from "node:path";

/** One printed number or text of the report. */
export interface PublishedRow {
  /** Where it is printed: `table_3_7`, `text_3_3` for section 3.3, `text_es`. */
  readonly item: string;
  /** Readable key within the item, for example `base/2021/inflation_rate`. */
  readonly cell: string;
  /** Unit in words: "% of insurable earnings", "rupiah a month", "year". */
  readonly unit: string;
  /** As printed, without thousands separators. */
  readonly published: string;
  /** The number printed, or `null` where a text, a date or "n.a." is printed. */
  readonly value: number | null;
  /** Decimals printed; 0 where no number is printed. */
  readonly decimals: number;
  /** Half a unit of the last digit that is not rounded away; 0 where no number. */
  readonly tolerance: number;
  /** The place in words: "Table 3.7", "section 3.4". */
  readonly locator: string;
  readonly note: string;
}

/** The published numbers of a report. */
export interface Published {
  /** All rows, in the order of the files. */
  readonly rows: readonly PublishedRow[];
  /** Rows by `item cell`; read through {@link publishedRow}. */
  readonly byKey: ReadonlyMap<string, PublishedRow>;
}

const COLUMNS = ["item", "cell", "unit", "published", "rounded_to", "locator", "note"];
/** Columns that may not be empty. */
const FILLED_COLUMNS = ["item", "cell", "unit", "published", "locator"];
const DEFAULT_FOLDER = join(import.meta.dirname!, "../../data/published");

/**
 * Loads the printed numbers of the 2021 report.
 *
 * @param folder Folder with `facts.csv` and `tables/*.csv`.
 * @default {folder: "data/published of the project"}
 * @returns The rows and an index of them.
 * @throws {DataError} If a file is missing or malformed, a key is empty or stands twice,
 * or a rounding is no positive number.
 *
 * @example The suggested contribution rate
 * ```ts
 * import { loadPublished, publishedValue } from "@jkp/published";
 * import { assertEquals } from "@std/assert";
 *
 * const published = await loadPublished();
 * const cell = "benefit_and_administrative/suggested_contribution_rate/base";
 * assertEquals(publishedValue(published, "table_3_7", cell), 1.35);
 * ```
 */
export async function loadPublished(folder = DEFAULT_FOLDER): Promise<Published> {
  const files = [...await tableFiles(folder), join(folder, "facts.csv")];
  const texts = await Promise.all(files.map(readText));
  const byKey = new Map<string, PublishedRow>();
  const problems: Problem[] = [];
  files.forEach((file, index) => {
    for (const csvRow of parseCsv(file, texts[index]!, COLUMNS)) {
      const row = toRow(csvRow.cells);
      const key = keyOf(row.item, row.cell);
      problems.push(...problemsOf(file, csvRow, byKey.has(key)));
      byKey.set(key, row);
    }
  });
  throwIfAny(problems);
  return { rows: [...byKey.values()], byKey };
}

/**
 * One printed row.
 *
 * @param published The published numbers.
 * @param item Table or section, for example `table_3_7`.
 * @param cell Key within it.
 * @returns The row.
 * @throws {RangeError} If there is no such row.
 *
 * @example The tolerance is half a unit of the last printed digit
 * ```ts
 * import { loadPublished, publishedRow } from "@jkp/published";
 * import { assertEquals } from "@std/assert";
 *
 * const published = await loadPublished();
 * const cost = publishedRow(published, "table_4_1", "base/estimated_cost_2021");
 * assertEquals([cost.published, cost.tolerance], ["13.8", 0.05]);
 * const layoffs = publishedRow(published, "text_1_2_3", "layoffs_per_month");
 * assertEquals([layoffs.published, layoffs.tolerance], ["29500", 50]);
 * ```
 */
export function publishedRow(
  published: Published,
  item: string,
  cell: string,
): PublishedRow {
  const row = published.byKey.get(keyOf(item, cell));
  if (row === undefined) {
    throw new RangeError(
      `Cannot find a published number: a cell is wanted, got ${item} ${cell}`,
    );
  }
  return row;
}

/**
 * One printed number, in its printed unit (per cent stay per cent).
 *
 * @param published The published numbers.
 * @param item Table or section, for example `table_3_7`.
 * @param cell Key within it.
 * @returns The number.
 * @throws {RangeError} If there is no such row or it holds no number.
 *
 * @example Inflation of 2021 in the pessimistic scenario, in per cent
 * ```ts
 * import { loadPublished, publishedValue } from "@jkp/published";
 * import { assertEquals } from "@std/assert";
 *
 * const published = await loadPublished();
 * const cell = "pessimistic/2021/inflation_rate";
 * assertEquals(publishedValue(published, "table_2_4", cell), 2.8);
 * ```
 */
export function publishedValue(
  published: Published,
  item: string,
  cell: string,
): number {
  const { value, published: text } = publishedRow(published, item, cell);
  if (value === null) {
    throw new RangeError(
      `Cannot read ${item} ${cell} as a number: a number is wanted, got ${text}`,
    );
  }
  return value;
}

/**
 * All rows of a table or section, in printed order.
 *
 * @param published The published numbers.
 * @param item Table or section, for example `table_4_1`.
 * @returns The rows.
 * @throws {RangeError} If there is no such item.
 *
 * @example
 * ```ts
 * import { loadPublished, publishedItem } from "@jkp/published";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(publishedItem(await loadPublished(), "table_4_1").length, 6);
 * ```
 */
export function publishedItem(published: Published, item: string): PublishedRow[] {
  const rows = published.rows.filter((row) => row.item === item);
  if (rows.length === 0) {
    throw new RangeError(
      `Cannot find a published item: a table or section is wanted, got ${item}`,
    );
  }
  return rows;
}

/** What is wrong with a row: empty cells, a key seen before, a rounding that is none. */
function problemsOf(
  file: string,
  { line, cells }: CsvRow,
  isKeySeen: boolean,
): Problem[] {
  const problem = (column: string, expected: string, received: string): Problem => ({
    file,
    place: `row ${line}, column ${column}`,
    expected,
    received,
  });
  const { item, cell, rounded_to: roundedTo } = cells;
  const problems = FILLED_COLUMNS
    .filter((column) => cells[column] === "")
    .map((column) => problem(column, "a text", "nothing"));
  if (isKeySeen) {
    problems.push(
      problem("cell", "a cell that stands once in its item", `${item} ${cell} again`),
    );
  }
  if (roundedTo !== "" && !(Number(roundedTo) > 0)) {
    problems.push(problem("rounded_to", "a positive number or nothing", roundedTo!));
  }
  return problems;
}

async function tableFiles(folder: string): Promise<string[]> {
  const tables = join(folder, "tables");
  try {
    const names: string[] = [];
    for await (const entry of Deno.readDir(tables)) {
      if (entry.name.endsWith(".csv")) names.push(entry.name);
    }
    return names.sort().map((name) => join(tables, name));
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    throw new DataError([{
      file: tables,
      expected: "a folder",
      received: "nothing there",
    }]);
  }
}

function toRow(cells: Readonly<Record<string, string>>): PublishedRow {
  const text = cells.published!;
  const number = /^-?\d+(?:\.(\d+))?$/.exec(text);
  const decimals = number?.[1]?.length ?? 0;
  const unit = cells.rounded_to === "" ? 10 ** -decimals : Number(cells.rounded_to);
  return {
    item: cells.item!,
    cell: cells.cell!,
    unit: cells.unit!,
    published: text,
    value: number === null ? null : Number(text),
    decimals,
    tolerance: number === null ? 0 : unit / 2,
    locator: cells.locator!,
    note: cells.note!,
  };
}

function keyOf(item: string, cell: string): string {
  return `${item} ${cell}`;
}
