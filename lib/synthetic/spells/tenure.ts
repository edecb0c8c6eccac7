import { monthOf } from "@jkp/month";

/** Month before which no spell begins: JHT came with Law 3/1992 on Jamsostek. */
export const FIRST_START = monthOf(1993, 1);

/** Longest tenure looked at, in months. */
export const LONGEST_TENURE = 12 * 60;

/**
 * Inclination to leave by month of the spell, up to age 23; it levels off with age and is
 * the same in all months from age 42 on. Only proportions matter: the number who leave is
 * known.
 *
 * Found by trial, together with the ages at which it levels off and the leaving by sex in
 * `cohort_numbers.ts`. They give, as printed, the shares of members with 3, 6, 12 and 24
 * months of unbroken service of both sexes (ILO 2021, section 1.2.3) and the share of
 * claimants with 12 months (section 3.2.2).
 */
const INCLINATION: readonly (readonly [from: number, inclination: number])[] = [
  [1, 4.8],
  [4, 1.6],
  [10, 0.25],
  [19, 0.33],
];

/** Years of age from 15 between which the months of the spell cease to matter. */
const [STEEP_UNTIL, LEVEL_FROM] = [8, 27];

/** Completed years of age from 15 that hazards are given for. */
const YEARS_OF_AGE = 55;

/** Members who leave a month on average. */
const AVERAGE_LEAVING = 0.021;

/** Growth of the membership of any age a year, before the window. */
const GROWTH = 0.042;

/** Entries a month of any cohort, at least, as a fraction of its members. */
const LEAST_ENTRIES = 0.004;

/** Hazard of leaving by completed years of age from 15 and months of the spell so far. */
const LEAVING_HAZARD: readonly Float64Array[] = Array.from(
  { length: YEARS_OF_AGE },
  (_, years) => {
    const steepness = (LEVEL_FROM - years) / (LEVEL_FROM - STEEP_UNTIL);
    const power = Math.min(1, Math.max(0, steepness));
    return Float64Array.from({ length: LONGEST_TENURE + 1 }, (_, months) => {
      if (months === 0) return 0;
      const inclination = INCLINATION.findLast(([from]) => months >= from)![1];
      return AVERAGE_LEAVING * inclination ** power;
    });
  },
);

/**
 * Monthly hazards of leaving by month of the spell, from 1; `age` is in months from 15
 * years.
 */
export function leavingHazard(age: number): Float64Array {
  return LEAVING_HAZARD[Math.floor(age / 12)]!;
}

/** Fraction of spells that reach so many months before they go on; 1 at 0. */
const REACHED = LEAVING_HAZARD.map((hazards) => {
  let reached = 1;
  return hazards.map((hazard) => reached *= 1 - hazard);
});

/** Fraction of exits, a steady entry growing, that come by so many months. */
const LEFT_BY = LEAVING_HAZARD.map((hazards, years) => {
  let sum = 0;
  return hazards.map((hazard, m) =>
    m === 0 ? 0 : sum += hazard * REACHED[years]![m - 1]! * (1 + GROWTH) ** (-m / 12)
  );
});

/**
 * Months that a spell has lasted at its end: 1 or more, at most `most`. `level` is the
 * place in the distribution, from 0 to 1; `age` is in months from 15 years.
 */
export function tenureAtExit(level: number, age: number, most: number): number {
  const leftBy = LEFT_BY[Math.floor(age / 12)]!;
  const wanted = level * leftBy[most]!;
  let [below, reached] = [0, most];
  while (reached - below > 1) {
    const middle = (below + reached) >> 1;
    if (leftBy[middle]! > wanted) reached = middle;
    else below = middle;
  }
  return reached;
}

/**
 * Weights of the members of one age by the months since they entered, from 0 to `most`.
 *
 * They entered in earlier months as the number of members grew and as others left, and
 * have stayed according to the hazard of leaving. Ages are in months from 15 years.
 */
export function weightsByTenure(
  membersByAge: ArrayLike<number>,
  age: number,
  most: number,
): Float64Array {
  const before = (months: number) =>
    months > age ? 0 : membersByAge[age - months]! * (1 + GROWTH) ** (-months / 12);
  const reached = REACHED[Math.floor(age / 12)]!;
  return Float64Array.from({ length: Math.min(age, most) + 1 }, (_, months) => {
    const stayed = before(months + 1) * (1 - AVERAGE_LEAVING);
    const entries = before(months) - stayed;
    return Math.max(entries, LEAST_ENTRIES * before(months)) * reached[months]!;
  });
}
