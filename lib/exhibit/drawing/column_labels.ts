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
 * Tells whether the values of a figure's columns can be written on them: if it draws
 * columns alone, or columns and dots, and the widest value has room in one.
 *
 * @param figure The figure.
 * @param slot Width of one place of the horizontal axis in pixels.
 * @returns Whether columns are labelled with their values.
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

/**
 * Tells whether each place of a figure has one column, be it a stack of several series.
 *
 * @param figure The figure.
 * @returns Whether columns stand on each other or are of one series.
 */
export function isOneStack(figure: Figure): boolean {
  return figure.isStacked ||
    figure.series.filter(({ mark }) => mark === "column").length === 1;
}

/**
 * Adds up the columns that stand on each other.
 *
 * @param figure The figure.
 * @returns Sum of the columns' values at each place that has one.
 */
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

/**
 * The value written over a stack: its sum, if the figure does not say another.
 *
 * @param figure The figure.
 * @param place The stack's place.
 * @param total The sum of its parts.
 * @returns The value in words, with the figure's decimals.
 */
export function stackText(figure: Figure, place: string, total: number): string {
  return formatNumber(figure.stackValues?.[place] ?? total, figure.decimals);
}

/**
 * Places the values over one column or stack at each place, clear of published dots.
 *
 * @param figure The figure, drawn as one stack.
 * @param axis Its value axis.
 * @param height Height of the plot in pixels.
 * @returns The labels; none if a stack has both positive and negative parts.
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
        Math.abs(dot - total) < pixel * (FOOT.size * LINE_HEIGHT + DOT_SIZE)
      )
      .map((dot) => dot + sign * pixel * DOT_SIZE / 2);
    return {
      place,
      at: isBelow ? Math.min(total, ...near) : Math.max(total, ...near),
      text: stackText(figure, place, total),
      isBelow,
    };
  });
}
