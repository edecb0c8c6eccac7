import {
  capitalized,
  type CellValue,
  type Figure,
  keyInWords,
  type Table,
} from "@jkp/exhibit";
import { formatMonth, yearOf } from "@jkp/month";
import type {
  ActualAgainstExpected,
  ActualExpectedFactor,
  ExpectationCompared,
  PeriodCompared,
} from "./actual_expected.ts";
import {
  factorGroups,
  type FactorName,
  groupValue,
  type Quantities,
  type QuantityName,
} from "./factors.ts";

/** How a factor's values are shown. */
const SHOWN: { readonly [Name in FactorName]?: { unit: string; scale: number } } = {
  members: { unit: "million", scale: 1e6 },
  capped_wage: { unit: "million rupiah a month", scale: 1e6 },
};

const RECOGNITION =
  "Recognition: registered layoffs of members over JHT claims after a layoff. 1 is expected: " +
  "the valuation takes every layoff among JHT's leavers as one of JKP's. That JHT has more " +
  "members than JKP is in it too. Leavers per member are JHT claims over members of JKP.";

const INSEPARABLE_NOTE =
  "Inseparable: public data do not part it. Claims per registered layoff hold eligibility, " +
  "take-up and the months between layoff and claim; wages paid per claim hold months paid " +
  "and what claimants earned beside members.";

const NO_STOCK =
  "Recipients are printed as new claims of a period. How many are in payment at one time " +
  "is not printed, so those expected stand beside nothing.";

/**
 * A valuation held against experience: by period, the factors of each period, and what
 * is printed as of one date.
 *
 * @param study What happened beside what was expected.
 * @returns The summary, a table of factors for each period, and the stocks.
 *
 * @example Benefits of 2024 cost 0.06 per cent of wages, where 0.70 are expected
 * ```ts
 * import { actualAgainstExpected, actualExpectedTables } from "@jkp/study";
 * import { readValuation } from "@jkp/valuation/read";
 * import { assertEquals } from "@std/assert";
 *
 * const basis = await readValuation("report_2021", { designs: ["jkp_2025"] });
 * const year = { from: 12 * 2024, to: 12 * 2024 + 11 };
 * const [summary] = actualExpectedTables(actualAgainstExpected(basis, [year]));
 * const { cost_actual, cost_assumed } = summary!.rows[0]!;
 * assertEquals([cost_actual, cost_assumed].map((each) => Number(each).toFixed(2)), [
 *   "0.06",
 *   "0.70",
 * ]);
 * ```
 */
export function actualExpectedTables(study: ActualAgainstExpected): Table[] {
  const source = sourceOf(study);
  return [
    summaryTable(study, source),
    ...study.periods.map((period) => factorsTable(period, source)),
    ...(study.stocks.length === 0 ? [] : [stocksTable(study, source)]),
  ];
}

/**
 * The factors of the ratio of benefits paid to those expected, as powers of two, so that
 * they add up: in the longest period of each year, and in that which has most of them.
 *
 * @param study What happened beside what was expected.
 * @returns The figures; none if no benefits are printed.
 *
 * @example Recognition of 2024 is −3.6: as many halvings
 * ```ts
 * import { actualAgainstExpected, actualExpectedFigures } from "@jkp/study";
 * import { readValuation } from "@jkp/valuation/read";
 * import { assertEquals } from "@std/assert";
 *
 * const basis = await readValuation("report_2021", { designs: ["jkp_2025"] });
 * const year = { from: 12 * 2024, to: 12 * 2024 + 11 };
 * const [, finest] = actualExpectedFigures(actualAgainstExpected(basis, [year]));
 * const [{ x, y }] = finest!.series as [{ x: string[]; y: number[] }];
 * assertEquals(y[x.indexOf("Recognition")]!.toFixed(1), "-3.6");
 * ```
 */
export function actualExpectedFigures(study: ActualAgainstExpected): Figure[] {
  const paid = study.periods.filter(({ onAssumed }) => onAssumed.benefitRatio !== null);
  if (paid.length === 0) return [];
  const longest = paid.filter((one) =>
    !paid.some((other) =>
      yearOf(other.from) === yearOf(one.from) && lengthOf(other) > lengthOf(one)
    )
  );
  const finest = paid.toSorted((a, b) =>
    b.onAssumed.factors.length - a.onAssumed.factors.length || lengthOf(b) - lengthOf(a)
  )[0]!;
  return [
    factorsFigure("factors_by_year", "by year", longest, study),
    factorsFigure("factors_finest", `in ${titleOf(finest)}`, [finest], study),
  ];
}

function sourceOf({ valuation, design, role, inWords }: ActualAgainstExpected): string {
  return `JKP Lab: expected by ${valuation}, ${design}, ${role} scenario, ${inWords}; ` +
    "actual by data/open.";
}

function lengthOf({ from, to }: PeriodCompared): number {
  return to - from + 1;
}

