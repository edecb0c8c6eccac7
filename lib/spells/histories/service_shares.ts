import { AGE_GROUPS, type AgeGroup, type Sex, SEXES } from "@jkp/extract";
import { type Month, monthRange } from "@jkp/month";
import { type AgeGrid, ageGrid, ageGroupIndex } from "../count/age_grid.ts";
import { CELLS_PER_MONTH } from "../count/statistics_counts.ts";
import type { SpellColumns } from "../spell_columns.ts";
import { AGES, checkWindow, type CountWindow, lastMonthInGroup } from "./age_spans.ts";
import { MonthRuns } from "./month_runs.ts";
import { ServiceMonths } from "./service_months.ts";
import { checkServiceRule, isContinuous, type ServiceRule } from "./service_rule.ts";
import { fromUnits, toUnits } from "../count/weight_units.ts";

/** Window and rules of a count. */
export interface ServiceSharesOptions extends CountWindow {
  readonly rules: readonly ServiceRule[];
}

/** Active members of a month, sex and age group, and how many of them meet a rule. */
export interface ServiceShareRow {
  readonly month: Month;
  readonly sex: Sex;
  readonly ageGroup: AgeGroup;
  readonly rule: ServiceRule;
  /** Members who contributed in the month. */
  readonly members: number;
  /** How many of them met the rule in the month, it included. */
  readonly meeting: number;
  /** Fraction of the members who met it; 0 without members. */
  readonly share: number;
}

/**
 * Counts active members who meet service rules, by month, sex and age group.
 *
 * A member is active in a month that lies in a spell, and then counts once, at the age of
 * the month; ages below 15 and from 70 are left out. Service of the month itself counts.
 * What lies before the first contribution in the data is taken as no service.
 *
 * A rule of continuous service needs no look at the member's earlier history: a run has
 * lasted at least k months from k - 1 months after its first month to its end. For other
 * rules, the months that meet the rule are found from all runs of a member. Either way
 * only entries and exits are written; members are their running sums over months.
 *
 * Counts are whole millionths of members: the order of batches changes nothing.
 *
 * @see ILO (2021), section 1.2.3, for 3, 6, 12 and 24 continuous months.
 *
 * @example Twelve months in a row, and twelve of 24
 * ```ts
 * import { ServiceShares } from "@jkp/spells";
 * import { spellColumns } from "../spell_columns.ts";
 * import { monthOf } from "@jkp/month";
 * import { assertEquals } from "@std/assert";
 *
 * const month = monthOf(2019, 12);
 * const shares = new ServiceShares({
 *   firstMonth: month,
 *   lastMonth: month,
 *   rules: [{ months: 12, withinMonths: 12 }, { months: 12, withinMonths: 24 }],
 * });
 * const one = { member: 1, sex: "F", birthMonth: monthOf(1990, 5) } as const;
 * shares.add(spellColumns([
 *   { ...one, startMonth: month - 20, lastMonth: month - 12, monthlyWageIdr: 4e6 },
 *   { ...one, startMonth: month - 5, lastMonth: month, monthlyWageIdr: 4e6 },
 * ]));
 * const rows = shares.result().filter(({ members }) => members > 0);
 * assertEquals(rows.map(({ meeting }) => meeting), [0, 1]);
 * ```
 */
export class ServiceShares {
  readonly #rules: readonly ServiceRule[];
  readonly #grid: AgeGrid;
  /** Entries less exits by cell: of active members, then of those meeting each rule. */
  readonly #change: Float64Array;
  /** Numbers in a cell of `#change`. */
  readonly #measures: number;
  /** Lengths of service wanted by the continuous rules, and where these are counted. */
  readonly #lengths: readonly number[];
  readonly #lengthMeasures: readonly number[];
  /** The other rules, and where they are counted. */
  readonly #others: readonly { readonly rule: ServiceMonths; readonly measure: number }[];
  readonly #runs = new MonthRuns();

  /**
   * @param options Window and rules.
   * @throws {RangeError} If the window is not one or a rule cannot be used.
   */
  constructor(options: ServiceSharesOptions) {
    const { rules } = options;
    checkWindow(options);
    rules.forEach(checkServiceRule);
    this.#rules = rules;
    this.#grid = ageGrid(options.firstMonth, options.lastMonth);
    this.#measures = 1 + rules.length;
    this.#change = new Float64Array(this.#grid.size * this.#measures);
    const made = rules.map((rule, i) => ({
      isContinuous: isContinuous(rule),
      months: rule.months,
      rule: new ServiceMonths(rule),
      measure: 1 + i,
    }));
    const continuous = made.filter(({ isContinuous }) => isContinuous);
    this.#lengths = continuous.map(({ months }) => months);
    this.#lengthMeasures = continuous.map(({ measure }) => measure);
    this.#others = made.filter(({ isContinuous }) => !isContinuous);
  }

