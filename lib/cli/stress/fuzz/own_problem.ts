import { DataError } from "@jkp/problem";
import { foundOf } from "./found.ts";
import type { Found } from "./mutant.ts";

/**
 * What an error says, if it is one that commands word; others are faults of the program,
 * and thrown on.
 */
export function problemsOf(error: unknown): Found[] {
  if (error instanceof DataError) return foundOf(error);
  const isOurs = error instanceof RangeError && error.message.startsWith("Cannot ");
  if (isOurs) return [{ isError: true, words: error.message }];
  throw error;
}
