import { memberAges } from "./member_ages.ts";
import { readShippedExtract } from "@jkp/extract/read";
import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";

const EXTRACT = await readShippedExtract();

Deno.test("memberAges() weighs months and sexes with their members", () => {
  const month = 12 * 2019;
  const active = [
    { month, sex: "M", ageGroup: "20-24", members: 1, meanWageIdr: 10 },
    { month: month + 1, sex: "F", ageGroup: "20-24", members: 2, meanWageIdr: 10 },
    { month, sex: "M", ageGroup: "65-69", members: 1, meanWageIdr: 10 },
    { month: month + 12, sex: "M", ageGroup: "30-34", members: 9, meanWageIdr: 10 },
  ] as const;
  assertEquals(memberAges({ ...EXTRACT, active }, 2019), [
    { ageFrom: 20, ageTo: 24, share: 0.75 },
    { ageFrom: 65, ageTo: 69, share: 0.25 },
  ]);
});

Deno.test("memberAges() shares out all members of a year among groups without gaps", () => {
  const ages = memberAges(EXTRACT, 2019);
  assertAlmostEquals(ages.reduce((sum, { share }) => sum + share, 0), 1, 1e-12);
  assertEquals([ages[0]!.ageFrom, ages.at(-1)!.ageTo], [15, 69]);
  assertEquals(
    ages.slice(1).map(({ ageFrom }) => ageFrom),
    ages.slice(0, -1).map(({ ageTo }) => ageTo + 1),
  );
});

Deno.test("memberAges() refuses a year that is not in the extract", () => {
  assertThrows(
    () => memberAges(EXTRACT, 1999),
    RangeError,
    "Cannot find ages: members of 1999 are wanted, got an extract of 2016 to 2019",
  );
});
