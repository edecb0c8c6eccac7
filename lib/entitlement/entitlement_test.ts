import { monthOf } from "@jkp/month";
import { DataError } from "@jkp/problem";
import type { ContributionHistory, Member, Termination } from "./history.ts";
import { entitlement } from "./entitlement.ts";
import { readScheme } from "@jkp/scheme/read";
import { type Rules, rulesAt } from "@jkp/scheme";
import { reemploymentAllowance } from "./reemployment.ts";
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";

const MONTH = monthOf(2022, 12);
const LAID_OFF: Termination = { month: MONTH, reason: "involuntary" };
const rulesOf = async (name: string) => rulesAt(await readScheme(name), MONTH);
const JKP = await rulesOf("jkp_2021");
const PROPOSED = await rulesOf("proposed_2021");
const JAPAN = await rulesOf("japan");

const months = (count: number, last = MONTH, wage = 4_000_000) => ({
  firstMonth: last - count + 1,
  lastMonth: last,
  wage,
});
const year: ContributionHistory = { contributions: [months(12)] };

Deno.test("entitlement() averages the last six months up to the ceiling", () => {
  const contributions = [months(10, MONTH - 3, 2_000_000), months(3, MONTH, 20_000_000)];
  const { referenceWage, waiting } = entitlement(PROPOSED, { contributions }, LAID_OFF);
  assertAlmostEquals(referenceWage, (3 * 2_000_000 + 3 * 8_939_700) / 6);
  assertEquals(waiting, { days: 7, months: 0 });
});

Deno.test("entitlement() takes contributions and claims as columns, too", () => {
  const [early, late] = [months(12, monthOf(2020, 1)), months(12)];
  const claims = [{ month: monthOf(2020, 2), monthsPaid: 6 }];
  const columns = {
    contributions: {
      firstMonth: Int32Array.of(early.firstMonth, late.firstMonth),
      lastMonth: [early.lastMonth, late.lastMonth],
      wage: { length: 2, dtype: "f64", toArray: () => [early.wage, late.wage] },
    },
    claims: { month: [claims[0]!.month], monthsPaid: [6] },
  };
  assertEquals(
    entitlement(JKP, columns, LAID_OFF),
    entitlement(JKP, { contributions: [early, late], claims }, LAID_OFF),
  );
});

Deno.test("entitlement() allows the next JKP claim five years after the last benefit", () => {
  const first = entitlement(JKP, year, LAID_OFF);
  // Paid from January to June 2023.
  assertEquals(first.nextClaimMonth, monthOf(2028, 6));
  const second: ContributionHistory = {
    contributions: [months(12, monthOf(2020, 1)), months(12)],
    claims: [{ month: monthOf(2020, 2), monthsPaid: 6 }],
  };
  const early = entitlement(JKP, second, LAID_OFF);
  assertEquals(early.decidedBy.rule, "time_between_claims");
  assertEquals(early.decidedBy.got, "30 months from 2020-07");
  assertEquals(early.nextClaimMonth, monthOf(2025, 7));
});

Deno.test("entitlement() refuses a fourth JKP claim for ever", () => {
  const claims = [1990, 1996, 2002].map((y) => ({ month: monthOf(y, 1), monthsPaid: 6 }));
  const contributions = [months(400)];
  const fourth = entitlement(JKP, { contributions, claims }, LAID_OFF);
  assertEquals(fourth.decidedBy.rule, "number_of_claims");
  assertEquals(fourth.decidedBy.got, "claim number 4");
  assertEquals(fourth.nextClaimMonth, null);
  const two = { contributions, claims: claims.slice(1) };
  const third = entitlement(JKP, two, LAID_OFF);
  assertEquals([third.isEligible, third.nextClaimMonth], [true, null]);
});

Deno.test("entitlement() refuses a late JKP claim and a member registered at 54", () => {
  const claimed = (claimMonth: number) =>
    entitlement(JKP, year, { ...LAID_OFF, claimMonth }).decidedBy;
  assertEquals(claimed(MONTH + 3).isMet, true);
  assertEquals(claimed(MONTH + 4).got, "4 months after it");
  const registered = (ageAtRegistration: number) =>
    entitlement(JKP, { ...year, member: { ageAtRegistration } }, LAID_OFF).decidedBy;
  assertEquals(registered(53).isMet, true);
  assertEquals(registered(54).wanted, "an age at registration below 54");
  const member = (facts: Member) =>
    entitlement(JKP, { ...year, member: facts }, LAID_OFF).decidedBy;
  assertEquals(member({ group: "construction_worker" }).rule, "coverage");
  assertEquals(member({ enterprise: "micro" }).isMet, true);
  assertEquals(member({ contract: "fixed_term" }).isMet, true);
  assertEquals(member({ schemes: ["JHT"] }).wanted, "a member of JKN");
});

Deno.test("entitlement() says when the source is silent on a reason", () => {
  const result = entitlement(JKP, year, { ...LAID_OFF, reason: "misconduct" });
  assertEquals(result.decidedBy.got, "misconduct, of which the source says nothing");
  assertEquals(result.leftOpen, ["contingency: nothing is said of misconduct"]);
});

