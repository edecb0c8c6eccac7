import { DataError, printable, UsageError } from "@jkp/problem";
import type { CommandFunction } from "./command.ts";
import { endOnSignals } from "./interrupts.ts";
import { letGoInProcess } from "./permissions.ts";
import { errorWidth, inLines, screenLanguage, screenWidth } from "./screen.ts";
import { systemProblem } from "./system_problem.ts";

/** The exit code of a fault of the program, as `sysexits.h` has it. */
const FAULT = 70;

/** Shows where a fault arose; every command takes it, and hands it to nobody. */
const TRACE = "--trace";

/**
 * Runs a command and turns what goes wrong into a message and an exit code.
 *
 * Usage errors exit with 2; errors of data, of computations on them and of the file
 * system with 1. Anything else is a fault of the program: it says so, exits with 70, and
 * shows a stack trace if asked with `--trace`. A signal exits with 128 and its number.
 */
export async function runCommand(main: CommandFunction): Promise<void> {
  const isTraced = Deno.args.includes(TRACE);
  const args = Deno.args.filter((arg) => arg !== TRACE);
  const endWithFault = (error: unknown) => {
    console.error(printable(faultWords(error, isTraced)));
    Deno.exit(FAULT);
  };
  endOnSignals();
  const width = screenWidth();
  const language = screenLanguage();
  const widthOfErrors = errorWidth();
  addEventListener("unhandledrejection", ({ reason }) => endWithFault(reason));
  try {
    const code = await exitCodeOf(
      (print) => main(args, print, letGoInProcess, width, language),
      console.log,
      (text) => console.error(inLines(text, widthOfErrors, 2)),
    );
    if (code !== 0) Deno.exit(code);
  } catch (error) {
    endWithFault(error);
  }
}

/**
 * The exit code that a command ends with: 0 if nothing went wrong, 1 for data, 2 for
 * usage; what is a fault of the program is thrown. Signs that are not seen are shown: what
 * data hold cannot steer a terminal.
 */
export async function exitCodeOf(
  main: (print: (text: string) => void) => Promise<void>,
  print: (text: string) => void,
  printError: (text: string) => void,
): Promise<0 | 1 | 2> {
  try {
    await main((text) => print(printable(text)));
    return 0;
  } catch (error) {
    const told = toldOf(error);
    if (told === undefined) throw error;
    printError(printable(told));
    return error instanceof UsageError ? 2 : 1;
  }
}

/** What is said of an error about what the user gave, or what the system refused. */
function toldOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error instanceof UsageError || error instanceof DataError) return error.message;
  // Ours say in either language what cannot be done; the engine's own tell of a fault.
  const isOurs = error instanceof RangeError &&
    /^(Cannot|Tidak dapat) /.test(error.message);
  return isOurs ? error.message : systemProblem(error);
}

/** What is said of a fault of the program: that it is one, and what to do. */
export function faultWords(error: unknown, isTraced: boolean): string {
  const { name, message, stack } = error instanceof Error
    ? error
    : new Error(String(error));
  return [
    `A fault of JKP Lab, not of your data or of what you asked: ${name}: ${message}`,
    isTraced
      ? `${stack}\nReport this, with the command, to those you have JKP Lab from. Read it ` +
        "through first: it may quote your data."
      : `Nothing is half written. To see where it arose, and what to report, run the same ` +
        `command with ${TRACE}.`,
  ].join("\n");
}
