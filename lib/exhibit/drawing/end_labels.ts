import type { Series } from "../figure.ts";
import { horizontalPlaces } from "./horizontal_places.ts";
import { LABEL } from "./house_style.ts";
import { textRoom } from "./text_metrics.ts";

/** Wider names than this share of the figure leave too little of it: into the legend. */
const WIDEST_LABEL = 0.26;

/** Distance in pixels between the middles of two labels. */
const LABEL_STEP = 15;

/** Ends nearer to each other than this share of all values are hard to tell apart. */
const NEAREST_ENDS = 0.03;

/**
 * Whether lines can be named at their ends instead of in a legend: several lines on one
 * axis, with short names, that end at the last place but apart from each other. `width`
 * is that of the figure in pixels.
 */
export function hasEndLabels(series: readonly Series[], width: number): boolean {
  const lines = series.filter(({ mark }) => mark === "line");
  const end = horizontalPlaces({ series }).at(-1);
  return lines.length > 1 &&
    lines.length <= 7 &&
    series.every(({ mark, isOnRight }) => mark !== "column" && !isOnRight) &&
    lines.every(({ name, x, y }) =>
      x.at(-1) === end && Number.isFinite(y.at(-1)) &&
      textRoom(name, LABEL) <= WIDEST_LABEL * width
    ) &&
    extentOf(lines.map(({ y }) => y.at(-1)!)) >
      NEAREST_ENDS * extentOf(lines.flatMap(({ y }) => y));
}

/** Distance from the lowest to the highest value. */
function extentOf(values: readonly number[]): number {
  const finite = values.filter(Number.isFinite);
  return Math.max(...finite) - Math.min(...finite);
}

/**
 * Moves labels that would overlap apart, as little as possible and in their order.
 * Heights are pixels above the foot of the plot; labels stay between 0 and the ceiling if
 * all have room.
 */
export function spreadLabels(
  heights: readonly number[],
  ceiling: number,
): readonly number[] {
  const order = heights.map((_, index) => index)
    .sort((a, b) => heights[a]! - heights[b]! || b - a);
  const placed = order.map((index) => heights[index]!);
  // Blocks of touching labels sit where their members would be on average.
  const blocks: { wanted: number; count: number }[] = [];
  const foot = ({ wanted, count }: { wanted: number; count: number }) => {
    const length = (count - 1) * LABEL_STEP;
    return Math.max(0, Math.min(ceiling - length, wanted - length / 2));
  };
  for (const height of placed) {
    let block = { wanted: height, count: 1 };
    let below = blocks.at(-1);
    while (
      below !== undefined && foot(block) < foot(below) + below.count * LABEL_STEP
    ) {
      const count = below.count + block.count;
      const wanted = (below.wanted * below.count + block.wanted * block.count) / count;
      block = { wanted, count };
      blocks.pop();
      below = blocks.at(-1);
    }
    blocks.push(block);
  }
  const spread = blocks.flatMap((block) =>
    Array.from({ length: block.count }, (_, index) => foot(block) + index * LABEL_STEP)
  );
  const result = new Array<number>(heights.length);
  order.forEach((index, place) => result[index] = spread[place]!);
  return result;
}
