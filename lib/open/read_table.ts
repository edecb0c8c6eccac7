import { parseCsv, readText } from "@jkp/files";
import { type Problem, throwIfAny } from "@jkp/problem";

/** How a cell of an open table is read: what it should hold, and its value. */
export interface CellReader<Value> {
  /** In words: "a number". */
  readonly expected: string;
  /** The value, or `undefined` if the text is not what was expected. */
  readonly read: (text: string) => Value | undefined;
}

/** Columns of an open table: the name in the file and how its cells are read. */
export type TableColumns = Readonly<
  Record<string, readonly [column: string, reader: CellReader<unknown>]>
>;

/** A row of an open table, by the names that the code uses. */
export type OpenRow<Columns extends TableColumns> = {
  readonly [Name in keyof Columns]: Columns[Name][1] extends CellReader<infer Value>
    ? Value
    : never;
};

const NUMBER = /^-?\d+(?:\.\d+)?$/;

/** A text that is not empty. */
export const words: CellReader<string> = {
  expected: "a text",
  read: (text) => text === "" ? undefined : text,
};

/** A number. */
export const number: CellReader<number> = {
  expected: "a number",
  read: (text) => NUMBER.test(text) ? Number(text) : undefined,
};

/** A number in per cent, read as a fraction. */
export const percent: CellReader<number> = {
  expected: "a number in per cent",
  read: (text) => NUMBER.test(text) ? Number(text) / 100 : undefined,
};

/** A calendar year. */
export const year: CellReader<number> = {
  expected: "a year of four digits",
  read: (text) => /^\d{4}$/.test(text) ? Number(text) : undefined,
};

/** A month as `YYYY-MM`, kept as a text. */
export const calendarMonth: CellReader<string> = {
  expected: "a month as YYYY-MM",
  read: (text) => /^\d{4}-(0[1-9]|1[0-2])$/.test(text) ? text : undefined,
};

/**
 * Lets a cell be empty.
 *
 * @param reader How it is read where it is not.
 * @returns A reader that gives `null` for an empty cell.
 *
 * @example
 * ```ts
 * import { number, orEmpty } from "@jkp/open";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals([orEmpty(number).read(""), orEmpty(number).read("2")], [null, 2]);
 * ```
 */
export function orEmpty<Value>(reader: CellReader<Value>): CellReader<Value | null> {
  return {
    expected: `${reader.expected} or nothing`,
    read: (text) => text === "" ? null : reader.read(text),
  };
}

/**
 * One of a few words.
 *
 * @param choices The words.
 * @returns A reader of them.
 *
 * @example
 * ```ts
 * import { oneOf } from "@jkp/open";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(oneOf("male", "female").read("men"), undefined);
 * ```
 */
export function oneOf<Word extends string>(
  ...choices: readonly Word[]
): CellReader<Word> {
  return {
    expected: choices.join(" or "),
    read: (text) => choices.find((choice) => choice === text),
  };
}

/**
 * Reads a table of open statistics.
 *
 * @param file The CSV file.
 * @param columns Its columns; others, such as sources and notes, are passed over.
 * @returns The rows in the file's order.
 * @throws {DataError} If the file is missing or malformed; with every cell that is not
 * what was expected.
 *
 * @example
 * ```ts
 * import { number, readOpenTable, year } from "@jkp/open";
 * import { assertEquals } from "@std/assert";
 *
 * const file = await Deno.makeTempFile({ suffix: ".csv" });
 * await Deno.writeTextFile(file, "year,persons,source\n2019,10,BPS\n");
 * const columns = { year: ["year", year], persons: ["persons", number] } as const;
 * assertEquals(await readOpenTable(file, columns), [{ year: 2019, persons: 10 }]);
 * ```
 */
export async function readOpenTable<const Columns extends TableColumns>(
  file: string,
  columns: Columns,
): Promise<readonly OpenRow<Columns>[]> {
  const entries = Object.entries(columns);
  const names = entries.map(([, [column]]) => column);
  const problems: Problem[] = [];
  const rows = parseCsv(file, await readText(file), names).map(({ line, cells }) =>
    Object.fromEntries(entries.map(([name, [column, reader]]) => {
      const text = cells[column]!;
      const value = reader.read(text);
      if (value === undefined) {
        problems.push({
          file,
          place: `row ${line}, column ${column}`,
          expected: reader.expected,
          received: text === "" ? "nothing" : text,
        });
      }
      return [name, value];
    })) as OpenRow<Columns>
  );
  throwIfAny(problems);
  return rows;
}
