import {
  assert,
  assertAlmostEquals,
  assertEquals,
  assertStringIncludes,
  assertThrows,
} from "@std/assert";
import { figureToCsv } from "./figure_to_csv.ts";
import { figureToPlotly } from "./figure_to_plotly.ts";
import { figureToTable } from "./figure_to_table.ts";
import type { Figure } from "./figure.ts";
import fc from "fast-check";
import { chooseAxis } from "./drawing/axis.ts";
import { spreadLabels } from "./drawing/end_labels.ts";
import { EXAMPLE_FIGURES } from "./example_items.ts";
import { textWidth, wrapText } from "./drawing/text_metrics.ts";
import { seriesColours } from "./drawing/traces.ts";

const [stacked, lines, columns] = EXAMPLE_FIGURES as [Figure, Figure, Figure];
const twoUnits = EXAMPLE_FIGURES.at(-1)!;

Deno.test("figureToPlotly() gives plain JSON, the same each time", () => {
  for (const figure of EXAMPLE_FIGURES) {
    const spec = figureToPlotly(figure);
    assertEquals(JSON.parse(JSON.stringify(spec)), spec);
    assertEquals(figureToPlotly(figure), spec);
  }
});

Deno.test("figureToPlotly() refuses a series with more x than y", () => {
  const broken = { ...lines, series: [{ ...lines.series[0]!, y: [1] }] };
  assertThrows(() => figureToPlotly(broken), RangeError, "as many y as x");
});

Deno.test("figureToPlotly() names lines at their ends and others in the legend", () => {
  assertEquals(figureToPlotly(lines).layout.showlegend, false);
  assertEquals(figureToPlotly(stacked).layout.showlegend, true);
  assertEquals(figureToPlotly(columns).layout.showlegend, false);
  const long = lines.series.map((series) => ({ ...series, name: "long ".repeat(12) }));
  assertEquals(figureToPlotly({ ...lines, series: long }).layout.showlegend, true);
});

Deno.test("figureToPlotly() names lines in the legend when they end on each other", () => {
  const series = lines.series.map((one) => ({ ...one, y: one.y.with(-1, 2) }));
  assertEquals(figureToPlotly({ ...lines, series }).layout.showlegend, true);
});

Deno.test("figureToPlotly() measures each series on its own axis when units differ", () => {
  const { data, layout } = figureToPlotly(twoUnits);
  assertEquals(data.map((trace) => (trace as { yaxis?: string }).yaxis), [
    undefined,
    undefined,
    "y2",
  ]);
  const [lower, upper] = layout.yaxis2!.range as [number, number];
  assert(40 < lower && lower < 44 && 44.9 < upper && upper < 50, `${lower} ${upper}`);
  assert((layout.yaxis!.range as number[])[1]! > 126);
  const texts = layout.annotations!.map(({ text }) => text);
  assert(texts.includes("Workers, million"));
  assert(texts.includes("Formal share, % of all workers"));
});

Deno.test("figureToPlotly() lays columns down with their names beside them when asked", () => {
  const name = "a name far too long to stand under a column of its own";
  const series = columns.series.map((one) => ({ ...one, x: one.x.with(0, name) }));
  const lying = { ...columns, series, isHorizontal: true };
  const { data, layout } = figureToPlotly(lying);
  const [bars, totals] = data as { y: unknown[]; x: unknown[]; text?: string[] }[];
  assertEquals(bars!.y[0], name);
  assertEquals(bars!.x, [...series[0]!.y]);
  assertEquals(totals!.text!.length, bars!.y.length);
  // The first place stands on top, and its name has room.
  assertEquals((layout.yaxis!.range as number[])[1], -0.5);
  assert(layout.margin!.l! > textWidth(name, { size: 12 }));
  assertEquals(JSON.parse(JSON.stringify(figureToPlotly(lying))), figureToPlotly(lying));
});

Deno.test("figureToPlotly() writes values of lying bars at their ends, left of negative ones", () => {
  const series = columns.series.slice(0, 1)
    .map((one) => ({ ...one, x: ["less", "more"], y: [-2, 3] }));
  const { data, layout } = figureToPlotly({ ...columns, series, isHorizontal: true });
  const { textposition } = data.at(-1) as { textposition: string[] };
  assertEquals(textposition, ["middle left", "middle right"]);
  const [lowest, highest] = layout.xaxis!.range as [number, number];
  assert(lowest < -2.1 && highest >= 3, "room for the value left of the bar");
});

Deno.test("figureToPlotly() writes over a stack what the figure says, else its sum", () => {
  const stack = {
    ...columns,
    isStacked: true,
    decimals: 0,
    series: ["kept", "taken"].map((name) => (
      { name, x: ["first", "then"], y: [3, 2], mark: "column" as const }
    )),
    stackValues: { then: 1 },
  };
  for (const isHorizontal of [false, true]) {
    const { data } = figureToPlotly({ ...stack, isHorizontal });
    const { text } = data.at(-1) as { text: string[] };
    assertEquals(text.map((each) => each.trim()), ["6", "1"]);
  }
});

