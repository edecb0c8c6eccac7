/** How bad a finding is: an error makes the extract unusable as it is. */
export type Severity = "error" | "warning";

/** One thing found wrong with an extract. */
export interface Finding {
  /** Which rule is broken. */
  readonly rule: RuleName;
  readonly severity: Severity;
  readonly file: string;
  /** Row as a person would count: in CSV and XLSX the line, the header being 1. */
  readonly row?: number;
  /** Member id and start month of the spell, as written. */
  readonly key?: string;
  /** Column as the file names it. */
  readonly column?: string;
  /** What stands there. */
  readonly value?: string;
  /** What would have been accepted. */
  readonly expected: string;
  /** What it may mean and what to do, where a finding is about more than one row. */
  readonly meaning?: string;
}

/** How bad it is to break a rule; what holds when it is kept stands among the words. */
export interface Rule {
  readonly severity: Severity;
}

/** Every rule, in the order of the summary. */
export const RULES = {
  readable: { severity: "error" },
  checksums: { severity: "error" },
  files_once: { severity: "error" },
  files_filled: { severity: "warning" },
  records: { severity: "error" },
  closing_rows: { severity: "warning" },
  values_present: { severity: "error" },
  values_readable: { severity: "error" },
  form_fits: { severity: "error" },
  payment_months: { severity: "error" },
  net_not_negative: { severity: "error" },
  payments_once: { severity: "warning" },
  payments_repeated: { severity: "error" },
  members_known: { severity: "error" },
  members_once: { severity: "error" },
  members_paying: { severity: "warning" },
  claims_close: { severity: "warning" },
  birth_before_start: { severity: "error" },
  start_before_end: { severity: "error" },
  no_future_months: { severity: "error" },
  claim_after_end: { severity: "error" },
  claim_with_reason: { severity: "error" },
  wage_positive: { severity: "error" },
  weight_positive: { severity: "error" },
  wage_possible: { severity: "error" },
  weight_possible: { severity: "error" },
  wage_plausible: { severity: "warning" },
  age_covered: { severity: "warning" },
  spells_unique: { severity: "error" },
  spells_apart: { severity: "error" },
  same_person: { severity: "error" },
  nothing_after_death: { severity: "error" },
  ids_alike: { severity: "warning" },
  rows_cut: { severity: "warning" },
  window_filled: { severity: "warning" },
  members_by_month: { severity: "warning" },
  last_months: { severity: "warning" },
  starts_by_month: { severity: "warning" },
  claims_by_month: { severity: "warning" },
  claims_present: { severity: "warning" },
  values_varied: { severity: "warning" },
  wage_level: { severity: "warning" },
  ids_of_persons: { severity: "warning" },
  layoffs_spread: { severity: "warning" },
  jkp_register: { severity: "error" },
  jkp_plausible: { severity: "warning" },
  control_totals: { severity: "error" },
  drift: { severity: "warning" },
} as const satisfies Record<string, Rule>;

/** Name of a rule. */
export type RuleName = keyof typeof RULES;

/** Where findings go. */
export type FindingSink = (finding: Finding) => void;
