import type { Month } from "@jkp/month";
import { longer } from "./longer.ts";

/** Stands where there is no spell. */
export const NONE = -1;

/** The members of one cohort with their spells; the next one uses the arrays again. */
export class Histories {
  /** Spells so far, numbered from 0 as they began or, before the window, ended. */
  spells = 0;
  start = new Int16Array(1024);
  /** Known, like reason and month of claim, once the spell has ended. */
  last = new Int16Array(1024);
  reason = new Uint8Array(1024);
  claimMonth = new Int16Array(1024);
  member = new Int32Array(1024);
  /** The member's next spell, or `NONE`. */
  nextSpell = new Int32Array(1024);

  /** Members so far. */
  members = 0;
  firstSpell = new Int32Array(1024);
  latestSpell = new Int32Array(1024);

  /** Forgets everybody. */
  clear(): void {
    this.spells = 0;
    this.members = 0;
  }

  /** Begins the first spell of a new member, and returns its number. */
  enter(start: Month): number {
    if (this.members === this.firstSpell.length) this.#growMembers();
    const member = this.members++;
    const spell = this.#open(member, start);
    this.firstSpell[member] = spell;
    return spell;
  }

  /** Begins another spell of a member, and returns its number. */
  reenter(member: number, start: Month): number {
    const before = this.latestSpell[member]!;
    const spell = this.#open(member, start);
    this.nextSpell[before] = spell;
    return spell;
  }

  /** Ends a spell. */
  end(spell: number, last: Month, reason: number, claimMonth: Month): void {
    this.last[spell] = last;
    this.reason[spell] = reason;
    this.claimMonth[spell] = claimMonth;
  }

  #open(member: number, start: Month): number {
    if (this.spells === this.start.length) this.#growSpells();
    const spell = this.spells++;
    this.start[spell] = start;
    this.member[spell] = member;
    this.nextSpell[spell] = NONE;
    this.latestSpell[member] = spell;
    return spell;
  }

  #growSpells(): void {
    this.start = longer(this.start);
    this.last = longer(this.last);
    this.reason = longer(this.reason);
    this.claimMonth = longer(this.claimMonth);
    this.member = longer(this.member);
    this.nextSpell = longer(this.nextSpell);
  }

  #growMembers(): void {
    this.firstSpell = longer(this.firstSpell);
    this.latestSpell = longer(this.latestSpell);
  }
}
