import { fitLogStandardDeviation, limitedExpectedValue } from "@jkp/scheme";
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
