import { formatMonth, valueInYear } from "@jkp/month";
import { survivalAt } from "@jkp/survival";
import { expectedPayments } from "@jkp/valuation";
import type { ReportItem } from "../item.ts";
import { experience, input, model } from "../reproduced.ts";
import { ceilingOf2020 } from "./table_3_1_and_e1_design.ts";
import { relativeTotalEarnings } from "./section_3_5_other_scenarios.ts";

/** Section 3.2.1: dates. */
export const section321: ReportItem = {
  item: "text_3_2_1",
  number: "section 3.2.1",
  title: "Implementation date of the scheme",
  cells: ({ terms }) => ({
    implementation_date: input(`${formatMonth(terms.firstContributionMonth)}-01`),
    first_benefit_month: input(formatMonth(terms.firstBenefitMonth)),
  }),
  reasonForNone: "the date of the valuation enters no computation",
};

/** Section 3.2.2: the members and claimants. */
export const section322: ReportItem = {
  item: "text_3_2_2",
  number: "section 3.2.2",
  title: "Characteristics of the covered members of the scheme",
  cells: (results) => {
    const { inactivity, eligibility } = results.experience;
    const { earnings } = results.valuations.base.assumptions;
    const lower = 100 * (1 - relativeTotalEarnings(results, "base"));
    const of = (value: number, note?: string) => experience(results, value, note);
    return {
      ceiling_2020: ceilingOf2020(results.open),
      claimants_earn_less_total: of(lower),
      base_claimants_earn_less_total: of(lower),
      base_claimants_earn_less_insurable: of(100 * (1 - earnings.claimantRelativity)),
      withdrawers_12m_share: of(100 * eligibility.share),
      inactive_mean_2: of(
        inactivity.meanElapsedMonths,
        "time elapsed in the stock; completed spells last longer",
      ),
      inactive_6: of(100 * survivalAt(inactivity.curve, 6), "section 1.2.3 prints 81"),
      inactive_12: of(100 * survivalAt(inactivity.curve, 12), "section 1.2.3 prints 69"),
      mean_benefit_duration_6: model(expectedPayments(inactivity.curve, 6)),
      mean_benefit_duration_12: model(expectedPayments(inactivity.curve, 12)),
      base_involuntary_share: input(100 * results.scenarios.base.involuntaryShare),
      max_unemployment_months: input(results.scenarios.base.maximumUnemploymentMonths),
    };
  },
};

/** Section 3.2.3: the termination rate. */
export const section323: ReportItem = {
  item: "text_3_2_3",
  number: "section 3.2.3",
  title: "Unemployment rate and termination rate",
  cells: (results) => {
    const { termination } = results.experience;
    const months = 12 * (results.experience.referenceYears[1] -
      results.experience.referenceYears[0] + 1);
    const { unemploymentRate } = results.scenarios.base.reference;
    return {
      unemp_2018_19: input(100 * unemploymentRate),
      terminations_2018_19: experience(results, termination.claims / months),
      contributors_2018_19: experience(results, termination.exposureMonths / months),
      termination_rate_2018_19: experience(results, 100 * termination.ratePerMonth),
    };
  },
};

/** Section 3.2.4: administrative expenses. */
export const section324: ReportItem = {
  item: "text_3_2_4",
  number: "section 3.2.4",
  title: "Administrative expenses and other expenses",
  cells: ({ scenarios }) => ({
    base_admin: input(100 * scenarios.base.administrationRate.stated),
  }),
  reasonForNone: "the range of other countries' schemes is quoted, not computed",
};

/** Section 3.2.5: the return of the fund. */
export const section325: ReportItem = {
  item: "text_3_2_5",
  number: "section 3.2.5",
  title: "Rate of return of the fund",
  cells: ({ scenarios: { base } }) => ({
    base_real_return_2020: input(100 * valueInYear(base.realReturn, 2020)),
    base_real_return_end: input(100 * base.realReturn.values.at(-1)!),
  }),
  reasonForNone: "bond yields enter no computation; their series is not in the report",
};

/** Section 3.2.6: the reserve. */
export const section326: ReportItem = {
  item: "text_3_2_6",
  number: "section 3.2.6",
  title: "Contribution rate",
  cells: ({ terms }) => ({
    reserve_multiple: input(terms.reserveMultiple),
    reserve_years: input(terms.projectionYears),
  }),
};
