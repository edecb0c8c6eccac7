import { rulesAt } from "@jkp/scheme";
import { readScheme } from "@jkp/scheme/read";
import { deriveAssumptions, valueAssumptions } from "@jkp/valuation";
import { readValuation, reportInputs } from "@jkp/valuation/read";
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { schemeComparison } from "./compare_schemes.ts";
import { comparisonExhibits } from "./comparison_exhibits.ts";

const INPUTS = await readValuation("report_2021", {
  designs: ["jkp_2021", "proposed_2021", "thailand", "proposed_2023"],
});

Deno.test("schemeComparison() values every scheme in every scenario", () => {
  const { valued, leftOut, coverage } = schemeComparison(INPUTS);
  assertEquals(leftOut, []);
  const names = new Set(
    valued.map(({ rules, scenarioName }) => `${rules.name} ${scenarioName}`),
  );
  assertEquals(names.size, 12);
  assertEquals(
    coverage.map(({ rules }) => rules.name),
    INPUTS.schemes.map(({ name }) => name),
  );
});

Deno.test("schemeComparison() costs the proposal among others what the laws' choices do", async () => {
  const report = await reportInputs("base");
  const inputs = { ...report, choices: INPUTS.scenarios[0]!.choices };
  const rules = rulesAt(
    await readScheme("proposed_2021"),
    inputs.terms.firstBenefitMonth,
  );
  const { financing } = valueAssumptions(deriveAssumptions(inputs, rules).assumptions);
  const { valued } = schemeComparison(INPUTS);
  const ours = valued.find((each) =>
    each.rules.name === "proposed_2021" && each.scenarioName === "base"
  );
  assertAlmostEquals(
    ours!.suggestedRate,
    financing.benefit_and_administrative.suggestedRate,
    1e-12,
  );
});

Deno.test("schemeComparison() names all at once when names are there again or scenarios missing", () => {
  const [jkp, proposed] = INPUTS.schemes;
  const [base] = INPUTS.scenarios;
  const error = assertThrows(
    () =>
      schemeComparison({
        ...INPUTS,
        schemes: [jkp!, proposed!, jkp!, proposed!, jkp!],
        scenarios: [base!, base!],
      }),
    RangeError,
  );
  assertEquals(error.message.split("\n").length, 3);
  assert(error.message.includes("each scheme once is wanted, got jkp_2021 again"));
  assertThrows(
    () => schemeComparison({ ...INPUTS, scenarios: [] }),
    RangeError,
    "at least one scenario is wanted",
  );
});

Deno.test("schemeComparison() leaves the rate as it is when a change says what holds", () => {
  const thailand = { ...INPUTS, schemes: [INPUTS.schemes[2]!] };
  const [one, other] = [{}, { involuntaryShare: 0.5 }].map((changes) =>
    schemeComparison({ ...thailand, scenarios: [INPUTS.scenarios[1]!] }, changes)
  );
  assertAlmostEquals(
    one!.valued[0]!.suggestedRate,
    other!.valued[0]!.suggestedRate,
    1e-12,
  );
});

Deno.test("six months in a row leave leavers out under JKP, and nobody under the review's proposal", () => {
  const jkp = INPUTS.schemes[0]!;
  const qualifying = jkp.sections.qualifying.map((each) => ({
    ...each,
    consecutiveMonths: null,
  }));
  const without = { ...jkp, name: "without", sections: { ...jkp.sections, qualifying } };
  const { valued } = schemeComparison({
    ...INPUTS,
    schemes: [...INPUTS.schemes, without],
  });
  const inBase = (name: string) =>
    valued.find((each) => each.rules.name === name && each.scenarioName === "base")!;
  const [asItIs, relaxed, review] = ["jkp_2021", "without", "proposed_2023"].map(inBase);
  assert(asItIs!.excludedByRow > 0.003, `${asItIs!.excludedByRow}`);
  assertEquals([relaxed!.excludedByRow, review!.excludedByRow], [0, 0]);
  assertEquals(relaxed!.excludedByService, review!.excludedByService);
  const [with6, without6] = [asItIs, relaxed].map((each) =>
    each!.valuation.years.at(-1)!.benefitsIdr
  );
  const entitled = 1 - asItIs!.excludedByService;
  assertAlmostEquals(without6! / with6!, 1 + asItIs!.excludedByRow / entitled, 1e-9);
});

Deno.test("comparisonExhibits() says that data are synthetic, and shows another scenario without base", () => {
  const [scenarios, roles] = [INPUTS.scenarios.slice(2), INPUTS.roles.slice(2)];
  const { tables, figure } = comparisonExhibits(
    schemeComparison({ ...INPUTS, scenarios, roles }),
  );
  assert(tables[0].source.startsWith("JKP Lab: synthetic data, extract jht_2019"));
  assert(figure.source.includes("synthetic data"));
  assert(tables[0].notes!.some((note) => note.includes("no finding")));
  assert(figure.title.includes("optimistic"));
});
