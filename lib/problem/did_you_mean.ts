import { levenshteinDistance } from "@std/text/levenshtein-distance";

/** Letters for each of which one may be wrong. */
const LETTERS_A_MISTAKE = 3;

/**
 * Suggests the name that was probably meant, to put at the end of an error.
 *
 * @param given The name as written.
 * @param known The names that there are.
 * @returns ` (did you mean …?)`, or nothing if no name is near: at most one letter in
 * three is wrong, whatever the case.
 *
 * @example
 * ```ts
 * import { didYouMean } from "@jkp/problem";
 * import { assertEquals } from "@std/assert";
 *
 * const designs = ["jkp_2021", "proposed_2021", "japan"];
 * assertEquals(didYouMean("jpk_2021", designs), " (did you mean jkp_2021?)");
 * assertEquals(didYouMean("france", designs), "");
 * ```
 */
export function didYouMean(given: string, known: readonly string[]): string {
  const distances = known.map((name): number =>
    levenshteinDistance(given.toLowerCase(), name.toLowerCase())
  );
  const least = Math.min(...distances);
  const nearest = known[distances.indexOf(least)];
  const isNear = nearest !== undefined && given !== "" &&
    least <= Math.max(given.length, nearest.length) / LETTERS_A_MISTAKE;
  return isNear ? ` (did you mean ${nearest}?)` : "";
}
