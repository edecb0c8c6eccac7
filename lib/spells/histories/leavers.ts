import {
  AGE_GROUPS,
  type AgeGroup,
  END_REASONS,
  type EndReason,
  type Sex,
  SEXES,
  TERMINATION_REASONS,
} from "@jkp/extract";
import { type Month, monthRange } from "@jkp/month";
import { type AgeGrid, ageGrid, ageGroupIndex } from "../count/age_grid.ts";
import { ExactSums } from "../count/exact_sums.ts";
import { CELLS_PER_MONTH } from "../count/statistics_counts.ts";
import { endReasonCode, type SpellColumns } from "../spell_columns.ts";
import { AGES, checkWindow, type CountWindow, lastMonthInGroup } from "./age_spans.ts";
import { MonthRuns } from "./month_runs.ts";
import { firstSeenInFull } from "./seen_history.ts";
import { isMet } from "./service_months.ts";
import { checkServiceRule, type ServiceRule } from "./service_rule.ts";
import { wageLevels } from "./wage_levels.ts";
import { fromUnits, toUnits } from "../count/weight_units.ts";

/** Window, rules and reasons of a count. */
export interface LeaversOptions extends CountWindow {
  readonly rules: readonly ServiceRule[];
  /**
   * Claims that are counted; `END_REASONS` for all.
   * @default {["layoff", "resignation"]}
   */
  readonly reasons?: readonly EndReason[];
  /**
   * First month whose contributions are known: members whose rules look at earlier months
   * are not counted as leavers, for who of them met a rule is not known.
   * @default every contribution is known
   */
  readonly historyFrom?: Month | undefined;
  /**
   * Level of wages in a month, on any base. Last reported wages are taken with it to the
   * months that are compared; without it they stay as reported.
   */
  readonly wageIndex?: (month: Month) => number;
}

/** Claims of a month by sex, age group and reason. */
export interface LeaverRow {
  /** Month of the claims. */
  readonly month: Month;
  readonly sex: Sex;
  readonly ageGroup: AgeGroup;
  readonly reason: EndReason;
  readonly claims: number;
  /** Sum of the squares of the claims' weights, for standard errors. */
  readonly squaredWeights: number;
  /** How many met each rule in the last month of their spell, in the order of rules. */
  readonly meeting: readonly number[];
  /** Sum of last wages, at the level of the month of claim. */
  readonly wagesIdr: number;
}

/** Members who contributed in a month, by sex and age group. */
export interface ActiveWageRow {
  readonly month: Month;
  readonly sex: Sex;
  readonly ageGroup: AgeGroup;
  readonly members: number;
  /** Sum of their last reported wages, at the level of the month. */
  readonly wagesIdr: number;
}

/** Members who left, beside the active members of the same months. */
export interface Leavers {
  readonly rules: readonly ServiceRule[];
  /** Rows with claims, by month, sex, age group and reason. */
  readonly leavers: readonly LeaverRow[];
  /** Rows with members, by month, sex and age group. */
  readonly active: readonly ActiveWageRow[];
}

/**
 * Counts members who left with a claim: their service, their wages, and the wages of active
 * members to compare with.
 *
 * A leaver is a spell closed by a claim of one of the reasons, in the month of the claim
 * and at the age then. The service counted is that up to the spell's last month, over all
 * spells of the member. Ages below 15 and from 70 are left out, and those whose service the
 * data may not hold in full.
 *
 * Weights are counted in whole millionths and wages in whole rupiah, up to two thousand
 * million a month: the order of batches changes nothing.
 *
 * @see ILO (2021), section 1.2.3 and Tables 1.3, 1.4 and 3.2.
 *
 * @example A layoff after five months: three months of service are met, six are not
 * ```ts
 * import { LeaverCounts } from "@jkp/spells";
 * import { spellColumns } from "../spell_columns.ts";
 * import { formatMonth, monthOf } from "@jkp/month";
 * import { assertEquals } from "@std/assert";
 *
 * const counts = new LeaverCounts({
 *   firstMonth: monthOf(2019, 1),
 *   lastMonth: monthOf(2019, 12),
 *   rules: [{ months: 3, withinMonths: 3 }, { months: 6, withinMonths: 6 }],
 * });
 * counts.add(spellColumns([{
 *   member: 1,
 *   sex: "F",
 *   birthMonth: monthOf(1990, 5),
 *   startMonth: monthOf(2019, 1),
 *   lastMonth: monthOf(2019, 5),
 *   endReason: "layoff",
 *   claimMonth: monthOf(2019, 7),
 *   monthlyWageIdr: 4_000_000,
 * }]));
 * const { leavers, active } = counts.result();
 * assertEquals(leavers[0]!.meeting, [1, 0]);
 * assertEquals(formatMonth(leavers[0]!.month), "2019-07");
 * assertEquals(formatMonth(active.at(-1)!.month), "2019-05");
 * ```
 */
