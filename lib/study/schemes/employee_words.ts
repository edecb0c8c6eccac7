import type { EmployeePart } from "@jkp/scheme";

/** Parts of all employees in words. */
const PART_WORDS: Readonly<Record<EmployeePart, string>> = {
  civil_servant: "public employees",
  migrant: "migrants",
  domestic_worker: "domestic workers",
  construction_worker: "construction workers",
  part_time: "part-time workers",
  below_minimum_hours: "employees of too few hours",
  large: "employees of large enterprises",
  medium: "employees of medium enterprises",
  small: "employees of small enterprises",
  micro: "employees of micro-enterprises",
  indefinite: "employees without a fixed term",
  fixed_term: "employees on a fixed term",
  seasonal: "seasonal workers",
  too_old_at_registration: "employees too old at registration",
};

/** Parts that nobody counts, in words; empty if there are none. */
export function uncountedInWords(parts: readonly EmployeePart[]): string {
  return parts.map((part) => PART_WORDS[part]).join(", ");
}
