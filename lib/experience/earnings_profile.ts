import {
  AGE_GROUPS,
  type BySex,
  type Sex,
  type StatisticsExtract,
  type TerminationReason,
} from "@jkp/extract";
import { percent } from "@jkp/exhibit";
import { yearOf } from "@jkp/month";
import { weightedMean } from "@jkp/numeric";
import { sumSimple } from "simple-statistics";

/** Mean monthly earnings before the ceiling, by sex, in rupiah of one year. */
export interface EarningsProfile {
  /** Calendar year of the earnings. */
  readonly year: number;
  /** Active members. */
  readonly members: BySex<number>;
  /** Whether the mean of active members is stated, and only its structure was observed. */
  readonly isMeanStated?: boolean;
  /** Leavers: members who claimed JHT after a layoff or resignation. */
  readonly leavers: BySex<number>;
  /** Leavers who were laid off. */
  readonly layoffs: BySex<number>;
  /** Leavers who resigned. */
  readonly resignations: BySex<number>;
  /** Active members, weighted with the ages of leavers. */
  readonly membersOfLeaversAges: BySex<number>;
  /** Fraction of members who are men, in the year. */
  readonly maleShareOfMembers: number;
  /** Fraction of claims made by men, over the extract's window. */
  readonly maleShareOfLeavers: number;
  /** The conventions, in words. */
  readonly basis: string;
  /** Whose earnings are taken for others', where there were none of these. */
  readonly notes: readonly string[];
}

/**
 * Mean earnings of members and of leavers by sex, in the prices of one year.
 *
 * Earnings by age are those of the year. The ages they are weighted with are the average
 * of the whole window: members' ages for members, claims' ages for leavers. These weights
 * are our reading of the totals of Table 1.4: no weighting with the members of 2019 gives
 * them.
 *
 * @throws {RangeError} If the extract has no earnings of that year.
 * @see ILO (2021), Tables 1.4 and 3.2, section 3.5.1.
 */
export function earningsProfile(
  extract: StatisticsExtract,
  year: number,
): EarningsProfile {
  const members = extract.active.map((row) => ({ ...row, count: row.members }));
  const claims = extract.withdrawals.map((row) => ({ ...row, count: row.claims }));
  const memberWage = meanWages(members, year, (row) => `${row.sex}|${row.ageGroup}`);
  const claimWage = meanWages(
    claims,
    year,
    (row) => `${row.sex}|${row.ageGroup}|${row.reason}`,
  );
  if (memberWage.size === 0) {
    throw new RangeError(
      `Cannot find earnings: members of ${year} are wanted, got an extract of ` +
        `${yearOf(extract.manifest.firstMonth)} to ${yearOf(extract.manifest.lastMonth)}`,
    );
  }
  const bySex = (mean: (sex: Sex) => number): BySex<number> => ({
    male: mean("M"),
    female: mean("F"),
  });
  const membersOfYear = members.filter((row) => yearOf(row.month) === year);
  const leaverEarnings = (reasons: readonly TerminationReason[]) =>
    bySex((sex) =>
      meanOver(
        claims.filter((row) => row.sex === sex && reasons.includes(row.reason)),
        (row) => claimWage.get(`${row.sex}|${row.ageGroup}|${row.reason}`),
      )
    );
  const notes: string[] = [];
  const ofMembers = bySex((sex) =>
    meanOver(
      members.filter((row) => row.sex === sex),
      (row) => memberWage.get(`${row.sex}|${row.ageGroup}`),
    )
  );
  const ofAllMembers = orOtherSex(ofMembers, `members of ${year}`, notes);
  const ofLeavers = leaverEarnings(["layoff", "resignation"]);
  const hasLeavers = Number.isFinite(ofLeavers.male) || Number.isFinite(ofLeavers.female);
  if (!hasLeavers) {
    notes.push(
      `Earnings: nobody claimed after a layoff or resignation in ${year}; leavers are ` +
        "taken to earn what members do.",
    );
  }
  const unseen = sumSimple(
    claims.filter((row) => !claimWage.get(`${row.sex}|${row.ageGroup}|${row.reason}`))
      .map(({ count }) => count),
  );
  if (hasLeavers && unseen > 0) {
    const all = sumSimple(claims.map(({ count }) => count));
    notes.push(
      `Earnings: ${
        percent(unseen / all, 1)
      } of the claims are of a sex, age and reason ` +
        `without a claim in ${year}; leavers' wages are those of the others.`,
    );
  }
  const ofLeaversAges = bySex((sex) =>
    meanOver(
      claims.filter((row) => row.sex === sex),
      (row) => memberWage.get(`${row.sex}|${row.ageGroup}`),
    )
  );
  const maleShareOfMembers = maleShare(membersOfYear);
  const maleShareOfLeavers = maleShare(claims);
  return {
    year,
    members: ofAllMembers,
    leavers: hasLeavers
      ? orOtherSex(ofLeavers, `claimants of ${year}`, notes)
      : ofAllMembers,
    layoffs: leaverEarnings(["layoff"]),
    resignations: leaverEarnings(["resignation"]),
    membersOfLeaversAges: {
      male: orElse(ofLeaversAges.male, ofAllMembers.male),
      female: orElse(ofLeaversAges.female, ofAllMembers.female),
    },
    maleShareOfMembers,
    maleShareOfLeavers: orElse(maleShareOfLeavers, maleShareOfMembers),
    basis: `mean wages of ${year} by sex and the ${AGE_GROUPS.length} age groups, ` +
      "weighted with the average ages of the extract's whole window; before any ceiling",
    notes,
  };
}

