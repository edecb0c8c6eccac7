import { categoryName, horizontalPlaces } from "./horizontal_places.ts";
import type { Figure } from "../figure.ts";
import { chooseAxis } from "./axis.ts";
import { formatNumber } from "../format.ts";
import { EDGE, LABEL } from "./house_style.ts";
import { blockHeight, textRoom, widestRoom, wrapText } from "./text_metrics.ts";

/** The horizontal axis of a figure. */
export interface HorizontalAxis {
  /** Whether each x has a place of its own, as columns and words need. */
  readonly isCategorical: boolean;
  /** Every x as it is written, in the order of the axis. */
  readonly categories: readonly string[];
  /** Ends of the axis, in the units of plotly: categories count from 0. */
  readonly range: readonly [number, number];
  readonly tickValues: readonly (number | string)[];
  /** Text of each tick; lines of a long one are parted by line breaks. */
  readonly tickTexts: readonly string[];
  /** Whether texts stand on end, where they have no room beside each other. */
  readonly isOnEnd: boolean;
  /** Height of the texts in pixels. */
  readonly textHeight: number;
}

/** More places than these are thinned out rather than wrapped. */
const MOST_LABELS = 16;

/**
 * Lays out the horizontal axis so that its texts have room beside each other; `width` is
 * that of the plot in pixels.
 */
export function horizontalAxis(figure: Figure, width: number): HorizontalAxis {
  const places = horizontalPlaces(figure);
  const numbers = places.filter((place) => typeof place === "number");
  const categories = places.map(categoryName);
  if (
    numbers.length < places.length || figure.series.some(({ mark }) => mark === "column")
  ) {
    return categoricalAxis(categories, width);
  }

  const lower = numbers[0] ?? 0;
  const upper = numbers.at(-1) ?? 1;
  const padding = (upper - lower || 1) * 0.02;
  const isEachTicked = numbers.every(Number.isInteger) &&
    hasRoom(categories, width / categories.length);
  const axis = chooseAxis(numbers, { isFromZero: false, headroom: 0 });
  const ticks = isEachTicked
    ? numbers
    : axis.ticks.filter((tick) => tick >= lower && tick <= upper);
  const decimals = isEachTicked ? 0 : axis.decimals;
  return {
    isCategorical: false,
    categories,
    range: [lower - padding, upper + padding],
    tickValues: ticks,
    tickTexts: ticks.map((tick) => formatNumber(tick, decimals, false)),
    isOnEnd: false,
    textHeight: blockHeight(1, LABEL),
  };
}

/**
 * Places side by side: years and months, and whatever is many, thinned out; a few long
 * names wrapped, or stood on end if a word of theirs is too long.
 */
function categoricalAxis(categories: readonly string[], width: number): HorizontalAxis {
  const slot = width / Math.max(1, categories.length);
  let every = 1;
  const isCounted = categories.every((name) => /^\d{1,4}(-\d\d)?$/.test(name));
  if (categories.length > MOST_LABELS || isCounted) {
    const steps = [1, 2, 3, 4, 6, 12, 24, 60, 120];
    every = steps.find((step) => hasRoom(categories, slot * step)) ?? categories.length;
  }
  // Of those thinned out the last may stand so near the edge that its text would be cut.
  const isWhole = (name: string, index: number) =>
    textRoom(name, LABEL) / 2 <= width - (index + 0.5) * slot + EDGE;
  const shown = categories.filter((name, index) =>
    index % every === 0 && (every === 1 || isWhole(name, index))
  );
  // A name's longest word, against its neighbour's.
  const rooms = shown.map((name) => widestRoom(name.split(/\s+/), LABEL));
  const isOnEnd = every === 1 &&
    rooms.some((room, i) => i > 0 && (rooms[i - 1]! + room) / 2 + 2 > slot);
  const isWrapped = every === 1 && !isOnEnd;
  const lines = shown.map((name) => isWrapped ? wrapText(name, slot - 6, LABEL) : [name]);
  return {
    isCategorical: true,
    categories,
    range: [-0.5, categories.length - 0.5],
    tickValues: shown,
    tickTexts: lines.map((line) => line.join("\n")),
    isOnEnd,
    textHeight: isOnEnd
      ? widestRoom(shown, LABEL)
      : blockHeight(Math.max(1, ...lines.map((line) => line.length)), LABEL),
  };
}

/** Whether every text fits its place with a little air. */
function hasRoom(texts: readonly string[], room: number): boolean {
  return texts.every((text) => textRoom(text, LABEL) + 8 <= room);
}
