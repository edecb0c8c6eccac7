import { assertAlmostEquals, assertEquals } from "@std/assert";
import fc from "fast-check";
import { readValuation } from "./file/read_valuation.ts";
import { runValuation, type ValuationRun } from "./run_valuation.ts";
import { shiftYears } from "./shift_years.ts";
import type { ValuationBasis } from "./valuation_basis.ts";

/** Designs with every kind of date: limits with an index, laws that change, wages abroad. */
const DESIGNS = [
  "proposed_2021",
  "jkp_2021",
  "proposed_2023",
  "options_2020_base",
  "korea",
];
const BASIS = await readValuation("report_2021", { designs: DESIGNS });
/** With levels and members stated by year. */
const TODAY = await readValuation("jkp_2026");

Deno.test("a valuation some years later has the same numbers, years later", () => {
  for (const [basis, numRuns] of [[BASIS, 6], [TODAY, 4]] as const) {
    const before = numbersOf(runValuation(basis), 0);
    fc.assert(
      fc.property(fc.integer({ min: -60, max: 90 }), (years) => {
        const after = numbersOf(runValuation(later(basis, years)), years);
        assertEquals(after.years, before.years);
        after.rates.forEach((rate, i) =>
          assertAlmostEquals(rate, before.rates[i]!, 1e-13)
        );
      }),
      { numRuns },
    );
  }
});

/** A valuation with all its parts moved. */
function later(basis: ValuationBasis, years: number): ValuationBasis {
  const [first] = basis.scenarios;
  const moved = (inputs: typeof first, scheme = basis.schemes[0]!) =>
    shiftYears({ ...inputs!, data: inputs!.data!, scheme }, years);
  return {
    ...basis,
    schemes: basis.schemes.map((scheme) => moved(first, scheme).scheme),
    scenarios: basis.scenarios.map((inputs) => {
      const { scheme: _scheme, ...parts } = moved(inputs);
      return { ...inputs, ...parts };
    }),
  };
}

/** Every number of every design and scenario, with the years moved back. */
function numbersOf({ valued }: ValuationRun, years: number) {
  return {
    years: valued.flatMap(({ valuation }) =>
      valuation.years.map((row) => ({ ...row, year: row.year - years }))
    ),
    rates: valued.flatMap(({ valuation: { financing } }) => [
      financing.benefit_only.minimumRate,
      financing.benefit_and_administrative.suggestedRate,
    ]),
  };
}
