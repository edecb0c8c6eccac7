import { countInWords } from "@jkp/exhibit";
import { END_REASONS, SEXES } from "@jkp/extract";
import { formatMonth } from "@jkp/month";
import { sumSimple } from "simple-statistics";
import { FURTHER_LABELS } from "../decode/carried_labels.ts";
import { monthCounted, type Shape } from "./shape.ts";
import { layoffKey } from "./shape_counts.ts";
import { partOf, type ShapeFinding } from "./shape_finding.ts";
import { judgeDraw } from "./draw_shape.ts";
import { SHAPE_LIMITS as LIMITS } from "./shape_limits.ts";
import { judgeWages } from "./wage_shape.ts";

/** What single values show that should not be so: one for many, none, or of another unit. */
export function judgeValues(counts: Shape): ShapeFinding[] {
  return [
    ...judgeSex(counts),
    ...judgeBirths(counts),
    ...judgeStarts(counts),
    ...judgeWages(counts),
    ...judgeClaims(counts),
    ...judgeDraw(counts),
    ...judgeIds(counts),
    ...judgeWeights(counts),
    ...judgeEmployers(counts),
  ];
}

function judgeSex({ members, membersBySex }: Shape): ShapeFinding[] {
  if (members < LIMITS.membersOfOneSex || !membersBySex.includes(0)) return [];
  const sex = SEXES[membersBySex.findIndex((count) => count > 0)]!;
  return [{
    rule: "values_varied",
    column: "sex",
    value: `${sex} for all ${countInWords(members, "member")}`,
    expected: "members of both sexes",
    meaning: "The codes of the mapping may be wrong, a constant stands for a missing " +
      "column, or one sex was left out when the extract was drawn. Rates by sex cannot be " +
      "found.",
  }];
}

