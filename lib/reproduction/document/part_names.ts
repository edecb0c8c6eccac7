import { restsOnExtract } from "../ledger/ledger.ts";
import { capitalized } from "@jkp/exhibit";
import type { ReportPart } from "./content.ts";

/** A chapter of the report with its parts. */
export interface Chapter {
  readonly id: string;
  readonly title: string;
  readonly parts: readonly ReportPart[];
}

/** What the chapters are about, in our words. */
const CHAPTER_TITLES: Readonly<Record<string, string>> = {
  "0": "Executive summary",
  "1": "Chapter 1. Labour market, social security and JHT",
  "2": "Chapter 2. Population and economy",
  "3": "Chapter 3. Cost assessment",
  "4": "Chapter 4. Policy questions",
};

/**
 * Gathers parts into the report's chapters. A part without a chapter in its name, such as
 * a footnote, belongs to the chapter of the part before it.
 */
export function chaptersOf(parts: readonly ReportPart[]): readonly Chapter[] {
  const chapters: { key: string; parts: ReportPart[] }[] = [];
  for (const part of parts) {
    const last = chapters.at(-1);
    const key = chapterKey(part) ?? last?.key ?? "0";
    if (last?.key === key) last.parts.push(part);
    else chapters.push({ key, parts: [part] });
  }
  return chapters.map(({ key, parts }) => ({
    id: `chapter-${key}`,
    title: CHAPTER_TITLES[key] ?? `Chapter ${key}`,
    parts,
  }));
}

/** The chapter's number; "0" for the summary; `undefined` for a footnote. */
function chapterKey({ item, number }: ReportPart): string | undefined {
  if (/^text_es|_ES?\d/i.test(item)) return "0";
  if (item.startsWith("text_fn")) return undefined;
  return /\d/.exec(number)?.[0];
}

/**
 * Names a part as the report does: "Table 3.7", "Figure 3.2", "Section 3.4", "Footnote
 * 28".
 */
export function partName({ item, number }: Pick<ReportPart, "item" | "number">): string {
  if (item.startsWith("table_")) return `Table ${number}`;
  if (item.startsWith("figure_")) return `Figure ${number.replace(/^F/, "")}`;
  return capitalized(number);
}

/** Whether a part shows a number that comes from the extract. */
export function isOfExtract({ table, figure, rows }: ReportPart): boolean {
  const isComputed = rows.some(restsOnExtract);
  const source = figure?.figure.source ?? (rows.length === 0 ? table?.source : undefined);
  return isComputed || /synthetic|extract/i.test(source ?? "");
}

/** A part's name and title, as its heading reads. */
export function partHeading(part: ReportPart): string {
  const name = partName(part);
  return part.title.startsWith(name) ? part.title : `${name}. ${part.title}`;
}
