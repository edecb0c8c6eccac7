import { contributionRate, hasReemploymentAllowance } from "@jkp/entitlement";
import type { Rules } from "@jkp/scheme";
import { computed, percent, percentRule, quoted, rule, words } from "./document_cell.ts";
import type { DocumentCells, DocumentTable } from "./document_table.ts";
import {
  countOf,
  coverageInWords,
  excludingInWords,
  indexInWords,
  listOf,
  perCent,
  qualifyingInWords,
  reasonsInWords,
  referenceWageInWords,
  repeatInWords,
  severanceInWords,
} from "./wording.ts";

/** The review's comparison of what JKP is with what is proposed. */
export const REVIEW_APPENDIX: DocumentTable = {
  item: "jkp2023_appendix",
  number: "Appendix",
  title: "Comparison between the current policy and the proposed policy",
  stub: "Parameter",
  titles: {
    current: "Current policy",
    proposed: "Proposed policy",
    eligible_reason: "Eligible reason for benefits",
    definition_involuntary_termination: "Definition of involuntary termination",
    reasons_non_entitlement: "Reasons for non-entitlement",
    contribution_record_initial_claim: "Record required for the initial claim",
    subsequent_claims: "Subsequent or repeat claims",
    composition_insurable_earnings: "Composition of insurable earnings",
    maximum_insurable_earnings: "Maximum insurable earnings",
    indexation_of_ceiling: "Indexation of the ceiling",
    re_employment_allowance: "Re-employment allowance",
    consequence_refusing_job: "Consequence of refusing a suitable job",
    consequence_training_absence: "Consequence of absence from training",
    relation_severance_pay: "Relation with severance pay",
    relation_other_earnings: "Relation with other earnings",
    other_social_security_benefits: "Entitlement to other benefits",
    financing: "Financing modality",
    age_at_registration_below: "younger at registration than",
    claim_within: "claim within",
    in_a_row: "months in a row",
  },
  notes: [
    "Of the reasons for non-entitlement the files have the ends of employment, the time " +
    "to claim and the benefits that exclude; being unwilling or unable to work, employed " +
    "or dead is no rule of theirs.",
  ],
  cells({ jkp, proposed }) {
    return {
      ...column("current", jkp),
      ...column("proposed", proposed),
      "coverage/age_at_registration_below/current": rule(
        jkp.coverage.ageAtRegistrationBelow,
      ),
      "definition_involuntary_termination/current": words(
        `not covered: ${reasonsInWords(jkp, false)}`,
        "the file has practice here, for the regulation does not define it",
      ),
      "reasons_non_entitlement/claim_within/current": rule(
        jkp.claim?.withinMonths ?? null,
      ),
      "reasons_non_entitlement/current": words(
        `${reasonsInWords(jkp, false)}; ${excludingInWords(jkp)}; no claim within ${
          countOf(jkp.claim?.withinMonths ?? 0, "month")
        }`,
      ),
      "contribution_record_initial_claim/in_a_row/current": rule(
        jkp.qualifying.consecutiveMonths,
      ),
      "subsequent_claims/claims_in_a_career/current": rule(
        jkp.repeatClaims.maximumClaims,
      ),
      "subsequent_claims/between_claims/current": computed(
        (jkp.repeatClaims.monthsBetween ?? 0) / 12,
      ),
      ...repeatCells(proposed),
      "average_monthly_earnings/months/proposed": rule(proposed.referenceWage.months),
      ...benefitCells(jkp, proposed),
      "relation_other_earnings/current": words(
        `no benefit with ${excludingInWords(jkp)}`,
      ),
      "relation_other_earnings/proposed": quoted(
        "the paper names what is possible, and the design file no rule",
      ),
      "waiting_period/days/proposed": rule(proposed.waitingPeriod.days),
      "financing/government/current": percentRule(jkp.financing.government),
      "financing/employer/current": percentRule(jkp.financing.employer),
      "financing/total/current": computed(percent(contributionRate(jkp.financing))),
      "financing/total/proposed": percentRule(contributionRate(proposed.financing)),
      ...quotedCells(),
    };
  },
};

