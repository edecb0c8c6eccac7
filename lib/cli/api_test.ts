import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { posix } from "node:path";
import { pathToFileURL } from "node:url";
import { apiPages } from "./api/api_pages.ts";
import { aboutFace, publicFaces } from "./api/faces.ts";
import { firstPage } from "./api/first_page.ts";
import { mentionedTypes } from "./api/mentioned_types.ts";
import { plain, tidyPage, withoutDeadLinks } from "./api/tidy_page.ts";

const PAGES = await apiPages();
const FACES = await publicFaces();
const htmlPages = [...PAGES].filter(([path]) => path.endsWith(".html"));
const README = await Deno.readTextFile(new URL("../README.md", import.meta.url));

/** Values of an attribute in a page. */
const valuesOf = (html: string, attribute: string) =>
  [...html.matchAll(new RegExp(` ${attribute}="([^"]*)"`, "g"))]
    .map(([, value]) => plain(value!));

const IDS = new Map(
  htmlPages.map(([path, html]) => [path, new Set(valuesOf(html, "id"))]),
);

/** Whether a link of a page leads to a file, and to a place in it if it names one. */
function isThere(link: string, from: string): boolean {
  const [path = "", place] = link.split("#");
  const to = path === "" ? from : posix.join(posix.dirname(from), path);
  return PAGES.has(to) && (place === undefined || IDS.get(to)!.has(place));
}

