import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import fixtures from "./fixtures/tests_and_fits.json" with { type: "json" };
import { logRankTest } from "./log_rank.ts";

const { lung, veteran } = fixtures.data;

for (const { name, rho, chiSquare, observed, expected } of fixtures.tests) {
  Deno.test(`logRankTest() equals R's survdiff for ${name}, rho ${rho}`, () => {
    const isStratified = name.includes("strata");
    const data = name.startsWith("lung") ? lung : veteran;
    const group = isStratified ? veteran.treatment : data.group;
    const strata = isStratified ? { strata: veteran.group } : {};
    const test = logRankTest({ ...data, group, ...strata }, { rho });
    assertAlmostEquals(test.chiSquare, chiSquare, 1e-9);
    test.groups.forEach((each, g) => {
      assertAlmostEquals(each.observed, observed[g]!, 1e-9);
      assertAlmostEquals(each.expected, expected[g]!, 1e-9);
    });
  });
}

Deno.test("logRankTest() gives R's probability", () => {
  assertAlmostEquals(logRankTest(lung).pValue, 0.001311165, 1e-8);
});

Deno.test("logRankTest() takes a weight for so many spells, and late entries as such", () => {
  const once = logRankTest({
    durations: [2, 3, 5],
    eventObserved: [1, 1, 1],
    entry: [0, 1, 2],
    weights: [2, 1, 1],
    group: [0, 1, 1],
  });
  const repeated = logRankTest({
    durations: [2, 2, 3, 5],
    eventObserved: [1, 1, 1, 1],
    entry: [0, 0, 1, 2],
    group: [0, 0, 1, 1],
  });
  assertEquals(once, repeated);
  assertEquals(once.groups[1]!.expected, 2 / 3 + 1 + 1);
});

Deno.test("logRankTest() throws when there is nothing to compare", () => {
  const spells = { durations: [1, 2], eventObserved: [0, 0] };
  const compared = (group: (number | string)[]) => () =>
    logRankTest({ ...spells, group });
  assertThrows(compared([0, 0]), RangeError, "two or more");
  assertThrows(compared([0, 2]), RangeError, "got 0, 2");
  assertThrows(compared([0, 1]), RangeError, "an event is wanted");
  assertThrows(
    compared([0]),
    RangeError,
    "columns of one length are wanted, got 2 of durations, 2 of eventObserved, 1 of group",
  );
});

Deno.test("logRankTest() takes groups by name, as it takes them by number", () => {
  const names = lung.group.map((code) => code === 0 ? "men" : "women");
  const byName = logRankTest({ ...lung, group: names });
  assertEquals(byName.chiSquare, logRankTest(lung).chiSquare);
  assertEquals(byName.groups.map(({ group }) => group).sort(), ["men", "women"]);
});

Deno.test("logRankTest() names the row whose group is missing among names", () => {
  const group = ["men", null as never, "women"];
  assertThrows(
    () => logRankTest({ durations: [1, 2, 3], eventObserved: [1, 1, 1], group }),
    RangeError,
    "names are wanted in group, got null in row 1",
  );
});
