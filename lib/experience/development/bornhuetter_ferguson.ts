import { checkArgument, checkNumbers, type ColumnsOf, rowsOf } from "@jkp/problem";
import { sumOf, type Ultimate, type UltimateTotal } from "./chain_ladder.ts";
import { type DelayCurve, reportedAt } from "./delay_curve.ts";

/** The latest value of one origin, and what was expected before it. */
export interface ExpectedOrigin {
  readonly origin: number;
  /** Age of the latest value. */
  readonly age: number;
  readonly latest: number;
  /** Ultimate expected without the values reported, such as exposure times a rate. */
  readonly expectedUltimate: number;
}

/** What Bornhuetter and Ferguson's method expects. */
export interface BornhuetterFerguson {
  readonly origins: readonly Ultimate[];
  readonly total: UltimateTotal;
  /** The conventions, in words. */
  readonly basis: string;
}

const COLUMNS = [
  "origin",
  "age",
  "latest",
  "expectedUltimate",
] as const satisfies readonly (keyof ExpectedOrigin)[];

/**
 * Bornhuetter and Ferguson's method: what is still to be reported is the unreported
 * fraction of an ultimate that was expected beforehand, whatever was reported so far.
 *
 * @param expected Latest values and expected ultimates.
 * @param curve Fraction reported by age: a development pattern or a stated curve.
 * @returns Ultimates: reported so far, and what is still to be reported. NaN where the curve
 * does not know the age.
 * @throws {RangeError} If an expected ultimate is no number of 0 or more.
 * @see Bornhuetter and Ferguson (1972), The actuary and IBNR, PCAS 59.
 *
 * @example Two fifths of 1,000 expected claims are still to come
 * ```ts
 * import { bornhuetterFerguson } from "@jkp/experience";
 * import { assertEquals } from "@std/assert";
 *
 * const curve = { points: [{ age: 1, reported: 0.6 }], basis: "Stated." };
 * const origin = { origin: 2025, age: 1, latest: 500, expectedUltimate: 1000 };
 * const { total } = bornhuetterFerguson([origin], curve);
 * assertEquals(total, { latest: 500, ultimate: 900, stillToReport: 400 });
 * ```
 */
export function bornhuetterFerguson(
  expected: readonly ExpectedOrigin[] | ColumnsOf<ExpectedOrigin>,
  curve: DelayCurve,
): BornhuetterFerguson {
  const doing = "use Bornhuetter and Ferguson's method";
  const origins = rowsOf(
    doing,
    "a list of { origin, age, latest, expectedUltimate }, or these as columns,",
    expected,
    COLUMNS,
  );
  for (const name of COLUMNS) {
    checkNumbers(doing, name, origins.map((each) => each[name]));
  }
  checkArgument(doing, "a delay curve", curve, ["points"]);
  const unfit = origins.filter(({ expectedUltimate }) =>
    !(expectedUltimate >= 0 && expectedUltimate < Infinity)
  );
  if (unfit.length > 0) {
    const got = unfit.map(({ origin, expectedUltimate }) =>
      `${expectedUltimate} for origin ${origin}`
    );
    throw new RangeError(
      "Cannot use Bornhuetter and Ferguson's method: expected ultimates of 0 or more are " +
        `wanted, got ${got.join(", ")}`,
    );
  }
  const ultimates = origins.map(
    ({ origin, age, latest, expectedUltimate }): Ultimate => {
      const stillToReport = expectedUltimate *
        (1 - reportedAt(curve, age).reported);
      return { origin, age, latest, ultimate: latest + stillToReport, stillToReport };
    },
  );
  return {
    origins: ultimates,
    total: sumOf(ultimates),
    basis: "Bornhuetter–Ferguson: reported so far, and the unreported fraction of an " +
      `ultimate expected beforehand. ${curve.basis}`,
  };
}
