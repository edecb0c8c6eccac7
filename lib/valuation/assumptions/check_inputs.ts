import type { Scenario } from "@jkp/economy";
import { checkSchema } from "@jkp/files";
import * as v from "valibot";
import { ABOVE_ZERO, GROWTH, RANGES } from "./ranges.ts";
import type { RulesData } from "./rules_data.ts";
import { choicesSchema, TERMS } from "./terms_and_choices.ts";
import type { StatedInputs, ValuationInputs } from "./valuation_inputs.ts";
import {
  bySex,
  oneOf,
  path,
  type SchemasOf,
  SURVIVAL_CURVE,
  text,
  within,
} from "./value_schemas.ts";

const spread = bySex({
  ...ABOVE_ZERO,
  expected: "a spread above 0, up to 5",
  highest: 5,
});

const INPUTS = v.strictObject(
  {
    experience: v.looseObject({}, "what an extract showed"),
    scenario: v.strictObject(
      {
        name: text,
        title: text,
        titleId: v.optional(text),
        source: text,
        yearBasis: v.optional(v.array(
          v.strictObject({ year: within(RANGES.year), basis: text }),
          "a list of years",
        )),
        basis: v.optional(v.partial(v.strictObject({
          reference: text,
          claims: text,
          maximum_unemployment: text,
          administration: text,
          administration_implied: text,
          investment: text,
        }, "what sections are"))),
        realGdpGrowth: path(GROWTH),
        employmentGrowth: path(GROWTH),
        productivityGrowth: path(GROWTH),
        unemploymentRate: path(RANGES.unemploymentRate),
        reference: v.strictObject(
          {
            firstYear: within(RANGES.year),
            lastYear: within(RANGES.year),
            unemploymentRate: within(RANGES.unemploymentRate),
            involuntaryShare: within(RANGES.involuntaryShare),
          } satisfies SchemasOf<Scenario["reference"]>,
          "the reference years",
        ),
        inflation: path(GROWTH),
        realReturn: path(GROWTH),
        involuntaryShare: within(RANGES.involuntaryShare),
        maximumUnemploymentMonths: within(RANGES.maximumUnemploymentMonths),
        claimantEarningsProfile: oneOf(["leavers", "members_of_same_age"]),
        claimantEarningsFactor: within(ABOVE_ZERO),
        claimantEarningsSpread: spread,
        memberEarningsSpread: spread,
        administrationRate: v.strictObject(
          {
            stated: within(RANGES.administrationRate),
            implied: within(RANGES.administrationRate),
          } satisfies SchemasOf<Scenario["administrationRate"]>,
          "administration rates",
        ),
      } satisfies SchemasOf<Scenario>,
      "a scenario",
    ),
    terms: TERMS,
    choices: choicesSchema(false),
    data: v.optional(v.strictObject(
      {
        extractShares: v.optional(v.unknown()),
        serviceShares: v.optional(v.unknown()),
        averageWages: v.optional(v.unknown()),
        amounts: v.optional(v.unknown()),
        severance: v.optional(v.unknown()),
      } satisfies SchemasOf<RulesData>,
      "a table of data",
    )),
    inactivityCurve: v.optional(SURVIVAL_CURVE),
    population: v.optional(v.looseObject({
      members: path(RANGES.members),
      terminationRelativity: path(ABOVE_ZERO),
    }, "members of a population")),
    stated: v.optional(v.strictObject(
      {
        members: v.optional(path(RANGES.members)),
        followsUnemployment: v.optional(v.boolean("true or false")),
        basis: v.array(text, "a list of texts"),
      } satisfies SchemasOf<StatedInputs>,
      "what is stated",
    )),
    change: v.optional(v.function("a function of assumptions")),
  } satisfies SchemasOf<ValuationInputs>,
);

/**
 * Refuses inputs that no assumptions can be made from, all problems at once.
 *
 * @param inputs The inputs; the experience is taken as it is.
 * @throws {DataError} With every problem.
 */
export function checkInputs(inputs: ValuationInputs): void {
  checkSchema("inputs", inputs, INPUTS);
}
