import type { Words } from "@jkp/language";

type WantedWords = Words["check"]["expected"];

/**
 * What would have been accepted, as data: a key of the words, with its parts. It is worded
 * where it is reported, in the language of the report.
 */
export type Wanted = {
  [Key in keyof WantedWords]: WantedWords[Key] extends (...parts: infer Parts) => string
    ? readonly [Key, ...Parts]
    : readonly [Key];
}[keyof WantedWords];

/**
 * What would have been accepted, in words of a language.
 *
 * @param wanted A key of the words, with its parts.
 * @param words The words of the language.
 * @returns What a problem has as `expected`.
 *
 * @example The months that an extract covers
 * ```ts
 * import { wordsOf } from "@jkp/language";
 * import { monthOf } from "@jkp/month";
 * import { wantedInWords } from "@jkp/spells";
 * import { assertEquals } from "@std/assert";
 *
 * const said = (language: "en" | "id") =>
 *   wantedInWords(["lastMonth", monthOf(2019, 12)], wordsOf(language).check.expected);
 * assertEquals(said("en"), "a month up to 2019-12, the extract's last");
 * assertEquals(said("id"), "bulan sampai Desember 2019, bulan terakhir ekstrak");
 * ```
 */
export function wantedInWords([key, ...parts]: Wanted, words: WantedWords): string {
  const said: string | ((...parts: never[]) => string) = words[key];
  return typeof said === "string" ? said : said(...parts as never[]);
}
