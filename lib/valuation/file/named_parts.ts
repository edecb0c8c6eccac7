import { readScenario } from "@jkp/economy/read";
import { readManifest } from "@jkp/extract/read";
import { DataError, type Problem } from "@jkp/problem";
import { readScheme } from "@jkp/scheme/read";
import { resolve } from "node:path";
import { atKey } from "./at_key.ts";
import type { NamedParts } from "./check_together.ts";
import {
  fileOf,
  isTable,
  readValuationKeys,
  type ValuationKeys,
  type ValuationOver,
} from "./read_valuation_file.ts";

/** What the keys of a valuation file name, as far as it can be read. */
export interface ReadParts extends NamedParts {
  /** Everything that is wrong with it. */
  readonly problems: readonly Problem[];
}

/**
 * Reads what keys name that may be wrong themselves: of the extract what it says of itself,
 * which is soon read.
 *
 * @param file The valuation file.
 * @param over What is said over it: of that, no key is told.
 */
export async function readNamedParts(
  file: ValuationKeys,
  over: ValuationOver,
): Promise<ReadParts> {
  const { data, scenarios, designs } = file.keys;
  const { extract, spells } = isTable(data) ? data : {};
  const read = readPart(file, over);
  const readEach = <Key extends string | number, Part>(
    section: "scenarios" | "designs",
    names: readonly (readonly [Key, unknown])[],
    reader: (key: Key, name: string) => Promise<Part>,
  ) =>
    Promise.all(names.map(async ([key, name]) => {
      const part = await read(section, `${section}.${key}`, name, (text) =>
        reader(key, text));
      return [key, part] as const;
    }));
  const given = {
    extract: typeof over.extract === "object" ? over.extract.manifest : undefined,
    scenarios: valuesByName(over.scenarios ?? []),
    designs: valuesByName(over.designs ?? []),
  };
  const [ofExtract, ofSpells, ofPrevious, ofScenarios, ofDesigns] = await Promise.all([
    given.extract === undefined
      ? read("extract", "data.extract", extract, readManifest)
      : { part: given.extract, problems: [] },
    read("spells", "data.spells", spells, readSpellManifest),
    read(null, "previous", file.keys.previous, (name) => readPrevious(file, name)),
    readEach(
      "scenarios",
      Object.entries(isTable(scenarios) ? scenarios : {}),
      async (role, name) => given.scenarios.get(role) ?? await readScenario(name),
    ),
    readEach(
      "designs",
      Array.isArray(designs) ? [...designs.entries()] : [],
      async (_, name) => given.designs.get(name) ?? await readScheme(name),
    ),
  ]);
  const those = [...ofScenarios, ...ofDesigns].map(([, part]) => part);
  return {
    manifest: ofExtract.part,
    scenarios: ofScenarios.flatMap(([role, { part }]) =>
      part === null ? [] : [[role, part]]
    ),
    schemes: ofDesigns.flatMap(([i, { part }]) => part === null ? [] : [[i, part]]),
    isOver: {
      scenarios: over.scenarios !== undefined,
      designs: over.designs !== undefined,
    },
    problems: [ofExtract, ofSpells, ofPrevious, ...those].flatMap(({ problems }) =>
      problems
    ),
  };
}

/** What was given as a value, by its name. */
function valuesByName<Part extends { readonly name: string }>(
  said: readonly (string | Part)[],
): ReadonlyMap<string, Part> {
  return new Map(
    said.flatMap((each) => typeof each === "string" ? [] : [[each.name, each] as const]),
  );
}

/** What an extract says of itself, of single members. */
async function readSpellManifest(name: string) {
  const manifest = await readManifest(name);
  if (manifest.form !== "statistics") return manifest;
  throw new DataError([{
    file: name,
    expected: "an extract of single members",
    received: manifest.form,
  }]);
}

/** The keys of the valuation before, which is another. */
async function readPrevious(file: ValuationKeys, name: string) {
  const previous = await readValuationKeys(name, {});
  if (resolve(previous.path) !== resolve(file.path)) return previous;
  throw new DataError([{
    file: fileOf(file, "previous"),
    place: "previous",
    expected: "another valuation than this one",
    received: name,
  }]);
}

/** A part, or what is wrong with it. */
interface ReadPart<Part> {
  readonly part: Part | null;
  readonly problems: readonly Problem[];
}

function readPart(file: ValuationKeys, over: ValuationOver) {
  return async <Part>(
    said: keyof ValuationOver | null,
    key: string,
    name: unknown,
    reader: (name: string) => Promise<Part>,
  ): Promise<ReadPart<Part>> => {
    // What is no name, the schema says.
    if (typeof name !== "string" || !/\S/.test(name)) return { part: null, problems: [] };
    const reading = reader(name);
    try {
      const part = await (said === null || over[said] === undefined
        ? atKey(fileOf(file, key), key, reading)
        : reading);
      return { part, problems: [] };
    } catch (error) {
      if (!(error instanceof DataError)) throw error;
      return { part: null, problems: error.problems };
    }
  };
}
