import type { Month } from "@jkp/month";
import type {
  Benefit,
  BenefitLimit,
  Duration,
  InsurableEarnings,
  ReferenceWage,
} from "./benefit_sections.ts";
import type {
  ClaimRules,
  Contingency,
  Coverage,
  Financing,
  NonCompliance,
  OtherEarnings,
  Qualifying,
  Recomposition,
  ReemploymentAllowance,
  RepeatClaims,
  Severance,
  WaitingPeriod,
} from "./sections.ts";

/** The sections that every scheme has. */
export interface NeededSections {
  readonly coverage: Coverage;
  readonly contingency: Contingency;
  readonly qualifying: Qualifying;
  readonly repeatClaims: RepeatClaims;
  readonly insurableEarnings: InsurableEarnings;
  readonly referenceWage: ReferenceWage;
  readonly benefit: Benefit;
  readonly duration: Duration;
  readonly waitingPeriod: WaitingPeriod;
  readonly financing: Financing;
}

/** The sections that a scheme may do without. */
export interface FurtherSections {
  readonly claim: ClaimRules;
  readonly minimumBenefit: BenefitLimit;
  readonly maximumBenefit: BenefitLimit;
  readonly reemploymentAllowance: ReemploymentAllowance;
  readonly severance: Severance;
  readonly otherEarnings: OtherEarnings;
  readonly recomposition: Recomposition;
  readonly nonCompliance: NonCompliance;
}

/** Every version of every section, each from its month on; in order of time. */
export type SchemeSections =
  & { readonly [Key in keyof NeededSections]: readonly NeededSections[Key][] }
  & { readonly [Key in keyof FurtherSections]: readonly FurtherSections[Key][] };

/** A scheme over time. */
export interface Scheme {
  readonly name: string;
  readonly title: string;
  readonly country: string;
  /** Three letters, such as IDR: of every amount of the scheme. */
  readonly currency: string;
  readonly source: string;
  readonly sections: SchemeSections;
}

/**
 * What the law says in one month.
 *
 * Plain data: another scheme is `{ ...rules, benefit: { ...rules.benefit, … } }`. Rates
 * are fractions, amounts the scheme's currency a month, `null` means that there is none.
 */
export type Rules =
  & Pick<Scheme, "name" | "title" | "country" | "currency" | "source">
  & { readonly month: Month }
  & NeededSections
  & { readonly [Key in keyof FurtherSections]: FurtherSections[Key] | null };
