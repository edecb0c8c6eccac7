import { type CsvRow, parseCsv, readText } from "@jkp/files";
import { DataError, type Problem, throwIfAny } from "@jkp/problem";
import { join } from "node:path";
import { keyOf, type Published, type PublishedRow } from "./published_row.ts";

const COLUMNS = ["item", "cell", "unit", "published", "rounded_to", "locator", "note"];
/** Columns that may not be empty. */
const FILLED_COLUMNS = ["item", "cell", "unit", "published", "locator"];

/** Reads files of printed numbers, with every problem of all of them at once. */
export async function readPublishedFiles(files: readonly string[]): Promise<Published> {
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

/** The CSV files of a folder, by name. */
export async function csvFilesIn(folder: string): Promise<string[]> {
  try {
    const names: string[] = [];
    for await (const entry of Deno.readDir(folder)) {
      if (entry.name.endsWith(".csv")) names.push(entry.name);
    }
    return names.sort().map((name) => join(folder, name));
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    throw new DataError([{
      file: folder,
      expected: "a folder",
      received: "nothing there",
    }]);
  }
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
