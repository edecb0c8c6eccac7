import { DataError } from "@jkp/problem";
import type { RowBatch } from "./spell_file.ts";

/** Goes through batches up to where the file cannot be read; gives the error of there. */
export async function untilUnreadable(
  batches: AsyncIterable<RowBatch>,
  each: (batch: RowBatch) => void | Promise<void>,
): Promise<DataError | undefined> {
  try {
    for await (const batch of batches) await each(batch);
    return undefined;
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    return error;
  }
}
