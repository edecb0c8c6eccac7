import type { Language } from "@jkp/language";
import type { Figure } from "../figure.ts";
import type { Formula } from "../formula.ts";
import type { DataLabel } from "../source_line.ts";
import type { Table } from "../table.ts";
import type { WorkbookSheet } from "../workbook/worksheet.ts";

/** A formula with what is said of it. */
export interface DisplayedFormula {
  /** By which texts refer to it, such as `3`. */
  readonly number: string;
  readonly formula: Formula;
  /** Plain text: what its names stand for. */
  readonly words: string;
}

/** What is said and shown under one heading, in this order. */
export interface DocumentPart {
  /** Its place in the page: letters, digits, `_` and `-`, a letter first. */
  readonly id: string;
  readonly title: string;
  /**
   * Plain text.
   * @default none
   */
  readonly paragraphs?: readonly string[];
  /**
   * What is computed, on the page only.
   * @default none
   */
  readonly formulas?: readonly DisplayedFormula[];
  /**
   * Lines to type at a terminal, on the page only.
   * @default none
   */
  readonly commands?: readonly string[];
  /** @default none */
  readonly tables?: readonly Table[];
  /** @default none */
  readonly figures?: readonly Figure[];
}

/** A section of a {@link Document}, with parts of its own under lower headings. */
export interface DocumentSection extends DocumentPart {
  /** @default none */
  readonly subsections?: readonly DocumentPart[];
}

/** What a document was made from: a name and, if there are any, names and values below it. */
export interface ProvenanceGroup {
  readonly title: string;
  readonly rows: readonly (readonly [name: string, value: string])[];
  /**
   * Whether a page shows them only when they are asked for, such as checksums.
   * @default false
   */
  readonly isFolded?: boolean;
}

/** A report as a plain value: the page, the workbook and all files are made from it. */
export interface Document {
  readonly title: string;
  /** Plain text under the title: what this is, in a paragraph or two. */
  readonly lead: readonly string[];
  /**
   * What it says, in a few sentences: what was computed, the answer, what that is compared
   * with, how sure it is, where to look. Plain text, a sentence or two each.
   * @default none
   */
  readonly summary?: readonly string[];
  /** What was computed from. Synthetic data are said to be so at the top and at each number. */
  readonly data: DataLabel;
  /**
   * What the banner of synthetic data says besides; plain text.
   * @default nothing
   */
  readonly banner?: string;
  /** The few numbers for which somebody opens it, before all sections. */
  readonly answer: readonly Table[];
  /** In the order in which they are read. */
  readonly sections: readonly DocumentSection[];
  readonly provenance: readonly ProvenanceGroup[];
  /**
   * Whether sections and their parts are numbered, as of a document that is cited.
   * @default false
   */
  readonly isNumbered?: boolean;
  /**
   * Sheets that stand in the workbook before all others, and in no other file: formulas.
   * @default none
   */
  readonly sheets?: readonly WorkbookSheet[];
  /**
   * In which its page says what stands around its content.
   * @default {"en"}
   */
  readonly language?: Language;
}

/**
 * The data of a document in a sentence, as a workbook says it.
 *
 * @param label Whose data.
 * @returns The sentence; says so when data are synthetic.
 *
 * @example
 * ```ts
 * import { dataSentence } from "@jkp/exhibit";
 * import { assertEquals } from "@std/assert";
 *
 * const sentence = dataSentence({ extractName: "jht_2019", isSynthetic: true });
 * assertEquals(sentence, "Synthetic data: the extract jht_2019 was made, not recorded.");
 * ```
 */
export function dataSentence({ extractName, isSynthetic }: DataLabel): string {
  return isSynthetic
    ? `Synthetic data: the extract ${extractName} was made, not recorded.`
    : `Extract ${extractName}.`;
}

/** Whether an item's numbers rest on synthetic data, as its source must say. */
export function isOfSyntheticData(
  items: readonly { readonly source: string }[],
): boolean {
  return items.some(({ source }) => /synthetic|sintetis/i.test(source));
}

/** Tables and figures of a document in its order. */
export function itemsOf(
  { answer, sections }: Pick<Document, "answer" | "sections">,
): { readonly tables: readonly Table[]; readonly figures: readonly Figure[] } {
  const parts = sections.flatMap((section) => [section, ...section.subsections ?? []]);
  return {
    tables: [...answer, ...parts.flatMap(({ tables = [] }) => tables)],
    figures: parts.flatMap(({ figures = [] }) => figures),
  };
}

/** Places that a page has without being told. */
const PLACES = ["content", "contents", "after-contents", "answer", "provenance"];

/**
 * Refuses ids that are no name of a place or a file, or stand twice: links would lead
 * elsewhere, and a file would be lost.
 */
export function checkDocument(document: Document): void {
  const { tables, figures } = itemsOf(document);
  const parts = document.sections.flatMap((part) => [part, ...part.subsections ?? []]);
  const problems = ([
    ["section", [...PLACES, ...parts.map(({ id }) => id)]],
    ["table", tables.map(({ id }) => id)],
    ["figure", figures.map(({ id }) => id)],
  ] as const).flatMap(([kind, ids]) => [
    ...ids.filter((id) => !/^[a-z][\w-]*$/i.test(id))
      .map((id) =>
        `the id of a ${kind} in letters, digits, _ and - is wanted, got ${
          JSON.stringify(id)
        }`
      ),
    ...new Set(ids.filter((id, index) => ids.indexOf(id) < index))
      .values().map((id) => `each ${kind} once is wanted, got ${id} again`),
  ]);
  if (problems.length === 0) return;
  throw new RangeError(
    problems.map((problem) => `Cannot write the document: ${problem}`).join("\n"),
  );
}
