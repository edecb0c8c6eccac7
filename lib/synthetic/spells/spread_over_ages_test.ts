import { AGE_GROUPS } from "@jkp/extract";
import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { spreadOverAges } from "./spread_over_ages.ts";
import { AGES, AGES_PER_GROUP } from "./window.ts";

const byGroup = fc.array(fc.nat(100_000), {
  minLength: AGE_GROUPS.length,
  maxLength: AGE_GROUPS.length,
});

Deno.test("spreadOverAges() keeps every group's number, and no age falls below 0", () => {
  fc.assert(fc.property(byGroup, fc.infiniteStream(fc.nat(1000)), (groups, weights) => {
    const positive = Float64Array.from(
      { length: AGES },
      () => 1 + weights.next().value!,
    );
    const ages = spreadOverAges(groups, positive);
    assert(ages.every((count) => count >= 0));
    groups.forEach((count, group) => {
      const from = group * AGES_PER_GROUP;
      const own = ages.subarray(from, from + AGES_PER_GROUP);
      assertEquals(own.reduce((a, b) => a + b), count);
    });
  }));
});

Deno.test("spreadOverAges() puts nobody where there is no weight", () => {
  const groups = AGE_GROUPS.map((_, group) => group === 3 ? 500 : 0);
  const weights = Float64Array.from(
    { length: AGES },
    (_, age) => Math.floor(age / AGES_PER_GROUP) === 3 && age % 2 === 0 ? 7 : 0,
  );
  const ages = spreadOverAges(groups, weights);
  assert(ages.every((count, age) => count === 0 || weights[age]! > 0));
});

Deno.test("spreadOverAges() has no jump where groups meet", () => {
  const groups = [100, 300, 400, 350, 300, 250, 200, 150, 80, 30, 10].map((n) => 600 * n);
  const ages = spreadOverAges(groups, new Float64Array(AGES).fill(1));
  for (let group = 1; group < AGE_GROUPS.length; group++) {
    const age = group * AGES_PER_GROUP;
    assert(Math.abs(ages[age]! / ages[age - 1]! - 1) < 0.04);
  }
});
