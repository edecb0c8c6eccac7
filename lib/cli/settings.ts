import { UsageError } from "@jkp/problem";
import type { ValuationAssumptions, ValuationInputs } from "@jkp/valuation";

/** An assumption that `--set` can change. */
interface Setting {
  /** What its value must be, in words. */
  readonly expected: string;
  isAllowed(value: number): boolean;
  apply(inputs: ValuationInputs, value: number): ValuationInputs;
}

/** A setting of the assumptions, made after the rules are in them. */
function assumed(
  changeOf: (value: number, assumptions: ValuationAssumptions) => Partial<
    ValuationAssumptions
  >,
): Setting["apply"] {
  return ({ change = (unchanged) => unchanged, ...inputs }, value) => ({
    ...inputs,
    change: (assumptions) => {
      const before = change(assumptions);
      return { ...before, ...changeOf(value, before) };
    },
  });
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
    // Rules decide who of those laid off and of those who resign is paid, so this is set
    // before them.
    apply: (inputs, involuntaryShare) => ({
      ...inputs,
      scenario: { ...inputs.scenario, involuntaryShare },
    }),
  },
  eligibleShare: {
    ...fraction,
    apply: assumed((eligibleShare) => ({ eligibleShare })),
  },
  administrationRate: {
    ...fraction,
    apply: assumed((administrationRate) => ({ administrationRate })),
  },
  terminationRatePerMonth: {
    ...fractionAboveZero,
    apply: assumed((terminationRatePerMonth) => ({ terminationRatePerMonth })),
  },
  benefitRate: {
    ...fractionAboveZero,
    apply: assumed((benefitRate) => ({ benefitRate })),
  },
  maximumDurationMonths: {
    expected: "a whole number of months from 1 to 60",
    isAllowed: (value) => Number.isInteger(value) && value >= 1 && value <= 60,
    apply: assumed((maximumDurationMonths) => ({ maximumDurationMonths })),
  },
  waitingPeriodDays: {
    expected: "a number of days from 0 to 90",
    isAllowed: (value) => value >= 0 && value <= 90,
    apply: assumed((waitingPeriodDays) => ({ waitingPeriodDays })),
  },
  reserveMultiple: {
    expected: "a multiple of 0 or more",
    isAllowed: (value) => value >= 0,
    apply: assumed((reserveMultiple, { terms }) => ({
      terms: { ...terms, reserveMultiple },
    })),
  },
};

/**
 * Applies `--set KEY=VALUE` changes in order.
 *
 * @param inputs What to change; stays as it is.
 * @param settings The changes, as written.
 * @returns The changed inputs.
 * @throws {UsageError} Naming every change that cannot be made.
 */
export function applySettings(
  inputs: ValuationInputs,
  settings: readonly string[],
): ValuationInputs {
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
  }, inputs);
  if (problems.length > 0) throw new UsageError(problems.join("\n"));
  return changed;
}
