import { contributionRate } from "@jkp/entitlement";
import { roundedPercent } from "@jkp/exhibit";
import { checkArgument, checkNumber, checkWords } from "@jkp/problem";
import type { Financing, Recomposition } from "@jkp/scheme";

/** Who pays contributions. */
const PAYERS = ["government", "employer", "employee"] as const;

/** Who pays contributions. */
export type Payer = typeof PAYERS[number];

/**
 * Who bears what a rate is above or below the law's: all in proportion to what they pay by
 * law, or one alone.
 */
export type Bearer = "all" | Payer;

/** A contribution rate by who pays it, fractions of insurable earnings. */
export interface SplitRate extends Readonly<Record<Payer, number>> {
  /** What of the employer's part is moved from JKK and JKm, so that nothing is paid on top. */
  readonly recomposed: number;
}

/**
 * Splits a contribution rate between State, employer and worker as a scheme's financing has
 * it.
 *
 * @param rate The rate of all together, a fraction of insurable earnings.
 * @param rules The scheme's `financing`, and its `recomposition` if it has one.
 * @param bearer Who bears what differs from the law's rate. If one alone does, and the rate is
 * below what the others pay by law, they pay less in proportion.
 * @returns Parts that add up to the rate. What the law moves from JKK and JKm is moved in the
 * same proportion as the employer pays, at most what the law moves.
 * @throws {RangeError} If the rate is below 0, the law has no rate, or does not say who pays it.
 *
 * @example JKP after 2025: 0.22 per cent from the State, 0.14 moved from JKK
 * ```ts
 * import { monthOf } from "@jkp/month";
 * import { rulesAt } from "@jkp/scheme";
 * import { readScheme } from "@jkp/scheme/read";
 * import { splitRate } from "@jkp/uncertainty";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const rules = rulesAt(await readScheme("jkp_2025"), monthOf(2026, 1));
 * const law = splitRate(0.0036, rules);
 * assertAlmostEquals(law.government, 0.0022);
 * assertAlmostEquals(law.recomposed, 0.0014);
 * assertAlmostEquals(splitRate(0.0072, rules).government, 0.0044);
 * assertAlmostEquals(splitRate(0.0072, rules, "employee").employee, 0.0036);
 * ```
 */
export function splitRate(
  rate: number,
  rules: {
    readonly financing: Financing;
    readonly recomposition: Recomposition | null;
  },
  bearer: Bearer = "all",
): SplitRate {
  checkNumber(DOING, "a rate of 0 or more", rate, (each) => each >= 0);
  const split = sharing(rules, bearer);
  return split(rate);
}

const DOING = "split a contribution rate";

/** Checks a scheme's financing once, and gives the function that splits rates by it. */
export function sharing(
  rules: Parameters<typeof splitRate>[1],
  bearer: Bearer,
): (rate: number) => SplitRate {
  checkArgument(DOING, "the rules of a scheme", rules, ["financing", "recomposition"]);
  const { financing, recomposition } = rules;
  checkArgument(DOING, "a scheme's financing", financing, ["total", ...PAYERS]);
  checkWords(DOING, "bearer", bearer, ["all", ...PAYERS]);
  const law = contributionRate(financing);
  const byPayer = financing.government + financing.employer + financing.employee;
  if (law === 0 || byPayer === 0) {
    throw new RangeError(
      `Cannot ${DOING}: a law that says who pays the rate is wanted, got ` +
        (law === 0 ? "one without a rate" : `${roundedPercent(law, 4)} per cent in all`),
    );
  }
  const moved = recomposition === null
    ? 0
    : recomposition.fromJkk + recomposition.fromJkm;
  const recomposedShare = financing.employer === 0
    ? 0
    : Math.min(1, moved / financing.employer);
  const others = bearer === "all" ? 0 : byPayer - financing[bearer];
  return (rate) => {
    const part = (payer: Payer) => {
      if (bearer === "all") return rate * financing[payer] / byPayer;
      if (payer === bearer) return Math.max(0, rate - others);
      return rate >= others ? financing[payer] : rate * financing[payer] / others;
    };
    const employer = part("employer");
    return {
      government: part("government"),
      employer,
      employee: part("employee"),
      recomposed: Math.min(moved, employer * recomposedShare),
    };
  };
}
