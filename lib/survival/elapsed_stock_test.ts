import { elapsedStock } from "./elapsed_stock.ts";
import { survivalAt } from "./curve.ts";
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";

function stockOf(...counts: number[]) {
  return counts.map((members, elapsedMonths) => ({ elapsedMonths, members }));
}

Deno.test("elapsedStock() divides each month's count by the first", () => {
  const { curve, smoothedMonths } = elapsedStock(stockOf(200, 150, 50));
  assertEquals(curve.points.map(({ survival }) => survival), [1, 0.75, 0.25]);
  assertEquals(smoothedMonths, 0);
});

Deno.test("elapsedStock() gives mean and median of the elapsed time", () => {
  const { meanElapsedMonths, medianElapsedMonths } = elapsedStock(stockOf(100, 100));
  assertAlmostEquals(meanElapsedMonths, 1);
  assertAlmostEquals(medianElapsedMonths, 1);
});

Deno.test("elapsedStock() undoes the growth of the inflow", () => {
  const growth = 0.004;
  const survival = [1, 0.8, 0.6, 0.5];
  const stock = stockOf(...survival.map((s, d) => (1000 * s) / (1 + growth) ** d));
  const { curve } = elapsedStock(stock, { inflowGrowthPerMonth: growth });
  survival.forEach((s, d) => assertAlmostEquals(survivalAt(curve, d), s, 1e-12));
});

Deno.test("elapsedStock() refuses a growth in per cent, or that no inflow has for long", () => {
  const grown = (inflowGrowthPerMonth: number) =>
    elapsedStock(stockOf(200, 150, 50), { inflowGrowthPerMonth });
  for (const growth of [5, 0.11, -0.2, NaN]) {
    assertThrows(
      () => grown(growth),
      RangeError,
      `a fraction a month from -0.1 to 0.1 as inflowGrowthPerMonth is wanted, got ${growth}`,
    );
  }
  for (const growth of [-0.1, 0.1]) assert(grown(growth).curve.points.length === 3);
});

Deno.test("elapsedStock() pools months whose counts rise", () => {
  const { curve, smoothedMonths } = elapsedStock(stockOf(100, 60, 80, 40));
  assertEquals(curve.points.map(({ survival }) => survival), [1, 0.7, 0.7, 0.4]);
  assertEquals(smoothedMonths, 2);
});

Deno.test("elapsedStock() gives a curve that never rises, whatever the counts", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 2, maxLength: 60 }),
      (counts) => {
        const { points } = elapsedStock(stockOf(...counts)).curve;
        assertEquals(points.length, counts.length);
        points.slice(1).forEach(({ survival }, i) =>
          assert(survival <= points[i]!.survival)
        );
      },
    ),
  );
});

Deno.test("elapsedStock() recovers the hazard of simulated lives in a steady state", () => {
  // A steady inflow of 10,000 a month, 8 % of whom leave each month.
  const stock = stockOf(
    ...Array.from({ length: 48 }, (_, d) => Math.round(10_000 * 0.92 ** d)),
  );
  const { curve } = elapsedStock(stock);
  assertAlmostEquals(survivalAt(curve, 24), 0.92 ** 24, 1e-4);
});

Deno.test("elapsedStock() throws when months are missing or nobody has just entered", () => {
  assertThrows(() => elapsedStock(stockOf(0, 5)), RangeError, "entrants in the first");
  assertThrows(() => elapsedStock(stockOf(5)), RangeError, "two or more months");
  assertThrows(
    () =>
      elapsedStock([{ elapsedMonths: 0, members: 5 }, { elapsedMonths: 2, members: 1 }]),
    RangeError,
    "month 1 is wanted, got 1 for month 2",
  );
  assertThrows(() => elapsedStock(stockOf(5, -1)), RangeError, "got -1 for month 1");
});
