import { REPORT_SCENARIOS } from "@jkp/economy";
import { formatNumber, type Table } from "@jkp/exhibit";
import { type Published, publishedRow, publishedValue } from "@jkp/published";
import type { ExpenseBasis, Valuation } from "@jkp/valuation";
import { reportSource } from "../report_source.ts";
import type { ReportResults } from "../results.ts";
import { levelRates } from "./level_rates.ts";
import { intervalText } from "./needed_table.ts";
import type { OptimisticColumn } from "./optimistic_column.ts";
import { CURVES, missOf, SEED } from "./random_curves.ts";
import { claimsRatio, transitionWithClaims } from "./scenario_share.ts";
import { printedInterval } from "./unemployment_factors.ts";

const BASES: readonly { readonly key: ExpenseBasis; readonly title: string }[] = [
  { key: "benefit_only", title: "benefits" },
  { key: "benefit_and_administrative", title: "all" },
];

/** The variant's rates beside the printed ones. */
export function variantRatesTable(
  { variant }: OptimisticColumn,
  { scenarios, byReading: { closest }, experience }: ReportResults,
  published: Published,
): Table {
  return {
    id: "optimistic_column_variant",
    number: "",
    title: "Table 3.7 with unemployed implied with the scenario's involuntary share",
    columns: [
      { key: "scenario", title: "Scenario" },
      { key: "measure", title: "Rate" },
      { key: "expenses", title: "Expenses" },
      { key: "report", title: "Report" },
      { key: "rounding", title: "Stands for" },
      ...[
        { key: "closest", title: "Reading closest" },
        { key: "variant", title: "Variant" },
        { key: "variantAtEnd", title: "Variant, fund of 2030 alone" },
      ].map((column) => ({ ...column, unit: "%", decimals: 3 })),
    ],
    rows: REPORT_SCENARIOS.flatMap((scenario) =>
      BASES.flatMap((basis) => {
        const own = levelRates(closest[scenario], basis.key);
        const varied = levelRates(variant[scenario], basis.key);
        return (["minimum", "suggested"] as const).map((measure) => {
          const cell = `${basis.key}/${measure}_contribution_rate/${scenario}`;
          const atEnd = measure === "minimum" ? "minimumAtEnd" : measure;
          return {
            scenario: scenarios[scenario].title,
            measure,
            expenses: basis.title,
            report: publishedRow(published, "table_3_7", cell).published,
            rounding: intervalText(printedInterval(published, cell), 3),
            closest: 100 * own[measure],
            variant: 100 * varied[measure],
            variantAtEnd: 100 * varied[atEnd],
          };
        });
      })
    ),
    notes: [
      "Covered unemployment is v = ατ / (1 + ατ), with α the scenario's involuntary share " +
      "and τ unemployed per contributor in 2018–19; v₀ is that of base. The estimated " +
      "unemployed are v · u / 5.2 % of a labour force of contributors / (1 − v₀ · u / " +
      "5.2 %). The ceiling follows nominal GDP, members grew 3.5 % a year before 2019.",
      "How many digits agree says nothing: the formula was chosen with them in view. The " +
      "next table has what can be held against it.",
    ],
    source: reportSource(experience),
  };
}

/** What speaks against the variant, each line computed. */
export function evidenceTable(
  column: OptimisticColumn,
  { byReading: { closest }, experience }: ReportResults,
  published: Published,
): Table {
  const both: Both = { closest, variant: column.variant };
  return {
    id: "optimistic_column_evidence",
    number: "",
    title: "What speaks against that variant",
    columns: [
      { key: "what", title: "What" },
      { key: "report", title: "Report" },
      { key: "closest", title: "Reading closest" },
      { key: "variant", title: "Variant" },
      { key: "why", title: "Why it counts" },
    ],
    rows: [
      foundAfterwards(column, both),
      claimsRow(both, "pessimistic", {
        stated: 1 + publishedValue(published, "text_3_5_1", "pess_more_claims") / 100,
        why: 'section 3.5.1: "50 per cent more workers who will make claims"',
      }),
      claimsRow(both, "optimistic", {
        stated: publishedValue(published, "text_3_5_2", "opt_claims_half"),
        why: 'section 3.5.2: workers "will claim half as much"',
      }),
      ...transitionRows(both, published),
      overdrawn(both, published),
      randomCurves(column),
    ],
    notes: [
      "Claims: those of the scenario's involuntary share over base's, in the same economy.",
      `Random curves: ${CURVES} concave curves of claims over the involuntary share ` +
      `(seed ${SEED}), from nothing at 0 through base as it is. Three slopes are drawn ` +
      "evenly between 0 and 1 and put in order; the covered unemployment rate is fitted " +
      "to the pessimistic 4.27. A miss is the worse of both optimistic factors, minimum " +
      "by the fund of 2030 alone, outside what they need.",
    ],
    source: reportSource(experience),
  };
}

