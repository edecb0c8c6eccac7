/**
 * Words for keys, counts, shares, rates and rules of service: also for a room that computes, to
 * say what its numbers rest on.
 *
 * @module
 */

import { wordsOf } from "@jkp/language";
import { formatNumber } from "./format.ts";

/**
 * A key in words.
 *
 * @param key Words joined by underscores.
 * @returns The words; ILO keeps its capitals.
 *
 * @example
 * ```ts
 * import { keyInWords } from "@jkp/exhibit";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(keyInWords("just_cause_resignation"), "just cause resignation");
 * ```
 */
export function keyInWords(key: string): string {
  return key.replaceAll("_", " ").replace(/\bilo\b/, "ILO");
}

/**
 * A name of the code in words, such as that of a section of rules.
 *
 * @param name Words joined by capitals.
 * @returns The words.
 *
 * @example
 * ```ts
 * import { sectionInWords } from "@jkp/exhibit";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(sectionInWords("referenceWage"), "reference wage");
 * ```
 */
export function sectionInWords(name: string): string {
  return name.replaceAll(/([A-Z])/g, " $1").toLowerCase();
}

/**
 * A text with a capital first letter.
 *
 * @param text The text.
 * @returns The text, its other letters as they are.
 *
 * @example
 * ```ts
 * import { capitalized } from "@jkp/exhibit";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(capitalized("layoff after JKP"), "Layoff after JKP");
 * ```
 */
export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/**
 * A count with its noun.
 *
 * @param count A whole number.
 * @param noun The noun of one, whose plural has an s.
 * @returns The number with its thousands, and the noun in the plural unless it is one.
 *
 * @example
 * ```ts
 * import { countInWords } from "@jkp/exhibit";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(countInWords(1, "error"), "1 error");
 * assertEquals(countInWords(4223, "row"), "4,223 rows");
 * ```
 */
export function countInWords(count: number, noun: string): string {
  return wordsOf("en").counted(count, noun);
}

/**
 * The first of some names, and how many more there are.
 *
 * @param names All of them.
 * @param most How many are named.
 * @param mark What stands between them.
 * @returns The text.
 *
 * @example
 * ```ts
 * import { firstInWords } from "@jkp/exhibit";
 * import { assertEquals } from "@std/assert";
 *
 * const files = ["2017.csv", "2018.csv", "2019.csv"];
 * assertEquals(firstInWords(files, 2), "2017.csv, 2018.csv and 1 more");
 * assertEquals(firstInWords(files, 3, "; "), "2017.csv; 2018.csv; 2019.csv");
 * ```
 */
export function firstInWords(
  names: readonly string[],
  most: number,
  mark = ", ",
): string {
  const more = names.length - most;
  const first = names.slice(0, most).join(mark);
  return more > 0 ? `${first} and ${more.toLocaleString("en")} more` : first;
}

/**
 * A fraction in per cent, as it stands in a sentence.
 *
 * @param fraction A share or a rate.
 * @param decimals Decimals to show, closing zeros among them.
 * @returns The text with its sign; a minus as in tables.
 *
 * @example The report's suggested rate, and a fall
 * ```ts
 * import { percent } from "@jkp/exhibit";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals([0.0135, -0.02].map((rate) => percent(rate, 2)), ["1.35 %", "−2.00 %"]);
 * ```
 */
export function percent(fraction: number, decimals: number): string {
  return `${formatNumber(100 * fraction, decimals, false)} %`;
}

/**
 * A fraction in per cent, rounded: for words that leave closing zeros out.
 *
 * @param fraction A share or a rate.
 * @param decimals Decimals at most.
 * @returns The number.
 *
 * @example
 * ```ts
 * import { roundedPercent } from "@jkp/exhibit";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals([0.5, 0.2269].map((share) => roundedPercent(share, 1)), [50, 22.7]);
 * ```
 */
export function roundedPercent(fraction: number, decimals: number): number {
  return Number((100 * fraction).toFixed(decimals));
}

/**
 * A contribution rate as it is spoken of.
 *
 * @param rate A fraction of wages.
 * @returns The rate in per cent, with as many decimals as it has, four at most.
 *
 * @example The rates of JKP before and after 2025
 * ```ts
 * import { rateInWords } from "@jkp/exhibit";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals([0.0046, 0.0036].map(rateInWords), ["0.46 %", "0.36 %"]);
 * ```
 */
export function rateInWords(rate: number): string {
  return `${roundedPercent(rate, 4)} %`;
}

/**
 * A rule of service as it is spoken of.
 *
 * @param rule How many months of contribution are wanted, within how many, and how many of
 * them in a row.
 * @returns The rule in words.
 *
 * @example The rules of the proposal of 2021 and of JKP
 * ```ts
 * import { serviceRuleInWords } from "@jkp/exhibit";
 * import { assertEquals } from "@std/assert";
 *
 * const proposed = { months: 12, withinMonths: 24 };
 * assertEquals(serviceRuleInWords(proposed), "12 months in 24");
 * const jkp = { ...proposed, consecutiveMonths: 6 };
 * assertEquals(serviceRuleInWords(jkp), "12 months in 24, 6 in a row");
 * ```
 */
export function serviceRuleInWords(
  { months, withinMonths, consecutiveMonths = 1 }: {
    readonly months: number;
    readonly withinMonths: number;
    readonly consecutiveMonths?: number;
  },
): string {
  const all = months === withinMonths
    ? `${months} months in a row`
    : `${months} months in ${withinMonths}`;
  return consecutiveMonths === 1 ? all : `${all}, ${consecutiveMonths} in a row`;
}
