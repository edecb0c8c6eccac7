import { percent, roundedPercent } from "@jkp/exhibit";
import { shareOfAges } from "@jkp/experience";
import type { Rules } from "@jkp/scheme";
import { sumSimple } from "simple-statistics";
import { agesAlike } from "./durations_by_age.ts";
import type { Leavers } from "./paid_months.ts";

/** How wage bands and rules by age were taken, in words. */
export function ageBasis(
  rules: Pick<Rules, "benefit" | "duration" | "currency">,
  { ages, maleShare }: Leavers,
): string[] {
  const texts = agesAlike(rules).length > 1 ? [`Ages: ${ages.basis}`] : [];
  const { benefit, currency } = rules;
  if (benefit.kind !== "graded") return texts;
  const abroad = currency === "IDR" ? "" : "at their multiple of the average wage, ";
  texts.push(
    `Wage bands: ${abroad}of each year, met by reference wages in its middle; wages ` +
      "are alike at all ages of a sex, fractions of the currency are paid",
  );
  const withBand = sumSimple(benefit.ages.map(({ ageFrom, ageTo }) => {
    const { male, female } = shareOfAges(ages, ageFrom, ageTo ?? Infinity);
    return maleShare * male + (1 - maleShare) * female;
  }));
  const without = 1 - withBand;
  if (roundedPercent(without, 2) > 0) {
    texts.push(
      `Ages without wage bands: ${percent(without, 2)} of leavers, who are not paid`,
    );
  }
  return texts;
}
