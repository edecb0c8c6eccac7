import { monthOf } from "@jkp/month";
import { DataError, type Problem } from "@jkp/problem";
import { entitlement } from "../entitlement.ts";
import { readClaim } from "./read_claim.ts";
import { readScheme } from "@jkp/scheme/read";
import { rulesAt } from "@jkp/scheme";
import { assert, assertEquals, assertRejects } from "@std/assert";

/** A claim file of some text. */
async function claimFile(text: string): Promise<string> {
  const file = `${await Deno.makeTempDir()}/person.toml`;
  await Deno.writeTextFile(file, text);
  return file;
}

/** Everything that is wrong with a claim file, without its folder. */
async function problemsOf(text: string): Promise<string[]> {
  const file = await claimFile(text);
  const error = await assertRejects(() => readClaim(file), DataError);
  return error.problems.map((problem: Problem) => {
    assertEquals(problem.file, file);
    return new DataError([{ ...problem, file: "person.toml" }]).message;
  });
}

const LAID_OFF = '[termination]\nmonth = "2022-12"\nreason = "involuntary"\n';

/** Months listed one by one, each with a wage. */
function listed(...months: readonly [month: string, wage?: string][]): string {
  const entries = months.map(([month, wage = "4_000_000"]) =>
    `  { month = "${month}", wage = ${wage} },\n`
  );
  return `contributions = [\n${entries.join("")}]\n`;
}

Deno.test("readClaim() names gap, negative wage and early termination at once, by key path", async () => {
  const months = listed(["2022-01"], ["2022-02", "-5"], ["2022-05"], ["2022-06"]);
  const early = LAID_OFF.replace("2022-12", "2021-11");
  assertEquals(await problemsOf(months + early), [
    'person.toml: contributions.1.wage: expected an amount of 0 or more, or "none" for no ' +
    "contribution, got -5",
    "person.toml: contributions.2.month: expected 2022-03, the month after the one before; " +
    'a month without contribution is listed with wage "none", got 2022-05',
    "person.toml: termination.month: expected a month from the first contribution, " +
    "2022-01, got 2021-11",
  ]);
});

Deno.test("readClaim() accepts a gap that is declared: a month with none, or a closed run", async () => {
  const none = '"none"';
  const months = listed(["2022-01"], ["2022-02", none], ["2022-03", none], ["2022-04"]);
  const { history } = await readClaim(await claimFile(months + LAID_OFF));
  const month = monthOf(2022, 1);
  const of = (month: number) => ({
    firstMonth: month,
    lastMonth: month,
    wage: 4_000_000,
  });
  assertEquals(history.contributions, [of(month), of(month + 3)]);
  const run = (first: string, last: string) =>
    `[[contributions]]\nfirst_month = "${first}"\nlast_month = "${last}"\nwage = 1\n`;
  const runs = run("2021-01", "2021-06") + run("2021-09", "2022-12") + LAID_OFF;
  const { history: closed } = await readClaim(await claimFile(runs));
  assertEquals(closed.contributions.length, 2);
});

Deno.test("readClaim() finds overlaps and runs that end before they begin", async () => {
  const run = (first: string, last: string) =>
    `  { first_month = "${first}", last_month = "${last}", wage = 1 },\n`;
  const runs = run("2021-01", "2021-06") + run("2021-06", "2021-09") +
    run("2022-05", "2022-03");
  assertEquals(await problemsOf(`contributions = [\n${runs}]\n${LAID_OFF}`), [
    "person.toml: contributions.1.first_month: expected a month after 2021-06, each month " +
    "once and in order, got 2021-06",
    "person.toml: contributions.2.last_month: expected a month from 2022-05, got 2022-03",
  ]);
  assertEquals(await problemsOf(listed(["2022-01"], ["2022-01"]) + LAID_OFF), [
    "person.toml: contributions.1.month: expected a month after 2022-01, each month once " +
    "and in order, got 2022-01",
  ]);
});

