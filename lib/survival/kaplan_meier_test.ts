import { kaplanMeier, kaplanMeierCurve, medianSurvivalTime } from "./kaplan_meier.ts";
import type { Observations } from "./observations.ts";
import { restrictedMean } from "./curve.ts";
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";

/** What R's survfit gave, with the columns it was given; see fixtures/make_fixtures.R. */
interface Fixture {
  readonly name: string;
  readonly observations: {
    readonly durations: readonly number[];
    readonly eventObserved: readonly number[];
    readonly entry?: readonly number[];
    readonly weights?: readonly number[];
  };
  readonly time: readonly number[];
  readonly atRisk: readonly number[];
  readonly events: readonly number[];
  readonly censored: readonly number[];
  readonly survival: readonly number[];
  readonly stdError: readonly (number | null)[];
  readonly intervals: Readonly<
    Record<
      "log-log" | "log" | "plain",
      {
        readonly lower: readonly (number | null)[];
        readonly upper: readonly (number | null)[];
      }
    >
  >;
  readonly median: number | null;
  readonly restrictedMean: number;
}

const FIXTURES: readonly Fixture[] = ["lung", "veteran", "heart"].flatMap((name) =>
  JSON.parse(
    Deno.readTextFileSync(new URL(`./fixtures/${name}.json`, import.meta.url)),
  )
);

/** Equal to 1e-10, with NaN where R has NA. */
function assertColumn(
  ours: Float64Array,
  theirs: readonly (number | null)[],
  label: string,
): void {
  assertEquals(ours.length, theirs.length, label);
  theirs.forEach((value, i) => {
    if (value === null) assert(Number.isNaN(ours[i]), `${label}, row ${i}`);
    else assertAlmostEquals(ours[i]!, value, 1e-10, `${label}, row ${i}`);
  });
}

for (const fixture of FIXTURES) {
  Deno.test(`kaplanMeier() equals R's survfit on ${fixture.name}`, () => {
    const estimate = kaplanMeier(fixture.observations);
    for (
      const column of [
        "time",
        "atRisk",
        "events",
        "censored",
        "survival",
        "stdError",
      ] as const
    ) {
      assertColumn(estimate[column], fixture[column], column);
    }
    for (const interval of ["log-log", "log", "plain"] as const) {
      const { lower, upper } = kaplanMeier(fixture.observations, { interval });
      assertColumn(lower, fixture.intervals[interval].lower, `${interval} lower`);
      assertColumn(upper, fixture.intervals[interval].upper, `${interval} upper`);
    }
  });

  Deno.test(`median and restricted mean equal R's on ${fixture.name}`, () => {
    const estimate = kaplanMeier(fixture.observations);
    assertEquals(medianSurvivalTime(estimate), fixture.median);
    assertAlmostEquals(
      restrictedMean(kaplanMeierCurve(estimate), estimate.time.at(-1)!),
      fixture.restrictedMean,
      1e-8,
    );
  });
}

const spell = fc.record({
  duration: fc.integer({ min: 1, max: 60 }),
  event: fc.constantFrom(0, 1),
  entryShare: fc.double({ min: 0, max: 0.99, noNaN: true }),
  weight: fc.integer({ min: 1, max: 5 }),
});
const spells = fc.array(spell, { minLength: 1, maxLength: 80 });
type Spell = typeof spell extends fc.Arbitrary<infer Value> ? Value : never;

function columns(rows: readonly Spell[], scale = 1): Observations {
  return {
    durations: rows.map(({ duration }) => duration * scale),
    eventObserved: rows.map(({ event }) => event),
    entry: rows.map((row) => Math.floor(row.duration * row.entryShare) * scale),
    weights: rows.map(({ weight }) => weight),
  };
}

Deno.test("kaplanMeier() starts at most at 1 and never rises", () => {
  fc.assert(fc.property(spells, (rows) => {
    let before = 1;
    for (const survival of kaplanMeier(columns(rows)).survival) {
      assert(survival <= before && survival >= 0);
      before = survival;
    }
  }));
});

Deno.test("kaplanMeier() loses nobody: those who enter end or are censored", () => {
  fc.assert(fc.property(spells, (rows) => {
    const { events, censored } = kaplanMeier(columns(rows));
    const sum = (values: Float64Array) => values.reduce((a, b) => a + b, 0);
    const entered = rows.reduce((total, { weight }) => total + weight, 0);
    assertEquals(sum(events) + sum(censored), entered);
  }));
});

Deno.test("kaplanMeier() stays at 1 without events", () => {
  fc.assert(fc.property(spells, (rows) => {
    const { survival } = kaplanMeier(columns(rows.map((row) => ({ ...row, event: 0 }))));
    assert(survival.every((value) => value === 1));
  }));
});

Deno.test("kaplanMeier() does not depend on the order of rows", () => {
  fc.assert(fc.property(spells, (rows) => {
    const { basis: _, ...forward } = kaplanMeier(columns(rows));
    const { basis: __, ...backward } = kaplanMeier(columns(rows.toReversed()));
    assertEquals(forward, backward);
  }));
});

