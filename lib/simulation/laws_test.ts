import { limitedExpectedValue } from "@jkp/scheme";
import { tenureShapeFromService, unbrokenServiceShare } from "@jkp/simulation";
import { survivalAt } from "@jkp/survival";
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { hazardScale, jobLength, meanMonths, monthsBefore } from "./job_length.ts";
import { STILL } from "./stationary_for_test.ts";
import { monthsExceededBy, passedMonths, timeOutOfWork } from "./time_out_of_work.ts";
import { wageIndex, wageLaw } from "./wage_law.ts";

Deno.test("meanMonths() is the geometric mean length when the hazard is even", () => {
  assertAlmostEquals(meanMonths([1], -Math.log1p(-0.01)), 100, 1e-9);
  // A shape that says the same of every year changes nothing.
  assertAlmostEquals(meanMonths([1, 1, 1], -Math.log1p(-0.01)), 100, 1e-9);
});

Deno.test("hazardScale() gives back the mean when read from its table", () => {
  const jobs = jobLength([4, 2, 1]);
  for (const mean of [1.2, 3, 12, 93, 400]) {
    assertAlmostEquals(meanMonths(jobs.shape, hazardScale(jobs, mean)) / mean, 1, 2e-4);
  }
});

Deno.test("monthsBefore() has the renewal law of a job seen under way", () => {
  for (const shape of [[1], [3, 1]]) {
    const jobs = jobLength(shape);
    const scale = hazardScale(jobs, 60);
    const mean = meanMonths(shape, scale);
    const draws = 20_000;
    const counts = new Array(2000).fill(0);
    for (let i = 0; i < draws; i++) {
      counts[monthsBefore(jobs, scale, mean, (i + 0.5) / draws)]++;
    }
    let staying = 1;
    for (let month = 0; month < 60; month++) {
      assertAlmostEquals(counts[month] / draws, staying / mean, 1.5 / draws);
      staying *= Math.exp(
        -scale * shape[Math.min(shape.length - 1, month < 12 ? 0 : 1)]!,
      );
    }
  }
});

Deno.test("jobLength() refuses hazards that are not positive", () => {
  assertThrows(() => jobLength([1, 0]), RangeError, "got 1, 0");
});

Deno.test("monthsExceededBy() turns the survival curve round", () => {
  const time = timeOutOfWork(STILL);
  for (const months of [0.4, 1, 5.5, 17, 42]) {
    const fraction = survivalAt(STILL.survival, months);
    assertAlmostEquals(monthsExceededBy(time, fraction), months, 1e-6);
  }
  assert(monthsExceededBy(time, 1) > 0);
  assert(monthsExceededBy(time, 1e-12) <= 60);
  assertEquals(passedMonths(time, 1e-9), 0);
  assertEquals(passedMonths(time, 1), 59);
});

Deno.test("wageLaw() has the assumed means after the ceiling", () => {
  const { earnings } = STILL;
  const law = wageLaw(STILL);
  const ceiling = earnings.baseYear.ceilingIdrPerMonth;
  const insurable = (shift: number) =>
    limitedExpectedValue({
      meanIdrPerMonth: law.meanIdrPerMonth * Math.exp(-shift),
      logStandardDeviation: law.logSpread,
    }, ceiling);
  assertAlmostEquals(insurable(0), earnings.membersIdr.values[0]!, 1);
  assertAlmostEquals(insurable(law.leaversLogShift), earnings.claimantsIdr.values[0]!, 1);
});

Deno.test("wageIndex() goes on with the growth of the path's ends", () => {
  const path = { firstYear: 2020, values: [100, 110, 132] };
  const index = (year: number) => wageIndex(path, { year: 2020 }, year, undefined);
  assertAlmostEquals(index(2018), 1 / 1.21);
  assertAlmostEquals(index(2021), 1.1);
  assertAlmostEquals(index(2024), 1.32 * 1.44);
  assertAlmostEquals(wageIndex(path, { year: 2020 }, 2022, 0.05), 1.1025);
});

Deno.test("tenureShapeFromService() gives the eligible share", () => {
  const shape = tenureShapeFromService(STILL, 12);
  const share = unbrokenServiceShare(STILL.terminationRatePerMonth, 12, shape);
  assertAlmostEquals(share, STILL.eligibleShare, 1e-9);
});
