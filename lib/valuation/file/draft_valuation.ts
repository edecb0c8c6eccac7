import { draftScenario } from "@jkp/economy";
import { readScenario } from "@jkp/economy/read";
import type { StatisticsManifest } from "@jkp/extract";
import { readManifest } from "@jkp/extract/read";
import { formatToml } from "@jkp/files";
import { namesIn } from "@jkp/files/read";
import { formatMonth, monthOf, yearOf } from "@jkp/month";
import { DataError, didYouMean, shownValue, valueInWords } from "@jkp/problem";
import { basename, join, resolve } from "node:path";
import { lastProjectedMonth } from "../valuation_terms.ts";
import { scenarioProblems } from "./check_together.ts";
import { draftFund } from "./draft_fund.ts";
import { folderFromHere, seenFrom } from "./file_paths.ts";
import { nameOf } from "./name_of.ts";
import type { ValuationSpan } from "./valuation_file.ts";
import { VALUATION_KEYS, type ValuationKey } from "./valuation_keys.ts";

/** A valuation file to be filled in, for an extract. */
export interface ValuationDraft {
  /** What the extract says of itself. */
  readonly manifest: Pick<
    StatisticsManifest,
    "name" | "firstMonth" | "lastMonth" | "synthetic"
  >;
  /** Keys that could be read off the extract, with their values as the file has them. */
  readonly readOff: readonly (readonly [key: string, value: string])[];
  /** Keys that wait for a decision. */
  readonly undecided: readonly string[];
  /** Names of the project's scenarios that are of its years. */
  readonly scenarios: readonly string[];
  /** What the fund begins with, in a sentence; `null` where that is decided already. */
  readonly fund: string | null;
  /** The file, TOML. */
  readonly valuation: string;
  /** A scenario to be filled in; `null` if one of the project's is of these years. */
  readonly scenario: string | null;
}

/** Name of the scenario file that is drafted beside a valuation. */
export const DRAFTED_SCENARIO = "scenario.toml";

/**
 * Drafts a valuation of an extract of either form: what follows from the months it covers
 * stands in the file, what has to be decided as comments with an example, and the file is
 * refused until it is.
 *
 * @param folder Folder of the extract.
 * @param path Where the file is to stand.
 * @param projectionYears Years to project.
 * @param decisions What is decided already, by key as `undecided` has it: dates as texts.
 * @returns The files, and what was read off.
 * @throws {DataError} If the extract cannot be read, or has no whole calendar year.
 * @throws {RangeError} If there is no such key, or a value that TOML cannot hold.
 *
 * @example The shipped extract ends in 2019
 * ```ts
 * import { draftValuation } from "@jkp/valuation/read";
 * import { assertEquals } from "@std/assert";
 *
 * const { readOff, scenario } = await draftValuation("data/extracts/jht_2019", "v.toml", 10);
 * const values = Object.fromEntries(readOff);
 * assertEquals(values["data.studied_years"], "[2018, 2019]");
 * assertEquals(values["calendar.first_contribution_month"], '"2020-01"');
 * assertEquals(scenario, null);
 * ```
 */
export async function draftValuation(
  folder: string,
  path: string,
  projectionYears: number,
  decisions: Readonly<Record<string, unknown>> = {},
): Promise<ValuationDraft> {
  const decided = Object.fromEntries(
    Object.entries(decisions).map(([key, value]) => [key, valueInFile(key, value)]),
  );
  const manifest = await readManifest(folderFromHere(folder));
  if (manifest.form === "jkp") {
    throw new DataError([{
      file: join(folder, "extract.toml"),
      place: "form",
      expected:
        "an extract of members: claims of JKP alone say nothing of who is insured",
      received: '"jkp"',
    }]);
  }
  const span = spanOf(folder, manifest, projectionYears);
  const { baseYear, studiedYears, terms: { firstContributionMonth: first } } = span;
  const fitting = await scenariosOf(span);
  const before = `${baseYear}-12-31`;
  const { name, provider, extractMonth, synthetic } = manifest;
  const readOff: Readonly<Record<string, string>> = {
    name: JSON.stringify(nameOf(basename(resolve(folder)))),
    valuation_date: before,
    "data.extract": JSON.stringify(seenFrom(path, folder)),
    "data.studied_years": `[${studiedYears.join(", ")}]`,
    "data.base_year": String(baseYear),
    "data.source": JSON.stringify(
      `Extract ${name} of ${provider}, drawn in ${formatMonth(extractMonth)}` +
        (synthetic ? "; synthetic" : ""),
    ),
    "calendar.first_contribution_month": JSON.stringify(formatMonth(first)),
    "calendar.projection_years": String(projectionYears),
  };
  const chosen = fitting.length > 0 ? {} : { "scenarios.base": `"${DRAFTED_SCENARIO}"` };
  const examples: Readonly<Record<string, string>> = {
    law_as_of: before,
    information_to: `${baseYear + 1}-03-31`,
    "scenarios.base": JSON.stringify(fitting[0] ?? "base"),
    "calendar.first_benefit_month": JSON.stringify(formatMonth(first + 12)),
    "fund.date": before,
  };
  const isDecided = Object.keys(decided).some((key) => key.startsWith("fund."));
  const fund = await draftFund(folderFromHere(folder), manifest, before);
  const ofFund = isDecided ? {} : fund.values;
  const values = { ...readOff, ...ofFund, ...chosen, ...decided };
  const undecided = VALUATION_KEYS.filter(({ isOptional }) => !isOptional)
    .flatMap(({ section, keys }) =>
      keys.filter(({ isOptional }) => !isOptional).map(({ key }) => pathOf(section, key))
    )
    .filter((key) => !Object.hasOwn(values, key));
  return {
    manifest,
    readOff: Object.entries(readOff),
    undecided,
    scenarios: fitting,
    fund: isDecided ? null : fund.inWords,
    valuation: textOf(values, examples),
    scenario: fitting.length > 0 ? null : draftScenario({
      name: "base",
      referenceYears: studiedYears,
      firstYear: baseYear + 1,
      // A scenario has two years at least.
      lastYear: Math.max(yearOf(lastProjectedMonth(span.terms)), baseYear + 2),
    }),
  };
}

