import { errorIn, type Language, LANGUAGES, type Words, wordsOf } from "@jkp/language";
import { sweepStaging } from "@jkp/files/write";
import { DataError, didYouMean, UsageError } from "@jkp/problem";
import { dirname } from "node:path";
import { takeApart } from "./arguments.ts";
import {
  type Description,
  flagOf,
  type Named,
  type Option,
  type Written,
} from "./description.ts";
import { keepAll, type LetGo } from "./permissions.ts";
import { USUAL_WIDTH } from "./screen.ts";
import { formOf, orList, usageLine, usageText } from "./usage.ts";

type One<O> = O extends { readonly read: (text: string, words: Words) => infer Value }
  ? Value
  : O extends { readonly choices: readonly (infer Choice)[] } ? Choice
  : string;

type ValueOf<O> = O extends { readonly value: string }
  ? O extends { readonly isMultiple: true } ? readonly One<O>[]
  : O extends { readonly isRequired: true } | { readonly default: string } ? One<O>
  : One<O> | undefined
  : boolean;

type OptionsOf<D> = D extends { readonly options: infer Options } ? Options : unknown;

/** What a command was given, by its description. */
export interface Given<D extends Description> {
  /** Values of the options, read. */
  readonly values: { readonly [Key in keyof OptionsOf<D>]: ValueOf<OptionsOf<D>[Key]> };
  /** What stands beside the options; empty if nothing can. */
  readonly operand: D["operand"] extends { readonly isMany: true } ? readonly string[]
    : string;
  /** Arguments as they were written. */
  readonly args: readonly string[];
  /** Characters of a line of what is printed. */
  readonly width: number;
  /** Language of the terminal; of nothing that is kept. */
  readonly screenLanguage: Language;
  /** In which it is said what is wrong with the arguments. */
  readonly usageWords: Words;
}

/**
 * What a command does: it gets its arguments, where its output goes, how to let permissions
 * go, how wide a line is, and in which language the terminal speaks.
 */
export type CommandFunction = (
  args: readonly string[],
  print: (text: string) => void,
  letGo?: LetGo,
  width?: number,
  screenLanguage?: Language,
) => Promise<void>;

/** A command, with its description. */
export type Command = CommandFunction & { readonly description: Description };

/**
 * Makes a command of its description and what it does. The description gives the help
 * text and the types of the values; a call with `--help` prints it.
 *
 * @throws {UsageError} When called: with everything that is wrong with its options.
 */
export function command<const D extends Description>(
  description: D,
  run: (given: Given<D>, print: (text: string) => void, letGo: LetGo) => Promise<void>,
): Command {
  const main: CommandFunction = async (
    args,
    print,
    letGo = keepAll,
    width = USUAL_WIDTH,
    screenLanguage = "en",
  ) => {
    const usageWords = wordsOf(usageLanguage(description, args, screenLanguage));
    const given = await parseArguments(description, args, width, usageWords);
    if (given === "help") return print(usageText(description, width));
    clearOutput(given.values);
    try {
      await run({ ...given, screenLanguage, usageWords } as Given<D>, print, letGo);
    } catch (error) {
      const isSaid = description.bilingual === "arguments and data" &&
        error instanceof DataError;
      throw isSaid ? errorIn(error, wordsOf(given.values.lang as Language)) : error;
    }
  };
  return Object.assign(main, { description });
}

/** Clears the folder, or that of the file, that a command writes to of unfinished work. */
function clearOutput({ out }: { readonly out?: unknown }): void {
  if (typeof out !== "string") return;
  sweepStaging(out);
  sweepStaging(dirname(out));
}

/** The language of what is wrong with arguments: that of `--lang`, or the terminal's. */
function usageLanguage(
  { bilingual, options = {} }: Description,
  args: readonly string[],
  screenLanguage: Language,
): Language {
  if (bilingual === undefined) return "en";
  const asked = takeApart(options, args, wordsOf("en")).written.get("lang")?.at(-1);
  return LANGUAGES.find((language) => language === asked) ?? screenLanguage;
}

