import { checkSchema, dataFile, parseToml, readText } from "@jkp/files";
import { type Problem, throwIfAny } from "@jkp/problem";
import { dirname, join } from "node:path";
import * as v from "valibot";
import { combinationProblems } from "./combinations.ts";
import type { Scheme } from "./scheme.ts";
import { SchemeFile } from "./scheme_file.ts";
import { sectionsFromFile } from "./sections_from_file.ts";

const AnyTable = v.record(v.string(), v.unknown());

/**
 * Reads a scheme: one of the project's by name, or a TOML file by path.
 *
 * @param nameOrPath `jkp_2021`, or a path ending in `.toml`.
 * @returns The scheme with all its versions; rates as fractions.
 * @throws {DataError} With everything that is wrong with the file.
 *
 * @example JKP pays 45 per cent, then 25
 * ```ts
 * import { readScheme } from "@jkp/scheme";
 * import { assertEquals } from "@std/assert";
 *
 * const { sections: { benefit: [benefit] } } = await readScheme("jkp_2021");
 * if (benefit?.kind !== "tapered") throw new Error("tapered");
 * assertEquals(benefit.rates, [0.45, 0.45, 0.45, 0.25, 0.25, 0.25]);
 * ```
 */
export async function readScheme(nameOrPath: string): Promise<Scheme> {
  const path = dataFile("schemes", nameOrPath);
  const text = await readText(path);
  const { based_on: base } = parseToml(path, text, AnyTable);
  if (typeof base !== "string") return parseScheme(path, text);
  const basePath = join(dirname(path), `${base}.toml`);
  return parseScheme(path, text, await readText(basePath));
}

/**
 * Turns the text of a scheme file into a scheme.
 *
 * @param file Name of the file, for messages.
 * @param text TOML text.
 * @param baseText Text of the scheme that it is based on: sections that `text` has not
 * are taken from there.
 * @returns The scheme.
 * @throws {DataError} With everything that is wrong: unknown keys, missing sources,
 * values in a wrong unit, and rules that cannot hold together.
 *
 * @example An empty file
 * ```ts
 * import { parseScheme } from "@jkp/scheme";
 * import { DataError } from "@jkp/problem";
 * import { assertThrows } from "@std/assert";
 *
 * assertThrows(() => parseScheme("empty.toml", ""), DataError, "qualifying");
 * ```
 */
export function parseScheme(file: string, text: string, baseText?: string): Scheme {
  const own = parseToml(file, text, AnyTable);
  const base = baseText === undefined ? {} : parseToml(file, baseText, AnyTable);
  const content = checkSchema(file, { ...base, ...own }, SchemeFile);
  throwIfAny(combinationProblems(content).map((fault): Problem => ({ file, ...fault })));
  return {
    name: content.name,
    title: content.title,
    country: content.country,
    currency: content.currency,
    source: content.source,
    sections: sectionsFromFile(content),
  };
}
