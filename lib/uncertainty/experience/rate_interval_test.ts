import { randomStream } from "@jkp/numeric";
import { mainInputs, runValuation, valueSchemes } from "@jkp/valuation";
import { readValuation } from "@jkp/valuation/read";
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { drawCompletedSpells } from "./draw_completed_spells.ts";
import { drawExperience } from "./draw_experience.ts";
import { experienceErrors } from "./experience_errors.ts";
import { rateInterval } from "./rate_interval.ts";

const basis = await readValuation("report_2021");
const run = runValuation(basis);
const inputs = mainInputs(run);
const rules = run.rulesInTime[0]!;
const { experience } = inputs;
const errors = experienceErrors(basis.extract, experience, inputs.scenario);

Deno.test("experienceErrors() counts records when they are fewer than persons", () => {
  const { extract } = basis;
  const weighted = {
    ...extract,
    active: extract.active.map((row) => ({ ...row, records: row.members / 1e4 })),
    withdrawals: extract.withdrawals.map((row) => ({
      ...row,
      records: row.claims / 1e4,
    })),
    inactive: extract.inactive.map((row) => ({ ...row, records: row.members / 1e4 })),
  };
  const few = experienceErrors(weighted, experience, inputs.scenario);
  assertAlmostEquals(few.records.claims, errors.records.claims / 1e4, 1e-6);
  const ratio = (of: (each: typeof errors) => number) => of(few) / of(errors);
  assertAlmostEquals(ratio((each) => each.wages.members.male), 100, 1e-6);
  // The smoothed stock says who stops, a little otherwise.
  assertAlmostEquals(ratio((each) => each.eligibleShare.standardError), 100, 0.5);
  // Of few records the curve is the smoother.
  const ofStock = ratio((each) => each.stock!.points[12]!.standardError);
  assert(ofStock > 10 && ofStock < 100);
  assertAlmostEquals(ratio((each) => each.memberGrowth), 100, 0.5);
  // Claims spread as months show it, and at least as records do.
  const { dispersion } = errors.termination;
  assert(dispersion > 1);
  assertAlmostEquals(few.termination.dispersion, Math.max(1e4, dispersion), 1e-6);
});

Deno.test("drawExperience() has the standard error of each figure as its spread", () => {
  const draws = Array.from(
    { length: 2000 },
    (_, i) => drawExperience(experience, errors, randomStream(18, i)),
  );
  const spread = (of: (each: typeof experience) => number) => {
    const values = draws.map(of);
    const mean = values.reduce((a, b) => a + b) / values.length;
    return Math.sqrt(
      values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (values.length - 1),
    );
  };
  // Five standard errors: 1 / sqrt(4000) each.
  const isAlike = (actual: number, expected: number, tolerance = 0.08) =>
    assertAlmostEquals(actual / expected, 1, tolerance);
  isAlike(
    spread((e) => e.termination.ratePerMonth),
    errors.termination.standardError,
  );
  isAlike(
    spread((e) => e.eligibility.share),
    errors.eligibleShare.standardError,
  );
  isAlike(
    spread((e) => e.inactivity!.curve.points[12]!.survival),
    errors.stock!.points[12]!.standardError,
    0.25, // which is from 200 draws itself: 1 / sqrt(400) and 1 / sqrt(4000)
  );
  isAlike(
    spread((e) => e.earnings.leavers.male) / experience.earnings.leavers.male,
    errors.wages.leavers.male,
  );
  isAlike(spread((e) => e.members.growth), errors.memberGrowth);
});

Deno.test("rateInterval() is as wide as the time out of work is unsure where spells are valued", () => {
  const curve = experience.inactivity!.curve;
  const bySpells = { ...inputs, inactivityCurve: curve };
  const widthAt = (times: number) => {
    const standardErrors = curve.points.map(({ survival }) =>
      times * Math.sqrt(survival * (1 - survival) / 1e6)
    );
    const { suggested: { lower, upper, rate } } = rateInterval(
      rules,
      bySpells,
      () => experience,
      {
        draws: 60,
        drawCurve: (stream) => drawCompletedSpells(curve, standardErrors, stream),
      },
    );
    assertAlmostEquals(rate, 0.0135, 0.00005);
    return upper.rate - lower.rate;
  };
  const [narrow, wide] = [widthAt(1), widthAt(10)];
  assert(narrow > 0);
  assertAlmostEquals(wide / narrow, 10, 3);
});

