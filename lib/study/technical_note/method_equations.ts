import {
  type DisplayedFormula,
  type DocumentPart,
  formatNumber,
  formula,
  fraction,
  indexed,
  keyInWords,
  percent,
  raised,
  roundedPercent,
  withLimits,
} from "@jkp/exhibit";
import { DAYS_PER_MONTH } from "@jkp/month";
import {
  type mainInputs,
  projectionSteps,
  type SchemeValuation,
  YEARS_INVESTED,
} from "@jkp/valuation";
import { chanceInEquations } from "./chance_in_equations.ts";

type Formula = DisplayedFormula["formula"];

/** Formulas of the method, by name: what is worked out for one month shows them again. */
export interface MethodFormulas {
  readonly terminations: Formula;
  readonly unemployed: Formula;
  readonly theoreticalBeneficiaries: Formula;
  readonly estimatedUnemployed: Formula | null;
  readonly beneficiaries: Formula;
  readonly referenceEarnings: Formula;
  readonly meanBenefit: Formula;
  readonly insurableEarnings: Formula;
  readonly paygCostRate: Formula;
  readonly fund: Formula;
}

/** The method's formulas under the choices in force. */
export function methodFormulas(
  { valuation: { assumptions } }: SchemeValuation,
): MethodFormulas {
  const { choices, followsUnemployment = true } = assumptions;
  const isRelative = hasRelative(assumptions);
  const paid = formula(withLimits("∑", "d = 0", "D − 1"), "N(t − d) S(d + w)");
  const isBeforeClaim = choices.referenceEarnings === "before_claim";
  const timing = YEARS_INVESTED[choices.fundFlows];
  const flow = formula("(c · E(y) − X(y))");
  return {
    terminations: followsUnemployment
      ? formula("N(t) = q · x(t) · M(t) , x(t) =", fraction("u(t)", indexed("u", "0")))
      : isRelative
      ? formula("N(t) = q · x(t) · M(t)")
      : formula("N(t) = q · M(t)"),
    unemployed: formula("T(t) =", withLimits("∑", "d ≥ 0"), "N(t − d) S(d)"),
    theoreticalBeneficiaries: formula("b(t) =", paid),
    estimatedUnemployed: choices.beneficiaryMethod === "flow"
      ? null
      : isRelative
      ? formula("U(t) = l · M(t) · x(t) ·", fraction("1 − a", "1 − a · x(t)"))
      : formula("U(t) = l · M(t)"),
    beneficiaries: choices.beneficiaryMethod === "flow"
      ? formula("B(t) = v · s · b(t)")
      : formula("B(t) = v · s ·", fraction("b(t)", "T(t)"), "· U(t)"),
    referenceEarnings: formula(
      "A(t) =",
      fraction("1", "m"),
      withLimits("∑", "j = 1", "m"),
      "G(t − j)",
    ),
    meanBenefit: isBeforeClaim
      ? formula(
        "z(t) =",
        fraction(
          formula(
            withLimits("∑", "d"),
            "N(t − d) S(d + w)",
            indexed("r", "d"),
            "A(t − d)",
          ),
          formula(withLimits("∑", "d"), "N(t − d) S(d + w)"),
        ),
      )
      : formula(
        "z(t) = A(t) ·",
        fraction(
          formula(withLimits("∑", "d"), "N(t − d) S(d + w)", indexed("r", "d")),
          formula(withLimits("∑", "d"), "N(t − d) S(d + w)"),
        ),
      ),
    insurableEarnings: formula("E(y) =", withLimits("∑", "t ∈ y"), "M(t) W(t)"),
    paygCostRate: formula(
      "p(y) =",
      fraction(formula(withLimits("∑", "t ∈ y"), "B(t) z(t)"), "E(y)"),
      "+ g",
    ),
    fund: formula(
      "F(y) = F(y − 1) · (1 + i(y)) +",
      flow,
      ...(timing === 0
        ? []
        : timing === 1
        ? ["· (1 + i(y))"]
        : ["·", raised("(1 + i(y))", fraction("1", "2"))]),
    ),
  };
}

/** Whether there is an x(t): something moves terminations and the unemployed by month. */
function hasRelative(
  { followsUnemployment = true, terminationRelativity }:
    SchemeValuation["valuation"]["assumptions"],
): boolean {
  return followsUnemployment || terminationRelativity !== undefined;
}

