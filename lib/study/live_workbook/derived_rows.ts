import type { SheetCell } from "@jkp/exhibit";
import { type AssumptionRow, input, ofRules, ofScenario } from "./assumption_row.ts";
import { cellName, type Grid } from "./grid.ts";
import type { LiveRules, ScenarioSteps } from "./live_scenario.ts";

/** Numbers that follow from others. */
export function derived(
  months: ReadonlyMap<string, Grid>,
): AssumptionRow[] {
  const daysOf = (name: string) => `${cellName("waitingPeriodDays", name)}/30`;
  const isIgnored = ({ steps }: LiveRules) =>
    steps.assumptions.choices.waitingPeriod === "ignored";
  const reference = (key: string, { name, steps: { estimate } }: ScenarioSteps) =>
    months.get(name)!.farRange(key, estimate.reference[0], estimate.reference[1] - 1);
  return [
    {
      key: "waitingWhole",
      title: "Wait before the first benefit, whole months",
      unit: "months",
      format: "0",
      cell: ofRules((each) =>
        isIgnored(each) ? { value: 0, look: "fixed" } : {
          value: Math.floor(each.steps.waitingShift),
          formula: `INT(${daysOf(each.name)})`,
        }
      ),
      elsewhere: "",
    },
    {
      key: "waitingPart",
      title: "and the part of a month",
      unit: "of a month",
      format: "0.0000",
      cell: ofRules((each) =>
        isIgnored(each) ? { value: 0, look: "fixed" } : {
          value: each.steps.waitingShift - Math.floor(each.steps.waitingShift),
          formula: `${daysOf(each.name)}-${cellName("waitingWhole", each.name)}`,
        }
      ),
      elsewhere: "",
    },
    {
      key: "unemployedPerMember",
      title: "Theoretical unemployed per member in the reference years",
      unit: "ratio",
      format: "0.0000",
      cell: ofScenario((each) => ({
        value: each.steps.estimate.unemployedPerMember,
        formula: `SUMPRODUCT(${reference("theoretical", each)}/${
          reference("members", each)
        })/${each.steps.estimate.reference[1] - each.steps.estimate.reference[0]}`,
      })),
      elsewhere: "",
    },
    {
      key: "coveredUnemploymentRate",
      title: "Unemployment of the covered labour force in the reference years",
      unit: "of the covered labour force",
      format: "0.0000%",
      cell: ofScenario(coveredRateCell),
      elsewhere: "--reading, or coveredUnemploymentRate of the valuation file",
    },
    {
      key: "unemployedLevel",
      title: "Estimated unemployed over members times relative odds",
      unit: "ratio",
      format: "0.000000",
      cell: ofScenario((each) => ({
        value: each.steps.estimate.level,
        formula: `SUM(${reference("theoretical", each)})/SUM(${reference("odds", each)})${
          levelOfScenario(each)
        }`,
      })),
      elsewhere: "",
    },
  ];
}

/** Whether a command would refuse what is typed, and why: formulas give a number anyway. */
export const VERDICT: AssumptionRow = {
  key: "refusal",
  title: "Whether a command would refuse these numbers",
  unit: "",
  format: "General",
  cell: ofScenario(({ name, rules }) => {
    const claims = rules.filter(({ isOfRunning }) => !isOfRunning);
    const least = (key: string, of: readonly { readonly name: string }[]) =>
      `MIN(${of.map((each) => cellName(key, each.name)).join(",")})`;
    const one = [{ name }];
    const reasons: readonly (readonly [condition: string, words: string])[] = [
      [`${least("paidShare", claims)}<=0`, "nobody who leaves is paid"],
      [`${least("eligibleShare", claims)}<=0`, "nobody who leaves has enough service"],
      [`${least("benefitRate", rules)}<=0`, "a benefit rate above 0 is wanted"],
      [
        `${least("terminationRatePerMonth", one)}<=0`,
        "a termination rate above 0 is wanted",
      ],
      [
        `${least("referenceUnemploymentRate", one)}<=0`,
        "an unemployment rate above 0 is wanted",
      ],
      [
        `${cellName("highestCoveredRate", name)}>=1`,
        "a covered unemployment rate below 100 per cent is wanted",
      ],
      [
        `${cellName("highestShareOfUnemployed", name)}>1+1E-9`,
        "no more beneficiaries than unemployed are wanted",
      ],
    ];
    return {
      value: "no",
      formula: reasons.reduceRight(
        (otherwise, [condition, words]) => `IF(${condition},"${words}",${otherwise})`,
        `"no"`,
      ),
      align: "right",
      isWrapped: true,
      longest: reasons.map(([, words]) => words)
        .reduce((one, other) => one.length > other.length ? one : other),
    };
  }),
  elsewhere: "the reason, as the command says it",
};

