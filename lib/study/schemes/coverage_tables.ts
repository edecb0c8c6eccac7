import type { Range } from "@jkp/scheme";
import { roundedPercent, type Table } from "@jkp/exhibit";
import { alikeNotes, joinAlike } from "./alike.ts";
import { uncountedInWords } from "./employee_words.ts";
import {
  type CoverageStatistics,
  LAST_YEAR_OF_COVERAGE,
  type SchemeCoverage,
} from "./scheme_coverage.ts";

/** Groups and schemes of the public statistics in words. */
const COUNTED = {
  all: "All employees",
  civil_servant: "Civil servants",
  armed_forces_and_police: "Armed forces and police",
  domestic_worker: "Domestic workers",
  migrant: "Migrants",
  aged_55_and_over: "Aged 55 and over",
  jkp: "Members of JKP",
  jht: "Members of JHT",
  jkk: "Registered with JKK by name",
  jkk_construction: "Construction workers registered with JKK by project",
} as const;

/**
 * How many employees schemes cover by law, and how many are members.
 *
 * @param coverages The schemes.
 * @returns A row a scheme; schemes of the same coverage share one.
 *
 * @example
 * ```ts
 * import { schemesCoverageTable } from "@jkp/study";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(schemesCoverageTable([]).rows, []);
 * ```
 */
export function schemesCoverageTable(coverages: readonly SchemeCoverage[]): Table {
  const groups = joinAlike(coverages, rowOf);
  const byLaw = { unit: "% of employees", group: "By law" };
  return {
    id: "schemes_coverage",
    number: "",
    title: "Coverage of each scheme on Indonesian employees",
    columns: [
      { key: "title", title: "Scheme" },
      { key: "mandatory", title: "Mandatory", ...byLaw },
      { key: "voluntary", title: "Voluntary", ...byLaw },
      { key: "excluded", title: "Excluded", ...byLaw },
      { key: "notStated", title: "Not stated", ...byLaw },
      { key: "members", title: "Registered", unit: "% of employees" },
      { key: "letIn", title: "Registered", unit: "% of those let in" },
      { key: "uncounted", title: "Nobody counts" },
    ],
    rows: groups.map(({ first }) => ({ title: first.rules.title, ...rowOf(first) })),
    notes: [
      "Ranges: from what is surely so to what may be. Not stated: groups of which the " +
      "source says nothing. Who is not counted may be nobody or all.",
      "Employees: BPS's main status, public employees among them. Construction workers " +
      "are those registered by project, some of whom BPS may count as casual workers.",
      "Registered: with JKP; for the proposal with JKK by name and by construction " +
      "project, for the options of 2020 with JKK by name, and by project where " +
      "construction workers are in. Abroad: their rules only.",
      ...alikeNotes(groups),
    ],
    source: "Rules: data/designs. Employees: BPS and others. Members: BPJS-TK. Each is " +
      "named in data/open.",
  };
}

function rowOf({ share }: SchemeCoverage) {
  return {
    mandatory: shareText(share.mandatory),
    voluntary: shareText(share.voluntary),
    excluded: shareText(share.excluded),
    notStated: shareText(share.notStated),
    members: share.members === null ? "" : inPercent(share.members),
    letIn: share.membersOfThoseLetIn === null ? "" : shareText(share.membersOfThoseLetIn),
    uncounted: uncountedInWords(share.uncounted),
  };
}

/**
 * The employees and members that coverage is measured with.
 *
 * @param open Public statistics.
 * @param year 2018 or 2021.
 * @returns A row a group, with its share of all employees and its source.
 *
 * @example
 * ```ts
 * import { loadOpenStatistics } from "@jkp/open/read";
 * import { employeesTable } from "@jkp/study";
 * import { assertEquals } from "@std/assert";
 *
 * const [all] = employeesTable(await loadOpenStatistics(), 2021).rows;
 * assertEquals([all!.who, all!.million, all!.share], ["All employees", "48.52", "100"]);
 * ```
 */
export function employeesTable(
  open: CoverageStatistics,
  year: number = LAST_YEAR_OF_COVERAGE,
): Table {
  const employees = open.employees_by_group.filter((row) => row.year === year);
  const all = employees.find(({ group }) => group === "all")?.highest ?? NaN;
  const row = (who: string, { lowest, highest }: Range, source: string) => ({
    who,
    million: millions({ lowest, highest }),
    share: shareText({ lowest: lowest / all, highest: highest / all }),
    source,
  });
  const members = open.social_security_members
    .filter(({ month }) => month === `${year}-12`);
  return {
    id: "employees_by_group",
    number: "",
    title: `Employees and members in Indonesia, ${year}`,
    columns: [
      { key: "who", title: "Group or scheme" },
      { key: "million", title: "Persons", unit: "million" },
      { key: "share", title: "Share", unit: "% of employees" },
      { key: "source", title: "Source" },
    ],
    rows: [
      ...employees.map((each) => row(COUNTED[each.group], each, each.source)),
      ...members.map(({ scheme, members: count, source }) =>
        row(COUNTED[scheme], { lowest: count, highest: count }, source)
      ),
    ],
    notes: [
      "Two ends where only a range is known; years and definitions of each are in the " +
      "notes of the files.",
    ],
    source: "data/open/employees_by_group.csv and social_security_members.csv.",
  };
}

/** A share in per cent, with both ends where they differ. */
function shareText({ lowest, highest }: Range): string {
  const [low, high] = [inPercent(lowest), inPercent(highest)];
  if (low === high) return high;
  if (highest === 1) return `${low} or more`;
  return low === "0" ? `up to ${high}` : `${low}–${high}`;
}

function inPercent(fraction: number): string {
  return String(roundedPercent(fraction, 1));
}

function millions({ lowest, highest }: Range): string {
  const [low, high] = [lowest, highest].map((persons) => (persons / 1e6).toFixed(2));
  return low === high ? low! : `${low}–${high}`;
}
