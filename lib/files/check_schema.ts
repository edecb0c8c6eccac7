import { saidTogether, type Words, wordsOf } from "@jkp/language";
import { columnValues, didYouMean, type Problem } from "@jkp/problem";
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
  combinations: Combinations<Schema> = () => [],
): v.InferOutput<Schema> {
  const check = (words: Words) => checked(file, value, schema, combinations, words);
  const { problems, output } = check(wordsOf("en"));
  if (problems.length > 0) throw saidTogether((words) => check(words).problems, problems);
  return output!;
}

/** What of a value that is right for itself does not go together, in words of a language. */
type Combinations<Schema extends v.GenericSchema> = (
  content: v.InferOutput<Schema>,
  words: Words,
) => readonly Omit<Problem, "file">[];

/** What a schema makes of a value, and what is wrong with it in words of a language. */
function checked<Schema extends v.GenericSchema>(
  file: string,
  value: unknown,
  schema: Schema,
  combinations: Combinations<Schema>,
  words: Words,
): { readonly output?: v.InferOutput<Schema>; readonly problems: readonly Problem[] } {
  const unknown = unknownKeys(schema, value, [], words)
    .map(({ path, received }): Problem => ({
      file,
      place: path.join("."),
      expected: words.files.toml.noSuchKey,
      received,
    }));
  const result = v.safeParse(schema, value, { lang: words.language });
  const problems = (result.issues ?? [])
    .filter((issue) => issue.expected !== "never") // of unknown keys it names one only
    .map((issue): Problem => {
      const place = v.getDotPath(issue);
      return {
        file,
        ...(place === null ? {} : { place }),
        ...wordIssue(issue, schema, words),
      };
    })
    // A value may break several checks that are worded alike.
    .filter(({ place, expected }, i, all) =>
      all[i - 1]?.place !== place || all[i - 1]?.expected !== expected
    );
  const readable = result.success ? result : v.safeParse(readableSchema(schema), value);
  if (!readable.success) return { problems }; // nothing of it can be read
  const content = readable.output as v.InferOutput<Schema>;
  const wrong = new Set(problems.map(({ place = "" }) => place));
  const holdWrong = new Set([...wrong].flatMap(pathsTo));
  const further = combinations(content, words)
    .filter(({ place = "" }) =>
      !holdWrong.has(place) && !pathsTo(place).some((path) => wrong.has(path))
    )
    .map((problem): Problem => ({ file, ...problem }));
  return {
    output: result.output as v.InferOutput<Schema>,
    problems: [...problems, ...unknown, ...further],
  };
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
  words: Words,
): Pick<Problem, "expected" | "received"> {
  const { toml, nothing } = words.files;
  const { path = [] } = issue;
  if (path.at(-1)?.origin === "key") {
    const wanted = schemaAt(schema, path.map(({ key }) => String(key)));
    return { expected: wantedBy(wanted, words), received: nothing };
  }
  const isOwnMessage = !issue.message.startsWith("Invalid ");
  const expected = isOwnMessage ? issue.message : issue.expected ?? toml.validValue;
  const isOwn = issue.type === "raw_check"; // which says itself what it received
  return {
    expected,
    received: isOwn ? issue.received || nothing : describeValue(issue.input, words),
  };
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

/** What a schema wants of a value that is missing. */
function wantedBy(schema: SchemaShape | undefined, words: Words): string {
  const { toml } = words.files;
  if (schema === undefined) return toml.value;
  const result = v.safeParse(schema as unknown as v.GenericSchema, undefined, {
    lang: words.language,
  });
  const [issue] = result.issues ?? [];
  if (issue === undefined) return toml.value;
  if (!issue.message.startsWith("Invalid ")) return issue.message;
  const expected = issue.expected ?? "";
  if (expected.startsWith('"')) return expected;
  if (expected.startsWith('("')) {
    return toml.oneOf(expected.slice(1, -1).replaceAll(" | ", ", "));
  }
  const kinds: Readonly<Record<string, string>> = toml.kinds;
  return kinds[expected] ?? toml.value;
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
  words: Words,
): UnknownKey[] {
  if (schema.wrapped !== undefined) {
    return unknownKeys(schema.wrapped, value, path, words);
  }
  if (schema.item !== undefined && Array.isArray(value)) {
    const { item } = schema;
    return value.flatMap((each, i) =>
      unknownKeys(item, each, [...path, String(i)], words)
    );
  }
  if (schema.entries === undefined || typeof value !== "object" || value === null) {
    return [];
  }
  const { entries, type } = schema;
  return Object.entries(value).flatMap(([key, received]) => {
    const own = Object.hasOwn(entries, key) ? entries[key] : undefined;
    if (own !== undefined) return unknownKeys(own, received, [...path, key], words);
    if (type !== "strict_object") return [];
    const meant = didYouMean(key, Object.keys(entries), words.problem);
    return [{ path: [...path, key], received: describeValue(received, words) + meant }];
  });
}

/** A value in a few words. */
function describeValue(value: unknown, { files: { nothing, toml } }: Words): string {
  if (value === undefined) return nothing;
  if (Array.isArray(value)) return value.length === 0 ? toml.emptyList : toml.list;
  if (value instanceof Date) return value.toISOString();
  if (typeof value === "object" && value !== null) {
    const isColumn = ArrayBuffer.isView(value) || columnValues(value as never) !== value;
    return isColumn ? toml.series : toml.table;
  }
  return typeof value === "number" ? String(value) : JSON.stringify(value);
}
