import { cell, checkTable, type RowOf } from "@jkp/files";
import { readText } from "@jkp/files/read";
import { DataError, type Problem, throwIfAny } from "@jkp/problem";
import { join } from "node:path";
import { keyOf, type Published, type PublishedRow } from "./published_row.ts";

const COLUMNS = {
  item: ["item", cell.text],
  cell: ["cell", cell.text],
  title: ["title", cell.text],
  unit: ["unit", cell.text],
  published: ["published", cell.text],
  roundedTo: ["rounded_to", cell.orEmpty(cell.above(0, "a positive number"))],
  repeats: ["repeats", cell.anything],
  locator: ["locator", cell.text],
  note: ["note", cell.anything],
} as const;

/** Reads files of printed numbers, with every problem of all of them at once. */
export async function readPublishedFiles(files: readonly string[]): Promise<Published> {
  const texts = await Promise.all(files.map(readText));
  const byKey = new Map<string, PublishedRow>();
  const fileByKey = new Map<string, string>();
  const repeats: { row: PublishedRow; file: string; line: number }[] = [];
  const problems: Problem[] = [];
  files.forEach((file, index) => {
    const read = checkTable(file, texts[index]!, COLUMNS, { key: ["item", "cell"] });
    problems.push(...read.problems);
    for (const { line, row: printed } of read.rows) {
      const row = toRow(printed);
      const key = keyOf(row.item, row.cell);
      const earlier = fileByKey.get(key) ?? file;
      if (earlier !== file) {
        problems.push({
          file,
          place: `row ${line}, column item, cell`,
          expected: `a key that stands once (it stands in ${earlier})`,
          received: key,
        });
      }
      fileByKey.set(key, file);
      byKey.set(key, row);
      if (row.repeats !== "") repeats.push({ row, file, line });
    }
  });
  for (const { row, file, line } of repeats) {
    const expected = "the item and cell of the same number, printed for the first time";
    if (!isRepeat(row, byKey.get(row.repeats))) {
      const place = `row ${line}, column repeats`;
      problems.push({ file, place, expected, received: row.repeats });
    }
  }
  throwIfAny(problems);
  return { rows: [...byKey.values()], byKey };
}

/** Whether a row prints what another prints that repeats nothing itself. */
function isRepeat(row: PublishedRow, first: PublishedRow | undefined): boolean {
  if (first === undefined || first.repeats !== "") return false;
  return row.value === null
    ? row.published === first.published
    : row.value === first.value;
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

function toRow({ roundedTo, ...printed }: RowOf<typeof COLUMNS>): PublishedRow {
  const { published } = printed;
  const number = /^-?\d+(?:\.(\d+))?$/.exec(published);
  const decimals = number?.[1]?.length ?? 0;
  return {
    ...printed,
    value: number === null ? null : Number(published),
    decimals,
    tolerance: number === null ? 0 : (roundedTo ?? 10 ** -decimals) / 2,
  };
}
