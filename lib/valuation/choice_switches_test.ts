import {
  assert,
  assertAlmostEquals,
  assertEquals,
  assertStringIncludes,
  assertThrows,
} from "@std/assert";
import { choiceSwitches } from "./choice_switches.ts";
import { CHOICE_REASONS, READINGS } from "./choices.ts";
import { readValuation } from "./read.ts";
import { mainInputs, runValuation } from "./run_valuation.ts";

const REPORT = runValuation(await readValuation("report_2021"));
const INPUTS = mainInputs(REPORT);

Deno.test("choiceSwitches() decides every choice otherwise, and none as it is", () => {
  const { rows, asAssumed } = choiceSwitches(REPORT.rulesInTime[0]!, INPUTS);
  assertEquals(
    new Set(rows.map(({ choice }) => choice)),
    new Set(Object.keys(CHOICE_REASONS)),
  );
  for (const { inForce, switchedTo, rates, differences } of rows) {
    assert(inForce !== switchedTo && !`${switchedTo}`.endsWith("in_report"));
    assertAlmostEquals(
      rates!.suggested - asAssumed.suggested,
      differences!.suggested,
      1e-15,
    );
  }
});

Deno.test("choiceSwitches() has the rate of a valuation that makes the choice", async () => {
  const { rows } = choiceSwitches(REPORT.rulesInTime[0]!, INPUTS);
  const rateOf = (choice: string, value: unknown) =>
    rows.find((row) => row.choice === choice && row.switchedTo === value)!.rates!;
  const basis = await readValuation("report_2021");
  const choices = { ...INPUTS.choices, contributors: "members_less_beneficiaries" };
  const scenarios = basis.scenarios.map((each) => ({ ...each, choices }));
  const again = runValuation({ ...basis, scenarios } as typeof basis);
  const { valuation } = again.valued.find(({ valuation }) =>
    valuation.assumptions.scenarioName === "base"
  )!;
  assertEquals(
    rateOf("contributors", "members_less_beneficiaries").suggested,
    valuation.financing.benefit_and_administrative.suggestedRate,
  );
  const { memberGrowthBeforeBaseYear } = READINGS.national_odds;
  assert(rateOf("memberGrowthBeforeBaseYear", memberGrowthBeforeBaseYear).suggested > 0);
});

Deno.test("choiceSwitches() says why a choice cannot be valued, and wants inputs", () => {
  // Half a termination in a thousand members a month is none when it is rounded.
  const few: typeof INPUTS = {
    ...INPUTS,
    change: (assumptions) => ({ ...assumptions, terminationRatePerMonth: 0.0002 }),
  };
  const { rows } = choiceSwitches(REPORT.rulesInTime[0]!, few);
  const rounded = rows.find(({ switchedTo }) => switchedTo === "each_year_as_printed")!;
  assertEquals([rounded.rates, rounded.differences], [null, null]);
  assertStringIncludes(rounded.whyNot!, "a termination rate above 0");
  assertThrows(
    () => choiceSwitches(REPORT.rulesInTime[0]!, {} as typeof INPUTS),
    RangeError,
    "Cannot switch choices",
  );
});
