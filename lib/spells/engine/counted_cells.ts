import { SERVICE_MONTHS } from "@jkp/extract";
import { ageGrid } from "../count/age_grid.ts";
import { emptyCells, type GrowingCells } from "../count/growing_cells.ts";
import type { CountOptions } from "../count/statistics_counts.ts";
import type { CountedCells } from "../count/to_statistics.ts";
import { toUnits } from "../count/weight_units.ts";
import { COUNTED, ROWS } from "./counts_sql.ts";
import { type EngineRow, numbersIn } from "./engine.ts";

/** What an engine counted: persons, and rows as one person each. */
export interface EngineCounts {
  readonly persons: CountedCells;
  readonly records: CountedCells;
  /** Rows that were counted, those that have not begun by the window's end among them. */
  readonly rows: number;
  /** Whether rows that have begun have other weights than 1. */
  readonly isWeighted: boolean;
}

/** Puts the rows of `countsSql` into cells. */
export class EngineCells implements EngineCounts {
  readonly persons: GrowingCells;
  readonly records: GrowingCells;
  rows = 0;
  isWeighted = false;

  /** @param window First and last month. */
  constructor(window: CountOptions) {
    const grid = ageGrid(window.firstMonth, window.lastMonth);
    this.persons = emptyCells(grid);
    this.records = emptyCells(grid);
  }

  /** Takes one row in. */
  add(row: EngineRow): void {
    const [what, part, month, sex, age, units, records] = numbersIn(row, 7);
    if (what === COUNTED.rows) {
      this.rows += records;
      this.isWeighted ||= part === ROWS.weighted;
      return;
    }
    const wages = BigInt(String(row[7]));
    const { grid } = this.persons;
    const each = [[this.persons, units], [this.records, toUnits(records)]] as const;
    for (const [cells, value] of each) {
      if (what === COUNTED.inactive) cells.inactive[month]! += value;
      if (what === COUNTED.claim) {
        cells.claims[part]![grid.cell(month, sex, age)]! += value;
      }
      if (what === COUNTED.stay) {
        const changes = part === 0
          ? cells.activeChange
          : cells.serviceChange[SERVICE_POINTS.indexOf(part)]!;
        changes[grid.cell(month, sex, age)]! += value;
      }
    }
    if (what === COUNTED.inactive || (what === COUNTED.stay && part > 0)) return;
    const sums = what === COUNTED.claim
      ? this.persons.claimWages[part]!
      : this.persons.wageChange;
    sums.add(grid.cell(month, sex, age), wages);
  }
}

const SERVICE_POINTS: readonly number[] = SERVICE_MONTHS;
