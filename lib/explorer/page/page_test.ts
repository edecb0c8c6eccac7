import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { RANGES } from "@jkp/valuation";
import { filedView } from "../view.ts";
import { readExplorerData } from "../read_explorer_data.ts";
import { filedValues, valueAtEnds } from "../value_view.ts";
import { withChange, withColumn, withCopy, withoutColumn } from "./change_view.ts";
import { decimalsOf, niceTicks, roomFor, spreadLabels } from "./chart_scale.ts";
import {
  CONTROL_GROUPS,
  controlOf,
  fieldProblem,
  fromShown,
  numberOfField,
  toShown,
  typedNumber,
} from "./controls.ts";
import { rememberingOf, rememberingValuer } from "./remember.ts";

const data = await readExplorerData(["report_2021"]);
const [report] = data.valuations;
const filed = { view: filedView(data, "report_2021"), active: 0 };

const FILED = filedValues(report!, filed.view.columns[0]!);

Deno.test("controlOf() takes all that an assumption can be, and its slider no more", () => {
  for (const name of Object.values(CONTROL_GROUPS).flat()) {
    const range = RANGES[name];
    const control = controlOf(name, FILED[name]);
    for (const shown of [control.from, control.to, control.from + control.step]) {
      const value = fromShown(shown, control);
      assert(value >= range.lowest && value <= range.highest, `${name} ${value}`);
      assertEquals(fieldProblem(control, shown), null, name);
    }
  }
  // A slider reaches as far as what it shows.
  assertEquals(controlOf("administrationRate", 0.03).to, 3);
});

Deno.test("fromShown() and toShown() are each other's way back, to the last digit", () => {
  const control = controlOf("benefitRate", 0.5);
  assertEquals([56, 57, 0.3].map((shown) => fromShown(shown, control)), [
    0.56,
    0.57,
    0.003,
  ]);
  fc.assert(fc.property(fc.integer({ min: 1, max: 100_000 }), (thousandths) => {
    const shown = thousandths / 1000;
    assertEquals(toShown(fromShown(shown, control), control), shown);
  }));
});

Deno.test("numberOfField() takes a per cent sign in a field of per cent alone", () => {
  const share = controlOf("benefitRate", 0.5);
  const months = controlOf("maximumDurationMonths", 6);
  assertEquals(["60%", "8,389 % "].map((text) => numberOfField(text, share)), [
    60,
    8.389,
  ]);
  assertEquals(numberOfField("6", months), 6);
  for (const text of ["%", "60%%", "1.234,5", "1e999", ""]) {
    assertEquals(numberOfField(text, share), null, text);
  }
  assertEquals(numberOfField("6%", months), null);
});

Deno.test("roomFor() holds the longest label", () => {
  assertEquals(roomFor([]), 0);
  assert(roomFor(["A 1,2", "B −1.344,3"]) >= 74);
});

Deno.test("typedNumber() takes a point or a comma, and nothing else", () => {
  assertEquals(["60", " 0,5 ", "0.5", "−1", ".5", "6."].map(typedNumber), [
    60,
    0.5,
    0.5,
    -1,
    0.5,
    6,
  ]);
  const wrong = ["", "x", "1,2,3", "1.000,5", "1e3", "0x10", "Infinity", "5 %"];
  assertEquals(wrong.map(typedNumber), wrong.map(() => null));
});

Deno.test("fieldProblem() names what is wrong", () => {
  const benefit = controlOf("benefitRate", 0.5);
  assertEquals([0, 1, 100, 100.1].map((shown) => fieldProblem(benefit, shown)), [
    "range",
    null,
    null,
    "range",
  ]);
  assertEquals(fieldProblem(controlOf("maximumDurationMonths", 6), 6.5), "whole");
  assertEquals(fieldProblem(controlOf("reserveMultiple", 2), -1), "lowest");
  assertEquals(fieldProblem(controlOf("trialRate", 0.01), 20.1), "range");
});

