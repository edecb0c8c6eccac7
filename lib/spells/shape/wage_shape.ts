import type { Words } from "@jkp/language";
import type { Month } from "@jkp/month";
import { median } from "simple-statistics";
import type { Shape, WageShape } from "./shape.ts";
import type { ShapeFinding } from "./shape_finding.ts";
import { SHAPE_LIMITS as LIMITS } from "./shape_limits.ts";

/** Whether so many of the wages are of another unit than the others. */
export function areOfOtherUnit(count: number, spells: number): boolean {
  return count >= LIMITS.otherUnitCounts && count > LIMITS.otherUnitShare * spells;
}

/** Whether a wage that stands so often stands for many. */
export function standsForMany(count: number, spells: number): boolean {
  return count >= LIMITS.valueCounts && count > LIMITS.valueShare * spells;
}

/** Whether the largest wage stands so often that a ceiling seems to cut wages. */
export function isCeiling(count: number, spells: number): boolean {
  return count >= LIMITS.valueCounts && count > LIMITS.largestWageShare * spells;
}

/** What wages show: another level, another unit in a part, one for many, a ceiling. */
export function judgeWages(
  { wages, firstMonth }: Shape,
  allWords: Words["shape"],
): ShapeFinding[] {
  const { wages: words } = allWords;
  const { spells, medianIdr, frequent, farAbove, farBelow, largestIdr } = wages;
  if (spells < LIMITS.valueCounts) return [];
  const [low, high] = LIMITS.medianWageIdr;
  const findings: ShapeFinding[] = [];
  if (medianIdr < low || medianIdr > high) {
    findings.push({
      rule: "wage_level",
      column: "monthly_wage_idr",
      value: words.median(medianIdr),
      expected: words.between(low, high),
      meaning: words.levelMeaning,
    });
  }
  for (const [count, where] of [[farAbove, "above"], [farBelow, "below"]] as const) {
    if (!areOfOtherUnit(count, spells)) continue;
    findings.push({
      rule: "wage_level",
      column: "monthly_wage_idr",
      value: words[where](count, spells, LIMITS.otherUnit, medianIdr),
      expected: words.oneUnit,
      meaning: words.twoUnits,
    });
  }
  for (const [wage, count] of frequent) {
    if (!standsForMany(count, spells)) continue;
    findings.push({
      rule: "values_varied",
      column: "monthly_wage_idr",
      value: words.frequent(wage, count, spells),
      expected: words.differ,
      meaning: words.frequentMeaning,
    });
  }
  const isSaid = standsForMany(frequent.get(largestIdr) ?? 0, spells);
  if (isCeiling(wages.timesLargest, spells) && !isSaid) {
    findings.push({
      rule: "values_varied",
      column: "monthly_wage_idr",
      value: words.largest(largestIdr, wages.timesLargest, spells),
      expected: words.fewLargest,
      meaning: words.cutMeaning,
    });
  }
  return [...findings, ...judgeMonthWages(wages, firstMonth, allWords)];
}

/** Months whose leavers have wages of another level than those of the months around. */
function judgeMonthWages(
  wages: WageShape,
  firstMonth: Month,
  words: Words["shape"],
): ShapeFinding[] {
  // Who is there in the last month stays: their wages are of others.
  const medians = wages.medians().slice(0, -1);
  const around = (month: number) => {
    const from = Math.max(0, month - LIMITS.monthWageAround);
    const known = medians.slice(from, month + LIMITS.monthWageAround + 1)
      .flatMap(({ medianIdr, spells }) =>
        spells >= LIMITS.monthWageCounts ? medianIdr : []
      );
    return known.length === 0 ? NaN : median(known);
  };
  return medians.flatMap(({ medianIdr, spells }, month): ShapeFinding[] => {
    if (spells < LIMITS.monthWageCounts) return [];
    const usualIdr = around(month);
    const ratio = medianIdr / usualIdr;
    if (ratio <= LIMITS.monthWage && ratio >= 1 / LIMITS.monthWage) return [];
    return [{
      rule: "wage_level",
      column: words.months(firstMonth + month, firstMonth + month),
      value: words.wages.monthMedian(medianIdr, spells),
      expected: words.wages.around(usualIdr),
      meaning: words.wages.monthMeaning,
    }];
  });
}
