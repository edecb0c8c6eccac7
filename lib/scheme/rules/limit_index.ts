/**
 * What ceilings and other limits follow from year to year: the names that design files and
 * choices of the model use, with what each means. Of `none`, `wages`, `prices` and
 * `minimum_wage` there is one reading; "GDP growth" has several, each with a name, and
 * `gdp` is for a source that does not say which.
 */
export const LIMIT_INDICES = {
  none: "nothing: it stays until the law names another",
  wages: "nominal wages",
  prices: "consumer prices",
  minimum_wage: "minimum wages",
  gdp: "GDP growth, of which the source does not say more",
  real_gdp: "real GDP",
  nominal_gdp: "nominal GDP",
  real_gdp_lagged: "real GDP of the year before, cut down to 100 rupiah every year",
} as const;

/** Name of what a limit follows from year to year. */
export type LimitIndex = keyof typeof LIMIT_INDICES;

/** Every name, in the order of {@link LIMIT_INDICES}. */
export const LIMIT_INDEX_NAMES = Object.keys(LIMIT_INDICES) as LimitIndex[];

/** What "GDP growth" can be taken to be, or wages in its place. */
export type CeilingIndex = Extract<
  LimitIndex,
  "wages" | "real_gdp" | "nominal_gdp" | "real_gdp_lagged"
>;
