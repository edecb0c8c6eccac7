import { END_REASONS } from "@jkp/extract";
import { FURTHER_LABELS } from "../decode/carried_labels.ts";
import type { RegisterPart } from "../register/spell_register.ts";
import { NO_MONTH, NO_REASON } from "../spell_columns.ts";
import { CopyCounts } from "./copy_counts.ts";
import {
  type Copies,
  countAt,
  type EmployerLayoffs,
  monthIndex,
  Shape,
  type ShapeWindow,
} from "./shape.ts";
import { EMPLOYER_NAMES } from "./shape_limits.ts";
import { WageCounts } from "./wage_counts.ts";

const LAYOFF = END_REASONS.indexOf("layoff");

/** Labels that a carried column can have, the one for all further ones included. */
const LABELS = FURTHER_LABELS + 1;

/** The shape of spells that are read part by part. */
export class ShapeCounts extends Shape {
  readonly wages: WageCounts;
  readonly #copies: CopyCounts;
  #employers: (EmployerLayoffs & { readonly layoffs: Map<number, number> }) | undefined;

  /**
   * @param window Window, and from where contributions are known.
   * @param spells How many there are, about.
   */
  constructor(window: ShapeWindow, spells: number) {
    super(window);
    this.#copies = new CopyCounts(spells);
    this.wages = new WageCounts(window.firstMonth, window.lastMonth);
  }

  get copies(): Copies {
    return this.#copies.result();
  }

  get employers(): EmployerLayoffs | undefined {
    return this.#employers;
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
        countAt(this.births, monthIndex(birthMonth[row]!));
      } else if (!hasReturned) {
        hasReturned = true;
        this.returned++;
      }
      if (part.hasError[row] === 1) continue;
      this.spells++;
      const [from, to] = [startMonth[row]!, last[row]!];
      countAt(allStarts, monthIndex(from));
      countAt(starts, from - firstMonth);
      countAt(ends, to - firstMonth);
      if (to > this.latestContribution) this.latestContribution = to;
      if (to < lastMonth) {
        this.ended++;
        if (from >= firstMonth) countAt(shortSpells, to - from + 1);
      }
      const birth = birthMonth[row]!;
      if (from - birth < this.youngestStart) this.youngestStart = from - birth;
      if (to - birth > this.oldestLast) this.oldestLast = to - birth;
      if (from <= lastMonth && to >= firstMonth) {
        this.change[Math.max(from - firstMonth, 0)]!++;
        this.change[Math.min(to, lastMonth) - firstMonth + 1]!--;
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
      const key = layoffAt(month, employers.codes[row]!);
      employers.layoffs.set(key, (employers.layoffs.get(key) ?? 0) + 1);
    }
    this.wages.add(part);
    this.#copies.add(part);
  }

  #employersOf({ carried }: RegisterPart) {
    const name = Object.keys(carried).find((name) => EMPLOYER_NAMES.test(name));
    if (name === undefined) return undefined;
    const { labels, codes } = carried[name]!;
    this.#employers ??= { name, labels, layoffs: new Map() };
    return { codes, layoffs: this.#employers.layoffs };
  }
}

/** Month of the window and label that a key of layoffs by employer stands for. */
export function layoffKey(key: number): { month: number; label: number } {
  return { month: Math.floor(key / LABELS), label: key % LABELS };
}

/** The key under which layoffs of a month of the window by a label are counted. */
export function layoffAt(month: number, label: number): number {
  return month * LABELS + label;
}
