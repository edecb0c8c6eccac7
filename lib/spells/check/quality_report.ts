import type { Words } from "@jkp/language";
import { sumSimple } from "simple-statistics";
import { type RuleName, RULES, type Severity } from "./finding.ts";
import type { RuleTally, Tally } from "./tally.ts";

/** How a rule came out. What was not looked at has not passed. */
export type RuleState = "passed" | "failed" | "warned" | "not checked";

/** A rule with how it came out. */
export interface RuleOutcome extends Readonly<RuleTally> {
  readonly rule: RuleName;
  readonly title: string;
  readonly severity: Severity;
  readonly state: RuleState;
  /** Why it was not checked, or not for all rows; or what was taken for kept. */
  readonly reason?: string;
}

/** The verdict on an extract. */
export interface QualityReport {
  readonly rows: number;
  readonly members: number;
  readonly outcomes: readonly RuleOutcome[];
  readonly errors: number;
  readonly warnings: number;
  /** Whether the extract can be used as it is: no error was found. */
  readonly isUsable: boolean;
  /** What was done with rows that are no errors, in sentences. */
  readonly remarks: readonly string[];
}

/** Rules of a table that an extract need not have: of others they say nothing. */
const OF_FURTHER_TABLES: readonly RuleName[] = ["jkp_register", "jkp_plausible"];

/**
 * Sums up a check; a rule for which nothing was checked is "not checked", and one that is not
 * for such an extract is not named.
 */
export function qualityReport(
  rows: number,
  members: number,
  tally: Tally,
): QualityReport {
  const names = (Object.keys(RULES) as RuleName[]).filter((rule) =>
    tally.of(rule).found > 0 ||
    (tally.isFor(rule) &&
      (!OF_FURTHER_TABLES.includes(rule) || tally.of(rule).checked > 0))
  );
  const outcomes = names.map((rule): RuleOutcome => {
    const counts = { ...tally.of(rule) };
    const { severity } = RULES[rule];
    const reason = tally.reasonOf(rule) ?? usualReason(counts, rows, tally.words);
    return {
      rule,
      title: tally.words.check.rules[rule],
      severity,
      ...counts,
      state: stateOf(counts, severity),
      ...(reason === undefined ? {} : { reason }),
    };
  });
  const found = (severity: Severity) =>
    sumSimple(
      outcomes
        .filter((outcome) => outcome.severity === severity)
        .map(({ found }) => found),
    );
  return {
    rows,
    members,
    outcomes,
    errors: found("error"),
    warnings: found("warning"),
    isUsable: found("error") === 0,
    remarks: tally.remarks,
  };
}

/** Why a rule was not checked, or not for all rows, where nothing more is known of it. */
function usualReason(
  { checked, notChecked, found }: RuleTally,
  rows: number,
  { check: { reason } }: Words,
) {
  if (notChecked > 0) return reason.missingCells;
  if (checked > 0 || found > 0) return undefined;
  return rows === 0 ? reason.noReadableRow : undefined;
}

function stateOf({ checked, found }: RuleTally, severity: Severity): RuleState {
  if (found > 0) return severity === "error" ? "failed" : "warned";
  return checked > 0 ? "passed" : "not checked";
}