Deno.test("rateInterval() is the point when no figure has an error", () => {
  const { suggested, minimum } = rateInterval(rules, inputs, () => experience, {
    draws: 40,
  });
  assertEquals(suggested.lower, { rate: suggested.rate, standardError: 0 });
  assertEquals(suggested.upper.rate, suggested.rate);
  assertEquals(minimum.lower.rate, minimum.rate);
});

Deno.test("rateInterval() moves with the rate of termination as the valuation does", () => {
  const drawn = (factor: number) => ({
    ...experience,
    termination: {
      ...experience.termination,
      ratePerMonth: factor * experience.termination.ratePerMonth,
    },
  });
  const { suggested } = rateInterval(
    rules,
    inputs,
    (stream) => drawn(stream.uniform() < 0.5 ? 0.9 : 1.1),
    { draws: 100 },
  );
  const rateAt = (factor: number) =>
    rateInterval(
      rules,
      { ...inputs, experience: drawn(factor) },
      () => drawn(factor),
      {
        draws: 40,
      },
    ).suggested.rate;
  assertEquals([suggested.lower.rate, suggested.upper.rate], [
    rateAt(0.9),
    rateAt(1.1),
  ]);
});

Deno.test("rateInterval() ends at the (n + 1) p th draws, with the error that these leave", () => {
  const ofFactor = (factor: number) => ({
    ...experience,
    termination: {
      ...experience.termination,
      ratePerMonth: factor * experience.termination.ratePerMonth,
    },
  });
  /** The cost of the last year by the draw of a place from below. */
  const costAt = (place: number) =>
    valueSchemes([rules], [{ ...inputs, experience: ofFactor(1 + place / 1000) }])
      .valued.find(({ duration }) => duration === "longest")!
      .valuation.years.at(-1)!.paygCostRate;
  const intervalOf = (draws: number, level: number) => {
    const left = Array.from({ length: draws }, (_, i) => 1 + (7 * i) % draws);
    const { lastCostRate } = rateInterval(
      rules,
      inputs,
      () => ofFactor(1 + left.pop()! / 1000),
      { draws, level },
    );
    assertEquals(left, []);
    return lastCostRate;
  };
  // 60 times 0.05 and 0.95.
  const { lower, upper } = intervalOf(59, 0.9);
  assertEquals([lower.rate, upper.rate], [3, 57].map(costAt));
  // 48 times 1 / 48 and 47 / 48: no draw lies further out. A binomial error is one place.
  const outermost = intervalOf(47, 1 - 2 / 48);
  assertEquals([outermost.lower.rate, outermost.upper.rate], [1, 47].map(costAt));
  assertAlmostEquals(outermost.lower.standardError, costAt(2) - costAt(1), 1e-12);
  assertAlmostEquals(outermost.upper.standardError, costAt(47) - costAt(46), 1e-12);
});

Deno.test("rateInterval() gives the same numbers for a seed, others for another", () => {
  const draw = (stream: ReturnType<typeof randomStream>) =>
    drawExperience(experience, errors, stream);
  const [first, again, other] = [1, 1, 2].map((seed) =>
    rateInterval(rules, inputs, draw, { draws: 60, seed })
  );
  assertEquals(first, again);
  assert(first!.suggested.lower.rate !== other!.suggested.lower.rate);
});

Deno.test("rateInterval() refuses what cannot be valued, and too few draws", () => {
  const none = { ...experience, inactivity: null };
  assertThrows(
    () => rateInterval(rules, inputs, () => none, { draws: 40 }),
    RangeError,
    "got 0 of 40",
  );
  assertThrows(
    () => rateInterval(rules, inputs, () => experience, { draws: 10 }),
    RangeError,
    "40 or more",
  );
  // The ends of 99 per cent would lie beyond all of 198 draws.
  assertThrows(
    () => rateInterval(rules, inputs, () => experience, { draws: 198, level: 0.99 }),
    RangeError,
    "a number of draws of 199 or more",
  );
});
