import type { SqlDialect } from "./sql.ts";

/** A cell that an engine gives: whole numbers that a double cannot hold come as text. */
export type EngineCell = string | number | bigint | boolean | null;

/** A row that an engine gives. */
export type EngineRow = readonly EngineCell[];

/** Something that answers SQL where the data are. */
export interface Engine {
  readonly dialect: SqlDialect;
  /** What it is called where problems are told, as `trino://host:8080/hive/jht`. */
  readonly name: string;
  /**
   * Runs a statement and gives its rows.
   *
   * @throws {DataError} If the engine cannot be reached or refuses the statement.
   */
  rows(sql: string): AsyncIterable<EngineRow>;
}

/** So many numbers. */
type Numbers<Many extends number, Some extends number[] = []> = Some["length"] extends
  Many ? Some
  : Numbers<Many, [...Some, number]>;

/** The first cells of a row, as numbers. */
export function numbersIn<Many extends number>(
  row: EngineRow,
  many: Many,
): Numbers<Many> {
  return row.slice(0, many).map(Number) as Numbers<Many>;
}

/** All rows of a statement. */
export async function allRows(engine: Engine, sql: string): Promise<EngineRow[]> {
  return await Array.fromAsync(engine.rows(sql));
}
