import { parseToml } from "@jkp/files";
import { didYouMean, type Problem, valueInWords } from "@jkp/problem";
import { between, knownWord, toFraction, whole, words, yesOrNo } from "@jkp/scheme";
import * as v from "valibot";
import { RATE_RULE_KINDS, type RateRule, type RateRuleKind } from "./rate_rule.ts";

const NAME = 'a name of letters, digits, _ and -, such as "canada"';
const name = v.pipe(v.string(NAME), v.regex(/^[\w-]+$/, NAME));

const years = whole(1, 40, "years");
const months = between(0, 600, "months of expenses or claims, from 0 to 600");
const RATE = "a percentage of earnings from 0 to 100, such as 0.36";
const ratePct = v.pipe(between(0, 100, RATE), v.transform(toFraction));
const CHANGE = "a percentage of earnings from 0.001 to 10, such as 0.05";
const changePct = v.pipe(between(0.001, 10, CHANGE), v.transform(toFraction));
const SHARE = "a percentage above 0, at most 100";
const sharePct = v.pipe(
  between(0, 100, SHARE),
  v.gtValue(0, SHARE),
  v.transform(toFraction),
);
const reviewYears = v.union(
  [years, v.literal("once")],
  'a whole number of years from 1 to 40, or "once"',
);
const standardRate = knownWord(["trial", "suggested"]);

/** Parameters that every kind may have. */
const ANY = {
  review_years: reviewYears,
  rate_before: standardRate,
  largest_change_pct: v.optional(changePct),
  first_year_limit: v.optional(knownWord(["both", "up", "none"])),
  lowest_pct: v.optional(ratePct),
  highest_pct: v.optional(ratePct),
};

/** Parameters of each kind, with figures in per cent. */
const PARAMETERS = {
  fixed: v.strictObject({ rate_before: standardRate }),
  level_target: v.strictObject({
    ...ANY,
    years,
    window: knownWord(["rolling", "fixed"]),
    reserve_months: months,
    never_overdrawn: yesOrNo,
  }),
  corridor: v.strictObject({
    ...ANY,
    lowest_months: months,
    highest_months: months,
    years,
    smoothing_pct: sharePct,
  }),
  reserve_ratio: v.strictObject({
    ...ANY,
    average_years: years,
    reserve_months: months,
    years,
  }),
  months_of_claims: v.strictObject({
    ...ANY,
    lowest_months: months,
    highest_months: months,
    step_pct: changePct,
  }),
  band: v.strictObject({
    ...ANY,
    standard: standardRate,
    band_of_standard_pct: sharePct,
    raised_below_years: between(0, 50, "years of benefits from 0 to 50"),
    lowered_above_years: between(0, 50, "years of benefits from 0 to 50"),
  }),
};

const HEAD = {
  name,
  title: words,
  kind: knownWord(RATE_RULE_KINDS),
  source: words,
  sources: v.record(v.string(), words, "a table: where each parameter comes from"),
};

/** What can be checked of a file before its kind is known. */
const ANY_KIND = v.strictObject({
  ...HEAD,
  parameters: v.looseObject({}, "a table of parameters"),
});

/** Tells the kind in a file that is wrong elsewhere. */
const KIND_ALONE = v.looseObject({ kind: v.optional(v.unknown()) });

/**
 * Reads a rule from TOML text.
 *
 * @throws {DataError} With everything that is wrong: keys, values, a parameter without its
 * source, limits that cross.
 */
export function parseRateRule(file: string, text: string): RateRule {
  const { kind } = parseToml(file, text, KIND_ALONE);
  if (!isKind(kind)) {
    parseToml(file, text, ANY_KIND);
    throw new Error("unreachable: the kind is checked"); // parseToml has refused it
  }
  return read(file, text, kind);
}

function isKind(value: unknown): value is RateRuleKind {
  return RATE_RULE_KINDS.includes(value as RateRuleKind);
}

/** Reads a file of a kind. */
function read<Kind extends RateRuleKind>(
  file: string,
  text: string,
  kind: Kind,
): RateRule {
  const { name, title, source, sources, parameters } = parseToml(
    file,
    text,
    v.strictObject({ ...HEAD, parameters: PARAMETERS[kind] }),
    (content) => contradictions(content as unknown as AnyContent),
  ) as Head & { readonly parameters: ParametersOf[Kind] };
  const rule = {
    name,
    title,
    source,
    sources,
    kind,
    ...RULE_PARAMETERS[kind](parameters),
  };
  return rule as unknown as RateRule; // as RULE_PARAMETERS has it
}

