import { readShippedExtract, type StatisticsExtract } from "@jkp/extract";
import { assert, assertEquals, assertNotEquals } from "@std/assert";
import { StatisticsCounts } from "../build/statistics_counts.ts";
import { toStatistics } from "../build/to_statistics.ts";
import type { SpellColumns } from "../spell_columns.ts";
import { inactivityModel } from "./inactivity_model.ts";
import { synthesizeSpells } from "./synthesize_spells.ts";
import { WAGE_GROWTH } from "./wages.ts";

/** The shipped extract with every number divided: a register that is quick to make. */
const SMALL = await divided(200);

async function divided(by: number): Promise<StatisticsExtract> {
  const extract = await readShippedExtract();
  const part = (count: number) => Math.round(count / by);
  return {
    ...extract,
    active: extract.active.map((row) => ({ ...row, members: part(row.members) })),
    withdrawals: extract.withdrawals.map((row) => ({ ...row, claims: part(row.claims) })),
    inactive: extract.inactive.map((row) => ({ ...row, members: part(row.members) })),
  };
}

function counted(batches: Iterable<SpellColumns>): StatisticsExtract {
  const options = { ...SMALL.manifest, wageGrowthPerYear: WAGE_GROWTH };
  const counts = new StatisticsCounts(options);
  for (const batch of batches) counts.add(batch);
  return toStatistics(counts, SMALL.manifest, WAGE_GROWTH);
}

/** Members of the whole small register, and all its spells. */
const WHOLE = synthesizeSpells(SMALL, { members: 1000, seed: 7 }).registerMembers;
const SPELLS = [...synthesizeSpells(SMALL, { members: WHOLE, seed: 7 }).batches()];

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

Deno.test("synthesizeSpells() counts to the statistics to the last unit", () => {
  const made = counted(SPELLS);
  assertEquals(
    made.active.map(({ members }) => members),
    SMALL.active.map(({ members }) => members),
  );
  assertEquals(
    made.withdrawals.map(({ claims }) => claims),
    SMALL.withdrawals.map(({ claims }) => claims),
  );
  assertEquals(made.inactive, SMALL.inactive);
});

Deno.test("synthesizeSpells() keeps the rules of the register", () => {
  for (const spells of SPELLS) {
    const { member, startMonth, lastMonth, claimMonth, endReason } = spells;
    for (let row = 0; row < member.length; row++) {
      assert(startMonth[row]! <= lastMonth[row]!);
      assertEquals(claimMonth[row] === 0, endReason[row] === 0);
      assert(claimMonth[row] === 0 || claimMonth[row]! > lastMonth[row]!);
      assert(spells.monthlyWageIdr[row]! > 100_000);
      if (row === 0 || member[row] !== member[row - 1]) continue;
      assert(startMonth[row]! > lastMonth[row - 1]! + 1);
      assertEquals(spells.birthMonth[row], spells.birthMonth[row - 1]);
      assertEquals(spells.sex[row], spells.sex[row - 1]);
    }
  }
});

Deno.test("synthesizeSpells() gives a sample that stands for the register", () => {
  const sample = synthesizeSpells(SMALL, { members: 5000, seed: 7 });
  const made = counted(sample.batches());
  const members = (extract: StatisticsExtract) =>
    sum(extract.active.map((row) => row.members));
  const claims = (extract: StatisticsExtract) =>
    sum(extract.withdrawals.map((row) => row.claims));
  assert(Math.abs(members(made) / members(SMALL) - 1) < 0.02);
  assert(Math.abs(claims(made) / claims(SMALL) - 1) < 0.05);
});

Deno.test("synthesizeSpells() makes several registers for more members than one", () => {
  const twice = synthesizeSpells(SMALL, { members: Math.round(1.5 * WHOLE), seed: 7 });
  assert(Math.abs(twice.weight - 2 / 3) < 0.05);
  const members = [...twice.batches()].at(-1)!.member.at(-1)! + 1;
  assertEquals(members, Math.round(1.5 * WHOLE));
});

Deno.test("synthesizeSpells() gives the same for a seed, another for another", () => {
  const first = (seed: number) =>
    synthesizeSpells(SMALL, { members: 2000, seed }).batches().next()
      .value as SpellColumns;
  assertEquals(first(3), first(3));
  assertNotEquals(first(3).startMonth, first(4).startMonth);
});

Deno.test("synthesizeSpells() lets the known inactivity be found again", () => {
  const { survival } = inactivityModel(SMALL);
  const { lastMonth } = SMALL.manifest;
  const left = lastMonth - 24;
  let [leavers, stillAway] = [0, 0];
  for (const spells of SPELLS) {
    const { member, claimMonth, endReason } = spells;
    for (let row = 0; row < member.length; row++) {
      const isClaimant = endReason[row] === 1 || endReason[row] === 2;
      if (Math.abs(spells.lastMonth[row]! - left) > 6 || isClaimant) continue;
      const hasNext = member[row + 1] === member[row];
      const end = hasNext ? spells.startMonth[row + 1]! : claimMonth[row]!;
      const isStraightClaim = !hasNext && end === spells.lastMonth[row]! + 1;
      if (isStraightClaim) continue; // left by death, for retirement or otherwise
      leavers++;
      if (end === 0 || end > spells.lastMonth[row]! + 13) stillAway++;
    }
  }
  assert(Math.abs(stillAway / leavers / survival(12) - 1) < 0.03);
});
