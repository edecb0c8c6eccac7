import { sumSimple } from "simple-statistics";
import { type EmployeeCounts, PART_FAMILIES } from "./employee_counts.ts";
import type { Coverage } from "./rules/sections.ts";

/** Refuses what coverage cannot be measured with, perhaps made by hand. */
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
    const sum = sumSimple(family.map((part) => parts[part]?.lowest ?? 0));
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
