import { CASES_FOLDER } from "./cases_for_test.ts";
import { cellName, failures, type Notebook, readNotebook } from "./notebook_file.ts";
import { OWN_CELLS as NEWCOMERS } from "./own_cells_for_test.ts";
import { METADATA, notebookOf } from "./notebook_for_test.ts";
import { DataError, UsageError } from "@jkp/problem";
import { assert, assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { basename, dirname, join } from "node:path";
import { copyStarter, ROOT, STARTER } from "./jupyter.ts";
import { labDefaults } from "./lab.ts";
import { differingOutputs, type WrittenItems, writtenItems } from "./notebook_outputs.ts";
import { notebookPaths, notebooksCommand, runNotebooks, summaryOf } from "./notebooks.ts";
import { reproduced } from "./reproduced_for_test.ts";
import config from "../../deno.json" with { type: "json" };

/** Runs notebooks into a folder of their own; gives it, and what is wrong. */
async function runWithProblems(paths: readonly string[]) {
  const out = await Deno.makeTempDir();
  const run = runNotebooks(paths, out, () => {}, itemsReproduced);
  const { message }: Error = await assertRejects(() => run, DataError);
  return { out, problems: message.split("\n") };
}

/** What keeps a notebook from being clean: outputs, counts, metadata of a program. */
function uncleanParts({ metadata, cells }: Notebook): string[] {
  return [
    ...Object.keys(metadata).filter((key) => !(key in METADATA)),
    ...cells
      .filter(({ outputs, execution_count: count }) =>
        outputs.length > 0 || count !== null
      )
      .map(cellName),
  ];
}

/** Tables and figures that `deno task reproduce` wrote. */
async function itemsReproduced(): Promise<WrittenItems> {
  const { folder } = await reproduced();
  const names = ["tables", "figures"].flatMap((part) =>
    [...Deno.readDirSync(join(folder, part))].map(({ name }) => `${part}/${name}`)
  );
  return writtenItems(
    new Map(names.map((name) => [name, Deno.readTextFileSync(join(folder, name))])),
  );
}

/** Gives the kernel time to send what a cell printed, which it may lose under load. */
const WAIT = "await new Promise((done) => setTimeout(done, 200));";

/** A reader's own cells: a room, a package of theirs, Danfo.js. */
const OWN_CELLS = [
  `import { monthOf } from "@jkp/month"; console.log(monthOf(2021, 1));`,
  // Not a package of the notebooks, and fetched with those of the tests.
  `import fc from "npm:fast-check@4.10.2"; console.log(fc.sample(fc.constant(5), 1));`,
  `const { DataFrame } = await import("danfojs-node");
console.log(new DataFrame([[1, 2]], { columns: ["a", "b"] }).shape);`,
].map((source) => `${source}\n${WAIT}`);

/** The code of a notebook, cell by cell. */
async function codeOf(path: string): Promise<string[]> {
  const { cells } = await readNotebook(path);
  return cells.filter((cell) => cell.cell_type === "code").map(({ source }) => source);
}

/**
 * The project's notebooks, run once with one of a reader's own and two that must be found
 * at fault: Jupyter and its kernels take long to start.
 */
const runAll = async () =>
  runWithProblems([
    ...notebookPaths(),
    await notebookOf("own_cells", ...await codeOf(STARTER), ...OWN_CELLS),
    await notebookOf("newcomer", ...NEWCOMERS.map(({ source }) => source)),
    await notebookOf("throws", "1 + 1", 'throw new Error("canary")', "2 + 2"),
    await notebookOf(
      "other_reading",
      `import { openReport, show } from "@jkp/notebook";
const report = await openReport({ reading: "national_odds" });
await show(report.table("3.7"));`,
    ),
  ]);
let ran: ReturnType<typeof runAll> | undefined;

/** What is wrong with the notebook of a name, in the run of all. */
async function problemsOf(name: string): Promise<string[]> {
  const { problems } = await (ran ??= runAll());
  return problems.filter((problem) => problem.startsWith(`${name}.ipynb: `));
}

Deno.test("notebooks are committed clean", async () => {
  const paths = [...notebookPaths(), STARTER];
  assert(paths.length > 1);
  for (const path of paths) {
    assertEquals(uncleanParts(await readNotebook(path)), [], path);
  }
});

/** A line that shows a finished item of the report, or imports. */
const SHOWS_FINISHED =
  /^(import .*|(for \(const .* of .*\) )?await show\((report\.\w+\(.*\)|\w+!?)\);|)$/;

Deno.test("under a fifth of all cells only show a finished item", async () => {
  const notebooks = await Promise.all(notebookPaths().map(readNotebook));
  const cells = notebooks.flatMap(({ cells }) => cells)
    .filter((cell) => cell.cell_type === "code");
  const only = cells.filter(({ source }) =>
    source.includes("await show(") &&
    source.split("\n").every((line) => SHOWS_FINISHED.test(line))
  );
  assert(
    only.length > 0 && only.length < cells.length / 5,
    `${only.length} of ${cells.length}`,
  );
});

/** Writes the cells of a notebook as one module, and gives its path. */
async function moduleOf(
  path: string,
  folder: string,
  changed: (code: string) => string = (code) => code,
): Promise<string> {
  const { cells } = await readNotebook(path);
  const code = cells.filter((cell) => cell.cell_type === "code")
    .map(({ source }) => `${source.trimEnd()};\n`).join("");
  const module = join(folder, `${basename(path, ".ipynb")}.ts`);
  await Deno.writeTextFile(module, `${changed(code)}export {};\n`);
  return module;
}

Deno.test("cells of notebooks are type-checked", async () => {
  const folder = await Deno.makeTempDir();
  const modules = await Promise.all(
    [...notebookPaths(), STARTER].map((path) => moduleOf(path, folder)),
  );
  // With all else that `deno task check` takes: what it found is not checked again.
  const [, ...args] = config.tasks.check.command.split(" ");
  const { code, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [...args, ...modules],
    cwd: ROOT,
    env: { NO_COLOR: "1" },
  }).output();
  assertEquals(code, 0, new TextDecoder().decode(stderr));
});

