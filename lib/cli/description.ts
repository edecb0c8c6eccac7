import type { Words } from "@jkp/language";

/** What was written for each option that is there, in order; nothing for a flag. */
export type Written = ReadonlyMap<string, readonly string[]>;

/** What can be given by a name that the project knows. */
export interface Named {
  /** The names that there are; anything else is wanted to be a path. */
  readonly names?: (written: Written) => Promise<readonly string[]>;
}

/** An option of a command. */
export interface Option extends Named {
  /** What it does; choices, default and that it can be repeated are added. */
  readonly about: string;
  /** Word for its value, such as `DIR`. Without one the option is a flag. */
  readonly value?: string;
  /** The values that there are, if not any. */
  readonly choices?: readonly string[];
  /** Taken if the option is not given; a list if it may be given several times. */
  readonly default?: string | readonly string[];
  /** The default in words, where its value says little or depends on others. */
  readonly defaultWords?: string;
  /** Makes of the text what the command needs, or throws a `UsageError`. */
  readonly read?: (text: string, words: Words) => unknown;
  readonly isRequired?: boolean;
  readonly isMultiple?: boolean;
  /** Whether an empty value means something: `--by ""` groups by nothing. */
  readonly mayBeEmpty?: boolean;
}

/** What stands beside the options of a command. */
export interface Operand extends Named {
  /** Word for it, such as `DIR`. */
  readonly word: string;
  readonly about?: string;
  /** Whether any number of them can stand there; else it is wanted once. */
  readonly isMany?: boolean;
}

/** A command as data: what its help text and the reading of its arguments follow from. */
export interface Description {
  /** As after `deno task`: `extract build`. */
  readonly name: string;
  /** What it does; several paragraphs as a list. */
  readonly summary: string | readonly string[];
  readonly operand?: Operand;
  /** Options by name in camel case: `earlierClaims` is `--earlier-claims`. */
  readonly options?: Readonly<Record<string, Option>>;
  /** Paragraphs below the options. */
  readonly notes?: readonly string[];
  /** What is said if operand or required options are missing, or are too many. */
  readonly wanted?: (got: string, words: Words["usage"]) => string;
  /**
   * What is said in both languages: what is wrong with its arguments, in that of `--lang` or
   * else of the terminal, or with its data as well, in that of `--lang`.
   * @default nothing: it speaks English
   */
  readonly bilingual?: "arguments" | "arguments and data";
  /** Words for options that are not this command's, but those of a program it starts. */
  readonly passesOn?: string;
}

/** The name of an option as it is typed: `earlierClaims` is `--earlier-claims`. */
export function flagOf(key: string): string {
  return `--${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
