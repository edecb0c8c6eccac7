/**
 * A qualifying condition: so many contributions within the last so many months.
 *
 * The month itself is the last of these. A month counts once, however many spells it is
 * in, and adjoining spells are one.
 *
 * @see ILO (2021), Table 3.1, for 12 months within 24; section 3.1 on whom a rule of six
 * months in a row leaves out.
 */
export interface ServiceRule {
  /** Months with a contribution that are wanted. */
  readonly months: number;
  /** Months back that are looked at, the month itself included. */
  readonly withinMonths: number;
  /**
   * How many of them are wanted in a row.
   * @default {1}
   */
  readonly consecutiveMonths?: number;
}

/**
 * Refuses a rule that nobody could meet or that contradicts itself.
 * @throws {RangeError} Unless all are whole numbers, with 1 <= `consecutiveMonths` <=
 * `months` <= `withinMonths`.
 */
export function checkServiceRule(rule: ServiceRule): void {
  const { months, withinMonths, consecutiveMonths = 1 } = rule;
  const isUsable = [months, withinMonths, consecutiveMonths].every(Number.isInteger) &&
    1 <= consecutiveMonths && consecutiveMonths <= months && months <= withinMonths;
  if (isUsable) return;
  throw new RangeError(
    "Cannot use a service rule: whole numbers with 1 <= consecutiveMonths <= months <= " +
      `withinMonths are wanted, got ${consecutiveMonths}, ${months}, ${withinMonths}`,
  );
}

/** Whether a rule wants a contribution in each of the months it looks at. */
export function isContinuous(rule: ServiceRule): boolean {
  return rule.months === rule.withinMonths;
}
