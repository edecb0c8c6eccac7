import type { YearlyPath } from "@jkp/month";
import { type Limit, LIMIT_INDICES, type LimitIndex, type Rules } from "@jkp/scheme";
import { type LimitContext, limitPath, NO_LIMIT } from "./limit_path.ts";

/** Limits by year in rupiah; `null` for none. */
export interface BenefitLimits {
  /** Of the reference wage: earnings are insured between the two. */
  readonly lowestWage: YearlyPath | null;
  readonly highestWage: YearlyPath | null;
  readonly lowestBenefit: YearlyPath | null;
  readonly highestBenefit: YearlyPath | null;
  /** Rupiah a month for one unit of the wage bands; `null` without bands. */
  readonly bandUnit: YearlyPath | null;
}

/** A scheme's limits by year in rupiah, and how they were taken. */
export interface SchemeLimits extends BenefitLimits {
  /** Of insurable earnings. */
  readonly ceiling: YearlyPath | null;
  readonly floor: YearlyPath | null;
  readonly basis: readonly string[];
  readonly notValued: readonly string[];
}

/** Every limit of a scheme, and the unit of its wage bands, moved by what it follows. */
export function limitsOf(rules: Rules, context: LimitContext): SchemeLimits {
  const { benefit, insurableEarnings, referenceWage, minimumBenefit, maximumBenefit } =
    rules;
  const ceiling = limitPath(
    insurableEarnings.ceiling,
    insurableEarnings,
    "Ceiling of earnings",
    context,
  );
  const floor = limitPath(
    insurableEarnings.floor,
    insurableEarnings,
    "Floor of earnings",
    context,
  );
  const fixed = (amountPerMonth: number | null, what: string) =>
    limitPath(
      { amountPerMonth, multiple: null, of: null, index: "none" },
      referenceWage,
      what,
      context,
    );
  const lowestReference = fixed(referenceWage.minimum, "Lowest reference wage");
  const highestReference = fixed(referenceWage.maximum, "Highest reference wage");
  const lowest = minimumBenefit === null
    ? NO_LIMIT
    : limitPath(minimumBenefit.limit, minimumBenefit, "Minimum benefit", context);
  const highest = maximumBenefit === null
    ? NO_LIMIT
    : limitPath(maximumBenefit.limit, maximumBenefit, "Maximum benefit", context);
  // Bands are of daily wages: this many units of them a month.
  const bandUnit = benefit.kind !== "graded" ? NO_LIMIT : limitPath(
    {
      amountPerMonth: benefit.daysPerMonth,
      multiple: null,
      of: null,
      index: benefit.index,
    },
    benefit,
    "Wage bands",
    context,
  );
  const all = [
    ceiling,
    floor,
    lowestReference,
    highestReference,
    lowest,
    highest,
    bandUnit,
  ];
  return {
    ceiling: ceiling.idr,
    floor: floor.idr,
    lowestWage: joined(floor.idr, lowestReference.idr, Math.max),
    highestWage: joined(ceiling.idr, highestReference.idr, Math.min),
    lowestBenefit: lowest.idr,
    highestBenefit: highest.idr,
    bandUnit: bandUnit.idr,
    basis: [
      ...(lowest.idr === null && highest.idr === null
        ? []
        : ["Limits of benefits: of each year, met by reference wages in its middle"]),
      ...indexBasis(
        [
          ceiling.idr && insurableEarnings.ceiling,
          lowest.idr && minimumBenefit?.limit,
          highest.idr && maximumBenefit?.limit,
          bandUnit.idr && benefit.kind === "graded" ? benefit : null,
        ],
        context,
      ),
      ...new Set(all.flatMap(({ basis }) => basis)),
    ],
    notValued: all.flatMap(({ notValued }) => notValued === null ? [] : [notValued]),
  };
}

/** What limits that follow GDP, or minimum wages, are moved with. */
function indexBasis(
  limits: readonly (Pick<Limit, "index"> | null | undefined)[],
  { choices }: LimitContext,
): string[] {
  const follows = (index: LimitIndex) => limits.some((limit) => limit?.index === index);
  return [
    ...(follows("gdp") || follows("real_gdp_lagged")
      ? [
        "Limits that follow GDP: moved with " +
        LIMIT_INDICES[follows("gdp") ? choices.ceilingIndex : "real_gdp_lagged"],
      ]
      : []),
    ...(follows("minimum_wage") ? ["Limits that follow minimum wages: with wages"] : []),
  ];
}

function joined(
  one: YearlyPath | null,
  other: YearlyPath | null,
  choose: (a: number, b: number) => number,
): YearlyPath | null {
  if (one === null || other === null) return one ?? other;
  const { firstYear, values } = one;
  return { firstYear, values: values.map((value, i) => choose(value, other.values[i]!)) };
}