/** The scenarios valued by one reading. */
type Valuations = OptimisticColumn["variant"];

/** The two readings that are held beside each other. */
interface Both {
  readonly closest: Valuations;
  readonly variant: Valuations;
}

/** A figure by both readings. */
function figures(
  { closest, variant }: Both,
  decimals: number,
  of: (valuations: Valuations) => number,
) {
  const figure = (valuations: Valuations) => formatNumber(of(valuations), decimals);
  return { closest: figure(closest), variant: figure(variant) };
}

/** The factor that was missing, and the one that the formula brings. */
function foundAfterwards({ missing: { optimistic } }: OptimisticColumn, both: Both) {
  const share = ({ assumptions }: Valuation) => assumptions.scenarioInvoluntaryShare;
  return {
    what: "Optimistic claims over base, beyond the ratio of involuntary shares",
    report: `${intervalText(optimistic.suggested, 2)} needed for the suggested rate`,
    ...figures(
      both,
      2,
      (valuations) =>
        claimsRatio(valuations, "optimistic") * share(valuations.base) /
        share(valuations.optimistic),
    ),
    why: "the formula was made after it was known which factor was missing",
  };
}

function claimsRow(
  both: Both,
  scenario: "pessimistic" | "optimistic",
  { stated, why }: { readonly stated: number; readonly why: string },
) {
  return {
    what: `Claims, ${scenario} over base`,
    report: formatNumber(stated, 2),
    ...figures(both, 2, (valuations) => claimsRatio(valuations, scenario)),
    why,
  };
}

/** Table 4.1 with the claims of each. */
function transitionRows(both: Both, published: Published) {
  return REPORT_SCENARIOS.flatMap((scenario) => {
    const cost = (valuations: Valuations) => transitionWithClaims(valuations, scenario);
    const printed = (cell: string) =>
      publishedRow(published, "table_4_1", `${scenario}/${cell}`).published;
    return [
      {
        what: `Transitional cost, ${scenario}, trillion rupiah`,
        report: printed("estimated_cost_2021"),
        ...figures(both, 1, (valuations) => cost(valuations).costIdr / 1e12),
        why: scenario === "base"
          ? "claims are base's own: the variant's ceiling does it"
          : "Table 4.1 moves in proportion with the involuntary share",
      },
      {
        what: `Additional contribution rate, ${scenario}, %`,
        report: printed("additional_contribution_rate"),
        ...figures(both, 2, (each) => 100 * cost(each).additionalContributionRate),
        why: "Table 4.1",
      },
    ];
  });
}

function overdrawn(both: Both, published: Published) {
  const cell = "benefit_only/minimum_contribution_rate/optimistic";
  return {
    what: "Optimistic minimum rate, benefits only, fund never overdrawn, %",
    report: intervalText(printedInterval(published, cell), 3),
    ...figures(
      both,
      3,
      ({ optimistic: { financing } }) => 100 * financing.benefit_only.minimumRate,
    ),
    why:
      "section 3.2.6 asks for a fund that is never negative; the table above has the " +
      "rate that looks at 2030 alone",
  };
}

function randomCurves({ curves: { misses }, variantFactors, needed }: OptimisticColumn) {
  const { minimumAtEnd, suggested } = variantFactors.optimistic;
  const own = Math.max(
    missOf(minimumAtEnd, needed.optimistic.minimumAtEnd),
    missOf(suggested, needed.optimistic.suggested),
  );
  const within = (miss: number) => {
    const count = misses.filter((each) => each <= miss).length;
    return `${formatNumber(100 * count / misses.length)} %`;
  };
  return {
    what: "Miss of the optimistic rates: random concave curves of the involuntary share",
    report: "",
    closest: "",
    variant: `${formatNumber(100 * own, 1)} %; of the curves ${
      within(own)
    } are as near, ${within(own + 0.01)} within a point more; the nearest misses by ${
      formatNumber(100 * misses[0]!, 1)
    } %`,
    why: "what many curves do is no evidence for one of them",
  };
}
