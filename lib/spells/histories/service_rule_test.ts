import { assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import type { MonthSpan } from "./month_runs.ts";
import { checkServiceRule, type ServiceRule } from "./service_rule.ts";
import {
  continuousService,
  meetsServiceRule,
  monthsMeeting,
} from "./service_rule_for_test.ts";

const MONTHS = 90;

const HISTORY = fc.array(
  fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 15 })),
  { maxLength: 8 },
).map((spells) => spells.map(([first, more]): MonthSpan => [first, first + more]));

const RULE = fc.integer({ min: 1, max: 26 })
  .chain((withinMonths) =>
    fc.tuple(fc.constant(withinMonths), fc.integer({ min: 1, max: withinMonths }))
  )
  .chain(([withinMonths, months]) =>
    fc.option(fc.integer({ min: 1, max: months })).map((consecutiveMonths): ServiceRule =>
      consecutiveMonths === null
        ? { months, withinMonths }
        : { months, withinMonths, consecutiveMonths }
    )
  );

/** The rule applied to a list of months, one by one. */
function isMetMonthByMonth(
  rule: ServiceRule,
  history: readonly MonthSpan[],
  month: number,
): boolean {
  let [count, inARow, longest] = [0, 0, 0];
  for (let t = month - rule.withinMonths + 1; t <= month; t++) {
    const hasContribution = history.some(([first, last]) => first <= t && t <= last);
    if (hasContribution) count++;
    inARow = hasContribution ? inARow + 1 : 0;
    longest = Math.max(longest, inARow);
  }
  return count >= rule.months && longest >= (rule.consecutiveMonths ?? 1);
}

Deno.test("meetsServiceRule() counts the month itself and the months before it", () => {
  const rule = { months: 12, withinMonths: 24 };
  const history = [[1, 8], [20, 23]] as const;
  assertEquals(meetsServiceRule(rule, history, 22), false); // 8 + 3
  assertEquals(meetsServiceRule(rule, history, 23), true); // 8 + 4
  assertEquals(meetsServiceRule(rule, history, 24), true); // months 1 to 24
  assertEquals(meetsServiceRule(rule, history, 25), false); // month 1 is out
});

Deno.test("meetsServiceRule() wants months in a row within the window", () => {
  const rule = { months: 8, withinMonths: 12, consecutiveMonths: 6 };
  const broken = [[1, 4], [6, 9], [11, 14]] as const;
  assertEquals(meetsServiceRule(rule, broken, 12), false);
  const six = [[1, 6], [11, 12]] as const;
  assertEquals(meetsServiceRule(rule, six, 12), true);
  assertEquals(meetsServiceRule(rule, [[1, 6], [11, 13]], 13), false); // five are left
});

Deno.test("meetsServiceRule() joins spells and counts shared months once", () => {
  assertEquals(meetsServiceRule(continuousService(6), [[4, 6], [1, 3]], 6), true);
  assertEquals(meetsServiceRule(continuousService(6), [[1, 3], [5, 7]], 7), false);
  const shared = [[1, 4], [3, 5]] as const;
  assertEquals(meetsServiceRule({ months: 6, withinMonths: 9 }, shared, 6), false);
});

Deno.test("monthsMeeting() goes on after the last contribution", () => {
  assertEquals(monthsMeeting({ months: 2, withinMonths: 5 }, [[10, 12]]), [[11, 15]]);
  assertEquals(monthsMeeting({ months: 4, withinMonths: 5 }, [[10, 12]]), []);
  assertEquals(monthsMeeting(continuousService(3), [[10, 13]]), [[12, 13]]);
  assertEquals(monthsMeeting(continuousService(3), []), []);
});

Deno.test("monthsMeeting() and meetsServiceRule() equal a count month by month", () => {
  fc.assert(
    fc.property(RULE, HISTORY, (rule, history) => {
      const months = Array.from({ length: MONTHS + 26 }, (_, t) => t);
      const expected = months.map((t) => isMetMonthByMonth(rule, history, t));
      assertEquals(months.map((t) => meetsServiceRule(rule, history, t)), expected);
      const spans = monthsMeeting(rule, history);
      const isIn = (t: number) => spans.some(([first, last]) => first <= t && t <= last);
      assertEquals(months.map(isIn), expected);
      spans.slice(1).forEach(([first], i) =>
        assertEquals(first > spans[i]![1] + 1, true, "spans are apart")
      );
    }),
    { numRuns: 500 },
  );
});

Deno.test("checkServiceRule() refuses rules that contradict themselves", () => {
  const bad: ServiceRule[] = [
    { months: 25, withinMonths: 24 },
    { months: 0, withinMonths: 24 },
    { months: 12, withinMonths: 24, consecutiveMonths: 13 },
    { months: 12, withinMonths: 24, consecutiveMonths: 0 },
    { months: 1.5, withinMonths: 24 },
    { months: 12, withinMonths: Infinity },
    { months: 12, withinMonths: NaN },
  ];
  for (const rule of bad) {
    assertThrows(() => checkServiceRule(rule), RangeError, "Cannot use a service rule");
    assertThrows(() => monthsMeeting(rule, []), RangeError);
    assertThrows(() => meetsServiceRule(rule, [], 0), RangeError);
  }
  assertThrows(() => continuousService(-1), RangeError);
});
