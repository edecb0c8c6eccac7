/// <reference lib="dom" />
import { assert, assertEquals } from "@std/assert";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { browserTest } from "../browser_for_test.ts";
import { ROOT } from "./jupyter.ts";
import { kernelFolder } from "./notebook_for_test.ts";
import { runHere } from "./run_for_test.ts";
import { valueCommand } from "./value.ts";

/** Milliseconds within which a notebook has to be through. */
const PATIENCE = 120_000;

/** A JupyterLab of its own, on a folder with copies of notebooks, on this machine only. */
class Lab {
  readonly #process: Deno.ChildProcess;
  readonly url: string;

  private constructor(process: Deno.ChildProcess, url: string) {
    this.#process = process;
    this.url = url;
  }

  /** Starts `deno task lab` and waits until it answers. */
  static async start(notebooks: readonly string[]): Promise<Lab> {
    const folder = await kernelFolder("lab-");
    for (const name of notebooks) {
      await Deno.copyFile(join(ROOT, "notebooks", name), join(folder, name));
    }
    const port = freePort();
    const process = new Deno.Command(Deno.execPath(), {
      args: [
        ...["task", "--quiet", "lab", "--no-browser"],
        ...["--ip=127.0.0.1", `--port=${port}`, "--ServerApp.port_retries=0"],
        ...["--IdentityProvider.token=test", `--notebook-dir=${folder}`],
      ],
      env: { JUPYTERLAB_SETTINGS_DIR: await allCellsAttached() },
      stdout: "null",
      stderr: "null",
    }).spawn();
    const lab = new Lab(process, `http://127.0.0.1:${port}`);
    let hasEnded = false;
    process.status.then(() => hasEnded = true);
    await lab.#answer(() => hasEnded);
    return lab;
  }

  async #answer(hasEnded: () => boolean): Promise<void> {
    const deadline = performance.now() + PATIENCE;
    while (performance.now() < deadline && !hasEnded()) {
      const answer = await fetch(`${this.url}/api?token=test`).catch(() => undefined);
      await answer?.body?.cancel();
      if (answer?.ok) return;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    throw new Error("Cannot test JupyterLab: it does not answer");
  }

  /** Asks it to stop, kernels and all. */
  async stop(): Promise<void> {
    const asked = await fetch(`${this.url}/api/shutdown?token=test`, { method: "POST" });
    await asked.body?.cancel();
    await this.#process.status;
  }
}

/** Settings with which cells out of sight are in the page too; gives their folder. */
async function allCellsAttached(): Promise<string> {
  const settings = await Deno.makeTempDir();
  const folder = join(settings, "@jupyterlab/notebook-extension");
  await Deno.mkdir(folder, { recursive: true });
  const text = JSON.stringify({ windowingMode: "none" });
  await Deno.writeTextFile(join(folder, "tracker.jupyterlab-settings"), text);
  return settings;
}

function freePort(): number {
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  return (listener.addr as Deno.NetAddr).port;
}

/** Chooses an entry of a menu. */
async function choose(page: Page, menu: string, entry: RegExp): Promise<void> {
  await page.locator(".lm-MenuBar-itemLabel", { hasText: new RegExp(`^${menu}$`) })
    .click();
  await page.locator(".lm-Menu-itemLabel", { hasText: entry }).click();
}

/** Waits until no cell is running or waiting. */
async function untilIdle(page: Page): Promise<void> {
  const busy = page.locator(".jp-InputPrompt", { hasText: "[*]:" });
  await page.waitForTimeout(500);
  await busy.first().waitFor({ state: "hidden", timeout: PATIENCE });
  await page.waitForFunction(
    () =>
      document.querySelectorAll(".jp-InputPrompt").length > 0 &&
      ![...document.querySelectorAll(".jp-InputPrompt")]
        .some((prompt) => prompt.textContent?.includes("*")),
    undefined,
    // Not at each frame, as is usual: the page has to work meanwhile.
    { timeout: PATIENCE, polling: 250 },
  );
}

/** A line of a notebook that a reader changes, and the rate that is then shown below it. */
interface Change {
  readonly notebook: string;
  readonly line: RegExp;
  readonly to: (line: string) => string;
  readonly shown: RegExp;
  /** The same by `value`: its options, and the rate in its JSON. */
  readonly options: readonly string[];
  readonly rate: (json: Valued) => string;
}

/** What is read of `value --json` of several scenarios. */
interface Valued {
  readonly valued: readonly {
    readonly scenarioName: string;
    readonly financing: Record<string, { readonly suggestedRate: number }>;
    readonly years: readonly { readonly year: number; readonly paygCostRate: number }[];
  }[];
}

const base = ({ valued }: Valued) =>
  valued.find(({ scenarioName }) => /(^|_)base(_|$)/.test(scenarioName))!;
