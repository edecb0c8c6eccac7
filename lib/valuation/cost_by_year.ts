import { valueInYear, yearOf } from "@jkp/month";
import type { ValuationAssumptions } from "./assumptions/valuation_assumptions.ts";
import type { MonthlyProjection } from "./projection.ts";

/** A financial year of the scheme. */
export interface ProjectionYear {
  readonly year: number;
  /** Average contributing members a month. */
  readonly members: number;
  /** Average beneficiaries a month. */
  readonly beneficiaries: number;
  /** Insurable earnings of all members over the year, rupiah. */
  readonly insurableEarningsIdr: number;
  /** Benefits paid over the year, allowances to who finds work among them, rupiah. */
  readonly benefitsIdr: number;
  /** Allowances to who finds work before the benefit ends, rupiah. */
  readonly allowancesIdr: number;
  /** Administrative expenses over the year, rupiah. */
  readonly administrationIdr: number;
  /** Beneficiaries over members: section 3.3. */
  readonly demographicRatio: number;
  /**
   * Mean monthly benefit, without allowances, over mean insurable earnings; `null` in a
   * year without benefits.
   */
  readonly averageBenefitRatio: number | null;
  /** Benefits over insurable earnings. */
  readonly paygBenefitCostRate: number;
  /** Benefits and administration over insurable earnings. */
  readonly paygCostRate: number;
  /** Nominal return on the fund, a fraction a year. */
  readonly investmentReturn: number;
}

/**
 * Gathers the months of a projection into financial years, from the first contribution
 * on.
 *
 * @see ILO (2021), section 3.3: demographic ratio, average benefit, PAYG cost rate.
 */
export function gatherYears(
  assumptions: ValuationAssumptions,
  months: MonthlyProjection,
): ProjectionYear[] {
  const { terms, choices, administrationRate, investmentReturn } = assumptions;
  return Array.from({ length: terms.projectionYears }, (_, index) => {
    const start = terms.firstContributionMonth + 12 * index - months.firstMonth;
    let [members, beneficiaries, insurable, monthlyBenefits, allowances] = [
      0,
      0,
      0,
      0,
      0,
    ];
    for (let i = start; i < start + 12; i++) {
      const contributing = contributingIn(months, choices, i);
      members += contributing;
      beneficiaries += months.beneficiaries[i]!;
      insurable += contributing * months.memberEarningsIdr[i]!;
      monthlyBenefits += months.beneficiaries[i]! * months.meanBenefitIdr[i]!;
      allowances += months.allowancesIdr[i]!;
    }
    const benefits = monthlyBenefits + allowances;
    const administration = administrationRate * insurable;
    const year = yearOf(months.firstMonth + start);
    return {
      year,
      members: members / 12,
      beneficiaries: beneficiaries / 12,
      insurableEarningsIdr: insurable,
      benefitsIdr: benefits,
      allowancesIdr: allowances,
      administrationIdr: administration,
      demographicRatio: beneficiaries / members,
      averageBenefitRatio: beneficiaries === 0
        ? null
        : (monthlyBenefits / beneficiaries) / (insurable / members),
      paygBenefitCostRate: benefits / insurable,
      paygCostRate: (benefits + administration) / insurable,
      investmentReturn: valueInYear(investmentReturn, year),
    };
  });
}

/** Who contributes in the month of a place. */
export function contributingIn(
  { members, beneficiaries }: MonthlyProjection,
  { contributors }: Pick<ValuationAssumptions["choices"], "contributors">,
  place: number,
): number {
  return contributors === "members"
    ? members[place]!
    : members[place]! - beneficiaries[place]!;
}
