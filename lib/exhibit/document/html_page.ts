import { type Language, type Words, wordsOf } from "@jkp/language";
import type { PageDrawing } from "../draw_for_page.ts";
import type { Figure } from "../figure.ts";
import { figureToTable } from "../figure_to_table.ts";
import { escapeHtml } from "../format.ts";
import type { DataLabel } from "../source_line.ts";
import { TABLE_STYLE } from "../table_style.ts";
import { tableToHtml } from "../table_to_html.ts";
import { contentPolicy } from "./content_policy.ts";
import type { ProvenanceGroup } from "./document.ts";
import { PAGE_SCRIPT } from "./page_script.ts";
import { PAGE_STYLE } from "./page_style.ts";
import { printStyleOf } from "./print_style.ts";

/** A place in the page that its list of contents leads to. */
export interface ContentsEntry {
  readonly id: string;
  /** Plain text. */
  readonly title: string;
  /**
   * Places within it.
   * @default none
   */
  readonly entries?: readonly Omit<ContentsEntry, "entries">[];
}

/** What a page is made of. Its HTML is trusted: whoever makes it escapes what is in it. */
export interface HtmlPage {
  /** What a browser calls it; plain text. */
  readonly title: string;
  readonly data: DataLabel;
  /** HTML: title and what stands under it. */
  readonly header: readonly string[];
  /**
   * HTML before the contents: what the page is opened for. On paper it fills the first page.
   * @default none
   */
  readonly front?: readonly string[];
  readonly contents: readonly ContentsEntry[];
  /** HTML, a section each. */
  readonly sections: readonly string[];
  /**
   * CSS of its own, which must be the same whatever the data are.
   * @default none
   */
  readonly style?: string;
  /**
   * What the banner of synthetic data says besides, and the foot; plain text.
   * @default nothing
   */
  readonly aside?: { readonly banner: string; readonly foot: string };
  /**
   * In which the page says what stands around its content.
   * @default {"en"}
   */
  readonly language?: Language;
}

/** The label of synthetic numbers, as HTML. */
export const SYNTHETIC_BADGE: string = syntheticBadge("en");

/** The label of synthetic numbers in a language, as HTML. */
export function syntheticBadge(language: Language): string {
  const { syntheticData } = wordsOf(language).exhibit.page;
  return `<strong class="badge">${syntheticData}</strong>`;
}

/**
 * Writes a page that needs nothing else: no network, no other file, one style and one
 * script. A policy in the page lets only these run, known by their checksums.
 *
 * @param page What stands in it.
 * @returns The page, the same for the same content.
 *
 * @example The policy allows nothing unsafe, whatever the data are called
 * ```ts
 * import { htmlPage, htmlSection } from "@jkp/exhibit";
 * import { assertEquals, assertStringIncludes } from "@std/assert";
 *
 * const html = await htmlPage({
 *   title: "Rates",
 *   data: { extractName: "</style><script>alert(1)</script>", isSynthetic: true },
 *   header: ["<h1>Rates</h1>"],
 *   contents: [{ id: "law", title: "Law" }],
 *   sections: [htmlSection({ id: "law", title: "Law" }, ["<p>0.46 %</p>"])],
 * });
 * assertStringIncludes(html, '<a href="#law" class="chapter">Law</a>');
 * assertEquals(html.includes("unsafe-inline"), false);
 * assertEquals(html.split("<script>").length, 2);
 * ```
 */
