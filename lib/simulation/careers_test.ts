import { TERMINATION_CAUSES } from "@jkp/scheme";
import { type CareerBatch, STILL_EMPLOYED } from "./career_batch.ts";
import { simulateCareers } from "./careers.ts";
import { survivalAt } from "@jkp/survival";
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { STILL } from "./stationary_for_test.ts";

const OPTIONS = { careers: 20_000, years: 10, seed: 11, batchSize: 20_000 };
const [BATCH] = [...simulateCareers(STILL, OPTIONS)] as [CareerBatch];

/** Careers that contribute in a month. */
function members(batch: CareerBatch, month: number): number {
  return batch.jobFirstMonth.reduce(
    (sum, first, job) =>
      sum + (first <= month && month <= batch.jobLastMonth[job]! ? 1 : 0),
    0,
  );
}

Deno.test("simulateCareers() leaves a month without contribution between jobs", () => {
  for (let career = 0; career < BATCH.count; career++) {
    for (let job = BATCH.jobsFrom[career]!; job < BATCH.jobsFrom[career + 1]!; job++) {
      const last = BATCH.jobLastMonth[job]!;
      assert(BATCH.jobFirstMonth[job]! <= last && last <= BATCH.lastMonth);
      if (job + 1 === BATCH.jobsFrom[career + 1]) continue;
      const out = BATCH.jobFirstMonth[job + 1]! - last - 1;
      assertEquals(out, Math.ceil(BATCH.monthsOut[job]!));
      assert(out >= 1 && out <= STILL.maximumUnemploymentMonths);
    }
  }
});

Deno.test("simulateCareers() starts in the stationary state and stays in it", () => {
  const shares = [BATCH.drawnFrom, BATCH.firstMonth, BATCH.lastMonth].map((month) =>
    members(BATCH, month) / BATCH.count
  );
  const { survival, maximumUnemploymentMonths: maximum } = STILL;
  let months = 0;
  for (let month = 0; month < maximum; month++) months += survivalAt(survival, month);
  const expected = 1 / (1 + STILL.terminationRatePerMonth * months);
  const error = Math.sqrt(expected * (1 - expected) / BATCH.count);
  for (const share of shares) assertAlmostEquals(share, expected, 3 * error);
});

Deno.test("simulateCareers() ends jobs at the assumed rate, by the assumed share", () => {
  let memberMonths = 0;
  BATCH.jobFirstMonth.forEach((first, job) => {
    memberMonths += BATCH.jobLastMonth[job]! - Math.max(first, BATCH.drawnFrom) + 1;
  });
  const ended = BATCH.reason.filter((reason) => reason !== STILL_EMPLOYED).length;
  const rate = ended / memberMonths;
  const { terminationRatePerMonth: expected, involuntaryShare } = STILL;
  assertAlmostEquals(rate, expected, 3 * expected / Math.sqrt(ended));
  const involuntary = TERMINATION_CAUSES.indexOf("involuntary");
  const share = BATCH.reason.filter((reason) => reason === involuntary).length / ended;
  assertAlmostEquals(share, involuntaryShare, 1.5 / Math.sqrt(ended));
});

Deno.test("simulateCareers() draws time out of work from the survival curve", () => {
  const spells = BATCH.monthsOut.filter((_, job) => BATCH.reason[job] !== STILL_EMPLOYED);
  for (const months of [0.5, 1, 3, 6, 12, 24, 48]) {
    const longer = spells.filter((each) => each > months).length / spells.length;
    const expected = survivalAt(STILL.survival, months);
    const error = Math.sqrt(expected * (1 - expected) / spells.length);
    assertAlmostEquals(longer, expected, 3.5 * error, `${months} months`);
  }
});

Deno.test("simulateCareers() draws careers that do not depend on those before them", () => {
  const [later] = [...simulateCareers(STILL, {
    ...OPTIONS,
    careers: 10,
    firstCareer: 500,
  })] as [CareerBatch];
  const from = BATCH.jobsFrom[500]!;
  const to = BATCH.jobsFrom[510]!;
  assertEquals(later.jobFirstMonth, BATCH.jobFirstMonth.slice(from, to));
  assertEquals(later.wageIdr, BATCH.wageIdr.slice(from, to));
});
