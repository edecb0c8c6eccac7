import { formatMonth, type Month } from "@jkp/month";
import { SHAPE_LIMITS as LIMITS } from "../shape/shape_limits.ts";
import type { SpellColumns } from "../spell_columns.ts";
import type { ServiceRule } from "./service_rule.ts";

/**
 * The first month for which all that the rules look at is known, if contributions are known
 * from a month on.
 */
export function firstSeenInFull(
  historyFrom: Month | undefined,
  rules: readonly ServiceRule[],
): Month {
  if (historyFrom === undefined) return -Infinity;
  return historyFrom + Math.max(1, ...rules.map((rule) => rule.withinMonths)) - 1;
}

/**
 * Looks for the month from which an extract holds contributions, where its manifest says
 * none: no spell begins before it, and many seem to begin in it.
 *
 * @example Of 40 spells that run in January 2016, none seems to have begun before it
 * ```ts
 * import { SeemingHistory } from "@jkp/spells";
 * import { spellColumns } from "../spell_columns.ts";
 * import { monthOf } from "@jkp/month";
 * import { assertEquals } from "@std/assert";
 *
 * const startMonth = monthOf(2016, 1);
 * const one = { sex: "F", birthMonth: 23_900, lastMonth: 24_239, monthlyWageIdr: 4e6 } as const;
 * const history = new SeemingHistory();
 * history.add(spellColumns(
 *   Array.from({ length: 40 }, (_, member) => ({ ...one, member, startMonth })),
 * ));
 * assertEquals(history.from, startMonth);
 * ```
 */
export class SeemingHistory {
  #spells = 0;
  #earliest = Infinity;
  #inEarliest = 0;

  /**
   * Takes whole members in.
   *
   * @param spells Their spells.
   */
  add({ startMonth }: SpellColumns): void {
    this.#spells += startMonth.length;
    for (const start of startMonth) {
      if (start < this.#earliest) [this.#earliest, this.#inEarliest] = [start, 0];
      if (start === this.#earliest) this.#inEarliest++;
    }
  }

  /** The month, or `undefined` if spells begin in their start month, as far as can be told. */
  get from(): Month | undefined {
    const isHeap = this.#inEarliest >= LIMITS.valueCounts &&
      this.#inEarliest > LIMITS.loneStartShare * this.#spells;
    return isHeap ? this.#earliest : undefined;
  }

  /** What that means for service, and what to do; `undefined` if nothing is to be said. */
  get caution(): string | undefined {
    const { from } = this;
    if (from === undefined) return undefined;
    const month = formatMonth(from);
    const share = Math.round(100 * this.#inEarliest / this.#spells);
    return `No spell begins before ${month}, and ${share} % of them in it: contributions ` +
      "before it seem not to be in the extract, so that service is counted too low. Say " +
      `history_from = "${month}" in extract.toml, and service is asked only where it can be ` +
      "seen; an earlier month, if these members did begin then.";
  }
}
