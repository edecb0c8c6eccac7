import { monthOf } from "@jkp/month";
import { claimResults, claimTable } from "./claim_table.ts";
import { evaluateClaims } from "./evaluate.ts";
import { prepareRules } from "./prepare.ts";
import { readScheme } from "@jkp/scheme/read";
import { rulesAt } from "@jkp/scheme";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

// A million dismissals with 36 months of history each; claims a second are a million over
// the time shown.
const CLAIMS = 1_000_000;
const WIDTH = 36;
const MONTH = monthOf(2023, 3);
const TABLE = claimTable(CLAIMS, WIDTH);
const RESULTS = claimResults(CLAIMS);
const random = xoroshiro128plus(2021);
const below = (n: number) => (random.next() >>> 0) % n;
for (let i = 0; i < TABLE.wages.length; i++) {
  TABLE.wages[i] = below(4) === 0 ? -1 : 2_000_000 + below(6_000_000);
}
for (let i = 0; i < CLAIMS; i++) {
  TABLE.termination[i] = MONTH;
  TABLE.claim[i] = MONTH + 1 + below(5);
  TABLE.age[i] = 18 + below(46);
  TABLE.contributionMonths[i] = below(300);
}

for (const name of ["proposed_2021", "jkp_2021", "thailand", "japan"]) {
  const rules = prepareRules(rulesAt(await readScheme(name), MONTH));
  Deno.bench(`a million claims under ${name}`, () => {
    evaluateClaims(rules, TABLE, RESULTS);
  });
}