Deno.test("figureToPlotly() refuses to lay down lines, or columns side by side", () => {
  assertThrows(
    () => figureToPlotly({ ...lines, isHorizontal: true }),
    RangeError,
    "columns, stacked if of several series, are wanted",
  );
});

Deno.test("figureToTable() gives each series its unit when there are two", () => {
  const units = figureToTable(twoUnits).columns.map(({ title, unit }) => [title, unit]);
  assertEquals(units.slice(2), [
    ["Informal", "million"],
    ["Share (right)", "% of all workers"],
  ]);
});

Deno.test("figureToPlotly() writes a value once when a column stands alone", () => {
  const series = [
    { name: "Ages", x: ["a", "b"], y: [3, 4], mark: "column" },
    { name: "Sexes", x: ["c"], y: [5], mark: "column" },
  ] as const;
  const { data } = figureToPlotly({ ...stacked, decimals: 0, series });
  const texts = data.map((trace) => (trace as { text?: string[] }).text);
  assertEquals(texts, [["", ""], [""], ["3", "4", "5"]]);
});

Deno.test("figureToPlotly() leaves a gap where a value is not finite", () => {
  const series = [{ ...lines.series[0]!, x: [1, 2, 3], y: [1, NaN, Infinity] }];
  const [trace] = figureToPlotly({ ...lines, series }).data;
  assertEquals((trace as { y: unknown }).y, [1, null, null]);
});

Deno.test("figureToPlotly() leaves to the table what would press all others to the axis", () => {
  const [near] = lines.series;
  const far = { ...near!, name: "Far", y: near!.y.map((y) => 100 * y) };
  const figure = { ...lines, series: [near!, { ...far, isInTableOnly: true }] };
  assertEquals(figureToPlotly(figure), figureToPlotly({ ...lines, series: [near!] }));
  assertEquals(
    figureToTable(figure).columns.slice(1).map(({ title }) => title),
    [near!.name, "Far"],
  );
  assertStringIncludes(figureToCsv(figure), "\r\nFar,");
});

Deno.test("figureToPlotly() draws a figure without series", () => {
  assertEquals(figureToPlotly({ ...lines, series: [] }).data, []);
});

const years = [2021, 2022, 2023];
const dots = (lower: readonly number[], upper: readonly number[]): Figure => ({
  ...lines,
  series: [{
    name: "Crude",
    x: years,
    y: [1, 2, 3],
    mark: "dots",
    bands: [{ name: "95 % interval", lower, upper }],
  }],
});

Deno.test("figureToPlotly() cuts the one interval that would crush the rest, with an arrow", () => {
  const { data, layout } = figureToPlotly(dots([0.8, 1.8, 2.8], [1.2, 2.2, 90]));
  const arrow = data.find(({ uid }) => uid === "0-above") as { x: number[]; y: number[] };
  assertEquals(arrow.x, [2023]);
  assertAlmostEquals(arrow.y[0]!, 3 + 3 * 0.2, 1e-9);
  assert((layout.yaxis!.range as number[])[1]! < 4);
  const texts = layout.annotations!.map(({ text }) => text).join(" ");
  assert(texts.includes("Arrow: the interval goes on beyond the figure."));
  const whole = figureToPlotly(dots([0.8, 1.8, 2.8], [1.2, 2.2, 3.2])).data;
  assertEquals(whole.map(({ uid }) => uid), ["0-strokes", "0"]);
});

Deno.test("figureToPlotly() draws a ribbon under its line, parted where an end is missing", () => {
  const series = [{
    name: "Rate",
    x: [...years, 2024],
    y: [1, 2, 3, 4],
    mark: "line" as const,
    bands: [{ name: "90 % interval", lower: [0, 1, NaN, 3], upper: [2, 3, NaN, 5] }],
  }];
  const figure = { ...lines, series };
  const [ribbon, line] = figureToPlotly(figure).data as { x: unknown; y: unknown }[];
  assertEquals(ribbon!.x, [2021, 2022, 2022, 2021, 2021, 2024, 2024]);
  assertEquals(ribbon!.y, [2, 3, 1, 0, null, 5, 3]);
  assertEquals(line!.y, [1, 2, 3, 4]);
  assertEquals(
    figureToTable(figure).columns.slice(1).map(({ title }) => title),
    ["Rate", "Rate, 90 % interval, lower", "Rate, 90 % interval, upper"],
  );
  assertEquals(figureToCsv(figure).trimEnd().split("\r\n").length, 1 + 3 * 4);
});

Deno.test("figureToPlotly() refuses bands around columns, or with too few ends", () => {
  const wrong = dots([0], [2]);
  assertThrows(() => figureToPlotly(wrong), RangeError, "as many ends as values");
  const series = wrong.series.map((one) => ({ ...one, mark: "column" as const }));
  assertThrows(
    () => figureToPlotly({ ...wrong, series }),
    RangeError,
    "bands go with lines and dots",
  );
});

