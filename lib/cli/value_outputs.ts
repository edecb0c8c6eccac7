import { type Table, tableToText } from "@jkp/exhibit";
import { formatMonth } from "@jkp/month";
import type { Rules } from "@jkp/scheme";
import {
  type ComparisonExhibits,
  projectionTable,
  ratesTable,
  rulesTakenTables,
  runningFundTables,
  type SchemeComparison,
  timeOutOfWorkTable,
} from "@jkp/study";
import {
  fundAtSuggestedRate,
  type ResultKey,
  type ValuationAssumptions,
} from "@jkp/valuation";

/**
 * What `value --json` prints: the assumptions first, then what follows from them, of the
 * longest duration; both ends of a range stand in `scheme`.
 */
export function valuationsJson(
  comparison: SchemeComparison,
  key: ResultKey,
  source: string,
) {
  const { valued, coverage, unchanged, basis } = comparison;
  const { valuation, ...scheme } = valued.at(-1)!;
  const before = unchanged?.valued.at(-1)?.valuation;
  return {
    source,
    ...key,
    changed: changesOf(comparison),
    unchanged: before === undefined ? null : { financing: before.financing },
    timeOutOfWork: basis.timeOutOfWork,
    ...assumptionsJson(valuation.assumptions, coverage[0]!.rules),
    years: valuation.years,
    financing: valuation.financing,
    fundAtSuggestedRate: fundAtSuggestedRate(valuation),
    transition: valuation.transition,
    scheme: {
      coveredShare: scheme.coveredShare,
      excludedByService: scheme.excludedByService,
      excludedByRow: scheme.excludedByRow,
      entitledShare: scheme.entitledShare,
      replacementRate: scheme.replacementRate,
      ownRate: scheme.ownRate,
      changes: scheme.changes.map(formatMonth),
      basis: scheme.basis,
      notValued: scheme.notValued,
      durations: valued.map(({ duration, durationMonths, valuation: { financing } }) => ({
        duration,
        months: durationMonths,
        financing,
      })),
    },
  };
}

/** What was set, with what it was before; by name. */
function changesOf({ unchanged, changes, basis }: SchemeComparison) {
  const before = unchanged?.valued.at(-1)?.valuation.assumptions;
  return Object.fromEntries(
    Object.entries(changes).map(([name, to]) => {
      const values: Readonly<Record<string, unknown>> = {
        ...before,
        reserveMultiple: before?.terms.reserveMultiple,
        // Of all leavers, as it is set: the rules decide how many of them are paid.
        involuntaryShare: basis.scenarios[0]?.scenario.involuntaryShare,
      };
      return [name, { from: values[name] ?? null, to }];
    }),
  );
}

/** Assumptions apart from what the scheme's rules and the choices are. */
function assumptionsJson(all: ValuationAssumptions, rules: Rules) {
  const {
    terms,
    schemeName,
    choices,
    averageEarningsMonths,
    benefitRate,
    maximumDurationMonths,
    waitingPeriodDays,
    initialCapitalIdr,
    trialContributionRate,
    ...assumptions
  } = all;
  const { ceilingIdrPerMonth, ...baseYear } = all.earnings.baseYear;
  return {
    assumptions: { ...assumptions, earnings: { ...all.earnings, baseYear } },
    design: {
      ...terms,
      trialContributionRate,
      name: schemeName,
      title: rules.title,
      source: rules.source,
      coverage: rules.coverage.text,
      contingency: rules.contingency.text,
      qualifying: {
        contributionMonths: rules.qualifying.contributionMonths,
        windowMonths: rules.qualifying.windowMonths,
      },
      insurableEarnings: {
        definition: rules.insurableEarnings.definition,
        ceilingIdrPerMonth,
        ceilingYear: baseYear.year,
      },
      averageEarningsMonths,
      benefitRate,
      maximumDurationMonths,
      waitingPeriodDays,
      initialCapitalIdr,
    },
    choices,
  };
}

/**
 * What `value` prints: the projection and the rates of each duration, then how rules were
 * taken and which are not valued.
 */
