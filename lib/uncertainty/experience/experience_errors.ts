import {
  eligibility as eligibilityOf,
  type Experience,
  terminationStudy,
} from "@jkp/experience";
import { type BySex, bySex, SEX_BY_KEY, type StatisticsExtract } from "@jkp/extract";
import { monthOf, yearOf } from "@jkp/month";
import { chiSquareUpperTail } from "@jkp/numeric";
import { checkArgument } from "@jkp/problem";
import { sumSimple } from "simple-statistics";
import { leaverWageVariation } from "./leaver_wage_variation.ts";
import { recordsIn } from "./records.ts";
import { serviceVariance } from "./service_variance.ts";
import { type StockErrors, stockErrors } from "./stock_errors.ts";

/** A share with its error. */
export interface ShareError {
  readonly share: number;
  readonly standardError: number;
  /** Independent records that would have the same binomial error. */
  readonly records: number;
}

/** How far a figure of an extract may be from what its members are subject to. */
export interface ExperienceErrors {
  /** Records behind the figures: rows of the register, not the persons they stand for. */
  readonly records: {
    /** Members in an average month of the base year. */
    readonly members: BySex<number>;
    /** Claims over the reference years. */
    readonly claims: number;
    /** Claims after a layoff, on average in one of the reference years. */
    readonly layoffsAYear: number;
    /** Claims in the base year, by sex: what leavers' wages are from. */
    readonly claimsOfBaseYear: BySex<number>;
    /** Claims over the whole window: what ages and sexes of leavers are from. */
    readonly claimsOfWindow: number;
  };
  /** Terminations a member and month, over the reference years. */
  readonly termination: {
    readonly ratePerMonth: number;
    readonly standardError: number;
    /** Variance of claims as a multiple of their mean: at least the persons of a record. */
    readonly dispersion: number;
  };
  /** Layoffs among the claims of the reference years. */
  readonly layoffShare: ShareError;
  readonly eligibleShare: ShareError;
  /** Time out of work by the stock; `null` where it does not tell. */
  readonly stock: StockErrors | null;
  /** Relative standard error of mean wages. */
  readonly wages: {
    readonly members: BySex<number>;
    readonly leavers: BySex<number>;
  };
  /** Standard error of the growth of members over the year before the base year. */
  readonly memberGrowth: number;
  /** The conventions, in words. */
  readonly basis: readonly string[];
  /** What has no error here, and why. */
  readonly notes: readonly string[];
}

/** Chance below which months show more than Poisson chances. */
const CHANCE = 0.05;

/** Spreads of wages, which an extract of means does not tell. */
export interface WageSpreads {
  readonly memberEarningsSpread: BySex<number>;
  readonly claimantEarningsSpread: BySex<number>;
}

/**
 * The sampling errors of what an extract shows: Poisson with dispersion for terminations,
 * binomial by records for shares, Poisson by month for the stock of those out of work.
 *
 * @param extract The extract.
 * @param experience What it shows, studied in the years that the valuation has.
 * @param spreads Standard deviations of log wages, as a scenario has them; without them
 * members' wages have no error, and leavers' only what their months show.
 * @returns The errors, with their conventions.
 * @throws {RangeError} If it is no experience.
 *
 * @example The rate of termination of 2018-19, 1.08 per cent a month, and its error
 * ```ts
 * import { experienceErrors } from "@jkp/uncertainty";
 * import { inputsOfRole } from "@jkp/valuation";
 * import { readValuation } from "@jkp/valuation/read";
 * import { assertEquals } from "@std/assert";
 *
 * const basis = await readValuation("report_2021");
 * const { experience, scenario } = inputsOfRole(basis, "base");
 * const { termination } = experienceErrors(basis.extract, experience, scenario);
 * const { ratePerMonth, standardError } = termination;
 * assertEquals((100 * ratePerMonth).toFixed(2), "1.08");
 * assertEquals((100 * standardError).toFixed(2), "0.03");
 * ```
 */
