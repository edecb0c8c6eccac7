import { checkArgument } from "@jkp/problem";
import { meanSimple } from "simple-statistics";

/** A figure of a period, or why it is not known. */
export type Known = number | Unknown;

/** Why a figure is not known. */
export interface Unknown {
  readonly whyNot: string;
}

/**
 * What indicators of a scheme are made from, over one period. Averages are of the months
 * of the period; money is rupiah of the whole period.
 */
export interface IndicatorFigures {
  /** What the figures are of, in words: whose count, or which projection. */
  readonly basis: string;
  /** Length of the period in months. */
  readonly months: number;
  /** Average insured members. */
  readonly members: Known;
  /** Beneficiaries in payment in an average month. */
  readonly beneficiaries: Known;
  /** Unemployed in the country. */
  readonly unemployed: Known;
  /** Those among them who were members. */
  readonly coveredUnemployed: Known;
  /** Layoffs of members that were registered. */
  readonly layoffs: Known;
  readonly claims: Known;
  /** Members who lost their job and meet every condition, whether they claim or not. */
  readonly entitled: Known;
  readonly firstPayments: Known;
  /** Beneficiaries who were paid their last month. */
  readonly exhaustions: Known;
  /** First payments of the months to which the exhaustions belong. */
  readonly firstPaymentsBefore: Known;
  /** Months between first payments and the exhaustions that belong to them. */
  readonly exhaustionLagMonths: Known;
  readonly longestMonths: Known;
  /** Payments of all kinds. */
  readonly paymentsIdr: Known;
  /** Payments a month of unemployment, without lump sums. */
  readonly monthlyBenefitsIdr: Known;
  /** Wages of beneficiaries before their claim, for all months paid, under no ceiling. */
  readonly lastWagesIdr: Known;
  /** Insured wages of members. */
  readonly wagesIdr: Known;
  readonly contributionIncomeIdr: Known;
  readonly administrationIdr: Known;
  /** At the end. */
  readonly fundIdr: Known;
  readonly gdpIdr: Known;
  /**
   * Benefits over insured wages of each year with benefits up to this one, at most
   * {@link HIGH_COST_YEARS}.
   */
  readonly costRates: readonly number[];
  /**
   * What is to be said of single figures.
   * @default nothing
   */
  readonly notes?: Readonly<Partial<Record<FigureName, string>>>;
}

type FigureName = Exclude<
  keyof IndicatorFigures,
  "basis" | "months" | "costRates" | "notes"
>;

/** An indicator of a scheme, with what it means. */
export interface Indicator {
  /** Short name, for example `exhaustion_rate`. */
  readonly name: string;
  readonly title: string;
  readonly formula: string;
  /** `null` where the data do not give it. */
  readonly value: number | null;
  readonly unit: "fraction" | "months" | "years" | "multiple";
  /** What it is computed from. */
  readonly basis: string;
  /** Between what is counted above and below the line. */
  readonly lag: string;
  /** Why there is no value. */
  readonly whyNot: string | null;
}

/** Years among which those of the highest cost are sought: US Department of Labor. */
export const HIGH_COST_YEARS = 20;

type Numbers = Readonly<Record<FigureName | "months", number>> & {
  readonly costRates: readonly number[];
};

interface Definition extends Pick<Indicator, "name" | "title" | "formula" | "unit"> {
  readonly uses: readonly FigureName[];
  /** @default none */
  readonly lag?: (figures: Numbers) => string;
  readonly value: (figures: Numbers) => Known;
}

/** One figure over another. */
function ratioOf(
  above: FigureName,
  below: FigureName,
): Pick<Definition, "uses" | "value"> {
  return { uses: [above, below], value: (figures) => figures[above] / figures[below] };
}

const SAME_PERIOD = "none: the same period";

