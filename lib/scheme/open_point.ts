import { type Language, wordsOf } from "@jkp/language";
import type { OpenPoint } from "./rules/scheme_file.ts";

/**
 * A question that the sources of a scheme leave open, in words: the section, the question,
 * how it is taken, and what else may hold.
 *
 * @param point The open point.
 * @param language In which the words around it are; its own are those of its file.
 * @returns One text, without a full stop.
 *
 * @example What JKP's reform of 2025 leaves open
 * ```ts
 * import { openPointInWords } from "@jkp/scheme";
 * import { readScheme } from "@jkp/scheme/read";
 * import { assert } from "@std/assert";
 *
 * const { openPoints } = await readScheme("jkp_2025");
 * assert(openPoints.some((point) => openPointInWords(point).startsWith("qualifying: ")));
 * ```
 */
export function openPointInWords(
  { section, question, taken, otherwise }: OpenPoint,
  language: Language = "en",
): string {
  const { openPoint, sections } = wordsOf(language).law;
  return openPoint(sections[section], question, taken, otherwise);
}
