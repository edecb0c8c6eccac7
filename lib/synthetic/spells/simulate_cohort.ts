import type { Month } from "@jkp/month";
import { NO_MONTH, NO_REASON } from "@jkp/spells";
import type { CohortNumbers } from "./cohort_numbers.ts";
import { EvenNumbers } from "./even_numbers.ts";
import { ExitOrder } from "./exit_order.ts";
import { FIRST_CONTRACT, LATER_CONTRACT, NO_CONTRACT } from "./exit_pool.ts";
import { type ExitList, ExitPlan } from "./exits.ts";
import { Histories, NONE } from "./histories.ts";
import type { Inactivity } from "./inactivity.ts";
import { longer } from "./longer.ts";
import { OpenSpells } from "./open_spells.ts";
import {
  contractEnding,
  isShortContract,
  LONGEST_CONTRACT,
  SHORTEST_CONTRACT,
} from "./short_contracts.ts";
import {
  FIRST_START,
  leavingHazard,
  LONGEST_TENURE,
  tenureAtExit,
  weightsByTenure,
} from "./tenure.ts";
import { AGES, type SynthesisWindow, YOUNGEST } from "./window.ts";

/**
 * Leads the members of one cohort after another through the months.
 *
 * After each month the exit plan says how many leave; they are chosen in proportion to
 * members times the hazard at their tenure. Then members enter, returning or new, until
 * the cohort has its number of the next month.
 */
export class CohortSimulation {
  /** The members of the cohort at hand. */
  readonly histories = new Histories();
  readonly #window: SynthesisWindow;
  readonly #numbers: CohortNumbers;
  readonly #plan: ExitPlan;
  readonly #firstStart: Month;
  readonly #open: OpenSpells;
  #oldest = 0;
  /** Members whose return is due, by month: how many, the latest, and the one before. */
  readonly #due: Int32Array;
  readonly #dueTop: Int32Array;
  #dueBelow = new Int32Array(1024);
  /** Whether the next spell of a member whose return is due is a short contract. */
  #isContract = new Uint8Array(1024);
  readonly #order = new ExitOrder();
  readonly #placeOfExit = new EvenNumbers(0.5);
  readonly #earlierTenure = new EvenNumbers(0.5, Math.sqrt(5) - 2);
  #birthMonth = 0;
  #size = 0;

  constructor(window: SynthesisWindow, numbers: CohortNumbers, inactivity: Inactivity) {
    this.#window = window;
    this.#numbers = numbers;
    this.#plan = new ExitPlan(window, numbers, inactivity);
    this.#firstStart = Math.min(FIRST_START, window.firstExit);
    this.#open = new OpenSpells(window.lastMonth - this.#firstStart + 1);
    this.#due = new Int32Array(window.months);
    this.#dueTop = new Int32Array(window.months);
  }

  /**
   * Makes the spells of a cohort, in the order of their numbers; its members last until
   * the next call.
   */
  run(cohort: number): Histories {
    const { firstMonth, lastMonth, firstExit, firstBirth, births } = this.#window;
    this.#birthMonth = firstBirth + cohort % births;
    this.#plan.begin(cohort, this.#birthMonth);
    this.histories.clear();
    this.#open.clear();
    this.#due.fill(0);
    this.#dueTop.fill(NONE);
    this.#size = 0;
    for (let month = firstExit; month < firstMonth; month++) this.#leaveEarlier(month);
    this.#fill(cohort);
    for (let month = firstMonth; month < lastMonth; month++) this.#step(cohort, month);
    this.#close();
    return this.histories;
  }

  /** Those who left before the window: spells that began at a likely time. */
  #leaveEarlier(month: Month): void {
    const exits = this.#plan.counted(month, Infinity);
    const age = month - this.#birthMonth - YOUNGEST;
    const most = Math.min(age, month - this.#firstStart, LONGEST_TENURE - 1) + 1;
    for (let exit = 0; exit < exits.count; exit++) {
      const tenure = tenureAtExit(this.#earlierTenure.next(), age, most);
      const spell = this.histories.enter(month - tenure + 1);
      this.#end(spell, month, exits, exit);
    }
  }

  /** Those in the cohort in the first month of the window. */
  #fill(cohort: number): void {
    const { firstMonth, months, births, firstBirth } = this.#window;
    const age = firstMonth - this.#birthMonth - YOUNGEST;
    const members = this.#numbers.members[cohort * months]!;
    const returning = this.#returning(firstMonth, members);
    this.#oldest = 0;
    if (members === 0) return;
    const youngest = Math.floor(cohort / births) * births + firstMonth - YOUNGEST -
      firstBirth;
    const byAge = Int32Array.from(
      { length: AGES },
      (_, a) => this.#numbers.members[(youngest - a) * months]!,
    );
    const weights = weightsByTenure(byAge, age, firstMonth - this.#firstStart);
    const total = weights.reduce((a, b) => a + b);
    const others = members - returning;
    let [sum, entered] = [0, 0];
    for (let months = weights.length - 1; months >= 0; months--) {
      sum += weights[months]!;
      const upTo = months === 0 ? members : Math.round(others * sum / total);
      const back = months === 0 ? returning : 0;
      this.#enter(firstMonth - months, upTo - entered, back);
      entered = upTo;
    }
  }

  /** Goes from one month to the next. */
  #step(cohort: number, month: Month): void {
    const { firstMonth, months } = this.#window;
    const place = cohort * months + month - firstMonth;
    const [now, next] = [
      this.#numbers.members[place]!,
      this.#numbers.members[place + 1]!,
    ];
    const returning = this.#returning(month + 1, next);
    if (now === 0 && next === 0) return;
    const exits = this.#plan.counted(month, now);
    this.#plan.addDirect(month, now);
    const missing = now - exits.count + returning - next;
    if (missing > 0) this.#plan.addFurther(month, missing);
    this.#leave(month, exits);
    this.#enter(month + 1, next - this.#size, returning);
  }

