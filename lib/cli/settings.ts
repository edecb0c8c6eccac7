import { UsageError } from "@jkp/problem";
import { type AssumptionValues, checkChanges } from "@jkp/valuation";

/**
 * Reads `--set KEY=VALUE`; of a key that is there twice, the last.
 *
 * @param settings The changes, as written.
 * @returns New values by name.
 * @throws {UsageError} Naming every change that cannot be made.
 */
export function readSettings(settings: readonly string[]): AssumptionValues {
  const changes = Object.fromEntries(settings.map((text) => {
    const [key = "", written = ""] = text.split(/=(.*)/s);
    const value = written.trim() === "" ? NaN : Number(written);
    return [key, Number.isNaN(value) ? written || "nothing" : value];
  }));
  try {
    checkChanges(changes);
    return changes;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new UsageError(error.message);
  }
}
