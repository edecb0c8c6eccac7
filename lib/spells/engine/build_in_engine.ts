import type { SpellManifest } from "@jkp/extract";
import type { Month } from "@jkp/month";
import { DataError, type Problem } from "@jkp/problem";
import { type QualityReport, qualityReport } from "../check/quality_report.ts";
import { type RuleName, RULES } from "../check/finding.ts";
import { Tally } from "../check/tally.ts";
import type { BuiltStatistics } from "../count/build_statistics.ts";
import { withRecords } from "../count/record_counts.ts";
import { toStatistics } from "../count/to_statistics.ts";
import { methodOf, statisticsManifest, windowOf } from "../folder/statistics_manifest.ts";
import { cellsSql, type EngineTable } from "./cells_sql.ts";
import { EngineCells } from "./counted_cells.ts";
import { countsSql } from "./counts_sql.ts";
import { allRows, type Engine } from "./engine.ts";
import { rulesSql } from "./rules_sql.ts";
import type { SpellTable } from "./spell_table.ts";
import { named } from "./sql.ts";

/** Months that are counted, and how to follow the work. */
export interface EngineBuildOptions {
  readonly firstMonth?: Month | undefined;
  readonly lastMonth?: Month | undefined;
  /** Called before each step. */
  readonly step?: (words: string) => void;
}

/** Why rules that look at the shape of a register are not applied in an engine. */
const NOT_ASKED = "not asked of an engine";

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
  { firstMonth, lastMonth, step = () => {} }: EngineBuildOptions = {},
): Promise<BuiltStatistics> {
  const manifest = windowOf(whole, { firstMonth, lastMonth });
  step(`columns of ${table}`);
  const described = await columnsOf(engine, table);
  const cells = cellsSql(described, mapping, whole.lastMonth, engine.dialect);
  step("checking rows");
  const { rows, members, isWeighted, quality } = await checkInEngine(
    engine,
    cells,
    whole,
    manifest.lastMonth,
  );
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
  for await (const row of engine.rows(countsSql(cells, window))) counted.add(row);
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

/** Counts rows, members and what breaks rules. */
async function checkInEngine(
  engine: Engine,
  cells: string,
  manifest: SpellManifest,
  lastCounted: Month,
): Promise<
  { rows: number; members: number; isWeighted: boolean; quality: QualityReport }
> {
  const { ofRows, ofMembers } = rulesSql(cells, manifest, lastCounted);
  const [[rows, members, weighted, ...inRows] = []] = await allRows(engine, ofRows.sql);
  const [inMembers = []] = await allRows(engine, ofMembers.sql);
  const tally = new Tally(() => {});
  const take = (rules: readonly RuleName[], found: readonly unknown[]) =>
    rules.forEach((rule, i) => {
      tally.checked(rule, i === rules.indexOf(rule) ? Number(rows) : 0);
      tally.of(rule).found += Number(found[i]);
    });
  take(ofRows.rules, inRows);
  take(ofMembers.rules, inMembers);
  const asked: readonly RuleName[] = [...ofRows.rules, ...ofMembers.rules];
  const others = Object.keys(RULES).filter((rule) => !asked.includes(rule as RuleName));
  const reasons = Object.fromEntries(others.map((rule) => [rule, NOT_ASKED]));
  const quality = qualityReport(Number(rows), Number(members), tally, reasons);
  return {
    rows: Number(rows),
    members: Number(members),
    isWeighted: Number(weighted) > 0,
    quality,
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
