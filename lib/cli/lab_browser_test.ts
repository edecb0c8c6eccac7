/// <reference lib="dom" />
import { assert, assertAlmostEquals } from "@std/assert";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { browserTest } from "../browser_for_test.ts";
import { ROOT } from "./jupyter.ts";
import { kernelFolder } from "./notebook_for_test.ts";

/** Milliseconds within which a notebook has to be through. */
const PATIENCE = 120_000;

/** A JupyterLab of its own, on a folder with a copy of a notebook, on this machine only. */
class Lab {
  readonly #process: Deno.ChildProcess;
  readonly url: string;

  private constructor(process: Deno.ChildProcess, url: string) {
    this.#process = process;
    this.url = url;
  }

  /** Starts `deno task lab` and waits until it answers. */
  static async start(notebook: string): Promise<Lab> {
    const folder = await kernelFolder("lab-");
    await Deno.copyFile(join(ROOT, "notebooks", notebook), join(folder, notebook));
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

/**
 * Restarts the kernel and runs all cells. JupyterLab loses the second where the new kernel
 * is slow to connect: no cell is then marked, and it is asked again.
 */
async function restartAndRunAll(page: Page): Promise<void> {
  const marked = page.locator(".jp-InputPrompt", { hasText: /\[[*\d]+\]:/ });
  for (let attempt = 1; attempt <= 3; attempt++) {
    await choose(page, "Run", /^Restart Kernel and Run All Cells/);
    await page.locator(".jp-Dialog .jp-mod-accept").click();
    const isRunning = await marked.first().waitFor({ timeout: 20_000 })
      .then(() => true, () => false);
    if (isRunning) return;
  }
  throw new Error("Cannot test JupyterLab: it does not run the cells");
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
    { timeout: PATIENCE },
  );
}

/** The output below the cell that has a text in its source. */
function outputOf(page: Page, source: string) {
  return page.locator(".jp-CodeCell", { hasText: source }).first().locator(
    ".jp-OutputArea",
  );
}

browserTest(
  "JupyterLab runs notebook 03 and answers a changed assumption",
  async (browser) => {
    const lab = await Lab.start("03_cost_assessment.ipynb");
    try {
      const page = await browser.newPage({ viewport: { width: 1300, height: 1000 } });
      await page.goto(`${lab.url}/lab/tree/03_cost_assessment.ipynb?token=test`);
      await page.locator(".jp-Notebook").waitFor({ timeout: PATIENCE });
      await page.locator(".jp-Notebook-ExecutionIndicator[data-status=idle]").waitFor({
        timeout: PATIENCE,
      });
      await restartAndRunAll(page);
      await untilIdle(page);
      await outputOf(page, 'show(report.table("3.7"))').getByText("Table 3.7.").waitFor();
      const figure = outputOf(page, 'show(report.figure("3.2"))');
      await figure.locator("svg, img").first().waitFor();

      const before = await suggestedRates(page);
      assertAlmostEquals(before[1]! - before[0]!, 0.21, 0.015); // at 60 per cent
      const cell = page.locator(".jp-CodeCell", { hasText: "const benefitRate" });
      await cell.locator(".cm-line", { hasText: "const benefitRate" }).click();
      await page.keyboard.press("Home");
      await page.keyboard.press("Shift+End");
      await page.keyboard.type("const benefitRate = 0.45;");
      await choose(page, "Run", /^Run Selected Cell and All Below/);
      await untilIdle(page);
      const after = await suggestedRates(page);
      assertAlmostEquals(after[0]!, before[0]!, 0.001);
      assertAlmostEquals(after[1]! - after[0]!, -0.1, 0.015);
      assert(
        await page.locator(".jp-OutputArea-output[data-mime-type*=error]").count() === 0,
      );
    } finally {
      await lab.stop();
    }
  },
);

/** Suggested rates of the design as proposed and of the reader's. */
async function suggestedRates(page: Page): Promise<number[]> {
  const rows = outputOf(page, "comparedRates(").locator("tbody tr");
  await rows.nth(1).waitFor();
  const texts = await rows.evaluateAll((all) =>
    all.map((row) => row.querySelector("td")?.textContent ?? "")
  );
  return texts.map(Number);
}
