import { marginsReport } from "../statistics/margins.ts";
import { readShippedExtract } from "@jkp/extract/read";
import type { StatisticsExtract } from "@jkp/extract";
import { loadPublished } from "@jkp/published/read";
import { assert, assertEquals, assertThrows } from "@std/assert";
import { NO_MONTH, NO_REASON, type SpellColumns } from "@jkp/spells";
import { countSpells } from "./count_for_test.ts";
import { fewerPersons } from "./fewer_persons_for_test.ts";
import { registerSize, synthesizeSpells } from "./synthesize_spells.ts";

const extract = await readShippedExtract();
const { firstMonth, lastMonth } = extract.manifest;

/** The shipped extract with a fiftieth of its persons. */
const SMALL = fewerPersons(extract, 50);
const SMALL_SIZE = registerSize(SMALL);

/**
 * Members of the whole register. Counting them takes as long as a third of making them; a
 * wrong number is found by the weights, which are 1 for the right one only.
 */
const SIZE = 25_897_396;

/** With a thousandth, for what even a few persons show. */
const TINY = fewerPersons(extract, 1000);

/** Last months of the members' mean wages that are met, from this one on. */
const FIRST_FITTED = lastMonth - 11;

function assertSameCounts(counted: StatisticsExtract, wanted: StatisticsExtract): void {
  assertEquals(
    counted.active.map((row) => row.members),
    wanted.active.map((row) => row.members),
  );
  assertEquals(
    counted.withdrawals.map((row) => row.claims),
    wanted.withdrawals.map((row) => row.claims),
  );
  assertEquals(counted.inactive, wanted.inactive);
}

/** Rows that contradict themselves or the row before. */
function brokenRows(batch: SpellColumns): number[] {
  const { member, sex, birthMonth, startMonth, lastMonth: last } = batch;
  const { endReason, claimMonth, monthlyWageIdr } = batch;
  const broken: number[] = [];
  for (let row = 0; row < member.length; row++) {
    const [birth, start, end] = [birthMonth[row]!, startMonth[row]!, last[row]!];
    const [claim, wage] = [claimMonth[row]!, monthlyWageIdr[row]!];
    const hasClaim = claim !== NO_MONTH;
    const isAged15To69 = start - birth >= 12 * 15 && end - birth < 12 * 70;
    const isInOrder = start <= end && end <= lastMonth && claim <= lastMonth &&
      (!hasClaim || claim > end) && hasClaim === (endReason[row] !== NO_REASON);
    const isWage = Number.isInteger(wage) && wage >= 100_000 && wage < 500_000_000;
    const isNext = row === 0 || member[row] === member[row - 1]! + 1;
    const isAgain = !isNext && member[row] === member[row - 1] &&
      sex[row] === sex[row - 1] && birth === birthMonth[row - 1] &&
      start > last[row - 1]! + 1 && start > claimMonth[row - 1]! &&
      endReason[row - 1]! <= 2; // layoff or resignation
    const isWhole = isAged15To69 && isInOrder && isWage && (isNext || isAgain);
    if (!isWhole) broken.push(row);
  }
  return broken;
}

Deno.test("synthesizeSpells() counts to the extract and its margins", async () => {
  const members = SIZE;
  let [last, rows, entries, exits] = [0, 0, 0, 0];
  const batches = synthesizeSpells(extract, { members, seed: 2019 });
  const counted = countSpells(batches, extract, (batch) => {
    assert(batch.member.length < 1_000_000);
    assertEquals(batch.weight[0], 1);
    assertEquals(batch.member[0], last + 1);
    assertEquals(brokenRows(batch), []);
    last = batch.member.at(-1)!;
    rows += batch.member.length;
    for (let row = 0; row < batch.member.length; row++) {
      if (batch.startMonth[row]! > firstMonth) entries++;
      const end = batch.lastMonth[row]!;
      if (end >= firstMonth && end < lastMonth) exits++;
    }
  });
  assertEquals(last, members);
  assert(rows > 1.2 * members && rows < 1.3 * members, `${rows}`);
  assertSameCounts(counted, extract);
  const membersIn = (month: number) =>
    extract.active.filter((row) => row.month === month)
      .reduce((sum, row) => sum + row.members, 0);
  assertEquals(membersIn(firstMonth) + entries - exits, membersIn(lastMonth));
  assertEquals(counted.withdrawals, extract.withdrawals);

  const published = await loadPublished();
  const differing = (of: StatisticsExtract) =>
    marginsReport(of, published).filter((row) => row.status === "differs")
      .map((row) => row.published.cell);
  assertEquals(differing(counted), differing(extract));
  const wageErrors = counted.active.map((row, i) =>
    row.meanWageIdr / extract.active[i]!.meanWageIdr - 1
  );
  const earlier = wageErrors.filter((_, i) => extract.active[i]!.month < FIRST_FITTED);
  const worst = Math.max(...earlier.map(Math.abs));
  assert(worst < 0.09, `${worst}`);
});

