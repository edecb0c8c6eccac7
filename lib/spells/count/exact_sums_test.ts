import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { ExactSums } from "./exact_sums.ts";

Deno.test("ExactSums equals BigInt sums of products in any order", () => {
  const products = fc.array(
    fc.tuple(
      fc.integer({ min: 0, max: 2 ** 31 - 1 }).map((weight) => weight * 500),
      fc.oneof(
        fc.integer({ min: -(2 ** 31) + 1, max: 2 ** 31 - 1 }),
        fc.integer({ min: -(2 ** 36), max: 2 ** 36 }),
      ),
    ),
  );
  fc.assert(fc.property(products, (terms) => {
    const [forward, backward] = [new ExactSums(2), new ExactSums(2)];
    for (const [weight, value] of terms) forward.addProduct(1, weight, value);
    for (const [weight, value] of terms.toReversed()) {
      backward.addProduct(1, weight, value);
    }
    const expected = terms.reduce((sum, [w, v]) => sum + BigInt(w) * BigInt(v), 0n);
    assertEquals([forward.value(0), forward.value(1)], [0n, expected]);
    assertEquals(backward.value(1), expected);
  }));
});