/** Years that follow from an extract's months: the last whole ones, and what comes after. */
function spanOf(
  folder: string,
  { firstMonth, lastMonth }: Pick<StatisticsManifest, "firstMonth" | "lastMonth">,
  projectionYears: number,
): ValuationSpan {
  const baseYear = yearOf(lastMonth + 1) - 1;
  const firstWhole = yearOf(firstMonth + 11);
  if (firstWhole > baseYear) {
    throw new DataError([{
      file: join(folder, "extract.toml"),
      place: "last_month",
      expected: "a window with all months of a calendar year",
      received: `${formatMonth(firstMonth)} to ${formatMonth(lastMonth)}`,
    }]);
  }
  return {
    baseYear,
    studiedYears: [Math.max(firstWhole, baseYear - 1), baseYear],
    terms: { firstContributionMonth: monthOf(baseYear + 1, 1), projectionYears },
  };
}

/** The project's scenarios that are of a valuation's years. */
async function scenariosOf(span: ValuationSpan): Promise<readonly string[]> {
  const names = await namesIn("scenarios");
  const scenarios = await Promise.all(names.map(readScenario));
  return names.filter((name, i) =>
    scenarioProblems(span, name, scenarios[i]!).length === 0
  );
}

/** A value as the file has it: days and months as TOML writes them. */
function valueInFile(path: string, value: unknown): string {
  const known = VALUATION_KEYS.flatMap(({ section, keys }) =>
    keys.map((each) => ({ path: pathOf(section, each.key), example: each.example }))
  );
  const key = known.find((each) => each.path === path);
  if (key === undefined) {
    const names = known.map((each) => each.path);
    throw new RangeError(
      `Cannot draft a valuation: a key of a valuation file is wanted, got ` +
        shownValue(path) + didYouMean(path, names),
    );
  }
  const isDay = typeof value === "string" && DAY.test(key.example) && DAY.test(value);
  if (isDay) return value;
  const isPlain = (each: unknown): each is string | number | boolean =>
    ["string", "number", "boolean"].includes(typeof each);
  const isList = Array.isArray(value) && value.every(isPlain);
  if (isPlain(value) || isList) {
    return formatToml({ value }).replace(/^value = /, "").trimEnd();
  }
  throw new RangeError(
    `Cannot draft a valuation: a text, a number, yes or no or a list as ${path} is ` +
      `wanted, got ${valueInWords(value)}`,
  );
}

const DAY = /^\d{4}-\d\d-\d\d$/;

function pathOf(section: string | null, key: string): string {
  return section === null ? key : `${section}.${key}`;
}

/** The file: what is known, and what is not as comments with an example. */
function textOf(
  values: Readonly<Record<string, string>>,
  examples: Readonly<Record<string, string>>,
): string {
  const heading = [
    "# A valuation to be filled in. What the extract says stands; change it where it does",
    "# not hold. Lines with TO DECIDE want a value: take the # away in front of the key, and",
    "# put your own in place of the example. data/valuations/README.md has every key.",
  ];
  const sections = VALUATION_KEYS.map((
    { section, meaning, keys, isOptional = false },
  ) => [
    `# ${meaning}${isOptional ? " May be left out." : ""}`,
    ...(section === null ? [] : [
      isOptional && keys.every(({ key }) => values[pathOf(section, key)] === undefined)
        ? `# [${section}]`
        : `[${section}]`,
    ]),
    ...keys.flatMap((each) => {
      const path = pathOf(section, each.key);
      return linesOf(each, !isOptional, values[path], examples[path]);
    }),
  ]);
  return [heading, ...sections].map((block) => `${block.join("\n")}\n`).join("\n");
}

function linesOf(
  { key, meaning, example, isOptional }: ValuationKey,
  isWanted: boolean,
  value: string | undefined,
  ownExample = example,
): string[] {
  if (value !== undefined) return [`# ${meaning}`, `${key} = ${value}`];
  const mark = isWanted && !isOptional ? "TO DECIDE. " : "";
  return [`# ${mark}${meaning}`, `# ${key} = ${ownExample}`];
}
