import type { Figure } from "@jkp/report";
import type { Annotation, Data, Layout } from "plotly.js-dist-min";
import { chooseAxis } from "./axis.ts";
import { COLUMN_SHARE, stackTotals } from "./column_labels.ts";
import { hasEndLabels, spreadLabels } from "./end_labels.ts";
import { formatNumber } from "./format.ts";
import { categoryName, horizontalAxis } from "./horizontal_axis.ts";
import {
  AXIS,
  FONT_FAMILY,
  FOOT,
  GRID,
  INK,
  LABEL,
  MUTED_INK,
  PAPER,
  textColour,
  TITLE,
} from "./house_style.ts";
import { rightAxis } from "./right_axis.ts";
import { footLines, itemHeading } from "./table_shape.ts";
import { LINE_HEIGHT, textRoom, type TextStyle, wrapText } from "./text_metrics.ts";
import { legendSeries, type Plot, plotlyText, seriesColours, traces } from "./traces.ts";

/** A drawing as plotly reads it: `application/vnd.plotly.v1+json`. */
export interface PlotlySpec {
  readonly data: Data[];
  readonly layout: Partial<Layout>;
}

/** Width of every figure in pixels. */
const WIDTH = 720;
/** Height of the plot itself; title, legend and notes come on top. */
const PLOT_HEIGHT = 260;
/** Space around a figure. */
const EDGE = 16;
/** Space between the parts of a figure. */
const GAP = 10;
/** Room of a legend's entry besides its text: symbol and spaces, as plotly sets them. */
const LEGEND_SYMBOL_ROOM = 55;

/**
 * Draws a figure in the house style, as plotly's plain JSON.
 *
 * Colours that colour-blind readers tell apart; lines named at their ends where the names
 * fit, else a legend over the plot; columns labelled with their values where these fit;
 * dots as hollow markers; the unit over the plot, notes and source under it.
 *
 * @param figure The figure.
 * @returns Traces and layout, the same for the same figure.
 * @throws {RangeError} If a series has not as many x as y.
 *
 * @example
 * ```ts
 * import { figureToPlotly } from "@jkp/present";
 * import { assertEquals } from "@std/assert";
 *
 * const { data, layout } = figureToPlotly({
 *   id: "figure_1",
 *   number: "1",
 *   title: "Cost rate",
 *   xTitle: "Year",
 *   yTitle: "Cost rate",
 *   yUnit: "%",
 *   decimals: 2,
 *   isStacked: false,
 *   series: [{ name: "Benefits", x: [2021, 2022], y: [0, 1.15], mark: "line" }],
 *   notes: [],
 *   source: "own calculations",
 * });
 * assertEquals(data.length, 1);
 * assertEquals(layout.width, 720);
 * ```
 */
