import { UsageError } from "@jkp/problem";
import type { ValuationAssumptions } from "@jkp/valuation";

/** An assumption that `--set` can change. */
interface Setting {
  /** What its value must be, in words. */
  readonly expected: string;
  isAllowed(value: number): boolean;
  apply(assumptions: ValuationAssumptions, value: number): ValuationAssumptions;
}

const fraction = {
  expected: "a fraction from 0 to 1",
  isAllowed: (value: number) => value >= 0 && value <= 1,
};

const fractionAboveZero = {
  expected: "a fraction above 0, up to 1",
  isAllowed: (value: number) => value > 0 && value <= 1,
};

/** Assumptions that `--set` can change, by name. */
export const SETTINGS: Readonly<Record<string, Setting>> = {
  involuntaryShare: {
    ...fraction,
    apply: (assumptions, involuntaryShare) => ({ ...assumptions, involuntaryShare }),
  },
  eligibleShare: {
    ...fraction,
    apply: (assumptions, eligibleShare) => ({ ...assumptions, eligibleShare }),
  },
  administrationRate: {
    ...fraction,
    apply: (assumptions, administrationRate) => ({ ...assumptions, administrationRate }),
  },
  terminationRatePerMonth: {
    ...fractionAboveZero,
    apply: (assumptions, terminationRatePerMonth) => ({
      ...assumptions,
      terminationRatePerMonth,
    }),
  },
  benefitRate: {
    ...fractionAboveZero,
    apply: (assumptions, benefitRate) => ({
      ...assumptions,
      design: { ...assumptions.design, benefitRate },
    }),
  },
  maximumDurationMonths: {
    expected: "a whole number of months from 1 to 60",
    isAllowed: (value) => Number.isInteger(value) && value >= 1 && value <= 60,
    apply: (assumptions, maximumDurationMonths) => ({
      ...assumptions,
      design: { ...assumptions.design, maximumDurationMonths },
    }),
  },
  waitingPeriodDays: {
    expected: "a number of days from 0 to 90",
    isAllowed: (value) => value >= 0 && value <= 90,
    apply: (assumptions, waitingPeriodDays) => ({
      ...assumptions,
      design: { ...assumptions.design, waitingPeriodDays },
    }),
  },
  reserveMultiple: {
    expected: "a multiple of 0 or more",
    isAllowed: (value) => value >= 0,
    apply: (assumptions, reserveMultiple) => ({
      ...assumptions,
      design: { ...assumptions.design, reserveMultiple },
    }),
  },
};

/**
 * Applies `--set KEY=VALUE` changes in order.
 *
 * @param assumptions What to change; stays as it is.
 * @param settings The changes, as written.
 * @returns The changed assumptions.
 * @throws {UsageError} Naming every change that cannot be made.
 */
export function applySettings(
  assumptions: ValuationAssumptions,
  settings: readonly string[],
): ValuationAssumptions {
  const problems: string[] = [];
  const changed = settings.reduce((before, text) => {
    const [key = "", written = ""] = text.split(/=(.*)/s);
    const setting = Object.hasOwn(SETTINGS, key) ? SETTINGS[key] : undefined;
    const value = written.trim() === "" ? NaN : Number(written);
    if (setting === undefined) {
      const keys = Object.keys(SETTINGS).join(", ");
      problems.push(`Cannot set ${key}: one of ${keys} is wanted, got ${text}`);
    } else if (!Number.isFinite(value) || !setting.isAllowed(value)) {
      problems.push(`Cannot set ${key}: ${setting.expected} is wanted, got ${written}`);
    } else {
      return setting.apply(before, value);
    }
    return before;
  }, assumptions);
  if (problems.length > 0) throw new UsageError(problems.join("\n"));
  return changed;
}
