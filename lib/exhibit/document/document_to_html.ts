import { wordsOf } from "@jkp/language";
import type { Figure } from "../figure.ts";
import { drawForPage, type PageDrawing } from "../draw_for_page.ts";
import { escapeHtml } from "../format.ts";
import { itemHeading } from "../table_shape.ts";
import { tableToHtml } from "../table_to_html.ts";
import {
  checkDocument,
  type Document,
  type DocumentPart,
  type DocumentSection,
  isOfSyntheticData,
  itemsOf,
} from "./document.ts";
import {
  htmlFigure,
  htmlPage,
  htmlProvenance,
  htmlSection,
  htmlSummary,
  syntheticBadge,
} from "./html_page.ts";

/** The picture of each figure. */
export type Drawings = ReadonlyMap<Figure, PageDrawing>;

/** Draws all figures of a document, each once. */
export async function drawingsOf(document: Document): Promise<Drawings> {
  const drawings = new Map<Figure, PageDrawing>();
  for (const figure of itemsOf(document).figures) {
    drawings.set(figure, await drawForPage(figure));
  }
  return drawings;
}

/**
 * Writes a document as one HTML page that needs nothing else: no network and no other file.
 * All text is escaped; nothing from the document stands in a style or a script. Figures are
 * drawn if they have not been.
 *
 * @throws {RangeError} If ids are no names or stand twice.
 */
export async function documentToHtml(
  document: Document,
  drawn?: Drawings,
): Promise<string> {
  checkDocument(document);
  const drawings = drawn ?? await drawingsOf(document);
  const { title, lead, summary = [], data, banner = "", answer, sections } = document;
  const { language = "en" } = document;
  const { answer: answerTitle, provenance } = wordsOf(language).exhibit.page;
  const answerHead = { id: "answer", title: answerTitle };
  return await htmlPage({
    title,
    language,
    data,
    header: [
      `<h1>${escapeHtml(title)}</h1>`,
      ...lead.map(paragraph),
      ...htmlSummary(summary, language),
    ],
    front: answer.length === 0 ? [] : [
      partHtml({ ...answerHead, tables: answer }, drawings),
    ],
    contents: [
      ...(answer.length === 0 ? [] : [answerHead]),
      ...sections.map(({ id, title, subsections = [] }) => ({
        id,
        title,
        entries: subsections,
      })),
      { id: "provenance", title: provenance },
    ],
    sections: [
      ...sections.map((section) => partHtml(section, drawings)),
      htmlProvenance(document.provenance, language),
    ],
    style: STYLE,
    aside: { banner, foot: "" },
  });
}

/**
 * Lines of a readable length, words of any length broken where the screen ends, and tables
 * of many columns as narrow as they can be read.
 */
const STYLE = `\
main section > p { max-width: 46rem; }
p, caption, summary, .contents a { overflow-wrap: anywhere; }
div.jkp-table th, div.jkp-table td { padding: 0.28em 0.45em; }
@media print {
  main section > p { max-width: none; }
  div.jkp-table td.long { min-width: 8em; }
}
`;

function partHtml(
  part: DocumentSection,
  drawings: Drawings,
  level: 2 | 3 = 2,
): string {
  const { id, title, subsections = [] } = part;
  return htmlSection({ id, title, level }, [
    ...partLines(part, drawings),
    ...subsections.map((inner) => partHtml(inner, drawings, 3)),
  ]);
}

function partLines(
  { paragraphs = [], tables = [], figures = [] }: DocumentPart,
  drawings: Drawings,
): readonly string[] {
  const isSynthetic = isOfSyntheticData([...tables, ...figures]);
  return [
    ...(isSynthetic
      ? [
        `<p class="counts">${syntheticBadge(tables[0]?.language ?? "en")}</p>`,
      ]
      : []),
    ...paragraphs.map(paragraph),
    ...tables.map((table) => tableToHtml(table).trim()),
    ...figures.map((figure) =>
      htmlFigure(itemHeading(figure, "Figure"), figure, drawings.get(figure)!)
    ),
  ];
}

function paragraph(text: string): string {
  return `<p>${escapeHtml(text)}</p>`;
}
