import {
  AGE_GROUPS,
  SEXES,
  type StatisticsExtract,
  TERMINATION_REASONS,
} from "@jkp/extract";
import { monotoneCubic } from "@jkp/numeric";
import { evenStride, GOLDEN } from "./even_numbers.ts";
import type { Histories } from "./histories.ts";
import { meanFactor, WAGE_STEPS, wageFactors } from "./wage_factors.ts";
import { AGES, AGES_PER_GROUP, type SynthesisWindow, YOUNGEST } from "./window.ts";

/** Growth of wages a year by which a last wage is taken back to earlier months. */
export const WAGE_GROWTH_PER_YEAR = 0.075;

/**
 * Standard deviation of the logarithm of wages within a sex and age, by `SEXES`.
 *
 * Computed from the means before and after the ceiling in ILO (2021), Table 3.2 (0.94 and
 * 0.88 of the insured, 0.77 and 0.65 of claimants), less the part that lies between ages.
 */
const SPREAD = { members: [0.91, 0.86], claimants: [0.75, 0.645] } as const;

const REASONS = TERMINATION_REASONS.length;
const GROUPS = AGE_GROUPS.length;
const [FIRST_CODE, LAST_CODE] = [1, TERMINATION_REASONS.length];

/** Claims of one month, sex, age group and reason: what their wages still lack. */
interface ClaimCells {
  readonly claims: Int32Array;
  /** Mean wage over the mean of the factors, in rupiah. */
  readonly scale: Float64Array;
  readonly place: Int32Array;
  readonly stride: Int32Array;
  /** Rupiah that rounding has taken so far. */
  readonly carry: Float64Array;
}

/**
 * Draws last wages.
 *
 * Claims for layoff and resignation: in each month, sex, age group and reason the wages
 * lie evenly over a lognormal distribution whose mean is the extract's. Other spells:
 * evenly over one whose mean is that of the extract's last twelve months at their age;
 * `WageFit` then finds a factor by age group.
 */
export class WageDraws {
  /** Wage level of each month from the first exit on; 1 in the last month. */
  readonly level: Float64Array;
  /** What `draw` found, by spell. */
  drawn = new Float64Array(1024);
  readonly #window: SynthesisWindow;
  readonly #claims: ClaimCells;
  readonly #claimFactors = SPREAD.claimants.map(wageFactors);
  readonly #memberFactors = SPREAD.members.map(wageFactors);
  /** Mean wage at the last month's level, by sex and month of age. */
  readonly #profile: readonly Float64Array[];
  /** Where those without such a claim are in the distribution, by sex and age group. */
  readonly #even: Float64Array;

  /** `start`, from 0 to 1, says where in the distributions to begin. */
  constructor(extract: StatisticsExtract, window: SynthesisWindow, start: number) {
    this.#window = window;
    this.level = Float64Array.from(
      { length: window.lastMonth - window.firstExit + 1 },
      (_, i) =>
        (1 + WAGE_GROWTH_PER_YEAR) ** ((window.firstExit + i - window.lastMonth) / 12),
    );
    this.#claims = claimCells(extract, window, this.#claimFactors, start);
    this.#profile = memberProfile(extract, window);
    this.#even = new Float64Array(SEXES.length * GROUPS).fill(start);
  }

  /**
   * Draws the wages of a cohort, in the order of their numbers, by spell. Claims for
   * layoff and resignation get the wage in whole rupiah, others a wage to be multiplied
   * by the factor of the age group in its last month.
   */
  draw(histories: Histories, cohort: number): Float64Array {
    const { births, firstBirth, firstExit, firstMonth } = this.#window;
    const sex = Math.floor(cohort / births);
    const youngest = firstBirth + cohort % births + YOUNGEST;
    const { spells, last, reason, claimMonth } = histories;
    if (spells > this.drawn.length) this.drawn = new Float64Array(2 * spells);
    const { drawn } = this;
    const profile = this.#profile[sex]!;
    const [claimFactors, memberFactors] = [
      this.#claimFactors[sex]!,
      this.#memberFactors[sex]!,
    ];
    for (let spell = 0; spell < spells; spell++) {
      const code = reason[spell]!;
      if (isForTermination(code)) {
        const group = Math.floor((claimMonth[spell]! - youngest) / AGES_PER_GROUP);
        const month = claimMonth[spell]! - firstMonth;
        const cell = ((month * SEXES.length + sex) * GROUPS + group) * REASONS + code - 1;
        drawn[spell] = this.#claimWage(cell, claimFactors);
      } else {
        const age = last[spell]! - youngest;
        const stratum = sex * GROUPS + Math.floor(age / AGES_PER_GROUP);
        let even = this.#even[stratum]! + GOLDEN;
        if (even >= 1) even -= 1;
        this.#even[stratum] = even;
        drawn[spell] = profile[age]! * this.level[last[spell]! - firstExit]! *
          memberFactors[Math.floor(even * WAGE_STEPS)]!;
      }
    }
    return drawn;
  }

