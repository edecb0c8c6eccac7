import { REPORT_SCENARIOS } from "@jkp/economy";
import { reportAssumptions, valueScheme } from "@jkp/valuation";

const ASSUMPTIONS = await Promise.all(
  REPORT_SCENARIOS.map((scenario) => reportAssumptions(scenario)),
);

Deno.bench("three scenarios projected and solved", () => {
  for (const assumptions of ASSUMPTIONS) valueScheme(assumptions);
});
