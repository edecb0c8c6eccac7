import { randomStream } from "@jkp/numeric";
import { kaplanMeier } from "@jkp/survival";
import { completedSpells } from "@jkp/valuation";
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { mean, sampleStandardDeviation } from "simple-statistics";
import { drawCompletedSpells } from "./draw_completed_spells.ts";

/** Spells of 200 members: some end in each of 24 months, some are watched for fewer. */
const OBSERVATIONS = {
  durations: Array.from({ length: 200 }, (_, i) => 1 + (i * 7) % 24),
  eventObserved: Array.from({ length: 200 }, (_, i) => i % 5 === 0 ? 0 : 1),
};
const ESTIMATE = kaplanMeier(OBSERVATIONS);
const CURVE = completedSpells(ESTIMATE)!;
const ERRORS = [0, ...ESTIMATE.stdError].map((error) => Number.isNaN(error) ? 0 : error);

Deno.test("drawCompletedSpells() draws around the estimate, as wide as Greenwood's error", () => {
  const draws = Array.from(
    { length: 4000 },
    (_, i) => drawCompletedSpells(CURVE, ERRORS, randomStream(7, i)).points,
  );
  for (const at of [1, 6, 12, 18, 22]) {
    const drawn = draws.map((points) => points[at]!.survival);
    // Means of 4000 draws are known to a sixtieth of the error, deviations to a ninetieth.
    assertAlmostEquals(mean(drawn), CURVE.points[at]!.survival, ERRORS[at]! / 15);
    assertAlmostEquals(sampleStandardDeviation(drawn) / ERRORS[at]!, 1, 0.07);
  }
  for (const points of draws) {
    assertEquals(points[0], { time: 0, survival: 1 });
    assert(
      points.every(({ survival }, i) =>
        i === 0 || survival <= points[i - 1]!.survival && survival >= 0
      ),
    );
  }
});

Deno.test("drawCompletedSpells() is the same of the same stream, and leaves what is sure", () => {
  const draw = (errors: readonly number[]) =>
    drawCompletedSpells(CURVE, errors, randomStream(7, 1));
  assertEquals(draw(ERRORS), draw(ERRORS));
  const sure = draw(ERRORS.map(() => 0));
  sure.points.forEach(({ survival }, i) =>
    assertAlmostEquals(survival, CURVE.points[i]!.survival, 1e-12)
  );
});

Deno.test("drawCompletedSpells() wants an error for each point", () => {
  assertThrows(
    () => drawCompletedSpells(CURVE, [0.1], randomStream(1, 0)),
    RangeError,
    "a standard error for each of 25 points is wanted, got 1",
  );
});
