import {
  AGE_GROUPS,
  SEXES,
  type StatisticsExtract,
  TERMINATION_REASONS,
} from "@jkp/extract";
import { type Month, yearOf } from "@jkp/month";
import normalQuantile from "@stdlib/normal-quantile";
import { type AgeGrid, ageGrid, ageGroupIndex } from "../build/age_grid.ts";
import { endReasonCode } from "../spell_columns.ts";
import { EvenSequence } from "./simulation_streams.ts";

/** Growth of wages a year, with which the statistics extract was made. */
export const WAGE_GROWTH = 0.075;

/** Spread of wages within a sex and age: standard deviation of the logarithm. */
const LOG_STANDARD_DEVIATION = 0.5;

/** Turns of fitting the factors; the mixture of ages is nearly diagonal. */
const TURNS = 200;

const [GROUPS, REASONS] = [AGE_GROUPS.length, TERMINATION_REASONS.length];
const REASON_CODES = TERMINATION_REASONS.map(endReasonCode);

/** A spell as far as its wage depends on it. */
export interface WageSpell {
  readonly sex: number;
  readonly birthMonth: Month;
  readonly start: Month;
  readonly last: Month;
  readonly reason: number;
  readonly claim: Month;
}

/** Factors on wages by class, so that means come out. */
export type WageFactors = ReadonlyMap<number, number>;

/**
 * Draws the last wage of spells around the means of a statistics extract.
 *
 * Spells that a counted claim closed have the mean of their claim's month, sex, age and
 * reason; others that of members of their sex and age. Single wages are log-normal, spread
 * evenly over the quantiles.
 */
export class WageDraws {
  readonly #extract: StatisticsExtract;
  readonly #claimMeans = new Map<number, number>();
  readonly #memberMeans: number[];
  readonly #sequences = new Map<number, EvenSequence>();
  readonly #start: number;

  /**
   * @param extract The statistics.
   * @param start Where the even spread begins, from 0 to 1.
   */
  constructor(extract: StatisticsExtract, start: number) {
    const { lastMonth } = extract.manifest;
    this.#extract = extract;
    this.#start = start;
    for (const { month, sex, ageGroup, reason, meanWageIdr } of extract.withdrawals) {
      const [s, g] = [SEXES.indexOf(sex), AGE_GROUPS.indexOf(ageGroup)];
      const r = TERMINATION_REASONS.indexOf(reason);
      this.#claimMeans.set(cellKey(month, s, g, r), meanWageIdr);
    }
    this.#memberMeans = new Array<number>(SEXES.length * GROUPS).fill(0);
    for (const { month, sex, ageGroup, meanWageIdr } of extract.active) {
      if (month !== lastMonth) continue;
      const [s, g] = [SEXES.indexOf(sex), AGE_GROUPS.indexOf(ageGroup)];
      this.#memberMeans[s * GROUPS + g] = meanWageIdr;
    }
  }

  /** The class of a spell: what its factor is shared with. */
  classOf(spell: WageSpell): number {
    const reason = this.#countedReason(spell);
    if (reason === -1) return -1 - (spell.sex * GROUPS + this.#groupAtEnd(spell));
    const group = ageGroupIndex(spell.birthMonth, spell.claim);
    return cellKey(yearOf(spell.claim), spell.sex, group, reason);
  }

  /** The next wage for a spell, before its class's factor, in rupiah a month. */
  next(spell: WageSpell): number {
    const key = this.classOf(spell);
    const sequence = this.#sequences.get(key) ?? new EvenSequence(this.#start);
    this.#sequences.set(key, sequence);
    const z = normalQuantile(sequence.next() || 0.5, 0, 1);
    const spread = Math.exp(
      LOG_STANDARD_DEVIATION * z - LOG_STANDARD_DEVIATION ** 2 / 2,
    );
    return this.#mean(spell) * spread;
  }

  #mean(spell: WageSpell): number {
    const reason = this.#countedReason(spell);
    if (reason !== -1) {
      const group = ageGroupIndex(spell.birthMonth, spell.claim);
      return this.#claimMeans.get(cellKey(spell.claim, spell.sex, group, reason))!;
    }
    const mean = this.#memberMeans[spell.sex * GROUPS + this.#groupAtEnd(spell)]!;
    return mean * wageLevel(spell.last - this.#extract.manifest.lastMonth);
  }

  /** Index of the reason of a claim that the statistics count; -1 of others. */
  #countedReason({ reason, claim, birthMonth }: WageSpell): number {
    const { firstMonth, lastMonth } = this.#extract.manifest;
    const isInWindow = claim >= firstMonth && claim <= lastMonth;
    return isInWindow && ageGroupIndex(birthMonth, claim) !== -1
      ? REASON_CODES.indexOf(reason)
      : -1;
  }

