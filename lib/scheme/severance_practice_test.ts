import { readText } from "@jkp/files/read";
import { DataError, type Problem } from "@jkp/problem";
import { assertEquals, assertThrows } from "@std/assert";
import { parseSeverancePractice } from "./severance_practice.ts";

Deno.test("parseSeverancePractice() gathers every value out of range, and unknown keys", async () => {
  const text = (await readText("data/severance/indonesia.toml"))
    .replace('"1/3"', "0.33")
    .replace("paid_of_due_pct = 40", "paid_of_due_pct = 0.4\ncolour = 1")
    .replace(/source = .+\n/, "");
  const { problems } = assertThrows(
    () => parseSeverancePractice("a.toml", text),
    DataError,
  );
  assertEquals(
    problems.map(({ place, expected }: Problem) => `${place}: ${expected}`),
    [
      'received_share: a fraction written as "2/3"',
      "paid_of_due_pct: a percentage from 1 to 100, such as 45",
      "source: a text",
      "colour: no such key",
    ],
  );
});
