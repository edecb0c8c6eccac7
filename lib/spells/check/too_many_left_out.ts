import type { Problem } from "@jkp/problem";

/**
 * Share of the rows that may be left out if nothing else is said: rows with errors are
 * seldom like the others.
 */
export const MOST_LEFT_OUT = 0.01;

/** What is said where more rows have errors than may be left out. */
export function tooManyLeftOut(
  file: string,
  left: number,
  rows: number,
  most: number,
): Problem {
  const count = (value: number) => value.toLocaleString("en");
  const inPercent = (share: number) => `${Number((100 * share).toPrecision(3))} %`;
  return {
    file,
    expected: `errors in at most ${inPercent(most)} of the rows, to leave these out ` +
      "without a larger share being asked for",
    received: `${inPercent(left / rows)}: ${count(left)} of ${count(rows)}`,
  };
}