Deno.test("notebooks run in the Deno kernel and show what reproduce writes", async () => {
  const { out } = await (ran ??= runAll());
  for (const path of notebookPaths()) {
    const name = basename(path, ".ipynb");
    assertEquals(await problemsOf(name), []);
    const html = await Deno.readTextFile(join(out, `${name}.html`));
    assertStringIncludes(html, "jkp-table");
    if (name.startsWith("03_")) {
      assertStringIncludes(html, "The stages above give the rates of reproduce.");
    }
  }
});

/** The valuation of other years, on an extract of other years. */
const OTHER = join(CASES_FOLDER, "s2026/valuation.toml");

/** A line of a notebook, and what stands there for another extract and valuation. */
type Edits = readonly (readonly [line: string, other: string])[];

const valuationIs = (name: string): Edits => [[
  `const valuationName = "${name}";`,
  `const valuationName = ${JSON.stringify(OTHER)};`,
]];

/** Notebooks that are made again from a reader's own extract, with what the reader edits. */
const CHAPTERS: Readonly<Record<string, Edits>> = {
  "00_start_here": valuationIs("report_2021"),
  "01_context": valuationIs("report_2021"),
  "02_environment": valuationIs("report_2021"),
  "03_cost_assessment": valuationIs("report_2021"),
  "04_policy": valuationIs("report_2021"),
  "05_your_data": [
    [
      "const folder = SHIPPED_SPELLS_FOLDER;",
      `const folder = ${JSON.stringify(join(CASES_FOLDER, "window_2021_2025"))};`,
    ],
    [
      'const valuationPath = "../outputs/own_valuation/valuation.toml";',
      `const valuationPath = ${
        JSON.stringify(join(await Deno.makeTempDir(), "valuation.toml"))
      };`,
    ],
    [
      'const scenario = draft.scenarios.includes("base") ? "base" : "scenario.toml";',
      `const scenario = ${JSON.stringify(join(CASES_FOLDER, "s2026/s2026.toml"))};`,
    ],
  ],
  "07_schemes": valuationIs("report_2021"),
  "08_jkp_today": valuationIs("jkp_2026"),
  "09_how_sure": valuationIs("jkp_2026"),
  "10_monitoring": valuationIs("report_2021"),
};

