import type { WithdrawalRow } from "@jkp/extract";
import { monthOf } from "@jkp/month";
import { randomStream } from "@jkp/numeric";
import { assertAlmostEquals, assertEquals } from "@std/assert";
import { leaverWageVariation } from "./leaver_wage_variation.ts";

/** A year of claims whose single wages are uniform between 2 and 6 million. */
function year(claimsAMonth: number, records?: number): WithdrawalRow[] {
  const stream = randomStream(18, claimsAMonth);
  return (["M", "F"] as const).flatMap((sex) =>
    (["20-24", "30-34", "40-44", "50-54"] as const).flatMap((ageGroup) =>
      Array.from({ length: 12 }, (_, month): WithdrawalRow => {
        const rows = records ?? claimsAMonth;
        let wages = 0;
        for (let i = 0; i < rows; i++) wages += 2e6 + 4e6 * stream.uniform();
        return {
          month: monthOf(2019, month + 1),
          sex,
          ageGroup,
          reason: "layoff",
          claims: claimsAMonth,
          ...(records === undefined ? {} : { records }),
          meanWageIdr: wages / rows,
        };
      })
    )
  );
}

/** Of a uniform distribution: 4 / √12 over its mean of 4. */
const TRUE_VARIATION = 1 / Math.sqrt(12);

Deno.test("leaverWageVariation() finds how far single wages spread from months' means", () => {
  // 88 degrees of freedom: a standard error of 1 / √176, a little more for wages' tails.
  for (const withdrawals of [year(5), year(40), year(4000, 4)]) {
    const found = leaverWageVariation({ withdrawals }, 2019)!;
    assertAlmostEquals(found / TRUE_VARIATION, 1, 0.3);
  }
});

Deno.test("leaverWageVariation() is null when there are too few claims to tell", () => {
  assertEquals(leaverWageVariation({ withdrawals: year(5).slice(0, 6) }, 2019), null);
  assertEquals(leaverWageVariation({ withdrawals: year(5) }, 2018), null);
});