export async function htmlPage(page: HtmlPage): Promise<string> {
  const { title, data, header, front = [], contents, sections, aside } = page;
  const { language = "en" } = page;
  const { page: words } = wordsOf(language).exhibit;
  // Nothing from data stands in style or script: their checksums are the page's policy.
  const style = `\n${TABLE_STYLE}${PAGE_STYLE}${printStyleOf(data.isSynthetic, words)}${
    page.style ?? ""
  }`;
  const script = `\n${PAGE_SCRIPT}`;
  const foot = [
    "JKP Lab.",
    words.extract(data.extractName, data.isSynthetic),
    aside?.foot ?? "",
  ];
  return [
    "<!doctype html>",
    `<html lang="${language}">`,
    "<head>",
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta http-equiv="Content-Security-Policy" ' +
    `content="${await contentPolicy(style, script)}">`,
    '<link rel="icon" href="data:,">',
    `<title>${escapeHtml(title)}</title>`,
    `<style>${style}</style>`,
    "</head>",
    "<body>",
    `<a class="skip" href="#content">${words.skipToContent}</a>`,
    '<main id="content" tabindex="-1">',
    "<header>",
    ...header,
    ...(data.isSynthetic ? [syntheticBanner(data, aside?.banner ?? "", words)] : []),
    "</header>",
    ...front,
    contentsNav(contents, words),
    ...sections,
    "</main>",
    "<footer>",
    `<p>${escapeHtml(foot.join(" ").trim())}</p>`,
    "</footer>",
    `<script>${script}</script>`,
    "</body>",
    "</html>\n",
  ].join("\n");
}

function syntheticBanner(
  { extractName }: DataLabel,
  more: string,
  words: Words["exhibit"]["page"],
): string {
  const text = words.madeUp(extractName) + more;
  return `<p class="banner"><strong>${words.syntheticData}.</strong> ` +
    `${escapeHtml(text.trim())}</p>`;
}

/**
 * Contents beside the page on a wide screen, folded at its top on a narrow one. Without
 * scripts they are open everywhere.
 */
function contentsNav(
  contents: readonly ContentsEntry[],
  words: Words["exhibit"]["page"],
): string {
  return [
    `<a class="skip" href="#after-contents">${words.skipContents}</a>`,
    '<nav class="contents" aria-labelledby="contents-heading">',
    `<details open><summary><h2 id="contents-heading">${words.contents}</h2>` +
    '<span class="present" aria-hidden="true"></span></summary>',
    contentsList(contents),
    "</details>",
    "</nav>",
    '<div id="after-contents" tabindex="-1"></div>',
  ].join("\n");
}

function contentsList(contents: readonly ContentsEntry[]): string {
  const link = ({ id, title }: ContentsEntry, style: string) =>
    `<a href="#${escapeHtml(id)}"${style}>${escapeHtml(title)}</a>`;
  const items = contents.map((entry) => {
    const inner = (entry.entries ?? []).map((each) => `<li>${link(each, "")}</li>`);
    const list = inner.length === 0 ? "" : `<ul>${inner.join("")}</ul>`;
    return `<li>${link(entry, ' class="chapter"')}${list}</li>`;
  });
  return `<ul>${items.join("")}</ul>`;
}

/**
 * A section of a page under its heading.
 *
 * @param head Its place, its title as plain text, its class if it looks unlike others, and
 * the level of its heading, 2 if none is given.
 * @param lines HTML under the heading.
 * @returns HTML.
 *
 * @example A section that the list of contents can lead to
 * ```ts
 * import { htmlSection } from "@jkp/exhibit";
 * import { assertStringIncludes } from "@std/assert";
 *
 * const html = htmlSection({ id: "law", title: "Law & regulation" }, ["<p>0.46 %</p>"]);
 * assertStringIncludes(html, '<h2 id="law-heading">Law &amp; regulation</h2>');
 * ```
 */
export function htmlSection(
  { id, title, style, level = 2 }: {
    readonly id: string;
    readonly title: string;
    readonly style?: string;
    readonly level?: 2 | 3;
  },
  lines: readonly string[],
): string {
  const place = escapeHtml(id);
  const look = style === undefined ? "" : ` class="${style}"`;
  const heading = `${place}-heading`;
  return [
    `<section id="${place}"${look} aria-labelledby="${heading}">`,
    `<h${level} id="${heading}">${escapeHtml(title)}</h${level}>`,
    ...lines,
    "</section>",
  ].join("\n");
}

