import { formatMonth } from "@jkp/month";
import {
  type ClaimSteps,
  type ProjectionSteps,
  projectionSteps,
  type RuleSteps,
  type Valuation,
} from "@jkp/valuation";

/** A valuation whose chain is written as formulas. */
export interface LiveScenario {
  /** Its name in sheets and in the names of cells. */
  readonly name: string;
  /** Its title in headings. */
  readonly title: string;
  readonly valuation: Valuation;
  /**
   * Whether its rules pay more leavers than those laid off.
   * @default {false}
   */
  readonly paysResignations?: boolean;
}

/** A scenario with the steps that its sheets show. */
export interface ScenarioSteps extends LiveScenario {
  readonly steps: ProjectionSteps;
  /** Claims by the rules under which their jobs ended. */
  readonly claims: readonly LiveClaims[];
  /** All sets of rules, those that reach running claims among them. */
  readonly rules: readonly LiveRules[];
  /** Rows of the survival column: months since the termination, from this one down to 0. */
  readonly longest: number;
  /** Whether survival runs straight between whole months: formulas can follow it. */
  readonly isSurvivalLive: boolean;
  /** Why formulas cannot follow the involuntary share; nothing if they can. */
  readonly whyShareIsFixed: string;
}

/** Claims of the jobs that end while one set of rules holds. */
export interface LiveClaims {
  /** What their columns are told apart by: nothing if all claims are alike. */
  readonly mark: string;
  /** Which they are, in words; nothing if all are alike. */
  readonly words: string;
  readonly steps: ClaimSteps;
  readonly rules: readonly LiveRules[];
}

/** One set of rules: a column of assumptions. */
export interface LiveRules {
  /** Its name in the names of cells. */
  readonly name: string;
  readonly title: string;
  /** What its columns are told apart by: nothing if there is but one. */
  readonly mark: string;
  readonly steps: RuleSteps;
  /** Whether they are new rates for claims that run. */
  readonly isOfRunning: boolean;
  /** Whether a month of benefit is the same share of the best one in every year. */
  readonly isSteady: boolean;
  /** Whether all months of benefit are paid at the best month's rate. */
  readonly isLevel: boolean;
}

/** A ratio that is 1 but for the last digits of a double. */
const NOISE = 1e-12;

/** Letters of a scenario's name that sheets and cells are called by. */
const LONGEST_NAME = 18;

/** Scenarios with names that sheets and cells can have, each another. */
export function withNames(scenarios: readonly LiveScenario[]): LiveScenario[] {
  const used = new Set<string>();
  return scenarios.map((scenario) => {
    const plain = scenario.name.replace(/[^A-Za-z0-9_]/g, "_").slice(0, LONGEST_NAME);
    let name = plain;
    for (let count = 2; used.has(name.toLowerCase()); count++) {
      const mark = `_${count}`;
      name = plain.slice(0, LONGEST_NAME - mark.length) + mark;
    }
    used.add(name.toLowerCase());
    return { ...scenario, name };
  });
}

/** Gathers what the sheets of a scenario show. */
export function stepsOf(scenario: LiveScenario): ScenarioSteps {
  const { name, title, valuation: { assumptions, periods } } = scenario;
  const { survival, maximumUnemploymentMonths } = assumptions;
  const steps = projectionSteps(periods);
  const isOne = steps.claims.length === 1;
  let count = 0;
  const claims = steps.claims.map((each, place): LiveClaims => {
    const [before, next] = [place > 0, steps.claims[place + 1]];
    const words = isOne
      ? ""
      : before
      ? `jobs ended from ${formatMonth(each.from)}`
      : `jobs ended before ${formatMonth(next!.from)}`;
    return {
      mark: isOne ? "" : `#${place + 1}`,
      words,
      steps: each,
      rules: each.rules.map((rules, i): LiveRules => {
        count++;
        const isOfRunning = i > 0;
        const said = isOfRunning
          ? `, ${words}, paid from ${formatMonth(rules.from)}`
          : isOne
          ? ""
          : `, ${words}`;
        return {
          name: count === 1 ? name : `${name}.${count}`,
          title: `${title}${said}`,
          mark: isOne ? "" : `#${count}`,
          steps: rules,
          isOfRunning,
          isSteady: isSteady(rules),
          isLevel: isSteady(rules) &&
            rules.relativeBenefits.every(([first]) => isClose(first!, 1)),
        };
      }),
    };
  });
  const rules = claims.flatMap(({ rules }) => rules);
  return {
    ...scenario,
    steps,
    claims,
    rules,
    longest: Math.max(...rules.map(({ steps }) => steps.relativeBenefits.length)),
    isSurvivalLive: survival.rule === "linear" &&
      survival.points.every(({ time }) =>
        Number.isInteger(time) || time > maximumUnemploymentMonths
      ),
    whyShareIsFixed: whyShareIsFixed(scenario, rules),
  };
}

/** Only where who is paid is who is laid off does one share follow from the other. */
function whyShareIsFixed(
  { paysResignations = false, valuation: { assumptions } }: LiveScenario,
  rules: readonly LiveRules[],
): string {
  const isAsLaidOff = rules.every(({ steps }) =>
    steps.assumptions.involuntaryShare === assumptions.scenarioInvoluntaryShare
  );
  return paysResignations || !isAsLaidOff
    ? "not only those laid off are paid, and who leaves decides what is and how long"
    : rules.some(({ steps }) => steps.assumptions.entitledRelativity !== undefined)
    ? "with members' ages it moves who is entitled in later years"
    : "";
}

function isSteady({ relativeBenefits, assumptions }: RuleSteps): boolean {
  return relativeBenefits.slice(0, assumptions.maximumDurationMonths)
    .every((byMonth) => byMonth.every((value) => isClose(value, byMonth[0]!)));
}

function isClose(one: number, other: number): boolean {
  return Math.abs(one - other) <= NOISE * Math.max(1, Math.abs(other));
}
