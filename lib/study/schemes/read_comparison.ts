import { REPORT_SCENARIOS } from "@jkp/economy";
import { readScenario } from "@jkp/economy/read";
import { dataInWords } from "@jkp/exhibit";
import { studyExperience } from "@jkp/experience";
import { readStatisticsExtract, SHIPPED_EXTRACT_FOLDER } from "@jkp/extract/read";
import { loadOpenStatistics } from "@jkp/open/read";
import { lastProjectedMonth, rulesAt, rulesBetween } from "@jkp/scheme";
import { readTogether } from "@jkp/problem";
import { readScheme, readSeverancePractice, readValuationTerms } from "@jkp/scheme/read";
import type { ServiceRule } from "@jkp/spells";
import { SHIPPED_SPELLS_FOLDER } from "@jkp/spells/read";
import type { SurvivalCurve } from "@jkp/survival";
import {
  type AssumptionValues,
  changeInputs,
  choicesByLaw,
  extractServiceShares,
  readingChoices,
  readingInWords,
  type ReadingName,
  serviceRulesToCount,
  type ServiceShare,
  serviceShareOf,
  studyOptions,
  usualReading,
  type ValuationInputs,
} from "@jkp/valuation";
import { REPORT_DESIGN } from "@jkp/valuation/read";
import { labelOfExtract } from "../data_labels.ts";
import type { OutOfWorkMeasure } from "../inactivity/time_out_of_work.ts";
import {
  type ComparisonInputs,
  type SchemeComparison,
  schemeComparison,
} from "./compare_schemes.ts";
import { schemeMoney } from "./scheme_money.ts";
import { type SpellFigures, spellFigures } from "./spell_figures.ts";

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
   * statistics do not count, and how long spells without contribution last.
   * @default the shipped synthetic extract with synthetic statistics, none with recorded
   */
  readonly spells?: string | undefined;
  /**
   * Which reading of the report's open points is in force.
   * @default {"closest"} on synthetic data, `implied_rate` on recorded
   */
  readonly reading?: ReadingName | undefined;
  /**
   * What tells how long members stay out of work: the statistics' stock of members without
   * contribution, or completed spells of the member-level extract.
   * @default {"stock"}
   */
  readonly inactivity?: OutOfWorkMeasure;
  /**
   * Whether the member-level extract is read even where nothing valued needs it, to show
   * both measures of the time out of work.
   * @default {false}
   */
  readonly showsSpells?: boolean;
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
    spells: spellFolder,
    reading: namedReading,
    inactivity = "stock",
    showsSpells = false,
    changes = {},
  }: ComparisonOptions = {},
): Promise<ComparisonInputs> {
  const [extract, scenarios, schemes, reportScheme, terms, open, severance] =
    await readTogether([
      readStatisticsExtract(folder),
      readTogether(scenarioNames.map(readScenario)),
      readTogether(names.map(readScheme)),
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
  const label = labelOfExtract(extract.manifest);
  const reading = namedReading ?? usualReading(label);
  const spells = await figuresOfSpells(asked, extractShares, {
    folder: spellFolder ?? (label.isSynthetic ? SHIPPED_SPELLS_FOLDER : undefined),
    isWanted: showsSpells || inactivity === "spells",
  });
  const inactivityCurve = inactivity === "spells" ? curveOf(spells) : undefined;
  const serviceShares = spells?.serviceShares ?? [];
  const data = { ...schemeMoney(open), extractShares, serviceShares, severance };
  const isReport = schemes.every(({ name }) => name === REPORT_DESIGN);
  const chosen = readingChoices(reading, label);
  const choices = isReport ? chosen : choicesByLaw(chosen);
  const asRead = scenarios.map((scenario): ValuationInputs => ({
    experience: studyExperience(extract, studyOptions(scenario, studied)),
    scenario,
    terms,
    choices,
    data,
  }));
  const isChanged = Object.keys(changes).length > 0 || inactivityCurve !== undefined;
  const withCurve = inactivityCurve === undefined ? {} : { inactivityCurve };
  return {
    schemes,
    scenarios: asRead.map((inputs) => changeInputs({ ...inputs, ...withCurve }, changes)),
    ...(isChanged ? { unchanged: asRead } : {}),
    changes,
    timeOutOfWork: {
      valued: inactivity,
      stock: { curve: asRead[0]?.experience.inactivity?.curve ?? null, data: label },
      spells: spells === null ? null : { curve: spells.inactivity, data: spells.data },
    },
    open,
    basis: [
      dataInWords(label),
      readingInWords(reading, label),
      ...(spells === null || spellFolder === undefined
        ? []
        : [`spells of ${dataInWords(spells.data)}`]),
      ...(inactivity === "spells" ? ["time out of work from completed spells"] : []),
      ...Object.entries(changes).map(([name, value]) => `${name} set to ${value}`),
    ].join(", "),
  };
}

/** Figures of spells, if they are wanted or the statistics do not count all that is asked. */
async function figuresOfSpells(
  asked: readonly ServiceRule[],
  counted: readonly ServiceShare[],
  { folder, isWanted }: {
    readonly folder: string | undefined;
    readonly isWanted: boolean;
  },
): Promise<SpellFigures | null> {
  const isCounted = asked.every((rule) => serviceShareOf(counted, rule) !== undefined);
  if (folder === undefined || isCounted && !isWanted) return null;
  return await spellFigures(folder, asked);
}

/** How long inactivity lasts by completed spells, which are wanted. */
function curveOf(spells: SpellFigures | null): SurvivalCurve {
  if (spells?.inactivity != null) return spells.inactivity;
  const got = spells === null
    ? "none: with recorded statistics, name a member-level extract"
    : `none in ${spells.data.extractName}`;
  throw new RangeError(
    "Cannot find the time out of work: spells without contribution are wanted, got " +
      got,
  );
}
