import { type Column, formatNumber, type Table, tableToText } from "@jkp/exhibit";
import { companyChoiceNotes, type SchemeComparison } from "@jkp/study";
import {
  isRunningScheme,
  isTrialRatePaid,
  mainInputs,
  type SchemeValuation,
} from "@jkp/valuation";
import { inLines } from "./screen.ts";
import { listInWords, namesNotValued } from "./value_outputs.ts";

/** Rows of designs and scenarios with all rates; of more, a design has one row. */
const MOST_ROWS = 16;

/** Designs that lines of their own tell of. */
const MOST_TOLD = 5;

const RATE = { unit: "%", decimals: 2 } as const;
/** Cost of a scheme that runs, a fraction of what is paid. */
const COST = { unit: "%", decimals: 3 } as const;

const isRunning = ({ basis }: SchemeComparison) => isRunningScheme(basis.file.terms);

/** The costs of all designs in the main scenario, from the lowest to the highest. */
export function answerOfDesigns(comparison: SchemeComparison): string {
  const { name, title } = mainInputs(comparison).scenario;
  const valued = comparison.valued.filter(({ scenarioName }) => scenarioName === name);
  const designs = new Set(valued.map(({ rules }) => rules.name)).size;
  const of = `${title} scenario, ${designs} designs`;
  if (valued.length === 0) return "No design is valued; why is said below.";
  const runs = isRunning(comparison);
  const figure = ({ suggestedRate, valuation: { years } }: SchemeValuation) =>
    100 * (runs ? years[0]!.paygCostRate : suggestedRate);
  const byCost = valued.toSorted((a, b) => figure(a) - figure(b));
  const said = (each: SchemeValuation) =>
    `${formatNumber(figure(each), runs ? 3 : 2)} per cent (${labelOf(each, valued)})`;
  const range = `from ${said(byCost[0]!)} to ${
    said(byCost.at(-1)!)
  } of insurable earnings`;
  const { year } = valued[0]!.valuation.years[0]!;
  return runs
    ? `${of}: benefits and administration cost ${range} in ${year}.`
    : `${of}: suggested contribution rate ${range}.`;
}

/** The name that --design takes, and the duration where there are two. */
function labelOf(
  { rules: { name }, durationMonths }: SchemeValuation,
  valued: readonly SchemeValuation[],
): string {
  const durations = new Set(
    valued.filter(({ rules }) => rules.name === name)
      .map(({ durationMonths }) => durationMonths),
  );
  return durations.size < 2 ? name : `${name}, ${durationMonths} months`;
}

/**
 * What `value` prints of several designs or scenarios: a table of all, then each design in
 * few lines, and what was taken how.
 *
 * @returns Lines for a terminal.
 */
export function designsText(comparison: SchemeComparison, width: number): string {
  const { valued, basis, leftOut } = comparison;
  const isSmall = valued.length <= MOST_ROWS;
  const designs = new Set(valued.map(({ rules }) => rules.name));
  const told = designs.size > MOST_TOLD ? [] : [...designs].map((name) => {
    const own = valued.filter(({ rules }) => rules.name === name);
    return inLines(inFewWords(own, comparison), width, 2);
  });
  const reasons = leftOut.map(({ rules: { name }, reason }) => `${name}: ${reason}`);
  return [
    tableToText(isSmall ? allRates(comparison) : suggestedRates(comparison), { width }),
    ...(told.length === 0 ? [] : [told.join("\n") + "\n"]),
    ...(reasons.length === 0
      ? []
      : [inLines(`Left out: ${reasons.join("; ")}.`, width, 2) + "\n"]),
    ...companyChoiceNotes(basis).map((note) => inLines(`Note: ${note}`, width) + "\n"),
  ].join("\n");
}

