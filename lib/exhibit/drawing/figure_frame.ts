import type { Figure, Series } from "../figure.ts";
import type { Annotation, Data, Layout } from "plotly.js-dist-min";
import { sumSimple } from "simple-statistics";
import {
  CAUTION,
  CAUTION_INK,
  EDGE,
  FONT_FAMILY,
  FOOT,
  INK,
  LABEL,
  LEGEND_SYMBOL_ROOM,
  MUTED_INK,
  PAPER,
  TITLE,
} from "./house_style.ts";
import { footLines, itemHeading } from "../table_shape.ts";
import { blockHeight, type TextStyle, widestRoom, wrapText } from "./text_metrics.ts";
import { legendName, legendSeries, plotlyText } from "./traces.ts";

/** Forms of a figure, with their widths in pixels: a page's, and a phone's of 390. */
export const WIDTHS = { wide: 720, narrow: 358 } as const;

/** Form of a figure. */
export type DrawingForm = keyof typeof WIDTHS;

/** Space between the parts of a figure. */
const GAP = 10;

/** A drawing as plotly reads it: `application/vnd.plotly.v1+json`. */
export interface PlotlySpec {
  readonly data: Data[];
  readonly layout: Partial<Layout>;
}

/** Where the plot lies in its figure, in pixels. */
export interface PlotPlace {
  /** Width of the whole figure. */
  readonly figureWidth: number;
  /** Space left and right of the plot, for the texts of axes. */
  readonly left: number;
  readonly right: number;
  readonly height: number;
  /** Height of the texts under the plot's lower edge. */
  readonly tickHeight: number;
  /** What stands under them; empty for nothing. */
  readonly title: string;
}

/**
 * Sets title, unit and legend over a plot, notes and source under it; axes are not set
 * here.
 */
export function figureFrame(figure: Figure, place: PlotPlace) {
  const { figureWidth, left, right, tickHeight, title } = place;
  const lineWidth = figureWidth - 2 * EDGE;
  const titleLines = wrapText(itemHeading(figure, "Figure"), lineWidth, TITLE);
  const cautionTop = EDGE + blockHeight(titleLines.length, TITLE) + 4;
  const cautionLines = wrapText(figure.caution ?? "", lineWidth, CAUTION);
  const unitTop = cautionTop +
    (cautionLines.length === 0 ? 0 : blockHeight(cautionLines.length, CAUTION) + 4);
  const unitWidth = figure.right === undefined ? lineWidth : lineWidth / 2 - 8;
  const unitLines = wrapText(unitText(figure.yTitle, figure.yUnit), unitWidth, LABEL);
  const rightUnitLines = figure.right === undefined
    ? []
    : wrapText(unitText(figure.right.title, figure.right.unit), unitWidth, LABEL);
  const mostUnitLines = Math.max(1, unitLines.length, rightUnitLines.length);
  const legendTop = unitTop + blockHeight(mostUnitLines, LABEL) + 2;
  const legend = legendSeries(figure, figureWidth);
  const entries = legend.map(({ name }) => legendName(name, figureWidth).split("\n"));
  const columns = columnsOfLegend(entries, figureWidth - left - right);
  const legendHeight = heightOfLegend(entries, columns);
  const top = legendTop + legendHeight + GAP;

  const foot = footLines(figure).flatMap(({ label, text }) =>
    wrapText(`${label}: ${text}`, lineWidth, FOOT)
  );
  const underTop = 6 + tickHeight + 4;
  const footTop = underTop + (title === "" ? 0 : blockHeight(1, LABEL)) + GAP;
  const bottom = footTop + blockHeight(foot.length, FOOT) + EDGE;
  const height = top + place.height + bottom;
  const annotations: Partial<Annotation>[] = [
    block(titleLines.join("\n"), { x: -left + EDGE, y: top - EDGE }, TITLE),
    ...(cautionLines.length === 0 ? [] : [{
      ...block(
        cautionLines.join("\n"),
        { x: -left + EDGE, y: top - cautionTop },
        CAUTION,
      ),
      font: { size: CAUTION.size, color: CAUTION_INK },
    }]),
    block(unitLines.join("\n"), { x: -left + EDGE, y: top - unitTop }, LABEL),
    ...(rightUnitLines.length === 0 ? [] : [{
      ...block(
        rightUnitLines.join("\n"),
        { x: right - EDGE, y: top - unitTop },
        LABEL,
      ),
      x: 1,
      xanchor: "right" as const,
      align: "right" as const,
    }]),
    ...(title === "" ? [] : [{
      ...block(title, { x: 0, y: -place.height - underTop }, LABEL),
      x: 0.5,
      xanchor: "center" as const,
    }]),
    block(foot.join("\n"), { x: -left + EDGE, y: -place.height - footTop }, FOOT),
  ];
  return {
    width: figureWidth,
    height,
    margin: { l: left, r: right, t: top, b: bottom, pad: 0, autoexpand: false },
    paper_bgcolor: PAPER,
    plot_bgcolor: PAPER,
    font: { family: FONT_FAMILY, size: LABEL.size, color: INK },
    showlegend: legendHeight > 0,
    legend: {
      orientation: "h",
      xref: "container",
      x: (EDGE - legendInset(legend, columns)) / figureWidth,
      xanchor: "left",
      yref: "container",
      y: 1 - legendTop / height,
      yanchor: "top",
      traceorder: "normal",
      font: { size: LABEL.size },
    },
    annotations,
  } satisfies Partial<Layout>;
}

/** What an axis shows, and in which unit. */
function unitText(title: string, unit: string): string {
  return [title, unit].filter((text) => text !== "").join(", ");
}

/** How far the first symbols of rows stand in from the legend's edge: lines fill their place. */
function legendInset(series: readonly Series[], columns: number): number {
  const isFirst = (index: number) => index % columns === 0;
  return series.some(({ mark }, i) => isFirst(i) && mark === "line") ? 5 : 12;
}

/** Columns of the legend: one row if all entries fit it, else columns of equal width. */
function columnsOfLegend(
  entries: readonly (readonly string[])[],
  available: number,
): number {
  const rooms = entries.map((lines) => widestRoom(lines, LABEL) + LEGEND_SYMBOL_ROOM);
  return sumSimple(rooms) <= available
    ? Math.max(1, entries.length)
    : Math.max(1, Math.floor(available / Math.max(...rooms)));
}

/** Height of the legend: each row is as high as its entry of most lines. */
function heightOfLegend(
  entries: readonly (readonly string[])[],
  columns: number,
): number {
  const rows = Array.from(
    { length: Math.ceil(entries.length / columns) },
    (_, row) => entries.slice(row * columns, (row + 1) * columns),
  );
  return sumSimple(
    rows.map((row) => 5 + blockHeight(Math.max(...row.map((l) => l.length)), LABEL)),
  );
}

/** A text at a distance in pixels from the plot's upper left corner. */
function block(
  text: string,
  offset: { readonly x: number; readonly y: number },
  style: TextStyle,
): Partial<Annotation> {
  return {
    text: style.isBold ? `<b>${plotlyText(text)}</b>` : plotlyText(text),
    xref: "paper",
    x: 0,
    xanchor: "left",
    xshift: offset.x,
    yref: "paper",
    y: 1,
    yanchor: "top",
    yshift: offset.y,
    align: "left",
    showarrow: false,
    borderpad: 0,
    borderwidth: 0,
    font: { size: style.size, color: style.isBold ? INK : MUTED_INK },
  };
}
