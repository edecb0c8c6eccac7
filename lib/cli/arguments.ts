import type { Words } from "@jkp/language";
import { didYouMean } from "@jkp/problem";
import { parseArgs, type ParseArgsConfig } from "node:util";
import { type Description, flagOf, type Written } from "./description.ts";

/** Arguments of a command taken apart, and everything that is wrong with their form. */
export interface TakenArguments {
  readonly isHelp: boolean;
  readonly written: Written;
  /** What stands beside the options. */
  readonly positionals: readonly string[];
  /** Options that are unknown or said twice, lack a value, or have one that they cannot. */
  readonly problems: readonly string[];
}

/** Takes arguments apart by the options that a command has. */
export function takeApart(
  options: NonNullable<Description["options"]>,
  args: readonly string[],
  { usage, problem }: Words,
): TakenArguments {
  const keys = new Map(Object.keys(options).map((key) => [flagOf(key).slice(2), key]));
  const config: NonNullable<ParseArgsConfig["options"]> = { help: { type: "boolean" } };
  for (const [name, key] of keys) {
    config[name] = { type: options[key]!.value === undefined ? "boolean" : "string" };
  }
  const { tokens } = parseArgs({
    args: [...args],
    options: config,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const written = new Map<string, string[]>();
  const positionals: string[] = [];
  const problems: string[] = [];
  let isHelp = false;
  for (const token of tokens) {
    if (token.kind === "positional") positionals.push(token.value);
    if (token.kind !== "option") continue;
    const { name, rawName, value } = token;
    if (name === "help" && value === undefined) {
      isHelp = true;
      continue;
    }
    const key = rawName.startsWith("--") ? keys.get(name) : undefined;
    if (key === undefined) {
      const meant = didYouMean(name, [...keys.keys()], {
        meant: (key) => problem.meant(`--${key}`),
      });
      problems.push(`${usage.unknown(rawName)}${meant}`);
      continue;
    }
    const { value: word, default: absent, mayBeEmpty = false, read } = options[key]!;
    const isEmpty = (value ?? "") === "" &&
      !(value === "" && (absent === "" || mayBeEmpty));
    // No option begins with a digit: who reads numbers says which are wanted.
    const isNumber = read !== undefined && /^-[\d.]/.test(value ?? "");
    const isNextOption = value !== undefined && !token.inlineValue &&
      /^-./.test(value) && !isNumber;
    if (word === undefined) {
      if (value !== undefined) problems.push(usage.noValue(rawName, value));
    } else if (isEmpty || isNextOption) {
      const got = isEmpty ? usage.nothing : value!;
      problems.push(usage.wants(rawName, usage.aValue, got));
    }
    const texts = word === undefined || isEmpty || isNextOption ? [] : [value!];
    written.set(key, [...(written.get(key) ?? []), ...texts]);
  }
  for (const [key, texts] of written) {
    const { value: word, isMultiple = false } = options[key]!;
    if (word === undefined || isMultiple || texts.length < 2) continue;
    problems.push(usage.once(flagOf(key), texts.join(usage.and)));
  }
  return { isHelp, written, positionals, problems };
}
