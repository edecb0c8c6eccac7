import { dataInWords, keyInWords, sectionInWords } from "@jkp/exhibit";
import { labelOfExtract } from "@jkp/extract";
import { extractFolder } from "@jkp/extract/read";
import { yearOf } from "@jkp/month";
import { loadOpenStatistics } from "@jkp/open/read";
import {
  checkArgument,
  checkOptions,
  DataError,
  type Problem,
  readTogether,
  valueInWords,
} from "@jkp/problem";
import { readSeverancePractice } from "@jkp/scheme/read";
import type { SurvivalCurve } from "@jkp/survival";
import { basename } from "node:path";
import { schemeMoney } from "../assumptions/scheme_money.ts";
import {
  extractServiceShares,
  serviceRulesToCount,
  type ServiceShare,
  serviceShareOf,
} from "../assumptions/service_rules.ts";
import { rulesProjected } from "../run_valuation.ts";
import { readingChoices, readingInWords, usualReading } from "../usual_reading.ts";
import type { ValuationBasis } from "../valuation_basis.ts";
import { choicesOf } from "./choices_of.ts";
import { togetherProblems } from "./check_together.ts";
import { readExtract } from "./read_extract.ts";
import { statesLevels } from "./stated_levels.ts";
import { inputsByRole } from "./inputs_by_role.ts";
import { readNamedParts } from "./named_parts.ts";
import {
  readValuationKeys,
  saidName,
  saidWhere,
  type ValuationOver,
} from "./read_valuation_file.ts";
import { type SpellFigures, spellFigures } from "./spell_figures.ts";
import { type ValuationFile, valuationOf } from "./valuation_file.ts";

/** What is said over a valuation file, and what is read besides. */
export interface ReadValuationOptions extends ValuationOver {
  /**
   * Whether the member-level extract is read even where nothing valued needs it, to show
   * both measures of the time out of work.
   * @default {false}
   */
  readonly showsSpells?: boolean | undefined;
}

/**
 * Reads a valuation with all that its file names: extract, scenarios, designs. The report's
 * design alone is valued as the report's reading has it; any other, and any beside it, by
 * what laws say of reference earnings and limits.
 *
 * @param nameOrPath A file of `data/valuations`, or a path ending in `.toml`.
 * @param options What is said over the file: another extract, scenarios, designs …
 * @returns The valuation, ready for `runValuation`; to change a part of it, copy it.
 * @throws {DataError} With everything that is wrong with a file, and everything in the
 * valuation file that does not fit what it names, by key.
 * @throws {RangeError} If completed spells are asked for, and there are none.
 *
 * @example The report of 2021, and what it is made from
 * ```ts
 * import { readValuation } from "@jkp/valuation/read";
 * import { assertEquals } from "@std/assert";
 *
 * const { roles, scenarios, inWords } = await readValuation("report_2021");
 * assertEquals(roles, ["pessimistic", "base", "optimistic"]);
 * assertEquals(scenarios.map(({ scenario }) => scenario.involuntaryShare), [0.75, 0.5, 0.25]);
 * assertEquals(inWords, "synthetic data, extract jht_2019, reading closest");
 * ```
 */
export async function readValuation(
  nameOrPath: string,
  options: ReadValuationOptions = {},
): Promise<ValuationBasis> {
  checkOptions("read a valuation", options, OPTIONS);
  checkSaid(options);
  const { showsSpells = false, ...over } = options;
  const keys = await readValuationKeys(nameOrPath, over);
  const parts = await readNamedParts(keys, over);
  const file = withAll(
    parts.problems,
    () =>
      saidWhere(
        keys,
        ({ path, keys }) =>
          valuationOf(path, keys, (span) => togetherProblems(span, parts)),
      ),
  );
  const { data: { timeOutOfWork, serviceMonths }, terms } = file;
  const roles = parts.scenarios.map(([role]) => role);
  const schemes = parts.schemes.map(([, scheme]) => scheme);
  const [read, open, severance] = await readTogether([
    typeof over.extract === "object"
      ? { extract: over.extract, folder: null, spells: null, quality: null }
      : readExtract(file.data.extract),
    loadOpenStatistics(),
    readSeverancePractice(),
  ]);
  const { extract } = read;
  const asked = serviceRulesToCount(
    schemes.flatMap((scheme) => rulesProjected(scheme, { terms })),
    { monthsAtLeast: serviceMonths },
  );
  const extractShares = extractServiceShares(extract);
  const label = labelOfExtract(extract.manifest);
  const reading = file.reading ?? usualReading(label);
  const ownSpells = file.data.spells ?? read.spells;
  const shipped = async () => {
    const { SHIPPED_SPELLS_FOLDER } = await import("@jkp/spells/read");
    return SHIPPED_SPELLS_FOLDER;
  };
  const isCounted = asked.every((rule) =>
    serviceShareOf(extractShares, rule) !== undefined
  );
  const isOfMembers = read.spells !== null;
  const isWanted = isOfMembers || !isCounted || showsSpells || timeOutOfWork === "spells";
  const folder = !isWanted
    ? undefined
    : ownSpells !== null
    ? await extractFolder(ownSpells)
    : label.isSynthetic
    ? await shipped()
    : undefined;
  const spells = folder === undefined ? null : await spellFigures(folder, asked);
  const inactivityCurve = timeOutOfWork === "spells" ? curveOf(spells) : undefined;
  const serviceShares: readonly ServiceShare[] = spells?.serviceShares ?? [];
  const choices = choicesOf(file, readingChoices(reading, label), schemes);
  const ownShares = isOfMembers ? serviceShares : null;
  const inputs = await inputsByRole(file, parts.scenarios, {
    extract,
    ownShares,
    extractShares,
    choices,
    data: {
      ...schemeMoney(open, yearOf(file.terms.firstContributionMonth)),
      serviceShares,
      severance,
    },
  });
  return {
    file,
    extract,
    extractFolder: read.folder,
    isOfMembers,
    quality: read.quality,
    label,
    reading,
    schemes,
    scenarios: inputs,
    roles,
    open,
    timeOutOfWork: {
      valued: timeOutOfWork,
      stock: { curve: inputs[0]?.experience.inactivity?.curve ?? null, data: label },
      spells: spells === null ? null : { curve: spells.inactivity, data: spells.data },
    },
    ...(inactivityCurve === undefined
      ? {}
      : { inactivityCurve, inactivityErrors: spells!.inactivityErrors }),
    saidOver: inWordsOf(over),
    inWords: [
      dataInWords(label),
      readingInWords(reading, label),
      ...(spells === null || file.data.spells === null
        ? []
        : [`spells of ${dataInWords(spells.data)}`]),
      ...(file.population === null
        ? []
        : [`members of ${basename(file.population.file, ".toml")}`]),
      ...(statesLevels(file) ? ["levels stated in the file"] : []),
      ...(timeOutOfWork === "spells" ? ["time out of work from completed spells"] : []),
      ...Object.entries(file.choices).map(([name, value]) =>
        `${sectionInWords(name)} ${keyInWords(String(value))}`
      ),
    ].join(", "),
  };
}

