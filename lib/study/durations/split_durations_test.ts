import { assertEquals } from "@std/assert";
import fc from "fast-check";
import polars from "nodejs-polars";
import { splitDurations } from "./split_durations.ts";

const SPELL = fc.record({
  region: fc.constantFrom("bali", " bali", "riau", "", null, "10", "9"),
  sex: fc.constantFrom("F", "M"),
  year: fc.constantFrom(2019, 2020, 2020.5, null),
  duration: fc.nat({ max: 60 }),
});

Deno.test("splitDurations() gives each group its rows in their order, whatever splits them", async () => {
  const spells = fc.array(SPELL, { minLength: 1, maxLength: 40 });
  const by = fc.subarray(["region", "sex", "year"] as const, { minLength: 1 });
  await fc.assert(fc.asyncProperty(spells, by, async (rows, columns) => {
    const durations = rows.map(({ duration }) => duration);
    const eventObserved = rows.map((_, row) => row % 2);
    const frame = polars.DataFrame([
      polars.Series("region", rows.map(({ region }) => region), polars.Utf8),
      polars.Series("sex", rows.map(({ sex }) => sex), polars.Utf8),
      polars.Series("year", rows.map(({ year }) => year), polars.Float64),
    ]);
    const groups = await splitDurations(frame, columns, { durations, eventObserved });
    const valuesOf = (row: typeof rows[number]) =>
      columns.map((name) => String(row[name] ?? "").trim());
    const wanted = Map.groupBy(rows.keys(), (row) => valuesOf(rows[row]!).join());
    const got = groups.map(({ group, observations }) =>
      [
        columns.map((name) => group[name]).join(),
        Array.from(observations.durations),
        Array.from(observations.eventObserved),
      ] as const
    );
    assertEquals(
      new Map(got.map(([key, ...each]) => [key, each])),
      new Map(
        [...wanted].map(([key, at]) => [
          key,
          [at.map((row) => durations[row]!), at.map((row) => row % 2)],
        ]),
      ),
    );
    assertEquals(got.length, wanted.size);
  }));
});

Deno.test("splitDurations() puts groups in order, numbers by size and before text", async () => {
  const region = ["riau", "10", "9", "bali", "9"];
  const durations = [1, 2, 3, 4, 5];
  const groups = await splitDurations(polars.DataFrame({ region }), ["region"], {
    durations,
    eventObserved: durations.map(() => 1),
  });
  assertEquals(groups.map(({ group }) => group.region), ["9", "10", "bali", "riau"]);
  assertEquals(Array.from(groups[0]!.observations.durations), [3, 5]);
});
