import { countInWords } from "@jkp/exhibit";
import type { Finding, RuleName } from "../check/finding.ts";

/** A finding about the whole of an extract, with what it may mean and what to do. */
export interface ShapeFinding
  extends Required<Pick<Finding, "expected" | "value" | "meaning">> {
  readonly rule: RuleName;
  readonly column?: string;
  /** The file, where it is about one. */
  readonly file?: string;
}

/** A part of a whole: `96 of 210 members (46 %)`. */
export function partOf(count: number, total: number, noun: string): string {
  const percent = Math.round((100 * count) / total);
  return `${count.toLocaleString("en")} of ${countInWords(total, noun)} (${percent} %)`;
}
