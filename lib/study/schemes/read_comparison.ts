import { REPORT_SCENARIOS } from "@jkp/economy";
import { readScenario } from "@jkp/economy/read";
import { dataInWords } from "@jkp/exhibit";
import { studyExperience } from "@jkp/experience";
import { readStatisticsExtract, SHIPPED_EXTRACT_FOLDER } from "@jkp/extract/read";
import { loadOpenStatistics } from "@jkp/open/read";
import { lastProjectedMonth, rulesAt, rulesBetween } from "@jkp/scheme";
import { readScheme, readSeverancePractice, readValuationTerms } from "@jkp/scheme/read";
import type { ServiceRule } from "@jkp/spells";
import { SHIPPED_SPELLS_FOLDER } from "@jkp/spells/read";
import {
  type AssumptionValues,
  changeInputs,
  choicesByLaw,
  extractServiceShares,
  type ReadingName,
  READINGS,
  serviceRulesToCount,
  type ServiceShare,
  serviceShareOf,
  studyOptions,
} from "@jkp/valuation";
import { REPORT_DESIGN } from "@jkp/valuation/read";
import { labelOfExtract } from "../data_labels.ts";
import { serviceRuleShares } from "../service/service_rule_shares.ts";
import {
  type ComparisonInputs,
  type SchemeComparison,
  schemeComparison,
} from "./compare_schemes.ts";
import { schemeMoney } from "./scheme_money.ts";

/** On what schemes are compared. */
export interface ComparisonOptions {
  /**
   * Names or paths of scenarios.
   * @default those of the report: pessimistic, base and optimistic
   */
  readonly scenarios?: readonly string[];
  /**
   * Folder of a statistics extract.
   * @default the shipped synthetic extract
   */
  readonly extract?: string;
  /**
   * Folder of a member-level extract, asked who meets a rule of service that the
   * statistics do not count.
   * @default the shipped synthetic extract
   */
  readonly spells?: string | undefined;
  /**
   * Which reading of the report's open points is in force.
   * @default {"closest"}
   */
  readonly reading?: ReadingName;
  /**
   * Assumptions changed by name, as `changeInputs` does: of every scheme and scenario,
   * whatever the rules say of them.
   * @default {} none
   */
  readonly changes?: AssumptionValues;
}

/**
 * Compares designs on an extract: values each in each scenario and measures its coverage.
 * The report's design alone is valued as the report's reading has it; among others, as all
 * of them, by what laws say of reference earnings and limits.
 *
 * @param names Designs: names of files in `data/designs`, or paths.
 * @param options Scenarios, data, reading and changes of assumptions.
 * @returns What is valued and what is left out, with coverage and all that it is made from.
 * @throws {DataError} If a file cannot be used.
 * @throws {RangeError} If a change cannot be made, two designs or two scenarios have the
 * same name, or a design has no rules in the months of the projection.
 *
 * @example The report's design costs 1.35 per cent, and 1.56 with benefits of 60 per cent
 * ```ts
 * import { compareSchemes } from "@jkp/study/read";
 * import { assertEquals } from "@std/assert";
 *
 * const rate = async (changes = {}) => {
 *   const options = { scenarios: ["base"], changes };
 *   const { valued } = await compareSchemes(["proposed_2021"], options);
 *   return (100 * valued[0]!.suggestedRate).toFixed(2);
 * };
 * assertEquals([await rate(), await rate({ benefitRate: 0.6 })], ["1.35", "1.56"]);
 * ```
 */
export async function compareSchemes(
  names: readonly string[],
  options: ComparisonOptions = {},
): Promise<SchemeComparison> {
  return schemeComparison(await readComparison(names, options));
}

/**
 * Reads all that designs are compared on, to change it before they are: the result is
 * what `schemeComparison` takes.
 *
 * @param names Designs: names of files in `data/designs`, or paths.
 * @param options Scenarios, data, reading and changes of assumptions.
 * @returns Schemes, scenarios and statistics.
 * @throws {DataError} If a file cannot be used.
 * @throws {RangeError} If a change cannot be made, or a design has no rules in the months
 * of the projection.
 *
 * @example
 * ```ts
 * import { readComparison } from "@jkp/study/read";
 * import { assertEquals } from "@std/assert";
 *
 * const { scenarios, basis } = await readComparison(["jkp_2021"]);
 * assertEquals(scenarios.map(({ scenario }) => scenario.involuntaryShare), [0.75, 0.5, 0.25]);
 * assertEquals(basis, "synthetic data, extract jht_2019, reading closest");
 * ```
 */
export async function readComparison(
  names: readonly string[],
  {
    scenarios: scenarioNames = REPORT_SCENARIOS,
    extract: folder = SHIPPED_EXTRACT_FOLDER,
    spells = SHIPPED_SPELLS_FOLDER,
    reading = "closest",
    changes = {},
  }: ComparisonOptions = {},
): Promise<ComparisonInputs> {
  const [extract, scenarios, schemes, reportScheme, terms, open, severance] =
    await Promise.all([
      readStatisticsExtract(folder),
      Promise.all(scenarioNames.map(readScenario)),
      Promise.all(names.map(readScheme)),
      readScheme(REPORT_DESIGN),
      readValuationTerms(),
      loadOpenStatistics(),
      readSeverancePractice(),
    ]);
  // The service that the experience is studied with; other rules are set beside it.
  const studied = rulesAt(reportScheme, terms.firstBenefitMonth);
  const asked = serviceRulesToCount(
    schemes.flatMap((scheme) =>
      rulesBetween(scheme, terms.firstContributionMonth, lastProjectedMonth(terms))
    ),
    { monthsAtLeast: studied.qualifying.contributionMonths },
  );
  const extractShares = extractServiceShares(extract);
  const serviceShares = await sharesOfSpells(spells, asked, extractShares);
  const data = { ...schemeMoney(open), extractShares, serviceShares, severance };
  const isReport = schemes.every(({ name }) => name === REPORT_DESIGN);
  const choices = isReport ? READINGS[reading] : choicesByLaw(READINGS[reading]);
  return {
    schemes,
    scenarios: scenarios.map((scenario) =>
      changeInputs({
        experience: studyExperience(extract, studyOptions(scenario, studied)),
        scenario,
        terms,
        choices,
        data,
      }, changes)
    ),
    open,
    basis: `${dataInWords(labelOfExtract(extract.manifest))}, reading ${reading}`,
  };
}

/** Shares of leavers by rule of service, if the statistics do not count all that is asked. */
async function sharesOfSpells(
  folder: string,
  asked: readonly ServiceRule[],
  counted: readonly ServiceShare[],
): Promise<ServiceShare[]> {
  const isCounted = asked.every((rule) => serviceShareOf(counted, rule) !== undefined);
  return isCounted ? [] : await serviceRuleShares(folder, asked);
}
