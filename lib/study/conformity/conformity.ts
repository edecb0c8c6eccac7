import { checkRules, type Rules } from "@jkp/scheme";
import {
  type CoverageData,
  coverageFinding,
  durationFinding,
  financingFinding,
  type Finding,
  MONTHS_C102,
  MONTHS_C168,
  rateFinding,
  repeatFinding,
  waitingFinding,
} from "./conformity_findings.ts";
import { limitFinding } from "./limit_finding.ts";

/** What a Convention says something of. */
export type ConformityRule =
  | "rate"
  | "duration"
  | "waiting"
  | "repeat claims"
  | "limit"
  | "financing"
  | "coverage";

/** A rule of an ILO Convention put to a scheme. */
export interface ConformityCheck extends Finding {
  readonly convention: "C102" | "C168";
  readonly rule: ConformityRule;
  /** Article, and whether the project's documents name it or only the rule. */
  readonly article: string;
  readonly articleFrom: "documents" | "standard text";
  /** Where the documents have the rule. */
  readonly source: string;
}

/** What the rules do not say and a full answer needs. */
export interface ConformityData extends CoverageData {
  /** Wage of a skilled manual male worker, in the scheme's currency a month. */
  readonly skilledWage?: number;
}

const REVIEW = "ILO (2023), Unemployment insurance in Indonesia";
const OPTIONS = "ILO (2020), Exploring policy options";

/**
 * Whether a scheme keeps the rules of the ILO's Conventions 102 and 168 on unemployment
 * benefit. A first answer by the numbers, no legal opinion.
 *
 * Convention 102 wants its rate for a man with a wife and two children; family allowances,
 * which would count on both sides, are not looked at. The exceptions that Convention 168
 * allows for a time (Article 5) are not made use of.
 *
 * @param rules The scheme's rules.
 * @param data Coverage and wages, which the rules do not hold.
 * @returns One check a rule, with the article, what it wants and what the scheme has.
 * @throws {RangeError} If the covered share is no fraction or the wage not positive.
 *
 * @example JKP pays enough for Convention 102 but not for 168
 * ```ts
 * import { monthOf } from "@jkp/month";
 * import { conformity } from "@jkp/study";
 * import { readScheme } from "@jkp/scheme/read";
 * import { rulesAt } from "@jkp/scheme";
 * import { assertEquals } from "@std/assert";
 *
 * const checks = conformity(rulesAt(await readScheme("jkp_2021"), monthOf(2023, 3)));
 * const rates = checks.filter(({ rule }) => rule === "rate");
 * assertEquals(rates.map(({ convention, got, verdict }) => [convention, got, verdict]), [
 *   ["C102", "45 per cent on average", "conforms"],
 *   ["C168", "35 per cent on average", "does not conform"],
 * ]);
 * ```
 */
export function conformity(rules: Rules, data: ConformityData = {}): ConformityCheck[] {
  checkRules("judge conformity", rules);
  const { skilledWage } = data;
  if (skilledWage !== undefined && !(skilledWage > 0)) {
    throw new RangeError(
      `Cannot judge the ceiling: a wage above 0 is wanted, got ${skilledWage}`,
    );
  }
  const repeat = repeatFinding(rules);
  const repeatSource = `${REVIEW}, sections 2.4 and 2.6; ${OPTIONS}, section 7.1`;
  return [
    {
      convention: "C102",
      rule: "rate",
      article: "Articles 22 and 65",
      articleFrom: "standard text",
      source: `${OPTIONS}, sections 4.1 and 4.2; ${REVIEW}, section 2.6; the rate: ` +
        "standard text, Schedule to Part XI",
      ...rateFinding(rules, 0.45, MONTHS_C102),
    },
    {
      convention: "C168",
      rule: "rate",
      article: "Article 15(1)(a)",
      articleFrom: "standard text",
      source: `${OPTIONS}, sections 4.1 and 4.2; ${REVIEW}, section 2.6`,
      ...rateFinding(rules, 0.5, MONTHS_C168),
    },
    {
      convention: "C102",
      rule: "duration",
      article: "Article 24(1) and (2)",
      articleFrom: "standard text",
      source: `${OPTIONS}, section 5; ${REVIEW}, section 2.6; averages: standard text`,
      ...durationFinding(rules, MONTHS_C102, "13 weeks within 12 months"),
    },
    {
      convention: "C168",
      rule: "duration",
      article: "Article 19",
      articleFrom: "documents",
      source: `${OPTIONS}, section 5 and footnote 16 (13 weeks at first); ${REVIEW}, ` +
        "section 2.6; averages: standard text, paragraph 3",
      ...durationFinding(
        rules,
        MONTHS_C168,
        "26 weeks a spell, or 39 weeks within 24 months",
      ),
    },
    {
      convention: "C102",
      rule: "waiting",
      article: "Article 24(3)",
      articleFrom: "standard text",
      source: `${OPTIONS}, section 9; ${REVIEW}, section 2.7`,
      ...waitingFinding(rules),
    },
    {
      convention: "C168",
      rule: "waiting",
      article: "Article 18(1)",
      articleFrom: "standard text",
      source: `${OPTIONS}, section 9 with footnote 22 (10 days at first); ${REVIEW}, ` +
        "section 2.7",
      ...waitingFinding(rules),
    },
    {
      convention: "C102",
      rule: "repeat claims",
      article: "Article 23",
      articleFrom: "standard text",
      source: repeatSource,
      ...repeat,
    },
    {
      convention: "C168",
      rule: "repeat claims",
      article: "Article 17(1)",
      articleFrom: "standard text",
      source: repeatSource,
      ...repeat,
    },
    {
      convention: "C102",
      rule: "limit",
      article: "Article 65",
      articleFrom: "documents",
      source: `${REVIEW}, section 2.5 and footnote 20; ${OPTIONS}, section 6.2`,
      ...limitFinding(rules, skilledWage),
    },
    {
      convention: "C102",
      rule: "financing",
      article: "Article 71(2)",
      articleFrom: "standard text",
      source: `${REVIEW}, section 2.8; ${OPTIONS}, section 11`,
      ...financingFinding(rules),
    },
    {
      convention: "C102",
      rule: "coverage",
      article: "Article 21",
      articleFrom: "documents",
      source: `${REVIEW}, section 2.2 and footnote 11; ${OPTIONS}, section 3`,
      ...coverageFinding(0.5, data),
    },
    {
      convention: "C168",
      rule: "coverage",
      article: "Article 11(1)",
      articleFrom: "standard text",
      source: `${OPTIONS}, section 3 with footnote 8 (50 per cent at first)`,
      ...coverageFinding(0.85, data),
    },
  ];
}
