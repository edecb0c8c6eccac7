import type { Tally } from "../check/tally.ts";
import type { RuleName } from "../check/finding.ts";
import { judgeMonths } from "./month_shape.ts";
import type { Shape } from "./shape.ts";
import { judgeValues } from "./value_shape.ts";

/** The rules about the whole of an extract, by month and by value. */
const MONTH_RULES: readonly RuleName[] = [
  "window_filled",
  "members_by_month",
  "last_months",
  "starts_by_month",
  "claims_by_month",
];
const VALUE_RULES: readonly RuleName[] = [
  "claims_present",
  "values_varied",
  "wage_level",
  "ids_of_persons",
  "layoffs_spread",
];

/** Looks at an extract as a whole: warnings, for a first extract as well as a later one. */
export function checkShape(path: string, counts: Shape, tally: Tally): void {
  if (counts.spells === 0) {
    for (const rule of [...MONTH_RULES, ...VALUE_RULES]) {
      tally.explain(rule, "no row can be used");
    }
    return;
  }
  for (const rule of MONTH_RULES) tally.checked(rule, counts.starts.length);
  for (const rule of VALUE_RULES) {
    if (rule === "layoffs_spread" && counts.employers === undefined) {
      tally.explain(rule, "no column of employers is carried");
    } else tally.checked(rule, counts.spells);
  }
  for (const { rule, ...finding } of [...judgeMonths(counts), ...judgeValues(counts)]) {
    tally.find(rule, { file: path, ...finding });
  }
}
