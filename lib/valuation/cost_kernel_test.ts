import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { valueInYear } from "@jkp/month";
import { costKernel } from "./cost_kernel.ts";
import { OutsideModelError } from "./outside_model.ts";
import { mostClaims as mostClaimsOf } from "./path_departures.ts";
import { readValuation } from "./read.ts";
import { runValuation } from "./run_valuation.ts";
import { GRID_ASSUMPTIONS } from "./sensitivity_grid.ts";
import type { ValuationInputs } from "./assumptions/valuation_inputs.ts";
import type { ProjectionYear } from "./cost_by_year.ts";
import { valueSchemes } from "./value_schemes.ts";
import type { ValuationAssumptions } from "./assumptions/valuation_assumptions.ts";

const RUNS = await Promise.all(
  ["report_2021", "jkp_2026"].map(async (name) =>
    runValuation(await readValuation(name))
  ),
);
const [REPORT, JKP] = RUNS as [typeof RUNS[number], typeof RUNS[number]];

/** A valuation's years with its assumptions changed. */
function valued(
  run: typeof REPORT,
  inputs: ValuationInputs,
  change: (assumptions: ValuationAssumptions) => Partial<ValuationAssumptions> =
    () => ({}),
): readonly ProjectionYear[] {
  const changed = {
    ...inputs,
    change: (before: ValuationAssumptions) => ({ ...before, ...change(before) }),
  };
  return valueSchemes([run.rulesInTime[0]!], [changed]).valued[0]!.valuation.years;
}

function assertSameYears(
  actual: readonly ProjectionYear[],
  expected: readonly ProjectionYear[],
  tolerance: number,
) {
  assertEquals(actual.length, expected.length);
  actual.forEach((year, i) => {
    const other = expected[i]!;
    for (
      const key of [
        "members",
        "beneficiaries",
        "benefitsIdr",
        "insurableEarningsIdr",
        "administrationIdr",
        "investmentReturn",
      ] as const
    ) {
      assertAlmostEquals(year[key], other[key], tolerance * Math.abs(other[key]), key);
    }
  });
}

Deno.test("costKernel() gives the valuation itself where nothing departs from it", () => {
  for (const run of RUNS) {
    for (const inputs of run.inputs) {
      const { costsOn, asAssumed } = costKernel(run.rulesInTime[0]!, inputs);
      assertSameYears(costsOn(asAssumed), valued(run, inputs), 1e-12);
    }
  }
});

Deno.test("costKernel() values a path as ever when others were valued before it", () => {
  for (const run of RUNS) {
    const inputs = run.inputs[0]!;
    const { costsOn, asAssumed, calendarYears } = costKernel(run.rulesInTime[0]!, inputs);
    const wave = calendarYears.map((_, i) => 1 + 0.1 * Math.sin(1 + i));
    const moved = {
      ...asAssumed,
      unemployment: wave,
      members: wave,
      claims: wave,
      wages: wave,
      entitledShare: 0.9,
    };
    const [before, first] = [costsOn(asAssumed), costsOn(moved)];
    assertEquals(costsOn(asAssumed), before);
    assertEquals(costsOn(moved), first);
    assertEquals(costKernel(run.rulesInTime[0]!, inputs).costsOn(moved), first);
  }
});

Deno.test("costKernel() moves unemployment, members and return as the assumptions do", () => {
  const inputs = REPORT.inputs[1]!;
  const { costsOn, asAssumed, calendarYears } = costKernel(
    REPORT.rulesInTime[0]!,
    inputs,
  );
  const wave = calendarYears.map((_, i) => 1 + 0.3 * Math.sin(1 + i));
  const [from] = calendarYears as [number];
  const factorIn = (year: number) => year < from ? 1 : wave[year - from]!;
  const investmentReturn = calendarYears.map((_, i) => 0.05 + 0.01 * i);
  const expected = valued(REPORT, inputs, ({ unemploymentRate, members }) => ({
    unemploymentRate: {
      ...unemploymentRate,
      values: unemploymentRate.values.map((rate, i) =>
        rate * factorIn(unemploymentRate.firstYear + i)
      ),
    },
    members: {
      ...members,
      values: members.values.map((count, i) => count * factorIn(members.firstYear + i)),
    },
    investmentReturn: { firstYear: from, values: investmentReturn },
  }));
  assertSameYears(
    costsOn({ ...asAssumed, unemployment: wave, members: wave, investmentReturn }),
    expected,
    1e-12,
  );
});

