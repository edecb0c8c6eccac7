import { keyInWords, type Table } from "@jkp/exhibit";
import {
  type Headlines,
  type ReadingName,
  type VariantResult,
  VARIANTS,
} from "@jkp/valuation";

/** What the report prints for each headline, in words for the heading. */
const COLUMNS: readonly { readonly key: keyof Headlines; readonly title: string }[] = [
  { key: "baseSuggested", title: "Base suggested" },
  { key: "baseMinimum", title: "Base minimum" },
  { key: "pessimisticSuggested", title: "Pessimistic suggested" },
  { key: "pessimisticMinimum", title: "Pessimistic minimum" },
  { key: "optimisticSuggested", title: "Optimistic suggested" },
  { key: "optimisticMinimum", title: "Optimistic minimum" },
  { key: "basePayg2022", title: "Base PAYG 2022" },
  { key: "basePayg2025", title: "Base PAYG 2025" },
  { key: "basePayg2026", title: "Base PAYG 2026" },
  { key: "basePayg2030", title: "Base PAYG 2030" },
  { key: "pessimisticPaygPeak", title: "Pessimistic PAYG peak" },
  { key: "nineMonths", title: "Nine months" },
];

/**
 * What was tried: each variant of the model with its effect on the headlines.
 *
 * @param variants The variants' results, the reading itself first.
 * @param reading The reading that they change.
 * @param source Where the data come from.
 * @returns A row a variant, rates in per cent of insurable earnings.
 *
 * @example What the nearest reading gives before anything is changed
 * ```ts
 * import { rulesAt } from "@jkp/scheme";
 * import { readScheme } from "@jkp/scheme/read";
 * import { variantsTable } from "@jkp/study";
 * import { valueVariants } from "@jkp/valuation";
 * import { reportInputs } from "@jkp/valuation/read";
 * import { assertEquals } from "@std/assert";
 *
 * const [pessimistic, base, optimistic] = await Promise.all(
 *   ["pessimistic", "base", "optimistic"].map((name) => reportInputs(name)),
 * );
 * const scheme = await readScheme("proposed_2021");
 * const variants = valueVariants(
 *   { pessimistic: pessimistic!, base: base!, optimistic: optimistic! },
 *   rulesAt(scheme, base!.terms.firstBenefitMonth),
 * );
 * const [row] = variantsTable(variants, "closest", "an example").rows;
 * assertEquals(Number(row!.baseSuggested).toFixed(2), "1.35");
 * ```
 */
export function variantsTable(
  variants: readonly VariantResult[],
  reading: ReadingName,
  source: string,
): Table {
  return {
    id: "variants",
    number: "",
    title: `What was tried, one change at a time from the reading ${keyInWords(reading)}`,
    columns: [
      { key: "name", title: "Variant" },
      ...COLUMNS.map((column) => ({ ...column, unit: "%", decimals: 3 })),
      { key: "reason", title: "Reason" },
    ],
    rows: variants.map(({ variant, headlines }) => ({
      name: variant.name,
      ...Object.fromEntries(COLUMNS.map(({ key }) => [key, 100 * headlines[key]])),
      reason: variant.reason,
    })),
    notes: [
      `${VARIANTS.length} variants; all rates with administration, per cent of ` +
      "insurable earnings.",
    ],
    source,
  };
}
