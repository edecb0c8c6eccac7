import { formatNumber, formula } from "@jkp/exhibit";
import { mainInputs, projectionSteps, runValuation } from "@jkp/valuation";
import { readValuation } from "@jkp/valuation/read";
import {
  assert,
  assertAlmostEquals,
  assertEquals,
  assertStringIncludes,
} from "@std/assert";
import { formulaNumbers, methodEquations, methodFormulas } from "./method_equations.ts";
import { workedMonth } from "./worked_month.ts";

/** The first scheme of a valuation in its main scenario. */
async function mainOf(...of: Parameters<typeof readValuation>) {
  const run = runValuation(await readValuation(...of));
  const { name } = mainInputs(run).scenario;
  return run.valued.find(({ scenarioName }) => scenarioName === name)!;
}

/** The main scenario of a valuation whose file says something else of the method. */
async function ownOf(text: string, ...scenarios: readonly string[]) {
  const file = await Deno.makeTempFile({ suffix: ".toml" });
  const head = ["name", "title", "source"].map((key) => `${key} = "own"\n`).join("");
  await Deno.writeTextFile(file, `${head}${text}`);
  return await mainOf(file, scenarios.length === 0 ? {} : { scenarios });
}

/** The ratio of Annex I where terminations do not follow unemployment. */
const STILL = await ownOf(
  'extends = "jkp_2026"\n[method.choices]\nbeneficiaryMethod = "annex_ratio"\n',
);
/** A covered unemployment rate of each scenario's own. */
const OF_SCENARIO = await ownOf(
  'extends = "report_2021"\n[method.choices]\n' +
    'coveredUnemploymentRate = "implied_of_scenario"\n',
  "pessimistic",
);
/** One year alone. */
const ONE_YEAR = await ownOf(
  'extends = "jkp_2026"\n[calendar]\nprojection_years = 1\n',
);

const VALUED = [
  await mainOf("jkp_2026"),
  await mainOf("report_2021"),
  await mainOf("report_2021", { reading: "implied_rate" }),
  await mainOf("report_2021", { reading: "national_odds", designs: ["jkp_2021"] }),
  await mainOf("jkp_2026", { scenarios: ["pessimistic"] }),
  STILL,
  OF_SCENARIO,
  ONE_YEAR,
];

Deno.test("workedMonth() by the printed equations is what the program has, in every reading", () => {
  let count = 0;
  for (const valued of VALUED) {
    const worked = workedMonth(valued, "a test");
    if (typeof worked === "string") {
      // Under this reading the rate of a year is rounded.
      assertStringIncludes(worked, "the termination rate of each year is rounded");
      continue;
    }
    count++;
    for (const { quantity, byEquation, program } of worked.rows) {
      const [one, other] = [byEquation, program].map((cell) =>
        (cell as { readonly value: number }).value
      );
      assert(Number.isFinite(one!), String(quantity));
      assertAlmostEquals(one! / other!, 1, 1e-12, String(quantity));
    }
  }
  assertEquals(count, VALUED.length - 1);
});

Deno.test("workedMonth() says why where a law has more than the equations", async () => {
  const thai = await mainOf("report_2021", { designs: ["thailand"] });
  const japan = await mainOf("report_2021", { designs: ["japan"] });
  for (const valued of [thai, japan]) {
    const worked = workedMonth(valued, "a test");
    assert(
      typeof worked === "string" && worked.includes("not worked out"),
      valued.rules.name,
    );
  }
});

/** The report's base scenario. */
const { scenario: BASE } = mainInputs(runValuation(await readValuation("report_2021")));

Deno.test("methodEquations() numbers formulas as the table of one month does", () => {
  const scenario = { main: BASE, alsoFollow: [] };
  for (const valued of VALUED) {
    const shown = methodEquations(valued, scenario, "printed")
      .flatMap(({ formulas = [] }) => formulas);
    assertEquals(shown.map(({ number }) => number), shown.map((_, i) => String(i + 1)));
    const formulas = methodFormulas(valued);
    for (const [name, number] of formulaNumbers(valued)) {
      assertEquals(shown[number - 1]!.formula, formulas[name]);
    }
  }
});

Deno.test("methodEquations() has the values and the choices that are in force", () => {
  const [jkp, report] = VALUED;
  const wordsOf = (valued: typeof jkp) =>
    methodEquations(valued!, { main: BASE, alsoFollow: ["Pessimistic"] }, "printed")
      .flatMap(({ paragraphs = [], formulas = [] }) => [
        ...paragraphs,
        ...formulas.map(({ words }) => words),
      ]).join(" ");
  const [ofJkp, ofReport] = [wordsOf(jkp), wordsOf(report)];
  assertStringIncludes(ofJkp, "in Pessimistic they do, as N(t) = q · M(t) · u(t) / u_0");
  assertStringIncludes(
    ofJkp,
    "in the middle of a year; the fund begins with 17.092 trillion",
  );
  assertStringIncludes(ofJkp, "w: waiting period, none");
  const { terminationRatePerMonth } = jkp!.valuation.assumptions;
  assertStringIncludes(ofJkp, `${formatNumber(100 * terminationRatePerMonth, 4)} %`);
  assertStringIncludes(ofReport, "a = 8.85 % where x is 1");
  assertStringIncludes(ofReport, "7 days of 30 (it shifts payments)");
  assertStringIncludes(ofReport, "at the end of a year; the fund begins with nothing");
  const { male, female } = BASE.memberEarningsSpread;
  assertStringIncludes(
    ofReport,
    `logarithms are ${formatNumber(male, 2)} (men) and ${
      formatNumber(female, 2)
    } (women) ` +
      "for members",
  );
});

Deno.test("methodEquations() has the estimated unemployed as the program makes them", () => {
  const ofEstimate = (valued: typeof STILL) =>
    methodEquations(valued, { main: BASE, alsoFollow: [] }, "printed")
      .flatMap(({ formulas = [] }) => formulas)
      .find(({ words }) => words.startsWith("U(t)"))!;
  // Nothing moves them but members: there is no x(t) to speak of.
  const still = ofEstimate(STILL);
  assertEquals(still.formula, formula("U(t) = l · M(t)"));
  assertStringIncludes(still.words, "makes U and T equal on average");
  const { words } = ofEstimate(OF_SCENARIO);
  const { estimate: { levelOfScenario } } = projectionSteps(
    OF_SCENARIO.valuation.periods,
  );
  assertStringIncludes(
    words,
    `makes U ${formatNumber(levelOfScenario, 4)} times T on average over`,
  );
});
