import { dataWords } from "../ledger/data_words.ts";
import { escapeHtml, TABLE_STYLE, tableToHtml } from "@jkp/exhibit";
import { chainSection } from "./chain_section.ts";
import { contentPolicy } from "./content_policy.ts";
import type { ProvenanceGroup, ReportContent } from "./content.ts";
import { countsText } from "./ledger_words.ts";
import { ledgerSection } from "./ledger_section.ts";
import { PAGE_SCRIPT } from "./page_script.ts";
import { PAGE_STYLE } from "./page_style.ts";
import { type Chapter, chaptersOf, partHeading } from "./part_names.ts";
import { partSection, SYNTHETIC_BADGE } from "./part_section.ts";
import { printStyleOf } from "./print_style.ts";

export type * from "./content.ts";

const TITLE =
  "Actuarial analysis of a proposed unemployment insurance scheme in Indonesia";

/**
 * Writes everything as one HTML document that needs nothing else: no network, no other
 * file, and no scripts but to filter the ledger.
 *
 * @param content What to show.
 * @returns The document, the same for the same content.
 *
 * @example A page without parts says what it was made from, and that data are synthetic
 * ```ts
 * import { htmlReport } from "@jkp/reproduction";
 * import { assertStringIncludes } from "@std/assert";
 *
 * const none = { id: "", number: "", title: "None", columns: [], rows: [], notes: [] };
 * const html = htmlReport({
 *   extract: { name: "jht_2019", isSynthetic: true },
 *   reading: "closest",
 *   parts: [],
 *   overview: [],
 *   chains: [],
 *   annexes: [],
 *   projections: [],
 *   choices: { ...none, source: "" },
 *   provenance: [{ title: "Versions", rows: [["deno", "2.9.6"]] }],
 * });
 * assertStringIncludes(html, "Synthetic data");
 * assertStringIncludes(html, "2.9.6");
 * ```
 */
export function htmlReport(content: ReportContent): string {
  const { extract, parts, chains, annexes } = content;
  const chapters = chaptersOf(parts);
  const badge = extract.isSynthetic ? SYNTHETIC_BADGE : "";
  const setting = { isSynthetic: extract.isSynthetic, hasChains: chains.length > 0 };
  // Nothing from data stands in style or script: their checksums are the page's policy.
  const printStyle = printStyleOf(extract.isSynthetic);
  const style = `\n${TABLE_STYLE}${PAGE_STYLE}${printStyle}`;
  const script = `\n${PAGE_SCRIPT}`;
  return [
    "<!doctype html>",
    '<html lang="en">',
    "<head>",
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta http-equiv="Content-Security-Policy" ' +
    `content="${contentPolicy([style], [script])}">`,
    '<link rel="icon" href="data:,">',
    `<title>${TITLE}: ${dataWords(extract).whole} by JKP Lab</title>`,
    `<style>${style}</style>`,
    "</head>",
    "<body>",
    '<a class="skip" href="#content">Skip to the content</a>',
    pageHeader(content),
    contentsNavigation(chapters, content),
    '<main id="content" tabindex="-1">',
    overviewSection(content, badge),
    ...chapters.map(({ id, title, parts }) =>
      [
        `<section id="${id}" aria-labelledby="${id}-heading">`,
        `<h2 id="${id}-heading">${escapeHtml(title)}</h2>`,
        ...parts.map((part) => partSection(part, setting)),
        "</section>",
      ].join("\n")
    ),
    ...(chains.length === 0 ? [] : [chainSection(chains, badge)]),
    ...(annexes.length === 0 ? [] : [annexSection(annexes, badge)]),
    choicesSection(content),
    ledgerSection(parts, dataWords(extract)),
    provenanceSection(content.provenance),
    "</main>",
    "<footer>",
    `<p>JKP Lab. ${
      escapeHtml(extractWords(extract))
    } Published numbers are quoted from ILO (2021).</p>`,
    "</footer>",
    `<script>${script}</script>`,
    "</body>",
    "</html>\n",
  ].join("\n");
}

function extractWords({ name, isSynthetic }: ReportContent["extract"]): string {
  return isSynthetic ? `Synthetic data, extract ${name}.` : `Extract ${name}.`;
}

