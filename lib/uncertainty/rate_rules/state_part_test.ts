import { monthOf } from "@jkp/month";
import { rulesAt } from "@jkp/scheme";
import { readScheme } from "@jkp/scheme/read";
import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import type { CostPaths } from "../cost_paths.ts";
import { splitRate } from "./split_rate.ts";
import { statePart } from "./state_part.ts";

const [jkp, japan, proposed] = await Promise.all(
  (["jkp_2025", "japan", "proposed_2021"] as const).map(async (name) =>
    rulesAt(await readScheme(name), monthOf(2026, 1))
  ),
);

Deno.test("splitRate() has parts that add up to the rate, whoever bears its change", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 0.1, noNaN: true }),
      fc.constantFrom("all", "government", "employer", "employee"),
      (rate, bearer) => {
        const parts = splitRate(rate, jkp!, bearer);
        assertAlmostEquals(
          parts.government + parts.employer + parts.employee,
          rate,
          1e-15,
        );
        for (const part of Object.values(parts)) assertEquals(part >= 0, true);
        assertEquals(parts.recomposed <= Math.min(0.0014, parts.employer) + 1e-15, true);
      },
    ),
  );
});

Deno.test("splitRate() leaves the others what they pay by law when one bears a change", () => {
  const parts = splitRate(0.01, jkp!, "government");
  assertAlmostEquals(parts.government, 0.0086, 1e-15);
  assertEquals(parts.employer, 0.0014);
  assertEquals(parts.recomposed, 0.0014);
  const below = splitRate(0.0007, jkp!, "government"); // less than the employers' 0.14
  assertEquals(below.government, 0);
  assertAlmostEquals(below.employer, 0.0007, 1e-15);
});

Deno.test("splitRate() refuses a law that has no rate", () => {
  assertThrows(
    () => splitRate(0.01, proposed!),
    RangeError,
    "a law that says who pays the rate is wanted",
  );
});

/** Two paths of two years, with a fund that is overdrawn on the second. */
const costs: CostPaths = {
  schemeName: "by hand",
  scenarioName: "base",
  firstYear: 2026,
  years: 2,
  paths: 2,
  insurableEarningsIdr: new Float64Array(4).fill(1e6),
  benefitsIdr: new Float64Array(4),
  administrationIdr: new Float64Array(4),
  investmentReturn: new Float64Array(4).fill(0.1),
  unemploymentRate: new Float64Array(4).fill(0.05),
  openingIdr: 0,
  flows: "year_end",
  reserveMultiple: 0,
  trialContributionRate: 0.0036,
};
const rates = {
  firstYear: 2026,
  years: 2,
  paths: 2,
  contributionRate: new Float64Array(4).fill(0.0036),
  fundIdr: Float64Array.of(5_000, 5_000, -1_000, -3_100),
};

Deno.test("statePart() counts what is lent anew, not the growth of an old loan", () => {
  const [first, second] = statePart(rates, costs, jkp!, { exceedanceProbability: 0.01 });
  assertAlmostEquals(first!.contributionsIdr.value, 2_200, 1e-9);
  assertAlmostEquals(first!.advancesIdr.value, 500, 1e-9);
  assertAlmostEquals(first!.advancesIdr.standardError!, 500, 1e-9);
  assertAlmostEquals(second!.advancesIdr.value, 1_000, 1e-9); // 3 100 less 1 000 · 1.1
  assertAlmostEquals(second!.totalIdr.value, 3_200, 1e-9);
  assertAlmostEquals(second!.maximumIdr.value, 2_200 + 0.99 * 2_000, 1e-9);
});

Deno.test("statePart() refuses a State that pays a part of benefits", () => {
  assertThrows(
    () => statePart(rates, costs, japan!, { exceedanceProbability: 0.01 }),
    RangeError,
    "got one that pays 2.5 per cent of benefits",
  );
});
