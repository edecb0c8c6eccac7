import { REPORT_SCENARIOS } from "@jkp/economy";
import { monthOf } from "@jkp/month";
import { loadPublished } from "@jkp/published/read";
import { publishedRow, publishedValue } from "@jkp/published";
import { fitLogStandardDeviation, rulesAt } from "@jkp/scheme";
import { readScheme } from "@jkp/scheme/read";
import { CHOICE_REASONS, type ReadingName, READINGS } from "./choices.ts";
import { deriveAssumptions } from "./assumptions/derive_assumptions.ts";
import { expectedPayments } from "./transition.ts";
import type { ExpenseBasis } from "./fund.ts";
import { REPORT_CHANGES, sensitivities } from "./sensitivity.ts";
import { reportAssumptions, reportInputs } from "./assumptions/report_assumptions.ts";
import { runValuation } from "./valuation.ts";
import { valueVariants } from "./value_variants.ts";
import { VARIANTS } from "./variants.ts";
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";

const PUBLISHED = await loadPublished();
const PROPOSED = rulesAt(await readScheme("proposed_2021"), monthOf(2022, 1));
const BASE = await reportInputs("base");

/** Cells of Table 3.7 in which a reading prints otherwise than the report. */
async function differingCells(reading: ReadingName): Promise<string[]> {
  const differing: string[] = [];
  for (const scenario of REPORT_SCENARIOS) {
    const { financing } = runValuation(await reportAssumptions(scenario, reading));
    for (const basis of Object.keys(financing) as ExpenseBasis[]) {
      const { suggestedRate, minimumRate, exhaustionYear } = financing[basis];
      const ours = {
        suggested_contribution_rate: 100 * suggestedRate,
        minimum_contribution_rate: 100 * minimumRate,
        projected_year_of_reserve_exhaustion_at_1_pct: exhaustionYear,
      };
      for (const [measure, value] of Object.entries(ours)) {
        const cell = `${basis}/${measure}/${scenario}`;
        const row = publishedRow(PUBLISHED, "table_3_7", cell);
        const isEqual = row.value === null || value === null
          ? row.value === value
          : Math.abs(value - row.value) <= row.tolerance;
        if (!isEqual) differing.push(cell);
      }
    }
  }
  return differing.sort();
}

const OPTIMISTIC_RATES = [
  "benefit_and_administrative/minimum_contribution_rate/optimistic",
  "benefit_and_administrative/suggested_contribution_rate/optimistic",
  "benefit_only/minimum_contribution_rate/optimistic",
  "benefit_only/suggested_contribution_rate/optimistic",
];

Deno.test("runValuation() prints Table 3.7 but for the optimistic rates under closest", async () => {
  assertEquals(await differingCells("closest"), OPTIMISTIC_RATES);
});

Deno.test("runValuation() prints 12 cells of Table 3.7 with no scalar fitted", async () => {
  assertEquals(
    await differingCells("implied_rate"),
    [
      ...OPTIMISTIC_RATES,
      "benefit_and_administrative/suggested_contribution_rate/pessimistic",
      "benefit_only/suggested_contribution_rate/pessimistic",
    ].sort(),
  );
});

Deno.test("runValuation() comes within 8 per cent of the optimistic rates", async () => {
  const { financing } = runValuation(await reportAssumptions("optimistic"));
  for (const basis of ["benefit_only", "benefit_and_administrative"] as const) {
    const printed = (measure: string) =>
      publishedValue(PUBLISHED, "table_3_7", `${basis}/${measure}/optimistic`) / 100;
    const { suggestedRate, minimumRate } = financing[basis];
    const suggested = printed("suggested_contribution_rate");
    const minimum = printed("minimum_contribution_rate");
    assert(Math.abs(suggestedRate / suggested - 1) < 0.08);
    assert(Math.abs(minimumRate / minimum - 1) < 0.08);
  }
});

Deno.test("runValuation() solves its rates to the last digits", async () => {
  for (const scenario of REPORT_SCENARIOS) {
    const { financing } = runValuation(await reportAssumptions(scenario));
    assert(financing.benefit_only.residual < 1e-14);
    assert(financing.benefit_and_administrative.residual < 1e-14);
  }
});

