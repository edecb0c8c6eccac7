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

/** What a rule is about, and how bad it is to break it. */
export interface Rule {
  readonly severity: Severity;
  /** What holds when the rule is kept. */
  readonly title: string;
}

/** Every rule, in the order of the summary. */
export const RULES = {
  readable: { severity: "error", title: "Manifest, mapping and files can be read" },
  checksums: { severity: "error", title: "Files are those of the manifest" },
  files_once: { severity: "error", title: "No file is delivered twice" },
  files_filled: { severity: "warning", title: "Every file has rows" },
  records: { severity: "error", title: "Every line is a record" },
  closing_rows: { severity: "warning", title: "No row is a sum of the others" },
  values_present: { severity: "error", title: "Required cells are filled" },
  values_readable: { severity: "error", title: "Cells can be read" },
  form_fits: { severity: "error", title: "Rows are of the form that is stated" },
  payment_months: { severity: "error", title: "Payments are for plausible months" },
  net_not_negative: { severity: "error", title: "No month nets below nothing" },
  payments_once: { severity: "warning", title: "No payment stands twice" },
  payments_repeated: { severity: "error", title: "Payments are not delivered twice" },
  members_known: { severity: "error", title: "The table of members has every member" },
  members_once: { severity: "error", title: "The table of members has each one once" },
  members_paying: { severity: "warning", title: "Members of the table have payments" },
  claims_close: { severity: "warning", title: "Claims of the table close a spell" },
  birth_before_start: { severity: "error", title: "Birth before the start" },
  start_before_end: { severity: "error", title: "Start not after the last month" },
  no_future_months: { severity: "error", title: "No month after the extract" },
  claim_after_end: { severity: "error", title: "Claim not before the last month" },
  claim_with_reason: { severity: "error", title: "Claim month and reason together" },
  wage_positive: { severity: "error", title: "Wages above 0" },
  weight_positive: { severity: "error", title: "Weights above 0" },
  wage_possible: { severity: "error", title: "Wages that somebody can have" },
  weight_possible: { severity: "error", title: "Weights that a sample can have" },
  wage_plausible: { severity: "warning", title: "Wages plausible" },
  age_covered: { severity: "warning", title: "Ages 15 to 69" },
  spells_unique: { severity: "error", title: "One spell a member and start month" },
  spells_apart: { severity: "error", title: "Spells of a member do not overlap" },
  same_person: { severity: "error", title: "Sex and birth stay the same" },
  nothing_after_death: { severity: "error", title: "No contribution after death" },
  ids_alike: { severity: "warning", title: "Ids differ by more than zeros and case" },
  rows_cut: { severity: "warning", title: "No file ends where a program cuts" },
  window_filled: { severity: "warning", title: "Members in all of the window" },
  members_by_month: { severity: "warning", title: "Members run on from month to month" },
  last_months: { severity: "warning", title: "The last months are complete" },
  starts_by_month: { severity: "warning", title: "Spells start in every month" },
  claims_by_month: { severity: "warning", title: "Claims of a reason in every month" },
  claims_present: { severity: "warning", title: "Leavers, claims, layoffs are there" },
  values_varied: { severity: "warning", title: "No value stands for many" },
  wage_level: { severity: "warning", title: "Wages of one unit and usual level" },
  ids_of_persons: { severity: "warning", title: "Ids are of persons, each once" },
  layoffs_spread: { severity: "warning", title: "No employer has most layoffs" },
  jkp_register: { severity: "error", title: "JKP claims can be read, and agree" },
  jkp_plausible: { severity: "warning", title: "JKP claims plausible" },
  control_totals: { severity: "error", title: "Control totals agree" },
  drift: { severity: "warning", title: "Near the previous extract" },
} as const satisfies Record<string, Rule>;

/** Name of a rule. */
export type RuleName = keyof typeof RULES;

/** Where findings go. */
export type FindingSink = (finding: Finding) => void;
