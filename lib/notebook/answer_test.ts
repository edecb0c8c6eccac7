import { assertEquals, assertThrows } from "@std/assert";
import { judgement } from "./answer.ts";

Deno.test("answer() takes what is within the tolerance", () => {
  assertEquals(judgement(1.25, 1.2463), "Right: 1.25.");
  assertEquals(judgement(1.26, 1.2463), "Not yet: 1.26 is not it.");
  assertEquals(judgement(-1.25, -1.2463), "Right: -1.25.");
  assertEquals(judgement(1.26, 1.2463, { tolerance: 0.02 }), "Right: 1.26.");
  assertEquals(judgement(0.1, 0.5, { tolerance: 0 }), "Not yet: 0.1 is not it.");
});

Deno.test("answer() wants a whole number as it is", () => {
  assertEquals(judgement(2024, 2024), "Right: 2024.");
  assertEquals(judgement(2025, 2024), "Not yet: 2025 is not it.");
  assertEquals(judgement(15.4e6, 15_437_408, { tolerance: 1e5 }), "Right: 15400000.");
});

Deno.test("answer() reads words whatever their case and spaces", () => {
  assertEquals(judgement(" Base ", "base"), "Right: Base.");
  assertEquals(judgement("pessimistic", "base"), "Not yet: pessimistic is not it.");
});

Deno.test("answer() hints at the way when an answer is wrong, not before", () => {
  const hint = "Divide by the exposure.";
  assertEquals(
    judgement(2, 1.5, { hint }),
    "Not yet: 2 is not it. Divide by the exposure.",
  );
  assertEquals(
    judgement(undefined, 1.5, { hint }),
    "No answer yet: write it in place of undefined, and run this cell.",
  );
});

Deno.test("answer() says what kind of answer is wanted", () => {
  assertEquals(judgement("1.5", 1.5), 'Not yet: a number is wanted, got "1.5".');
  assertEquals(judgement(NaN, 1.5), "Not yet: a number is wanted, got NaN.");
  assertEquals(judgement(1, "base"), "Not yet: a text is wanted, got 1.");
  assertEquals(judgement(null, 1.5), "Not yet: a number is wanted, got null.");
});

Deno.test("answer() throws RangeError when the exercise itself is wrong", () => {
  assertThrows(() => judgement(1, NaN), RangeError, "as expected is wanted, got NaN");
  assertThrows(
    () => judgement(1, undefined as unknown as number),
    RangeError,
    "a number or a text as expected is wanted, got nothing",
  );
  assertThrows(
    () => judgement(1, 1, { tolerance: -1 }),
    RangeError,
    "a number from 0 as tolerance is wanted, got -1",
  );
  const misspelt = { tolerence: 1 } as { tolerance?: number };
  assertThrows(() => judgement(1, 1, misspelt), RangeError, "did you mean tolerance");
});
