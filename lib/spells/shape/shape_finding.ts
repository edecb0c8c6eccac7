import type { Finding, RuleName } from "../check/finding.ts";

/** A finding about the whole of an extract, with what it may mean and what to do. */
export interface ShapeFinding
  extends Required<Pick<Finding, "expected" | "value" | "meaning">> {
  readonly rule: RuleName;
  readonly column?: string;
  /** The file, where it is about one. */
  readonly file?: string;
}

/** A count with its noun: `1 member`, `4,223 rows`. */
export function inNumber(count: number, noun: string): string {
  return `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;
}

/** A part of a whole: `96 of 210 members (46 %)`. */
export function partOf(count: number, total: number, noun: string): string {
  const percent = Math.round((100 * count) / total);
  return `${count.toLocaleString("en")} of ${inNumber(total, noun)} (${percent} %)`;
}