export function figureToPlotly(figure: Figure): PlotlySpec {
  for (const { name, x, y } of figure.series) {
    if (x.length !== y.length) {
      throw new RangeError(
        `Cannot draw ${figure.id}: as many y as x are wanted in series "${name}", ` +
          `got ${y.length} and ${x.length}`,
      );
    }
  }
  const hasColumns = figure.series.some(({ mark }) => mark === "column");
  const values = figure.series.filter(({ isOnRight }) => !isOnRight).flatMap(({ y }) =>
    y
  );
  const y = chooseAxis(
    figure.isStacked ? [...values, ...stackTotals(figure).values()] : values,
    { isFromZero: hasColumns, headroom: hasColumns ? 0.08 : 0.02 },
  );
  const yTexts = y.ticks.map((tick) => formatNumber(tick, y.decimals));
  const left = EDGE + widestRoom(yTexts, LABEL) + 8;
  const y2 = rightAxis(figure);
  const y2Texts = y2?.ticks.map((tick) => formatNumber(tick, y2.decimals)) ?? [];
  const lineNames = figure.series.filter(({ mark }) => mark === "line")
    .map(({ name }) => name);
  const right = EDGE +
    (hasEndLabels(figure.series) ? widestRoom(lineNames, LABEL) + 4 : 0) +
    (y2 === undefined ? 0 : widestRoom(y2Texts, LABEL) + 8);
  const width = WIDTH - left - right;
  const x = horizontalAxis(figure, width);
  const plot = { x, y, width, height: PLOT_HEIGHT };

  const titleLines = wrapText(
    itemHeading(figure, "Figure"),
    WIDTH - 2 * EDGE,
    TITLE,
  );
  const unitTop = EDGE + blockHeight(titleLines.length, TITLE) + 4;
  const legendTop = unitTop + blockHeight(1, LABEL) + 2;
  const rows = legendRows(figure, width);
  const top = legendTop + (rows === 0 ? GAP : rows * 21 + GAP);

  const foot = footLines(figure).flatMap(({ label, text }) =>
    wrapText(`${label}: ${text}`, WIDTH - 2 * EDGE, FOOT)
  );
  const xTitleTop = 6 + blockHeight(x.lineCount, LABEL) + 4;
  const footTop = xTitleTop + (figure.xTitle === "" ? 0 : blockHeight(1, LABEL)) + GAP;
  const bottom = footTop + blockHeight(foot.length, FOOT) + EDGE;
  const height = top + PLOT_HEIGHT + bottom;

  return {
    data: traces(figure, plot),
    layout: {
      width: WIDTH,
      height,
      margin: { l: left, r: right, t: top, b: bottom, pad: 0, autoexpand: false },
      paper_bgcolor: PAPER,
      plot_bgcolor: PAPER,
      font: { family: FONT_FAMILY, size: LABEL.size, color: INK },
      xaxis: {
        type: x.isCategorical ? "category" : "linear",
        ...(x.isCategorical
          ? { categoryorder: "array", categoryarray: [...x.categories] }
          : {}),
        range: [...x.range],
        tickvals: [...x.tickValues],
        ticktext: x.tickTexts.map(plotlyText),
        tickangle: 0,
        ticks: "outside",
        ticklen: 4,
        tickcolor: AXIS,
        ticklabeloverflow: "allow", // texts have room; plotly cannot see so here
        showgrid: false,
        zeroline: false,
      },
      yaxis: {
        range: [y.lower, y.upper],
        tickvals: [...y.ticks],
        ticktext: yTexts,
        ticklabeloverflow: "allow",
        gridcolor: GRID,
        zeroline: y.lower <= 0,
        zerolinecolor: AXIS,
        zerolinewidth: 1,
      },
      ...(y2 === undefined ? {} : {
        yaxis2: {
          overlaying: "y",
          side: "right",
          range: [y2.lower, y2.upper],
          tickvals: [...y2.ticks],
          ticktext: y2Texts,
          ticklabeloverflow: "allow",
          ticks: "outside",
          ticklen: 4,
          tickcolor: AXIS,
          showgrid: false,
          zeroline: false,
        },
      }),
      barmode: figure.isStacked ? "relative" : "group",
      bargap: 1 - COLUMN_SHARE,
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
      annotations: [
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
        ...(figure.xTitle === "" ? [] : [{
          ...block(figure.xTitle, { x: 0, y: -PLOT_HEIGHT - xTitleTop }, LABEL),
          x: 0.5,
          xanchor: "center" as const,
        }]),
        block(foot.join("\n"), { x: -left + EDGE, y: -PLOT_HEIGHT - footTop }, FOOT),
        ...endLabels(figure, plot),
      ],
    },
  };
}

/** What an axis shows, and in which unit. */
function unitText(title: string, unit: string): string {
  return [title, unit].filter((text) => text !== "").join(", ");
}

/** Room of the widest of some texts, in whole pixels. */
function widestRoom(texts: readonly string[], style: TextStyle): number {
  return Math.ceil(Math.max(0, ...texts.map((text) => textRoom(text, style))));
}

/** Height of some lines of text, in whole pixels. */
function blockHeight(lineCount: number, style: TextStyle): number {
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
  const sum = rooms.reduce((total, room) => total + room, 0);
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

/** The names of lines at their ends. */
function endLabels(figure: Figure, plot: Plot): Partial<Annotation>[] {
  if (!hasEndLabels(figure.series)) return [];
  const { lower, upper } = plot.y;
  const colours = seriesColours(figure.series);
  const lines = figure.series
    .map((series, index) => ({ ...series, colour: colours[index]! }))
    .filter(({ mark }) => mark === "line");
  const wanted = lines.map(({ y }) =>
    (y.at(-1)! - lower) / (upper - lower) * plot.height
  );
  const heights = spreadLabels(wanted, plot.height);
  return lines.map(({ name, x, y, colour }, index) => ({
    text: plotlyText(name),
    x: plot.x.isCategorical ? categoryName(x.at(-1)!) : x.at(-1)!,
    xanchor: "left",
    xshift: 6,
    y: y.at(-1)!,
    yanchor: "middle",
    yshift: heights[index]! - wanted[index]!,
    align: "left",
    showarrow: false,
    borderpad: 0,
    borderwidth: 0,
    font: { size: LABEL.size, color: textColour(colour) },
  }));
}
