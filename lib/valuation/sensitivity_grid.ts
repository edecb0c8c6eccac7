import { balanceProductivity, type Scenario } from "@jkp/economy";
import { sectionInWords } from "@jkp/exhibit";
import type { YearlyPath } from "@jkp/month";
import { checkArgument, DataError } from "@jkp/problem";
import { checkRules, type RulesInTime } from "@jkp/scheme";
import type { ValuationAssumptions } from "./assumptions/valuation_assumptions.ts";
import type { ValuationInputs } from "./assumptions/valuation_inputs.ts";
import { breakEvenRate, fundTerms } from "./fund.ts";
import { type SchemeValuations, valueSchemes } from "./value_schemes.ts";

/** An assumption that is moved up and down, everything else as it was. */
export interface MovedAssumption {
  /** Short name, for example `unemployment`. */
  readonly name: string;
  readonly title: string;
  /** What the amounts are: per cent of the value, points a year, months. */
  readonly unit: string;
  /** By how much it is moved, in that unit, each alone. */
  readonly amounts: readonly number[];
  readonly move: (inputs: ValuationInputs, amount: number) => ValuationInputs;
}

/** Contribution rates for benefits and administration, fractions of insurable earnings. */
export interface GridRates {
  readonly suggested: number;
  readonly minimum: number;
  /** Without a floor: below 0 where the opening fund pays for everything. */
  readonly breakEven: number;
}

/** What one movement does. */
export interface GridRow {
  readonly assumption: MovedAssumption;
  readonly amount: number;
  /** `null` where the assumption cannot be moved so far. */
  readonly rates: GridRates | null;
  /** Rates less those as assumed. */
  readonly differences: GridRates | null;
  /** Why there are no rates. */
  readonly whyNot: string | null;
}

/** What single movements of assumptions do to the contribution rates of a scheme. */
export interface SensitivityGrid {
  readonly asAssumed: GridRates;
  readonly rows: readonly GridRow[];
}

const TENTH = { unit: "% of its value", amounts: [-10, 10] } as const;
const POINT_A_YEAR = { unit: "points a year", amounts: [-1, 1] } as const;

/** What a valuation is tried for: each assumption alone, in both directions. */
export const GRID_ASSUMPTIONS: readonly MovedAssumption[] = [
  {
    name: "unemployment",
    title: "National unemployment in every year",
    unit: "points",
    amounts: [-1, -0.5, 0.5, 1],
    move: (inputs, points) =>
      changed(inputs, ({ unemploymentRate }) => ({
        unemploymentRate: raised(unemploymentRate, points / 100),
      })),
  },
  {
    name: "wages",
    title: "Growth of real wages",
    ...POINT_A_YEAR,
    move: (inputs, points) => {
      const { scenario, choices } = inputs;
      const own = choices.productivity === "balanced"
        ? balanceProductivity(scenario)
        : scenario;
      const moved: Scenario = {
        ...own,
        productivityGrowth: raised(own.productivityGrowth, points / 100),
      };
      return {
        ...inputs,
        scenario: moved,
        choices: { ...choices, productivity: "as_printed" },
      };
    },
  },
  {
    name: "return",
    title: "Return of the fund",
    ...POINT_A_YEAR,
    move: (inputs, points) =>
      changed(inputs, ({ investmentReturn }) => ({
        investmentReturn: raised(investmentReturn, points / 100),
      })),
  },
  {
    name: "members",
    title: "Growth of members",
    ...POINT_A_YEAR,
    move: (inputs, points) =>
      changed(inputs, ({ members }) => ({ members: grown(members, points / 100) })),
  },
  {
    name: "terminations",
    title: "Terminations per member",
    ...TENTH,
    move: (inputs, percent) =>
      changed(inputs, ({ terminationRatePerMonth }) => ({
        terminationRatePerMonth: timesPercent(terminationRatePerMonth, percent),
      })),
  },
  {
    name: "recognition",
    title: "Terminations that count as involuntary",
    unit: TENTH.unit,
    // Half and twice, too: scenarios go as far, and what will be recognised nobody knows.
    amounts: [-50, ...TENTH.amounts, 100],
    move: (inputs, percent) => {
      const { scenario } = inputs;
      const involuntaryShare = timesPercent(scenario.involuntaryShare, percent);
      return { ...inputs, scenario: { ...scenario, involuntaryShare } };
    },
  },
  {
    name: "claims",
    title: "Those among them who are eligible and claim",
    ...TENTH,
    move: (inputs, percent) =>
      changed(inputs, ({ eligibleShare }) => ({
        eligibleShare: timesPercent(eligibleShare, percent),
      })),
  },
  {
    name: "time_out_of_work",
    title: "Time out of work",
    ...TENTH,
    move: (inputs, percent) =>
      changed(inputs, ({ survival }) => ({
        survival: {
          ...survival,
          points: survival.points.map((point) => ({
            ...point,
            time: timesPercent(point.time, percent),
          })),
        },
      })),
  },
  {
    name: "longest_benefit",
    title: "Longest benefit",
    unit: "months",
    amounts: [-1, 1],
    move: (inputs, months) =>
      changed(inputs, ({ maximumDurationMonths }) => ({
        maximumDurationMonths: maximumDurationMonths + months,
      })),
  },
  {
    name: "administration",
    title: "Administration",
    unit: "% of its value",
    // Half and twice: where it is an assumption, it is known no better.
    amounts: [-50, 100],
    move: (inputs, percent) =>
      changed(inputs, ({ administrationRate }) => ({
        administrationRate: timesPercent(administrationRate, percent),
      })),
  },
];

