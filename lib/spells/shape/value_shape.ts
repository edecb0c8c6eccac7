import { END_REASONS, SEXES } from "@jkp/extract";
import type { Words } from "@jkp/language";
import { sumSimple } from "simple-statistics";
import { FURTHER_LABELS } from "../decode/carried_labels.ts";
import { monthCounted, type Shape } from "./shape.ts";
import { layoffKey } from "./shape_counts.ts";
import type { ShapeFinding } from "./shape_finding.ts";
import { judgeDraw } from "./draw_shape.ts";
import { SHAPE_LIMITS as LIMITS } from "./shape_limits.ts";
import { judgeWages } from "./wage_shape.ts";

/** What single values show that should not be so: one for many, none, or of another unit. */
export function judgeValues(
  counts: Shape,
  words: Words["shape"],
): ShapeFinding[] {
  return [
    ...judgeSex(counts, words),
    ...judgeBirths(counts, words),
    ...judgeStarts(counts, words),
    ...judgeWages(counts, words),
    ...judgeClaims(counts, words),
    ...judgeDraw(counts, words),
    ...judgeIds(counts, words),
    ...judgeWeights(counts, words),
    ...judgeEmployers(counts, words),
  ];
}

function judgeSex(
  { members, membersBySex }: Shape,
  { sex: words }: Words["shape"],
): ShapeFinding[] {
  if (members < LIMITS.membersOfOneSex || !membersBySex.includes(0)) return [];
  const sex = SEXES[membersBySex.findIndex((count) => count > 0)]!;
  return [{
    rule: "values_varied",
    column: "sex",
    value: words.ofAll(sex, members),
    expected: words.expected,
    meaning: words.meaning,
  }];
}

function judgeBirths(
  { members, births }: Shape,
  { births: words }: Words["shape"],
): ShapeFinding[] {
  const { heap, inHeap, next } = heapIn(births);
  const findings: ShapeFinding[] = [];
  const isLone = inHeap > LIMITS.loneBirthShare * members &&
    inHeap > LIMITS.loneMultiple * next;
  const isMany = inHeap > LIMITS.birthMonthShare * members;
  if (inHeap >= LIMITS.birthCounts && (isMany || isLone)) {
    findings.push({
      rule: "values_varied",
      column: "birth_month",
      value: words.month(monthCounted(heap), inHeap, members),
      expected: words.spread,
      meaning: words.monthMeaning,
    });
  }
  const calendar = Array.from({ length: 12 }, (_, month) =>
    sumSimple(
      Array.from(births).filter((_, i) => monthCounted(i) % 12 === month && i !== heap),
    ));
  const others = members - inHeap;
  const most = calendar.indexOf(Math.max(...calendar));
  const born = calendar[most]! + (monthCounted(heap) % 12 === most ? inHeap : 0);
  const usual = others / 12;
  const isHeap = calendar[most]! > LIMITS.calendarMonthShare * others &&
    calendar[most]! - usual > LIMITS.deviations * Math.sqrt(usual) &&
    calendar[most]! >= LIMITS.birthCounts;
  if (isHeap) {
    findings.push({
      rule: "values_varied",
      column: "birth_month",
      value: words.calendarMonth(most + 1, born, members),
      expected: words.allMonths,
      meaning: words.calendarMeaning,
    });
  }
  return findings;
}

/** Where most are counted, how many there, and the most that are anywhere else. */
function heapIn(counts: Uint32Array) {
  const inHeap = counts.reduce((a, b) => Math.max(a, b), 0);
  const heap = counts.indexOf(inHeap);
  const next = counts.reduce((a, b, i) => i === heap ? a : Math.max(a, b), 0);
  return { heap, inHeap, next };
}

function judgeStarts(
  { spells, allStarts, historyFrom }: Shape,
  { starts: words }: Words["shape"],
): ShapeFinding[] {
  const { heap, inHeap: most, next } = heapIn(allStarts);
  const isLone = most > LIMITS.loneStartShare * spells &&
    most > LIMITS.heapMultiple * next;
  const isMany = isLone || most > LIMITS.valueShare * spells;
  const isSaid = historyFrom !== undefined && monthCounted(heap) <= historyFrom;
  if (most < LIMITS.valueCounts || !isMany || isSaid) return [];
  const month = monthCounted(heap);
  return [{
    rule: "values_varied",
    column: "start_month",
    value: words.month(month, most, spells),
    expected: words.expected,
    meaning: words.meaning(month),
  }];
}

