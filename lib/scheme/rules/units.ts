import { monthCell, parseMonth } from "@jkp/month";
import { didYouMean, valueInWords } from "@jkp/problem";
import * as v from "valibot";

/** Schema of a text that is not empty. */
export const words = v.pipe(v.string("a text"), v.regex(/\S/, "a text"));

/**
 * Schema of a number between two bounds, both included.
 *
 * @param lowest Lowest that is allowed.
 * @param highest Highest that is allowed.
 * @param expected What is wanted, in words.
 * @returns The schema.
 *
 * @example Half a year is no number of years
 * ```ts
 * import { between } from "@jkp/scheme";
 * import { assertEquals } from "@std/assert";
 * import * as v from "valibot";
 *
 * const years = between(1, 40, "years from 1 to 40");
 * assertEquals([1, 0.5, 40].map((each) => v.is(years, each)), [true, false, true]);
 * ```
 */
export function between(lowest: number, highest: number, expected: string) {
  return v.pipe(
    v.number(expected),
    v.minValue(lowest, expected),
    v.maxValue(highest, expected),
  );
}

/**
 * Schema of a whole number of something.
 *
 * @param lowest Lowest that is allowed.
 * @param highest Highest that is allowed.
 * @param unit What is counted, in words.
 * @returns The schema, which says what it wants.
 *
 * @example A duration of benefits
 * ```ts
 * import { whole } from "@jkp/scheme";
 * import { assertEquals } from "@std/assert";
 * import * as v from "valibot";
 *
 * const { issues } = v.safeParse(whole(1, 60, "months"), 61);
 * assertEquals(issues![0].message, "a whole number of months from 1 to 60");
 * ```
 */
export function whole(lowest: number, highest: number, unit: string) {
  const expected = `a whole number of ${unit} from ${lowest} to ${highest}`;
  return v.pipe(between(lowest, highest, expected), v.integer(expected));
}

export const months = whole(1, 600, "months");
export const days = whole(0, 180, "days");
/** Schema of an age in whole years. */
export const age = whole(0, 120, "years of age");
export const amount = v.pipe(
  v.number("an amount above 0"),
  v.gtValue(0, "an amount above 0"),
  v.finite("an amount above 0"),
);

/**
 * Per cent to a fraction, without the last digit's noise.
 *
 * @param percentage The percentage, as a file has it.
 * @returns The fraction.
 *
 * @example Divided by 100, 0.07 per cent would have a last digit too many
 * ```ts
 * import { toFraction } from "@jkp/scheme";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(toFraction(0.07), 0.0007);
 * assertEquals(0.07 / 100 === 0.0007, false);
 * ```
 */
export function toFraction(percentage: number): number {
  return Number((percentage / 100).toPrecision(14));
}

/**
 * Per cent of a wage or benefit that is a good part of it. A fraction such as 0.45 in
 * its place is refused.
 */
export const sharePct = v.pipe(
  between(1, 100, "a percentage from 1 to 100, such as 45"),
  v.transform(toFraction),
);

const CONTRIBUTION = "a percentage of wages, 0 or from 0.01 to 30, such as 0.24";
/** Per cent of wages as contribution. A fraction such as 0.0024 is refused. */
export const contributionPct = v.pipe(
  between(0, 30, CONTRIBUTION),
  v.check((value) => value === 0 || value >= 0.01, CONTRIBUTION),
  v.transform(toFraction),
);

/** Schema of a calendar month. */
export const calendarMonth = v.pipe(
  v.string(monthCell.expected),
  v.check((text) => parseMonth(text) !== undefined, monthCell.expected),
  v.transform((text) => parseMonth(text)!),
);

const FRACTION = 'a fraction written as "2/3"';
/** A fraction as text, for thirds have no digits. */
export const fraction = v.pipe(
  v.string(FRACTION),
  v.check((text) => /^[1-9]\d*\/[1-9]\d*$/.test(text) && quotient(text) <= 1, FRACTION),
  v.transform(quotient),
);

function quotient(text: string): number {
  const [above, below] = text.split("/").map(Number);
  return above! / below!;
}

/**
 * Schema of a choice between words.
 *
 * @param names The words.
 * @returns The schema, which names them all where none fits.
 *
 * @example Two words
 * ```ts
 * import { oneOf } from "@jkp/scheme";
 * import { assertEquals } from "@std/assert";
 * import * as v from "valibot";
 *
 * const { issues } = v.safeParse(oneOf("claim", "last_benefit"), "benefit");
 * assertEquals(issues![0].message, "one of claim, last_benefit");
 * ```
 */
export function oneOf<const Options extends readonly string[]>(...options: Options) {
  return v.picklist(options, `one of ${options.join(", ")}`);
}

/**
 * Schema of a choice between words that says of another which was probably meant.
 *
 * @param known The words.
 * @returns The schema, which names them all where none fits.
 *
 * @example A misspelt word
 * ```ts
 * import { knownWord } from "@jkp/scheme";
 * import { assertEquals } from "@std/assert";
 * import * as v from "valibot";
 *
 * const { issues } = v.safeParse(knownWord(["prices", "wages", "none"]), "price");
 * assertEquals(issues![0].received, '"price" (did you mean prices?)');
 * ```
 */
export function knownWord<const Known extends readonly string[]>(known: Known) {
  const expected = known.length === 2
    ? known.map((word) => `"${word}"`).join(" or ")
    : `one of ${known.join(", ")}`;
  return v.pipe(
    v.string(expected),
    v.rawCheck(({ dataset, addIssue }) => {
      if (!dataset.typed || known.includes(dataset.value)) return;
      const received = valueInWords(dataset.value) + didYouMean(dataset.value, known);
      addIssue({ message: expected, received });
    }),
    v.transform((word) => word as Known[number]),
  );
}

/** Schema of yes or no. */
export const yesOrNo = v.boolean("true or false");