Deno.test("entitlement() gives a renewal the wage and the rates of the first claim", () => {
  const rules: Rules = {
    ...JKP,
    repeatClaims: {
      ...JKP.repeatClaims,
      entitlement: "maintained",
      maintainedMonths: 24,
    },
  };
  const history: ContributionHistory = {
    contributions: [months(12, MONTH - 8, 2_000_000), months(4, MONTH, 4_000_000)],
    claims: [{ month: MONTH - 7, monthsPaid: 2 }],
  };
  const { benefits, isRenewal } = entitlement(rules, history, LAID_OFF);
  assert(isRenewal);
  assertEquals(benefits, [900_000, 500_000, 500_000, 500_000]);
});

Deno.test("entitlement() keeps unused months only as long as they are maintained", () => {
  const history: ContributionHistory = {
    contributions: [months(12, MONTH - 11), months(6)],
    claims: [{ month: MONTH - 10, monthsPaid: 1 }],
  };
  const kept = (maintainedMonths: number) =>
    entitlement(
      {
        ...PROPOSED,
        repeatClaims: {
          ...PROPOSED.repeatClaims,
          entitlement: "maintained",
          maintainedMonths,
        },
      },
      history,
      LAID_OFF,
    ).benefits.length;
  // The claim is 11 months after the first: one month of 12, five of 24, none of 11.
  assertEquals([11, 12, 14, 24].map(kept), [0, 1, 3, 5]);
});

Deno.test("entitlement() takes changed rules as plain data", () => {
  const flat: Rules = { ...JKP, benefit: { ...PROPOSED.benefit } };
  assertEquals(entitlement(flat, year, LAID_OFF).totalBenefit, 12_000_000);
  assertEquals(JSON.parse(JSON.stringify(JKP)), JKP);
});

Deno.test("entitlement() refuses rules that cannot hold together", () => {
  const tried = (rules: Rules) => () => entitlement(rules, year, LAID_OFF);
  const { benefit, duration, qualifying } = JKP;
  assertThrows(
    tried({ ...JKP, benefit: { ...benefit, kind: "flat", rate: 45 } }),
    RangeError,
    "Cannot use the rules of jkp_2021: benefit: a fraction from 0 to 1 is wanted, got 45",
  );
  assertThrows(
    tried({ ...JKP, duration: { ...duration, kind: "fixed", months: 9 } }),
    RangeError,
    "a rate for each of 9 months is wanted, got 6",
  );
  assertThrows(
    tried({ ...JKP, qualifying: { ...qualifying, consecutiveMonths: 30 } }),
    RangeError,
    "a window of at least 30 months is wanted, got 24",
  );
});

Deno.test("entitlement() wants an age where the benefit depends on it", () => {
  assertThrows(() => entitlement(JAPAN, year, LAID_OFF), DataError, "member.age");
  const old = entitlement(JAPAN, { ...year, member: { age: 70 } }, LAID_OFF);
  assertEquals([old.decidedBy.rule, old.decidedBy.got], ["benefit_age", "70"]);
});

Deno.test("reemploymentAllowance() refuses more months than there are", () => {
  const entitled = { benefits: [1, 1] };
  assertEquals(reemploymentAllowance(JKP, entitled, 1), 0);
  assertThrows(() => reemploymentAllowance(JKP, entitled, 3), RangeError, "got 3");
});

Deno.test("entitlement() finds the duration by age and contributions", () => {
  const { from, source } = PROPOSED.duration;
  const band = (ageFrom: number, ageTo: number | null, months: number, least = 0) => ({
    ageFrom,
    ageTo,
    contributionMonthsFrom: least,
    contributionMonthsTo: least === 0 ? 23 : null,
    months,
  });
  const bands = [
    band(0, 49, 3),
    band(50, null, 5),
    band(0, 49, 6, 24),
    band(50, null, 9, 24),
  ];
  const rules: Rules = {
    ...PROPOSED,
    duration: { from, source, note: null, withinMonths: null, kind: "bands", bands },
  };
  const paid = (age: number, contributed: number) =>
    entitlement(
      rules,
      { contributions: [months(contributed)], member: { age } },
      LAID_OFF,
    )
      .benefits.length;
  assertEquals([paid(49, 23), paid(50, 23), paid(49, 24), paid(50, 24)], [3, 5, 6, 9]);
  assertThrows(() => entitlement(rules, year, LAID_OFF), DataError, "member.age");
});

Deno.test("entitlement() can want the months in a row at the end", () => {
  const { qualifying } = JKP;
  const rules: Rules = {
    ...JKP,
    qualifying: { ...qualifying, consecutivePosition: "before_termination" },
  };
  const contributions = [months(10, MONTH - 6), months(5)];
  const history = { contributions };
  assertEquals(entitlement(JKP, history, LAID_OFF).isEligible, true);
  const { wanted, got } = entitlement(rules, history, LAID_OFF).decidedBy;
  assertEquals(wanted, "6 months in a row before the end of employment");
  assertEquals(got, "5 in a row");
});

Deno.test("entitlement() refuses keys that there are not, as of a kernel's cell", () => {
  const earlier = { ...year, claim: [{ month: MONTH - 6, monthsPaid: 6 }] };
  assertThrows(
    () => entitlement(JKP, earlier, LAID_OFF),
    RangeError,
    "got claim (did you mean claims?)",
  );
  const late = { ...LAID_OFF, claimmonth: MONTH + 9 };
  assertThrows(
    () => entitlement(JKP, year, late),
    RangeError,
    "got claimmonth (did you mean claimMonth?)",
  );
});
