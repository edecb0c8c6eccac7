import { parseToml } from "@jkp/files";
import { type Month, parseMonth } from "@jkp/month";
import * as v from "valibot";
import type { DocumentTable } from "./document_table.ts";

const Text = v.pipe(v.string(), v.nonEmpty("a text"));
const Texts = v.record(v.string(), Text);
const MonthText = v.pipe(
  v.string(),
  v.check((value) => parseMonth(value) !== undefined, "a month, YYYY-MM"),
  v.transform((value): Month => parseMonth(value)!),
);

const DocumentsFile = v.strictObject({
  words: v.record(v.string(), Texts),
  titles: Texts,
  papers: v.array(v.strictObject({
    name: Text,
    month: MonthText,
    without_table: v.optional(v.array(Text), []),
    tables: v.array(v.strictObject({
      item: Text,
      number: Text,
      title: Text,
      stub: Text,
      notes: v.optional(v.array(Text), []),
      titles: v.optional(Texts, {}),
    })),
  })),
});

/** Words that stand for values of a design, by the value; `nothing` for none. */
export type Vocabulary = Readonly<Record<string, string>>;

/** What `documents.toml` says: the papers' tables, and words for values. */
export interface DocumentsDescription {
  readonly tables: readonly DocumentTable[];
  /** Items with printed cells outside tables. */
  readonly withoutTable: readonly string[];
  readonly vocabularies: Readonly<Record<string, Vocabulary>>;
}

/** Reads the text of `documents.toml`. */
export function parseDocumentsFile(file: string, text: string): DocumentsDescription {
  const { papers, titles, words } = parseToml(file, text, DocumentsFile);
  return {
    tables: papers.flatMap(({ name, month, tables }) =>
      tables.map((table) => ({
        ...table,
        titles: { ...titles, ...table.titles },
        paper: name,
        month,
      }))
    ),
    withoutTable: papers.flatMap((paper) => paper.without_table),
    vocabularies: words,
  };
}