/** The number that each formula is shown under, in the order of the method. */
export function formulaNumbers(
  valued: SchemeValuation,
): ReadonlyMap<keyof MethodFormulas, number> {
  const shown = Object.entries(methodFormulas(valued))
    .filter(([, formula]) => formula !== null);
  return new Map(shown.map(([name], i) => [name as keyof MethodFormulas, i + 1]));
}

/**
 * The method as equations, a part a stage, with the choices that are in force and the values
 * of the main scenario: everything that a valuation by hand needs.
 *
 * @param valued The scheme in the main scenario.
 * @param scenarios The main scenario, and titles of those in which terminations follow
 * unemployment.
 * @param timeOutOfWork Where survival out of work is from, in words.
 */
export function methodEquations(
  valued: SchemeValuation,
  { main, alsoFollow }: {
    readonly main: ReturnType<typeof mainInputs>["scenario"];
    readonly alsoFollow: readonly string[];
  },
  timeOutOfWork: string,
): readonly DocumentPart[] {
  const { assumptions: of, periods } = valued.valuation;
  const { choices, terms, followsUnemployment = true, memberGrowthBeforeBaseYear } = of;
  const { estimate } = projectionSteps(periods);
  const all = methodFormulas(valued);
  let count = 0;
  const shown = (formula: Formula, words: string): DisplayedFormula => ({
    number: String(++count),
    formula,
    words,
  });
  const base = of.members.firstYear;
  const isFlow = choices.beneficiaryMethod === "flow";
  const wait = choices.waitingPeriod === "ignored" ? 0 : of.waitingPeriodDays;
  return [
    {
      id: "method_members",
      title: "Members",
      paragraphs: [
        "A month t stands at its middle, and y is its year; d counts the months since a job " +
        "ended. Members of a year stand at its middle, and months follow from years " +
        `${shapeInWords(choices.levelShape)}. Before ${base} members are taken to have ` +
        `grown by ${
          percent(memberGrowthBeforeBaseYear, 2)
        } a year, so that claims of jobs ` +
        "that ended before the projection are complete. The tables of assumptions by year " +
        "have M(y) for every scenario.",
      ],
    },
    {
      id: "method_terminations",
      title: "Terminations",
      formulas: [shown(
        all.terminations,
        `N(t): terminations, M(t): members, q: terminations per member and month, ${
          percent(of.terminationRatePerMonth, 4)
        }${
          followsUnemployment
            ? `; u(t): national unemployment, ${
              shapeInWords(choices.unemploymentShape)
            }; u_0: the same in the reference years, ${
              percent(of.referenceUnemploymentRate, 2)
            }; up to ${base} x(t) is 1.`
            : `. In the ${main.title} scenario they do not follow national unemployment${
              alsoFollow.length === 0
                ? ""
                : `; in ${
                  new Intl.ListFormat("en-GB").format(alsoFollow)
                } they do, as N(t) = q · M(t) · u(t) / u_0, with u_0 that of the table of ` +
                  "assumptions"
            }.`
        }${
          of.terminationRelativity === undefined
            ? ""
            : followsUnemployment
            ? " x(t) is multiplied by what the sexes and ages of members do to terminations."
            : " x(t): what the sexes and ages of members do to terminations."
        }`,
      )],
    },
    {
      id: "method_unemployed",
      title: "Time out of work",
      paragraphs: [
        "S(d) is the probability of being still out of work d months after a job ended " +
        `(${timeOutOfWork}). It is straight between months, and 0 after ` +
        `${of.maximumUnemploymentMonths} months; its table stands under Assumptions.`,
      ],
      formulas: [
        shown(all.unemployed, "T(t): theoretical unemployed."),
        shown(
          all.theoreticalBeneficiaries,
          "b(t): those of them within the months of benefit; D: longest benefit, " +
            `${of.maximumDurationMonths} months; w: waiting period, ${
              wait === 0
                ? "none"
                : `${wait} days of ${DAYS_PER_MONTH} (it ${
                  keyInWords(choices.waitingPeriod)
                })`
            }.`,
        ),
      ],
    },
    {
      id: "method_beneficiaries",
      title: "Beneficiaries",
      formulas: [
        ...(all.estimatedUnemployed === null ? [] : [shown(
          all.estimatedUnemployed,
          (hasRelative(of)
            ? "U(t): estimated unemployed, which move with the odds of the unemployment rate " +
              "of the covered labour force, a = " +
              `${percent(estimate.coveredRate, 2)} where x is 1; `
            : "U(t): estimated unemployed; ") +
            `l = ${formatNumber(estimate.level, 6)} makes U ${
              estimate.levelOfScenario === 1
                ? "and T equal"
                : `${formatNumber(estimate.levelOfScenario, 4)} times T`
            } on average over ${of.referenceYears[0]} to ${of.referenceYears[1]}.`,
        )]),
        shown(
          all.beneficiaries,
          "B(t): beneficiaries, none before benefits begin; v: terminations that count as " +
            `involuntary, or are paid for, ${
              percent(of.involuntaryShare, 2)
            }; s: those ` +
            `among them who qualify and claim, ${percent(of.eligibleShare, 2)}.${
              isFlow ? "" : " Annex I of ILO (2021) has this ratio."
            }`,
        ),
      ],
    },
    {
      id: "method_benefits",
      title: "Benefits and their cost",
      paragraphs: [
        "Wages of each sex are lognormal before any limit. Their means begin at those of the " +
        "base year and grow by (1 + productivity growth) (1 + inflation) a year; standard " +
        `deviations of their logarithms are ${
          spreadInWords(main.memberEarningsSpread)
        } ` +
        `for members, ${
          spreadInWords(main.claimantEarningsSpread)
        } for claimants. W and G ` +
        "are means of both sexes, of wages kept between the floor and the ceiling that the " +
        "law has in the year.",
      ],
      formulas: [
        shown(
          all.referenceEarnings,
          "A(t): earnings that a benefit is a share of; G: mean insurable earnings of " +
            `claimants; m: ${of.averageEarningsMonths} ${
              of.averageEarningsMonths === 1 ? "month" : "months"
            } before ${
              choices.referenceEarnings === "before_claim" ? "the claim" : "each payment"
            }.`,
        ),
        shown(
          all.meanBenefit,
          `z(t): mean benefit a month, over the months of benefit d from 0 to D − 1; r_d: ` +
            `rate in month d, ${
              roundedPercent(of.benefitRate, 2)
            } % in the best paid month; the law's steps make it less in others, and a ` +
            "minimum or a maximum moves it.",
        ),
        shown(
          all.insurableEarnings,
          "E(y): insurable earnings of a year; W(t): mean insurable earnings of members, " +
            `under the ceiling of the law, ${shapeInWords(choices.levelShape)}.`,
        ),
        shown(
          all.paygCostRate,
          "p(y): PAYG cost rate; g: administration, " +
            `${percent(of.administrationRate, 3)} of insurable earnings.`,
        ),
      ],
    },
    {
      id: "method_fund",
      title: "Fund and contribution rates",
      formulas: [
        shown(
          all.fund,
          "F(y): fund at the end of a year; c: contribution rate; X(y) = p(y) · E(y): " +
            "expenses; i(y): nominal return, (1 + real return) (1 + inflation) − 1. Income " +
            `and expenses fall ${FLOWS[choices.fundFlows]}; the fund begins with ${
              of.initialCapitalIdr === 0
                ? "nothing"
                : `${formatNumber(of.initialCapitalIdr / 1e12, 3)} trillion rupiah`
            }.`,
        ),
        shown(
          formula(
            indexed("c", "k"),
            "= min { c ≥ 0 : F(Y) ≥ k · X(Y) , F(y) ≥ 0 }",
          ),
          `The suggested rate has k = ${terms.reserveMultiple}, the minimum rate k = 0; y ` +
            "goes over all years up to the last one, Y. Each F(y) is a straight line in c, " +
            "so that there is one such rate.",
        ),
      ],
    },
    chanceInEquations(main.title, shown),
  ];
}

/** Standard deviations of logarithms, by sex. */
function spreadInWords({ male, female }: { male: number; female: number }): string {
  return `${formatNumber(male, 2)} (men) and ${formatNumber(female, 2)} (women)`;
}

/** When in a year the fund's income and expenses fall. */
const FLOWS = {
  year_end: "at the end of a year",
  mid_year: "in the middle of a year",
  year_start: "at the beginning of a year",
} as const;

/** How yearly values become monthly. */
function shapeInWords(shape: "step" | "midyear_linear" | "midyear_log_linear"): string {
  switch (shape) {
    case "step":
      return "alike in all months of a year";
    case "midyear_linear":
      return "on straight lines between mid-years";
    case "midyear_log_linear":
      return "at a steady rate of growth between mid-years";
  }
}
