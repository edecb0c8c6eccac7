import type { TextStyle } from "./text_metrics.ts";

/**
 * Fonts in order of choice. The first three have the same widths; none needs quotes, so
 * the list can stand in any attribute.
 */
export const FONT_FAMILY = "Helvetica, Arial, Liberation Sans, DejaVu Sans, sans-serif";

/** Colour of text. */
export const INK = "#222222";
/** Colour of units, notes and sources. */
export const MUTED_INK = "#555555";
/** Colour of what nobody may miss. */
export const CAUTION_INK = "#a33c00";
/** Colour of the grid. */
export const GRID = "#e3e3e3";
/** Colour of the axis at zero. */
export const AXIS = "#777777";
export const PAPER = "#ffffff";

/** Space around a figure, in pixels. */
export const EDGE = 16;
/** Room of a legend's entry besides its text: symbol and spaces, as plotly sets them. */
export const LEGEND_SYMBOL_ROOM = 55;

/** Diameter of the dots of published points, in pixels. */
export const DOT_SIZE = 9;

/** Texts of a figure. */
export const TITLE: TextStyle = { size: 16, isBold: true };
export const LABEL: TextStyle = { size: 12 };
export const FOOT: TextStyle = { size: 11 };
export const CAUTION: TextStyle = { size: 12, isBold: true };

/**
 * Colours that colour-blind readers tell apart, without the yellow, which is too faint on
 * white.
 * @see Okabe and Ito (2008), Color universal design.
 */
const PALETTE = [
  "#0072b2", // blue
  "#d55e00", // vermilion
  "#009e73", // bluish green
  "#e69f00", // orange
  "#cc79a7", // reddish purple
  "#56b4e9", // sky blue
  "#000000", // black
];

/**
 * The colour of a series; after the last colour the palette begins again.
 *
 * @param index Its place among the series, from 0.
 * @returns The colour as `#rrggbb`.
 *
 * @example
 * ```ts
 * import { seriesColour } from "@jkp/exhibit";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(seriesColour(0), "#0072b2"); // blue
 * ```
 */
export function seriesColour(index: number): string {
  return PALETTE[index % PALETTE.length]!;
}

/**
 * Darkens a colour to three quarters of its brightness, for text on white.
 *
 * @param colour As `#rrggbb`.
 * @returns The colour in the same form.
 *
 * @example
 * ```ts
 * import { seriesColour, textColour } from "@jkp/exhibit";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(textColour(seriesColour(0)), "#005686");
 * ```
 */
export function textColour(colour: string): string {
  return hex(rgb(colour).map((value) => Math.round(value * 0.75)));
}

/** A colour that lets what lies under it through, as `rgba(…)`. */
export function rgbaColour(colour: string, opacity: number): string {
  return `rgba(${rgb(colour).join(", ")}, ${opacity})`;
}

/** Mixes a colour with white, for columns under lines. */
export function paleColour(colour: string): string {
  return hex(rgb(colour).map((value) => Math.round(255 - (255 - value) * 0.45)));
}

/**
 * Black or white for text on a colour, whichever is easier to read.
 * @see W3C, Web Content Accessibility Guidelines 2.1, relative luminance.
 */
export function textColourOn(colour: string): string {
  const [red, green, blue] = rgb(colour).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  const luminance = 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
  return luminance > 0.22 ? INK : PAPER;
}

/** Red, green and blue, each from 0 to 255. */
function rgb(colour: string): readonly number[] {
  return [1, 3, 5].map((start) => parseInt(colour.slice(start, start + 2), 16));
}

/** A colour as `#rrggbb`. */
function hex(channels: readonly number[]): string {
  return `#${channels.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}
