import {
  AGE_GROUPS,
  COUNTED_REGISTER_FILE,
  EXACT_SUMS_FILE,
  formatManifest,
  parseSpellManifest,
  SERVICE_MONTHS,
  SEXES,
  type SpellManifest,
  TERMINATION_REASONS,
} from "@jkp/extract";
import { cell, type CellReader, parseTable } from "@jkp/files";
import { formatMonth, type Month, monthCell } from "@jkp/month";
import { DataError } from "@jkp/problem";
import { ageGrid } from "./age_grid.ts";
import type { CountedRegister } from "./counted_register.ts";
import { emptyCells, type GrowingCells } from "./growing_cells.ts";
import { INACTIVE_MONTHS } from "./months_in_stock.ts";
import { CELLS_PER_MONTH } from "./statistics_counts.ts";
import type { CountedCells } from "./to_statistics.ts";

/**
 * What is counted once for all cells; `weighted` is 1 where records are counted, too,
 * `own_wages` where each month has the wages of its payments.
 */
const TOTALS = [
  ...["rows", "spells", "members", "rows_left_out"] as const,
  ...["weighted", "own_wages"] as const,
] as const;

/**
 * What is counted by month, sex and age group: entries less exits, members with payments and
 * their wages, and claims.
 */
const BY_CELL = [
  ...["active", "wages", "paid", "paid_wages"] as const,
  ...["service", "claims", "claim_wages"] as const,
] as const;

/** By what rows are counted: weights, or as one each. */
const COUNTED = ["register", "persons", "records"] as const;

const wholeNumber: CellReader<bigint> = {
  expected: "a whole number",
  read: (text) => /^-?\d{1,30}$/.test(text) ? BigInt(text) : undefined,
};

const COLUMNS = {
  counted: ["counted", cell.oneOf(COUNTED)],
  what: ["what", cell.oneOf([...TOTALS, ...BY_CELL, "inactive"])],
  of: ["of", cell.anything],
  month: ["month", cell.orEmpty(monthCell)],
  sex: ["sex", cell.orEmpty(cell.oneOf(SEXES))],
  ageGroup: ["age_group", cell.orEmpty(cell.oneOf(AGE_GROUPS))],
  value: ["value", wholeNumber],
} as const;

/**
 * What was counted of a register or a part of it, as files that `mergeCounted` adds to those
 * of other parts: whole numbers, so that nothing depends on how a register was parted.
 *
 * Members, service and the inactive are in millionths of a person, wages in millionths of a
 * rupiah at the level of the last month; of members, service and wages the file has what
 * entered a cell in a month less what left it. Of a ledger it has members with a payment for
 * the month, too, and their wages in rupiah.
 *
 * @param counted What was counted.
 * @returns File name to text.
 *
 * @example
 * ```ts
 * import { exampleFolder } from "../example_folder.ts";
 * import { exactSumsFiles } from "@jkp/spells";
 * import { buildStatistics } from "@jkp/spells/read";
 * import { assertEquals } from "@std/assert";
 *
 * const { counted } = await buildStatistics(await exampleFolder());
 * const files = exactSumsFiles(counted);
 * assertEquals(files.get("exact_sums.csv")!.split("\n").slice(1, 3), [
 *   "register,rows,,,,,4",
 *   "register,spells,,,,,4",
 * ]);
 * ```
 */
export function exactSumsFiles(counted: CountedRegister): Map<string, string> {
  const { rows, spells, members, rowsLeftOut, persons, records, whole } = counted;
  const weighted = records === undefined ? 0 : 1;
  const own = whole.form === "ledger" ? 1 : 0;
  const totals = [rows, spells, members, rowsLeftOut, weighted, own].map((value, at) =>
    `register,${TOTALS[at]},,,,,${value}`
  );
  const lines = [
    Object.values(COLUMNS).map(([name]) => name).join(","),
    ...totals,
    ...linesOf("persons", persons),
    ...(records === undefined ? [] : linesOf("records", records)),
    "",
  ];
  const { files: _, tables: __, ...said } = whole;
  return new Map([
    [EXACT_SUMS_FILE, lines.join("\n")],
    [COUNTED_REGISTER_FILE, formatManifest({ ...said, sha256: {} })],
  ]);
}

