import { capitalized, type CellValue, keyInWords, type Table } from "@jkp/exhibit";
import { formatMonth } from "@jkp/month";
import type {
  ActualAgainstExpected,
  ActualExpectedFactor,
  ExpectationCompared,
  PeriodCompared,
} from "./actual_expected.ts";
import { namesInWords, RECOGNITION, sourceOf, titleOf } from "./actual_expected_words.ts";
import { FACTOR_NAMES, type FactorName } from "./factors.ts";

/** How a factor's values are shown. */
const SHOWN: { readonly [Name in FactorName]?: { unit: string; scale: number } } = {
  members: { unit: "million", scale: 1e6 },
  capped_wage: { unit: "million rupiah a month", scale: 1e6 },
};

const INSEPARABLE_NOTE =
  "Inseparable: public data do not part it. Claims per registered layoff hold eligibility, " +
  "take-up and the months between layoff and claim; wages paid per claim hold the months " +
  "paid, of which those of late claims fall after the period, and what claimants earned " +
  "beside members.";

const NO_STOCK =
  "Recipients are printed as new claims of a period. How many are in payment at one time " +
  "is not printed, so those expected stand beside nothing.";

/**
 * A valuation held against experience: by period, the factors of each period, and what
 * is printed as of one date.
 *
 * @param study What happened beside what was expected.
 * @returns The summary, the factors' ratios by period, a table of factors for each period, and
 * the stocks.
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
    ratiosTable(study, source),
    ...study.periods.map((period) => factorsTable(period, source)),
    ...(study.stocks.length === 0 ? [] : [stocksTable(study, source)]),
  ];
}

function summaryTable(study: ActualAgainstExpected, source: string): Table {
  const { periods, firstBenefitMonth } = study;
  const billion = { unit: "billion rupiah", group: "Benefits" };
  const ratio = { unit: "%", decimals: 1, group: "Paid of expected" };
  const rate = { unit: "% of wages", decimals: 3, group: "Cost rate" };
  const count = { unit: "thousand", decimals: 1 };
  return {
    id: "actual_expected",
    number: "",
    title: "JKP: what happened beside what was expected",
    columns: [
      { key: "period", title: "Period" },
      { key: "benefits_assumed", title: "Expected, assumed", ...billion },
      { key: "benefits_experienced", title: "Expected, experienced", ...billion },
      { key: "benefits_actual", title: "Paid", ...billion, decimals: 1 },
      { key: "ratio_assumed", title: "assumed", ...ratio },
      { key: "ratio_experienced", title: "experienced", ...ratio },
      { key: "cost_assumed", title: "Expected, assumed", ...rate },
      { key: "cost_experienced", title: "Expected, experienced", ...rate },
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
      ...(periods.some(({ from, to }) =>
          from <= firstBenefitMonth && firstBenefitMonth <= to
        )
        ? [
          `The valuation pays from ${
            formatMonth(firstBenefitMonth)
          } on, also who lost work ` +
          "before; payments of JKP are printed from 2022-02 on.",
        ]
        : []),
      ...periods.flatMap((period) =>
        period.missing.map((missing) => `Not found: ${missing}.`)
      ),
    ],
    source,
  };
}

function ratiosTable({ periods }: ActualAgainstExpected, source: string): Table {
  const key = ({ from, to }: PeriodCompared) => `${formatMonth(from)}_${formatMonth(to)}`;
  return {
    id: "factor_ratios",
    number: "",
    title: "Actual over expected by factor, on the unemployment assumed",
    columns: [
      { key: "factor", title: "Factor" },
      ...periods.map((period) => ({
        key: key(period),
        title: titleOf(period),
        decimals: 3,
      })),
    ],
    rows: [
      ...FACTOR_NAMES.map((name) => ({
        factor: capitalized(keyInWords(name)),
        ...Object.fromEntries(
          periods.map((period) => [key(period), ratioCell(name, period)]),
        ),
      })),
      {
        factor: "All",
        ...Object.fromEntries(
          periods.map((period) => [key(period), period.onAssumed.benefitRatio]),
        ),
      },
    ],
    notes: [
      "In one: with the factor above; facts of the period do not part them. n.a.: no " +
      "payments are printed.",
      RECOGNITION,
      INSEPARABLE_NOTE,
    ],
    source,
  };
}

/** A factor's ratio; if it is in one with others, at the first of them. */
function ratioCell(name: FactorName, { onAssumed }: PeriodCompared): CellValue {
  const { names, ratio } = onAssumed.factors.find((each) => each.names.includes(name))!;
  if (name === names[0]) return ratio;
  const before = FACTOR_NAMES[FACTOR_NAMES.indexOf(name) - 1]!;
  return names.includes(before) ? "in one" : `in ${keyInWords(names[0]!)}`;
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
          "More claims than registered layoffs: claims may be of layoffs before the " +
          "period, and a count of layoffs may have grown after it was published.",
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

function factorTitle({ names }: ActualExpectedFactor): string {
  const unit = names.length === 1 ? SHOWN[names[0]!]?.unit : undefined;
  return namesInWords(names) + (unit === undefined ? "" : `, ${unit}`);
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
