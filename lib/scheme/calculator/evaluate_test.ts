import { monthOf } from "@jkp/month";
import {
  CLAIM_RULES,
  claimTable,
  entitlement,
  evaluateClaims,
  type OtherBenefit,
  prepareRules,
  readScheme,
  type Rules,
  rulesAt,
  type Termination,
  TERMINATION_REASONS,
} from "@jkp/scheme";
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";

const MONTH = monthOf(2022, 12);
const LAID_OFF: Termination = { month: MONTH, reason: "involuntary" };
const rulesOf = async (name: string) => rulesAt(await readScheme(name), MONTH);
const JKP = await rulesOf("jkp_2021");
const PROPOSED = await rulesOf("proposed_2021");
const SCHEMES = [
  JKP,
  PROPOSED,
  await rulesOf("japan"),
  await rulesOf("malaysia"),
  await rulesOf("thailand"),
  await rulesOf("options_2020_base"),
];

/** Whom a benefit of another scheme excludes, as GR 37/2021 and ILO (2020) have it. */
const EXCLUDED: Readonly<Record<string, (drawn: OtherBenefit) => boolean>> = {
  jkp_2021: ({ scheme, paidFor }) =>
    paidFor === "old_age" ||
    paidFor === "permanent_total_disability" && ["JKK", "JP"].includes(scheme),
  options_2020_base: ({ scheme }) => ["JKK", "JP"].includes(scheme),
};
const NONE: OtherBenefit = { scheme: "none", paidFor: "other" };

const months = (count: number, last = MONTH, wage = 4_000_000) => ({
  firstMonth: last - count + 1,
  lastMonth: last,
  wage,
});

/** Runs of random length and gap that end with the last month. */
const histories = fc.array(
  fc.record({
    months: fc.integer({ min: 1, max: 20 }),
    gap: fc.integer({ min: 0, max: 6 }),
    wage: fc.integer({ min: 0, max: 12_000_000 }),
  }),
  { minLength: 1, maxLength: 8 },
).map((runs) => {
  let last = MONTH;
  return runs.map((run) => {
    const contribution = months(run.months, last - run.gap, run.wage);
    last = contribution.firstMonth - 1;
    return contribution;
  }).reverse();
});

const cases = fc.record({
  rules: fc.constantFrom(...SCHEMES),
  contributions: histories,
  reason: fc.constantFrom(...TERMINATION_REASONS),
  wait: fc.integer({ min: 1, max: 6 }),
  age: fc.integer({ min: 18, max: 70 }),
  ageAtRegistration: fc.integer({ min: 15, max: 60 }),
  drawn: fc.option(fc.record({
    scheme: fc.constantFrom("JP", "JKK", "JHT", "a private plan"),
    paidFor: fc.constantFrom("old_age", "permanent_total_disability", "other"),
  }, { noNullPrototype: true })),
  claim: fc.option(
    fc.record({
      back: fc.integer({ min: 2, max: 90 }),
      paid: fc.integer({ min: 0, max: 6 }),
    }),
  ),
  maintained: fc.boolean(),
});

Deno.test("entitlement() and evaluateClaims() decide by the same rule", () => {
  fc.assert(
    fc.property(
      cases,
      (
        { rules: own, contributions, reason, wait, claim, maintained, drawn, ...ages },
      ) => {
        const rules: Rules = !maintained ? own : {
          ...own,
          repeatClaims: {
            ...own.repeatClaims,
            entitlement: "maintained",
            maintainedMonths: 18,
          },
        };
        const start = contributions[0]!.firstMonth;
        const claims = claim === null || MONTH - claim.back <= start
          ? []
          : [{ month: MONTH - claim.back, monthsPaid: claim.paid }];
        const result = entitlement(
          rules,
          {
            contributions,
            claims,
            member: { ...ages, otherBenefits: drawn === null ? [] : [drawn] },
          },
          { month: MONTH, reason, claimMonth: MONTH + wait },
        );
        const { checks, decidedBy, isEligible, benefits } = result;
        assertEquals(isEligible, checks.every(({ isMet }) => isMet));
        assertEquals(
          checks.findIndex(({ isMet }) => !isMet),
          isEligible ? -1 : checks.length - 1,
        );
        assertEquals(checks.at(-1), decidedBy);
        assertEquals(benefits.length > 0, isEligible);
        assertAlmostEquals(
          result.totalBenefit,
          benefits.reduce((a, b) => a + b, 0),
          1e-3,
        );
        // The same case as a row of numbers, written independently of the history reader.
        const prepared = prepareRules(rules);
        const table = claimTable(1, 200);
        for (const { firstMonth, lastMonth, wage } of contributions) {
          for (let month = firstMonth; month <= lastMonth; month++) {
            table.wages[MONTH - month] = wage;
            table.contributionMonths[0]!++;
          }
        }
        table.termination[0] = MONTH;
        table.claim[0] = MONTH + wait;
        table.reason[0] = TERMINATION_REASONS.indexOf(reason);
        table.age[0] = ages.age;
        table.ageAtRegistration[0] = ages.ageAtRegistration;
        table.excluded[0] = EXCLUDED[rules.name]?.(drawn ?? NONE) ? 1 : 0;
        if (claims.length > 0) {
          const { month, monthsPaid } = claims[0]!;
          table.earlierClaims[0] = 1;
          table.lastClaim[0] = month;
          table.lastEmployment[0] = month - 1;
          table.lastBenefit[0] = month + Math.max(0, monthsPaid - 1);
          table.lastPaid[0] = monthsPaid;
          const window = rules.duration.withinMonths ?? 0;
          for (let paid = month; paid < month + monthsPaid; paid++) {
            if (paid >= MONTH + wait - window) table.recentlyPaid[0]!++;
          }
        }
        const row = evaluateClaims(prepared, table);
        assertEquals(CLAIM_RULES[row.decidedBy[0]!], isEligible ? "all" : decidedBy.rule);
        assertEquals(row.totalBenefit[0], result.totalBenefit);
        assertEquals(row.months[0], benefits.length);
      },
    ),
    { numRuns: 2_000 },
  );
});

