import { type Element, type PlacedText, position, rootOf } from "./svg_texts_for_test.ts";

/** A mark of a picture's series: the corners of a dot or column, or a piece of a line. */
export interface PlacedMark {
  readonly kind: "dot" | "column" | "line";
  /** Corners of its box; of a piece of a line its ends. */
  readonly from: readonly [x: number, y: number];
  readonly to: readonly [x: number, y: number];
}

/** Finds the marks of all series in a picture, but for bands of intervals. */
export function marksInSvg(svg: string): readonly PlacedMark[] {
  const root = rootOf(svg);
  return [
    ...[...root.querySelectorAll(".cartesianlayer path.js-line")].flatMap(pieces),
    ...[...root.querySelectorAll(".cartesianlayer .scatterlayer path.point")].map(dot),
    ...[...root.querySelectorAll(".cartesianlayer .barlayer .point > path")].map(column),
  ];
}

/** Where the symbols of a picture's legend begin, from the left. */
export function legendStarts(svg: string): readonly number[] {
  const root = rootOf(svg);
  const lines = [...root.querySelectorAll(".legendlines path")];
  const symbols = [...root.querySelectorAll(".legendpoints path")];
  return [...lines, ...symbols].map((path) => {
    const drawn = path.getAttribute("d")!;
    const steps = [...drawn.matchAll(/[MLH](-?[\d.]+)/g)].map(([, x]) => Number(x));
    // A circle is drawn about its own place, from its right end.
    const left = drawn.includes("A") ? -steps[0]! : Math.min(...steps);
    return position(path, 0).x + left;
  });
}

/** How many pixels of a mark lie within a text's letters. */
export function covered(
  { kind, from, to }: PlacedMark,
  { left, right, top, bottom }: PlacedText,
): number {
  if (kind !== "line") {
    const width = Math.min(to[0], right) - Math.max(from[0], left);
    const height = Math.min(to[1], bottom) - Math.max(from[1], top);
    return width > 0 && height > 0 ? Math.min(width, height) : 0;
  }
  // The part of the piece within the box, by its share of the way (Liang and Barsky).
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  let [start, end] = [0, 1];
  for (
    const [step, room] of [
      [-dx, from[0] - left],
      [dx, right - from[0]],
      [-dy, from[1] - top],
      [dy, bottom - from[1]],
    ] as const
  ) {
    if (step === 0 && room < 0) return 0;
    if (step < 0) start = Math.max(start, room / step);
    if (step > 0) end = Math.min(end, room / step);
  }
  return start < end ? (end - start) * Math.hypot(dx, dy) : 0;
}

function pieces(path: Element): PlacedMark[] {
  const points = corners(path);
  return points.slice(1).map((to, i) => ({ kind: "line", from: points[i]!, to }));
}

/** A dot is drawn about its own place, from its right end. */
function dot(path: Element): PlacedMark {
  const { x, y } = position(path, 0);
  const radius = Number(/^M([\d.]+)/.exec(path.getAttribute("d")!)?.[1] ?? 0);
  return { kind: "dot", from: [x - radius, y - radius], to: [x + radius, y + radius] };
}

function column(path: Element): PlacedMark {
  const points = corners(path);
  const of = (axis: 0 | 1) => points.map((point) => point[axis]);
  return {
    kind: "column",
    from: [Math.min(...of(0)), Math.min(...of(1))],
    to: [Math.max(...of(0)), Math.max(...of(1))],
  };
}

/** The points that a path of straight pieces goes through. */
function corners(path: Element): (readonly [number, number])[] {
  const shift = position(path, 0);
  let [x, y] = [0, 0];
  const points: (readonly [number, number])[] = [];
  for (
    const [, command, numbers] of path.getAttribute("d")!
      .matchAll(/([A-Za-z])([^A-Za-z]*)/g)
  ) {
    const values = [...numbers!.matchAll(/-?[\d.]+(?:e-?\d+)?/g)].map(Number);
    if (command === "H") x = values[0]!;
    else if (command === "V") y = values[0]!;
    else if (command === "M" || command === "L") [x, y] = values as [number, number];
    else if (command !== "Z") throw new Error(`Cannot follow ${command} of a path`);
    if (command !== "Z") points.push([x + shift.x, y + shift.y]);
  }
  return points;
}
