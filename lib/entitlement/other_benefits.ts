import { type Language, wordsOf } from "@jkp/language";
import type { ExcludingBenefit, OtherBenefit, Rules } from "@jkp/scheme";
import type { Member } from "./history.ts";

/**
 * The first benefit from another scheme that excludes the benefit of this one; no
 * benefits given is taken for none.
 *
 * @see GR 37/2021, article 20(1), in ILO (2023), section 2.9 and appendix; ILO (2020),
 * section 13.
 */
export function excludingBenefit(
  { otherEarnings }: Pick<Rules, "otherEarnings">,
  { otherBenefits = [] }: Member,
): OtherBenefit | undefined {
  return otherBenefits.find((drawn) =>
    otherEarnings?.excludedBy.some(({ scheme, paidFor }) =>
      (scheme === null || scheme === drawn.scheme) &&
      (paidFor === null || paidFor === drawn.paidFor)
    )
  );
}

/**
 * A benefit of another scheme in words.
 *
 * @param benefit The benefit; `null` fields stand for any.
 * @param language The language of the words.
 * @returns The words, without an article.
 *
 * @example A benefit of one kind, and any benefit of a scheme
 * ```ts
 * import { otherBenefitInWords } from "@jkp/entitlement";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(
 *   otherBenefitInWords({ scheme: "JKK", paidFor: "permanent_total_disability" }),
 *   "JKK benefit for permanent total disability",
 * );
 * assertEquals(otherBenefitInWords({ scheme: "JP", paidFor: null }), "JP benefit");
 * ```
 */
export function otherBenefitInWords(
  { scheme, paidFor }: ExcludingBenefit,
  language: Language = "en",
): string {
  const { law } = wordsOf(language);
  const isUnsaid = paidFor === null || paidFor === "other";
  return law.otherBenefit(scheme, isUnsaid ? null : law.paidFor[paidFor]);
}
