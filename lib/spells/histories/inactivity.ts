import type { Month } from "@jkp/month";
import { ageGroupIndex } from "../count/age_grid.ts";
import { END_REASONS, type EndReason } from "@jkp/extract";
import { endReasonCode, NO_REASON, type SpellColumns } from "../spell_columns.ts";
import { checkWindow } from "./age_spans.ts";
import { type GroupValues, InactivityGroups, type Leaving } from "./inactivity_groups.ts";
import {
  INACTIVITY_CAUSES,
  type InactivityCause,
  type InactivityFlow,
  type InactivityObservations,
  InactivityTable,
  STILL_INACTIVE,
} from "./inactivity_table.ts";
import { toUnits } from "../count/weight_units.ts";

/**
 * Claims that end inactivity unless others are named: after them nobody waits for a job.
 *
 * A claim for layoff or resignation does not end it: it shows that the member is out of
 * work. What a claim for other reasons shows is not known.
 * @see ILO (2021), section 1.2.3: a member who stops contributing for reasons other than
 * retirement, disability or death is an inactive contributor.
 */
export const ENDING_CLAIMS = [
  "retirement",
  "disability",
  "death",
  "left_country",
] as const satisfies readonly EndReason[];

/** Time of observation, and what is counted. */
export interface InactivityOptions {
  /** Last month whose contributions and claims are all in the data. */
  readonly observedTo: Month;
  /**
   * First month in which ends are seen. An inactivity that began earlier is at risk from
   * this month on, if it still lasted; ends before it are not counted.
   * @default every month
   */
  readonly observedFrom?: Month;
  /**
   * Reasons of claims that end inactivity.
   * @default {ENDING_CLAIMS}
   */
  readonly endingClaims?: readonly EndReason[];
  /**
   * What to group by: `sex`, `ageGroup` at the last contribution, `endReason` of a claim
   * made by the end of observation (`none` without one), or names of carried columns.
   * @default {[]}
   */
  readonly by?: readonly string[];
  /**
   * Whether only the first inactivity of each member counts, under observation or not.
   * @default {false}
   */
  readonly isFirstOnly?: boolean;
}

/** Inactivities of like spells. */
export interface InactivityGroup {
  /** Value of each thing it was grouped by. */
  readonly group: GroupValues;
  readonly flow: InactivityFlow;
  readonly observations: InactivityObservations;
}

/** Stands for the next start of a member who does not come back in the data. */
const NEVER = Infinity;

const RETURN = causeCode("return");

/**
 * Counts how long inactivity lasts and what ends it.
 *
 * Inactivity begins in the first month without a contribution. It ends in the month of the
 * next contribution or of an ending claim, whichever comes first; at a tie it is a return.
 * The month m is at duration m - last contribution month - 1:
 *
 * - The first month without contribution is at 0. A member who contributes in it, or claims
 *   in it or earlier, was never inactive.
 * - An end in a month is at that month's duration, which is the number of months the
 *   member was inactive. So S(d) is the fraction still inactive d months after the first.
 * - A member who is inactive in the last month observed is censored at that month's
 *   duration: the end is later.
 * - With `observedFrom`, entry is the duration of the month before it, or 0: a member who
 *   was still inactive then is at risk from `observedFrom` on.
 *
 * A member who contributes in the last month observed is not inactive. Each inactivity of a
 * member counts. Members below 15 and from 70 at the last contribution are left out.
 * Adjoining and overlapping spells are one; the claim is that of the spell that ends last.
 *
 * Weights are counted in whole millionths: the order of batches changes nothing.
 *
 * @see ILO (2021), section 1.2.3, for inactivity as a stand-in for unemployment.
 *
 * @example Four months without contribution, and one who stays away
 * ```ts
 * import { InactivityCounts } from "@jkp/spells";
 * import { spellColumns } from "../spell_columns.ts";
 * import { kaplanMeier } from "@jkp/survival";
 * import { monthOf } from "@jkp/month";
 * import { assertEquals } from "@std/assert";
 *
 * const counts = new InactivityCounts({ observedTo: monthOf(2019, 12) });
 * const one = { sex: "F", birthMonth: monthOf(1990, 5), monthlyWageIdr: 4e6 } as const;
 * const june = monthOf(2019, 6);
 * counts.add(spellColumns([
 *   { ...one, member: 1, startMonth: monthOf(2018, 1), lastMonth: june },
 *   { ...one, member: 1, startMonth: june + 5, lastMonth: june + 6 },
 *   { ...one, member: 2, startMonth: monthOf(2018, 1), lastMonth: june },
 * ]));
 * const { flow, observations } = counts.result()[0]!;
 * assertEquals(flow.ended.return, 1);
 * assertEquals([...observations.durations], [4, 5]);
 * assertEquals([...observations.cause], [1, 0]);
 * assertEquals(kaplanMeier(observations).survival[0], 0.5);
 * ```
 */
