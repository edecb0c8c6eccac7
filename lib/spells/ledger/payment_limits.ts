import type { SpellManifest } from "@jkp/extract";
import { monthOf } from "@jkp/month";

/**
 * First month of contributions to provident savings of workers: the scheme ASTEK began then.
 *
 * @see Government Regulation 33/1977 on workers' social insurance, in force in December 1977.
 */
export const FIRST_PAYMENT = monthOf(1977, 12);

/** Most months that one payment can be for. */
export const MOST_MONTHS = 24;

/** Share of payments that may stand again before that is an error, as a fraction. */
export const MOST_AGAIN = 0.005;

/** Payments up to which that is told by member alone. */
const FEW_AGAIN = 4;

/** Whether so many payments stand again that rows seem to have been delivered twice. */
export function isManyAgain(again: number, payments: number): boolean {
  return again > FEW_AGAIN && again > MOST_AGAIN * payments;
}

/** A manifest by which payments that stand again count once, if it says nothing of them. */
export function countingRepeatsOnce(manifest: SpellManifest): SpellManifest {
  if (manifest.ledger === undefined) return manifest;
  const { repeats = "once" } = manifest.ledger;
  return { ...manifest, ledger: { ...manifest.ledger, repeats } };
}
