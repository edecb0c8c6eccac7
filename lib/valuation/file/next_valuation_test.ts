import { DataError } from "@jkp/problem";
import { assertAlmostEquals, assertEquals, assertRejects } from "@std/assert";
import { fileURLToPath } from "node:url";
import { READING_NAMES } from "../choices.ts";
import byHand from "../fixtures/next_valuation.json" with { type: "json" };
import { runValuation } from "../run_valuation.ts";
import { readValuation } from "./read_valuation.ts";

const CASES = fileURLToPath(new URL("../../cli/cases/", import.meta.url));
const FILE = `${CASES}s2026/valuation.toml`;

/** The same to nine digits. */
function assertSame(got: number, expected: number, what: string) {
  assertAlmostEquals(got, expected, 1e-9 * Math.abs(expected), what);
}

for (const name of ["s2026", "moving"] as const) {
  for (const reading of READING_NAMES) {
    Deno.test(`${name} from 2026 under ${reading} is what a script in Python computes`, async () => {
      const over = { scenarios: [`${CASES}s2026/${name}.toml`], reading };
      const { valued } = runValuation(await readValuation(FILE, over));
      const { assumptions, years, financing } = valued[0]!.valuation;
      const { experience, scenarios: { [name]: scenario } } = byHand;
      const expected = scenario.readings[reading];

      assertEquals(valued.length, 1);
      assertSame(
        assumptions.terminationRatePerMonth,
        experience.terminationRatePerMonth,
        "termination rate",
      );
      assertSame(assumptions.eligibleShare, experience.eligibleShare, "eligible share");
      assertSame(
        assumptions.earnings.membersIdr.values[0]!,
        scenario.memberEarningsIdr,
        "insurable wage",
      );
      assertSame(
        assumptions.earnings.claimantsIdr.values[0]!,
        scenario.claimantEarningsIdr,
        "claimants' insurable wage",
      );

      assertEquals(years.map(({ year }) => year), expected.years.map(({ year }) => year));
      for (const [i, { year, ...figures }] of expected.years.entries()) {
        for (const [key, value] of Object.entries(figures)) {
          assertSame(years[i]![key as keyof typeof figures], value, `${key} of ${year}`);
        }
      }
      for (const basis of ["benefit_only", "benefit_and_administrative"] as const) {
        for (const rate of ["suggestedRate", "minimumRate"] as const) {
          assertSame(financing[basis][rate], expected.financing[basis][rate], rate);
        }
      }
    });
  }
}

Deno.test("the report's terms are refused with an extract of 2021 to 2025", async () => {
  const { message } = await assertRejects(
    () => readValuation("report_2021", { extract: `${CASES}window_2021_2025` }),
    DataError,
    "data.base_year",
  );
  assertEquals(message.includes("data.studied_years"), true);
});
