import { dataInWords, formatNumber, type Table } from "@jkp/exhibit";
import { studyExperience } from "@jkp/experience";
import { labelOfExtract, type StatisticsExtract } from "@jkp/extract";
import { formatMonth, yearOf } from "@jkp/month";
import {
  experienceErrorsInWords,
  experienceErrorsTable,
  type SchemeComparison,
} from "@jkp/study";
import {
  drawCompletedSpells,
  drawExperience,
  type ExperienceErrors,
  experienceErrors,
  type RateInterval,
  rateInterval,
} from "@jkp/uncertainty";
import { mainInputs, type ValuationBasis, type ValuationRun } from "@jkp/valuation";

/**
 * Experiences drawn: the ends of an interval are known to a tenth of its half width, and are
 * the 20th and the 380th draw.
 */
const EXPERIENCE_DRAWS = 399;

const SEED = 1;

/** How sure an experience is, in words and in full. */
export interface HowSure {
  readonly words: string;
  /** Not there where the words say why. */
  readonly table?: Table;
}

/**
 * Draws the experience of a valuation within its errors, and values its first design in its
 * main scenario again with each.
 */
export function howSure(comparison: SchemeComparison): HowSure {
  const { basis, inWords } = comparison;
  const { experience, scenario } = mainInputs(comparison);
  try {
    const { errors, interval } = intervalByDraws(comparison, SEED);
    return {
      words: experienceErrorsInWords(errors, interval),
      table: experienceErrorsTable(
        experience,
        errors,
        `${scenario.title} scenario, ${basis.schemes[0]!.title}, ${inWords}`,
        interval,
      ),
    };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { words: `How sure the experience is: ${error.message}.` };
  }
}

/**
 * The errors of a valuation's experience, and how far they move the rates of its first
 * design in its main scenario, each figure drawn.
 */
export function intervalByDraws(
  { basis, rulesInTime, inputs }: Pick<ValuationRun, "basis" | "rulesInTime" | "inputs">,
  seed: number,
): { readonly errors: ExperienceErrors; readonly interval: RateInterval } {
  const main = mainInputs({ basis, inputs });
  const { experience, scenario } = main;
  const errors = experienceErrors(basis.extract, experience, scenario);
  const interval = rateInterval(
    rulesInTime[0]!,
    main,
    (stream) => drawExperience(experience, errors, stream),
    { draws: EXPERIENCE_DRAWS, seed, ...drawnCurve(basis) },
  );
  return { errors, interval };
}

/** How the time out of work is drawn, where a valuation takes that of completed spells. */
export function drawnCurve(
  { inactivityCurve: curve, inactivityErrors: errors }: ValuationBasis,
): Pick<NonNullable<Parameters<typeof rateInterval>[3]>, "drawCurve"> {
  return curve === undefined || errors === undefined
    ? {}
    : { drawCurve: (stream) => drawCompletedSpells(curve, errors, stream) };
}

/** Years one after the other, or the one. */
function yearsInWords([first, last]: readonly [number, number]): string {
  return first === last ? String(first) : `${first} and ${last}`;
}

/** How sure the figures of an extract are, whatever is made of them. */
export function howSureOfExtract(extract: StatisticsExtract): HowSure {
  const { firstMonth, lastMonth } = extract.manifest;
  const [firstYear, lastYear] = [yearOf(firstMonth + 11), yearOf(lastMonth + 1) - 1]; // whole
  if (firstYear > lastYear) {
    return {
      words: `How sure the experience is: not said, for no calendar year is whole in ${
        formatMonth(firstMonth)
      } to ${formatMonth(lastMonth)}.`,
    };
  }
  try {
    const experience = studyExperience(extract, {
      referenceYears: [Math.max(firstYear, lastYear - 1), lastYear],
      baseYear: lastYear,
    });
    const errors = experienceErrors(extract, experience);
    const table = experienceErrorsTable(
      experience,
      errors,
      dataInWords(labelOfExtract(extract.manifest)),
    );
    const { lower, upper } = table.rows[0]!;
    const percent = (rate: unknown) => formatNumber(rate as number, 3);
    const { records: { members: { male, female }, layoffsAYear } } = errors;
    return {
      words: `How sure: ${formatNumber(male + female, 0)} members, ${
        formatNumber(layoffsAYear, 0)
      } layoffs a year: 90 % interval of terminations ${percent(lower)} to ${
        percent(upper)
      } per cent of members a month, in ${yearsInWords(experience.referenceYears)}.`,
      table,
    };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { words: `How sure the experience is: ${error.message}.` };
  }
}
