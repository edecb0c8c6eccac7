import {
  AGE_GROUPS,
  SERVICE_MONTHS,
  SEXES,
  type StatisticsExtract,
  type StatisticsManifest,
  TERMINATION_REASONS,
} from "@jkp/extract";
import { monthOf } from "@jkp/month";
import type { Published } from "@jkp/published";
import { synthesizeClaims } from "./claims.ts";
import { synthesizeInactiveStock } from "./inactive_stock.ts";
import { synthesizeMembers } from "./members.ts";
import { normalStream } from "./random.ts";
import { overMonths, synthesizeServiceShares } from "./service_shares.ts";
import { byReason, bySex, synthesisTargets } from "./targets.ts";
import { FIRST_MONTH, LAST_MONTH, MONTHS } from "./window.ts";
import { synthesizeWages } from "./wages.ts";

const METHOD = `\
Made, not recorded: no figure comes from the records of BPJS Ketenagakerjaan. The monthly
figures are made to agree with the margins that ILO (2021) prints, listed with what was
achieved in margins.csv.
Members: Table 1.3 in 2019; the average of 2018-19 of section 3.2.3; 4.2 % growth a year
before; ages a little younger before 2019, so that the earnings of Table 1.4 weighted
with the ages of 2016-19 give its printed totals.
Wages: Table 1.4 in 2019, 7.5 % growth a year before.
Claims: averages and shares of sections 1.2.3 and 3.2.3. The ages have least relative
entropy to members' ages with a declining inclination to leave, among those that weight
Table 1.4 to its totals of layoffs and resignations and to the claimants of Tables 3.2
and 3.5. The months follow the course of the year and chance.
Service: log-odds rising with age, with the averages over members of section 1.2.3 and
the share over claimants of section 3.2.2; the same in every month.
Inactive: a monotone curve through the printed shares after 6, 9, 12 and 24 months and,
after 36, 48 and 60 months, 0.30, 0.15 and 0.05, read from the printed mean of 20 and
median of 16 months, which suit the time elapsed in the stock (here 19.3 and 16.4).
`;

/**
 * Makes a synthetic statistics extract that agrees with the printed margins.
 *
 * Nothing but the printed numbers and the seed goes in; the same seed gives the same
 * figures.
 *
 * @param published The printed numbers.
 * @param seed Whole number that fixes the chance part of the monthly claims.
 * @returns The extract. Its manifest carries no checksums yet: they are made on writing.
 *
 * @example Men of 15 to 19 years, monthly average of 2019 (ILO 2021, Table 1.3)
 * ```ts
 * import { loadPublished } from "@jkp/published/read";
 * import { yearOf } from "@jkp/month";
 * import { synthesizeStatistics } from "@jkp/synthetic";
 * import { assertEquals } from "@std/assert";
 *
 * const { active } = synthesizeStatistics(await loadPublished(), 2019);
 * const members = active
 *   .filter((row) => yearOf(row.month) === 2019 && row.sex === "M")
 *   .filter((row) => row.ageGroup === "15-19")
 *   .reduce((sum, row) => sum + row.members, 0);
 * assertEquals(Math.round(members / 12), 147_817);
 * ```
 */
export function synthesizeStatistics(
  published: Published,
  seed: number,
): StatisticsExtract {
  const targets = synthesisTargets(published);
  const members = synthesizeMembers(targets);
  const claims = synthesizeClaims(members, targets, normalStream(seed));
  const wages = bySex((sex) => synthesizeWages(members[sex], targets.insuredWage[sex]));
  const claimWages = bySex((sex) =>
    byReason((reason) =>
      synthesizeWages(claims[sex][reason], targets.claimWage[sex][reason])
    )
  );
  const shares = synthesizeServiceShares(
    bySex((sex) => overMonths(members[sex])),
    bySex((sex) =>
      overMonths(TERMINATION_REASONS.flatMap((reason) => claims[sex][reason]))
    ),
    targets,
  );
  const cells = MONTHS.flatMap((month, t) =>
    SEXES.flatMap((sex) =>
      AGE_GROUPS.map((ageGroup, a) => ({ key: { month, sex, ageGroup }, t, a }))
    )
  );
  return {
    manifest: manifestOf(seed),
    active: cells.map(({ key, t, a }) => ({
      ...key,
      members: members[key.sex][t]![a]!,
      meanWageIdr: wages[key.sex][t]![a]!,
    })),
    withdrawals: cells.flatMap(({ key, t, a }) =>
      TERMINATION_REASONS.map((reason) => ({
        ...key,
        reason,
        claims: claims[key.sex][reason][t]![a]!,
        meanWageIdr: claimWages[key.sex][reason][t]![a]!,
      }))
    ),
    service: cells.flatMap(({ key, a }) =>
      SERVICE_MONTHS.map((monthsAtLeast, s) => ({
        ...key,
        monthsAtLeast,
        share: Number(shares[key.sex][s]![a]!.toFixed(6)),
      }))
    ),
    inactive: synthesizeInactiveStock(targets),
  };
}

function manifestOf(seed: number): StatisticsManifest {
  return {
    name: "jht_2019",
    provider: "JKP Lab (synthetic)",
    extractMonth: monthOf(2020, 1),
    firstMonth: FIRST_MONTH,
    lastMonth: LAST_MONTH,
    form: "statistics",
    synthetic: true,
    method: METHOD,
    seed,
    sha256: {},
  };
}
