import { keyInWords } from "@jkp/exhibit";
import { didYouMean } from "@jkp/problem";
import {
  type ModelChoices,
  READING_NAMES,
  type ReadingName,
  READINGS,
} from "./choices.ts";

/** Whether a reading has scalars that were fitted to the report's Table 3.7. */
const FITTED: { readonly [Name in ReadingName]: boolean } = {
  closest: true,
  national_odds: false,
  implied_rate: false,
};

/**
 * The reading that data are valued with where nobody names one: on recorded data the one
 * without scalars, on the synthetic ones, which were made after the report, the closest.
 *
 * @param data Whose data: only whether they are synthetic counts.
 * @returns The reading's name.
 */
export function usualReading(
  { isSynthetic }: { readonly isSynthetic: boolean },
): ReadingName {
  return isSynthetic ? "closest" : "implied_rate";
}

/**
 * The choices of a reading for the data it is taken on. Recorded data are not rounded as the
 * report rounds its own: termination rates are taken as they are.
 *
 * @param reading The reading.
 * @param data Whose data: only whether they are synthetic counts.
 * @returns Its choices.
 *
 * @example
 * ```ts
 * import { readingChoices } from "@jkp/valuation";
 * import { assertEquals } from "@std/assert";
 *
 * const rate = (isSynthetic: boolean) =>
 *   readingChoices("implied_rate", { isSynthetic }).terminationRate;
 * assertEquals([rate(true), rate(false)], ["each_year_as_printed", "exact"]);
 * ```
 */
export function readingChoices(
  reading: ReadingName,
  { isSynthetic }: { readonly isSynthetic: boolean },
): ModelChoices {
  const choices = READINGS[reading];
  return isSynthetic ? choices : { ...choices, terminationRate: "exact" };
}

/**
 * A reading as a source line names it: on recorded data with what was fitted to other data,
 * and with what is taken otherwise than the reading has it.
 *
 * @param reading The reading.
 * @param data Whose data: only whether they are synthetic counts.
 * @returns The words.
 * @throws {RangeError} If there is no such reading: a notebook's cell could name any.
 *
 * @example
 * ```ts
 * import { readingInWords } from "@jkp/valuation";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(readingInWords("implied_rate", { isSynthetic: true }), "reading implied rate");
 * assertEquals(
 *   readingInWords("implied_rate", { isSynthetic: false }),
 *   "reading implied rate (termination rates not rounded)",
 * );
 * assertEquals(
 *   readingInWords("closest", { isSynthetic: false }),
 *   "reading closest (two scalars fitted to the ILO's Table 3.7, not to these data)",
 * );
 * ```
 */
export function readingInWords(
  reading: ReadingName,
  data: { readonly isSynthetic: boolean },
): string {
  checkReading(reading);
  const isUnrounded = readingChoices(reading, data).terminationRate !==
    READINGS[reading].terminationRate;
  const said = [
    ...(FITTED[reading] && !data.isSynthetic
      ? ["two scalars fitted to the ILO's Table 3.7, not to these data"]
      : []),
    ...(isUnrounded ? ["termination rates not rounded"] : []),
  ].join("; ");
  return `reading ${keyInWords(reading)}${said === "" ? "" : ` (${said})`}`;
}

/**
 * Refuses a name that no reading has: a notebook's cell could give any.
 *
 * @param name The name.
 * @throws {RangeError} With the readings that there are.
 */
export function checkReading(name: string): asserts name is ReadingName {
  if (READING_NAMES.some((known) => known === name)) return;
  throw new RangeError(
    `Cannot choose a reading: one of ${READING_NAMES.join(", ")} is wanted, got ${name}` +
      didYouMean(name, READING_NAMES),
  );
}