Deno.test("a view's columns are changed, copied and removed one by one", () => {
  const changed = withChange(filed, "benefitRate", 0.6);
  assertEquals(changed.view.columns[0]!.changes, { benefitRate: 0.6 });
  assertEquals(withChange(changed, "benefitRate", null), filed);
  const two = withColumn(withCopy(changed, 0), { role: "pessimistic" });
  assertEquals(two.active, 1);
  assertEquals(two.view.columns.map(({ role }) => role), ["base", "pessimistic"]);
  assertEquals(withoutColumn(two, 1), changed);
  assertEquals(withoutColumn(two, 0).view.columns[0]!.role, "pessimistic");
  assertEquals(withoutColumn(changed, 0), changed);
  const four = withCopy(withCopy(two, 0), 0);
  assertEquals(withCopy(four, 0), four);
});

Deno.test("rememberingValuer() gives what valueAtEnds() gives, and again the same", () => {
  const value = rememberingValuer();
  const [column] = filed.view.columns;
  const first = value(report!, column!, null);
  assertEquals(first, valueAtEnds(report!, column!, null));
  assert(value(report!, column!, null) === first);
  const changed = { ...column!, changes: { benefitRate: 0.6, involuntaryShare: 0.4 } };
  const asSteps = { ...column!, changes: { involuntaryShare: 0.4, benefitRate: 0.6 } };
  assert(value(report!, changed, null) === value(report!, asSteps, null));
  const impossible = { ...column!, changes: { terminationRatePerMonth: 1 } };
  const errorOf = () => {
    try {
      return value(report!, impossible, null);
    } catch (error) {
      return error;
    }
  };
  assert(errorOf() instanceof RangeError);
  assert(errorOf() === errorOf());
});

Deno.test("rememberingOf() finds once of each value, and again of an equal one", () => {
  let found = 0;
  const last = rememberingOf((years: readonly number[]) => {
    found++;
    return years.at(-1);
  });
  const years = [2021, 2030];
  assertEquals([last(years), last(years), last([])], [2030, 2030, undefined]);
  assertEquals(found, 2);
  assertEquals(last([...years]), 2030);
  assertEquals(found, 3);
});

Deno.test("niceTicks() holds both ends in few round steps", () => {
  assertEquals(niceTicks(0, 1.41, 6), [0, 0.5, 1, 1.5]);
  assertEquals(niceTicks(-11.8, 9.6, 6), [-15, -10, -5, 0, 5, 10]);
  const number = fc.integer({ min: -1e6, max: 1e6 });
  fc.assert(fc.property(number, number, (a, b) => {
    const [low, high] = [Math.min(a, b) / 1000, Math.max(a, b) / 1000];
    fc.pre(high > low);
    const ticks = niceTicks(low, high, 6);
    assert(ticks.length >= 2 && ticks.length <= 7, ticks.join());
    assert(
      ticks[0]! <= low + 1e-9 * Math.abs(low) &&
        ticks.at(-1)! >= high - 1e-9 * Math.abs(high),
    );
  }));
  assertEquals(decimalsOf([0, 0.25, 0.5]), 2);
});

Deno.test("spreadLabels() keeps labels apart, in their order and within the figure", () => {
  assertEquals(spreadLabels([10, 12, 50], 15, [0, 100]), [10, 25, 50]);
  const places = fc.array(fc.double({ min: 0, max: 200, noNaN: true }), {
    minLength: 1,
    maxLength: 5,
  });
  fc.assert(fc.property(places, (wanted) => {
    const got = spreadLabels(wanted, 15, [0, 200]);
    const sorted = got.toSorted((a, b) => a - b);
    assert(sorted.every((at, i) => i === 0 || at - sorted[i - 1]! >= 15 - 1e-9));
    assert(sorted[0]! >= -1e-9 && sorted.at(-1)! <= 200 + 1e-9);
    wanted.forEach((a, i) =>
      wanted.forEach((b, j) => a < b && assert(got[i]! < got[j]!))
    );
  }));
});
