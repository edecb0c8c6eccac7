import { leaverAges, shareOfAges } from "./leaver_ages.ts";
import { readShippedExtract } from "@jkp/extract/read";
import { assertAlmostEquals, assertEquals } from "@std/assert";
import fc from "fast-check";

const SHIPPED = await readShippedExtract();
const AGES = leaverAges(SHIPPED);

Deno.test("leaverAges() counts every claim of the extract", () => {
  const claims = AGES.groups.reduce(
    (sum, { claims }) => sum + claims.male + claims.female,
    0,
  );
  assertEquals(claims, SHIPPED.withdrawals.reduce((sum, row) => sum + row.claims, 0));
});

Deno.test("shareOfAges() is all over all ages, and nobody below the youngest", () => {
  assertEquals(shareOfAges(AGES, 0, Infinity), { male: 1, female: 1 });
  assertEquals(shareOfAges(AGES, 0, 14), { male: 0, female: 0 });
});

Deno.test("shareOfAges() adds up wherever ages are parted", () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 80 }), (age) => {
    const [below, above] = [
      shareOfAges(AGES, 0, age - 1),
      shareOfAges(AGES, age, Infinity),
    ];
    assertAlmostEquals(below.male + above.male, 1, 1e-12);
    assertAlmostEquals(below.female + above.female, 1, 1e-12);
  }));
});

Deno.test("shareOfAges() is 0 for a sex of whom nobody left", () => {
  const women = SHIPPED.withdrawals.filter(({ sex }) => sex === "F");
  const ages = leaverAges({ ...SHIPPED, withdrawals: women });
  assertEquals(shareOfAges(ages, 0, Infinity), { male: 0, female: 1 });
});
