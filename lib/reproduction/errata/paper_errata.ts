import type { Table } from "@jkp/exhibit";
import { type Published, publishedValue } from "@jkp/published";
import { digits, type Erratum, type NumberOf } from "./erratum.ts";
import { errataTable } from "./errata_tables.ts";

/**
 * Where the papers of 2020 and 2023 contradict themselves, or the report that they cite.
 *
 * Everything is worked out from what they and the report print.
 *
 * @param published The published numbers of the report.
 * @param documents Those of the papers.
 * @returns A table.
 *
 * @example The review's 30.7 million wage earners, where its own numbers add up to 27.1
 * ```ts
 * import { loadPublished, loadPublishedDocuments } from "@jkp/published/read";
 * import { paperErrataTable } from "@jkp/reproduction";
 * import { assertEquals } from "@std/assert";
 *
 * const { rows } = paperErrataTable(await loadPublished(), await loadPublishedDocuments());
 * const { printed, consistent } = rows[0]!;
 * assertEquals([printed, consistent], ["30.7 million, or 56 %", "27.1 million, or 56 %"]);
 * ```
 */
export function paperErrataTable(published: Published, documents: Published): Table {
  const ofReport: NumberOf = (item, cell) => publishedValue(published, item, cell);
  const of: NumberOf = (item, cell) => publishedValue(documents, item, cell);
  return errataTable(
    "errata_papers",
    "Numbers of the papers of 2020 and 2023 that disagree",
    [
      atJkkCoverage(of),
      claimantsEarnings(of, ofReport),
      constructionWorkers(of, ofReport),
      averageWage(of),
      labourForce(of, ofReport),
    ],
    "ILO (2020), ILO (2021), ILO (2023); arithmetic on their printed numbers.",
  );
}

function atJkkCoverage(of: NumberOf): Erratum {
  const [members, memberShare, builders, builderShare, all, share, jkp, jkpShare] = [
    "jkk_members",
    "jkk_members_share",
    "jkk_construction_workers",
    "jkk_construction_workers_share",
    "jkp_at_jkk_coverage",
    "jkp_at_jkk_coverage_share",
    "jkp_members",
    "jkp_members_share",
  ].map((cell) => of("jkp2023_statements", cell)) as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const sum = members + builders;
  const earners = 100 * members / memberShare;
  return {
    where: "ILO (2023), section 2.2",
    what: "Wage earners whom JKP would reach with the legal coverage of JKK",
    printed: `${digits(all, 1)} million, or ${share} %`,
    consistent: `${digits(sum, 1)} million, or ${memberShare + builderShare} %`,
    arithmetic: `${members} and ${
      digits(builders, 1)
    } million, ${memberShare} and ${builderShare} %; ${
      digits(100 * sum / share, 1)
    } million wage earners are also what ${members} million and ${memberShare} % give (${
      digits(earners, 1)
    }), and ${jkp} million and ${jkpShare} % nearly (${
      digits(100 * jkp / jkpShare, 1)
    }). ${digits(all, 1)} million would be ${digits(100 * all / earners)} %`,
  };
}

function claimantsEarnings(of: NumberOf, ofReport: NumberOf): Erratum {
  const wage = (rows: string, sex: string, who: string) =>
    ofReport("table_3_2", `${rows}/${sex}/${who}`);
  const below = (rows: string) => {
    const ratios = ["male", "female"].map((sex) =>
      wage(rows, sex, "layoffs_and_resignations") / wage(rows, sex, "insured_workers")
    );
    return 100 * (1 - (ratios[0]! + ratios[1]!) / 2);
  };
  return {
    where: "ILO (2023), section 2.5, against the report's section 3.2.2",
    what: "Claimants' insurable earnings below those of other members",
    printed: `${of("jkp2023_statements", "claimants_insurable_earnings_below")} %`,
    consistent: `${digits(below("with_proposed_ceiling"))} %`,
    arithmetic: `Table 3.2 of the report gives ${
      digits(below("total_earnings"))
    } % for all earnings and ${
      digits(below("with_proposed_ceiling"))
    } % for those up to the ceiling, the mean of both sexes' ratios`,
  };
}

function constructionWorkers(of: NumberOf, ofReport: NumberOf): Erratum {
  const [own, text, single, all] = [
    "construction_workers_of_appendix",
    "jkk_construction_workers",
    "jkk_employees",
    "jkk_all",
  ].map((cell) => of("options2020_statements", cell)) as [number, number, number, number];
  return {
    where: "ILO (2020), appendix, against section 3",
    what: "Construction workers registered on a bulk basis",
    printed: `${own} million`,
    consistent: `${text} million`,
    arithmetic:
      `section 3 prints ${text} twice, and ${single} and ${text} as ${all} in all ` +
      `(rounded); the report's Table 1.2 has ${
        ofReport("table_1_2", "jkm_jkk/actual_coverage")
      }, too`,
  };
}

function averageWage(of: NumberOf): Erratum {
  const wage = (where: string) =>
    of("options2020_table_05", `average_wage_of_text/${where}`);
  const half = (where: string) =>
    of("options2020_table_05", `half_of_average_wage/${where}`);
  const [national, lowest, highest] = [
    "national",
    "provincial_lowest",
    "provincial_highest",
  ] as const;
  return {
    where: "ILO (2020), section 4.5 against Table 5",
    what: "Month of the national average wage",
    printed: `${digits(wage(national))} in February 2020; half of it, ${
      digits(half(national))
    }, in August 2019`,
    consistent: "one month for both, by the provinces not the same",
    arithmetic: `twice Table 5's provincial wages are ${digits(2 * half(lowest))} and ${
      digits(2 * half(highest))
    }, section 4.5 has ${digits(wage(lowest))} and ${digits(wage(highest))}`,
  };
}

function labourForce(of: NumberOf, ofReport: NumberOf): Erratum {
  return {
    where: "ILO (2020), section 3",
    what: "Labour force of August 2018",
    printed: `${of("options2020_statements", "labour_force")} million`,
    consistent: "people at work",
    arithmetic: `the report's footnote 3 calls ${
      digits(ofReport("text_fn_3", "workers_2018"), 1)
    } million the number of workers`,
  };
}