/** What both columns say in the same form. */
function column(name: "current" | "proposed", rules: Rules): DocumentCells {
  const { days } = rules.waitingPeriod;
  return {
    [`coverage/${name}`]: words(coverageInWords(rules.coverage)),
    [`eligible_reason/${name}`]: words(reasonsInWords(rules, true)),
    [`definition_involuntary_termination/${name}`]: words(
      reasonsInWords(rules, true, ["just_cause_resignation"]),
    ),
    [`reasons_non_entitlement/${name}`]: words(reasonsInWords(rules, false)),
    [`contribution_record_initial_claim/${name}`]: words(
      qualifyingInWords(rules.qualifying),
    ),
    [`contribution_record_initial_claim/months/${name}`]: rule(
      rules.qualifying.contributionMonths,
    ),
    [`contribution_record_initial_claim/window/${name}`]: rule(
      rules.qualifying.windowMonths,
    ),
    [`subsequent_claims/${name}`]: words(
      repeatInWords(rules.repeatClaims, rules.qualifying),
    ),
    [`composition_insurable_earnings/${name}`]: words(rules.insurableEarnings.definition),
    [`maximum_insurable_earnings/${name}`]: rule(
      rules.insurableEarnings.ceiling.amountPerMonth,
    ),
    [`indexation_of_ceiling/${name}`]: words(
      indexInWords(rules.insurableEarnings.ceiling),
    ),
    [`average_monthly_earnings/${name}`]: words(
      referenceWageInWords(rules.referenceWage),
    ),
    [`benefit_rate/${name}`]: words(benefitInWords(rules)),
    [`minimum_benefit/${name}`]: words(
      rules.minimumBenefit?.limit.amountPerMonth == null ? "none" : "a lowest benefit",
    ),
    [`maximum_benefit_duration/${name}`]: rule(
      rules.duration.kind === "fixed" ? rules.duration.months : null,
    ),
    [`re_employment_allowance/${name}`]: words(
      hasReemploymentAllowance(rules) ? "an allowance" : "none",
    ),
    [`relation_severance_pay/${name}`]: words(severanceInWords(rules)),
    [`waiting_period/${name}`]: words(days === 0 ? "none" : countOf(days, "day")),
    [`financing/${name}`]: words(financingInWords(rules)),
  };
}

function repeatCells(proposed: Rules): DocumentCells {
  const { repeatClaims, qualifying } = proposed;
  const { contributionMonths, windowMonths } = repeatClaims;
  return {
    "subsequent_claims/months/proposed": rule(
      contributionMonths ?? qualifying.contributionMonths,
    ),
    "subsequent_claims/window/proposed": rule(windowMonths ?? qualifying.windowMonths),
  };
}

function benefitCells(jkp: Rules, proposed: Rules): DocumentCells {
  const rates = jkp.benefit.kind === "tapered" ? jkp.benefit.rates : [];
  const [first, following] = [rates.slice(0, 3), rates.slice(3)].map((months) =>
    months.length === 0
      ? quoted("the design file has no rates by month")
      : computed(percent(average(months)), "mean of the three months")
  );
  return {
    "benefit_rate/first_3_months/current": first!,
    "benefit_rate/following_3_months/current": following!,
    "benefit_rate/every_month/proposed": proposed.benefit.kind === "flat"
      ? percentRule(proposed.benefit.rate)
      : quoted("the design file has no flat rate"),
  };
}

/** The rows of which no design file says anything. */
function quotedCells(): DocumentCells {
  const reasons: Readonly<Record<string, string>> = {
    continuation_of_benefits: "conduct while on benefit is not a rule of a design file",
    consequence_refusing_job: "sanctions are not a rule of a design file",
    consequence_training_absence: "sanctions are not a rule of a design file",
    other_social_security_benefits: "other branches are not a rule of a design file",
    actuarial_valuation: "how often is named in no design file",
  };
  return Object.fromEntries(
    Object.entries(reasons).flatMap(([row, reason]) =>
      ["current", "proposed"].map((name) => [`${row}/${name}`, quoted(reason)])
    ),
  );
}

/** Rates of the benefit, equal months together. */
function benefitInWords({ benefit }: Rules): string {
  if (benefit.kind === "flat") {
    return `${perCent(benefit.rate)} of the reference wage`;
  }
  if (benefit.kind === "graded") return "graded by wage";
  const steps: { rate: number; months: number }[] = [];
  for (const rate of benefit.rates) {
    const last = steps.at(-1);
    if (last?.rate === rate) last.months++;
    else steps.push({ rate, months: 1 });
  }
  return listOf(
    steps.map(({ rate, months }) => `${perCent(rate)} for ${countOf(months, "month")}`),
  );
}

function financingInWords(rules: Rules): string {
  const { employee, employer, government } = rules.financing;
  const payers = ([["employee", employee], ["employer", employer], [
    "Government",
    government,
  ]] as const).filter(([, rate]) => rate > 0);
  const parts = payers.map(([payer, rate]) => `${payer} ${perCent(rate)}`);
  return [...parts, `total ${perCent(contributionRate(rules.financing))}`].join(", ");
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
