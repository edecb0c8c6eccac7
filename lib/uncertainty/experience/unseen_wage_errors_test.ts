import type { WithdrawalRow } from "@jkp/extract";
import { monthOf } from "@jkp/month";
import { assertAlmostEquals, assertEquals } from "@std/assert";
import { unseenWageErrors } from "./unseen_wage_errors.ts";

const AGES = ["20-24", "30-34", "40-44", "50-54"] as const;
const VARIATION = 0.6;

/** So many claims of men in each of four ages, in months of 2019. */
function cells(claims: number): WithdrawalRow[] {
  return AGES.flatMap((ageGroup) =>
    Array.from({ length: claims }, (_, month): WithdrawalRow => ({
      month: monthOf(2019, month + 1),
      sex: "M",
      ageGroup,
      reason: "layoff",
      claims: 1,
      meanWageIdr: 4e6,
    }))
  );
}

/** What is missed where each claim has so many persons, of which `leavers` has the error. */
function missed(withdrawals: WithdrawalRow[], records: number) {
  return unseenWageErrors({ withdrawals }, 2019, {
    records: {
      members: { male: 0, female: 0 },
      claims: 0,
      layoffsAYear: 0,
      claimsOfBaseYear: { male: records, female: 0 },
      claimsOfWindow: 0,
    },
    wages: {
      members: { male: 0, female: 0 },
      leavers: { male: VARIATION / Math.sqrt(records), female: 0 },
    },
  });
}

Deno.test("unseenWageErrors() is the whole error where each cell has one claim", () => {
  const { male, female } = missed(cells(1), 4);
  assertAlmostEquals(male, VARIATION / Math.sqrt(4), 1e-12);
  assertEquals(female, 0); // of whom there are none
});

Deno.test("unseenWageErrors() is 2 / (n + 1) of the variance with n claims a cell", () => {
  const error = VARIATION / Math.sqrt(4 * 9);
  assertAlmostEquals(missed(cells(9), 36).male, error * Math.sqrt(2 / 10), 1e-12);
});

Deno.test("unseenWageErrors() counts records, not the persons they stand for", () => {
  const persons = cells(9).map((row) => ({ ...row, claims: 1000 }));
  assertAlmostEquals(missed(persons, 36).male, missed(cells(9), 36).male, 1e-12);
});
