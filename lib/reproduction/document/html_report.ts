import { dataWords } from "../ledger/data_words.ts";
import {
  type ContentsEntry,
  escapeHtml,
  htmlPage,
  htmlProvenance,
  htmlSection,
  htmlSummary,
  SYNTHETIC_BADGE,
  type Table,
  tableToHtml,
} from "@jkp/exhibit";
import { cardHeadings } from "./card_headings.ts";
import { chainSection } from "./chain_section.ts";
import type { ReportContent } from "./content.ts";
import { FRONT, frontSection } from "./front.ts";
import { ledgerSection } from "./ledger_section.ts";
import { type Chapter, chaptersOf, partHeading } from "./part_names.ts";
import { partSection } from "./part_section.ts";

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
 * const html = await htmlReport({
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
export async function htmlReport(content: ReportContent): Promise<string> {
  const { extract, parts, overview, chains, annexes, choices, provenance } = content;
  const chapters = chaptersOf(parts);
  const badge = extract.isSynthetic ? SYNTHETIC_BADGE : "";
  const setting = { isSynthetic: extract.isSynthetic, hasChains: chains.length > 0 };
  return await htmlPage({
    title: `${TITLE}: ${dataWords(extract).whole} by JKP Lab`,
    data: { extractName: extract.name, isSynthetic: extract.isSynthetic },
    style: cardHeadings(dataWords(extract)),
    header: pageHeader(content),
    front: frontSection(content),
    contents: contentsOf(chapters, content),
    sections: [
      tablesSection({ id: "overview", title: "What came out" }, overview, badge),
      ...chapters.map((chapter) =>
        htmlSection(chapter, chapter.parts.map((part) => partSection(part, setting)))
      ),
      ...(chains.length === 0 ? [] : [chainSection(chains, badge)]),
      ...(annexes.length === 0
        ? []
        : [tablesSection({ ...ANNEXES, style: "annexes" }, annexes, badge)]),
      tablesSection({ ...CHOICES, style: "choices" }, [choices], ""),
      ledgerSection(parts, dataWords(extract)),
      htmlProvenance(provenance),
    ],
    aside: {
      banner: "It was fitted to totals that the report prints.",
      foot: "Published numbers are quoted from ILO (2021).",
    },
  });
}

const ANNEXES = { id: "annexes", title: "Annexes: what was tried, errata of the report" };
const CHOICES = { id: "choices", title: "Choices in force" };

function pageHeader(
  { extract, reading, inShort = [] }: ReportContent,
): readonly string[] {
  const words = dataWords(extract);
  return [
    `<h1>${TITLE}: ${words.whole}</h1>`,
    "<p>The tables and figures of the ILO's report of 2021, made " +
    (extract.isSynthetic
      ? "again by JKP Lab, "
      : `by JKP Lab from the extract ${escapeHtml(extract.name)}, `) +
    "each number beside the published one. Reading of Annex I: " +
    `${escapeHtml(reading.replaceAll("_", " "))}.</p>`,
    ...htmlSummary(inShort),
  ];
}

function contentsOf(
  chapters: readonly Chapter[],
  { chains, annexes, parts }: ReportContent,
): readonly ContentsEntry[] {
  return [
    ...(parts.some(({ item }) => item === "table_3_7") ? [FRONT] : []),
    { id: "overview", title: "What came out" },
    ...chapters.map(({ id, title, parts }) => ({
      id,
      title,
      entries: parts.map((part) => ({ id: part.item, title: partHeading(part) })),
    })),
    ...(chains.length === 0 ? [] : [{
      id: "behind",
      title: "Behind Table 3.7",
      entries: chains.map(({ scenario, title }) => ({
        id: `behind-${scenario}`,
        title: `${title} scenario`,
      })),
    }]),
    ...(annexes.length === 0 ? [] : [ANNEXES]),
    CHOICES,
    { id: "ledger", title: "Ledger" },
    { id: "provenance", title: "Provenance" },
  ];
}

/** A section of tables; `badge` labels synthetic numbers. */
function tablesSection(
  head: Parameters<typeof htmlSection>[0],
  tables: readonly Table[],
  badge: string,
): string {
  return htmlSection(head, [
    ...(badge === "" ? [] : [`<p class="counts">${badge}</p>`]),
    ...tables.map((table) => tableToHtml(table).trim()),
  ]);
}
