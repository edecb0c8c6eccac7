import { sha256 } from "@jkp/files";
import { isThere } from "@jkp/files/read";
import { DataError } from "@jkp/problem";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { ATTACHED, type Ended, runAttached } from "./attached.ts";

/** The project's folder. */
export const ROOT: string = fileURLToPath(new URL("../../", import.meta.url));

/** Where JupyterLab and its kernel live: nothing of the machine's own is changed. */
const ENVIRONMENT = join(ROOT, ".venv");
const PROGRAMS = join(ENVIRONMENT, "bin");
const NOTEBOOKS = join(ROOT, "notebooks");
const REQUIREMENTS = join(NOTEBOOKS, "requirements.txt");

/**
 * Where the reader's own work belongs: below `notebooks`, whose `deno.json` the kernel then
 * takes, and ignored by git.
 */
export const OWN_NOTEBOOKS: string = join(NOTEBOOKS, "own");

/** What a reader's own folder begins with; kept outside it, since git ignores that. */
export const STARTER: string = fileURLToPath(new URL("starter.ipynb", import.meta.url));

/**
 * Puts the starter into the reader's folder if it is not there yet; nothing is written over.
 *
 * @returns The starter's copy.
 */
export async function copyStarter(folder: string = OWN_NOTEBOOKS): Promise<string> {
  await Deno.mkdir(folder, { recursive: true });
  const copy = join(folder, basename(STARTER));
  try {
    await Deno.writeFile(copy, await Deno.readFile(STARTER), { createNew: true });
  } catch (error) {
    if (!(error instanceof Deno.errors.AlreadyExists)) throw error;
  }
  return copy;
}

/**
 * The lock of the kernel, beside its `deno.json`. Not frozen, since a cell may import any
 * package, and ignored by git, so that such an import changes nothing that is committed.
 */
const KERNEL_LOCK = join(NOTEBOOKS, "deno.lock");

/** The committed lock that holds every package of the notebooks: the kernel's begins so. */
const TESTED_LOCK = join(ROOT, "deno.dev.lock");

/** Keeps what Jupyter writes of its own inside the project, and its output plain. */
const JUPYTER_ENV: Readonly<Record<string, string>> = {
  JUPYTER_CONFIG_DIR: join(ENVIRONMENT, "share/jupyter-config"),
  JUPYTER_DATA_DIR: join(ENVIRONMENT, "share/jupyter-data"),
  JUPYTER_RUNTIME_DIR: join(ENVIRONMENT, "share/jupyter-runtime"),
  IPYTHONDIR: join(ENVIRONMENT, "share/ipython"),
  NO_COLOR: "1",
};

/** What the environment was made from, so that it is made again when that changes. */
const MARKER = join(ENVIRONMENT, "requirements.sha256");

/** What the kernel's lock began as, so that it begins anew when a pin changes. */
const LOCK_MARKER = join(ENVIRONMENT, "deno.dev.lock.sha256");

/**
 * Runs the project's own `jupyter`, once it is prepared; it ends with this process.
 *
 * @param keepsStderr Whether what it says on standard error is kept, not shown.
 */
export async function runJupyter(
  args: readonly string[],
  keepsStderr: boolean,
): Promise<Ended> {
  const all = [join(PROGRAMS, "jupyter"), ...args];
  return await runAttached(PROGRAMS, all, JUPYTER_ENV, keepsStderr);
}

/**
 * Prepares the project's own `jupyter` with a Deno kernel; the first call makes a
 * Python environment in `.venv`. `step` is told what takes time.
 *
 * @throws {DataError} If Python is not there or cannot make the environment.
 */
export async function prepareJupyter(
  step: (text: string) => void = () => {},
): Promise<void> {
  const wanted = await sha256(await Deno.readFile(REQUIREMENTS));
  const made = await Deno.readTextFile(MARKER).catch(() => "");
  if (made !== wanted) {
    step("Making a Python environment in .venv (once)");
    await run("python3", ["-m", "venv", "--clear", ENVIRONMENT]);
    step("Installing JupyterLab into .venv (once, about a minute)");
    // Python compiles what it loads; compiling all of it first takes half as long again.
    const quiet = [
      "--quiet",
      "--disable-pip-version-check",
      "--no-input",
      "--no-compile",
    ];
    await run(join(PROGRAMS, "pip"), ["install", ...quiet, "-r", REQUIREMENTS]);
    await Deno.writeTextFile(MARKER, wanted);
  }
  await prepareKernelLock();
  await registerKernel();
}

/**
 * Gives the kernel the versions that the tests ran with. Deno drops from the copy what the
 * notebooks do not name, before it fetches anything. What a reader added stays until a pin
 * of the project changes.
 */
async function prepareKernelLock(): Promise<void> {
  const tested = await Deno.readFile(TESTED_LOCK);
  const wanted = await sha256(tested);
  const begun = await Deno.readTextFile(LOCK_MARKER).catch(() => "");
  if (begun === wanted && await isThere(KERNEL_LOCK)) return;
  await Deno.writeFile(KERNEL_LOCK, tested);
  await Deno.writeTextFile(LOCK_MARKER, wanted);
}

/** Keeps JupyterLab from asking about news and from looking for updates. */
const SETTINGS = {
  "@jupyterlab/apputils-extension:notification": {
    fetchNews: "false",
    checkForUpdates: false,
  },
};

/** Tells this environment's Jupyter, and no other, of the Deno that runs now. */
async function registerKernel(): Promise<void> {
  const kernel = {
    argv: [
      ...[join(PROGRAMS, "python"), ATTACHED],
      ...[Deno.execPath(), "jupyter", "--kernel", "--conn", "{connection_file}"],
    ],
    display_name: "Deno",
    language: "typescript",
    env: { NO_COLOR: "1" },
  };
  await writeJson("share/jupyter/kernels/deno/kernel.json", kernel);
  await writeJson("share/jupyter/lab/settings/overrides.json", SETTINGS);
}

async function writeJson(path: string, value: unknown): Promise<void> {
  const file = join(ENVIRONMENT, path);
  await Deno.mkdir(dirname(file), { recursive: true });
  await Deno.writeTextFile(file, JSON.stringify(value, null, 2));
}

async function run(program: string, args: readonly string[]): Promise<void> {
  const { code, stderr } = await output(program, args);
  if (code === 0) return;
  throw new DataError([{
    file: program,
    expected: `Python 3.10 or later with venv, for ${args.slice(0, 2).join(" ")}`,
    received: stderr.trim().split("\n").at(-1) ?? `exit code ${code}`,
  }]);
}

/** Exit code and error output of a program; 127 if it is not there. */
async function output(
  program: string,
  args: readonly string[],
): Promise<{ code: number; stderr: string }> {
  try {
    const { code, stderr } = await new Deno.Command(program, { args: [...args] })
      .output();
    return { code, stderr: new TextDecoder().decode(stderr) };
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    return { code: 127, stderr: `${program} is not installed` };
  }
}