Deno.test("kaplanMeier() takes a weight for so many rows", () => {
  fc.assert(fc.property(spells, (rows) => {
    const repeated = rows.flatMap((row) =>
      Array.from({ length: row.weight }, () => ({ ...row, weight: 1 }))
    );
    const weighted = kaplanMeier(columns(rows));
    const plain = kaplanMeier(columns(repeated));
    assertEquals(weighted.survival, plain.survival);
    assertEquals(weighted.stdError, plain.stdError);
  }));
});

Deno.test("kaplanMeier() reaches exactly 0 with fractional weights when all end", () => {
  const tenths = fc.array(
    fc.record({ row: spell, tenths: fc.integer({ min: 1, max: 20 }) }),
    { minLength: 1, maxLength: 40 },
  );
  fc.assert(fc.property(tenths, fc.constantFrom(1, 0.5), (rows, scale) => {
    const { survival } = kaplanMeier({
      ...columns(rows.map(({ row }) => ({ ...row, event: 1 })), scale),
      weights: rows.map(({ tenths }) => tenths / 10),
    });
    assertEquals(survival.at(-1), 0);
    assert(survival.every((value) => value >= 0));
  }));
});

Deno.test("kaplanMeier() gives the same by counting and by sorting", () => {
  fc.assert(fc.property(spells, (rows) => {
    const counted = kaplanMeier(columns(rows));
    const sorted = kaplanMeier(columns(rows, 0.5));
    assertEquals(counted.survival, sorted.survival);
    assertEquals(counted.atRisk, sorted.atRisk);
    const { durations, eventObserved } = columns(rows);
    const halves = Array.from(durations, (duration) => duration / 2);
    assertEquals(
      kaplanMeier({ durations, eventObserved }).survival,
      kaplanMeier({ durations: halves, eventObserved }).survival,
    );
  }));
});

Deno.test("kaplanMeier() recovers the hazard of simulated lives", () => {
  let state = 20_190_101;
  const uniform = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state + 0.5) / 2 ** 32;
  };
  const rows = 200_000;
  const [hazard, censoring] = [0.03, 0.02];
  const durations = new Float64Array(rows);
  const eventObserved = new Uint8Array(rows);
  for (let i = 0; i < rows; i++) {
    const [end, loss] = [-Math.log(uniform()) / hazard, -Math.log(uniform()) / censoring];
    durations[i] = Math.min(end, loss);
    eventObserved[i] = end <= loss ? 1 : 0;
  }
  const estimate = kaplanMeier({ durations, eventObserved });
  for (const at of [6, 12, 24, 48]) {
    const row = estimate.time.findLastIndex((time) => time <= at);
    const error = Math.abs(estimate.survival[row]! - Math.exp(-hazard * at));
    assert(error < 4 * estimate.stdError[row]!);
  }
});

Deno.test("medianSurvivalTime() is null when the curve stays above one half", () => {
  assertEquals(
    medianSurvivalTime(kaplanMeier({ durations: [1, 2, 3], eventObserved: [1, 0, 0] })),
    null,
  );
});

Deno.test("kaplanMeier() throws when a row cannot be used, and names it", () => {
  const estimate = (durations: number[], more: Partial<Observations> = {}) => () =>
    kaplanMeier({ durations, eventObserved: durations.map(() => 1), ...more });
  assertThrows(estimate([1, -2]), RangeError, "got -2 from 0 with 1 in row 1");
  assertThrows(estimate([NaN]), RangeError, "got NaN");
  assertThrows(estimate([Infinity]), RangeError, "got Infinity");
  assertThrows(estimate([3, 3], { entry: [0, 3] }), RangeError, "from 3 with 1 in row 1");
  assertThrows(estimate([3], { weights: [0] }), RangeError, "with 0 in row 0");
  for (const event of [2, NaN, -1]) {
    assertThrows(
      estimate([3, 3], { eventObserved: [1, event] }),
      RangeError,
      `got ${event} in row 1`,
    );
  }
  assertThrows(estimate([]), RangeError, "at least 1");
  assertThrows(
    estimate([1, 2], { weights: [1] }),
    RangeError,
    "columns of one length, at least 1, are wanted, got 2 of durations, " +
      "2 of eventObserved, 1 of weights",
  );
  assertThrows(
    () => kaplanMeier({ durations: [1], eventObserved: [1] }, { level: 95 }),
    RangeError,
    "a level between 0 and 1 is wanted, got 95",
  );
});

Deno.test("kaplanMeier() has the exact interval before anything has ended", () => {
  // R: binom.test(10, 10)$conf.int is 0.6915029 to 1.
  const durations = [1, 2, 3, 4, 5, 6, 7, 8, 9, 9, 9];
  const eventObserved = durations.map((_, i) => i === 4 ? 1 : 0);
  for (const interval of ["log-log", "log", "plain"] as const) {
    const found = kaplanMeier({ durations, eventObserved }, { interval });
    assertAlmostEquals(found.lower[1]!, 0.6915029, 5e-8);
    assertEquals([found.survival[3], found.upper[3]], [1, 1]);
    for (let i = 1; i < 4; i++) assert(found.lower[i]! < found.lower[i - 1]!);
  }
});
