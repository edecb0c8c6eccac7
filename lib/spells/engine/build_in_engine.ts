import type {
  LargestContributions,
  SpellManifest,
  StatisticsExtract,
} from "@jkp/extract";
import { formatMonth, type Month } from "@jkp/month";
import { wordsOf } from "@jkp/language";
import { DataError, type Problem } from "@jkp/problem";
import type {
  ColumnMapping,
  JoinedMapping,
  JoinedSpellColumns,
  LedgerMapping,
  PaymentColumns,
  TableMapping,
} from "@jkp/mapping";
import { checkControlTotals, CONTROL_TOTALS_FILE } from "../check/control_totals.ts";
import { checkDrift } from "../check/drift.ts";
import { type Finding, type RuleName, RULES } from "../check/finding.ts";
import { PersonCounts } from "../check/person_counts.ts";
import { Tally } from "../check/tally.ts";
import type { QualityReport } from "../check/quality_report.ts";
import { MOST_LEFT_OUT, tooManyLeftOut } from "../check/too_many_left_out.ts";
import { wordedFindings } from "../check/worded_findings.ts";
import type { BuiltStatistics } from "../count/build_statistics.ts";
import { type CountedRegister, statisticsOf } from "../count/counted_register.ts";
import { addPaid, withPaidLargest } from "../count/paid_wages.ts";
import { windowOf } from "../folder/statistics_manifest.ts";
import { countingRepeatsOnce } from "../ledger/payment_limits.ts";
import { cellsSql, employersOf } from "./cells_sql.ts";
import { type EngineTable, hasColumn } from "./columns_sql.ts";
import { type CellsInParts, checkInEngine, verdict } from "./check_in_engine.ts";
import { EngineCells } from "./counted_cells.ts";
import { countsSql, type CountWindow } from "./counts_sql.ts";
import { allRows, type Engine } from "./engine.ts";
import { EngineLargest } from "./engine_largest.ts";
import { largestSql } from "./largest_sql.ts";
import { examplesSql } from "./rules_sql.ts";
import { ledgerCells } from "./ledger_cells.ts";
import { checkLedger, paidCells, type PaymentsInEngine } from "./ledger_in_engine.ts";
import type { LedgerRows } from "./ledger_sql.ts";
import { judgeInEngine } from "./shape_in_engine.ts";
import type { EngineSource } from "./spell_table.ts";
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
  /** An earlier extract, to see what has moved. */
  readonly previous?: StatisticsExtract | undefined;
  /** Called before each step. */
  readonly step?: (words: string) => void;
}

/**
 * Checks and counts a table of spells where it is. What leaves the engine are counts, and
 * sums of wages, by cell; for publication the two largest wages of each cell besides; and
 * keys of rows with errors, if examples are asked for.
 *
 * @param engine What answers SQL.
 * @param given The table, its manifest and its mapping.
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
  given: EngineSource,
  options: EngineBuildOptions = {},
): Promise<BuiltInEngine> {
  const { leavesOutErrors = false, mostLeftOut = MOST_LEFT_OUT, examples = 0 } = options;
  const { step = () => {} } = options;
  const source = leavesOutErrors
    ? { ...given, manifest: countingRepeatsOnce(given.manifest) }
    : given;
  const { table, manifest: whole } = source;
  if (isJoined(source) && examples > 0) {
    throw new RangeError(
      "Cannot name rows of several tables in an engine: extract check does",
    );
  }
  const manifest = windowOf(whole, options);
  const findings: Finding[] = [];
  const tally = new Tally((finding) => findings.push(finding));
  const { reason } = tally.words.check;
  const found =
    await (isJoined(source)
      ? ledgerOf(engine, source, options, tally)
      : spellsOf(engine, source as EngineSource<ColumnMapping>, options));
  const refuse = async (...first: Problem[]) => {
    const quality = verdict(0, 0, tally);
    throw new DataError([
      ...first,
      ...brokenRules(table, quality, findings),
      ...await exampleProblems(engine, table, found.spells.ofRows[0]!, whole, examples),
    ]);
  };
  if (hasErrors(tally) && !leavesOutErrors) await refuse(); // no spells can be made of such
  step("checking spells");
  const persons = source.stated && new PersonCounts(whole.firstMonth, whole.lastMonth);
  const isMade = found.payments !== undefined;
  const limits = { table, whole, lastMonth: manifest.lastMonth, persons, isMade };
  const checked = await checkInEngine(engine, found.spells, limits, tally);
  const { members, kept } = checked;
  const { rows } = found.payments ?? checked;
  if (persons === undefined) {
    tally.explain("control_totals", reason.noControlTotals(CONTROL_TOTALS_FILE));
  } else {
    const { file, totals } = source.stated!;
    persons.rows = rows;
    persons.members = members;
    persons.wageTotalIdr = found.payments?.wageTotalIdr ?? persons.wageTotalIdr;
    checkControlTotals(file, totals, persons, tally);
  }
  const mayLeaveOut = leavesOutErrors && tally.of("control_totals").found === 0;
  if (hasErrors(tally) && !mayLeaveOut) await refuse();
  await judgeInEngine(engine, checked, limits, found.employers, tally);
  step("counting");
  const counted = new EngineCells(manifest);
  const window: CountWindow = { ...manifest, lastOfTable: whole.lastMonth };
  for (const some of kept) {
    for await (const row of engine.rows(countsSql(some, window))) counted.add(row);
  }
  const spells = checked.rows - checked.blankRows;
  const paid = found.paid === undefined ? [] : await paidCells(
    engine,
    found.paid,
    counted.rows < spells ? kept : undefined,
    whole.ledger!,
    { lastMonth: manifest.lastMonth, findsLargest: options.isForPublication ?? false },
  );
  addPaid(counted.persons, paid);
  const { blankRows } = found.payments ?? checked;
  const leftOut = found.payments?.leftOut ?? 0;
  const records = rows - blankRows;
  const rowsLeftOut = leftOut + spells - counted.rows;
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
    ? withPaidLargest(
      await largestOf(engine, kept, window, step),
      counted.persons.grid,
      paid,
    )
    : undefined;
  const register: CountedRegister = {
    whole,
    window: manifest,
    rows: records,
    spells,
    members,
    rowsLeftOut,
    persons: counted.persons,
    records: counted.isWeighted ? counted.records : undefined,
  };
  const extract = statisticsOf(register);
  if (options.previous === undefined) tally.explain("drift", reason.noPrevious);
  else checkDrift(options.previous, extract, tally);
  const quality = verdict(rows, members, tally);
  return {
    extract,
    quality,
    remarks: quality.remarks,
    findings,
    rowsLeftOut,
    counted: register,
    ...(largest === undefined ? {} : { largest }),
  };
}

/** Statistics made where the spells are. */
export interface BuiltInEngine extends BuiltStatistics {
  /** What is odd about the whole; of rows that break rules there is their number alone. */
  readonly findings: readonly Finding[];
}

