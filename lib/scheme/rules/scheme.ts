import type { Month } from "@jkp/month";
import type {
  FurtherSection,
  NeededSection,
  SchemeHead,
  SchemeSections,
} from "./scheme_file.ts";

/** The sections that every scheme has. */
export type NeededSections = {
  readonly [Key in NeededSection]: SchemeSections[Key][number];
};

/** The sections that a scheme may do without. */
export type FurtherSections = {
  readonly [Key in FurtherSection]: SchemeSections[Key][number];
};

/** A scheme over time. */
export interface Scheme extends SchemeHead {
  readonly sections: SchemeSections;
}

/**
 * What the law says in one month.
 *
 * Plain data: another scheme is `{ ...rules, benefit: { ...rules.benefit, … } }`. Rates
 * are fractions, amounts the scheme's currency a month, `null` means that there is none.
 */
export type Rules =
  & SchemeHead
  & { readonly month: Month }
  & NeededSections
  & { readonly [Key in keyof FurtherSections]: FurtherSections[Key] | null };

/** A scheme's rules: of one month, or in order of time as `rulesBetween` has them. */
export type RulesInTime = Rules | readonly Rules[];
