import { polars } from "../source/polars.ts";
import type { SpellFile } from "../source/spell_file.ts";

/** What programs of the Hive family write where a key has no value. */
const NO_VALUE = "__HIVE_DEFAULT_PARTITION__";

/**
 * A file with the keys of its path as columns: `tahun=2019/part-0.parquet` has a column
 * `tahun`, unless it holds one itself.
 *
 * @param name Name of the file relative to the folder of the extract.
 */
export function withPathKeys(file: SpellFile, name: string): SpellFile {
  const keys = new Map(
    [...pathKeys(name)].filter(([key]) => !file.columns.includes(key)),
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
