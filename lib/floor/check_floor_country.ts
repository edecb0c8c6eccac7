import { checkSchema } from "@jkp/files";
import { LAST_SINGLE_AGE } from "@jkp/population";
import { between } from "@jkp/scheme";
import * as v from "valibot";
import type { FloorCountry } from "./floor_country.ts";

const YEAR = "a year of four digits";
const byYear = <Value extends v.GenericSchema>(value: Value, expected: string) =>
  v.record(v.pipe(v.string(), v.regex(/^\d{4}$/, YEAR)), value, expected);

const COUNTED = "persons by sex and single age: " +
  `${LAST_SINGLE_AGE + 1} numbers of 0 or more, ages 0 to ${LAST_SINGLE_AGE}`;
const ages = v.pipe(
  v.array(v.pipe(v.number(COUNTED), v.finite(COUNTED), v.minValue(0, COUNTED)), COUNTED),
  v.length(LAST_SINGLE_AGE + 1, COUNTED),
);

const FIGURES = "figures by year, such as { 2024: 1e15 }";
const above = (what: string) => {
  const expected = `${what} above 0`;
  const number = v.pipe(v.number(expected), v.gtValue(0, expected), v.finite(expected));
  return byYear(number, FIGURES);
};
const persons = above("persons");
const idrPerMonth = above("rupiah a month");
const shares = byYear(between(0, 1, "a fraction from 0 to 1"), FIGURES);
const rises = byYear(between(-0.5, 5, "a rise of prices as a fraction"), FIGURES);

const Country = v.strictObject({
  population: byYear(v.strictObject({ male: ages, female: ages }), COUNTED),
  activePopulation: v.strictObject({
    labourForce: persons,
    employed: persons,
    unemployed: persons,
    informalShare: shares,
  }),
  economy: v.strictObject({
    nominalGdpIdr: above("rupiah a year"),
    inflation: rises,
    meanWageIdrPerMonth: idrPerMonth,
    minimumWageIdrPerMonth: idrPerMonth,
    povertyLineIdrPerMonth: idrPerMonth,
  }),
  government: v.strictObject({ expenditureIdr: above("rupiah a year") }),
  inWords: v.string("a text"),
});

/**
 * Refuses a country in which a figure is no number or out of range, as a text that looks
 * like one.
 *
 * @throws {DataError} With everything that is wrong.
 */
export function checkFloorCountry(country: FloorCountry): void {
  checkSchema("a country of floor benefits", country, Country);
}
