import { assertEquals, assertThrows } from "@std/assert";
import { csvField, escapeHtml, formatCell, formatNumber } from "./format.ts";
import fc from "fast-check";

Deno.test("formatNumber() shows no sign when a negative number rounds to zero", () => {
  assertEquals(formatNumber(-0.001, 2), "0.00");
  assertEquals(formatNumber(-0, 0), "0");
});

Deno.test("formatNumber() rounds halves as written, away from zero", () => {
  assertEquals(formatNumber(1.005, 2), "1.01");
  assertEquals(formatNumber(-2.5), "−3");
});

Deno.test("formatNumber() words what is no finite number", () => {
  assertEquals(formatNumber(NaN, 2), "n.a.");
  assertEquals(formatNumber(-Infinity, 2), "−∞");
});

Deno.test("formatNumber() refuses decimals that are no whole number", () => {
  assertThrows(() => formatNumber(1, -1), RangeError);
});

Deno.test("formatCell() follows the cell when it has a format of its own", () => {
  const year = { value: 2026, decimals: 0, isGrouped: false };
  assertEquals(formatCell(year, { decimals: 2 }), "2026");
  assertEquals(formatCell(2026, { decimals: 1 }), "2,026.0");
  assertEquals(formatCell(undefined, {}), "n.a.");
});

Deno.test("csvField() keeps whole numbers exactly and drops binary noise", () => {
  assertEquals(csvField(123456789012345), "123456789012345");
  assertEquals(csvField(-0.1 * 3), "-0.3");
  assertEquals(csvField(-0), "0");
  assertEquals(csvField(NaN), "");
  assertEquals(csvField({ value: 1.25, decimals: 0 }), "1.25");
});

Deno.test("csvField() reads back to within 12 digits whatever the number", () => {
  fc.assert(fc.property(
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    (value) => Math.abs(Number(csvField(value)) - value) <= Math.abs(value) * 1e-11,
  ));
});

Deno.test("escapeHtml() leaves nothing that could open a tag or end an attribute", () => {
  assertEquals(escapeHtml('<a href="x">&amp;'), "&lt;a href=&quot;x&quot;&gt;&amp;amp;");
  fc.assert(fc.property(fc.string(), (text) => !/[<>"]/.test(escapeHtml(text))));
});
