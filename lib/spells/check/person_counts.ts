import { END_REASONS, type EndReason, type Sex, SEXES } from "@jkp/extract";
import type { Month } from "@jkp/month";
import { fromUnits, toUnits } from "../count/weight_units.ts";
import { endReasonCode, NO_REASON, type SpellColumns } from "../spell_columns.ts";

/** Persons of all ages by month: what a provider's own totals are compared with. */
export class PersonCounts {
  readonly firstMonth: Month;
  readonly lastMonth: Month;
  /** Rows of the files: who reads them sets it, for not all rows are some member's. */
  rows = 0;
  /** Members counted. */
  members = 0;
  /** Sum of the wages, in rupiah. */
  wageTotalIdr = 0;
  /** Entries less exits by month and sex. */
  readonly #change: Float64Array;
  /** Claims by month, sex and reason. */
  readonly #claims: Float64Array;

  /** Counts in a window of months. */
  constructor(firstMonth: Month, lastMonth: Month) {
    this.firstMonth = firstMonth;
    this.lastMonth = lastMonth;
    const months = lastMonth - firstMonth + 2;
    this.#change = new Float64Array(months * SEXES.length);
    this.#claims = new Float64Array(months * SEXES.length * END_REASONS.length);
  }

  /** Counts members with all their spells, sorted by member; numbers not known are none. */
  add(spells: SpellColumns): void {
    const { firstMonth, lastMonth } = this;
    const { member, sex, endReason, claimMonth } = spells;
    for (let row = 0; row < member.length; row++) {
      if (row === 0 || member[row] !== member[row - 1]) this.members++;
      const weight = toUnits(spells.weight[row]!) || 0;
      const from = Math.max(spells.startMonth[row]!, firstMonth);
      const to = Math.min(spells.lastMonth[row]!, lastMonth);
      if (from <= to) {
        this.change(from, sex[row]!, weight);
        this.change(to + 1, sex[row]!, -weight);
      }
      if (endReason[row] !== NO_REASON) {
        this.claim(claimMonth[row]!, sex[row]!, endReason[row]!, weight);
      }
      this.wageTotalIdr += Math.round(spells.monthlyWageIdr[row]!) || 0;
    }
  }

  /** Counts that some enter in a month of the window, or, below 0, are no longer there. */
  change(month: Month, sex: number, units: number): void {
    this.#change[this.#cell(month, sex)]! += units;
  }

  /** Counts claims for a reason, by its code, if the window has their month. */
  claim(month: Month, sex: number, reason: number, units: number): void {
    if (month < this.firstMonth || month > this.lastMonth) return;
    this.#claims[this.#claimCell(month, sex, reason - 1)]! += units;
  }

  /** Persons who contributed in a month of the window, of one sex or both. */
  active(month: Month, sex?: Sex): number {
    let sum = 0;
    for (const s of sexesOf(sex)) {
      for (let m = this.firstMonth; m <= month; m++) {
        sum += this.#change[this.#cell(m, s)]!;
      }
    }
    return Math.round(fromUnits(sum));
  }

  /** Claims of a month, sex and reason; of all where one is not given. */
  claims(month?: Month, sex?: Sex, reason?: EndReason): number {
    let sum = 0;
    for (let m = month ?? this.firstMonth; m <= (month ?? this.lastMonth); m++) {
      for (const s of sexesOf(sex)) {
        END_REASONS.forEach((_, r) => {
          if (reason !== undefined && endReasonCode(reason) !== r + 1) return;
          sum += this.#claims[this.#claimCell(m, s, r)]!;
        });
      }
    }
    return Math.round(fromUnits(sum));
  }

  #cell(month: Month, sex: number): number {
    return (month - this.firstMonth) * SEXES.length + sex;
  }

  #claimCell(month: Month, sex: number, reason: number): number {
    return this.#cell(month, sex) * END_REASONS.length + reason;
  }
}

function sexesOf(sex: Sex | undefined): number[] {
  return sex === undefined ? [...SEXES.keys()] : [SEXES.indexOf(sex)];
}
