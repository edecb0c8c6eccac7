import { checkArgument, checkOptions, checkWordList } from "@jkp/problem";
import {
  labelOfExtract,
  refuseMonthsOutside,
  type StatisticsExtract,
} from "@jkp/extract";
import { checkMonth, formatMonth, type Month, yearOf } from "@jkp/month";
import { sumSimple } from "simple-statistics";
import type { ActualExpected } from "./actual_expected.ts";
import {
  dispersionInWords,
  FEWEST_MONTHS,
  type MonthOfClaims,
  sumByMonth,
} from "./claim_dispersion.ts";
import {
  type BuhlmannStraub,
  buhlmannStraub,
  type CredibleCell,
  type FullCredibility,
  fullCredibilityClaims,
} from "./credibility.ts";
import {
  graduateRates,
  type RateGraduation,
  type RateGraduationOptions,
} from "./graduate_rates.ts";
import { type Seasonality, seasonality } from "./seasonality.ts";
import {
  type CellCounts,
  countCells,
  exposedCells,
  groupName,
  partition,
  STUDY_SPLITS,
  type StudySplit,
} from "./study_cells.ts";
import {
  againstGraduated,
  crudeCell,
  graduatedCells,
  shapeDispersion,
  type StudyCell,
} from "./study_rates.ts";
import type { TerminationGroup } from "./termination.ts";
import { TooFewDataError } from "./too_few_data.ts";

const OPTIONS = [
  "firstMonth",
  "lastMonth",
  "by",
  "graduate",
  "dispersion",
  "level",
  "fullCredibility",
] as const satisfies readonly (keyof TerminationStudyOptions)[];

/** Where and how {@link terminationStudy} looks. */
export interface TerminationStudyOptions {
  /**
   * First month of the study.
   * @default the extract's first month
   */
  readonly firstMonth?: Month;
  /**
   * Last month of the study.
   * @default the extract's last month
   */
  readonly lastMonth?: Month;
  /**
   * Characteristics to split by; rates are graduated if age is among them.
   * @default reason, sex and age group
   */
  readonly by?: readonly StudySplit[];
  /**
   * How rates are graduated over age.
   * @default order 2, smoothing parameter by restricted maximum likelihood
   */
  readonly graduate?: Pick<RateGraduationOptions, "order" | "lambda">;
  /**
   * `observed`: the variance of claims is a multiple of their mean, at least 1, found for
   * rates from months and years of a cell, for smoothing from the changes of a curve's shape
   * over the years; `poisson`: it is their mean.
   * @default {"observed"}
   */
  readonly dispersion?: "observed" | "poisson";
  /**
   * Standard of limited-fluctuation credibility.
   * @default within 5 % with a probability of 90 %
   */
  readonly fullCredibility?: FullCredibility;
  /**
   * Coverage of intervals.
   * @default {0.95}
   */
  readonly level?: number;
}

/** The cells of one sex and reason: what is graduated over age. */
export interface StudyCurve extends TerminationGroup {
  readonly cells: readonly StudyCell[];
  /**
   * The rates smoothed over age, with the dispersion of the curve's shape; where that
   * cannot be found it is 1 and graduated rates have no error.
   */
  readonly graduation?: RateGraduation;
  /** Claims against those the graduated rates expect: 1 by construction. */
  readonly actualToGraduated?: ActualExpected;
}

/** Credibility of the cells of one reason against their whole. */
export interface StudyCredibility extends TerminationGroup, BuhlmannStraub {}

/** An experience study of terminations. */
export interface TerminationExperience {
  readonly extractName: string;
  readonly isSynthetic: boolean;
  readonly firstMonth: Month;
  readonly lastMonth: Month;
  readonly by: readonly StudySplit[];
  readonly claims: number;
  readonly exposureMonths: number;
  readonly ratePerMonth: number;
  /** In order of reason and sex. */
  readonly curves: readonly StudyCurve[];
  readonly credibility: readonly StudyCredibility[];
  readonly seasonality: readonly Seasonality[];
  /** Claims against those all graduated rates expect: 1 by construction. */
  readonly actualToGraduated?: ActualExpected;
  /** The conventions, in words. */
  readonly basis: readonly string[];
  /** What could not be found, and why. */
  readonly notes: readonly string[];
}

