import { type Published, publishedRow, publishedValue } from "@jkp/published";
import { formatNumber, type Series } from "@jkp/exhibit";
import { geometricMean } from "simple-statistics";
import type { ReproducedCells } from "./reproduced.ts";

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

/**
 * Means that the report's text states, as dashed levels over the places they are of; the
 * `unit` is what a unit of the axis is in the printed unit.
 */
export function statedLevels(
  published: Published,
  item: string,
  levels: readonly (readonly [cell: string, places: readonly (number | string)[]])[],
  name: string,
  unit = 1,
): Series {
  const points = levels.flatMap(([cell, places], i) => {
    const value = publishedValue(published, item, cell) / unit;
    // A gap before each level but the first.
    const gap = i === 0 ? [] : [[places[0]!, NaN] as const];
    return [...gap, ...places.map((place) => [place, value] as const)];
  });
  return {
    name,
    x: points.map(([x]) => x),
    y: points.map(([, y]) => y),
    mark: "line",
    isDashed: true,
  };
}

/**
 * What the report's text states that has no place on a figure's axes, with ours beside it
 * where there is one.
 *
 * @param cells A sentence's part for each number by its cell, `#` where the number goes; of
 * several numbers their cells with spaces between, and a `#` for each.
 */
export function statedNote(
  published: Published,
  item: string,
  cells: Readonly<Record<string, string>>,
  ours: ReproducedCells = {},
): string {
  const numberOf = (cell: string) => {
    const { decimals } = publishedRow(published, item, cell);
    const value = publishedValue(published, item, cell);
    const own = ours[cell]?.value;
    const beside = typeof own === "number"
      ? ` (ours ${formatNumber(own, Math.max(1, decimals))})`
      : "";
    return `${formatNumber(value, decimals)}${beside}`;
  };
  const parts = Object.entries(cells).map(([names, words]) =>
    names.split(" ").reduce((part, cell) => part.replace("#", numberOf(cell)), words)
  );
  return `Stated in the report: ${parts.join("; ")}.`;
}

/** The row with the highest or lowest of a figure: where the report does not say which. */
export function rowWith<Row>(
  best: (...values: number[]) => number,
  rows: readonly Row[],
  figure: (row: Row) => number,
): Row {
  const values = rows.map(figure);
  return rows[values.indexOf(best(...values))]!;
}

/** Years over which a stated mean is. */
export function yearsFrom(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
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