Deno.test("transitionalCost() prints Table 4.1", async () => {
  for (const scenario of REPORT_SCENARIOS) {
    const { transition } = runValuation(await reportAssumptions(scenario));
    const cost = publishedRow(PUBLISHED, "table_4_1", `${scenario}/estimated_cost_2021`);
    const rate = publishedRow(
      PUBLISHED,
      "table_4_1",
      `${scenario}/additional_contribution_rate`,
    );
    assertAlmostEquals(transition.costIdr / 1e12, cost.value!, cost.tolerance);
    assertAlmostEquals(
      100 * transition.additionalContributionRate,
      rate.value!,
      rate.tolerance,
    );
  }
});

Deno.test("sensitivities() prints section 3.4 but for nine months", async () => {
  const results = sensitivities(await reportAssumptions("base"), REPORT_CHANGES);
  const cells = [
    ["benefit_rate_45", "sens_benefit_45"],
    ["benefit_rate_60", "sens_benefit_60"],
    ["duration_3", "sens_duration_3"],
  ] as const;
  for (const [name, cell] of cells) {
    const row = publishedRow(PUBLISHED, "text_3_4", cell);
    const ours = 100 * results.find((result) => result.name === name)!.suggestedRate;
    assertAlmostEquals(ours, row.value!, row.tolerance);
  }
});

Deno.test("expectedPayments() gives the 5.5 and 10 months of section 3.2.2", () => {
  const { curve } = BASE.experience.inactivity;
  assertAlmostEquals(expectedPayments(curve, 6), 5.5, 0.05);
  assertAlmostEquals(expectedPayments(curve, 12), 10, 0.5);
});

Deno.test("scenario files hold the earnings spreads that Tables 3.2, 3.5 and 3.6 fit", async () => {
  const { earnings } = BASE.experience;
  const tables = { base: "table_3_2", pessimistic: "table_3_5", optimistic: "table_3_6" };
  for (const name of REPORT_SCENARIOS) {
    const inputs = await reportInputs(name);
    const { scenario } = inputs;
    const { baseYear } = deriveAssumptions(inputs, PROPOSED).assumptions.earnings;
    assertEquals(
      baseYear.ceilingIdrPerMonth,
      PROPOSED.insurableEarnings.ceiling.amountPerMonth,
    );
    for (const sex of ["male", "female"] as const) {
      const fit = (mean: number, category: string) =>
        fitLogStandardDeviation(
          mean,
          baseYear.ceilingIdrPerMonth,
          publishedValue(
            PUBLISHED,
            tables[name],
            `with_proposed_ceiling/${sex}/${category}`,
          ),
        );
      const { members, claimants } = baseYear.total;
      assertAlmostEquals(
        fit(members[sex], "insured_workers"),
        scenario.memberEarningsSpread[sex],
        1e-6,
      );
      assertAlmostEquals(
        fit(claimants[sex], "layoffs_and_resignations"),
        scenario.claimantEarningsSpread[sex],
        1e-6,
      );
    }
  }
  assert(earnings.members.male > earnings.leavers.male);
});

Deno.test("deriveAssumptions() throws when the scenario ends before the projection", () => {
  const terms = { ...BASE.terms, projectionYears: 15 };
  assertThrows(
    () => deriveAssumptions({ ...BASE, terms }, PROPOSED),
    RangeError,
    "the years from 2020 to 2035 are wanted, got 2019 to 2030",
  );
});

Deno.test("every choice has a reason", () => {
  assertEquals(
    Object.keys(CHOICE_REASONS).sort(),
    Object.keys(READINGS.closest).sort(),
  );
});

Deno.test("valueVariants() changes something with every variant", async () => {
  const pessimistic = await reportInputs("pessimistic");
  const optimistic = await reportInputs("optimistic");
  const [itself, ...others] = valueVariants(
    { pessimistic, base: BASE, optimistic },
    PROPOSED,
  );
  assertEquals(others.length, VARIANTS.length);
  const same = others.filter(({ headlines }) =>
    JSON.stringify(headlines) === JSON.stringify(itself!.headlines)
  );
  assertEquals(same.map(({ variant }) => variant.name), []);
});
