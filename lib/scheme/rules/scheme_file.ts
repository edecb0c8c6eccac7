import * as v from "valibot";
import {
  age,
  amount,
  calendarMonth,
  contributionPct,
  days,
  fraction,
  maybe,
  months,
  oneOf,
  sharePct,
  whole,
  words,
} from "./units.ts";

/** What every version of a section carries. */
const dated = { from: calendarMonth, source: words, note: maybe(words) };

/** Versions of a section; at least one. */
function versions<Entries extends v.ObjectEntries>(entries: Entries) {
  return v.pipe(
    v.array(v.strictObject({ ...dated, ...entries }), "a list of dated sections"),
    v.minLength(1, "a dated section"),
  );
}

const membership = maybe(oneOf("mandatory", "voluntary", "excluded"));
const treatment = maybe(v.strictObject({
  covered: v.boolean("true or false"),
  contribution_months: maybe(months),
  window_months: maybe(months),
  waiting_months: maybe(whole(0, 12, "months")),
  rate_pct: maybe(sharePct),
  shortest_months: maybe(whole(0, 60, "months")),
  longest_months: maybe(whole(0, 60, "months")),
}));

const index = maybe(oneOf("none", "wages", "prices", "gdp", "minimum_wage"));
const limit = maybe(v.strictObject({
  amount_per_month: maybe(amount),
  multiple: maybe(amount),
  of: maybe(words),
  index,
}));

const wageBand = v.strictObject({
  wage_from: v.pipe(
    v.number("an amount of 0 or more"),
    v.minValue(0, "an amount of 0 or more"),
    v.finite("an amount of 0 or more"),
  ),
  wage_to: amount,
  rate_from_pct: sharePct,
  rate_to_pct: sharePct,
});

const durationMonths = whole(1, 60, "months");