Deno.test("costKernel() moves terminations by a departure where they follow no course", () => {
  const { costsOn, asAssumed } = costKernel(JKP.rulesInTime[0]!, JKP.inputs[0]!);
  const last = (unemployment: ArrayLike<number>) =>
    costsOn({ ...asAssumed, unemployment }).at(-1)!.benefitsIdr;
  assertAlmostEquals(
    last(Array(10).fill(1.2)) / last(Array(10).fill(1)),
    1.2,
    1e-12,
  );
});

Deno.test("costKernel() takes factors of rates and shares as changes of them", () => {
  const inputs = JKP.inputs[1]!;
  const { costsOn, asAssumed } = costKernel(JKP.rulesInTime[0]!, inputs);
  assertSameYears(
    costsOn({
      ...asAssumed,
      terminationRate: 1.1,
      recognition: 1.5,
      entitledShare: 0.9,
      administration: 2,
    }),
    valued(JKP, inputs, (before) => ({
      terminationRatePerMonth: 1.1 * before.terminationRatePerMonth,
      involuntaryShare: 1.5 * before.involuntaryShare,
      eligibleShare: 0.9 * before.eligibleShare,
      administrationRate: 2 * before.administrationRate,
    })),
    1e-12,
  );
});

Deno.test("costKernel() pays more of the terminations of a year, and of no other", () => {
  const inputs = REPORT.inputs[1]!;
  const { costsOn, asAssumed } = costKernel(REPORT.rulesInTime[0]!, inputs);
  const claims = Array.from({ length: 10 }, (_, i) => i === 4 ? 2 : 1);
  const [before, after] = [asAssumed, { ...asAssumed, claims }].map(costsOn);
  const moved = after!.map((year, i) => year.benefitsIdr / before![i]!.benefitsIdr);
  assertEquals(moved.map((more, i) => more > 1.0001 ? i : -1).filter((i) => i >= 0), [
    4,
    5,
  ]);
  // Six months are paid: of 2025, part of the claims are those of 2024, as before.
  assertEquals(moved[4]! > 1.7 && moved[4]! < 2, true);
});

Deno.test("costKernel() pays for all terminations at most, by the rules that pay for most", () => {
  const [law] = JKP.rulesInTime as [typeof JKP.rulesInTime[number]];
  const inputs = JKP.inputs[0]!;
  const { costsOn, asAssumed, calendarYears, mostClaims, assumptions } = costKernel(
    law,
    inputs,
  );
  const { involuntaryShare, eligibleShare } = assumptions;
  assertAlmostEquals(mostClaims * involuntaryShare * eligibleShare, 1, 1e-12);
  const at = (factor: number) =>
    costsOn({ ...asAssumed, claims: calendarYears.map(() => factor) });
  assertEquals(at(2 * mostClaims), at(mostClaims));
  const recognised = (recognition: number) => costsOn({ ...asAssumed, recognition });
  assertEquals(recognised(2 / involuntaryShare), recognised(1 / involuntaryShare));
  const periods = [1, 2].map((times) => ({
    assumptions: { ...assumptions, eligibleShare: times * eligibleShare },
  }));
  assertAlmostEquals(mostClaimsOf(periods), mostClaims / 2, 1e-12);
});

