import { readScenario } from "@jkp/economy/read";
import { readManifest } from "@jkp/extract/read";
import { DataError, type Problem } from "@jkp/problem";
import { readScheme } from "@jkp/scheme/read";
import { atKey } from "./at_key.ts";
import type { NamedParts } from "./check_together.ts";
import {
  fileOf,
  isTable,
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
  const [ofExtract, ofSpells, ofScenarios, ofDesigns] = await Promise.all([
    read("extract", "data.extract", extract, readManifest),
    read("spells", "data.spells", spells, readSpellManifest),
    Promise.all(
      Object.entries(isTable(scenarios) ? scenarios : {}).map(async ([role, name]) =>
        [role, await read("scenarios", `scenarios.${role}`, name, readScenario)] as const
      ),
    ),
    Promise.all(
      (Array.isArray(designs) ? designs : []).map(async (name, i) => {
        const own = over.designs?.[i];
        const part = typeof own === "object"
          ? { part: await readScheme(own), problems: [] }
          : await read("designs", `designs.${i}`, name, readScheme);
        return [i, part] as const;
      }),
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
    problems: [ofExtract, ofSpells, ...those].flatMap(({ problems }) => problems),
  };
}

/** What an extract says of itself, of single members. */
async function readSpellManifest(name: string) {
  const manifest = await readManifest(name);
  if (manifest.form === "spells") return manifest;
  throw new DataError([{
    file: name,
    expected: "an extract of single members",
    received: manifest.form,
  }]);
}

/** A part, or what is wrong with it. */
interface ReadPart<Part> {
  readonly part: Part | null;
  readonly problems: readonly Problem[];
}

function readPart(file: ValuationKeys, over: ValuationOver) {
  return async <Part>(
    said: keyof ValuationOver,
    key: string,
    name: unknown,
    reader: (name: string) => Promise<Part>,
  ): Promise<ReadPart<Part>> => {
    // What is no name, the schema says.
    if (typeof name !== "string" || !/\S/.test(name)) return { part: null, problems: [] };
    const reading = reader(name);
    try {
      const part = await (over[said] === undefined
        ? atKey(fileOf(file, key), key, reading)
        : reading);
      return { part, problems: [] };
    } catch (error) {
      if (!(error instanceof DataError)) throw error;
      return { part: null, problems: error.problems };
    }
  };
}
