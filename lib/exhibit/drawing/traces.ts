import { printable } from "@jkp/problem";
import type { Figure, Series } from "../figure.ts";
import type { Data } from "plotly.js-dist-min";
import { sumSimple } from "simple-statistics";
import type { Axis } from "./axis.ts";
import { ribbonTraces, strokeTraces } from "./bands.ts";
import { hasColumnLabels, hasDotNear, isOneStack, totalLabels } from "./column_labels.ts";
import { hasEndLabels } from "./end_labels.ts";
import { formatNumber } from "../format.ts";
import { categoryName } from "./horizontal_places.ts";
import type { HorizontalAxis } from "./horizontal_axis.ts";
import {
  DOT_SIZE,
  EDGE,
  FOOT,
  INK,
  LABEL,
  LEGEND_SYMBOL_ROOM,
  paleColour,
  PAPER,
  seriesColour,
  textColourOn,
} from "./house_style.ts";
import { measureOf } from "./right_axis.ts";
import { LINE_HEIGHT, wrapText } from "./text_metrics.ts";

/** The plot's axes and size in pixels. */
export interface Plot {
  readonly x: HorizontalAxis;
  readonly y: Axis;
  readonly width: number;
  readonly height: number;
  /** Width of the whole figure. */
  readonly figureWidth: number;
}

