import { JSDOM } from "jsdom";
import { textWidth } from "./text_metrics.ts";

/** A line of text in a picture, with the corners of its box in pixels. */
export interface PlacedText {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** What is read of an element here. */
export interface Element {
  readonly textContent: string;
  readonly parentElement: Element | null;
  getAttribute(name: string): string | null;
  querySelectorAll(selector: string): Iterable<Element>;
}

/** What takes pictures apart, for all of them: a window for each takes longer than it. */
const PARSER = new new JSDOM().window.DOMParser();

/** The outer element of a picture. */
export function rootOf(svg: string): Element {
  return PARSER.parseFromString(svg, "image/svg+xml").documentElement;
}

/**
 * Finds every line of text in a picture, to check that none is cut or covers another.
 *
 * @param svg The picture.
 * @returns Its width and height in pixels, and its texts, by the widths of Helvetica.
 */
export function textsInSvg(svg: string): {
  readonly width: number;
  readonly height: number;
  readonly texts: readonly PlacedText[];
} {
  const root = rootOf(svg);
  const [, , width, height] = root.getAttribute("viewBox")!.split(" ").map(Number);
  const texts = [...root.querySelectorAll("text")].flatMap((text) => {
    const lines = [...text.querySelectorAll("tspan.line")];
    return (lines.length === 0 ? [text] : lines).map((line) => placed(line, text));
  });
  return {
    width: width!,
    height: height!,
    texts: texts.filter(({ text }) => text.trim() !== ""),
  };
}

function placed(line: Element, text: Element): PlacedText {
  const size = sizeOf(text);
  const { x, y } = position(line, size);
  const width = textWidth(line.textContent, { size });
  const anchor = text.getAttribute("text-anchor") ?? "start";
  const left = x - ({ start: 0, middle: 0.5, end: 1 }[anchor] ?? 0) * width;
  const turn = /rotate\((-?[\d.]+),\s*([-\d.]+),\s*([-\d.]+)\)/
    .exec(text.getAttribute("transform") ?? "");
  if (turn !== null && Number(turn[1]) === -90) {
    // About a centre before all shifts, a quarter turn to the left.
    const [centreX, centreY] = [Number(turn[2]), Number(turn[3])];
    const ownX = Number(line.getAttribute("x") ?? 0);
    const ownY = Number(line.getAttribute("y") ?? 0) +
      parseFloat(line.getAttribute("dy") ?? "0") * size;
    const [shiftX, shiftY] = [x - ownX, y - ownY];
    const along = (toX: number) => centreY - (toX - shiftX - centreX) + shiftY;
    const across = (toY: number) => centreX + (toY - shiftY - centreY) + shiftX;
    return {
      text: line.textContent,
      left: across(y - 0.75 * size),
      right: across(y),
      top: along(left + width),
      bottom: along(left),
    };
  }
  // From the foot of the letters up to their height; few letters hang below.
  return {
    text: line.textContent,
    left,
    right: left + width,
    top: y - 0.75 * size,
    bottom: y,
  };
}

function sizeOf(text: Element): number {
  return parseFloat(text.getAttribute("font-size")!);
}

/** Where a line of text starts: its own place and all shifts around it. */
export function position(line: Element, size: number): { x: number; y: number } {
  let x = Number(line.getAttribute("x") ?? 0);
  let y = Number(line.getAttribute("y") ?? 0) +
    parseFloat(line.getAttribute("dy") ?? "0") * size;
  for (let at: Element | null = line; at !== null; at = at.parentElement) {
    const transform = at.getAttribute("transform") ?? "";
    for (
      const [, dx, dy] of transform.matchAll(/translate\(([-\d.e]+)[ ,]*([-\d.e]+)?\)/g)
    ) {
      x += Number(dx);
      y += Number(dy ?? 0);
    }
  }
  return { x, y };
}
