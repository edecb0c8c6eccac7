import { monthOf } from "@jkp/month";
import { conformity, type ConformityData, readScheme, rulesAt } from "@jkp/scheme";
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
    "C102 a ceiling not below the wage of a skilled manual male employee: " +
    "5,000,000 IDR a month: needs data",
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
  assert(waiting.every((each) => each.endsWith("15 days: does not conform")));
});

Deno.test("conformity() takes coverage and a wage as data", async () => {
  const found = await verdicts("jkp_2021", {
    coveredShare: 0.23,
    skilledWage: 4_000_000,
  });
  const verdictOf = (words: string) =>
    found.find((each) => each.includes(words))!.split(": ").at(-1);
  assertEquals(verdictOf("C102 50 per cent of all"), "does not conform");
  assertEquals(verdictOf("skilled manual"), "conforms");
  const rules = await rulesOf("jkp_2021");
  assertThrows(() => conformity(rules, { coveredShare: 23 }), RangeError, "got 23");
  assertThrows(() => conformity(rules, { skilledWage: 0 }), RangeError, "got 0");
});

Deno.test("conformity() names an article and its origin for every check", async () => {
  for (const each of conformity(await rulesOf("japan"))) {
    assert(each.article.startsWith("Article") && each.source.includes("section"));
  }
});
