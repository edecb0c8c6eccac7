import { type Figure, roundedPercent, type Series } from "@jkp/exhibit";
import { checkArgument, checkOptions } from "@jkp/problem";
import { type KaplanMeier, survivalAt, type SurvivalCurve } from "@jkp/survival";
import { stepCorners } from "./step_corners.ts";

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
 * @param curves The curves, each under its name; estimates of {@link kaplanMeier} come with
 * the band of their confidence interval.
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
 *
 * @example An estimate with its interval
 * ```ts
 * import { survivalFigure } from "@jkp/study";
 * import { kaplanMeier } from "@jkp/survival";
 * import { assertEquals } from "@std/assert";
 *
 * const estimate = kaplanMeier({
 *   durations: [3, 5, 8, 9],
 *   eventObserved: [true, false, true, true],
 * });
 * const [series] = survivalFigure({ claimants: estimate }).series;
 * assertEquals(series!.bands!.map(({ name }) => name), ["95 % interval"]);
 * ```
 */
export function survivalFigure(
  curves: Readonly<Record<string, SurvivalCurve | KaplanMeier>>,
  options: SurvivalFigureOptions = {},
): Figure {
  const doing = "draw survival";
  checkArgument(doing, "a record of curves by name", curves);
  const named = Object.entries(curves);
  for (const [name, curve] of named) checkCurve(doing, name, curve);
  checkOptions(doing, options, ["title", "unit", "until", "source"]);
  const {
    title = "Survival",
    unit = "months",
    until = Math.max(0, ...named.map(([, curve]) => lastTime(curve))),
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
      ...pointsOf(curve, until),
    })),
    notes: [],
    source,
  };
}

function checkCurve(doing: string, name: string, curve: unknown): void {
  const called = name || "the curve";
  if (isEstimate(curve)) return;
  checkArgument(doing, `a survival curve as ${called}`, curve, ["points", "rule"]);
  if ((curve as SurvivalCurve).points.length === 0) {
    throw new RangeError(`Cannot ${doing}: points of ${called} are wanted, got none`);
  }
}

/** Whether it is an estimate with intervals rather than a curve. */
function isEstimate(curve: unknown): curve is KaplanMeier {
  return typeof curve === "object" && curve !== null &&
    (["time", "survival", "lower", "upper"] as const).every((key) =>
      (curve as Partial<KaplanMeier>)[key] instanceof Float64Array
    );
}

function lastTime(curve: SurvivalCurve | KaplanMeier): number {
  return isEstimate(curve) ? curve.time.at(-1) ?? 0 : curve.points.at(-1)!.time;
}

type Points = Pick<Series, "x" | "y" | "bands">;

function pointsOf(curve: SurvivalCurve | KaplanMeier, until: number): Points {
  if (!isEstimate(curve)) {
    return curve.rule !== "step" ? smooth(curve, until) : steps(
      curve.points.map(({ time }) => time),
      curve.points.map(({ survival }) => survival),
      until,
    );
  }
  const times = [0, ...curve.time];
  const stepped = (values: Float64Array) => steps(times, [1, ...values], until);
  return {
    ...stepped(curve.survival),
    bands: [{
      name: `${roundedPercent(curve.basis.level, 1)} % interval`,
      lower: stepped(curve.lower).y,
      upper: stepped(curve.upper).y,
    }],
  };
}

/** Steps of which the last value goes on to the end. */
function steps(
  times: readonly number[],
  values: readonly number[],
  until: number,
): Pick<Series, "x" | "y"> {
  const { x, y } = stepCorners(times.filter((time) => time <= until), values);
  return { x: [...x, until], y: [...y, y.at(-1) ?? 1].map((each) => 100 * each) };
}

function smooth(curve: SurvivalCurve, until: number): Points {
  const x = curve.rule === "linear"
    ? [...curve.points.map(({ time }) => time).filter((time) => time < until), until]
    : Array.from({ length: SMOOTH_POINTS + 1 }, (_, i) => until * i / SMOOTH_POINTS);
  return { x, y: x.map((time) => 100 * survivalAt(curve, time)) };
}
