import { publishedValue } from "@jkp/published";
import type { Membership } from "@jkp/scheme";
import { recomposedRates } from "@jkp/entitlement";
import {
  arithmetic,
  computed,
  percent,
  percentRule,
  quoted,
  rule,
} from "./document_cell.ts";
import type { DocumentCells, DocumentTable } from "./document_table.ts";

const MEMBERSHIP_WORDS = {
  mandatory: "Mandatory",
  voluntary: "Voluntary",
  excluded: "Not eligible",
} as const;

/** Who is covered by law under the schemes of BPJS-TK: JKP has a design file. */
export const REVIEW_TABLE_1: DocumentTable = {
  item: "jkp2023_table_1",
  number: "Table 1",
  title: "Illustration of the legal coverage of schemes under BPJS-TK",
  stub: "Scheme",
  titles: {
    jkm: "Death benefit (JKm)",
    jkk: "Employment injury (JKK)",
    jkp: "Unemployment benefit (JKP)",
    jht: "Old-age saving (JHT)",
    jp: "Pension insurance (JP)",
    wage_earner_large_medium_enterprise: "Wage earner, large or medium enterprise",
    wage_earner_small_enterprise: "Wage earner, small enterprise",
    wage_earner_micro_enterprise: "Wage earner, micro-enterprise",
    non_wage_earner: "Non-wage earner",
  },
  cells({ jkp: { coverage } }) {
    const { large, medium, small, micro } = coverage.enterprises;
    const cell = (kind: Membership) =>
      rule(kind === null ? null : MEMBERSHIP_WORDS[kind]);
    return {
      "jkp/wage_earner_large_medium_enterprise": large === medium
        ? cell(large)
        : quoted("the design file treats large and medium enterprises differently"),
      "jkp/wage_earner_small_enterprise": cell(small),
      "jkp/wage_earner_micro_enterprise": cell(micro),
      "jkp/non_wage_earner": cell(coverage.groups.non_wage_earner),
    };
  },
};

/** The categories of health insurance members, whose sums are ours. */
export const MEMBER_CATEGORIES = [
  "central_subsidy",
  "provincial_subsidy",
  "wage_earner",
  "non_wage_earner",
  "non_worker",
] as const;

/** Members of health insurance. */
export const REVIEW_TABLE_2: DocumentTable = {
  item: "jkp2023_table_2",
  number: "Table 2",
  title: "JKN membership by category of insured members",
  stub: "Category",
  titles: {
    central_subsidy: "Central government subsidy (PBI APBN)",
    provincial_subsidy: "Provincial government subsidy (PBI APBD)",
    wage_earner: "State and non-state wage earner (PPU PN, PPU BU)",
    non_wage_earner: "Non-wage earner (PBPU)",
    non_worker: "Non-workers (BP)",
    participants_of_text: "Participants, section 2.2",
    subsidized_of_text: "Subsidized, section 2.2",
  },
  cells(_rules, documents) {
    const members = (category: string) =>
      publishedValue(documents, "jkp2023_table_2", `${category}/members`);
    const total = MEMBER_CATEGORIES.reduce((sum, each) => sum + members(each), 0);
    const subsidized = members("central_subsidy") + members("provincial_subsidy");
    return {
      "total/members": arithmetic(total, "sum of the categories"),
      "participants_of_text/members": arithmetic(total, "sum of the categories"),
      "subsidized_of_text/members": arithmetic(subsidized, "sum of both subsidies"),
    };
  },
};

/** What is moved from JKK and JKm to JKP. */
export const REVIEW_TABLE_3: DocumentTable = {
  item: "jkp2023_table_3",
  number: "Table 3",
  title:
    "Contribution rates transferred from JKK and JKm to JKP (per cent of monthly wage)",
  stub: "Risk level at workplace",
  titles: {
    jkk_before: "JKK before",
    jkk_after: "JKK after",
    jkm_before: "JKm before",
    jkm_after: "JKm after",
    jkp: "JKP",
  },
  cells({ jkp: { recomposition } }) {
    if (recomposition === null) return {};
    const rows = recomposedRates(recomposition).map((rates): DocumentCells => ({
      [`${rates.risk}/jkk_before`]: percentRule(rates.jkkBefore),
      [`${rates.risk}/jkk_after`]: computed(percent(rates.jkkAfter)),
      [`${rates.risk}/jkm_before`]: percentRule(rates.jkmBefore),
      [`${rates.risk}/jkm_after`]: computed(percent(rates.jkmAfter)),
      [`${rates.risk}/jkp`]: computed(percent(rates.moved)),
    }));
    return Object.assign({}, ...rows);
  },
};
