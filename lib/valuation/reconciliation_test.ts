import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { readValuation } from "./file/read_valuation.ts";
import { breakEvenRate, fundTerms } from "./fund.ts";
import { reconcile } from "./reconciliation.ts";
import { runValuation, suggestedRateOf } from "./run_valuation.ts";
import { shiftYears } from "./shift_years.ts";
import type { ValuationBasis } from "./valuation_basis.ts";

const REPORT = await readValuation("report_2021");
const OTHER = await readValuation("report_2021", {
  designs: ["jkp_2021"],
  reading: "implied_rate",
  scenarios: ["optimistic"],
  changes: { administrationRate: 0.003 },
});
/** The report's base scenario alone. */
const BASE: ValuationBasis = {
  ...REPORT,
  scenarios: [REPORT.scenarios[1]!],
  roles: ["base"],
};

Deno.test("reconcile() adds up to the difference of two valuations", () => {
  const { steps } = reconcile(REPORT, OTHER);
  const parts = steps.map(({ parts }) => parts);
  assertEquals(parts, [[], ["law"], ["assumptions"], ["method"]]);
  const sum = steps.reduce((total, { change }) => total + change, 0);
  const difference = suggestedRateOf(runValuation(OTHER), "optimistic") -
    suggestedRateOf(runValuation(REPORT), "base");
  assertAlmostEquals(sum, difference, 1e-12);
  const [first, last] = [steps[0]!, steps.at(-1)!];
  assertAlmostEquals(
    steps.reduce((total, { breakEvenChange }) => total + breakEvenChange, 0),
    last.breakEvenRate - first.breakEvenRate,
    1e-12,
  );
  assert(steps.slice(1).every(({ change }) => change !== 0));
});

Deno.test("reconcile() ends at the rates of a valuation that states its levels", async () => {
  const today = await readValuation("jkp_2026");
  const run = runValuation(today);
  for (const [index, role] of today.roles.entries()) {
    const { steps } = reconcile(REPORT, today, ["base", role]);
    const { valuation } = run.valued[index]!;
    const terms = { ...fundTerms(valuation.assumptions), openingIdr: 0 };
    const { breakEvenRate: last, suggestedRate } = steps.at(-1)!;
    assertAlmostEquals(last, breakEvenRate(valuation.years, terms), 1e-14);
    assertAlmostEquals(suggestedRate, run.valued[index]!.suggestedRate, 1e-12);
  }
});

Deno.test("reconcile() finds nothing between a valuation and itself", () => {
  assertEquals(reconcile(REPORT, REPORT).steps.length, 1);
});

Deno.test("reconcile() shows a later year alone as a move that changes no number", () => {
  const [inputs] = BASE.scenarios;
  const { scheme, ...moved } = shiftYears(
    { ...inputs!, data: inputs!.data!, scheme: BASE.schemes[0]! },
    5,
  );
  const later = { ...BASE, schemes: [scheme], scenarios: [{ ...inputs!, ...moved }] };
  const { steps } = reconcile(BASE, later);
  assertEquals(steps.map(({ parts }) => parts), [[], ["time"]]);
  assertAlmostEquals(steps[1]!.change, 0, 1e-15);
});

Deno.test("reconcile() exchanges with the next what cannot be exchanged alone", () => {
  const [inputs] = BASE.scenarios;
  const { terms, scenario } = inputs!;
  // A year more is projected, and only the longer scenario reaches so far.
  const longerPaths = Object.entries(scenario).map(([key, path]) => [
    key,
    typeof path === "object" && "values" in path
      ? { ...path, values: [...path.values, path.values.at(-1)!] }
      : path,
  ]);
  const longer = {
    ...BASE,
    scenarios: [{
      ...inputs!,
      terms: { ...terms, projectionYears: terms.projectionYears + 1 },
      scenario: { ...scenario, ...Object.fromEntries(longerPaths) },
    }],
  };
  const { steps } = reconcile(BASE, longer);
  assertEquals(steps.map(({ parts }) => parts), [[], ["time", "assumptions"]]);
});

Deno.test("reconcile() refuses a role that a valuation does not have", () => {
  assertThrows(
    () => reconcile(REPORT, OTHER, ["base", "base"]),
    RangeError,
    'one of optimistic is wanted, got "base"',
  );
});
