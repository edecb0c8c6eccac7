import { monthOf } from "@jkp/month";

/** Month before which no spell begins: JHT came with Law 3/1992 on Jamsostek. */
export const FIRST_START = monthOf(1993, 1);

/** Longest tenure looked at, in months. */
export const LONGEST_TENURE = 12 * 60;

/**
 * Inclination to leave from so many months of the spell on, at ages up to 23; from 42 on
 * it is the same in all months. Only proportions matter: how many leave is known.
 *
 * Found by trial, with the ages at which it levels off and the leaving by sex in
 * `cohort_numbers.ts`, such that the shares of members with 3, 6, 12 and 24 months of
 * unbroken service print as ILO (2021), section 1.2.3, has them for both sexes, and the
 * share of claimants with 12 months as section 3.2.2.
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
 * Hazards of leaving at an age.
 *
 * @param age Age in months from 15 years.
 * @returns Hazards a month by months of the spell so far: at 1 in its first month.
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
 * Months that a spell had lasted at its end.
 *
 * @param level Where in the distribution, from 0 to 1.
 * @param age Age at the end, in months from 15 years.
 * @param most Months it can have lasted.
 * @returns Months, 1 or more.
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
 * Weights of the months that members of one age have been in.
 *
 * Members of the age came in over the months before as their numbers grew and as others
 * left, and have stayed with the hazard of leaving.
 *
 * @param membersByAge Members by month of age, from 15 years.
 * @param age Age of the members, in months from 15 years.
 * @param most Months before the present one in which they can have come in.
 * @returns Weight of those who came in so many months ago, from 0.
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
