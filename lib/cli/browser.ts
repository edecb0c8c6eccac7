import { DataError } from "@jkp/problem";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { endedOnSignals } from "./interrupts.ts";

/** What Chromium and browsers made from it are called, by name or by place. */
const USUAL_NAMES = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "microsoft-edge",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/** Names the browser where it has another place. */
const CHROMIUM_PATH = "CHROMIUM_PATH";

const HOW_TO_INSTALL = "install Chromium, Chrome or Edge, or name it in " +
  `${CHROMIUM_PATH}; any browser prints the page, too`;

/**
 * Prints a page as PDF: pages numbered, bookmarks from its headings.
 *
 * @param page Path of the page, an HTML file.
 * @param names Browsers to try, in this order.
 * @returns The PDF. It holds the time when it was made, so that no two are the same.
 * @throws {DataError} If there is no browser, or it prints nothing.
 */
export async function printedPage(
  page: string,
  names: readonly string[] = browserNames(),
): Promise<Uint8Array<ArrayBuffer>> {
  const own = await Deno.makeTempDir({ prefix: "jkp_print_" });
  const target = join(own, "page.pdf");
  try {
    // A browser that is open already is left alone: this one has a profile of its own.
    const args = [
      "--headless",
      "--disable-gpu",
      "--no-first-run",
      `--user-data-dir=${join(own, "profile")}`,
      // Chromium's own sandbox cannot start as root; the page runs no code but its own.
      ...(Deno.uid() === 0 ? ["--no-sandbox"] : []),
      "--no-pdf-header-footer",
      "--generate-pdf-document-outline",
      `--print-to-pdf=${target}`,
      pathToFileURL(page).href,
    ];
    const said = await firstThatRuns(names, args);
    if (said === null) throw refused(page, "a browser", "none");
    const pdf = await Deno.readFile(target).catch(() => new Uint8Array());
    if (new TextDecoder().decode(pdf.subarray(0, 5)) === "%PDF-") return pdf;
    throw refused(page, "a PDF from the browser", lastLine(said));
  } finally {
    await Deno.remove(own, { recursive: true }).catch(() => {});
  }
}

function browserNames(): readonly string[] {
  const named = Deno.env.get(CHROMIUM_PATH);
  return named ? [named] : USUAL_NAMES;
}

/** What the first program that is there said; `null` if none is. */
async function firstThatRuns(
  names: readonly string[],
  args: readonly string[],
): Promise<string | null> {
  for (const name of names) {
    try {
      const child = new Deno.Command(name, {
        args: [...args],
        stdin: "null",
        stdout: "null",
        stderr: "piped",
      }).spawn();
      const end = async () => {
        child.kill("SIGTERM");
        await child.status;
      };
      return await endedOnSignals(end, async () => {
        const said = await new Response(child.stderr).text();
        await child.status;
        return said;
      });
    } catch (error) {
      // A folder or a file that is no program, too.
      const isNoProgram = error instanceof Deno.errors.NotFound ||
        error instanceof Deno.errors.PermissionDenied;
      if (!isNoProgram) throw error;
    }
  }
  return null;
}

function refused(page: string, expected: string, got: string): DataError {
  return new DataError([{
    file: page,
    received: got,
    expected: `${expected} to print it (${HOW_TO_INSTALL})`,
  }]);
}

function lastLine(text: string): string {
  return text.trim().split("\n").at(-1) || "nothing";
}
