import { readShippedExtract } from "@jkp/extract/read";
import { countEvents } from "../../survival/observations.ts";
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import {
  InactivityCounts,
  LeaverCounts,
  leaverEligibility,
  NO_MONTH,
  NO_REASON,
  type SpellColumns,
} from "@jkp/spells";
import { NO_CLAIM } from "../../spells/histories/inactivity_groups.ts";
import { StatisticsCounts } from "../../spells/count/statistics_counts.ts";
import { toStatistics } from "../../spells/count/to_statistics.ts";
import { ENDING_CLAIMS } from "./inactivity.ts";
import { fewerPersons } from "./fewer_persons_for_test.ts";
import { isShortContract } from "./short_contracts.ts";
import { registerSize, synthesizeSpells } from "./synthesize_spells.ts";
import { synthesisHazards } from "./hazards.ts";
import { WAGE_GROWTH_PER_YEAR } from "./wage_draws.ts";

/** A tenth of the register, whole. */
const extract = fewerPersons(await readShippedExtract(), 10);
const { manifest } = extract;
const { firstMonth, lastMonth } = manifest;
const known = synthesisHazards(extract);

/** Who left in a month and had come back, or claimed late, by so many months after. */
class Ends {
  readonly left = new Float64Array(60);
  readonly ended = new Float64Array(60);

  /** Counts one who left, followed for some months, with the end if there is one. */
  add(followed: number, elapsed: number | undefined): void {
    for (let k = 1; k <= followed; k++) {
      this.left[k]!++;
      if (elapsed !== undefined && elapsed <= k) this.ended[k]!++;
    }
  }

  share(elapsed: number): number {
    return this.ended[elapsed]! / this.left[elapsed]!;
  }
}

const inactivity = new Ends();
const claimants = [1, 2, 3].map(() => new Ends());
const lags = [0, 0, 0];
let [ends, deaths] = [0, 0];

/** Members by their number of short contracts that another follows, and their labels. */
const shortContracts: number[] = [];
let [ofFixedTerm, all] = [0, 0];

/** Follows who left in a batch. */
function follow(batch: SpellColumns): void {
  const { member, lastMonth: last, endReason, claimMonth, startMonth } = batch;
  const { labels, codes } = batch.carried.contract!;
  let contracts = 0;
  for (let row = 0; row < member.length; row++) {
    const left = last[row]!;
    if (member[row] !== member[row + 1]) {
      shortContracts[contracts] = (shortContracts[contracts] ?? 0) + 1;
      if (contracts > 0) all++;
      if (contracts > 0 && labels[codes[row]!] === "fixed_term") ofFixedTerm++;
      contracts = 0;
    } else if (
      isShortContract(left - startMonth[row]! + 1, startMonth[row + 1]! - left - 1)
    ) {
      contracts++;
    }
    if (left < firstMonth || left === lastMonth) continue;
    const isBack = member[row + 1] === member[row];
    const back = isBack ? startMonth[row + 1]! - left - 1 : undefined;
    const lag = claimMonth[row]! - left;
    const isTermination = endReason[row] === 1 || endReason[row] === 2;
    if (isTermination) {
      if (left <= lastMonth - 3) lags[lag - 1]!++;
      claimants[lag - 1]!.add(lastMonth - left - 1, back);
    } else if (endReason[row] === NO_REASON) {
      inactivity.add(lastMonth - left - 1, back);
      if (isBack) ends++;
    } else if (claimMonth[row] !== NO_MONTH && lag >= 3) {
      inactivity.add(lastMonth - left - 1, lag - 1);
      ends++;
      if (endReason[row] === 5) deaths++;
    }
  }
}

/** The same as the counters of an analyst's extract see it. */
const statistics = new StatisticsCounts({
  ...manifest,
  wageGrowthPerYear: WAGE_GROWTH_PER_YEAR,
});
const TWELVE = { months: 12, withinMonths: 24 };
const leavers = new LeaverCounts({
  firstMonth,
  lastMonth,
  rules: [TWELVE, { ...TWELVE, consecutiveMonths: 6 }, {
    ...TWELVE,
    consecutiveMonths: 3,
  }],
});
const counts = new InactivityCounts({
  observedFrom: firstMonth,
  observedTo: lastMonth,
  by: ["endReason"],
  endingClaims: [...ENDING_CLAIMS, "other"], // the synthesis uses it for exits for good
});
for (
  const batch of synthesizeSpells(extract, { members: registerSize(extract), seed: 11 })
) {
  follow(batch);
  statistics.add(batch);
  counts.add(batch);
  leavers.add(batch);
}

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

Deno.test("synthesisHazards() are those that the spells show", () => {
  for (const elapsed of [6, 9, 12, 24, 36]) {
    assertAlmostEquals(
      1 - inactivity.share(elapsed),
      known.inactivity.survival[elapsed]!,
      0.003,
    );
    claimants.forEach((each, lag) =>
      assertAlmostEquals(
        each.share(elapsed),
        known.claimants.returned(elapsed, lag + 1),
        0.006,
      )
    );
  }
  const all = lags.reduce((a, b) => a + b);
  lags.forEach((count, lag) =>
    assertAlmostEquals(count / all, known.claimants.lagShares[lag]!, 0.005)
  );
  assert(deaths / ends > 0.005 && deaths / ends < 0.03, `${deaths / ends}`);
});

Deno.test("synthesisHazards() give each claim's rate over members", () => {
  const row = known.termination.find((each) =>
    each.month === lastMonth && each.sex === "F" && each.ageGroup === "25-29" &&
    each.reason === "layoff"
  )!;
  assertEquals(row.ratePerMonth, row.claims / row.members);
  assertEquals(known.termination.length, extract.withdrawals.length);
  assertEquals(known.inactivity.survival[0], 1);
  assert(known.inactivity.claimShares(12 * 60).retirement > 0);
  assertEquals(known.inactivity.claimShares(12 * 40).retirement, 0);
});

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
  const firstElapsed = 3;
  let [actual, expected] = [0, 0];
  for (const { group, observations } of counts.result()) {
    if (unclaimed.includes(group.endReason ?? NO_CLAIM)) continue;
    const { time, atRisk, events } = countEvents(observations);
    for (const [i, month] of time.entries()) {
      if (month < firstElapsed || month >= survival.length) continue;
      actual += events[i]!;
      expected += atRisk[i]! * (1 - survival[month]! / survival[month - 1]!);
    }
  }
  assert(actual > 100_000);
  assertAlmostEquals(actual / expected, 1, 0.005);
});

Deno.test("members of short contracts have several with breaks, of fixed term", () => {
  const share = (contracts: number) =>
    sum(shortContracts.slice(contracts)) / sum(shortContracts);
  assert(share(1) > 0.01 && share(1) < 0.03, `${share(1)}`);
  assert(share(2) > 0.002, `${share(2)}`);
  assertEquals(all, sum(shortContracts.slice(1)));
  assertEquals(ofFixedTerm, all);
});

Deno.test("six months in a row leave out leavers with 12 in 24 in short contracts", () => {
  const [twelve, six, three] = leaverEligibility(leavers.result())
    .map(({ share }) => share);
  const leftOut = twelve! - six!;
  assert(leftOut > 0.003 && leftOut < 0.02, `${leftOut}`);
  assert(twelve! - three! < leftOut / 100);
});
