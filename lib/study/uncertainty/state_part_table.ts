import { roundedPercent, type Table, unitThatShows } from "@jkp/exhibit";
import type { StatePartOfYear } from "@jkp/uncertainty";
import { cells, ERRORS, withError } from "./estimate_columns.ts";

/** The State's part by year under one rule. */
export interface StatePartUnderRule {
  readonly title: string;
  readonly byYear: readonly StatePartOfYear[];
}

/** What the State pays under each rule, a row a year, with a maximum at an exceedance probability. */
export function statePartTable(
  parts: readonly StatePartUnderRule[],
  exceedanceProbability: number,
  notes: readonly string[],
  source: string,
): Table {
  const { unit, size } = unitThatShows(
    "rupiah",
    parts.flatMap(({ byYear }) => byYear.map(({ maximumIdr }) => maximumIdr.value)),
    2,
  );
  const rupiah = `${unit} rupiah`;
  const percent = roundedPercent(exceedanceProbability, 4);
  return {
    id: "state_part",
    number: "",
    title: "The State's part under each rule, by year",
    columns: [
      { key: "rule", title: "Rule" },
      { key: "year", title: "Year", isGrouped: false },
      ...withError("contributions", "Contributions, mean", rupiah, 2),
      ...withError("advances", "Lent to the fund, mean", rupiah, 2),
      ...withError("total", "Both, mean", rupiah, 2),
      ...withError("quantile5", "Both, 5 % quantile", rupiah, 2),
      ...withError("median", "Both, median", rupiah, 2),
      ...withError("quantile95", "Both, 95 % quantile", rupiah, 2),
      ...withError("maximum", `Maximum but for ${percent} %`, rupiah, 2),
    ],
    rows: parts.flatMap(({ title, byYear }) =>
      byYear.map((of) => ({
        rule: title,
        year: of.year,
        ...cells("contributions", of.contributionsIdr, 1 / size),
        ...cells("advances", of.advancesIdr, 1 / size),
        ...cells("total", of.totalIdr, 1 / size),
        ...cells("quantile5", of.quantile5Idr, 1 / size),
        ...cells("median", of.medianIdr, 1 / size),
        ...cells("quantile95", of.quantile95Idr, 1 / size),
        ...cells("maximum", of.maximumIdr, 1 / size),
      }))
    ),
    notes: [
      "The State's part of contributions as the law shares the rate, and what it lends the " +
      "fund when that is below 0: in each year what is lent anew, beyond an old loan and " +
      "its interest.",
      `Maximum: passed on ${percent} in 100 paths.`,
      ERRORS,
      ...notes,
    ],
    source,
  };
}