Deno.test("apiPages() has a page of each face and of each function of lib/README.md", () => {
  const missing = FACES.filter(({ module }) => !PAGES.has(`${module}/index.html`));
  assertEquals(missing, []);
  const first = PAGES.get("index.html")!;
  const functions = [...README.matchAll(/^### (\w+)$/gm)].map(([, name]) => name!);
  assert(functions.length > 20);
  const hrefs = valuesOf(first, "href");
  const unlinked = functions.filter((name) =>
    !hrefs.some((href) => href.endsWith(`/~/${name}.html`) && PAGES.has(href))
  );
  assertEquals(unlinked, []);
});

Deno.test("apiPages() begins with the page of lib/README.md, and names every face there", () => {
  const first = PAGES.get("index.html")!;
  assertStringIncludes(first, README.match(/^# (.*)$/m)![1]!);
  for (const face of FACES) {
    const { name, module } = face;
    assertStringIncludes(
      first,
      `<a href="${module}/index.html"><code>${name}</code></a>`,
    );
    assertMatch(aboutFace(face), /^\S.*[.?]$/);
  }
});

Deno.test("apiPages() has no dead link, of files and of places in them", () => {
  const dead = htmlPages.flatMap(([from, html]) =>
    [...valuesOf(html, "href"), ...valuesOf(html, "src")]
      .filter((link) => !isThere(link, from)).map((link) => `${from}: ${link}`)
  );
  assertEquals(dead, []);
});

Deno.test("apiPages() finds by its search what has a page", () => {
  const script = PAGES.get("search_index.js")!;
  const { nodes } = JSON.parse(script.match(/DENO_DOC_SEARCH_INDEX = (\{.*\})/)![1]!);
  assert(nodes.length > 2000);
  const lost = nodes.filter(({ url }: { url: string }) => !isThere(url, "index.html"));
  assertEquals(lost, []);
  const closing = nodes.find(({ name }: { name: string }) =>
    name === "FundYear.closingIdr"
  );
  assertEquals(closing.url, "valuation/mod.ts/~/FundYear.html#property_closingidr");
  assertStringIncludes(PAGES.get("search.js")!, '"${pathToRoot}${result.url}"');
});

Deno.test("apiPages() names faces as they are imported, and no place of this machine", () => {
  const module =
    /(?:>|&quot;|- )[a-z]+(?:\/|&#x2F;)(?:mod|read|write|engine|claims)\.ts(?:<|&quot;| )/;
  for (const [path, html] of htmlPages) {
    const title = html.match(/<title>([^<]*)<\/title>/)![1]!;
    assert(/JKP Lab$|^Redirecting/.test(title), `${path}: ${title}`);
    assert(!module.test(html), path);
    assert(!html.includes("file:/"), path);
  }
  const page = PAGES.get("scheme/mod.ts/~/rulesAt.html")!;
  assertStringIncludes(page, "<title>rulesAt - @jkp/scheme - JKP Lab</title>");
  assertStringIncludes(page, "import { rulesAt } from &quot;@jkp/scheme&quot;;");
  assertStringIncludes(page, ">lib/scheme/rules/rules_at.ts</code>");
});

Deno.test("firstPage() links functions and names, and leaves examples as they are", () => {
  const readme =
    "# T\n\n### run\n\nUse `run`, `Other` and [the form](../data/a/README.md)." +
    "\n\n```ts\n### run `run`\n```\n";
  const page = firstPage(readme, new Map([["run", "x/mod.ts/~/run.html"]]), [
    { name: "@jkp/x", module: "x/mod.ts", comment: "What runs? It does." },
  ]);
  assertEquals(page.split("\n"), [
    "# T",
    "",
    "### [run](x/mod.ts/~/run.html)",
    "",
    "Use [`run`](x/mod.ts/~/run.html), `Other` and the form (`data/a/README.md`).",
    "",
    "```ts",
    "### run `run`",
    "```",
    "",
    "## All names",
    "",
    "Every public name stands on one face; [all of them](all_symbols.html) in one list.",
    "",
    "| face | what it is for |",
    "| --- | --- |",
    "| [`@jkp/x`](x/mod.ts/index.html) | What runs? |",
    "",
  ]);
});

Deno.test("apiPages() documents what options and results are made of, though no face has it", () => {
  const options = PAGES.get("floor/mod.ts/~/FloorCostOptions.html")!;
  assertStringIncludes(options, 'id="property_years"');
  assertStringIncludes(options, "No face has its name.");
  assert(!options.includes("import {"));
  const page = PAGES.get("floor/mod.ts/~/floorCost.html")!;
  assertMatch(page, /href="[^"]*FloorCostOptions\.html"/);
  const study = PAGES.get("study/mod.ts/~/floorExhibits.html")!;
  assertMatch(study, /href="[./]*floor\/mod\.ts\/~\/FloorCost\.html"/);
});

Deno.test("mentionedTypes() follows types through each other, and leaves unclear names out", async () => {
  const folder = await Deno.makeTempDir();
  const texts = {
    "a/mod.ts":
      `export { run } from "./run.ts";\nexport type { Shown } from "./shown.ts";`,
    "a/run.ts": `import type { Given } from "./given.ts";
import type { Same } from "./same.ts";
interface Hidden { readonly same: Same }
/** Runs. */
export function run(given: Given, hidden: Hidden): void {}`,
    "a/given.ts": `import type { Deep } from "./deep.ts";
import type { Same } from "./other.ts";
export interface Given { readonly deep: Deep; readonly same: Same }`,
    "a/deep.ts": "export interface Deep { readonly age: number }",
    "a/same.ts": "export type Same = 1;",
    "a/other.ts": "export type Same = 2;",
    "a/shown.ts": `import type { Same } from "./same.ts";
export interface Shown { readonly same: Same }`,
  };
  await Deno.mkdir(`${folder}/a`);
  for (const [path, text] of Object.entries(texts)) {
    await Deno.writeTextFile(`${folder}/${path}`, text);
  }
  const { types, unclear } = await mentionedTypes(
    [{ name: "@jkp/a", module: "a/mod.ts", comment: "" }],
    `${pathToFileURL(folder).href}/`,
  );
  assertEquals(types.map(({ name }) => name), ["Given", "Deep"]);
  assertEquals([...unclear], ["Same"]);
});

/** Names by hand. */
const NAMING = {
  faces: [{ name: "@jkp/x", module: "x/mod.ts", comment: "" }],
  lib: "file:///home/me/lib/",
  pageOf: new Map([["Rules", "scheme/mod.ts/~/Rules.html"]]),
  types: new Set(["Inner"]),
};

Deno.test("tidyPage() gives a folder's link the page in it, and a face its name", () => {
  assertEquals(
    tidyPage("a.html", '<a href="">a</a><a href="..&#x2F;">x&#x2F;mod.ts</a>', NAMING),
    '<a href="index.html">a</a><a href="..&#x2F;index.html">@jkp/x</a>',
  );
});

Deno.test("tidyPage() links types of other faces on pages of names alone", () => {
  const html = '<span class="td-ref">Rules</span><span class="td-ref">Map</span>';
  assertEquals(tidyPage("x/mod.ts/index.html", html, NAMING), html);
  assertEquals(
    tidyPage("x/mod.ts/~/run.html", html, NAMING),
    '<a href="../../../scheme/mod.ts/~/Rules.html" class="link td-ref">Rules</a>' +
      '<span class="td-ref">Map</span>',
  );
});

Deno.test("tidyPage() shows how to import what a face has, by the face's name", () => {
  const html = '<h3>Usage</h3><div class="markdown"><pre>import { type Inner } from ' +
    "&quot;x/mod.ts&quot;;</pre></div><p>";
  assertEquals(
    tidyPage("x/mod.ts/~/run.html", html, NAMING),
    html.replace("x/mod.ts", "@jkp/x"),
  );
  assertEquals(
    tidyPage("x/mod.ts/~/Inner.html", html, NAMING),
    '<h3>Usage</h3><p class="text-sm">A type that functions take or give. No face has its ' +
      "name.</p><p>",
  );
});

Deno.test("withoutDeadLinks() keeps the words of a link that leads nowhere", () => {
  const html = '<p id="b"></p><a href="#b">b</a><a href="#c">c</a><a href="x.html">x</a>';
  assertEquals(
    withoutDeadLinks(new Map([["a.html", html]])).get("a.html"),
    '<p id="b"></p><a href="#b">b</a><a>c</a><a>x</a>',
  );
});