export class LeaverCounts {
  readonly #rules: readonly ServiceRule[];
  readonly #reasons: readonly EndReason[];
  /** Index in `#reasons` by code of the end reason; -1 for those not counted. */
  readonly #reasonOf: Int8Array;
  readonly #wageLevel: (month: Month) => number;
  readonly #grid: AgeGrid;
  readonly #claims: Float64Array;
  readonly #squares: ExactSums;
  readonly #meeting: Float64Array;
  readonly #claimWages: ExactSums;
  /** Entries less exits of active members by cell; running sums are members. */
  readonly #activeChange: Float64Array;
  /** The same for their wages, at the level of the window's last month. */
  readonly #wageChange: ExactSums;
  readonly #runs = new MonthRuns();
  /** First month of a last contribution before which all that a rule looks at is known. */
  readonly #earliestLast: Month;
  #unseen = 0;

  /**
   * @param options Window, rules and reasons.
   * @throws {RangeError} If the window is not one or a rule cannot be used.
   */
  constructor(options: LeaversOptions) {
    const { rules, reasons = TERMINATION_REASONS, wageIndex = () => 1 } = options;
    checkWindow(options);
    rules.forEach(checkServiceRule);
    this.#earliestLast = firstSeenInFull(options.historyFrom, rules);
    this.#rules = rules;
    this.#reasons = END_REASONS.filter((reason) => reasons.includes(reason));
    this.#reasonOf = new Int8Array(END_REASONS.length + 1).fill(-1);
    this.#reasons.forEach((reason, r) => this.#reasonOf[endReasonCode(reason)] = r);
    this.#wageLevel = wageLevels(wageIndex);
    this.#grid = ageGrid(options.firstMonth, options.lastMonth);
    const { size } = this.#grid;
    const cells = size * this.#reasons.length;
    this.#claims = new Float64Array(cells);
    this.#squares = new ExactSums(cells);
    this.#meeting = new Float64Array(cells * rules.length);
    this.#claimWages = new ExactSums(cells);
    this.#activeChange = new Float64Array(size);
    this.#wageChange = new ExactSums(size);
  }

  /**
   * Counts members with all their spells.
   *
   * @param spells Spells of whole members, sorted by member and start.
   * @throws {RangeError} If the wage index of a month is not a positive number.
   */
  add(spells: SpellColumns): void {
    const { member, startMonth, lastMonth } = spells;
    let seenUntil = 0;
    let firstRow = 0;
    let hasClaim = false;
    for (let row = 0; row < member.length; row++) {
      const [start, last] = [startMonth[row]!, lastMonth[row]!];
      if (row === firstRow) seenUntil = start - 1;
      if (last > seenUntil) {
        this.#addActive(spells, row, Math.max(start, seenUntil + 1), last);
        seenUntil = last;
      }
      hasClaim ||= this.#reasonOf[spells.endReason[row]!]! >= 0;
      if (row + 1 < member.length && member[row + 1] === member[row]) continue;
      if (hasClaim) this.#addClaims(spells, firstRow, row + 1);
      hasClaim = false;
      firstRow = row + 1;
    }
  }

