import { filesOf } from "../files_of.ts";
import { type Document, itemsOf } from "./document.ts";
import { documentToHtml, drawingsOf } from "./document_to_html.ts";
import { documentToWorkbook } from "./document_to_workbook.ts";

/**
 * The files of a document: `report.html`, a page that needs nothing else; `workbook.xlsx`;
 * and each table and figure by itself in `tables/` and `figures/`.
 *
 * The page and the workbook say that data are synthetic wherever their numbers stand, run
 * nothing that data could smuggle in, and hold no formula but those of the document's own
 * sheets.
 *
 * Needs what `figureToSvg` needs if there are figures.
 *
 * @param document The document.
 * @returns Contents by relative path, the same bytes for the same document.
 * @throws {RangeError} If an id is no name of a place or file, or stands twice.
 *
 * @example A document of one number: what JKP's law asks for
 * ```ts
 * import { documentFiles } from "@jkp/exhibit";
 * import { assertEquals, assertStringIncludes } from "@std/assert";
 *
 * const files = await documentFiles({
 *   title: "JKP in 2021",
 *   lead: ["What the law asks for."],
 *   data: { extractName: "jht_2019", isSynthetic: true },
 *   answer: [{
 *     id: "rate",
 *     number: "",
 *     title: "Contribution rate",
 *     columns: [
 *       { key: "law", title: "Law" },
 *       { key: "rate", title: "Rate", unit: "%", decimals: 2 },
 *     ],
 *     rows: [{ law: "PP 37/2021", rate: 0.46 }],
 *     notes: [],
 *     source: "PP 37/2021, article 11",
 *   }],
 *   sections: [],
 *   provenance: [],
 * });
 * assertEquals([...files.keys()], [
 *   "report.html",
 *   "workbook.xlsx",
 *   "tables/rate.csv",
 *   "tables/rate.md",
 * ]);
 * assertStringIncludes(String(files.get("report.html")), '<td class="number">0.46</td>');
 * ```
 */
export async function documentFiles(
  document: Document,
): Promise<Map<string, string | Uint8Array>> {
  const { tables, figures } = itemsOf(document);
  const drawings = await drawingsOf(document);
  return new Map<string, string | Uint8Array>([
    ["report.html", await documentToHtml(document, drawings)],
    ["workbook.xlsx", await documentToWorkbook(document)],
    ...await filesOf(
      tables,
      figures.map((drawn) => ({ drawn, svg: drawings.get(drawn)!.wide })),
      { tablesIn: "tables", figuresIn: "figures" },
    ),
  ]);
}