Deno.test("seriesColours() gives dots the colour of the line they are named after", () => {
  const dots = { name: "base, published", x: [2022], y: [2.7], mark: "dots" } as const;
  const colours = seriesColours([...lines.series, dots]);
  assertEquals(colours[3], colours[0]);
  assertEquals(new Set(colours).size, 3);
});

Deno.test("seriesColours() makes columns pale when lines are drawn over them", () => {
  const [alone] = seriesColours(columns.series);
  const [under, line] = seriesColours([...columns.series, lines.series[1]!]);
  assertEquals([alone, line], ["#0072b2", "#d55e00"]);
  assertEquals(under, "#8cc0dc");
});

Deno.test("figureToTable() and figureToCsv() hold every point", () => {
  const { rows } = figureToTable(stacked);
  assertEquals(rows[0], { x: "2021", y1: 0, y2: 0.25, y3: null });
  assertEquals(rows[1], { x: "2022", y1: 1.152, y2: 0.25, y3: 1.4 });
  assertEquals(figureToCsv(stacked).trimEnd().split("\r\n").length, 1 + 10 + 10 + 2);
});

Deno.test("chooseAxis() holds all values, with two to seven ticks among them", () => {
  const value = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((cents) =>
    cents / 100
  );
  fc.assert(
    fc.property(fc.array(value), fc.boolean(), (values, isFromZero) => {
      const axis = chooseAxis(values, { isFromZero, headroom: 0.05 });
      assert(values.every((value) => axis.lower <= value && value <= axis.upper));
      assert(axis.ticks.length >= 2 && axis.ticks.length <= 7, `${axis.ticks}`);
      const isInside = (tick: number) =>
        tick >= axis.lower - 1e-9 && tick <= axis.upper + 1e-9;
      assert(axis.ticks.every(isInside));
      assertEquals(isFromZero && !axis.ticks.includes(0), false);
    }),
  );
});

Deno.test("chooseAxis() has a tick under every value where one is wanted", () => {
  const value = fc.integer({ min: -100_000, max: 100_000 }).map((cents) => cents / 100);
  fc.assert(
    fc.property(
      fc.array(value, { minLength: 1 }),
      fc.constantFrom(0, 0.04, 0.08),
      (values, headroom) => {
        const options = { isFromZero: false, headroom, hasTickBelow: true };
        const { ticks, lower, upper } = chooseAxis(values, options);
        const lowest = Math.min(...values);
        assert(ticks[0]! <= lowest + 1e-6 * (upper - lower), `${ticks} and ${lowest}`);
        assert(values.every((value) => lower <= value + 1e-9 && value <= upper));
        assert(ticks.length >= 2 && ticks.length <= 7, `${ticks}`);
      },
    ),
  );
  const options = { isFromZero: false, headroom: 0.04, hasTickBelow: true };
  // Figure 1.23: yields of two bonds under the curve.
  assertEquals(chooseAxis([3.4, 4.5, 4.8, 7.1], options).ticks, [3, 4, 5, 6, 7]);
});

Deno.test("chooseAxis() starts from zero unless the values lie close together", () => {
  const options = { isFromZero: false, headroom: 0 };
  assertEquals(chooseAxis([1, 11], options).lower, 0);
  assertEquals(chooseAxis([65.8, 70], options).lower, 65.8);
  assertEquals(chooseAxis([0.5, 1.4], options).ticks, [0, 0.25, 0.5, 0.75, 1, 1.25]);
  assertEquals(chooseAxis([], options).ticks.at(-1), 1);
});

Deno.test("spreadLabels() keeps order and distance, and moves no label that is free", () => {
  assertEquals(spreadLabels([100, 20], 260), [100, 20]);
  assertEquals(spreadLabels([100, 100], 260), [107.5, 92.5]);
  assertEquals(spreadLabels([0, 1, 2], 260), [0, 15, 30]);
  fc.assert(fc.property(
    fc.array(fc.double({ min: 0, max: 260, noNaN: true }), { maxLength: 7 }),
    (heights) => {
      const sorted = [...spreadLabels(heights, 260)].sort((a, b) => a - b);
      assert(
        sorted.every((height, index) =>
          index === 0 || height - sorted[index - 1]! >= 15 - 1e-9
        ),
      );
      assert(sorted.every((height) => height >= 0 && height <= 260));
    },
  ));
});

Deno.test("textWidth() adds up Helvetica's widths", () => {
  // AFM: A 667, v 500, minus 584, n with a dash (endash) 556 thousandths of an em.
  assertAlmostEquals(textWidth("Av", { size: 10 }), 11.67, 1e-9);
  assertAlmostEquals(textWidth("−–", { size: 10 }), 11.4, 1e-9);
  assert(
    textWidth("Total", { size: 10, isBold: true }) > textWidth("Total", { size: 10 }),
  );
});

Deno.test("wrapText() keeps every word and leaves a long one whole", () => {
  const lines = wrapText("a averyverylongword b", 40, { size: 12 });
  assertEquals(lines, ["a", "averyverylongword", "b"]);
  assertEquals(wrapText("", 40, { size: 12 }), []);
});
