import { didYouMean, UsageError } from "@jkp/problem";
import type { Command, CommandFunction } from "./command.ts";
import { runCommand } from "./run_command.ts";
import { formOf, helpWidth, layRows } from "./usage.ts";

/** Sub-commands by name; each is loaded when it is wanted. */
const SUB_COMMANDS: Readonly<
  Record<string, { readonly about: string; readonly load: () => Promise<Command> }>
> = {
  check: {
    about: "what is wrong with a member-level extract",
    load: async () => (await import("./extract_check.ts")).extractCheckCommand,
  },
  build: {
    about: "count it into a statistics extract",
    load: async () => (await import("./extract_build.ts")).extractBuildCommand,
  },
  map: {
    about: "propose how its columns are to be read",
    load: async () => (await import("./extract_map.ts")).extractMapCommand,
  },
  synthesize: {
    about: "make a labelled synthetic extract",
    load: async () => (await import("./extract_synthesize.ts")).extractSynthesizeCommand,
  },
};

/** How the sub-commands are called, from their descriptions. */
async function usage(): Promise<string> {
  const all = Object.entries(SUB_COMMANDS);
  const commands = await Promise.all(all.map(([, { load }]) => load()));
  const forms = commands.map(({ description }) => `deno task ${formOf(description)}`);
  return [
    `Usage: ${forms.join("\n       ")}`,
    layRows(all.map(([name, { about }]) => [name, about]), helpWidth()),
    "Each explains itself with --help.",
  ].join("\n\n");
}

/**
 * The `extract` command: finds the sub-command that its first argument names, and runs
 * it.
 */
export const extractCommand: CommandFunction = async (args, print, letGo) => {
  const [name, ...rest] = args;
  if (name === "--help") return print(await usage());
  const chosen = name !== undefined && Object.hasOwn(SUB_COMMANDS, name)
    ? SUB_COMMANDS[name]
    : undefined;
  if (chosen === undefined) {
    const names = Object.keys(SUB_COMMANDS);
    const received = `${name ?? "nothing"}${didYouMean(name ?? "", names)}`;
    throw new UsageError(
      `one of the sub-commands ${names.join(", ")} is wanted, got ${received}\n` +
        await usage(),
    );
  }
  const command = await chosen.load();
  await command(rest, print, letGo);
};

if (import.meta.main) {
  await runCommand(extractCommand);
}
