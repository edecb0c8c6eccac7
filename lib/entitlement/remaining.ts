import type { Month } from "@jkp/month";
import type { Rules } from "@jkp/scheme";
import { sumSimple } from "simple-statistics";
import type { Entitlement } from "./entitlement.ts";

/** What is left of an entitlement. */
export interface RemainingEntitlement {
  readonly months: number;
  /** In the scheme's currency. */
  readonly amount: number;
  /**
   * Last month in which a renewed claim can still draw it; `null` where going back to
   * work ends it.
   */
  readonly keptUntil: Month | null;
}

/**
 * What is left of an entitlement after some months of benefit, and the month up to which
 * it is kept for a member who finds work.
 *
 * @throws {RangeError} If the months paid are no whole number up to those of the benefit.
 * @see ILO (2023), Unemployment insurance in Indonesia, section 2.4.
 */
export function remainingEntitlement(
  rules: Pick<Rules, "repeatClaims">,
  entitled: Pick<Entitlement, "benefits">,
  claim: { readonly month: Month; readonly monthsPaid: number },
): RemainingEntitlement {
  const { benefits } = entitled;
  const { month, monthsPaid } = claim;
  if (
    !Number.isInteger(monthsPaid) || monthsPaid < 0 || monthsPaid > benefits.length
  ) {
    throw new RangeError(
      `Cannot find what remains: months paid from 0 to ${benefits.length} are wanted, ` +
        `got ${monthsPaid}`,
    );
  }
  const { entitlement, maintainedMonths } = rules.repeatClaims;
  const unpaid = benefits.slice(monthsPaid);
  const isKept = entitlement === "maintained" && maintainedMonths !== null;
  return {
    months: unpaid.length,
    amount: sumSimple(unpaid),
    keptUntil: isKept ? month + maintainedMonths - 1 : null,
  };
}
