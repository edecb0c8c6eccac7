import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { namedSeed, randomFraction, randomStream } from "./random_stream.ts";

Deno.test("randomStream() gives even and unrelated numbers to neighbours", () => {
  const first = Array.from({ length: 20_000 }, (_, i) => randomStream(1, i).uniform());
  const mean = first.reduce((a, b) => a + b) / first.length;
  assertAlmostEquals(mean, 0.5, 3 * Math.sqrt(1 / 12 / first.length));
  let product = 0;
  for (let i = 1; i < first.length; i++) {
    product += (first[i]! - 0.5) * (first[i - 1]! - 0.5) * 12;
  }
  assertAlmostEquals(product / first.length, 0, 3 / Math.sqrt(first.length));
  const other = Array.from({ length: 20_000 }, (_, i) => randomStream(2, i).uniform());
  let across = 0;
  first.forEach((each, i) => across += (each - 0.5) * (other[i]! - 0.5) * 12);
  assertAlmostEquals(across / first.length, 0, 3 / Math.sqrt(first.length));
  assert(first.every((each) => each > 0 && each <= 1));
});

Deno.test("randomFraction() is even, and unrelated to the stream of the same index", () => {
  const indices = 20_000;
  let [mean, product] = [0, 0];
  for (let index = 0; index < indices; index++) {
    const fraction = randomFraction(1, index);
    assert(fraction > 0 && fraction < 1);
    mean += fraction / indices;
    const first = randomStream(1, index).uniform();
    product += 12 * (fraction - 0.5) * (first - 0.5) / indices;
  }
  assertAlmostEquals(mean, 0.5, 3 * Math.sqrt(1 / 12 / indices));
  assertAlmostEquals(product, 0, 3 / Math.sqrt(indices));
});

Deno.test("randomStream() gives normal numbers of mean 0 and variance 1", () => {
  const { standardNormal } = randomStream(1, 0);
  const drawn = Array.from({ length: 20_000 }, () => standardNormal());
  const mean = drawn.reduce((a, b) => a + b) / drawn.length;
  const square = drawn.reduce((sum, each) => sum + each ** 2, 0) / drawn.length;
  assertAlmostEquals(mean, 0, 3 / Math.sqrt(drawn.length));
  assertAlmostEquals(square, 1, 3 * Math.sqrt(2 / drawn.length));
});

Deno.test("namedSeed() has seeds of its own for each name and each seed", () => {
  const names = ["unemployment", "members", "claims", "recession", ""];
  const seeds = [0, 1, 2, 2_147_483_647].flatMap((seed) =>
    names.map((name) => namedSeed(seed, name))
  );
  assertEquals(new Set(seeds).size, seeds.length);
  assertEquals(namedSeed(7, "claims"), namedSeed(7, "claims"));
});
