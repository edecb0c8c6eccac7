import type { DifferenceOrder } from "./difference_penalty.ts";
import { whittakerHenderson } from "./whittaker_henderson.ts";
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import fixtures from "./fixtures/whittaker_henderson.json" with { type: "json" };

for (const fixture of fixtures) {
  Deno.test(`whittakerHenderson() equals R's dense solution: ${fixture.name}`, () => {
    const { values, weights } = fixture;
    const isChosen = typeof fixture.lambda === "string";
    const found = whittakerHenderson({ values, weights }, {
      order: fixture.order as DifferenceOrder,
      lambda: isChosen ? "gcv" : Number(fixture.lambda),
    });
    const tolerance = isChosen ? 1e-5 : 1e-9;
    assertAlmostEquals(found.lambda / fixture.chosenLambda, 1, tolerance);
    assertEquals(found.isLambdaAtLimit, false);
    fixture.graduated.forEach((value, i) => {
      assertAlmostEquals(found.values[i]!, value, tolerance * 100);
      assertAlmostEquals(
        found.standardErrors[i]!,
        fixture.standardErrors[i]!,
        tolerance * 100,
      );
    });
    assertAlmostEquals(
      found.effectiveDegreesOfFreedom,
      fixture.effectiveDegreesOfFreedom,
      tolerance * 10,
    );
    assertAlmostEquals(found.residualVariance, fixture.residualVariance, tolerance * 1e3);
  });
}

const [{ values, weights }] = fixtures as [typeof fixtures[number]];

Deno.test("whittakerHenderson() returns the data when nothing is smoothed", () => {
  const found = whittakerHenderson({ values, weights }, { lambda: 0 });
  found.values.forEach((value, i) => assertAlmostEquals(value, values[i]!, 1e-12));
  assertAlmostEquals(found.effectiveDegreesOfFreedom, values.length, 1e-12);
  assertEquals(found.residualVariance, NaN);
});

Deno.test("whittakerHenderson() gives the least-squares polynomial for large lambda", () => {
  for (const order of [1, 2, 3] as const) {
    const found = whittakerHenderson({ values, weights }, { order, lambda: 1e9 });
    assertAlmostEquals(found.effectiveDegreesOfFreedom, order, 1e-3);
    let differences: readonly number[] = found.values;
    for (let i = 0; i < order; i++) {
      differences = differences.slice(1).map((value, j) => value - differences[j]!);
    }
    assert(differences.every((value) => Math.abs(value) < 1e-4));
  }
});

Deno.test("whittakerHenderson() keeps moments up to the order minus one", () => {
  const data = fc.array(
    fc.record({
      value: fc.double({ min: -100, max: 100, noNaN: true }),
      weight: fc.double({ min: 0.1, max: 50, noNaN: true }),
    }),
    { minLength: 4, maxLength: 30 },
  );
  const order = fc.constantFrom<DifferenceOrder>(1, 2, 3);
  const lambda = fc.double({ min: 0.01, max: 1000, noNaN: true });
  fc.assert(
    fc.property(data, order, lambda, (data, order, lambda) => {
      const found = whittakerHenderson({
        values: data.map(({ value }) => value),
        weights: data.map(({ weight }) => weight),
      }, { order, lambda });
      for (let moment = 0; moment < order; moment++) {
        const difference = data.reduce(
          (sum, { value, weight }, i) =>
            sum + weight * (found.values[i]! - value) * i ** moment,
          0,
        );
        assertAlmostEquals(difference, 0, 1e-5);
      }
      const { effectiveDegreesOfFreedom: freedom } = found;
      assert(freedom > order - 1e-9 && freedom < data.length);
    }),
  );
});

Deno.test("whittakerHenderson() throws when the data do not determine a fit", () => {
  const graduate = (weights: number[], lambda = 1) =>
    whittakerHenderson({ values: [1, 2, 3, 4], weights }, { lambda });
  assertThrows(() => graduate([1, 1, 1]), RangeError, "got 4 and 3");
  assertThrows(() => graduate([1, -1, 1, 1]), RangeError, "got -1");
  assertThrows(() => graduate([1, 0, 0, 1]), RangeError, "more than 2 weighted values");
  assertThrows(() => graduate([1, 1, 1, 1], -1), RangeError, "parameter of 0 or more");
  assertThrows(() => graduate([1, 1, 1, 0], 0), RangeError, "none for 1");
});
