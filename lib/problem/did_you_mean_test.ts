import { didYouMean } from "./did_you_mean.ts";
import { assertEquals } from "@std/assert";

Deno.test("didYouMean() looks through any number of names", () => {
  const ids = Array.from({ length: 200_000 }, (_, i) => `M${1_000_000 + 7 * i}`);
  assertEquals(didYouMean("M1000070x", ids), " (did you mean M1000070?)");
  assertEquals(didYouMean("somebody else", ids), "");
});

Deno.test("didYouMean() takes a name of any length", () => {
  assertEquals(didYouMean("x".repeat(100_000), ["layoff", "resignation"]), "");
  assertEquals(didYouMean("", ["a"]), "");
});

Deno.test("didYouMean() takes the first of the nearest names", () => {
  assertEquals(didYouMean("base2", ["base3", "base1", "base"]), " (did you mean base3?)");
  assertEquals(didYouMean("BASE", ["bases", "base"]), " (did you mean base?)");
});
