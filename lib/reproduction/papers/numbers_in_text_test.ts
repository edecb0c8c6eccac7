import { assertEquals } from "@std/assert";
import { numbersIn, unsupportedNumbers } from "./numbers_in_text.ts";

Deno.test("numbersIn() reads thousands with a blank, a comma or nothing between", () => {
  assertEquals(numbersIn("5 000 000, or 8,939,700, or 350700"), [5e6, 8939700, 350700]);
  assertEquals(numbersIn("JPY13 630 to JPY16 670"), [13630, 16670]);
});

Deno.test("numbersIn() keeps numbers of a list apart", () => {
  assertEquals(numbersIn("12 months in 24, 6 of them; 0.22% and 45%"), [
    12,
    24,
    6,
    0.22,
    45,
  ]);
});

Deno.test("unsupportedNumbers() gives what the printed text has not", () => {
  assertEquals(unsupportedNumbers("7 days, 3 months", "7 days"), [3]);
  assertEquals(unsupportedNumbers("no number", "7 days"), []);
});
