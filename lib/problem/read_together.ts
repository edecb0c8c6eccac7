import { DataError, PROBLEM_WORDS } from "./problem.ts";

/**
 * Waits for several inputs that are read side by side, and throws the problems of all of
 * them, not of the first alone.
 *
 * @param reads What is being read.
 * @returns What was read, in the same order.
 * @throws {DataError} With the problems of every input that cannot be used. Errors of
 * other kinds are thrown as they are, before it.
 *
 * @example A scenario and a design, both misspelt
 * ```ts
 * import { DataError, readTogether } from "@jkp/problem";
 * import { assertRejects } from "@std/assert";
 *
 * const missing = (file: string) =>
 *   Promise.reject(new DataError([{ file, expected: "a file", received: "nothing there" }]));
 * await assertRejects(
 *   () => readTogether([missing("mild.toml"), missing("jpk_2021.toml")]),
 *   DataError,
 *   "mild.toml: expected a file, got nothing there\njpk_2021.toml: expected a file",
 * );
 * ```
 */
export async function readTogether<const Reads extends readonly unknown[]>(
  reads: Reads,
): Promise<{ -readonly [Key in keyof Reads]: Awaited<Reads[Key]> }> {
  const settled = await Promise.allSettled(reads);
  const refused: unknown[] = settled.filter(({ status }) => status === "rejected")
    .map((result) => (result as PromiseRejectedResult).reason);
  const other = refused.find((reason) => !(reason instanceof DataError));
  if (other !== undefined) throw other;
  if (refused.length > 0) throw joined(refused as DataError[]);
  return settled.map((result) =>
    (result as PromiseFulfilledResult<unknown>).value
  ) as never;
}

/** One error of several; said in another language as far as they are. */
function joined(errors: readonly DataError[]): DataError {
  const [first] = errors;
  if (errors.length === 1) return first!;
  return new DataError(
    errors.flatMap(({ problems }) => problems),
    PROBLEM_WORDS,
    errors.some(({ problemsIn }) => problemsIn !== undefined)
      ? (language) =>
        errors.flatMap(({ problems, problemsIn }) => problemsIn?.(language) ?? problems)
      : undefined,
  );
}
