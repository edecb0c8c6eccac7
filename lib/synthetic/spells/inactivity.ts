import type { StatisticsExtract } from "@jkp/extract";

/** Fraction of claimants who contribute again some day. */
export const CLAIMANTS_RETURNING = 0.6;

/** Age in months from which members who leave for good claim for retirement. */
export const RETIREMENT_AGE = 12 * 56;

/** Fraction of ends of inactivity that are claims for retirement, from that age. */
const RETIREMENT_SHARE = 0.4;

/** Fractions of ends of inactivity at any age. */
const DISABILITY_SHARE = 0.002;
const LEFT_COUNTRY_SHARE = 0.006;

/** Fraction of ends of inactivity that are deaths at age 40; it doubles in 10 years. */
const DEATH_SHARE_AT_40 = 0.01;

/** Claims other than for layoff and resignation that end an inactivity. */
export const ENDING_CLAIMS = [
  "retirement",
  "death",
  "disability",
  "left_country",
] as const;

/** A claim that ends an inactivity. */
export type EndingClaim = typeof ENDING_CLAIMS[number];

/** How an inactivity without a claim goes on. */
export interface Inactivity {
  /**
   * Fraction still inactive after so many completed months; 1 at 0. A member who
   * contributes again, or claims, in month `last + 1 + k` ends at `k`.
   */
  readonly survival: Float64Array;
  /**
   * Completed months after which survival falls below a level (a fraction): when an
   * inactivity ends. The length of `survival` if it does not fall so low.
   */
  endsAfter(level: number): number;
}

/**
 * Survival in inactivity, read from the stock as if the inflow were steady.
 * @throws {RangeError} If nobody left in the last month but one.
 * @see ILO (2021), section 1.2.3: 81 per cent after six months, 49 after 24.
 */
export function inactivityOf(extract: StatisticsExtract): Inactivity {
  const stock = stockByElapsed(extract);
  if (!(stock[0]! > 0)) {
    throw new RangeError(
      "Cannot synthesize spells: inactive members in the first month since their last " +
        `contribution are wanted, got ${stock[0] ?? 0}`,
    );
  }
  const survival = new Float64Array(stock.length);
  let least = 1;
  stock.forEach((members, elapsed) => {
    least = Math.min(least, members / stock[0]!);
    survival[elapsed] = least;
  });
  return { survival, endsAfter: inverse(survival) };
}

/** Inactive persons by completed months since their last contribution, from 0. */
export function stockByElapsed(extract: StatisticsExtract): number[] {
  const stock: number[] = [];
  for (const { monthsSinceLastContribution: elapsed, members } of extract.inactive) {
    stock[elapsed] = members;
  }
  return Array.from(stock, (members) => members ?? 0);
}

/**
 * Fraction of ends of inactivity for each of `ENDING_CLAIMS`, at an age in months; the
 * other ends are returns to work.
 */
export function endingClaimShares(ageMonths: number): number[] {
  return [
    ageMonths >= RETIREMENT_AGE ? RETIREMENT_SHARE : 0,
    DEATH_SHARE_AT_40 * 2 ** ((ageMonths / 12 - 40) / 10),
    DISABILITY_SHARE,
    LEFT_COUNTRY_SHARE,
  ];
}

/** Steps of the table that tells where to begin the search. */
const STEPS = 1024;

function inverse(survival: Float64Array): (level: number) => number {
  const search = (level: number, from: number) => {
    let elapsed = from;
    while (elapsed < survival.length && survival[elapsed]! >= level) elapsed++;
    return elapsed;
  };
  const begin = Uint16Array.from(
    { length: STEPS + 1 },
    (_, step) => search((step + 1) / STEPS, 0),
  );
  return (level) => search(level, begin[Math.floor(level * STEPS)]!);
}
