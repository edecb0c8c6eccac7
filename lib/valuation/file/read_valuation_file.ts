import { parseToml } from "@jkp/files";
import { isThere, readNamedFile } from "@jkp/files/read";
import { DataError, type Problem, throwIfAny } from "@jkp/problem";
import { dirname, isAbsolute, join, resolve } from "node:path";
import * as v from "valibot";
import type { Scenario } from "@jkp/economy";
import type { StatisticsExtract } from "@jkp/extract";
import type { Scheme } from "@jkp/scheme";
import type { OutOfWorkMeasure } from "../assumptions/time_out_of_work.ts";
import type { AssumptionValues } from "../change_assumptions.ts";
import type { ReadingName } from "../choices.ts";
import { atKey } from "./at_key.ts";
import { folderFromHere, isPath } from "./file_paths.ts";
import { type ValuationFile, valuationOf } from "./valuation_file.ts";
import { isDate } from "./valuation_file_schema.ts";

/** What is said over a valuation file: for whoever asks "what if" of it. */
export interface ValuationOver {
  /**
   * Folder of an extract, or the extract itself.
   * @default the file's
   */
  readonly extract?: string | StatisticsExtract | undefined;
  /**
   * Folder of a member-level extract, asked who meets a rule of service that the
   * statistics do not count, and how long spells without contribution last.
   * @default the file's; else the shipped one with synthetic statistics, none with recorded
   */
  readonly spells?: string | undefined;
  /**
   * Roles of the file's scenarios, names or paths of others, or scenarios themselves: each
   * has the role of its name.
   * @default the file's
   */
  readonly scenarios?: readonly (string | Scenario)[] | undefined;
  /**
   * Names or paths of designs, or designs themselves.
   * @default the file's
   */
  readonly designs?: readonly (string | Scheme)[] | undefined;
  /**
   * How Annex I of the report is read.
   * @default the file's
   */
  readonly reading?: ReadingName | undefined;
  /**
   * What tells how long members stay out of work: the statistics' stock of members without
   * contribution, or completed spells of the member-level extract.
   * @default the file's
   */
  readonly timeOutOfWork?: OutOfWorkMeasure | undefined;
  /**
   * Assumptions set by name, beside those that the file sets.
   * @default {} none
   */
  readonly changes?: AssumptionValues | undefined;
}

/** The name of what is said by name, or as a value with its name. */
export function saidName(said: string | { readonly name: string }): string {
  return typeof said === "string" ? said : said.name;
}

/** Keys of a file or of a section. */
export type Table = Readonly<Record<string, unknown>>;

const AnyTable = v.record(v.string(), v.unknown());

/**
 * Reads a valuation file: one of the project's by name, or a TOML file by path. A file
 * with `extends` has the sections of another, but for the keys that it has itself; its
 * scenarios and designs take the place of the other's. What it names is looked for beside
 * it first, then among the project's.
 *
 * @param nameOrPath A file of `data/valuations`, or a path ending in `.toml`.
 * @param over What is said over the file.
 * @returns The valuation, not yet with what it names.
 * @throws {DataError} With everything that is wrong with the file, by key.
 *
 * @example The report projects ten years and wants two years' expenses in reserve
 * ```ts
 * import { readValuationFile } from "@jkp/valuation/read";
 * import { assertEquals } from "@std/assert";
 *
 * const { terms } = await readValuationFile("report_2021");
 * assertEquals([terms.projectionYears, terms.reserveMultiple], [10, 2]);
 * ```
 */
export async function readValuationFile(
  nameOrPath: string,
  over: ValuationOver = {},
): Promise<ValuationFile> {
  return saidWhere(
    await readValuationKeys(nameOrPath, over),
    ({ path, keys }) => valuationOf(path, keys),
  );
}

/** The keys of a file with those of all that it extends, and where each stands. */
export interface ValuationKeys {
  readonly path: string;
  readonly keys: Table;
  /** Files by key path, of sections and of keys in them. */
  readonly files: ReadonlyMap<string, string>;
}

/**
 * The keys of a valuation file, with all that it extends and what is said over it, not yet
 * checked.
 *
 * @throws {DataError} If it, or what it extends, is no TOML or is not there.
 */
export async function readValuationKeys(
  nameOrPath: string,
  over: ValuationOver,
): Promise<ValuationKeys> {
  const read = await keysOf(await readNamedFile("valuations", nameOrPath), []);
  const { keys } = read;
  const valued = over.scenarios === undefined ? ofValuedRoles(keys) : withoutRoles(keys);
  return { ...read, keys: withOver(valued, over) };
}