function pageHeader({ extract, reading, parts }: ReportContent): string {
  const rows = parts.flatMap((part) => part.rows);
  const words = dataWords(extract);
  const warning = "<strong>Synthetic data.</strong> The extract " +
    `${escapeHtml(extract.name)} was made, not recorded: no row of it describes a ` +
    "person, and no number computed from it is evidence about Indonesia. It was fitted " +
    "to totals that the report prints.";
  return [
    "<header>",
    `<h1>${TITLE}: ${words.whole}</h1>`,
    "<p>The tables and figures of the ILO's report of 2021, made " +
    (extract.isSynthetic
      ? "again by JKP Lab, "
      : `by JKP Lab from the extract ${escapeHtml(extract.name)}, `) +
    "each number beside the published one. Reading of Annex I: " +
    `${escapeHtml(reading.replaceAll("_", " "))}.</p>`,
    `<p>${countsText(rows, words)}.</p>`,
    ...(extract.isSynthetic ? [`<p class="banner">${warning}</p>`] : []),
    "</header>",
  ].join("\n");
}

function contentsNavigation(
  chapters: readonly Chapter[],
  { chains, annexes }: ReportContent,
): string {
  const entry = (id: string, title: string, inner = "", style = ' class="chapter"') =>
    `<li><a href="#${id}"${style}>${escapeHtml(title)}</a>${inner}</li>`;
  const list = (entries: readonly string[]) =>
    entries.length === 0 ? "" : `<ul>${entries.join("")}</ul>`;
  return [
    '<nav class="contents" aria-labelledby="contents-heading">',
    '<h2 id="contents-heading">Contents</h2>',
    list([
      entry("overview", "What came out"),
      ...chapters.map(({ id, title, parts }) =>
        entry(
          id,
          title,
          list(parts.map((part) => entry(part.item, partHeading(part), "", ""))),
        )
      ),
      ...(chains.length === 0 ? [] : [entry(
        "behind",
        "Behind Table 3.7",
        list(
          chains.map(({ scenario, title }) =>
            entry(`behind-${scenario}`, `${title} scenario`, "", "")
          ),
        ),
      )]),
      ...(annexes.length === 0
        ? []
        : [entry("annexes", "Annexes: what was tried, errata of the report")]),
      entry("choices", "Choices in force"),
      entry("ledger", "Ledger"),
      entry("provenance", "Provenance"),
    ]),
    "</nav>",
  ].join("\n");
}

function overviewSection({ overview }: ReportContent, badge: string): string {
  return [
    '<section id="overview" aria-labelledby="overview-heading">',
    '<h2 id="overview-heading">What came out</h2>',
    ...(badge === "" ? [] : [`<p class="counts">${badge}</p>`]),
    ...overview.map((table) => tableToHtml(table).trim()),
    "</section>",
  ].join("\n");
}

function annexSection(annexes: ReportContent["annexes"], badge: string): string {
  return [
    '<section id="annexes" class="annexes" aria-labelledby="annexes-heading">',
    '<h2 id="annexes-heading">Annexes: what was tried, errata of the report</h2>',
    ...(badge === "" ? [] : [`<p class="counts">${badge}</p>`]),
    ...annexes.map((table) => tableToHtml(table).trim()),
    "</section>",
  ].join("\n");
}

function choicesSection({ choices }: ReportContent): string {
  return [
    '<section id="choices" class="choices" aria-labelledby="choices-heading">',
    '<h2 id="choices-heading">Choices in force</h2>',
    tableToHtml(choices).trim(),
    "</section>",
  ].join("\n");
}

function provenanceSection(groups: readonly ProvenanceGroup[]): string {
  return [
    '<section id="provenance" aria-labelledby="provenance-heading">',
    '<h2 id="provenance-heading">Provenance</h2>',
    ...groups.flatMap(({ title, rows }) => [
      `<h3>${escapeHtml(title)}</h3>`,
      '<dl class="provenance">',
      ...rows.map(([name, value]) =>
        `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd>`
      ),
      "</dl>",
    ]),
    "</section>",
  ].join("\n");
}
