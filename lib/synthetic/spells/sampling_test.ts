import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { SystematicSample } from "./sampling.ts";

Deno.test("SystematicSample takes as many as wanted, evenly", () => {
  const size = fc.integer({ min: 1, max: 500 });
  const wanted = fc.integer({ min: 1, max: 2000 });
  const start = fc.double({ min: 0, max: 0.999, noNaN: true });
  fc.assert(fc.property(size, wanted, start, (size, wanted, start) => {
    const sample = new SystematicSample(size, wanted, start);
    const taken = Array.from({ length: size }, () => sample.next());
    assertEquals(taken.reduce((a, b) => a + b), wanted);
    assert(Math.max(...taken) - Math.min(...taken) <= 1);
  }));
});
