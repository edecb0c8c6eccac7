import { type Month, monthOf } from "@jkp/month";
import { readScheme } from "@jkp/scheme/read";
import { type Rules, rulesAt } from "@jkp/scheme";

/** Month of the review of 2023: that of the ceiling of its section 2.5. */
const REVIEW: Month = monthOf(2023, 3);
/** Month of the policy options of 2020. */
const OPTIONS: Month = monthOf(2020, 3);

/** The design files that the papers' tables are made from, each with its month. */
const SCHEMES = {
  jkp: ["jkp_2021", REVIEW],
  proposed: ["proposed_2023", REVIEW],
  maintained: ["proposed_2021_maintained", REVIEW],
  base: ["options_2020_base", OPTIONS],
  publicSector: ["options_2020_public_sector", OPTIONS],
  migrants: ["options_2020_migrants", OPTIONS],
  domesticWorkers: ["options_2020_domestic_workers", OPTIONS],
  construction: ["options_2020_construction", OPTIONS],
  ceilingGdp: ["options_2020_ceiling_gdp", OPTIONS],
  ceilingPrices: ["options_2020_ceiling_prices", OPTIONS],
  minimumHalfAverageWage: ["options_2020_minimum_half_average_wage", OPTIONS],
  minimumHalfWage: ["options_2020_minimum_half_wage", OPTIONS],
  minimumPovertyLine: ["options_2020_minimum_poverty_line", OPTIONS],
  minimumPrices: ["options_2020_minimum_prices", OPTIONS],
  rate45: ["options_2020_rate_45", OPTIONS],
  reemployment: ["options_2020_reemployment", OPTIONS],
  severanceDelay: ["options_2020_severance_delay", OPTIONS],
  shortRecord: ["options_2020_short_record", OPTIONS],
  sixMonths: ["options_2020_six_months", OPTIONS],
  tapered: ["options_2020_tapered", OPTIONS],
  voluntary: ["options_2020_voluntary", OPTIONS],
  japan: ["japan", OPTIONS],
  malaysia: ["malaysia", OPTIONS],
  korea: ["korea", OPTIONS],
  thailand: ["thailand", OPTIONS],
  viet_nam: ["viet_nam", OPTIONS],
} as const;

/** The rules that the papers' tables are made from. */
export type DocumentRules = { readonly [Name in keyof typeof SCHEMES]: Rules };

/** The five countries of the paper of 2020, in its order. */
export const COUNTRIES = ["japan", "malaysia", "korea", "thailand", "viet_nam"] as const;

/**
 * Reads the design files that the tables of the papers of 2020 and 2023 are made from.
 *
 * @returns Their rules in the month of the paper: March 2020 and March 2023.
 * @throws {DataError} With everything that is wrong with a file.
 *
 * @example
 * ```ts
 * import { readDocumentRules } from "@jkp/reproduction";
 * import { assertEquals } from "@std/assert";
 *
 * const { proposed } = await readDocumentRules();
 * assertEquals(proposed.insurableEarnings.ceiling.amountPerMonth, 9_559_600);
 * ```
 */
export async function readDocumentRules(): Promise<DocumentRules> {
  const rules = await Promise.all(
    Object.entries(SCHEMES).map(async ([key, [name, month]]) =>
      [key, rulesAt(await readScheme(name), month)] as const
    ),
  );
  return Object.fromEntries(rules) as DocumentRules;
}