/** Both sexes' means; where one has nobody, the other's, with a note. */
function orOtherSex(
  means: BySex<number>,
  who: string,
  notes: string[],
): BySex<number> {
  for (
    const [key, sex, other] of [["male", "men", "women"], ["female", "women", "men"]]
  ) {
    if (Number.isFinite(means[key as keyof BySex<number>])) continue;
    notes.push(
      `Earnings: there are no ${sex} among the ${who}; theirs are taken from the ${other}.`,
    );
  }
  return {
    male: orElse(means.male, means.female),
    female: orElse(means.female, means.male),
  };
}

function orElse(value: number, instead: number): number {
  return Number.isFinite(value) ? value : instead;
}

interface Counted {
  readonly month: number;
  readonly sex: Sex;
  readonly count: number;
  readonly meanWageIdr: number;
}

/** Mean wage of each group over the months of a year, weighted with persons. */
function meanWages<Row extends Counted>(
  rows: readonly Row[],
  year: number,
  key: (row: Row) => string,
): Map<string, number> {
  const sums = new Map<string, { wages: number; count: number }>();
  for (const row of rows) {
    if (yearOf(row.month) !== year) continue;
    const sum = sums.get(key(row)) ?? { wages: 0, count: 0 };
    sum.wages += row.meanWageIdr * row.count;
    sum.count += row.count;
    sums.set(key(row), sum);
  }
  return new Map([...sums].map(([group, { wages, count }]) => [group, wages / count]));
}

/** Mean of a group's figure over all rows that have it, weighted with persons. */
function meanOver<Row extends Counted>(
  rows: readonly Row[],
  figure: (row: Row) => number | undefined,
): number {
  const seen = rows.flatMap((row) => {
    const value = figure(row);
    return value === undefined || Number.isNaN(value)
      ? []
      : [{ value, count: row.count }];
  });
  return weightedMean(seen.map(({ value }) => value), seen.map(({ count }) => count));
}

function maleShare(rows: readonly Counted[]): number {
  const total = (chosen: readonly Counted[]) =>
    sumSimple(chosen.map(({ count }) => count));
  return total(rows.filter((row) => row.sex === "M")) / total(rows);
}
