import { monthOf } from "@jkp/month";
import { DataError } from "@jkp/problem";
import {
  checkHistory,
  type ContributionHistory,
  historyProblems,
  type Termination,
} from "./history.ts";
import { assertEquals, assertThrows } from "@std/assert";

const MONTH = monthOf(2022, 12);
const LAID_OFF: Termination = { month: MONTH, reason: "involuntary" };
const months = (count: number, last = MONTH, wage = 4_000_000) => ({
  firstMonth: last - count + 1,
  lastMonth: last,
  wage,
});
const year: ContributionHistory = { contributions: [months(12)] };

function problemsOf(history: ContributionHistory, termination = LAID_OFF): string[] {
  const error = assertThrows(() => checkHistory(history, termination), DataError);
  return error.message.split("\n");
}

Deno.test("checkHistory() gathers everything that is wrong with a history", () => {
  const contributions = [
    months(5, MONTH - 10),
    months(5, MONTH - 12, -1),
    { ...months(2, MONTH + 3), wage: NaN },
  ];
  assertEquals(problemsOf({ contributions, member: { age: 130 } }), [
    "history: contributions.1.firstMonth: expected a month after 2022-02, each month once " +
    "and in order, got 2021-08",
    "history: contributions.1.wage: expected an amount of 0 or more, got -1",
    "history: contributions.2.wage: expected an amount of 0 or more, got NaN",
    "history: member.age: expected whole years from 0 to 120, got 130",
    "history: termination.month: expected a month from the last contribution, 2023-03, " +
    "got 2022-12",
  ]);
});

Deno.test("checkHistory() refuses a termination or a claim before the first contribution", () => {
  const claims = [{ month: MONTH - 20, monthsPaid: 1.5 }];
  const early = { month: MONTH - 12, reason: "involuntary" } as const;
  assertEquals(problemsOf({ ...year, claims }, early), [
    "history: claims.0.month: expected a month after the first contribution, 2022-01, got 2021-04",
    "history: claims.0.monthsPaid: expected a whole number from 0 to 60, got 1.5",
    "history: termination.month: expected a month from the first contribution, 2022-01, got 2021-12",
  ]);
  assertEquals(problemsOf({ contributions: [] }), [
    "history: contributions: expected at least one run of contributions, got none",
  ]);
});

Deno.test("checkHistory() wants the months of an earlier claim around it", () => {
  const claim = { month: MONTH - 3, monthsPaid: 61 };
  const claims = [{
    ...claim,
    lastEmploymentMonth: MONTH - 2,
    lastBenefitMonth: MONTH - 4,
  }];
  assertEquals(problemsOf({ ...year, claims }), [
    "history: claims.0.lastEmploymentMonth: expected a month from the first contribution " +
    "to the claim, got 2022-10",
    "history: claims.0.lastBenefitMonth: expected a month from the claim, 2022-09, got 2022-08",
    "history: claims.0.monthsPaid: expected a whole number from 0 to 60, got 61",
  ]);
});

Deno.test("historyProblems() compares no month with one that is no number", () => {
  const contributions = [{ ...months(3, MONTH - 6), firstMonth: NaN }, months(3)];
  const claims = [{ month: MONTH - 40, monthsPaid: 1 }];
  const problems = historyProblems({ contributions, claims }, {
    ...LAID_OFF,
    month: NaN,
  });
  assertEquals(problems.map(({ place }) => place), ["contributions.0", "termination"]);
});

Deno.test("checkHistory() refuses a reason it does not know", () => {
  const reason = "boredom" as Termination["reason"];
  assertEquals(problemsOf(year, { month: MONTH, reason }), [
    "history: termination.reason: expected one of involuntary, fixed_term_expiry, " +
    "just_cause_resignation, forced_resignation, voluntary_resignation, misconduct, " +
    "got boredom",
  ]);
});
