import { readScenario } from "@jkp/economy/read";
import { dataFile, isThere } from "@jkp/files/read";
import { writeFileWhole } from "@jkp/files/write";
import { yearOf } from "@jkp/month";
import { loadOpenStatistics } from "@jkp/open/read";
import {
  checkArgument,
  checkOptions,
  checkText,
  DataError,
  type Problem,
  readTogether,
  throwIfAny,
} from "@jkp/problem";
import { readScheme, readSeverancePractice } from "@jkp/scheme/read";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { parse } from "smol-toml";
import { schemeMoney } from "../assumptions/scheme_money.ts";
import { extractServiceShares } from "../assumptions/service_rules.ts";
import type { AssumptionValues } from "../change_assumptions.ts";
import { readingChoices, usualReading } from "../usual_reading.ts";
import type { ValuationInputs } from "../assumptions/valuation_inputs.ts";
import type { ValuationBasis } from "../valuation_basis.ts";
import { choicesOf } from "./choices_of.ts";
import { inputsByRole } from "./inputs_by_role.ts";
import { isPath, seenFrom } from "./file_paths.ts";
import { nameOf } from "./name_of.ts";
import { type ValuationFile, valuationOf } from "./valuation_file.ts";
import { type NamedKind, valuationToToml } from "./valuation_to_toml.ts";

/** How a valuation is saved. */
export interface SaveOptions {
  /**
   * Whether a file that is there is written over.
   * @default {false} it is refused
   */
  readonly overwrites?: boolean;
  /**
   * What a reader sees.
   * @default the valuation's
   */
  readonly title?: string;
}

/**
 * Saves a valuation, with what was changed, as a file that stands alone; its name is that
 * of the file, with `_` for spaces and dots. `deno task value --valuation` and `readValuation` repeat
 * `runValuation(basis, changes)` from it to the last digit.
 *
 * @param path Where to write it, ending in `.toml`. Folders on the way are made.
 * @param basis The valuation, as `readValuation` read it: its extract is taken to be what
 * its folder holds.
 * @param changes Assumptions set by name, as `runValuation` takes them.
 * @param options Whether a file is written over, and a title.
 * @throws {DataError} If a file is there; if the basis was changed in a way that the file
 * could not repeat, with every part that was; if it cannot be written.
 * @throws {RangeError} If a change cannot be made, or there is no such option.
 *
 * @example The report with a benefit of 60 per cent: its rate of 1.56 comes from the file too
 * ```ts
 * import { runValuation, suggestedRateOf } from "@jkp/valuation";
 * import { readValuation } from "@jkp/valuation/read";
 * import { saveValuation } from "@jkp/valuation/write";
 * import { assertEquals } from "@std/assert";
 *
 * const path = `${await Deno.makeTempDir()}/sixty.toml`;
 * await saveValuation(path, await readValuation("report_2021"), { benefitRate: 0.6 });
 * const rate = suggestedRateOf(runValuation(await readValuation(path)), "base");
 * assertEquals((100 * rate).toFixed(2), "1.56");
 * ```
 */
export async function saveValuation(
  path: string,
  basis: ValuationBasis,
  changes: AssumptionValues = {},
  options: SaveOptions = {},
): Promise<void> {
  const doing = "save a valuation";
  checkText(doing, "a path", path);
  const wanted = "a valuation, as readValuation reads it,";
  checkArgument(doing, wanted, basis, ["file", "schemes", "scenarios"]);
  checkOptions(doing, options, OPTIONS);
  const { overwrites = false, title = basis.file.title } = options;
  const refuse = (expected: string, received: string): never => {
    throw new DataError([{ file: path, expected, received }]);
  };
  if (!path.endsWith(".toml")) refuse("a path ending in .toml", basename(path));
  if (basis.extractFolder === null) {
    refuse("an extract that stands in a folder", "one that was given as a value");
  }
  if (!overwrites && await isThere(path)) {
    refuse("a path where nothing is yet", "a file that is there");
  }
  const { content: { designs, scenarios, previous, data, population } } = basis.file;
  const named: readonly (readonly [NamedKind, string | undefined])[] = [
    ...designs.map((each) => ["designs", each] as const),
    ...Object.values(scenarios).map((each) => ["scenarios", each] as const),
    ["valuations", previous],
    ["extracts", data.extract],
    ["extracts", data.spells],
    ["population", data.population],
    ["population", population?.file],
  ];
  const names = await Promise.all(
    named.flatMap(([kind, name]) =>
      name === undefined ? [] : [
        nameSeenFrom(path, kind, name).then((seen) => [`${kind} ${name}`, seen] as const),
      ]
    ),
  );
  if (names.some(([, seen]) => resolve(dirname(path), seen) === resolve(path))) {
    refuse("a path that the valuation does not name itself", "one that it names");
  }
  const seen = new Map(names);
  const toml = valuationToToml(basis.file, {
    changes,
    name: nameOf(basename(path, ".toml")),
    title,
    nameFrom: (kind, name) => seen.get(`${kind} ${name}`)!,
  });
  throwIfAny(await changesInMemory(path, basis, toml));
  writeFileWhole(path, toml);
}

