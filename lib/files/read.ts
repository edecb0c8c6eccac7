import { DataError, type Problem, throwIfAny } from "@jkp/problem";
import { parse as parseCsvText } from "@std/csv";
import { parse as parseTomlText, TomlError } from "smol-toml";
import type * as v from "valibot";
import { checkSchema } from "./check_schema.ts";

/** A row of a CSV file with the line it stands on (the header is line 1). */
export interface CsvRow {
  /** Line number in the file, counted from 1. */
  readonly line: number;
  /** Cells by column name. */
  readonly cells: Readonly<Record<string, string>>;
}

/**
 * Reads a text file.
 *
 * @param path The file.
 * @returns Its text, without a byte order mark.
 * @throws {DataError} If there is no such file, or it cannot be read as UTF-8 text.
 *
 * @example A missing file is named
 * ```ts
 * import { readText } from "@jkp/files";
 * import { DataError } from "@jkp/problem";
 * import { assertRejects } from "@std/assert";
 *
 * await assertRejects(() => readText("nowhere.csv"), DataError, "nowhere.csv");
 * ```
 */
export async function readText(path: string): Promise<string> {
  try {
    const bytes = await Deno.readFile(path);
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) {
      throw new DataError([{
        file: path,
        expected: "a file",
        received: "nothing there",
      }]);
    }
    const reason = error instanceof Deno.errors.IsADirectory
      ? "a folder"
      : error instanceof Error
      ? error.message
      : String(error);
    throw new DataError([{
      file: path,
      expected: "a UTF-8 text file",
      received: reason,
    }]);
  }
}

/**
 * Splits CSV text into rows, checking the header and the number of cells.
 *
 * @param file Name of the file, for messages.
 * @param text Its text.
 * @param columns Columns that must be there; others are kept too.
 * @returns The rows in order.
 * @throws {DataError} If the text is no CSV, a wanted column is missing or one is there
 * twice, or rows have more or fewer cells than the header.
 *
 * @example
 * ```ts
 * import { parseCsv } from "@jkp/files";
 * import { assertEquals } from "@std/assert";
 *
 * const rows = parseCsv("a.csv", "month,members\n2019-12,10\n", ["month", "members"]);
 * assertEquals(rows, [{ line: 2, cells: { month: "2019-12", members: "10" } }]);
 * ```
 */
export function parseCsv(
  file: string,
  text: string,
  columns: readonly string[],
): CsvRow[] {
  let records: string[][];
  try {
    records = parseCsvText(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new DataError([{ file, expected: "well-formed CSV", received: reason }]);
  }
  const header = (records[0] ?? []).map((name) => name.trim());
  const missing = columns.filter((column) => !header.includes(column));
  const again = header.filter((column, i) => header.indexOf(column) < i);
  throwIfAny([
    ...missing.map((column) => ({
      file,
      place: "header",
      expected: `a column "${column}"`,
      received: header.join(", ") || "an empty file",
    })),
    ...again.map((column) => ({
      file,
      place: "header",
      expected: "each column once",
      received: `"${column}" again`,
    })),
  ]);
  const problems: Problem[] = [];
  const lines = linesOfRecords(text);
  const rows = records.slice(1).map((record, index): CsvRow => {
    const line = lines[index + 1]!;
    if (record.length !== header.length) {
      problems.push({
        file,
        place: `row ${line}`,
        expected: `${header.length} cells, as in the header`,
        received: `${record.length}`,
      });
    }
    const cells = Object.fromEntries(header.map((name, i) => [name, record[i] ?? ""]));
    return { line, cells };
  });
  throwIfAny(problems);
  return rows;
}

/** Where records begin: empty lines are none, and a quoted cell may hold line breaks. */
function linesOfRecords(text: string): number[] {
  const starts: number[] = [];
  let isQuoted = false;
  text.split("\n").forEach((line, i) => {
    if (!isQuoted && line.replace(/\r$/, "") !== "") starts.push(i + 1);
    if ((line.split('"').length - 1) % 2 === 1) isQuoted = !isQuoted;
  });
  return starts;
}

/**
 * Reads TOML text and checks it against a schema.
 *
 * @param file Name of the file, for messages.
 * @param text Its text.
 * @param schema What the file must look like.
 * @param combinations What does not go together, as for `checkSchema`.
 * @returns The checked value.
 * @throws {DataError} With every problem: bad TOML by line and column, bad values by key
 * path.
 *
 * @example
 * ```ts
 * import { parseToml } from "@jkp/files";
 * import { assertEquals } from "@std/assert";
 * import * as v from "valibot";
 *
 * const schema = v.strictObject({ rate: v.number() });
 * assertEquals(parseToml("a.toml", "rate = 0.5", schema), { rate: 0.5 });
 * ```
 */
export function parseToml<Schema extends v.GenericSchema>(
  file: string,
  text: string,
  schema: Schema,
  combinations?: Parameters<typeof checkSchema<Schema>>[3],
): v.InferOutput<Schema> {
  let value: unknown;
  try {
    value = parseTomlText(text);
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    throw new DataError([{
      file,
      place: `line ${error.line}, column ${error.column}`,
      expected: "well-formed TOML",
      received: error.message.split("\n")[0]!,
    }]);
  }
  return checkSchema(file, value, schema, combinations);
}
