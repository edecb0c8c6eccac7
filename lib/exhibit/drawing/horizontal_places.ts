import type { Figure } from "../figure.ts";

/**
 * Gathers every x of a figure once.
 *
 * @param figure The figure.
 * @returns Numbers from low to high; if there are words among them, all as they come.
 */
export function horizontalPlaces(figure: Figure): readonly (number | string)[] {
  const places = [...new Set(figure.series.flatMap(({ x }) => x))];
  return places.every((place) => typeof place === "number")
    ? places.sort((a, b) => a - b)
    : places;
}

/**
 * Writes an x as the name of its place: years without a thousands separator.
 *
 * @param x The x of a point.
 * @returns Its name.
 */
export function categoryName(x: number | string): string {
  return String(x).replace(/^-/, "−");
}
