import { sha256 } from "@jkp/files";
import type { Figure } from "./figure.ts";
import type { Table } from "./table.ts";
import { escapeHtml } from "./format.ts";
import { figureToSvg } from "./figure_to_svg.ts";
import { figureToTable } from "./figure_to_table.ts";
import { TABLE_STYLE } from "./table_style.ts";
import { tableToHtml } from "./table_to_html.ts";
import { tableToMarkdown } from "./table_to_markdown.ts";
import { tableToText } from "./table_to_text.ts";

/** The method by which a notebook's Deno kernel asks a value how to show it. */
const DISPLAY: unique symbol = Symbol.for("Jupyter.display");

/** The same thing in several forms, by media type: a notebook shows the best it can. */
export type MediaBundle = Readonly<Record<string, string | object>>;

/** A value that shows itself at the end of a notebook's cell. */
export interface Displayable {
  [DISPLAY](): MediaBundle | Promise<MediaBundle>;
}

/**
 * Whether a value knows how to show itself.
 *
 * @param value Anything.
 *
 * @example
 * ```ts
 * import { isDisplayable } from "@jkp/exhibit";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(isDisplayable({ rate: 1.35 }), false);
 * ```
 */
export function isDisplayable(value: unknown): value is Displayable {
  return typeof value === "object" && value !== null && DISPLAY in value;
}

/**
 * What a value shows of itself.
 *
 * @param shown A table or figure made to show itself.
 * @returns Its forms by media type.
 *
 * @example The forms of a table, of which a notebook takes the best it can
 * ```ts
 * import { displayTable, mediaBundle } from "@jkp/exhibit";
 * import { assertEquals } from "@std/assert";
 *
 * const shown = displayTable({
 *   id: "table_3_7",
 *   number: "3.7",
 *   title: "Suggested contribution rate",
 *   columns: [{ key: "rate", title: "Rate", unit: "%", decimals: 2 }],
 *   rows: [{ rate: 1.35 }],
 *   notes: [],
 *   source: "",
 * });
 * const forms = Object.keys(await mediaBundle(shown));
 * assertEquals(forms, ["text/html", "text/markdown", "text/plain"]);
 * ```
 */
export async function mediaBundle(shown: Displayable): Promise<MediaBundle> {
  return await shown[DISPLAY]();
}

/**
 * Makes a table show itself in a notebook.
 *
 * @param table The table.
 * @returns What a cell ends with: HTML, Markdown and text.
 *
 * @example As Markdown
 * ```ts
 * import { displayTable, mediaBundle } from "@jkp/exhibit";
 * import { assertEquals } from "@std/assert";
 *
 * const shown = displayTable({
 *   id: "table_3_7",
 *   number: "3.7",
 *   title: "Suggested contribution rate",
 *   columns: [{ key: "rate", title: "Rate", unit: "%", decimals: 2 }],
 *   rows: [{ rate: 1.35 }],
 *   notes: [],
 *   source: "",
 * });
 * assertEquals(
 *   (await mediaBundle(shown))["text/markdown"],
 *   "**Table 3.7. Suggested contribution rate**\n\n| Rate (%) |\n| ---: |\n| 1.35 |\n",
 * );
 * ```
 */
export function displayTable(table: Table): Displayable {
  return {
    [DISPLAY]: () => ({
      "text/html": `<style>\n${TABLE_STYLE}</style>\n${tableToHtml(table)}`,
      "text/markdown": tableToMarkdown(table),
      "text/plain": tableToText(table),
    }),
  };
}

/**
 * Makes a figure show itself in a notebook.
 *
 * @param figure The figure.
 * @returns What a cell ends with: plotly's JSON, for notebooks that draw it; the picture
 * as SVG, which all show; its values as text.
 * @throws {RangeError} When shown, if a series has not as many x as y, or a band cannot be
 * drawn.
 *
 * @example A figure that lacks a value says so when it is shown
 * ```ts
 * import { displayFigure, mediaBundle } from "@jkp/exhibit";
 * import { assertRejects } from "@std/assert";
 *
 * const shown = displayFigure({
 *   id: "figure_1",
 *   number: "1",
 *   title: "Cost rate",
 *   xTitle: "Year",
 *   yTitle: "Cost rate",
 *   yUnit: "%",
 *   decimals: 2,
 *   isStacked: false,
 *   series: [{ name: "Benefits", x: [2021, 2022], y: [0], mark: "line" }],
 *   notes: [],
 *   source: "own calculations",
 * });
 * await assertRejects(
 *   () => mediaBundle(shown),
 *   RangeError,
 *   'as many y as x are wanted in series "Benefits", got 1 and 2',
 * );
 * ```
 */
export function displayFigure(figure: Figure): Displayable {
  return {
    [DISPLAY]: async () => {
      const { figureToPlotly } = await import("./figure_to_plotly.ts");
      return {
        "application/vnd.plotly.v1+json": figureToPlotly(figure),
        "image/svg+xml": await figureToSvg({ ...figure, id: await ownId(figure) }),
        "text/plain": tableToText(figureToTable(figure), { label: "Figure" }),
      };
    },
  };
}

/**
 * An id that no other figure of a notebook has: some show many of one id in one page, where
 * each would be clipped as the first is.
 */
async function ownId(figure: Figure): Promise<string> {
  return `${figure.id}-${(await sha256(JSON.stringify(figure))).slice(0, 12)}`;
}

/**
 * Makes a page show itself in a notebook, in a frame of its own.
 *
 * @param page The page as HTML, which needs no other file.
 * @param shown What it is called, and its height in pixels.
 * @returns What a cell ends with: the frame, and its name as text.
 *
 * @example What stands in the page stays in its frame
 * ```ts
 * import { displayPage, mediaBundle } from "@jkp/exhibit";
 * import { assertEquals } from "@std/assert";
 *
 * const shown = displayPage('<p class="rate">1.35 %</p>', { title: "Rate", height: 90 });
 * assertEquals(
 *   (await mediaBundle(shown))["text/html"],
 *   '<iframe title="Rate" width="100%" height="90" style="border: 0" ' +
 *     'srcdoc="<p class=&quot;rate&quot;>1.35 %</p>"></iframe>',
 * );
 * ```
 */
export function displayPage(
  page: string,
  { title, height }: { readonly title: string; readonly height: number },
): Displayable {
  const source = page.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
  return {
    [DISPLAY]: () => ({
      "text/html": `<iframe title="${escapeHtml(title)}" width="100%" ` +
        `height="${height}" style="border: 0" srcdoc="${source}"></iframe>`,
      "text/plain": title,
    }),
  };
}
