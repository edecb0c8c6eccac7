import { capitalized, rateInWords } from "@jkp/exhibit";
import type {
  FloorBenefit,
  FloorGroup,
  FloorReference,
  Indexing,
} from "./floor_benefit.ts";

const GROUPS: Readonly<Record<Exclude<FloorGroup, "population">, string>> = {
  labour_force: "labour force of August",
  employed: "employed of August",
  unemployed: "unemployed of August",
  informal_workers: "informal workers of August",
  unemployed_from_informal_work: "unemployed of August, by the share of informal workers",
};

const REFERENCES: Readonly<Record<FloorReference, string>> = {
  poverty_line: "poverty line",
  minimum_wage: "mean minimum wage of the provinces",
  mean_wage: "mean wage of employees",
  gdp_per_head: "GDP per head",
};

const INDEXINGS: Readonly<Record<Indexing, string>> = {
  none: "not indexed",
  prices: "indexed each January to prices of the year before",
  wages: "indexed to the mean wage",
  gdp_per_head: "indexed to GDP per head",
};

const SEXES = {
  both: "Everyone",
  male: "Men and boys",
  female: "Women and girls",
} as const;

/**
 * Whom a floor benefit is for and how much it is a month, in words.
 *
 * @param benefit The benefit.
 * @returns Both, for a table or a sentence.
 *
 * @example A pension at the poverty line
 * ```ts
 * import { floorBenefitInWords } from "@jkp/floor";
 * import { readFloorBenefit } from "@jkp/floor/read";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(floorBenefitInWords(await readFloorBenefit("old_age_pension")), {
 *   target: "Everyone of 65 and over",
 *   amount: "100 % of the poverty line of each year",
 * });
 * ```
 */
export function floorBenefitInWords(
  { target, amount }: Pick<FloorBenefit, "target" | "amount">,
): { readonly target: string; readonly amount: string } {
  const { group, sex, fromAge, toAge } = target;
  const { idrPerMonth, of, share, baseYear, indexing } = amount;
  const ages = toAge === null ? `${fromAge} and over` : `${fromAge} to ${toAge}`;
  const level = of === null
    ? `${idrPerMonth!.toLocaleString("en")} rupiah a month`
    : `${rateInWords(share!)} of the ${REFERENCES[of]}`;
  return {
    target: group === "population"
      ? `${SEXES[sex]} of ${ages}`
      : capitalized(GROUPS[group]),
    amount: baseYear === null
      ? `${level} of each year`
      : `${level} of ${baseYear}, ${INDEXINGS[indexing!]}`,
  };
}
