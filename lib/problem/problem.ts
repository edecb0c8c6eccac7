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

/** Words one problem as a line: `file: place: expected …, got …`. */
function describeProblem(problem: Problem): string {
  const place = problem.place === undefined ? "" : `${problem.place}: `;
  const received = problem.received === undefined ? "" : `, got ${problem.received}`;
  return `${problem.file}: ${place}expected ${problem.expected}${received}`;
}

/**
 * Input that cannot be used, with everything that is wrong with it.
 *
 * @example All problems at once
 * ```ts
 * import { DataError } from "@jkp/problem";
 * import { assertEquals } from "@std/assert";
 *
 * const error = new DataError([
 *   { file: "a.csv", place: "row 2, column age", received: "x", expected: "a number" },
 *   { file: "a.csv", place: "row 9, column age", received: "-1", expected: "0 or more" },
 * ]);
 * assertEquals(error.problems.length, 2);
 * assertEquals(error.message.split("\n").length, 2);
 * ```
 */
export class DataError extends Error {
  override readonly name = "DataError";
  /** Every problem found, in the order of the file. */
  readonly problems: readonly Problem[];

  /** @param problems Every problem found; at least one. */
  constructor(problems: readonly Problem[]) {
    super(problems.map(describeProblem).join("\n"));
    this.problems = problems;
  }
}

/**
 * A command that was called wrongly: an unknown option, a missing argument.
 *
 * @example
 * ```ts
 * import { UsageError } from "@jkp/problem";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(new UsageError("unknown option --colour").name, "UsageError");
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
 * import { throwIfAny } from "@jkp/problem";
 *
 * throwIfAny([]);
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
 * @example
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
