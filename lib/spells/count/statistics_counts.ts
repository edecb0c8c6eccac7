import { AGE_GROUPS, SERVICE_MONTHS, SEXES, TERMINATION_REASONS } from "@jkp/extract";
import type { Month } from "@jkp/month";
import { endReasonCode, type SpellColumns } from "../spell_columns.ts";
import { type AgeGrid, ageGrid, ageGroupIndex } from "./age_grid.ts";
import { ExactSums } from "./exact_sums.ts";
import { INACTIVE_MONTHS, monthsInStock } from "./months_in_stock.ts";
import { toUnits } from "./weight_units.ts";

/** Window and wage index of a count. */
export interface CountOptions {
  readonly firstMonth: Month;
  readonly lastMonth: Month;
  /** Growth a year by which a last wage is taken back to earlier months, a fraction. */
  readonly wageGrowthPerYear: number;
}

/** Codes of the reasons that the statistics split, in their order. */
const REASON_CODES = TERMINATION_REASONS.map(endReasonCode);

/**
 * Counts spells into the cells of the statistics extract.
 *
 * It counts entries into and exits from each cell of month, sex and age group. Members of
 * each month are the running sums (difference arrays), so a spell of many years costs no
 * more than one of a month. Counts are whole numbers: the order of rows and their split
 * over files change nothing.
 * @see ILO (2021), section 1.2.3, for what is counted.
 */
export class StatisticsCounts {
  readonly grid: AgeGrid;
  /** Entries less exits of members by cell; running sums over months are members. */
  readonly activeChange: Float64Array;
  /** The same for the members' wages, at the level of the last month. */
  readonly wageChange: ExactSums;
  /** The same for members with at least so many unbroken months before the month. */
  readonly serviceChange: readonly Float64Array[];
  /** Claims by cell, for each reason. */
  readonly claims: readonly Float64Array[];
  /** Wages of the claimants, for each reason. */
  readonly claimWages: readonly ExactSums[];
  /** Former contributors by completed months since their last contribution. */
  readonly inactive = new Float64Array(INACTIVE_MONTHS);
  readonly #options: CountOptions;
  readonly #wageIndex: Float64Array;

  /** @param options Window and wage index. */
  constructor(options: CountOptions) {
    const { firstMonth, lastMonth, wageGrowthPerYear } = options;
    this.#options = options;
    this.grid = ageGrid(firstMonth, lastMonth);
    const { size } = this.grid;
    this.activeChange = new Float64Array(size);
    this.wageChange = new ExactSums(size);
    this.serviceChange = SERVICE_MONTHS.map(() => new Float64Array(size));
    this.claims = TERMINATION_REASONS.map(() => new Float64Array(size));
    this.claimWages = TERMINATION_REASONS.map(() => new ExactSums(size));
    this.#wageIndex = Float64Array.from(
      { length: lastMonth - firstMonth + 1 },
      (_, month) => (1 + wageGrowthPerYear) ** ((lastMonth - firstMonth - month) / 12),
    );
  }

  /** The counts so far, without the wages, to count on from. */
  copyOfCounts(): StatisticsCounts {
    const copy = new StatisticsCounts(this.#options);
    copy.activeChange.set(this.activeChange);
    this.serviceChange.forEach((change, point) => copy.serviceChange[point]!.set(change));
    this.claims.forEach((claims, reason) => copy.claims[reason]!.set(claims));
    copy.inactive.set(this.inactive);
    return copy;
  }

  /** Counts whole members: spells sorted by member and start, none overlapping. */
  add(spells: SpellColumns): void {
    const { member, startMonth, lastMonth } = spells;
    let runStart = 0;
    for (let row = 0; row < member.length; row++) {
      const isAdjoining = row > 0 && member[row] === member[row - 1] &&
        startMonth[row] === lastMonth[row - 1]! + 1;
      if (!isAdjoining) runStart = startMonth[row]!;
      const weight = toUnits(spells.weight[row]!);
      this.#addActive(spells, row, runStart, weight);
      this.#addClaim(spells, row, weight);
      const elapsed = monthsInStock(spells, row, this.#options.lastMonth);
      if (elapsed !== undefined) this.inactive[elapsed]! += weight;
    }
  }

  #addActive(spells: SpellColumns, row: number, runStart: Month, weight: number): void {
    const { grid, activeChange, wageChange, serviceChange } = this;
    const [sex, birth] = [spells.sex[row]!, spells.birthMonth[row]!];
    const [start, last] = [spells.startMonth[row]!, spells.lastMonth[row]!];
    const wage = this.#wageAtEnd(spells.monthlyWageIdr[row]!, last);
    grid.eachGroup(birth, start, last, (group, from, to) => {
      const [enters, leaves] = [
        grid.cell(from, sex, group),
        grid.cell(to + 1, sex, group),
      ];
      activeChange[enters]! += weight;
      activeChange[leaves]! -= weight;
      wageChange.addProduct(enters, weight, wage);
      wageChange.addProduct(leaves, weight, -wage);
      for (let point = 0; point < SERVICE_MONTHS.length; point++) {
        const reached = Math.max(from, runStart + SERVICE_MONTHS[point]!);
        if (reached > to) continue;
        serviceChange[point]![grid.cell(reached, sex, group)]! += weight;
        serviceChange[point]![leaves]! -= weight;
      }
    });
  }

  /** A last reported wage at the level of the window's last month, in whole rupiah. */
  #wageAtEnd(wageIdr: number, last: Month): number {
    const month = Math.max(0, last - this.#options.firstMonth);
    return Math.round(wageIdr * this.#wageIndex[month]!);
  }

  #addClaim(spells: SpellColumns, row: number, weight: number): void {
    const month = spells.claimMonth[row]!;
    const reason = REASON_CODES.indexOf(spells.endReason[row]!);
    const { firstMonth, lastMonth } = this.#options;
    if (reason === -1 || month < firstMonth || month > lastMonth) return;
    const group = ageGroupIndex(spells.birthMonth[row]!, month);
    if (group === -1) return;
    const cell = this.grid.cell(month, spells.sex[row]!, group);
    this.claims[reason]![cell]! += weight;
    const wage = Math.round(spells.monthlyWageIdr[row]!);
    this.claimWages[reason]!.addProduct(cell, weight, wage);
  }
}

/** Number of cells in a month. */
export const CELLS_PER_MONTH = SEXES.length * AGE_GROUPS.length;
