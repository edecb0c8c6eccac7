import { command } from "./command.ts";
import { copyStarter, prepareJupyter, ROOT, runJupyter } from "./jupyter.ts";
import { showProgress } from "./progress.ts";
import { runCommand } from "./run_command.ts";

/** The notebook that opens first, from the project's folder. */
const FIRST = "notebooks/00_start_here.ipynb";

/** The `lab` command. */
export const labCommand = command({
  name: "lab",
  summary: [
    `Opens JupyterLab on the project, with its first notebook. The first time it is set up
      in .venv, with the Deno kernel; nothing outside the project is changed. Your own
      notebooks belong into notebooks/own/, where starter.ipynb is one to begin with.`,
    `A notebook's kernel has all permissions that you have. Open only notebooks that you
      trust.`,
  ],
  notes: ["For example: deno task lab --no-browser --port 8890"],
  passesOn: "JupyterLab's options",
}, async ({ args }) => {
  const progress = showProgress(1);
  progress.step("Preparing Jupyter");
  await prepareJupyter(progress.update).finally(progress.end);
  await copyStarter();
  const { code } = await runJupyter(["lab", ...labDefaults(args), ...args], false);
  Deno.exitCode = code;
});

/**
 * What the project adds to JupyterLab's options: its folder and first notebook, unless a
 * folder or file is named, and leave to run as root.
 */
export function labDefaults(
  args: readonly string[],
  isRoot: boolean = Deno.uid() === 0,
): string[] {
  const isGiven = (...options: readonly string[]) =>
    args.some((arg) => options.some((option) => arg.startsWith(option)));
  const namesFile = args.some((arg) => arg.endsWith(".ipynb"));
  const hasFolder = isGiven("--notebook-dir", "--ServerApp.root_dir");
  const isOpened = hasFolder || namesFile || isGiven("--LabApp.default_url");
  return [
    ...(hasFolder ? [] : [`--notebook-dir=${ROOT}`]),
    ...(isOpened ? [] : [`--LabApp.default_url=/lab/tree/${FIRST}`]),
    ...(isRoot && !isGiven("--allow-root") ? ["--allow-root"] : []),
  ];
}

if (import.meta.main) await runCommand(labCommand);