/** Keys with the scenarios of `valued_roles` alone; what is wrong with these, the schema says. */
function ofValuedRoles(keys: Table): Table {
  const { valued_roles: roles, scenarios } = keys;
  const areRoles = Array.isArray(roles) && roles.length > 0 && isTable(scenarios) &&
    roles.every((role) => typeof role === "string" && Object.hasOwn(scenarios, role));
  if (!areRoles) return keys;
  return {
    ...withoutRoles(keys),
    scenarios: rolesOf(roles, scenarios),
    ...ofRoles(keys, roles),
  };
}

function withoutRoles({ valued_roles: _, ...keys }: Table): Table {
  return keys;
}

/**
 * Makes something of the keys; what is wrong is said of the file in which the key stands.
 *
 * @throws {DataError} With the problems of `make`.
 */
export function saidWhere<Made>(
  keys: ValuationKeys,
  make: (keys: ValuationKeys) => Made,
): Made {
  try {
    return make(keys);
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    throw new DataError(
      error.problems.map((problem) => ({
        ...problem,
        file: problem.file === keys.path ? fileOf(keys, problem.place) : problem.file,
      })),
    );
  }
}

/** The file in which a key stands, or else its section. */
export function fileOf({ path, files }: ValuationKeys, place = ""): string {
  const [section, key] = place.split(".");
  return files.get(`${section}.${key}`) ?? files.get(section!) ?? path;
}

/** The keys of a file and of all that it extends; what they name is found from each. */
async function keysOf(
  { path, text }: { readonly path: string; readonly text: string },
  readBefore: readonly string[],
): Promise<ValuationKeys> {
  throwIfAny(impossibleDates(path, text));
  const { extends: base, ...own } = await located(
    parseToml(path, text, AnyTable),
    dirname(path),
  );
  const files = Object.entries(own).flatMap(([key, value]) => [
    [key, path] as const,
    ...(isTable(value)
      ? Object.keys(value).map((inner) => [`${key}.${inner}`, path] as const)
      : []),
  ]);
  if (base === undefined) return { path, keys: own, files: new Map(files) };
  const refuse = (expected: string) => {
    throw new DataError([{
      file: path,
      place: "extends",
      expected,
      received: JSON.stringify(base),
    }]);
  };
  if (typeof base !== "string" || base === "") {
    return refuse("the name or path of a valuation file");
  }
  const file = await atKey(path, "extends", readNamedFile("valuations", base));
  if ([...readBefore, path].some((each) => resolve(each) === resolve(file.path))) {
    return refuse("another valuation, one that does not extend this one");
  }
  const extended = await keysOf(file, [...readBefore, path]);
  return {
    path,
    keys: merged(withoutOldParts(extended.keys, own), own),
    files: new Map([...extended.files, ...files]),
  };
}

/**
 * What a file extends, without what the file's own years or scenarios make old: the workers
 * of a transition where the years are others, which scenarios are valued where these are
 * others, the title in Indonesian where the title is another. A fund stays, and is refused if it is of another month: nobody goes on without it
 * unsaid.
 */
function withoutOldParts(base: Table, own: Table): Table {
  const firstOf = ({ calendar }: Table) =>
    isTable(calendar) ? calendar.first_contribution_month : undefined;
  const first = firstOf(own);
  const isMoved = first !== undefined && first !== firstOf(base);
  const old = [
    ...(own.title === undefined ? [] : ["title_id"]),
    ...(isMoved ? ["transition"] : []),
    ...(own.scenarios === undefined ? [] : ["valued_roles"]),
  ];
  return Object.fromEntries(Object.entries(base).filter(([key]) => !old.includes(key)));
}

/** Dates without quotes that no calendar has: they would be read as of the month after. */
function impossibleDates(file: string, text: string): Problem[] {
  return text.split("\n").flatMap((line, i) => {
    const date = /^\s*[\w.-]+\s*=\s*(\d{4}-\d{2}-\d{2})\b/.exec(line)?.[1];
    return date === undefined || isDate(date) ? [] : [{
      file,
      place: `line ${i + 1}`,
      expected: "a day of the calendar",
      received: date,
    }];
  });
}

/** Sections that take the place of the other file's as a whole. */
const WHOLE = ["scenarios"];

