import { entitlement } from "@jkp/entitlement";
import type { Rules } from "@jkp/scheme";

/**
 * Benefits a day at both ends of each bracket of a graded benefit, by the calculator:
 * `ages.bands.from` and `to`, and `above` the last bracket.
 */
export function dailyBenefits(rules: Rules) {
  const { benefit } = rules;
  if (benefit.kind !== "graded") return null;
  return benefit.ages.map(({ ageFrom, ageTo, bands }) => {
    const at = (wage: number) =>
      dailyBenefit(rules, benefit.daysPerMonth, ageTo ?? ageFrom, wage);
    const wage = bands.at(-1)!.wageTo + 1;
    return {
      bands: bands.map(({ wageFrom, wageTo }) => ({
        from: at(wageFrom),
        to: at(wageTo),
      })),
      // However high the wage: the benefit rises no more.
      above: { wage, from: at(wage), to: at(10 * wage) },
    };
  });
}

/** Benefit a day after a year on one daily wage. */
function dailyBenefit(rules: Rules, days: number, age: number, dailyWage: number) {
  const { month } = rules;
  const year = { firstMonth: month - 11, lastMonth: month, wage: days * dailyWage };
  const history = { contributions: [year], member: { age } };
  const { benefits } = entitlement(rules, history, { month, reason: "involuntary" });
  return benefits[0]! / days;
}
