import type { Scenario } from "@jkp/economy";
import type { StatisticsExtract } from "@jkp/extract";
import { formatMonth, monthOf } from "@jkp/month";
import type { Problem } from "@jkp/problem";
import { rulesBetween, type Scheme, schemeStart } from "@jkp/scheme";
import { undatedLimits, yearGaps } from "../assumptions/year_gaps.ts";
import { lastProjectedMonth } from "../valuation_terms.ts";
import type { ValuationFile } from "./valuation_file.ts";

/** What a valuation file names, read. */
export interface NamedParts {
  readonly extract: Pick<StatisticsExtract, "manifest">;
  /** By role, in the order of the file. */
  readonly scenarios: readonly (readonly [role: string, scenario: Scenario])[];
  readonly schemes: readonly Scheme[];
}

/** Everything in a valuation file that does not fit what it names, by key. */
export function togetherProblems(file: ValuationFile, parts: NamedParts): Problem[] {
  return [
    ...dataProblems(file, parts.extract),
    ...parts.scenarios.flatMap(([role, scenario]) =>
      scenarioProblems(file, role, scenario)
    ),
    ...parts.schemes.flatMap((scheme, i) =>
      designProblems(file, i, scheme, parts.scenarios)
    ),
  ];
}

/** An extract without all months of the base year, or of the years studied. */
function dataProblems(
  { path, data: { baseYear, studiedYears } }: ValuationFile,
  { manifest: { name, firstMonth, lastMonth } }: NamedParts["extract"],
): Problem[] {
  const covers = (from: number, to: number) =>
    firstMonth <= monthOf(from, 1) && lastMonth >= monthOf(to, 12);
  const received = `${name}, of ${formatMonth(firstMonth)} to ${formatMonth(lastMonth)}`;
  const [from, to] = studiedYears;
  return [
    ...(covers(baseYear, baseYear) ? [] : [{
      file: path,
      place: "data.base_year",
      expected: `an extract with the twelve months of ${baseYear}`,
      received,
    }]),
    ...(covers(from, to) ? [] : [{
      file: path,
      place: "data.studied_years",
      expected: `an extract with all months of ${from} to ${to}`,
      received,
    }]),
  ];
}

/** A scenario that is short of the projection, or whose reference is of other years. */
function scenarioProblems(
  { path, data: { baseYear, studiedYears }, terms }: ValuationFile,
  role: string,
  scenario: Scenario,
): Problem[] {
  const place = `scenarios.${role}`;
  const { firstYear, lastYear } = scenario.reference;
  const [from, to] = studiedYears;
  return [
    ...(firstYear === from && lastYear === to ? [] : [{
      file: path,
      place,
      expected: `reference unemployment of the years studied, ${from} to ${to}`,
      received: `${scenario.name}, whose reference is of ${firstYear} to ${lastYear}`,
    }]),
    ...yearGaps(scenario, baseYear, terms).map(({ what, wanted, got }) => ({
      file: path,
      place,
      expected: `${what} of the years from ${wanted.join(" to ")}`,
      received: `${scenario.name}, with ${got.join(" to ")}`,
    })),
  ];
}

/** A design that is not in force in the projection, or whose limits no growth reaches. */
function designProblems(
  { path, terms }: ValuationFile,
  index: number,
  scheme: Scheme,
  scenarios: NamedParts["scenarios"],
): Problem[] {
  const place = `designs.${index}`;
  const last = lastProjectedMonth(terms);
  const start = schemeStart(scheme);
  if (start > last) {
    return [{
      file: path,
      place,
      expected: `a design in force by ${formatMonth(last)}, the last month projected`,
      received: `${scheme.name}, in force from ${formatMonth(start)}`,
    }];
  }
  const rules = rulesBetween(scheme, terms.firstContributionMonth, last);
  const undated = scenarios.flatMap(([, scenario]) =>
    undatedLimits(rules, scenario, terms).map(({ what, year, wanted: [from, to] }) => ({
      file: path,
      place,
      expected: `a ${what} of a year from ${from} to ${to}, which growth of ` +
        `${scenario.name} leads to`,
      received: `${scheme.name}, with one of ${year} that moves with an index`,
    }))
  );
  return [...new Map(undated.map((each) => [JSON.stringify(each), each])).values()];
}