export class InactivityCounts {
  readonly #from: Month;
  readonly #to: Month;
  readonly #isFirstOnly: boolean;
  /** Cause of an end by code of the end reason; 0 for claims that end nothing. */
  readonly #causeOf: Uint8Array;
  readonly #groups: InactivityGroups;

  /**
   * @param options Time of observation, and what is counted.
   * @throws {RangeError} If observation ends before it begins.
   */
  constructor(options: InactivityOptions) {
    const { observedTo, observedFrom = -Infinity, endingClaims = ENDING_CLAIMS } =
      options;
    checkWindow({ firstMonth: observedFrom, lastMonth: observedTo });
    [this.#from, this.#to] = [observedFrom, observedTo];
    this.#isFirstOnly = options.isFirstOnly ?? false;
    this.#causeOf = new Uint8Array(END_REASONS.length + 1);
    for (const reason of endingClaims) {
      this.#causeOf[endReasonCode(reason)] = causeCode(causeOfClaim(reason));
    }
    this.#groups = new InactivityGroups(options.by ?? [], () => new InactivityTable());
  }

  /**
   * Counts members with all their spells.
   *
   * @param spells Spells of whole members, sorted by member and start.
   * @throws {RangeError} If the spells carry no column of a name to group by.
   */
  add(spells: SpellColumns): void {
    const { member, startMonth, lastMonth } = spells;
    const tableOf = this.#groups.finder(spells);
    let endRow = 0; // the spell that the present run ends with
    let isCounting = true;
    for (let row = 0; row < member.length; row++) {
      const runLast = lastMonth[endRow]!;
      if (member[row] !== member[endRow]) {
        if (isCounting) this.#addInactivity(spells, endRow, NEVER, tableOf);
        isCounting = true;
        endRow = row;
      } else if (startMonth[row]! > runLast + 1) {
        const isInactivity = isCounting &&
          this.#addInactivity(spells, endRow, startMonth[row]!, tableOf);
        if (isInactivity && this.#isFirstOnly) isCounting = false;
        endRow = row;
      } else if (lastMonth[row]! >= runLast) {
        endRow = row;
      }
    }
    if (isCounting && member.length > 0) {
      this.#addInactivity(spells, endRow, NEVER, tableOf);
    }
  }

  /** Counts what follows a run, as far as it is observed; whether it is an inactivity. */
  #addInactivity(
    spells: SpellColumns,
    row: number,
    nextStart: Month,
    tableOf: (leaving: Leaving) => InactivityTable,
  ): boolean {
    const first = spells.lastMonth[row]! + 1;
    const claim = spells.claimMonth[row]!;
    const reason = spells.endReason[row]!;
    const isEndedByClaim = this.#causeOf[reason]! > 0 && claim < nextStart;
    const end = isEndedByClaim ? claim : nextStart;
    if (end <= first) return false;
    if (first > this.#to || end < this.#from) return true;
    const ageGroup = ageGroupIndex(spells.birthMonth[row]!, first - 1);
    if (ageGroup < 0) return true;
    const isSeen = end <= this.#to;
    const cause = isEndedByClaim ? this.#causeOf[reason]! : RETURN;
    const endReason = claim <= this.#to ? reason : NO_REASON;
    tableOf({ row, ageGroup, endReason }).add(
      Math.max(0, this.#from - 1 - first),
      (isSeen ? end : this.#to) - first,
      isSeen ? cause : STILL_INACTIVE,
      toUnits(spells.weight[row]!),
    );
    return true;
  }

  /**
   * What was counted so far.
   *
   * @returns The groups with inactivities, in the order of their values.
   */
  result(): InactivityGroup[] {
    return this.#groups.all().map(({ values, table }) => ({
      group: values,
      flow: table.flow(),
      observations: table.observations(),
    }));
  }
}

/**
 * Code of a cause in {@link InactivityObservations}: one more than its index in
 * `INACTIVITY_CAUSES`.
 */
export function causeCode(cause: InactivityCause): number {
  return INACTIVITY_CAUSES.indexOf(cause) + 1;
}

function causeOfClaim(reason: EndReason): InactivityCause {
  return reason === "retirement" || reason === "death" ? reason : "other";
}
