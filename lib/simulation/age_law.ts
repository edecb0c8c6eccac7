import type { AgeShare } from "@jkp/experience";
import type { Month } from "@jkp/month";
import { sumSimple } from "simple-statistics";

/** Ages of members as a table that draws are read from. */
export interface AgeLaw {
  readonly ages: readonly AgeShare[];
  /** Lowest and highest of all ages, in whole years. */
  readonly youngest: number;
  readonly oldest: number;
}

/** Prepares ages for draws. */
export function ageLaw(ages: readonly AgeShare[]): AgeLaw {
  const isAge = (age: number) => Number.isInteger(age) && age >= 0 && age <= 120;
  for (const { ageFrom, ageTo, share } of ages) {
    if (isAge(ageFrom) && isAge(ageTo) && ageFrom <= ageTo && share >= 0) continue;
    throw new RangeError(
      "Cannot simulate careers: ages in whole years from 0 to 120 with shares of 0 or " +
        `more are wanted, got ${ageFrom} to ${ageTo} with ${share}`,
    );
  }
  const total = sumSimple(ages.map(({ share }) => share));
  if (!(Math.abs(total - 1) < 1e-6)) {
    throw new RangeError(
      `Cannot simulate careers: shares of ages that add up to 1 are wanted, got ${total}`,
    );
  }
  return {
    ages,
    youngest: Math.min(...ages.map(({ ageFrom }) => ageFrom)),
    oldest: Math.max(...ages.map(({ ageTo }) => ageTo)),
  };
}

/** The age, in whole months, that a fraction of members has not passed: even in a group. */
export function ageInMonths({ ages }: AgeLaw, fraction: number): number {
  let left = fraction;
  for (const { ageFrom, ageTo, share } of ages) {
    if (left < share) {
      return 12 * ageFrom + Math.floor(left / share * 12 * (ageTo - ageFrom + 1));
    }
    left -= share;
  }
  // Only the last digits of the shares can leave a rest.
  const last = ages.at(-1)!;
  return 12 * last.ageTo + 11;
}

/** Age in whole years in a month, held between the youngest and the oldest. */
export function ageIn(
  { youngest, oldest }: Pick<AgeLaw, "youngest" | "oldest">,
  birthMonth: Month,
  month: Month,
): number {
  return Math.max(youngest, Math.min(oldest, Math.floor((month - birthMonth) / 12)));
}
