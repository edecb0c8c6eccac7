import type { Band, Figure, Series } from "../figure.ts";
import type { Data } from "plotly.js-dist-min";
import { median } from "simple-statistics";
import { rgbaColour } from "./house_style.ts";

/** How many usual intervals the longest stroke may reach from its dot, if any is cut. */
const LONGEST_REACH = 3;

/** Strokes are cut where they would stretch the span of the dots by more than this. */
const MOST_STRETCH = 1.5;

/** What an axis of a figure spans, and where strokes through dots are cut. */
export interface Span {
  /** Values of series and ends of intervals, those of cut strokes where they are cut. */
  readonly values: readonly number[];
  /** Whether a stroke goes on beyond its cut. */
  readonly isCut: boolean;
}

/** A stroke through a dot, cut where it would crush everything else. */
interface Stroke {
  readonly lower: number;
  readonly upper: number;
  readonly isCutBelow: boolean;
  readonly isCutAbove: boolean;
}

/**
 * What one axis spans: all values, all ribbons, and strokes; where strokes would stretch
 * the span of the dots by half, only up to three times the reach that is usual among them,
 * so that one long interval does not crush the rest.
 */
export function spanOf(figure: Figure, isOnRight: boolean): Span {
  const own = figure.series.filter((one) => (one.isOnRight ?? false) === isOnRight);
  const strokes = own.filter(({ mark }) => mark === "dots")
    .flatMap((series) => strokesOf(figure, series));
  return {
    values: [
      ...own.flatMap(({ y }) => y),
      ...own.filter(({ mark }) => mark === "line")
        .flatMap(({ bands = [] }) =>
          bands.flatMap(({ lower, upper }) => [...lower, ...upper])
        ),
      ...strokes.flatMap(({ lower, upper }) => [lower, upper]),
    ],
    isCut: strokes.some(({ isCutBelow, isCutAbove }) => isCutBelow || isCutAbove),
  };
}

/** The strokes of a series by place and band, cut. */
function strokesOf(figure: Figure, series: Series): readonly Stroke[] {
  const own = figure.series.filter((one) =>
    one.mark === "dots" && (one.isOnRight ?? false) === (series.isOnRight ?? false)
  );
  const reaches = own.flatMap(({ y, bands = [] }) =>
    bands.flatMap(({ lower, upper }) =>
      y.flatMap((value, i) => [value - lower[i]!, upper[i]! - value])
    )
  ).filter((reach) => Number.isFinite(reach) && reach > 0);
  const values = own.flatMap(({ y }) => y).filter(Number.isFinite);
  // What lies among the values crushes nothing.
  const [lowest, highest] = [Math.min(...values), Math.max(...values)];
  const ends = own.flatMap(({ bands = [] }) =>
    bands.flatMap(({ lower, upper }) => [...lower, ...upper])
  ).filter(Number.isFinite);
  const stretched = Math.max(highest, ...ends) - Math.min(lowest, ...ends);
  const isCrushing = stretched > MOST_STRETCH * (highest - lowest);
  const longest = isCrushing && reaches.length > 0
    ? LONGEST_REACH * median(reaches)
    : Infinity;
  return (series.bands ?? []).flatMap(({ lower, upper }) =>
    series.y.map((value, i): Stroke => {
      const least = Math.min(value - longest, lowest);
      const most = Math.max(value + longest, highest);
      return {
        lower: Math.max(lower[i]!, least),
        upper: Math.min(upper[i]!, most),
        isCutBelow: lower[i]! < least,
        isCutAbove: upper[i]! > most,
      };
    })
  );
}

/** What the bands of a figure are, in a sentence each; none without bands. */
export function bandNotes(figure: Figure): readonly string[] {
  const namesOf = (mark: Series["mark"]) => [
    ...new Set(
      figure.series.filter((one) => one.mark === mark)
        .flatMap(({ bands = [] }) => bands.map(({ name }) => name)),
    ),
  ];
  const [ribbons, strokes] = [namesOf("line"), namesOf("dots")];
  const isCut = [false, true].some((isOnRight) => spanOf(figure, isOnRight).isCut);
  return [
    ...(ribbons.length === 0 ? [] : [
      ribbons.length === 1
        ? `Band around a line: ${ribbons[0]}.`
        : `Bands around a line, from pale to dark: ${ribbons.join(", ")}.`,
    ]),
    ...(strokes.length === 0 ? [] : [`Stroke through a circle: ${strokes.join(", ")}.`]),
    ...(isCut ? ["Arrow: the interval goes on beyond the figure."] : []),
  ];
}

/** A figure with the notes that its drawing needs. */
export function withBandNotes(figure: Figure): Figure {
  return { ...figure, notes: [...figure.notes, ...bandNotes(figure)] };
}

