import { checkSchema } from "@jkp/files";
import { type Problem, valueInWords } from "@jkp/problem";
import { LAST_SINGLE_AGE } from "@jkp/population";
import { between, knownWord, whole, words } from "@jkp/scheme";
import * as v from "valibot";
import {
  FLOOR_GROUPS,
  type FloorBenefit,
  GUARANTEES,
  INDEXINGS,
  REFERENCES,
  WORKING_AGE,
} from "./floor_benefit.ts";

const NAME = 'a name of letters, digits, _ and -, such as "old_age_pension"';
export const floorName = v.pipe(v.string(NAME), v.regex(/^[\w-]+$/, NAME));

export const guarantee = knownWord(GUARANTEES);
export const group = knownWord(FLOOR_GROUPS);
export const sexes = knownWord(["both", "male", "female"]);
export const reference = knownWord(REFERENCES);
export const indexing = knownWord(INDEXINGS);
export const age = whole(0, LAST_SINGLE_AGE - 1, "years");
const YEAR = "a calendar year";
export const year = v.pipe(v.number(YEAR), v.integer(YEAR), v.minValue(1900, YEAR));
export const monthsPaid = between(0.1, 12, "months of a year from 0.1 to 12");
const AMOUNT = "rupiah a month, from 1,000 to 100,000,000";
export const idrPerMonth = between(1e3, 1e8, AMOUNT);

const fraction = (highest: number) =>
  between(0, highest, `a fraction from 0 to ${highest}`);

/** What a benefit must look like as a value, with fractions. */
const Benefit = v.strictObject({
  name: floorName,
  title: words,
  guarantee,
  source: words,
  target: v.strictObject({
    group,
    sex: sexes,
    fromAge: age,
    toAge: v.nullable(age),
  }),
  amount: v.strictObject({
    idrPerMonth: v.nullable(idrPerMonth),
    of: v.nullable(reference),
    share: v.nullable(fraction(3)),
    baseYear: v.nullable(year),
    indexing: v.nullable(indexing),
  }),
  monthsPaid,
  takeUp: fraction(1),
  administration: fraction(1),
  sources: v.strictObject({
    target: words,
    amount: words,
    monthsPaid: words,
    takeUp: words,
    administration: words,
  }),
});

/**
 * Refuses a value that is no benefit: a copy with a misspelt key, per cent for a fraction.
 *
 * @throws {DataError} With everything that is wrong.
 */
export function checkFloorBenefit(benefit: FloorBenefit): void {
  checkSchema("a floor benefit", benefit, Benefit, (read) => contradictions(read));
}

/** What does not go together, by the names of a value. */
export function contradictions(
  { target, amount }: Pick<FloorBenefit, "target" | "amount">,
): Omit<Problem, "file">[] {
  const problems: Omit<Problem, "file">[] = [];
  const wrong = (place: string, expected: string, received: unknown) =>
    problems.push({ place, expected, received: wordsOf(received) });
  const { fromAge, toAge } = target;
  if (toAge !== null && toAge < fromAge) {
    wrong("target.toAge", `${fromAge}, where it begins, or more`, toAge);
  }
  if (target.group !== "population") {
    const why = `of ${target.group}: statistics count both sexes of all ages from ` +
      `${WORKING_AGE} on`;
    if (target.sex !== "both") wrong("target.sex", `"both" ${why}`, target.sex);
    if (fromAge !== WORKING_AGE) {
      wrong("target.fromAge", `${WORKING_AGE} ${why}`, fromAge);
    }
    if (toAge !== null) wrong("target.toAge", `none ${why}`, toAge);
  }
  const { idrPerMonth, of, share, baseYear, indexing } = amount;
  if (idrPerMonth === null && share === null) {
    wrong("amount", "an amount a month, or a share of a figure", null);
  }
  if (idrPerMonth !== null && share !== null) {
    wrong("amount.share", "none beside an amount a month", share);
  }
  if (share !== null && of === null) wrong("amount.of", "what it is a share of", of);
  if (share === null && of !== null) wrong("amount.of", "none without a share", of);
  if (idrPerMonth !== null && baseYear === null) {
    wrong("amount.baseYear", "the year of the amount", baseYear);
  }
  if (baseYear !== null && indexing === null) {
    wrong("amount.indexing", "what moves it from the base year on", indexing);
  }
  if (baseYear === null && indexing !== null && idrPerMonth === null) {
    wrong("amount.indexing", "none where each year has its own figure", indexing);
  }
  return problems;
}

const wordsOf = (value: unknown) => value === null ? "nothing" : valueInWords(value);
