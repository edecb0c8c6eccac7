import type { ClaimRule } from "./claim_table.ts";

/** One rule put to a claim. */
export interface ClaimCheck {
  readonly rule: ClaimRule;
  readonly isMet: boolean;
  /** What the rule wants, in words with its numbers. */
  readonly wanted: string;
  readonly got: string;
  /** Source of the rule, with the article where the document names it. */
  readonly source: string;
}
