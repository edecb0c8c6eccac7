import {
  AGE_GROUPS,
  type AgeGroup,
  SERVICE_MONTHS,
  type Sex,
  SEXES,
  type StatisticsExtract,
  TERMINATION_REASONS,
  type TerminationReason,
} from "@jkp/extract";
import { yearOf } from "@jkp/month";
import { sumSimple } from "simple-statistics";
import { extractMeans } from "../statistics/extract_means.ts";

/** What an extract of 2019 says of one sex and age group. */
export interface CellStructure {
  readonly sex: Sex;
  readonly ageGroup: AgeGroup;
  /** Members, monthly average of 2019. */
  readonly members: number;
  /** Mean wage of 2019, rupiah a month. */
  readonly meanWageIdr: number;
  readonly reasons: readonly {
    readonly reason: TerminationReason;
    /** Claims a member and month, over the extract's window. */
    readonly ratePerMonth: number;
    /** Mean wage of claimants in 2019, rupiah a month. */
    readonly meanWageIdr: number;
  }[];
  /** Share with so many months of service in the extract's last month. */
  readonly service: readonly {
    readonly monthsAtLeast: number;
    readonly share: number;
  }[];
}

/** Reads the structure by sex and age out of an extract whose last year is 2019. */
export function structureOf(extract: StatisticsExtract): CellStructure[] {
  const { lastMonth } = extract.manifest;
  if (yearOf(lastMonth) !== 2019) {
    throw new RangeError(
      `Cannot carry the structure of 2019: the extract ends in ${yearOf(lastMonth)}`,
    );
  }
  const means = extractMeans(extract);
  const service = extract.service.filter(({ month }) => month === lastMonth);
  return SEXES.flatMap((sex) =>
    AGE_GROUPS.map((ageGroup) => ({
      sex,
      ageGroup,
      members: means.members({ sex, ageGroup, fromYear: 2019 }),
      meanWageIdr: means.insuredWage2019(sex, ageGroup),
      reasons: TERMINATION_REASONS.map((reason) => ({
        reason,
        ratePerMonth: means.claims({ sex, ageGroup, reason }) /
          means.members({ sex, ageGroup }),
        meanWageIdr: means.claimWage2019(sex, ageGroup, reason),
      })),
      service: SERVICE_MONTHS.map((monthsAtLeast) => ({
        monthsAtLeast,
        share: service.find((row) =>
          row.sex === sex && row.ageGroup === ageGroup &&
          row.monthsAtLeast === monthsAtLeast
        )!.share,
      })),
    }))
  );
}

/** Layoffs and resignations a month, average of 2018–19. */
export function claims201819(extract: StatisticsExtract): number {
  const claims = extract.withdrawals.filter(({ month }) => yearOf(month) >= 2018);
  return sumSimple(claims.map((row) => row.claims)) / 24;
}
