import {
  type StatisticsExtract,
  type StatisticsManifest,
  TERMINATION_REASONS,
  type WithdrawalRow,
} from "@jkp/extract";
import { monthOf, monthRange, yearOf } from "@jkp/month";
import { apportion } from "@jkp/numeric";
import type { OpenStatistics } from "@jkp/open";
import { sumSimple } from "simple-statistics";
import { normalStream } from "../statistics/random.ts";
import { byReason } from "../statistics/targets.ts";
import { type RecentFacts, recentFacts } from "./recent_facts.ts";
import { type CellStructure, claims201819, structureOf } from "./structure.ts";
import { type ClaimsOfMonths, claimTotals, memberTotals, wageLevels } from "./totals.ts";
import { FIRST_MONTH, LAST_MONTH, MONTHS } from "./window.ts";

/** Size of the chance movement of a month's claims for one reason. */
const NOISE = 0.06;

const methodOf = ({ jhtMembers2023 }: RecentFacts) =>
  `\
Structure only: no level of it is evidence. Made, not recorded: no figure comes from the
records of BPJS Ketenagakerjaan. It is for structure by age, sex, wage and service: the
structure of 2019 of jht_2019, itself synthetic, brought to totals that offices printed
for 2023-2025 (data/open). margins.csv lists these with what was achieved.
Members: ${jhtMembers2023.printed} in December 2023 as printed. Before it, growth as JHT's wage
earners from December 2021 to December 2023; after it, growth as all wage earners of
BPJS Ketenagakerjaan from December 2023 to February 2025, then none. Shares of sexes and
ages are those of 2019 in every month: carried on.
Claims: layoffs and resignations are printed for January to July and to August 2024.
Printed totals of all reasons (2023; January to September 2024; January to March and to
May 2025) are split with the shares of January to August 2024. The total of 2023 is
printed beside figures of the first half of 2024, and may be of another period. October
to December 2024 and June to December 2025 have as many claims a member as the printed
months before them in the year: carried on. Rates by sex and age keep their proportions
of 2016-19: carried on. Within a run of months, claims follow members and chance; no
course of the year is made, for the month of the yearly leave moves.
Wages: those of 2019 by sex and age, of members and of claimants, times the growth of the
mean wage of employees (Sakernas) from August 2019 to August of 2022-2025, evenly in
between, none after. Ratios between sexes, ages and reasons are carried on.
Service: the shares of 2019 by sex and age, carried on.
Inactive: the curve of 2019 by months since the last contribution, carried on, times the
mean claims of 2024-25 over those of 2018-19.
`;

/**
 * Carries the structure of 2019 forward to totals printed for 2023–2025: a synthetic
 * extract for structure by age, sex, wage and service. No level of it is evidence.
 *
 * @param extract Statistics whose last year is 2019.
 * @param open The open statistics, which hold the printed totals.
 * @param seed Whole number that fixes the chance part of the monthly claims.
 * @returns The extract `jht_2025`. Its checksums are made on writing.
 * @throws {RangeError} If a fact is missing or stands twice, or the extract ends in another
 * year.
 *
 * @example Members in December 2023: 18.27 million, as BPJS-TK printed
 * ```ts
 * import { readShippedExtract } from "@jkp/extract/read";
 * import { monthOf } from "@jkp/month";
 * import { loadOpenStatistics } from "@jkp/open/read";
 * import { carryForward } from "@jkp/synthetic";
 * import { assertEquals } from "@std/assert";
 *
 * const open = await loadOpenStatistics();
 * const { active } = carryForward(await readShippedExtract(), open, 2025);
 * const members = active.filter(({ month }) => month === monthOf(2023, 12))
 *   .reduce((sum, row) => sum + row.members, 0);
 * assertEquals(members, 18_270_000);
 * ```
 */
export function carryForward(
  extract: StatisticsExtract,
  open: OpenStatistics,
  seed: number,
): StatisticsExtract {
  const facts = recentFacts(open);
  const structure = structureOf(extract);
  const totals = memberTotals(facts);
  const members = totals.map((total) =>
    apportion(Math.round(total), structure.map((cell) => cell.members))
  );
  const levels = wageLevels(facts);
  const nextNormal = normalStream(seed);
  const withdrawals = claimTotals(facts, totals).flatMap((run) =>
    claimsOfRun(run, structure, members, levels, nextNormal)
  );
  const late = withdrawals.filter(({ month }) => yearOf(month) >= 2024);
  const leavers = sumSimple(late.map(({ claims }) => claims)) / 24 /
    claims201819(extract);
  return {
    manifest: manifestOf(seed, facts),
    active: MONTHS.flatMap((month, t) =>
      structure.map(({ sex, ageGroup, meanWageIdr }, c) => ({
        month,
        sex,
        ageGroup,
        members: members[t]![c]!,
        meanWageIdr: members[t]![c] === 0 ? 0 : Math.round(meanWageIdr * levels[t]!),
      }))
    ),
    withdrawals,
    service: MONTHS.flatMap((month) =>
      structure.flatMap(({ sex, ageGroup, service }) =>
        service.map((row) => ({ month, sex, ageGroup, ...row }))
      )
    ),
    inactive: extract.inactive.map((row) => ({
      monthsSinceLastContribution: row.monthsSinceLastContribution,
      members: Math.round(row.members * leavers),
    })),
  };
}

/** Spreads the claims of a run of months over its months, sexes and ages. */
function claimsOfRun(
  { from, to, claims }: ClaimsOfMonths,
  structure: readonly CellStructure[],
  members: readonly (readonly number[])[],
  levels: readonly number[],
  nextNormal: () => number,
): WithdrawalRow[] {
  const months = monthRange(from, to);
  const whole = byReason((reason) => {
    const r = TERMINATION_REASONS.indexOf(reason);
    return apportion(
      claims[reason],
      months.flatMap((month) => {
        const chance = Math.exp(NOISE * nextNormal());
        return structure.map(({ reasons }, c) =>
          members[month - FIRST_MONTH]![c]! * reasons[r]!.ratePerMonth * chance
        );
      }),
    );
  });
  return months.flatMap((month, t) =>
    structure.flatMap(({ sex, ageGroup, reasons }, c) =>
      reasons.map(({ reason, meanWageIdr }) => {
        const count = whole[reason][t * structure.length + c]!;
        const level = levels[month - FIRST_MONTH]!;
        return {
          month,
          sex,
          ageGroup,
          reason,
          claims: count,
          meanWageIdr: count === 0 ? 0 : Math.round(meanWageIdr * level),
        };
      })
    )
  );
}

function manifestOf(seed: number, facts: RecentFacts): StatisticsManifest {
  return {
    name: "jht_2025",
    provider: "JKP Lab (synthetic, structure only)",
    extractMonth: monthOf(2026, 1),
    firstMonth: FIRST_MONTH,
    lastMonth: LAST_MONTH,
    form: "statistics",
    synthetic: true,
    structureOnly: true,
    method: methodOf(facts),
    seed,
    sha256: {},
  };
}