  /** How many can return in a month; the others close their membership by a claim. */
  #returning(month: Month, most: number): number {
    const t = month - this.#window.firstMonth;
    const { histories } = this;
    while (this.#due[t]! > most) {
      const member = this.#takeDue(t);
      const spell = histories.latestSpell[member]!;
      if (histories.reason[spell] !== NO_REASON) continue;
      histories.reason[spell] = this.#plan.reasonInsteadOfReturn(month);
      histories.claimMonth[spell] = month;
    }
    return this.#due[t]!;
  }

  #takeDue(t: number): number {
    const member = this.#dueTop[t]!;
    this.#dueTop[t] = this.#dueBelow[member]!;
    this.#due[t]!--;
    return member;
  }

  /** Lets members in, those who return evenly among them. */
  #enter(start: Month, count: number, returning: number): void {
    const t = start - this.#window.firstMonth;
    let turn = count >> 1;
    for (let i = 0; i < count; i++) {
      turn += returning;
      const isBack = turn >= count;
      if (isBack) turn -= count;
      if (isBack) {
        const member = this.#takeDue(t);
        const spell = this.histories.reenter(member, start);
        this.#open.push(spell, start - this.#firstStart, this.#isContract[member] === 1);
      } else {
        this.#open.push(this.histories.enter(start), start - this.#firstStart, false);
      }
    }
    this.#size += count;
  }

  /** Ends as many spells as are listed, in proportion to the hazard at their tenure. */
  #leave(month: Month, exits: ExitList): void {
    const { count } = exits;
    if (count === 0) return;
    const hazard = leavingHazard(month - this.#birthMonth - YOUNGEST);
    const now = month - this.#firstStart;
    const { count: open } = this.#open;
    while (open[this.#oldest] === 0) this.#oldest++;
    let total = 0;
    for (let at = this.#oldest; at <= now; at++) {
      total += open[at]! * hazard[now - at + 1]!;
    }
    const offset = 0.05 + 0.9 * this.#placeOfExit.next();
    this.#order.begin(exits, offset, this.#contractsEnding(now));
    let [sum, taken] = [0, 0];
    for (let at = this.#oldest; at <= now; at++) {
      if (open[at] === 0) continue;
      sum += open[at]! * hazard[now - at + 1]!;
      const most = Math.floor(offset + count * sum / total) - taken;
      taken += this.#take(at, most, month, exits, offset);
    }
    for (let at = now; at >= this.#oldest && taken < count; at--) {
      taken += this.#take(at, count - taken, month, exits, offset);
    }
    if (taken < count) {
      throw new RangeError(
        `Cannot synthesize spells: ${taken} members who leave in a month are wanted of ` +
          `one sex and month of birth, got ${count} exits`,
      );
    }
    this.#size -= count;
  }

  /** Short contracts after the first that end this month. */
  #contractsEnding(now: number): number {
    const { contracts } = this.#open;
    let ending = 0;
    for (let months = SHORTEST_CONTRACT; months <= LONGEST_CONTRACT; months++) {
      const at = now - months + 1;
      if (at >= 0) ending += contracts[at]! * contractEnding(months);
    }
    return ending;
  }

  /** Ends at most so many spells of a start month, and returns how many. */
  #take(at: number, most: number, month: Month, exits: ExitList, offset: number): number {
    const { count, contracts } = this.#open;
    const leaving = Math.min(most, count[at]!);
    if (leaving <= 0) return 0;
    const months = month - this.#firstStart - at + 1;
    const others = count[at]! - contracts[at]!;
    const ending = Math.floor(contracts[at]! * contractEnding(months) + offset);
    const laterContracts = Math.min(leaving, Math.max(leaving - others, ending));
    const other = months >= SHORTEST_CONTRACT && months <= LONGEST_CONTRACT
      ? FIRST_CONTRACT
      : NO_CONTRACT;
    for (let i = 0; i < leaving; i++) {
      const isLater = i < laterContracts;
      const exit = this.#order.next(isLater ? LATER_CONTRACT : other);
      this.#end(this.#open.pop(at, isLater), month, exits, exit);
    }
    return leaving;
  }

  #end(spell: number, month: Month, exits: ExitList, exit: number): void {
    const { histories } = this;
    histories.end(spell, month, exits.reason[exit]!, exits.claimMonth[exit]!);
    const back = exits.returnMonth[exit]!;
    if (back === NO_MONTH) return;
    const t = back - this.#window.firstMonth;
    const member = histories.member[spell]!;
    while (member >= this.#dueBelow.length) {
      this.#dueBelow = longer(this.#dueBelow);
      this.#isContract = longer(this.#isContract);
    }
    const isShort = isShortContract(
      month - histories.start[spell]! + 1,
      back - month - 1,
    );
    this.#isContract[member] = isShort ? 1 : 0;
    this.#dueBelow[member] = this.#dueTop[t]!;
    this.#dueTop[t] = member;
    this.#due[t]!++;
  }

  /** Ends the spells of those still in. */
  #close(): void {
    const { lastMonth } = this.#window;
    for (let at = this.#oldest; at < this.#open.count.length; at++) {
      for (const isContract of [true, false]) {
        for (let spell; (spell = this.#open.pop(at, isContract)) !== NONE;) {
          this.histories.end(spell, lastMonth, NO_REASON, NO_MONTH);
        }
      }
    }
  }
}
