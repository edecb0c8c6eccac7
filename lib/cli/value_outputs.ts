import { formatNumber, type Table, tableToText } from "@jkp/exhibit";
import { formatMonth } from "@jkp/month";
import type { Rules } from "@jkp/scheme";
import {
  companyChoiceNotes,
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
  isRunningScheme,
  isTrialRatePaid,
  mainInputs,
  type ResultKey,
  type SchemeValuation,
  type ValuationAssumptions,
} from "@jkp/valuation";
import { inLines } from "./screen.ts";

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
 * The answer, in a sentence: what the first design costs in the main scenario, at each end
 * of a range of durations; of a scheme that runs its cost beside what is paid.
 */
export function answerInWords(comparison: SchemeComparison): string {
  const { valued, unchanged, basis: { schemes, file } } = comparison;
  const { name, title } = mainInputs(comparison).scenario;
  const isAsked = (each: SchemeValuation) =>
    each.rules.name === schemes[0]!.name && each.scenarioName === name;
  const first = valued.filter(isAsked);
  if (first.length === 0) {
    return `${schemes[0]!.title} is not valued; the tables say why.`;
  }
  const percent = (rate: number, decimals = 2) => formatNumber(100 * rate, decimals);
  const of = `${title} scenario, ${schemes[0]!.title}`;
  const fund = largeFundInWords(first.at(-1)!, file.terms.openingFundIdr !== null);
  if (isRunningScheme(file.terms)) {
    const { ownRate, valuation: { years, assumptions } } = first.at(-1)!;
    const [start, end] = [years[0]!, years.at(-1)!];
    return `${of}: benefits and administration cost ${
      percent(start.paygCostRate, 3)
    } per ` +
      `cent of insurable earnings in ${start.year}, ${percent(end.paygCostRate, 3)} in ` +
      `${end.year}; ${percent(assumptions.trialContributionRate)} is ${
        isTrialRatePaid({ terms: assumptions.terms, ownRate }) ? "paid" : "tried"
      }.${fund}`;
  }
  const before = unchanged?.valued.filter(isAsked) ?? [];
  return first.map(({ suggestedRate, durationMonths, valuation }, i) => {
    const { minimumRate } = valuation.financing.benefit_and_administrative;
    const was = before[i] === undefined
      ? ""
      : `; without what is set ${percent(before[i].suggestedRate)}`;
    const longest = first.length === 1 ? "" : `, up to ${durationMonths} months`;
    return `${of}${longest}: suggested contribution rate ${percent(suggestedRate)} per ` +
      `cent of insurable earnings, minimum ${percent(minimumRate)}${was}.`;
  }).join("\n") + fund;
}

/** Years of contributions from which a fund at the start is said to be large. */
const LARGE_CAPITAL_YEARS = 5, LARGE_STATED_YEARS = 20;

/** Says if a fund at the start is so large that no rate says anything beside it. */
function largeFundInWords(
  { valuation: { years, assumptions } }: SchemeValuation,
  isStated: boolean,
): string {
  const { initialCapitalIdr, trialContributionRate: rate } = assumptions;
  const contributionsIdr = rate * years[0]!.insurableEarningsIdr;
  const inYears = initialCapitalIdr / contributionsIdr;
  const most = isStated ? LARGE_STATED_YEARS : LARGE_CAPITAL_YEARS;
  if (initialCapitalIdr === 0 || !(inYears > most)) return "";
  const rupiah = `${formatNumber(initialCapitalIdr / 1e9, 0)} billion rupiah`;
  return `\nThe fund begins with ${rupiah}${
    isStated ? "" : ", the first capital that the law gives the nation's scheme"
  }: ${formatNumber(inYears, 0)} years of contributions of these members at ` +
    `${formatNumber(100 * rate, 2)} per cent. It pays for them, so that the rates say ` +
    `little. ${
      isStated
        ? "Look at opening_idr under [fund] of the valuation file."
        : "Say what these members have under [fund] of a valuation file (deno task " +
          "valuation init)."
    }`;
}

/** "One, two and three". */
export function listInWords(words: readonly string[]): string {
  return new Intl.ListFormat("en-GB").format(words);
}

/** What of a design is not valued, each in a word or two. */
export function namesNotValued({ notValued }: SchemeValuation): string[] {
  return [...new Set(notValued.map((each) => each.split(": ")[0]!.toLowerCase()))];
}

/** Columns of the projection that a screen has no room for. */
const NOT_IN_SHORT = new Set(["earnings", "demographic"]);

/**
 * What `value` prints of one design: rates and projection, of a range of durations those of
 * the longest; what was set; and what there is besides.
 */
