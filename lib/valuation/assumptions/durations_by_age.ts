import {
  type DurationRange,
  durationRange,
  type Rules,
  type Treatment,
} from "@jkp/scheme";

/** Which of a scheme's durations is valued, where its rules give a range. */
export type DurationEnd = keyof DurationRange;

/** Ranges of ages, both ends included, in which neither benefit nor duration changes. */
export function agesAlike(
  { benefit, duration }: Pick<Rules, "benefit" | "duration">,
): [from: number, to: number][] {
  const groups = [
    ...(benefit.kind === "graded" ? benefit.ages : []),
    ...(duration.kind === "bands" ? duration.bands : []),
  ];
  const starts = new Set([
    0,
    ...groups.flatMap(({ ageFrom, ageTo }) => [ageFrom, (ageTo ?? Infinity) + 1]),
  ]);
  const sorted = [...starts].filter(Number.isFinite).sort((a, b) => a - b);
  return sorted.map((from, i) => [from, (sorted[i + 1] ?? Infinity) - 1]);
}

/** The shortest or the longest duration at an age, in months; 0 without a band. */
export function durationMonths(
  rules: Pick<Rules, "duration">,
  { shortestMonths, longestMonths }: Treatment,
  age: number,
  end: DurationEnd,
): number {
  const own = end === "shortest" ? shortestMonths : longestMonths;
  return own ?? durationRange(rules, age)[end];
}