  /**
   * Last wages in whole rupiah, by spell of the cohort drawn last: wages as drawn times
   * the factors by sex and age group of the last month.
   */
  finish(histories: Histories, cohort: number, factors: Float64Array): Float64Array {
    const { births, firstBirth } = this.#window;
    const sex = Math.floor(cohort / births);
    const youngest = firstBirth + cohort % births + YOUNGEST;
    const { drawn } = this;
    for (let spell = 0; spell < histories.spells; spell++) {
      if (isForTermination(histories.reason[spell]!)) continue;
      const group = Math.floor((histories.last[spell]! - youngest) / AGES_PER_GROUP);
      drawn[spell] = Math.round(drawn[spell]! * factors[sex * GROUPS + group]!);
    }
    return drawn;
  }

  #claimWage(cell: number, factors: Float64Array): number {
    const { claims, scale, place, stride, carry } = this.#claims;
    const count = claims[cell]!;
    const next = place[cell]! + stride[cell]!;
    place[cell] = next >= count ? next - count : next;
    const step = Math.floor(((place[cell]! + 0.5) * WAGE_STEPS) / count);
    const wanted = scale[cell]! * factors[step]! + carry[cell]!;
    const wage = Math.round(wanted);
    carry[cell] = wanted - wage;
    return wage;
  }
}

/** Whether a code of an end means a claim for layoff or resignation. */
export function isForTermination(endReason: number): boolean {
  return endReason >= FIRST_CODE && endReason <= LAST_CODE;
}

function claimCells(
  extract: StatisticsExtract,
  window: SynthesisWindow,
  factors: readonly Float64Array[],
  start: number,
): ClaimCells {
  const length = window.months * SEXES.length * GROUPS * REASONS;
  const cells = {
    claims: new Int32Array(length),
    scale: new Float64Array(length),
    place: new Int32Array(length),
    stride: new Int32Array(length),
    carry: new Float64Array(length),
  };
  for (const row of extract.withdrawals) {
    if (row.claims === 0) continue;
    const sex = SEXES.indexOf(row.sex);
    const group = (row.month - window.firstMonth) * SEXES.length * GROUPS + sex * GROUPS +
      AGE_GROUPS.indexOf(row.ageGroup);
    const cell = group * REASONS + TERMINATION_REASONS.indexOf(row.reason);
    cells.claims[cell] = row.claims;
    cells.scale[cell] = row.meanWageIdr / meanFactor(factors[sex]!, row.claims);
    cells.place[cell] = Math.floor(start * row.claims);
    cells.stride[cell] = evenStride(row.claims);
  }
  return cells;
}

/** Mean wages of the last twelve months at the last one's level, smooth over ages. */
function memberProfile(
  extract: StatisticsExtract,
  window: SynthesisWindow,
): Float64Array[] {
  return SEXES.map((sex) => {
    const points = AGE_GROUPS.flatMap((ageGroup, group) => {
      let [wages, persons] = [0, 0];
      for (const row of extract.active) {
        if (row.sex !== sex || row.ageGroup !== ageGroup) continue;
        const before = window.lastMonth - row.month;
        if (before >= 12) continue;
        wages += row.members * row.meanWageIdr;
        persons += row.members * (1 + WAGE_GROWTH_PER_YEAR) ** (-before / 12);
      }
      const age = (group + 0.5) * AGES_PER_GROUP;
      return persons === 0 ? [] : [{ age, wage: wages / persons }];
    });
    const [first] = points;
    const mean = points.length < 2
      ? () => first?.wage ?? 0
      : monotoneCubic(points.map(({ age }) => age), points.map(({ wage }) => wage));
    return Float64Array.from({ length: AGES }, (_, age) => mean(age + 0.5));
  });
}
