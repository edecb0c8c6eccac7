import * as v from "valibot";
import { calendarMonth, whole, words } from "./rules/units.ts";

const workers = v.pipe(
  v.number("a number of workers above 0"),
  v.gtValue(0, "a number of workers above 0"),
);

/** What a file of valuation terms must look like, with the trial rate in per cent. */
export const ValuationTermsFile = v.strictObject({
  name: words,
  source: words,
  calendar: v.strictObject({
    first_contribution_month: calendarMonth,
    first_benefit_month: calendarMonth,
    projection_years: whole(1, 40, "years"),
    source: words,
  }),
  reserve: v.strictObject({
    multiple: v.pipe(
      v.number("a multiple of 0 or more"),
      v.minValue(0, "a multiple of 0 or more"),
    ),
    source: words,
  }),
  trial: v.strictObject({
    contribution_rate_pct: v.pipe(
      v.number("a percentage from 0 to 100"),
      v.minValue(0, "a percentage from 0 to 100"),
      v.maxValue(100, "a percentage from 0 to 100"),
    ),
    source: words,
  }),
  transition: v.strictObject({
    jht_workers: workers,
    jht_and_jkk_workers: workers,
    source: words,
  }),
});
