import { formatNumber, type Table } from "@jkp/exhibit";
import type { ReportResults } from "../results.ts";
import { reportSource } from "../report_source.ts";
import { LEVEL_RATES } from "./level_rates.ts";
import type { OptimisticColumn } from "./optimistic_column.ts";
import type { Factors, Interval, OtherScenario } from "./unemployment_factors.ts";

const SCENARIOS = ["pessimistic", "optimistic"] as const;

const RATE_TITLES: { readonly [Name in keyof Factors]: string } = {
  minimumAtEnd: "Minimum, fund of 2030 alone",
  minimum: "Minimum, never overdrawn",
  suggested: "Suggested",
};

/** The factors needed beside those that there are. */
export function neededTable(
  { claimedEarnings, needed, rate, odds, nationalOdds, closest, missing, variantFactors }:
    OptimisticColumn,
  { scenarios, byReading, experience }: ReportResults,
): Table {
  const row = (
    name: string,
    value: (scenario: OtherScenario, rate: keyof Factors) => number | Interval,
    how: string,
  ) => ({
    name,
    ...Object.fromEntries(
      SCENARIOS.flatMap((scenario) =>
        LEVEL_RATES.map((each) => {
          const shown = value(scenario, each);
          const text = typeof shown === "number"
            ? formatNumber(shown, 3)
            : intervalText(shown, 3);
          return [`${scenario}/${each}`, text];
        })
      ),
    ),
    how,
  });
  const covered = byReading.closest.base.assumptions.choices.coveredUnemploymentRate;
  const [pessimistic, optimistic] = SCENARIOS.map((name) =>
    formatNumber(claimedEarnings[name], 4)
  );
  return {
    id: "optimistic_column_needed",
    number: "",
    title: "The factor on unemployment that the rates of Table 3.7 need",
    columns: [
      { key: "name", title: "Factor over the base scenario" },
      ...SCENARIOS.flatMap((scenario) =>
        LEVEL_RATES.map((each) => ({
          key: `${scenario}/${each}`,
          title: RATE_TITLES[each],
          group: scenarios[scenario].title,
        }))
      ),
      { key: "how", title: "How" },
    ],
    rows: [
      row(
        "Needed by what is printed",
        (scenario, each) => needed[scenario][each],
        "Table 3.7, benefits only; each rate anywhere in its rounding",
      ),
      row(
        "Unemployment rate u",
        (scenario, each) => rate[scenario][each],
        "Tables 2.2, 2.4 and 2.5, weighted over the years as the fund weighs benefits",
      ),
      row(
        "u / (1 − u): unemployed over employed",
        (scenario, each) => odds[scenario][each],
        "the same tables",
      ),
      row(
        "Annex I, covered unemployment as national",
        (scenario, each) => nationalOdds[scenario][each],
        "reading of national odds, nothing fitted to a scenario",
      ),
      row(
        `Annex I, covered unemployment ${formatNumber(100 * Number(covered), 2)} %`,
        (scenario, each) => closest[scenario][each],
        "reading closest, fitted to the pessimistic 4.89",
      ),
      row(
        "Still missing beside closest",
        (scenario, each) => missing[scenario][each],
        "needed over closest; 1 is nothing missing",
      ),
      row(
        "Variant: unemployed implied with the scenario's share",
        (scenario, each) => variantFactors[scenario][each],
        "made after the row above was known",
      ),
    ],
    notes: [
      "A scenario's rate over base's is the product of three ratios: involuntary shares " +
      "of terminations (Table 3.4), claimants' insurable earnings over members' (Tables " +
      `3.2, 3.5 and 3.6), and what unemployment does. The first two are ${pessimistic} ` +
      `in the pessimistic and ${optimistic} in the optimistic scenario. Divided by them, ` +
      "the printed rates leave the factor on unemployment.",
      "Annex I: beneficiaries are B = b / T · U times involuntary and eligible share. T " +
      "is the theoretical number of unemployed, past terminations times the probability " +
      "S of being still unemployed; b is the part of T within waiting period and maximum " +
      "duration; U is the estimated number of unemployed. T follows u with a lag of " +
      "months, so that b / T is above its level when u rises and below it when u falls.",
      "Minimum rate: nothing is left in 2030. Section 3.2.6 adds that the fund is never " +
      "negative before; the first column leaves that out. The two differ where " +
      "early benefits are dear enough to overdraw it.",
    ],
    source: reportSource(experience),
  };
}

/** An interval in words, both ends rounded. */
export function intervalText({ low, high }: Interval, decimals: number): string {
  return `${formatNumber(low, decimals)} to ${formatNumber(high, decimals)}`;
}
