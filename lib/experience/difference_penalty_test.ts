import { assert, assertAlmostEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import {
  type DifferenceOrder,
  differencePenalty,
  roughness,
} from "./difference_penalty.ts";

const orders = fc.constantFrom<DifferenceOrder>(1, 2, 3);

Deno.test("differencePenalty() is the quadratic form of roughness", () => {
  const values = fc.array(fc.integer({ min: -20, max: 20 }), {
    minLength: 4,
    maxLength: 12,
  });
  fc.assert(
    fc.property(values, orders, (values, order) => {
      const form = differencePenalty(values.length, order).reduce(
        (sum, band, k) =>
          sum +
          band.reduce((inner, element, i) =>
            inner + (k === 0 ? 1 : 2) * element * values[i]! * (values[i + k] ?? 0), 0),
        0,
      );
      assertAlmostEquals(form, roughness(values, order), 1e-9);
    }),
  );
});

Deno.test("roughness() is 0 for polynomials of a lower degree alone", () => {
  const parabola = [0, 1, 4, 9, 16];
  assert(roughness(parabola, 3) === 0 && roughness(parabola, 2) > 0);
});

Deno.test("differencePenalty() throws when there are no differences", () => {
  assertThrows(() => differencePenalty(2, 2), RangeError, "got 2");
});
