import { type MappingFormat, sniffFormat, STANDARD_FORMAT } from "@jkp/mapping";
import { csvBlocks } from "./csv_blocks.ts";

/** Bytes of a text file from which its format is told. */
const HEAD_BYTES = 256 * 1024;

/**
 * How a text file seems to be written; `undefined` for files that are no text, and for
 * those that cannot be read: opening them says what is wrong.
 */
export async function formatOf(path: string): Promise<MappingFormat | undefined> {
  if (/\.(parquet|xlsx)$/i.test(path)) return undefined;
  const exists = await Deno.stat(path).then(({ isFile }) => isFile, () => false);
  if (!exists) return undefined;
  try {
    for await (const { bytes } of csvBlocks(path, STANDARD_FORMAT, HEAD_BYTES)) {
      return sniffFormat(new TextDecoder().decode(bytes.subarray(0, HEAD_BYTES))).format;
    }
  } catch { // opening it says what is wrong
  }
  return undefined;
}
