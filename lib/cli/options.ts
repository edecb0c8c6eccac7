import { namesIn } from "@jkp/files/read";
import { LANGUAGES, type Words, wordsOf } from "@jkp/language";
import { type Month, parseMonth } from "@jkp/month";
import { didYouMean, UsageError } from "@jkp/problem";

const LANGUAGE = {
  value: "en|id",
  about: "language of what is said and written, English or Indonesian",
  choices: LANGUAGES,
} as const;

/** The language of a command that writes what it says into files: English if none is given. */
export const LANG_OF_FILES = { ...LANGUAGE, default: "en" } as const;

/** The language of a command that answers on the screen: a terminal's own if none is given. */
export const LANG = {
  ...LANGUAGE,
  defaultWords: "a terminal's locale for what it shows; en for files, pipes and --json",
} as const;

/** The option of a command that is about one valuation: JKP as it is if none is named. */
export const VALUATION = {
  value: "NAME|FILE",
  about: "a file of data/valuations, or a TOML file",
  default: "jkp_2026",
  names: () => namesIn("valuations"),
} as const;

/** The option that names a process of the economy; what holds without it, a command says. */
export const PROCESS = {
  value: "NAME|FILE",
  about: "how the economy may turn out: a file of data/processes, or a TOML file",
  names: () => namesIn("processes"),
} as const;

/** Makes what reads the value of an option that is a month; `option` is as typed. */
export function monthOption(option: string): (text: string, words: Words) => Month {
  return (text, { usage }) => {
    const month = parseMonth(text);
    if (month === undefined) throw new UsageError(usage.wants(option, usage.month, text));
    return month;
  };
}

/** The option that says from which month of an extract on; `about`, of what it is the first. */
export function fromMonth(about: string) {
  return {
    value: "MONTH",
    about,
    defaultWords: "the extract's first",
    read: monthOption("--from"),
  } as const;
}

/** The option that says up to which month of an extract, as if it had been drawn then. */
export function toMonth(about: string) {
  return {
    value: "MONTH",
    about,
    defaultWords: "the extract's last",
    read: monthOption("--to"),
  } as const;
}

/**
 * Refuses two of the same name, since their results could not be told apart, and names
 * each.
 */
export function refuseSameNames(
  what: string,
  named: readonly { readonly name: string }[],
  { usage }: Words = wordsOf("en"),
): void {
  const names = named.map(({ name }) => name);
  const again = new Set(names.filter((name, i) => names.indexOf(name) < i));
  if (again.size === 0) return;
  throw new UsageError(
    usage.wants(`--${what}`, usage.eachNameOnce, usage.again([...again].join(", "))),
  );
}

/** The option that says how many rows with errors may be left out. */
export const LEAVE_OUT_AT_MOST = {
  value: "SHARE",
  about: "with --leave-out-errors: fraction of the rows that may be left out",
  default: "0.01",
  read: (text: string): number => {
    const share = Number(text);
    if (/^[\d.]+$/.test(text) && share > 0 && share <= 1) return share;
    throw new UsageError(
      `--leave-out-at-most wants a fraction above 0, up to 1, for example 0.05, got ${text}`,
    );
  },
} as const;

/** Reads a list of times with commas between them: numbers from 0 on that increase. */
export function parseTimes(list: string): number[] {
  const times = list.split(",").map((text) => text.trim() === "" ? NaN : Number(text));
  if (times.some((time, i) => !(time >= 0) || time <= (times[i - 1] ?? -1))) {
    throw new UsageError(
      `Cannot report times: increasing numbers such as 6,12,24 are wanted, got ${list}`,
    );
  }
  return times;
}

/** A name as it is typed: words joined by underscores, `age_group`. */
export function typedName(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** Reads a list of names with commas between them. */
function namesOf(list: string): string[] {
  return list.split(",").map((name) => name.trim()).filter((name) => name !== "");
}

/**
 * Makes what reads a list of some names: `age_group`, or as the code has it, `ageGroup`.
 * Every name that there is not is said, with the one that was probably meant.
 */
export function namesOption<const Name extends string>(
  option: string,
  names: readonly Name[],
): (list: string) => Name[] {
  const known = names.map(typedName);
  return (list) => {
    const problems: string[] = [];
    const read = namesOf(list).flatMap((name) => {
      const at = known.indexOf(typedName(name));
      if (at >= 0) return [names[at]!];
      const meant = didYouMean(name, known);
      problems.push(`${option} wants any of ${known.join(", ")}, got ${name}${meant}`);
      return [];
    });
    if (problems.length > 0) throw new UsageError(problems.join("\n"));
    return [...new Set(read)];
  };
}

/**
 * Reads a list of names to group spells by: `age_group` and `end_reason` are computed,
 * other names are columns.
 */
export function parseGroupNames(list: string): string[] {
  const computed = ["ageGroup", "endReason"];
  return namesOf(list).map((name) =>
    computed.find((each) => typedName(each) === name) ?? name
  );
}

/** Reads a whole number within a range. */
export function wholeNumber(
  option: string,
  least: number,
  most: number,
): (text: string) => number {
  return (text) => {
    const number = /^\d+$/.test(text) ? Number(text) : NaN;
    if (number >= least && number <= most) return number;
    throw new UsageError(
      `${option} wants a whole number from ${least} to ${most}, got ${text}`,
    );
  };
}