/** A period as titles have it: `2024`, `2024-01 to 2024-08`. */
function titleOf({ from, to }: PeriodCompared): string {
  return from % 12 === 0 && to === from + 11
    ? String(yearOf(from))
    : `${formatMonth(from)} to ${formatMonth(to)}`;
}

function summaryTable({ periods }: ActualAgainstExpected, source: string): Table {
  const billion = { unit: "billion rupiah", group: "Benefits" };
  const ratio = { unit: "%", decimals: 1, group: "Paid of expected" };
  const rate = { unit: "% of wages", decimals: 3, group: "Cost rate" };
  const count = { unit: "thousand", decimals: 1 };
  const each = { assumed: "assumed", experienced: "experienced" };
  return {
    id: "actual_expected",
    number: "",
    title: "JKP: what happened beside what was expected",
    columns: [
      { key: "period", title: "Period" },
      { key: "benefits_assumed", title: `Expected, ${each.assumed}`, ...billion },
      { key: "benefits_experienced", title: `Expected, ${each.experienced}`, ...billion },
      { key: "benefits_actual", title: "Paid", ...billion, decimals: 1 },
      { key: "ratio_assumed", title: each.assumed, ...ratio },
      { key: "ratio_experienced", title: each.experienced, ...ratio },
      { key: "cost_assumed", title: `Expected, ${each.assumed}`, ...rate },
      { key: "cost_experienced", title: `Expected, ${each.experienced}`, ...rate },
      { key: "cost_actual", title: "Actual", ...rate },
      {
        key: "claims_assumed",
        title: "Expected, assumed",
        ...count,
        group: "New claims",
      },
      { key: "claims_actual", title: "Actual", ...count, group: "New claims" },
      { key: "in_payment", title: "Expected, assumed", ...count, group: "In payment" },
    ],
    rows: periods.map((period) => {
      const { onAssumed, onExperienced, known } = period;
      return {
        period: titleOf(period),
        benefits_assumed: onAssumed.expected.benefitsIdr / 1e9,
        benefits_experienced: onExperienced.expected.benefitsIdr / 1e9,
        benefits_actual: times(known.benefitsIdr?.value, 1e-9),
        ratio_assumed: times(onAssumed.benefitRatio, 100),
        ratio_experienced: times(onExperienced.benefitRatio, 100),
        cost_assumed: 100 * onAssumed.expectedCostRate,
        cost_experienced: 100 * onExperienced.expectedCostRate,
        cost_actual: times(onAssumed.actualCostRate, 100),
        claims_assumed: onAssumed.expected.claims / 1e3,
        claims_actual: times(known.claims?.value, 1e-3),
        in_payment: onAssumed.expected.beneficiaries / 1e3,
      };
    }),
    notes: [
      "Assumed, experienced: on the unemployment of the valuation, and on that of " +
      "Sakernas, mean of February and August. Cost rate: benefits over insurable wages, " +
      "without administration.",
      NO_STOCK,
      "From 7 February 2025 benefits that were running were raised at once, so payments " +
      "of the first half of 2025 follow both rules.",
      ...periods.flatMap((period) =>
        period.missing.map((missing) => `Not found: ${missing}.`)
      ),
    ],
    source,
  };
}

function factorsTable(period: PeriodCompared, source: string): Table {
  const { onAssumed, onExperienced, known } = period;
  const [assumed, experienced] = [
    { group: "Assumed unemployment" },
    { group: "Experienced unemployment" },
  ];
  const ratio = { decimals: 4 };
  const total = (values: ExpectationCompared) => billions(values.expected.benefitsIdr);
  return {
    id: `factors_${formatMonth(period.from)}_${formatMonth(period.to)}`,
    number: "",
    title: `Factors of benefits paid over benefits expected, ${titleOf(period)}`,
    columns: [
      { key: "factor", title: "Factor" },
      { key: "actual", title: "Actual" },
      { key: "expected_assumed", title: "Expected", ...assumed },
      { key: "ratio_assumed", title: "Ratio", ...ratio, ...assumed },
      { key: "expected_experienced", title: "Expected", ...experienced },
      { key: "ratio_experienced", title: "Ratio", ...ratio, ...experienced },
      { key: "tag", title: "Known as" },
      { key: "formula", title: "Formula" },
    ],
    rows: [
      ...onAssumed.factors.map((factor, i) => {
        const other = onExperienced.factors[i]!;
        return {
          factor: factorTitle(factor),
          actual: shown(factor, factor.actual),
          expected_assumed: shown(factor, factor.expected),
          ratio_assumed: factor.ratio,
          expected_experienced: shown(factor, other.expected),
          ratio_experienced: other.ratio,
          tag: factor.tag,
          formula: factor.formula,
        };
      }),
      {
        factor: "All: benefits, billion rupiah",
        actual: known.benefitsIdr === undefined
          ? null
          : billions(known.benefitsIdr.value),
        expected_assumed: total(onAssumed),
        ratio_assumed: onAssumed.benefitRatio,
        expected_experienced: total(onExperienced),
        ratio_experienced: onExperienced.benefitRatio,
        tag: known.benefitsIdr?.how ?? null,
        formula: "product of the factors",
      },
    ],
    notes: [
      RECOGNITION,
      INSEPARABLE_NOTE,
      ...period.missing.map((missing) =>
        `Not found: ${missing}. Its factor is in one with the next, or has no value.`
      ),
      ...(known.claims !== undefined && known.recognized !== undefined &&
          known.claims.value > known.recognized.value
        ? [
          "More claims than registered layoffs: claims follow layoffs of months before, " +
          "and the newest counts of layoffs still grow.",
        ]
        : []),
      ...period.otherBenefits.map(({ fact, valueIdr }) =>
        `Otherwise ${
          (valueIdr / 1e9).toFixed(1)
        } billion were paid (${fact}): the ratios ` +
        `would be ${(valueIdr / onAssumed.expected.benefitsIdr).toFixed(4)} and ` +
        `${(valueIdr / onExperienced.expected.benefitsIdr).toFixed(4)}.`
      ),
      ...period.contradictions.map((each) => `Sources that do not agree, ${each}.`),
      `Facts: ${
        [...new Set(onAssumed.factors.flatMap(({ facts }) => facts))].join("; ")
      }.`,
    ],
    source,
  };
}

