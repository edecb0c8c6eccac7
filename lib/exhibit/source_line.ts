import type { Figure } from "./figure.ts";

/** What a number computed from an extract says of it. */
export interface DataLabel {
  readonly extractName: string;
  /** Whether the rows are made and not recorded. */
  readonly isSynthetic: boolean;
}

/**
 * An extract in words, wherever numbers computed from it are shown.
 *
 * @param label Whose extract.
 * @returns Its name; says so when the data are synthetic.
 * @throws {RangeError} If it is no label: a notebook's cell could hand over anything, and
 * the word synthetic must not be lost.
 *
 * @example
 * ```ts
 * import { dataInWords } from "@jkp/exhibit";
 * import { assertEquals } from "@std/assert";
 *
 * const words = dataInWords({ extractName: "jht_2019", isSynthetic: true });
 * assertEquals(words, "synthetic data, extract jht_2019");
 * ```
 */
export function dataInWords({ extractName, isSynthetic }: DataLabel): string {
  if (typeof extractName !== "string" || typeof isSynthetic !== "boolean") {
    throw new RangeError(
      "Cannot name the data: a value with extractName and isSynthetic is wanted, got " +
        `${extractName} and ${isSynthetic}`,
    );
  }
  return `${isSynthetic ? "synthetic data, " : ""}extract ${extractName}`;
}

/**
 * The source line of what is computed from an extract.
 *
 * @param label Whose extract.
 * @returns A sentence that says so when data are synthetic.
 *
 * @example
 * ```ts
 * import { sourceLine } from "@jkp/exhibit";
 * import { assertEquals } from "@std/assert";
 *
 * const line = sourceLine({ extractName: "jht_2019", isSynthetic: true });
 * assertEquals(line, "JKP Lab: synthetic data, extract jht_2019.");
 * ```
 */
export function sourceLine(label: DataLabel): string {
  return `JKP Lab: ${dataInWords(label)}.`;
}

/**
 * What nobody may miss of a figure whose pattern is invented.
 *
 * @param label Whose extract.
 * @param words What of the figure is invented.
 * @returns The figure's caution where the data are synthetic, nothing where they were recorded.
 *
 * @example
 * ```ts
 * import { inventedCaution } from "@jkp/exhibit";
 * import { assertEquals } from "@std/assert";
 *
 * const { caution } = inventedCaution({ isSynthetic: true }, "the seasons are invented.");
 * assertEquals(caution, "Synthetic data: the seasons are invented.");
 * assertEquals(inventedCaution({ isSynthetic: false }, "the seasons are invented."), {});
 * ```
 */
export function inventedCaution(
  { isSynthetic }: Pick<DataLabel, "isSynthetic">,
  words: string,
): Pick<Figure, "caution"> {
  return isSynthetic ? { caution: `Synthetic data: ${words}` } : {};
}