Deno.test("readClaim() gathers values of a wrong kind with months that do not go together", async () => {
  const problems = await problemsOf(`
wages = 3
contributions = [
  { first_month = "2021-1", last_month = "2021-03", wage = "much" },
  { first_month = "2021-04", wage = 1 },
  { month = "2021-06", last_month = "2021-07", wage = 1 },
  { wage = 1 },
  { month = "2021-09", wage = 1 },
]
[[claims]]
month = "2021-08"
months_paid = 1.5
last_employment_month = "2021-10"
[member]
age = 130
contract = "zero_hours"
[termination]
month = "2021-09"
reason = "boredom"
claim_month = "2021-08"
[employer]
months_in_arrears = 4
`);
  const month = "contributions";
  assertEquals(problems.map((line) => line.split(": ").slice(1).join(": ")), [
    `${month}.0.first_month: expected a month as YYYY-MM, got "2021-1"`,
    `${month}.0.wage: expected an amount of 0 or more, or "none" for no contribution, got "much"`,
    "claims.0.months_paid: expected a whole number of months from 0 to 60, got 1.5",
    "member.age: expected a whole number of years of age from 0 to 120, got 130",
    'member.contract: expected one of indefinite, fixed_term, seasonal, got "zero_hours"',
    "termination.reason: expected one of involuntary, fixed_term_expiry, " +
    "just_cause_resignation, forced_resignation, voluntary_resignation, misconduct, " +
    'got "boredom"',
    "wages: expected no such key, got 3",
    `${month}.1.last_month: expected month, or first_month and last_month, got first_month`,
    `${month}.2.month: expected month, or first_month and last_month, got month and last_month`,
    `${month}.3.first_month: expected month, or first_month and last_month, got neither`,
    "employer.monthly_contribution: expected an amount above 0, what is owed for each month in arrears, got 0",
    "claims.0.last_employment_month: expected a month from the first contribution to the claim, got 2021-10",
    "termination.claim_month: expected a month from the end of employment, 2021-09, got 2021-08",
  ]);
});

Deno.test("readClaim() names what is missing, and TOML that is none", async () => {
  assertEquals(await problemsOf(""), [
    "person.toml: contributions: expected a list of contributions, got nothing",
    "person.toml: termination: expected a table, got nothing",
  ]);
  assertEquals(await problemsOf("contributions = []\n" + LAID_OFF), [
    "person.toml: contributions: expected at least one run of contributions, got none",
  ]);
  const [problem] = await problemsOf("month = 2021-01\n");
  assertEquals(problem?.startsWith("person.toml: line 1, column"), true);
  await assertRejects(
    () => readClaim("nobody"),
    DataError,
    "or a path ending in .toml, got nobody",
  );
});

Deno.test("readClaim() keeps reported wages and what the employer did", async () => {
  const { reported, history, compliance } = await readClaim("under_reported");
  assertEquals(reported.map(({ wage }) => wage), [3_000_000]);
  assertEquals(history.contributions.map(({ wage }) => wage), [4_000_000]);
  assertEquals(compliance?.isEnrolled, true);
  assertEquals((await readClaim("footnote_19")).compliance, null);
  assertEquals((await readClaim("not_enrolled")).compliance?.isEnrolled, false);
});

Deno.test("readClaim() reads the file that data/claims/README.md shows", async () => {
  const readme = await Deno.readTextFile("data/claims/README.md");
  const [, toml] = /```toml\n([^]*?)```/.exec(readme)!;
  const { title, history, compliance } = await readClaim(await claimFile(toml!));
  assertEquals([title, history.contributions.length], ["Two jobs", 3]);
  assertEquals(history.member?.schemes, ["JHT", "JKN"]);
  assertEquals(compliance?.monthlyContribution, 9_600);
});

Deno.test("readClaim() reads benefits that the member draws already", async () => {
  const text = await Deno.readTextFile("data/claims/twelve_months.toml");
  const benefits = 'other_benefits = [{ scheme = "JP", paid_for = "old_age" }]';
  const { history, termination } = await readClaim(
    await claimFile(`${text}\n[member]\n${benefits}\n`),
  );
  const jkp = rulesAt(await readScheme("jkp_2021"), termination.month);
  const { decidedBy } = entitlement(jkp, history, termination);
  assertEquals([decidedBy.rule, decidedBy.isMet], ["other_benefits", false]);
});

Deno.test("readClaim() refuses an age at registration above the age", async () => {
  const member = "[member]\nage = 30\nage_at_registration = 45\n";
  assertEquals(await problemsOf(listed(["2022-12"]) + LAID_OFF + member), [
    "person.toml: member.age_at_registration: expected at most the age of 30, got 45",
  ]);
});

Deno.test("readClaim() names ten thousand problems without comparing each with each", async () => {
  const months = listed(...Array<[string, string]>(10_000).fill(["2022-01", "-1"]));
  const start = performance.now();
  assertEquals((await problemsOf(months + LAID_OFF)).length, 10_000 + 9_999);
  assert(performance.now() - start < 5_000);
});
