import { readScenario } from "@jkp/economy/read";
import { REPORT_SCENARIOS } from "@jkp/economy";
import { studyExperience } from "@jkp/experience";
import { readStatisticsExtract } from "@jkp/extract/read";
import { loadOpenStatistics } from "@jkp/open/read";
import type { OpenStatistics } from "@jkp/open";
import { schemeMoney } from "@jkp/study";
import {
  lastProjectedMonth,
  type Rules,
  rulesAt,
  rulesBetween,
  type Scheme,
} from "@jkp/scheme";
import { readScheme, readValuationTerms } from "@jkp/scheme/read";
import {
  extractServiceShares,
  type ReadingName,
  READINGS,
  serviceRulesToCount,
  type ServiceShare,
  serviceShareOf,
  studyOptions,
  type ValuationInputs,
} from "@jkp/valuation";
import { REPORT_DESIGN } from "@jkp/valuation/read";
import type { ServiceRule } from "@jkp/spells";
import { fileURLToPath } from "node:url";
import { refuseSameNames } from "./options.ts";

/** What is to be valued, by name or path. */
export interface ValueRequest {
  readonly designs: readonly string[];
  /** None: the base scenario for one design, those of the report for several. */
  readonly scenarios: readonly string[];
  readonly extract: string;
  /** A member-level extract; the shipped synthetic one if not given. */
  readonly spells: string | undefined;
  readonly reading: ReadingName;
}

/** Everything that a valuation of designs is computed from. */
export interface ValueInputs {
  readonly schemes: readonly Scheme[];
  /** Each scheme's rules over the projection. */
  readonly rulesInTime: readonly (readonly Rules[])[];
  readonly scenarios: readonly ValuationInputs[];
  readonly open: OpenStatistics;
  /** Extract and reading in words; says so when data are synthetic. */
  readonly basis: string;
}

/**
 * Reads designs, scenarios and data; the design `all` stands for every file of
 * `data/designs`.
 *
 * @throws {UsageError} If two designs or two scenarios have the same name.
 */
export async function readValueInputs(request: ValueRequest): Promise<ValueInputs> {
  const names = request.designs.includes("all") ? allDesigns() : request.designs;
  const asked = request.scenarios.length > 0
    ? request.scenarios
    : names.length === 1
    ? ["base"]
    : REPORT_SCENARIOS;
  const [extract, economies, schemes, reportScheme, terms, open] = await Promise.all([
    readStatisticsExtract(request.extract),
    Promise.all(asked.map(readScenario)),
    Promise.all(names.map(readScheme)),
    readScheme(REPORT_DESIGN),
    readValuationTerms(),
    loadOpenStatistics(),
  ]);
  refuseSameNames("design", schemes);
  refuseSameNames("scenario", economies);
  const rulesInTime = schemes.map((scheme) =>
    rulesBetween(scheme, terms.firstContributionMonth, lastProjectedMonth(terms))
  );
  const reportRules = rulesAt(reportScheme, terms.firstBenefitMonth);
  const extractShares = extractServiceShares(extract);
  const serviceShares = await sharesOfSpells(
    request.spells,
    serviceRulesToCount(rulesInTime.flat(), {
      monthsAtLeast: reportRules.qualifying.contributionMonths,
    }),
    extractShares,
  );
  const { name, synthetic } = extract.manifest;
  return {
    schemes,
    rulesInTime,
    scenarios: economies.map((scenario) => ({
      experience: studyExperience(extract, studyOptions(scenario, reportRules)),
      scenario,
      terms,
      choices: READINGS[request.reading],
      data: { ...schemeMoney(open), extractShares, serviceShares },
    })),
    open,
    basis: `extract ${name}${synthetic ? " (synthetic data)" : ""}, ` +
      `reading ${request.reading}`,
  };
}

/** Names of the files of `data/designs`. */
function allDesigns(): string[] {
  const folder = fileURLToPath(new URL("../../data/designs", import.meta.url));
  return [...Deno.readDirSync(folder)]
    .flatMap(({ name }) => name.endsWith(".toml") ? [name.replace(/\.toml$/, "")] : [])
    .sort();
}

/** Shares of leavers by rule of service, if the statistics do not count all that is asked. */
async function sharesOfSpells(
  folder: string | undefined,
  asked: readonly ServiceRule[],
  counted: readonly ServiceShare[],
): Promise<ServiceShare[]> {
  if (asked.every((rule) => serviceShareOf(counted, rule) !== undefined)) return [];
  // What reads spells is loaded only now, for it takes a while.
  const [{ SHIPPED_SPELLS_FOLDER }, { serviceRuleShares }] = await Promise.all([
    import("@jkp/spells/read"),
    import("@jkp/study/read"),
  ]);
  return await serviceRuleShares(folder ?? SHIPPED_SPELLS_FOLDER, asked);
}
