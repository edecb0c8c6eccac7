import { checkSchema } from "@jkp/files";
import * as v from "valibot";
import { isWithin, type Range, RANGES, receivedFor, ZERO_OR_MORE } from "./ranges.ts";

/** A schema for each key of a type: a key too few or too many does not compile. */
export type SchemasOf<Value> = {
  readonly [Key in keyof Required<Value>]: v.GenericSchema;
};

/** A number within a range. */
export function within(range: Range) {
  return v.pipe(
    v.unknown(),
    v.rawCheck(({ dataset, addIssue }) => {
      if (!dataset.typed || isWithin(range, dataset.value)) return;
      addIssue({
        message: range.expected,
        received: receivedFor(range, dataset.value),
      });
    }),
  );
}

/** One of some words, or a number within a range. */
export function oneOf(words: readonly string[], range?: Range) {
  const expected = [...words, ...(range === undefined ? [] : [range.expected])];
  return v.pipe(
    v.unknown(),
    v.check(
      (value) =>
        words.includes(value as string) ||
        range !== undefined && isWithin(range, value),
      `one of ${expected.join(", ")}`,
    ),
  );
}

/** A text. */
export const text = v.string("a text");

/** One value or more by year. */
export function path(range: Range) {
  return v.strictObject(
    {
      firstYear: within(RANGES.year),
      values: v.pipe(
        v.array(within(range), "a list of values by year"),
        v.minLength(1, "one value by year or more"),
      ),
    },
    "a yearly path",
  );
}

/** A survival curve; that it never rises is checked where it is made. */
export const SURVIVAL_CURVE = v.strictObject({
  points: v.pipe(
    v.array(
      v.strictObject({
        time: within(ZERO_OR_MORE),
        survival: within(RANGES.survival),
      }),
      "a list of points",
    ),
    v.minLength(2, "two points or more"),
  ),
  rule: oneOf(["step", "linear", "monotone_cubic"]),
}, "a survival curve");

/** A number of each sex. */
export function bySex(range: Range) {
  return v.strictObject({ male: within(range), female: within(range) }, "both sexes");
}

/**
 * Refuses a number out of its range.
 *
 * @param place Its name.
 * @throws {DataError} If it is not within the range.
 */
export function checkNumber(place: string, value: unknown, range: Range): void {
  checkSchema(place, value, within(range));
}

/**
 * Refuses a word that is not one of some.
 *
 * @param place Its name.
 * @throws {DataError} If it is another.
 */
export function checkChoice(
  place: string,
  value: unknown,
  words: readonly string[],
): void {
  checkSchema(place, value, oneOf(words));
}