Deno.test("costKernel() makes of who resigns one who is laid off where both are paid", async () => {
  const run = runValuation(await readValuation("report_2021", { designs: ["thailand"] }));
  const inputs = run.inputs[run.basis.roles.indexOf("base")]!;
  const { costsOn, asAssumed } = costKernel(run.rulesInTime[0]!, inputs);
  const { scenario } = inputs;
  const moved = { ...inputs, scenario: { ...scenario, involuntaryShare: 0.7 } };
  const found = costsOn({ ...asAssumed, recognition: 0.7 / scenario.involuntaryShare });
  const expected = valued(run, moved);
  const total = (years: readonly ProjectionYear[]) =>
    years.reduce((sum, { benefitsIdr }) => sum + benefitsIdr, 0);
  assertAlmostEquals(total(found) / total(expected), 1, 1e-9);
  found.slice(2).forEach(({ benefitsIdr }, i) =>
    assertAlmostEquals(benefitsIdr / expected[i + 2]!.benefitsIdr, 1, 0.005)
  );
});

Deno.test("costKernel() meets wages that were derived between others to 1e-5", () => {
  const inputs = JKP.inputs[0]!;
  const { costsOn, asAssumed, calendarYears } = costKernel(JKP.rulesInTime[0]!, inputs);
  const { move } = GRID_ASSUMPTIONS.find(({ name }) => name === "wages")!;
  const moved = move(inputs, 1.3);
  const wagesOf = (each: ValuationInputs) =>
    valueSchemes([JKP.rulesInTime[0]!], [each]).valued[0]!.claimantWagesIdr;
  const [after, before] = [wagesOf(moved), wagesOf(inputs)];
  const wages = calendarYears.map((year) =>
    valueInYear(after, year) / valueInYear(before, year)
  );
  assertSameYears(costsOn({ ...asAssumed, wages }), valued(JKP, moved), 1e-5);
});

Deno.test("costKernel() refuses wages far from any that were derived", () => {
  const { costsOn, asAssumed } = costKernel(JKP.rulesInTime[0]!, JKP.inputs[0]!);
  assertThrows(
    () => costsOn({ ...asAssumed, wages: Array(10).fill(9) }),
    OutsideModelError,
    "times those assumed are wanted, got 9.00 in 2026",
  );
});

Deno.test("costKernel() refuses a path that lacks a year, or whose factors are none", () => {
  const { costsOn, asAssumed } = costKernel(JKP.rulesInTime[0]!, JKP.inputs[0]!);
  const wrong = [
    [
      { unemployment: [1, 1] },
      "10 factors above 0, one a year, are wanted as unemployment",
    ],
    [{ wages: Array(10).fill(NaN) }, "are wanted as wages"],
    [{ investmentReturn: Array(10).fill(-1) }, "returns above -1"],
    [
      { claims: Array(10).fill(-1) },
      "factors of 0 or more, one a year, are wanted as claims",
    ],
    [{ claims: undefined }, "are wanted as claims, got nothing"],
    [{ entitledShare: -1 }, "a factor of 0 or more as entitledShare is wanted, got -1"],
  ] as const;
  for (const [change, message] of wrong) {
    const path = { ...asAssumed, ...change } as typeof asAssumed;
    assertThrows(() => costsOn(path), RangeError, message);
  }
});

Deno.test("costKernel() pays nothing for the terminations of a year without claims", () => {
  const { costsOn, asAssumed } = costKernel(JKP.rulesInTime[0]!, JKP.inputs[0]!);
  const claims = Array.from({ length: 10 }, (_, i) => i === 4 ? 0 : 1);
  const [before, after] = [asAssumed, { ...asAssumed, claims }].map(costsOn);
  assertEquals(after![4]!.benefitsIdr < 0.4 * before![4]!.benefitsIdr, true);
  assertEquals(after![6]!.benefitsIdr, before![6]!.benefitsIdr);
});

Deno.test("costKernel() has one return less than calendar years where a scheme begins in July", () => {
  const inputs = JKP.inputs[0]!;
  const july = 12 * 2026 + 6;
  const terms = {
    ...inputs.terms,
    firstContributionMonth: july,
    firstBenefitMonth: july,
    projectionYears: 9,
  };
  const moved = { ...inputs, terms };
  const { costsOn, asAssumed, calendarYears } = costKernel(JKP.rulesInTime[0]!, moved);
  assertEquals([calendarYears.length, asAssumed.investmentReturn.length], [10, 9]);
  assertSameYears(costsOn(asAssumed), valued(JKP, moved), 1e-12);
});
