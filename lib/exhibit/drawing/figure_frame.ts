import type { Figure } from "../figure.ts";
import type { Annotation, Data, Layout } from "plotly.js-dist-min";
import { sumSimple } from "simple-statistics";
import { FONT_FAMILY, FOOT, INK, LABEL, MUTED_INK, PAPER, TITLE } from "./house_style.ts";
import { footLines, itemHeading } from "../table_shape.ts";
import { LINE_HEIGHT, textRoom, type TextStyle, wrapText } from "./text_metrics.ts";
import { legendSeries, plotlyText } from "./traces.ts";

/** Width of every figure in pixels. */
export const WIDTH = 720;
/** Space around a figure. */
export const EDGE = 16;
/** Space between the parts of a figure. */
const GAP = 10;
/** Room of a legend's entry besides its text: symbol and spaces, as plotly sets them. */
const LEGEND_SYMBOL_ROOM = 55;

/** A drawing as plotly reads it: `application/vnd.plotly.v1+json`. */
export interface PlotlySpec {
  readonly data: Data[];
  readonly layout: Partial<Layout>;
}

/** Where the plot lies in its figure, in pixels. */
export interface PlotPlace {
  /** Space left and right of the plot, for the texts of axes. */
  readonly left: number;
  readonly right: number;
  readonly height: number;
  /** Lines of text under the plot's lower edge. */
  readonly tickLines: number;
  /** What stands under them; empty for nothing. */
  readonly title: string;
}

/**
 * Sets title, unit and legend over a plot, notes and source under it; axes are not set
 * here.
 */
export function figureFrame(figure: Figure, place: PlotPlace) {
  const { left, right, tickLines, title } = place;
  const titleLines = wrapText(itemHeading(figure, "Figure"), WIDTH - 2 * EDGE, TITLE);
  const unitTop = EDGE + blockHeight(titleLines.length, TITLE) + 4;
  const legendTop = unitTop + blockHeight(1, LABEL) + 2;
  const rows = legendRows(figure, WIDTH - left - right);
  const top = legendTop + (rows === 0 ? GAP : rows * 21 + GAP);

  const foot = footLines(figure).flatMap(({ label, text }) =>
    wrapText(`${label}: ${text}`, WIDTH - 2 * EDGE, FOOT)
  );
  const underTop = 6 + blockHeight(tickLines, LABEL) + 4;
  const footTop = underTop + (title === "" ? 0 : blockHeight(1, LABEL)) + GAP;
  const bottom = footTop + blockHeight(foot.length, FOOT) + EDGE;
  const height = top + place.height + bottom;
  const annotations: Partial<Annotation>[] = [
    block(titleLines.join("\n"), { x: -left + EDGE, y: top - EDGE }, TITLE),
    block(
      unitText(figure.yTitle, figure.yUnit),
      { x: -left + EDGE, y: top - unitTop },
      LABEL,
    ),
    ...(figure.right === undefined ? [] : [{
      ...block(
        unitText(figure.right.title, figure.right.unit),
        { x: right - EDGE, y: top - unitTop },
        LABEL,
      ),
      x: 1,
      xanchor: "right" as const,
    }]),
    ...(title === "" ? [] : [{
      ...block(title, { x: 0, y: -place.height - underTop }, LABEL),
      x: 0.5,
      xanchor: "center" as const,
    }]),
    block(foot.join("\n"), { x: -left + EDGE, y: -place.height - footTop }, FOOT),
  ];
  return {
    width: WIDTH,
    height,
    margin: { l: left, r: right, t: top, b: bottom, pad: 0, autoexpand: false },
    paper_bgcolor: PAPER,
    plot_bgcolor: PAPER,
    font: { family: FONT_FAMILY, size: LABEL.size, color: INK },
    showlegend: rows > 0,
    legend: {
      orientation: "h",
      xref: "container",
      x: (EDGE - legendInset(figure)) / WIDTH,
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

/** Room of the widest of some texts, in whole pixels. */
export function widestRoom(texts: readonly string[], style: TextStyle): number {
  return Math.ceil(Math.max(0, ...texts.map((text) => textRoom(text, style))));
}

/** Height of some lines of text, in whole pixels. */
export function blockHeight(lineCount: number, style: TextStyle): number {
  return Math.ceil(lineCount * style.size * LINE_HEIGHT);
}

/** How far the first symbol stands in from the legend's edge: lines fill their place. */
function legendInset(figure: Figure): number {
  return legendSeries(figure)[0]?.mark === "line" ? 5 : 12;
}

/** Rows of the legend: one if all entries fit it, else columns of equal width. */
function legendRows(figure: Figure, available: number): number {
  const rooms = legendSeries(figure).map(({ name }) =>
    textRoom(name, LABEL) + LEGEND_SYMBOL_ROOM
  );
  const sum = sumSimple(rooms);
  if (sum <= available) return Math.min(1, rooms.length);
  return Math.ceil(
    rooms.length / Math.max(1, Math.floor(available / Math.max(...rooms))),
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
