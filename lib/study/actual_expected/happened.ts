import { latestVintages } from "@jkp/experience";
import { formatMonth, monthOfDate, monthRange, yearOf } from "@jkp/month";
import type { OpenStatistics } from "@jkp/open";
import type { Rules } from "@jkp/scheme";
import { meanSimple, sumSimple } from "simple-statistics";
import { wageIn } from "./capped_wage.ts";
import { QUANTITY_WORDS, type QuantityName } from "./factors.ts";
import {
  type DatedRow,
  exactly,
  factInWords,
  type JhtRow,
  type JkpRow,
  type KnownQuantity,
  layoffVintages,
  monthsOf,
  printed,
  type Span,
  spanInWords,
} from "./facts.ts";

/** What is known of a period. */
export interface Happened {
  readonly known: { readonly [Name in QuantityName]?: KnownQuantity };
  /** What is not, each with what was sought. */
  readonly missing: readonly string[];
  /** Benefits of the same period that another row prints, or that others come to. */
  readonly otherBenefits: readonly { readonly fact: string; readonly valueIdr: number }[];
  /** Sources that do not agree, by key, each with all that it ties. */
  readonly contradictions: readonly string[];
}

/**
 * Makes what finds what happened in a period.
 *
 * @param open The public statistics.
 * @param law The law's rules in order of time, for rates of contribution.
 * @param referenceUnemploymentRate That of the valuation's reference years, a fraction.
 */
export function happenedIn(
  open: OpenStatistics,
  law: readonly Rules[],
  referenceUnemploymentRate: number,
): (span: Span) => Happened {
  const facts = open.jkp_experience;
  const meanMembers = membersLine(facts);
  return (span) => {
    const used: DatedRow[] = [];
    const missing: string[] = [];
    const known: { [Name in QuantityName]?: KnownQuantity } = {};
    const put = (
      name: QuantityName,
      found: (KnownQuantity & { readonly rows?: readonly DatedRow[] }) | undefined,
      sought: string,
    ) => {
      if (found === undefined) {
        missing.push(`${QUANTITY_WORDS[name]} of ${spanInWords(span)}: ${sought}`);
        return;
      }
      const { rows = [], ...quantity } = found;
      used.push(...rows);
      known[name] = quantity;
    };
    put(
      "relativeUnemployment",
      unemploymentIn(open, span, referenceUnemploymentRate),
      "no rate of both February and August",
    );
    put("members", meanMembers?.(span), "no count of members is printed");
    put(
      "monthlyWageIdr",
      wageIn(facts, law, span, meanMembers),
      "no contribution income, claim ratio or plan is printed",
    );
    const jht = jhtIn(open.jht_claims_by_reason, span);
    put("leavers", jht.leavers, "no JHT claims from its first month on are printed");
    put("layoffs", jht.layoffs, "no share of layoffs in JHT claims is printed");
    put(
      "recognized",
      registeredIn(open, span),
      "no layoffs of members are printed, nor registered ones",
    );
    put(
      "claims",
      claimsIn(facts, span),
      "no claims, recipients or mean a month are printed",
    );
    const [paid, ...others] = exactly(facts, span, "payments");
    put("benefitsIdr", paid && printed(paid), "no payments are printed");
    return {
      known,
      missing,
      otherBenefits: [
        ...others.map((row) => ({ fact: factInWords(row), valueIdr: row.value })),
        ...impliedBenefits(facts, span),
      ],
      contradictions: contradictionsOf(open, [...used, ...others]),
    };
  };
}

/** What a growth to the next year's payments, or a claim ratio, makes of the payments. */
function impliedBenefits(
  facts: readonly JkpRow[],
  span: Span,
): { readonly fact: string; readonly valueIdr: number }[] {
  const later = { from: span.from + 12, to: span.to + 12 };
  const [growth] = exactly(facts, later, "payments_growth", "ratio");
  const [paid] = exactly(facts, later, "payments");
  const [ratio] = exactly(facts, span, "claim_ratio", "ratio");
  const [income] = exactly(facts, span, "contribution_income");
  const of = (
    one: JkpRow | undefined,
    other: JkpRow | undefined,
    benefits: (one: number, other: number) => number,
  ) =>
    one === undefined || other === undefined ? [] : [{
      fact: `${factInWords(one)}, of ${factInWords(other)}`,
      valueIdr: benefits(one.value, other.value),
    }];
  return [
    ...of(growth, paid, (grown, amount) => amount / (1 + grown)),
    ...of(ratio, income, (share, amount) => share * amount),
  ];
}

