import { contentPolicy, escapeHtml } from "@jkp/exhibit";
import type { ExplorerData } from "../explorer_data.ts";
import { EXPLORER_STYLE } from "../page/style.ts";
import { checkView, filedView, type View } from "../view.ts";
import { bundle } from "./bundle.ts";

/** What a page begins with. */
export interface ExplorerPageOptions {
  /**
   * What is shown where the page's address says nothing.
   * @default the first valuation as it is filed
   */
  readonly view?: View;
  /**
   * Keys of the valuations' results as filed, by name: a citation has them.
   * @default none
   */
  readonly keys?: Readonly<Record<string, string>>;
}

/** What runs in a page. */
const MAIN = `import "./lib/explorer/page/main.tsx";`;

/** It is the same for all pages, and takes seconds. */
let bundled: ReturnType<typeof bundle> | undefined;

/**
 * Writes an explorer as one HTML page that needs nothing else: no network and no other file.
 * It values what it shows by the modules of this project, bundled for a browser. A policy in
 * the page lets only its own script and style run.
 *
 * @param data What it shows.
 * @param options What it begins with.
 * @returns The page, the same for the same data.
 * @throws {RangeError} If the view to begin with cannot be shown.
 *
 * @example
 * ```ts
 * import { readExplorerData } from "@jkp/explorer/read";
 * import { explorerPage } from "@jkp/explorer/write";
 * import { assert } from "@std/assert";
 *
 * const html = await explorerPage(await readExplorerData(["jkp_2026"]));
 * assert(html.length < 1_500_000); // characters: the page is light
 * ```
 */
export async function explorerPage(
  data: ExplorerData,
  options: ExplorerPageOptions = {},
): Promise<string> {
  const view = checkView(
    data,
    options.view ?? filedView(data, data.valuations[0]!.file.name),
  );
  const { keys = {} } = options;
  const { code } = await (bundled ??= bundle({ source: MAIN }));
  const script = `\n${code.replaceAll("</script", "<\\/script")}`;
  const style = `\n${EXPLORER_STYLE}`;
  const policy = await contentPolicy(style, script, ["worker-src blob:"]);
  const title = data.valuations.map(({ file }) => file.title).join("; ");
  return [
    "<!doctype html>",
    `<html lang="${view.language}">`,
    "<head>",
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<link rel="icon" href="data:,">',
    `<title>JKP Lab: ${escapeHtml(title)}</title>`,
    `<style>${style}</style>`,
    "</head>",
    "<body>",
    '<div id="explorer"></div>',
    "<noscript><p>This page computes what it shows, and needs scripts.</p></noscript>",
    `<script type="application/json" id="data">${asJson({ data, view, keys })}</script>`,
    `<script>${script}</script>`,
    "</body>",
    "</html>\n",
  ].join("\n");
}

/** JSON that ends no element of a page, whatever stands in it. */
function asJson(value: unknown): string {
  return JSON.stringify(value).replaceAll("<", "\\u003c");
}
