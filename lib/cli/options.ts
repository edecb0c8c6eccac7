import { UsageError } from "@jkp/problem";
import { READING_NAMES, type ReadingName } from "@jkp/valuation";
import { parseArgs, type ParseArgsConfig } from "node:util";

/** Lists that may be of nothing: `--by ""` groups by nothing. */
const MAY_BE_EMPTY: readonly string[] = ["by"];

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
    const parsed = parseArgs({ ...config, args: [...args] });
    const empty = Object.entries(parsed.values)
      .filter(([name, value]) =>
        [value].flat().includes("") && config.options?.[name]?.default !== "" &&
        !MAY_BE_EMPTY.includes(name)
      )
      .map(([name]) => `--${name} wants a value, got nothing`);
    if (empty.length > 0) throw new UsageError(`${empty.join("\n")}\n\n${usage}`);
    return parsed;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new UsageError(`${error.message}\n\n${usage}`);
  }
}

/**
 * Refuses two of the same name, whose results could not be told apart.
 *
 * @param what What they are, as an option: `design`.
 * @param named What was read.
 * @throws {UsageError} Naming each that is there again.
 */
export function refuseSameNames(
  what: string,
  named: readonly { readonly name: string }[],
): void {
  const names = named.map(({ name }) => name);
  const again = new Set(names.filter((name, i) => names.indexOf(name) < i));
  if (again.size === 0) return;
  throw new UsageError(
    `--${what} wants each name once, got ${[...again].join(", ")} again`,
  );
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

/**
 * Reads a list of times.
 *
 * @param list Numbers with commas between them.
 * @returns The times.
 * @throws {UsageError} Unless they are numbers from 0 on that increase.
 */
export function parseTimes(list: string): number[] {
  const times = list.split(",").map((text) => text.trim() === "" ? NaN : Number(text));
  if (times.some((time, i) => !(time >= 0) || time <= (times[i - 1] ?? -1))) {
    throw new UsageError(
      `Cannot report times: increasing numbers such as 6,12,24 are wanted, got ${list}`,
    );
  }
  return times;
}

/**
 * Reads what to group spells by: `age_group` and `end_reason` are computed, other names
 * are those of columns.
 *
 * @param list Names with commas between them.
 * @returns Names as the counters of histories know them.
 */
export function parseGroupNames(list: string): string[] {
  const names = list.split(",").map((name) => name.trim()).filter((name) => name !== "");
  const computed: Readonly<Record<string, string>> = {
    age_group: "ageGroup",
    end_reason: "endReason",
  };
  return names.map((name) => computed[name] ?? name);
}
