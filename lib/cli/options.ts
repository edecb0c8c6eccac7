import { UsageError } from "@jkp/problem";
import { READING_NAMES, type ReadingName } from "@jkp/valuation";
import { parseArgs, type ParseArgsConfig } from "node:util";

/**
 * Reads a command's options strictly.
 *
 * @param args Arguments after the command's name.
 * @param config What is allowed, as for `node:util`'s `parseArgs`.
 * @param usage Usage text to add to an error.
 * @returns Options and positional arguments.
 * @throws {UsageError} If an option is unknown or lacks its value.
 */
export function parseOptions<Config extends ParseArgsConfig>(
  args: readonly string[],
  config: Config,
  usage: string,
): ReturnType<typeof parseArgs<Config & { args: string[] }>> {
  try {
    return parseArgs({ ...config, args: [...args] });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new UsageError(`${error.message}\n\n${usage}`);
  }
}

/**
 * Checks the name of a reading of Annex I.
 *
 * @param name As given.
 * @returns The reading.
 * @throws {UsageError} If there is no such reading.
 */
export function parseReading(name: string): ReadingName {
  const reading = READING_NAMES.find((known) => known === name);
  if (reading === undefined) {
    throw new UsageError(
      `Cannot choose a reading: ${READING_NAMES.join(" or ")} is wanted, got ${name}`,
    );
  }
  return reading;
}
