import type { Figure } from "../figure.ts";

/**
 * Every x of a figure once: numbers from low to high; with words among them, in the order
 * in which they come.
 */
export function horizontalPlaces(
  { series }: Pick<Figure, "series">,
): readonly (number | string)[] {
  const places = [...new Set(series.flatMap(({ x }) => x))];
  return places.every((place) => typeof place === "number")
    ? places.sort((a, b) => a - b)
    : places;
}

/** Writes an x as the name of its place: years without a thousands separator. */
export function categoryName(x: number | string): string {
  return String(x).replace(/^-/, "−");
}
