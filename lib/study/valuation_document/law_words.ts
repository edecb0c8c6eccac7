import { countInWords, formatNumber, keyInWords, sectionInWords } from "@jkp/exhibit";

/** A part of a rule, as a design's file has it. */
type Part = Readonly<Record<string, unknown>>;

const share = (value: unknown) =>
  `${String(Number((100 * Number(value)).toPrecision(4)))} %`;
const number = (value: unknown) => formatNumber(Number(value));
const inWords = (value: unknown) => keyInWords(String(value));
const months = (value: unknown) => countInWords(Number(value), "month");
const list = (values: readonly string[]) => new Intl.ListFormat("en-GB").format(values);
const listOf = (value: unknown) => list((value as readonly unknown[]).map(inWords));
const ifAny = (value: unknown, words: string) => Number(value) === 0 ? "" : words;

/**
 * How what stands under a key is said. A key that is not here is said by its own words; what
 * the law does not have is left out.
 */
const PHRASES: Readonly<Record<string, (value: unknown) => string>> = {
  // Coverage.
  ageAtRegistrationBelow: (age) => `younger than ${age} at registration`,
  citizensOnly: (is) => is === true ? "citizens only" : "",
  memberOf: (schemes) => listed(schemes, (words) => `members of ${words}`, String),
  alsoMemberOf: (bySize) =>
    Object.entries(bySize as Part).flatMap(([size, schemes]) =>
      listed(schemes, (words) => `in ${size} enterprises of ${words} too`, String) || []
    ).join(", "),
  registers: (names) =>
    listed(
      names,
      (words) => `as registered in ${words}`,
      (name) => inWords(name).replace(/^j\w\w/, (scheme) => scheme.toUpperCase()),
    ),
  groups: (of) => byStatus("groups", of),
  enterprises: (of) => byStatus("enterprises", of),
  contracts: (of) => byStatus("contracts", of),
  minimumHoursPerWeek: (hours) => `at least ${hours} hours a week`,
  minimumHoursPerMonth: (hours) => `at least ${hours} hours a month`,
  employerStaffBelow: (staff) => `employers of fewer than ${staff}`,
  // Who is entitled.
  reasons: reasonsInWords,
  contributionMonths: (count) => `${months(count)} of contribution`,
  windowMonths: (count) => `in ${months(count)}`,
  consecutiveMonths: (count) => `${count} of them in a row`,
  consecutivePosition: (where) => where === "within_window" ? "" : inWords(where),
  seasonalWindowMonths: (count) => `in ${months(count)} of seasonal work`,
  daysCountingAsMonth: (days) => `a month counts from ${days} days on`,
  waitingMonths: (count) => `${months(count)} of waiting`,
  maximumClaims: (count) => `at most ${countInWords(Number(count), "claim")}`,
  monthsBetween: (count) => `${months(count)} between claims`,
  betweenFrom: (what) => `counted from the ${inWords(what)}`,
  contributions: (which) =>
    which === "since_last_claim"
      ? "contributions since the last claim count"
      : `contributions of the ${inWords(which)} count`,
  contributionMonthsPerMonth: (count) => `1 month for ${months(count)} of contribution`,
  entitlement: (how) =>
    how === "reset" ? "each claim has the whole entitlement" : inWords(how),
  withinMonths: (count) => `within ${months(count)}`,
  paymentLagMonths: (count) => `paid ${months(count)} later`,
  // Amounts.
  definition: String,
  ceiling: (limit) => limitInWords("ceiling", limit),
  floor: (limit) => limitInWords("floor", limit),
  limit: (limit) => limitInWords("", limit),
  kind: (kind) =>
    ({ last: "last wage", average: "average wage", best: "best wages" } as Part)[
      String(kind)
    ]?.toString() ?? "",
  months,
  days: (days) => ifAny(days, countInWords(Number(days), "day")),
  shortestMonths: (count) => ifAny(count, `${months(count)} at least`),
  longestMonths: (count) => `${months(count)} at most`,
  daysPerMonth: (days) => `a month is ${days} days`,
  wholeUnits: (is) => is === true ? "in whole units" : "",
  index: (index) => `moved with ${inWords(index)}`,
  minimum: (amount) => `at least ${number(amount)}`,
  maximum: (amount) => `at most ${number(amount)}`,
  decidedBy: (what) => `by ${listOf(what)}`,
  rate: (rate) => `${share(rate)} of the wage`,
  rates: (rates) => typeof rates === "string" ? `${inWords(rates)} rates` : inRuns(rates),
  ages: (groups) => (groups as readonly Part[]).map(bandsInWords).join("; "),
  steps: (steps) =>
    (steps as readonly Part[]).map(({ remainingFrom, rate }) =>
      `${share(rate)} of what remains` +
      ifAny(remainingFrom, `, where ${share(remainingFrom)} or more does`)
    ).join("; "),
  effect: (effect) => effect === "none" ? "no effect" : `${inWords(effect)}s the benefit`,
  above: (amount) => `where it is above ${number(amount)}`,
  delayMonths: (count) => `by ${months(count)}`,
  excludedBy: (benefits) =>
    (benefits as readonly Part[]).map(({ scheme, paidFor }) =>
      `none beside ${scheme ?? "any"} benefits` +
      (paidFor == null ? "" : ` for ${inWords(paidFor)}`)
    ).join(", "),
  allowedShare: (of) => `beside earnings up to ${share(of)}`,
  // Money.
  employee: (rate) => ifAny(rate, `employees ${share(rate)}`),
  employer: (rate) => ifAny(rate, `employers ${share(rate)}`),
  government: (rate) => ifAny(rate, `the government ${share(rate)}`),
  total: (rate) => ifAny(rate, `in all ${share(rate)}`),
  governmentOfBenefits: (rate) =>
    ifAny(rate, `the government ${share(rate)} of the benefits`),
  initialCapital: (amount) => ifAny(amount, `initial capital ${number(amount)}`),
  employerPolicyLowest: (rate) =>
    ifAny(rate, `employers for labour market policy ${share(rate)} at least`),
  employerPolicyHighest: (rate) => ifAny(rate, `${share(rate)} at most`),
  daysCharged: (days) => `${days} days of a month charged`,
  employers: (which) =>
    `wages of ${which === "main" ? "the main employer" : "every employer"} count`,
  jkk: (rates) =>
    `JKK by risk ${
      Object.entries(rates as Part).map(([risk, rate]) =>
        `${inWords(risk)} ${share(rate)}`
      ).join(", ")
    }`,
  jkm: (rate) => `JKm ${share(rate)}`,
  fromJkk: (rate) => ifAny(rate, `${share(rate)} from JKK`),
  fromJkm: (rate) => ifAny(rate, `${share(rate)} from JKm`),
  arrearsMonths: (count) => `paid up to ${months(count)} of arrears`,
  closedArrearsMonths: (count) => `up to ${months(count)} if the employer has closed`,
  reimbursed: (is) =>
    is === true ? "the employer pays the benefit back" : "not paid back",
};

