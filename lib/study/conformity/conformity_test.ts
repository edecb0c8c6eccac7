import { monthOf } from "@jkp/month";
import { conformity, type ConformityData } from "./conformity.ts";
import { readScheme } from "@jkp/scheme/read";
import { rulesAt, skilledWageFrom } from "@jkp/scheme";
import { assert, assertEquals, assertThrows } from "@std/assert";

const rulesOf = async (name: string) => rulesAt(await readScheme(name), monthOf(2023, 3));

async function verdicts(name: string, data: ConformityData = {}) {
  return conformity(await rulesOf(name), data).map((
    { convention, wanted, got, verdict },
  ) => `${convention} ${wanted}: ${got}: ${verdict}`);
}

Deno.test("conformity() finds of JKP what the review finds, section 2.4 to 2.6", async () => {
  const found = await verdicts("jkp_2021");
  const claims = "at most 3 claims in a career, 60 months between claims";
  const abuse = "qualifying conditions not longer than needed to preclude abuse";
  assertEquals(found, [
    "C102 45 per cent of previous earnings over 3 months: 45 per cent on average: conforms",
    "C168 50 per cent of previous earnings over 6 months: 35 per cent on average: does not conform",
    "C102 13 weeks within 12 months: 6 months: conforms",
    "C168 26 weeks a spell, or 39 weeks within 24 months: 6 months: conforms",
    "C102 a waiting period of at most 7 days: 0 days: conforms",
    "C168 a waiting period of at most 7 days: 0 days: conforms",
    `C102 ${abuse}: ${claims}: does not conform`,
    `C168 ${abuse}: ${claims}: does not conform`,
    "C102 45 per cent of the wage of a skilled manual male employee, limits kept: " +
    "earnings up to 5,000,000 IDR a month: needs data",
    "C102 at most half of the contributions from employees: " +
    "0 per cent of 0.46 per cent of wages: conforms",
    "C102 50 per cent of all employees covered: not known from the rules: needs data",
    "C168 85 per cent of all employees covered: not known from the rules: needs data",
  ]);
});

Deno.test("conformity() finds nothing against the proposed design", async () => {
  const found = conformity(await rulesOf("proposed_2021"));
  assertEquals(found.filter(({ verdict }) => verdict === "does not conform"), []);
});

Deno.test("conformity() tells tapers above 45 per cent on average from those below", async () => {
  const first = async (name: string) => conformity(await rulesOf(name))[0]!;
  const above = await first("options_2020_tapered");
  const below = await first("options_2020_tapered_low");
  assertEquals([above.got, above.verdict], ["55 per cent on average", "conforms"]);
  assertEquals([below.got, below.verdict], [
    "35 per cent on average",
    "does not conform",
  ]);
});

Deno.test("conformity() finds 15 days of waiting in Viet Nam too long", async () => {
  const found = await verdicts("viet_nam");
  const waiting = found.filter((each) => each.includes("waiting"));
  assertEquals(waiting.length, 2);
  assert(waiting.every((each) => each.endsWith("15 days: does not conform")));
});

Deno.test("conformity() finds of JKP's coverage what the review finds, section 2.2", async () => {
  const coverage = async (coveredShare: number) =>
    conformity(await rulesOf("jkp_2021"), { coveredShare })
      .filter(({ rule }) => rule === "coverage")
      .map(({ article, verdict }) => [article, verdict]);
  assertEquals(await coverage(11 / 48.4), [
    ["Article 21", "does not conform"],
    ["Article 11(1)", "does not conform"],
  ]);
  assertEquals(await coverage(27.1 / 48.4), [
    ["Article 21", "conforms"],
    ["Article 11(1)", "does not conform"],
  ]);
});

Deno.test("conformity() leaves coverage open when its range holds what is wanted", async () => {
  const rules = await rulesOf("malaysia");
  const coverage = (lowest: number, highest: number) =>
    conformity(rules, { coveredShare: { lowest, highest }, coveredBy: "by law" })
      .filter(({ rule }) => rule === "coverage")
      .map(({ got, verdict }) => `${got}: ${verdict}`);
  assertEquals(coverage(0.712, 0.859), [
    "71.2 to 85.9 per cent by law: conforms",
    "71.2 to 85.9 per cent by law: needs data",
  ]);
  assertEquals(coverage(0, 0.49), [
    "up to 49 per cent by law: does not conform",
    "up to 49 per cent by law: does not conform",
  ]);
  assertEquals(coverage(0.5, 0.85)[0], "50 to 85 per cent by law: conforms");
});

Deno.test("conformity() puts a skilled worker's wage to the limits", async () => {
  const limit = async (name: string, skilledWage: number) => {
    const checks = conformity(await rulesOf(name), { skilledWage });
    const { got, verdict } = checks.find(({ rule }) => rule === "limit")!;
    return [got, verdict];
  };
  // 45 per cent of five million is 36 per cent of 6.25 million.
  assertEquals(await limit("jkp_2021", skilledWageFrom(5_000_000)), [
    "36 per cent of 6,250,000 IDR a month",
    "does not conform",
  ]);
  assertEquals(await limit("jkp_2021", 5_000_000), [
    "45 per cent of 5,000,000 IDR a month",
    "conforms",
  ]);
  // Half of a ceiling that is nine tenths of the wage.
  assertEquals((await limit("thailand", 15_000 / 0.9))[1], "conforms");
  assertEquals((await limit("thailand", 15_000 / 0.89))[1], "does not conform");
  // A highest benefit and wage bands are limits too.
  assertEquals((await limit("korea", 1_980_000 / 0.45))[1], "conforms");
  assertEquals((await limit("korea", 1_980_000 / 0.44))[1], "does not conform");
  assertEquals(await limit("japan", 600_000), [
    "34.1 per cent of 600,000 JPY a month",
    "does not conform",
  ]);
  assertEquals((await limit("viet_nam", 10_000_000))[1], "needs data");
  // A taper that is too low at any wage fails by its rate, not by its ceiling.
  assertEquals(await limit("options_2020_tapered_low", 6_000_000), [
    "35 per cent of 6,000,000 IDR a month",
    "conforms",
  ]);
});

Deno.test("conformity() wants durations that vary to be long enough on average", async () => {
  const durations = async (name: string) =>
    conformity(await rulesOf(name)).filter(({ rule }) => rule === "duration")
      .map(({ got, verdict }) => `${got}: ${verdict}`);
  assertEquals(await durations("korea"), [
    "4 to 9 months: conforms",
    "4 to 9 months, the average not known: needs data",
  ]);
  // No average of three to six months reaches six.
  assertEquals((await durations("malaysia"))[1], "3 to 6 months: does not conform");
});

Deno.test("conformity() refuses a share or a wage that cannot be", async () => {
  const rules = await rulesOf("jkp_2021");
  assertThrows(() => conformity(rules, { coveredShare: 23 }), RangeError, "got 23");
  assertThrows(
    () => conformity(rules, { coveredShare: { lowest: 0.5, highest: 0.4 } }),
    RangeError,
    "got 0.5 to 0.4",
  );
  assertThrows(() => conformity(rules, { skilledWage: 0 }), RangeError, "got 0");
});

Deno.test("conformity() names an article and its origin for every check", async () => {
  for (const each of conformity(await rulesOf("japan"))) {
    assert(each.article.startsWith("Article") && each.source.includes("section"));
  }
});
