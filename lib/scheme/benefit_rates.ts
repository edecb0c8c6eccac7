import type { Benefit } from "./rules/benefit_sections.ts";

/**
 * Every rate that a benefit formula names.
 *
 * @param benefit The formula.
 * @returns Fractions of the reference wage: of a flat benefit its rate, of a tapered one
 * that of each month, of a graded one those at both ends of every wage band.
 *
 * @example JKP pays 45 per cent, then 25
 * ```ts
 * import { monthOf } from "@jkp/month";
 * import { benefitRates, rulesAt } from "@jkp/scheme";
 * import { readScheme } from "@jkp/scheme/read";
 * import { assertEquals } from "@std/assert";
 *
 * const { benefit } = rulesAt(await readScheme("jkp_2021"), monthOf(2022, 1));
 * assertEquals(benefitRates(benefit), [0.45, 0.45, 0.45, 0.25, 0.25, 0.25]);
 * ```
 */
export function benefitRates(benefit: Benefit): readonly number[] {
  switch (benefit.kind) {
    case "flat":
      return [benefit.rate];
    case "tapered":
      return benefit.rates;
    case "graded":
      return benefit.ages.flatMap(({ bands }) =>
        bands.flatMap(({ rateFrom, rateTo }) => [rateFrom, rateTo])
      );
  }
}
