import type { Rules } from "@jkp/scheme";
import { percentRule, quoted, rule } from "./document_cell.ts";
import type { DocumentCell, DocumentTable } from "./document_table.ts";
import { ofCountries } from "./options_benefits.ts";

const MILLION = 1_000_000;

/** Severance pay beside unemployment insurance. */
export const OPTIONS_TABLE_12: DocumentTable = {
  item: "options2020_table_12",
  number: "Table 12",
  title: "Relation with severance pay of selected unemployment benefit schemes in Asia",
  stub: "Country",
  notes: ["O yes, X no."],
  cells(rules) {
    const { severance } = rules.korea;
    return {
      ...ofCountries((country) => ({
        [`${country}/unemployment_insurance`]: rule(isInsurance(rules[country])),
        [`${country}/statutory_severance_pay`]: quoted(
          "severance pay itself is not a rule of a design file",
        ),
        [`${country}/severance_pay_affects_unemployment_benefits`]: rule(
          rules[country].severance?.effect === "delay" ? "O" : "X",
        ),
      })),
      "korea/severance_pay_above": rule(
        severance?.above == null ? null : severance.above / MILLION,
      ),
      "korea/months_of_delay": rule(severance?.delayMonths ?? null),
    };
  },
};

/** A scheme that workers or employers contribute to. */
function isInsurance({ financing }: Rules): string {
  return financing.employee + financing.employer > 0 ? "O" : "X";
}

/** Contribution rates for benefits. */
export const OPTIONS_TABLE_13: DocumentTable = {
  item: "options2020_table_13",
  number: "Table 13",
  title: "Contribution rate for unemployment benefits in selected countries in Asia",
  stub: "Country",
  cells: (rules) =>
    ofCountries((country) => {
      const { employee, employer, government, governmentOfBenefits } =
        rules[country].financing;
      return {
        [`${country}/employee`]: percentRule(employee),
        [`${country}/employer`]: percentRule(employer),
        [`${country}/government`]: rateOrDash(governmentOfBenefits || government),
        [`${country}/other_branches`]: quoted(
          "other branches are not a rule of a design file",
        ),
      };
    }),
};

/** Contribution rates for active labour market policies. */
export const OPTIONS_TABLE_14: DocumentTable = {
  item: "options2020_table_14",
  number: "Table 14",
  title: "Contribution rate for ALMPs in selected countries in Asia",
  stub: "Country",
  cells: (rules) =>
    ofCountries((country) => {
      const { employerPolicyLowest, employerPolicyHighest } = rules[country].financing;
      return {
        [`${country}/employer_lowest`]: rateOrDash(employerPolicyLowest),
        [`${country}/employer_highest`]: rateOrDash(employerPolicyHighest),
        [`${country}/employee`]: quoted(
          "the design file has employers' rates for policies only",
        ),
        [`${country}/government`]: quoted(
          "operational expenses are not a rule of a design file",
        ),
      };
    }),
};

/** The paper prints a dash where there is no rate. */
function rateOrDash(rate: number): DocumentCell {
  return rate === 0 ? rule("–") : percentRule(rate);
}
