import { PROBLEM_WORDS, type ProblemWords } from "./problem.ts";
import { levenshteinDistance } from "@std/text/levenshtein-distance";

/** Letters for each of which one may be wrong. */
const LETTERS_A_MISTAKE = 3;

/**
 * Suggests the name that was probably meant, to put at the end of an error.
 *
 * @param given The name as written.
 * @param known The names that there are.
 * @param words In which the suggestion is made.
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
export function didYouMean(
  given: string,
  known: readonly string[],
  words: Pick<ProblemWords, "meant"> = PROBLEM_WORDS,
): string {
  let nearest = "";
  let least = Infinity;
  for (const name of given === "" ? [] : known) {
    const most = Math.max(given.length, name.length) / LETTERS_A_MISTAKE;
    if (Math.abs(given.length - name.length) > most) continue;
    const mistakes = mistakesIn(given.toLowerCase(), name.toLowerCase(), most);
    if (mistakes <= most && mistakes < least) [nearest, least] = [name, mistakes];
  }
  return nearest === "" ? "" : words.meant(nearest);
}

/**
 * Letters added, lost or changed; a pair of neighbours exchanged counts as one. Such pairs
 * are looked for where one, two letters changed, would bring the mistakes down to `most`.
 */
function mistakesIn(given: string, name: string, most: number): number {
  const letters = levenshteinDistance(given, name);
  if (letters > most + 1) return letters;
  const exchanged = Array.from(
    given.slice(1),
    (letter, i) => given.slice(0, i) + letter + given[i] + given.slice(i + 2),
  );
  return Math.min(
    letters,
    ...exchanged.map((text) => 1 + levenshteinDistance(text, name)),
  );
}
