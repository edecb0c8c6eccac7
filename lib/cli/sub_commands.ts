import { didYouMean, UsageError } from "@jkp/problem";
import type { Command, CommandFunction } from "./command.ts";
import { USUAL_WIDTH } from "./screen.ts";
import { formOf, layRows } from "./usage.ts";

/** Sub-commands by name: what each does, in a few words. */
export type SubCommands = Readonly<Record<string, string>>;

/**
 * A command that finds the sub-command that its first argument names, and runs it: `map` of
 * `extract` is `extractMapCommand` of `extract_map.ts`.
 *
 * @param task Name of the command.
 */
export function commandOf(task: string, subCommands: SubCommands): CommandFunction {
  return async (args, print, letGo, width = USUAL_WIDTH, screenLanguage = "en") => {
    const [name, ...rest] = args;
    if (name === "--help") return print(await usage(task, subCommands, width));
    if (name === undefined || !Object.hasOwn(subCommands, name)) {
      const names = Object.keys(subCommands);
      const wanted = names.length === 1
        ? `the sub-command ${names[0]}`
        : `one of the sub-commands ${names.join(", ")}`;
      throw new UsageError(
        `${wanted} is wanted, got ${name ?? "nothing"}${
          didYouMean(name ?? "", names)
        }\n` +
          await usage(task, subCommands, width),
      );
    }
    const command = await loadCommand(task, name);
    await command(rest, print, letGo, width, screenLanguage);
  };
}

/**
 * Loads a sub-command. Its path is put together, for Deno reads whatever stands behind a path
 * written out, wanted or not: a quarter of the time of `extract map`.
 */
async function loadCommand(task: string, name: string): Promise<Command> {
  const path = new URL(`${task}_${name}.ts`, import.meta.url).href;
  const module: Readonly<Record<string, Command>> = await import(path);
  return module[`${task}${name[0]!.toUpperCase()}${name.slice(1)}Command`]!;
}

/** How the sub-commands are called, from their descriptions. */
async function usage(
  task: string,
  subCommands: SubCommands,
  width: number,
): Promise<string> {
  const all = Object.entries(subCommands);
  const commands = await Promise.all(all.map(([name]) => loadCommand(task, name)));
  const forms = commands.map(({ description }) => `deno task ${formOf(description)}`);
  return [
    `Usage: ${forms.join("\n       ")}`,
    layRows(all, Math.min(80, width)),
    `${all.length === 1 ? "It" : "Each"} explains itself with --help.`,
  ].join("\n\n");
}
