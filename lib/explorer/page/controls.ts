import { RANGES } from "@jkp/valuation";
import type { ChangeableName } from "../value_view.ts";
import { HIGHEST_TRIAL_RATE } from "../view.ts";

/** What a number of a field is counted in. */
export type ControlUnit =
  | "percent"
  | "percentOfEarnings"
  | "percentAMonth"
  | "months"
  | "days"
  | "years";

/** What can be set: an assumption, or the rate at which the fund is tried. */
export type ControlName = ChangeableName | "trialRate";

/** A slider and a number field. Limits are in the unit shown. */
export interface Control {
  readonly unit: ControlUnit;
  /** What the value is multiplied by to be shown: 100 for a fraction in per cent. */
  readonly scale: number;
  /** Where the slider begins and ends; the field takes all that the value can be. */
  readonly from: number;
  readonly to: number;
  readonly step: number;
  /** What the value can be; no highest is `Infinity`. */
  readonly lowest: number;
  readonly highest: number;
  readonly isLowestOut: boolean;
  readonly isWhole: boolean;
}

type Slider = Pick<Control, "unit" | "scale" | "from" | "to" | "step">;

const SLIDERS: Readonly<Record<ControlName, Slider>> = {
  involuntaryShare: { unit: "percent", scale: 100, from: 0, to: 100, step: 0.5 },
  eligibleShare: { unit: "percent", scale: 100, from: 0, to: 100, step: 0.5 },
  benefitRate: { unit: "percent", scale: 100, from: 1, to: 100, step: 1 },
  maximumDurationMonths: { unit: "months", scale: 1, from: 1, to: 24, step: 1 },
  waitingPeriodDays: { unit: "days", scale: 1, from: 0, to: 90, step: 1 },
  terminationRatePerMonth: {
    unit: "percentAMonth",
    scale: 100,
    from: 0.01,
    to: 3,
    step: 0.01,
  },
  administrationRate: {
    unit: "percentOfEarnings",
    scale: 100,
    from: 0,
    to: 1,
    step: 0.005,
  },
  reserveMultiple: { unit: "years", scale: 1, from: 0, to: 5, step: 0.1 },
  trialRate: { unit: "percentOfEarnings", scale: 100, from: 0, to: 3, step: 0.01 },
};

/** Assumptions in the order of the page, in groups: what is paid, to whom, what else costs. */
export const CONTROL_GROUPS = {
  benefit: ["benefitRate", "maximumDurationMonths", "waitingPeriodDays"],
  claimants: ["involuntaryShare", "eligibleShare", "terminationRatePerMonth"],
  fund: ["administrationRate", "reserveMultiple"],
} as const satisfies Readonly<Record<string, readonly ChangeableName[]>>;

/**
 * The slider and the field of an assumption. A slider reaches as far as the value that it
 * shows.
 */
export function controlOf(name: ControlName, value: number): Control {
  const slider = SLIDERS[name];
  const range: (typeof RANGES)[keyof typeof RANGES] = name === "trialRate"
    ? { ...RANGES.contributionRate, highest: HIGHEST_TRIAL_RATE as 1 }
    : RANGES[name];
  const shown = toShown(value, slider);
  return {
    ...slider,
    from: Math.min(slider.from, shown),
    to: Math.max(slider.to, shown),
    lowest: toShown(range.lowest, slider),
    highest: range.highest === Number.MAX_VALUE
      ? Infinity
      : toShown(range.highest, slider),
    isLowestOut: "isLowestOut" in range && range.isLowestOut,
    isWhole: "isWhole" in range && range.isWhole,
  };
}

/** A value in the unit of its field: 0.6 is 60 per cent, not 60.000000000000007. */
export function toShown(value: number, { scale }: Pick<Control, "scale">): number {
  return Number((value * scale).toPrecision(12));
}

/** The value of what stands in a field. */
export function fromShown(shown: number, { scale }: Pick<Control, "scale">): number {
  return Number((shown / scale).toPrecision(12));
}

/**
 * The number that somebody typed, with a point or a comma before its decimals; `null` if it
 * is none. No field has thousands, so that either is the decimal mark.
 */
export function typedNumber(text: string): number | null {
  const plain = text.trim().replace("−", "-").replace(",", ".");
  return /^-?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : null;
}

/** As {@link typedNumber}; in a field of per cent the sign may stand behind the number. */
export function numberOfField(text: string, { scale }: Control): number | null {
  return typedNumber(scale === 100 ? text.replace(/%\s*$/, "") : text);
}

/** What is wrong with a number in a field. */
export type FieldProblem = "lowest" | "range" | "whole";

/** What is wrong with a number in a field; `null` if it can be. */
export function fieldProblem(
  { lowest, highest, isLowestOut, isWhole }: Control,
  shown: number,
): FieldProblem | null {
  const isWithin = (isLowestOut ? shown > lowest : shown >= lowest) && shown <= highest;
  if (!isWithin) return highest === Infinity ? "lowest" : "range";
  return isWhole && !Number.isInteger(shown) ? "whole" : null;
}