/** Spells of a table, or what a ledger comes to, with how many payments it holds. */
interface FoundSpells {
  readonly spells: CellsInParts;
  /** Name under which employers are carried, if they are. */
  readonly employers?: string | undefined;
  readonly payments?: PaymentsInEngine;
  /** Rows of payments and members, in parts of whole members. */
  readonly paid?: readonly LedgerRows[];
}

async function spellsOf(
  engine: Engine,
  { table, manifest, mapping }: EngineSource<ColumnMapping>,
  { parts = 1, step = () => {} }: EngineBuildOptions,
): Promise<FoundSpells> {
  step(`columns of ${table}`);
  const described = await columnsOf(engine, table);
  const cells = cellsSql(described, mapping, manifest.lastMonth, engine.dialect);
  const inParts = Array.from(
    { length: parts },
    (_, part) => parts === 1 ? cells : partOf(engine, cells, part, parts),
  );
  const employers = employersOf(
    mapping.carried,
    (column) => hasColumn(described, column),
  );
  return { spells: { ofRows: [cells], inParts }, employers };
}

/** Whether spells have to be made of several tables, or of payments. */
function isJoined(
  source: EngineSource,
): source is EngineSource<LedgerMapping | JoinedMapping> {
  return "tables" in source.mapping;
}

async function ledgerOf(
  engine: Engine,
  { table, members, claims, manifest, mapping }: EngineSource<
    LedgerMapping | JoinedMapping
  >,
  options: EngineBuildOptions,
  tally: Tally,
): Promise<FoundSpells> {
  const { parts = 1, step = () => {}, lastMonth, leavesOutErrors = false } = options;
  step(`columns of ${table}`);
  const mapped = async <Columns>(
    name: string | undefined,
    mapping: TableMapping<Columns> | undefined,
  ) =>
    name === undefined || mapping === undefined
      ? undefined
      : { table: await columnsOf(engine, name), mapping };
  const tables = {
    main: (await mapped<PaymentColumns | JoinedSpellColumns>(table, mapping))!,
    members: await mapped(members, mapping.tables.members),
    claims: await mapped(claims, mapping.tables.claims),
  };
  const cells = ledgerCells(tables, manifest, engine.dialect);
  step(manifest.form === "ledger" ? "checking payments" : "checking tables");
  const checked = await checkLedger(engine, cells, {
    manifest,
    known: {
      lastMonth: Math.min(lastMonth ?? Infinity, manifest.lastMonth),
      lastClaimMonth: lastMonth ?? manifest.extractMonth,
    },
    parts,
    partOf: (rows, part) => partOf(engine, rows, part, parts),
    leavesOutErrors,
  }, tally);
  return { ...checked, employers: cells.employers };
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

/** A problem for each rule that must hold and is broken, or for what is said of it. */
function brokenRules(
  table: string,
  { outcomes }: QualityReport,
  findings: readonly Finding[],
): Problem[] {
  return outcomes
    .filter(({ severity, found }) => severity === "error" && found > 0)
    .flatMap(({ rule, title, found }): Problem[] => {
      const worded = findings.filter((finding) => finding.rule === rule);
      return worded.length > 0 ? wordedFindings(worded) : [{
        file: table,
        expected: `no row against the rule "${title}"`,
        received: found.toLocaleString("en"),
      }];
    });
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
