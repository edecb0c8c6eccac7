import type { Figure, Series } from "../figure.ts";
import type { Data } from "plotly.js-dist-min";
import { type Axis, chooseAxis } from "./axis.ts";
import { COLUMN_SHARE, stackText, stackTotals } from "./column_labels.ts";
import { figureFrame, type PlotlySpec } from "./figure_frame.ts";
import { formatNumber } from "../format.ts";
import { categoryName, horizontalPlaces } from "./horizontal_places.ts";
import {
  AXIS,
  EDGE,
  FOOT,
  GRID,
  INK,
  LABEL,
  PAPER,
  textColourOn,
} from "./house_style.ts";
import { blockHeight, textRoom, widestRoom, wrapText } from "./text_metrics.ts";
import { legendName, legendSeries, plotlyText, seriesColours } from "./traces.ts";

/** Height of one bar with the space around it. */
const BAR_HEIGHT = 24;

/** Fraction of the figure that names take at most: longer ones go on in a next line. */
const MOST_OF_NAMES = 0.42;

/**
 * Draws horizontal columns, stacked or of one series: first place on top, names on the
 * left, totals at the ends.
 * @throws {RangeError} If a series is not of columns, or several are not stacked.
 */
export function barsToPlotly(figure: Figure, figureWidth: number): PlotlySpec {
  const { series, decimals } = figure;
  const isOneBar = figure.isStacked || series.length <= 1;
  if (!isOneBar || series.some(({ mark }) => mark !== "column")) {
    throw new RangeError(
      `Cannot draw ${figure.id} lying down: columns, stacked if of several series, are ` +
        "wanted",
    );
  }
  const names = horizontalPlaces(figure).map(categoryName);
  const totals = stackTotals(figure);
  const totalTexts = names.map((name) =>
    stackText(figure, name, totals.get(name) ?? NaN)
  );
  const axis = chooseAxis([...totals.values()], { isFromZero: true, headroom: 0.02 });
  const nameLines = names.map((name) =>
    wrapText(name, MOST_OF_NAMES * figureWidth, LABEL)
  );
  const mostLines = Math.max(1, ...nameLines.map(({ length }) => length));
  const left = EDGE + widestRoom(nameLines.flat(), LABEL) + 10;
  const right = EDGE + widestRoom(totalTexts, FOOT) + 8;
  const barHeight = Math.max(BAR_HEIGHT, blockHeight(mostLines, LABEL) + 6);
  const height = barHeight * Math.max(1, names.length);
  const isBelow = (name: string) => (totals.get(name) ?? 0) < 0;
  // Room between the places' names and a bar that goes left, for its value.
  const hang = names.some(isBelow) ? widestRoom(totalTexts, FOOT) + 8 : 0;
  const pixels = (figureWidth - left - right - hang) / (axis.upper - axis.lower);
  const ticks = ticksWithRoom(axis, pixels);
  const colours = seriesColours(series);
  const named = new Set(legendSeries(figure, figureWidth));
  return {
    data: [
      ...series.map((one, index): Data => ({
        uid: String(index), // else plotly makes one at random
        type: "bar",
        orientation: "h",
        name: plotlyText(legendName(one.name, figureWidth)),
        y: one.x.map(categoryName),
        x: one.y.map((value) => Number.isFinite(value) ? value : null),
        showlegend: named.has(one),
        hovertemplate: `%{y}: %{x:,.${decimals}f} ${plotlyText(figure.yUnit)}`,
        marker: { color: colours[index]! },
        ...partTexts(figure, one, totals, pixels, colours[index]!),
      })),
      {
        uid: "totals",
        type: "scatter",
        mode: "text",
        y: names,
        x: names.map((name) => totals.get(name) ?? null),
        text: totalTexts.map((text, i) => isBelow(names[i]!) ? `${text} ` : ` ${text}`),
        textposition: hang === 0
          ? "middle right"
          : names.map((name) => isBelow(name) ? "middle left" : "middle right"),
        textfont: { size: FOOT.size, color: INK },
        cliponaxis: false,
        hoverinfo: "skip",
        showlegend: false,
      },
    ],
    layout: {
      ...figureFrame(figure, {
        figureWidth,
        left,
        right,
        height,
        tickHeight: blockHeight(1, LABEL),
        title: "",
      }),
      xaxis: {
        range: [axis.lower - hang / pixels, axis.upper],
        tickvals: ticks,
        ticktext: ticks.map((tick) => formatNumber(tick, axis.decimals)),
        ticklabeloverflow: "allow",
        gridcolor: GRID,
        zeroline: true,
        zerolinecolor: AXIS,
        zerolinewidth: 1,
      },
      yaxis: {
        type: "category",
        categoryorder: "array",
        categoryarray: names,
        range: [names.length - 0.5, -0.5],
        tickvals: names,
        ticktext: nameLines.map((lines) => plotlyText(lines.join("\n"))),
        ticks: "outside",
        ticklen: 4,
        tickcolor: PAPER, // space between names and bars
        ticklabeloverflow: "allow",
        showgrid: false,
        zeroline: false,
      },
      barmode: "relative",
      bargap: 1 - COLUMN_SHARE,
    },
  };
}

/** Ticks from zero on, as many as can be written beside each other. */
function ticksWithRoom({ ticks, decimals }: Axis, pixels: number): number[] {
  const room = widestRoom(ticks.map((tick) => formatNumber(tick, decimals)), LABEL) + 8;
  const step = Math.abs(ticks.at(-1)! - ticks[0]!) / Math.max(1, ticks.length - 1);
  const every = [1, 2, 3, 5].find((times) => times * step * pixels >= room) ?? 10;
  return ticks.filter((tick) => Math.round(tick / step) % every === 0);
}

/** Values in the parts of a bar that are long enough, unless one part is the whole. */
function partTexts(
  { decimals }: Figure,
  { x, y }: Series,
  totals: ReadonlyMap<string, number>,
  pixels: number,
  colour: string,
) {
  return {
    text: y.map((value, i) => {
      const text = formatNumber(value, decimals);
      const isPart = value !== totals.get(categoryName(x[i]!));
      return isPart && Math.abs(value) * pixels > textRoom(text, FOOT) + 8 ? text : "";
    }),
    textposition: "inside",
    insidetextanchor: "middle",
    textangle: 0,
    constraintext: "none",
    textfont: { size: FOOT.size, color: textColourOn(colour) },
  } as const;
}