export function experienceErrors(
  extract: StatisticsExtract,
  experience: Experience,
  spreads?: WageSpreads,
): ExperienceErrors {
  checkArgument(
    "find errors of an experience",
    "what studyExperience gives",
    experience,
    ["termination", "eligibility", "earnings"],
  );
  const { referenceYears, members, termination, eligibility, earnings } = experience;
  const [firstYear, lastYear] = referenceYears;
  const { seasonality: [season] } = terminationStudy(extract, {
    by: [],
    firstMonth: monthOf(firstYear, 1),
    lastMonth: monthOf(lastYear, 12),
  });
  const referenceClaims = extract.withdrawals.filter(({ month }) =>
    yearOf(month) >= firstYear && yearOf(month) <= lastYear
  );
  const layoffs = referenceClaims.filter(({ reason }) => reason === "layoff");
  const records = recordsIn(referenceClaims);
  const personsARecord = records === 0 ? 1 : termination.claims / records;
  // Whole years: the course of the year adds nothing to the chances of their rate.
  const observed = season?.dispersion ?? NaN;
  const freedom = 12 * (lastYear - firstYear + 1) - 12 - (lastYear - firstYear);
  const isSeen = observed > personsARecord &&
    chiSquareUpperTail(observed / personsARecord * freedom, freedom) < CHANCE;
  const dispersion = isSeen ? observed : personsARecord;
  const isRateCounted = isAlike(
    termination.ratePerMonth,
    termination.claims / termination.exposureMonths,
  );
  const baseClaims = extract.withdrawals.filter(({ month }) =>
    yearOf(month) === earnings.year
  );
  const baseMembers = extract.active.filter(({ month }) =>
    yearOf(month) === members.year
  );
  const baseMonths = new Set(baseMembers.map(({ month }) => month)).size;
  const memberRecords = bySex((sex) =>
    recordsIn(baseMembers.filter((row) => row.sex === SEX_BY_KEY[sex])) / baseMonths
  );
  const claimRecords = bySex((sex) =>
    recordsIn(baseClaims.filter((row) => row.sex === SEX_BY_KEY[sex]))
  );
  const stock = experience.inactivity === null ? null : stockErrors(extract.inactive);
  const allMembers = memberRecords.male + memberRecords.female;
  // Who stops a month, by the stock's own entrants; by claims where it has none.
  const exitRate = Math.min(
    1,
    stock === null
      ? termination.ratePerMonth
      : stock.entrantRecords / Math.max(1, allMembers),
  );
  const windowRecords = recordsIn(extract.withdrawals);
  const isShareCounted = isAlike(
    eligibility.share,
    eligibilityOf(extract, eligibility.monthsAtLeast).share,
  );
  const variance = eligibility.isStated || windowRecords === 0
    ? 0
    : isShareCounted
    ? serviceVariance(extract, eligibility.monthsAtLeast, exitRate)
    : eligibility.share * (1 - eligibility.share) / windowRecords;
  const layoffShare = termination.claims === 0
    ? 0
    : sumClaims(layoffs) / termination.claims;
  const seen = leaverWageVariation(extract, earnings.year);
  return {
    records: {
      members: memberRecords,
      claims: records,
      layoffsAYear: recordsIn(layoffs) / (lastYear - firstYear + 1),
      claimsOfBaseYear: claimRecords,
      claimsOfWindow: windowRecords,
    },
    termination: {
      ratePerMonth: termination.ratePerMonth,
      standardError: isRateCounted
        ? Math.sqrt(dispersion * termination.claims) / termination.exposureMonths
        : 0,
      dispersion,
    },
    layoffShare: shareError(
      layoffShare,
      records === 0 ? 0 : layoffShare * (1 - layoffShare) / records,
    ),
    eligibleShare: shareError(eligibility.share, variance),
    stock,
    wages: {
      members: bySex((sex) =>
        meanError(variationOf(spreads?.memberEarningsSpread[sex]), memberRecords[sex])
      ),
      leavers: bySex((sex) =>
        meanError(
          seen ?? variationOf(spreads?.claimantEarningsSpread[sex]),
          claimRecords[sex],
        )
      ),
    },
    memberGrowth: growthError(exitRate, allMembers),
    ...conventions({
      isRateCounted,
      isDispersionKnown: !Number.isNaN(observed),
      isShareStated: eligibility.isStated === true,
      isShareCounted,
      hasSpreads: spreads !== undefined,
      hasLeaverSpread: seen !== null,
      hasStock: stock !== null,
    }),
  };
}