function judgeClaims(
  counts: Shape,
  { claims: words, reasons }: Words["shape"],
): ShapeFinding[] {
  const { claims, ends, allClaims, claimsInLastMonth, members } = counts;
  const left = sumSimple([...ends].slice(0, -1));
  if (allClaims === 0 && left >= LIMITS.leaversWithoutClaims) {
    return [{
      rule: "claims_present",
      value: words.none(left),
      expected: words.some,
      meaning: words.noneMeaning,
    }];
  }
  const isLong = counts.lastMonth - counts.firstMonth >= 24;
  if (left === 0 && isLong && members >= LIMITS.membersWithoutLeavers) {
    return [{
      rule: "claims_present",
      value: words.nobodyLeft(members),
      expected: words.someLeft,
      meaning: words.nobodyLeftMeaning,
    }];
  }
  const findings: ShapeFinding[] = [];
  const of = (reason: typeof END_REASONS[number]) =>
    sumSimple([...claims[END_REASONS.indexOf(reason)]!]);
  const pairs = [["layoff", "resignation"], ["resignation", "layoff"]] as const;
  for (const [reason, other] of pairs) {
    if (of(reason) > 0 || of(other) < LIMITS.claimsWithout[reason]) continue;
    findings.push({
      rule: "claims_present",
      column: "end_reason",
      value: words.noneFor(reasons[reason], of(other), reasons[other]),
      expected: words.bothReasons,
      meaning: words.noneForMeaning,
    });
  }
  const isSameMonth = allClaims >= LIMITS.sameMonthCounts &&
    claimsInLastMonth > LIMITS.sameMonthShare * allClaims;
  if (isSameMonth) {
    findings.push({
      rule: "values_varied",
      column: "claim_month",
      value: words.sameMonth(claimsInLastMonth, allClaims),
      expected: words.later,
      meaning: words.sameMonthMeaning,
    });
  }
  return findings;
}

function judgeIds(
  counts: Shape,
  { ids: words }: Words["shape"],
): ShapeFinding[] {
  const { members, returned } = counts;
  const findings: ShapeFinding[] = [];
  const isLong = counts.lastMonth - counts.firstMonth >= 24;
  const left = sumSimple([...counts.ends].slice(0, -1));
  if (returned === 0 && isLong && left >= LIMITS.membersWithoutReturn) {
    findings.push({
      rule: "ids_of_persons",
      column: "member_id",
      value: words.noReturn(members),
      expected: words.someReturn,
      meaning: words.noReturnMeaning,
    });
  }
  const { spells, copies, chance } = counts.copies;
  const isCopied = copies - chance >= LIMITS.copiesRows &&
    copies - chance > LIMITS.copiesShare * spells &&
    copies - chance > LIMITS.deviations * Math.sqrt(chance);
  if (isCopied) {
    findings.push({
      rule: "ids_of_persons",
      column: "member_id",
      value: words.copies(copies, spells),
      expected: words.differ,
      meaning: words.copiesMeaning,
    });
  }
  return findings;
}

function judgeWeights(
  { spells, weightTotal, largestWeight }: Shape,
  { weights: words }: Words["shape"],
): ShapeFinding[] {
  const share = largestWeight / weightTotal;
  if (spells < LIMITS.weightRows || share <= LIMITS.weightShare) return [];
  return [{
    rule: "values_varied",
    column: "weight",
    value: words.largest(largestWeight, Math.round(100 * share)),
    expected: words.expected,
    meaning: words.meaning,
  }];
}

function judgeEmployers(
  { employers, firstMonth, claims }: Shape,
  words: Words["shape"],
): ShapeFinding[] {
  if (employers === undefined) return [];
  const layoffs = claims[END_REASONS.indexOf("layoff")]!;
  const { name, labels, layoffs: byEmployer } = employers;
  const inOrder = [...byEmployer].sort(([a], [b]) => a - b);
  return inOrder.flatMap(([key, count]): ShapeFinding[] => {
    const { month, label } = layoffKey(key);
    const all = layoffs[month]!;
    const isLarge = all >= LIMITS.employerLayoffs && count > LIMITS.employerShare * all;
    if (!isLarge || label === FURTHER_LABELS || labels[label] === "") return [];
    return [{
      rule: "layoffs_spread",
      column: words.months(firstMonth + month, firstMonth + month),
      value: words.employers.layoffs(count, all, `${name} ${labels[label]}`),
      expected: words.employers.expected,
      meaning: words.employers.meaning,
    }];
  });
}
