import type { DataLabel } from "@jkp/exhibit";
import {
  InactivityCounts,
  LeaverCounts,
  leaverEligibility,
  SeemingHistory,
  type ServiceRule,
} from "@jkp/spells";
import { kaplanMeier, type SurvivalCurve } from "@jkp/survival";
import { labelOfExtract, MANIFEST_FILE } from "@jkp/extract";
import { formatMonth } from "@jkp/month";
import { DataError } from "@jkp/problem";
import { join } from "node:path";
import {
  completedSpellErrors,
  completedSpells,
} from "../assumptions/time_out_of_work.ts";
import type { ServiceShare } from "../assumptions/service_rules.ts";

/** What a valuation takes from spells of single members. */
export interface SpellFigures {
  readonly data: DataLabel;
  /** Fractions of leavers who meet rules of service. */
  readonly serviceShares: readonly ServiceShare[];
  /** How long inactivity lasts; `null` if none was under observation. */
  readonly inactivity: SurvivalCurve | null;
  /** Its standard error at each of its points (Greenwood). */
  readonly inactivityErrors: readonly number[];
}

/**
 * Reads what a valuation takes from a member-level extract, in one pass.
 *
 * @param folder The extract.
 * @param rules Rules of service.
 * @returns The share of leavers who meet each rule, and how long inactivity lasts.
 * @throws {DataError} If the extract cannot be read, or has errors, or seems to begin within
 * the service that is looked for and does not say so.
 */
export async function spellFigures(
  folder: string,
  rules: readonly ServiceRule[],
): Promise<SpellFigures> {
  // Only here: it brings Polars, which most valuations do not need.
  const { openRegister, readSpells } = await import("@jkp/spells/read");
  const extract = await openRegister(folder);
  const { manifest } = extract;
  const { firstMonth, lastMonth, historyFrom } = manifest;
  const leavers = new LeaverCounts({ firstMonth, lastMonth, rules, historyFrom });
  const seeming = new SeemingHistory();
  const inactivity = new InactivityCounts({
    observedFrom: firstMonth,
    observedTo: lastMonth,
  });
  await readSpells(extract, [leavers, inactivity, seeming]);
  if (historyFrom === undefined && seeming.caution !== undefined) {
    throw new DataError([{
      file: join(extract.path, MANIFEST_FILE),
      place: "history_from",
      expected:
        "the first month whose contributions the extract holds, for no spell begins " +
        `before ${formatMonth(seeming.from!)}, and many in it`,
      received: "nothing",
    }]);
  }
  const [inactivities] = inactivity.result();
  const data = labelOfExtract(manifest);
  const { isSynthetic } = data;
  const isObserved = (inactivities?.observations.durations.length ?? 0) > 0;
  const stillInactive = isObserved ? kaplanMeier(inactivities!.observations) : null;
  return {
    data,
    serviceShares: leaverEligibility(leavers.result())
      .map(({ rule, share }) => ({ rule, share, isSynthetic })),
    inactivity: stillInactive && completedSpells(stillInactive),
    inactivityErrors: stillInactive === null ? [] : completedSpellErrors(stillInactive),
  };
}
