/**
 * Problems with input, as data: gathered first, worded once.
 *
 * Reading code collects every {@link Problem} it meets and throws one
 * {@link DataError} with all of them. The command line turns a `DataError` into exit
 * code 1 and a {@link UsageError} into exit code 2; neither shows a stack trace.
 *
 * @module
 */

export {
  checkArgument,
  checkNumber,
  checkNumbers,
  checkOptions,
  checkText,
  checkWordList,
  checkWords,
  valueInWords,
} from "./argument.ts";
export { columnsByName, type ColumnsOf, columnValues, rowsOf } from "./columns.ts";
export { didYouMean } from "./did_you_mean.ts";
export { hasUnseen, printable, printableLine } from "./printable.ts";
export {
  DataError,
  furtherProblems,
  type Problem,
  PROBLEM_WORDS,
  type ProblemWords,
  throwIfAny,
  UsageError,
} from "./problem.ts";
export { readTogether } from "./read_together.ts";
export { shownValue } from "./shown_value.ts";
