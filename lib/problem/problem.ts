import { shownValue } from "./shown_value.ts";

/** One thing wrong with an input, and what was wanted instead. */
export interface Problem {
  /** File the value stands in, or the name of the input if it is no file. */
  readonly file: string;
  /** Where in the file: a key path (`benefit.rate`), or a row and column. */
  readonly place?: string;
  /** What stands there, as written. */
  readonly received?: string;
  /** What would have been accepted, in words: "a fraction from 0 to 1". */
  readonly expected: string;
}

/** Characters of a part of a message, and problems that a message words at most. */
const MOST_CHARACTERS = 1_000;
const MOST_WORDED = 200;

/** What is said around the parts of problems, in one language. */
export interface ProblemWords {
  readonly expected: string;
  readonly got: string;
  /** The name that was probably meant, behind one that is not known. */
  readonly meant: (name: string) => string;
  /** The last line of problems of which only the first are worded. */
  readonly further: (problems: number) => string;
}

/** What problems are worded with where nobody names a language. */
export const PROBLEM_WORDS: ProblemWords = {
  expected: "expected",
  got: "got",
  meant: (name) => ` (did you mean ${name}?)`,
  further: (problems) => `… and ${problems.toLocaleString("en")} further problems`,
};

/**
 * Words one problem as a line: `file: place: expected …, got …`. Signs that are not seen,
 * line breaks among them, are shown: what a file holds cannot look like a line of ours.
 */
function describeProblem(problem: Problem, words: ProblemWords): string {
  const { file, place, expected, received } = problem;
  const shown = (text: string) => shownValue(text, MOST_CHARACTERS);
  return `${shown(file)}: ${place === undefined ? "" : `${shown(place)}: `}` +
    `${words.expected} ${shown(expected)}${
      received === undefined ? "" : `, ${words.got} ${shown(received)}`
    }`;
}

/** Words problems, a line each: the first 200, and how many more there are. */
function describeProblems(problems: readonly Problem[], words: ProblemWords): string {
  const lines = problems.slice(0, MOST_WORDED)
    .map((problem) => describeProblem(problem, words));
  const more = problems.length - lines.length;
  if (more > 0) lines.push(words.further(more));
  return lines.join("\n");
}

/** The same problems in the words of a language, by its name. */
export type ProblemsByLanguage = (language: string) => readonly Problem[];

/**
 * Input that cannot be used, with everything that is wrong with it.
 *
 * @example All problems at once, a line each
 * ```ts
 * import { DataError } from "@jkp/problem";
 * import { assertEquals } from "@std/assert";
 *
 * const error = new DataError([
 *   { file: "a.csv", place: "row 2, column age", received: "x", expected: "a number" },
 *   { file: "a.csv", place: "row 9, column age", received: "-1", expected: "0 or more" },
 * ]);
 * assertEquals(
 *   error.message,
 *   "a.csv: row 2, column age: expected a number, got x\n" +
 *     "a.csv: row 9, column age: expected 0 or more, got -1",
 * );
 * ```
 */
export class DataError extends Error {
  override readonly name = "DataError";
  /** Every problem found, in the order of the file. */
  readonly problems: readonly Problem[];
  /** The problems in a language by its name, where who found them can say them in it. */
  readonly problemsIn?: ProblemsByLanguage;

  /**
   * @param problems Every problem found; at least one.
   * @param words What is said around them, in the language of their own texts.
   * @param problemsIn Says them in another language.
   */
  constructor(
    problems: readonly Problem[],
    words: ProblemWords = PROBLEM_WORDS,
    problemsIn?: ProblemsByLanguage,
  ) {
    super(describeProblems(problems, words));
    this.problems = problems;
    if (problemsIn !== undefined) this.problemsIn = problemsIn;
  }
}

/**
 * A command that was called wrongly: an unknown option, a missing argument.
 *
 * @example A misspelt option
 * ```ts
 * import { didYouMean, UsageError } from "@jkp/problem";
 * import { assertEquals } from "@std/assert";
 *
 * const meant = didYouMean("secnario", ["design", "scenario"]);
 * const error = new UsageError(`unknown option --secnario${meant}`);
 * assertEquals(error.message, "unknown option --secnario (did you mean scenario?)");
 * ```
 */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/**
 * Throws a {@link DataError} if any problem was gathered.
 *
 * @param problems What was gathered; may be empty.
 * @throws {DataError} If there is at least one problem.
 *
 * @example Nothing wrong, nothing thrown
 * ```ts
 * import { DataError, throwIfAny } from "@jkp/problem";
 * import { assertThrows } from "@std/assert";
 *
 * throwIfAny([]);
 * assertThrows(
 *   () => throwIfAny([{ file: "a.csv", expected: "a header" }]),
 *   DataError,
 *   "a.csv: expected a header",
 * );
 * ```
 */
export function throwIfAny(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new DataError(problems);
}

/**
 * Stands for problems that are counted instead of worded one by one.
 *
 * @param file File or folder they are in.
 * @param count How many there are.
 * @returns A problem to put last.
 *
 * @example The last line of a long list of problems
 * ```ts
 * import { DataError, furtherProblems } from "@jkp/problem";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(
 *   new DataError([furtherProblems("a.csv", 1200)]).message,
 *   "a.csv: expected no further problems, got 1,200 more",
 * );
 * ```
 */
export function furtherProblems(file: string, count: number): Problem {
  const received = `${count.toLocaleString("en")} more`;
  return { file, expected: "no further problems", received };
}
