import { readValuation, REPORT_VALUATION } from "@jkp/valuation/read";
import { StagedFiles } from "@jkp/files/write";
import { DataError, type Problem, UsageError } from "@jkp/problem";
import { loadPublished } from "@jkp/published/read";
import { buildLedger, computeResults, REGISTRY } from "@jkp/reproduction";
import { existsSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { command } from "./command.ts";
import { prepareJupyter, ROOT, runJupyter } from "./jupyter.ts";
import { failures, readNotebook } from "./notebook_file.ts";
import { differingOutputs, type WrittenItems, writtenItems } from "./notebook_outputs.ts";
import { finishWithManifest } from "./outputs.ts";
import { showProgress } from "./progress.ts";
import { outputFiles } from "./reproduce_outputs.ts";
import { runCommand } from "./run_command.ts";

/** Notebooks that run at the same time. */
const AT_ONCE = 2;

/** Notebooks that are worth a process of their own: Jupyter takes seconds to start. */
const WORTH_A_PROCESS = 2;

/** Seconds that a cell can take. */
const CELL_SECONDS = 180;

/** The `notebooks` command. */
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
  await runNotebooks(paths, values.out, print);
});

/**
 * Runs notebooks, with executed copies and HTML in `out`, and compares what they show
 * with what `reproduce` writes.
 *
 * @throws {DataError} With every cell that failed and every output that differs.
 */
export async function runNotebooks(
  paths: readonly string[],
  out: string,
  print: (line: string) => void,
  itemsWritten: () => Promise<WrittenItems> = itemsOfReport,
): Promise<void> {
  const progress = showProgress(4);
  try {
    progress.step("Preparing Jupyter");
    await prepareJupyter(progress.update);
    progress.step(`Running ${paths.length} notebooks`);
    const started = performance.now();
    using staged = new StagedFiles(out);
    const copies = paths.map((path) => staged.pathOf(basename(path)));
    await execute(paths, copies);
    progress.step("Computing what the notebooks should show");
    const problems = await problemsOf(paths, copies, await itemsWritten());
    progress.step("Writing HTML");
    for (const path of paths) staged.pathOf(basename(path).replace(/ipynb$/, "html"));
    await convert(["--to", "html", ...copies], () => "HTML");
    finishWithManifest(staged);
    progress.end();
    if (problems.length > 0) throw new DataError(problems);
    const seconds = (performance.now() - started) / 1000;
    summaryOf(paths.length, seconds, out).forEach((line) => print(line));
  } finally {
    progress.end();
  }
}

/** What the command prints when nothing failed. */
export function summaryOf(notebooks: number, seconds: number, out: string): string[] {
  return [
    `${notebooks} notebooks run in ${seconds.toFixed(0)} s, nothing failed or differs.`,
    `Executed copies and HTML: ${out}/`,
  ];
}

/** Paths of the project's notebooks, in order. */
export function notebookPaths(): string[] {
  const folder = join(ROOT, "notebooks");
  return [...Deno.readDirSync(folder)].map(({ name }) => name)
    .filter((name) => name.endsWith(".ipynb")).sort().map((name) => join(folder, name));
}

async function itemsOfReport(): Promise<WrittenItems> {
  const [report, published] = await Promise.all([
    readValuation(REPORT_VALUATION),
    loadPublished(),
  ]);
  const results = await computeResults(report);
  const ledger = buildLedger(REGISTRY, results, published);
  return writtenItems(await outputFiles(REGISTRY, results, published, ledger));
}

/**
 * Runs notebooks, several at once, each in a kernel of its own; errors of cells stay in
 * the executed copies.
 */
async function execute(
  paths: readonly string[],
  copies: readonly string[],
): Promise<void> {
  const isRun = (path: string) => existsSync(copies[paths.indexOf(path)]!);
  const processes = Math.min(AT_ONCE, Math.ceil(paths.length / WORTH_A_PROCESS));
  await Promise.all(Array.from({ length: processes }, async (_, process) => {
    const own = paths.filter((_, index) => index % processes === process);
    await convert([
      ...["--to", "notebook", "--execute", "--allow-errors"],
      `--ExecutePreprocessor.timeout=${CELL_SECONDS}`,
      ...["--output-dir", dirname(copies[0]!), ...own],
    ], () => basename(own.find((path) => !isRun(path)) ?? own.at(-1)!));
  }));
}

async function convert(
  args: readonly string[],
  what: () => string,
): Promise<void> {
  const all = ["nbconvert", "--log-level=ERROR", ...args];
  const { code, stderr } = await runJupyter(all, true);
  if (code === 0) return;
  const message = stderr.trim().split("\n").at(-1);
  throw new DataError([{
    file: what(),
    expected: "Jupyter to run it to the end",
    received: message || `exit code ${code}`,
  }]);
}

async function problemsOf(
  paths: readonly string[],
  copies: readonly string[],
  written: WrittenItems,
): Promise<Problem[]> {
  const each = paths.map(async (path, index) => {
    const notebook = await readNotebook(copies[index]!);
    return [...failures(path, notebook), ...differingOutputs(path, notebook, written)];
  });
  return (await Promise.all(each)).flat();
}

if (import.meta.main) {
  await runCommand(notebooksCommand);
}