/** What stands in a file whatever its kind. */
type Head = Omit<v.InferOutput<typeof ANY_KIND>, "parameters" | "kind">;

/** Parameters of each kind as they are read: fractions for per cents. */
type ParametersOf = {
  readonly [Kind in RateRuleKind]: v.InferOutput<typeof PARAMETERS[Kind]>;
};

/** What a rule of each kind has of its parameters, by the names of the rule. */
const RULE_PARAMETERS: {
  readonly [Kind in RateRuleKind]: (
    of: ParametersOf[Kind],
  ) => Omit<Extract<RateRule, { readonly kind: Kind }>, keyof Head | "kind">;
} = {
  fixed: (of) => commonOf({ ...of, review_years: "once" }),
  level_target: (of) => ({
    ...commonOf(of),
    years: of.years,
    window: of.window,
    reserveMonths: of.reserve_months,
    isNeverOverdrawn: of.never_overdrawn,
  }),
  corridor: (of) => ({
    ...commonOf(of),
    lowestMonths: of.lowest_months,
    highestMonths: of.highest_months,
    years: of.years,
    smoothing: of.smoothing_pct,
  }),
  reserve_ratio: (of) => ({
    ...commonOf(of),
    averageYears: of.average_years,
    reserveMonths: of.reserve_months,
    years: of.years,
  }),
  months_of_claims: (of) => ({
    ...commonOf(of),
    lowestMonths: of.lowest_months,
    highestMonths: of.highest_months,
    step: of.step_pct,
  }),
  band: (of) => ({
    ...commonOf(of),
    standard: of.standard,
    bandOfStandard: of.band_of_standard_pct,
    raisedBelowYears: of.raised_below_years,
    loweredAboveYears: of.lowered_above_years,
  }),
};

type Common = v.InferOutput<v.StrictObjectSchema<typeof ANY, undefined>>;

function commonOf({
  review_years,
  rate_before,
  largest_change_pct,
  first_year_limit = "both",
  lowest_pct = 0,
  highest_pct = 1,
}: { readonly [Key in keyof Common]: Common[Key] }) {
  return {
    reviewYears: review_years === "once" ? null : review_years,
    rateBefore: rate_before,
    largestChange: largest_change_pct ?? null,
    firstYearLimit: first_year_limit,
    lowest: lowest_pct,
    highest: highest_pct,
  };
}

/** A file of any kind, as far as it can be read. */
interface AnyContent {
  readonly sources: Readonly<Record<string, string>>;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** Pairs of parameters of which the first may not be above the second. */
const PAIRS = [
  ["lowest_pct", "highest_pct"],
  ["lowest_months", "highest_months"],
  ["raised_below_years", "lowered_above_years"],
] as const;

/** What does not go together: limits that cross, a parameter without its source. */
function contradictions(
  { parameters, sources }: AnyContent,
): Omit<Problem, "file">[] {
  const given = Object.keys(parameters).filter((key) => parameters[key] !== undefined);
  const crossed = PAIRS.flatMap(([low, high]) => {
    const [lowest, highest] = [parameters[low], parameters[high]];
    if (typeof lowest !== "number" || typeof highest !== "number") return [];
    const inFile = (value: number) =>
      low.endsWith("_pct") ? Number((100 * value).toPrecision(12)) : value;
    return lowest > highest
      ? [{
        place: `parameters.${low}`,
        expected: `at most ${high}, ${inFile(highest)}`,
        received: String(inFile(lowest)),
      }]
      : [];
  });
  const unsourced = given.filter((key) => sources[key] === undefined).map((key) => ({
    place: `sources.${key}`,
    expected: `where ${key} comes from`,
    received: "nothing",
  }));
  const unknown = Object.keys(sources).filter((key) => !given.includes(key)).map((
    key,
  ) => ({
    place: `sources.${key}`,
    expected: "the name of a parameter that is given",
    received: valueInWords(sources[key]) + didYouMean(key, given),
  }));
  const idle = given.includes("first_year_limit") && !given.includes("largest_change_pct")
    ? [{
      place: "parameters.first_year_limit",
      expected: "a limit of change, largest_change_pct, beside it",
      received: "nothing",
    }]
    : [];
  return [...crossed, ...idle, ...unsourced, ...unknown];
}
