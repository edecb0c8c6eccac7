import { countInWords } from "@jkp/exhibit";
import type { RegisterPart } from "../register/spell_register.ts";
import { NO_MONTH, NO_REASON } from "../spell_columns.ts";
import { isPartial } from "./row_rules.ts";

/** Takes partial claims off the spells that go on after them; gives how many. */
export function openPartialClaims(
  { startMonth, lastMonth, claimMonth, endReason }: RegisterPart,
): number {
  let claims = 0;
  for (let row = 0; row < claimMonth.length; row++) {
    const claim = claimMonth[row]!;
    if (claim === NO_MONTH || claim >= lastMonth[row]!) continue;
    if (!isPartial(claim, startMonth[row]!, endReason[row]!)) continue;
    claimMonth[row] = NO_MONTH;
    endReason[row] = NO_REASON;
    claims++;
  }
  return claims;
}

/** What is said of partial claims that were taken off. */
export function partialInWords(claims: number): string {
  return `${
    countInWords(claims, "claim")
  } before the last month with the reason other: ` +
    "taken as partial ones, after which the member went on, so that they close nothing";
}