function stocksTable({ stocks }: ActualAgainstExpected, source: string): Table {
  return {
    id: "stocks",
    number: "",
    title: "JKP: counts and amounts of one date beside those expected",
    columns: [
      { key: "stock", title: "Stock" },
      { key: "month", title: "Month", group: "Actual" },
      { key: "actual", title: "Value", group: "Actual" },
      { key: "expected_month", title: "Month", group: "Expected" },
      { key: "expected", title: "Value", group: "Expected" },
      { key: "ratio", title: "Ratio", decimals: 3 },
      { key: "fact", title: "Fact" },
    ],
    rows: stocks.map(({ stock, month, expectedMonth, actual, expected, fact }) => ({
      stock: stock === "fund" ? "Fund, billion rupiah" : "Members, thousand",
      month: formatMonth(month),
      actual: actual / (stock === "fund" ? 1e9 : 1e3),
      expected_month: formatMonth(expectedMonth),
      expected: expected / (stock === "fund" ? 1e9 : 1e3),
      ratio: expected > 0 ? actual / expected : null,
      fact,
    })),
    notes: [
      "On the unemployment assumed. The fund is expected at the end of the last whole year, " +
      "at the contribution rates of the law, with administration and returns of the " +
      "valuation; below 0 it has run out, and has no ratio.",
      NO_STOCK,
    ],
    source,
  };
}

function factorsFigure(
  id: string,
  words: string,
  periods: readonly PeriodCompared[],
  study: ActualAgainstExpected,
): Figure {
  const all = Object.keys(periods[0]!.known) as QuantityName[];
  const common = new Set(
    all.filter((name) => periods.every(({ known }) => known[name] !== undefined)),
  );
  const groups = factorGroups(common);
  return {
    id,
    number: "",
    title: `Factors of benefits paid over benefits expected, ${words}`,
    xTitle: "Factor",
    yTitle: "Actual over expected, as a power of two",
    yUnit: "−1 is half, −2 a quarter",
    decimals: 1,
    isStacked: false,
    series: periods.map((period) => {
      const actual: Partial<Quantities> = Object.fromEntries(
        [...common].map((name) => [name, period.known[name]!.value]),
      );
      const { expected, benefitRatio } = period.onAssumed;
      return {
        name: titleOf(period),
        x: [...groups.map(({ names }) => namesInWords(names)), "All"],
        y: [
          ...groups.map((group) =>
            Math.log2(groupValue(group, actual)! / groupValue(group, expected)!)
          ),
          Math.log2(benefitRatio!),
        ],
        mark: "column" as const,
      };
    }),
    notes: [
      "On the unemployment assumed. Powers of two add up, as the factors multiply, to the " +
      "last." +
      (groups.some(({ names }) => names.length > 1)
        ? " Factors in one are those that facts of not all periods part."
        : ""),
      RECOGNITION,
    ],
    source: sourceOf(study),
  };
}

function factorTitle({ names }: ActualExpectedFactor): string {
  const unit = names.length === 1 ? SHOWN[names[0]!]?.unit : undefined;
  return namesInWords(names) + (unit === undefined ? "" : `, ${unit}`);
}

function namesInWords(names: readonly FactorName[]): string {
  return capitalized(names.map(keyInWords).join(" × "));
}

function shown({ names }: ActualExpectedFactor, value: number | null): CellValue {
  if (value === null) return null;
  const { scale } = names.length === 1 ? SHOWN[names[0]!] ?? { scale: 1 } : { scale: 1 };
  return { value: value / scale, decimals: 4 };
}

function billions(idr: number): CellValue {
  return { value: idr / 1e9, decimals: 2 };
}

function times(value: number | null | undefined, factor: number): number | null {
  return value === undefined || value === null ? null : factor * value;
}
