import type { LargestContributions, SpellManifest } from "@jkp/extract";
import { formatMonth, type Month } from "@jkp/month";
import { DataError, type Problem } from "@jkp/problem";
import { RULES } from "../check/finding.ts";
import type { QualityReport } from "../check/quality_report.ts";
import { MOST_LEFT_OUT, tooManyLeftOut } from "../check/too_many_left_out.ts";
import type { BuiltStatistics } from "../count/build_statistics.ts";
import { type CountedRegister, statisticsOf } from "../count/counted_register.ts";
import { windowOf } from "../folder/statistics_manifest.ts";
import { cellsSql, type EngineTable } from "./cells_sql.ts";
import { checkInEngine } from "./check_in_engine.ts";
import { EngineCells } from "./counted_cells.ts";
import { countsSql, type CountWindow } from "./counts_sql.ts";
import { allRows, type Engine } from "./engine.ts";
import { EngineLargest } from "./engine_largest.ts";
import { largestSql } from "./largest_sql.ts";
import { examplesSql, withoutErrorsSql } from "./rules_sql.ts";
import type { SpellTable } from "./spell_table.ts";
import { named } from "./sql.ts";

/** What is counted, what to do with wrong rows, and how to follow the work. */
export interface EngineBuildOptions {
  readonly firstMonth?: Month | undefined;
  readonly lastMonth?: Month | undefined;
  /**
   * Whether rows with errors are left out; if not, any error stops the count.
   * @default {false}
   */
  readonly leavesOutErrors?: boolean;
  /**
   * Share of the rows that may be left out at most, as a fraction.
   * @default {0.01}
   */
  readonly mostLeftOut?: number;
  /**
   * How many rows with errors are named by member and start month where errors stop the
   * count: these leave the engine.
   * @default {0}
   */
  readonly examples?: number;
  /**
   * Whether the largest contributions to wages are looked for, which takes longer.
   * @default {false}
   */
  readonly isForPublication?: boolean;
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
 * Checks and counts a table of spells where it is. What leaves the engine are counts, and
 * sums of wages, by cell; for publication the two largest wages of each cell besides; and
 * keys of rows with errors, if examples are asked for.
 *
 * @param engine What answers SQL.
 * @param source The table, its manifest and its mapping.
 * @param options Months, what to do with wrong rows, and how to follow the work.
 * @returns The same statistics as `buildStatistics` makes of the same rows.
 * @throws {DataError} If the engine refuses, columns lack, or rows break rules that must
 * hold and are not to be left out, or are too many: every such rule, with how many rows
 * break it.
 * @throws {RangeError} If months are asked for that the extract does not cover.
 */
export async function buildInEngine(
  engine: Engine,
  { table, manifest: whole, mapping }: SpellTable,
  options: EngineBuildOptions = {},
): Promise<BuiltStatistics> {
  const { leavesOutErrors = false, mostLeftOut = MOST_LEFT_OUT } = options;
  const { parts = 1, step = () => {} } = options;
  const manifest = windowOf(whole, options);
  step(`columns of ${table}`);
  const described = await columnsOf(engine, table);
  const cells = cellsSql(described, mapping, whole.lastMonth, engine.dialect);
  const inParts = Array.from(
    { length: parts },
    (_, part) =>
      parts === 1 ? cells : `select * from (${cells}) as cells_of_all
  where ${engine.dialect.part("id", parts)} = ${part}`,
  );
  step("checking rows");
  const checked = await checkInEngine(engine, { cells, inParts }, whole);
  const { rows, blankRows, members, quality } = checked;
  if (quality.errors > 0 && !leavesOutErrors) {
    throw new DataError([
      ...brokenRules(table, quality),
      ...await exampleProblems(engine, table, cells, whole, options.examples ?? 0),
    ]);
  }
  step("counting");
  const counted = new EngineCells(manifest);
  const window: CountWindow = { ...manifest, lastOfTable: whole.lastMonth };
  const isClean = quality.errors === 0 && blankRows === 0;
  const kept = inParts.map((part) => isClean ? part : withoutErrorsSql(part, whole));
  for (const some of kept) {
    for await (const row of engine.rows(countsSql(some, window))) counted.add(row);
  }
  const records = rows - blankRows;
  const rowsLeftOut = records - counted.rows;
  if (rowsLeftOut > mostLeftOut * records) {
    throw new DataError([
      tooManyLeftOut(table, rowsLeftOut, records, mostLeftOut),
      ...brokenRules(table, quality),
      ...await exampleProblems(engine, table, cells, whole, options.examples ?? 0),
    ]);
  }
  if (counted.rows === 0) {
    throw new DataError([{
      file: table,
      expected: "at least one row that can be counted",
      received: `none of ${rows.toLocaleString("en")}`,
    }]);
  }
  const largest = options.isForPublication
    ? await largestOf(engine, kept, window, step)
    : undefined;
  const register: CountedRegister = {
    whole,
    window: manifest,
    rows,
    spells: records,
    members,
    rowsLeftOut,
    persons: counted.persons,
    records: counted.isWeighted ? counted.records : undefined,
  };
  return {
    extract: statisticsOf(register),
    quality,
    rowsLeftOut,
    counted: register,
    ...(largest === undefined ? {} : { largest }),
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

async function largestOf(
  engine: Engine,
  kept: readonly string[],
  window: CountWindow,
  step: (words: string) => void,
): Promise<LargestContributions> {
  step("largest wages");
  const largest = new EngineLargest(window);
  for (const some of kept) {
    for await (const row of engine.rows(largestSql(some, window))) largest.add(row);
  }
  return largest.result();
}

/** A problem for each rule that must hold and is broken. */
function brokenRules(table: string, { outcomes }: QualityReport): Problem[] {
  return outcomes
    .filter(({ severity, found }) => severity === "error" && found > 0)
    .map(({ title, found }): Problem => ({
      file: table,
      expected: `no row against the rule "${title}"`,
      received: found.toLocaleString("en"),
    }));
}

/** Some rows with errors, by member and start month, as problems. */
async function exampleProblems(
  engine: Engine,
  table: string,
  cells: string,
  limits: SpellManifest,
  most: number,
): Promise<Problem[]> {
  if (most === 0) return [];
  const { sql, rules } = examplesSql(cells, limits, most);
  return (await allRows(engine, sql)).map(([id, start, rule]): Problem => ({
    file: table,
    place: `member ${id === "" ? "without number" : id}, ${
      Number(start) < 0 ? "no start month" : `start ${formatMonth(Number(start))}`
    }`,
    expected: RULES[rules[Number(rule)]!].title,
  }));
}