export function valuationInShort(
  comparison: SchemeComparison,
  source: string,
  width: number,
): string {
  const { valued, unchanged } = comparison;
  const last = valued.at(-1)!;
  const { valuation, duration, durationMonths } = last;
  const same = unchanged?.valued.find((each) => each.duration === duration);
  const ofDuration = valued.length === 1
    ? source
    : `${source}, benefits for up to ${durationMonths} months`;
  const projection = projectionTable(valuation, ofDuration);
  const names = namesNotValued(last);
  const more = [
    ...(valued.length === 1 ? [] : ["the other duration"]),
    "how rules are taken",
    `what is not valued${names.length === 0 ? "" : ` (${listInWords(names)})`}`,
    "time out of work",
  ];
  return [
    tableToText(ratesTable(valuation, "", same?.valuation), { width }),
    tableToText({
      ...projection,
      notes: [...projection.notes, ...companyChoiceNotes(comparison.basis)],
      columns: projection.columns.filter(({ key }) => !NOT_IN_SHORT.has(key)),
    }, { width }),
    ...changesText(comparison),
    inLines(
      `--full adds ${listInWords(more)}; --valuation ${comparison.basis.file.name} ` +
        "writes a document.",
      width,
    ),
  ].join("\n");
}

/**
 * What `value --full` prints: the projection and the rates of each duration, then how rules
 * were taken and which are not valued.
 */
export function valuationInFull(
  comparison: SchemeComparison,
  source: string,
  width: number,
): string {
  const { valued, unchanged, basis: { timeOutOfWork } } = comparison;
  const inText = (table: Table) => tableToText(table, { width });
  return [
    ...valued.flatMap(({ valuation, duration, durationMonths }) => {
      const same = unchanged?.valued.find((each) => each.duration === duration);
      const ofDuration = valued.length === 1
        ? "" // that of the last table
        : `${source}, benefits for up to ${durationMonths} months`;
      return [
        ratesTable(valuation, ofDuration, same?.valuation),
        projectionTable(valuation, ofDuration),
      ].map(inText);
    }),
    ...changesText(comparison),
    ...companyChoiceNotes(comparison.basis).map((note) => `${inLines(note, width)}\n`),
    ...rulesTakenTables(valued.at(-1)!, "").map(inText),
    inText(timeOutOfWorkTable(timeOutOfWork, source)),
  ].join("\n");
}

/** What was set, in a line: what it was, and what it is. */
function changesText(comparison: SchemeComparison): string[] {
  const changes = Object.entries(changesOf(comparison));
  if (changes.length === 0) return [];
  const words = changes.map(([name, { from, to }]) => `${name} from ${from} to ${to}`);
  return [`Changed: ${words.join(", ")}.\n`];
}

/** Columns of a running fund's rates that a screen has no room for. */
const FUND_NOT_IN_SHORT = new Set(["seven", "paid", "months"]);

/**
 * What `value` prints first of a scheme with a fund of its own: cost beside the rate that is
 * paid, and the rates that balance. Nothing of a scheme without one.
 *
 * @param isAll Whether no table with the same source follows, nor all columns are shown.
 */
export function runningFundText(
  { valued, basis: { file, schemes }, inWords }: SchemeComparison,
  { width, isAll }: { readonly width: number; readonly isAll: boolean },
): string {
  if (!isRunningScheme(file.terms)) return "";
  const first = valued.filter(({ rules, duration }) =>
    rules.name === schemes[0]!.name && duration === "longest"
  );
  if (first.length === 0) return "";
  const [cost, rates] = runningFundTables(first, `JKP Lab: ${inWords}.`);
  const short = {
    ...rates!,
    columns: rates!.columns.filter(({ key }) => !FUND_NOT_IN_SHORT.has(key)),
    notes: rates!.notes.slice(0, 1),
  };
  return [
    { ...cost!, notes: [], source: "" }, // said below the last table
    isAll ? short : { ...rates!, source: "" },
  ].map((table) => tableToText(table, { width })).join("\n");
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
 * What `value --full` prints further of several designs or scenarios. All columns in one
 * table are too many for a terminal, so that they stand in two: costs, then who is entitled.
 *
 * @param exhibits Tables and figure.
 * @param width Of the screen.
 * @returns Lines for a terminal.
 */
export function comparisonText(
  { tables: [valued, ...others] }: ComparisonExhibits,
  width: number,
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
    .map((table) => tableToText(table, { width })).join("\n");
}

/** How the rules of each design were taken, as `value --full` prints it. */
export function rulesTakenText({ valued }: SchemeComparison, width: number): string {
  const last = new Map(valued.map((each) => [each.rules.name, each]));
  return [...last.values()].map((each) => {
    const [taken] = rulesTakenTables(each, "");
    return tableToText({ ...taken, title: `${taken.title}: ${each.rules.title}` }, {
      width,
    });
  }).join("\n");
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
