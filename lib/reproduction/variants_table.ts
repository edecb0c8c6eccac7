import { type DataLabel, type Table } from "@jkp/exhibit";
import { type Headlines, type VariantResult, VARIANTS } from "@jkp/valuation";
import type { ReportResults } from "./results.ts";
import { reportSource } from "./report_source.ts";

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
 * @param results The computation, for the reading and the source line.
 * @param variants The variants' results, the reading itself first.
 * @returns A table of {@link VARIANTS}, rates in per cent of insurable earnings.
 *
 * @example
 * ```ts
 * import { variantsTable } from "@jkp/reproduction";
 * import { assertEquals } from "@std/assert";
 *
 * const experience = { extractName: "x", isSynthetic: true };
 * const table = variantsTable({ reading: "closest", experience }, []);
 * assertEquals(table.rows, []);
 * ```
 */
export function variantsTable(
  results: Pick<ReportResults, "reading"> & { readonly experience: DataLabel },
  variants: readonly VariantResult[],
): Table {
  return {
    id: "variants",
    number: "",
    title: `What was tried, one change at a time from the reading ${results.reading}`,
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
    source: reportSource(results.experience),
  };
}