const suggested = (json: Valued) =>
  (100 * base(json).financing.benefit_and_administrative!.suggestedRate).toFixed(2);

/** The involuntary share in three notebooks; lines are found by what they hold. */
const CHANGES: readonly Change[] = [
  {
    notebook: "00_start_here.ipynb",
    line: /^const involuntaryShare = [\d.]+;$/,
    to: () => "const involuntaryShare = 0.45;",
    shown: /Suggested contribution rate: ([\d.]+) %/,
    options: ["--valuation", "report_2021", "--set", "involuntaryShare=0.45"],
    rate: suggested,
  },
  {
    notebook: "03_cost_assessment.ipynb",
    line: /^const (assumptionChanges|changes) = \{.*\};$/,
    to: (line) => `${line.split("=")[0]}= { involuntaryShare: 0.35 };`,
    shown: /Suggested ([\d.]+) %, minimum|base: .*, ([\d.]+) % changed/,
    options: ["--valuation", "report_2021", "--set", "involuntaryShare=0.35"],
    rate: suggested,
  },
  {
    notebook: "08_jkp_today.ipynb",
    line: /^const changes = \{.*\};$/,
    to: () => "const changes = { involuntaryShare: 0.2 };",
    shown: /^2026\s+(\d+\.\d+)\s/m,
    options: ["--valuation", "jkp_2026", "--set", "involuntaryShare=0.2"],
    rate: (json) => (100 * base(json).years[0]!.paygCostRate).toFixed(3),
  },
];

browserTest(
  "JupyterLab answers a changed involuntary share in notebooks 00, 03 and 08 as value does",
  async (browser) => {
    const lab = await Lab.start(CHANGES.map(({ notebook }) => notebook));
    try {
      for (const change of CHANGES) {
        const { notebook, options, rate } = change;
        const { stdout } = await runHere(valueCommand, ...options, "--json");
        const page = await browser.newPage({ viewport: { width: 1300, height: 1000 } });
        await page.goto(`${lab.url}/lab/tree/${notebook}?token=test&reset`);
        await page.locator(".jp-Notebook").waitFor({ timeout: PATIENCE });
        await page.locator(".jp-Notebook-ExecutionIndicator[data-status=idle]").waitFor({
          timeout: PATIENCE,
        });
        assertEquals(await changedRate(page, change), rate(JSON.parse(stdout)), notebook);
        const errors = page.locator(".jp-OutputArea-output[data-mime-type*=error]");
        assertEquals(await errors.count(), 0, notebook);
        const pictures = page.locator(
          ".jp-OutputArea-output :is(svg, img, .js-plotly-plot)",
        );
        assert(notebook.startsWith("00") || await pictures.count() > 0, notebook);
        await page.close();
      }
    } finally {
      await lab.stop();
    }
  },
);

/**
 * Runs all cells above a line. JupyterLab forgets that where its kernel is slow to connect: no
 * cell is then marked, and it is asked again.
 */
async function runAllAbove(page: Page, line: Locator): Promise<void> {
  const marked = page.locator(".jp-InputPrompt", { hasText: /\[[*\d]+\]:/ });
  for (let attempt = 1; attempt <= 4; attempt++) {
    await line.click();
    await choose(page, "Run", /^Run All Above Selected Cell/);
    const isRunning = await marked.first().waitFor({ timeout: 10_000 })
      .then(() => true, () => false);
    if (isRunning) return await untilIdle(page);
  }
  throw new Error("Cannot test JupyterLab: it does not run the cells");
}

/** Runs all above a line, changes it, runs it and all below, and reads the new rate there. */
async function changedRate(page: Page, { line, to, shown }: Change): Promise<string> {
  const found = page.locator(".jp-CodeCell .cm-line", { hasText: line }).first();
  const text = await found.textContent();
  await runAllAbove(page, found);
  await found.click();
  await page.keyboard.press("Home");
  await page.keyboard.press("Shift+End");
  await page.keyboard.insertText(to(text!));
  await choose(page, "Run", /^Run Selected Cell and All Below/);
  await untilIdle(page);
  const outputs = await page.locator(".jp-CodeCell").evaluateAll((cells, line) => {
    const sourceOf = (cell: Element) =>
      [...cell.querySelectorAll(".cm-line")].map((each) => each.textContent);
    const at = cells.findIndex((cell) => sourceOf(cell).includes(line));
    return cells.slice(at).map((cell) =>
      cell.querySelector<HTMLElement>(".jp-OutputArea")?.innerText ?? ""
    ).join("\n");
  }, to(text!));
  const [, ...rates] = shown.exec(outputs) ?? [];
  return rates.find((rate) => rate !== undefined) ?? outputs;
}
