import type { ReportScenario } from "@jkp/economy";
import { valueInYear } from "@jkp/month";
import type { Rules } from "@jkp/scheme";
import { deriveAssumptions } from "./assumptions/derive_assumptions.ts";
import type { ValuationAssumptions } from "./assumptions/valuation_assumptions.ts";
import type { ValuationInputs } from "./assumptions/valuation_inputs.ts";
import { type Valuation, valueAssumptions } from "./valuation.ts";
import { type Variant, VARIANTS } from "./variants.ts";

/** The headline results of three scenarios, as fractions of insurable earnings. */
export interface Headlines {
  readonly baseSuggested: number;
  readonly baseMinimum: number;
  readonly pessimisticSuggested: number;
  readonly pessimisticMinimum: number;
  readonly optimisticSuggested: number;
  readonly optimisticMinimum: number;
  /** PAYG cost rate of the base scenario. */
  readonly basePayg2022: number;
  readonly basePayg2025: number;
  readonly basePayg2026: number;
  readonly basePayg2030: number;
  /** Highest PAYG cost rate of the pessimistic scenario. */
  readonly pessimisticPaygPeak: number;
  /** Base suggested rate with at most nine months of benefit. */
  readonly nineMonths: number;
}

/** The headlines under a variant. */
export interface VariantResult {
  readonly variant: Variant;
  readonly headlines: Headlines;
}

/**
 * Values the three scenarios under each variant, everything else as in a reading.
 *
 * @param inputs What each scenario's valuation is made from, but the law; variants depart
 * from its choices.
 * @param rules The scheme's rules.
 * @param variants What to try; the reading itself comes first in the result.
 * @returns The headlines, one row a variant.
 *
 * @example The reading itself: 1.35 per cent, 4.89 in the pessimistic scenario
 * ```ts
 * import { monthOf } from "@jkp/month";
 * import { readScheme } from "@jkp/scheme/read";
 * import { rulesAt } from "@jkp/scheme";
 * import { reportInputs } from "@jkp/valuation/read";
 * import { valueVariants } from "@jkp/valuation";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const [pessimistic, base, optimistic] = [
 *   await reportInputs("pessimistic"),
 *   await reportInputs("base"),
 *   await reportInputs("optimistic"),
 * ];
 * const rules = rulesAt(await readScheme("proposed_2021"), monthOf(2022, 1));
 * const [reading] = valueVariants({ pessimistic, base, optimistic }, rules, []);
 * const { baseSuggested, pessimisticSuggested } = reading!.headlines;
 * assertAlmostEquals(baseSuggested, 0.0135, 0.00005);
 * assertAlmostEquals(pessimisticSuggested, 0.0489, 0.00005);
 * ```
 */
export function valueVariants(
  inputs: { readonly [Name in ReportScenario]: ValuationInputs },
  rules: Rules,
  variants: readonly Variant[] = VARIANTS,
): VariantResult[] {
  const asItIs: Variant = { name: "the reading itself", reason: "" };
  return [asItIs, ...variants].map((variant) => {
    const same = (assumptions: ValuationAssumptions) => assumptions;
    const derive = (name: ReportScenario) => {
      const { choices, change = same, ...others } = inputs[name];
      const varied: ValuationInputs = {
        ...others,
        choices: { ...choices, ...variant.choices },
        change: (assumptions) => (variant.change ?? same)(change(assumptions)),
      };
      return deriveAssumptions(varied, rules).assumptions;
    };
    const base = derive("base");
    return {
      variant,
      headlines: headlines(
        valueAssumptions(base),
        valueAssumptions(derive("pessimistic")),
        valueAssumptions(derive("optimistic")),
        valueAssumptions({ ...base, maximumDurationMonths: 9 }),
      ),
    };
  });
}

function headlines(
  base: Valuation,
  pessimistic: Valuation,
  optimistic: Valuation,
  nineMonths: Valuation,
): Headlines {
  const all = (valuation: Valuation) => valuation.financing.benefit_and_administrative;
  const paygCostRates = {
    firstYear: base.years[0]!.year,
    values: base.years.map((row) => row.paygCostRate),
  };
  const payg = (year: number) => valueInYear(paygCostRates, year);
  return {
    baseSuggested: all(base).suggestedRate,
    baseMinimum: all(base).minimumRate,
    pessimisticSuggested: all(pessimistic).suggestedRate,
    pessimisticMinimum: all(pessimistic).minimumRate,
    optimisticSuggested: all(optimistic).suggestedRate,
    optimisticMinimum: all(optimistic).minimumRate,
    basePayg2022: payg(2022),
    basePayg2025: payg(2025),
    basePayg2026: payg(2026),
    basePayg2030: payg(2030),
    pessimisticPaygPeak: Math.max(...pessimistic.years.map((year) => year.paygCostRate)),
    nineMonths: all(nineMonths).suggestedRate,
  };
}
