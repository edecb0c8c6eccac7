import type { ContractType, EnterpriseSize, WorkerGroup } from "./rules/sections.ts";

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
  /** All employees, in persons. */
  readonly employees: number;
  /** Parts that somebody counts, in employees. */
  readonly parts: Readonly<Partial<Record<EmployeePart, Range>>>;
}
