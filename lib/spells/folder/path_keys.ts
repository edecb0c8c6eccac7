import { polars } from "../source/polars.ts";
import type { SpellFile } from "../source/spell_file.ts";

/** What programs of the Hive family write where a key has no value. */
const NO_VALUE = "__HIVE_DEFAULT_PARTITION__";

/** Names of keys that hold a year, and a month of it, in small letters. */
const YEAR_KEYS = ["tahun", "thn", "year"];
const MONTH_KEYS = ["bulan", "bln", "month"];

/**
 * A file with the keys of its path as columns: `tahun=2019/part-0.parquet` has a column
 * `tahun`, unless it holds one itself. Year and month that stand apart, as in
 * `tahun=2019/bulan=01`, are a third one, `tahun bulan`, with 2019-01.
 *
 * @param name Name of the file relative to the folder of the extract.
 */
export function withPathKeys(file: SpellFile, name: string): SpellFile {
  const keys = new Map(
    withMonth([...pathKeys(name)]).filter(([key]) => !file.columns.includes(key)),
  );
  if (keys.size === 0) return file;
  return {
    ...file,
    columns: [...file.columns, ...keys.keys()],
    async *rows(wanted, options) {
      const own = wanted.filter((column) => !keys.has(column));
      const read = own.length > 0 ? own : file.columns.slice(0, 1);
      for await (const batch of file.rows(read, options)) {
        const values = wanted.filter((column) => keys.has(column))
          .map((column) => polars.lit(keys.get(column)!).alias(column));
        yield { ...batch, frame: batch.frame.withColumns(...values).select(...wanted) };
      }
    },
  };
}

/** Keys, and the month of those that hold a year and a month. */
function withMonth(keys: readonly [string, string][]): readonly [string, string][] {
  const of = (names: readonly string[], value: RegExp) =>
    keys.find(([key, text]) => names.includes(key.toLowerCase()) && value.test(text));
  const year = of(YEAR_KEYS, /^[0-9]{4}$/);
  const month = of(MONTH_KEYS, /^(0?[1-9]|1[0-2])$/);
  if (year === undefined || month === undefined) return keys;
  const joined = `${year[1]}-${month[1].padStart(2, "0")}`;
  return [...keys, [`${year[0]} ${month[0]}`, joined]];
}

/** The keys of a file's path, relative to the folder of the extract, with their values. */
export function pathKeys(name: string): Map<string, string> {
  return new Map(
    name.split(/[/\\]/).slice(0, -1).flatMap((part): [string, string][] => {
      const at = part.indexOf("=");
      if (at < 1) return [];
      const value = part.slice(at + 1);
      return [[part.slice(0, at), value === NO_VALUE ? "" : decoded(value)]];
    }),
  );
}

/** A value as it was before a path could not hold it. */
function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
