import { type Figure, formatNumber, type Table, unitThatShows } from "@jkp/exhibit";
import { checkArgument, checkText } from "@jkp/problem";
import {
  type CostPaths,
  distributionOf,
  exhaustionByYear,
  pathRates,
  quantileOf,
  rateDistributions,
  rateForRuin,
  valueAtRisk,
} from "@jkp/uncertainty";
import { cells, ERRORS, withError } from "./estimate_columns.ts";
import {
  type DrawnCosts,
  fanFigures,
  overdrawnFigures,
  RATE_NAMES,
  rateQuantilesFigure,
} from "./path_figures.ts";
import { checkSchemes, ofSchemes } from "./scheme_columns.ts";

/** A scheme's costs on many paths, and as assumed. */
export interface UncertainScheme {
  readonly title: string;
  readonly costs: CostPaths;
  /** Without chance: one path. */
  readonly asAssumed: CostPaths;
}

/** How sure a valuation is, as tables and figures, with the answer in words. */
export interface ValuationUncertainty {
  readonly inWords: string;
  readonly tables: readonly Table[];
  readonly figures: readonly Figure[];
}

/** A scheme, and what of it is shown more than once. */
type MeasuredScheme = UncertainScheme & DrawnCosts;

/** Chances of being overdrawn at any time that a rate is found for. */
const RUIN_PROBABILITIES = [0.1, 0.05, 0.01];

/** Parts of the paths at which the figures are looked at. */
const PARTS = [8, 4, 2, 1];

/**
 * How sure a valuation is: distributions of its contribution rates, the chance that the fund
 * is overdrawn by each year under some rates, the rate for a chosen chance, what the next
 * year may cost, and how far the figures have converged.
 *
 * @param schemes Costs on the same paths, one entry a scheme.
 * @param drawn How the paths were drawn, in words: how many, by what process, from which seed.
 * @param source Where the figures come from.
 * @param askedRates Contribution rates that are asked about beside the one that each scheme is
 * tried at, fractions of insurable earnings; none by default.
 * @returns Tables, figures, and the answer.
 * @throws {RangeError} If there is no scheme, or fewer than 16 paths.
 * @see ILO (2021), sections 4.4 and 4.5, which ask for it and have no figures.
 */
export function valuationUncertainty(
  schemes: readonly UncertainScheme[],
  drawn: string,
  source: string,
  askedRates: readonly number[] = [],
): ValuationUncertainty {
  const doing = "say how sure a valuation is";
  checkSchemes(doing, schemes);
  for (const scheme of schemes) {
    checkArgument(doing, "a scheme with title and costs", scheme, [
      "title",
      "costs",
      "asAssumed",
    ]);
    if (scheme.costs.paths < 16) {
      throw new RangeError(
        `Cannot ${doing}: 16 paths or more are wanted, got ${scheme.costs.paths}`,
      );
    }
  }
  checkText(doing, "how the paths were drawn, in words, as drawn", drawn);
  checkText(doing, "where the figures come from, as source", source);
  const notes = [`${drawn}.`, ERRORS];
  const measured = schemes.map((scheme) => measuredOf(scheme, askedRates));
  const of = (
    id: string,
    title: string,
    rest: Pick<Table, "columns" | "rows">,
  ): Table => ({
    id,
    number: "",
    ...ofSchemes(schemes, title, rest.columns),
    rows: rest.rows,
    notes,
    source,
  });
  return {
    inWords: measured.map(answerFor).join("\n"),
    tables: [
      of(
        "rates_over_paths",
        "Contribution rates over all paths",
        ratesOverPaths(measured),
      ),
      of(
        "overdrawn_by_year",
        "Chance that the fund has been overdrawn by the end of a year",
        overdrawnByYear(measured),
      ),
      of(
        "rate_for_chance",
        "Contribution rate at which the fund is overdrawn with a chosen chance",
        ratesForChance(measured),
      ),
      of(
        "next_years_cost",
        "What the first year with benefits may cost",
        nextYear(schemes),
      ),
      of("convergence", "Figures of fewer paths, and of all", convergence(schemes)),
    ],
    figures: measured.flatMap((of): Figure[] => {
      const { costs } = of;
      const words = { drawn, source };
      const all = [
        rateQuantilesFigure(of, words),
        ...fanFigures(of, words),
        ...overdrawnFigures(of, words),
      ];
      return schemes.length === 1
        ? all
        : all.map((figure) => ({ ...figure, id: `${figure.id}_${costs.schemeName}` }));
    }),
  };
}

/** A scheme with what several tables and figures show of it, found once: it takes its time. */
function measuredOf(
  scheme: UncertainScheme,
  askedRates: readonly number[],
): MeasuredScheme {
  const { costs } = scheme;
  return {
    ...scheme,
    rates: rateDistributions(costs),
    chances: ratesPaid(costs, askedRates).map((rate) => ({
      rate,
      byYear: exhaustionByYear(costs, rate),
    })),
  };
}

/** The rate that a scheme is tried at, and those that are asked about, in order. */
function ratesPaid(costs: CostPaths, askedRates: readonly number[]): readonly number[] {
  return [...new Set([costs.trialContributionRate, ...askedRates])]
    .toSorted((a, b) => a - b);
}

