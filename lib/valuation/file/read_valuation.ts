import { readScenario } from "@jkp/economy/read";
import { dataInWords } from "@jkp/exhibit";
import { type Experience, studyExperience } from "@jkp/experience";
import { labelOfExtract } from "@jkp/extract";
import { extractFolder } from "@jkp/extract/read";
import { loadOpenStatistics } from "@jkp/open/read";
import { readTogether, throwIfAny } from "@jkp/problem";
import { readScheme, readSeverancePractice } from "@jkp/scheme/read";
import type { SurvivalCurve } from "@jkp/survival";
import { countedRule } from "../assumptions/service_rule_forms.ts";
import { schemeMoney } from "../assumptions/scheme_money.ts";
import {
  extractServiceShares,
  serviceRulesToCount,
  type ServiceShare,
  serviceShareOf,
} from "../assumptions/service_rules.ts";
import type { ValuationInputs } from "../assumptions/valuation_inputs.ts";
import { choicesByLaw, REPORT_DESIGN } from "../choices.ts";
import { rulesProjected } from "../run_valuation.ts";
import { readingChoices, readingInWords, usualReading } from "../usual_reading.ts";
import type { ValuationBasis } from "../valuation_basis.ts";
import { adjustedExperience } from "./adjusted_experience.ts";
import { togetherProblems } from "./check_together.ts";
import { readExtract } from "./read_extract.ts";
import { readMemberPopulation } from "./read_member_population.ts";
import { readValuationFile, type ValuationOver } from "./read_valuation_file.ts";
import { type SpellFigures, spellFigures } from "./spell_figures.ts";

/** What is said over a valuation file, and what is read besides. */
export interface ReadValuationOptions extends ValuationOver {
  /**
   * Whether the member-level extract is read even where nothing valued needs it, to show
   * both measures of the time out of work.
   * @default {false}
   */
  readonly showsSpells?: boolean | undefined;
}

/**
 * Reads a valuation with all that its file names: extract, scenarios, designs. The report's
 * design alone is valued as the report's reading has it; any other, and any beside it, by
 * what laws say of reference earnings and limits.
 *
 * @param nameOrPath A file of `data/valuations`, or a path ending in `.toml`.
 * @param options What is said over the file: another extract, scenarios, designs …
 * @returns The valuation, ready for `runValuation`; to change a part of it, copy it.
 * @throws {DataError} With everything that is wrong with a file, and everything in the
 * valuation file that does not fit what it names, by key.
 * @throws {RangeError} If completed spells are asked for, and there are none.
 *
 * @example The report of 2021, and what it is made from
 * ```ts
 * import { readValuation } from "@jkp/valuation/read";
 * import { assertEquals } from "@std/assert";
 *
 * const { roles, scenarios, inWords } = await readValuation("report_2021");
 * assertEquals(roles, ["pessimistic", "base", "optimistic"]);
 * assertEquals(scenarios.map(({ scenario }) => scenario.involuntaryShare), [0.75, 0.5, 0.25]);
 * assertEquals(inWords, "synthetic data, extract jht_2019, reading closest");
 * ```
 */
