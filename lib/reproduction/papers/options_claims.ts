import {
  type DurationRange,
  durationRange,
  type Rules,
  type TerminationCause,
  type Treatment,
} from "@jkp/scheme";
import { computed, quoted, rule, words } from "./document_cell.ts";
import type { DocumentCell, DocumentCells, DocumentTable } from "./document_table.ts";
import { ofCountries } from "./options_benefits.ts";
import { listOf } from "./wording.ts";

/** The ends of employment that the paper treats apart, by its words. */
const REASONS = {
  involuntary: "involuntary",
  voluntary: "voluntary_resignation",
  end_of_fixed_term_contract: "fixed_term_expiry",
} as const satisfies Record<string, TerminationCause>;

/** Shortest and longest duration after involuntary, voluntary and fixed-term ends. */
export const OPTIONS_TABLE_7: DocumentTable = {
  item: "options2020_table_07",
  number: "Table 7",
  title: "Benefit duration of selected unemployment benefit schemes in Asia",
  stub: "Country and reason for separation",
  notes: ["What decides between shortest and longest is not printed as a matrix."],
  cells: (rules, documents) =>
    ofCountries((country) => {
      const cells: Record<string, DocumentCell> = {};
      for (const [row, reason] of Object.entries(REASONS)) {
        const key = `${country}/${row}`;
        // Not every country has a row for every reason.
        const isPrinted = (part: string) =>
          documents.byKey.has(`options2020_table_07 ${key}/${part}`);
        const range = rangeOf(rules[country], reason);
        if (isPrinted("determinants")) {
          cells[`${key}/determinants`] = determinants(rules[country], reason);
        }
        if (isPrinted("shortest")) {
          cells[`${key}/shortest`] = rule(range?.shortest ?? null);
        }
        if (isPrinted("longest")) cells[`${key}/longest`] = rule(range?.longest ?? null);
        if (isPrinted("months_without_benefit")) {
          const wait = rules[country].contingency.reasons[reason]?.waitingMonths;
          cells[`${key}/months_without_benefit`] = rule(wait ?? null);
        }
      }
      return cells;
    }),
};

/** Months of benefit; `null` if there is none. */
function rangeOf(rules: Rules, reason: TerminationCause): DurationRange | null {
  const treatment = rules.contingency.reasons[reason];
  if (treatment === null || !treatment.covered) return null;
  const { longestMonths: longest, shortestMonths } = treatment;
  return longest === null
    ? durationRange(rules)
    : { shortest: shortestMonths ?? longest, longest };
}

function determinants(rules: Rules, reason: TerminationCause): DocumentCell {
  const { duration, contingency } = rules;
  const treatment = contingency.reasons[reason];
  if (treatment === null) return quoted("the design file does not name the reason");
  if (!treatment.covered) return rule("No benefit");
  return treatment.longestMonths === null && duration.kind === "range"
    ? words(listOf(duration.decidedBy))
    : quoted("the design file does not say what decides");
}

/** Contributions needed for a first claim. */
export const OPTIONS_TABLE_9: DocumentTable = {
  item: "options2020_table_09",
  number: "Table 9",
  title:
    "Required contributions for initial claims in selected unemployment benefit schemes in Asia",
  stub: "Country",
  cells(rules) {
    const general = (row: string, { qualifying }: Rules): DocumentCells => ({
      [`${row}/months`]: rule(qualifying.contributionMonths),
      [`${row}/window`]: rule(qualifying.windowMonths),
    });
    const leaving = rules.japan.contingency.reasons.voluntary_resignation;
    return {
      ...general("japan/involuntary", rules.japan),
      "japan/voluntary/months": rule(leaving?.contributionMonths ?? null),
      "japan/voluntary/window": rule(leaving?.windowMonths ?? null),
      ...general("malaysia", rules.malaysia),
      "malaysia/months_at_most": quoted(
        "the design file has the lower end; what decides between the two is not printed",
      ),
      ...general("korea", rules.korea),
      ...general("thailand", rules.thailand),
      ...general("viet_nam", rules.viet_nam),
      "viet_nam/seasonal_window": rule(rules.viet_nam.qualifying.seasonalWindowMonths),
    };
  },
};

/** What leaving without cause costs: found by comparing it with involuntary loss. */
export const OPTIONS_TABLE_10: DocumentTable = {
  item: "options2020_table_10",
  number: "Table 10",
  title:
    "Treatment for voluntary unemployment of selected unemployment benefit schemes in Asia",
  stub: "Country",
  notes: ["O yes, X no."],
  cells: (rules) =>
    ofCountries((country) => {
      const treatment = rules[country].contingency.reasons.voluntary_resignation;
      if (treatment === null) return {};
      return Object.fromEntries(
        Object.entries(penalties(rules[country], treatment))
          .map(([key, isSo]) => [`${country}/${key}`, computed(isSo ? "O" : "X")]),
      );
    }),
};

function penalties(rules: Rules, treatment: Treatment): Record<string, boolean> {
  const usual = rangeOf(rules, "involuntary");
  const own = rangeOf(rules, "voluntary_resignation");
  return {
    longer_waiting_period: treatment.covered && (treatment.waitingMonths ?? 0) > 0,
    shorter_duration: own !== null && usual !== null && own.longest < usual.longest,
    lower_benefit: treatment.covered && treatment.rate !== null,
    no_benefit: !treatment.covered,
  };
}

/** Days without benefit at the start. */
export const OPTIONS_TABLE_11: DocumentTable = {
  item: "options2020_table_11",
  number: "Table 11",
  title: "Maximum waiting period of selected unemployment benefit schemes in Asia",
  stub: "Country",
  cells: (rules) =>
    ofCountries((country) => ({
      [`${country}/days`]: rule(rules[country].waitingPeriod.days),
    })),
};