function linesOf(counted: "persons" | "records", cells: CountedCells): string[] {
  const { grid } = cells;
  // Who leaves in the month after the last is counted in none.
  const sizeOfWindow = (grid.lastMonth - grid.firstMonth + 1) * CELLS_PER_MONTH;
  const lines: string[] = [];
  const list = (
    what: string,
    of: string | number,
    valueOf: (index: number) => number | bigint,
  ) => {
    for (let index = 0; index < sizeOfWindow; index++) {
      const value = valueOf(index);
      if (value === 0 || value === 0n) continue;
      const month = formatMonth(grid.firstMonth + Math.floor(index / CELLS_PER_MONTH));
      const sex = SEXES[Math.floor(index % CELLS_PER_MONTH / AGE_GROUPS.length)];
      const age = AGE_GROUPS[index % AGE_GROUPS.length];
      lines.push(`${counted},${what},${of},${month},${sex},${age},${value}`);
    }
  };
  const hasWages = counted === "persons";
  list("active", "", (index) => cells.activeChange[index]!);
  if (hasWages) {
    list("wages", "", (index) => cells.wageChange.value(index));
    list("paid", "", (index) => cells.paid[index]!);
    list("paid_wages", "", (index) => cells.paidWages.value(index));
  }
  SERVICE_MONTHS.forEach((months, point) =>
    list("service", months, (index) => cells.serviceChange[point]![index]!)
  );
  TERMINATION_REASONS.forEach((reason, at) => {
    list("claims", reason, (index) => cells.claims[at]![index]!);
    if (!hasWages) return;
    list("claim_wages", reason, (index) => cells.claimWages[at]!.value(index));
  });
  cells.inactive.forEach((value, months) => {
    if (value !== 0) lines.push(`${counted},inactive,${months},,,,${value}`);
  });
  return lines;
}

/** Reads the two files again; the statistics' manifest says which months were counted. */
export function parseExactSums(
  files: {
    readonly sums: readonly [file: string, text: string];
    readonly register: readonly [file: string, text: string];
  },
  { firstMonth, lastMonth }: Pick<SpellManifest, "firstMonth" | "lastMonth">,
): CountedRegister {
  const whole = parseSpellManifest(...files.register);
  const [file, text] = files.sums;
  const grid = ageGrid(firstMonth, lastMonth);
  const [persons, records] = [emptyCells(grid), emptyCells(grid)];
  const totals = new Map<string, number>();
  for (const { line, row } of parseTable(file, text, COLUMNS, { hasRows: true })) {
    if (row.counted === "register") {
      totals.set(row.what, Number(row.value));
      continue;
    }
    const isTaken = addValue(row.counted === "records" ? records : persons, row);
    if (isTaken) continue;
    throw new DataError([{
      file,
      place: `row ${line}`,
      expected: "a cell of the months that were counted",
      received: [row.what, row.of, row.month === null ? "" : formatMonth(row.month)]
        .join(" "),
    }]);
  }
  if (whole.form === "ledger" && totals.get("own_wages") !== 1) {
    throw new DataError([{
      file,
      place: "own_wages",
      expected: "wages of the payments of each month: build the part again",
      received: "last wages alone",
    }]);
  }
  return {
    whole,
    window: { ...whole, firstMonth, lastMonth },
    rows: totals.get("rows") ?? 0,
    spells: totals.get("spells") ?? 0,
    members: totals.get("members") ?? 0,
    rowsLeftOut: totals.get("rows_left_out") ?? 0,
    persons,
    records: totals.get("weighted") === 1 ? records : undefined,
  };
}

interface SumRow {
  readonly what: string;
  readonly of: string;
  readonly month: Month | null;
  readonly sex: typeof SEXES[number] | null;
  readonly ageGroup: typeof AGE_GROUPS[number] | null;
  readonly value: bigint;
}

/** Adds a value to its cell; whether there is such a cell. */
function addValue(cells: GrowingCells, row: SumRow): boolean {
  const { what, of, month, sex, ageGroup, value } = row;
  const number = Number(value);
  if (what === "inactive") {
    const months = /^\d+$/.test(of) ? Number(of) : INACTIVE_MONTHS;
    if (months >= INACTIVE_MONTHS) return false;
    cells.inactive[months]! += number;
    return true;
  }
  const { grid } = cells;
  if (month === null || sex === null || ageGroup === null) return false;
  if (month < grid.firstMonth || month > grid.lastMonth + 1) return false;
  const index = grid.cell(month, SEXES.indexOf(sex), AGE_GROUPS.indexOf(ageGroup));
  const reason = TERMINATION_REASONS.findIndex((each) => each === of);
  const point = SERVICE_MONTHS.findIndex((each) => String(each) === of);
  const at = what === "service" ? point : what.startsWith("claim") ? reason : 0;
  if (at === -1) return false;
  if (what === "active") cells.activeChange[index]! += number;
  if (what === "wages") cells.wageChange.add(index, value);
  if (what === "paid") cells.paid[index]! += number;
  if (what === "paid_wages") cells.paidWages.add(index, value);
  if (what === "service") cells.serviceChange[at]![index]! += number;
  if (what === "claims") cells.claims[at]![index]! += number;
  if (what === "claim_wages") cells.claimWages[at]!.add(index, value);
  return true;
}
