import type { Figure } from "../figure.ts";
import type { Axis } from "./axis.ts";
import { formatNumber } from "../format.ts";
import { categoryName } from "./horizontal_places.ts";
import { DOT_SIZE, FOOT } from "./house_style.ts";
import { LINE_HEIGHT, textRoom } from "./text_metrics.ts";

/** A value written above a column, or below one that hangs down. */
export interface TotalLabel {
  readonly place: string;
  /** Where it stands on the value axis. */
  readonly at: number;
  readonly text: string;
  readonly isBelow: boolean;
}

/** Share of a place that its columns take up. */
export const COLUMN_SHARE = 0.7;

/**
 * Whether the values of columns can be written on them: only columns and dots, and room
 * for the widest value. `slot` is the width in pixels of one place of the horizontal
 * axis.
 */
export function hasColumnLabels(figure: Figure, slot: number): boolean {
  const columns = figure.series.filter(({ mark }) => mark === "column");
  if (columns.length === 0 || figure.series.some(({ mark }) => mark === "line")) {
    return false;
  }
  const width = slot * COLUMN_SHARE / (isOneStack(figure) ? 1 : columns.length);
  const values = [
    ...columns.flatMap(({ y }) => y),
    ...stackTotals(figure).values(),
    ...Object.values(figure.stackValues ?? {}),
  ];
  return values.every((value) =>
    textRoom(formatNumber(value, figure.decimals), FOOT) <= width
  );
}

/** Whether each place has one column: a stack, or a single series. */
export function isOneStack(figure: Figure): boolean {
  return figure.isStacked ||
    figure.series.filter(({ mark }) => mark === "column").length === 1;
}

/** Sum of the columns at each place that has one. */
export function stackTotals(figure: Figure): ReadonlyMap<string, number> {
  const totals = new Map<string, number>();
  for (const { mark, x, y } of figure.series) {
    if (mark !== "column") continue;
    x.forEach((place, index) => {
      const value = y[index]!;
      if (!Number.isFinite(value)) return;
      const name = categoryName(place);
      totals.set(name, (totals.get(name) ?? 0) + value);
    });
  }
  return totals;
}

/** The value written over a stack: the figure's own value for it, else the sum. */
export function stackText(figure: Figure, place: string, total: number): string {
  return formatNumber(figure.stackValues?.[place] ?? total, figure.decimals);
}

/** Whether a published dot stands at a place within so many pixels of a height. */
export function hasDotNear(
  figure: Figure,
  place: string,
  height: number,
  reach: number,
): boolean {
  return figure.series.some(({ mark, x, y }) =>
    mark === "dots" &&
    y.some((dot, i) => categoryName(x[i]!) === place && Math.abs(dot - height) < reach)
  );
}

/**
 * Places the values over the column or stack of each place, clear of published dots; none
 * if a stack has positive and negative parts. `height` is that of the plot in pixels.
 */
export function totalLabels(
  figure: Figure,
  axis: Axis,
  height: number,
): readonly TotalLabel[] {
  const columns = figure.series.filter(({ mark }) => mark === "column");
  const signs = new Set(columns.flatMap(({ y }) => y.filter(Boolean).map(Math.sign)));
  if (columns.length > 1 && signs.has(1) && signs.has(-1)) return [];
  const pixel = (axis.upper - axis.lower) / height;
  return [...stackTotals(figure)].map(([place, total]) => {
    const isBelow = total < 0;
    const sign = isBelow ? -1 : 1;
    const near = figure.series.filter(({ mark }) => mark === "dots")
      .flatMap(({ x, y }) => y.filter((_, index) => categoryName(x[index]!) === place))
      .filter((dot) =>
        Math.abs(dot - total) < pixel * (FOOT.size * LINE_HEIGHT + 1.5 * DOT_SIZE)
      )
      .map((dot) => dot + sign * pixel * DOT_SIZE * 0.75);
    return {
      place,
      at: isBelow ? Math.min(total, ...near) : Math.max(total, ...near),
      text: stackText(figure, place, total),
      isBelow,
    };
  });
}
