import { errorIn, type Language, wordsOf } from "@jkp/language";
import { DataError } from "@jkp/problem";

/** Runs what may find data that cannot be used, and says that in a language. */
export async function errorsIn<Result>(
  language: Language,
  run: () => Promise<Result>,
): Promise<Result> {
  try {
    return await run();
  } catch (error) {
    throw error instanceof DataError ? errorIn(error, wordsOf(language)) : error;
  }
}
