import type { Problem } from "@jkp/problem";

/** A problem without its file. */
export type Fault = Omit<Problem, "file">;

/** The fault of a value above the highest; `null` and NaN are not compared. */
export function atMost(
  place: string,
  value: number | null,
  highest: number | null,
  what: string,
): Fault[] {
  if (value === null || highest === null || !(value > highest)) return [];
  const expected = `at most ${what} of ${highest}`;
  return [{ place, expected, received: String(value) }];
}