  #addActive(spells: SpellColumns, row: number, from: Month, to: Month): void {
    const { firstMonth, lastMonth } = this.#grid;
    if (to < firstMonth || from > lastMonth) return;
    const [birth, sex] = [spells.birthMonth[row]!, spells.sex[row]!];
    const units = toUnits(spells.weight[row]!);
    const wage = this.#wageIn(lastMonth, spells, row);
    const until = Math.min(to, lastMonth, birth + AGES.last);
    for (let month = Math.max(from, firstMonth, birth + AGES.first); month <= until;) {
      const group = ageGroupIndex(birth, month);
      const end = Math.min(until, lastMonthInGroup(birth, group));
      const enters = this.#grid.cell(month, sex, group);
      const leaves = this.#grid.cell(end + 1, sex, group);
      this.#activeChange[enters]! += units;
      this.#activeChange[leaves]! -= units;
      this.#wageChange.addProduct(enters, units, wage);
      this.#wageChange.addProduct(leaves, units, -wage);
      month = end + 1;
    }
  }

  /** The last reported wage at the level of a month, in whole rupiah. */
  #wageIn(month: Month, spells: SpellColumns, row: number): number {
    const level = this.#wageLevel(month) / this.#wageLevel(spells.lastMonth[row]!);
    return Math.round(spells.monthlyWageIdr[row]! * level);
  }

  /** Counts the claims of one member. */
  #addClaims(spells: SpellColumns, firstRow: number, endRow: number): void {
    const { firstMonth, lastMonth } = this.#grid;
    const [rules, runs] = [this.#rules, this.#runs];
    runs.clear();
    for (let row = firstRow; row < endRow; row++) {
      runs.add(spells.startMonth[row]!, spells.lastMonth[row]!);
    }
    for (let row = firstRow; row < endRow; row++) {
      const reason = this.#reasonOf[spells.endReason[row]!]!;
      const month = spells.claimMonth[row]!;
      if (reason < 0 || month < firstMonth || month > lastMonth) continue;
      const group = ageGroupIndex(spells.birthMonth[row]!, month);
      if (group < 0) continue;
      const cell = this.#claimCell(month, spells.sex[row]!, group, reason);
      const weight = spells.weight[row]!;
      const units = toUnits(weight);
      if (spells.lastMonth[row]! < this.#earliestLast) {
        this.#unseen += units;
        continue;
      }
      this.#claims[cell]! += units;
      this.#squares.add(cell, toUnits(weight * weight));
      this.#claimWages.addProduct(cell, units, this.#wageIn(month, spells, row));
      for (let i = 0; i < rules.length; i++) {
        if (!isMet(rules[i]!, runs, spells.lastMonth[row]!)) continue;
        this.#meeting[cell * rules.length + i]! += units;
      }
    }
  }

  #claimCell(month: Month, sex: number, group: number, reason: number): number {
    return this.#grid.cell(month, sex, group) * this.#reasons.length + reason;
  }

  /** Claims that were not counted, for rules look at months before the history. */
  get unseenClaims(): number {
    return fromUnits(this.#unseen);
  }

  /**
   * What was counted so far.
   *
   * @returns Leavers and active members.
   */
  result(): Leavers {
    return {
      rules: this.#rules,
      leavers: this.#leaverRows(),
      active: this.#activeRows(),
    };
  }

  #leaverRows(): LeaverRow[] {
    const rules = this.#rules.length;
    return this.#cells().flatMap(({ key, sex, group }) =>
      this.#reasons.flatMap((reason, r): LeaverRow[] => {
        const cell = this.#claimCell(key.month, sex, group, r);
        if (this.#claims[cell] === 0) return [];
        const meeting = this.#meeting.subarray(cell * rules, (cell + 1) * rules);
        return [{
          ...key,
          reason,
          claims: fromUnits(this.#claims[cell]!),
          squaredWeights: fromUnits(Number(this.#squares.value(cell))),
          meeting: Array.from(meeting, fromUnits),
          wagesIdr: fromUnits(Number(this.#claimWages.value(cell))),
        }];
      })
    );
  }

  #activeRows(): ActiveWageRow[] {
    const { lastMonth } = this.#grid;
    const members = new Float64Array(CELLS_PER_MONTH);
    const wages = Array<bigint>(CELLS_PER_MONTH).fill(0n);
    return this.#cells().flatMap(({ key, sex, group }): ActiveWageRow[] => {
      const cell = this.#grid.cell(key.month, sex, group);
      const column = cell % CELLS_PER_MONTH;
      members[column]! += this.#activeChange[cell]!;
      wages[column]! += this.#wageChange.value(cell);
      if (members[column] === 0) return [];
      const level = this.#wageLevel(key.month) / this.#wageLevel(lastMonth);
      return [{
        ...key,
        members: fromUnits(members[column]!),
        wagesIdr: fromUnits(Number(wages[column]!)) * level,
      }];
    });
  }

  /** Month, sex and age group of each cell, months first. */
  #cells() {
    return monthRange(this.#grid.firstMonth, this.#grid.lastMonth).flatMap((month) =>
      SEXES.flatMap((sex, s) =>
        AGE_GROUPS.map((ageGroup, group) => ({
          key: { month, sex, ageGroup },
          sex: s,
          group,
        }))
      )
    );
  }
}
