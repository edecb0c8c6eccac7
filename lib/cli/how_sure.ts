import type { Table } from "@jkp/exhibit";
import {
  experienceErrorsInWords,
  experienceErrorsTable,
  type SchemeComparison,
} from "@jkp/study";
import { drawExperience, experienceErrors, rateInterval } from "@jkp/uncertainty";
import { mainInputs } from "@jkp/valuation";

/** Experiences drawn: the ends of an interval are known to a tenth of its half width. */
const DRAWS = 400;

const SEED = 1;

/** How sure the experience makes a valuation's first design, in words and in full. */
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
  const { basis, rulesInTime, inWords } = comparison;
  const inputs = mainInputs(comparison);
  const { experience, scenario } = inputs;
  try {
    const errors = experienceErrors(basis.extract, experience, scenario);
    const interval = rateInterval(
      rulesInTime[0]!,
      inputs,
      (stream) => drawExperience(experience, errors, stream),
      { draws: DRAWS, seed: SEED },
    );
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
