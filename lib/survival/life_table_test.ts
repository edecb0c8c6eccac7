import { lifeTable } from "./life_table.ts";
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";

Deno.test("lifeTable() equals a table worked by hand", () => {
  const { rows } = lifeTable([
    { from: 0, to: 6, events: 19, censored: 2 },
    { from: 6, to: 12, events: 12, censored: 6 },
    { from: 12, to: 24, events: 20, censored: 41 },
  ]);
  assertEquals(rows.map(({ entering }) => entering), [100, 79, 61]);
  assertEquals(rows.map(({ exposed }) => exposed), [99, 76, 40.5]);
  const [q1, q2] = [19 / 99, 12 / 76];
  assertAlmostEquals(rows[1]!.survival, (1 - q1) * (1 - q2), 1e-15);
  const greenwood = q1 / (99 - 19) + q2 / (76 - 12);
  assertAlmostEquals(
    rows[1]!.standardError,
    (1 - q1) * (1 - q2) * Math.sqrt(greenwood),
    1e-15,
  );
  assertAlmostEquals(rows[0]!.hazard, 19 / (6 * (99 - 19 / 2)), 1e-15);
});

Deno.test("lifeTable() is the fraction that lasted when nobody is censored", () => {
  const count = fc.integer({ min: 1, max: 500 });
  fc.assert(fc.property(fc.array(count, { minLength: 1, maxLength: 20 }), (events) => {
    const { rows } = lifeTable(
      events.map((ended, i) => ({ from: i, to: i + 1, events: ended, censored: 0 })),
    );
    const total = events.reduce((a, b) => a + b, 0);
    let ended = 0;
    rows.forEach((row, i) => {
      ended += events[i]!;
      assertAlmostEquals(row.survival, 1 - ended / total, 1e-9);
    });
    assertAlmostEquals(rows.at(-1)!.survival, 0, 1e-12);
  }));
});

Deno.test("lifeTable() exposes less than enters and more than ends", () => {
  const count = fc.nat(500);
  fc.assert(
    fc.property(fc.array(fc.tuple(count, count), { minLength: 1 }), (counts) => {
      fc.pre(counts.some(([events, censored]) => events + censored > 0));
      const { rows } = lifeTable(
        counts.map(([events, censored], i) => ({ from: i, to: i + 1, events, censored })),
      );
      for (const row of rows) {
        assert(row.exposed <= row.entering && row.exposed >= row.events);
      }
    }),
  );
});

Deno.test("lifeTable() throws when intervals leave a gap or nothing was counted", () => {
  const row = { events: 1, censored: 0 };
  assertThrows(
    () => lifeTable([{ from: 0, to: 1, ...row }, { from: 2, to: 3, ...row }]),
    RangeError,
    "an interval from 1",
  );
  assertThrows(() => lifeTable([]), RangeError, "counted spells are wanted");
});