/** Reads the arguments; `help` if that is asked for. */
async function parseArguments(
  description: Description,
  args: readonly string[],
  width: number,
  words: Words,
) {
  const { options = {}, operand, passesOn } = description;
  if (passesOn !== undefined) {
    return args.includes("--help") ? "help" : { values: {}, operand: "", args, width };
  }
  const taken = takeApart(options, args, words);
  if (taken.isHelp) return "help";
  const misuse = [...taken.problems, ...miscounted(description, taken, args, words)];
  const problems: string[] = [];
  const values: Record<string, unknown> = {};
  for (const [key, option] of Object.entries(options)) {
    const written = taken.written.get(key);
    const refuse = (problem: string) => void problems.push(problem);
    const one = (text: string) =>
      readValue(flagOf(key), option, { text, written: taken.written }, words, refuse);
    if (option.value === undefined) values[key] = written !== undefined;
    else if (option.isMultiple) {
      const texts = written ?? [option.default ?? []].flat();
      values[key] = await Promise.all(texts.map(one));
    } else {
      const text = written?.at(-1) ?? option.default;
      values[key] = typeof text === "string" ? await one(text) : undefined;
    }
  }
  if (operand?.names !== undefined && misuse.length === 0) {
    const all = await Promise.all(
      taken.positionals.map((text) =>
        nameProblem(operand.word, operand, text, taken.written, words)
      ),
    );
    problems.push(...all.flatMap((problem) => problem ?? []));
  }
  const help = misuse.length === 0 ? [] : [
    "",
    usageLine(description, width, words.usage),
    words.usage.help(description.name),
  ];
  const all = [...misuse, ...problems];
  if (all.length > 0) throw new UsageError([...all, ...help].join("\n"));
  const operands = operand?.isMany ? taken.positionals : taken.positionals[0] ?? "";
  return { values, operand: operands, args, width };
}

/**
 * What is said if operand or required options are missing, or are too many. Where an option
 * is misspelt, what follows it looks like an operand: then nothing is said.
 */
function miscounted(
  description: Description,
  { positionals, written, problems }: ReturnType<typeof takeApart>,
  args: readonly string[],
  { usage }: Words,
): string[] {
  const { options = {}, operand, wanted } = description;
  const required = Object.keys(options).filter((key) => options[key]!.isRequired);
  const isCounted = operand?.isMany ||
    positionals.length === (operand === undefined ? 0 : 1);
  if (isCounted && required.every((key) => written.has(key))) return [];
  if (problems.length > 0) return [];
  const got = (required.length > 0 ? args : positionals).join(" ") ||
    usage.nothing;
  return [wanted?.(got, usage) ?? usage.wanted(formOf(description, usage), got)];
}

/** A value of an option as the command needs it; what is wrong with it is gathered. */
async function readValue(
  flag: string,
  option: Option,
  { text, written }: { readonly text: string; readonly written: Written },
  words: Words,
  refuse: (problem: string) => void,
): Promise<unknown> {
  const { choices, read = (same) => same } = option;
  if (choices !== undefined && !choices.includes(text)) {
    const { usage, problem } = words;
    const meant = didYouMean(text, choices, problem);
    refuse(usage.wants(flag, orList(choices, usage.or), `${text}${meant}`));
    return text;
  }
  const problem = await nameProblem(flag, option, text, written, words);
  if (problem !== null) {
    refuse(problem);
    return text;
  }
  try {
    return read(text, words);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    refuse(error.message);
    return text;
  }
}

/** What is said of a name that there is not; a path is left to who reads the file. */
async function nameProblem(
  what: string,
  { names }: Named,
  text: string,
  written: Written,
  { usage, problem }: Words,
): Promise<string | null> {
  if (names === undefined || /[/\\]|\.\w+$/.test(text)) return null;
  const known = await names(written);
  if (known.includes(text)) return null;
  const meant = didYouMean(text, known, problem);
  return usage.wants(what, usage.orPath(known.join(", ")), `${text}${meant}`);
}
