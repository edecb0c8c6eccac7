import { parseToml } from "@jkp/files";
import { DataError, type Problem, throwIfAny } from "@jkp/problem";
import type { Stress } from "../sensitivity/stress_file.ts";
import { DRAWN_SERIES, ProcessFile } from "./process_file.ts";

/** Names of the series that are drawn. */
export type DrawnSeries = typeof DRAWN_SERIES[number];

/** How a series departs from what is assumed: x(t) = persistence · x(t−1) + shock(t). */
export interface SeriesProcess {
  /** From 0 to below 1. */
  readonly persistence: number;
  /** Standard deviation of a year's shock: of a logarithm, or of a rate as a fraction. */
  readonly shockSd: number;
  /** What was estimated, from what, and what is assumed, in words. */
  readonly basis: string;
}

/** What a recession does in the year in which it begins, at the median severity. */
export interface Recession {
  /** Probability that one begins in a year, a fraction. */
  readonly probabilityPerYear: number;
  /** Years from the beginning of one to that of another, at least. */
  readonly yearsBetween: number;
  /** Standard deviation of the logarithm of its severity. */
  readonly severitySd: number;
  /** Rises and falls of logarithms; wages do not come back. */
  readonly unemploymentRise: number;
  readonly membersFall: number;
  readonly claimsRise: number;
  readonly realWagesFall: number;
  readonly basis: string;
}

/** How an economy, and what is known of a scheme's experience, may turn out otherwise. */
export interface EconomicProcess {
  readonly name: string;
  readonly title: string;
  readonly source: string;
  readonly series: Readonly<Record<DrawnSeries, SeriesProcess>>;
  readonly recession: Recession;
  /** Correlation of the shocks of a year, `[series][series]` in the order of the names. */
  readonly correlation: readonly (readonly number[])[];
  /** Standard deviations of logarithms of what is not known exactly, the same in all years. */
  readonly parameters: {
    readonly terminationRate: number;
    readonly recognition: number;
    readonly entitledShare: number;
    readonly administration: number;
    readonly basis: string;
  };
  /** What is looked at without chance. */
  readonly stresses: readonly Stress[];
}

/**
 * Reads a process from TOML text.
 * @throws {DataError} With everything that is wrong: keys, values, correlations that cannot
 * be of the same shocks.
 */
export function parseProcess(file: string, text: string): EconomicProcess {
  const content = parseToml(file, text, ProcessFile);
  const logs = ({ persistence, shock_sd_log, basis }: typeof content.claims) => ({
    persistence,
    shockSd: shock_sd_log,
    basis,
  });
  const points = ({ persistence, shock_sd_points, basis }: typeof content.inflation) => ({
    persistence,
    shockSd: shock_sd_points / 100,
    basis,
  });
  const { recession, parameters } = content;
  throwIfAny(pairProblems(file, content.correlation.map(({ between }) => between)));
  const correlation = DRAWN_SERIES.map((one) =>
    DRAWN_SERIES.map((other): number =>
      one === other
        ? 1
        : content.correlation.find(({ between }) =>
          between.includes(one) && between.includes(other)
        )?.value ?? 0
    )
  );
  if (lowerTriangle(correlation) === null) {
    throw new DataError([{
      file,
      place: "correlation",
      expected: "correlations that shocks of one year can have together",
      received: content.correlation
        .map(({ between, value }) => `${between.join(" and ")} ${value}`).join(", "),
    }]);
  }
  return {
    name: content.name,
    title: content.title,
    source: content.source,
    series: {
      unemployment: logs(content.unemployment),
      members: logs(content.members),
      claims: logs(content.claims),
      real_wages: points(content.real_wages),
      inflation: points(content.inflation),
      investment_return: points(content.investment_return),
    },
    recession: {
      probabilityPerYear: recession.probability_pct_per_year / 100,
      yearsBetween: recession.years_between,
      severitySd: recession.severity_sd_log,
      unemploymentRise: recession.unemployment_rise_log,
      membersFall: recession.members_fall_log,
      claimsRise: recession.claims_rise_log,
      realWagesFall: recession.real_wages_fall_log,
      basis: recession.basis,
    },
    correlation,
    parameters: {
      terminationRate: parameters.termination_rate_sd_log,
      recognition: parameters.recognition_sd_log,
      entitledShare: parameters.entitled_share_sd_log,
      administration: parameters.administration_sd_log,
      basis: parameters.basis,
    },
    stresses: content.stress,
  };
}

/** Pairs of a series with itself, and those that stand twice. */
function pairProblems(
  file: string,
  pairs: readonly (readonly [DrawnSeries, DrawnSeries])[],
): Problem[] {
  const names = pairs.map((pair) => pair.toSorted().join(" and "));
  return pairs.flatMap(([one, other], i) =>
    one !== other && names.indexOf(names[i]!) === i ? [] : [{
      file,
      place: `correlation.${i}.between`,
      expected: "two series, each pair once",
      received: names[i]!,
    }]
  );
}

/**
 * The lower triangle L with L·Lᵀ the matrix (Cholesky); `null` if there is none, that is, if
 * no variables have these correlations. A variable that others determine is allowed.
 */
export function lowerTriangle(
  matrix: readonly (readonly number[])[],
): readonly (readonly number[])[] | null {
  const rows: number[][] = [];
  for (const [i, own] of matrix.entries()) {
    const row: number[] = [];
    for (let j = 0; j <= i; j++) {
      let rest = own[j]!;
      for (let k = 0; k < j; k++) rest -= row[k]! * (j === i ? row[k]! : rows[j]![k]!);
      if (j < i) {
        const pivot = rows[j]![j]!;
        if (pivot === 0 && Math.abs(rest) > ROUNDING) return null;
        row.push(pivot === 0 ? 0 : rest / pivot);
      } else {
        if (rest < -ROUNDING) return null;
        row.push(Math.sqrt(Math.max(0, rest)));
      }
    }
    rows.push(row);
  }
  return rows;
}

const ROUNDING = 1e-12;
