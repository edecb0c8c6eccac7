import { formatMonth, type Month, monthOf, monthOfDate, monthRange } from "@jkp/month";
import type { OpenStatistics } from "@jkp/open";
import {
  fundTerms,
  type FundYear,
  inputsOfRole,
  mainRole,
  rollForward,
  runValuation,
  type ValuationBasis,
} from "@jkp/valuation";
import { meanSimple } from "simple-statistics";
import { contributionRateOf } from "./capped_wage.ts";
import {
  type Expected,
  type ExpectedBasis,
  expectedOf,
  monthsValued,
} from "./expected.ts";
import {
  factorGroups,
  type FactorName,
  groupInWords,
  groupValue,
  INSEPARABLE,
  type Quantities,
  type QuantityName,
} from "./factors.ts";
import { factInWords, type KnownQuantity, type Span, spanInWords } from "./facts.ts";
import { type Happened, happenedIn, surveyedUnemployment } from "./happened.ts";

/** A factor of the benefits, or several that facts do not part. */
export interface ActualExpectedFactor {
  readonly names: readonly FactorName[];
  /** `null` if a fact that it needs is missing. */
  readonly actual: number | null;
  readonly expected: number;
  /** Actual over expected; all of a period multiply to that of the benefits. */
  readonly ratio: number | null;
  /**
   * `printed`: plain arithmetic on numbers printed of the same months. `inferred`: from
   * other months or by an assumption, as the formula says. `inseparable`: several things
   * in one that public data cannot part.
   */
  readonly tag: "printed" | "inferred" | "inseparable";
  /** What it is the quotient of, and how each part was come by. */
  readonly formula: string;
  readonly facts: readonly string[];
}

/** A period beside one expectation of it. */
export interface ExpectationCompared {
  readonly expected: Expected;
  readonly factors: readonly ActualExpectedFactor[];
  /** Benefits paid over those expected; `null` where none are printed. */
  readonly benefitRatio: number | null;
  /** Benefits over insurable wages, fractions. */
  readonly expectedCostRate: number;
  readonly actualCostRate: number | null;
}

/** A period: what happened in it, beside both expectations. */
export interface PeriodCompared extends Span, Happened {
  /** On the unemployment that the valuation assumed. */
  readonly onAssumed: ExpectationCompared;
  /** On the unemployment that was: Sakernas, mean of February and August. */
  readonly onExperienced: ExpectationCompared;
}

/** A count or an amount of one date. */
export interface StockCompared {
  readonly stock: "members" | "fund";
  readonly month: Month;
  /** The month of the expected one: the fund is expected at the end of years only. */
  readonly expectedMonth: Month;
  readonly actual: number;
  readonly expected: number;
  readonly fact: string;
}

/** A valuation held against what happened. */
export interface ActualAgainstExpected {
  readonly valuation: string;
  readonly design: string;
  readonly role: string;
  /** Extract, reading and law in words; says so when data are synthetic. */
  readonly inWords: string;
  /** First month that the valuation pays benefits in. */
  readonly firstBenefitMonth: Month;
  readonly periods: readonly PeriodCompared[];
  /** On the unemployment that the valuation assumed. */
  readonly stocks: readonly StockCompared[];
}

const span = (year: number, first: number, last: number): Span => ({
  from: monthOf(year, first),
  to: monthOf(year, last),
});

/** Years, half-years and other months of which payments are printed; 2025 as far as it is. */
export const PERIODS: readonly Span[] = [
  span(2022, 1, 12),
  span(2023, 1, 12),
  span(2024, 1, 5),
  span(2024, 1, 6),
  span(2024, 1, 8),
  span(2024, 1, 12),
  span(2025, 1, 4),
  span(2025, 1, 6),
  span(2025, 1, 12),
];

