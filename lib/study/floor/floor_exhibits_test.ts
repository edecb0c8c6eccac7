import { floorCost } from "@jkp/floor";
import { loadFloorCountry, readFloorBenefit } from "@jkp/floor/read";
import { assertEquals, assertThrows } from "@std/assert";
import { floorExhibits } from "./floor_exhibits.ts";

const COUNTRY = await loadFloorCountry();
const [assistance, pension] = await Promise.all(
  ["unemployment_assistance", "old_age_pension"].map(readFloorBenefit),
);
const costsIn = (country: typeof COUNTRY) =>
  [assistance!, pension!].map((benefit) => floorCost(benefit, country));

Deno.test("floorExhibits() has one row a benefit and year, in the units of its columns", () => {
  const { costs } = floorExhibits(costsIn(COUNTRY));
  assertEquals(costs.rows.length, 6);
  const { benefit, year, target, amount, total, gdp } = costs.rows[5]!;
  assertEquals([benefit, year], ["Old-age pension for all from 65", 2024]);
  assertEquals([target, total, gdp].map((each) => Number(each).toFixed(2)), [
    "20.52",
    "150.71",
    "0.68",
  ]);
  assertEquals(amount, 582_932);
});

Deno.test("floorExhibits() says which years were left out, of all benefits and of one", () => {
  const { 2023: _, ...informalShare } = COUNTRY.activePopulation.informalShare;
  const activePopulation = { ...COUNTRY.activePopulation, informalShare };
  const { costs, figure } = floorExhibits(costsIn({ ...COUNTRY, activePopulation }));
  assertEquals(costs.notes.slice(2), [
    "Not costed: 2020, 2025, for want of nominal GDP.",
    "Not costed: 2021, 2026 to 2030, for want of poverty line and nominal GDP.",
    "Unemployment assistance for informal workers not costed: 2023, for want of share of " +
    "informal workers.",
  ]);
  assertEquals(figure.series.map(({ x }) => x), [["2022", "2024"], ["2022", "2024"]]);
});

Deno.test("floorExhibits() has a column of government's expenditure only if it is supplied", () => {
  const keysOf = (country: typeof COUNTRY) =>
    floorExhibits(costsIn(country)).costs.columns.map(({ key }) => key);
  assertEquals(keysOf(COUNTRY).includes("government"), false);
  const supplied = { ...COUNTRY, government: { expenditureIdr: { 2024: 1e15 } } };
  assertEquals(keysOf(supplied).at(-1), "government");
  const { costs } = floorExhibits(costsIn(supplied));
  const shares = costs.rows.map(({ government }) => government);
  assertEquals(shares.map((each) => each === null ? null : Number(each).toFixed(3)), [
    null,
    null,
    "1.703",
    null,
    null,
    "15.071",
  ]);
});

Deno.test("floorExhibits() gives every value of a benefit its source", () => {
  const { values } = floorExhibits(costsIn(COUNTRY));
  assertEquals(values.rows.length, 10);
  assertEquals(values.rows.every(({ source }) => source !== ""), true);
  assertEquals(values.rows.slice(0, 5).map(({ value }) => value), [
    "Unemployed of August, by the share of informal workers",
    "100 % of the poverty line of each year",
    "6",
    "100 %",
    "12.5 % of benefits",
  ]);
});

Deno.test("floorExhibits() refuses nothing, and benefits without a year in common", () => {
  assertThrows(() => floorExhibits([]), RangeError, "a list of costs is wanted");
  const [one, other] = costsIn(COUNTRY);
  assertThrows(
    () =>
      floorExhibits([
        { ...one!, years: one!.years.slice(0, 1) },
        { ...other!, years: other!.years.slice(1) },
      ]),
    RangeError,
    "got 2022 of unemployment_assistance, 2023, 2024 of old_age_pension",
  );
});