/**
 * An experience study of terminations: crude, credible and graduated monthly rates by
 * age, sex and reason, and the course of the year.
 *
 * @param extract The extract, complete: a row for each month, sex, age and reason.
 * @param options Window, split, graduation, dispersion and credibility.
 * @returns Rates of every cell with the conventions they were found under. What the
 * data are too few for is left out and said in the notes.
 * @throws {RangeError} If nobody was exposed, or the months lie outside the extract.
 * @see ILO (2021), sections 1.2.3 and 3.2.3, for the rates; {@link buhlmannStraub},
 * {@link graduateRates} and {@link seasonality} for the methods.
 *
 * @example Layoffs of men aged 20 to 24: 4.1 in a thousand a month
 * ```ts
 * import { terminationStudy } from "@jkp/experience";
 * import { readShippedExtract } from "@jkp/extract/read";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const { curves, actualToGraduated } = terminationStudy(await readShippedExtract());
 * const men = curves.find(({ reason, sex }) => reason === "layoff" && sex === "M")!;
 * const young = men.cells.find(({ ageGroup }) => ageGroup === "20-24")!;
 * assertAlmostEquals(1000 * young.crudeRate, 4.07, 0.005);
 * assertAlmostEquals(1000 * young.graduatedRate!, 4.07, 0.005);
 * assertAlmostEquals(actualToGraduated!.ratio, 1, 1e-9); // the claims that were made
 * ```
 */
export function terminationStudy(
  extract: StatisticsExtract,
  options: TerminationStudyOptions = {},
): TerminationExperience {
  const doing = "study terminations";
  checkArgument(doing, "an extract, as readStatisticsExtract reads it,", extract, [
    "manifest",
    "active",
  ]);
  checkOptions(doing, options, OPTIONS);
  const {
    firstMonth = extract.manifest.firstMonth,
    lastMonth = extract.manifest.lastMonth,
    by = STUDY_SPLITS,
  } = options;
  checkWordList(doing, "by", by, STUDY_SPLITS);
  checkMonth(doing, "firstMonth", firstMonth);
  checkMonth(doing, "lastMonth", lastMonth);
  const window = { firstMonth, lastMonth };
  refuseMonthsOutside("Cannot study terminations", extract.manifest, window);
  const { cells: counts, notes: left } = exposedCells(countCells(extract, by, window));
  const notes = [...left];
  const attempt = <T>(
    what: string,
    compute: () => T,
    inWords = ({ message }: TooFewDataError) => message.replace(/^Cannot [^:]*: /, ""),
  ): T | undefined => {
    try {
      return compute();
    } catch (error) {
      if (!(error instanceof TooFewDataError)) throw error;
      notes.push(`${what}: ${inWords(error)}`);
    }
  };

  const credible = new Map<CellCounts, CredibleCell>();
  const credibility = partition(counts, ["reason"]).flatMap(
    (cells): StudyCredibility[] => {
      const { reason } = cells[0]!.group;
      const found = attempt(
        `Credibility, ${reason ?? "all"}`,
        () => buhlmannStraub(cells.map(observationsOf)),
      );
      if (found === undefined) return [];
      cells.forEach((cell, i) => credible.set(cell, found.cells[i]!));
      return [{ ...(reason && { reason }), ...found }];
    },
  );
  const graduatedMonths: MonthOfClaims[] = [];
  const curves = partition(counts, ["reason", "sex"]).map((counts): StudyCurve => {
    const { ageGroup: _, ...group } = counts[0]!.group;
    const crude = counts.map((each): StudyCell => {
      const { credibility, credibleMean } = credible.get(each) ?? {};
      return {
        ...crudeCell(each, options),
        ...(credibility !== undefined && { credibility, credibleRate: credibleMean! }),
      };
    });
    if (!by.includes("ageGroup")) return { ...group, cells: crude };
    const dispersion = attempt(
      `Dispersion around a constant shape, ${groupName(group)}`,
      () => shapeDispersion(counts, options),
    ) ?? NaN;
    const isShapeKnown = !Number.isNaN(dispersion);
    const graduation = attempt(
      `Graduation, ${groupName(group)}`,
      () =>
        graduateRates({
          claims: counts.map(({ claims }) => claims),
          exposure: counts.map(({ exposureMonths }) => exposureMonths),
        }, { ...options.graduate, dispersion: isShapeKnown ? dispersion : 1 }),
      () => tooFewToGraduate(counts, options.graduate?.order),
    );
    if (graduation === undefined) return { ...group, cells: crude };
    const { cells, actualToGraduated, months } = graduatedCells(
      crude,
      counts,
      graduation,
      isShapeKnown,
      options,
    );
    graduatedMonths.push(...months);
    return { ...group, cells, graduation, actualToGraduated };
  });
  const reasons = partition(counts, ["reason"]).map((cells) => cells[0]!.group.reason);
  const withoutInterval = curves.flatMap(({ cells }) => cells)
    .filter(({ dispersion }) => Number.isNaN(dispersion));
  if (withoutInterval.length > 0) {
    notes.push(
      `Intervals, ${
        withoutInterval.map(groupName).join(", ")
      }: ${FEWEST_MONTHS} months ` +
        "with members are wanted to find the dispersion of claims",
    );
  }
  const [claims, exposureMonths] = totals(counts, by);
  return {
    ...labelOfExtract(extract.manifest),
    ...window,
    by: STUDY_SPLITS.filter((split) => by.includes(split)),
    claims,
    exposureMonths,
    ratePerMonth: claims / exposureMonths,
    curves,
    credibility,
    seasonality: reasons.flatMap((reason) =>
      attempt(
        `Seasonality, ${reason ?? "all"}`,
        () => seasonality(extract, { ...(reason && { reason }), ...window }),
      ) ?? []
    ),
    ...(graduatedMonths.length > 0 && {
      actualToGraduated: againstGraduated(sumByMonth(graduatedMonths), options),
    }),
    basis: basisOf(window, options),
    notes,
  };
}

