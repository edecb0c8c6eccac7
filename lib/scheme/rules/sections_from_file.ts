import type { SchemeFileContent } from "./scheme_file.ts";
import type { SchemeSections } from "./scheme.ts";
import type { Benefit, Duration, Limit } from "./benefit_sections.ts";
import type { Treatment } from "./sections.ts";

/** A version of a section as it stands in the file. */
type Version<Key extends keyof SchemeFileContent> = NonNullable<
  SchemeFileContent[Key]
> extends (infer Item)[] ? Item : never;

type LimitInFile = Version<"insurable_earnings">["ceiling"];
type TreatmentInFile = Version<"contingency">["reasons"]["involuntary"];

/**
 * Turns a file's sections into the scheme's: full names, unions by kind, `null` for what
 * is not there. Fractions stand already.
 */
export function sectionsFromFile(file: SchemeFileContent): SchemeSections {
  return {
    coverage: file.coverage.map((each) => ({
      ...dated(each),
      text: each.text,
      groups: { ...NO_GROUPS, ...each.groups },
      enterprises: { ...NO_ENTERPRISES, ...each.enterprises },
      contracts: { ...NO_CONTRACTS, ...each.contracts },
      ageAtRegistrationBelow: each.age_at_registration_below,
      citizensOnly: each.citizens_only ?? false,
      memberOf: each.member_of ?? [],
      registers: each.registers ?? [],
      minimumHoursPerWeek: each.minimum_hours_per_week,
      minimumHoursPerMonth: each.minimum_hours_per_month,
      employerStaffBelow: each.employer_staff_below,
    })),
    contingency: file.contingency.map((each) => ({
      ...dated(each),
      text: each.text,
      reasons: {
        involuntary: treatmentOf(each.reasons.involuntary),
        fixed_term_expiry: treatmentOf(each.reasons.fixed_term_expiry),
        just_cause_resignation: treatmentOf(each.reasons.just_cause_resignation),
        forced_resignation: treatmentOf(each.reasons.forced_resignation),
        voluntary_resignation: treatmentOf(each.reasons.voluntary_resignation),
        misconduct: treatmentOf(each.reasons.misconduct),
      },
    })),
    qualifying: file.qualifying.map((each) => ({
      ...dated(each),
      contributionMonths: each.contribution_months,
      windowMonths: each.window_months,
      consecutiveMonths: each.consecutive_months,
      consecutivePosition: each.consecutive_position ?? "within_window",
      daysCountingAsMonth: each.days_counting_as_month,
      seasonalWindowMonths: each.seasonal_window_months,
    })),
    repeatClaims: file.repeat_claims.map((each) => ({
      ...dated(each),
      maximumClaims: each.maximum_claims,
      monthsBetween: each.months_between,
      betweenFrom: each.between_from ?? "claim",
      contributions: each.contributions,
      entitlement: each.entitlement,
      maintainedMonths: each.maintained_months,
      contributionMonths: each.contribution_months,
      windowMonths: each.window_months,
    })),
    claim: (file.claim ?? []).map((each) => ({
      ...dated(each),
      withinMonths: each.within_months,
      paymentLagMonths: each.payment_lag_months,
    })),
    insurableEarnings: file.insurable_earnings.map((each) => ({
      ...dated(each),
      definition: each.definition,
      ceiling: limitOf(each.ceiling),
      floor: limitOf(each.floor),
    })),
    referenceWage: file.reference_wage.map((each) => ({
      ...dated(each),
      kind: each.kind,
      months: each.months ?? 1,
      windowMonths: each.window_months ?? each.months ?? 1,
      minimum: each.minimum,
      maximum: each.maximum,
    })),
    benefit: file.benefit.map(benefitOf),
    minimumBenefit: (file.minimum_benefit ?? []).map((each) => ({
      ...dated(each),
      limit: limitOf(each.limit),
    })),
    maximumBenefit: (file.maximum_benefit ?? []).map((each) => ({
      ...dated(each),
      limit: limitOf(each.limit),
    })),
    duration: file.duration.map(durationOf),
    waitingPeriod: file.waiting_period.map((each) => ({
      ...dated(each),
      days: each.days,
    })),
    reemploymentAllowance: (file.reemployment_allowance ?? []).map((each) => ({
      ...dated(each),
      steps: each.steps
        .map((step) => ({ remainingFrom: step.remaining_from ?? 0, rate: step.rate_pct }))
        .sort((a, b) => b.remainingFrom - a.remainingFrom),
    })),
    severance: (file.severance ?? []).map((each) => ({
      ...dated(each),
      effect: each.effect,
      above: each.above,
      delayMonths: each.delay_months,
    })),
    otherEarnings: (file.other_earnings ?? []).map((each) => ({
      ...dated(each),
      allowedShare: each.allowed_share_pct,
      excludedBy: (each.excluded_by ?? []).map((benefit) => ({
        scheme: benefit.scheme,
        paidFor: benefit.paid_for,
      })),
    })),
    financing: file.financing.map((each) => ({
      ...dated(each),
      employee: each.employee_pct ?? 0,
      employer: each.employer_pct ?? 0,
      government: each.government_pct ?? 0,
      total: each.total_pct,
      governmentOfBenefits: each.government_of_benefits_pct ?? 0,
      employerPolicyLowest: each.employer_policy_lowest_pct ?? 0,
      employerPolicyHighest: each.employer_policy_highest_pct ?? 0,
      initialCapital: each.initial_capital,
      employers: each.employers ?? "every",
      daysCharged: each.days_charged,
    })),
    recomposition: (file.recomposition ?? []).map((each) => ({
      ...dated(each),
      fromJkk: each.from_jkk_pct,
      fromJkm: each.from_jkm_pct,
      jkm: each.jkm_pct,
      jkk: each.jkk_pct,
    })),
    nonCompliance: (file.non_compliance ?? []).map((each) => ({
      ...dated(each),
      arrearsMonths: each.arrears_months,
      reimbursed: each.reimbursed,
    })),
  };
}