/**
 * Holds a valuation against what JKP's experience was: benefits, cost rate, claims and
 * stocks, on the unemployment assumed and on that which was. The ratio of benefits paid to
 * those expected is taken apart into factors that multiply to it.
 *
 * Recognition is the part of layoffs that JKP has as such: 1 is expected; in fact it is
 * layoffs of members registered over JHT claims after a layoff. Claims per registered
 * layoff hold eligibility, take-up and timing; wages paid per claim hold months and what
 * claimants earned beside members.
 *
 * @param basis A valuation of JKP's law, first design and base scenario; its statistics are
 * the facts.
 * @param periods The months compared.
 * @default {periods: "2022, 2023, the first five, six, eight and twelve months of 2024, and the first four, six and twelve of 2025"}
 * @returns Each period; what is missing of it is named.
 * @throws {RangeError} If a period lies outside the valuation's years, or the design could
 * not be valued.
 *
 * @example Of what the ILO's basis expects of 2024, 8 per cent were paid: recognition
 * ```ts
 * import { actualAgainstExpected } from "@jkp/study";
 * import { readValuation } from "@jkp/valuation/read";
 * import { assertEquals } from "@std/assert";
 *
 * const basis = await readValuation("report_2021", { designs: ["jkp_2025"] });
 * const year = { from: 12 * 2024, to: 12 * 2024 + 11 };
 * const { onAssumed } = actualAgainstExpected(basis, [year]).periods[0]!;
 * const recognition = onAssumed.factors.find(({ names }) => names[0] === "recognition")!;
 * assertEquals([onAssumed.benefitRatio!.toFixed(3), recognition.ratio!.toFixed(3)], [
 *   "0.080",
 *   "0.084",
 * ]);
 * ```
 */
export function actualAgainstExpected(
  basis: ValuationBasis,
  periods: readonly Span[] = PERIODS,
): ActualAgainstExpected {
  const role = mainRole(basis);
  const assumed = expectation(basis, role);
  refuseOutside(assumed, periods);
  const experienced = expectation(withUnemployment(basis), role);
  const [onAssumed, onExperienced] = [expectedOf(assumed), expectedOf(experienced)];
  const happened = happenedIn(
    basis.open,
    assumed.rulesInTime,
    assumed.valued.valuation.assumptions.referenceUnemploymentRate,
  );
  return {
    valuation: basis.file.name,
    design: assumed.valued.rules.name,
    role,
    inWords: basis.inWords,
    firstBenefitMonth: basis.scenarios[0]!.terms.firstBenefitMonth,
    periods: periods.map(({ from, to }) => {
      const found = happened({ from, to });
      const compare = (expected: Expected) => compared(expected, found, to - from + 1);
      return {
        from,
        to,
        ...found,
        onAssumed: compare(onAssumed(from, to)),
        onExperienced: compare(onExperienced(from, to)),
      };
    }),
    stocks: stocksOf(assumed, basis.open),
  };
}

/** The first design, under the scenario of a role; of a range of durations, the longest. */
export function expectation(basis: ValuationBasis, role: string): ExpectedBasis {
  const run = runValuation({
    ...basis,
    schemes: basis.schemes.slice(0, 1),
    scenarios: [inputsOfRole(basis, role)],
    roles: [role],
  });
  const valued = run.valued.find(({ duration }) => duration === "longest");
  if (valued === undefined) {
    throw new RangeError(
      `Cannot compare with experience: a design that can be valued is wanted, got ` +
        `${basis.schemes[0]?.name}: ${run.leftOut[0]?.reason}`,
    );
  }
  return { valued, inputs: run.inputs[0]!, rulesInTime: run.rulesInTime[0]! };
}

/** The same with the unemployment that was, in every year that was surveyed. */
function withUnemployment(basis: ValuationBasis): ValuationBasis {
  return {
    ...basis,
    scenarios: basis.scenarios.map((inputs) => {
      const { scenario } = inputs;
      const { firstYear, values } = scenario.unemploymentRate;
      // The first year is the base year, which has the reference rate whatever is put in.
      const surveyed = values.map((assumed, i) =>
        i === 0
          ? assumed
          : surveyedUnemployment(basis.open, firstYear + i)?.rate ?? assumed
      );
      const unemploymentRate = { firstYear, values: surveyed };
      return { ...inputs, scenario: { ...scenario, unemploymentRate } };
    }),
  };
}

