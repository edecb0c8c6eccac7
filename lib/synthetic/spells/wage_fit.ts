import { AGE_GROUPS, SEXES, type StatisticsExtract } from "@jkp/extract";
import type { Histories } from "./histories.ts";
import { isForTermination } from "./wage_draws.ts";
import { AGES_PER_GROUP, type SynthesisWindow, YOUNGEST } from "./window.ts";

const GROUPS = AGE_GROUPS.length;

/** Months at the end of the window over which the members' mean wages are met. */
const FITTED_MONTHS = 12;

/**
 * Finds factors for the wages of members without a claim for layoff or resignation, so
 * that all wages together give the members' mean wages of the last year.
 *
 * A spell counts in every month with its last wage, indexed back. It is in the age group
 * of its last month or, earlier in the year, in the one below: the equations are
 * triangular.
 */
export class WageFit {
  /** Wages by the group they count in: that of the spell's last month. */
  readonly #own = new Float64Array(SEXES.length * GROUPS);
  /** Wages by the group they count in: one below that of the spell's last month. */
  readonly #older = new Float64Array(SEXES.length * GROUPS);
  /** Wages of claimants by the group they count in. */
  readonly #ofClaimants = new Float64Array(SEXES.length * GROUPS);
  readonly #window: SynthesisWindow;
  readonly #level: Float64Array;
  /** Levels summed from the first exit's month to the one before each. */
  readonly #levelSum: Float64Array;

  /** `level` is the wage level of each month from the first exit on. */
  constructor(window: SynthesisWindow, level: Float64Array) {
    this.#window = window;
    this.#level = level;
    this.#levelSum = new Float64Array(level.length + 1);
    level.forEach((value, i) => this.#levelSum[i + 1] = this.#levelSum[i]! + value);
  }

  /** Counts the spells of a cohort with their wages as drawn. */
  add(histories: Histories, drawn: Float64Array, cohort: number): void {
    const { births, firstBirth, firstExit, firstMonth, lastMonth } = this.#window;
    const sex = Math.floor(cohort / births);
    const youngest = firstBirth + cohort % births + YOUNGEST;
    const from = Math.max(firstMonth, lastMonth - FITTED_MONTHS + 1);
    const { spells, start, last, reason } = histories;
    for (let spell = 0; spell < spells; spell++) {
      const end = last[spell]!;
      if (end < from) continue;
      const begin = Math.max(from, start[spell]!);
      const group = Math.floor((end - youngest) / AGES_PER_GROUP);
      const birthday = Math.max(begin, youngest + group * AGES_PER_GROUP);
      const wage = drawn[spell]! / this.#level[end - firstExit]!;
      const own = wage * this.#levels(birthday, end);
      const younger = wage * this.#levels(begin, birthday - 1);
      const place = sex * GROUPS + group;
      if (isForTermination(reason[spell]!)) {
        this.#ofClaimants[place]! += own;
        if (younger > 0) this.#ofClaimants[place - 1]! += younger;
      } else {
        this.#own[place]! += own;
        if (younger > 0) this.#older[place - 1]! += younger;
      }
    }
  }

  #levels(from: number, to: number): number {
    const { firstExit } = this.#window;
    return this.#levelSum[to + 1 - firstExit]! - this.#levelSum[from - firstExit]!;
  }

  /** Factors by sex and age group of the last month that meet the wages of an extract. */
  factors(extract: StatisticsExtract): Float64Array {
    const factors = new Float64Array(SEXES.length * GROUPS).fill(1);
    const wanted = new Float64Array(factors.length);
    for (const { month, sex, ageGroup, members, meanWageIdr } of extract.active) {
      if (month <= this.#window.lastMonth - FITTED_MONTHS) continue;
      const place = SEXES.indexOf(sex) * GROUPS + AGE_GROUPS.indexOf(ageGroup);
      wanted[place]! += members * meanWageIdr;
    }
    for (let place = factors.length - 1; place >= 0; place--) {
      const isOldest = place % GROUPS === GROUPS - 1;
      const older = isOldest ? 0 : this.#older[place]! * factors[place + 1]!;
      const missing = wanted[place]! - this.#ofClaimants[place]! - older;
      if (this.#own[place]! > 0 && missing > 0) {
        factors[place] = missing / this.#own[place]!;
      }
    }
    return factors;
  }
}
