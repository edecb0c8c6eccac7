import { wagesByAge } from "./wages_by_age.ts";
import { readShippedExtract } from "@jkp/extract/read";
import { yearOf } from "@jkp/month";
import { assertAlmostEquals, assertEquals } from "@std/assert";

const EXTRACT = await readShippedExtract();

Deno.test("wagesByAge() counts every member of the year once", () => {
  const rows = wagesByAge(EXTRACT, 2019);
  const inYear = EXTRACT.active.filter((row) => yearOf(row.month) === 2019);
  const memberMonths = inYear.reduce((sum, row) => sum + row.members, 0);
  assertEquals(rows.length, 22);
  assertAlmostEquals(
    rows.reduce((sum, row) => sum + row.members, 0),
    memberMonths / 12,
    1e-3,
  );
});

Deno.test("wagesByAge() weighs the months with their persons", () => {
  const month = 12 * 2019;
  const row = { sex: "M", ageGroup: "20-24" } as const;
  const extract = {
    ...EXTRACT,
    active: [
      { ...row, month, members: 1, meanWageIdr: 10 },
      { ...row, month: month + 1, members: 3, meanWageIdr: 30 },
    ],
    withdrawals: [{ ...row, month, reason: "layoff", claims: 2, meanWageIdr: 7 }],
  } as const;
  const [only, ...others] = wagesByAge(extract, 2019);
  assertEquals(others, []);
  assertEquals([only!.members, only!.memberWageIdr], [2, 25]);
  assertEquals(only!.claimWageIdr, { layoff: 7, resignation: NaN });
});

Deno.test("wagesByAge() has no rows when the year is not in the extract", () => {
  assertEquals(wagesByAge(EXTRACT, 1999), []);
});
