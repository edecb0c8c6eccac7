import type {
  Coverage,
  Limit,
  LimitIndex,
  Qualifying,
  ReferenceWage,
  RepeatClaims,
  Rules,
  TerminationCause,
} from "@jkp/scheme";
import { otherBenefitInWords } from "@jkp/entitlement";
import { keyInWords } from "@jkp/exhibit";
import { percent } from "./document_cell.ts";

const REASON_WORDS: Readonly<Record<TerminationCause, string>> = {
  involuntary: "involuntary termination",
  fixed_term_expiry: "expiry of a fixed term",
  just_cause_resignation: "resignation with just cause",
  forced_resignation: "forced resignation",
  voluntary_resignation: "voluntary resignation",
  misconduct: "misconduct",
};

/** What limits and wage bands follow. */
export const INDEX_WORDS: Readonly<Record<LimitIndex, string>> = {
  none: "No mechanism",
  wages: "Average wage",
  prices: "Prices",
  gdp: "GDP growth",
  minimum_wage: "Minimum wage",
};

/** `1 month`, `12 months`. */
export function countOf(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? "" : "s"}`;
}

/** `50 per cent`. */
export function perCent(rate: number): string {
  return `${percent(rate)} per cent`;
}

/** `JPY 2 500`. */
export function money(currency: string, amount: number): string {
  return `${currency} ${String(amount).replace(/\B(?=(\d{3})+(?!\d))/g, " ")}`;
}

/** The things in a sentence: `a, b and c`. */
export function listOf(things: readonly string[]): string {
  if (things.length < 2) return things.join("");
  return `${things.slice(0, -1).join(", ")} and ${things.at(-1)}`;
}

/** Benefits of other schemes that exclude: `JP benefit and JKK benefit`. */
export function excludingInWords({ otherEarnings }: Rules): string {
  return listOf((otherEarnings?.excludedBy ?? []).map(otherBenefitInWords));
}

/** A limit a month, or what it is a multiple of; `none` if there is none. */
export function limitInWords(currency: string, limit: Limit | undefined): string {
  if (limit?.amountPerMonth != null) {
    return `${money(currency, limit.amountPerMonth)} a month`;
  }
  if (limit?.multiple == null || limit.of === null) return "none";
  const share = limit.multiple < 1
    ? `${perCent(limit.multiple)} of`
    : `${limit.multiple} times`;
  return `${share} the ${keyInWords(limit.of)}`;
}

/** What a limit follows, `Not applicable` where there is no limit. */
export function indexInWords(limit: Limit | undefined): string {
  const isLimit = limit !== undefined &&
    (limit.amountPerMonth !== null || limit.multiple !== null);
  return isLimit ? INDEX_WORDS[limit.index ?? "none"] : "Not applicable";
}

/** Whose membership is of which kind. */
export function coverageInWords(coverage: Coverage): string {
  const named = (kind: "mandatory" | "voluntary" | "excluded", of: object) =>
    Object.entries(of).filter(([, each]) => each === kind)
      .map(([name]) => keyInWords(name));
  const { groups, enterprises } = coverage;
  const size = (kind: "mandatory" | "voluntary") => {
    const sizes = named(kind, enterprises);
    return sizes.length === 0 ? [] : [`${kind} in ${listOf(sizes)} enterprises`];
  };
  const excluded = named("excluded", groups);
  const below = coverage.ageAtRegistrationBelow;
  return [
    `covered: ${listOf(named("mandatory", groups))}`,
    ...size("mandatory"),
    ...size("voluntary"),
    ...(coverage.citizensOnly ? ["citizens only"] : []),
    ...(below === null ? [] : [`younger than ${below} at registration`]),
    ...(coverage.memberOf.length === 0
      ? []
      : [`members of ${listOf(coverage.memberOf)}`]),
    ...(excluded.length === 0 ? [] : [`not covered: ${listOf(excluded)}`]),
  ].join("; ");
}

/** The ends of employment that are covered, or are not, but for some. */
export function reasonsInWords(
  { contingency }: Pick<Rules, "contingency">,
  isCovered: boolean,
  except: readonly TerminationCause[] = [],
): string {
  const reasons = Object.entries(contingency.reasons) as [TerminationCause, unknown][];
  return listOf(
    reasons
      .filter(([reason]) =>
        contingency.reasons[reason]?.covered === isCovered && !except.includes(reason)
      )
      .map(([reason]) => REASON_WORDS[reason]),
  );
}

/** The contributions wanted. */
export function qualifyingInWords(qualifying: Qualifying): string {
  const { contributionMonths, windowMonths, consecutiveMonths } = qualifying;
  const inARow = consecutiveMonths === null
    ? ""
    : `, ${consecutiveMonths} of them in a row`;
  return `${
    countOf(contributionMonths, "month")
  } of contributions in the last ${windowMonths}${inARow}`;
}

/** When a further claim is allowed. */
export function repeatInWords(
  repeat: RepeatClaims,
  qualifying: Qualifying,
): string {
  const { maximumClaims, monthsBetween, betweenFrom, contributions } = repeat;
  return [
    maximumClaims === null
      ? "no limit on claims"
      : `at most ${maximumClaims} claims in a career`,
    ...(monthsBetween === null
      ? []
      : [`${monthsBetween / 12} years after ${keyInWords(betweenFrom)}`]),
    ...(contributions === "since_last_claim"
      ? [`${qualifyingInWords(qualifying)}, after the last claim`]
      : []),
  ].join("; ");
}

/** What benefits are a share of. */
export function referenceWageInWords(reference: ReferenceWage): string {
  const { kind, months, windowMonths } = reference;
  if (kind === "last") return "last insurable earnings";
  return kind === "average"
    ? `average of the last ${countOf(months, "month")}`
    : `average of the best ${months} of the last ${countOf(windowMonths, "month")}`;
}

/** What severance pay does to the benefit. */
export function severanceInWords({ severance }: Pick<Rules, "severance">): string {
  return severance?.effect === "delay" ? "delays the benefit" : "no effect";
}
