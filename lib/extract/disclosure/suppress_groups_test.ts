import { assert, assertEquals, assertGreaterOrEqual } from "@std/assert";
import fc from "fast-check";
import { attack } from "./attack_for_test.ts";
import { suppressGroups } from "./suppress_groups.ts";

const NUMBER = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 15 }), fc.nat(300));
const GROUPS = fc.integer({ min: 1, max: 3 }).chain((parts) =>
  fc.array(fc.array(NUMBER, { minLength: parts, maxLength: parts }), {
    minLength: 1,
    maxLength: 6,
  })
);

Deno.test("suppressGroups() shows no small number, and totals leave ten open of each", () => {
  fc.assert(
    fc.property(GROUPS, (groups) => {
      const hidden = suppressGroups(groups, 10);
      for (const [part] of groups[0]!.entries()) {
        const numbers = groups.map((group) => group[part]!);
        const sum = numbers.reduce((a, b) => a + b, 0);
        assert(hidden.total || sum === 0 || sum >= 10);
        const bounds = attack([
          ...numbers.map((value, g) => ({
            key: [String(g)],
            ...(!hidden.groups[g] && { value }),
          })),
          { key: ["total"], ...(!hidden.total && { value: sum }) },
        ]);
        for (const [g, records] of numbers.entries()) {
          if (records === 0 || records >= 10) continue;
          const { upper } = bounds.find(({ key }) => key[0] === String(g))!;
          assertGreaterOrEqual(upper - records, 10);
        }
      }
    }),
    { numRuns: 200 },
  );
});

Deno.test("suppressGroups() hides the total when no other group can cover", () => {
  assertEquals(suppressGroups([[50, 4], [60, 0]], 4), {
    groups: [false, false],
    total: false,
  });
  assertEquals(suppressGroups([[50, 6], [60, 6]], 10), {
    groups: [true, true],
    total: true,
  });
});

Deno.test("suppressGroups() takes what is hidden anyway as a cover", () => {
  const anyway = { groups: [false, true, false], total: false };
  assertEquals(suppressGroups([[40], [90], [7]], 10, anyway), {
    groups: [false, true, true],
    total: false,
  });
});
