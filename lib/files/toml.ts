import { checkSchema } from "./check_schema.ts";
import { saidError } from "@jkp/language";
import { parse as parseTomlText, TomlError } from "smol-toml";
import type * as v from "valibot";

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
    const { line, column, message } = error;
    throw saidError([({ files }) => ({
      file,
      place: files.place.line(line, column),
      expected: files.toml.wellFormed,
      received: message.split("\n")[0]!,
    })]);
  }
  return checkSchema(file, value, schema, combinations);
}
