import { UsageError } from "@jkp/problem";
import { runCommand } from "./run_command.ts";

/** A sub-command: gets its arguments and where its lines go. */
type SubCommand = (
  args: readonly string[],
  print: (line: string) => void,
) => Promise<void>;

/** Sub-commands by name; each is loaded when it is wanted. */
const SUB_COMMANDS: Readonly<Record<string, () => Promise<SubCommand>>> = {
  check: async () => (await import("./extract_check.ts")).extractCheckCommand,
  build: async () => (await import("./extract_build.ts")).extractBuildCommand,
  map: async () => (await import("./extract_map.ts")).extractMapCommand,
  synthesize: async () =>
    (await import("./extract_synthesize.ts")).extractSynthesizeCommand,
};

const USAGE = `\
Usage: deno task extract check DIR        what is wrong with a member-level extract
       deno task extract build DIR        count it into a statistics extract
       deno task extract map FILE         propose how its columns are to be read
       deno task extract synthesize       make a labelled synthetic extract

Each explains itself with --help.`;

/**
 * The `extract` command.
 *
 * @param args Its arguments: a sub-command and what it takes.
 * @param print Where its lines go.
 * @throws {UsageError} If the sub-command or an option is unknown or unusable.
 * @throws {DataError} If input cannot be used.
 */
export async function extractCommand(
  args: readonly string[],
  print: (line: string) => void,
): Promise<void> {
  const [name, ...rest] = args;
  if (name === "--help") return print(USAGE);
  const load = name !== undefined && Object.hasOwn(SUB_COMMANDS, name)
    ? SUB_COMMANDS[name]
    : undefined;
  if (load === undefined) {
    const names = Object.keys(SUB_COMMANDS).join(", ");
    const received = name ?? "nothing";
    throw new UsageError(
      `one of the sub-commands ${names} is wanted, got ${received}\n${USAGE}`,
    );
  }
  const command = await load();
  await command(rest, print);
}

if (import.meta.main) {
  await runCommand((args) => extractCommand(args, console.log));
}
