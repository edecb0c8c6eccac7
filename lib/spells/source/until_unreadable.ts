import { DataError, type Problem } from "@jkp/problem";
import type { RowBatch } from "./spell_file.ts";

/** Goes through batches up to where the file cannot be read; gives what is wrong there. */
export async function untilUnreadable(
  batches: AsyncIterable<RowBatch>,
  each: (batch: RowBatch) => void | Promise<void>,
): Promise<readonly Problem[]> {
  try {
    for await (const batch of batches) await each(batch);
    return [];
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    return error.problems;
  }
}
