import { type Published, publishedValue } from "@jkp/published";
import type { Series } from "@jkp/exhibit";
import { geometricMean } from "simple-statistics";

/** Name of the dots that show what the report's text states. */
const STATED = "Stated in the report";

/**
 * What the report's text states, as dots; the `unit` of a point is what a unit of the
 * axis is in the printed unit.
 */
export function statedDots(
  published: Published,
  item: string,
  points: readonly (readonly [x: number | string, cell: string, unit?: number])[],
  name: string = STATED,
): Series {
  return {
    name,
    x: points.map(([x]) => x),
    y: points.map(([, cell, unit = 1]) => publishedValue(published, item, cell) / unit),
    mark: "dots",
  };
}

/** The source line of a figure from open statistics, with the folder they stand in. */
export function openSource(...sources: readonly string[]): string {
  return `${sources.join("; ")}; typed in data/open. Report: ILO (2021).`;
}

/**
 * The growth a year that, repeated every year, comes to the same as several growths; all
 * are fractions.
 */
export function meanGrowth(growths: readonly number[]): number {
  return geometricMean(growths.map((growth) => 1 + growth)) - 1;
}