const DEFINITIONS: readonly Definition[] = [
  {
    name: "insured_unemployment_rate",
    title: "Insured unemployment rate",
    formula: "beneficiaries in an average month / average members",
    unit: "fraction",
    ...ratioOf("beneficiaries", "members"),
  },
  {
    name: "beneficiaries_per_unemployed",
    title: "Beneficiaries per unemployed",
    formula: "beneficiaries in an average month / unemployed in the country",
    unit: "fraction",
    ...ratioOf("beneficiaries", "unemployed"),
  },
  {
    name: "beneficiaries_per_covered_unemployed",
    title: "Beneficiaries per unemployed who was a member",
    formula: "beneficiaries in an average month / unemployed who were members",
    unit: "fraction",
    ...ratioOf("beneficiaries", "coveredUnemployed"),
  },
  {
    name: "claims_per_layoff",
    title: "Claims per registered layoff",
    formula: "claims / registered layoffs of members",
    unit: "fraction",
    ...ratioOf("claims", "layoffs"),
    lag: () => "none: a claim may come months after its layoff",
  },
  {
    name: "take_up",
    title: "Take-up",
    formula: "first payments / members who became entitled",
    unit: "fraction",
    ...ratioOf("firstPayments", "entitled"),
  },
  {
    name: "average_duration",
    title: "Average duration",
    formula: "months of benefit paid / first payments",
    unit: "months",
    uses: ["beneficiaries", "firstPayments"],
    value: ({ beneficiaries, months, firstPayments }) =>
      beneficiaries * months / firstPayments,
  },
  {
    name: "maximum_duration",
    title: "Maximum duration",
    formula: "longest benefit under the law",
    unit: "months",
    uses: ["longestMonths"],
    value: ({ longestMonths }) => longestMonths,
  },
  {
    name: "exhaustion_rate",
    title: "Exhaustion rate",
    formula: "exhaustions / first payments of the months to which they belong",
    unit: "fraction",
    uses: ["exhaustions", "firstPaymentsBefore", "exhaustionLagMonths"],
    lag: ({ exhaustionLagMonths }) =>
      `first payments of as many months, ${exhaustionLagMonths} months earlier`,
    value: ({ exhaustions, firstPaymentsBefore }) => exhaustions / firstPaymentsBefore,
  },
  {
    name: "benefit_over_wage",
    title: "Benefit over wage",
    formula: "mean benefit of a month / members' mean insured wage of a month",
    unit: "fraction",
    uses: ["monthlyBenefitsIdr", "beneficiaries", "wagesIdr", "members"],
    value: ({ monthlyBenefitsIdr, beneficiaries, wagesIdr, members }) =>
      monthlyBenefitsIdr / beneficiaries / (wagesIdr / members),
  },
  {
    name: "replacement_rate",
    title: "Replacement rate",
    formula: "benefits / beneficiaries' own last wages, under no ceiling",
    unit: "fraction",
    ...ratioOf("monthlyBenefitsIdr", "lastWagesIdr"),
    lag: () => "wages of the month before the claim or the payment, as the law counts",
  },
  {
    name: "claim_ratio",
    title: "Claim ratio",
    formula: "benefits / contributions",
    unit: "fraction",
    ...ratioOf("paymentsIdr", "contributionIncomeIdr"),
  },
  {
    name: "months_of_claims_covered",
    title: "Months of claims covered",
    formula: "fund at the end / mean benefits a month",
    unit: "months",
    uses: ["fundIdr", "paymentsIdr"],
    lag: () => "fund at the end, benefits of the period before it",
    value: ({ fundIdr, paymentsIdr, months }) => fundIdr / (paymentsIdr / months),
  },
  {
    name: "reserve_over_expenses",
    title: "Reserve ratio: years of expenses",
    formula: "fund at the end / benefits and administration of a year",
    unit: "years",
    uses: ["fundIdr", "paymentsIdr", "administrationIdr"],
    lag: () => "fund at the end, expenses of the period before it",
    value: ({ fundIdr, paymentsIdr, administrationIdr, months }) =>
      fundIdr / ((paymentsIdr + administrationIdr) * 12 / months),
  },
  {
    name: "reserve_over_wages",
    title: "Reserve ratio: fund over wages",
    formula: "fund at the end / insured wages of a year",
    unit: "fraction",
    uses: ["fundIdr", "wagesIdr"],
    lag: () => "fund at the end, wages of the period before it",
    value: ({ fundIdr, wagesIdr, months }) => fundIdr / (wagesIdr * 12 / months),
  },
  {
    name: "high_cost_rate",
    title: "High cost rate",
    formula: `highest yearly ratio of benefits to insured wages in ${HIGH_COST_YEARS} ` +
      "years",
    unit: "fraction",
    uses: [],
    lag: ({ costRates }) => `the last ${costRates.length} years with benefits`,
    value: ({ costRates }) =>
      costRates.length === 0
        ? { whyNot: "a year with benefits and insured wages is wanted, got none" }
        : Math.max(...costRates),
  },
  {
    name: "average_high_cost_rate",
    title: "Average high cost rate",
    formula: `mean of the three highest yearly ratios of benefits to insured wages in ` +
      `${HIGH_COST_YEARS} years`,
    unit: "fraction",
    uses: [],
    lag: ({ costRates }) => `the last ${costRates.length} years with benefits`,
    value: ({ costRates }) => averageHighCostRate(costRates),
  },
  {
    name: "average_high_cost_multiple",
    title: "Average high cost multiple",
    formula: "fund over wages / average high cost rate",
    unit: "multiple",
    uses: ["fundIdr", "wagesIdr"],
    lag: ({ costRates }) =>
      `fund at the end; cost rates of the last ${costRates.length} years with benefits`,
    value: ({ fundIdr, wagesIdr, months, costRates }) => {
      const rate = averageHighCostRate(costRates);
      return typeof rate === "number" ? fundIdr / (wagesIdr * 12 / months) / rate : rate;
    },
  },
  {
    name: "benefits_over_gdp",
    title: "Benefits over gross domestic product",
    formula: "benefits / nominal gross domestic product",
    unit: "fraction",
    ...ratioOf("paymentsIdr", "gdpIdr"),
  },
  {
    name: "cost_over_gdp",
    title: "Cost over gross domestic product",
    formula: "benefits and administration / nominal gross domestic product",
    unit: "fraction",
    uses: ["paymentsIdr", "administrationIdr", "gdpIdr"],
    value: ({ paymentsIdr, administrationIdr, gdpIdr }) =>
      (paymentsIdr + administrationIdr) / gdpIdr,
  },
];

