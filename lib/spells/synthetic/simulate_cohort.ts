import { type Month, monthOf } from "@jkp/month";
import { INACTIVE_MONTHS } from "../build/statistics_counts.ts";
import { endReasonCode, NO_MONTH, NO_REASON } from "../spell_columns.ts";
import { type CohortTargets, OLDEST, YOUNGEST } from "./cohort_targets.ts";
import type { InactivityModel } from "./inactivity_model.ts";
import { CohortExits, type Exit, longestFirst, strided } from "./exits.ts";
import type { EvenSequence, SimulationStreams } from "./simulation_streams.ts";
import { inclinationToLeave, serviceAtExit, serviceAtStart } from "./tenure.ts";

/** Month before which no spell begins: JHT came with Law 3/1992 on Jamsostek. */
const FIRST_START = monthOf(1993, 1);

/** Months before the end of the window from which on exits are known one by one. */
const HISTORY = INACTIVE_MONTHS;

/** Deaths of members a month, at age 40; they double in 8 years. */
const DEATHS_AT_40 = 0.00012;

/** Age in months from which those who leave for no other reason retire. */
const RETIREMENT_AGE = 12 * 55;

const [RETIREMENT, DEATH, OTHER] = [
  endReasonCode("retirement"),
  endReasonCode("death"),
  endReasonCode("other"),
];

/** Spells of one cohort as they come; sorted by member afterwards. */
export interface CohortSpells {
  readonly member: number[];
  readonly start: number[];
  readonly last: number[];
  readonly reason: number[];
  readonly claim: number[];
  /** How many members there are. */
  members: number;
}

/**
 * Simulates one cohort: spells that count exactly to its targets.
 *
 * Month by month members leave as the targets want, those who were away come back, and
 * new ones make up the number.
 *
 * @param targets What the cohort counts to.
 * @param window First and last month.
 * @param model How inactivity ends.
 * @param streams Roundings that go on from cohort to cohort.
 * @param even Evenly spread numbers.
 * @returns Its spells; those of one member in the order of time.
 *
 * @example
 * ```ts
 * import { cohortTargets } from "./cohort_targets.ts";
 * import { inactivityModel } from "./inactivity_model.ts";
 * import { simulateCohort } from "./simulate_cohort.ts";
 * import { EvenSequence, SimulationStreams } from "./simulation_streams.ts";
 * import { readShippedExtract } from "@jkp/extract";
 * import { assertEquals } from "@std/assert";
 *
 * const extract = await readShippedExtract();
 * const { manifest } = extract;
 * const model = inactivityModel(extract);
 * const targets = cohortTargets(extract, model, 1)[400]!;
 * const streams = new SimulationStreams(manifest, model);
 * const even = new EvenSequence(0);
 * const spells = simulateCohort(targets, manifest, model, streams, even);
 * const active = spells.last.filter((last) => last === manifest.lastMonth);
 * assertEquals(active.length, targets.members.at(-1));
 * ```
 */
export function simulateCohort(
  targets: CohortTargets,
  window: { readonly firstMonth: Month; readonly lastMonth: Month },
  model: InactivityModel,
  streams: SimulationStreams,
  even: EvenSequence,
): CohortSpells {
  return new CohortSimulation(targets, window, model, streams, even).run();
}

/** A cohort on its way through the months: who is in, who will come back. */
class CohortSimulation {
  readonly spells: CohortSpells = {
    member: [],
    start: [],
    last: [],
    reason: [],
    claim: [],
    members: 0,
  };
  readonly #targets: CohortTargets;
  readonly #first: Month;
  readonly #last: Month;
  readonly #exits: CohortExits;
  readonly #streams: SimulationStreams;
  readonly #even: EvenSequence;
  /** Members by the start month of their spell. */
  readonly #inside = new Map<Month, number[]>();
  /** Spells whose inactivity ends, by their last month, until it is drawn how. */
  readonly #leavers = new Map<Month, number[]>();
  /** Spells whose members come back, by the month in which they do. */
  readonly #returning = new Map<Month, number[]>();
  #size = 0;

