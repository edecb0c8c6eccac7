import type { SpellManifest, StatisticsExtract } from "@jkp/extract";
import { randomFraction } from "@jkp/numeric";
import { checkNumber } from "@jkp/problem";
import { statisticsManifest } from "../folder/statistics_manifest.ts";
import type { SpellColumns } from "../spell_columns.ts";
import type { ExactSums } from "./exact_sums.ts";
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
 * A member's number decides on the block, by a hash, so that neighbours in a file are not
 * in one. Wages are those of spells, of a ledger too: its last ones.
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
    const { member } = spells;
    const blocks = this.#counts.length;
    const rows: number[][] = Array.from({ length: blocks }, () => []);
    for (let row = 0; row < member.length; row++) {
      rows[Math.floor(randomFraction(BLOCK_SEED, member[row]!) * blocks)]!.push(row);
    }
    rows.forEach((own, block) => {
      if (own.length > 0) this.#counts[block]!.add(rowsOfSpells(spells, own));
    });
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
    this.#sums ??= this.#counts.map(sparseSums);
    return withSeenService(statisticsOfSums(
      sumsFrom(this.#sums, weights, this.#counts[0]!),
      statisticsManifest(this.#manifest, "Blocks of members, each counted several times"),
      this.#manifest.wageGrowthPerYear,
    ));
  }
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
function sparseSums(counts: StatisticsCounts): SparseSums {
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
  const arrays = 2 + serviceChange.length + 2 * claims.length;
  const all = new Float64Array(arrays * size + inactive.length);
  blocks.forEach(({ places, values }, block) => {
    const weight = times[block]!;
    for (let i = 0; i < places.length; i++) all[places[i]!]! += weight * values[i]!;
  });
  let taken = 0;
  const next = (length = size) => all.subarray(taken, taken += length);
  return {
    grid,
    members: next(),
    wages: next(),
    service: serviceChange.map(() => next()),
    claims: claims.map(() => next()),
    claimWages: claims.map(() => next()),
    inactive: next(inactive.length),
  };
}
