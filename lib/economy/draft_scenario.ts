/** What a scenario to be filled in is of. */
export interface DraftedScenario {
  readonly name: string;
  /** Years of terminations that are studied, first and last. */
  readonly referenceYears: readonly [number, number];
  /** Years of growth, two or more: from the year after that of members and wages. */
  readonly firstYear: number;
  readonly lastYear: number;
}

/** Stands where a number is wanted, and is refused as one. */
const WANTED = '"?"';

/**
 * Drafts a scenario file for some years: every number is left to whoever fills it in, and
 * the file is refused until then, with each key that still wants one.
 *
 * @param drafted Its name, and its years.
 * @returns TOML, with what keys mean in comments.
 *
 * @example Its years are there, its numbers are not
 * ```ts
 * import { draftScenario } from "@jkp/economy";
 * import { assertStringIncludes } from "@std/assert";
 *
 * const toml = draftScenario({
 *   name: "base",
 *   referenceYears: [2024, 2025],
 *   firstYear: 2026,
 *   lastYear: 2035,
 * });
 * assertStringIncludes(toml, '[[years]]\nyear = 2035\nreal_gdp_growth_pct = "?"');
 * ```
 */
export function draftScenario(
  { name, referenceYears: [from, to], firstYear, lastYear }: DraftedScenario,
): string {
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, i) => firstYear + i);
  const wanted = (keys: readonly string[]) => keys.map((key) => `${key} = ${WANTED}`);
  return [
    '# A scenario to be filled in: each "?" wants a number, without quotes. Per cent as',
    "# printed: 5.2 is 5.2 per cent. data/scenarios/base.toml is an example with sources.",
    "",
    `name = ${JSON.stringify(name)}`,
    `title = ${JSON.stringify(`${name}, ${firstYear} to ${lastYear}`)}`,
    "# Where the figures come from: a text.",
    'source = ""',
    "",
    "# The years studied: national unemployment, and terminations taken as involuntary.",
    "[reference]",
    `first_year = ${from}`,
    `last_year = ${to}`,
    ...wanted(["unemployment_rate_pct", "involuntary_share_pct"]),
    "",
    "[claims]",
    "# Of the terminations to come.",
    ...wanted(["involuntary_share_pct"]),
    "# Whose earnings claimants have: leavers, or members_of_same_age; in quotes.",
    ...wanted(["earnings_profile"]),
    "# Multiplies claimants' earnings: 1 leaves them.",
    ...wanted(["earnings_factor"]),
    "# Longest time that unemployment is taken to last.",
    ...wanted(["maximum_unemployment_months"]),
    "",
    "# Standard deviation of the logarithm of earnings, by sex: of claimants, of members.",
    "[claims.earnings_spread]",
    ...wanted(["male", "female"]),
    "",
    "[members.earnings_spread]",
    ...wanted(["male", "female"]),
    "",
    "# Expenses in per cent of insurable earnings, as stated and as results imply: usually",
    "# the same.",
    "[administration]",
    ...wanted(["stated_pct", "implied_pct"]),
    "",
    "# Real return of the fund, moving evenly from the first to the last year.",
    "[investment]",
    `first_year = ${firstYear}`,
    ...wanted(["first_real_return_pct"]),
    `last_year = ${lastYear}`,
    ...wanted(["last_real_return_pct"]),
    "",
    "# Growth over the year before, unemployment over the labour force, rise of prices.",
    ...years.flatMap((year) => [
      "[[years]]",
      `year = ${year}`,
      ...wanted([
        "real_gdp_growth_pct",
        "employment_growth_pct",
        "productivity_growth_pct",
        "unemployment_rate_pct",
        "inflation_pct",
      ]),
      "",
    ]),
  ].join("\n");
}
