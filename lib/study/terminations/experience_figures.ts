import type { StudyCell, StudyCurve, TerminationExperience } from "@jkp/experience";
import { capitalized, type Figure, type Series, sourceLine } from "@jkp/exhibit";
import {
  byReason,
  labelOf,
  MONTHS,
  SEX_NAMES,
  titleOf,
  windowOf,
} from "./experience_labels.ts";

/** A figure as it is drawn and as its values are written. */
export interface FigurePair {
  readonly drawn: Figure;
  readonly plain: Figure;
}

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
 * assertEquals(figures.map(({ drawn }) => drawn.number), ["1", "2", "3"]);
 * ```
 */
export function experienceFigures(study: TerminationExperience): FigurePair[] {
  return [...rateFigures(study), ...seasonFigures(study)].map((figure, index) => {
    const number = String(index + 1);
    return {
      drawn: { ...figure.drawn, number },
      plain: { ...figure.plain, number },
    };
  });
}

function rateFigures(study: TerminationExperience): FigurePair[] {
  if (!study.by.includes("ageGroup")) return [];
  return byReason(study).map(([reason, curves]) => {
    // Women first: presentation finds the colour of dots by the line's name within
    // theirs, and "men" is within "women".
    const series = [...curves].reverse().map(curveSeries);
    const common = {
      id: reason === undefined ? "termination_rates" : `termination_rates_${reason}`,
      number: "",
      title: titleOf(study, reason),
      xTitle: "Age group",
      yTitle: "Claims by members exposed",
      yUnit: "% a month",
      decimals: 3,
      isStacked: false,
      notes: ["Line: graduated rate; circle: crude rate with its 95 % interval."],
      source: sourceLine(study),
    };
    return {
      drawn: { ...common, series: series.flatMap(({ drawn }) => drawn) },
      plain: { ...common, series: series.flatMap(({ plain }) => plain) },
    };
  });
}

/** Crude rates with their intervals and the graduated line of one curve. */
function curveSeries({ sex, cells }: StudyCurve): {
  readonly drawn: readonly Series[];
  readonly plain: readonly Series[];
} {
  const name = sex === undefined ? "All" : SEX_NAMES[sex];
  const x = cells.map(({ ageGroup }) => ageGroup!);
  const series = (
    suffix: string,
    mark: Series["mark"],
    of: (cell: StudyCell) => number,
  ) => ({
    name: `${name}${suffix}`,
    x,
    y: cells.map((cell) => 100 * of(cell)),
    mark,
  });
  const graduated = series("", "line", (cell) => cell.graduatedRate ?? NaN);
  const crude = series(", crude", "dots", (cell) => cell.crudeRate);
  const lower = series(", crude, lower", "dots", (cell) => cell.lower);
  const upper = series(", crude, upper", "dots", (cell) => cell.upper);
  // An interval is a stroke of the line from its lower to its upper end; gaps part them.
  const line = {
    ...graduated,
    x: [...x.flatMap((age) => [age, age, age]), ...x],
    y: [...x.flatMap((_, i) => [lower.y[i]!, upper.y[i]!, NaN]), ...graduated.y],
  };
  return {
    drawn: [line, crude],
    plain: [{ ...graduated, name: `${name}, graduated` }, crude, lower, upper],
  };
}

function seasonFigures(study: TerminationExperience): FigurePair[] {
  if (study.seasonality.length === 0) return [];
  const figure: Figure = {
    id: "seasonal_factors",
    number: "",
    title: `Seasonal factors, ${windowOf(study)}${labelOf(study)}`,
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
  return [{ drawn: figure, plain: figure }];
}
