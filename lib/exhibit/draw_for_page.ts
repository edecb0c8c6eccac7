import type { Figure } from "./figure.ts";
import { figureToSvg } from "./figure_to_svg.ts";

/** A figure as a page shows it: each form where there is room for it. */
export interface PageDrawing {
  /** For a screen that is wide enough, and for paper. */
  readonly wide: string;
  /** For a phone: as high, with texts of the same size. */
  readonly narrow: string;
}

/**
 * Draws a figure in both forms that a page holds.
 *
 * @param figure The figure.
 * @returns Its pictures; their ids differ, so that both can stand in one page.
 * @throws {RangeError} If a series has not as many x as y, or a band cannot be drawn.
 *
 * @example
 * ```ts
 * import { drawForPage } from "@jkp/exhibit";
 * import { assertStringIncludes } from "@std/assert";
 *
 * const { wide, narrow } = await drawForPage({
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
 * assertStringIncludes(wide, 'width="720"');
 * assertStringIncludes(narrow, 'width="358"');
 * ```
 */
export async function drawForPage(figure: Figure): Promise<PageDrawing> {
  return {
    wide: await figureToSvg(figure),
    narrow: await figureToSvg(figure, { form: "narrow" }),
  };
}
