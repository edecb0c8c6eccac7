import { AGE_GROUPS, type BySex, type StatisticsExtract } from "@jkp/extract";
import { formatMonth } from "@jkp/month";

/** Ages of leavers, by sex. */
export interface LeaverAges {
  readonly groups: readonly LeaverAgeGroup[];
  /** The conventions, in words. */
  readonly basis: string;
}

/** Leavers of an age group. */
export interface LeaverAgeGroup {
  /** Whole years, both included. */
  readonly ageFrom: number;
  readonly ageTo: number;
  /** Claims, one a person. */
  readonly claims: BySex<number>;
}

/** Claims for layoff or resignation by age group and sex, over the extract's window. */
export function leaverAges(
  { withdrawals, manifest }: Pick<StatisticsExtract, "withdrawals" | "manifest">,
): LeaverAges {
  const claims = new Map(AGE_GROUPS.map((group) => [group, { male: 0, female: 0 }]));
  for (const row of withdrawals) {
    claims.get(row.ageGroup)![row.sex === "M" ? "male" : "female"] += row.claims;
  }
  return {
    groups: [...claims].map(([group, bySex]) => {
      const [ageFrom, ageTo] = group.split("-").map(Number);
      return { ageFrom: ageFrom!, ageTo: ageTo!, claims: bySex };
    }),
    basis: "ages of claims for layoff and resignation, " +
      `${formatMonth(manifest.firstMonth)} to ${formatMonth(manifest.lastMonth)}, ` +
      "spread evenly within age groups",
  };
}

/**
 * The fraction of leavers whose age lies in a range.
 *
 * @param ages The ages of leavers.
 * @param ageFrom First age, in whole years.
 * @param ageTo Last age, included; `Infinity` for all above.
 * @returns The fraction of each sex; 0 for a sex without leavers.
 *
 * @example A part of an age group is its share of the years
 * ```ts
 * import { shareOfAges } from "@jkp/experience";
 * import { assertEquals } from "@std/assert";
 *
 * const groups = [{ ageFrom: 20, ageTo: 24, claims: { male: 10, female: 0 } }];
 * const share = shareOfAges({ groups, basis: "an example" }, 24, 60);
 * assertEquals(share, { male: 0.2, female: 0 });
 * ```
 */
export function shareOfAges(
  { groups }: LeaverAges,
  ageFrom: number,
  ageTo: number,
): BySex<number> {
  const of = (sex: keyof BySex<number>) => {
    let [inside, all] = [0, 0];
    for (const group of groups) {
      const years = Math.min(ageTo, group.ageTo) - Math.max(ageFrom, group.ageFrom) + 1;
      const claims = group.claims[sex];
      inside += claims * Math.max(0, years) / (group.ageTo - group.ageFrom + 1);
      all += claims;
    }
    return all === 0 ? 0 : inside / all;
  };
  return { male: of("male"), female: of("female") };
}
