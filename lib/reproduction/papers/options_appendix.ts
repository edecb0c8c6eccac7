import { hasReemploymentAllowance } from "@jkp/entitlement";
import type { Rules, WorkerGroup } from "@jkp/scheme";
import { keyInWords } from "@jkp/exhibit";
import type { DocumentRules } from "./document_rules.ts";
import { percentRule, quoted, rule, words } from "./document_cell.ts";
import type { DocumentCells, DocumentTable } from "./document_table.ts";
import {
  countOf,
  coverageInWords,
  excludingInWords,
  indexInWords,
  limitInWords,
  listOf,
  perCent,
  qualifyingInWords,
  reasonsInWords,
  referenceWageInWords,
  severanceInWords,
} from "./wording.ts";

/** The base scenario of 2020 and its alternatives, each a design file of its own. */
export const OPTIONS_APPENDIX: DocumentTable = {
  item: "options2020_appendix",
  number: "Appendix",
  title: "Summary of possible base scenarios and alternative options",
  stub: "Parameter",
  titles: { base: "Base scenario", alternative: "Alternative options" },
  notes: [
    "Of higher benefits for the first months the paper gives only a bound on average; " +
    "the rates of the design file are partly ours.",
  ],
  cells: (rules) => ({
    ...baseCells(rules.base),
    ...benefitAlternatives(rules),
    ...otherAlternatives(rules),
    ...quotedCells(),
  }),
};

function baseCells(base: Rules): DocumentCells {
  const { benefit, duration, insurableEarnings, qualifying } = base;
  const ceiling = insurableEarnings.ceiling;
  const allowed = base.otherEarnings?.allowedShare ?? 0;
  const lag = base.claim?.paymentLagMonths ?? 0;
  return {
    "coverage/base": words(coverageInWords(base.coverage)),
    "benefit_formula/base": words(
      `${perCent(rateOf(benefit))} of the ${referenceWageInWords(base.referenceWage)}`,
    ),
    "benefit_formula/rate/base": percentRule(rateOf(benefit)),
    "benefit_formula/months_averaged/base": rule(base.referenceWage.months),
    "minimum_benefit/base": words(
      limitInWords(base.currency, base.minimumBenefit?.limit),
    ),
    "minimum_benefit/amount/base": rule(
      base.minimumBenefit?.limit.amountPerMonth ?? null,
    ),
    "indexation_of_minimum_benefit/base": words(
      indexInWords(base.minimumBenefit?.limit),
    ),
    "re_employment_allowance/base": rule(
      hasReemploymentAllowance(base) ? "Yes" : "No",
    ),
    "benefit_duration/base": words(durationInWords(duration)),
    "benefit_duration/months/base": rule(monthsOf(duration)),
    "benefit_duration/within/base": rule(duration.withinMonths),
    "composition_of_insurable_earnings/base": words(insurableEarnings.definition),
    "maximum_insurable_earnings/base": words(limitInWords(base.currency, ceiling)),
    "maximum_insurable_earnings/amount/base": rule(ceiling.amountPerMonth),
    "indexation_of_maximum_insurable_earnings/base": words(indexInWords(ceiling)),
    "contribution_requirements/base": words(qualifyingInWords(qualifying)),
    "contribution_requirements/months/base": rule(qualifying.contributionMonths),
    "contribution_requirements/window/base": rule(qualifying.windowMonths),
    "voluntary_unemployment/base": words(`no benefit: ${reasonsInWords(base, false)}`),
    "waiting_period/base": words(
      `${countOf(base.waitingPeriod.days, "day")}; payments after ${
        lag === 1 ? "a month" : `${lag} months`
      }`,
    ),
    "waiting_period/days/base": rule(base.waitingPeriod.days),
    "waiting_period/payment_after/base": rule(lag),
    "severance_pay/base": words(severanceInWords(base)),
    "subsequent_claims/base": words(
      base.repeatClaims.contributions === "since_last_claim"
        ? "the required contributions again, after the last claim"
        : "contributions before the last claim count again",
    ),
    "other_earnings/base": words(
      `up to ${perCent(allowed)} of the benefit; no benefit with ${
        excludingInWords(base)
      }`,
    ),
    "other_earnings/allowed/base": percentRule(allowed),
  };
}

function benefitAlternatives(
  { rate45, tapered, minimumPovertyLine, minimumHalfWage }: DocumentRules,
): DocumentCells {
  const rate = rateOf(rate45.benefit);
  const isAbove = rateOf(tapered.benefit) > rate;
  const poverty = minimumPovertyLine.minimumBenefit?.limit;
  const half = minimumHalfWage.minimumBenefit?.limit;
  return {
    "benefit_formula/alternative": words(
      `${perCent(rate)}; or falling by month, on average ${
        isAbove ? "above" : "below"
      } ` +
        perCent(rate),
    ),
    "benefit_formula/rate/alternative": percentRule(rate),
    "minimum_benefit/alternative": words(
      `${limitInWords(rate45.currency, poverty)}; or ${
        limitInWords(rate45.currency, half)
      }`,
    ),
    "minimum_benefit/amount/alternative": rule(poverty?.amountPerMonth ?? null),
    "minimum_benefit/share_of_provincial_minimum_wage/alternative": percentRule(
      half?.multiple ?? 0,
    ),
  };
}