/** The answer for a scheme in two sentences. */
function answerFor({ title, costs, asAssumed, rates, chances }: MeasuredScheme): string {
  const { suggested, breakEven } = rates;
  const [assumed] = pathRates(asAssumed).suggested;
  const rate = costs.trialContributionRate;
  const { byYear } = chances.find((each) => each.rate === rate)!;
  const { year, probability } = byYear.at(-1)!;
  const range = [0.05, 0.95].map((at) => percent(quantileOf(suggested, at).value));
  const middle = [0.05, 0.95].map((at) => percent(quantileOf(breakEven, at).value));
  const paths = formatNumber(costs.paths, 0);
  const overdrawn = probability.value === 0
    ? `none of the ${paths} paths`
    : probability.value === 1
    ? `all of the ${paths} paths`
    : `${formatNumber(100 * probability.value, 1)} of 100 paths (standard error ` +
      `${formatNumber(100 * probability.standardError!, 1)})`;
  return `${title}: a suggested rate of ${
    percent(assumed!)
  } per cent as assumed; in nine of ` +
    `ten paths ${range.join(" to ")} (break-even ${middle.join(" to ")}). At ` +
    `${percent(rate)} per cent the fund is overdrawn by ${year} in ${overdrawn}.`;
}

function ratesOverPaths(schemes: readonly MeasuredScheme[]) {
  return {
    columns: [
      { key: "rate", title: "Rate" },
      { key: "assumed", title: "As assumed", unit: "%", decimals: 3 },
      ...withError("mean", "Mean", "%", 3),
      ...withError("q5", "5 % quantile", "%", 3),
      ...withError("q50", "Median", "%", 3),
      ...withError("q95", "95 % quantile", "%", 3),
      ...withError("q99", "99 % quantile", "%", 3),
    ],
    rows: schemes.flatMap(({ title, rates: over, asAssumed }) => {
      const assumed = pathRates(asAssumed);
      return (Object.keys(RATE_NAMES) as (keyof typeof RATE_NAMES)[]).map((name) => ({
        scheme: title,
        rate: RATE_NAMES[name],
        assumed: 100 * assumed[name][0]!,
        ...cells("mean", over[name].mean, 100),
        ...cells("q5", quantileOf(over[name], 0.05), 100),
        ...cells("q50", quantileOf(over[name], 0.5), 100),
        ...cells("q95", quantileOf(over[name], 0.95), 100),
        ...cells("q99", quantileOf(over[name], 0.99), 100),
      }));
    }),
  };
}

function overdrawnByYear(schemes: readonly MeasuredScheme[]) {
  return {
    columns: [
      { key: "paid", title: "Rate paid", unit: "%", decimals: 2, isGrouped: false },
      { key: "year", title: "Year", isGrouped: false },
      ...withError("chance", "Overdrawn", "% of paths", 2),
    ],
    rows: schemes.flatMap(({ title, chances }) =>
      chances.flatMap(({ rate, byYear }) =>
        byYear.map(({ year, probability }) => ({
          scheme: title,
          paid: 100 * rate,
          year,
          ...cells("chance", probability, 100),
        }))
      )
    ),
  };
}

function ratesForChance(schemes: readonly MeasuredScheme[]) {
  return {
    columns: [
      { key: "chance", title: "Overdrawn at any time", unit: "% of paths", decimals: 0 },
      ...withError("rate", "Contribution rate", "%", 3),
    ],
    rows: schemes.flatMap(({ title, rates }) =>
      RUIN_PROBABILITIES.map((chance) => ({
        scheme: title,
        chance: 100 * chance,
        ...cells("rate", rateForRuin(rates.minimum, chance), 100),
      }))
    ),
  };
}

function nextYear(schemes: readonly UncertainScheme[]) {
  const found = schemes.map(({ title, costs }) => ({ title, ...valueAtRisk(costs) }));
  const { unit, size } = unitThatShows(
    "rupiah",
    found.map(({ mean }) => mean.value),
    2,
  );
  const rupiah = `${unit} rupiah`;
  return {
    columns: [
      { key: "year", title: "Year", isGrouped: false },
      ...withError("mean", "Mean", rupiah, 2),
      { key: "level", title: "Level", unit: "%", decimals: 0 },
      ...withError("at", "Value at risk", rupiah, 2),
      ...withError("beyond", "Tail value at risk", rupiah, 2),
    ],
    rows: found.flatMap(({ title, year, mean, levels }) =>
      levels.map(({ probability, valueAtRiskIdr, tailValueAtRiskIdr }) => ({
        scheme: title,
        year,
        ...cells("mean", mean, 1 / size),
        level: 100 * probability,
        ...cells("at", valueAtRiskIdr, 1 / size),
        ...cells("beyond", tailValueAtRiskIdr, 1 / size),
      }))
    ),
  };
}

function convergence(schemes: readonly UncertainScheme[]) {
  return {
    columns: [
      { key: "paths", title: "Paths", decimals: 0 },
      ...withError("mean", "Break-even rate, mean", "%", 3),
      ...withError("q95", "95 % quantile", "%", 3),
    ],
    rows: schemes.flatMap(({ title, costs }) => {
      const { breakEven } = pathRates(costs);
      return PARTS.map((part) => {
        const paths = Math.floor(costs.paths / part);
        const some = distributionOf(breakEven.subarray(0, paths));
        return {
          scheme: title,
          paths,
          ...cells("mean", some.mean, 100),
          ...cells("q95", quantileOf(some, 0.95), 100),
        };
      });
    }),
  };
}

function percent(rate: number): string {
  return formatNumber(100 * rate, 2);
}
