import { sumSimple } from "simple-statistics";
import { checkCounts } from "./check_counts.ts";
import {
  type EmployeeCounts,
  type EmployeePart,
  PART_FAMILIES,
  type Range,
} from "./employee_counts.ts";
import type { Coverage, Membership } from "./rules/sections.ts";

/** How the law takes all employees of a country, as fractions of them. */
export interface CoverageShare {
  readonly mandatory: Range;
  readonly voluntary: Range;
  readonly excluded: Range;
  /** In groups that are counted, if the source says nothing of them. */
  readonly notStated: Range;
  /** Mandatory, from without those not stated to with all of them. */
  readonly covered: Range;
  /** Excluded or voluntary parts that nobody counts: they may be none or all. */
  readonly uncounted: readonly EmployeePart[];
  /** Members over all employees; `null` if no members are given. */
  readonly members: number | null;
  /**
   * Members over employees whom the law does not exclude; `null` if no members are given.
   */
  readonly membersOfThoseLetIn: Range | null;
}

/**
 * How many of a country's employees a scheme covers by law, and how many are members.
 *
 * Groups of workers are taken not to overlap, nor sizes of enterprise, nor contracts; a
 * group and a size may. Where they do, exclusion goes before silence, and silence before
 * voluntary membership. A group that is counted and not named is not stated; one that is
 * neither falls under the rule for employees.
 *
 * @param coverage The scheme's rules of coverage.
 * @param counts Employees of the country, all and by part.
 * @param members Employees who are members, where known.
 * @returns Fractions of all employees, each as a range: the lowest is certain, the
 * highest possible.
 * @throws {RangeError} If counts cannot be, with all of them.
 *
 * @example JKP leaves out public employees and construction workers, 24 of 100
 * ```ts
 * import { monthOf } from "@jkp/month";
 * import { coverageShare, rulesAt } from "@jkp/scheme";
 * import { readScheme } from "@jkp/scheme/read";
 * import { assertEquals } from "@std/assert";
 *
 * const exactly = (count: number) => ({ lowest: count, highest: count });
 * const { coverage } = rulesAt(await readScheme("jkp_2021"), monthOf(2022, 2));
 * const share = coverageShare(coverage, {
 *   employees: 100,
 *   parts: { civil_servant: exactly(11), construction_worker: exactly(13) },
 * }, 23);
 * assertEquals(share.covered, { lowest: 0, highest: 0.76 });
 * assertEquals(share.uncounted, ["migrant", "micro", "too_old_at_registration"]);
 * assertEquals(share.members, 0.23);
 * ```
 */
export function coverageShare(
  coverage: Coverage,
  counts: EmployeeCounts,
  members?: number,
): CoverageShare {
  checkCounts(coverage, counts, members);
  const { employees } = counts;
  const families = PART_FAMILIES.map((family) => setApart(family, coverage, counts));
  /** Employees who are surely of one of the kinds: those of one family at least. */
  const surely = (kinds: readonly Kind[]) =>
    Math.max(
      ...families.map((family) =>
        sumSimple(kinds.map((kind) => rangeOf(family, kind).lowest))
      ),
    );
  const known = {} as Record<Kind, Range>;
  KINDS.forEach((kind, rank) => {
    const stronger = KINDS.slice(0, rank);
    const lowest = families.map((family) => {
      // Other families may put all of the part under a stronger rule.
      const others = families.filter((other) => other !== family);
      const taken = (other: Family) =>
        sumSimple(stronger.map((each) => rangeOf(other, each).highest));
      return rangeOf(family, kind).lowest - sumSimple(others.map(taken));
    });
    const most = sumSimple(families.map((family) => rangeOf(family, kind).highest));
    known[kind] = {
      lowest: Math.max(0, ...lowest),
      highest: Math.min(most, employees - surely(stronger)),
    };
  });
  const { excluded, notStated, voluntary } = known;
  const atLeast = Math.max(
    0,
    employees - sumSimple(KINDS.map((kind) => known[kind].highest)),
  );
  const mandatory = { lowest: atLeast, highest: employees - surely(KINDS) };
  const covered = {
    lowest: atLeast,
    highest: employees - surely(["excluded", "voluntary"]),
  };
  const share = ({ lowest, highest }: Range): Range => ({
    lowest: lowest / employees,
    highest: highest / employees,
  });
  return {
    mandatory: share(mandatory),
    voluntary: share(voluntary),
    excluded: share(excluded),
    notStated: share(notStated),
    covered: share(covered),
    uncounted: families.flat().filter(({ isCounted }) => !isCounted)
      .map(({ part }) => part),
    members: members === undefined ? null : members / employees,
    membersOfThoseLetIn: members === undefined ? null : {
      lowest: atMostOne(members, employees - excluded.lowest),
      highest: atMostOne(members, employees - excluded.highest),
    },
  };
}

/** What a part can be but mandatory; the stronger rule first. */
const KINDS = ["excluded", "notStated", "voluntary"] as const;
type Kind = typeof KINDS[number];

/** A part of all employees that is not mandatorily covered. */
interface PartSetApart {
  readonly part: EmployeePart;
  readonly kind: Kind;
  readonly count: Range;
  /** Whether somebody counts it; if not, it may be nobody or all. */
  readonly isCounted: boolean;
}

type Family = readonly PartSetApart[];

function setApart(
  family: readonly EmployeePart[],
  coverage: Coverage,
  { employees, parts }: EmployeeCounts,
): Family {
  return family.flatMap((part): PartSetApart[] => {
    const membership = membershipOf(part, coverage);
    const isCounted = parts[part] !== undefined;
    const count = parts[part] ?? { lowest: 0, highest: employees };
    // Not named and not counted: nothing sets it apart from other employees.
    if (membership === "mandatory" || membership === null && !isCounted) return [];
    return [{ part, kind: membership ?? "notStated", count, isCounted }];
  });
}

function membershipOf(part: EmployeePart, coverage: Coverage): Membership {
  const { groups, enterprises, contracts } = coverage;
  switch (part) {
    case "too_old_at_registration":
      return coverage.ageAtRegistrationBelow === null ? "mandatory" : "excluded";
    case "below_minimum_hours": {
      const { minimumHoursPerWeek, minimumHoursPerMonth } = coverage;
      return minimumHoursPerWeek ?? minimumHoursPerMonth ? "excluded" : "mandatory";
    }
    case "migrant":
      return coverage.citizensOnly ? "excluded" : groups.migrant;
    case "large":
    case "medium":
    case "small":
    case "micro":
      return enterprises[part];
    case "indefinite":
    case "fixed_term":
    case "seasonal":
      return contracts[part];
    default:
      return groups[part];
  }
}

/** Employees of one kind in a family. */
function rangeOf(family: Family, kind: Kind): Range {
  const parts = family.filter((part) => part.kind === kind);
  return {
    lowest: sumSimple(parts.map(({ count }) => count.lowest)),
    highest: sumSimple(parts.map(({ count }) => count.highest)),
  };
}

function atMostOne(part: number, whole: number): number {
  return part >= whole ? 1 : part / whole;
}
