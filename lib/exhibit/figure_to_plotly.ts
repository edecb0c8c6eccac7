import type { Figure } from "./figure.ts";
import type { Annotation } from "plotly.js-dist-min";
import { chooseAxis } from "./drawing/axis.ts";
import { barsToPlotly } from "./drawing/bars_to_plotly.ts";
import { checkBands, spanOf, withBandNotes } from "./drawing/bands.ts";
import { COLUMN_SHARE, stackTotals } from "./drawing/column_labels.ts";
import { hasEndLabels, spreadLabels } from "./drawing/end_labels.ts";
import {
  type DrawingForm,
  figureFrame,
  type PlotlySpec,
  WIDTHS,
} from "./drawing/figure_frame.ts";
import { formatNumber } from "./format.ts";
import { horizontalPlaces } from "./drawing/horizontal_places.ts";
import { horizontalAxis } from "./drawing/horizontal_axis.ts";
import { AXIS, EDGE, GRID, LABEL, textColour } from "./drawing/house_style.ts";
import { rightAxis } from "./drawing/right_axis.ts";
import { widestRoom } from "./drawing/text_metrics.ts";
import { type Plot, plotlyText, seriesColours, traces } from "./drawing/traces.ts";

/** Distance from the end of a line to its name: a dot at the end covers nothing. */
const LABEL_SHIFT = 9;

/** Height of the plot itself; title, legend and notes come on top. */
const PLOT_HEIGHT = 260;

/**
 * Draws a figure in the house style, as plotly's plain JSON.
 *
 * Colours suit colour-blind readers. Lines are named at their ends where the names fit,
 * else in a legend over the plot; columns carry their values where these fit; dots are
 * hollow. Intervals are ribbons around lines and strokes through dots; a stroke that would
 * crush the rest is cut, with an arrow. The unit stands over the plot, notes and source
 * under it.
 * @throws {RangeError} If a series has not as many x as y, or a band cannot be drawn.
 */
export function figureToPlotly(
  whole: Figure,
  form: DrawingForm = "wide",
): PlotlySpec {
  const drawn = whole.series.filter(({ isInTableOnly = false }) => !isInTableOnly);
  const figure = { ...whole, series: drawn };
  for (const { name, x, y } of figure.series) {
    if (x.length !== y.length) {
      throw new RangeError(
        `Cannot draw ${figure.id}: as many y as x are wanted in series "${name}", ` +
          `got ${y.length} and ${x.length}`,
      );
    }
  }
  checkBands(figure);
  const figureWidth = WIDTHS[form];
  if (figure.isHorizontal) return barsToPlotly(figure, figureWidth);
  const hasColumns = figure.series.some(({ mark }) => mark === "column");
  const { values } = spanOf(figure, false);
  const y = chooseAxis(
    figure.isStacked ? [...values, ...stackTotals(figure).values()] : values,
    { isFromZero: hasColumns, headroom: hasColumns ? 0.08 : 0.04, hasTickBelow: true },
  );
  const yTexts = y.ticks.map((tick) => formatNumber(tick, y.decimals));
  const left = EDGE + widestRoom(yTexts, LABEL) + 8;
  const y2 = rightAxis(figure);
  const y2Texts = y2?.ticks.map((tick) => formatNumber(tick, y2.decimals)) ?? [];
  const lineNames = figure.series.filter(({ mark }) => mark === "line")
    .map(({ name }) => name);
  const right = EDGE +
    (hasEndLabels(figure.series, figureWidth)
      ? widestRoom(lineNames, LABEL) + LABEL_SHIFT
      : 0) +
    (y2 === undefined ? 0 : widestRoom(y2Texts, LABEL) + 8);
  const width = figureWidth - left - right;
  const x = horizontalAxis(figure, width);
  const plot = { x, y, width, height: PLOT_HEIGHT, figureWidth };

  const frame = figureFrame(withBandNotes(figure), {
    figureWidth,
    left,
    right,
    height: PLOT_HEIGHT,
    tickHeight: x.textHeight,
    title: figure.xTitle,
  });
  return {
    data: traces(figure, plot),
    layout: {
      ...frame,
      xaxis: {
        type: x.isCategorical ? "category" : "linear",
        ...(x.isCategorical
          ? { categoryorder: "array", categoryarray: [...x.categories] }
          : {}),
        range: [...x.range],
        tickvals: [...x.tickValues],
        ticktext: x.tickTexts.map(plotlyText),
        tickangle: x.isOnEnd ? -90 : 0,
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
      annotations: [...frame.annotations, ...endLabels(figure, plot)],
    },
  };
}

/** The names of lines at their ends. */
function endLabels(figure: Figure, plot: Plot): Partial<Annotation>[] {
  if (!hasEndLabels(figure.series, plot.figureWidth)) return [];
  const { lower, upper } = plot.y;
  const colours = seriesColours(figure.series);
  const lines = figure.series
    .map((series, index) => ({ ...series, colour: colours[index]! }))
    .filter(({ mark }) => mark === "line");
  const wanted = lines.map(({ y }) =>
    (y.at(-1)! - lower) / (upper - lower) * plot.height
  );
  const heights = spreadLabels(wanted, plot.height);
  const lastPlace = horizontalPlaces(figure).length - 1;
  return lines.map(({ name, x, y, colour }, index) => ({
    text: plotlyText(name),
    // The number of the place: Plotly takes a name such as "2035" for a number.
    x: plot.x.isCategorical ? lastPlace : x.at(-1)!,
    xanchor: "left",
    xshift: LABEL_SHIFT,
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