/** Why a curve cannot be smoothed over age, in words. */
function tooFewToGraduate(counts: readonly CellCounts[], order = 2): string {
  const number = (has: (cell: CellCounts) => boolean) => counts.filter(has).length;
  return `members of ${
    order + 1
  } age groups or more are wanted, and claims enough to tell ` +
    `a curve by, got members of ${
      number((cell) => cell.exposureMonths > 0)
    } and claims ` +
    `of ${number((cell) => cell.claims > 0)} of ${counts.length} age groups`;
}

function observationsOf({ periods }: CellCounts) {
  return periods.map(({ claims, exposureMonths }) => ({
    value: claims / exposureMonths,
    weight: exposureMonths,
  }));
}

/** Claims and exposure of all; each reason has the exposure of all members. */
function totals(counts: readonly CellCounts[], by: readonly StudySplit[]) {
  const sum = (cells: readonly CellCounts[], key: "claims" | "exposureMonths") =>
    sumSimple(cells.map((cell) => cell[key]));
  const exposed = by.includes("reason") ? partition(counts, ["reason"])[0]! : counts;
  return [sum(counts, "claims"), sum(exposed, "exposureMonths")] as const;
}

function basisOf(
  { firstMonth, lastMonth }: { readonly firstMonth: Month; readonly lastMonth: Month },
  options: TerminationStudyOptions,
): string[] {
  const { dispersion = "observed", graduate = {}, level = 0.95 } = options;
  const { order = 2, lambda = "reml" } = graduate;
  const period = yearOf(firstMonth) === yearOf(lastMonth) ? "month" : "calendar year";
  const standard = fullCredibilityClaims(options.fullCredibility);
  return [
    "Claims: JHT claims for layoff or resignation, in the month of the claim, " +
    `${formatMonth(firstMonth)} to ${formatMonth(lastMonth)}.`,
    "Exposure: central member-months, members counted in each month they contributed " +
    "(active.csv); each reason has the exposure of all members. Age groups of 5 years.",
    dispersion === "poisson"
      ? `Standard errors and ${100 * level} % intervals of crude rates: Poisson claims.`
      : `Standard errors and ${dispersionInWords(level)}.`,
    `Credibility: Bühlmann–Straub against all cells of the reason, a ${period} an ` +
    "observation, no law of counts assumed; limited fluctuation: fully credible with " +
    `${Math.ceil(standard)} claims divided by the same dispersion.`,
    `Graduation: Whittaker–Henderson over age, order ${order}, on log rates with ` +
    `penalised likelihood, smoothing parameter ${
      typeof lambda === "number" ? lambda : `by ${lambda.toUpperCase()}`
    }; ${
      dispersion === "poisson"
        ? "Poisson claims"
        : `dispersion from claims by ${period} and cell around rates of constant shape`
    }; standard errors: of the shape, Bayesian, and of the curve's level, from its ` +
    "months and years.",
    "Seasonality: claims with mean members · year effect · calendar month effect; " +
    "quasi-Poisson, dispersion from what years and months leave.",
  ];
}
