import type { Words } from "@jkp/language";
import { sumSimple } from "simple-statistics";
import type { Shape } from "./shape.ts";
import type { ShapeFinding } from "./shape_finding.ts";
import { SHAPE_LIMITS as LIMITS } from "./shape_limits.ts";

type DrawWords = Words["shape"]["draw"];

/** What shows that only some were drawn: by length of spell, by claim, or by age. */
export function judgeDraw(
  counts: Shape,
  { draw: words }: Words["shape"],
): ShapeFinding[] {
  return [judgeShort, judgeUnclaimed, judgeAges].flatMap((judge) => judge(counts, words));
}

function judgeShort({ shortSpells }: Shape, words: DrawWords): ShapeFinding[] {
  const [, one = 0, two = 0, , ...longer] = shortSpells;
  const ended = sumSimple(longer);
  if (one + two > 0 || ended < LIMITS.shortSpells) return [];
  return [{
    rule: "claims_present",
    column: "last_month",
    value: words.noShort(ended),
    expected: words.everyLength,
    meaning: words.noShortMeaning,
  }];
}

function judgeUnclaimed(
  { ended, allClaims }: Shape,
  words: DrawWords,
): ShapeFinding[] {
  if (ended < LIMITS.endedWithoutClaim || allClaims < ended) return [];
  return [{
    rule: "claims_present",
    value: words.allClaimed(ended),
    expected: words.someUnclaimed,
    meaning: words.allClaimedMeaning,
  }];
}

function judgeAges(
  { spells, youngestStart, oldestLast }: Shape,
  words: DrawWords,
): ShapeFinding[] {
  if (spells < LIMITS.agesSpells) return [];
  const years = (months: number) => Math.floor(months / 12);
  const finding = (value: string, expected: string): ShapeFinding => ({
    rule: "values_varied",
    column: "birth_month",
    value,
    expected,
    meaning: words.agesMeaning,
  });
  return [
    ...(youngestStart < 12 * LIMITS.ageYoungest ? [] : [finding(
      words.nobodyYounger(years(youngestStart)),
      words.someYounger(LIMITS.ageYoungest),
    )]),
    ...(oldestLast > 12 * LIMITS.ageOldest ? [] : [finding(
      words.nobodyOlder(years(oldestLast)),
      words.someOlder(LIMITS.ageOldest),
    )]),
  ];
}
