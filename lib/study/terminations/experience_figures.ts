import type { StudyCell, StudyCurve, TerminationExperience } from "@jkp/experience";
import {
  capitalized,
  type Figure,
  inventedCaution,
  type Series,
  sourceLine,
} from "@jkp/exhibit";
import {
  byReason,
  labelOf,
  MONTHS,
  SEX_NAMES,
  titleOf,
  windowOf,
} from "./experience_labels.ts";

/**
 * The figures of a study: rates over age by reason, and the course of the year.
 *
 * @param study The study.
 * @returns The figures, numbered from 1.
 *
 * @example
 * ```ts
 * import { terminationStudy } from "@jkp/experience";
 * import { readShippedExtract } from "@jkp/extract/read";
 * import { experienceFigures } from "@jkp/study";
 * import { assertEquals } from "@std/assert";
 *
 * const figures = experienceFigures(terminationStudy(await readShippedExtract()));
 * assertEquals(figures.map(({ number }) => number), ["1", "2", "3"]);
 * ```
 */
export function experienceFigures(study: TerminationExperience): Figure[] {
  return [...rateFigures(study), ...seasonFigures(study)].map((figure, index) => ({
    ...figure,
    number: String(index + 1),
  }));
}

function rateFigures(study: TerminationExperience): Figure[] {
  if (!study.by.includes("ageGroup")) return [];
  return byReason(study).map(([reason, curves]) => ({
    id: reason === undefined ? "termination_rates" : `termination_rates_${reason}`,
    number: "",
    title: titleOf(study, reason),
    ...inventedCaution(study, "how rates vary with age is made, not recorded."),
    xTitle: "Age group",
    yTitle: "Claims by members exposed",
    yUnit: "% a month",
    decimals: 3,
    isStacked: false,
    series: curves.flatMap(curveSeries),
    notes: ["Line: graduated rate; circle: crude rate."],
    source: sourceLine(study),
  }));
}

/** The graduated line of one curve, and its crude rates with their intervals. */
function curveSeries({ sex, cells }: StudyCurve): readonly Series[] {
  const name = sex === undefined ? "All" : SEX_NAMES[sex];
  const x = cells.map(({ ageGroup }) => ageGroup!);
  const percent = (of: (cell: StudyCell) => number) =>
    cells.map((cell) => 100 * of(cell));
  return [
    { name, x, y: percent((cell) => cell.graduatedRate ?? NaN), mark: "line" },
    {
      name: `${name}, crude`,
      x,
      y: percent((cell) => cell.crudeRate),
      mark: "dots",
      bands: [{
        name: "95 % interval",
        lower: percent((cell) => cell.lower),
        upper: percent((cell) => cell.upper),
      }],
    },
  ];
}

function seasonFigures(study: TerminationExperience): Figure[] {
  if (study.seasonality.length === 0) return [];
  const figure: Figure = {
    id: "seasonal_factors",
    number: "",
    title: `Seasonal factors, ${windowOf(study)}${labelOf(study)}`,
    ...inventedCaution(study, "the course of the year is invented."),
    xTitle: "",
    yTitle: "Multiple of the year's rate",
    yUnit: "",
    decimals: 2,
    isStacked: false,
    series: study.seasonality.map(({ reason, factors }) => ({
      name: capitalized(reason ?? "all"),
      x: MONTHS,
      y: factors.map(({ factor }) => factor),
      mark: "column",
    })),
    notes: [],
    source: sourceLine(study),
  };
  return [figure];
}
