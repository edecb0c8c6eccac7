import { readDesign } from "./design.ts";
import {
  severanceMonths,
  terminationPackage,
  unemploymentInsuranceMonths,
} from "./termination_package.ts";
import { assert, assertEquals, assertThrows } from "@std/assert";

const DESIGN = await readDesign("proposed_2021");
const CONTRIBUTION = { employer: 0.037, employee: 0.02 };

Deno.test("severanceMonths() steps up at each whole year when service is under 8 years", () => {
  const years = [0, 0.99, 1, 7.99, 8, 40];
  assertEquals(years.map(severanceMonths), [1, 1, 2, 8, 9, 9]);
});

Deno.test("severanceMonths() refuses years that are no number of 0 or more", () => {
  assertThrows(() => severanceMonths(-1), RangeError, "got -1");
  assertThrows(() => severanceMonths(NaN), RangeError, "got NaN");
});

Deno.test("unemploymentInsuranceMonths() pays nothing when contributions are too few", () => {
  assertEquals(unemploymentInsuranceMonths(DESIGN, 11 / 12), 0);
  const longer = { ...DESIGN, maximumDurationMonths: 9 };
  assertEquals(unemploymentInsuranceMonths(longer, 1), 4.5);
});

Deno.test("terminationPackage() grows with service and is the sum of its parts", () => {
  let before = 0;
  for (let years = 0; years <= 20; years += 0.5) {
    const drawn = terminationPackage(DESIGN, CONTRIBUTION, years);
    assertEquals(drawn.total, drawn.severance + drawn.jht + drawn.unemploymentInsurance);
    assert(drawn.total >= before);
    before = drawn.total;
  }
});
