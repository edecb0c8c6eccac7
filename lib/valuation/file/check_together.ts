import type { Scenario } from "@jkp/economy";
import type { StatisticsManifest } from "@jkp/extract";
import { formatMonth, monthOf } from "@jkp/month";
import type { Problem } from "@jkp/problem";
import { rulesBetween, type Scheme, schemeStart } from "@jkp/scheme";
import { undatedLimits, yearGaps } from "../assumptions/year_gaps.ts";
import { lastProjectedMonth } from "../valuation_terms.ts";
import type { ValuationSpan } from "./valuation_file.ts";

/** What a valuation file names, as far as it could be read. */
export interface NamedParts {
  readonly manifest: Pick<StatisticsManifest, "name" | "firstMonth" | "lastMonth"> | null;
  /** By role, in the order of the file. */
  readonly scenarios: readonly (readonly [role: string, scenario: Scenario])[];
  /** By place in the file's list. */
  readonly schemes: readonly (readonly [index: number, scheme: Scheme])[];
  /** What the file does not say itself, and of which it is told elsewhere if it is double. */
  readonly isOver: { readonly scenarios: boolean; readonly designs: boolean };
}

/** A problem of the valuation file. */
type OwnProblem = Omit<Problem, "file">;

/** Everything in a valuation file that does not fit what it names, by key. */
export function togetherProblems(span: ValuationSpan, parts: NamedParts): OwnProblem[] {
  const { manifest, scenarios, schemes, isOver } = parts;
  return [
    ...(manifest === null ? [] : dataProblems(span, manifest)),
    ...scenarios.flatMap(([role, scenario]) => scenarioProblems(span, role, scenario)),
    ...isOver.scenarios ? [] : againProblems(
      scenarios.map(([role, { name }]) => [`scenarios.${role}`, name] as const),
      "a scenario",
    ),
    ...schemes.flatMap(([i, scheme]) => designProblems(span, i, scheme, scenarios)),
    ...isOver.designs ? [] : againProblems(
      schemes.map(([i, { name }]) => [`designs.${i}`, name] as const),
      "a design",
    ),
  ];
}

/** Names that stand for two, in the tables of results. */
function againProblems(
  named: readonly (readonly [place: string, name: string])[],
  what: string,
): OwnProblem[] {
  return named.flatMap(([place, name], i) => {
    const before = named.slice(0, i).find(([, other]) => other === name);
    return before === undefined ? [] : [{
      place,
      expected: `${what} with another name than that of ${before[0]}`,
      received: name,
    }];
  });
}

/** An extract without all months of the base year, or of the years studied. */
function dataProblems(
  { baseYear, studiedYears }: ValuationSpan,
  { name, firstMonth, lastMonth }: NonNullable<NamedParts["manifest"]>,
): OwnProblem[] {
  const misses = (from: number, to: number) =>
    firstMonth > monthOf(from, 1) || lastMonth < monthOf(to, 12);
  const received = `${name}, of ${formatMonth(firstMonth)} to ${formatMonth(lastMonth)}`;
  const [from, to] = studiedYears;
  return [
    ...(misses(baseYear, baseYear)
      ? [{
        place: "data.base_year",
        expected: `an extract with the twelve months of ${baseYear}`,
        received,
      }]
      : []),
    ...(misses(from, to)
      ? [{
        place: "data.studied_years",
        expected: `an extract with all months of ${from} to ${to}`,
        received,
      }]
      : []),
  ];
}

/** A scenario that is short of the projection, or whose reference is of other years. */
export function scenarioProblems(
  { baseYear, studiedYears, terms }: ValuationSpan,
  role: string,
  scenario: Scenario,
): OwnProblem[] {
  const place = `scenarios.${role}`;
  const { firstYear, lastYear } = scenario.reference;
  const [from, to] = studiedYears;
  return [
    ...(isOther(firstYear, from) || isOther(lastYear, to)
      ? [{
        place,
        expected: `reference unemployment of the years studied, ${from} to ${to}`,
        received: `${scenario.name}, whose reference is of ${firstYear} to ${lastYear}`,
      }]
      : []),
    ...yearGaps(scenario, baseYear, terms).filter(({ wanted }) =>
      !wanted.some(Number.isNaN)
    ).map(({ what, wanted, got }) => ({
      place,
      expected: `${what} of the years from ${wanted.join(" to ")}`,
      received: `${scenario.name}, with ${got.join(" to ")}`,
    })),
  ];
}

/** Whether two years are others; not if one of them could not be read. */
function isOther(year: number, wanted: number): boolean {
  return year < wanted || year > wanted;
}

/** A design that is not in force in the projection, or whose limits no growth reaches. */
function designProblems(
  { terms }: ValuationSpan,
  index: number,
  scheme: Scheme,
  scenarios: NamedParts["scenarios"],
): OwnProblem[] {
  const place = `designs.${index}`;
  const last = lastProjectedMonth(terms);
  if (Number.isNaN(last)) return [];
  const start = schemeStart(scheme);
  if (start > last) {
    return [{
      place,
      expected: `a design in force by ${formatMonth(last)}, the last month projected`,
      received: `${scheme.name}, in force from ${formatMonth(start)}`,
    }];
  }
  const rules = rulesBetween(scheme, terms.firstContributionMonth, last);
  const undated = scenarios.flatMap(([, scenario]) =>
    undatedLimits(rules, scenario, terms).map(({ what, year, wanted: [from, to] }) => ({
      place,
      expected: `a ${what} of a year from ${from} to ${to}, which growth of ` +
        `${scenario.name} leads to`,
      received: `${scheme.name}, with one of ${year} that moves with an index`,
    }))
  );
  return [...new Map(undated.map((each) => [JSON.stringify(each), each])).values()];
}