/**
 * What a page says, a sentence or two a line.
 *
 * @param sentences Plain text.
 * @param language The language of the page.
 * @returns HTML: a list, or nothing if nothing is said.
 *
 * @example
 * ```ts
 * import { htmlSummary } from "@jkp/exhibit";
 * import { assertEquals } from "@std/assert";
 *
 * const [, sentence] = htmlSummary(["Benefits cost 1.35 % of wages."]);
 * assertEquals(sentence, "<li>Benefits cost 1.35 % of wages.</li>");
 * ```
 */
export function htmlSummary(
  sentences: readonly string[],
  language: Language = "en",
): readonly string[] {
  if (sentences.length === 0) return [];
  const items = sentences.map((sentence) => `<li>${escapeHtml(sentence)}</li>`);
  const { inShort } = wordsOf(language).exhibit.page;
  return [`<ol class="summary" aria-label="${inShort}">`, ...items, "</ol>"];
}

/**
 * A drawn figure, and its values to unfold.
 *
 * @param name What the figure is called, as plain text.
 * @param figure The figure.
 * @param drawing Its picture in both forms, as `drawForPage` draws it.
 * @returns HTML.
 *
 * @example The values of a figure stand under it as a table
 * ```ts
 * import { htmlFigure } from "@jkp/exhibit";
 * import { assertStringIncludes } from "@std/assert";
 *
 * const html = htmlFigure("Figure 1", {
 *   id: "figure_1",
 *   number: "1",
 *   title: "Cost rate",
 *   xTitle: "Year",
 *   yTitle: "Cost rate",
 *   yUnit: "%",
 *   decimals: 2,
 *   isStacked: false,
 *   series: [{ name: "Benefits", x: [2021, 2022], y: [0, 1.15], mark: "line" }],
 *   notes: [],
 *   source: "own calculations",
 * }, { wide: "<svg />", narrow: "<svg />" });
 * assertStringIncludes(html, '<td class="number">1.15</td>');
 * ```
 */
export function htmlFigure(
  name: string,
  figure: Figure,
  { wide, narrow }: PageDrawing,
): string {
  const values = tableToHtml(figureToTable(figure), { label: "Figure" });
  return [
    `<div class="figure" role="group" aria-label="${escapeHtml(name)}">`,
    withClass(wide.trim(), "wide"),
    withClass(narrow.trim(), "narrow"),
    "</div>",
    `<details class="values"><summary>Values of ${escapeHtml(name)}</summary>`,
    values.trim(),
    "</details>",
  ].join("\n");
}

/**
 * A picture as the page's policy has it, with the class of its form: the page itself says how
 * wide it may be, and which form is shown.
 */
function withClass(svg: string, form: string): string {
  return svg.replace(/^(<svg [^>]*?) style="[^"]*"/, "$1")
    .replace(/^<svg class="([^"]*)"/, `<svg class="$1 ${form}"`);
}

/**
 * The last section of a page: what it was made from.
 *
 * @param groups Names and values.
 * @param language The language of the page.
 * @returns HTML.
 *
 * @example
 * ```ts
 * import { htmlProvenance } from "@jkp/exhibit";
 * import { assertStringIncludes } from "@std/assert";
 *
 * const html = htmlProvenance([{ title: "Program", rows: [["Deno", "2.9.6"]] }]);
 * assertStringIncludes(html, "<dt>Deno</dt><dd>2.9.6</dd>");
 * ```
 */
export function htmlProvenance(
  groups: readonly ProvenanceGroup[],
  language: Language = "en",
): string {
  return htmlSection(
    { id: "provenance", title: wordsOf(language).exhibit.page.provenance },
    groups.flatMap(({ title, rows, isFolded = false }) => {
      const list = [
        '<dl class="provenance">',
        ...rows.map(([name, value]) =>
          `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd>`
        ),
        "</dl>",
      ];
      if (!isFolded) return [`<h3>${escapeHtml(title)}</h3>`, ...list];
      return [
        `<details class="folded"><summary>${escapeHtml(title)}</summary>`,
        ...list,
        "</details>",
      ];
    }),
  );
}
