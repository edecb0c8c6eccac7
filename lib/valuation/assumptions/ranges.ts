/** What one number of a valuation can be. */
export interface Range {
  /** In words, for an error. */
  readonly expected: string;
  readonly lowest: number;
  readonly highest: number;
  /** Whether the lowest, or the highest, is itself left out. */
  readonly isLowestOut?: boolean;
  readonly isHighestOut?: boolean;
  readonly isWhole?: boolean;
}

export const FRACTION: Range = {
  expected: "a fraction from 0 to 1",
  lowest: 0,
  highest: 1,
};

const FRACTION_ABOVE_ZERO: Range = {
  expected: "a fraction above 0, up to 1",
  lowest: 0,
  highest: 1,
  isLowestOut: true,
};

const FRACTION_BETWEEN: Range = {
  expected: "a fraction above 0 and below 1",
  lowest: 0,
  highest: 1,
  isLowestOut: true,
  isHighestOut: true,
};

/** Growth, inflation and yields of a year, as scenario files have them. */
export const GROWTH: Range = {
  expected: "a fraction a year from -0.5 to 0.5",
  lowest: -0.5,
  highest: 0.5,
};

export const ABOVE_ZERO: Range = {
  expected: "a number above 0",
  lowest: 0,
  highest: Number.MAX_VALUE,
  isLowestOut: true,
};

export const ZERO_OR_MORE: Range = {
  expected: "a number of 0 or more",
  lowest: 0,
  highest: Number.MAX_VALUE,
};

const CALENDAR_YEAR: Range = {
  expected: "a calendar year from 1900 to 2200",
  lowest: 1900,
  highest: 2200,
  isWhole: true,
};

const monthsUpTo = (highest: number): Range => ({
  expected: `a whole number of months from 1 to ${highest}`,
  lowest: 1,
  highest,
  isWhole: true,
});

/**
 * What each number that a valuation computes from can be: the one place that says it. A
 * number alone may be possible and the valuation still refused, where the equations no
 * longer hold: `OutsideModelError`.
 */
export const RANGES = {
  // The labour market.
  members: { ...ABOVE_ZERO, expected: "a number of members above 0" },
  memberGrowthBeforeBaseYear: GROWTH,
  terminationRatePerMonth: FRACTION_ABOVE_ZERO,
  unemploymentRate: FRACTION_BETWEEN,
  /** Of the covered labour force in the reference years. */
  coveredUnemploymentRate: {
    expected: "a fraction from 0 to below 1",
    lowest: 0,
    highest: 1,
    isHighestOut: true,
  },
  maximumUnemploymentMonths: monthsUpTo(600),
  survival: FRACTION,

  // Who is paid, and what.
  involuntaryShare: FRACTION,
  eligibleShare: FRACTION,
  earningsIdr: { ...ABOVE_ZERO, expected: "rupiah a month above 0" },
  averageEarningsMonths: monthsUpTo(600),
  benefitRate: FRACTION_ABOVE_ZERO,
  /** A duration of 60 months after a wait of 12, as rules can have them. */
  maximumDurationMonths: monthsUpTo(72),
  waitingPeriodDays: {
    expected: "a number of days from 0 to 180",
    lowest: 0,
    highest: 180,
  },

  // The fund.
  /** In use are 0.02 to 0.5 per cent: a rate in per cent, typed as it is, is far above. */
  administrationRate: {
    expected: "a fraction of insurable earnings from 0 to 0.05",
    lowest: 0,
    highest: 0.05,
  },
  contributionRate: FRACTION,
  investmentReturn: {
    expected: "a fraction a year from -0.75 to 1.25", // (1 ± 0.5)(1 ± 0.5) − 1
    lowest: -0.75,
    highest: 1.25,
  },
  initialCapitalIdr: { ...ZERO_OR_MORE, expected: "rupiah of 0 or more" },
  reserveMultiple: { ...ZERO_OR_MORE, expected: "a multiple of 0 or more" },

  // The calendar.
  year: CALENDAR_YEAR,
  month: {
    expected: "a month from 1900 to 2200, as monthOf makes it",
    lowest: 12 * 1900,
    highest: 12 * 2200 + 11,
    isWhole: true,
  },
  projectionYears: {
    expected: "a whole number of years from 1 to 40",
    lowest: 1,
    highest: 40,
    isWhole: true,
  },
} as const satisfies Readonly<Record<string, Range>>;

/** Whether a value is a number within a range. */
export function isWithin(range: Range, value: unknown): value is number {
  const { lowest, highest, isLowestOut = false, isHighestOut = false } = range;
  return typeof value === "number" &&
    (isLowestOut ? value > lowest : value >= lowest) &&
    (isHighestOut ? value < highest : value <= highest) &&
    (range.isWhole !== true || Number.isInteger(value));
}

/** A value in words, with the fraction that a percentage probably stands for. */
export function receivedFor(range: Range, value: unknown): string {
  if (typeof value === "string") {
    const number = value.replace(",", ".");
    const isComma = /^\d+,\d+$/.test(value) && isWithin(range, Number(number));
    return JSON.stringify(value.slice(0, 80)) +
      (isComma ? ` (did you mean ${number}?)` : "");
  }
  if (typeof value !== "number") {
    return typeof value === "object" && value !== null ? "a table" : String(value);
  }
  const fraction = Number((value / 100).toPrecision(12));
  const isPercentage = range.highest <= 2 && Math.abs(value) > range.highest &&
    isWithin(range, fraction);
  return isPercentage ? `${value} (did you mean ${fraction}?)` : String(value);
}
