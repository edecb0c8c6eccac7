import { join } from "node:path";
import { JUPYTER_ENV, prepareJupyter, ROOT } from "./jupyter.ts";
import { showProgress } from "./progress.ts";
import { runCommand } from "./run_command.ts";

const USAGE = `\
Usage: deno task lab [JupyterLab's options]

Opens JupyterLab on the project's notebooks. The first time it is set up in .venv, with
the Deno kernel; nothing outside the project is changed.

For example: deno task lab --no-browser --port 8890`;

/**
 * The `lab` command.
 *
 * @param args Passed on to JupyterLab.
 * @throws {DataError} If JupyterLab cannot be set up.
 */
export async function labCommand(args: readonly string[]): Promise<void> {
  if (args.includes("--help")) return console.log(USAGE);
  const progress = showProgress(1);
  progress.step("Preparing Jupyter");
  const jupyter = await prepareJupyter(progress.update);
  progress.end();
  const { code } = await new Deno.Command(jupyter, {
    args: ["lab", ...defaultsBeside(args), ...args],
    env: JUPYTER_ENV,
  }).spawn().status;
  Deno.exitCode = code;
}

/** What the project adds to JupyterLab's options: its folder, and leave to run as root. */
function defaultsBeside(args: readonly string[]): string[] {
  const isGiven = (option: string) => args.some((arg) => arg.startsWith(option));
  return [
    ...(isGiven("--notebook-dir") ? [] : [`--notebook-dir=${join(ROOT, "notebooks")}`]),
    ...(Deno.uid() === 0 && !isGiven("--allow-root") ? ["--allow-root"] : []),
  ];
}

if (import.meta.main) await runCommand(labCommand);
