import { formatNumber } from "@jkp/exhibit";
import type { EconomicProcess } from "@jkp/uncertainty";
import normalCdf from "@stdlib/normal-cdf";

/** Below this chance of a path nobody is told: it would be written as 0.0 of 100. */
const LEAST_TOLD = 1 / 2000;

/**
 * On how many paths recognition is cut since it would be more than all terminations, in words;
 * nothing where that is seldom.
 */
export function recognitionCutInWords(
  { parameters: { recognition } }: EconomicProcess,
  involuntaryShare: number,
): readonly string[] {
  const chance = recognition === 0
    ? 0
    : normalCdf(Math.log(involuntaryShare) / recognition, 0, 1);
  return chance < LEAST_TOLD ? [] : [
    "Recognition, the share of terminations that counts as involuntary, is cut where it would " +
    `be more than all: expected on ${formatNumber(100 * chance, 1)} of 100 paths.`,
  ];
}