function unemploymentIn(
  open: OpenStatistics,
  span: Span,
  reference: number,
): KnownQuantity | undefined {
  const years = new Set(monthRange(span.from, span.to).map(yearOf));
  const rows = [...years].map((year) => surveyedUnemployment(open, year));
  if (rows.some((found) => found === undefined)) return undefined;
  const found = rows.map((each) => each!);
  return {
    value: meanSimple(found.map(({ rate }) => rate)) / reference,
    how: "inferred",
    formula: "mean of February and August of the year / rate of the reference years",
    facts: found.flatMap(({ facts }) => facts),
  };
}

/** Mean unemployment of February and August as first released; nothing without both. */
export function surveyedUnemployment(
  { labour_market: rows }: OpenStatistics,
  year: number,
): { readonly rate: number; readonly facts: readonly string[] } | undefined {
  const surveys = rows.filter((row) =>
    row.quantity === "unemployment_rate" && row.sex === "both" &&
    row.ageGroup === "all" &&
    row.vintage === "first_release" &&
    [`${year}-02`, `${year}-08`].includes(row.month)
  );
  return surveys.length !== 2 ? undefined : {
    rate: meanSimple(surveys.map(({ value }) => value)),
    facts: surveys.map((row) =>
      `unemployment rate ${row.month}: ${row.printed} (${row.publisher})`
    ),
  };
}

/** Mean members of a span, on the straight line through the counts printed. */
function membersLine(
  facts: readonly JkpRow[],
): ((span: Span) => KnownQuantity) | undefined {
  const stocks = facts.flatMap((row) => {
    const month = monthOfDate(row.to);
    return row.quantity === "members" && month !== undefined ? [{ row, month }] : [];
  }).sort((a, b) => a.month - b.month);
  if (stocks.length === 0) return undefined;
  // Counts are of the end of a month; a month's members are those of its middle.
  const at = (time: number) => {
    const after = stocks.findIndex(({ month }) => month >= time);
    if (after === -1) return stocks.at(-1)!.row.value;
    if (after === 0) return stocks[0]!.row.value;
    const [a, b] = [stocks[after - 1]!, stocks[after]!];
    return a.row.value +
      (b.row.value - a.row.value) * (time - a.month) / (b.month - a.month);
  };
  return ({ from, to }) => {
    const first = Math.max(0, stocks.findLastIndex(({ month }) => month < from));
    const end = stocks.findIndex(({ month }) => month >= to);
    const between = stocks.slice(first, end === -1 ? undefined : end + 1);
    const carried = to > stocks.at(-1)!.month
      ? "; the last is held after its month"
      : from <= stocks[0]!.month
      ? "; the first is held before its month"
      : "";
    return {
      value: meanSimple(monthRange(from, to).map((month) => at(month - 0.5))),
      how: "inferred",
      formula: `mean of a straight line through counts of single months${carried}`,
      facts: between.map(({ row }) => factInWords(row)),
    };
  };
}

/** JHT claims, and layoffs among them, of these months or scaled from the nearest. */
function jhtIn(rows: readonly JhtRow[], span: Span): {
  readonly leavers: ReturnType<typeof scaledJht> | undefined;
  readonly layoffs: ReturnType<typeof scaledJht> | undefined;
} {
  const length = span.to - span.from + 1;
  const from = formatMonth(span.from);
  const claims = rows.filter((row) =>
    row.quantity === "claims" && row.reason === "all" && row.kind === "flow" &&
    row.from === from && row.to.slice(0, 4) === formatMonth(span.to).slice(0, 4)
  );
  const shareOf = (row: JhtRow) =>
    rows.find((each) =>
      each.quantity === "share_of_claims" && each.reason === "layoff" &&
      each.from === row.from && each.to === row.to
    );
  const far = (row: JhtRow) => Math.abs(monthsOf(row) - length);
  const nearest = (among: readonly JhtRow[]) =>
    among.toSorted((a, b) => far(a) - far(b))[0];
  const both = nearest(claims.filter((row) => shareOf(row) !== undefined));
  const row = both ?? nearest(claims);
  if (row === undefined) return { leavers: undefined, layoffs: undefined };
  return {
    leavers: scaledJht(row, undefined, length),
    layoffs: both && scaledJht(both, shareOf(both), length),
  };
}

