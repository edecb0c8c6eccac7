import {
  AGE_GROUPS,
  type AgeGroup,
  type BySex,
  SERVICE_MONTHS,
  SEXES,
  type StatisticsExtract,
} from "@jkp/extract";
import { yearOf } from "@jkp/month";
import { weightedMean } from "@jkp/numeric";
import { sumSimple } from "simple-statistics";

/** What members of one sex and age group did; `NaN` where there was nobody to tell. */
export interface AgeGroupExperience {
  readonly ageGroup: AgeGroup;
  /** Average members a month in the base year. */
  readonly members: number;
  /** Layoffs and resignations per member and month, in the reference years. */
  readonly terminationRatePerMonth: number;
  /** Layoffs as a fraction of them. */
  readonly layoffShare: number;
  /** Mean monthly wage of members in the base year, rupiah, before any ceiling. */
  readonly memberWageIdr: number;
  /** Mean last monthly wage of claims in the base year, rupiah, before any ceiling. */
  readonly leaverWageIdr: number;
  /** Fraction of members with service, over the extract's window. */
  readonly service: readonly {
    /** Months of service wanted within the last 24. */
    readonly monthsAtLeast: number;
    readonly share: number;
  }[];
}

/**
 * Members, termination rate, layoffs, wages and service of each sex and age group: what
 * ageing moves.
 *
 * @param extract The extract.
 * @param baseYear Year of members and wages.
 * @param referenceYears Years of terminations, first and last.
 * @returns The groups of each sex, in the order of `AGE_GROUPS`.
 * @throws {RangeError} If the extract has no members of the base year.
 * @see ILO (2021), Tables 1.3 and 1.4.
 *
 * @example Men of 20 to 24 leave 2.3 times as often as those of 45 to 49
 * ```ts
 * import { experienceByAge } from "@jkp/experience";
 * import { readShippedExtract } from "@jkp/extract/read";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const { male } = experienceByAge(await readShippedExtract(), 2019, [2018, 2019]);
 * const rate = (place: number) => male[place]!.terminationRatePerMonth;
 * assertAlmostEquals(rate(1) / rate(6), 2.33, 0.005);
 * ```
 */
export function experienceByAge(
  extract: Pick<StatisticsExtract, "active" | "withdrawals" | "service">,
  baseYear: number,
  referenceYears: readonly [number, number],
): BySex<readonly AgeGroupExperience[]> {
  const inBase = ({ month }: { month: number }) => yearOf(month) === baseYear;
  const inReference = ({ month }: { month: number }) =>
    yearOf(month) >= referenceYears[0] && yearOf(month) <= referenceYears[1];
  const months = new Set(extract.active.filter(inBase).map(({ month }) => month)).size;
  if (months === 0) {
    throw new RangeError(
      `Cannot study ages: members of ${baseYear} are wanted, got none`,
    );
  }
  const of = (sex: typeof SEXES[number], ageGroup: AgeGroup): AgeGroupExperience => {
    const isOwn = (row: { sex: string; ageGroup: string }) =>
      row.sex === sex && row.ageGroup === ageGroup;
    const active = extract.active.filter(isOwn);
    const claims = extract.withdrawals.filter(isOwn);
    const terminated = claims.filter(inReference);
    const terminations = sumSimple(terminated.map((row) => row.claims));
    const exposure = sumSimple(active.filter(inReference).map((row) => row.members));
    const layoffs = terminated.filter(({ reason }) => reason === "layoff");
    const membersIn = new Map(active.map((row) => [row.month, row.members]));
    const wageOf = (rows: readonly { meanWageIdr: number; count: number }[]) =>
      weightedMean(rows.map((row) => row.meanWageIdr), rows.map((row) => row.count));
    return {
      ageGroup,
      members: sumSimple(active.filter(inBase).map((row) => row.members)) / months,
      terminationRatePerMonth: terminations / exposure,
      layoffShare: sumSimple(layoffs.map((row) => row.claims)) / terminations,
      memberWageIdr: wageOf(
        active.filter(inBase).map((row) => ({ ...row, count: row.members })),
      ),
      leaverWageIdr: wageOf(
        claims.filter(inBase).map((row) => ({ ...row, count: row.claims })),
      ),
      service: SERVICE_MONTHS.map((monthsAtLeast) => {
        const rows = extract.service.filter((row) =>
          isOwn(row) && row.monthsAtLeast === monthsAtLeast
        );
        return {
          monthsAtLeast,
          share: weightedMean(
            rows.map(({ share }) => share),
            rows.map(({ month }) => membersIn.get(month) ?? 0),
          ),
        };
      }),
    };
  };
  return {
    male: AGE_GROUPS.map((ageGroup) => of("M", ageGroup)),
    female: AGE_GROUPS.map((ageGroup) => of("F", ageGroup)),
  };
}
