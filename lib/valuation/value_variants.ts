import type { Scenario } from "@jkp/economy";
import type { Experience } from "@jkp/experience";
import type { Design } from "@jkp/scheme";
import { deriveAssumptions, type ValuationAssumptions } from "./assumptions.ts";
import type { ModelChoices } from "./choices.ts";
import { type Valuation, valueScheme } from "./valuation.ts";
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

/** Three scenarios in the report's names. */
export interface ReportScenarios {
  readonly pessimistic: Scenario;
  readonly base: Scenario;
  readonly optimistic: Scenario;
}

/**
 * Values the three scenarios under each variant, everything else as in a reading.
 *
 * @param experience What the extract showed.
 * @param scenarios The three scenarios.
 * @param design The scheme.
 * @param choices The reading that variants depart from.
 * @param variants What to try; the reading itself comes first in the result.
 * @returns The headlines, one row a variant.
 *
 * @example What the reading itself gives
 * ```ts
 * import { readScenario } from "@jkp/economy";
 * import { studyExperience } from "@jkp/experience";
 * import { readShippedExtract } from "@jkp/extract";
 * import { readDesign } from "@jkp/scheme";
 * import { READINGS, valueVariants } from "@jkp/valuation";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const [reading] = valueVariants(
 *   studyExperience(await readShippedExtract()),
 *   {
 *     pessimistic: await readScenario("pessimistic"),
 *     base: await readScenario("base"),
 *     optimistic: await readScenario("optimistic"),
 *   },
 *   await readDesign("proposed_2021"),
 *   READINGS.closest,
 *   [],
 * );
 * assertAlmostEquals(reading!.headlines.baseSuggested, 0.0135, 0.0005);
 * ```
 */
export function valueVariants(
  experience: Experience,
  scenarios: ReportScenarios,
  design: Design,
  choices: ModelChoices,
  variants: readonly Variant[] = VARIANTS,
): VariantResult[] {
  const asItIs: Variant = { name: "the reading itself", reason: "" };
  return [asItIs, ...variants].map((variant) => {
    const { change = (assumptions: ValuationAssumptions) => assumptions } = variant;
    const derive = (scenario: Scenario) =>
      change(
        deriveAssumptions(experience, scenario, design, {
          ...choices,
          ...variant.choices,
        }),
      );
    const base = derive(scenarios.base);
    const nineMonths = valueScheme({
      ...base,
      design: { ...base.design, maximumDurationMonths: 9 },
    });
    return {
      variant,
      headlines: headlines(
        valueScheme(base),
        valueScheme(derive(scenarios.pessimistic)),
        valueScheme(derive(scenarios.optimistic)),
        nineMonths,
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
  const payg = (year: number) =>
    base.years.find((row) => row.year === year)!.paygCostRate;
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
