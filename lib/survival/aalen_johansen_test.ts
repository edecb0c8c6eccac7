import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import competing from "./fixtures/competing.json" with { type: "json" };
import { aalenJohansen, incidenceAt } from "./aalen_johansen.ts";
import { kaplanMeier } from "./kaplan_meier.ts";

for (const { name, observations, ...expected } of competing) {
  Deno.test(`aalenJohansen() equals R's survfit for ${name}`, () => {
    const estimate = aalenJohansen(observations, ["progression", "death"]);
    assertEquals([...estimate.time], expected.time);
    expected.time.forEach((_, i) => {
      assertAlmostEquals(estimate.survival[i]!, expected.survival[i]!, 1e-10);
      estimate.incidences.forEach(({ incidence, stdError }, k) => {
        assertAlmostEquals(incidence[i]!, expected.incidence[k]![i]!, 1e-10);
        assertAlmostEquals(stdError[i]!, expected.standardError[k]![i]!, 1e-10);
      });
    });
  });
}

const SPELLS = fc.array(
  fc.record({ duration: fc.integer({ min: 1, max: 20 }), cause: fc.nat({ max: 3 }) }),
  { minLength: 1, maxLength: 60 },
);

Deno.test("aalenJohansen() splits all spells among survival and incidences", () => {
  fc.assert(fc.property(SPELLS, (spells) => {
    const { survival, incidences } = aalenJohansen({
      durations: spells.map(({ duration }) => duration),
      cause: spells.map(({ cause }) => cause),
    }, ["a", "b", "c"]);
    survival.forEach((still, i) => {
      const ended = incidences.reduce((sum, { incidence }) => sum + incidence[i]!, 0);
      assertAlmostEquals(still + ended, 1, 1e-12);
    });
  }));
});

Deno.test("aalenJohansen() is Kaplan–Meier with Greenwood where there is one cause", () => {
  fc.assert(fc.property(SPELLS, (spells) => {
    const durations = spells.map(({ duration }) => duration);
    const cause = spells.map(({ cause }) => Math.min(cause, 1));
    const { incidences: [own], survival } = aalenJohansen({ durations, cause }, ["end"]);
    const estimate = kaplanMeier({ durations, eventObserved: cause });
    survival.forEach((still, i) => {
      assertAlmostEquals(still, estimate.survival[i]!, 1e-12);
      if (still > 1e-9) {
        assertAlmostEquals(own!.stdError[i]!, estimate.stdError[i]!, 1e-9);
      }
    });
  }));
});

Deno.test("aalenJohansen() has an exact upper end for a cause that ended nothing", () => {
  const durations = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
  const { incidences: [, none], basis } = aalenJohansen({
    durations,
    cause: durations.map((duration) => duration === 4 ? 1 : 0),
  }, ["return", "death"]);
  assertEquals([none!.incidence[9], none!.lower[9]], [0, 0]);
  assertAlmostEquals(none!.upper[0]!, 1 - 0.6915029, 5e-8); // R: binom.test(0, 10)
  assertAlmostEquals(none!.upper[9]!, 0.975, 1e-12); // one is still seen
  assert(basis.includes("spells independent"));
});

Deno.test("aalenJohansen() takes a weight for so many spells", () => {
  const causes = ["a", "b"];
  const once = aalenJohansen({
    durations: [1, 2, 4],
    cause: [1, 2, 0],
    entry: [0, 0, 1],
    weights: [2, 1, 3],
  }, causes);
  const repeated = aalenJohansen({
    durations: [1, 1, 2, 4, 4, 4],
    cause: [1, 1, 2, 0, 0, 0],
    entry: [0, 0, 0, 1, 1, 1],
  }, causes);
  assertEquals(once, repeated);
});

Deno.test("aalenJohansen() throws when a cause is not known", () => {
  const spells = { durations: [1, 2], cause: [1, 2] };
  assertThrows(() => aalenJohansen(spells, ["a"]), RangeError, "got 2 in row 1");
  const estimate = aalenJohansen(spells, ["a", "b"]);
  assertThrows(() => incidenceAt(estimate, "c", 1), RangeError, "a, b is wanted, got c");
});