Deno.test("synthesizeSpells() counts to a small extract, in multiples too", () => {
  const size = registerSize(TINY);
  for (const times of [1, 3]) {
    const options = { members: times * size, seed: 5 };
    const batches = [...synthesizeSpells(TINY, options)];
    for (const batch of batches) assertEquals(brokenRows(batch), []);
    assertEquals(batches[0]!.weight[0], 1 / times);
    const counted = countSpells(batches, TINY);
    const round = <T extends { members: number }>(row: T) => ({
      ...row,
      members: Math.round(row.members * 1e6) / 1e6,
    });
    assertSameCounts(
      {
        ...counted,
        withdrawals: counted.withdrawals.map((row) => ({
          ...row,
          claims: Math.round(row.claims * 1e6) / 1e6,
        })),
        active: counted.active.map(round),
        inactive: counted.inactive.map(round),
      },
      TINY,
    );
  }
});

Deno.test("synthesizeSpells() takes a sample whose weighted totals come near", () => {
  const members = 20_000;
  const counted = countSpells(
    synthesizeSpells(SMALL, { members, seed: 1 }),
    SMALL,
    (batch) => {
      const weight = batch.weight[0]!;
      assertEquals(weight, SMALL_SIZE / members);
      assertEquals(new Set(batch.member).size, members);
    },
  );
  const near = (
    rowsOf: (of: StatisticsExtract) => readonly number[],
    tolerance: number,
  ) => {
    const total = (of: StatisticsExtract) => rowsOf(of).reduce((a, b) => a + b);
    const ratio = total(counted) / total(SMALL);
    assert(Math.abs(ratio - 1) < tolerance, `${ratio} is off by over ${tolerance}`);
  };
  const activeIn = (month: number) => (of: StatisticsExtract) =>
    of.active.filter((row) => row.month === month).map((row) => row.members);
  near(activeIn(lastMonth), 0.002);
  near(activeIn(firstMonth), 0.01);
  near((of) => of.inactive.map((row) => row.members), 0.01);
  near((of) => of.withdrawals.map((row) => row.claims), 0.03);
  near(
    (of) => of.withdrawals.filter((row) => row.reason === "layoff").map((r) => r.claims),
    0.08,
  );
});

Deno.test("synthesizeSpells() gives the same for a seed, others for another", () => {
  const withSeed = (seed: number) => [
    ...synthesizeSpells(TINY, { members: 500, seed }),
  ];
  const first = withSeed(7);
  assertEquals(withSeed(7), first);
  const [one, other] = [first[0]!, withSeed(8)[0]!];
  const differ = (a: ArrayLike<number>, b: ArrayLike<number>) =>
    Array.from(a).some((value, i) => value !== b[i]);
  assert(differ(one.startMonth, other.startMonth));
  assert(differ(one.monthlyWageIdr, other.monthlyWageIdr));
  assert(differ(one.carried.sector!.codes, other.carried.sector!.codes));
});

Deno.test("synthesizeSpells() lays off more in fixed-term contracts", () => {
  const [batch] = [...synthesizeSpells(SMALL, { members: 100_000, seed: 2 })];
  const { labels, codes } = batch!.carried.contract!;
  const fixedTerm = labels.indexOf("fixed_term");
  const share = (isCounted: (row: number) => boolean) => {
    const rows = [...codes.keys()].filter(isCounted);
    return rows.filter((row) => codes[row] === fixedTerm).length / rows.length;
  };
  const laidOff = share((row) => batch!.endReason[row] === 1);
  const others = share((row) => batch!.endReason[row] !== 1);
  assert(laidOff > others + 0.15, `${laidOff} and ${others}`);
});

Deno.test("synthesizeSpells() keeps the carried labels of a member", () => {
  const [batch] = [...synthesizeSpells(TINY, { members: 5000, seed: 2 })];
  for (const { codes } of Object.values(batch!.carried)) {
    const changes = codes.filter((code, row) =>
      row > 0 && batch!.member[row] === batch!.member[row - 1] && code !== codes[row - 1]
    );
    assertEquals(changes.length, 0);
  }
});

Deno.test("synthesizeSpells() throws for members that cannot be", () => {
  for (const members of [0, -1, 1.5, NaN, 2 ** 32]) {
    assertThrows(
      () => synthesizeSpells(TINY, { members, seed: 1 }).next(),
      RangeError,
      "members are wanted",
    );
  }
});

Deno.test("synthesizeSpells() throws for claims without members", () => {
  const without: StatisticsExtract = {
    ...TINY,
    active: TINY.active.map((row) =>
      row.ageGroup === "60-64" ? { ...row, members: 0 } : row
    ),
    withdrawals: TINY.withdrawals.map((row) =>
      row.ageGroup === "60-64" ? { ...row, claims: 5 } : row
    ),
  };
  assertThrows(() => registerSize(without), RangeError, "members of ages 60-64");
});
