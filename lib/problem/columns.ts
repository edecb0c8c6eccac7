import { isList, valueInWords } from "./argument.ts";

/** Columns of one length by name: what a frame is, and how many rows are given at once. */
export type ColumnsOf<Row> = {
  readonly [Key in keyof Row]: ArrayLike<NonNullable<Row[Key]>>;
};

/**
 * The values of a column, read at once: an array or typed array as it is, a polars or
 * Danfo.js series as an array. Single values of a series are slow to read.
 *
 * No frame's package is loaded for it: a series is known by what it has.
 *
 * @param column The column.
 * @returns Its values; what is no column is returned as it is, to be refused by the caller.
 *
 * @example Anything that has a `dtype` and a `toArray` is a series
 * ```ts
 * import { columnValues } from "@jkp/problem";
 * import { assertEquals } from "@std/assert";
 *
 * const series = { length: 2, dtype: "f64", toArray: () => [6, 13] };
 * assertEquals(columnValues(series), [6, 13]);
 * ```
 */
export function columnValues<Value>(column: ArrayLike<Value>): ArrayLike<Value> {
  const given: unknown = column;
  if (typeof given !== "object" || given === null || isList(given)) return column;
  if ("dtype" in given && "toArray" in given && typeof given.toArray === "function") {
    return given.toArray();
  }
  const isOfDanfo = "$data" in given && "values" in given && isList(given.values);
  return isOfDanfo ? given.values as ArrayLike<Value> : column;
}

/**
 * Named columns, each read at once.
 *
 * @param columns A record of columns, or a polars or Danfo.js frame.
 * @param names Names of the columns that are read; those that are not there are left out.
 * @returns The columns as a record.
 *
 * @example
 * ```ts
 * import { columnsByName } from "@jkp/problem";
 * import { assertEquals } from "@std/assert";
 *
 * const claims = { length: 1, dtype: "f64", toArray: () => [10] };
 * assertEquals(columnsByName({ claims, exposure: [900], age: [20] }, ["claims"]), {
 *   claims: [10],
 * });
 * ```
 */
export function columnsByName<Columns extends object>(
  columns: Columns,
  names: readonly (keyof Columns & string)[],
): Columns {
  return Object.fromEntries(listsByName(columns, names)) as Columns;
}

function listsByName(
  columns: object,
  names: readonly string[],
): (readonly [string, ArrayLike<unknown>])[] {
  const given = columns as Readonly<Record<string, ArrayLike<unknown> | undefined>>;
  return names.flatMap((name) => {
    const column = given[name];
    return column === undefined ? [] : [[name, columnValues(column)] as const];
  });
}

/**
 * Rows, however they are given: as a list of records, as a record of columns, or as a
 * polars or Danfo.js frame.
 *
 * @param doing What they are wanted for: "make a life table".
 * @param wanted What is wanted, in words.
 * @param rows What was got.
 * @param required Keys that every row has.
 * @param optional Keys that rows may have.
 * @returns The rows as records; those that were a list, as they are.
 * @throws {RangeError} If it is neither, a column is missing, or columns differ in length.
 *
 * @example
 * ```ts
 * import { rowsOf } from "@jkp/problem";
 * import { assertEquals, assertThrows } from "@std/assert";
 *
 * const columns = { age: [20, 25], rate: [0.02, 0.01] };
 * const read = (given: typeof columns) => rowsOf("draw", "rates", given, ["age", "rate"]);
 * assertEquals(read(columns), [{ age: 20, rate: 0.02 }, { age: 25, rate: 0.01 }]);
 * const wrong = "columns of one length are wanted, got 2 of age, 1 of rate";
 * assertThrows(() => read({ ...columns, rate: [1] }), RangeError, wrong);
 * ```
 */
export function rowsOf<Row extends object>(
  doing: string,
  wanted: string,
  rows: readonly Row[] | ColumnsOf<Row>,
  required: readonly (keyof Row & string)[],
  optional: readonly (keyof Row & string)[] = [],
): readonly Row[] {
  const refused = (got: string) =>
    new RangeError(`Cannot ${doing}: ${wanted} is wanted, got ${got}`);
  if (Array.isArray(rows)) {
    const unfit = rows.findIndex((row) => typeof row !== "object" || row === null);
    if (unfit !== -1) throw refused(`a list with ${valueInWords(rows[unfit])}`);
    return rows;
  }
  const isOfColumns = typeof rows === "object" && rows !== null && !isList(rows) &&
    required.every((key) => key in rows);
  if (!isOfColumns) throw refused(valueInWords(rows));
  const lists = listsByName(rows, [...required, ...optional]);
  const unfit = lists.find(([, list]) => !isList(list));
  if (unfit !== undefined) {
    throw refused(`${valueInWords(unfit[1])} as the column ${unfit[0]}`);
  }
  const length = lists[0]![1].length;
  if (lists.some(([, list]) => list.length !== length)) {
    throw new RangeError(
      `Cannot ${doing}: columns of one length are wanted, got ` +
        lists.map(([name, list]) => `${list.length} of ${name}`).join(", "),
    );
  }
  return Array.from(
    { length },
    (_, i) =>
      Object.fromEntries(
        lists.flatMap(([name, list]) => list[i] === null ? [] : [[name, list[i]]]),
      ) as Row,
  );
}
