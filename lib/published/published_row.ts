/** One printed number or text of the report. */
export interface PublishedRow {
  /** Where it is printed: `table_3_7`, `text_3_3` for section 3.3, `text_es`. */
  readonly item: string;
  /** Readable key within the item, for example `base/2021/inflation_rate`. */
  readonly cell: string;
  /** What the number is, in words: "Inflation, 2021, base scenario". */
  readonly title: string;
  /** Unit in words: "% of insurable earnings", "rupiah a month", "year". */
  readonly unit: string;
  /** As printed, without thousands separators. */
  readonly published: string;
  /** The number printed, or `null` where a text, a date or "n.a." is printed. */
  readonly value: number | null;
  /** Decimals printed; 0 where no number is printed. */
  readonly decimals: number;
  /** Half a unit of the last digit that is not rounded away; 0 where no number. */
  readonly tolerance: number;
  /**
   * The key (`item cell`) of the number that is printed here once more, or of the one cell
   * of a table that spans several rows; empty for a number of its own.
   */
  readonly repeats: string;
  /** The place in words: "Table 3.7", "section 3.4". */
  readonly locator: string;
  readonly note: string;
}

/** The published numbers of a report. */
export interface Published {
  /** All rows, in the order of the files. */
  readonly rows: readonly PublishedRow[];
  /** Rows by `item cell`; read through `publishedRow()`. */
  readonly byKey: ReadonlyMap<string, PublishedRow>;
}

/** The key of a row in {@link Published.byKey}. */
export function keyOf(item: string, cell: string): string {
  return `${item} ${cell}`;
}