function otherAlternatives(rules: DocumentRules): DocumentCells {
  const { base, minimumPrices, reemployment, shortRecord, sixMonths } = rules;
  const step = reemployment.reemploymentAllowance?.steps[0]?.rate ?? 0;
  const [shorter, longer] = [shortRecord.qualifying, base.qualifying];
  const indexes = [rules.ceilingPrices, rules.ceilingGdp].map((each) =>
    indexInWords(each.insurableEarnings.ceiling)
  );
  return {
    "coverage/alternative": words(`also covered: ${listOf(alsoCovered(rules))}`),
    "indexation_of_minimum_benefit/alternative": words(
      indexInWords(minimumPrices.minimumBenefit?.limit),
    ),
    "indexation_of_maximum_insurable_earnings/alternative": words(indexes.join("; or ")),
    "re_employment_allowance/alternative": words(
      `lump sum of ${perCent(step)} of what remains`,
    ),
    "re_employment_allowance/rate/alternative": percentRule(step),
    "benefit_duration/alternative": words(durationInWords(sixMonths.duration)),
    "benefit_duration/months/alternative": rule(monthsOf(sixMonths.duration)),
    "benefit_duration/within/alternative": rule(sixMonths.duration.withinMonths),
    "contribution_requirements/alternative": words(
      `between ${qualifyingInWords(shorter)} and ${qualifyingInWords(longer)}`,
    ),
    "contribution_requirements/months_at_least/alternative": rule(
      shorter.contributionMonths,
    ),
    "contribution_requirements/months_at_most/alternative": rule(
      longer.contributionMonths,
    ),
    "contribution_requirements/window_at_least/alternative": rule(shorter.windowMonths),
    "contribution_requirements/window_at_most/alternative": rule(longer.windowMonths),
    "voluntary_unemployment/alternative": words(
      `covered: ${reasonsInWords(rules.voluntary, true)}`,
    ),
    "severance_pay/alternative": words(severanceInWords(rules.severanceDelay)),
  };
}

/** The groups that alternatives cover and the base scenario does not. */
function alsoCovered(rules: DocumentRules): string[] {
  const { base, publicSector, migrants, domesticWorkers, construction } = rules;
  const { groups } = base.coverage;
  return [publicSector, migrants, domesticWorkers, construction].flatMap(({ coverage }) =>
    Object.entries(coverage.groups)
      .filter(([group, each]) =>
        each === "mandatory" && groups[group as WorkerGroup] !== "mandatory"
      )
      .map(([group]) => keyInWords(group))
  );
}

/** The rows with "n.a." for alternatives. */
const ROWS_WITHOUT_ALTERNATIVE = [
  "composition_of_insurable_earnings",
  "maximum_insurable_earnings",
  "continuation_of_benefits",
  "consequences_of_refusal",
  "waiting_period",
  "subsequent_claims",
  "other_earnings",
  "fraud_or_abuse",
  "actuarial_review",
];

/** The rows of which no design file says anything. */
function quotedCells(): DocumentCells {
  return {
    ...Object.fromEntries(
      ROWS_WITHOUT_ALTERNATIVE.map((row) => [
        `${row}/alternative`,
        quoted("no design file has an alternative"),
      ]),
    ),
    "financing/base": quoted("the design file gives no rates"),
    "financing/alternative": quoted("no design file has costs of policies"),
    "continuation_of_benefits/base": quoted(
      "conduct while on benefit is not a rule of a design file",
    ),
    "consequences_of_refusal/base": quoted("sanctions are not a rule of a design file"),
    "fraud_or_abuse/base": quoted("sanctions are not a rule of a design file"),
    "actuarial_review/base": quoted("how often is named in no design file"),
  };
}

/** The benefit's rate: of a tapered one, the mean. */
function rateOf(benefit: Rules["benefit"]): number {
  if (benefit.kind === "flat") return benefit.rate;
  if (benefit.kind === "graded") return NaN;
  return benefit.rates.reduce((sum, rate) => sum + rate, 0) / benefit.rates.length;
}

function monthsOf(duration: Rules["duration"]): number | null {
  return duration.kind === "fixed" ? duration.months : null;
}

function durationInWords(duration: Rules["duration"]): string {
  const months = countOf(monthsOf(duration) ?? 0, "month");
  const { withinMonths } = duration;
  return withinMonths === null
    ? months
    : `${months} within ${countOf(withinMonths, "month")}`;
}
