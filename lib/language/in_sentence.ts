/**
 * A title as it stands in a sentence: without its capital, but for short forms.
 *
 * @param title Title of a scenario, say.
 * @returns The title, to be put into a sentence of either language.
 *
 * @example Titles of scenarios
 * ```ts
 * import { inSentence } from "@jkp/language";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(inSentence("Early 2025"), "early 2025");
 * assertEquals(inSentence("ILO basis"), "ILO basis");
 * ```
 */
export function inSentence(title: string): string {
  return title.replace(/^\p{Lu}(?![\p{Lu}\d])/u, (letter) => letter.toLowerCase());
}
