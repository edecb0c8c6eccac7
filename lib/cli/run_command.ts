import { DataError, UsageError } from "@jkp/problem";

/**
 * Runs a command and turns what goes wrong into a message and an exit code.
 *
 * Usage errors exit with 2; errors of data, of computations on them and of the file
 * system with 1. None shows a stack trace; anything else is a fault of the program and
 * shows its own.
 */
export async function runCommand(
  main: (args: readonly string[], print: (text: string) => void) => Promise<void>,
): Promise<void> {
  const code = await exitCodeOf(() => main(Deno.args, console.log), console.error);
  if (code !== 0) Deno.exit(code);
}

/**
 * The exit code that a command ends with: 0 if nothing went wrong, 1 for data, 2 for
 * usage; what is a fault of the program is thrown.
 */
export async function exitCodeOf(
  main: () => Promise<void>,
  printError: (message: string) => void,
): Promise<0 | 1 | 2> {
  try {
    await main();
    return 0;
  } catch (error) {
    if (!isExpected(error)) throw error;
    printError(error.message);
    return error instanceof UsageError ? 2 : 1;
  }
}

/** Whether an error is about what the user gave or where it should go. */
function isExpected(error: unknown): error is Error {
  const kinds = [UsageError, DataError, RangeError, ...Object.values(Deno.errors)];
  return kinds.some((kind) => error instanceof kind);
}
