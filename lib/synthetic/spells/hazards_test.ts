import { readShippedExtract } from "@jkp/extract";
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { NO_MONTH, NO_REASON } from "@jkp/spells";
import { fewerPersons } from "./fewer_persons_for_test.ts";
import { registerSize, synthesizeSpells } from "./synthesize_spells.ts";
import { synthesisHazards } from "./hazards.ts";

const extract = fewerPersons(await readShippedExtract(), 10);
const { firstMonth, lastMonth } = extract.manifest;
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

Deno.test("synthesisHazards() are those that the spells show", () => {
  const members = registerSize(extract);
  const inactivity = new Ends();
  const claimants = [1, 2, 3].map(() => new Ends());
  const lags = [0, 0, 0];
  let [ends, deaths] = [0, 0];
  for (const batch of synthesizeSpells(extract, { members, seed: 4 })) {
    const { member, lastMonth: last, endReason, claimMonth, startMonth } = batch;
    for (let row = 0; row < member.length; row++) {
      const left = last[row]!;
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
