import { wordsOf } from "@jkp/language";
import type { Figure } from "../figure.ts";
import { drawForPage, type PageDrawing } from "../draw_for_page.ts";
import { escapeHtml } from "../format.ts";
import { formulaToMathMl } from "../formula.ts";
import { itemHeading } from "../table_shape.ts";
import { tableToHtml } from "../table_to_html.ts";
import {
  checkDocument,
  type DisplayedFormula,
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
 * @param document The document.
 * @param drawn Pictures of its figures.
 * @returns The page, the same for the same document.
 * @throws {RangeError} If ids are no names or stand twice.
 *
 * @example A section with a number, and its formula
 * ```ts
 * import { documentToHtml, formula } from "@jkp/exhibit";
 * import { assertStringIncludes } from "@std/assert";
 *
 * const html = await documentToHtml({
 *   title: "Note",
 *   lead: [],
 *   data: { extractName: "jht_2019", isSynthetic: true },
 *   answer: [],
 *   sections: [{
 *     id: "method",
 *     title: "Method",
 *     formulas: [{ number: "1", formula: formula("E = M · W"), words: "W: wages." }],
 *   }],
 *   provenance: [],
 *   isNumbered: true,
 * });
 * assertStringIncludes(html, '<h2 id="method-heading">1 Method</h2>');
 * assertStringIncludes(html, '<math display="block" alttext="E = M · W">');
 * ```
 */
export async function documentToHtml(
  document: Document,
  drawn?: Drawings,
): Promise<string> {
  checkDocument(document);
  const drawings = drawn ?? await drawingsOf(document);
  const { title, lead, summary = [], data, banner = "", answer } = document;
  const { language = "en" } = document;
  const { answer: answerTitle, provenance } = wordsOf(language).exhibit.page;
  const answerHead = { id: "answer", title: answerTitle };
  const sections = document.isNumbered ? numbered(document.sections) : document.sections;
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
.formula {
  display: flex;
  align-items: center;
  gap: 1rem;
  max-width: 46rem;
  margin: 0.4rem 0;
  padding: 0.4rem 0;
  overflow-x: auto;
}
.formula math {
  flex: 1;
  font-family: "Cambria Math", "STIX Two Math", "Latin Modern Math", math, serif;
  font-size: 1.1em;
  text-align: center;
}
.formula .number { color: var(--muted); }
pre {
  max-width: 46rem;
  padding: 0.6rem 0.8rem;
  overflow-x: auto;
  font-size: 0.875rem;
  background: var(--ground);
  border: 1px solid var(--line);
}
@media print {
  .formula, pre { max-width: none; break-inside: avoid; }
  pre { white-space: pre-wrap; font-size: 8pt; }
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
  { paragraphs = [], formulas = [], commands = [], tables = [], figures = [] }:
    DocumentPart,
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
    ...formulas.map(formulaHtml),
    ...(commands.length === 0
      ? []
      : [`<pre tabindex="0"><code>${commands.map(escapeHtml).join("\n")}</code></pre>`]),
    ...tables.map((table) => tableToHtml(table).trim()),
    ...figures.map((figure) =>
      htmlFigure(itemHeading(figure, "Figure"), figure, drawings.get(figure)!)
    ),
  ];
}

/** A formula beside its number, and what is said of it. */
function formulaHtml({ number, formula, words }: DisplayedFormula): string {
  return [
    `<div class="formula" id="formula-${escapeHtml(number)}" tabindex="0" role="group" ` +
    `aria-label="Equation ${escapeHtml(number)}">`,
    `${formulaToMathMl(formula)}<span class="number">(${escapeHtml(number)})</span>`,
    "</div>",
    paragraph(words),
  ].join("\n");
}

/** Sections with their numbers before their titles: 1, 1.1, 1.2, 2 … */
function numbered(sections: readonly DocumentSection[]): readonly DocumentSection[] {
  return sections.map((section, i) => ({
    ...section,
    title: `${i + 1} ${section.title}`,
    ...(section.subsections === undefined ? {} : {
      subsections: section.subsections.map((part, j) => ({
        ...part,
        title: `${i + 1}.${j + 1} ${part.title}`,
      })),
    }),
  }));
}

function paragraph(text: string): string {
  return `<p>${escapeHtml(text)}</p>`;
}