const OPTIONS = ["overwrites", "title"] as const satisfies readonly (keyof SaveOptions)[];

/**
 * How a file names what the valuation names: a path as seen from its folder; a name as it
 * is, unless something beside the file would be taken for it.
 */
async function nameSeenFrom(
  file: string,
  kind: NamedKind,
  nameOrPath: string,
): Promise<string> {
  const isFolder = kind === "extracts";
  const folder = dirname(resolve(file));
  const isOwnFile = isPath(nameOrPath) ||
    !isFolder && nameOrPath.endsWith(".toml");
  const beside = join(folder, isFolder ? nameOrPath : `${nameOrPath}.toml`);
  if (!isOwnFile && beside !== resolve(file) && !await isThere(beside)) return nameOrPath;
  const target = isOwnFile
    ? resolve(nameOrPath)
    : isFolder
    ? fileURLToPath(new URL(`../../../data/extracts/${nameOrPath}`, import.meta.url))
    : dataFile(kind, nameOrPath);
  return seenFrom(file, target);
}

/** Parts of a basis that a file would not repeat, since they were made in memory. */
async function changesInMemory(
  path: string,
  basis: ValuationBasis,
  toml: string,
): Promise<Problem[]> {
  const { file, extract, label, reading, scenarios, roles, schemes } = basis;
  const { timeOutOfWork } = file.data;
  const same = isDeepStrictEqual;
  const [scenariosOfFile, schemesOfFile, open, severance] = await readTogether([
    readTogether(Object.values(file.scenarios).map(readScenario)),
    readTogether(file.designs.map(readScheme)),
    loadOpenStatistics(),
    readSeverancePractice(),
  ]);
  const ownShares = basis.isOfMembers ? scenarios[0]!.data?.serviceShares ?? [] : null;
  const choices = choicesOf(file, readingChoices(reading, label), schemes);
  const inputs = await inputsByRole(
    { ...file, path },
    scenariosOfFile.map((scenario, i) => [Object.keys(file.scenarios)[i]!, scenario]),
    {
      extract,
      ownShares,
      extractShares: extractServiceShares(extract),
      choices,
      data: {
        ...schemeMoney(open, yearOf(file.terms.firstContributionMonth)),
        severance,
      },
    },
  );
  const isEach = (key: keyof ValuationInputs) =>
    scenarios.length === inputs.length &&
    scenarios.every((each, i) => same(each[key], inputs[i]![key]));
  const curve = timeOutOfWork === "spells"
    ? basis.timeOutOfWork.spells?.curve
    : undefined;
  const parts: Readonly<Record<string, boolean>> = {
    file: same(decidedBy(valuationOf(path, parse(toml))), decidedBy(file)),
    designs: same(schemes, schemesOfFile),
    scenarios: same(roles, Object.keys(file.scenarios)) &&
      same(scenarios.map(({ scenario }) => scenario), scenariosOfFile),
    calendar: scenarios.every(({ terms }) => same(terms, file.terms)),
    method: reading === (file.reading ?? usualReading(label)) &&
      scenarios.every((each) => same(each.choices, choices)),
    experience: isEach("experience") && isEach("stated"),
    population: isEach("population"),
    data: same(basis.inactivityCurve, curve) &&
      isEach("inactivityCurve") &&
      scenarios.every(({ data: { serviceShares: _, ...data } = {} }, i) =>
        same(data, inputs[i]?.data)
      ),
    changes: scenarios.every(({ change }) => change === undefined),
  };
  return Object.entries(parts).filter(([, isSame]) => !isSame).map(([place]) => ({
    file: path,
    place,
    expected: `what is said in ${file.path}: a file repeats what stands in files`,
    received: "another, made in memory",
  }));
}

/** What a file decides itself, not by naming others. */
function decidedBy(file: ValuationFile) {
  const { data, terms, adjustment, reading, choices } = file;
  const { extract: _, spells: __, population: ___, ...figures } = data;
  const population = file.population === null ? null : { ...file.population, file: null };
  return { figures, terms, adjustment, reading, choices, population };
}
