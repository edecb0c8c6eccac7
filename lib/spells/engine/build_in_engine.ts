import type { Month } from "@jkp/month";
import { DataError, type Problem } from "@jkp/problem";
import type { QualityReport } from "../check/quality_report.ts";
import type { BuiltStatistics } from "../count/build_statistics.ts";
import { withRecords } from "../count/record_counts.ts";
import { toStatistics } from "../count/to_statistics.ts";
import { methodOf, statisticsManifest, windowOf } from "../folder/statistics_manifest.ts";
import { cellsSql, type EngineTable } from "./cells_sql.ts";
import { checkInEngine } from "./check_in_engine.ts";
import { EngineCells } from "./counted_cells.ts";
import { countsSql } from "./counts_sql.ts";
import { allRows, type Engine } from "./engine.ts";
import type { SpellTable } from "./spell_table.ts";
import { named } from "./sql.ts";

/** Months that are counted, and how to follow the work. */
export interface EngineBuildOptions {
  readonly firstMonth?: Month | undefined;
  readonly lastMonth?: Month | undefined;
  /**
   * In how many parts, by hash of the member, the engine is asked: each wants so many times
   * less memory of it, and reads the table once more.
   * @default {1}
   */
  readonly parts?: number | undefined;
  /** Called before each step. */
  readonly step?: (words: string) => void;
}

/**
 * Checks and counts a table of spells where it is. No row leaves the engine that is not a
 * count.
 *
 * @param engine What answers SQL.
 * @param source The table, its manifest and its mapping.
 * @param options Months, and how to follow the work.
 * @returns The same statistics as `buildStatistics` makes of the same rows.
 * @throws {DataError} If the engine refuses, columns lack, or rows break rules that must
 * hold: every such rule, with how many rows break it.
 * @throws {RangeError} If months are asked for that the extract does not cover.
 */
export async function buildInEngine(
  engine: Engine,
  { table, manifest: whole, mapping }: SpellTable,
  { firstMonth, lastMonth, parts = 1, step = () => {} }: EngineBuildOptions = {},
): Promise<BuiltStatistics> {
  const manifest = windowOf(whole, { firstMonth, lastMonth });
  step(`columns of ${table}`);
  const described = await columnsOf(engine, table);
  const cells = cellsSql(described, mapping, whole.lastMonth, engine.dialect);
  const ofPart = (part: number) =>
    parts === 1 ? cells : `select * from (${cells}) as cells_of_all
  where ${engine.dialect.part("id", parts)} = ${part}`;
  const inParts = Array.from({ length: parts }, (_, part) => ofPart(part));
  step("checking rows");
  const checked = await checkInEngine(
    engine,
    { cells, inParts },
    whole,
    manifest.lastMonth,
  );
  const { rows, members, isWeighted, quality } = checked;
  throwIfUnusable(table, quality);
  if (rows === 0) {
    throw new DataError([{
      file: table,
      expected: "at least one row",
      received: "none",
    }]);
  }
  step("counting");
  const counted = new EngineCells(manifest);
  const window = { ...manifest, lastOfTable: whole.lastMonth };
  for (const some of inParts) {
    for await (const row of engine.rows(countsSql(some, window))) counted.add(row);
  }
  const read = { manifest: whole, rows, members, rowsLeftOut: 0 };
  const extract = toStatistics(
    counted.persons,
    statisticsManifest(manifest, methodOf(read, manifest)),
    manifest.wageGrowthPerYear,
  );
  return {
    extract: isWeighted ? withRecords(extract, counted.records) : extract,
    quality,
    rowsLeftOut: 0,
  };
}

async function columnsOf(engine: Engine, table: string): Promise<EngineTable> {
  const name = table.split(".").map(named).join(".");
  const described = await allRows(engine, `describe ${name}`);
  return {
    name,
    columns: new Map(described.map(([column, type]) => [String(column), String(type)])),
  };
}

function throwIfUnusable(table: string, { outcomes }: QualityReport): void {
  const problems = outcomes
    .filter(({ severity, found }) => severity === "error" && found > 0)
    .map(({ title, found }): Problem => ({
      file: table,
      expected: `no row against the rule "${title}"`,
      received: `${found.toLocaleString("en")}`,
    }));
  if (problems.length > 0) throw new DataError(problems);
}
