import type { Month } from "@jkp/month";
import type { RulesInTime } from "@jkp/scheme";
import { entitlement } from "./entitlement.ts";
import type { CalculationOptions } from "./prepare.ts";

/** Somebody with a typical wage and record, by whom the benefits of designs are compared. */
export interface StandardPerson {
  /** In words, for example `mean wage`. */
  readonly wageTitle: string;
  /** Before any ceiling, in the scheme's currency a month; the same in every month. */
  readonly wage: number;
  /** Months with contributions without a break, up to the end of the job. */
  readonly recordMonths: number;
}

/** What a standard person is paid. */
export interface StandardBenefits {
  readonly person: StandardPerson;
  /** Benefit of each month over the last wage, fractions; empty if the claim is refused. */
  readonly replacementRates: readonly number[];
  /** The rule that refused the claim, with what it wanted and got; `null` if none did. */
  readonly refusedBy: string | null;
  /** What the rules leave open of the duration, in words. */
  readonly leftOpen: readonly string[];
}

/** Records that standard persons have, in months. */
const STANDARD_RECORDS = [12, 24, 60] as const;

/** Age of a standard person, in whole years. */
const STANDARD_AGE = 35;

/**
 * Standard persons: each wage with each record.
 *
 * @param wages Wages in the scheme's currency a month, with what they are called.
 * @param records Months with contributions.
 * @returns The persons, a wage after the other.
 *
 * @example
 * ```ts
 * import { standardPersons } from "@jkp/entitlement";
 * import { assertEquals } from "@std/assert";
 *
 * const persons = standardPersons([{ title: "mean wage", perMonth: 4_340_000 }]);
 * assertEquals(persons.map(({ recordMonths }) => recordMonths), [12, 24, 60]);
 * ```
 */
export function standardPersons(
  wages: readonly { readonly title: string; readonly perMonth: number }[],
  records: readonly number[] = STANDARD_RECORDS,
): StandardPerson[] {
  return wages.flatMap(({ title, perMonth }) =>
    records.map((recordMonths) => ({ wageTitle: title, wage: perMonth, recordMonths }))
  );
}

/**
 * What standard persons are paid when they are laid off: benefit over last wage, month by
 * month of benefit. All are 35 years old, claim at once and for the first time, and stay
 * out of work to the end of the benefit.
 *
 * @param rulesInTime Rules of the month in which the jobs end, with later changes if they
 * count.
 * @param month Last month of the jobs.
 * @param persons The persons.
 * @param options Quantities and choices that rules leave open.
 * @returns The rates of each, or the rule that refuses the claim.
 * @throws {RangeError} If the rules cannot hold together.
 * @throws {DataError} If a wage or a record cannot be.
 *
 * @example JKP pays 45 and 25 per cent, of twice the ceiling of 5 million half as much
 * ```ts
 * import { standardBenefits, standardPersons } from "@jkp/entitlement";
 * import { monthOf } from "@jkp/month";
 * import { rulesAt } from "@jkp/scheme";
 * import { readScheme } from "@jkp/scheme/read";
 * import { assertEquals } from "@std/assert";
 *
 * const month = monthOf(2022, 2);
 * const jkp = rulesAt(await readScheme("jkp_2021"), month);
 * const persons = standardPersons([
 *   { title: "under the ceiling", perMonth: 4e6 },
 *   { title: "twice the ceiling", perMonth: 10e6 },
 * ], [24]);
 * const rates = standardBenefits(jkp, month, persons)
 *   .map(({ replacementRates }) => replacementRates);
 * assertEquals(rates, [
 *   [0.45, 0.45, 0.45, 0.25, 0.25, 0.25],
 *   [0.225, 0.225, 0.225, 0.125, 0.125, 0.125],
 * ]);
 * ```
 */
export function standardBenefits(
  rulesInTime: RulesInTime,
  month: Month,
  persons: readonly StandardPerson[],
  options: CalculationOptions = {},
): StandardBenefits[] {
  return persons.map((person) => {
    const { wage, recordMonths } = person;
    const { isEligible, decidedBy, benefits, leftOpen } = entitlement(
      rulesInTime,
      {
        contributions: [{ firstMonth: month - recordMonths + 1, lastMonth: month, wage }],
        member: { age: STANDARD_AGE },
      },
      { month, reason: "involuntary" },
      options,
    );
    return {
      person,
      replacementRates: benefits.map((benefit) => benefit / wage),
      refusedBy: isEligible ? null : `${decidedBy.wanted} wanted, got ${decidedBy.got}`,
      leftOpen: leftOpen.filter((open) => open.startsWith("duration: ")),
    };
  });
}
