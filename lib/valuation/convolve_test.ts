import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { arrayPool } from "./array_pool.ts";
import { convolve } from "./convolve.ts";

/** The sum as it is written, month by month, from the oldest inflow on. */
function asWritten(inflow: Float64Array, pattern: Float64Array): Float64Array {
  return inflow.map((_, t) => {
    let sum = 0;
    for (let s = Math.max(0, t - pattern.length + 1); s <= t; s++) {
      sum += inflow[s]! * pattern[t - s]!;
    }
    return sum;
  });
}

Deno.test("convolve() adds as the formula has it, to the last digit, at any lengths", () => {
  const values = (maxLength: number) =>
    fc.float64Array({ min: 0, max: 1e6, noNaN: true, maxLength });
  fc.assert(fc.property(values(30), values(12), (inflow, pattern) => {
    assertEquals(convolve(inflow, pattern), asWritten(inflow, pattern));
  }));
});

Deno.test("convolve() writes over what an array of a pool held before", () => {
  const { newArray, reuse } = arrayPool();
  const inflow = Float64Array.of(1, 2, 3, 4, 5, 6, 7);
  const first = convolve(inflow, Float64Array.of(1, 1), newArray);
  reuse();
  const second = convolve(inflow, Float64Array.of(1), newArray);
  assertEquals([first === second, [...second]], [true, [...inflow]]);
  assertEquals(newArray(7) === second, false); // it is taken
});
