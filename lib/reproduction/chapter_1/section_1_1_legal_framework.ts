import { type JhtContribution, jhtSavingsMonths } from "@jkp/scheme";
import { valueInYear } from "@jkp/month";
import type { ReportItem } from "../item.ts";
import { limitsOfJp } from "../jp_limits.ts";
import { arithmetic, input, model, open } from "../reproduced.ts";
import type { ReportResults } from "../results.ts";
import { contributionTotals } from "./table_1_1_contributions.ts";

/**
 * The contribution to JHT in force: rates of employer and employee as fractions of the
 * wage.
 */
export function jhtContribution({ open }: Pick<ReportResults, "open">): JhtContribution {
  const jht = open.social_security_contributions.find(({ scheme }) => scheme === "jht")!;
  return { employer: jht.employerHighest, employee: jht.employee };
}

/** Section 1.1: the schemes in force. */
export const section11: ReportItem = {
  item: "text_1_1",
  number: "section 1.1",
  title: "Indonesia's general legal framework",
  cells: ({ open: statistics }) => {
    const rates = statistics.social_security_contributions;
    const { lowest, highest, worker } = contributionTotals(rates);
    return {
      ss_total_average: {
        ...arithmetic(100 * ((lowest + highest) / 2 + worker)),
        note: "middle of the employer's range, and the worker's",
      },
      ss_employer_min: arithmetic(100 * lowest),
      ss_employer_max: arithmetic(100 * highest),
      ss_worker: arithmetic(100 * worker),
      bpjs_tk_schemes: input(
        rates.filter(({ administeredBy }) => administeredBy === "BPJS Ketenagakerjaan")
          .length,
      ),
    };
  },
  reasonForNone: "members of JKK and JKm are in no public series that was found",
};

/** Table 1.1, note 1: the ceiling of JP, which that of the proposal is taken from. */
export const table11Note1: ReportItem = {
  item: "text_table_1_1_note_1",
  number: "Table 1.1, note 1",
  title: "Ceiling of insurable salaries in 2017",
  cells: ({ open: statistics }) => ({
    ss_insurable_cap_2017: {
      ...open(valueInYear(limitsOfJp(statistics).ceiling, 2016)),
      note:
        "the ceiling from March 2016 to February 2017, from that of 2015 and GDP growth",
    },
  }),
};

/** Footnote 3: the number of workers. */
export const footnote3: ReportItem = {
  item: "text_fn_3",
  number: "footnote 3",
  title: "Workers in 2018",
  cells: ({ open: { labour_force } }) => ({
    workers_2018: open(
      labour_force.find(({ month }) => month === "2018-08")!.employed / 1e6,
    ),
  }),
};

/** Table 1.2, note 1: wage earners and construction workers. */
export const table12Note1: ReportItem = {
  item: "text_table_1_2_note_1",
  number: "Table 1.2, note 1",
  title: "Workers under JKm and JKK",
  cells: ({ terms }) => ({
    t12_wage_earners: input(terms.transition.jhtAndJkkWorkers / 1e6),
  }),
  reasonForNone: "BPJS-TK's annual report of 2018, which enters no computation",
};

/** Section 1.1.2: withdrawals of savings. */
export const section112: ReportItem = {
  item: "text_1_1_2",
  number: "section 1.1.2",
  title: "Withdrawals for job terminations under JHT",
  cells: (results) => ({
    jht_saving_one_year_months: model(jhtSavingsMonths(1, jhtContribution(results))),
  }),
  reasonForNone: "rules of JHT that enter no computation",
};

/** Footnote 9: the contribution to JHT. */
export const footnote9: ReportItem = {
  item: "text_fn_9",
  number: "footnote 9",
  title: "Contribution rate of JHT",
  cells: (results) => {
    const { employer, employee } = jhtContribution(results);
    return {
      jht_rate_total: input(100 * (employer + employee)),
      jht_rate_employer: input(100 * employer),
      jht_rate_employee: input(100 * employee),
    };
  },
};
