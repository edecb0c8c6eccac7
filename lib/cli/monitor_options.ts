import {
  CONTROL_LEVEL,
  CUSUM_DEFAULTS,
  type MonthlyFigure,
  parseMonthlyFigures,
} from "@jkp/experience";
import { readText } from "@jkp/files/read";
import { UsageError } from "@jkp/problem";

/** Reads a number above 0, and below a highest. */
function numberOption(option: string, highest: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^[\d.]+$/.test(text) && value > 0 && value < highest) return value;
    throw new UsageError(
      `${option} wants a number above 0` +
        `${highest === Infinity ? "" : ` and below ${highest}`}, got ${text}`,
    );
  };
}

/** Options of everything that monitors series. */
export const LIMIT_OPTIONS = {
  level: {
    value: "SHARE",
    about: "coverage of control limits",
    default: String(CONTROL_LEVEL),
    read: numberOption("--level", 1),
  },
  k: {
    value: "NUMBER",
    about: "reference value of cumulative sums, in standard deviations",
    default: String(CUSUM_DEFAULTS.k),
    read: numberOption("--k", 4),
  },
  h: {
    value: "NUMBER",
    about: "decision interval of cumulative sums, in standard deviations",
    default: String(CUSUM_DEFAULTS.h),
    read: numberOption("--h", Infinity),
  },
} as const;

/** Accounts that data are set beside. */
export const ACCOUNTS = {
  value: "FILE",
  about: "CSV of accounts to set the data beside: month, quantity, value, source",
} as const;

/** Reads figures by month, or accounts; `undefined` where no file is named. */
export async function figuresIn(
  file: string | undefined,
): Promise<MonthlyFigure[] | undefined> {
  return file === undefined ? undefined : parseMonthlyFigures(file, await readText(file));
}

/** Options of what is printed and written. */
export const OUTPUT_OPTIONS = {
  full: { about: "print also each series by month" },
  json: { about: "print the series as JSON" },
} as const;
