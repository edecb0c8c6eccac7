import { DataError, UsageError } from "@jkp/problem";

/**
 * Runs a command and turns what goes wrong into a message and an exit code.
 *
 * Usage errors exit with 2, errors of data and of computations on them with 1. Neither
 * shows a stack trace; anything else is a fault of the program and shows its own.
 *
 * @param main The command; gets the arguments after its name.
 *
 * @example
 * ```ts no-run
 * import { runCommand } from "./run_command.ts";
 *
 * await runCommand((args) => Promise.resolve(console.log(args.length)));
 * ```
 */
export async function runCommand(
  main: (args: string[]) => Promise<void>,
): Promise<void> {
  try {
    await main(Deno.args);
  } catch (error) {
    const isUsage = error instanceof UsageError;
    if (!isUsage && !(error instanceof DataError) && !(error instanceof RangeError)) {
      throw error;
    }
    console.error(error.message);
    Deno.exit(isUsage ? 2 : 1);
  }
}
