import { longestDuration, shortestDuration } from "./calculator/check_rules.ts";
import type { Rules } from "./rules/scheme.ts";

/** A rule of an ILO Convention put to a scheme. */
export interface ConformityCheck {
  readonly convention: "C102" | "C168";
  /** Article, and whether the project's documents name it or only the rule. */
  readonly article: string;
  readonly articleFrom: "documents" | "standard text";
  /** Where the documents have the rule. */
  readonly source: string;
  readonly wanted: string;
  readonly got: string;
  readonly verdict: "conforms" | "does not conform" | "needs data";
}

/** What the rules do not say and a full answer needs. */
export interface ConformityData {
  /** Covered employees as a fraction of all employees. */
  readonly coveredShare?: number;
  /** Wage of a skilled manual male worker, in the scheme's currency a month. */
  readonly skilledWage?: number;
}

const REVIEW = "ILO (2023), Unemployment insurance in Indonesia";
const OPTIONS = "ILO (2020), Exploring policy options";

/** Thirteen and twenty-six weeks, as the documents read them: months of benefit. */
const MONTHS_C102 = 3;
const MONTHS_C168 = 6;

/**
 * Whether a scheme keeps the rules of the ILO's Conventions 102 and 168 on unemployment
 * benefit. A first answer by the numbers, no legal opinion.
 *
 * @param rules The scheme's rules.
 * @param data Coverage and wages, which the rules do not hold.
 * @returns One check a rule, with the article, what it wants and what the scheme has.
 * @throws {RangeError} If the covered share is no fraction or the wage not positive.
 *
 * @example JKP pays enough for Convention 102 but not for 168
 * ```ts
 * import { monthOf } from "@jkp/month";
 * import { conformity, readScheme, rulesAt } from "@jkp/scheme";
 * import { assertEquals } from "@std/assert";
 *
 * const checks = conformity(rulesAt(await readScheme("jkp_2021"), monthOf(2023, 3)));
 * const rate = checks.filter(({ wanted }) => wanted.includes("of previous earnings"));
 * assertEquals(rate.map(({ convention, got, verdict }) => [convention, got, verdict]), [
 *   ["C102", "45 per cent on average", "conforms"],
 *   ["C168", "35 per cent on average", "does not conform"],
 * ]);
 * ```
 */
export function conformity(rules: Rules, data: ConformityData = {}): ConformityCheck[] {
  const { coveredShare, skilledWage } = data;
  if (coveredShare !== undefined && !(coveredShare >= 0 && coveredShare <= 1)) {
    throw new RangeError(
      `Cannot judge coverage: a fraction from 0 to 1 is wanted, got ${coveredShare}`,
    );
  }
  if (skilledWage !== undefined && !(skilledWage > 0)) {
    throw new RangeError(
      `Cannot judge the ceiling: a wage above 0 is wanted, got ${skilledWage}`,
    );
  }
  return [
    {
      convention: "C102",
      article: "Articles 22 and 65",
      articleFrom: "standard text",
      source: `${OPTIONS}, section 4.1; ${REVIEW}, section 2.6`,
      ...rateCheck(rules, 0.45, MONTHS_C102),
    },
    {
      convention: "C168",
      article: "Article 15(1)(a)",
      articleFrom: "standard text",
      source: `${OPTIONS}, section 4.1; ${REVIEW}, section 2.6`,
      ...rateCheck(rules, 0.5, MONTHS_C168),
    },
    {
      convention: "C102",
      article: "Article 24",
      articleFrom: "standard text",
      source: `${OPTIONS}, section 5; ${REVIEW}, section 2.6`,
      ...durationCheck(rules, MONTHS_C102, "13 weeks within 12 months"),
    },
    {
      convention: "C168",
      article: "Article 19",
      articleFrom: "documents",
      source:
        `${OPTIONS}, section 5 and footnote 16 (13 weeks at first); ${REVIEW}, section 2.6`,
      ...durationCheck(
        rules,
        MONTHS_C168,
        "26 weeks a spell, or 39 weeks within 24 months",
      ),
    },
    {
      convention: "C102",
      article: "Article 24",
      articleFrom: "standard text",
      source: `${OPTIONS}, section 9; ${REVIEW}, section 2.7`,
      ...waitingCheck(rules),
    },
    {
      convention: "C168",
      article: "Article 18",
      articleFrom: "standard text",
      source: `${OPTIONS}, section 9 with footnote 22; ${REVIEW}, section 2.7`,
      ...waitingCheck(rules),
    },
    ...(["C102", "C168"] as const).map((convention): ConformityCheck => ({
      convention,
      article: convention === "C102" ? "Article 23" : "Article 17",
      articleFrom: "standard text",
      source: `${REVIEW}, sections 2.4 and 2.6; ${OPTIONS}, section 7.1`,
      ...repeatCheck(rules),
    })),
    {
      convention: "C102",
      article: "Article 65",
      articleFrom: "documents",
      source: `${REVIEW}, section 2.5 and footnote 20; ${OPTIONS}, section 6.2`,
      ...ceilingCheck(rules, skilledWage),
    },
    {
      convention: "C102",
      article: "Article 71",
      articleFrom: "standard text",
      source: `${REVIEW}, section 2.8; ${OPTIONS}, section 11`,
      ...financingCheck(rules),
    },
    {
      convention: "C102",
      article: "Article 21",
      articleFrom: "documents",
      source: `${REVIEW}, section 2.2 and footnote 11; ${OPTIONS}, section 3`,
      ...coverageCheck(0.5, coveredShare),
    },
    {
      convention: "C168",
      article: "Article 11",
      articleFrom: "standard text",
      source: `${OPTIONS}, section 3 with footnote 8: 50 per cent at first`,
      ...coverageCheck(0.85, coveredShare),
    },
  ];
}

