import type { Rules } from "@jkp/scheme";

/**
 * What a recipient may earn in a month without effect on the benefit, in currency;
 * `undefined` where the source does not say.
 *
 * @see ILO (2020), Exploring policy options, section 13: up to 50 per cent of benefits.
 */
export function allowedEarnings(
  rules: Pick<Rules, "otherEarnings">,
  benefit: number,
): number | undefined {
  const share = rules.otherEarnings?.allowedShare;
  return share == null ? undefined : share * benefit;
}

/** What becomes of a month's benefit when other earnings exceed the allowed ones. */
export type AboveAllowed = "reduced" | "suspended";

/** What is paid for a month beside other earnings. */
export interface BenefitBesideEarnings {
  /** Currency a month. */
  readonly benefit: number;
  /** What the source leaves open and this month touches. */
  readonly leftOpen: readonly string[];
}

const ABOVE_ALLOWED =
  "other earnings: what is paid above the allowed ones is not stated;";

/**
 * The benefit of a month in which the recipient earns something from work, all in
 * currency.
 *
 * It is whole up to the allowed earnings, and where the rules limit none. What is paid
 * above them the sources leave open: ILO (2023) allows a share of the benefit "with no
 * reduction" and proposes "possible reduction or suspension" for income from work.
 * `reduced`, the default, takes what is earned above the allowed earnings from the
 * benefit; the other reading pays nothing for the month.
 *
 * @throws {RangeError} If an amount is negative or no number.
 * @see ILO (2020), Exploring policy options, section 13; ILO (2023), Unemployment
 * insurance in Indonesia, section 2.9 and appendix, Relation with other earnings.
 */
export function benefitBesideEarnings(
  rules: Pick<Rules, "otherEarnings">,
  benefit: number,
  earnings: number,
  options: { readonly aboveAllowed?: AboveAllowed } = {},
): BenefitBesideEarnings {
  if (!(benefit >= 0 && earnings >= 0)) {
    throw new RangeError(
      "Cannot find the benefit beside other earnings: amounts of 0 or more are wanted, " +
        `got ${benefit} and ${earnings}`,
    );
  }
  const { aboveAllowed = "reduced" } = options;
  const allowed = allowedEarnings(rules, benefit);
  if (allowed === undefined) {
    const leftOpen = earnings === 0 ? [] : ["other earnings: no limit is stated"];
    return { benefit, leftOpen };
  }
  if (earnings <= allowed) return { benefit, leftOpen: [] };
  return aboveAllowed === "suspended"
    ? { benefit: 0, leftOpen: [`${ABOVE_ALLOWED} nothing is paid`] }
    : {
      benefit: Math.max(0, benefit - (earnings - allowed)),
      leftOpen: [`${ABOVE_ALLOWED} the benefit is reduced by what exceeds them`],
    };
}