function judgeBirths({ members, births }: Shape): ShapeFinding[] {
  const { heap, inHeap, next } = heapIn(births);
  const findings: ShapeFinding[] = [];
  const isLone = inHeap > LIMITS.loneBirthShare * members &&
    inHeap > LIMITS.loneMultiple * next;
  const isMany = inHeap > LIMITS.birthMonthShare * members;
  if (inHeap >= LIMITS.birthCounts && (isMany || isLone)) {
    findings.push({
      rule: "values_varied",
      column: "birth_month",
      value: `${formatMonth(monthCounted(heap))} for ${
        partOf(inHeap, members, "member")
      }`,
      expected: "births spread over the months",
      meaning:
        "The month may stand for unknown births. Rates at the ages of these members " +
        "are not theirs: ask for the births, or leave the members out.",
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
      value: `month ${most + 1} of the year for ${partOf(born, members, "member")}`,
      expected: "births in all months of the year",
      meaning:
        "The year alone was known and the month was put in. Ages are wrong by up to " +
        "a year, rates by age are blurred; nothing to do unless full dates can be had.",
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

function judgeStarts({ spells, allStarts, historyFrom }: Shape): ShapeFinding[] {
  const { heap, inHeap: most, next } = heapIn(allStarts);
  const isLone = most > LIMITS.loneStartShare * spells &&
    most > LIMITS.heapMultiple * next;
  const isMany = isLone || most > LIMITS.valueShare * spells;
  const isSaid = historyFrom !== undefined && monthCounted(heap) <= historyFrom;
  if (most < LIMITS.valueCounts || !isMany || isSaid) return [];
  const month = formatMonth(monthCounted(heap));
  return [{
    rule: "values_varied",
    column: "start_month",
    value: `${month} for ${partOf(most, spells, "spell")}`,
    expected: "spells that start in many months",
    meaning:
      "Earlier months were cut off, or the month is that of a change of systems. " +
      "Service before it is not seen, so that who meets a rule of service is counted too " +
      `low: ask for earlier contributions, or say history_from = "${month}" in ` +
      "extract.toml, so that service is asked only where it can be seen.",
  }];
}

function judgeClaims(counts: Shape): ShapeFinding[] {
  const { claims, ends, allClaims, claimsInLastMonth, members } = counts;
  const left = sumSimple([...ends].slice(0, -1));
  if (allClaims === 0 && left >= LIMITS.leaversWithoutClaims) {
    return [{
      rule: "claims_present",
      value: `no claims of ${countInWords(left, "spell")} that ended`,
      expected: "claims of some who left",
      meaning:
        "The table of claims was not joined, or its ids differ. Without it there " +
        "are no terminations: nothing can be valued.",
    }];
  }
  const isLong = counts.lastMonth - counts.firstMonth >= 24;
  if (left === 0 && isLong && members >= LIMITS.membersWithoutLeavers) {
    return [{
      rule: "claims_present",
      value: `none of ${countInWords(members, "member")} left`,
      expected: "members who left in the window",
      meaning: "The extract holds those alone who still contribute. Rates of leaving " +
        "cannot be found: ask for everybody who contributed in the window.",
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
      value: `no claims for ${reason}, ${of(other).toLocaleString("en")} for ${other}`,
      expected: "claims for layoff and for resignation",
      meaning:
        "A code of the mapping may be missing or wrong, or the provider does not " +
        "tell the two apart. Without layoffs an unemployment benefit has no claimants.",
    });
  }
  const isSameMonth = allClaims >= LIMITS.sameMonthCounts &&
    claimsInLastMonth > LIMITS.sameMonthShare * allClaims;
  if (isSameMonth) {
    findings.push({
      rule: "values_varied",
      column: "claim_month",
      value: `month of the last contribution in ${
        partOf(claimsInLastMonth, allClaims, "claim")
      }`,
      expected: "claims some time after the last contribution",
      meaning:
        "The month of claim was filled from the last month, or the last month from " +
        "the claim. How long members wait before they claim cannot be found.",
    });
  }
  return findings;
}

function judgeIds(counts: Shape): ShapeFinding[] {
  const { members, returned } = counts;
  const findings: ShapeFinding[] = [];
  const isLong = counts.lastMonth - counts.firstMonth >= 24;
  const left = sumSimple([...counts.ends].slice(0, -1));
  if (returned === 0 && isLong && left >= LIMITS.membersWithoutReturn) {
    findings.push({
      rule: "ids_of_persons",
      column: "member_id",
      value: `none of ${countInWords(members, "member")} with a second spell`,
      expected: "some who left and came back",
      meaning: "The id may be of an employment instead of a person, or the last spell " +
        "alone was drawn. Time out of work and service are wrong then: ask for an id of " +
        "persons and for all their spells.",
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
      value: `${partOf(copies, spells, "spell")} equal to one under another id`,
      expected: "spells that differ between members",
      meaning:
        "The same persons may stand in the extract twice, under two kinds of ids. " +
        "Look whether two files hold the same rows.",
    });
  }
  return findings;
}

function judgeWeights(
  { spells, weightTotal, largestWeight }: Shape,
): ShapeFinding[] {
  const share = largestWeight / weightTotal;
  if (spells < LIMITS.weightRows || share <= LIMITS.weightShare) return [];
  return [{
    rule: "values_varied",
    column: "weight",
    value: `${largestWeight.toLocaleString("en")} for one spell: ${
      Math.round(100 * share)
    } % of all weights`,
    expected: "weights of a sample, none of them deciding alone",
    meaning:
      "The weight may be a slip or another number, such as a wage. Results are those " +
      "of this member: look at the row.",
  }];
}

function judgeEmployers({ employers, firstMonth, claims }: Shape): ShapeFinding[] {
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
      column: formatMonth(firstMonth + month),
      value: `${partOf(count, all, "layoff")} by ${name} ${labels[label]}`,
      expected: "layoffs of many employers",
      meaning:
        "One employer closed or let many go. The rate of the month is its own, and a " +
        "projection should not expect it every year; look also whether its claims were " +
        "entered by mistake.",
    }];
  });
}
