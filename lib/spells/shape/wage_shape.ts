import { countInWords } from "@jkp/exhibit";
import { formatMonth, type Month } from "@jkp/month";
import { median } from "simple-statistics";
import type { Shape, WageShape } from "./shape.ts";
import { partOf, type ShapeFinding } from "./shape_finding.ts";
import { SHAPE_LIMITS as LIMITS } from "./shape_limits.ts";

const rupiah = (wage: number) => `${Math.round(wage).toLocaleString("en")} rupiah`;

/** What wages show: another level, another unit in a part, one for many, a ceiling. */
export function judgeWages({ wages, firstMonth }: Shape): ShapeFinding[] {
  const { spells, medianIdr, frequent, farAbove, farBelow, largestIdr } = wages;
  if (spells < LIMITS.valueCounts) return [];
  const [low, high] = LIMITS.medianWageIdr;
  const findings: ShapeFinding[] = [];
  if (medianIdr < low || medianIdr > high) {
    findings.push({
      rule: "wage_level",
      column: "monthly_wage_idr",
      value: `a median of ${rupiah(medianIdr)} a month`,
      expected: `${rupiah(low)} to ${rupiah(high)}`,
      meaning:
        "Wages may be in thousands or in another currency, or of a year, a week or " +
        "a day. Set the unit in mapping.toml, or ask.",
    });
  }
  for (const [count, where] of [[farAbove, "above"], [farBelow, "below"]] as const) {
    if (count < LIMITS.otherUnitCounts || count <= LIMITS.otherUnitShare * spells) {
      continue;
    }
    findings.push({
      rule: "wage_level",
      column: "monthly_wage_idr",
      value: `${partOf(count, spells, "wage")} more than ${LIMITS.otherUnit} times ` +
        `${where} the median of ${rupiah(medianIdr)}`,
      expected: "wages of one unit",
      meaning: "Two units may stand in one column, or a decimal mark was lost in some " +
        "rows. Look whether these rows are of one file, office or period.",
    });
  }
  for (const [wage, count] of frequent) {
    if (count < LIMITS.valueCounts || count <= LIMITS.valueShare * spells) continue;
    findings.push({
      rule: "values_varied",
      column: "monthly_wage_idr",
      value: `${rupiah(wage)} for ${partOf(count, spells, "spell")}`,
      expected: "wages that differ",
      meaning:
        "The wage may stand for unknown ones, be a ceiling, or be a minimum wage " +
        "under which employers report. Mean earnings and benefits are those of this wage.",
    });
  }
  const isCut = wages.timesLargest > LIMITS.largestWageShare * spells &&
    wages.timesLargest >= LIMITS.valueCounts && !frequentIsSaid(wages);
  if (isCut) {
    findings.push({
      rule: "values_varied",
      column: "monthly_wage_idr",
      value: `${rupiah(largestIdr)}, the largest, for ${
        partOf(wages.timesLargest, spells, "spell")
      }`,
      expected: "a largest wage that few have",
      meaning:
        "Wages were cut at a ceiling. Means of earnings are too low, and a design " +
        "with another ceiling cannot be valued: ask for full wages.",
    });
  }
  return [...findings, ...judgeMonthWages(wages, firstMonth)];
}

/** Whether the largest wage was told of as one that stands for many. */
function frequentIsSaid({ frequent, largestIdr, spells }: WageShape): boolean {
  return (frequent.get(largestIdr) ?? 0) > LIMITS.valueShare * spells;
}

/** Months whose leavers have wages of another level than those of the months around. */
function judgeMonthWages(wages: WageShape, firstMonth: Month): ShapeFinding[] {
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
      column: formatMonth(firstMonth + month),
      value: `a median of about ${rupiah(medianIdr)} among ${
        countInWords(spells, "spell")
      } that end`,
      expected: `about ${rupiah(usualIdr)}, as in the months around`,
      meaning:
        "Wages of the month are of another unit, or who left is of another kind. " +
        "Look whether they come from one file or one employer.",
    }];
  });
}
