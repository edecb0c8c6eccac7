import type { DataLabel } from "@jkp/exhibit";
import {
  InactivityCounts,
  LeaverCounts,
  leaverEligibility,
  type ServiceRule,
} from "@jkp/spells";
import { kaplanMeier, type SurvivalCurve } from "@jkp/survival";
import { labelOfExtract } from "@jkp/extract";
import { completedSpells } from "../assumptions/time_out_of_work.ts";
import type { ServiceShare } from "../assumptions/service_rules.ts";

/** What a valuation takes from spells of single members. */
export interface SpellFigures {
  readonly data: DataLabel;
  /** Fractions of leavers who meet rules of service. */
  readonly serviceShares: readonly ServiceShare[];
  /** How long inactivity lasts; `null` if none was under observation. */
  readonly inactivity: SurvivalCurve | null;
}

/**
 * Reads what a valuation takes from a member-level extract, in one pass.
 *
 * @param folder The extract.
 * @param rules Rules of service.
 * @returns The share of leavers who meet each rule, and how long inactivity lasts.
 * @throws {DataError} If the extract cannot be read, or has errors.
 */
export async function spellFigures(
  folder: string,
  rules: readonly ServiceRule[],
): Promise<SpellFigures> {
  // Only here: it brings Polars, which most valuations do not need.
  const { openRegister, readSpells } = await import("@jkp/spells/read");
  const extract = await openRegister(folder);
  const { manifest } = extract;
  const { firstMonth, lastMonth } = manifest;
  const leavers = new LeaverCounts({ firstMonth, lastMonth, rules });
  const inactivity = new InactivityCounts({
    observedFrom: firstMonth,
    observedTo: lastMonth,
  });
  await readSpells(extract, [leavers, inactivity]);
  const [inactivities] = inactivity.result();
  const data = labelOfExtract(manifest);
  const { isSynthetic } = data;
  return {
    data,
    serviceShares: leaverEligibility(leavers.result())
      .map(({ rule, share }) => ({ rule, share, isSynthetic })),
    inactivity: (inactivities?.observations.durations.length ?? 0) === 0
      ? null
      : completedSpells(kaplanMeier(inactivities!.observations)),
  };
}
