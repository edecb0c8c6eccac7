import { checkArgument, valueInWords } from "@jkp/problem";
import type { RandomStream } from "@jkp/numeric";
import { type SurvivalCurve, survivalCurveFromPoints } from "@jkp/survival";
import { drawGamma } from "./gamma_draw.ts";

/**
 * A survival of completed spells as it may be in truth, given its Greenwood standard errors:
 * the share that ends at each point is beta, with the variance that its term of Greenwood's
 * sum has, and points are drawn apart, as they are estimated.
 *
 * @param curve The survival, as the product-limit estimate has it.
 * @param standardErrors Its standard error at each of its points.
 * @param stream Random numbers of this draw.
 * @returns A survival at the same points. A point at which all end, or nobody, stays so.
 * @throws {RangeError} If there are not as many errors as points.
 * @see Greenwood (1926); Lo (1993), A Bayesian bootstrap for censored data, Ann. Statist. 21.
 *
 * @example Of 100 spells half end in a month: drawn, about half do
 * ```ts
 * import { randomStream } from "@jkp/numeric";
 * import { survivalCurveFromPoints } from "@jkp/survival";
 * import { drawCompletedSpells } from "@jkp/uncertainty";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const curve = survivalCurveFromPoints([
 *   { time: 0, survival: 1 },
 *   { time: 1, survival: 0.5 },
 * ], "linear");
 * const drawn = drawCompletedSpells(curve, [0, 0.05], randomStream(1, 0));
 * assertAlmostEquals(drawn.points[1]!.survival, 0.5, 0.2);
 * ```
 */
export function drawCompletedSpells(
  curve: SurvivalCurve,
  standardErrors: readonly number[],
  stream: RandomStream,
): SurvivalCurve {
  const doing = "draw a survival of completed spells";
  checkArgument(doing, "a survival curve", curve, ["points", "rule"]);
  const { points, rule } = curve;
  if (standardErrors?.length !== points.length) {
    throw new RangeError(
      `Cannot ${doing}: a standard error for each of ${points.length} points is wanted, ` +
        `got ${valueInWords(standardErrors?.length)}`,
    );
  }
  let survival = 1;
  const drawn = points.map((point, i) => {
    if (i === 0) return point;
    const before = points[i - 1]!.survival;
    const ending = before === 0 ? 1 : 1 - point.survival / before;
    // A term of Greenwood's sum is h / (n (1 - h)): so many spells were at risk.
    const term = point.survival === 0 ? 0 : (standardErrors[i]! / point.survival) ** 2 -
      (standardErrors[i - 1]! / before) ** 2;
    if (ending > 0 && ending < 1 && term > 0) {
      const atRisk = ending / (term * (1 - ending));
      const ended = drawGamma(atRisk * ending, stream);
      survival *= 1 - ended / (ended + drawGamma(atRisk * (1 - ending), stream));
    } else survival *= 1 - ending;
    return { ...point, survival };
  });
  return survivalCurveFromPoints(drawn, rule);
}
