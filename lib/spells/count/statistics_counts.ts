import { AGE_GROUPS, SERVICE_MONTHS, SEXES, TERMINATION_REASONS } from "@jkp/extract";
import type { Month } from "@jkp/month";
import { endReasonCode, type SpellColumns } from "../spell_columns.ts";
import { type AgeGrid, ageGrid, ageGroupIndex } from "./age_grid.ts";
import { ExactSums } from "./exact_sums.ts";
import { emptyCells, type GrowingCells, WholeSums } from "./growing_cells.ts";
import { INACTIVE_MONTHS, monthsInStock } from "./months_in_stock.ts";
import { toUnits } from "./weight_units.ts";

/** Window and wage index of a count. */
export interface CountOptions {
  readonly firstMonth: Month;
  readonly lastMonth: Month;
  /** Growth a year by which a last wage is taken back to earlier months, a fraction. */
  readonly wageGrowthPerYear: number;
  /**
   * Whether rows are counted as one each, too, from the first on that has another weight
   * than 1.
   * @default {false}
   */
  readonly countsRecords?: boolean;
}

/** Codes of the reasons that the statistics split, in their order. */
const REASON_CODES = TERMINATION_REASONS.map(endReasonCode);

/** What a row weighs as a record. */
const ONE = toUnits(1);

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
  /** Of a ledger, members with a payment for the month by cell, and their wages in rupiah. */
  readonly paid: Float64Array;
  readonly paidWages = new WholeSums();
  /** Entries less exits of members with at least so many unbroken months before the month. */
  readonly serviceChange: readonly Float64Array[];
  /** Claims by cell, for each reason. */
  readonly claims: readonly Float64Array[];
  /** Wages of the claimants, for each reason. */
  readonly claimWages: readonly ExactSums[];
  /** Former contributors by completed months since their last contribution. */
  readonly inactive = new Float64Array(INACTIVE_MONTHS);
  /**
   * The same of rows as one each, without wages; `undefined` as long as all rows weigh 1.
   * Disclosure control looks at records: a row that stands for a thousand members is one.
   */
  #records: GrowingCells | undefined;
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
    this.paid = new Float64Array(size);
    this.serviceChange = SERVICE_MONTHS.map(() => new Float64Array(size));
    this.claims = TERMINATION_REASONS.map(() => new Float64Array(size));
    this.claimWages = TERMINATION_REASONS.map(() => new ExactSums(size));
    this.#wageIndex = Float64Array.from(
      { length: lastMonth - firstMonth + 1 },
      (_, month) => (1 + wageGrowthPerYear) ** ((lastMonth - firstMonth - month) / 12),
    );
  }

  /** The counts of rows, if these are asked for and some had other weights than 1. */
  get records(): GrowingCells | undefined {
    return this.#records;
  }

  /** Counts whole members: spells sorted by member and start, none overlapping. */
  add(spells: SpellColumns): void {
    const { member, startMonth, lastMonth } = spells;
    const isFirstWeighted = this.#options.countsRecords && this.#records === undefined &&
      spells.weight.some((weight) => weight !== 1);
    if (isFirstWeighted) this.#records = this.#recordsSoFar();
    let runStart = 0;
    for (let row = 0; row < member.length; row++) {
      const isAdjoining = row > 0 && member[row] === member[row - 1] &&
        startMonth[row] === lastMonth[row - 1]! + 1;
      if (!isAdjoining) runStart = startMonth[row]!;
      const weight = toUnits(spells.weight[row]!);
      this.#addActive(spells, row, runStart, weight);
      this.#addClaim(spells, row, weight);
      const elapsed = monthsInStock(spells, row, this.#options.lastMonth);
      if (elapsed === undefined) continue;
      this.inactive[elapsed]! += weight;
      if (this.#records !== undefined) this.#records.inactive[elapsed]! += ONE;
    }
  }

  /** What was counted while all rows weighed 1. */
  #recordsSoFar(): GrowingCells {
    const records = emptyCells(this.grid);
    records.activeChange.set(this.activeChange);
    records.inactive.set(this.inactive);
    this.serviceChange.forEach((all, at) => records.serviceChange[at]!.set(all));
    this.claims.forEach((all, at) => records.claims[at]!.set(all));
    return records;
  }

  #addActive(spells: SpellColumns, row: number, runStart: Month, weight: number): void {
    const { grid, activeChange, wageChange, serviceChange } = this;
    const records = this.#records;
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
      if (records !== undefined) {
        records.activeChange[enters]! += ONE;
        records.activeChange[leaves]! -= ONE;
      }
      for (let point = 0; point < SERVICE_MONTHS.length; point++) {
        const reached = Math.max(from, runStart + SERVICE_MONTHS[point]!);
        if (reached > to) continue;
        const begins = grid.cell(reached, sex, group);
        serviceChange[point]![begins]! += weight;
        serviceChange[point]![leaves]! -= weight;
        if (records === undefined) continue;
        records.serviceChange[point]![begins]! += ONE;
        records.serviceChange[point]![leaves]! -= ONE;
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
    if (this.#records !== undefined) this.#records.claims[reason]![cell]! += ONE;
    const wage = Math.round(spells.monthlyWageIdr[row]!);
    this.claimWages[reason]!.addProduct(cell, weight, wage);
  }
}

/** Number of cells in a month. */
export const CELLS_PER_MONTH = SEXES.length * AGE_GROUPS.length;