/**
 * Moves the assumptions of a valuation one at a time, up and down, and solves its
 * contribution rates again. No change of behaviour is assumed. A scheme that gives a range
 * of durations is tried at the longest.
 *
 * @param rules The scheme's rules, as they change in time.
 * @param inputs Whose assumptions are moved.
 * @param assumptions What is moved, and by how much.
 * @returns The rates as assumed, and after each movement; a movement that leads out of the
 * model, or out of what an assumption can be, says why it has none.
 * @throws {DataError} If the inputs are wrong before anything is moved.
 * @throws {RangeError} If the scheme cannot be valued as assumed.
 *
 * @example A point more of unemployment: 1.57 per cent in place of 1.35
 * ```ts
 * import { mainInputs, runValuation, sensitivityGrid } from "@jkp/valuation";
 * import { readValuation } from "@jkp/valuation/read";
 * import { assertEquals } from "@std/assert";
 *
 * const run = runValuation(await readValuation("report_2021"));
 * const { rows, asAssumed } = sensitivityGrid(run.rulesInTime[0]!, mainInputs(run));
 * const more = rows.find(({ assumption, amount }) =>
 *   assumption.name === "unemployment" && amount === 1
 * )!;
 * const percent = (rate: number) => (100 * rate).toFixed(2);
 * assertEquals([asAssumed, more.rates!].map((each) => percent(each.suggested)), [
 *   "1.35",
 *   "1.57",
 * ]);
 * ```
 */
export function sensitivityGrid(
  rules: RulesInTime,
  inputs: ValuationInputs,
  assumptions: readonly MovedAssumption[] = GRID_ASSUMPTIONS,
): SensitivityGrid {
  const doing = "move assumptions";
  checkRules(doing, rules);
  checkArgument(doing, "a record of inputs, as runValuation gives it,", inputs, [
    "experience",
    "scenario",
  ]);
  const before = ratesAsAssumed(doing, rules, inputs);
  const rows = assumptions.flatMap((assumption) =>
    assumption.amounts.map((amount): GridRow => {
      const after = ratesAfter(rules, () => assumption.move(inputs, amount));
      return { assumption, amount, ...movedRates(before, after) };
    })
  );
  return { asAssumed: before, rows };
}

/** Rates before and after a movement, side by side. */
export function movedRates(
  before: GridRates,
  after: GridRates | string,
): Pick<GridRow, "rates" | "differences" | "whyNot"> {
  if (typeof after === "string") {
    return { rates: null, differences: null, whyNot: after };
  }
  const differences = {
    suggested: after.suggested - before.suggested,
    minimum: after.minimum - before.minimum,
    breakEven: after.breakEven - before.breakEven,
  };
  return { rates: after, differences, whyNot: null };
}

/** The rates of a scheme on inputs, or why there are none. */
export function ratesAfter(
  rules: RulesInTime,
  inputsOf: () => ValuationInputs,
): GridRates | string {
  try {
    return ratesOf(valueSchemes([rules], [inputsOf()]));
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    return error.problems
      // No guess at what a user may have meant: nobody typed the value.
      .map(({ place, expected, received = "nothing" }) =>
        [
          ...(place === undefined ? [] : [sectionInWords(place.split(".").at(-1)!)]),
          `${expected} is wanted, got ${received.replace(/ \(did you.*/, "")}`,
        ].join(": ")
      )
      .join("; ");
  }
}

/**
 * The rates of a scheme before anything is moved.
 * @throws {DataError} If the inputs are wrong.
 * @throws {RangeError} If the scheme cannot be valued.
 */
export function ratesAsAssumed(
  doing: string,
  rules: RulesInTime,
  inputs: ValuationInputs,
): GridRates {
  const rates = ratesOf(valueSchemes([rules], [inputs]));
  if (typeof rates !== "string") return rates;
  throw new RangeError(`Cannot ${doing}: a scheme is wanted, got ${rates}`);
}

function ratesOf({ valued, leftOut }: SchemeValuations): GridRates | string {
  const one = valued.find(({ duration }) => duration === "longest");
  if (one === undefined) return leftOut[0]!.reason;
  const { years, assumptions, financing } = one.valuation;
  const { suggestedRate, minimumRate } = financing.benefit_and_administrative;
  return {
    suggested: suggestedRate,
    minimum: minimumRate,
    breakEven: breakEvenRate(years, fundTerms(assumptions)),
  };
}

/** Moves what the assumptions are once the rules are in them. */
function changed(
  inputs: ValuationInputs,
  of: (assumptions: ValuationAssumptions) => Partial<ValuationAssumptions>,
): ValuationInputs {
  const { change: before = (unchanged) => unchanged } = inputs;
  return {
    ...inputs,
    change: (assumptions) => {
      const all = before(assumptions);
      return { ...all, ...of(all) };
    },
  };
}

function timesPercent(value: number, percent: number): number {
  return value * (1 + percent / 100);
}

function raised(path: YearlyPath, by: number): YearlyPath {
  return { ...path, values: path.values.map((value) => value + by) };
}

/** Levels whose growth is so much higher in every year after the first. */
function grown({ firstYear, values }: YearlyPath, by: number): YearlyPath {
  const levels = [values[0]!];
  for (let i = 1; i < values.length; i++) {
    levels.push(levels[i - 1]! * (values[i]! / values[i - 1]! + by));
  }
  return { firstYear, values: levels };
}
