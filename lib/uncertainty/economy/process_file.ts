import { whole, words } from "@jkp/scheme";
import * as v from "valibot";
import { StressSection, within } from "../sensitivity/stress_file.ts";

const NAME = 'a name of letters, digits, _ and -, such as "jkp_2026"';
const persistence = v.pipe(
  v.number("a persistence from 0 to below 1"),
  v.minValue(0, "a persistence from 0 to below 1"),
  v.ltValue(1, "a persistence from 0 to below 1"),
);
const logSd = within(0, 1, "a standard deviation of a logarithm");
const points = within(0, 20, "percentage points");
const logChange = within(0, 3, "a change of a logarithm");

/** A series that is positive: its logarithm departs from what is assumed, and comes back. */
const level = v.strictObject({ persistence, shock_sd_log: logSd, basis: words });
/** A rate of growth, of prices or a return. */
const rate = v.strictObject({ persistence, shock_sd_points: points, basis: words });

/** What is drawn with shocks that can go together. */
export const DRAWN_SERIES = [
  "unemployment",
  "members",
  "claims",
  "real_wages",
  "inflation",
  "investment_return",
] as const;
const series = v.picklist(DRAWN_SERIES, `one of ${DRAWN_SERIES.join(", ")}`);

/** What a process file must look like; per cents and points as printed. */
export const ProcessFile = v.strictObject({
  name: v.pipe(v.string(NAME), v.regex(/^[\w-]+$/, NAME)),
  title: words,
  source: words,
  unemployment: level,
  members: level,
  claims: level,
  real_wages: rate,
  inflation: rate,
  investment_return: rate,
  recession: v.strictObject({
    probability_pct_per_year: within(0, 100, "per cent a year"),
    years_between: whole(0, 30, "years"),
    severity_sd_log: logSd,
    unemployment_rise_log: logChange,
    members_fall_log: logChange,
    claims_rise_log: logChange,
    real_wages_fall_log: logChange,
    basis: words,
  }),
  correlation: v.optional(
    v.array(v.strictObject({
      between: v.tuple([series, series], `two of ${DRAWN_SERIES.join(", ")}`),
      value: within(-1, 1, "a correlation"),
      basis: words,
    })),
    [],
  ),
  parameters: v.strictObject({
    termination_rate_sd_log: logSd,
    recognition_sd_log: logSd,
    entitled_share_sd_log: logSd,
    administration_sd_log: logSd,
    basis: words,
  }),
  stress: v.optional(v.array(StressSection), []),
});
