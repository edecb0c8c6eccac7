import type {
  ContractType,
  Coverage,
  EnterpriseSize,
  WorkerGroup,
} from "./rules/sections.ts";

/** What is known of a number: both ends, equal where it is known exactly. */
export interface Range {
  readonly lowest: number;
  readonly highest: number;
}

/** Parts of all employees that rules of coverage may treat differently. */
export type EmployeePart =
  | Exclude<WorkerGroup, "employee" | "employer" | "non_wage_earner">
  | EnterpriseSize
  | ContractType
  | "below_minimum_hours"
  | "too_old_at_registration";

/** Parts that are taken not to overlap; those of two families may. */
export const PART_FAMILIES: readonly (readonly EmployeePart[])[] = [
  ["civil_servant", "migrant", "domestic_worker", "construction_worker"],
  ["part_time"],
  ["below_minimum_hours"],
  ["large", "medium", "small", "micro"],
  ["indefinite", "fixed_term", "seasonal"],
  ["too_old_at_registration"],
];

/** How many employees a country has, and how many of them are of each part. */
export interface EmployeeCounts {
  readonly employees: number;
  /** Parts that somebody counts, in employees. */
  readonly parts: Readonly<Partial<Record<EmployeePart, Range>>>;
}

/**
 * Refuses what coverage cannot be measured with, perhaps made by hand.
 *
 * @internal
 */
export function checkCounts(
  { groups }: Coverage,
  { employees, parts }: EmployeeCounts,
  members: number | undefined,
): void {
  const problems: string[] = [];
  if (groups.employee !== "mandatory") {
    problems.push(`employees in general: mandatory is wanted, got ${groups.employee}`);
  }
  if (!(employees > 0 && employees < Infinity)) {
    problems.push(`employees: a number above 0 is wanted, got ${employees}`);
  }
  for (const [part, range] of Object.entries(parts)) {
    const { lowest, highest } = range;
    if (!(lowest >= 0 && lowest <= highest && highest <= employees)) {
      problems.push(
        `${part}: a range within 0 and ${employees} is wanted, got ${lowest} to ${highest}`,
      );
    }
  }
  for (const family of PART_FAMILIES) {
    const sum = family.reduce((total, part) => total + (parts[part]?.lowest ?? 0), 0);
    if (sum > employees) {
      problems.push(`${family.join(", ")}: at most ${employees} are wanted, got ${sum}`);
    }
  }
  if (members !== undefined && !(members >= 0 && members <= employees)) {
    problems.push(
      `members: a number from 0 to ${employees} is wanted, got ${members}`,
    );
  }
  if (problems.length > 0) {
    throw new RangeError(`Cannot measure coverage: ${problems.join("; ")}`);
  }
}