  constructor(
    targets: CohortTargets,
    window: { readonly firstMonth: Month; readonly lastMonth: Month },
    model: InactivityModel,
    streams: SimulationStreams,
    even: EvenSequence,
  ) {
    this.#targets = targets;
    this.#first = window.firstMonth;
    this.#last = window.lastMonth;
    this.#exits = new CohortExits(targets, window, model, streams);
    this.#streams = streams;
    this.#even = even;
  }

  /** Goes through all months. */
  run(): CohortSpells {
    for (let month = this.#last - HISTORY; month < this.#first; month++) {
      for (const exit of this.#exits.after(month)) {
        this.#end(this.#newMember(), this.#startBefore(month), month, exit);
      }
    }
    this.#fill();
    for (let month = this.#first; month < this.#last; month++) this.#step(month);
    for (const [start, members] of this.#inside) {
      for (const member of members) this.#write(member, start, this.#last, NO_REASON, 0);
    }
    return this.spells;
  }

  #newMember(): number {
    return this.spells.members++;
  }

  #write(
    member: number,
    start: Month,
    last: Month,
    reason: number,
    claim: Month,
  ): number {
    const { spells } = this;
    spells.member.push(member);
    spells.start.push(start);
    spells.last.push(last);
    spells.reason.push(reason);
    return spells.claim.push(claim) - 1;
  }

  /** A plausible start of a spell that ended before the window. */
  #startBefore(last: Month): Month {
    const start = last - serviceAtExit(this.#even.next()) + 1;
    const earliest = Math.max(FIRST_START, this.#targets.birthMonth + YOUNGEST);
    return Math.max(start, Math.min(earliest, last));
  }

  /** Ends a spell, and says when its member comes back. */
  #end(member: number, start: Month, last: Month, exit: Exit): void {
    const claim = exit.lag === 0 ? NO_MONTH : last + exit.lag;
    const spell = this.#write(member, start, last, exit.reason, claim);
    if (!exit.returns) return;
    const list = this.#leavers.get(last) ?? [];
    list.push(spell);
    this.#leavers.set(last, list);
  }

  /** Draws how the inactivities that began after a month end. */
  #drawEnds(last: Month): void {
    const leavers = this.#leavers.get(last) ?? [];
    this.#leavers.delete(last);
    const ends = this.#streams.ends(leavers.length, last, this.#targets.birthMonth);
    const order = strided(leavers.length);
    ends.forEach((end, i) => {
      const spell = leavers[order[i]!]!;
      const hasClaim = this.spells.claim[spell] !== NO_MONTH;
      const month = Math.max(end.month, this.spells.claim[spell]! + 1);
      if (month > this.#last) return;
      const isTooOld = month - this.#targets.birthMonth > OLDEST;
      if (end.kind === "return" && !isTooOld) {
        const list = this.#returning.get(month) ?? [];
        list.push(spell);
        this.#returning.set(month, list);
      } else if (!hasClaim) {
        this.#closeByClaim(spell, end.kind === "death" ? DEATH : RETIREMENT, month);
      }
    });
  }

  #closeByClaim(spell: number, reason: number, month: Month): void {
    this.spells.reason[spell] = reason;
    this.spells.claim[spell] = month;
  }

  #enter(member: number, start: Month): void {
    const list = this.#inside.get(start);
    if (list === undefined) this.#inside.set(start, [member]);
    else list.push(member);
    this.#size++;
  }

  /** Those who come back in a month, at most so many; the others retire or stay away. */
  #takeReturning(month: Month, most: number): number[] {
    const spells = this.#returning.get(month) ?? [];
    this.#returning.delete(month);
    const coming = spells.slice(0, most);
    for (const spell of spells.slice(most)) {
      const isOpen = this.spells.claim[spell] === NO_MONTH;
      if (isOpen) this.#closeByClaim(spell, RETIREMENT, month);
    }
    return coming.map((spell) => this.spells.member[spell]!);
  }

  /** Fills the cohort in the first month of the window. */
  #fill(): void {
    const members = this.#targets.members[0]!;
    for (let month = this.#last - HISTORY; month < this.#first; month++) {
      this.#drawEnds(month);
    }
    for (let month = this.#last - HISTORY; month <= this.#first; month++) {
      for (const member of this.#takeReturning(month, members - this.#size)) {
        this.#enter(member, month);
      }
    }
    const missing = members - this.#size;
    const eldest = Math.min(
      this.#first - FIRST_START,
      this.#first - this.#targets.birthMonth - YOUNGEST,
    ) + 1;
    const shareOf = (months: number) => months > eldest ? 0 : serviceAtStart(months);
    let before = missing;
    for (let months = 1; months <= eldest; months++) {
      const longer = Math.round(missing * shareOf(months + 1));
      for (let i = longer; i < before; i++) {
        this.#enter(this.#newMember(), this.#first - months + 1);
      }
      before = longer;
    }
  }

  /** Goes from one month to the next: exits after it, entries into the next. */
  #step(month: Month): void {
    const now = this.#targets.members[month - this.#first]!;
    const next = this.#targets.members[month + 1 - this.#first]!;
    const exits = this.#fitting(this.#exits.after(month), now, month);
    const age = month - this.#targets.birthMonth;
    const deaths = this.#streams.whole(
      `deaths ${month}`,
      now * DEATHS_AT_40 * 2 ** ((age / 12 - 40) / 8),
      now - exits.length,
    );
    for (let i = 0; i < deaths; i++) {
      exits.push({ reason: DEATH, lag: 1, returns: false });
    }
    const returning = this.#takeReturning(month + 1, next);
    const entries = Math.max(returning.length, next - (now - exits.length));
    const further = now + entries - next - exits.length;
    const reason = age >= RETIREMENT_AGE ? RETIREMENT : OTHER;
    for (let i = 0; i < further; i++) exits.push({ reason, lag: 1, returns: false });
    this.#leave(month, exits);
    this.#drawEnds(month);
    for (const member of returning) this.#enter(member, month + 1);
    for (let i = returning.length; i < entries; i++) {
      this.#enter(this.#newMember(), month + 1);
    }
  }

  /** Exits that the members suffice for; other claims are of spells before the window. */
  #fitting(exits: Exit[], members: number, month: Month): Exit[] {
    if (exits.length <= members) return exits;
    for (const exit of exits.slice(members)) {
      if (exit.lag === 0) continue;
      const last = this.#first - 1 - exit.lag;
      const start = this.#startBefore(last);
      this.#write(this.#newMember(), start, last, exit.reason, month + exit.lag);
    }
    return exits.slice(0, members);
  }

  /** Takes members out, the more of a spell's age the more inclined to leave. */
  #leave(month: Month, exits: readonly Exit[]): void {
    const byLength = longestFirst(exits, this.#even);
    const cells = [...this.#inside].sort(([a], [b]) => a - b);
    const inclinations = cells.map(([start, members]) =>
      members.length * inclinationToLeave(this.#targets.sex, month - start + 1)
    );
    let inclination = inclinations.reduce((a, b) => a + b, 0);
    let rest = exits.length;
    let carry = 0;
    const counts = cells.map(([, members], i) => {
      const wanted = inclination > 0
        ? (rest * inclinations[i]!) / inclination + carry
        : 0;
      const count = Math.max(0, Math.min(members.length, rest, Math.round(wanted)));
      carry = Math.max(-1, Math.min(1, wanted - count));
      inclination -= inclinations[i]!;
      rest -= count;
      return count;
    });
    let taken = 0;
    cells.forEach(([start, members], i) => {
      const more = Math.min(rest, members.length - counts[i]!);
      rest -= more;
      for (let j = 0; j < counts[i]! + more; j++) {
        this.#end(members.pop()!, start, month, byLength[taken++]!);
      }
      if (members.length === 0) this.#inside.delete(start);
    });
    this.#size -= exits.length;
  }
}