/** What a design file must look like, in per cent and with lists of dated sections. */
export const SchemeFile = v.strictObject({
  name: words,
  title: words,
  country: words,
  currency: v.pipe(
    v.string("three capital letters, such as IDR"),
    v.regex(/^[A-Z]{3}$/, "three capital letters, such as IDR"),
  ),
  source: words,
  based_on: maybe(words),
  reform_of: maybe(words),
  coverage: versions({
    text: words,
    age_at_registration_below: maybe(age),
    citizens_only: maybe(v.boolean("true or false")),
    member_of: maybe(v.array(words, "a list of schemes")),
    registers: maybe(v.pipe(
      v.array(
        oneOf("jkp", "jht", "jkk", "jkk_construction"),
        "a list of registers of members",
      ),
      v.check((list) => new Set(list).size === list.length, "each register once"),
    )),
    minimum_hours_per_week: maybe(whole(1, 60, "hours")),
    minimum_hours_per_month: maybe(whole(1, 250, "hours")),
    employer_staff_below: maybe(whole(1, 100_000, "staff")),
    groups: maybe(v.strictObject({
      employee: membership,
      civil_servant: membership,
      migrant: membership,
      domestic_worker: membership,
      part_time: membership,
      construction_worker: membership,
      employer: membership,
      non_wage_earner: membership,
    })),
    enterprises: maybe(v.strictObject({
      large: membership,
      medium: membership,
      small: membership,
      micro: membership,
    })),
    contracts: maybe(v.strictObject({
      indefinite: membership,
      fixed_term: membership,
      seasonal: membership,
    })),
  }),
  contingency: versions({
    text: words,
    reasons: v.strictObject({
      involuntary: treatment,
      fixed_term_expiry: treatment,
      just_cause_resignation: treatment,
      forced_resignation: treatment,
      voluntary_resignation: treatment,
      misconduct: treatment,
    }),
  }),
  qualifying: versions({
    contribution_months: months,
    window_months: months,
    consecutive_months: maybe(months),
    consecutive_position: maybe(oneOf("within_window", "before_termination")),
    days_counting_as_month: maybe(whole(1, 31, "days")),
    seasonal_window_months: maybe(months),
  }),
  repeat_claims: versions({
    maximum_claims: maybe(whole(1, 50, "claims")),
    months_between: maybe(months),
    between_from: maybe(oneOf("claim", "last_benefit")),
    contributions: oneOf("since_last_claim", "whole_window"),
    entitlement: oneOf("reset", "maintained"),
    maintained_months: maybe(months),
    contribution_months: maybe(months),
    window_months: maybe(months),
  }),
  claim: maybe(versions({
    within_months: maybe(months),
    payment_lag_months: maybe(months),
  })),
  insurable_earnings: versions({ definition: words, ceiling: limit, floor: limit }),
  reference_wage: versions({
    kind: oneOf("last", "average", "best"),
    months: maybe(months),
    window_months: maybe(months),
    minimum: maybe(amount),
    maximum: maybe(amount),
  }),
  benefit: versions({
    kind: oneOf("flat", "tapered", "graded"),
    rate_pct: maybe(sharePct),
    rates_pct: maybe(v.array(sharePct, "a list of percentages, one a month")),
    days_per_month: maybe(whole(1, 31, "days")),
    whole_units: maybe(v.boolean("true or false")),
    index,
    ages: maybe(v.pipe(
      v.array(
        v.strictObject({
          age_from: age,
          age_to: maybe(age),
          bands: v.pipe(
            v.array(wageBand, "a list of wage bands"),
            v.minLength(1, "a wage band"),
          ),
        }),
        "a list of age groups",
      ),
      v.minLength(1, "an age group"),
    )),
  }),
  minimum_benefit: maybe(versions({ limit })),
  maximum_benefit: maybe(versions({ limit })),
  duration: versions({
    kind: oneOf("fixed", "bands", "per_contributions", "range"),
    within_months: maybe(months),
    months: maybe(durationMonths),
    contribution_months_per_month: maybe(months),
    shortest_months: maybe(durationMonths),
    longest_months: maybe(durationMonths),
    decided_by: maybe(v.array(words, "a list of what decides")),
    bands: maybe(v.pipe(
      v.array(
        v.strictObject({
          age_from: maybe(age),
          age_to: maybe(age),
          contribution_months_from: maybe(whole(0, 600, "months")),
          contribution_months_to: maybe(whole(0, 600, "months")),
          months: durationMonths,
        }),
        "a list of bands",
      ),
      v.minLength(1, "a band"),
    )),
  }),
  waiting_period: versions({ days }),
  reemployment_allowance: maybe(versions({
    steps: v.array(
      v.strictObject({ remaining_from: maybe(fraction), rate_pct: sharePct }),
      "a list of steps",
    ),
  })),
  severance: maybe(versions({
    effect: oneOf("none", "delay"),
    above: maybe(amount),
    delay_months: maybe(months),
  })),
  other_earnings: maybe(versions({
    allowed_share_pct: maybe(sharePct),
    excluded_by: maybe(v.array(
      v.strictObject({
        scheme: maybe(words),
        paid_for: maybe(oneOf("old_age", "permanent_total_disability", "other")),
      }),
      "a list of benefits",
    )),
  })),
  financing: versions({
    employee_pct: maybe(contributionPct),
    employer_pct: maybe(contributionPct),
    government_pct: maybe(contributionPct),
    total_pct: maybe(contributionPct),
    government_of_benefits_pct: maybe(sharePct),
    employer_policy_lowest_pct: maybe(contributionPct),
    employer_policy_highest_pct: maybe(contributionPct),
    initial_capital: maybe(amount),
    employers: maybe(oneOf("main", "every")),
    days_charged: maybe(whole(1, 31, "days")),
  }),
  recomposition: maybe(versions({
    from_jkk_pct: contributionPct,
    from_jkm_pct: contributionPct,
    jkm_pct: contributionPct,
    jkk_pct: v.strictObject({
      very_low: contributionPct,
      low: contributionPct,
      moderate: contributionPct,
      high: contributionPct,
      very_high: contributionPct,
    }),
  })),
  non_compliance: maybe(versions({
    arrears_months: months,
    reimbursed: v.boolean("true or false"),
  })),
});

/** A design file that has the right form. */
export type SchemeFileContent = v.InferOutput<typeof SchemeFile>;
