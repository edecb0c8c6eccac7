import { averageMonthlyEarnings } from "./benefit.ts";
import { assert, assertAlmostEquals, assertThrows } from "@std/assert";
import fc from "fast-check";

Deno.test("averageMonthlyEarnings() of steady earnings is the earnings", () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 24 }), (months) => {
    const average = averageMonthlyEarnings(new Float64Array(30).fill(4e6), months);
    assert(average.every((value) => Math.abs(value - 4e6) < 1e-6));
  }));
});

Deno.test("averageMonthlyEarnings() lags growing earnings by half the period and half a month", () => {
  const growth = 1.005;
  const earnings = Float64Array.from({ length: 40 }, (_, month) => growth ** month);
  const lag = averageMonthlyEarnings(earnings, 6)[30]! / earnings[30]!;
  assertAlmostEquals(Math.log(lag) / Math.log(growth), -3.5, 0.01);
});

Deno.test("averageMonthlyEarnings() throws when the months are no whole number", () => {
  assertThrows(() => averageMonthlyEarnings(Float64Array.of(1), 0), RangeError, "got 0");
});
