import type { SpellManifest, StatisticsExtract } from "@jkp/extract";
import { randomFraction } from "@jkp/numeric";
import { checkNumber } from "@jkp/problem";
import { statisticsManifest } from "../folder/statistics_manifest.ts";
import type { SpellColumns } from "../spell_columns.ts";
import { ageGroupIndex } from "./age_grid.ts";
import type { ExactSums } from "./exact_sums.ts";
import type { PaidMonths } from "./paid_wages.ts";
import { withSeenService } from "./seen_service.ts";
import { StatisticsCounts } from "./statistics_counts.ts";
import { type CellSums, runningSums, statisticsOfSums } from "./to_statistics.ts";

/** Blocks enough that a variance among them is known to a fourteenth. */
const BLOCKS = 400;

/** Fixes which member is of which block, whatever is drawn. */
const BLOCK_SEED = 18;

/**
 * Counts a register in blocks of members, so that statistics can be made of it with some
 * blocks counted more often than others: a bootstrap of members, whose spells, claims and
 * service stay together.
 *
 * A hash of a member's id decides on the block, so that neighbours in a file are not in one.
 * Wages of members are those that `buildStatistics` takes: of a ledger, those of the payments
 * for each month.
 *
 * @example The statistics of a register with each block counted once are its own
 * ```ts
 * import { StatisticsBlocks } from "@jkp/spells";
 * import { openRegister, readSpells } from "@jkp/spells/read";
 * import { exampleFolder } from "../example_folder.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const folder = await openRegister(await exampleFolder());
 * const blocks = new StatisticsBlocks(folder.manifest);
 * await readSpells(folder, [blocks]);
 * const { withdrawals } = blocks.extract();
 * assertEquals(withdrawals.reduce((sum, { claims }) => sum + claims, 0), 1);
 * ```
 */
export class StatisticsBlocks {
  readonly #manifest: SpellManifest;
  readonly #counts: readonly StatisticsCounts[];
  /** Of a ledger, members with a payment for the month and their wages: block by block. */
  #paid: PaidSums | undefined;
  #sums: readonly SparseSums[] | undefined;

  /**
   * @param manifest What the spells say of themselves; its months are counted.
   * @param blocks How many blocks.
   */
  constructor(manifest: SpellManifest, blocks: number = BLOCKS) {
    checkNumber(
      "count in blocks",
      "a whole number of blocks from 1 on",
      blocks,
      (value) => Number.isSafeInteger(value) && value >= 1,
    );
    this.#manifest = manifest;
    this.#counts = Array.from({ length: blocks }, () => new StatisticsCounts(manifest));
  }

  /** How many blocks there are. */
  get blocks(): number {
    return this.#counts.length;
  }

  /**
   * Takes some members in.
   *
   * @param spells Spells of whole members, sorted by member and start, none overlapping.
   */
  add(spells: SpellColumns): void {
    this.#sums = undefined;
    const { member, memberHash = member } = spells;
    const blocks = this.#counts.length;
    const rows: number[][] = Array.from({ length: blocks }, () => []);
    for (let row = 0; row < member.length; row++) {
      rows[blockOf(memberHash[row]!, blocks)]!.push(row);
    }
    rows.forEach((own, block) => {
      if (own.length > 0) this.#counts[block]!.add(rowsOfSpells(spells, own));
    });
  }

  /**
   * Takes in what some members of a ledger paid for.
   *
   * @param paid A row a member and month.
   */
  addPaid({ memberHash, month, sex, birthMonth, wageIdr }: PaidMonths): void {
    this.#sums = undefined;
    const { grid } = this.#counts[0]!;
    const sums = this.#paid ??= {
      members: new Float64Array(this.blocks * grid.size),
      wagesIdr: new Float64Array(this.blocks * grid.size),
    };
    for (let row = 0; row < month.length; row++) {
      const group = ageGroupIndex(birthMonth[row]!, month[row]!);
      if (group < 0 || month[row]! < grid.firstMonth || month[row]! > grid.lastMonth) {
        continue;
      }
      const cell = blockOf(memberHash[row]!, this.blocks) * grid.size +
        grid.cell(month[row]!, sex[row]!, group);
      sums.members[cell]!++;
      sums.wagesIdr[cell]! += wageIdr[row]!;
    }
  }

  /**
   * The statistics with each block counted so many times, a whole number or not.
   *
   * @param times How often, a number of 0 or more for each block; once each if left out.
   * @returns The statistics, without numbers of records.
   * @throws {RangeError} If there are not as many numbers as blocks.
   */
  extract(times?: ArrayLike<number>): StatisticsExtract {
    const weights = times ?? new Float64Array(this.blocks).fill(1);
    if (weights.length !== this.blocks) {
      throw new RangeError(
        `Cannot count in blocks: ${this.blocks} numbers are wanted, got ${weights.length}`,
      );
    }
    this.#sums ??= this.#counts.map((counts, block) =>
      sparseSums(counts, this.#paidIn(block))
    );
    return withSeenService(statisticsOfSums(
      sumsFrom(this.#sums, weights, this.#counts[0]!),
      statisticsManifest(this.#manifest, "Blocks of members, each counted several times"),
      this.#manifest.wageGrowthPerYear,
    ));
  }

  /** What was paid for in a block; nothing where there are no payments. */
  #paidIn(block: number): PaidSums {
    const { size } = this.#counts[0]!.grid;
    const { members, wagesIdr } = this.#paid ?? NOTHING_PAID;
    const [from, to] = [block * size, (block + 1) * size];
    return { members: members.subarray(from, to), wagesIdr: wagesIdr.subarray(from, to) };
  }
}

