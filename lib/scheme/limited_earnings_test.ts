import {
  fitLogStandardDeviation,
  limitedExpectedValue,
  partialMoment,
} from "./limited_earnings.ts";
import { assert, assertAlmostEquals, assertThrows } from "@std/assert";
import fc from "fast-check";

const mean = fc.double({ min: 1e6, max: 1e7, noNaN: true });
const spread = fc.double({ min: 0.1, max: 1.5, noNaN: true });
const ceiling = fc.double({ min: 1e6, max: 5e7, noNaN: true });

Deno.test("limitedExpectedValue() equals numerical integration", () => {
  // ∫ min(x, c) f(x) dx over a fine grid of the standard normal.
  const [m, sigma, c] = [4_000_000, 0.8, 6_000_000];
  let [sum, weight] = [0, 0];
  for (let z = -8; z <= 8; z += 0.0005) {
    const density = Math.exp(-z * z / 2);
    sum += density * Math.min(c, m * Math.exp(sigma * z - sigma * sigma / 2));
    weight += density;
  }
  const limited = limitedExpectedValue(
    { meanIdrPerMonth: m, logStandardDeviation: sigma },
    c,
  );
  assertAlmostEquals(limited, sum / weight, 1);
});

Deno.test("limitedExpectedValue() lies below the mean and the ceiling", () => {
  fc.assert(fc.property(mean, spread, ceiling, (m, sigma, c) => {
    const limited = limitedExpectedValue(
      { meanIdrPerMonth: m, logStandardDeviation: sigma },
      c,
    );
    assert(limited > 0 && limited <= Math.min(m, c) * (1 + 1e-12));
  }));
});

Deno.test("limitedExpectedValue() is the mean without a ceiling", () => {
  const earnings = { meanIdrPerMonth: 5e6, logStandardDeviation: 1 };
  assertAlmostEquals(limitedExpectedValue(earnings, Infinity), 5e6);
});

Deno.test("limitedExpectedValue() throws when a parameter is not positive", () => {
  assertThrows(
    () => limitedExpectedValue({ meanIdrPerMonth: 0, logStandardDeviation: 1 }, 1),
    RangeError,
    "a positive mean, spread and ceiling are wanted, got 0, 1 and 1",
  );
});

Deno.test("fitLogStandardDeviation() recovers the spread it was made with", () => {
  fc.assert(
    fc.property(mean, fc.double({ min: 0.3, max: 1.2, noNaN: true }), (m, sigma) => {
      const limited = limitedExpectedValue(
        { meanIdrPerMonth: m, logStandardDeviation: sigma },
        1.5 * m,
      );
      assertAlmostEquals(fitLogStandardDeviation(m, 1.5 * m, limited), sigma, 1e-9);
    }),
  );
});

Deno.test("fitLogStandardDeviation() throws when the limited mean is above the mean", () => {
  assertThrows(
    () => fitLogStandardDeviation(4e6, 9e6, 5e6),
    RangeError,
    "Cannot solve the spread of earnings",
  );
});

Deno.test("partialMoment() of all earnings are 1, the mean and the mean square", () => {
  fc.assert(fc.property(mean, spread, (m, sigma) => {
    const earnings = { meanIdrPerMonth: m, logStandardDeviation: sigma };
    const moments = ([0, 1, 2] as const).map((order) =>
      partialMoment(earnings, order, 0, Infinity)
    );
    const expected = [1, m, m * m * Math.exp(sigma * sigma)];
    moments.forEach((moment, i) => assertAlmostEquals(moment / expected[i]!, 1, 1e-12));
  }));
});

Deno.test("partialMoment() is what a fine sum over the density gives", () => {
  const earnings = { meanIdrPerMonth: 4e6, logStandardDeviation: 0.8 };
  const location = Math.log(4e6) - 0.8 ** 2 / 2;
  const [from, to, steps] = [2e6, 7e6, 20_000];
  for (const order of [0, 1, 2] as const) {
    let sum = 0;
    for (let i = 0; i < steps; i++) {
      const wage = from + (i + 0.5) * (to - from) / steps;
      const z = (Math.log(wage) - location) / 0.8;
      const density = Math.exp(-z * z / 2) / (wage * 0.8 * Math.sqrt(2 * Math.PI));
      sum += wage ** order * density * (to - from) / steps;
    }
    assertAlmostEquals(partialMoment(earnings, order, from, to) / sum, 1, 1e-8);
  }
});
