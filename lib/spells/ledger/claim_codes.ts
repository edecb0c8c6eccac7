import { type ClaimReason, PARTIAL_CLAIM } from "@jkp/mapping";
import { endReasonCode } from "../spell_columns.ts";

/** Code of a claim that pays out a part, beside those of end reasons. */
export const PARTIAL = 100;

/** Codes of reasons that are not taken as others are. */
export const DEATH = endReasonCode("death");
export const OTHER = endReasonCode("other");

/** Code of the reason of a claim. */
export function claimCode(reason: ClaimReason): number {
  return reason === PARTIAL_CLAIM ? PARTIAL : endReasonCode(reason);
}
