import { formatMonth } from "@jkp/month";
import { stringify } from "smol-toml";
import { type AssumptionValues, checkChanges } from "../change_assumptions.ts";
import type { ValuationFile } from "./valuation_file.ts";
import type { ValuationContent } from "./valuation_file_schema.ts";
import { VALUATION_KEYS } from "./valuation_keys.ts";

/** What is written otherwise than in the file that a valuation was read from. */
export interface WrittenValuation {
  /**
   * Assumptions set by name, over those of the file.
   * @default {} none
   */
  readonly changes?: AssumptionValues;
  /**
   * @default the file's
   */
  readonly name?: string;
  /**
   * @default the file's
   */
  readonly title?: string;
  /**
   * How the new file names what the old one names: paths are seen from its own folder.
   * @default as the old one does
   */
  readonly nameFrom?: NameFrom;
}

/** How a file names a design, scenario, valuation or extract. */
export type NameFrom = (kind: NamedKind, nameOrPath: string) => string;

/** What a valuation file names: folders of `data/`. */
export type NamedKind =
  | "designs"
  | "scenarios"
  | "valuations"
  | "extracts"
  | "population";

type Values = Readonly<Record<string, unknown>>;

/**
 * Writes a valuation as the text of a file that stands alone: what it extends is in it.
 * Every number reads back to the last digit.
 *
 * @param file The valuation.
 * @param written What is written otherwise.
 * @returns TOML, with what keys mean in comments.
 * @throws {RangeError} If a change cannot be made.
 *
 * @example The report with a benefit of 60 per cent
 * ```ts
 * import { valuationToToml } from "./valuation_to_toml.ts";
 * import { readValuationFile } from "@jkp/valuation/read";
 * import { assertEquals } from "@std/assert";
 *
 * const report = await readValuationFile("report_2021");
 * const toml = valuationToToml(report, { changes: { benefitRate: 0.6 } });
 * assertEquals(toml.trimEnd().split("\n").slice(-2), ["[changes]", "benefitRate = 0.6"]);
 * ```
 */
export function valuationToToml(
  file: ValuationFile,
  { changes = {}, name = file.name, title = file.title, nameFrom = (_, same) => same }:
    WrittenValuation = {},
): string {
  checkChanges(changes);
  const { data, calendar, designs, scenarios, previous, population } = file.content;
  const { extract, spells, population: shown } = data;
  const ofPopulation = (each: string) => nameFrom("population", each);
  const { title_id: titleId } = file.content;
  const content: { readonly [Key in keyof ValuationContent]: unknown } = {
    ...file.content,
    name,
    title,
    title_id: title === file.title ? titleId : undefined,
    previous: previous === undefined ? undefined : nameFrom("valuations", previous),
    designs: designs.map((each) => nameFrom("designs", each)),
    data: {
      ...data,
      extract: nameFrom("extracts", extract),
      spells: spells === undefined ? undefined : nameFrom("extracts", spells),
      population: shown === undefined ? undefined : ofPopulation(shown),
    },
    population: population === undefined
      ? undefined
      : { ...population, file: ofPopulation(population.file) },
    scenarios: Object.fromEntries(
      Object.entries(scenarios).map((
        [role, each],
      ) => [role, nameFrom("scenarios", each)]),
    ),
    calendar: {
      ...calendar,
      first_contribution_month: formatMonth(calendar.first_contribution_month),
      first_benefit_month: formatMonth(calendar.first_benefit_month),
    },
    changes: { ...file.changes, ...changes, source: sourceOfChanges(file, changes) },
  };
  const entries = Object.entries(content).filter(([, value]) => value !== undefined);
  const sections = entries.filter((entry): entry is [string, Values] => isTable(entry[1]))
    .filter(([, values]) => lines(values).length > 0)
    .sort(([a], [b]) => placeOf(a) - placeOf(b));
  return [
    ["# A valuation, whole: what the keys mean is in data/valuations/README.md."],
    lines(Object.fromEntries(entries.filter(([, value]) => !isTable(value)))),
    ...sections.map(([section, values]) => [
      ...meaningOf(section),
      `[${section}]`,
      ...lines(values),
    ]),
  ].map((block) => block.join("\n") + "\n").join("\n");
}

/** Who set what the file sets; what is set besides has no source but that it was. */
function sourceOfChanges(
  { sources: { changes: said } }: ValuationFile,
  changes: AssumptionValues,
): string | undefined {
  const names = Object.keys(changes);
  if (said === undefined || names.length === 0) return said;
  return `${names.join(", ")}: set when the file was saved; else: ${said}`;
}

/** The keys of a table, a line each; tables in it stand in one line. */
function lines(values: Values): string[] {
  return Object.entries(values)
    .filter(([, value]) => value !== undefined && !isEmptyTable(value))
    .map(([key, value]) => line(key, value));
}

function isEmptyTable(value: unknown): boolean {
  return isTable(value) && Object.keys(value).length === 0;
}

function line(key: string, value: unknown): string {
  const withValue = (text: string) => stringify({ [key]: 0 }).replace(/0\n$/, () => text);
  if (isTable(value)) return withValue(inline(value));
  if (Array.isArray(value) && value.length > 0 && value.every(isTable)) {
    return withValue(`[${value.map(inline).join(", ")}]`);
  }
  if (typeof value === "number" && Number.isSafeInteger(value) && value >= 10_000) {
    return withValue(value.toLocaleString("en").replaceAll(",", "_"));
  }
  return stringify({ [key]: value as string }).trimEnd();
}

/** A table in one line. */
function inline(values: Values): string {
  return `{ ${lines(values).join(", ")} }`;
}

function isTable(value: unknown): value is Values {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function meaningOf(section: string): string[] {
  const known = VALUATION_KEYS.find((each) => each.section === section);
  return known === undefined ? [] : [`# ${known.meaning}`];
}

/** Where a section stands in a file; unknown ones at the end, changes after all. */
function placeOf(section: string): number {
  const place = VALUATION_KEYS.findIndex((each) => each.section === section);
  return place < 0 ? VALUATION_KEYS.length - 1.5 : place;
}