  /**
   * Counts members with all their spells.
   *
   * @param spells Spells of whole members, sorted by member and start.
   */
  add(spells: SpellColumns): void {
    const { member, startMonth, lastMonth } = spells;
    const rows = member.length;
    const hasOthers = this.#others.length > 0;
    let [runFirst, seenUntil] = [0, 0];
    let firstRow = 0;
    for (let row = 0; row < rows; row++) {
      const [start, last] = [startMonth[row]!, lastMonth[row]!];
      if (row === firstRow) seenUntil = start - 2;
      if (start > seenUntil + 1) runFirst = start;
      if (last > seenUntil) {
        this.#addActive(spells, row, Math.max(start, seenUntil + 1), last, runFirst);
        seenUntil = last;
      }
      if (row + 1 < rows && member[row + 1] === member[row]) continue;
      if (hasOthers) this.#addOthers(spells, firstRow, row + 1);
      firstRow = row + 1;
    }
  }

  /** Adds months of activity, and those of them with each length of service. */
  #addActive(
    spells: SpellColumns,
    row: number,
    from: Month,
    to: Month,
    runFirst: Month,
  ): void {
    const { firstMonth, lastMonth } = this.#grid;
    if (to < firstMonth || from > lastMonth) return;
    const [grid, change, measures] = [this.#grid, this.#change, this.#measures];
    const lengths = this.#lengths;
    const [birth, sex] = [spells.birthMonth[row]!, spells.sex[row]!];
    const units = toUnits(spells.weight[row]!);
    const until = Math.min(to, lastMonth, birth + AGES.last);
    for (let month = Math.max(from, firstMonth, birth + AGES.first); month <= until;) {
      const group = ageGroupIndex(birth, month);
      const end = Math.min(until, lastMonthInGroup(birth, group));
      const leaves = grid.cell(end + 1, sex, group) * measures;
      change[grid.cell(month, sex, group) * measures]! += units;
      change[leaves]! -= units;
      for (let i = 0; i < lengths.length; i++) {
        const reached = Math.max(month, runFirst + lengths[i]! - 1);
        if (reached > end) continue;
        const measure = this.#lengthMeasures[i]!;
        change[grid.cell(reached, sex, group) * measures + measure]! += units;
        change[leaves + measure]! -= units;
      }
      month = end + 1;
    }
  }

  /** Adds the active months of one member in which the other rules are met. */
  #addOthers(spells: SpellColumns, firstRow: number, endRow: number): void {
    const { startMonth, lastMonth } = spells;
    const runs = this.#runs;
    runs.clear();
    for (let row = firstRow; row < endRow; row++) {
      runs.add(startMonth[row]!, lastMonth[row]!);
    }
    const isInWindow = runs.last[runs.length - 1]! >= this.#grid.firstMonth &&
      runs.first[0]! <= this.#grid.lastMonth;
    if (!isInWindow) return;
    for (const { rule, measure } of this.#others) {
      const met = rule.of(runs);
      let seenUntil = -Infinity;
      let i = 0;
      for (let row = firstRow; row < endRow; row++) {
        const last = lastMonth[row]!;
        const from = Math.max(startMonth[row]!, seenUntil + 1);
        while (i < met.length && met.last[i]! < from) i++;
        for (let j = i; j < met.length && met.first[j]! <= last; j++) {
          const first = Math.max(from, met.first[j]!);
          this.#addMonths(measure, spells, row, first, Math.min(last, met.last[j]!));
        }
        seenUntil = Math.max(seenUntil, last);
      }
    }
  }

  #addMonths(
    measure: number,
    spells: SpellColumns,
    row: number,
    from: Month,
    to: Month,
  ): void {
    const { firstMonth, lastMonth } = this.#grid;
    const [grid, change, measures] = [this.#grid, this.#change, this.#measures];
    const [birth, sex] = [spells.birthMonth[row]!, spells.sex[row]!];
    const units = toUnits(spells.weight[row]!);
    const until = Math.min(to, lastMonth, birth + AGES.last);
    for (let month = Math.max(from, firstMonth, birth + AGES.first); month <= until;) {
      const group = ageGroupIndex(birth, month);
      const end = Math.min(until, lastMonthInGroup(birth, group));
      change[grid.cell(month, sex, group) * measures + measure]! += units;
      change[grid.cell(end + 1, sex, group) * measures + measure]! -= units;
      month = end + 1;
    }
  }

  /**
   * What was counted so far.
   *
   * @returns A row for each month, sex, age group and rule, in this order.
   */
  result(): ServiceShareRow[] {
    const { firstMonth, lastMonth } = this.#grid;
    const [sums, measures] = [this.#change.slice(), this.#measures];
    const monthStep = CELLS_PER_MONTH * measures;
    for (let i = monthStep; i < sums.length; i++) sums[i]! += sums[i - monthStep]!;
    return monthRange(firstMonth, lastMonth).flatMap((month) =>
      SEXES.flatMap((sex, s) =>
        AGE_GROUPS.flatMap((ageGroup, group) => {
          const at = this.#grid.cell(month, s, group) * measures;
          const members = sums[at]!;
          return this.#rules.map((rule, i): ServiceShareRow => {
            const meeting = sums[at + 1 + i]!;
            return {
              month,
              sex,
              ageGroup,
              rule,
              members: fromUnits(members),
              meeting: fromUnits(meeting),
              share: members === 0 ? 0 : meeting / members,
            };
          });
        })
      )
    );
  }
}
