import type { OpenStatistics } from "@jkp/open";
import {
  type CoverageShare,
  coverageShare,
  type EmployeeCounts,
  type MemberRegister,
  type Range,
  type Rules,
} from "@jkp/scheme";
import { sumSimple } from "simple-statistics";

/** A scheme's coverage on Indonesian employees. */
export interface SchemeCoverage {
  readonly rules: Rules;
  readonly share: CoverageShare;
  /** What those counted as members are, in words; `null` where nobody is counted. */
  readonly membersAre: string | null;
}

/** The public statistics that coverage is measured with. */
export type CoverageStatistics = Pick<
  OpenStatistics,
  "employees_by_group" | "social_security_members"
>;

/** The last year of which both employees and members are known. */
export const LAST_YEAR_OF_COVERAGE = 2021;

/** Registers of members in words. */
const REGISTERS: Readonly<Record<MemberRegister, string>> = {
  jkp: "JKP",
  jht: "JHT",
  jkk: "JKK by name",
  jkk_construction: "JKK by construction project",
};

/**
 * Indonesia's employees, all and by the parts that rules of coverage name.
 *
 * Armed forces and police stand with civil servants; construction workers are those
 * registered by project. Who registered before the age limit stays: of the employees too
 * old at registration only the most is known, those aged 55 and over.
 *
 * @param open Public statistics.
 * @param year 2018 or 2021.
 * @returns Counts in persons.
 * @throws {RangeError} If there are no counts of that year.
 */
export function indonesianEmployees(
  open: CoverageStatistics,
  year: number = LAST_YEAR_OF_COVERAGE,
): EmployeeCounts {
  const rows = open.employees_by_group.filter((row) => row.year === year);
  if (rows.length === 0) {
    const years = [...new Set(open.employees_by_group.map((row) => row.year))];
    throw new RangeError(
      `Cannot count employees: one of ${years.join(", ")} is wanted, got ${year}`,
    );
  }
  const of = (group: typeof rows[number]["group"]): Range =>
    rows.find((row) => row.group === group)!;
  const [civil, armed] = [of("civil_servant"), of("armed_forces_and_police")];
  const [migrant, domestic] = [of("migrant"), of("domestic_worker")];
  const construction = membersOf(open, ["jkk_construction"], year);
  return {
    employees: of("all").highest,
    parts: {
      civil_servant: {
        lowest: civil.lowest + armed.lowest,
        highest: civil.highest + armed.highest,
      },
      migrant: { lowest: migrant.lowest, highest: migrant.highest },
      domestic_worker: { lowest: domestic.lowest, highest: domestic.highest },
      ...(construction === undefined
        ? {}
        : { construction_worker: { lowest: construction, highest: construction } }),
      too_old_at_registration: { lowest: 0, highest: of("aged_55_and_over").highest },
    },
  };
}

/**
 * How many Indonesian employees each scheme covers.
 *
 * @param schemes Their rules; those of other countries as if they were Indonesia's.
 * @param open Public statistics.
 * @param year 2018 or 2021.
 * @returns Coverage by law and, of Indonesia's schemes and proposals, by membership.
 * @throws {RangeError} If there are no counts of that year.
 */
export function schemesCoverage(
  schemes: readonly Rules[],
  open: CoverageStatistics,
  year: number = LAST_YEAR_OF_COVERAGE,
): SchemeCoverage[] {
  const counts = indonesianEmployees(open, year);
  return schemes.map((rules) => {
    const { registers } = rules.coverage;
    const members = registers.length === 0 ? undefined : membersOf(open, registers, year);
    return {
      rules,
      share: coverageShare(rules.coverage, counts, members),
      membersAre: members === undefined
        ? null
        : `are registered with ${registers.map((each) => REGISTERS[each]).join(" and ")}`,
    };
  });
}

/** Members at the end of a year. */
function membersOf(
  open: CoverageStatistics,
  registers: readonly MemberRegister[],
  year: number,
): number | undefined {
  const found = registers.map((register) =>
    open.social_security_members.find((row) =>
      row.scheme === register && row.month === `${year}-12`
    )
  );
  return found.some((row) => row === undefined)
    ? undefined
    : sumSimple(found.map((row) => row!.members));
}
