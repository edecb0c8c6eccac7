/** Ages in whole years, both ends included; `null` for no upper end. */
export interface AgeRange {
  readonly ageFrom: number;
  readonly ageTo: number | null;
}

/**
 * Whether an age lies in a range.
 *
 * @param range The range.
 * @param age Age in whole years.
 * @returns Whether it does, ends included.
 *
 * @example From 30 on, without an upper end
 * ```ts
 * import { isOfAge } from "@jkp/scheme";
 * import { assertEquals } from "@std/assert";
 *
 * const range = { ageFrom: 30, ageTo: null };
 * assertEquals([isOfAge(range, 29), isOfAge(range, 30)], [false, true]);
 * ```
 */
export function isOfAge({ ageFrom, ageTo }: AgeRange, age: number): boolean {
  return age >= ageFrom && age <= (ageTo ?? Infinity);
}
