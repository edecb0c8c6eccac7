import { levenshteinDistance } from "@std/text/levenshtein-distance";

/** Letters for each of which one may be wrong. */
const LETTERS_A_MISTAKE = 3;

/**
 * Suggests the name that was probably meant, to put at the end of an error.
 *
 * @param given The name as written.
 * @param known The names that there are.
 * @returns ` (did you mean …?)`, or nothing if no name is near: at most one letter in
 * three is wrong, whatever the case; two neighbours exchanged are one mistake.
 *
 * @example
 * ```ts
 * import { didYouMean } from "@jkp/problem";
 * import { assertEquals } from "@std/assert";
 *
 * const designs = ["jkp_2021", "proposed_2021", "japan"];
 * assertEquals(didYouMean("jpk_2021", designs), " (did you mean jkp_2021?)");
 * assertEquals(didYouMean("france", designs), "");
 * assertEquals(didYouMean("valeu", ["value", "claim"]), " (did you mean value?)");
 * ```
 */
export function didYouMean(given: string, known: readonly string[]): string {
  const distances = known.map((name): number =>
    mistakesIn(given.toLowerCase(), name.toLowerCase())
  );
  const least = Math.min(...distances);
  const nearest = known[distances.indexOf(least)];
  const isNear = nearest !== undefined && given !== "" &&
    least <= Math.max(given.length, nearest.length) / LETTERS_A_MISTAKE;
  return isNear ? ` (did you mean ${nearest}?)` : "";
}

/** Letters added, lost or changed; a pair of neighbours exchanged counts as one. */
function mistakesIn(given: string, name: string): number {
  const exchanged = Array.from(
    given.slice(1),
    (letter, i) => given.slice(0, i) + letter + given[i] + given.slice(i + 2),
  );
  return Math.min(
    levenshteinDistance(given, name),
    ...exchanged.map((text) => 1 + levenshteinDistance(text, name)),
  );
}
