import type { Figure } from "./figure.ts";
import { withBandNotes } from "./drawing/bands.ts";
import type { DrawingWindow } from "./drawing/dom.ts";
import type { DrawingForm } from "./drawing/figure_frame.ts";
import { stylesAsAttributes } from "./drawing/style_attributes.ts";
import { escapeHtml } from "./format.ts";
import { footLines, itemHeading } from "./table_shape.ts";

/** Lets the picture shrink with its page. */
const PAGE_STYLE = "max-width: 100%; height: auto;";

/** The window all figures are drawn in, opened for the first of them. */
let drawing: Promise<DrawingWindow> | undefined;

/**
 * Draws a figure as SVG, with no browser. The first figure loads plotly, which takes
 * about a second; each further one some tens of milliseconds.
 *
 * Needs `--allow-env` and `--allow-sys`: jsdom's network library asks for a setting and
 * the number of processors when it is loaded. It reaches nothing.
 *
 * @param figure The figure.
 * @param options `form`: `wide` is 720 pixels, for a page; `narrow` is 358, for a phone of
 * 390, with texts of the same size.
 * @returns The picture, the same for the same figure; all ids begin with the figure's and
 * tell its forms apart, so that several can stand in one page.
 * @throws {RangeError} If a series has not as many x as y, or a band cannot be drawn.
 *
 * @example
 * ```ts
 * import { figureToSvg } from "@jkp/exhibit";
 * import { assertStringIncludes } from "@std/assert";
 *
 * const svg = await figureToSvg({
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
 * assertStringIncludes(svg, "Source: own calculations");
 * ```
 */
export async function figureToSvg(
  figure: Figure,
  { form = "wide" }: { readonly form?: DrawingForm } = {},
): Promise<string> {
  // Fonts and plotly take a while to load: only who draws waits for them.
  const { figureToPlotly } = await import("./figure_to_plotly.ts");
  const spec = figureToPlotly(figure, form);
  const { toImage, adopt } = await drawingWindow();
  const options = {
    format: "svg",
    imageDataOnly: true,
    width: spec.layout.width ?? null,
    height: spec.layout.height ?? null,
  } as const;
  const svg = await toImage(adopt(spec), adopt(options));
  return describe(
    stylesAsAttributes(
      nameIds(svg, form === "wide" ? figure.id : `${figure.id}-${form}`),
    ),
    figure,
  ) + "\n";
}

/**
 * Loads beforehand what the first figure would load, in about a second.
 *
 * Needs what {@link figureToSvg} needs.
 *
 * @example In a worker, while others compute what is to be drawn
 * ```ts
 * import { prepareDrawing } from "@jkp/exhibit";
 *
 * await prepareDrawing();
 * ```
 */
export async function prepareDrawing(): Promise<void> {
  await Promise.all([import("./figure_to_plotly.ts"), drawingWindow()]);
}

function drawingWindow(): Promise<DrawingWindow> {
  return drawing ??= import("./drawing/dom.ts").then((dom) => dom.openDrawingWindow());
}

/** Replaces plotly's random ids by the figure's own, numbered as they come. */
function nameIds(svg: string, prefix: string): string {
  const ids = [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!);
  const names = new Map(ids.map((id, index) => [id, `${prefix}-${index + 1}`]));
  return svg
    .replace(/ id="([^"]+)"/g, (_, id) => ` id="${names.get(id)}"`)
    .replace(/(url\((?:&quot;|')?#)([^)&']+)/g, (_, open, id) => open + names.get(id))
    .replace(/(href="#)([^"]+)/g, (_, open, id) => open + names.get(id));
}

/** Adds what a screen reader reads, and lets the picture shrink with its page. */
function describe(svg: string, figure: Figure): string {
  const title = itemHeading(figure, "Figure");
  const description = [
    ...(figure.caution === undefined ? [] : [figure.caution]),
    ...footLines(withBandNotes(figure)).map(({ label, text }) => `${label}: ${text}`),
  ];
  return svg.replace(
    /<svg ([^>]*)>/,
    (_, attributes) =>
      `<svg ${attributes} style="${PAGE_STYLE}" role="img">` +
      `<title>${escapeHtml(title)}</title>` +
      `<desc>${escapeHtml(description.join(" "))}</desc>`,
  );
}
