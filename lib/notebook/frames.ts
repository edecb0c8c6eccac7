import { checkArgument, checkOptions, valueInWords } from "@jkp/problem";
import type { StatisticsExtract } from "@jkp/extract";
import { formatMonth } from "@jkp/month";
import type { Column } from "@jkp/exhibit";
import type { DataFrame } from "nodejs-polars";
import { type DanfoFrame, frameRows } from "./frame_rows.ts";
import { cellOf } from "./plain_tables.ts";
import { type ShownTable, showTable } from "./shown_table.ts";

/** A statistics extract as polars frames, months as `YYYY-MM`. */
export interface ExtractFrames {
  readonly active: DataFrame;
  readonly withdrawals: DataFrame;
  readonly service: DataFrame;
  readonly inactive: DataFrame;
}

/** How a frame is shown. */
export interface ShowFrameOptions {
  /** @default {""} */
  readonly title?: string;
  /**
   * Decimals of numbers that are not whole.
   * @default {2}
   */
  readonly decimals?: number;
  /** Where the numbers come from. */
  readonly source?: string;
}

/**
 * The tables of a statistics extract as polars frames, to filter, group and join.
 *
 * @param extract The extract.
 * @returns A frame for each of its files.
 *
 * @example Monthly contributors to JHT in 2019: Table 1.3 prints 15 437 408
 * ```ts
 * import { extractFrames } from "@jkp/notebook";
 * import { readShippedExtract } from "@jkp/extract/read";
 * import polars from "nodejs-polars";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const { active } = await extractFrames(await readShippedExtract());
 * const in2019 = active.filter(polars.col("month").str.contains("^2019"));
 * assertAlmostEquals(in2019.getColumn("members").sum() / 12, 15_437_408, 5);
 * ```
 */
export async function extractFrames(extract: StatisticsExtract): Promise<ExtractFrames> {
  const wanted = "an extract, as readStatisticsExtract reads it,";
  checkArgument("make frames", wanted, extract, ["active", "withdrawals", "service"]);
  const { default: polars } = await import("nodejs-polars");
  const frameOf = (rows: readonly { readonly month?: number }[]) =>
    polars.DataFrame(
      rows.map((row) =>
        row.month === undefined ? row : { ...row, month: formatMonth(row.month) }
      ),
    );
  return {
    active: frameOf(extract.active),
    withdrawals: frameOf(extract.withdrawals),
    service: frameOf(extract.service),
    inactive: polars.DataFrame([...extract.inactive]),
  };
}

/**
 * Shows a polars or Danfo.js frame as a table.
 *
 * @param frame The frame; of a long one the first hundred rows.
 * @param options How to show it.
 * @returns What a cell ends with.
 *
 * @example Male and female shares of leavers
 * ```ts
 * import { showFrame } from "@jkp/notebook";
 * import polars from "nodejs-polars";
 * import { assertEquals } from "@std/assert";
 *
 * const { table } = showFrame(polars.DataFrame({ sex: ["M", "F"], share: [0.61, 0.39] }));
 * assertEquals(table.rows, [{ sex: "M", share: 0.61 }, { sex: "F", share: 0.39 }]);
 * ```
 */
export function showFrame(
  frame: DataFrame | DanfoFrame,
  options: ShowFrameOptions = {},
): ShownTable {
  const doing = "show a frame";
  const wanted = "a polars or Danfo.js frame";
  checkArgument(doing, wanted, frame);
  checkOptions(doing, options, ["title", "decimals", "source"]);
  const { title = "", decimals = 2, source = "" } = options;
  const read = frameRows(frame);
  if (read === undefined) {
    throw new RangeError(
      `Cannot ${doing}: ${wanted} is wanted, got ${valueInWords(frame)}`,
    );
  }
  const { columns, rows, height } = read;
  const isWhole = (key: string) => rows.every((row) => Number.isInteger(row[key] ?? 0));
  const left = height - rows.length;
  return showTable({
    id: "frame",
    number: "",
    title,
    columns: columns.map((key): Column => ({
      key,
      title: key,
      ...(isWhole(key) ? {} : { decimals }),
    })),
    rows: rows.map((row) =>
      Object.fromEntries(columns.map((key) => [key, cellOf("", row[key])]))
    ),
    notes: left > 0 ? [`${left.toLocaleString("en")} further rows.`] : [],
    source,
  });
}
