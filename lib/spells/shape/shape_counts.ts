import { END_REASONS, SEXES, type SpellManifest } from "@jkp/extract";
import { type Month, monthOf } from "@jkp/month";
import { FURTHER_LABELS } from "../decode/carried_labels.ts";
import type { RegisterPart } from "../register/spell_register.ts";
import { NO_MONTH, NO_REASON } from "../spell_columns.ts";
import { CopyCounts } from "./copy_counts.ts";
import { EMPLOYER_NAMES } from "./shape_limits.ts";
import { WageCounts } from "./wage_counts.ts";

const LAYOFF = END_REASONS.indexOf("layoff");

/** Months of birth that are counted. */
const FIRST_BIRTH = monthOf(1900, 1);
const BIRTH_MONTHS = 12 * 201;

/** Labels that a carried column can have, the one for all further ones included. */
const LABELS = FURTHER_LABELS + 1;

/** Months up to which spells are short. */
const SHORT_MONTHS = 6;

/** Layoffs of a month by employer. */
export interface EmployerLayoffs {
  readonly name: string;
  readonly labels: readonly string[];
  /** By month of the window and code of the label. */
  readonly layoffs: Map<number, number>;
}

/**
 * What an extract looks like as a whole: members, starts, ends and claims by month, and how
 * often single values stand. Rows are counted, unweighted; rows with errors are not.
 */
export class ShapeCounts {
  readonly firstMonth: Month;
  readonly lastMonth: Month;
  /** First month whose contributions the extract holds, where its manifest says so. */
  readonly historyFrom: Month | undefined;
  spells = 0;
  members = 0;
  /** Members with more than one spell. */
  returned = 0;
  readonly membersBySex = new Uint32Array(SEXES.length);
  /** Members by month of birth, from 1900. */
  readonly births = new Uint32Array(BIRTH_MONTHS);
  /** Spells by start month, whenever; by month since 1900. */
  readonly allStarts = new Uint32Array(BIRTH_MONTHS);
  /** Spells that started in each month of the window. */
  readonly starts: Uint32Array;
  /** Spells whose last contribution is in each month of the window. */
  readonly ends: Uint32Array;
  /** Claims in each month of the window, for each reason. */
  readonly claims: readonly Uint32Array[];
  /** All claims, and those in the month of the last contribution. */
  allClaims = 0;
  claimsInLastMonth = 0;
  latestContribution: Month = 0;
  /** Spells that ended before the last month of the window. */
  ended = 0;
  /** Those of them that began in the window, by their months, up to six. */
  readonly shortSpells = new Uint32Array(SHORT_MONTHS + 1);
  /** Months of age: the youngest at a start, the oldest at a last contribution. */
  youngestStart = Infinity;
  oldestLast = 0;
  readonly wages: WageCounts;
  readonly copies: CopyCounts;
  weightTotal = 0;
  largestWeight = 0;
  /** The carried column that holds employers, if there is one. */
  employers: EmployerLayoffs | undefined;
  readonly #change: Int32Array;

  /**
   * @param manifest Window, and from where contributions are known.
   * @param spells How many there are, about.
   */
  constructor(
    { firstMonth, lastMonth, historyFrom }: Pick<
      SpellManifest,
      "firstMonth" | "lastMonth" | "historyFrom"
    >,
    spells: number,
  ) {
    this.copies = new CopyCounts(spells);
    this.wages = new WageCounts(firstMonth, lastMonth);
    this.firstMonth = firstMonth;
    this.lastMonth = lastMonth;
    this.historyFrom = historyFrom;
    const months = lastMonth - firstMonth + 1;
    this.#change = new Int32Array(months + 1);
    this.starts = new Uint32Array(months);
    this.ends = new Uint32Array(months);
    this.claims = END_REASONS.map(() => new Uint32Array(months));
  }

  /** Spells that run in each month of the window: its members. */
  active(): number[] {
    let sum = 0;
    return Array.from(this.starts, (_, month) => sum += this.#change[month]!);
  }

  /** Takes in members with all their spells, sorted by member. */
  add(part: RegisterPart): void {
    const { firstMonth, lastMonth, starts, ends, allStarts, shortSpells } = this;
    const { member, sex, birthMonth, startMonth, lastMonth: last, weight } = part;
    const employers = this.#employersOf(part);
    let hasReturned = false;
    for (let row = 0; row < member.length; row++) {
      const isNew = row === 0 || member[row] !== member[row - 1];
      if (isNew) {
        hasReturned = false;
        this.members++;
        this.membersBySex[sex[row]!]!++;
        count(this.births, birthMonth[row]! - FIRST_BIRTH);
      } else if (!hasReturned) {
        hasReturned = true;
        this.returned++;
      }
      if (part.hasError[row] === 1) continue;
      this.spells++;
      const [from, to] = [startMonth[row]!, last[row]!];
      count(allStarts, from - FIRST_BIRTH);
      count(starts, from - firstMonth);
      count(ends, to - firstMonth);
      if (to > this.latestContribution) this.latestContribution = to;
      if (to < lastMonth) {
        this.ended++;
        if (from >= firstMonth) count(shortSpells, to - from + 1);
      }
      const birth = birthMonth[row]!;
      if (from - birth < this.youngestStart) this.youngestStart = from - birth;
      if (to - birth > this.oldestLast) this.oldestLast = to - birth;
      if (from <= lastMonth && to >= firstMonth) {
        this.#change[Math.max(from - firstMonth, 0)]!++;
        this.#change[Math.min(to, lastMonth) - firstMonth + 1]!--;
      }
      this.weightTotal += weight[row]!;
      if (weight[row]! > this.largestWeight) this.largestWeight = weight[row]!;
      const [claim, reason] = [part.claimMonth[row]!, part.endReason[row]!];
      if (claim === NO_MONTH || reason === NO_REASON) continue;
      this.allClaims++;
      if (claim === to) this.claimsInLastMonth++;
      const month = claim - firstMonth;
      if (month < 0 || claim > lastMonth) continue;
      this.claims[reason - 1]![month]!++;
      if (employers === undefined || reason - 1 !== LAYOFF) continue;
      const key = month * LABELS + employers.codes[row]!;
      employers.layoffs.set(key, (employers.layoffs.get(key) ?? 0) + 1);
    }
    this.wages.add(part);
    this.copies.add(part);
  }

  #employersOf({ carried }: RegisterPart) {
    const name = Object.keys(carried).find((name) => EMPLOYER_NAMES.test(name));
    if (name === undefined) return undefined;
    const { labels, codes } = carried[name]!;
    this.employers ??= { name, labels, layoffs: new Map() };
    return { codes, layoffs: this.employers.layoffs };
  }
}

/** Adds one at an index that may lie outside. */
function count(counts: Uint32Array, index: number): void {
  if (index >= 0 && index < counts.length) counts[index]!++;
}

/** The month that an index of `births` and `allStarts` stands for. */
export function monthCounted(index: number): Month {
  return FIRST_BIRTH + index;
}

/** Month of the window and label that a key of layoffs by employer stands for. */
export function layoffKey(key: number): { month: number; label: number } {
  return { month: Math.floor(key / LABELS), label: key % LABELS };
}
