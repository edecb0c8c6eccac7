import { benefitRates, type Rules } from "@jkp/scheme";
import { meanSimple } from "simple-statistics";

/** The rates of a benefit's formula: highest, lowest, and mean of the first months. */
export function benefitRateSummary({ benefit }: Pick<Rules, "benefit">) {
  const rates = benefitRates(benefit);
  const byMonth = benefit.kind === "tapered" ? rates : [];
  return {
    highest: Math.max(...rates),
    lowest: Math.min(...rates),
    firstThreeMonths: meanRate(byMonth.slice(0, 3)),
    nextThreeMonths: meanRate(byMonth.slice(3)),
  };
}

/** Rates by month, equal months together. */
export function benefitSteps({ benefit }: Pick<Rules, "benefit">) {
  const steps: { rate: number; months: number }[] = [];
  for (const rate of benefit.kind === "tapered" ? benefit.rates : []) {
    const last = steps.at(-1);
    if (last?.rate === rate) last.months++;
    else steps.push({ rate, months: 1 });
  }
  return steps;
}

/** The plain mean of some rates; `null` of none. */
export function meanRate(rates: readonly number[]): number | null {
  return rates.length === 0 ? null : meanSimple(rates);
}
