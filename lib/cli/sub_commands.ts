import { didYouMean, UsageError } from "@jkp/problem";
import type { Command, CommandFunction } from "./command.ts";
import { USUAL_WIDTH } from "./screen.ts";
import { formOf, layRows } from "./usage.ts";

/** Sub-commands by name; each is loaded when it is wanted. */
export type SubCommands = Readonly<
  Record<string, { readonly about: string; readonly load: () => Promise<Command> }>
>;

/** A command that finds the sub-command that its first argument names, and runs it. */
export function commandOf(subCommands: SubCommands): CommandFunction {
  return async (args, print, letGo, width = USUAL_WIDTH) => {
    const [name, ...rest] = args;
    if (name === "--help") return print(await usage(subCommands, width));
    const chosen = name !== undefined && Object.hasOwn(subCommands, name)
      ? subCommands[name]
      : undefined;
    if (chosen === undefined) {
      const names = Object.keys(subCommands);
      const wanted = names.length === 1
        ? `the sub-command ${names[0]}`
        : `one of the sub-commands ${names.join(", ")}`;
      throw new UsageError(
        `${wanted} is wanted, got ${name ?? "nothing"}${
          didYouMean(name ?? "", names)
        }\n` +
          await usage(subCommands, width),
      );
    }
    const command = await chosen.load();
    await command(rest, print, letGo, width);
  };
}

/** How the sub-commands are called, from their descriptions. */
async function usage(subCommands: SubCommands, width: number): Promise<string> {
  const all = Object.entries(subCommands);
  const commands = await Promise.all(all.map(([, { load }]) => load()));
  const forms = commands.map(({ description }) => `deno task ${formOf(description)}`);
  return [
    `Usage: ${forms.join("\n       ")}`,
    layRows(all.map(([name, { about }]) => [name, about]), Math.min(80, width)),
    `${all.length === 1 ? "It" : "Each"} explains itself with --help.`,
  ].join("\n\n");
}
