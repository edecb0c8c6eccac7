import { keyOf, type Published, type PublishedRow } from "./published_row.ts";

/**
 * One printed row.
 *
 * @param published The published numbers.
 * @param item Table or section, for example `table_3_7`.
 * @param cell Key within it.
 * @returns The row.
 * @throws {RangeError} If there is no such row.
 *
 * @example The tolerance is half a unit of the last printed digit
 * ```ts
 * import { loadPublished } from "@jkp/published/read";
 * import { publishedRow } from "@jkp/published";
 * import { assertEquals } from "@std/assert";
 *
 * const published = await loadPublished();
 * const cost = publishedRow(published, "table_4_1", "base/estimated_cost_2021");
 * assertEquals([cost.published, cost.tolerance], ["13.8", 0.05]);
 * const layoffs = publishedRow(published, "text_1_2_3", "layoffs_per_month");
 * assertEquals([layoffs.published, layoffs.tolerance], ["29500", 50]);
 * ```
 */
export function publishedRow(
  published: Published,
  item: string,
  cell: string,
): PublishedRow {
  const row = published.byKey.get(keyOf(item, cell));
  if (row === undefined) {
    throw new RangeError(
      `Cannot find a published number: a cell is wanted, got ${item} ${cell}`,
    );
  }
  return row;
}

/**
 * One printed number, in its printed unit (per cent stay per cent).
 *
 * @param published The published numbers.
 * @param item Table or section, for example `table_3_7`.
 * @param cell Key within it.
 * @returns The number.
 * @throws {RangeError} If there is no such row or it holds no number.
 *
 * @example Inflation of 2021 in the pessimistic scenario, in per cent
 * ```ts
 * import { loadPublished } from "@jkp/published/read";
 * import { publishedValue } from "@jkp/published";
 * import { assertEquals } from "@std/assert";
 *
 * const published = await loadPublished();
 * const cell = "pessimistic/2021/inflation_rate";
 * assertEquals(publishedValue(published, "table_2_4", cell), 2.8);
 * ```
 */
export function publishedValue(
  published: Published,
  item: string,
  cell: string,
): number {
  const { value, published: text } = publishedRow(published, item, cell);
  if (value === null) {
    throw new RangeError(
      `Cannot read ${item} ${cell} as a number: a number is wanted, got ${text}`,
    );
  }
  return value;
}

/**
 * All rows of a table or section, in printed order.
 *
 * @param published The published numbers.
 * @param item Table or section, for example `table_4_1`.
 * @returns The rows.
 * @throws {RangeError} If there is no such item.
 *
 * @example The transitional arrangement: cost in trillion rupiah and rate in per cent
 * ```ts
 * import { loadPublished } from "@jkp/published/read";
 * import { publishedItem } from "@jkp/published";
 * import { assertEquals } from "@std/assert";
 *
 * const rows = publishedItem(await loadPublished(), "table_4_1");
 * assertEquals(rows.map((row) => row.value), [37.9, 0.36, 13.8, 0.13, 5.5, 0.05]);
 * ```
 */
export function publishedItem(published: Published, item: string): PublishedRow[] {
  const rows = published.rows.filter((row) => row.item === item);
  if (rows.length === 0) {
    throw new RangeError(
      `Cannot find a published item: a table or section is wanted, got ${item}`,
    );
  }
  return rows;
}
