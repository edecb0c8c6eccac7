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

  /** Counts members with all their spells, sorted by member. */
  add(spells: SpellColumns): void {
    const { firstMonth, lastMonth } = this;
    const { member, sex, endReason, claimMonth } = spells;
    for (let row = 0; row < member.length; row++) {
      if (row === 0 || member[row] !== member[row - 1]) this.members++;
      const weight = toUnits(spells.weight[row]!);
      const from = Math.max(spells.startMonth[row]!, firstMonth);
      const to = Math.min(spells.lastMonth[row]!, lastMonth);
      if (from <= to) {
        this.#change[this.#cell(from, sex[row]!)]! += weight;
        this.#change[this.#cell(to + 1, sex[row]!)]! -= weight;
      }
      const claim = claimMonth[row]!;
      if (endReason[row] !== NO_REASON && claim >= firstMonth && claim <= lastMonth) {
        this.#claims[this.#claimCell(claim, sex[row]!, endReason[row]! - 1)]! += weight;
      }
      this.wageTotalIdr += Math.round(spells.monthlyWageIdr[row]!);
    }
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
