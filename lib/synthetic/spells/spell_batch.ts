import type { Month } from "@jkp/month";
import { endReasonCode, type SpellColumns } from "@jkp/spells";
import { CARRIED_FOR, type CarriedDraws } from "./carried_draws.ts";
import { type Histories, NONE } from "./histories.ts";
import { isShortContract } from "./short_contracts.ts";

/** Rows of a batch, at most. */
const MOST_ROWS = 800_000;

/** Rows that one member can have, at most. */
const MOST_SPELLS = 1000;

const LAYOFF = endReasonCode("layoff");

/** What the spells of a cohort have in common, and their wages. */
export interface CohortSpells {
  readonly histories: Histories;
  readonly sex: number;
  readonly birthMonth: Month;
  /** Whole rupiah, by spell. */
  readonly wages: Float64Array;
}

/** Gathers the spells of members in columns until a batch is full. */
export class SpellBatch {
  readonly #carried: CarriedDraws;
  readonly #weight: number;
  #rows = 0;
  #columns: ReturnType<typeof emptyColumns>;
  #codes: Uint8Array[];

  constructor(carried: CarriedDraws, weight: number) {
    this.#carried = carried;
    this.#weight = weight;
    this.#columns = emptyColumns();
    this.#codes = carried.codes(MOST_ROWS);
  }

  /** Whether the batch should be taken before the next member. */
  get isFull(): boolean {
    return this.#rows > MOST_ROWS - MOST_SPELLS;
  }

  /** Adds a member under a number; `place` is the member's place in the register. */
  add(number: number, place: number, cohort: CohortSpells, member: number): void {
    const { histories, wages } = cohort;
    const columns = this.#columns;
    let row = this.#rows;
    let [isLaidOff, hasShortContracts] = [false, false];
    let spell = histories.firstSpell[member]!;
    while (spell !== NONE) {
      const next = histories.nextSpell[spell]!;
      const reason = histories.reason[spell]!;
      isLaidOff ||= reason === LAYOFF;
      hasShortContracts ||= next !== NONE && isShortContract(
        histories.last[spell]! - histories.start[spell]! + 1,
        histories.start[next]! - histories.last[spell]! - 1,
      );
      columns.member[row] = number;
      columns.sex[row] = cohort.sex;
      columns.birthMonth[row] = cohort.birthMonth;
      columns.startMonth[row] = histories.start[spell]!;
      columns.lastMonth[row] = histories.last[spell]!;
      columns.endReason[row] = reason;
      columns.claimMonth[row] = histories.claimMonth[spell]!;
      columns.monthlyWageIdr[row] = wages[spell]!;
      row++;
      spell = next;
    }
    const carriedFor = hasShortContracts
      ? CARRIED_FOR.shortContracts
      : isLaidOff
      ? CARRIED_FOR.laidOff
      : CARRIED_FOR.all;
    this.#carried.draw(place, carriedFor, this.#codes, this.#rows, row);
    this.#rows = row;
  }

  /** Gives out what was gathered, and begins anew. */
  take(): SpellColumns {
    const [columns, codes, rows] = [this.#columns, this.#codes, this.#rows];
    this.#columns = emptyColumns();
    this.#codes = this.#carried.codes(MOST_ROWS);
    this.#rows = 0;
    return {
      member: columns.member.subarray(0, rows),
      sex: columns.sex.subarray(0, rows),
      birthMonth: columns.birthMonth.subarray(0, rows),
      startMonth: columns.startMonth.subarray(0, rows),
      lastMonth: columns.lastMonth.subarray(0, rows),
      endReason: columns.endReason.subarray(0, rows),
      claimMonth: columns.claimMonth.subarray(0, rows),
      monthlyWageIdr: columns.monthlyWageIdr.subarray(0, rows),
      weight: new Float64Array(rows).fill(this.#weight),
      carried: this.#carried.columns(codes, rows),
    };
  }

  /** Whether nothing was gathered. */
  get isEmpty(): boolean {
    return this.#rows === 0;
  }
}

function emptyColumns() {
  return {
    member: new Uint32Array(MOST_ROWS),
    sex: new Uint8Array(MOST_ROWS),
    birthMonth: new Int16Array(MOST_ROWS),
    startMonth: new Int16Array(MOST_ROWS),
    lastMonth: new Int16Array(MOST_ROWS),
    endReason: new Uint8Array(MOST_ROWS),
    claimMonth: new Int16Array(MOST_ROWS),
    monthlyWageIdr: new Float64Array(MOST_ROWS),
  };
}
