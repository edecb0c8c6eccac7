import { checkSchema } from "@jkp/files";
import { checkArgument, checkWords } from "@jkp/problem";
import { between, whole, yesOrNo } from "@jkp/scheme";
import * as v from "valibot";
import { RATE_RULE_KINDS, type RateRule, type RateRuleKind } from "./rate_rule.ts";

const words = v.string("a text");
const years = whole(1, 40, "years");
const months = between(0, 600, "months from 0 to 600");
const yearsOfBenefits = between(0, 50, "years of benefits from 0 to 50");
const rate = between(0, 1, "a rate from 0 to 1");
const change = between(0, 0.1, "a change of a rate from 0 to 0.1");
const share = between(0, 1, "a fraction from 0 to 1");
const standard = v.picklist(["trial", "suggested"], '"trial" or "suggested"');

const ANY = {
  name: words,
  title: words,
  source: words,
  sources: v.record(v.string(), words, "where each parameter comes from"),
  reviewYears: v.nullable(years),
  rateBefore: standard,
  largestChange: v.nullable(change),
  firstYearLimit: v.picklist(["both", "up", "none"], '"both", "up" or "none"'),
  lowest: rate,
  highest: rate,
};

/** What a rule of each kind is, in fractions: a key too few or too many does not compile. */
const RULES = {
  fixed: { ...ANY, kind: v.literal("fixed") },
  level_target: {
    ...ANY,
    kind: v.literal("level_target"),
    years,
    window: v.picklist(["rolling", "fixed"], '"rolling" or "fixed"'),
    reserveMonths: months,
    isNeverOverdrawn: yesOrNo,
  },
  corridor: {
    ...ANY,
    kind: v.literal("corridor"),
    lowestMonths: months,
    highestMonths: months,
    years,
    smoothing: share,
  },
  reserve_ratio: {
    ...ANY,
    kind: v.literal("reserve_ratio"),
    averageYears: years,
    reserveMonths: months,
    years,
  },
  months_of_claims: {
    ...ANY,
    kind: v.literal("months_of_claims"),
    lowestMonths: months,
    highestMonths: months,
    step: change,
  },
  band: {
    ...ANY,
    kind: v.literal("band"),
    standard,
    bandOfStandard: share,
    raisedBelowYears: yearsOfBenefits,
    loweredAboveYears: yearsOfBenefits,
  },
} satisfies {
  readonly [Kind in RateRuleKind]: {
    readonly [Key in keyof Extract<RateRule, { kind: Kind }>]: v.GenericSchema;
  };
};

/** Pairs of which the first may not be above the second. */
const PAIRS = [
  ["lowest", "highest"],
  ["lowestMonths", "highestMonths"],
  ["raisedBelowYears", "loweredAboveYears"],
] as const;

/**
 * Refuses a rule that was changed into none: types do not hold what is typed in a notebook's
 * cell.
 *
 * @throws {DataError} With every value that is missing, unknown or out of range.
 */
export function checkRateRule(doing: string, rule: RateRule): void {
  checkArgument(doing, "a rule, as readRateRule gives it", rule, ["kind", "reviewYears"]);
  checkWords(doing, "the rule's kind", rule.kind, RATE_RULE_KINDS);
  checkSchema("rule", rule, v.strictObject(RULES[rule.kind]), (content) => {
    const values = content as unknown as Readonly<Record<string, number | undefined>>;
    return PAIRS.flatMap(([low, high]) => {
      const [lowest, highest] = [values[low], values[high]];
      return lowest !== undefined && highest !== undefined && lowest > highest
        ? [{
          place: low,
          expected: `at most ${high}, ${highest}`,
          received: String(lowest),
        }]
        : [];
    });
  });
}
