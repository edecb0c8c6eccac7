import { yearOf } from "@jkp/month";
import { type Problem, throwIfAny } from "@jkp/problem";
import type { ValuationInputs } from "../assumptions/valuation_inputs.ts";
import { lastProjectedMonth } from "../valuation_terms.ts";

/** Refuses a population that does not start from the experience, or ends too early. */
export function checkPopulation(
  { population, experience: { members }, terms }: Pick<
    ValuationInputs,
    "population" | "experience" | "terms"
  >,
): void {
  if (population === undefined) return;
  const { firstYear, values } = population.members;
  const lastYear = firstYear + values.length - 1;
  const lastWanted = yearOf(lastProjectedMonth(terms));
  const wrong = (place: string, expected: string, received: number): Problem => ({
    file: "inputs",
    place: `population.${place}`,
    expected,
    received: String(received),
  });
  throwIfAny([
    ...(firstYear === members.year ? [] : [
      wrong(
        "members.firstYear",
        `the experience's base year, ${members.year}`,
        firstYear,
      ),
    ]),
    ...(Math.abs(values[0]! / members.average - 1) < 1e-9 ? [] : [
      wrong(
        `members of ${firstYear}`,
        `the experience's average, ${members.average}`,
        values[0]!,
      ),
    ]),
    ...(lastYear >= lastWanted
      ? []
      : [wrong("members", `years up to ${lastWanted}`, lastYear)]),
  ]);
}
