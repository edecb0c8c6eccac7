import { checkArgument, checkOptions } from "@jkp/problem";
import { labelOfExtract, type StatisticsExtract } from "@jkp/extract";
import { formatMonth, monthOf, yearOf } from "@jkp/month";
import { elapsedStock, type ElapsedStockResult, tellsSurvival } from "@jkp/survival";
import { sumSimple } from "simple-statistics";
import { type EarningsProfile, earningsProfile } from "./earnings_profile.ts";
import { type Eligibility, eligibility } from "./eligibility.ts";
import { type LeaverAges, leaverAges } from "./leaver_ages.ts";
import { type TerminationRate, terminationRates } from "./termination.ts";

/** Which years and which service condition an experience study is about. */
export interface StudyOptions {
  /**
   * Years over which the termination rate is taken, first and last.
   * @default the extract's last two calendar years, or the one that it has
   */
  readonly referenceYears?: readonly [number, number];
  /**
   * Year of members and earnings, from which projections start.
   * @default the extract's last calendar year
   */
  readonly baseYear?: number;
  /**
   * Months of service in 24 that qualify.
   * @default {12}
   */
  readonly qualifyingMonths?: number;
}

/** What an extract shows: everything a valuation takes from it. */
export interface Experience {
  /** Name of the extract. */
  readonly extractName: string;
  /** Whether the extract was made rather than recorded. */
  readonly isSynthetic: boolean;
  /** Average members a month in the base year, and their growth over the year before. */
  readonly members: {
    readonly year: number;
    readonly average: number;
    /** As a fraction; 0 if the extract has no year before. */
    readonly growth: number;
  };
  /** Years over which the termination rate is taken, first and last. */
  readonly referenceYears: readonly [number, number];
  /** Terminations of all kinds over the reference years. */
  readonly termination: TerminationRate;
  readonly eligibility: Eligibility;
  readonly earnings: EarningsProfile;
  readonly leaverAges: LeaverAges;
  /** How long members without contributions stay away; `null` if the stock cannot tell. */
  readonly inactivity: ElapsedStockResult | null;
  /** What could not be found or was taken for something else, in words. */
  readonly notes: readonly string[];
}

/**
 * Studies an extract: terminations, eligibility, earnings and inactivity.
 *
 * @param extract The extract.
 * @param options Years and service condition.
 * @returns What a valuation needs.
 * @throws {RangeError} If the extract does not cover the years asked for.
 * @see ILO (2021), section 1.2.3.
 *
 * @example JHT contributors in 2019, and the share still inactive after 6 and 12 months
 * ```ts
 * import { studyExperience } from "@jkp/experience";
 * import { readShippedExtract } from "@jkp/extract/read";
 * import { survivalAt } from "@jkp/survival";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const { members, inactivity } = studyExperience(await readShippedExtract());
 * assertAlmostEquals(members.average, 15_437_408, 5); // Table 1.3
 * assertAlmostEquals(survivalAt(inactivity!.curve, 6), 0.81, 0.005);
 * assertAlmostEquals(survivalAt(inactivity!.curve, 12), 0.69, 0.005);
 * ```
 */
export function studyExperience(
  extract: StatisticsExtract,
  options: StudyOptions = {},
): Experience {
  const doing = "study an extract";
  checkArgument(doing, "an extract, as readStatisticsExtract reads it,", extract, [
    "manifest",
    "active",
  ]);
  checkOptions(doing, options, ["referenceYears", "baseYear", "qualifyingMonths"]);
  const { firstMonth, lastMonth } = extract.manifest;
  const [firstYear, lastYear] = [yearOf(firstMonth), yearOf(lastMonth)];
  const {
    referenceYears = [Math.max(firstYear, lastYear - 1), lastYear],
    baseYear = lastYear,
    qualifyingMonths = 12,
  } = options;
  const average = averageMembers(extract, baseYear);
  if (average === undefined) {
    throw new RangeError(
      `Cannot study the extract: members of ${baseYear} are wanted, got none`,
    );
  }
  if (!(firstYear <= referenceYears[0] && referenceYears[1] <= lastYear)) {
    throw new RangeError(
      `Cannot study the extract: terminations of ${referenceYears.join(" to ")} are ` +
        `wanted, got an extract of ${formatMonth(firstMonth)} to ${
          formatMonth(lastMonth)
        }`,
    );
  }
  const averageBefore = averageMembers(extract, baseYear - 1) ?? average;
  const { rates } = terminationRates(extract, {
    firstMonth: monthOf(referenceYears[0], 1),
    lastMonth: monthOf(referenceYears[1], 12),
  });
  const earnings = earningsProfile(extract, baseYear);
  const stock = extract.inactive.map((row) => ({
    elapsedMonths: row.monthsSinceLastContribution,
    members: row.members,
  }));
  const hasEntrants = tellsSurvival(stock);
  return {
    ...labelOfExtract(extract.manifest),
    members: { year: baseYear, average, growth: average / averageBefore - 1 },
    referenceYears,
    termination: rates[0]!,
    eligibility: eligibility(extract, qualifyingMonths),
    earnings,
    leaverAges: leaverAges(extract),
    inactivity: hasEntrants ? elapsedStock(stock) : null,
    notes: [
      ...earnings.notes,
      ...(hasEntrants ? [] : [NO_ENTRANTS]),
    ],
  };
}

/** Why a stock of inactive members says nothing of how long they stay so. */
const NO_ENTRANTS =
  "Time out of work: nobody in the extract is inactive for 0 months, of " +
  "whom those inactive for longer would be the rest, so that the stock does not tell how " +
  "long inactivity lasts.";

/** Average members a month in a year, or `undefined` if the extract has none of it. */
function averageMembers(extract: StatisticsExtract, year: number): number | undefined {
  const own = extract.active.filter(({ month }) => yearOf(month) === year);
  const months = new Set(own.map(({ month }) => month)).size;
  return months === 0 ? undefined : sumSimple(own.map(({ members }) => members)) / months;
}