const NO_GROUPS = {
  employee: null,
  civil_servant: null,
  migrant: null,
  domestic_worker: null,
  part_time: null,
  construction_worker: null,
  employer: null,
  non_wage_earner: null,
};
const NO_CONTRACTS = { indefinite: null, fixed_term: null, seasonal: null };
const NO_ENTERPRISES = { large: null, medium: null, small: null, micro: null };

function dated(version: { from: number; source: string; note: string | null }) {
  return { from: version.from, source: version.source, note: version.note };
}

function treatmentOf(treatment: TreatmentInFile): Treatment | null {
  return treatment && {
    covered: treatment.covered,
    contributionMonths: treatment.contribution_months,
    windowMonths: treatment.window_months,
    waitingMonths: treatment.waiting_months,
    rate: treatment.rate_pct,
    shortestMonths: treatment.shortest_months ?? treatment.longest_months,
    longestMonths: treatment.longest_months ?? treatment.shortest_months,
  };
}

function limitOf(limit: LimitInFile): Limit {
  return {
    amountPerMonth: limit?.amount_per_month ?? null,
    multiple: limit?.multiple ?? null,
    of: limit?.of ?? null,
    index: limit?.index ?? null,
  };
}

/** A benefit by its kind; what its kind wants has been checked. */
function benefitOf(each: Version<"benefit">): Benefit {
  switch (each.kind) {
    case "flat":
      return { ...dated(each), kind: "flat", rate: each.rate_pct! };
    case "tapered":
      return { ...dated(each), kind: "tapered", rates: each.rates_pct! };
    case "graded":
      return {
        ...dated(each),
        kind: "graded",
        daysPerMonth: each.days_per_month ?? 1,
        wholeUnits: each.whole_units ?? false,
        index: each.index,
        ages: each.ages!.map((group) => ({
          ageFrom: group.age_from,
          ageTo: group.age_to,
          bands: group.bands.map((band) => ({
            wageFrom: band.wage_from,
            wageTo: band.wage_to,
            rateFrom: band.rate_from_pct,
            rateTo: band.rate_to_pct,
          })),
        })),
      };
  }
}

/** A duration by its kind; what its kind wants has been checked. */
function durationOf(each: Version<"duration">): Duration {
  const common = { ...dated(each), withinMonths: each.within_months };
  switch (each.kind) {
    case "fixed":
      return { ...common, kind: "fixed", months: each.months! };
    case "bands":
      return {
        ...common,
        kind: "bands",
        bands: each.bands!.map((band) => ({
          ageFrom: band.age_from ?? 0,
          ageTo: band.age_to,
          contributionMonthsFrom: band.contribution_months_from ?? 0,
          contributionMonthsTo: band.contribution_months_to,
          months: band.months,
        })),
      };
    case "per_contributions":
      return {
        ...common,
        kind: "per_contributions",
        contributionMonthsPerMonth: each.contribution_months_per_month!,
        shortestMonths: each.shortest_months!,
        longestMonths: each.longest_months!,
      };
    case "range":
      return {
        ...common,
        kind: "range",
        shortestMonths: each.shortest_months!,
        longestMonths: each.longest_months!,
        decidedBy: each.decided_by ?? [],
      };
  }
}
