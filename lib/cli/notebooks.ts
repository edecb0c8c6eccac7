import { readShippedExtract } from "@jkp/extract";
import { DataError, type Problem, UsageError } from "@jkp/problem";
import { loadPublished } from "@jkp/published";
import { buildLedger, computeResults, REGISTRY } from "@jkp/report";
import { basename, join } from "node:path";
import { command } from "./command.ts";
import { JUPYTER_ENV, prepareJupyter, ROOT } from "./jupyter.ts";
import { failures, readNotebook } from "./notebook_file.ts";
import { differingOutputs, type WrittenItems, writtenItems } from "./notebook_outputs.ts";
import { showProgress } from "./progress.ts";
import { outputFiles } from "./reproduce_outputs.ts";
import { runCommand } from "./run_command.ts";

/** Notebooks that run at the same time. */
const AT_ONCE = 2;

/** Seconds that a cell can take. */
const CELL_SECONDS = 180;

/**
 * The `notebooks` command.
 *
 * @throws {UsageError} If an option is unknown.
 * @throws {DataError} With every cell that failed and every output that differs.
 */
export const notebooksCommand = command({
  name: "notebooks",
  summary:
    `Runs notebooks from top to bottom in the Deno kernel, in a project-local Jupyter,
      and writes executed copies and HTML. Fails if a cell fails, the kernel dies, or a
      table or figure is not what reproduce writes.`,
  operand: {
    word: "FILE",
    isMany: true,
    about: "notebooks to run (default: all of notebooks/)",
  },
  options: {
    out: {
      value: "DIR",
      about: "folder to write to",
      default: join(ROOT, "outputs/notebooks"),
      defaultWords: "outputs/notebooks",
    },
  },
}, async ({ operand: files, values }, print) => {
  const paths = files.length > 0 ? files : notebookPaths();
  const missing = paths.filter((path) => !path.endsWith(".ipynb"));
  if (missing.length > 0) {
    throw new UsageError(`notebooks (.ipynb) are wanted, got ${missing.join(" ")}`);
  }
  const progress = showProgress(4);
  try {
    progress.step("Preparing Jupyter");
    const jupyter = await prepareJupyter(progress.update);
    progress.step("Computing what the notebooks should show");
    const written = await itemsOfReport();
    progress.step(`Running ${paths.length} notebooks`);
    const started = performance.now();
    await Deno.mkdir(values.out, { recursive: true });
    await execute(jupyter, paths, values.out);
    const problems = await problemsOf(paths, values.out, written);
    progress.step("Writing HTML");
    await toHtml(jupyter, paths, values.out);
    progress.end();
    if (problems.length > 0) throw new DataError(problems);
    const seconds = ((performance.now() - started) / 1000).toFixed(0);
    print(`${paths.length} notebooks run in ${seconds} s, nothing failed or differs.`);
    print(`Executed copies and HTML: ${values.out}/`);
  } finally {
    progress.end();
  }
});

/**
 * The project's notebooks.
 *
 * @returns Their paths, in order.
 */
export function notebookPaths(): string[] {
  const folder = join(ROOT, "notebooks");
  return [...Deno.readDirSync(folder)].map(({ name }) => name)
    .filter((name) => name.endsWith(".ipynb")).sort().map((name) => join(folder, name));
}

async function itemsOfReport(): Promise<WrittenItems> {
  const [extract, published] = await Promise.all([readShippedExtract(), loadPublished()]);
  const results = await computeResults(extract, "closest");
  const ledger = buildLedger(REGISTRY, results, published);
  return writtenItems(await outputFiles(REGISTRY, results, published, ledger));
}

/** Runs notebooks, several at once; errors of cells stay in the executed copies. */
async function execute(
  jupyter: string,
  paths: readonly string[],
  out: string,
): Promise<void> {
  const waiting = [...paths];
  const worker = async () => {
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      await convert(jupyter, [
        ...["--to", "notebook", "--execute", "--allow-errors"],
        `--ExecutePreprocessor.timeout=${CELL_SECONDS}`,
        ...["--output-dir", out, path],
      ], basename(path));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

async function toHtml(
  jupyter: string,
  paths: readonly string[],
  out: string,
): Promise<void> {
  const executed = paths.map((path) => join(out, basename(path)));
  await convert(jupyter, ["--to", "html", ...executed], "HTML");
}

async function convert(
  jupyter: string,
  args: readonly string[],
  what: string,
): Promise<void> {
  const { code, stderr } = await new Deno.Command(jupyter, {
    args: ["nbconvert", "--log-level=ERROR", ...args],
    env: JUPYTER_ENV,
  }).output();
  if (code === 0) return;
  const message = new TextDecoder().decode(stderr).trim().split("\n").at(-1);
  throw new DataError([{
    file: what,
    expected: "Jupyter to run it to the end",
    received: message || `exit code ${code}`,
  }]);
}

async function problemsOf(
  paths: readonly string[],
  out: string,
  written: WrittenItems,
): Promise<Problem[]> {
  const each = paths.map(async (path) => {
    const notebook = await readNotebook(join(out, basename(path)));
    return [...failures(path, notebook), ...differingOutputs(path, notebook, written)];
  });
  return (await Promise.all(each)).flat();
}

if (import.meta.main) {
  await runCommand(notebooksCommand);
}
