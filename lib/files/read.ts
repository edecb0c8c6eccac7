import { DataError } from "@jkp/problem";
import { parse as parseTomlText, TomlError } from "smol-toml";
import type * as v from "valibot";
import { checkSchema } from "./check_schema.ts";

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
