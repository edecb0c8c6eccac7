import { monthOf } from "@jkp/month";
import { assert, assertEquals, assertThrows } from "@std/assert";
import { LANGUAGES } from "./language.ts";
import { wordsOf } from "./words_of.ts";

/** What may be the same in both languages: names, marks, and words that both have. */
const ALIKE: readonly string[] = [
  "month",
  "mapping.found.remark",
  "extract.source.megabytes",
  ...["percent2", "inShort.computedOne", "inShort.rateOf", "inShort.howSure"]
    .map((key) => `valuation.${key}`),
];

/** Whether words stand below; lists are lines of one text. */
const isSubject = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Texts as they are and functions as they are written, by their path among the words. */
function saidBy(words: object, path = ""): [string, string][] {
  return Object.entries(words).flatMap(([key, value]): [string, string][] =>
    isSubject(value)
      ? saidBy(value, `${path}${key}.`)
      : [[`${path}${key}`, String(value)]]
  );
}

const [ENGLISH, INDONESIAN] = LANGUAGES.map((language) => saidBy(wordsOf(language)));

Deno.test("wordsOf() has every key in every language, each a text or a function", () => {
  assertEquals(
    INDONESIAN!.map(([path]) => path).sort(),
    ENGLISH!.map(([path]) => path).sort(),
  );
  const kinds = (words: object): unknown[] =>
    Object.entries(words).toSorted(([a], [b]) => a < b ? -1 : 1).map(([key, value]) =>
      isSubject(value) ? [key, kinds(value)] : [key, typeof value]
    );
  assertEquals(kinds(wordsOf("id")), kinds(wordsOf("en")));
  assert(ENGLISH!.length > 5);
});

Deno.test("wordsOf() has no key without words", () => {
  const empty = [...ENGLISH!, ...INDONESIAN!].filter(([, said]) =>
    said.replace(/.*=> *(`+|"")/s, "").trim() === ""
  );
  assertEquals(empty, []);
});

Deno.test("wordsOf() says nothing in English where Indonesian is asked for", () => {
  const english = new Map(ENGLISH!);
  const same = INDONESIAN!.filter(([path, said]) =>
    english.get(path) === said && !ALIKE.includes(path)
  );
  assertEquals(same.map(([path]) => path), []);
  assertEquals(ALIKE.filter((path) => !english.has(path)), []);
});

/** Numbers about which rounding, grouping and signs turn. */
const WHOLE = [0, 0.5, -0.4, -0.5, 1.5, -2.5, 0.49999999999999994, 7, -7, 66.6, 999.49]
  .concat([999.5, -999.5, 1000, 1e6, 123_456_789_012_345.5, 1e15, 1e21, Infinity]);

Deno.test("wordsOf() writes numbers as each language does, and no sign before nothing", () => {
  const values = [-1234.5, 0.125, -0.001, NaN, 2026];
  const shown = LANGUAGES.map((language) =>
    values.map((value) => wordsOf(language).number(value, 2))
  );
  assertEquals(shown, [
    ["−1,234.50", "0.13", "0.00", "n.a.", "2,026.00"],
    ["−1.234,50", "0,13", "0,00", "n.a.", "2.026,00"],
  ]);
  assertEquals(LANGUAGES.map((language) => wordsOf(language).number(2026, 0, false)), [
    "2026",
    "2026",
  ]);
  assertEquals(LANGUAGES.map((language) => wordsOf(language).rupiah(-4_276_349.4)), [
    "−4,276,349 IDR",
    "−Rp4.276.349",
  ]);
});

Deno.test("wordsOf() writes whole numbers as formats of the language do", () => {
  for (const [language, locale] of [["en", "en-US"], ["id", "id-ID"]] as const) {
    const { number, count } = wordsOf(language);
    for (const useGrouping of [true, false]) {
      const format = new Intl.NumberFormat(locale, {
        maximumFractionDigits: 0,
        useGrouping,
        signDisplay: "negative",
      });
      for (const value of WHOLE) {
        const wanted = format.format(value).replace("-", "−");
        assertEquals(number(value, 0, useGrouping), wanted, String(value));
      }
    }
    assertEquals(WHOLE.map(count), WHOLE.map((value) => value.toLocaleString(locale)));
  }
});

Deno.test("wordsOf() names each month of a year once", () => {
  for (const language of LANGUAGES) {
    const { month } = wordsOf(language);
    const names = Array.from({ length: 12 }, (_, i) => month(monthOf(2026, i + 1)));
    assertEquals(new Set(names).size, 12);
    assert(names.every((name) => /^\p{Lu}\p{Ll}+ 2026$/u.test(name)));
  }
});

Deno.test("wordsOf() refuses a language that it has no words of", () => {
  assertThrows(
    () => wordsOf("in" as "id"),
    RangeError,
    'Cannot find words: en, id as language is wanted, got "in"',
  );
});
