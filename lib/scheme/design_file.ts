import { parseMonth } from "@jkp/month";
import * as v from "valibot";

const words = v.pipe(v.string("a text"), v.nonEmpty("a text"));
const months = v.pipe(
  v.number("a whole number of months, 1 or more"),
  v.integer("a whole number of months, 1 or more"),
  v.minValue(1, "a whole number of months, 1 or more"),
  v.maxValue(120, "a whole number of months up to 120"),
);
const positive = v.pipe(
  v.number("a positive number"),
  v.gtValue(0, "a positive number"),
);
const calendarMonth = v.pipe(
  v.string("a month as YYYY-MM"),
  v.check((text) => parseMonth(text) !== undefined, "a month as YYYY-MM"),
  v.transform((text) => parseMonth(text)!),
);

/** What a design file must look like, with the benefit rate in per cent. */
export const DesignFile = v.strictObject({
  name: words,
  title: words,
  source: words,
  coverage: v.strictObject({ text: words, source: words }),
  contingency: v.strictObject({ text: words, source: words }),
  qualifying: v.strictObject({
    contribution_months: months,
    window_months: months,
    source: words,
  }),
  insurable_earnings: v.strictObject({
    text: words,
    ceiling_idr_per_month: positive,
    ceiling_year: v.pipe(v.number("a calendar year"), v.integer("a calendar year")),
    source: words,
  }),
  reference_wage: v.strictObject({ average_months: months, source: words }),
  benefit: v.strictObject({
    rate_pct: v.pipe(
      v.number("a percentage above 0 and up to 100"),
      v.gtValue(0, "a percentage above 0 and up to 100"),
      v.maxValue(100, "a percentage above 0 and up to 100"),
    ),
    maximum_duration_months: v.pipe(
      months,
      v.maxValue(60, "a whole number of months from 1 to 60"),
    ),
    waiting_period_days: v.pipe(
      v.number("a number of days from 0 to 90"),
      v.minValue(0, "a number of days from 0 to 90"),
      v.maxValue(90, "a number of days from 0 to 90"),
    ),
    source: words,
  }),
  financing: v.strictObject({
    first_contribution_month: calendarMonth,
    first_benefit_month: calendarMonth,
    projection_years: v.pipe(
      v.number("a whole number of years from 1 to 40"),
      v.integer("a whole number of years from 1 to 40"),
      v.minValue(1, "a whole number of years from 1 to 40"),
      v.maxValue(40, "a whole number of years from 1 to 40"),
    ),
    reserve_multiple: v.pipe(
      v.number("a multiple of 0 or more"),
      v.minValue(0, "a multiple of 0 or more"),
    ),
    trial_contribution_rate_pct: v.pipe(
      v.number("a percentage from 0 to 100"),
      v.minValue(0, "a percentage from 0 to 100"),
      v.maxValue(100, "a percentage from 0 to 100"),
    ),
    source: words,
  }),
  transition: v.strictObject({
    jht_workers: positive,
    jht_and_jkk_workers: positive,
    source: words,
  }),
});