export function valuationsText(comparison: SchemeComparison, source: string): string {
  const { valued, unchanged, basis: { timeOutOfWork } } = comparison;
  return [
    ...valued.flatMap(({ valuation, duration, durationMonths }) => {
      const same = unchanged?.valued.find((each) => each.duration === duration);
      const ofDuration = valued.length === 1
        ? source
        : `${source}, benefits for up to ${durationMonths} months`;
      return [
        projectionTable(valuation, ofDuration),
        ratesTable(valuation, ofDuration, same?.valuation),
      ].map((table) => tableToText(table));
    }),
    ...changesText(comparison),
    ...rulesTakenTables(valued.at(-1)!, source).map((table) => tableToText(table)),
    tableToText(timeOutOfWorkTable(timeOutOfWork, source)),
  ].join("\n");
}

/** What was set, in a line: what it was, and what it is. */
function changesText(comparison: SchemeComparison): string[] {
  const changes = Object.entries(changesOf(comparison));
  if (changes.length === 0) return [];
  const words = changes.map(([name, { from, to }]) => `${name} from ${from} to ${to}`);
  return [`Changed: ${words.join(", ")}.\n`];
}

/**
 * What `value` prints first of a scheme with a fund of its own: cost beside the rate that is
 * paid, and the rates that balance. Nothing of a scheme without one.
 */
export function runningFundText(
  { valued, basis: { file, schemes }, inWords }: SchemeComparison,
): string {
  if (file.terms.openingFundIdr === null) return "";
  const first = valued.filter(({ rules, duration }) =>
    rules.name === schemes[0]!.name && duration === "longest"
  );
  if (first.length === 0) return "";
  const [cost, rates] = runningFundTables(first, `JKP Lab: ${inWords}.`);
  return [cost!, rates!].map((table) => tableToText(table)).join("\n");
}

/** Columns that say who is covered and entitled; the others, what that costs. */
const WHO = new Set([
  "registered",
  "byLaw",
  "entitled",
  "contingency",
  "service",
  "inARow",
]);

/**
 * What `value` prints of several designs or scenarios. All columns in one table are too
 * many for a terminal, so that they stand in two: costs, then who is entitled.
 *
 * @param exhibits Tables and figure.
 * @returns Lines for a terminal.
 */
export function comparisonText(
  { tables: [valued, ...others] }: ComparisonExhibits,
): string {
  const part = (title: string, isWanted: (key: string) => boolean): Table => ({
    ...valued,
    title,
    columns: valued.columns.filter(({ key }) => key === "title" || isWanted(key)),
    notes: [],
  });
  const costs = part(valued.title, (key) => !WHO.has(key));
  const who = part(
    "Who is covered and entitled",
    (key) => key === "months" || WHO.has(key),
  );
  return [costs, { ...who, notes: valued.notes }, ...others]
    .map((table) => tableToText(table)).join("\n");
}

/**
 * What `value --json` prints of several designs or scenarios.
 *
 * @param comparison The comparison.
 * @returns Plain values: an entry for each design, duration and scenario.
 */
export function comparisonJson(
  { valued, leftOut, unchanged, inWords, changes: set }: SchemeComparison,
  key: ResultKey,
) {
  const before = unchanged?.valued ?? [];
  return {
    source: inWords,
    ...key,
    changed: set,
    valued: valued.map((
      { valuation, rules, claimantWagesIdr: _wages, changes, ...scheme },
    ) => ({
      design: rules.name,
      title: rules.title,
      ...scheme,
      changes: changes.map(formatMonth),
      financing: valuation.financing,
      years: valuation.years,
      ...(unchanged === undefined ? {} : {
        unchanged: {
          financing:
            before.find((each) =>
              each.rules.name === rules.name && each.duration === scheme.duration &&
              each.scenarioName === scheme.scenarioName
            )?.valuation.financing ?? null,
        },
      }),
    })),
    leftOut: leftOut.map(({ rules, reason }) => ({ design: rules.name, reason })),
  };
}
