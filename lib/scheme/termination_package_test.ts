import { monthOf } from "@jkp/month";
import {
  readScheme,
  rulesAt,
  severanceMonths,
  terminationPackage,
  unemploymentInsuranceMonths,
} from "@jkp/scheme";
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";

const at = async (name: string) => rulesAt(await readScheme(name), monthOf(2022, 1));
const PROPOSED = await at("proposed_2021");
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
  assertEquals(unemploymentInsuranceMonths(PROPOSED, 11 / 12), 0);
  const duration = { ...PROPOSED.duration, kind: "fixed" as const, months: 9 };
  assertEquals(unemploymentInsuranceMonths({ ...PROPOSED, duration }, 1), 4.5);
});

Deno.test("unemploymentInsuranceMonths() adds the months of a taper, and refuses wage bands", async () => {
  assertAlmostEquals(unemploymentInsuranceMonths(await at("jkp_2021"), 1), 2.1, 1e-12);
  const japan = await at("japan");
  assertThrows(
    () => unemploymentInsuranceMonths(japan, 1),
    RangeError,
    "got one by wage bands",
  );
});

Deno.test("terminationPackage() grows with service and is the sum of its parts", () => {
  let before = 0;
  for (let years = 0; years <= 20; years += 0.5) {
    const drawn = terminationPackage(PROPOSED, CONTRIBUTION, years);
    assertEquals(drawn.total, drawn.severance + drawn.jht + drawn.unemploymentInsurance);
    assert(drawn.total >= before);
    before = drawn.total;
  }
});