function scaledJht(row: JhtRow, share: JhtRow | undefined, length: number) {
  const months = monthsOf(row);
  const isExact = months === length;
  return {
    value: row.value * (share?.value ?? 1) * length / months,
    how: isExact ? "printed" as const : "inferred" as const,
    formula: `JHT claims${share === undefined ? "" : " × share of layoffs"}` +
      (isExact ? "" : ` × ${length}/${months} months`),
    facts: [row, ...(share === undefined ? [] : [share])].map((each) =>
      `JHT ${factInWords(each)}`
    ),
    rows: [row],
  };
}

/** Counts that stand in for layoffs of members, in the order in which they are sought. */
const TAKEN_AS_LAYOFFS_OF_MEMBERS = [
  ["registered_layoffs", "registered layoffs, taken as those of members"],
  [
    "layoffs_with_jkp_case",
    "layoffs with a case of JKP, taken as those of members registered",
  ],
] as const;

/** Layoffs of members; else those registered, or with a case of JKP; else latest counts. */
function registeredIn(open: OpenStatistics, span: Span) {
  const facts = open.jkp_experience;
  const [ofMembers] = exactly(facts, span, "layoffs_of_members");
  if (ofMembers !== undefined) return printed(ofMembers);
  for (const [quantity, formula] of TAKEN_AS_LAYOFFS_OF_MEMBERS) {
    const [row] = exactly(facts, span, quantity);
    if (row !== undefined) return { ...printed(row), how: "inferred" as const, formula };
  }
  const counts = latestVintages(layoffVintages(open));
  const found = monthRange(span.from, span.to).map((month) =>
    counts.find((count) => count.month === month)
  );
  return found.includes(undefined) ? undefined : {
    value: sumSimple(found.map((count) => count!.latest)),
    how: "inferred" as const,
    formula: "sum of the months' latest counts, each as old as it is",
    facts: found.map((count) => {
      const { month, latest } = count!;
      return `layoffs of ${formatMonth(month)}: ${latest} (Ministry of Manpower)`;
    }),
  };
}

/** Claims as a count; else recipients, who are counted once a claim; else a mean a month. */
function claimsIn(facts: readonly JkpRow[], span: Span) {
  const counted = exactly(facts, span, "claims")[0] ??
    exactly(facts, span, "recipients")[0];
  if (counted !== undefined) return printed(counted);
  const [mean] = exactly(facts, span, "claims", "mean a month");
  if (mean === undefined) return undefined;
  const months = monthsOf(mean);
  return {
    ...printed(mean),
    value: mean.value * months,
    formula: `mean a month × ${months} months`,
  };
}

/** Every key of rows used, with all that it ties. */
function contradictionsOf(
  { jkp_experience, jht_claims_by_reason }: OpenStatistics,
  used: readonly DatedRow[],
): string[] {
  const keys = new Set(used.flatMap(({ concerns }) => concerns ?? []));
  const all: readonly (DatedRow & { readonly note: string })[] = [
    ...jkp_experience,
    ...jht_claims_by_reason.map((row) => ({
      ...row,
      quantity: `JHT ${row.quantity}`,
    })),
  ];
  return [...keys].map((key) => {
    const tied = all.filter(({ concerns }) => concerns === key).map((row) =>
      factInWords(row) + (row.note === "" ? "" : `: ${row.note}`)
    );
    return `${key.replaceAll("_", " ")}: ${tied.join("; ")}`;
  });
}
