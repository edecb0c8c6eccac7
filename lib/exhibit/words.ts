/**
 * A key in words.
 *
 * @param key Words joined by underscores.
 * @returns The words.
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
  return key.replaceAll("_", " ");
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
  return `${Number((100 * rate).toFixed(4))} %`;
}
