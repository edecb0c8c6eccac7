import type { Figure } from "@jkp/exhibit";
import type { CostPaths, RateRuleOutcome } from "@jkp/uncertainty";
import { quantileSorted } from "simple-statistics";
import { fanFigure } from "../fan_figure.ts";

/** Part of all paths whose unemployment rises less than in the recession shown. */
const RECESSION = 0.95;
/** Part of the years in which it begins, so that what rules do after it is seen. */
const SEEN_AFTER = 2 / 3;

/**
 * The path whose highest rise of unemployment above the expected one, in the first two thirds
 * of the years, is passed by one path in twenty: a recession, and not the worst.
 */
export function recessionPath(costs: CostPaths, expected: CostPaths): number {
  const { paths, years, unemploymentRate } = costs;
  const rises = Array.from({ length: paths }, (_, path) => {
    let most = -Infinity;
    for (let year = 0; year < SEEN_AFTER * years; year++) {
      const rise = unemploymentRate[path * years + year]! -
        expected.unemploymentRate[year]!;
      most = Math.max(most, rise);
    }
    return { path, most };
  }).sort((a, b) => a.most - b.most);
  return rises[Math.floor(RECESSION * (paths - 1))]!.path;
}

/** Rules that look at a forecast alone, and those that look at the reserve. */
const GROUPS = [
  { id: "target", title: "rules that look ahead", isIn: isTarget },
  { id: "reserve", title: "rules that look at the reserve", isIn: not(isTarget) },
] as const;

function isTarget({ rule: { kind } }: RateRuleOutcome): boolean {
  return kind === "level_target";
}

function not(isIn: typeof isTarget): typeof isTarget {
  return (outcome) => !isIn(outcome);
}

/** Rates under each rule on one path, with unemployment on the right: two figures at most. */
export function ruleRatesFigures(
  outcomes: readonly RateRuleOutcome[],
  costs: CostPaths,
  path: number,
  source: string,
): Figure[] {
  return GROUPS.flatMap(({ id, title, isIn }) => {
    const shown = outcomes.filter(isIn);
    if (shown.length === 0) return [];
    return [{
      ...ratesFigure(shown, costs, path, source),
      id: `rate_rules_recession_${id}`,
      title: `Contribution rate in a recession: ${title}`,
    }];
  });
}

function ratesFigure(
  outcomes: readonly RateRuleOutcome[],
  costs: CostPaths,
  path: number,
  source: string,
): Omit<Figure, "id" | "title"> {
  const { years, firstYear } = costs;
  const x = Array.from({ length: years }, (_, year) => firstYear + year);
  const inPercent = (values: Float64Array) =>
    Array.from(
      values.subarray(path * years, (path + 1) * years),
      (value) => 100 * value,
    );
  return {
    number: "",
    xTitle: "Year",
    yTitle: "Contribution rate",
    yUnit: "% of insurable earnings",
    decimals: 2,
    isStacked: false,
    right: { title: "Unemployment", unit: "% of the labour force", decimals: 1 },
    series: [
      ...outcomes.map(({ rule, contributionRate }) => ({
        name: rule.title,
        x,
        y: inPercent(contributionRate),
        mark: "line" as const,
      })),
      {
        name: "Unemployment (right)",
        x,
        y: inPercent(costs.unemploymentRate),
        mark: "line" as const,
        isDashed: true,
        isOnRight: true,
      },
    ],
    notes: [
      `Path ${path} of ${costs.paths}: in the first two thirds of the years, unemployment ` +
      "rises further above what is expected on one path in twenty.",
    ],
    source,
  };
}

/** The reserve under a rule: years of expenses at the end of each year, as a fan. */
export function ruleReserveFigure(
  { rule, fundIdr }: RateRuleOutcome,
  costs: CostPaths,
  notes: readonly string[],
  source: string,
): Figure {
  const { years, paths, firstYear, benefitsIdr, administrationIdr } = costs;
  const byYear = Array.from({ length: years }, (_, year) => {
    const ratios = new Float64Array(paths);
    for (let path = 0; path < paths; path++) {
      const at = path * years + year;
      ratios[path] = fundIdr[at]! / (benefitsIdr[at]! + administrationIdr[at]!);
    }
    return ratios.sort();
  });
  const at = (probability: number) =>
    byYear.map((ratios) => quantileSorted(ratios as unknown as number[], probability));
  const fan = fanFigure({
    years: byYear.map((_, year) => firstYear + year),
    quantiles: {
      0.05: at(0.05),
      0.25: at(0.25),
      0.5: at(0.5),
      0.75: at(0.75),
      0.95: at(0.95),
    },
  }, {
    title: `Reserve under a rule: ${rule.title}`,
    of: "Fund at the end of the year",
    unit: "years of expenses",
    decimals: 1,
    source,
  });
  return { ...fan, id: `reserve_${rule.name}`, notes: [...fan.notes, ...notes] };
}