/**
 * The indicators by which unemployment insurance is watched, each with its formula, basis
 * and lag, and without a value where the figures do not give it.
 *
 * @param figures Figures of one period: of a valuation's year, or of what was counted.
 * @returns Every indicator, in the same order.
 * @see UI Data Summary Glossary, US Department of Labor: average duration, exhaustion rate,
 * high cost multiple.
 *
 * @example A fund of 500 million on wages of 40 billion, after years of 1.5, 1.8 and 3 per cent
 * ```ts
 * import { indicators, unknownFigures } from "@jkp/experience";
 * import { assertEquals } from "@std/assert";
 *
 * const found = indicators({
 *   ...unknownFigures("not in this example"),
 *   basis: "a state of the United States, 2009",
 *   fundIdr: 500e6,
 *   wagesIdr: 40e9,
 *   costRates: [0.015, 0.018, 0.009, 0.03],
 * });
 * const multiple = found.find(({ name }) => name === "average_high_cost_multiple")!;
 * assertEquals(multiple.value!.toFixed(3), "0.595");
 * const takeUp = found.find(({ name }) => name === "take_up")!;
 * assertEquals(takeUp.value, null);
 * assertEquals(
 *   takeUp.whyNot,
 *   "first payments: not in this example; members who became entitled: not in this example",
 * );
 * ```
 */
export function indicators(figures: IndicatorFigures): Indicator[] {
  checkArgument(
    "find indicators",
    "a record of figures, as figuresOfValuation or figuresOfFacts give it,",
    figures,
    ["members", "basis"],
  );
  return DEFINITIONS.map(({ uses, value: valueOf, lag, ...definition }) => {
    const missing = uses.map((name) => figures[name])
      .filter((figure) => typeof figure !== "number");
    const numbers = figures as unknown as Numbers;
    const value = missing.length > 0
      ? { whyNot: [...new Set(missing.map(({ whyNot }) => whyNot))].join("; ") }
      : valueOf(numbers);
    const isKnown = typeof value === "number" && Number.isFinite(value);
    const notes = uses.flatMap((name) => figures.notes?.[name] ?? []);
    return {
      ...definition,
      value: isKnown ? value : null,
      basis: [figures.basis, ...new Set(notes)].join("; "),
      lag: missing.length > 0 || lag === undefined ? SAME_PERIOD : lag(numbers),
      whyNot: isKnown
        ? null
        : typeof value === "number"
        ? "nothing was counted below the line"
        : value.whyNot,
    };
  });
}

/**
 * Figures of a year of which nothing is known, to begin with.
 *
 * @param whyNot Why, for all of them.
 * @returns Figures to copy, with those that are known.
 *
 * @example
 * ```ts
 * import { unknownFigures } from "@jkp/experience";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(unknownFigures("not counted").fundIdr, { whyNot: "the fund: not counted" });
 * ```
 */
export function unknownFigures(whyNot: string): IndicatorFigures {
  const unknown = Object.fromEntries(
    Object.entries(FIGURES).map(([name, words]) => [
      name,
      { whyNot: `${words}: ${whyNot}` },
    ]),
  ) as unknown as Record<FigureName, Unknown>;
  return { basis: "", months: 12, costRates: [], ...unknown };
}

/** Every figure in words. */
const FIGURES: Readonly<Record<FigureName, string>> = {
  members: "members",
  beneficiaries: "beneficiaries in payment",
  unemployed: "unemployed in the country",
  coveredUnemployed: "unemployed who were members",
  layoffs: "layoffs",
  claims: "claims",
  entitled: "members who became entitled",
  firstPayments: "first payments",
  exhaustions: "exhaustions",
  firstPaymentsBefore: "first payments of the months before",
  exhaustionLagMonths: "months to exhaustion",
  longestMonths: "longest benefit",
  paymentsIdr: "payments",
  monthlyBenefitsIdr: "benefits a month",
  lastWagesIdr: "last wages of beneficiaries",
  wagesIdr: "insured wages",
  contributionIncomeIdr: "contribution income",
  administrationIdr: "administration",
  fundIdr: "the fund",
  gdpIdr: "nominal gross domestic product",
};

/** Years whose mean is the high cost rate: US Department of Labor. */
const HIGHEST_YEARS = 3;

function averageHighCostRate(costRates: readonly number[]): Known {
  if (costRates.length < HIGHEST_YEARS) {
    return {
      whyNot: `${HIGHEST_YEARS} years of cost rates are wanted, got ${costRates.length}`,
    };
  }
  return meanSimple(costRates.toSorted((a, b) => b - a).slice(0, HIGHEST_YEARS));
}
