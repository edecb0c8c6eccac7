import type { Figure, Series } from "@jkp/exhibit";
import { checkArgument, checkOptions } from "@jkp/problem";
import { survivalAt, type SurvivalCurve } from "@jkp/survival";

/** How {@link survivalFigure} draws. */
export interface SurvivalFigureOptions {
  /** @default {"Survival"} */
  readonly title?: string;
  /**
   * Unit of the time.
   * @default {"months"}
   */
  readonly unit?: string;
  /**
   * Time at which the figure ends.
   * @default the last point of all curves
   */
  readonly until?: number;
  /** @default {"own calculations"} */
  readonly source?: string;
}

/** Points by which a curve that is smooth between its own is drawn. */
const SMOOTH_POINTS = 120;

/**
 * Survival curves in the house style.
 *
 * @param curves The curves, each under its name.
 * @param options Title, unit of the time, end, source.
 * @returns The figure, survival in per cent; curves by steps are drawn as steps.
 * @throws {RangeError} If what is under a name is no curve, or an option is unknown.
 *
 * @example Beside each other: all patients, and nobody beyond 20 weeks
 * ```ts
 * import { survivalFigure } from "@jkp/study";
 * import { survivalCurveFromPoints, truncateAt } from "@jkp/survival";
 * import { assertEquals } from "@std/assert";
 *
 * const all = survivalCurveFromPoints(
 *   [{ time: 0, survival: 1 }, { time: 23, survival: 0.45 }],
 *   "step",
 * );
 * const { series } = survivalFigure(
 *   { all, "to 20 weeks": truncateAt(all, 20) },
 *   { unit: "weeks" },
 * );
 * assertEquals(series.map(({ name, y }) => [name, y.at(-1)]), [
 *   ["all", 45],
 *   ["to 20 weeks", 0],
 * ]);
 * ```
 */
export function survivalFigure(
  curves: Readonly<Record<string, SurvivalCurve>>,
  options: SurvivalFigureOptions = {},
): Figure {
  const doing = "draw survival";
  checkArgument(doing, "a record of curves by name", curves);
  const named = Object.entries(curves);
  for (const [name, curve] of named) {
    checkArgument(doing, `a survival curve as ${name || "the curve"}`, curve, [
      "points",
      "rule",
    ]);
    if (curve.points.length === 0) {
      throw new RangeError(
        "Cannot draw survival: points of a curve are wanted, got none",
      );
    }
  }
  checkOptions(doing, options, ["title", "unit", "until", "source"]);
  const {
    title = "Survival",
    unit = "months",
    until = Math.max(0, ...named.map(([, { points }]) => points.at(-1)!.time)),
    source = "own calculations",
  } = options;
  return {
    id: "survival",
    number: "",
    title,
    xTitle: `Time (${unit})`,
    yTitle: "Survival",
    yUnit: "% still without an end",
    decimals: 0,
    isStacked: false,
    series: named.map(([name, curve]): Series => ({
      name: name || "Survival",
      mark: "line",
      ...(curve.rule === "step" ? steps(curve, until) : smooth(curve, until)),
    })),
    notes: [],
    source,
  };
}

type Points = Pick<Series, "x" | "y">;

/** A corner at each end of a step. */
function steps(curve: SurvivalCurve, until: number): Points {
  const corners = curve.points.flatMap(({ time, survival }, i) =>
    time > until
      ? []
      : i === 0
      ? [[time, survival]]
      : [[time, curve.points[i - 1]!.survival], [time, survival]]
  );
  const all = [...corners, [until, survivalAt(curve, until)]];
  return { x: all.map(([time]) => time!), y: all.map(([, each]) => 100 * each!) };
}

function smooth(curve: SurvivalCurve, until: number): Points {
  const x = curve.rule === "linear"
    ? [...curve.points.map(({ time }) => time).filter((time) => time < until), until]
    : Array.from({ length: SMOOTH_POINTS + 1 }, (_, i) => until * i / SMOOTH_POINTS);
  return { x, y: x.map((time) => 100 * survivalAt(curve, time)) };
}
