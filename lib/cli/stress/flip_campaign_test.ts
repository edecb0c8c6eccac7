import { assert, assertEquals } from "@std/assert";
import { flipBits } from "./flip_campaign.ts";

Deno.test("commands refuse extracts with a flipped bit, or count what stands there", async () => {
  const { tried, faults } = await flipBits(["csv", "parquet"], {
    count: 16,
    seed: 7,
    say: () => {},
  });
  assertEquals(faults, []);
  const outcomes = Object.keys(tried).map((kind) => kind.replace(/^.*: /, ""));
  assert(["refused", "counted as by hand"].every((one) => outcomes.includes(one)));
});
