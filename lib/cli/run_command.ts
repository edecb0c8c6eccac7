import { DataError, UsageError } from "@jkp/problem";

/**
 * Runs a command and turns what goes wrong into a message and an exit code.
 *
 * Usage errors exit with 2; errors of data, of computations on them and of the file
 * system with 1. None shows a stack trace; anything else is a fault of the program and
 * shows its own.
 *
 * @param main The command; gets the arguments after its name, and where to print.
 *
 * @example
 * ```ts no-run
 * import { runCommand } from "./run_command.ts";
 *
 * await runCommand(async (args, print) => print(`${args.length} arguments`));
 * ```
 */
export async function runCommand(
  main: (args: readonly string[], print: (text: string) => void) => Promise<void>,
): Promise<void> {
  try {
    await main(Deno.args, console.log);
  } catch (error) {
    if (!isExpected(error)) throw error;
    console.error(error.message);
    Deno.exit(error instanceof UsageError ? 2 : 1);
  }
}

/** Whether an error is about what the user gave or where it should go. */
function isExpected(error: unknown): error is Error {
  const kinds = [UsageError, DataError, RangeError, ...Object.values(Deno.errors)];
  return kinds.some((kind) => error instanceof kind);
}