/** What the equations do not hold for, though formulas give a number. */
export function limitsOfModel(months: ReadonlyMap<string, Grid>): AssumptionRow[] {
  const all = (key: string, { name, valuation }: ScenarioSteps) =>
    months.get(name)!.farRange(key, 0, valuation.months.members.length - 1);
  const highest = (one: Float64Array, other: Float64Array) =>
    one.reduce((most, value, i) => Math.max(most, value / other[i]!), 0);
  return [
    {
      key: "highestShareOfUnemployed",
      title: "Beneficiaries over unemployed, highest month",
      unit: "at most 1, or outside the model",
      format: "0.0000",
      cell: ofScenario((each) => {
        const { months: projected, assumptions: { choices } } = each.valuation;
        const isFlow = choices.beneficiaryMethod === "flow";
        return {
          value: highest(
            projected.beneficiaries,
            isFlow ? projected.theoreticalUnemployed : projected.estimatedUnemployed,
          ),
          formula: `SUMPRODUCT(MAX(${all("beneficiaries", each)}/${
            all(isFlow ? "theoretical" : "estimated", each)
          }))`,
        };
      }),
      elsewhere: "the command refuses it",
    },
    {
      key: "highestCoveredRate",
      title: "Unemployment of the covered labour force, highest month",
      unit: "below 1, or outside the model",
      format: "0.0000",
      cell: ofScenario((each) => ({
        value: each.steps.estimate.coveredRate *
          Math.max(...each.steps.relativeUnemployment),
        formula: `${cellName("coveredUnemploymentRate", each.name)}*MAX(${
          all("relative", each)
        })`,
      })),
      elsewhere: "the command refuses it",
    },
  ];
}

/** By the reading in force: a number to change, or what follows from others. */
function coveredRateCell(
  { name, steps: { estimate }, valuation: { assumptions } }: ScenarioSteps,
): SheetCell {
  const value = estimate.coveredRate;
  const named = (what: string) => cellName(what, name);
  const odds = (factor: string) => `${factor}/(1+${factor})`;
  switch (assumptions.choices.coveredUnemploymentRate) {
    case "national":
      return { value, formula: named("referenceUnemploymentRate") };
    case "implied":
      return {
        value,
        formula: odds(
          [
            "referenceInvoluntaryShare",
            "referenceEligibleShare",
            "unemployedPerMember",
          ].map(named).join("*").replace(/^(.*)$/, "($1)"),
        ),
      };
    case "implied_of_scenario":
      return {
        value,
        formula: odds(
          `(${named("referenceInvoluntaryShare")}*${named("unemployedPerMember")})`,
        ),
      };
    default:
      return input(value);
  }
}

function levelOfScenario({ name, valuation: { assumptions } }: ScenarioSteps): string {
  if (assumptions.choices.coveredUnemploymentRate !== "implied_of_scenario") return "";
  const named = (what: string) => cellName(what, name);
  const perMember = named("unemployedPerMember");
  return `*(1+${named("referenceInvoluntaryShare")}*${perMember})/(1+${
    named("involuntaryShare")
  }*${perMember})`;
}