/** A row a design and scenario: all that `value` answers of it. */
function allRates(comparison: SchemeComparison): Table {
  const { valued, unchanged } = comparison;
  const runs = isRunning(comparison);
  const { years } = valued[0]!.valuation;
  const cost = (key: string, year: number): Column => ({
    key,
    title: String(year),
    ...(runs ? COST : RATE),
    group: "PAYG cost rate",
  });
  const before = (one: SchemeValuation) =>
    unchanged?.valued.find((each) =>
      each.rules.name === one.rules.name && each.duration === one.duration &&
      each.scenarioName === one.scenarioName
    )?.suggestedRate;
  return table(comparison, {
    columns: [
      { key: "design", title: "Design" },
      { key: "scenario", title: "Scenario" },
      { key: "suggested", title: "Suggested", ...RATE },
      ...(unchanged === undefined
        ? []
        : [{ key: "before", title: "Unchanged", ...RATE }]),
      { key: "minimum", title: "Minimum", ...RATE },
      ...(runs ? [{ key: "paid", title: trialInWords(valued), ...RATE }] : []),
      cost("first", years[0]!.year),
      cost("last", years.at(-1)!.year),
    ],
    rows: valued.map((each, i) => {
      const { suggestedRate, valuation, scenarioTitle } = each;
      const label = labelOf(each, valued);
      const { financing, years, assumptions } = valuation;
      return {
        // Named in the first of its rows.
        design: i > 0 && labelOf(valued[i - 1]!, valued) === label ? "" : label,
        scenario: scenarioTitle,
        suggested: 100 * suggestedRate,
        before: 100 * (before(each) ?? NaN),
        minimum: 100 * financing.benefit_and_administrative.minimumRate,
        paid: 100 * assumptions.trialContributionRate,
        first: 100 * years[0]!.paygCostRate,
        last: 100 * years.at(-1)!.paygCostRate,
      };
    }),
  });
}

/** What is done with the rates that the funds of schemes that run are tried at. */
function trialInWords(valued: readonly SchemeValuation[]): string {
  const are = valued.map(({ ownRate, valuation: { assumptions: { terms } } }) =>
    isTrialRatePaid({ terms, ownRate })
  );
  if (are.every((isPaid) => isPaid)) return "Paid";
  return are.some((isPaid) => isPaid) ? "Paid or tried" : "Tried";
}

/** A row a design: its suggested rates, or cost rates of the first year, by scenario. */
function suggestedRates(comparison: SchemeComparison): Table {
  const { valued } = comparison;
  const runs = isRunning(comparison);
  const scenarios = new Map(
    valued.map(({ scenarioName, scenarioTitle }) => [scenarioName, scenarioTitle]),
  );
  const groups = Map.groupBy(valued, (each) => labelOf(each, valued));
  return table(comparison, {
    columns: [
      { key: "design", title: "Design" },
      ...[...scenarios].map(([name, title]): Column => ({
        key: `of ${name}`,
        title,
        ...(runs ? COST : RATE),
        group: runs
          ? `PAYG cost rate, ${valued[0]!.valuation.years[0]!.year}`
          : "Suggested rate",
      })),
    ],
    rows: [...groups].map(([design, own]) => ({
      design,
      ...Object.fromEntries(
        own.map(({ scenarioName, suggestedRate, valuation: { years } }) => [
          `of ${scenarioName}`,
          100 * (runs ? years[0]!.paygCostRate : suggestedRate),
        ]),
      ),
    })),
  });
}

function table(
  { inWords, valued }: SchemeComparison,
  { columns, rows }: Pick<Table, "columns" | "rows">,
): Table {
  const { terms } = valued[0]!.valuation.assumptions;
  return {
    id: "designs",
    number: "",
    title: "What each design costs, of insurable earnings",
    columns,
    rows,
    notes: [
      "Benefits and administration. Suggested: level rate with a reserve of " +
      `${terms.reserveMultiple} times the last year's expenses at the end` +
      (columns.some(({ key }) => key === "minimum") ? "; minimum: with none" : "") +
      (terms.openingFundIdr !== null
        ? "; with the fund that there is at the start."
        : "."),
    ],
    source: `JKP Lab: ${inWords}.`,
  };
}

/** A design in few words: its title, what it pays, to whom, and what is not valued. */
function inFewWords(
  own: readonly SchemeValuation[],
  comparison: SchemeComparison,
): string {
  const { scenario } = mainInputs(comparison);
  const main = own.filter(({ scenarioName }) => scenarioName === scenario.name);
  const of = (main.length > 0 ? main : own).at(-1)!;
  const { rules, durationMonths, ownRate, replacementRate, entitledShare } = of;
  const percent = (rate: number, decimals = 1) => formatNumber(100 * rate, decimals);
  const names = namesNotValued(of);
  const notValued = names.length === 0 ? "" : ` Not valued: ${listInWords(names)}.`;
  return `${rules.name}: ${rules.title}. Up to ${durationMonths} months, ` +
    `${percent(replacementRate)} % of the last wage, ${percent(entitledShare)} % of ` +
    `leavers entitled, ${formatNumber(of.beneficiaries, 0)} beneficiaries in ` +
    `${of.valuation.years.at(-1)!.year}; own rate ` +
    `${ownRate === null ? "none" : `${percent(ownRate, 2)} % of wages`}.${notValued}`;
}
