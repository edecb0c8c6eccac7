import { sweepStaging } from "@jkp/files/write";
import { didYouMean, UsageError } from "@jkp/problem";
import { dirname } from "node:path";
import { parseArgs, type ParseArgsConfig } from "node:util";
import { type Description, flagOf, type Option } from "./description.ts";
import { keepAll, type LetGo } from "./permissions.ts";
import { formOf, helpWidth, orList, usageText } from "./usage.ts";

type One<O> = O extends { readonly read: (text: string) => infer Value } ? Value
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
  /** The help text, to add to an error. */
  readonly usage: string;
}

/**
 * What a command does: it gets its arguments, where its output goes, and how to let
 * permissions go.
 */
export type CommandFunction = (
  args: readonly string[],
  print: (text: string) => void,
  letGo?: LetGo,
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
  const main: CommandFunction = async (args, print, letGo = keepAll) => {
    const usage = usageText(description, helpWidth());
    const given = parseArguments(description, args, usage);
    if (given === "help") return print(usage);
    clearOutput(given.values);
    await run(given as Given<D>, print, letGo);
  };
  return Object.assign(main, { description });
}

/** Clears the folder, or that of the file, that a command writes to of unfinished work. */
function clearOutput({ out }: { readonly out?: unknown }): void {
  if (typeof out !== "string") return;
  sweepStaging(out);
  sweepStaging(dirname(out));
}

/** Reads the arguments; `help` if that is asked for. */
function parseArguments(
  description: Description,
  args: readonly string[],
  usage: string,
) {
  const { options = {}, operand, wanted, passesOn } = description;
  if (passesOn !== undefined) {
    return args.includes("--help") ? "help" : { values: {}, operand: "", args, usage };
  }
  const raw = parseStrictly(description, args, usage);
  const text = (key: string) => raw.values[flagOf(key).slice(2)];
  const empty = Object.entries(options).filter(([key, option]) =>
    [text(key)].flat().includes("") && option.default !== "" && !option.mayBeEmpty
  ).map(([key]) => `${flagOf(key)} wants a value, got nothing`);
  if (empty.length > 0) throw new UsageError(`${empty.join("\n")}\n\n${usage}`);
  if (raw.values.help) return "help";

  const { positionals } = raw;
  const required = Object.keys(options).filter((key) => options[key]!.isRequired);
  const isCounted = operand?.isMany ||
    positionals.length === (operand === undefined ? 0 : 1);
  if (!isCounted || required.some((key) => text(key) === undefined)) {
    const got = (required.length > 0 ? args : positionals).join(" ") || "nothing";
    const say = wanted ?? (() => `${formOf(description)} is wanted, got ${got}`);
    throw new UsageError(`${say(got)}\n\n${usage}`);
  }
  const problems: string[] = [];
  const values = Object.fromEntries(
    Object.entries(options).map(([key, option]) => {
      const value = text(key);
      return [
        key,
        Array.isArray(value)
          ? value.map((each) => readValue(key, option, each, problems))
          : readValue(key, option, value, problems),
      ];
    }),
  );
  if (problems.length > 0) throw new UsageError(problems.join("\n"));
  const operands = operand?.isMany ? positionals : positionals[0] ?? "";
  return { values, operand: operands, args, usage };
}

/** Takes the arguments apart; what is unknown or lacks its value is refused. */
function parseStrictly(
  { options = {}, operand, wanted }: Description,
  args: readonly string[],
  usage: string,
) {
  const config: NonNullable<ParseArgsConfig["options"]> = {
    help: { type: "boolean", default: false },
  };
  for (const [key, option] of Object.entries(options)) {
    const { value, isMultiple = false } = option;
    const absent = option.default ?? (isMultiple ? [] : undefined);
    config[flagOf(key).slice(2)] = value === undefined
      ? { type: "boolean", default: false }
      : {
        type: "string",
        multiple: isMultiple,
        ...(absent === undefined
          ? {}
          : { default: typeof absent === "string" ? absent : [...absent] }),
      };
  }
  const isRefusedInWords = wanted !== undefined &&
    !Object.values(options).some(({ isRequired }) => isRequired);
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: operand !== undefined || isRefusedInWords,
      options: config,
    });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const [, unknown = ""] = /^Unknown option '--([^']+)'/.exec(error.message) ?? [];
    const meant = didYouMean(unknown, Object.keys(config)).replace("mean ", "mean --");
    throw new UsageError(`${error.message}${meant}\n\n${usage}`);
  }
}

/** A value of an option as the command needs it; what is wrong with it is gathered. */
function readValue(
  key: string,
  { choices, read = (text) => text }: Option,
  value: string | boolean | undefined,
  problems: string[],
): unknown {
  if (typeof value !== "string") return value;
  if (choices !== undefined && !choices.includes(value)) {
    const meant = didYouMean(value, choices);
    problems.push(`${flagOf(key)} wants ${orList(choices)}, got ${value}${meant}`);
    return value;
  }
  try {
    return read(value);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    problems.push(error.message);
    return value;
  }
}
