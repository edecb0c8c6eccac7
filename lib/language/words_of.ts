import { checkWords } from "@jkp/problem";
import { english } from "./english.ts";
import { indonesian } from "./indonesian.ts";
import { type Language, LANGUAGES } from "./language.ts";

/**
 * All that is said in one language, by subject: texts, and functions that put parts into
 * a text. Numbers and months among the parts are written as the language writes them.
 */
export type Words = typeof english;

const WORDS: Readonly<Record<Language, Words>> = { en: english, id: indonesian };

/**
 * The words of a language.
 *
 * @param language Which one.
 * @returns Texts by subject, and how numbers, per cents, rupiah and months are written.
 * @throws {RangeError} If it is none of the languages.
 *
 * @example The suggested rate of the report, a wage and a month
 * ```ts
 * import { wordsOf } from "@jkp/language";
 * import { monthOf } from "@jkp/month";
 * import { assertEquals } from "@std/assert";
 *
 * const { month, number, percent, rupiah } = wordsOf("id");
 * assertEquals(number(1234.56, 2), "1.234,56");
 * assertEquals(percent(0.0135, 2), "1,35 persen");
 * assertEquals(rupiah(4_276_349), "Rp4.276.349");
 * assertEquals(month(monthOf(2026, 8)), "Agustus 2026");
 * assertEquals(wordsOf("en").percent(0.0135, 2), "1.35 %");
 * ```
 */
export function wordsOf(language: Language): Words {
  checkWords("find words", "language", language, LANGUAGES);
  return WORDS[language];
}
