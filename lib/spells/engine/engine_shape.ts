import { SEXES } from "@jkp/extract";
import type { PersonCounts } from "../check/person_counts.ts";
import { noSigns } from "../check/ledger_signs.ts";
import { fromUnits } from "../count/weight_units.ts";
import {
  type Copies,
  countAt,
  type EmployerLayoffs,
  monthIndex,
  Shape,
  type ShapeWindow,
} from "../shape/shape.ts";
import { ALL_STEPS, medianOf } from "../shape/wage_steps.ts";
import { type EngineRow, numbersIn } from "./engine.ts";
import { MEMBER_RULES } from "./rules_sql.ts";
import { BITS, FIRST_BEGUN, SECOND_BEGUN, SHAPE } from "./shape_sql.ts";

/** Bits after those of rules of members, in the order of `BITS`. */
const [FIRST, ONE_MONTH, TOUCHING, NEGATIVE] = BITS.keys().drop(MEMBER_RULES.length);

/** The rule of members that rows of one start month break. */
const REPEATED = MEMBER_RULES.findIndex(({ rule }) => rule === "spells_unique");

/** The shape of a table, from the rows of `shapeSql`. */
export class EngineShape extends Shape {
  /** All that could be used, those of members and rules among them, whatever the window. */
  allMembers = 0;
  /** Rows that break each rule of members. */
  readonly broken: number[] = MEMBER_RULES.map(() => 0);
  readonly signs = noSigns();
  copies: Copies = { spells: 0, copies: 0, chance: 0 };
  employers: EmployerLayoffs | undefined;
  wages = {
    spells: 0,
    medianIdr: NaN,
    farAbove: 0,
    farBelow: 0,
    frequent: new Map<number, number>(),
    largestIdr: 0,
    timesLargest: 0,
    medians: () => this.#wagesByMonth.map(medianOf),
  };
  /** Wages by step, of all months. */
  readonly wageSteps = new Uint32Array(ALL_STEPS);
  readonly #wagesByMonth: readonly Uint32Array[];
  readonly #persons: PersonCounts | undefined;

  /**
   * @param window Window, and from where contributions are known.
   * @param persons Gets persons by month, if there are control totals.
   */
  constructor(window: ShapeWindow, persons: PersonCounts | undefined) {
    super(window);
    this.#persons = persons;
    this.#wagesByMonth = Array.from(this.starts, () => new Uint32Array(ALL_STEPS));
  }

  /** Takes one row in. */
  add(row: EngineRow): void {
    const [what, a, b, n, low, high, total, copies, chance] = numbersIn(row, 9);
    const { firstMonth, lastMonth } = this;
    switch (what) {
      case SHAPE.rows:
        this.#addRows(a, n);
        if (this.#persons !== undefined) this.#persons.wageTotalIdr += total;
        break;
      case SHAPE.members:
        this.membersBySex[a]! += n;
        countAt(this.births, monthIndex(b), n);
        break;
      case SHAPE.starts:
        this.spells += n;
        countAt(this.allStarts, monthIndex(a), n);
        countAt(this.starts, a - firstMonth, n);
        this.change[Math.max(a - firstMonth, 0)]! += n;
        this.youngestStart = Math.min(this.youngestStart, low);
        this.oldestLast = Math.max(this.oldestLast, high);
        break;
      case SHAPE.ends:
        countAt(this.ends, a - firstMonth, n);
        this.change[Math.max(a - firstMonth + 1, 0)]! -= n;
        this.latestContribution = Math.max(this.latestContribution, a);
        if (a < lastMonth) this.ended += n;
        this.weightTotal += fromUnits(total);
        this.largestWeight = Math.max(this.largestWeight, high);
        break;
      case SHAPE.short:
        this.shortSpells[a]! += n;
        break;
      case SHAPE.claims:
        this.allClaims += n;
        this.claimsInLastMonth += total;
        if (a >= firstMonth && a <= lastMonth) this.claims[b - 1]![a - firstMonth]! += n;
        break;
      case SHAPE.wages:
        this.wages.spells += n;
        this.wages.largestIdr = Math.max(this.wages.largestIdr, high);
        this.wageSteps[b]! += n;
        if (a >= firstMonth) this.#wagesByMonth[a - firstMonth]![b]! += n;
        break;
      case SHAPE.contents:
        this.copies = { spells: n, copies, chance };
        break;
      case SHAPE.entries:
        this.#persons!.change(a, b, total);
        break;
      case SHAPE.exits:
        this.#persons!.change(a, b, -total);
        break;
      case SHAPE.claimed: {
        const sexes = SEXES.length;
        this.#persons!.claim(a, b % sexes, Math.floor(b / sexes), total);
      }
    }
  }

  #addRows(bits: number, n: number): void {
    const has = (bit: number) => Math.floor(bits / 2 ** bit) % 2 === 1;
    const timesOf = (bit: number) => has(bit) ? n : 0;
    this.allMembers += timesOf(FIRST!);
    this.members += timesOf(FIRST_BEGUN);
    this.returned += timesOf(SECOND_BEGUN);
    this.broken.forEach((_, rule) => this.broken[rule]! += timesOf(rule));
    const { signs } = this;
    signs.rows += n;
    signs.ofOneMonth += timesOf(ONE_MONTH!);
    signs.negative += timesOf(NEGATIVE!);
    signs.after += n - timesOf(FIRST!);
    signs.touching += timesOf(TOUCHING!);
    signs.repeated += timesOf(REPEATED);
  }
}
