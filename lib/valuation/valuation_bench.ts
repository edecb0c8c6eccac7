import { readScenario, REPORT_SCENARIOS } from "@jkp/economy";
import { studyExperience } from "@jkp/experience";
import { readShippedExtract } from "@jkp/extract";
import { monthOf } from "@jkp/month";
import { readScheme, rulesAt } from "@jkp/scheme";
import { reportAssumptions } from "./report_assumptions.ts";
import { valueScheme } from "./valuation.ts";
import { valueSchemes } from "./schemes/value_schemes.ts";

const ASSUMPTIONS = await Promise.all(
  REPORT_SCENARIOS.map((scenario) => reportAssumptions(scenario)),
);

Deno.bench("three scenarios projected and solved", () => {
  for (const assumptions of ASSUMPTIONS) valueScheme(assumptions);
});

const NAMES = [...Deno.readDirSync("data/designs")]
  .flatMap(({ name }) => name.endsWith(".toml") ? [name.replace(".toml", "")] : []);
const SCHEMES = await Promise.all(
  NAMES.map(async (name) => rulesAt(await readScheme(name), monthOf(2022, 1))),
);
const { earnings, leaverAges } = studyExperience(await readShippedExtract());
const SCENARIOS = await Promise.all(ASSUMPTIONS.map(async (assumptions) => ({
  assumptions,
  data: {
    scenario: await readScenario(assumptions.scenarioName),
    earnings,
    leaverAges,
    serviceShares: [],
    // So that every limit and wage band is met; round numbers, no statistics.
    averageWages: Object.fromEntries(
      Object.entries({ JPY: 300_000, KRW: 3e6, MYR: 3_000, THB: 15_000, VND: 6e6 })
        .map(([currency, perMonth]) => [currency, { perMonth, year: 2019, source: "" }]),
    ),
  },
})));

Deno.bench(`${SCHEMES.length} schemes in three scenarios`, () => {
  valueSchemes(SCHEMES, SCENARIOS);
});