/**
 * A rule of the law in words, without its month, source and notes; nothing if it has no
 * content.
 */
export function ruleInWords(rule: Part): string {
  const isSaid = (key: string) =>
    key === "betweenFrom"
      ? rule.monthsBetween != null
      : key !== "windowMonths" || rule.windowMonths !== rule.months;
  return Object.entries(rule).filter(([key]) => isSaid(key)).map(([key, value]) =>
    phrase(key, value)
  )
    .filter((words) => words !== "").join("; ");
}

function phrase(key: string, value: unknown): string {
  if (value === null || value === undefined) return "";
  const said = PHRASES[key];
  if (said !== undefined) return said(value);
  const words = keyInWords(sectionInWords(key));
  if (value === true) return words;
  if (value === false || value === 0) return "";
  if (typeof value === "number") {
    return `${words} ${Number.isInteger(value) ? number(value) : share(value)}`;
  }
  if (typeof value === "string") return `${words} ${inWords(value)}`;
  const parts = Array.isArray(value)
    ? value.map((each) => typeof each === "object" ? ruleInWords(each) : inWords(each))
    : [ruleInWords(value as Part)];
  const content = parts.filter((part) => part !== "").join(", ");
  return content === "" ? "" : `${words} ${content}`;
}

/** A list under a sentence; nothing if it is empty. */
function listed(
  values: unknown,
  sentence: (words: string) => string,
  of: (value: string) => string,
): string {
  const each = (values as readonly string[]).map(of);
  return each.length === 0 ? "" : sentence(list(each));
}

