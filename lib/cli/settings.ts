import { UsageError } from "@jkp/problem";
import { changeInputs, type ValuationInputs } from "@jkp/valuation";

/**
 * Applies `--set KEY=VALUE` to a copy of the inputs; of a key that is there twice, the
 * last.
 *
 * @throws {UsageError} Naming every change that cannot be made.
 */
export function applySettings(
  inputs: ValuationInputs,
  settings: readonly string[],
): ValuationInputs {
  const changes = Object.fromEntries(settings.map((text) => {
    const [key = "", written = ""] = text.split(/=(.*)/s);
    const value = written.trim() === "" ? NaN : Number(written);
    return [key, Number.isNaN(value) ? written || "nothing" : value];
  }));
  try {
    // Types do not hold what is written: the function refuses what is no number.
    return changeInputs(inputs, changes as Readonly<Record<string, number>>);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new UsageError(error.message);
  }
}
