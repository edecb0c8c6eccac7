import { assert, assertEquals, assertThrows } from "@std/assert";
import { stressTestsTable } from "./stress_tests_table.ts";

const OUTCOME = {
  suggestedRate: 0.0135,
  minimumRate: 0.01,
  breakEvenRate: -0.001,
  highestPaygCostRate: 0.012,
  highestPaygYear: 2030,
  paidRate: 0.0036,
  monthsToExhaustion: 41,
};
const TESTS = [
  {
    title: "As assumed",
    basis: "no stress",
    outcome: { ...OUTCOME, monthsToExhaustion: null },
  },
  { title: "Flood", basis: "by hand", outcome: OUTCOME },
  { title: "Drought", basis: "nothing is known of it", outcome: null },
];

Deno.test("stressTestsTable() has a row a stress, and says why one is left out", () => {
  const { rows, notes, columns } = stressTestsTable(
    [{ title: "One", tests: TESTS }],
    "own",
  );
  assertEquals(rows.map(({ stress }) => stress), ["As assumed", "Flood"]);
  assertEquals(rows.map(({ months }) => months), ["lasts", 41]);
  assertEquals(rows[1]!.suggested, 1.35);
  assert(notes.includes("Drought, left out: nothing is known of it."));
  assert(columns.every(({ key }) => key !== "scheme"));
});

Deno.test("stressTestsTable() names schemes where there are several, and wants one", () => {
  const one = { title: "One", tests: TESTS };
  const { rows } = stressTestsTable([one, { ...one, title: "Two" }], "own");
  assertEquals(rows.map(({ scheme }) => scheme), ["One", "One", "Two", "Two"]);
  assertThrows(() => stressTestsTable([], "own"), RangeError, "one scheme or more");
});
