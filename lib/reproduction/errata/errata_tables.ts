import { type Published, publishedValue } from "@jkp/published";
import type { Table } from "@jkp/exhibit";
import { definitionErrata } from "./definitions.ts";
import type { Erratum, NumberOf } from "./erratum.ts";
import { LABEL_ERRATA } from "./labels.ts";
import { numberErrata } from "./numbers.ts";

/**
 * Where the report contradicts itself: its numbers, its definitions, its labels.
 *
 * Everything is worked out from what the report prints; the model has no part in it.
 *
 * @param published The published numbers.
 * @returns Three tables.
 *
 * @example Productivity growth of 3.0 per cent in 2022, where 1.1 fits GDP and employment
 * ```ts
 * import { loadPublished } from "@jkp/published/read";
 * import { errataTables } from "@jkp/reproduction";
 * import { assertEquals } from "@std/assert";
 *
 * const [numbers] = errataTables(await loadPublished());
 * const row = numbers!.rows.find(({ where }) => where === "Table 2.4, 2022")!;
 * assertEquals([row.printed, row.consistent], ["3.0 %", "1.1 %"]);
 * ```
 */
export function errataTables(published: Published): Table[] {
  const of: NumberOf = (item, cell) => publishedValue(published, item, cell);
  return [
    errataTable("errata_numbers", "Numbers that disagree", numberErrata(of)),
    errataTable(
      "errata_definitions",
      "Definitions that disagree",
      definitionErrata(of),
    ),
    {
      id: "errata_labels",
      number: "",
      title: "Labels and references that lead elsewhere",
      columns: [
        { key: "where", title: "Where" },
        { key: "printed", title: "Printed" },
        { key: "meant", title: "Meant" },
      ],
      rows: LABEL_ERRATA.map((erratum) => ({ ...erratum })),
      notes: [],
      source: SOURCE,
    },
  ];
}

const SOURCE = "ILO (2021); arithmetic on its printed numbers.";

/** Errata with the arithmetic that shows them, as a table. */
export function errataTable(
  id: string,
  title: string,
  errata: readonly Erratum[],
  source: string = SOURCE,
): Table {
  return {
    id,
    number: "",
    title,
    columns: [
      { key: "where", title: "Where" },
      { key: "what", title: "What" },
      { key: "printed", title: "Printed" },
      { key: "consistent", title: "Consistent with the rest" },
      { key: "arithmetic", title: "Arithmetic" },
    ],
    rows: errata.map((erratum) => ({ ...erratum })),
    notes: [],
    source,
  };
}