/** "groups: mandatory employee and part time, excluded civil servant". */
function byStatus(what: string, of: unknown): string {
  const statuses = Map.groupBy(
    Object.entries(of as Readonly<Record<string, string | null>>)
      .filter(([, status]) => status !== null),
    ([, status]) => status,
  );
  const parts = [...statuses].map(([status, names]) =>
    `${status} for ${list(names.map(([name]) => inWords(name)))}`
  );
  return parts.length === 0 ? "" : `${what}: ${parts.join(", ")}`;
}

/** Which ends of a job are covered, with what is special to each, and which are not. */
function reasonsInWords(of: unknown): string {
  const reasons = Object.entries(of as Readonly<Record<string, Part | null>>)
    .filter(([, treatment]) => treatment !== null) as [string, Part][];
  const named = (isCovered: boolean) =>
    reasons.filter(([, { covered }]) => covered === isCovered)
      .map(([name, { covered: _, ...special }]) => {
        const words = ruleInWords(special).replaceAll("; ", ", ");
        return inWords(name) + (words === "" ? "" : ` (${words})`);
      });
  const [covered, out] = [named(true), named(false)];
  return [
    ...(covered.length === 0 ? [] : [`covered: ${list(covered)}`]),
    ...(out.length === 0 ? [] : [`not covered: ${list(out)}`]),
  ].join("; ");
}

/** A ceiling, a floor, or a least or highest benefit. */
function limitInWords(name: string, limit: unknown): string {
  const { amountPerMonth, multiple, of, index, ...rest } = limit as Part;
  const amount = amountPerMonth != null
    ? `${number(amountPerMonth)} a month`
    : multiple != null
    ? `${multiple} times the ${inWords(of)}`
    : "";
  const moved = index == null || amountPerMonth == null
    ? ""
    : index === "none"
    ? "never moved"
    : `moved with ${inWords(index)}`;
  const parts = [amount, moved, ruleInWords(rest)].filter((part) => part !== "");
  return parts.length === 0 ? "" : [name, parts.join(", ")].join(" ").trim();
}

/** "45 % for 3 months, 25 % for 3 months". */
function inRuns(rates: unknown): string {
  const runs: { rate: number; count: number }[] = [];
  for (const rate of rates as readonly number[]) {
    const last = runs.at(-1);
    if (last?.rate === rate) last.count++;
    else runs.push({ rate, count: 1 });
  }
  return runs.map(({ rate, count }) => `${share(rate)} for ${months(count)}`).join(", ");
}

/** The rates of an age group by wage. */
function bandsInWords({ ageFrom, ageTo, bands }: Part): string {
  const of = (bands as readonly Part[]).map(({ wageFrom, wageTo, rateFrom, rateTo }) =>
    `wages ${number(wageFrom)} to ${number(wageTo)}: ${
      rateFrom === rateTo
        ? share(rateFrom)
        : `${share(rateFrom)} down to ${share(rateTo)}`
    }`
  );
  return `ages ${ageFrom} to ${ageTo}: ${of.join(", ")}`;
}
