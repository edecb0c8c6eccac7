import { type DataLabel, sourceLine, type Table } from "@jkp/exhibit";
import { type Headlines, type VariantResult, VARIANTS } from "@jkp/valuation";
import type { ReportResults } from "./results.ts";

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
 * @example The reading itself: 1.35 per cent, and 1.80 with at most nine months
 * ```ts
 * import { monthOf } from "@jkp/month";
 * import { variantsTable } from "@jkp/reproduction";
 * import { readScheme } from "@jkp/scheme/read";
 * import { rulesAt } from "@jkp/scheme";
 * import { reportInputs } from "@jkp/valuation/read";
 * import { valueVariants } from "@jkp/valuation";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const [pessimistic, base, optimistic] = [
 *   await reportInputs("pessimistic"),
 *   await reportInputs("base"),
 *   await reportInputs("optimistic"),
 * ];
 * const rules = rulesAt(await readScheme("proposed_2021"), monthOf(2022, 1));
 * const results = valueVariants({ pessimistic, base, optimistic }, rules, []);
 * const { experience } = base;
 * const table = variantsTable({ reading: "closest", experience }, results);
 * const { baseSuggested, nineMonths } = table.rows[0]!;
 * assertAlmostEquals(Number(baseSuggested), 1.35, 0.005);
 * assertAlmostEquals(Number(nineMonths), 1.80, 0.005);
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
    source: sourceLine(results.experience),
  };
}
