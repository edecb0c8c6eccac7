import { join } from "node:path";
import { command } from "./command.ts";
import { prepareJupyter, ROOT, runJupyter } from "./jupyter.ts";
import { showProgress } from "./progress.ts";
import { runCommand } from "./run_command.ts";

/** The `lab` command. */
export const labCommand = command({
  name: "lab",
  summary:
    `Opens JupyterLab on the project's notebooks. The first time it is set up in .venv,
      with the Deno kernel; nothing outside the project is changed.`,
  notes: ["For example: deno task lab --no-browser --port 8890"],
  passesOn: "JupyterLab's options",
}, async ({ args }) => {
  const progress = showProgress(1);
  progress.step("Preparing Jupyter");
  await prepareJupyter(progress.update).finally(progress.end);
  const { code } = await runJupyter(["lab", ...defaultsBeside(args), ...args], false);
  Deno.exitCode = code;
});

/** What the project adds to JupyterLab's options: its folder, and leave to run as root. */
function defaultsBeside(args: readonly string[]): string[] {
  const isGiven = (option: string) => args.some((arg) => arg.startsWith(option));
  return [
    ...(isGiven("--notebook-dir") ? [] : [`--notebook-dir=${join(ROOT, "notebooks")}`]),
    ...(Deno.uid() === 0 && !isGiven("--allow-root") ? ["--allow-root"] : []),
  ];
}

if (import.meta.main) await runCommand(labCommand);