/** Members with a payment for the month, and their wages, cell by cell. */
interface PaidSums {
  readonly members: Float64Array;
  readonly wagesIdr: Float64Array;
}

const NOTHING_PAID: PaidSums = {
  members: new Float64Array(),
  wagesIdr: new Float64Array(),
};

/** The block of a member, by the hash of the id, or by the number where there is no id. */
function blockOf(member: number, blocks: number): number {
  return Math.floor(randomFraction(BLOCK_SEED, member) * blocks);
}

/** Some rows of spells. */
function rowsOfSpells(spells: SpellColumns, rows: readonly number[]): SpellColumns {
  const of = <Column extends Uint8Array | Int16Array | Uint32Array | Float64Array>(
    column: Column,
  ) => {
    const taken = new (column.constructor as new (length: number) => Column)(rows.length);
    rows.forEach((row, i) => taken[i] = column[row]!);
    return taken;
  };
  return {
    member: of(spells.member),
    sex: of(spells.sex),
    birthMonth: of(spells.birthMonth),
    startMonth: of(spells.startMonth),
    lastMonth: of(spells.lastMonth),
    endReason: of(spells.endReason),
    claimMonth: of(spells.claimMonth),
    monthlyWageIdr: of(spells.monthlyWageIdr),
    weight: of(spells.weight),
    carried: {}, // the statistics have none
  };
}

/** All sums of a block that are not 0: where they stand in a row of all, and what they are. */
interface SparseSums {
  readonly places: Uint32Array;
  readonly values: Float64Array;
}

/** The sums of counts, one array after another; {@link sumsFrom} takes them apart. */
function sparseSums(counts: StatisticsCounts, paid: PaidSums): SparseSums {
  const { size } = counts.grid;
  const numbers = (sums: ExactSums) =>
    Float64Array.from({ length: size }, (_, cell) => sums.number(cell));
  const arrays = [
    runningSums(counts.activeChange),
    runningSums(numbers(counts.wageChange)),
    ...counts.serviceChange.map(runningSums),
    ...counts.claims,
    ...counts.claimWages.map(numbers),
    counts.inactive,
    paid.members,
    paid.wagesIdr,
  ];
  const [places, values]: [number[], number[]] = [[], []];
  let start = 0;
  for (const array of arrays) {
    for (let i = 0; i < array.length; i++) {
      if (array[i] === 0) continue;
      places.push(start + i);
      values.push(array[i]!);
    }
    start += array.length;
  }
  return { places: Uint32Array.from(places), values: Float64Array.from(values) };
}

/** Sums of blocks, each so many times. */
function sumsFrom(
  blocks: readonly SparseSums[],
  times: ArrayLike<number>,
  { grid, serviceChange, claims, inactive }: StatisticsCounts,
): CellSums {
  const { size } = grid;
  const arrays = 4 + serviceChange.length + 2 * claims.length;
  const all = new Float64Array(arrays * size + inactive.length);
  blocks.forEach(({ places, values }, block) => {
    const weight = times[block]!;
    for (let i = 0; i < places.length; i++) all[places[i]!]! += weight * values[i]!;
  });
  let taken = 0;
  const next = (length = size) => all.subarray(taken, taken += length);
  const sums = {
    grid,
    members: next(),
    wages: next(),
    service: serviceChange.map(() => next()),
    claims: claims.map(() => next()),
    claimWages: claims.map(() => next()),
    inactive: next(inactive.length),
  };
  const [paid, paidWages] = [next(), next()];
  return { ...sums, paidMeans: paid.map((members, cell) => paidWages[cell]! / members) };
}
