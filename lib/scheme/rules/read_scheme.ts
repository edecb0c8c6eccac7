import { checkSchema, parseToml } from "@jkp/files";
import { dataFile, isThere, namesIn, readNamedFile } from "@jkp/files/read";
import { checkArgument, DataError, didYouMean, type Problem } from "@jkp/problem";
import { dirname, join } from "node:path";
import * as v from "valibot";
import { combinationProblems } from "./combinations.ts";
import type { Scheme } from "./scheme.ts";
import { SCHEME_FILE, schemeFrom } from "./scheme_file.ts";

/** A file's keys, not yet checked. */
type Table = Readonly<Record<string, unknown>>;

/** What tells a scheme from other values of a cell. */
const SCHEME_KEYS = ["name", "title", "currency", "sections"];

const AnyTable = v.record(v.string(), v.unknown());

/** The keys by which a file takes from another: both at once are none. */
const BASE_KEYS = ["based_on", "reform_of"] as const;

/**
 * Reads a scheme: one of the project's by name, or a TOML file by path; one that is read
 * or changed already is given back, so that it may stand where a name is taken.
 *
 * A file with `based_on` has the sections of another scheme, but for those it has itself;
 * one with `reform_of` adds its versions to those of the other scheme. The other is a file
 * beside it, or one of the project's.
 *
 * @param design `jkp_2021`, a path ending in `.toml`, or a scheme.
 * @returns The scheme with all its versions; rates as fractions.
 * @throws {DataError} With everything that is wrong with the file.
 * @throws {RangeError} If it is something else.
 *
 * @example JKP pays 45 per cent, then 25
 * ```ts
 * import { readScheme } from "@jkp/scheme/read";
 * import { assertEquals } from "@std/assert";
 *
 * const { sections: { benefit: [benefit] } } = await readScheme("jkp_2021");
 * if (benefit?.kind !== "tapered") throw new Error("tapered");
 * assertEquals(benefit.rates, [0.45, 0.45, 0.45, 0.25, 0.25, 0.25]);
 * ```
 */
export async function readScheme(design: string | Scheme): Promise<Scheme> {
  if (typeof design === "object") {
    const wanted = "a design by name, by path or as readScheme gives it";
    checkArgument("read a design", wanted, design, SCHEME_KEYS);
    return design;
  }
  const file = await readNamedFile("designs", design);
  return schemeOf(file.path, await readTables(file, []));
}

/**
 * Turns TOML text without `based_on` or `reform_of` into a scheme; `file` is its name in
 * messages.
 *
 * @throws {DataError} With everything that is wrong: unknown keys, missing sources,
 * values in a wrong unit, and rules that cannot hold together.
 */
export function parseScheme(file: string, text: string): Scheme {
  return schemeOf(file, [parseToml(file, text, AnyTable)]);
}

/** A file's own keys, before them those of the scheme that it takes from, and so on. */
async function readTables(
  { path, text }: { readonly path: string; readonly text: string },
  readBefore: readonly string[],
): Promise<readonly Table[]> {
  const own = parseToml(path, text, AnyTable);
  const keys = BASE_KEYS.filter((key) => own[key] !== undefined);
  const [key] = keys;
  if (key === undefined) return [own];
  const name = own[key];
  const refuse = (expected: string, known: readonly string[] = []): never => {
    const received = typeof name === "string"
      ? `"${name}"${didYouMean(name, known)}`
      : typeof name;
    throw new DataError([{ file: path, place: key, expected, received }]);
  };
  if (keys.length > 1) return refuse("based_on or reform_of, not both");
  if (typeof name !== "string") return refuse("the name of another scheme");
  const file = await baseFile(path, name) ??
    refuse(
      "the name of a design file beside this one or of data/designs, without .toml",
      await namesIn("designs"),
    );
  if ([...readBefore, path].includes(file)) {
    return refuse("another scheme, one that does not take from this one");
  }
  const before = await readTables(await readNamedFile("designs", file), [
    ...readBefore,
    path,
  ]);
  schemeOf(file, before);
  return [...before, own];
}

/** The design file of that name beside another file, otherwise the project's, if any. */
async function baseFile(path: string, name: string): Promise<string | undefined> {
  if (!/^[^/\\]+$/.test(name)) return undefined;
  for (const file of [join(dirname(path), `${name}.toml`), dataFile("designs", name)]) {
    if (await isThere(file)) return file;
  }
  return undefined;
}

/** The scheme of tables that each take from the one before. */
function schemeOf(file: string, tables: readonly Table[]): Scheme {
  const own = tables.at(-1)!;
  const base = tables.slice(0, -1).reduce<Table>(merged, {});
  const faults = ownFaults(own, base).map((fault): Problem => ({ file, ...fault }));
  try {
    const scheme = checkedScheme(file, merged(base, own));
    if (faults.length === 0) return scheme;
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    faults.push(...error.problems.map((problem) => inOwnFile(problem, own, base)));
  }
  throw new DataError(faults);
}

/** A table over the one it takes from; a title, in any language, is its own. */
function merged({ title_id: _, ...base }: Table, own: Table): Table {
  if (own.reform_of === undefined) {
    return { ...base, ...stillOpen(own, base), ...own };
  }
  const added = Object.entries(own).map(([key, value]) => {
    const before = base[key];
    const isSection = Array.isArray(before) && Array.isArray(value);
    return [key, isSection ? [...before, ...value] : value];
  });
  return { ...base, ...Object.fromEntries(added) };
}

/** The open points of a base on sections that a table does not have of its own. */
function stillOpen(own: Table, { open_points: points }: Table): Table {
  if (!Array.isArray(points)) return {};
  const open_points = points.filter(({ section }) => own[section] === undefined);
  return { open_points };
}

/** What a scheme that takes from another has to say itself, and what it cannot. */
function ownFaults(own: Table, base: Table): Omit<Problem, "file">[] {
  if (BASE_KEYS.every((key) => own[key] === undefined)) return [];
  const isOther = own.reform_of !== undefined && own.currency !== undefined &&
    own.currency !== base.currency;
  return [
    ...["name", "title"].filter((key) => own[key] === undefined).map((place) => ({
      place,
      expected: "a text of its own",
      received: "nothing",
    })),
    ...(isOther
      ? [{
        place: "currency",
        expected: `${base.currency}, that of the scheme it reforms`,
        received: String(own.currency),
      }]
      : []),
  ];
}

/**
 * A problem where it stands in a file: a version of a reform counted in the reform's own
 * file, and what is taken from another scheme under that scheme's name.
 */
function inOwnFile(problem: Problem, own: Table, base: Table): Problem {
  const { place = "" } = problem;
  const [, key = "", index, rest] = /^(\w+)\.(\d+)(.*)$/.exec(place) ?? [];
  const before = base[key];
  if (!Array.isArray(before)) return problem;
  const isReform = own.reform_of !== undefined;
  if (isReform ? Number(index) < before.length : own[key] === undefined) {
    return { ...problem, place: `${place} of ${base.name}` };
  }
  return isReform
    ? { ...problem, place: `${key}.${Number(index) - before.length}${rest}` }
    : problem;
}

function checkedScheme(file: string, table: Table): Scheme {
  return schemeFrom(checkSchema(file, table, SCHEME_FILE, combinationProblems));
}
