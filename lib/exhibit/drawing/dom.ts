/**
 * A window without a browser, in which plotly can draw.
 *
 * jsdom has no layout, so the sizes of texts come from the metrics of the house's font,
 * with room for a wider one in its stead; a few things plotly touches while loading are
 * given or stubbed. Scripts of the window run in a context of their own: nothing of it
 * leaks into the program.
 *
 * @module
 */

import type * as Plotly from "plotly.js-dist-min";
import { sumSimple } from "simple-statistics";
import { textRoom } from "./text_metrics.ts";

/** The functions of plotly used here, and how to give values to its window. */
export interface DrawingWindow {
  readonly toImage: typeof Plotly.toImage;
  /** Remakes plain data inside the window, where plotly knows arrays by their class. */
  adopt<Value>(value: Value): Value;
}

/** What is read of a node of the window. */
interface SvgNode {
  readonly nodeType: number;
  readonly localName?: string;
  readonly nodeValue: string | null;
  readonly parentNode: SvgNode | null;
  readonly childNodes: Iterable<SvgNode>;
  getAttribute?(name: string): string | null;
  querySelectorAll(selector: string): Iterable<SvgNode>;
}

/** A rectangle in pixels. */
interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Height above and below the baseline in Arial, as shares of the size. */
const ASCENT = 0.905;
const DESCENT = 0.212;
const DEFAULT_SIZE = 12;
const TEXT_NODE = 3;

/**
 * Opens a window for many figures and loads plotly into it: about a second and 150 MB.
 */
export async function openDrawingWindow(): Promise<DrawingWindow> {
  const { JSDOM } = await import("jsdom");
  // As text: plotly is to run inside the window, not in the program.
  const { default: plotly } = await import("plotly.js-dist-min", {
    with: { type: "text" },
  });
  const { window } = new JSDOM("<!doctype html>", { runScripts: "outside-only" });
  // jsdom has no encoders, and plotly's map traces want one when they are loaded.
  Object.assign(window, { TextDecoder, TextEncoder });
  // Called when loading to make workers for maps, which are never drawn here.
  window.URL.createObjectURL = () => "";
  // Plotly asks for a canvas to see whether WebGL is there; jsdom would print a warning.
  window.HTMLCanvasElement.prototype.getContext = () => null;
  giveTextSizes(window.SVGElement.prototype);
  window.eval(plotly);
  return {
    toImage: window.Plotly.toImage,
    adopt: (value) => window.JSON.parse(JSON.stringify(value)),
  };
}

/** Gives the elements of a window the methods that jsdom lacks for want of a layout. */
function giveTextSizes(prototype: object): void {
  Object.assign(prototype, {
    getBBox(this: SvgNode) {
      return toRectangle(boxOf(this));
    },
    getBoundingClientRect(this: SvgNode) {
      return toRectangle(boxOf(this));
    },
    getComputedTextLength(this: SvgNode) {
      return widthOf(this);
    },
  });
}

function toRectangle({ left, top, right, bottom }: Box) {
  const [width, height] = [right - left, bottom - top];
  return { x: left, y: top, left, top, right, bottom, width, height };
}

/** The box around all text in an element; empty if it has none. */
function boxOf(element: SvgNode): Box {
  const texts = element.localName === "text"
    ? [element]
    : [...element.querySelectorAll("text")];
  const boxes = texts.map(textBox);
  if (boxes.length === 0) return { left: 0, top: 0, right: 0, bottom: 0 };
  return {
    left: Math.min(...boxes.map(({ left }) => left)),
    top: Math.min(...boxes.map(({ top }) => top)),
    right: Math.max(...boxes.map(({ right }) => right)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  };
}

/** The box around a text of one or more lines, each a `<tspan class="line">`. */
function textBox(text: SvgNode): Box {
  const spans = [...text.querySelectorAll("tspan.line")];
  const lines = spans.length === 0 ? [text] : spans;
  const size = sizeOf(text);
  const x = Number(text.getAttribute?.("x") ?? 0);
  const y = Number(text.getAttribute?.("y") ?? 0);
  const baseline = (line: SvgNode) =>
    y + parseFloat(line.getAttribute?.("dy") ?? "0") * size;
  const width = Math.max(...lines.map(widthOf));
  const share = { middle: 0.5, end: 1 }[inherited(text, "text-anchor") ?? ""] ?? 0;
  return {
    left: x - share * width,
    right: x + (1 - share) * width,
    top: baseline(lines[0]!) - ASCENT * size,
    bottom: baseline(lines.at(-1)!) + DESCENT * size,
  };
}

/** Room of everything written in a node, each piece in its own style. */
function widthOf(node: SvgNode): number {
  if (node.nodeType === TEXT_NODE) {
    const isBold = inherited(node.parentNode, "font-weight") === "bold";
    const style = { size: sizeOf(node.parentNode), isBold };
    return textRoom(node.nodeValue ?? "", style);
  }
  return sumSimple([...node.childNodes].map(widthOf));
}

function sizeOf(node: SvgNode | null): number {
  return parseFloat(inherited(node, "font-size") ?? "") || DEFAULT_SIZE;
}

/** A style property of a node or its nearest ancestor that sets it. */
function inherited(node: SvgNode | null, property: string): string | undefined {
  for (let at = node; at !== null; at = at.parentNode) {
    const style = at.getAttribute?.("style") ?? "";
    const value = new RegExp(`(?:^|[;\\s])${property}:\\s*([^;]+)`).exec(style)?.[1] ??
      at.getAttribute?.(property);
    if (value) return value;
  }
  return undefined;
}
