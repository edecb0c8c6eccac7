import type { Table } from "@jkp/exhibit";
import { checkText } from "@jkp/problem";
import type { StressTest } from "@jkp/uncertainty";
import { checkSchemes, ofSchemes } from "./scheme_columns.ts";

/** A scheme under stresses. */
export interface StressedScheme {
  readonly title: string;
  readonly tests: readonly StressTest[];
}

/**
 * Schemes under stresses, a row a stress: rates, the dearest year, and how long the fund
 * lasts at the rate that is paid.
 *
 * @param schemes Each with its stresses, as `stressTests` values them.
 * @param source Where the figures come from.
 * @returns The table; what is left out stands in its notes with the reason.
 * @throws {RangeError} If there is no scheme.
 * @see ILO (2021), section 4.5, which asks for it.
 */
export function stressTestsTable(
  schemes: readonly StressedScheme[],
  source: string,
): Table {
  const doing = "show stress tests";
  checkSchemes(doing, schemes);
  checkText(doing, "where the figures come from, as source", source);
  const rate = { unit: "% of insurable earnings", decimals: 3 } as const;
  return {
    id: "stress_tests",
    number: "",
    ...ofSchemes(schemes, "The scheme under stresses, without chance", [
      { key: "stress", title: "Stress" },
      { key: "suggested", title: "Suggested rate", ...rate },
      { key: "minimum", title: "Minimum rate", ...rate },
      { key: "breakEven", title: "Break-even rate", ...rate },
      { key: "payg", title: "PAYG cost rate, highest", ...rate },
      { key: "year", title: "Year", isGrouped: false },
      { key: "paid", title: "Rate paid", unit: rate.unit, decimals: 2 },
      { key: "months", title: "Fund is empty after", unit: "months", decimals: 0 },
    ]),
    rows: schemes.flatMap((scheme) =>
      scheme.tests.flatMap(({ title, outcome }) =>
        outcome === null ? [] : [{
          scheme: scheme.title,
          stress: title,
          suggested: 100 * outcome.suggestedRate,
          minimum: 100 * outcome.minimumRate,
          breakEven: 100 * outcome.breakEvenRate,
          payg: 100 * outcome.highestPaygCostRate,
          year: outcome.highestPaygYear,
          paid: 100 * outcome.paidRate,
          months: outcome.monthsToExhaustion ?? "lasts",
        }]
      )
    ),
    notes: [
      "A recession and mass layoffs strike in the first year with benefits; other stresses " +
      "last. Each is looked at by itself. A break-even rate below 0: the fund there is pays " +
      "for all. Months: from the first month projected; the fund moves along a straight line " +
      "within a year.",
      ...stressNotes(schemes),
    ],
    source,
  };
}

/** What each stress is, and for which schemes it is left out, with the reason. */
function stressNotes(schemes: readonly StressedScheme[]): readonly string[] {
  const [, ...stresses] = schemes[0]!.tests;
  return stresses.flatMap((stress, place) => {
    const tests = schemes.map(({ title, tests }) => ({
      scheme: title,
      ...tests[place + 1]!,
    }));
    const tried = tests.find(({ outcome }) => outcome !== null);
    const left = Map.groupBy(
      tests.filter(({ outcome }) => outcome === null),
      ({ basis }) => basis,
    );
    return [
      ...(tried === undefined ? [] : [`${stress.title}: ${tried.basis}.`]),
      ...[...left].map(([reason, without]) => {
        const of = without.length === schemes.length
          ? ""
          : ` (${without.map(({ scheme }) => scheme).join("; ")})`;
        return `${stress.title}, left out${of}: ${reason}.`;
      }),
    ];
  });
}
