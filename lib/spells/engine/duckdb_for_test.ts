import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import type { Engine, EngineCell } from "./engine.ts";
import { literal, type SqlDialect } from "./sql.ts";

const DUCKDB: SqlDialect = {
  matches: (text, pattern) => `regexp_matches(${text}, ${literal(pattern)})`,
  trimmed: (text) => `regexp_replace(${text}, '^\\s+|\\s+$', '', 'g')`,
  part: (text, parts) => `hash(${text}) % ${parts}`,
  without: (text, pattern) => `regexp_replace(${text}, ${literal(pattern)}, '')`,
};

/** DuckDB as an engine, with a file as its table `spells`, and others by their names. */
export async function duckDbEngine(
  file: string,
  others: Readonly<Record<string, string>> = {},
): Promise<Engine> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  await connection.run("set threads = 1"); // of small tables: more of them only wait
  await connection.run("pragma disable_optimizer"); // it takes longer than the rows
  for (const [name, path] of Object.entries({ spells: file, ...others })) {
    const rows = path.endsWith(".parquet")
      ? `read_parquet(${literal(path)})`
      : `read_csv(${literal(path)}, all_varchar = true)`;
    await connection.run(`create table ${name} as select * from ${rows}`);
  }
  return {
    dialect: DUCKDB,
    name: "DuckDB",
    rows: (sql) => rowsOf(connection, sql),
  };
}

async function* rowsOf(connection: DuckDBConnection, sql: string) {
  const result = await connection.runAndReadAll(sql);
  for (const row of result.getRows()) {
    yield row.map((cell): EngineCell =>
      typeof cell === "object" && cell !== null ? String(cell) : cell as EngineCell
    );
  }
}
