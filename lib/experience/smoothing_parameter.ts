/** Powers of ten of the smoothing parameter searched, relative to the mean weight. */
const [LOWEST_POWER, HIGHEST_POWER] = [-6, 7] as const;

/** Powers of ten between the points of the first search. */
const STEP = 0.25;

/** Width of the bracket, in powers of ten, at which the second search stops. */
const TOLERANCE = 1e-7;

const GOLDEN = (Math.sqrt(5) - 1) / 2;

/** A smoothing parameter chosen by a criterion. */
export interface ChosenLambda {
  readonly lambda: number;
  /** Whether the criterion still fell at an end of the range searched. */
  readonly isAtLimit: boolean;
}

/**
 * Finds the smoothing parameter at which a criterion is least: on a grid of its
 * logarithm, then by golden section around the grid's best point.
 *
 * The least smoothing of the range is chosen only if the criterion falls all the way to
 * it: cross-validation tends to a limit there that has no meaning and may be low.
 */
export function chooseLambda(
  criterion: (lambda: number) => number,
  meanWeight: number,
): ChosenLambda {
  const at = (power: number) => meanWeight * 10 ** power;
  const steps = Math.round((HIGHEST_POWER - LOWEST_POWER) / STEP);
  const values = Array.from(
    { length: steps + 1 },
    (_, i) => criterion(at(LOWEST_POWER + i * STEP)),
  );
  const best = bestOf(values);
  const bestPower = LOWEST_POWER + best * STEP;
  if (best === 0 || best === steps) return { lambda: at(bestPower), isAtLimit: true };

  let [low, high] = [bestPower - STEP, bestPower + STEP];
  let [left, right] = [high - GOLDEN * (high - low), low + GOLDEN * (high - low)];
  let [leftValue, rightValue] = [criterion(at(left)), criterion(at(right))];
  while (high - low > TOLERANCE) {
    if (leftValue < rightValue) {
      [high, right, rightValue] = [right, left, leftValue];
      left = high - GOLDEN * (high - low);
      leftValue = criterion(at(left));
    } else {
      [low, left, leftValue] = [left, right, rightValue];
      right = low + GOLDEN * (high - low);
      rightValue = criterion(at(right));
    }
  }
  return { lambda: at((low + high) / 2), isAtLimit: false };
}

/** Index of the lowest minimum, the first value counting only if there is no other. */
function bestOf(values: readonly number[]): number {
  const last = values.length - 1;
  const inner = values.flatMap((value, i) =>
    i > 0 && i < last && value < values[i - 1]! && value <= values[i + 1]! ? [i] : []
  );
  const candidates = inner.length === 0 ? [0, last] : [...inner, last];
  return candidates.reduce((a, b) => values[b]! < values[a]! ? b : a);
}
