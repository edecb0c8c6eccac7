import { checkSchema, dataFile, parseToml, readText } from "@jkp/files";
import { DataError, type Problem } from "@jkp/problem";
import { dirname, join } from "node:path";
import * as v from "valibot";
import { combinationProblems } from "./combinations.ts";
import type { Scheme } from "./scheme.ts";
import { SchemeFile } from "./scheme_file.ts";
import { sectionsFromFile } from "./sections_from_file.ts";

/** A file's keys, not yet checked. */
type Table = Readonly<Record<string, unknown>>;

const AnyTable = v.record(v.string(), v.unknown());

/** The keys by which a file takes from another: both at once are none. */
const BASE_KEYS = ["based_on", "reform_of"] as const;

/**
 * Reads a scheme: one of the project's by name, or a TOML file by path.
 *
 * A file with `based_on` has the sections of another scheme, but for those it has itself;
 * one with `reform_of` adds its versions to those of the other scheme. The other is a file
 * beside it, or one of the project's.
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
  const path = dataFile("designs", nameOrPath);
  return schemeOf(path, await readTables(path, []));
}

/**
 * Turns the text of a design file into a scheme.
 *
 * @param file Name of the file, for messages.
 * @param text TOML text, without `based_on` or `reform_of`.
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
export function parseScheme(file: string, text: string): Scheme {
  return schemeOf(file, [parseToml(file, text, AnyTable)]);
}

/** A file's own keys, before them those of the scheme that it takes from, and so on. */
async function readTables(
  path: string,
  readBefore: readonly string[],
): Promise<readonly Table[]> {
  const own = parseToml(path, await readText(path), AnyTable);
  const names = BASE_KEYS.map((key) => own[key]).filter((name) => name !== undefined);
  const [name] = names;
  if (name === undefined) return [own];
  const place = own.based_on === undefined ? "reform_of" : "based_on";
  const file = await baseFile(path, String(name));
  const isCircle = [...readBefore, path].includes(file);
  if (names.length > 1 || typeof name !== "string" || isCircle) {
    const expected = names.length > 1
      ? "based_on or reform_of, not both"
      : "the name of another scheme";
    throw new DataError([{ file: path, place, expected, received: String(name) }]);
  }
  const before = await readTables(file, [...readBefore, path]);
  schemeOf(file, before);
  return [...before, own];
}

/** The design file of that name beside another file, otherwise the project's. */
async function baseFile(path: string, name: string): Promise<string> {
  const beside = join(dirname(path), `${name}.toml`);
  try {
    await Deno.stat(beside);
    return beside;
  } catch {
    return dataFile("designs", name);
  }
}

/** The scheme of tables that each take from the one before. */
function schemeOf(file: string, tables: readonly Table[]): Scheme {
  const own = tables.at(-1)!;
  const base = tables.slice(0, -1).reduce<Table>(merged, {});
  try {
    return checkedScheme(file, merged(base, own));
  } catch (error) {
    if (own.reform_of === undefined || !(error instanceof DataError)) throw error;
    throw new DataError(error.problems.map((problem) => inOwnFile(problem, base)));
  }
}

/** A table over the one it takes from. */
function merged(base: Table, own: Table): Table {
  if (own.reform_of === undefined) return { ...base, ...own };
  const added = Object.entries(own).map(([key, value]) => {
    const before = base[key];
    const isSection = Array.isArray(before) && Array.isArray(value);
    return [key, isSection ? [...before, ...value] : value];
  });
  return { ...base, ...Object.fromEntries(added) };
}

/** A problem with a reform, its version counted in the reform's own file. */
function inOwnFile(problem: Problem, base: Table): Problem {
  const [, key, index, rest] = /^(\w+)\.(\d+)(.*)$/.exec(problem.place ?? "") ?? [];
  const before = base[key ?? ""];
  if (!Array.isArray(before) || Number(index) < before.length) return problem;
  return { ...problem, place: `${key}.${Number(index) - before.length}${rest}` };
}

function checkedScheme(file: string, table: Table): Scheme {
  const content = checkSchema(file, table, SchemeFile, combinationProblems);
  return {
    name: content.name,
    title: content.title,
    country: content.country,
    currency: content.currency,
    source: content.source,
    sections: sectionsFromFile(content),
  };
}
