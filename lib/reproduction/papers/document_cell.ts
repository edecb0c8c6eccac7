import { capitalized } from "@jkp/exhibit";
import type { DocumentCell } from "./document_table.ts";

/** Why most cells without a number of ours have none. */
export const QUOTED = "quoted: not a rule of a design file";

/** A value of a design file, in the unit of the printed one. */
export function rule(value: number | string | null): DocumentCell {
  return { basis: "rule", value, kind: "model" };
}

/** A rate of a design file, a fraction there and per cent here. */
export function percentRule(rate: number): DocumentCell {
  return rule(percent(rate));
}

/** A number computed from the rules of a design file. */
export function computed(value: number | string, note?: string): DocumentCell {
  const extra = note === undefined ? {} : { note };
  return { basis: "computed", value, kind: "model", ...extra };
}

/** Values of a design file in our words. */
export function words(text: string, note?: string): DocumentCell {
  const extra = note === undefined ? {} : { note };
  const value = capitalized(text);
  return { basis: "words", value, kind: "model", relation: "in_words", ...extra };
}

/** A number computed from other printed numbers: shown, never counted as reproduced. */
export function arithmetic(
  value: number,
  note: string,
  whyDifferent?: string,
): DocumentCell {
  const reason = whyDifferent === undefined ? {} : { whyDifferent };
  return { basis: "arithmetic", value, kind: "input", note, ...reason };
}

/** Nothing of ours, though one might look for it, and why. */
export function quoted(reason: string): DocumentCell {
  return { basis: "quoted", reason: `quoted: ${reason}` };
}

/** A fraction in per cent, without the noise of the multiplication. */
export function percent(rate: number): number {
  return Number((100 * rate).toPrecision(12));
}
