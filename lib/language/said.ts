import { DataError, type Problem } from "@jkp/problem";
import { english } from "./english.ts";
import type { Language } from "./language.ts";
import { type Words, wordsOf } from "./words_of.ts";

/** What is worded where it is reported, in the words of that place. */
export type Said<What> = (words: Words) => What;

/**
 * An error that can be said in every language: what is wrong is known where it is found, in
 * which language it is read where it is reported.
 *
 * @param problems Each problem, worded.
 * @returns The error in English, as {@link errorIn} says it in another language.
 *
 * @example
 * ```ts
 * import { errorIn, saidError, wordsOf } from "@jkp/language";
 * import { assertEquals } from "@std/assert";
 *
 * const error = saidError([({ files }) => ({ file: "a.csv", expected: files.table.oneRow })]);
 * assertEquals(error.message, "a.csv: expected at least one row");
 * const indonesian = errorIn(error, wordsOf("id"));
 * assertEquals(indonesian.message, "a.csv: diharapkan sedikitnya satu baris");
 * ```
 */
export function saidError(problems: readonly Said<Problem>[]): DataError {
  return saidTogether((words) => problems.map((problem) => problem(words)));
}

/**
 * The same of problems that are found by words: by a check that runs again for another
 * language.
 *
 * @param problems All problems, worded.
 * @param inEnglish The same in English, where they have been found already.
 * @returns The error in English.
 *
 * @example
 * ```ts
 * import { saidTogether } from "@jkp/language";
 * import { assertEquals } from "@std/assert";
 *
 * const { message } = saidTogether(({ files }) =>
 *   ["a.csv", "b.csv"].map((file) => ({ file, expected: files.aFile }))
 * );
 * assertEquals(message, "a.csv: expected a file\nb.csv: expected a file");
 * ```
 */
export function saidTogether(
  problems: Said<readonly Problem[]>,
  inEnglish: readonly Problem[] = problems(english),
): DataError {
  return new DataError(
    inEnglish,
    english.problem,
    (language) => problems(wordsOf(language as Language)),
  );
}

/**
 * Throws if there is a problem.
 *
 * @param problems What was gathered; may be empty.
 * @throws {DataError} If there is at least one problem.
 *
 * @example Nothing wrong, nothing thrown
 * ```ts
 * import { saidIfAny } from "@jkp/language";
 *
 * saidIfAny([]);
 * ```
 */
export function saidIfAny(problems: readonly Said<Problem>[]): void {
  if (problems.length > 0) throw saidError(problems);
}

/**
 * The problems of an error in the words of a language; those that are said in English
 * alone as they are.
 *
 * @param error The error.
 * @param words The words of the language.
 * @returns Its problems.
 *
 * @example
 * ```ts
 * import { problemsIn, saidError, wordsOf } from "@jkp/language";
 * import { assertEquals } from "@std/assert";
 *
 * const error = saidError([({ files }) => ({ file: "a.csv", expected: files.aFile })]);
 * assertEquals(problemsIn(error, wordsOf("id")), [{ file: "a.csv", expected: "berkas" }]);
 * ```
 */
export function problemsIn(error: DataError, words: Words): readonly Problem[] {
  return error.problemsIn?.(words.language) ?? error.problems;
}

/**
 * The problems of an error, to be gathered with others and worded later.
 *
 * @param error The error.
 * @returns Its problems, each to be worded.
 *
 * @example
 * ```ts
 * import { problemsOf, wordsOf } from "@jkp/language";
 * import { DataError } from "@jkp/problem";
 * import { assertEquals } from "@std/assert";
 *
 * const [problem] = problemsOf(new DataError([{ file: "a.csv", expected: "a file" }]));
 * assertEquals(problem!(wordsOf("en")).expected, "a file");
 * ```
 */
export function problemsOf(error: DataError): Said<Problem>[] {
  return error.problems.map((_, at) => (words) => problemsIn(error, words)[at]!);
}

/**
 * An error in the words of a language; one that can be said in English alone as it is.
 *
 * @param error The error.
 * @param words The words of the language.
 * @returns The error in that language.
 *
 * @example An error that knows no other words
 * ```ts
 * import { errorIn, wordsOf } from "@jkp/language";
 * import { DataError } from "@jkp/problem";
 * import { assertEquals } from "@std/assert";
 *
 * const error = new DataError([{ file: "a.csv", expected: "a file" }]);
 * assertEquals(errorIn(error, wordsOf("id")), error);
 * ```
 */
export function errorIn(error: DataError, words: Words): DataError {
  return error.problemsIn === undefined
    ? error
    : new DataError(problemsIn(error, words), words.problem, error.problemsIn);
}

/** What a schema of valibot says of an issue, in the language that it was asked in. */
export type IssueWords = (issue: { readonly lang?: string | undefined }) => string;

/**
 * The message of a check of valibot, in the language that its parsing names as `lang`.
 *
 * @param said The message, worded.
 * @returns What valibot takes as a message.
 *
 * @example
 * ```ts
 * import { issueWords } from "@jkp/language";
 * import { assertEquals } from "@std/assert";
 * import * as v from "valibot";
 *
 * const schema = v.string(issueWords(({ files }) => files.cell.text));
 * const said = (lang: string) => v.safeParse(schema, 1, { lang }).issues![0].message;
 * assertEquals(["en", "id"].map(said), ["a text", "teks"]);
 * ```
 */
export function issueWords(said: Said<string>): IssueWords {
  return ({ lang }) => said(wordsOf((lang ?? "en") as Language));
}
