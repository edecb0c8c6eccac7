import { assertEquals, assertThrows } from "@std/assert";
import { type DataLabel, sourceLine } from "./source_line.ts";

Deno.test("sourceLine() says nothing of synthetic data when they are recorded", () => {
  assertEquals(
    sourceLine({ extractName: "register", isSynthetic: false }),
    "JKP Lab: extract register.",
  );
});

Deno.test("sourceLine() refuses a value that does not say whether data are synthetic", () => {
  for (const other of [{}, { extractName: "register" }]) {
    assertThrows(
      () => sourceLine(other as DataLabel),
      RangeError,
      "extractName and isSynthetic",
    );
  }
});
