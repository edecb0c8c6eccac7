/** A unit, and how many of what is counted one of it is. */
export interface ShownUnit {
  readonly unit: "persons" | "thousand" | "million" | "billion" | "trillion";
  readonly size: number;
}

const PERSONS: readonly ShownUnit[] = [
  { unit: "thousand", size: 1e3 },
  { unit: "persons", size: 1 },
];
const RUPIAH: readonly ShownUnit[] = [
  { unit: "trillion", size: 1e12 },
  { unit: "billion", size: 1e9 },
  { unit: "million", size: 1e6 },
];

/**
 * The largest unit in which the greatest of some figures has two digits: an extract of few
 * persons would else read "0 thousand".
 *
 * @param of Whether they are persons or rupiah.
 * @param values The figures, in persons or rupiah.
 * @param decimals Decimals with which they are shown.
 *
 * @example Members of a country, and of a sample
 * ```ts
 * import { unitThatShows } from "@jkp/exhibit";
 * import { assertEquals } from "@std/assert";
 *
 * const unit = (members: number) => unitThatShows("persons", [members], 0).unit;
 * assertEquals([unit(15_385_000), unit(15_385), unit(1_538)], ["thousand", "thousand", "persons"]);
 * ```
 */
export function unitThatShows(
  of: "persons" | "rupiah",
  values: Iterable<number>,
  decimals: number,
): ShownUnit {
  const units = of === "persons" ? PERSONS : RUPIAH;
  let most = 0;
  for (const value of values) most = Math.max(most, Math.abs(value));
  if (most === 0) return units[0]!;
  return units.find(({ size }) => most * 10 ** decimals >= 10 * size) ?? units.at(-1)!;
}
