import { countInWords } from "@jkp/exhibit";
import { sumSimple } from "simple-statistics";
import type { Shape } from "./shape.ts";
import type { ShapeFinding } from "./shape_finding.ts";
import { SHAPE_LIMITS as LIMITS } from "./shape_limits.ts";

/** What shows that only some were drawn: by length of spell, by claim, or by age. */
export function judgeDraw(counts: Shape): ShapeFinding[] {
  return [...judgeShort(counts), ...judgeUnclaimed(counts), ...judgeAges(counts)];
}

function judgeShort({ shortSpells }: Shape): ShapeFinding[] {
  const [, one = 0, two = 0, , ...longer] = shortSpells;
  const ended = sumSimple(longer);
  if (one + two > 0 || ended < LIMITS.shortSpells) return [];
  return [{
    rule: "claims_present",
    column: "last_month",
    value: `no spells of one or two months, ${ended.toLocaleString("en")} of four to six`,
    expected: "spells of every length",
    meaning:
      "Short spells were left out when the extract was drawn. Rates of leaving in " +
      "the first months are too low: ask for all spells.",
  }];
}

function judgeUnclaimed({ ended, allClaims }: Shape): ShapeFinding[] {
  if (ended < LIMITS.endedWithoutClaim || allClaims < ended) return [];
  return [{
    rule: "claims_present",
    value: `claims of all ${countInWords(ended, "spell")} that ended`,
    expected: "some who left and have not claimed",
    meaning: "Leavers were drawn from the table of claims. Time out of work cannot be " +
      "found, and who left without claim is missing: ask for everybody who contributed.",
  }];
}

function judgeAges(
  { spells, youngestStart, oldestLast }: Shape,
): ShapeFinding[] {
  if (spells < LIMITS.agesSpells) return [];
  const years = (months: number) => Math.floor(months / 12);
  const finding = (value: string, expected: string): ShapeFinding => ({
    rule: "values_varied",
    column: "birth_month",
    value,
    expected,
    meaning:
      "Ages were left out when the extract was drawn, or births are wrong. Rates " +
      "at these ages cannot be found, and those of all members are of the others.",
  });
  return [
    ...(youngestStart < 12 * LIMITS.ageYoungest ? [] : [finding(
      `nobody starts younger than ${years(youngestStart)}`,
      `some who start before ${LIMITS.ageYoungest}`,
    )]),
    ...(oldestLast > 12 * LIMITS.ageOldest ? [] : [finding(
      `nobody is older than ${years(oldestLast)}`,
      `some who contribute beyond ${LIMITS.ageOldest}`,
    )]),
  ];
}
