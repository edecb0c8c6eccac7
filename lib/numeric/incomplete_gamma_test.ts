import { chiSquareUpperTail, incompleteGamma } from "./incomplete_gamma.ts";
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import fixture from "./fixtures/gamma_tails.json" with { type: "json" };

Deno.test("incompleteGamma() equals R's pgamma in both tails, shapes up to 10 million", () => {
  const { shape, x, lower, upper } = fixture;
  shape.forEach((each, i) => {
    const tails = incompleteGamma(each, x[i]!);
    assertAlmostEquals(tails.lower / lower[i]!, 1, 1e-10, `lower ${each} ${x[i]}`);
    assertAlmostEquals(tails.upper / upper[i]!, 1, 1e-10, `upper ${each} ${x[i]}`);
  });
});

Deno.test("incompleteGamma() ends at 0 and 1", () => {
  assertEquals(incompleteGamma(3, 0), { lower: 0, upper: 1 });
  assertEquals(incompleteGamma(3, Infinity), { lower: 1, upper: 0 });
});

Deno.test("incompleteGamma() rises with x where series and fraction meet", () => {
  fc.assert(
    fc.property(fc.double({ min: 0.01, max: 1e5, noNaN: true }), (shape) => {
      const [left, right] = [shape + 1 - 1e-7, shape + 1 + 1e-7].map((x) =>
        incompleteGamma(shape, x).lower
      );
      assert(right! > left! - 1e-12 && right! - left! < 1e-6);
    }),
  );
});

Deno.test("incompleteGamma() throws when shape or x is out of range", () => {
  assertThrows(() => incompleteGamma(0, 1), RangeError, "got 0 and 1");
  assertThrows(() => incompleteGamma(1, -1), RangeError, "got 1 and -1");
  assertThrows(() => incompleteGamma(1, NaN), RangeError, "got 1 and NaN");
});

Deno.test("chiSquareUpperTail() equals R's pchisq", () => {
  // pchisq(c(11, 19.675, 200), 11, lower.tail = FALSE)
  assertAlmostEquals(chiSquareUpperTail(11, 11), 0.4432632784264, 1e-12);
  assertAlmostEquals(chiSquareUpperTail(19.675, 11), 0.0500020, 1e-7);
  assert(chiSquareUpperTail(200, 11) < 1e-35);
});
