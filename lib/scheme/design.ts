import { yearOf } from "@jkp/month";
import { benefitRates } from "./benefit_rates.ts";
import { durationRange } from "./duration_range.ts";
import { readScheme } from "./rules/read_scheme.ts";
import { rulesAt } from "./rules/rules_at.ts";
import type { Rules } from "./rules/scheme.ts";
import { readValuationTerms, type ValuationTerms } from "./valuation_terms.ts";

/** A scheme's rules in one month, as far as a valuation by means needs them. */
export interface Design extends ValuationTerms {
  readonly name: string;
  readonly title: string;
  readonly source: string;
  /** Who is covered, in words. */
  readonly coverage: string;
  /** Which ends of employment are covered, in words. */
  readonly contingency: string;
  /** Contributions needed, within the window before the claim. */
  readonly qualifying: {
    readonly contributionMonths: number;
    readonly windowMonths: number;
  };
  readonly insurableEarnings: {
    /** What counts as earnings, in words. */
    readonly definition: string;
    /** `Infinity` for no ceiling. */
    readonly ceilingIdrPerMonth: number;
    /** Year whose ceiling is given; later years follow the ceiling's index. */
    readonly ceilingYear: number;
  };
  /** Months before the claim over which average monthly earnings (AME) are taken. */
  readonly averageEarningsMonths: number;
  /** Benefit as a fraction of AME; of a taper or of wage bands the highest. */
  readonly benefitRate: number;
  /** Of a range of durations the longest. */
  readonly maximumDurationMonths: number;
  readonly waitingPeriodDays: number;
  /** The fund before the first contribution. */
  readonly initialCapitalIdr: number;
}

/**
 * A scheme's rules and the terms of a valuation as the design that is valued.
 *
 * What a design cannot hold, such as a taper, stands in `benefitMonths` of a valuation's
 * assumptions: `schemeAssumptions` in `@jkp/valuation` makes both.
 *
 * @param rules The rules of a month.
 * @param terms Calendar, reserve and transition.
 * @returns The design. A ceiling and a capital that are no amounts in rupiah are left out.
 *
 * @example JKP pays up to 45 per cent for six months
 * ```ts
 * import { monthOf } from "@jkp/month";
 * import { designOf, readScheme, readValuationTerms, rulesAt } from "@jkp/scheme";
 * import { assertEquals } from "@std/assert";
 *
 * const jkp = rulesAt(await readScheme("jkp_2021"), monthOf(2022, 1));
 * const design = designOf(jkp, await readValuationTerms());
 * assertEquals([design.benefitRate, design.maximumDurationMonths], [0.45, 6]);
 * ```
 */
export function designOf(rules: Rules, terms: ValuationTerms): Design {
  const { qualifying, insurableEarnings, referenceWage, currency } = rules;
  const { amountPerMonth } = insurableEarnings.ceiling;
  return {
    ...terms,
    name: rules.name,
    title: rules.title,
    source: rules.source,
    coverage: rules.coverage.text,
    contingency: rules.contingency.text,
    qualifying: {
      contributionMonths: qualifying.contributionMonths,
      windowMonths: qualifying.windowMonths,
    },
    insurableEarnings: {
      definition: insurableEarnings.definition,
      ceilingIdrPerMonth: currency === "IDR" ? amountPerMonth ?? Infinity : Infinity,
      ceilingYear: yearOf(insurableEarnings.from),
    },
    averageEarningsMonths: referenceWage.kind === "last" ? 1 : referenceWage.months,
    benefitRate: Math.max(...benefitRates(rules.benefit)),
    maximumDurationMonths: durationRange(rules).longest,
    waitingPeriodDays: rules.waitingPeriod.days,
    initialCapitalIdr: currency === "IDR" ? rules.financing.initialCapital ?? 0 : 0,
  };
}

/**
 * Reads a design with one rate of benefit for a fixed time: a scheme's rules as they stand
 * when benefits begin, with the terms of the report's valuation.
 *
 * @param nameOrPath A file of `data/designs`, or a path ending in `.toml`.
 * @returns The design.
 * @throws {DataError} With everything that is wrong with a file.
 * @throws {RangeError} If the scheme begins after the first benefits, or has more than one
 * rate or duration.
 *
 * @example The design that the report values
 * ```ts
 * import { readDesign } from "@jkp/scheme";
 * import { assertEquals } from "@std/assert";
 *
 * const design = await readDesign("proposed_2021");
 * assertEquals(design.benefitRate, 0.5);
 * assertEquals(design.maximumDurationMonths, 6);
 * ```
 */
export async function readDesign(nameOrPath: string): Promise<Design> {
  const [scheme, terms] = await Promise.all([
    readScheme(nameOrPath),
    readValuationTerms(),
  ]);
  const rules = rulesAt(scheme, terms.firstBenefitMonth);
  const { benefit, duration } = rules;
  if (benefit.kind !== "flat" || duration.kind !== "fixed") {
    throw new RangeError(
      `Cannot read ${rules.name} as one design: a flat benefit and a fixed duration are ` +
        `wanted, got ${benefit.kind} and ${duration.kind}; schemeAssumptions() takes any`,
    );
  }
  return designOf(rules, terms);
}
