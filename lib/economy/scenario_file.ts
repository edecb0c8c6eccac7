import * as v from "valibot";

const percentGrowth = v.pipe(
  v.number("a growth rate in per cent"),
  v.minValue(-50, "a growth rate in per cent, from -50 to 50"),
  v.maxValue(50, "a growth rate in per cent, from -50 to 50"),
);
const percentShare = v.pipe(
  v.number("a percentage from 0 to 100"),
  v.minValue(0, "a percentage from 0 to 100"),
  v.maxValue(100, "a percentage from 0 to 100"),
);
const administrationRate = v.pipe(
  v.number("a percentage of insurable earnings from 0 to 5"),
  v.minValue(0, "a percentage of insurable earnings from 0 to 5"),
  v.maxValue(5, "a percentage of insurable earnings from 0 to 5"),
);
const unemploymentRate = v.pipe(
  percentShare,
  v.gtValue(0, "an unemployment rate above 0 and below 100 per cent"),
  v.ltValue(100, "an unemployment rate above 0 and below 100 per cent"),
);
const year = v.pipe(v.number("a calendar year"), v.integer("a calendar year"));
const words = v.pipe(v.string("a text"), v.nonEmpty("a text"));
const NAME = 'a name of letters, digits, _ and -, such as "base_2026"';
/** Tables and files of a valuation are called by it. */
const name = v.pipe(v.string(NAME), v.regex(/^[\w-]+$/, NAME));
const spread = v.pipe(
  v.number("a positive number"),
  v.gtValue(0, "a positive number"),
  v.maxValue(5, "a standard deviation of log earnings up to 5"),
);
const spreadBySex = v.strictObject({ male: spread, female: spread });

/** What a scenario file must look like, with figures in per cent as the report prints. */
export const ScenarioFile = v.strictObject({
  name,
  title: words,
  title_id: v.optional(words),
  source: words,
  reference: v.strictObject({
    first_year: year,
    last_year: year,
    unemployment_rate_pct: unemploymentRate,
    involuntary_share_pct: percentShare,
  }),
  claims: v.strictObject({
    involuntary_share_pct: percentShare,
    earnings_profile: v.picklist(
      ["leavers", "members_of_same_age"],
      '"leavers" or "members_of_same_age"',
    ),
    earnings_factor: v.pipe(
      v.number("a positive number"),
      v.gtValue(0, "a positive number"),
      v.finite("a positive number"),
    ),
    maximum_unemployment_months: v.pipe(
      v.number("a whole number of months from 1 to 600"),
      v.integer("a whole number of months from 1 to 600"),
      v.minValue(1, "a whole number of months from 1 to 600"),
      v.maxValue(600, "a whole number of months from 1 to 600"),
    ),
    earnings_spread: spreadBySex,
  }),
  members: v.strictObject({ earnings_spread: spreadBySex }),
  administration: v.strictObject({
    stated_pct: administrationRate,
    implied_pct: administrationRate,
  }),
  investment: v.strictObject({
    first_year: year,
    first_real_return_pct: percentGrowth,
    last_year: year,
    last_real_return_pct: percentGrowth,
  }),
  basis: v.optional(v.strictObject({
    reference: v.optional(words),
    claims: v.optional(words),
    maximum_unemployment: v.optional(words),
    administration: v.optional(words),
    administration_implied: v.optional(words),
    investment: v.optional(words),
  })),
  years: v.pipe(
    v.array(v.strictObject({
      year,
      real_gdp_growth_pct: percentGrowth,
      employment_growth_pct: percentGrowth,
      productivity_growth_pct: percentGrowth,
      unemployment_rate_pct: unemploymentRate,
      inflation_pct: percentGrowth,
      basis: v.optional(words),
    })),
    v.minLength(2, "at least two years"),
  ),
});