Deno.test("entitlement() counts as by hand when it is a first claim to JKP", () => {
  fc.assert(fc.property(histories, (contributions) => {
    const contributed = new Map<number, number>();
    for (const { firstMonth, lastMonth, wage } of contributions) {
      for (let month = firstMonth; month <= lastMonth; month++) {
        contributed.set(month, wage);
      }
    }
    const window = Array.from({ length: 24 }, (_, k) => contributed.has(MONTH - 23 + k));
    const rows = window.map((has) => has ? "x" : " ").join("").split(/ +/);
    const inARow = Math.max(...rows.map((row) => row.length));
    const expected = window.filter(Boolean).length >= 12 && inARow >= 6;
    const result = entitlement(JKP, { contributions }, LAID_OFF);
    assertEquals(result.isEligible, expected);
    if (!expected) return;
    const last = contributed.get(Math.max(...contributed.keys()))!;
    assertEquals(result.referenceWage, Math.min(5_000_000, last));
    assertAlmostEquals(result.totalBenefit, 2.1 * result.referenceWage, 1e-6);
  }));
});

Deno.test("evaluateClaims() refuses a history too short for the rules", () => {
  assertThrows(
    () => evaluateClaims(prepareRules(JKP), claimTable(1, 12)),
    RangeError,
    "24 months of history are wanted, got 12",
  );
});

Deno.test("evaluateClaims() refuses a renewal whose history does not reach back", () => {
  const { repeatClaims } = PROPOSED;
  const rules = prepareRules({
    ...PROPOSED,
    repeatClaims: { ...repeatClaims, entitlement: "maintained", maintainedMonths: 48 },
  });
  const table = claimTable(1, rules.width);
  table.termination[0] = MONTH;
  table.claim[0] = MONTH + 1;
  table.lastClaim[0] = MONTH - 29;
  table.lastEmployment[0] = MONTH - 30;
  assertThrows(() => evaluateClaims(rules, table), RangeError, "30 months back, got 24");
});

Deno.test("evaluateClaims() decides alike when another evaluation shares its rules midway", async () => {
  // The best months of Thailand are sorted while the history is read.
  const rules = prepareRules(await rulesOf("thailand"));
  const tableOf = (wageOf: (month: number) => number) => {
    const table = claimTable(1, rules.width);
    for (let month = 0; month < rules.width; month++) table.wages[month] = wageOf(month);
    table.termination[0] = MONTH;
    table.claim[0] = MONTH + 1;
    table.age[0] = 30;
    table.contributionMonths[0] = rules.width;
    return table;
  };
  const one = tableOf((month) => 5_000 + 100 * month);
  const other = tableOf((month) => 14_000 - 200 * month);
  const alone = evaluateClaims(rules, one);
  const before = structuredClone(rules);
  let evaluations = 0;
  const wages = new Proxy(one.wages, {
    get(target, place) {
      evaluations++;
      evaluateClaims(rules, other);
      return Reflect.get(target, place);
    },
  });
  const interleaved = evaluateClaims(rules, { ...one, wages });
  assert(evaluations > rules.referenceMonths);
  assertEquals(alone.referenceWage[0], 5_000 + 100 * (rules.referenceWindow - 2));
  assertEquals(interleaved, alone);
  assertEquals(rules, before);
});
