import { monthOf } from "@jkp/month";
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { completeness, type DelayedCount } from "./completeness.ts";

const FIRST = monthOf(2018, 1);
const LAST = FIRST + 23;

/** Shares that come after each delay, and months of different size and lateness. */
const SHARES = [0.2, 0.55, 0.15, 0.06, 0.04];
const truth = (month: number) => 100_000 + 700 * (month - FIRST);
function recorded(drawn: number): DelayedCount[] {
  return Array.from({ length: LAST - FIRST + 1 }, (_, i) => FIRST + i).flatMap(
    (month) => {
      // Some months are later than others, by turns: what is late in one is not lost.
      const shift = 0.02 * Math.sin(2.4 * month);
      return SHARES.map((share, delay) => ({
        month,
        delay,
        count: Math.round(
          truth(month) * (share + (delay === 1 ? -shift : delay === 2 ? shift : 0)),
        ),
      }));
    },
  ).filter(({ month, delay }) => month + delay <= drawn);
}

Deno.test("completeness() finds within its interval how much of the last months is recorded", () => {
  const options = { firstMonth: FIRST, lastMonth: LAST, extractMonth: LAST + 2 };
  const { months, completeTo } = completeness(recorded(LAST + 1), options);
  const open = months.slice(-4);
  const seen = (age: number) =>
    SHARES.slice(0, age + 1).reduce((sum, each) => sum + each, 0);
  for (const { month, age, reported, lower, upper, completed } of open) {
    assertAlmostEquals(reported, seen(age), 0.02);
    assertAlmostEquals(completed, truth(month), 0.03 * truth(month));
    assert(lower <= reported && reported <= upper);
    const exact = recorded(LAST + 1).filter((row) => row.month === month)
      .reduce((sum, { count }) => sum + count, 0) / truth(month);
    assert(
      lower - 0.001 <= exact && exact <= upper + 0.001,
      `${lower} ${exact} ${upper}`,
    );
  }
  assertEquals(open.map(({ isComplete }) => isComplete), [true, false, false, false]);
  assertEquals(completeTo, LAST - 3);
});

Deno.test("completeness() counts what came in the drawing month, but reads no factor from it", () => {
  const options = { firstMonth: FIRST, lastMonth: LAST, extractMonth: LAST + 2 };
  // A third of what the drawing month will bring is there.
  const part = recorded(LAST + 2).map((row) =>
    row.month + row.delay === LAST + 2
      ? { ...row, count: Math.round(row.count / 3) }
      : row
  );
  const cut = completeness(recorded(LAST + 1), options).months;
  const drawn = completeness(part, options).months;
  for (const [i, { counted, completed }] of drawn.entries()) {
    assertAlmostEquals(completed, Math.max(cut[i]!.completed, counted), 1e-6);
    assert(counted >= cut[i]!.counted);
  }
  assert(drawn.at(-1)!.reported > cut.at(-1)!.reported);
});

Deno.test("completeness() knows nothing of months of which nothing is recorded", () => {
  const { months, notes } = completeness(
    [{ month: FIRST, delay: 0, count: 5 }, { month: FIRST, delay: 1, count: 5 }],
    { firstMonth: FIRST, lastMonth: FIRST + 2, extractMonth: FIRST + 2 },
  );
  const [first, second, third] = months;
  assertEquals([first!.reported, first!.isComplete], [1, true]);
  assertEquals([second!.completed, second!.isComplete], [NaN, false]);
  assertEquals([third!.completed, third!.age, third!.isComplete], [NaN, -1, false]);
  assertEquals(notes.length, 1);
});

Deno.test("completeness() passes over months and delays before the first records", () => {
  const rows = recorded(LAST + 1).map((row) => ({ ...row, delay: row.delay + 2 }))
    .filter(({ month, delay }) => month > FIRST + 2 && month + delay <= LAST + 1);
  const { months, notes } = completeness(rows, {
    firstMonth: FIRST,
    lastMonth: LAST,
    extractMonth: LAST + 2,
  });
  const open = months.slice(-3);
  assertEquals(notes, [
    "Nothing is recorded within 2 months: of months as young nothing is known.",
  ]);
  assertEquals([months[0]!.completed, months[0]!.isComplete], [0, true]);
  const [known, , young] = open;
  assertAlmostEquals(known!.reported, SHARES[0]! + SHARES[1]!, 0.02);
  assert(known!.lower < known!.reported && known!.reported < known!.upper);
  assertEquals(young!.completed, NaN);
});

Deno.test("completeness() finds all complete where everything comes at once", () => {
  const rows = [0, 1, 2].map((at) => ({ month: FIRST + at, delay: 0, count: 7 }));
  const { months, notes } = completeness(rows, {
    firstMonth: FIRST,
    lastMonth: FIRST + 2,
    extractMonth: FIRST + 3,
  });
  assertEquals(months.map(({ lower, reported }) => [lower, reported]), [
    [1, 1],
    [1, 1],
    [1, 1],
  ]);
  assertEquals(notes, []);
});

Deno.test("completeness() does not depend on the order of rows, or on how they are parted", () => {
  const options = { firstMonth: FIRST, lastMonth: LAST, extractMonth: LAST + 1 };
  const rows = recorded(LAST + 1);
  const halves = rows.flatMap((row) => [
    { ...row, count: row.count / 2 },
    { ...row, count: row.count / 2 },
  ]);
  assertEquals(completeness(halves.reverse(), options), completeness(rows, options));
});

Deno.test("completeness() refuses counts below 0, delays before the month, and nothing", () => {
  const options = { firstMonth: FIRST, lastMonth: LAST, extractMonth: LAST + 1 };
  const one = { month: FIRST, delay: 0, count: 1 };
  for (const row of [{ ...one, count: -1 }, { ...one, delay: -1 }]) {
    assertThrows(
      () => completeness([row], options),
      RangeError,
      "Cannot find how complete",
    );
  }
  assertThrows(() => completeness([], options), RangeError, "got none");
});
