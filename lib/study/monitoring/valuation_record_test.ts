import { resultKey, runValuation, suggestedRateOf } from "@jkp/valuation";
import { readValuation } from "@jkp/valuation/read";
import { assert, assertEquals, assertThrows } from "@std/assert";
import { expectation } from "../actual_expected/actual_expected.ts";
import { valuationRecord } from "./valuation_record.ts";

/** Its design pays 6 to 12 months, and is valued at both ends. */
const basis = await readValuation("report_2021", {
  designs: ["options_2020_duration_by_record"],
});

Deno.test("valuationRecord() keeps the rate of the longest duration when a design has a range", async () => {
  const run = runValuation(basis);
  const key = await resultKey(run, { code: "0", extractId: null });
  const { suggested_rate } = valuationRecord(run, "base", key, "2026-11-29");
  assertEquals(suggested_rate, suggestedRateOf(run, "base"));
  const ofBase = run.valued.filter(({ scenarioName }) => scenarioName === "base");
  assert(ofBase.some(({ suggestedRate }) => suggestedRate < suggested_rate));
  assertThrows(
    () => valuationRecord(run, "bse", key, "2026-11-29"),
    RangeError,
    "did you mean base?",
  );
});

Deno.test("expectation() is of the longest duration when a design has a range", () => {
  const { valued } = expectation(basis, "base");
  assertEquals(valued.duration, "longest");
  assertEquals(valued.suggestedRate, suggestedRateOf(runValuation(basis), "base"));
});
