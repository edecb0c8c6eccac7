import { DataError, type Problem, throwIfAny } from "@jkp/problem";
import { parse as parseCsvText } from "@std/csv";
import { parse as parseTomlText, TomlError } from "smol-toml";
import * as v from "valibot";

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
    const reason = error instanceof Error ? error.message : String(error);
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
 * @throws {DataError} If the text is no CSV, a wanted column is missing, or rows have
 * more or fewer cells than the header.
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
  throwIfAny(missing.map((column) => ({
    file,
    place: "header",
    expected: `a column "${column}"`,
    received: header.join(", ") || "an empty file",
  })));
  const problems: Problem[] = [];
  const rows = records.slice(1).map((record, index): CsvRow => {
    const line = index + 2;
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

/**
 * Reads TOML text and checks it against a schema.
 *
 * @param file Name of the file, for messages.
 * @param text Its text.
 * @param schema What the file must look like.
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
  return checkSchema(file, value, schema);
}

/**
 * Checks a value against a schema and words what is wrong.
 *
 * @param file Name of the input, for messages.
 * @param value The value.
 * @param schema What it must look like. A schema's own message is taken as what was
 * expected.
 * @returns The checked value.
 * @throws {DataError} With every problem, by key path.
 *
 * @example
 * ```ts
 * import { checkSchema } from "@jkp/files";
 * import { DataError } from "@jkp/problem";
 * import { assertThrows } from "@std/assert";
 * import * as v from "valibot";
 *
 * const schema = v.object({ rate: v.pipe(v.number(), v.maxValue(1, "at most 1")) });
 * assertThrows(() => checkSchema("a.toml", { rate: 2 }, schema), DataError, "at most 1");
 * ```
 */
export function checkSchema<Schema extends v.GenericSchema>(
  file: string,
  value: unknown,
  schema: Schema,
): v.InferOutput<Schema> {
  const unknown = unknownKeys(schema, value, []).map(({ path, received }): Problem => ({
    file,
    place: path.join("."),
    expected: "no such key",
    received: describeValue(received),
  }));
  const result = v.safeParse(schema, value);
  const problems = (result.issues ?? [])
    .filter((issue) => issue.expected !== "never") // of unknown keys it names one only
    .map((issue): Problem => {
      const place = v.getDotPath(issue);
      return { file, ...(place === null ? {} : { place }), ...wordIssue(issue) };
    });
  throwIfAny([...problems, ...unknown]);
  return result.output as v.InferOutput<Schema>;
}

/** What was expected and received, in words for the person who wrote the file. */
function wordIssue(issue: v.BaseIssue<unknown>): Pick<Problem, "expected" | "received"> {
  const isMissing = issue.path?.at(-1)?.origin === "key";
  if (isMissing) return { expected: "a value", received: "nothing" };
  const isOwnMessage = !issue.message.startsWith("Invalid ");
  const expected = isOwnMessage ? issue.message : issue.expected ?? "a valid value";
  return { expected, received: issue.received };
}

/** A key that a strict schema does not know, with what stands there. */
interface UnknownKey {
  readonly path: readonly string[];
  readonly received: unknown;
}

/** Every key of a value that its schema does not know, however deep. */
function unknownKeys(
  schema: SchemaShape,
  value: unknown,
  path: readonly string[],
): UnknownKey[] {
  if (schema.wrapped !== undefined) return unknownKeys(schema.wrapped, value, path);
  if (schema.item !== undefined && Array.isArray(value)) {
    const { item } = schema;
    return value.flatMap((each, i) => unknownKeys(item, each, [...path, String(i)]));
  }
  if (schema.entries === undefined || typeof value !== "object" || value === null) {
    return [];
  }
  const { entries, type } = schema;
  return Object.entries(value).flatMap(([key, received]) => {
    const own = Object.hasOwn(entries, key) ? entries[key] : undefined;
    if (own !== undefined) return unknownKeys(own, received, [...path, key]);
    return type === "strict_object" ? [{ path: [...path, key], received }] : [];
  });
}

/** The parts of a schema that hold other schemas. */
interface SchemaShape {
  readonly type: string;
  readonly entries?: Readonly<Record<string, SchemaShape>>;
  readonly item?: SchemaShape;
  /** What `v.optional` and its like hold. */
  readonly wrapped?: SchemaShape;
}

/** A value in a few words. */
function describeValue(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" && value !== null ? "a table" : JSON.stringify(value);
}
