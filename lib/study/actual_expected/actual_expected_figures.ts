import type { Figure } from "@jkp/exhibit";
import { yearOf } from "@jkp/month";
import type { ActualAgainstExpected, PeriodCompared } from "./actual_expected.ts";
import { namesInWords, RECOGNITION, sourceOf, titleOf } from "./actual_expected_words.ts";
import {
  factorGroups,
  groupValue,
  type Quantities,
  type QuantityName,
} from "./factors.ts";

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
 * const { x, y } = finest!.series[0]!;
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

function lengthOf({ from, to }: PeriodCompared): number {
  return to - from + 1;
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
    isHorizontal: periods.length === 1,
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
