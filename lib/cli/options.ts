import { type Month, parseMonth } from "@jkp/month";
import { UsageError } from "@jkp/problem";

/**
 * Reads the value of an option that is a month.
 *
 * @param option The option, as typed.
 * @returns What reads its value; it throws a `UsageError` if that is no month.
 */
export function monthOption(option: string): (text: string) => Month {
  return (text) => {
    const month = parseMonth(text);
    if (month === undefined) throw new UsageError(`${option} wants YYYY-MM, got ${text}`);
    return month;
  };
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
