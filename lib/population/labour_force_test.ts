import { labourForceOf } from "./labour_force.ts";
import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";

const fraction = fc.double({ min: 0.01, max: 0.4, noNaN: true });
const bySex = (each: fc.Arbitrary<number>) => fc.record({ male: each, female: each });

Deno.test("labourForceOf() splits the labour force into employed and unemployed", () => {
  const assumptions = fc.record({
    population: bySex(fc.double({ min: 1, max: 1e9, noNaN: true })),
    participationRate: bySex(fraction),
    unemploymentRate: fraction,
    unemploymentPattern: bySex(fraction),
  });
  fc.assert(fc.property(assumptions, (given) => {
    const all = labourForceOf(given);
    const tolerance = 1e-9 * all.labourForce.total;
    for (const key of ["male", "female", "total"] as const) {
      assertAlmostEquals(
        all.employed[key] + all.unemployed[key],
        all.labourForce[key],
        tolerance,
      );
    }
    assertAlmostEquals(all.unemploymentRate.total, given.unemploymentRate, 1e-12);
    assertAlmostEquals(
      all.unemploymentRate.male / all.unemploymentRate.female,
      given.unemploymentPattern.male / given.unemploymentPattern.female,
      1e-9,
    );
  }));
});

Deno.test("labourForceOf() has nobody when nobody participates", () => {
  const { labourForce, unemploymentRate } = labourForceOf({
    population: { male: 1, female: 1 },
    participationRate: { male: 0, female: 0 },
    unemploymentRate: 0.05,
    unemploymentPattern: { male: 1, female: 1 },
  });
  assertEquals([labourForce.total, unemploymentRate.total], [0, 0]);
});

Deno.test("labourForceOf() names everything that is wrong at once", () => {
  assertThrows(
    () =>
      labourForceOf({
        population: { male: 0, female: 1 },
        participationRate: { male: 0.8, female: 54 },
        unemploymentRate: -0.1,
        unemploymentPattern: { male: 1, female: 0 },
      }),
    RangeError,
    "got population 0 (male), participation 54 (female), pattern 0 (female), " +
      "unemployment -0.1",
  );
});
