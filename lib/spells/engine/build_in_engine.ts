import type { LargestContributions, SpellManifest } from "@jkp/extract";
import { formatMonth, type Month } from "@jkp/month";
import { wordsOf } from "@jkp/language";
import { DataError, type Problem } from "@jkp/problem";
import type { TableMapping } from "@jkp/mapping";
import { type RuleName, RULES } from "../check/finding.ts";
import { Tally } from "../check/tally.ts";
import type { QualityReport } from "../check/quality_report.ts";
import { MOST_LEFT_OUT, tooManyLeftOut } from "../check/too_many_left_out.ts";
import type { BuiltStatistics } from "../count/build_statistics.ts";
import { type CountedRegister, statisticsOf } from "../count/counted_register.ts";
import { windowOf } from "../folder/statistics_manifest.ts";
import { cellsSql } from "./cells_sql.ts";
import type { EngineTable } from "./columns_sql.ts";
import { type CellsInParts, checkInEngine, verdict } from "./check_in_engine.ts";
import { EngineCells } from "./counted_cells.ts";
import { countsSql, type CountWindow } from "./counts_sql.ts";
import { allRows, type Engine } from "./engine.ts";
import { EngineLargest } from "./engine_largest.ts";
import { largestSql } from "./largest_sql.ts";
import { examplesSql, withoutErrorsSql } from "./rules_sql.ts";
import {
  checkLedger,
  ledgerInParts,
  type PaymentsInEngine,
  spellsInParts,
} from "./ledger_in_engine.ts";
import { ledgerCells } from "./ledger_sql.ts";
import type { LedgerTable, SpellTable } from "./spell_table.ts";
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
 *
 * @example Four spells of three members, counted by DuckDB
 * ```ts
 * import { buildInEngine, readSpellTable } from "@jkp/spells/engine";
 * import { duckDbEngine } from "./duckdb_for_test.ts";
 * import { exampleFolder } from "../example_folder.ts";
 * import { assertStringIncludes } from "@std/assert";
 *
 * const folder = await exampleFolder();
 * const engine = await duckDbEngine(`${folder}/spells.csv`);
 * const table = await readSpellTable(folder, { table: "spells" });
 * const { extract } = await buildInEngine(engine, table);
 * assertStringIncludes(extract.manifest.method, "4 spells of 3 members");
 * ```
 */
export async function buildInEngine(
  engine: Engine,
  source: SpellTable | LedgerTable,
  options: EngineBuildOptions = {},
): Promise<BuiltStatistics> {
  const { leavesOutErrors = false, mostLeftOut = MOST_LEFT_OUT, examples = 0 } = options;
  const { step = () => {} } = options;
  const { table, manifest: whole } = source;
  if (whole.form === "ledger" && (leavesOutErrors || examples > 0)) {
    throw new RangeError(
      "Cannot leave out or name rows of a ledger in an engine: extract check and build do",
    );
  }
  const manifest = windowOf(whole, options);
  const tally = new Tally(() => {});
  const found =
    await ("tables" in source.mapping
      ? ledgerOf(engine, source as LedgerTable, options, tally)
      : spellsOf(engine, source as SpellTable, options));
  const refuse = async (...first: Problem[]) => {
    const quality = verdict(0, 0, tally);
    throw new DataError([
      ...first,
      ...brokenRules(table, quality),
      ...await exampleProblems(engine, table, found.spells.ofRows[0]!, whole, examples),
    ]);
  };
  if (hasErrors(tally)) await refuse(); // no spells can be made of such payments
  step("checking spells");
  const checked = await checkInEngine(engine, found.spells, whole, tally);
  const { members } = checked;
  const { rows } = found.payments ?? checked;
  const quality = verdict(rows, members, tally);
  if (quality.errors > 0 && !leavesOutErrors) await refuse();
  step("counting");
  const counted = new EngineCells(manifest);
  const window: CountWindow = { ...manifest, lastOfTable: whole.lastMonth };
  const isClean = quality.errors === 0 && checked.blankRows === 0;
  const kept = found.spells.inParts.map((part) =>
    isClean ? part : withoutErrorsSql(part, whole)
  );
  for (const some of kept) {
    for await (const row of engine.rows(countsSql(some, window))) counted.add(row);
  }
  const records = checked.rows - checked.blankRows;
  const rowsLeftOut = records - counted.rows;
  if (rowsLeftOut > mostLeftOut * records) {
    await refuse(tooManyLeftOut(table, rowsLeftOut, records, mostLeftOut));
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
    spells: found.payments === undefined ? records : checked.rows,
    members,
    rowsLeftOut,
    persons: counted.persons,
    records: counted.isWeighted ? counted.records : undefined,
  };
  return {
    extract: statisticsOf(register),
    quality,
    remarks: quality.remarks,
    rowsLeftOut,
    counted: register,
    ...(largest === undefined ? {} : { largest }),
  };
}

/** Spells of a table, or what a ledger comes to, with how many payments it holds. */
interface FoundSpells {
  readonly spells: CellsInParts;
  readonly payments?: PaymentsInEngine;
}

async function spellsOf(
  engine: Engine,
  { table, manifest, mapping }: SpellTable,
  { parts = 1, step = () => {} }: EngineBuildOptions,
): Promise<FoundSpells> {
  step(`columns of ${table}`);
  const described = await columnsOf(engine, table);
  const cells = cellsSql(described, mapping, manifest.lastMonth, engine.dialect);
  const inParts = Array.from(
    { length: parts },
    (_, part) => parts === 1 ? cells : partOf(engine, cells, part, parts),
  );
  return { spells: { ofRows: [cells], inParts } };
}

async function ledgerOf(
  engine: Engine,
  { table, members, claims, manifest, mapping }: LedgerTable,
  { parts = 1, step = () => {}, lastMonth }: EngineBuildOptions,
  tally: Tally,
): Promise<FoundSpells> {
  step(`columns of ${table}`);
  const mapped = async <Columns>(
    name: string | undefined,
    mapping: TableMapping<Columns> | undefined,
  ) =>
    name === undefined || mapping === undefined
      ? undefined
      : { table: await columnsOf(engine, name), mapping };
  const tables = {
    payments: (await mapped(table, mapping))!,
    members: await mapped(members, mapping.tables.members),
    claims: await mapped(claims, mapping.tables.claims),
  };
  const cells = ledgerCells(tables, manifest.extractMonth, engine.dialect);
  const inParts = ledgerInParts(
    cells,
    parts,
    (rows, part) => partOf(engine, rows, part, parts),
  );
  const known = {
    lastMonth: Math.min(lastMonth ?? Infinity, manifest.lastMonth),
    lastClaimMonth: lastMonth ?? manifest.extractMonth,
  };
  step("checking payments");
  const rules = manifest.ledger!;
  const payments = await checkLedger(engine, cells, inParts, rules, known, tally);
  return { spells: spellsInParts(inParts, rules, known), payments };
}

/** The rows of a part of the members, by hash of their numbers. */
function partOf({ dialect }: Engine, rows: string, part: number, parts: number): string {
  return `select * from (${rows}) as rows_of_all
  where ${dialect.part("id", parts)} = ${part}`;
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

function hasErrors(tally: Tally): boolean {
  const rules = Object.keys(RULES) as RuleName[];
  return rules.some((rule) =>
    RULES[rule].severity === "error" && tally.of(rule).found > 0
  );
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
    expected: wordsOf("en").check.rules[rules[Number(rule)]!],
  }));
}