type Finding = Pick<ConformityCheck, "wanted" | "got" | "verdict">;

function finding(wanted: string, got: string, conforms: boolean): Finding {
  return { wanted, got, verdict: conforms ? "conforms" : "does not conform" };
}

/** Mean rate over the least duration; of graded benefits the lowest rate of a band. */
function rateCheck(rules: Rules, least: number, months: number): Finding {
  const wanted = `${percent(least)} of previous earnings over ${months} months`;
  const { benefit } = rules;
  if (benefit.kind === "graded") {
    const rates = benefit.ages.flatMap(({ bands }) =>
      bands.flatMap(({ rateFrom, rateTo }) => [rateFrom, rateTo])
    );
    const lowest = Math.min(...rates);
    return finding(wanted, `${percent(lowest)} at the lowest`, lowest >= least - 1e-9);
  }
  const paid = benefit.kind === "flat"
    ? Array<number>(months).fill(benefit.rate)
    : benefit.rates.slice(0, months);
  // Months beyond the duration are the duration's affair, not the rate's.
  const mean = paid.reduce((sum, rate) => sum + rate, 0) / paid.length;
  return finding(wanted, `${percent(mean)} on average`, mean >= least - 1e-9);
}

function durationCheck(rules: Rules, months: number, words: string): Finding {
  const shortest = shortestDuration(rules);
  const longest = longestDuration(rules);
  const range = shortest === longest ? `${longest}` : `${shortest} to ${longest}`;
  const { withinMonths } = rules.duration;
  const within = withinMonths === null ? "" : ` within ${withinMonths} months`;
  return finding(words, `${range} months${within}`, shortest >= months);
}

function waitingCheck({ waitingPeriod }: Rules): Finding {
  const { days } = waitingPeriod;
  return finding("a waiting period of at most 7 days", `${days} days`, days <= 7);
}

/** The review holds a gap of years or a limit in a career to be against both. */
function repeatCheck({ repeatClaims }: Rules): Finding {
  const { maximumClaims, monthsBetween } = repeatClaims;
  const limits = [
    ...(maximumClaims === null ? [] : [`at most ${maximumClaims} claims in a career`]),
    ...(monthsBetween === null ? [] : [`${monthsBetween} months between claims`]),
  ];
  const wanted = "qualifying conditions not longer than needed to preclude abuse";
  const got = limits.join(", ") || "no limit beyond contributions";
  return finding(wanted, got, limits.length === 0);
}

function ceilingCheck(rules: Rules, skilledWage: number | undefined): Finding {
  const { amountPerMonth, multiple, of } = rules.insurableEarnings.ceiling;
  const wanted = "a ceiling not below the wage of a skilled manual male employee";
  if (amountPerMonth === null) {
    return multiple === null
      ? finding(wanted, "no ceiling of earnings", true)
      : { wanted, got: `${multiple} times ${of}`, verdict: "needs data" };
  }
  const got = `${amountPerMonth.toLocaleString("en")} ${rules.currency} a month`;
  return skilledWage === undefined
    ? { wanted, got, verdict: "needs data" }
    : finding(wanted, got, amountPerMonth >= skilledWage);
}

function financingCheck({ financing }: Rules): Finding {
  const { employee, employer, government, total } = financing;
  const wanted = "at most half of the contributions from employees";
  const sum = employee + employer + government;
  if (sum === 0) {
    const got = total === null ? "no rates" : `${percent(total)}, not shared out`;
    return { wanted, got, verdict: "needs data" };
  }
  const got = `${percent(employee)} of ${percent(sum)} of wages`;
  return finding(wanted, got, employee <= sum / 2 + 1e-12);
}

function coverageCheck(least: number, coveredShare: number | undefined): Finding {
  const wanted = `${percent(least)} of all employees covered`;
  return coveredShare === undefined
    ? { wanted, got: "not known from the rules", verdict: "needs data" }
    : finding(wanted, percent(coveredShare), coveredShare >= least);
}

function percent(fraction: number): string {
  return `${Number((100 * fraction).toFixed(2))} per cent`;
}
