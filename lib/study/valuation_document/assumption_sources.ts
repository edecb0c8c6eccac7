import type { Scenario } from "@jkp/economy";
import { contributionRate } from "@jkp/entitlement";
import { dataInWords, percent } from "@jkp/exhibit";
import type { Rules } from "@jkp/scheme";
import {
  CHOICE_REASONS,
  type ModelChoices,
  type SchemeValuation,
  type ValuationRun,
} from "@jkp/valuation";
import { saidByScenario } from "./said_by_scenario.ts";

/** Of a level that is not the extract's, and of which the file says no source. */
const STATED = "stated in the valuation file";

/** Of what `--set` of a command says, or `[changes]` of a file without a source. */
const SET = "set by name, in the valuation file or the command";

/** Of a fund that begins with nothing. */
const NO_FUND = "neither the law nor the valuation file has a capital at the start";

/** A part of a law that an assumption follows from. */
type LawSection = {
  [Name in keyof Rules]: Rules[Name] extends { readonly source: string } ? Name : never;
}[keyof Rules];

/** What is valued under which scenario, and by which law. */
type Valued = Pick<SchemeValuation, "scenarioName" | "rules">;

/** What a valuation is made from. */
type MadeFrom = Pick<ValuationRun, "inputs" | "changes" | "rulesInTime"> & {
  readonly basis: Pick<ValuationRun["basis"], "file" | "roles">;
};

/** Experience that a valuation file states in place of the extract's. */
type Level = keyof NonNullable<
  NonNullable<MadeFrom["basis"]["file"]["content"]["experience"]>["basis"]
>;

/**
 * Where each assumption of a valuation comes from, by its name in the sheets of formulas, or
 * by the one it has in a scenario.
 *
 * @param valued What is valued: one scheme, under each scenario that is shown.
 * @param run What it was made from, or the part of it that says so.
 * @returns The sources in words. What scenarios say is there by scenario, once where it is
 * the same of all; the choices have their reasons.
 *
 * @example The report's administration: Table 3.4 is not what its rates imply
 * ```ts
 * import { assumptionSources } from "@jkp/study";
 * import { runValuation } from "@jkp/valuation";
 * import { readValuation } from "@jkp/valuation/read";
 * import { assertEquals } from "@std/assert";
 *
 * const run = runValuation(await readValuation("report_2021"));
 * const pessimistic = run.valued.filter(({ scenarioName }) =>
 *   scenarioName === "pessimistic"
 * );
 * assertEquals(
 *   assumptionSources(pessimistic, run).administrationRate,
 *   "inferred: ILO (2021), Table 3.7, minimum rates with and without administration " +
 *     "(in place of 0.40 %, printed: ILO (2021), section 3.5.1 and Table 3.4)",
 * );
 * ```
 */
export function assumptionSources(
  valued: readonly Valued[],
  { inputs, changes, rulesInTime, basis: { file, roles } }: MadeFrom,
) {
  const { content, sources: { changes: whySet } } = file;
  const inFile = new Map<string, number>(Object.entries(file.changes));
  const { members: stated, fund, reserve, trial, calendar } = content;
  const extract = dataInWords(inputs[0]!.experience);
  const of = valued.map(({ scenarioName }) =>
    inputs.find(({ scenario }) => scenario.name === scenarioName)!
  );
  const economy = (words: (each: typeof of[number]) => string) =>
    saidByScenario(of.map((each) => ({
      title: each.scenario.title,
      words: words(each),
    })));
  const levelOf = (level: Level) =>
    economy((each) =>
      levelSource(content, roles[inputs.indexOf(each)]!, level) ?? extract
    );
  const section = (name: keyof NonNullable<Scenario["basis"]>) =>
    economy(({ scenario: { basis, source } }) => basis?.[name] ?? source);
  const [{ rules }] = valued as [Valued];
  const inTime = rulesInTime.find((each) => each.includes(rules)) ?? [rules];
  const law = (section: LawSection) =>
    [...new Set(inTime.map((each) => each[section].source))].join("; ");
  const hasCapital = inTime[0]!.financing.initialCapital !== null;
  const hasOwnRate = contributionRate(rules.financing) > 0;
  const { choices: chosen, reasons } = content.method;
  const reason = (choice: keyof ModelChoices) =>
    reasons?.[choice] ?? (choice in chosen ? STATED : CHOICE_REASONS[choice]);
  const sources = {
    members: stated === undefined ? levelOf("members") : stated.source ?? STATED,
    memberGrowthBeforeBaseYear: reason("memberGrowthBeforeBaseYear"),
    terminationRatePerMonth: levelOf("termination_pct_per_month"),
    referenceUnemploymentRate: section("reference"),
    coveredUnemploymentRate: reason("coveredUnemploymentRate"),
    survival: levelOf("survival"),
    involuntaryShare: section("claims"),
    paidShare: law("contingency"),
    eligibleShare: levelOf("eligible_share"),
    qualifying: law("qualifying"),
    maximumUnemploymentMonths: section("maximum_unemployment"),
    claimantRelativity: levelOf("claimants_relative_wage"),
    administrationRate: economy(administrationSource),
    scheme: rules.source,
    insurableEarnings: law("insurableEarnings"),
    averageEarningsMonths: law("referenceWage"),
    benefitRate: law("benefit"),
    maximumDurationMonths: law("duration"),
    waitingPeriodDays: law("waitingPeriod"),
    calendar: calendar.source,
    openingFund: fund?.source ?? (hasCapital ? law("financing") : NO_FUND),
    reserveMultiple: reserve.source,
    trialContributionRate: hasOwnRate && trial.over_law !== true
      ? law("financing")
      : trial.source,
  };
  const set = Object.entries(changes).map(([name, value]) => [
    name,
    whySet !== undefined && inFile.get(name) === value
      ? `set in the valuation file: ${whySet}`
      : SET,
  ]);
  return { ...sources, ...Object.fromEntries(set) as Partial<typeof sources> };
}

/** Whether a level is of no years of the extract, in one scenario or all. */
export function isStated(
  { experience: said }: MadeFrom["basis"]["file"]["content"],
  level: Level,
): boolean {
  return [said ?? {}, ...Object.values(said?.roles ?? {})]
    .some((levels) => Object.hasOwn(levels, level));
}

/**
 * The source of a level that is stated for a role: what the level is said to be, or else the
 * one source of all levels; `null` if it is the extract's.
 */
function levelSource(
  { experience: said }: MadeFrom["basis"]["file"]["content"],
  role: string,
  level: Level,
): string | null {
  const ofRole = new Map(Object.entries(said?.roles ?? {})).get(role);
  const stating = [ofRole, said].find((levels) => Object.hasOwn(levels ?? {}, level));
  return stating === undefined ? null : stating.basis?.[level] ?? said?.source ?? STATED;
}

/** What administration is, and where the rate in force is not the stated one, also that. */
function administrationSource(
  { scenario: { basis, source, administrationRate }, choices }: {
    readonly scenario: Scenario;
    readonly choices: Pick<ModelChoices, "administration">;
  },
): string {
  const { stated, implied } = administrationRate;
  const said = basis?.administration ?? source;
  if (choices.administration === "stated" || implied === stated) return said;
  return `${basis?.administration_implied ?? "what printed results imply"} ` +
    `(in place of ${percent(stated, 2)}, ${said})`;
}