/** Writes plain text as plotly's markup: entities, and `<br>` for line breaks. */
export function plotlyText(text: string): string {
  return printable(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;").replaceAll("\n", "<br>");
}

/**
 * Chooses the colour of each series. Dots and dashed lines whose name contains that of a
 * line or column ("Base scenario, published") take its colour, of several that of the
 * longest name ("men" is within "women"); others take that of text. Columns under
 * lines are pale.
 */
export function seriesColours(series: readonly Series[]): readonly string[] {
  const isBeside = ({ mark, isDashed }: Series) => mark === "dots" || isDashed === true;
  const drawn = series.filter((one) => !isBeside(one));
  const hasLines = series.some(({ mark }) => mark === "line");
  return series.map((one) => {
    const named = isBeside(one) ? longestWithin(one.name.toLowerCase(), drawn) : one;
    const colour = named === undefined ? INK : seriesColour(drawn.indexOf(named));
    return one.mark === "column" && hasLines ? paleColour(colour) : colour;
  });
}

/** The series with the longest name that stands within another's, in small letters. */
function longestWithin(name: string, drawn: readonly Series[]): Series | undefined {
  return drawn.filter((other) => name.includes(bareName(other)))
    .toSorted((a, b) => b.name.length - a.name.length)[0];
}

/** The name of a series without the word for its axis. */
function bareName({ name }: Series): string {
  return name.toLowerCase().replace(/ \(right\)$/, "");
}

/**
 * The series in the legend: none if there is only one, and no lines named at their ends.
 * `width` is that of the figure in pixels.
 */
export function legendSeries(figure: Figure, width: number): readonly Series[] {
  if (figure.series.length < 2) return [];
  return hasEndLabels(figure.series, width)
    ? figure.series.filter(({ mark }) => mark !== "line")
    : figure.series;
}

/** The name of a series in lines that fit the legend. */
export function legendName(name: string, width: number): string {
  return wrapText(name, width - LEGEND_SYMBOL_ROOM - 2 * EDGE, LABEL).join("\n");
}

/**
 * Plotly's traces: ribbons, then strokes, then one for each series, then the values over
 * columns, if any.
 */
export function traces(figure: Figure, plot: Plot): Data[] {
  const colours = seriesColours(figure.series);
  const named = new Set(legendSeries(figure, plot.figureWidth));
  const slot = plot.width / Math.max(1, plot.x.categories.length);
  const isLabelled = hasColumnLabels(figure, slot);
  const placesOf = ({ x }: Series) => plot.x.isCategorical ? x.map(categoryName) : [...x];
  const drawn = figure.series.map((series, index): Data => {
    const colour = colours[index]!;
    const { unit, decimals } = measureOf(figure, series);
    const common = {
      uid: String(index), // else plotly makes one at random
      name: plotlyText(legendName(series.name, plot.figureWidth)),
      x: placesOf(series),
      y: series.y.map((value) => Number.isFinite(value) ? value : null),
      showlegend: named.has(series),
      hovertemplate: `%{x}: %{y:,.${decimals}f} ${plotlyText(unit)}`,
      ...(series.isOnRight ? { yaxis: "y2" as const } : {}),
    };
    switch (series.mark) {
      case "column":
        return {
          ...common,
          type: "bar",
          marker: { color: colour },
          ...(isLabelled ? valueTexts(figure, series, plot, colour) : {}),
        };
      case "line":
        return {
          ...common,
          type: "scatter",
          mode: "lines",
          line: lineStyle(colour, series),
        };
      case "dots":
        return {
          ...common,
          type: "scatter",
          mode: "markers",
          cliponaxis: false,
          marker: {
            symbol: symbolOf(figure, index, colours),
            size: DOT_SIZE,
            color: PAPER,
            line: { color: colour, width: 2 },
          },
        };
    }
  });
  const each = (of: (series: Series, index: number, colour: string) => Data[]) =>
    figure.series.flatMap((series, index) => of(series, index, colours[index]!));
  return [
    ...each((...of) => ribbonTraces(...of, placesOf)),
    ...each((...of) => strokeTraces(figure, ...of, placesOf)),
    ...drawn,
    ...(isLabelled && isOneStack(figure) ? [totals(figure, plot)] : []),
  ];
}

function lineStyle(colour: string, { isDashed }: Series) {
  return isDashed
    ? { color: colour, width: 1.75, dash: "dash" as const }
    : { color: colour, width: 2.5 };
}

/** Symbols of dots of one colour, so that two series are told apart. */
const SYMBOLS = ["circle", "diamond", "square"] as const;

/** The symbol of dots: the next one for each series of the same colour. */
function symbolOf(
  figure: Figure,
  index: number,
  colours: readonly string[],
): (typeof SYMBOLS)[number] {
  const before = figure.series.slice(0, index).filter(({ mark }, i) =>
    mark === "dots" && colours[i] === colours[index]
  );
  return SYMBOLS[before.length % SYMBOLS.length]!;
}

/**
 * Values in the parts of a stack that are high enough, or above columns that stand side
 * by side or alone.
 */
function valueTexts(figure: Figure, series: Series, plot: Plot, colour: string) {
  const isInside = isOneStack(figure);
  const pixels = plot.height / (plot.y.upper - plot.y.lower);
  const columns = figure.series.filter(({ mark }) => mark === "column");
  const text = series.y.map((value, index) => {
    const isWhole = columns.filter(({ x }) => x.includes(series.x[index]!)).length === 1;
    const isHigh = Math.abs(value) * pixels >= FOOT.size * LINE_HEIGHT * 1.6;
    if (!Number.isFinite(value) || (isInside && (isWhole || !isHigh))) return "";
    if (isInside && isUnderDot(figure, series, index, pixels)) return "";
    return formatNumber(value, figure.decimals);
  });
  return {
    text,
    textposition: isInside ? "inside" : "outside",
    insidetextanchor: "middle",
    textangle: 0,
    cliponaxis: false,
    constraintext: "none",
    textfont: { size: FOOT.size, color: isInside ? textColourOn(colour) : INK },
  } as const;
}

/** Whether a dot would cover the value in the middle of a part of a stack. */
function isUnderDot(
  figure: Figure,
  series: Series,
  index: number,
  pixels: number,
): boolean {
  const [value, place] = [series.y[index]!, categoryName(series.x[index]!)];
  const below = figure.series.slice(0, figure.series.indexOf(series))
    .filter(({ mark }) => mark === "column")
    .flatMap(({ x, y }) => y.filter((_, i) => categoryName(x[i]!) === place))
    .filter((each) => Math.sign(each) === Math.sign(value));
  const middle = sumSimple([...below, value / 2]);
  return hasDotNear(figure, place, middle, (1.3 * FOOT.size + DOT_SIZE) / 2 / pixels);
}

/** A trace of texts alone: the values over the columns. */
function totals(figure: Figure, plot: Plot): Data {
  const labels = totalLabels(figure, plot.y, plot.height);
  return {
    uid: "totals",
    type: "scatter",
    mode: "text",
    x: labels.map(({ place }) => place),
    y: labels.map(({ at }) => at),
    text: labels.map(({ text }) => text),
    textposition: labels.map(({ isBelow }) => isBelow ? "bottom center" : "top center"),
    textfont: { size: FOOT.size, color: INK },
    cliponaxis: false,
    hoverinfo: "skip",
    showlegend: false,
  };
}
