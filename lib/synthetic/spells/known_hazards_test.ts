import { readShippedExtract } from "@jkp/extract";
import { countEvents } from "@jkp/survival";
import { assert, assertAlmostEquals } from "@std/assert";
import {
  ENDING_CLAIMS,
  InactivityCounts,
  NO_CLAIM,
  StatisticsCounts,
  toStatistics,
} from "@jkp/spells";
import { fewerPersons } from "./fewer_persons_for_test.ts";
import { registerSize, synthesizeSpells } from "./synthesize_spells.ts";
import { synthesisHazards } from "./hazards.ts";
import { WAGE_GROWTH_PER_YEAR } from "./wage_draws.ts";

/** A tenth of the register, whole, as the counters of an analyst's extract see it. */
const extract = fewerPersons(await readShippedExtract(), 10);
const { manifest } = extract;
const known = synthesisHazards(extract);
const statistics = new StatisticsCounts({
  ...manifest,
  wageGrowthPerYear: WAGE_GROWTH_PER_YEAR,
});
const inactivity = new InactivityCounts({
  observedFrom: manifest.firstMonth,
  observedTo: manifest.lastMonth,
  by: ["endReason"],
  endingClaims: [...ENDING_CLAIMS, "other"], // the synthesis uses it for exits for good
});
for (
  const batch of synthesizeSpells(extract, { members: registerSize(extract), seed: 11 })
) {
  statistics.add(batch);
  inactivity.add(batch);
}

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

Deno.test("termination rates found in spells are the known ones within 0.5 %", () => {
  const found = toStatistics(statistics, manifest, WAGE_GROWTH_PER_YEAR);
  const exposure = new Map(
    found.active.map((row) => [`${row.month} ${row.sex} ${row.ageGroup}`, row.members]),
  );
  for (const reason of ["layoff", "resignation"] as const) {
    const actual = sum(
      found.withdrawals.filter((row) => row.reason === reason).map((row) => row.claims),
    );
    const expected = sum(
      known.termination.filter((row) => row.reason === reason).map((row) =>
        row.ratePerMonth * exposure.get(`${row.month} ${row.sex} ${row.ageGroup}`)!
      ),
    );
    assertAlmostEquals(actual / expected, 1, 0.005);
  }
});

Deno.test("inactivity found in spells ends with the known hazards within 0.5 %", () => {
  const { survival } = known.inactivity;
  // Members who claimed for layoff or resignation have hazards of their own. Claims for
  // retirement and the like within two months are no inactivity but a direct exit.
  const unclaimed = ["layoff", "resignation"];
  const firstMonth = 3;
  let [actual, expected] = [0, 0];
  for (const { group, observations } of inactivity.result()) {
    if (unclaimed.includes(group.endReason ?? NO_CLAIM)) continue;
    const { time, atRisk, events } = countEvents(observations);
    for (const [i, month] of time.entries()) {
      if (month < firstMonth || month >= survival.length) continue;
      actual += events[i]!;
      expected += atRisk[i]! * (1 - survival[month]! / survival[month - 1]!);
    }
  }
  assert(actual > 100_000);
  assertAlmostEquals(actual / expected, 1, 0.005);
});
