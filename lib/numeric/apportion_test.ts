import { apportion } from "./apportion.ts";
import { assert, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";

Deno.test("apportion() gives equal remainders to the earlier part", () => {
  assertEquals(apportion(1, [1, 1]), [1, 0]);
});

Deno.test("apportion() throws when the weights have no positive sum", () => {
  assertThrows(() => apportion(3, [0, 0]), RangeError, "positive sum");
  assertThrows(() => apportion(1.5, [1]), RangeError, "whole total");
});

Deno.test("apportion() keeps the total and stays within one of each share", () => {
  fc.assert(
    fc.property(
      fc.nat(1_000_000),
      fc.array(fc.double({ min: 0.001, max: 100, noNaN: true }), { minLength: 1 }),
      (total, weights) => {
        const parts = apportion(total, weights);
        const sum = weights.reduce((a, b) => a + b, 0);
        assertEquals(parts.reduce((a, b) => a + b, 0), total);
        parts.forEach((part, i) =>
          assert(Math.abs(part - total * weights[i]! / sum) < 1)
        );
      },
    ),
  );
});