function merged(base: Table, own: Table): Table {
  const sections = Object.entries(own).map(([key, value]) => {
    const before = base[key];
    return [
      key,
      isTable(before) && isTable(value) && !WHOLE.includes(key)
        ? merged(before, value)
        : value,
    ];
  });
  return { ...base, ...Object.fromEntries(sections) };
}

/** Puts what is said over a file into its keys. */
function withOver(keys: Table, over: ValuationOver): Table {
  const { reading, changes = {} } = over;
  const [designs, scenarios] = [
    over.designs?.map(saidName),
    over.scenarios?.map(saidName),
  ];
  const extract = typeof over.extract === "object"
    ? over.extract.manifest.name
    : over.extract === undefined
    ? undefined
    : folderFromHere(over.extract);
  const inSection = (key: string, values: Table) => {
    const said = Object.entries(values).filter(([, value]) => value !== undefined);
    const before = keys[key];
    return said.length === 0
      ? {}
      : { [key]: { ...(isTable(before) ? before : {}), ...Object.fromEntries(said) } };
  };
  return {
    ...keys,
    ...inSection("data", {
      extract,
      spells: over.spells === undefined ? undefined : folderFromHere(over.spells),
      time_out_of_work: over.timeOutOfWork,
    }),
    ...inSection("method", { reading }),
    ...inSection("changes", changes),
    ...(designs === undefined ? {} : { designs }),
    ...(scenarios === undefined ? {} : {
      scenarios: rolesOf(scenarios, isTable(keys.scenarios) ? keys.scenarios : {}),
      ...ofRoles(keys, scenarios),
    }),
  };
}

/** Sections that say something of single roles, without the roles that are not asked for. */
function ofRoles(keys: Table, asked: readonly string[]): Table {
  const known = isTable(keys.scenarios) ? Object.keys(keys.scenarios) : [];
  return Object.fromEntries(
    ["experience", "members"].flatMap((section) => {
      const values = keys[section];
      if (!isTable(values) || !isTable(values.roles)) return [];
      const kept = Object.entries(values.roles)
        .filter(([role]) => asked.includes(role) || !known.includes(role));
      return [[section, { ...values, roles: Object.fromEntries(kept) }]];
    }),
  );
}

/** Scenarios by role: one of the file's, or else each by the name it was given. */
function rolesOf(names: readonly string[], roles: Table): Table {
  return Object.fromEntries(
    names.map((
      name,
    ) => [name, Object.hasOwn(roles, name) ? roles[name] : name]),
  );
}

/** Keys of a file with whole paths in place of what stands beside it. */
async function located(keys: Table, folder: string): Promise<Table> {
  const beside = async (value: unknown, ending: string) => {
    if (typeof value !== "string" || value === "") return value;
    const name = value.endsWith(ending) ? value : value + ending;
    const path = isAbsolute(name) ? name : join(folder, name);
    const isOwnFile = isPath(value) || ending !== "" && value.endsWith(ending);
    if (!isOwnFile && !await isThere(path)) return value;
    return folderFromHere(path);
  };
  const { scenarios, designs, data, population, extends: base, previous } = keys;
  return {
    ...keys,
    ...(base === undefined ? {} : { extends: await beside(base, ".toml") }),
    ...(previous === undefined ? {} : { previous: await beside(previous, ".toml") }),
    ...(Array.isArray(designs)
      ? { designs: await Promise.all(designs.map((each) => beside(each, ".toml"))) }
      : {}),
    ...(isTable(population)
      ? {
        population: { ...population, file: await beside(population.file, ".toml") },
      }
      : {}),
    ...(isTable(scenarios) ? { scenarios: await eachOf(scenarios, ".toml") } : {}),
    ...(isTable(data)
      ? {
        data: {
          ...data,
          ...await eachOf(
            Object.fromEntries(
              Object.entries(data).filter(([key]) => FOLDERS.includes(key)),
            ),
            "",
          ),
        },
      }
      : {}),
  };

  async function eachOf(table: Table, ending: string): Promise<Table> {
    const entries = Object.entries(table).map(async ([key, value]) =>
      [key, await beside(value, ending)] as const
    );
    return Object.fromEntries(await Promise.all(entries));
  }
}

/** Keys of `[data]` that name folders. */
const FOLDERS = ["extract", "spells"];

export function isTable(value: unknown): value is Table {
  return typeof value === "object" && value !== null && !Array.isArray(value) &&
    !(value instanceof Date);
}