  #groupAtEnd({ birthMonth, last }: WageSpell): number {
    return Math.max(0, ageGroupIndex(birthMonth, last));
  }
}

/**
 * Finds the factors with which the means of all spells are those of the extract.
 *
 * For claims each year's mean is met; for members the mean of the last twelve months.
 */
export class WageFit {
  readonly #extract: StatisticsExtract;
  readonly #draws: WageDraws;
  readonly #lastYear: AgeGrid;
  /** Wages and wanted wages of claims by class. */
  readonly #claims = new Map<number, { drawn: number; wanted: number }>();
  /** Wages of members in the last year by class and cell of sex and age group. */
  readonly #members = new Map<number, Float64Array>();

  /**
   * @param extract The statistics.
   * @param draws Draws of wages, at their beginning.
   */
  constructor(extract: StatisticsExtract, draws: WageDraws) {
    const { lastMonth } = extract.manifest;
    this.#extract = extract;
    this.#draws = draws;
    this.#lastYear = ageGrid(lastMonth - 11, lastMonth);
  }

  /** Takes a spell into account. */
  add(spell: WageSpell): void {
    const { lastMonth } = this.#extract.manifest;
    const wage = this.#draws.next(spell);
    const key = this.#draws.classOf(spell);
    if (key >= 0) {
      const sums = this.#claims.get(key) ?? { drawn: 0, wanted: 0 };
      this.#claims.set(key, sums);
      sums.drawn += wage;
    }
    if (spell.last <= lastMonth - 12) return;
    const cells = this.#members.get(key) ?? new Float64Array(SEXES.length * GROUPS);
    this.#members.set(key, cells);
    this.#lastYear.eachGroup(
      spell.birthMonth,
      spell.start,
      spell.last,
      (group, from, to) => {
        for (let month = from; month <= to; month++) {
          cells[spell.sex * GROUPS + group]! += wage * LEVELS[spell.last - month]!;
        }
      },
    );
  }

  /**
   * The factors.
   *
   * @param multiple How often every person of the extract is in the register.
   */
  solve(multiple: number): WageFactors {
    const factors = new Map<number, number>();
    for (const row of this.#extract.withdrawals) {
      const [s, g] = [SEXES.indexOf(row.sex), AGE_GROUPS.indexOf(row.ageGroup)];
      const r = TERMINATION_REASONS.indexOf(row.reason);
      const sums = this.#claims.get(cellKey(yearOf(row.month), s, g, r));
      if (sums !== undefined) sums.wanted += multiple * row.claims * row.meanWageIdr;
    }
    for (const [key, { drawn, wanted }] of this.#claims) factors.set(key, wanted / drawn);
    const wanted = this.#wantedOfMembers(multiple);
    const own = [...this.#members].filter(([key]) => key < 0);
    for (const [key] of own) factors.set(key, 1);
    const given = this.#sums([...this.#members].filter(([key]) => key >= 0), factors);
    for (let turn = 0; turn < TURNS; turn++) {
      const sums = this.#sums(own, factors);
      for (const [key] of own) {
        const cell = -1 - key;
        if (!(sums[cell]! > 0)) continue;
        factors.set(
          key,
          factors.get(key)! * (wanted[cell]! - given[cell]!) / sums[cell]!,
        );
      }
    }
    return factors;
  }

  #sums(
    classes: readonly (readonly [key: number, cells: Float64Array])[],
    factors: WageFactors,
  ): Float64Array {
    const sums = new Float64Array(SEXES.length * GROUPS);
    for (const [key, cells] of classes) {
      const factor = factors.get(key)!;
      cells.forEach((wages, cell) => sums[cell]! += factor * wages);
    }
    return sums;
  }

  /** Wages of the last twelve months by sex and age group. */
  #wantedOfMembers(multiple: number): Float64Array {
    const { lastMonth } = this.#extract.manifest;
    const wanted = new Float64Array(SEXES.length * GROUPS);
    for (const { month, sex, ageGroup, members, meanWageIdr } of this.#extract.active) {
      if (month <= lastMonth - 12) continue;
      const cell = SEXES.indexOf(sex) * GROUPS + AGE_GROUPS.indexOf(ageGroup);
      wanted[cell]! += multiple * members * meanWageIdr;
    }
    return wanted;
  }
}

/** Level of wages so many months later, beside 1. */
function wageLevel(months: number): number {
  return (1 + WAGE_GROWTH) ** (months / 12);
}

/** Level of wages so many months earlier, beside 1. */
const LEVELS = Array.from({ length: 12 }, (_, months) => wageLevel(-months));

function cellKey(time: number, sex: number, group: number, reason: number): number {
  return ((time * SEXES.length + sex) * GROUPS + group) * REASONS + reason;
}
