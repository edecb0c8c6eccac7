import { rulesFrom, TERMINATION_CAUSES } from "@jkp/scheme";
import { monthOf } from "@jkp/month";
import { CLAIM_RULES } from "./claim_table.ts";
import type { ContributionRun } from "./history.ts";
import { entitlement } from "./entitlement.ts";
import { evaluateHistories } from "./evaluate_histories.ts";
import { readScheme } from "@jkp/scheme/read";
import { assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";

const START = monthOf(2018, 1);
const SCHEMES = await Promise.all(
  ["jkp_2021", "jkp_2025", "proposed_2021_maintained", "thailand", "japan"].map(
    readScheme,
  ),
);

/** Runs of some length with some months between, from 2018 on; or some years later. */
const contributions = fc.array(
  fc.record({
    gap: fc.nat(4),
    months: fc.integer({ min: 1, max: 20 }),
    wage: fc.integer({ min: 0, max: 20_000_000 }),
  }),
  { minLength: 1, maxLength: 6 },
).map((parts) => {
  let next = START;
  return parts.map(({ gap, months, wage }): ContributionRun => {
    const firstMonth = next + gap;
    next = firstMonth + months;
    return { firstMonth, lastMonth: next - 1, wage };
  });
});

const claim = fc.record({
  contributions,
  after: fc.nat(3),
  later: fc.nat(72),
  wait: fc.nat(5),
  reason: fc.constantFrom(...TERMINATION_CAUSES),
  age: fc.integer({ min: 15, max: 64 }),
  isSeasonal: fc.boolean(),
  paid: fc.option(fc.nat(6)),
}).map(({ after, wait, later, reason, age, isSeasonal, paid, ...runs }) => {
  const contributions = runs.contributions.map(({ firstMonth, lastMonth, wage }) => ({
    firstMonth: firstMonth + later,
    lastMonth: lastMonth + later,
    wage,
  }));
  const earlier = START + later + 5;
  const last = contributions.at(-1)!.lastMonth;
  const month = Math.max(monthOf(2021, 2), earlier, last + after);
  const claims = paid === null ? [] : [{ month: earlier, monthsPaid: paid }];
  return {
    history: { contributions, claims, member: { age, isSeasonal } },
    termination: { month, reason, claimMonth: month + 1 + wait },
  };
});

Deno.test("evaluateHistories() gives what entitlement() gives each member alone", () => {
  fc.assert(fc.property(fc.array(claim, { minLength: 1, maxLength: 8 }), (claims) => {
    for (const scheme of SCHEMES) {
      const results = evaluateHistories(scheme, claims);
      claims.forEach(({ history, termination }, i) => {
        const rules = rulesFrom(scheme, termination.month);
        const alone = entitlement(rules, history, termination);
        const rule = CLAIM_RULES[results.decidedBy[i]!]!;
        assertEquals(rule, alone.isEligible ? "all" : alone.decidedBy.rule);
        assertEquals(results.totalBenefit[i], alone.totalBenefit);
        assertEquals(results.months[i], alone.benefits.length);
        assertEquals(results.referenceWage[i], alone.referenceWage);
      });
    }
  }));
});

Deno.test("evaluateHistories() takes the rules of each termination, or of one month", async () => {
  const scheme = await readScheme("proposed_2023");
  const claims = [monthOf(2022, 12), monthOf(2023, 3)].map((month) => ({
    history: {
      contributions: [{ firstMonth: month - 11, lastMonth: month, wage: 20_000_000 }],
    },
    termination: { month, reason: "involuntary" } as const,
  }));
  const wages = (month?: number) => {
    const options = month === undefined ? {} : { month };
    return [...evaluateHistories(scheme, claims, options).referenceWage];
  };
  assertEquals(wages(), [8_939_700, 9_559_600]);
  assertEquals(wages(monthOf(2022, 1)), [8_939_700, 8_939_700]);
  assertThrows(() => wages(monthOf(2019, 1)), RangeError, "a month from 2021-01");
});
