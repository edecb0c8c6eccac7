import { type Table, unitThatShows } from "@jkp/exhibit";
import { type RateRuleOutcome, splitRate } from "@jkp/uncertainty";
import { cells, ERRORS, withError } from "./estimate_columns.ts";

/** What a scheme's financing says of who pays. */
type PayingRules = Parameters<typeof splitRate>[1];

const RATE = { unit: "% of earnings", decimals: 3 } as const;

/**
 * How steady the rate is under each rule, and whether it goes with the cycle: a row a rule,
 * each figure with its standard error.
 */
export function rateStabilityTable(
  outcomes: readonly RateRuleOutcome[],
  notes: readonly string[],
  source: string,
): Table {
  return {
    id: "rate_rules",
    number: "",
    title: "Rules that set the contribution rate: the rate",
    columns: [
      { key: "rule", title: "Rule" },
      ...withError("mean", "Mean rate", RATE.unit, RATE.decimals),
      ...withError("deviation", "Deviation of yearly changes", "points", 3),
      ...withError("largest", "Largest yearly change", "points", 3),
      ...withError("cycle", "With unemployment", "correlation", 2),
      ...withError("before", "With unemployment a year before", "correlation", 2),
    ],
    rows: outcomes.map(({ rule, measures }) => ({
      rule: rule.title,
      ...cells("mean", measures.meanRate, 100),
      ...cells("deviation", measures.changeDeviation, 100),
      ...cells("largest", measures.largestChange, 100),
      ...cells("cycle", measures.withUnemployment),
      ...cells("before", measures.withUnemploymentBefore),
    })),
    notes: [
      "Mean rate: over years and paths. Deviation and largest change: of a path, mean over " +
      "paths; the step from the rate paid before to the first one is left out.",
      "With unemployment: correlation of the yearly change of the rate with that of " +
      "unemployment, both less what they are on the expected path. Below 0 is " +
      "counter-cyclical: the rate falls when unemployment rises. n.a. where a rate never " +
      "departs from its path.",
      ERRORS,
      ...notes,
    ],
    source,
  };
}

/** How deep the reserve falls under each rule, and how often money from outside is needed. */
export function rateReserveTable(
  outcomes: readonly RateRuleOutcome[],
  notes: readonly string[],
  source: string,
): Table {
  const amounts = outcomes.map(({ measures }) => measures.outsideIdr.quantile99.value);
  const { unit, size } = unitThatShows("rupiah", amounts, 1);
  return {
    id: "rate_rules_reserve",
    number: "",
    title: "Rules that set the contribution rate: reserve and money from outside",
    columns: [
      { key: "rule", title: "Rule" },
      ...withError("reserve1", "Least reserve, 1 in 100", "years of expenses", 2),
      ...withError("reserve5", "Least reserve, 1 in 20", "years of expenses", 2),
      ...withError("reserve50", "Least reserve, median", "years of expenses", 2),
      ...withError("chance", "Chance of money from outside", "%", 2),
      ...withError("mean", "Money from outside, mean", `${unit} rupiah`, 2),
      ...withError("tail", "The same, 1 in 100", `${unit} rupiah`, 1),
      ...withError("tailRate", "The same, 1 in 100", "% of the year's earnings", 2),
    ],
    rows: outcomes.map(({ rule, measures }) => ({
      rule: rule.title,
      ...cells("reserve1", measures.leastReserveRatio?.[0.01] ?? null),
      ...cells("reserve5", measures.leastReserveRatio?.[0.05] ?? null),
      ...cells("reserve50", measures.leastReserveRatio?.[0.5] ?? null),
      ...cells("chance", measures.outsideProbability, 100),
      ...cells("mean", measures.outsideIdr.mean, 1 / size),
      ...cells("tail", measures.outsideIdr.quantile99, 1 / size),
      ...cells("tailRate", measures.outsideOfEarnings.quantile99, 100),
    })),
    notes: [
      "Least reserve: the lowest of a path, fund at the end of a year over its expenses, " +
      "which one path in 100, in 20 or in 2 falls below.",
      "Money from outside: the most by which a path's fund is below 0, and 0 where it never " +
      "is; such a loan bears the fund's return and is paid back out of the fund.",
      ERRORS,
      ...notes,
    ],
    source,
  };
}

/** Who pays the mean rate under each rule, as the law shares it. */
export function rateSplitTable(
  outcomes: readonly RateRuleOutcome[],
  rules: PayingRules,
  notes: readonly string[],
  source: string,
): Table {
  return {
    id: "rate_rules_split",
    number: "",
    title: "Rules that set the contribution rate: who pays it",
    columns: [
      { key: "rule", title: "Rule" },
      ...withError("mean", "Mean rate", RATE.unit, RATE.decimals),
      ...withError("government", "State", RATE.unit, RATE.decimals),
      ...withError("employer", "Employer", RATE.unit, RATE.decimals),
      ...withError("employee", "Worker", RATE.unit, RATE.decimals),
      { key: "recomposed", title: "Of the employer's, moved from JKK and JKm", ...RATE },
    ],
    rows: outcomes.map(({ rule, measures: { meanRate } }) => {
      const { recomposed, ...parts } = splitRate(meanRate.value, rules);
      const errors = splitRate(meanRate.standardError ?? 0, rules);
      const part = (payer: keyof typeof parts) =>
        cells(payer, {
          value: parts[payer],
          standardError: meanRate.standardError === null ? null : errors[payer],
        }, 100);
      return {
        rule: rule.title,
        ...cells("mean", meanRate, 100),
        ...part("government"),
        ...part("employer"),
        ...part("employee"),
        recomposed: 100 * recomposed,
      };
    }),
    notes: [
      "Each pays in proportion to what the law has it pay. What is moved from JKK and JKm is " +
      "at most what the law moves: the rest of the employer's part would be paid on top.",
      ERRORS,
      ...notes,
    ],
    source,
  };
}
