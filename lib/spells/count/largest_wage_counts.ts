import { type LargestContributions, TERMINATION_REASONS } from "@jkp/extract";
import { monthRange } from "@jkp/month";
import { endReasonCode, type SpellColumns } from "../spell_columns.ts";
import { type AgeGrid, ageGrid, ageGroupIndex } from "./age_grid.ts";
import { CELLS_PER_MONTH, type CountOptions } from "./statistics_counts.ts";

const REASON_CODES = TERMINATION_REASONS.map(endReasonCode);

/** The two largest numbers seen in each of many cells. */
export class TwoLargest {
  readonly #largest: Float64Array;
  readonly #second: Float64Array;

  /** @param cells How many cells there are. */
  constructor(cells: number) {
    this.#largest = new Float64Array(cells);
    this.#second = new Float64Array(cells);
  }

  /** Takes a number in. */
  add(cell: number, value: number): void {
    if (value <= this.#second[cell]!) return;
    if (value <= this.#largest[cell]!) {
      this.#second[cell] = value;
      return;
    }
    this.#second[cell] = this.#largest[cell]!;
    this.#largest[cell] = value;
  }

  /** Those of a cell, times a level. */
  of(cell: number, level = 1) {
    return { largest: this.#largest[cell]! * level, second: this.#second[cell]! * level };
  }
}

/**
 * Finds the two records that contribute most to the wages of each cell of a statistics
 * extract: what a dominance rule asks for. It counts as the statistics do, but month by
 * month, for a maximum has no difference array; so it takes longer.
 */
export class LargestWageCounts {
  readonly #options: CountOptions;
  readonly #grid: AgeGrid;
  readonly #active: TwoLargest;
  readonly #claims: readonly TwoLargest[];

  /** @param options Window and wage index. */
  constructor(options: CountOptions) {
    const { firstMonth, lastMonth } = options;
    this.#options = options;
    this.#grid = ageGrid(firstMonth, lastMonth);
    this.#active = new TwoLargest(this.#grid.size);
    this.#claims = TERMINATION_REASONS.map(() => new TwoLargest(this.#grid.size));
  }

  /** Takes members in; spells in any order, none of a member overlapping. */
  add(spells: SpellColumns): void {
    const { firstMonth, lastMonth } = this.#options;
    for (let row = 0; row < spells.member.length; row++) {
      const [sex, birth] = [spells.sex[row]!, spells.birthMonth[row]!];
      const wages = spells.weight[row]! * spells.monthlyWageIdr[row]!;
      const last = spells.lastMonth[row]!;
      const atEnd = wages * this.#growthTo(last);
      this.#grid.eachGroup(birth, spells.startMonth[row]!, last, (group, from, to) => {
        const end = this.#grid.cell(to, sex, group);
        let cell = this.#grid.cell(from, sex, group);
        for (; cell <= end; cell += CELLS_PER_MONTH) this.#active.add(cell, atEnd);
      });
      const reason = REASON_CODES.indexOf(spells.endReason[row]!);
      const claim = spells.claimMonth[row]!;
      if (reason === -1 || claim < firstMonth || claim > lastMonth) continue;
      const group = ageGroupIndex(birth, claim);
      if (group >= 0) {
        this.#claims[reason]!.add(this.#grid.cell(claim, sex, group), wages);
      }
    }
  }

  /** Growth of wages from a month, or the window's first, to the window's last. */
  #growthTo(month: number): number {
    const { firstMonth, lastMonth, wageGrowthPerYear } = this.#options;
    return (1 + wageGrowthPerYear) ** ((lastMonth - Math.max(firstMonth, month)) / 12);
  }

  /** The largest contributions, in the order of the rows of the statistics. */
  result(): LargestContributions {
    return largestContributions(this.#options, this.#active, this.#claims);
  }
}

/**
 * The largest contributions, in the order of the rows of the statistics; those of members
 * at the level of the window's last month, by cell, and those of claims for each reason.
 */
export function largestContributions(
  { firstMonth, lastMonth, wageGrowthPerYear }: CountOptions,
  active: TwoLargest,
  claims: readonly TwoLargest[],
): LargestContributions {
  const cells = monthRange(firstMonth, lastMonth).flatMap((month) =>
    Array.from({ length: CELLS_PER_MONTH }, (_, i) => ({
      cell: (month - firstMonth) * CELLS_PER_MONTH + i,
      level: (1 + wageGrowthPerYear) ** ((month - lastMonth) / 12),
    }))
  );
  return {
    active: cells.map(({ cell, level }) => active.of(cell, level)),
    withdrawals: cells.flatMap(({ cell }) => claims.map((largest) => largest.of(cell))),
  };
}
