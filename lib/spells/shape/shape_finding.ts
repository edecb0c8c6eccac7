import type { Finding, RuleName } from "../check/finding.ts";

/** A finding about the whole of an extract, with what it may mean and what to do. */
export interface ShapeFinding
  extends Required<Pick<Finding, "expected" | "value" | "meaning">> {
  readonly rule: RuleName;
  readonly column?: string;
  /** The file, where it is about one. */
  readonly file?: string;
}