const OPTIONS = [
  "extract",
  "spells",
  "scenarios",
  "designs",
  "reading",
  "timeOutOfWork",
  "changes",
  "showsSpells",
] as const satisfies readonly (keyof ReadValuationOptions)[];

/** What a value must have to be a scenario or a design. */
const VALUES = {
  scenarios: ["a scenario, as readScenario reads it,", ["name", "unemploymentRate"]],
  designs: ["a design, as readScheme reads it,", ["name", "sections"]],
} as const;

/** Refuses what is said in another form than by name or as a value. */
function checkSaid(options: ReadValuationOptions): void {
  const doing = "read a valuation";
  if (options.extract !== undefined && typeof options.extract !== "string") {
    const wanted = "the folder of an extract, or an extract, as readStatisticsExtract " +
      "reads it,";
    const tables = ["manifest", "active", "withdrawals", "service", "inactive"];
    checkArgument(doing, wanted, options.extract, tables);
  }
  for (const key of ["scenarios", "designs"] as const) {
    const said: unknown = options[key];
    if (said === undefined) continue;
    if (!Array.isArray(said)) {
      throw new RangeError(
        `Cannot ${doing}: a list of names or values is wanted as ${key}, got ` +
          valueInWords(said),
      );
    }
    const values = said.filter((each) => typeof each !== "string");
    for (const value of values) {
      const [wanted, keys] = VALUES[key];
      checkArgument(doing, wanted, value, keys);
    }
    const names: readonly string[] = said.map(saidName);
    const twice = names.find((name, i) => names.indexOf(name) < i);
    if (values.length > 0 && twice !== undefined) {
      throw new RangeError(
        `Cannot ${doing}: ${key} of different names are wanted, got ${twice} twice`,
      );
    }
  }
}

/** What is said over a file, part by part. */
function inWordsOf(
  { extract, spells, scenarios, designs, reading, timeOutOfWork, changes }: ValuationOver,
): string[] {
  const nameOf = (said: string | { readonly name: string }) =>
    typeof said === "string" ? said : `${said.name} (given as a value)`;
  const parts: readonly (readonly [string, string | undefined])[] = [
    [
      "extract",
      extract && nameOf(typeof extract === "string" ? extract : extract.manifest),
    ],
    ["spells", spells],
    ["scenarios", scenarios?.map(nameOf).join(", ")],
    ["designs", designs?.map(nameOf).join(", ")],
    ["reading", reading],
    ["time out of work", timeOutOfWork],
    ["set", changes === undefined ? undefined : Object.keys(changes).join(", ")],
  ];
  return parts.flatMap(([what, said]) => said === undefined ? [] : [`${what}: ${said}`]);
}

/** Makes a file; if it, or what it names, is wrong, everything is said. */
function withAll(problems: readonly Problem[], make: () => ValuationFile): ValuationFile {
  const wrong: Problem[] = [];
  try {
    const made = make();
    if (problems.length === 0) return made;
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    wrong.push(...error.problems);
  }
  throw new DataError([...wrong, ...problems]);
}

/** How long inactivity lasts by completed spells, which are wanted. */
function curveOf(spells: SpellFigures | null): SurvivalCurve {
  if (spells?.inactivity != null) return spells.inactivity;
  const got = spells === null
    ? "none: with recorded statistics, name a member-level extract"
    : `none in ${spells.data.extractName}`;
  throw new RangeError(
    "Cannot find the time out of work: spells without contribution are wanted, got " +
      got,
  );
}
