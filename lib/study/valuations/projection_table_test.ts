import { monthOf } from "@jkp/month";
import { valueAssumptions } from "@jkp/valuation";
import { reportAssumptions } from "@jkp/valuation/read";
import { assertEquals } from "@std/assert";
import { projectionTable } from "./projection_table.ts";

Deno.test("projectionTable() says which months a year has when contributions begin in July", async () => {
  const assumptions = await reportAssumptions("base");
  const notes = (firstContributionMonth: number) => {
    const terms = { ...assumptions.terms, firstContributionMonth, projectionYears: 3 };
    return projectionTable(valueAssumptions({ ...assumptions, terms }), "a test").notes;
  };
  assertEquals(notes(monthOf(2021, 1)).length, 1);
  assertEquals(notes(monthOf(2021, 7)).slice(1), [
    "Years are the scheme's: 2021 is 2021-07 to 2022-06. What is assumed by year, returns " +
    "too, is of the calendar year in which it begins.",
  ]);
});
