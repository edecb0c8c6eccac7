import { checkNumber, checkOptions, valueInWords } from "@jkp/problem";
import { show } from "./show.ts";

/** How an answer is judged. */
export interface AnswerOptions {
  /**
   * How far a number may be off, in its own unit.
   * @default a half per cent of what is expected; a whole number must be met
   */
  readonly tolerance?: number;
  /** What helps whoever is not there yet: one sentence. */
  readonly hint?: string;
}

/** Fraction of what is expected that an answer may be off. */
const USUAL_TOLERANCE = 0.005;

/**
 * Shows whether an exercise's answer is right: `Right`, or not yet and a hint. What is
 * expected is computed in the same cell, so that it holds for any extract and valuation.
 *
 * @param given The reader's answer; `undefined` while there is none.
 * @param expected The answer: a number in the unit asked for, or a word.
 * @param options How far a number may be off, and a hint.
 * @throws {RangeError} If what is expected is no finite number and no text, the tolerance
 * no number from 0, or an option unknown.
 * @throws {Error} Outside a notebook.
 *
 * @example In a cell: `await answer(undefined, 100 * suggested, { hint: "See stage 11." })`
 * ```ts
 * import { answer } from "@jkp/notebook";
 * import { assertRejects } from "@std/assert";
 *
 * const answered = () => answer(1.35, 1.3497); // per cent of insurable earnings
 * await assertRejects(answered); // this example is no notebook
 * const unknown = "Cannot check an answer: a number or a text as expected is wanted";
 * await assertRejects(() => answer(1.35, NaN), RangeError, unknown);
 * ```
 */
export async function answer(
  given: number | string | undefined,
  expected: number | string,
  options: AnswerOptions = {},
): Promise<void> {
  await show(judgement(given, expected, options));
}

/** What {@link answer} shows. */
export function judgement(
  given: unknown,
  expected: number | string,
  options: AnswerOptions = {},
): string {
  const doing = "check an answer";
  checkOptions(doing, options, ["tolerance", "hint"]);
  const { tolerance, hint = "" } = options;
  if (typeof expected !== "string") {
    checkNumber(doing, "a number or a text as expected", expected, Number.isFinite);
  }
  if (tolerance !== undefined) {
    checkNumber(doing, "a number from 0 as tolerance", tolerance, (each) => each >= 0);
  }
  if (given === undefined) {
    return "No answer yet: write it in place of undefined, and run this cell.";
  }
  if (typeof given !== typeof expected || Number.isNaN(given)) {
    const wanted = typeof expected === "string" ? "a text" : "a number";
    return `Not yet: ${wanted} is wanted, got ${valueInWords(given)}.`;
  }
  const isRight = typeof expected === "string"
    ? plain(given as string) === plain(expected)
    : Math.abs(given as number - expected) <= (tolerance ?? usualTolerance(expected));
  const said = String(given).trim();
  return isRight ? `Right: ${said}.` : `Not yet: ${said} is not it. ${hint}`.trimEnd();
}

function usualTolerance(expected: number): number {
  return Number.isInteger(expected) ? 0 : USUAL_TOLERANCE * Math.abs(expected);
}

/** A text without what a reader may write either way: case and spaces. */
function plain(text: string): string {
  return text.trim().toLowerCase().replaceAll(/\s+/g, " ");
}
