import { REPORT_SCENARIOS } from "@jkp/economy";
import { monthOf } from "@jkp/month";
import { readScheme } from "@jkp/scheme/read";
import { rulesAt } from "@jkp/scheme";
import { reportAssumptions, reportInputs } from "./assumptions/report_assumptions.ts";
import { valueAssumptions } from "./valuation.ts";
import { valueSchemes } from "./value_schemes.ts";

const ASSUMPTIONS = await Promise.all(
  REPORT_SCENARIOS.map((scenario) => reportAssumptions(scenario)),
);

Deno.bench("three scenarios projected and solved", () => {
  for (const assumptions of ASSUMPTIONS) valueAssumptions(assumptions);
});

const NAMES = [...Deno.readDirSync("data/designs")]
  .flatMap(({ name }) => name.endsWith(".toml") ? [name.replace(".toml", "")] : []);
const SCHEMES = await Promise.all(
  NAMES.map(async (name) => rulesAt(await readScheme(name), monthOf(2022, 1))),
);
const SCENARIOS = await Promise.all(REPORT_SCENARIOS.map(async (scenario) => ({
  ...await reportInputs(scenario),
  data: {
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
