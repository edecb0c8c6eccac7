import { findRoot, NoSignChangeError } from "./root.ts";
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";

Deno.test("findRoot() finds a root at an end of the bracket", () => {
  assertEquals(findRoot((x) => x, { lower: 0, upper: 1 }).root, 0);
  assertEquals(findRoot((x) => x - 1, { lower: 0, upper: 1 }).root, 1);
});

Deno.test("findRoot() solves a kinked function to the last digits", () => {
  const kinked = (x: number) => Math.min(x - 0.3, 10 * (x - 0.3));
  const { root, residual, evaluations } = findRoot(kinked, { lower: 0, upper: 1 });
  assertAlmostEquals(root, 0.3, 1e-14);
  assertAlmostEquals(residual, 0, 1e-13);
  assert(evaluations < 80);
});

Deno.test("findRoot() throws when there is no sign change and names its purpose", () => {
  assertThrows(
    () => findRoot((x) => x + 1, { lower: 0, upper: 1, purpose: "the rate" }),
    NoSignChangeError,
    "Cannot solve the rate: a sign change between 0 and 1 is wanted, got 1 and 2",
  );
  assertThrows(() => findRoot(() => NaN, { lower: 0, upper: 1 }), NoSignChangeError);
});

Deno.test("findRoot() recovers any root of a cubic that crosses once", () => {
  fc.assert(
    fc.property(fc.double({ min: -50, max: 50, noNaN: true }), (at) => {
      const { root } = findRoot((x) => (x - at) ** 3 + (x - at), {
        lower: -60,
        upper: 60,
      });
      assertAlmostEquals(root, at, 1e-11);
    }),
  );
});
