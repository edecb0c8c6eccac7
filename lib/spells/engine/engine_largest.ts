import { type LargestContributions, TERMINATION_REASONS } from "@jkp/extract";
import { type AgeGrid, ageGrid } from "../count/age_grid.ts";
import { largestContributions, TwoLargest } from "../count/largest_wage_counts.ts";
import type { CountOptions } from "../count/statistics_counts.ts";
import { type EngineRow, numbersIn } from "./engine.ts";

/** Puts the rows of `largestSql` into cells. */
export class EngineLargest {
  readonly #window: CountOptions;
  readonly #grid: AgeGrid;
  readonly #active: TwoLargest;
  readonly #claims: readonly TwoLargest[];

  /** @param window First and last month, and wage index. */
  constructor(window: CountOptions) {
    this.#window = window;
    this.#grid = ageGrid(window.firstMonth, window.lastMonth);
    this.#active = new TwoLargest(this.#grid.size);
    this.#claims = TERMINATION_REASONS.map(() => new TwoLargest(this.#grid.size));
  }

  /** Takes one row in. */
  add(row: EngineRow): void {
    const [part, month, sex, age, largest, second] = numbersIn(row, 6);
    const cells = part === 0 ? this.#active : this.#claims[part - 1]!;
    const cell = this.#grid.cell(month, sex, age);
    cells.add(cell, largest);
    cells.add(cell, second);
  }

  /** The largest contributions, in the order of the rows of the statistics. */
  result(): LargestContributions {
    return largestContributions(this.#window, this.#active, this.#claims);
  }
}
