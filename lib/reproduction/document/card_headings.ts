import type { DataWords } from "../ledger/data_words.ts";

/** Headings of the ledger's columns of numbers. */
export const NUMBER_HEADINGS = {
  published: "Published",
  difference: "Difference",
  tolerance: "Tolerance",
} as const;

/**
 * On a narrow screen the rows of a ledger are cards, and each number has the heading of its
 * column before it.
 */
export function cardHeadings({ ours }: Pick<DataWords, "ours">): string {
  const { published, difference, tolerance } = NUMBER_HEADINGS;
  const before = (cells: readonly string[], heading: string) =>
    `  ${cells.map((cell) => `${cell}::before`).join(", ")} { content: "${heading}"; }\n`;
  return "@media (max-width: 40rem) {\n" +
    before([".rows td:nth-child(3)", ".ledger td:nth-child(4)"], published) +
    before([".rows td:nth-child(4)", ".ledger td:nth-child(5)"], ours) +
    before([".rows td:nth-child(5)", ".ledger td:nth-child(6)"], difference) +
    before([".stacked.numbers td:nth-child(7)"], tolerance) +
    "}\n";
}
