import type { Month } from "@jkp/month";
import { NO_MONTH, NO_REASON } from "@jkp/spells";
import type { CohortNumbers } from "./cohort_numbers.ts";
import { EvenNumbers } from "./even_numbers.ts";
import { ExitOrder } from "./exit_order.ts";
import { type ExitList, ExitPlan } from "./exits.ts";
import { Histories, NONE } from "./histories.ts";
import type { Inactivity } from "./inactivity.ts";
import { longer } from "./longer.ts";
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
  /** Open spells by start month: how many, the latest, and the one opened before each. */
  readonly #open: Int32Array;
  readonly #top: Int32Array;
  #below = new Int32Array(1024);
  #oldest = 0;
  /** Members whose return is due, by month: how many, the latest, and the one before. */
  readonly #due: Int32Array;
  readonly #dueTop: Int32Array;
  #dueBelow = new Int32Array(1024);
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
    this.#open = new Int32Array(window.lastMonth - this.#firstStart + 1);
    this.#top = new Int32Array(this.#open.length);
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
    this.#open.fill(0);
    this.#top.fill(NONE);
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
      const spell = isBack
        ? this.histories.reenter(this.#takeDue(t), start)
        : this.histories.enter(start);
      this.#push(spell, start - this.#firstStart);
    }
    this.#size += count;
  }

  #push(spell: number, at: number): void {
    while (spell >= this.#below.length) this.#below = longer(this.#below);
    this.#below[spell] = this.#top[at]!;
    this.#top[at] = spell;
    this.#open[at]!++;
  }

  /** Ends as many spells as are listed, in proportion to the hazard at their tenure. */
  #leave(month: Month, exits: ExitList): void {
    const { count } = exits;
    if (count === 0) return;
    const hazard = leavingHazard(month - this.#birthMonth - YOUNGEST);
    const now = month - this.#firstStart;
    while (this.#open[this.#oldest] === 0) this.#oldest++;
    let total = 0;
    for (let at = this.#oldest; at <= now; at++) {
      total += this.#open[at]! * hazard[now - at + 1]!;
    }
    const offset = 0.05 + 0.9 * this.#placeOfExit.next();
    this.#order.begin(exits, offset);
    let [sum, taken] = [0, 0];
    const take = (at: number, most: number) => {
      const leaving = Math.min(most, this.#open[at]!);
      for (let i = 0; i < leaving; i++) {
        const spell = this.#top[at]!;
        this.#top[at] = this.#below[spell]!;
        this.#end(spell, month, exits, this.#order.next());
      }
      this.#open[at]! -= leaving;
      taken += leaving;
    };
    for (let at = this.#oldest; at <= now; at++) {
      if (this.#open[at] === 0) continue;
      sum += this.#open[at]! * hazard[now - at + 1]!;
      take(at, Math.floor(offset + count * sum / total) - taken);
    }
    for (let at = now; at >= this.#oldest && taken < count; at--) take(at, count - taken);
    if (taken < count) {
      throw new RangeError(
        `Cannot synthesize spells: ${taken} members who leave in a month are wanted of ` +
          `one sex and month of birth, got ${count} exits`,
      );
    }
    this.#size -= count;
  }

  #end(spell: number, month: Month, exits: ExitList, exit: number): void {
    const { histories } = this;
    histories.end(spell, month, exits.reason[exit]!, exits.claimMonth[exit]!);
    const back = exits.returnMonth[exit]!;
    if (back === NO_MONTH) return;
    const t = back - this.#window.firstMonth;
    const member = histories.member[spell]!;
    while (member >= this.#dueBelow.length) this.#dueBelow = longer(this.#dueBelow);
    this.#dueBelow[member] = this.#dueTop[t]!;
    this.#dueTop[t] = member;
    this.#due[t]!++;
  }

  /** Ends the spells of those still in. */
  #close(): void {
    const { lastMonth } = this.#window;
    for (let at = this.#oldest; at < this.#open.length; at++) {
      for (let spell = this.#top[at]!; spell !== NONE; spell = this.#below[spell]!) {
        this.histories.end(spell, lastMonth, NO_REASON, NO_MONTH);
      }
    }
  }
}