export async function readValuation(
  nameOrPath: string,
  { showsSpells = false, ...over }: ReadValuationOptions = {},
): Promise<ValuationBasis> {
  const file = await readValuationFile(nameOrPath, over);
  const { data: { timeOutOfWork, studiedYears, baseYear, serviceMonths }, terms } = file;
  const roles = Object.keys(file.scenarios);
  const [read, scenarios, schemes, open, severance] = await readTogether([
    readExtract(file.data.extract),
    readTogether(roles.map((role) => readScenario(file.scenarios[role]!))),
    readTogether(file.designs.map(readScheme)),
    loadOpenStatistics(),
    readSeverancePractice(),
  ]);
  const { extract } = read;
  throwIfAny(togetherProblems(file, {
    extract,
    scenarios: scenarios.map((scenario, i) => [roles[i]!, scenario] as const),
    schemes,
  }));
  const asked = serviceRulesToCount(
    schemes.flatMap((scheme) => rulesProjected(scheme, { terms })),
    { monthsAtLeast: serviceMonths },
  );
  const extractShares = extractServiceShares(extract);
  const label = labelOfExtract(extract.manifest);
  const reading = file.reading ?? usualReading(label);
  const ownSpells = file.data.spells ?? read.spells;
  const shipped = async () => {
    const { SHIPPED_SPELLS_FOLDER } = await import("@jkp/spells/read");
    return SHIPPED_SPELLS_FOLDER;
  };
  const isCounted = asked.every((rule) =>
    serviceShareOf(extractShares, rule) !== undefined
  );
  const isOfMembers = read.spells !== null;
  const isWanted = isOfMembers || !isCounted || showsSpells || timeOutOfWork === "spells";
  const folder = !isWanted
    ? undefined
    : ownSpells !== null
    ? await extractFolder(ownSpells)
    : label.isSynthetic
    ? await shipped()
    : undefined;
  const spells = folder === undefined ? null : await spellFigures(folder, asked);
  const inactivityCurve = timeOutOfWork === "spells" ? curveOf(spells) : undefined;
  const serviceShares: readonly ServiceShare[] = spells?.serviceShares ?? [];
  const isReport = schemes.every(({ name }) => name === REPORT_DESIGN);
  const ofReading = { ...readingChoices(reading, label), ...file.choices };
  const studied = studyExperience(extract, {
    referenceYears: studiedYears,
    baseYear,
    qualifyingMonths: serviceMonths,
  });
  const experience = adjustedExperience(
    isOfMembers ? withOwnService(studied, serviceShares) : studied,
    file.adjustment,
  );
  const population = file.population === null ? {} : {
    population: await readMemberPopulation(file.path, file.population, {
      extract,
      experience,
      terms,
    }),
  };
  return {
    file,
    extract,
    extractFolder: read.folder,
    label,
    reading,
    schemes,
    scenarios: scenarios.map((scenario): ValuationInputs => ({
      experience,
      scenario,
      terms,
      choices: isReport ? ofReading : choicesByLaw(ofReading),
      data: {
        ...schemeMoney(open),
        extractShares: isOfMembers ? serviceShares : extractShares,
        serviceShares,
        severance,
      },
      ...population,
    })),
    roles,
    open,
    timeOutOfWork: {
      valued: timeOutOfWork,
      stock: { curve: experience.inactivity?.curve ?? null, data: label },
      spells: spells === null ? null : { curve: spells.inactivity, data: spells.data },
    },
    ...(inactivityCurve === undefined ? {} : { inactivityCurve }),
    inWords: [
      dataInWords(label),
      readingInWords(reading, label),
      ...(spells === null || file.data.spells === null
        ? []
        : [`spells of ${dataInWords(spells.data)}`]),
      ...(file.population === null ? [] : [`members of ${file.population.file}`]),
      ...(timeOutOfWork === "spells" ? ["time out of work from completed spells"] : []),
      ...Object.entries(file.choices).map(([name, value]) => `${name} ${value}`),
    ].join(", "),
  };
}

/**
 * The experience with the leavers' own months of contribution, where single members tell
 * them: statistics know those of active members of the same sex and age alone.
 */
function withOwnService(
  experience: Experience,
  shares: readonly ServiceShare[],
): Experience {
  const { eligibility } = experience;
  const share = serviceShareOf(shares, countedRule(eligibility.monthsAtLeast));
  return share === undefined || Number.isNaN(share) ? experience : {
    ...experience,
    eligibility: {
      ...eligibility,
      share,
      basis:
        `leavers with at least ${eligibility.monthsAtLeast} months of contribution ` +
        "of their own in the 24 before they left",
    },
  };
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