function refuseOutside(basis: ExpectedBasis, periods: readonly Span[]): void {
  const [first, last] = monthsValued(basis);
  const outside = periods.filter(({ from, to }) =>
    from < first || to > last || to < from
  );
  if (outside.length === 0) return;
  throw new RangeError(
    `Cannot compare with experience: months within ${formatMonth(first)} to ` +
      `${formatMonth(last)}, which are valued, are wanted, got ` +
      outside.map(spanInWords).join(", "),
  );
}

function compared(
  expected: Expected,
  { known }: Happened,
  months: number,
): ExpectationCompared {
  const names = Object.keys(known) as QuantityName[];
  const actual: Partial<Quantities> = Object.fromEntries(
    names.map((name) => [name, known[name]!.value]),
  );
  const costRate = (of: Partial<Quantities>) => {
    const { benefitsIdr, members, monthlyWageIdr } = of;
    return benefitsIdr === undefined || members === undefined ||
        monthlyWageIdr === undefined
      ? null
      : benefitsIdr / (members * monthlyWageIdr * months);
  };
  return {
    expected,
    factors: factorGroups(new Set(names)).map((group) => {
      const [actually, expectedly] = [actual, expected].map((of) =>
        groupValue(group, of)
      );
      const parts = (Object.keys(group.powers) as QuantityName[])
        .flatMap((name) => known[name] ?? []);
      return {
        names: group.names,
        actual: actually!,
        expected: expectedly!,
        ratio: actually === null ? null : actually! / expectedly!,
        tag: tagOf(group.names, parts),
        formula: [
          groupInWords(group),
          ...new Set(
            parts.map(({ formula }) => formula).filter((each) => each !== "as printed"),
          ),
        ].join("; "),
        facts: [...new Set(parts.flatMap(({ facts }) => facts))],
      };
    }),
    benefitRatio: actual.benefitsIdr === undefined
      ? null
      : actual.benefitsIdr / expected.benefitsIdr,
    expectedCostRate: costRate(expected)!,
    actualCostRate: costRate(actual),
  };
}

function tagOf(
  names: readonly FactorName[],
  parts: readonly KnownQuantity[],
): ActualExpectedFactor["tag"] {
  if (names.length > 1 || names.some((name) => INSEPARABLE.has(name))) {
    return "inseparable";
  }
  return parts.every(({ how }) => how === "printed") ? "printed" : "inferred";
}

/** Printed counts of members and amounts of the fund, of months that are valued. */
function stocksOf(basis: ExpectedBasis, open: OpenStatistics): StockCompared[] {
  const { months } = basis.valued.valuation;
  const [first, last] = monthsValued(basis);
  const fund = fundAtOwnRate(basis);
  return open.jkp_experience.flatMap((row): StockCompared[] => {
    const month = monthOfDate(row.to);
    if (month === undefined || month < first || month > last) return [];
    const of = { month, actual: row.value, fact: factInWords(row) };
    if (row.quantity === "members") {
      const expected = months.members[month - months.firstMonth]!;
      return [{ stock: "members", expectedMonth: month, expected, ...of }];
    }
    const closed = fund.findLast(({ lastMonth }) => lastMonth <= month);
    return row.quantity !== "fund" || closed === undefined ? [] : [{
      stock: "fund",
      expectedMonth: closed.lastMonth,
      expected: closed.closingIdr,
      ...of,
    }];
  });
}

/**
 * The fund at the law's own rates, in a year of change the mean of its months. A financial
 * year ends where twelve months from the first contribution on do.
 */
function fundAtOwnRate(
  { valued: { valuation }, rulesInTime }: ExpectedBasis,
): readonly (FundYear & { readonly lastMonth: Month })[] {
  const { years, assumptions } = valuation;
  const lastMonthOf = (index: number) =>
    assumptions.terms.firstContributionMonth + 12 * index + 11;
  const contributionRate = years.map((_, i) =>
    meanSimple(
      monthRange(lastMonthOf(i) - 11, lastMonthOf(i))
        .map((month) => contributionRateOf(rulesInTime, month)),
    )
  );
  return rollForward(years, { ...fundTerms(assumptions), contributionRate })
    .map((year, i) => ({ ...year, lastMonth: lastMonthOf(i) }));
}
