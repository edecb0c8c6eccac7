import { UsageError } from "@jkp/problem";
import { type AssumptionValues, checkChanges } from "@jkp/valuation";

/**
 * Reads `KEY=VALUE` of `--set`.
 *
 * @param text The change, as written.
 * @returns The new value by its name.
 * @throws {UsageError} If the change cannot be made.
 */
export function readSetting(text: string): AssumptionValues {
  const [key = "", written = ""] = text.split(/=(.*)/s);
  const value = /^\s*[-+]?(\d|\.\d)[\d.]*(e[-+]?\d+)?\s*$/i.test(written)
    ? Number(written)
    : NaN;
  const change = { [key]: Number.isNaN(value) ? written || "nothing" : value };
  try {
    checkChanges(change);
    return change;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new UsageError(error.message);
  }
}
