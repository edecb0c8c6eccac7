import {
  type DisplayedFormula,
  type DocumentPart,
  formula,
  fraction,
  indexed,
  withLimits,
} from "@jkp/exhibit";

/**
 * What of the equations is left to chance, as the paths under How sure have it.
 *
 * @param scenario Title of the scenario from which paths depart.
 * @param shown Gives a formula its number.
 */
export function chanceInEquations(
  scenario: string,
  shown: (formula: DisplayedFormula["formula"], words: string) => DisplayedFormula,
): DocumentPart {
  return {
    id: "method_uncertainty",
    title: "What is left to chance",
    paragraphs: [
      "The same equations are solved on paths on which the economy departs from the " +
      "scenario. Shocks of a year are normal and go together as the process says; before the " +
      "first year nothing departs. Wages add up the departures of real growth and of " +
      "inflation.",
      "In some years a recession begins, with the probability and the years between that " +
      "the process has. Its severity is lognormal, with median 1. It multiplies the rises of " +
      "unemployment and claims, and the logarithm of one plus each is added to that year's " +
      "δ; it multiplies the logarithms of the falls of members and of real wages. What " +
      "unemployment, claims and members do passes as other departures do; the fall of real " +
      "wages stays.",
      "Terminations per member, recognition (the share of them that counts as involuntary), the " +
      "share who qualify and claim, and administration are not known exactly: each path has " +
      "one factor for each, lognormal with median 1, the same in all years. Where recognition " +
      "would pass all terminations it is cut there. All else, " +
      `time out of work among it, is as in the ${scenario} scenario on every path.`,
    ],
    formulas: [
      shown(
        formula(
          indexed("δ", "y"),
          "= φ ·",
          indexed("δ", "y − 1"),
          "+ σ ·",
          indexed("ε", "y"),
        ),
        "δ: departure of a series, as the logarithm of a factor or as a rate; φ: the part " +
          "that is left a year later; σ: standard deviation of a year's shock; ε: standard " +
          "normal. The table of the process under Assumptions has φ and σ of each series.",
      ),
      shown(
        formula(
          indexed("c", "min"),
          "= max ( 0 ,",
          withLimits("max", "y"),
          "( −",
          fraction("F(y ; 0)", "Z(y)"),
          ") )",
        ),
        "The minimum rate of a path: F(y; 0) is the fund without contributions, Z(y) what a " +
          "rate of 1 would have brought by then. The rate that is overdrawn with a chosen " +
          "chance is a quantile of it over all paths.",
      ),
    ],
  };
}