/** What there is to see in an extract, by which its errors are found. */
interface Seen {
  /** Whether the rate of termination and the eligible share are the extract's own. */
  readonly isRateCounted: boolean;
  readonly isShareCounted: boolean;
  readonly isShareStated: boolean;
  /** Whether months are enough to see more than Poisson chances. */
  readonly isDispersionKnown: boolean;
  /** Whether a scenario says how far wages spread, and months that leavers' do. */
  readonly hasSpreads: boolean;
  readonly hasLeaverSpread: boolean;
  readonly hasStock: boolean;
}

/** The conventions in words, and what has no error. */
function conventions({
  isRateCounted,
  isShareCounted,
  isShareStated,
  isDispersionKnown,
  hasSpreads,
  hasLeaverSpread,
  hasStock,
}: Seen): Pick<ExperienceErrors, "basis" | "notes"> {
  return {
    basis: [
      ...(isRateCounted
        ? [
          "Terminations: Poisson, of records; where the months of the reference years show " +
          "more beyond the course of the year and chance, with that variance.",
        ]
        : []),
      ...(isShareStated ? [] : isShareCounted
        ? [
          "Eligible share: binomial by records of sex and age, a member's months counted " +
          "as one for as long as members stay, and the ages of leavers.",
        ]
        : ["Eligible share: binomial by records of leavers."]),
      "Time out of work: Poisson by month since the last contribution around a smooth " +
      "curve (Whittaker–Henderson).",
      ...(hasSpreads
        ? ["Wages of members: the scenario's spread by the root of records."]
        : []),
      ...(hasLeaverSpread
        ? [
          "Wages of leavers: the spread that months show within a sex, age and reason, by " +
          "the root of records.",
        ]
        : []),
      "Growth of members: Poisson entries and exits.",
    ],
    notes: [
      ...(isRateCounted ? [] : [
        "Terminations: the rate is stated or adjusted, and not that of the extract, so " +
        "without an error.",
      ]),
      ...(isRateCounted && !isDispersionKnown
        ? ["Terminations: too few months to see more than Poisson chances."]
        : []),
      ...(hasSpreads ? [] : [
        "Wages of members: an extract of means does not tell how far wages spread, a " +
        "scenario does; without an error.",
      ]),
      ...(hasLeaverSpread ? [] : [
        "Wages of leavers: too few months with claims to see a spread; " +
        (hasSpreads ? "the scenario's is taken." : "without an error."),
      ]),
      ...(isShareStated ? ["Eligible share: stated, so without an error."] : []),
      ...(hasStock
        ? []
        : ["Time out of work: no stock that tells, so without an error."]),
      "The number of members is a fact of the register, and has no error.",
      "Terminations, service, wages and the stock are drawn apart, though some of their " +
      "records are the same; a bootstrap of members keeps what goes together.",
    ],
  };
}

/** Whether a figure is the extract's own, not a stated or adjusted one. */
function isAlike(figure: number, own: number): boolean {
  return Math.abs(figure - own) <= 1e-9 * Math.abs(own);
}

function sumClaims(rows: StatisticsExtract["withdrawals"]): number {
  return sumSimple(rows.map(({ claims }) => claims));
}

function shareError(share: number, variance: number): ShareError {
  return {
    share,
    standardError: Math.sqrt(variance),
    records: variance > 0 ? share * (1 - share) / variance : Infinity,
  };
}

/** Coefficient of variation of lognormal wages; 0 where nobody says how far they spread. */
function variationOf(logStandardDeviation = 0): number {
  return Math.sqrt(Math.expm1(logStandardDeviation ** 2));
}

/** Relative standard error of a mean; 0 of nobody, who has no mean. */
function meanError(variation: number, records: number): number {
  return records === 0 ? 0 : variation / Math.sqrt(records);
}

/**
 * Yearly averages differ by what comes and goes, each month of it with a weight that rises
 * to 1 over a year and falls again: 8 months of entries and as many of exits.
 */
function growthError(exitsAMemberAndMonth: number, records: number): number {
  return records === 0 ? 0 : Math.sqrt(2 * 8 * exitsAMemberAndMonth / records);
}