/** Takes an exercise for answered with what it expects, so that its judgement shows. */
const ANSWERED: readonly [RegExp, string] = [
  /await answer\(\s*undefined,/g,
  "await ((expected: string | number, options: object) => " +
  "answer(expected, expected, options))(",
];

/** Runs a notebook's cells here, edited and answered; gives what they show. */
async function shownFrom(name: string, edits: Edits): Promise<string[]> {
  const path = notebookPaths().find((each) => basename(each, ".ipynb") === name)!;
  const module = await moduleOf(path, await Deno.makeTempDir(), (code) => {
    const changed = edits.reduce((so, [line, other]) => {
      assert(so.includes(line), `${name}: expected ${line}`);
      return so.replace(line, () => other);
    }, code);
    return changed.replaceAll(...ANSWERED);
  });
  const shown: string[] = [];
  const display = (bundle: Record<string, unknown>) =>
    Promise.resolve(void shown.push(Object.values(bundle).join("\n")));
  const folder = Deno.cwd();
  Object.assign(Deno, { jupyter: { display } }); // as the kernel has it
  Deno.chdir(dirname(path));
  try {
    await import(module);
  } finally {
    Deno.chdir(folder);
  }
  return shown;
}

Deno.test("chapters are made again from an extract and a valuation of other years", async () => {
  for (const [name, edits] of Object.entries(CHAPTERS)) {
    const shown = await shownFrom(name, edits);
    assert(shown.some((each) => each.includes("extract w2125")), name);
    assert(shown.filter((each) => each.startsWith("Right: ")).length >= 2, name);
    // What is of the shipped extract says that it is the report's; chapter 8 holds the
    // valuation before, which is the report's, against the one opened.
    if (name === "08_jkp_today") continue;
    for (const each of shown.filter((each) => each.includes("jht_2019"))) {
      assertStringIncludes(each, "ILO (2021)", name);
    }
  }
});

Deno.test("a cell imports the rooms, Danfo.js and a package of the reader's own", async () => {
  const { out } = await (ran ??= runAll());
  // What the starter shows is no table of the report.
  assertEquals(
    (await problemsOf("own_cells")).filter((each) => !each.includes("that reproduce")),
    [],
  );
  const { cells }: { cells: { outputs: { text?: string[] }[] }[] } = JSON.parse(
    await Deno.readTextFile(join(out, "own_cells.ipynb")),
  );
  const shown = cells.flatMap(({ outputs }) => outputs).map((each) =>
    JSON.stringify(each)
  );
  assertStringIncludes(
    shown.join(),
    "Suggested contribution rate: 1.56 %, 1.35 % as it is",
  );
  const printed = cells.flatMap(({ outputs }) => outputs)
    .flatMap(({ text = [] }) => text);
  assertEquals(printed.join(""), "24252\n[ 5 ]\n[ 1, 2 ]\n");
});

Deno.test("a newcomer's cells are shown, or refused in a sentence", async () => {
  const { out } = await (ran ??= runAll());
  const { cells }: { cells: { outputs: { data?: { "text/plain"?: string[] } }[] }[] } =
    JSON.parse(await Deno.readTextFile(join(out, "newcomer.ipynb")));
  // What they show is their own, and nothing that `reproduce` writes.
  const errors = (await problemsOf("newcomer"))
    .filter((problem) => problem.includes("expected no error"));
  NEWCOMERS.forEach((cell, i) => {
    const error = errors.find((each) => each.includes(`cell ${i + 1} (`)) ?? "";
    if ("refusedWith" in cell) return assertStringIncludes(error, cell.refusedWith);
    assertEquals(error, "");
    const shown = cells[i]!.outputs.flatMap(({ data }) => data?.["text/plain"] ?? []);
    assertStringIncludes(shown.join(""), cell.shows);
  });
});

Deno.test("copyStarter() writes over no notebook of the reader's", async () => {
  const folder = join(await Deno.makeTempDir(), "own");
  const copy = await copyStarter(folder);
  assertEquals(await Deno.readTextFile(copy), await Deno.readTextFile(STARTER));
  await Deno.writeTextFile(copy, "mine");
  assertEquals(await copyStarter(folder), copy);
  assertEquals(await Deno.readTextFile(copy), "mine");
});

Deno.test("labDefaults() opens the project at its first notebook, unless told another folder or file", () => {
  const url = "--LabApp.default_url=/lab/tree/notebooks/00_start_here.ipynb";
  assertEquals(labDefaults(["--port=1"], true), [
    `--notebook-dir=${ROOT}`,
    url,
    "--allow-root",
  ]);
  assertEquals(labDefaults(["my.ipynb"], false), [`--notebook-dir=${ROOT}`]);
  assertEquals(labDefaults(["--notebook-dir=/x"], false), []);
});

Deno.test("summaryOf() says what was run, and where the copies are", () => {
  assertEquals(summaryOf(8, 41.4, "outputs/notebooks"), [
    "8 notebooks run in 41 s, nothing failed or differs.",
    "Executed copies and HTML: outputs/notebooks/",
  ]);
});

Deno.test("notebooks fails when a cell throws", async () => {
  const expected = 'cell 2 (throw new Error("canary")): expected no error, got Error: ';
  assertEquals(await problemsOf("throws"), [`throws.ipynb: ${expected}canary`]);
});

Deno.test("notebooks fails when a table is not what reproduce writes", async () => {
  const [differing, ...others] = await problemsOf("other_reading");
  assertStringIncludes(differing!, "expected a table that reproduce writes, got ");
  assertEquals(others, []);
});

Deno.test("notebooks fails when the kernel dies", async () => {
  const { problems: [dead] } = await runWithProblems([
    await notebookOf("dies", "Deno.exit(3)"),
    await notebookOf("after", "1 + 1"),
  ]);
  assertStringIncludes(dead!, "dies.ipynb: expected Jupyter to run it");
});

Deno.test("notebooks throws a UsageError for files that are no notebooks", async () => {
  await assertRejects(
    () => notebooksCommand(["README.md"], () => {}),
    UsageError,
    "got README.md",
  );
});

Deno.test("failures() finds cells that lost what they showed", () => {
  const notebook: Notebook = {
    cells: [{
      cell_type: "code",
      id: "a",
      source: "await show(one);\nawait show(two);",
      metadata: { tags: [] },
      outputs: [{ output_type: "display_data", data: { "text/plain": "one" } }],
      execution_count: 1,
    }],
    metadata: METADATA,
    nbformat: 4,
  };
  assertEquals(failures("a.ipynb", notebook)[0]!.expected, "2 shown below it");
});

Deno.test("failures() finds cells that were not run", () => {
  const notebook: Notebook = {
    cells: [{
      cell_type: "code",
      id: "a",
      source: "1",
      metadata: { tags: [] },
      outputs: [],
      execution_count: null,
    }],
    metadata: METADATA,
    nbformat: 4,
  };
  assertEquals(failures("a.ipynb", notebook)[0]!.expected, "the cell to be run");
});

Deno.test("differingOutputs() leaves out cells tagged own, and names of clips", () => {
  const shown = (tags: string[], svg = "<svg/>"): Notebook => ({
    cells: [{
      cell_type: "code",
      id: "a",
      source: "figure",
      metadata: { tags },
      outputs: [{ output_type: "display_data", data: { "image/svg+xml": svg } }],
      execution_count: 1,
    }],
    metadata: METADATA,
    nbformat: 4,
  });
  const written = { tables: new Set<string>(), figures: new Set<string>() };
  assertEquals(differingOutputs("a", shown([]), written).length, 1);
  assertEquals(differingOutputs("a", shown(["own"]), written), []);
  const picture = (id: string, width: number) =>
    `<svg><clipPath id="${id}-1"/><g clip-path="url(#${id}-1)" width="${width}"/></svg>`;
  const figure = writtenItems(new Map([["figures/f.svg", picture("f", 1)]]));
  assertEquals(differingOutputs("a", shown([], picture("f-40bf", 1)), figure), []);
  assertEquals(differingOutputs("a", shown([], picture("f-40bf", 2)), figure).length, 1);
});
