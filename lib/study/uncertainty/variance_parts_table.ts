import type { Table } from "@jkp/exhibit";
import { checkText } from "@jkp/problem";
import type { VariancePart } from "@jkp/uncertainty";
import { cells, ERRORS, withError } from "./estimate_columns.ts";
import { checkSchemes, ofSchemes } from "./scheme_columns.ts";

/** A scheme, and what explains the variance of its rate; `null` if it does not vary. */
export interface SchemeVariance {
  readonly title: string;
  readonly parts: readonly VariancePart[] | null;
}

/**
 * What explains the variance of the break-even rate: a row a part of the process, those that
 * explain most first.
 *
 * @param schemes Each with its parts, as `rateVarianceParts` finds them.
 * @param drawn How the paths were drawn, in words.
 * @param source Where the figures come from.
 * @returns The table; without rows for a scheme whose rate does not vary, which a note says.
 * @throws {RangeError} If there is no scheme.
 */
export function variancePartsTable(
  schemes: readonly SchemeVariance[],
  drawn: string,
  source: string,
): Table {
  const doing = "show what explains a variance";
  checkSchemes(doing, schemes);
  checkText(doing, "how the paths were drawn, in words, as drawn", drawn);
  checkText(doing, "where the figures come from, as source", source);
  const still = schemes.filter(({ parts }) => parts === null);
  return {
    id: "variance_parts",
    number: "",
    ...ofSchemes(schemes, "What explains the variance of the break-even rate", [
      { key: "part", title: "Part of the process" },
      ...withError("first", "By itself", "% of the variance", 1),
      ...withError("total", "With others", "% of the variance", 1),
    ]),
    rows: schemes.flatMap(({ title, parts }) =>
      (parts ?? []).toSorted((a, b) => b.total.value - a.total.value).map((part) => ({
        scheme: title,
        part: part.title,
        ...cells("first", part.first, 100),
        ...cells("total", part.total, 100),
      }))
    ),
    notes: [
      "Sobol indices, first order and total. By itself: what is explained by this part alone; " +
      "with others: what is left if all but this part is known. The second is more where " +
      "parts work together. Estimates below 0 are 0 but for chance. What shocks of a year " +
      "share belongs to the series named first in the process.",
      ...still.map(({ title }) => `${title}: nothing is left to chance.`),
      `${drawn}.`,
      ERRORS,
    ],
    source,
  };
}
