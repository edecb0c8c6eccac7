/** Rows of a frame, its columns, and how many rows there are in all. */
export interface FrameRows {
  readonly columns: readonly string[];
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  readonly height: number;
}

/** Rows of a frame that are read at most: no more are shown. */
export const MOST_ROWS = 100;

/** What is taken of a polars frame. */
interface PolarsFrame {
  readonly columns: readonly string[];
  readonly height: number;
  head(rows: number): { toRecords(): Record<string, unknown>[] };
}

/** What is taken of a Danfo.js frame or series. */
export interface DanfoFrame {
  readonly values: readonly unknown[];
  readonly columns: readonly string[];
  readonly shape: readonly number[];
}

/**
 * The first rows of a polars or Danfo.js frame.
 *
 * @param value Anything.
 * @returns Its rows; `undefined` if it is no frame.
 */
export function frameRows(value: object): FrameRows | undefined {
  if (isPolars(value)) {
    const { columns, height } = value;
    return { columns, rows: value.head(MOST_ROWS).toRecords(), height };
  }
  if (!isDanfo(value)) return undefined;
  const { values, columns, shape } = value;
  const rows = values.slice(0, MOST_ROWS).map((row) => {
    const cells = Array.isArray(row) ? row : [row];
    return Object.fromEntries(columns.map((name, i) => [name, cells[i]]));
  });
  return { columns, rows, height: shape[0]! };
}

function isPolars(value: object): value is PolarsFrame {
  // A polars frame answers `in` for its columns alone.
  const { toRecords, head } = value as Partial<Record<string, unknown>>;
  return typeof toRecords === "function" && typeof head === "function";
}

function isDanfo(value: object): value is DanfoFrame {
  return "$data" in value && "columns" in value && "shape" in value;
}