/** The series of a figure with the ends of its bands as series of their own. */
export function withBandEnds(figure: Figure): readonly Series[] {
  return figure.series.flatMap(({ bands = [], ...series }) => [
    series,
    ...bands.flatMap(({ name, lower, upper }) => [
      { ...series, name: `${series.name}, ${name}, lower`, y: lower },
      { ...series, name: `${series.name}, ${name}, upper`, y: upper },
    ]),
  ]);
}

/**
 * Refuses bands that cannot be drawn.
 * @throws {RangeError} If a band has not as many ends as its series values, or goes with
 * columns.
 */
export function checkBands(figure: Figure): void {
  for (const { name, y, mark, bands = [] } of figure.series) {
    if (bands.length > 0 && mark === "column") {
      throw new RangeError(
        `Cannot draw ${figure.id}: bands go with lines and dots, got columns "${name}"`,
      );
    }
    for (const band of bands) {
      if (band.lower.length !== y.length || band.upper.length !== y.length) {
        throw new RangeError(
          `Cannot draw ${figure.id}: as many ends as values are wanted in band ` +
            `"${band.name}" of series "${name}", got ${band.lower.length} and ` +
            `${band.upper.length} for ${y.length}`,
        );
      }
    }
  }
}

/** Places on a figure's axis, as plotly takes them. */
type PlacesOf = (series: Series) => (number | string)[];

/** Ribbons around lines, under everything else. */
export function ribbonTraces(
  series: Series,
  index: number,
  colour: string,
  placesOf: PlacesOf,
): Data[] {
  if (series.mark !== "line") return [];
  return (series.bands ?? []).map((band, b): Data => ({
    uid: `${index}-band-${b}`,
    type: "scatter",
    mode: "none",
    ...outline(band, placesOf(series)),
    fill: "toself",
    fillcolor: rgbaColour(colour, 0.22),
    hoverinfo: "skip",
    showlegend: false,
    ...(series.isOnRight ? { yaxis: "y2" as const } : {}),
  }));
}

/** The outline of a ribbon: along its upper ends and back along the lower; gaps part it. */
function outline({ lower, upper }: Band, places: readonly (number | string)[]) {
  const x: (number | string)[] = [];
  const y: (number | null)[] = [];
  let from = 0;
  const close = (to: number) => {
    if (to > from) {
      if (x.length > 0) {
        x.push(x.at(-1)!);
        y.push(null);
      }
      x.push(...places.slice(from, to), ...places.slice(from, to).reverse());
      y.push(...upper.slice(from, to), ...lower.slice(from, to).reverse());
    }
    from = to + 1;
  };
  places.forEach((_, i) => {
    if (!Number.isFinite(lower[i]!) || !Number.isFinite(upper[i]!)) close(i);
  });
  close(places.length);
  return { x, y };
}

/** Strokes through dots, and arrows where they are cut; under the dots. */
export function strokeTraces(
  figure: Figure,
  series: Series,
  index: number,
  colour: string,
  placesOf: PlacesOf,
): Data[] {
  if (series.mark !== "dots" || (series.bands ?? []).length === 0) return [];
  const places = placesOf(series);
  const strokes = strokesOf(figure, series)
    .map((stroke, i) => ({ ...stroke, place: places[i % places.length]! }))
    .filter(({ lower, upper }) => Number.isFinite(lower) && Number.isFinite(upper));
  const axis = series.isOnRight ? { yaxis: "y2" as const } : {};
  const common = { type: "scatter", hoverinfo: "skip", showlegend: false } as const;
  const arrows = (uid: string, symbol: string, cut: typeof strokes, isAbove: boolean) =>
    cut.length === 0 ? [] : [{
      ...common,
      ...axis,
      uid,
      mode: "markers",
      x: cut.map(({ place }) => place),
      y: cut.map(({ lower, upper }) => isAbove ? upper : lower),
      cliponaxis: false,
      marker: { symbol, size: ARROW_SIZE, color: colour },
    } as Data];
  return [
    {
      ...common,
      ...axis,
      uid: `${index}-strokes`,
      mode: "lines",
      x: strokes.flatMap(({ place }) => [place, place, place]),
      y: strokes.flatMap(({ lower, upper }) => [lower, upper, null]),
      line: { color: colour, width: 1.5 },
    },
    ...arrows(
      `${index}-above`,
      "triangle-up",
      strokes.filter(({ isCutAbove }) => isCutAbove),
      true,
    ),
    ...arrows(
      `${index}-below`,
      "triangle-down",
      strokes.filter(({ isCutBelow }) => isCutBelow),
      false,
    ),
  ];
}

/** Size of the arrow at the end of a cut stroke, in pixels. */
const ARROW_SIZE = 9;
