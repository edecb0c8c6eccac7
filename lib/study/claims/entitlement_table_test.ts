import { monthOf } from "@jkp/month";
import { entitlement } from "@jkp/entitlement";
import { readScheme } from "@jkp/scheme/read";
import { reformSteps, rulesAt } from "@jkp/scheme";
import { simulateSchemes } from "@jkp/simulation";
import { reportAssumptions } from "@jkp/valuation/read";
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { entitlementTable } from "./entitlement_table.ts";
import { reformTable } from "../careers/simulation_tables.ts";

const rulesOf = async (name: string) => rulesAt(await readScheme(name), monthOf(2023, 3));
const [JKP, PROPOSED] = [await rulesOf("jkp_2021"), await rulesOf("proposed_2021")];

Deno.test("reformTable() finds that a flat 50 % raises expenditure by about 40 %", async () => {
  const sections = [
    "repeatClaims",
    "insurableEarnings",
    "referenceWage",
    "benefit",
  ] as const;
  const steps = reformSteps(JKP, PROPOSED, sections);
  const options = { careers: 20_000, years: 10, seed: 2021 };
  const rules = steps.map((step) => step.rules);
  const simulation = simulateSchemes(await reportAssumptions("base"), rules, options);
  const rows = reformTable(simulation, steps, "test").rows;
  const cost = rows.map((row) => Number(row.cost));
  // ILO (2023) on JKP's 45 and 25 per cent against a flat 50.
  assert(Math.abs(cost[4]! / cost[3]! - 1.4) < 0.02, `${cost[4]! / cost[3]!}`);
  // And that the average of six months lowers the cost against the last wage.
  assert(cost[3]! < cost[2]!);
});

Deno.test("entitlementTable() shows the deciding rule, or the benefits", () => {
  const contract = (month: number) => ({
    firstMonth: month,
    lastMonth: month + 4,
    wage: 4_000_000,
  });
  const history = {
    contributions: [monthOf(2021, 8), monthOf(2022, 2), monthOf(2022, 8)].map(contract),
  };
  const termination = { month: monthOf(2022, 12), reason: "involuntary" } as const;
  const [jkp, proposed] = entitlementTable([JKP, PROPOSED].map((rules) => ({
    rules,
    entitlement: entitlement(rules, history, termination),
  }))).rows;
  assertStringIncludes(String(jkp!.decided), "6 months in a row");
  assertEquals(proposed!.month5, 2_000_000);
});
