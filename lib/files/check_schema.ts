import {
  columnValues,
  DataError,
  didYouMean,
  type Problem,
  throwIfAny,
} from "@jkp/problem";
import * as v from "valibot";
import { readableSchema, type SchemaShape } from "./readable_schema.ts";

/**
 * Checks a value against a schema and words what is wrong.
 *
 * @param file Name of the input, for messages.
 * @param value The value.
 * @param schema What it must look like. A schema's own message is taken as what was
 * expected.
 * @param combinations Finds parts of the value that contradict each other, if that is wanted.
 * It gets what can be read of the value: NaN for a missing or wrong number (not to be
 * compared), an empty list for a wrong list, a table without its keys for a wrong table.
 * @returns The checked value.
 * @throws {DataError} With every problem, by key path.
 *
 * @example A rate above one
 * ```ts
 * import { checkSchema } from "@jkp/files";
 * import { DataError } from "@jkp/problem";
 * import { assertThrows } from "@std/assert";
 * import * as v from "valibot";
 *
 * const schema = v.object({ rate: v.pipe(v.number(), v.maxValue(1, "at most 1")) });
 * assertThrows(
 *   () => checkSchema("a.toml", { rate: 2 }, schema),
 *   DataError,
 *   "a.toml: rate: expected at most 1, got 2",
 * );
 * ```
 */
export function checkSchema<Schema extends v.GenericSchema>(
  file: string,
  value: unknown,
  schema: Schema,
  combinations: (content: v.InferOutput<Schema>) => readonly Omit<Problem, "file">[] =
    () => [],
): v.InferOutput<Schema> {
  const unknown = unknownKeys(schema, value, []).map(({ path, received }): Problem => ({
    file,
    place: path.join("."),
    expected: "no such key",
    received,
  }));
  const result = v.safeParse(schema, value);
  const problems = (result.issues ?? [])
    .filter((issue) => issue.expected !== "never") // of unknown keys it names one only
    .map((issue): Problem => {
      const place = v.getDotPath(issue);
      return { file, ...(place === null ? {} : { place }), ...wordIssue(issue, schema) };
    })
    // A value may break several checks that are worded alike.
    .filter(({ place, expected }, i, all) =>
      all[i - 1]?.place !== place || all[i - 1]?.expected !== expected
    );
  const readable = result.success ? result : v.safeParse(readableSchema(schema), value);
  if (!readable.success) throw new DataError(problems); // nothing of it can be read
  const content = readable.output as v.InferOutput<Schema>;
  const wrong = new Set(problems.map(({ place = "" }) => place));
  const holdWrong = new Set([...wrong].flatMap(pathsTo));
  const further = combinations(content)
    .filter(({ place = "" }) =>
      !holdWrong.has(place) && !pathsTo(place).some((path) => wrong.has(path))
    )
    .map((problem): Problem => ({ file, ...problem }));
  throwIfAny([...problems, ...unknown, ...further]);
  return result.output as v.InferOutput<Schema>;
}

/** A key path, and those of the tables around it. */
function pathsTo(place: string): string[] {
  const keys = place.split(".");
  return keys.map((_, i) => keys.slice(0, i + 1).join("."));
}

/** What was expected and received, in words for the person who wrote the file. */
function wordIssue(
  issue: v.BaseIssue<unknown>,
  schema: SchemaShape,
): Pick<Problem, "expected" | "received"> {
  const { path = [] } = issue;
  if (path.at(-1)?.origin === "key") {
    const wanted = schemaAt(schema, path.map(({ key }) => String(key)));
    return { expected: wantedBy(wanted), received: "nothing" };
  }
  const isOwnMessage = !issue.message.startsWith("Invalid ");
  const expected = isOwnMessage ? issue.message : issue.expected ?? "a valid value";
  const isOwn = issue.type === "raw_check"; // which says itself what it received
  return { expected, received: isOwn ? issue.received : describeValue(issue.input) };
}

/** The schema of the value at a path, if it can be told. */
function schemaAt(
  schema: SchemaShape,
  [key, ...rest]: readonly string[],
): SchemaShape | undefined {
  if (key === undefined) return schema;
  if (schema.wrapped !== undefined) return schemaAt(schema.wrapped, [key, ...rest]);
  if (schema.item !== undefined) return schemaAt(schema.item, rest);
  const entry = schema.entries?.[key];
  return entry === undefined ? undefined : schemaAt(entry, rest);
}

/** Kinds of values in the words of a person who writes a file. */
const KINDS: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  boolean: "true or false",
  Array: "a list",
  Object: "a table",
};

/** What a schema wants of a value that is missing. */
function wantedBy(schema: SchemaShape | undefined): string {
  if (schema === undefined) return "a value";
  const result = v.safeParse(schema as unknown as v.GenericSchema, undefined);
  const [issue] = result.issues ?? [];
  if (issue === undefined) return "a value";
  if (!issue.message.startsWith("Invalid ")) return issue.message;
  const expected = issue.expected ?? "";
  if (expected.startsWith('"')) return expected;
  if (expected.startsWith('("')) {
    return `one of ${expected.slice(1, -1).replaceAll(" | ", ", ")}`;
  }
  return KINDS[expected] ?? "a value";
}

/** A key that a strict schema does not know, with what stands there and is near to it. */
interface UnknownKey {
  readonly path: readonly string[];
  readonly received: string;
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
    if (type !== "strict_object") return [];
    const meant = didYouMean(key, Object.keys(entries));
    return [{ path: [...path, key], received: describeValue(received) + meant }];
  });
}

/** A value in a few words. */
function describeValue(value: unknown): string {
  if (value === undefined) return "nothing";
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : "a list";
  if (value instanceof Date) return value.toISOString();
  if (typeof value === "object" && value !== null) {
    const isColumn = ArrayBuffer.isView(value) || columnValues(value as never) !== value;
    return isColumn ? "a typed array or series (an array is wanted)" : "a table";
  }
  return typeof value === "number" ? String(value) : JSON.stringify(value);
}
