import { parseCsv, readText } from "@jkp/files";
import { END_REASONS, type EndReason, type Sex, SEXES } from "@jkp/extract";
import { formatMonth, type Month, parseMonth } from "@jkp/month";
import { type Problem, throwIfAny } from "@jkp/problem";
import type { PersonCounts } from "./person_counts.ts";
import type { Tally } from "./tally.ts";

/** What a control total can be about. */
export const CONTROL_MEASURES = [
  "rows",
  "members",
  "active",
  "claims",
  "wage_total_idr",
] as const;

/** What a control total is about. */
export type ControlMeasure = typeof CONTROL_MEASURES[number];

/** A total that the provider states, to be found again in the rows. */
export interface ControlTotal {
  /** Line of the file. */
  readonly line: number;
  readonly measure: ControlMeasure;
  readonly month?: Month;
  readonly sex?: Sex;
  readonly reason?: EndReason;
  readonly value: number;
  /** How far the rows may be from it. */
  readonly tolerance: number;
}

/** Splits that a measure allows. */
const SPLITS: Readonly<Record<ControlMeasure, readonly string[]>> = {
  rows: [],
  members: [],
  active: ["month", "sex"],
  claims: ["month", "sex", "reason"],
  wage_total_idr: [],
};

/**
 * Reads a file of control totals.
 *
 * @param file A CSV file with the columns `measure`, `month`, `sex`, `reason`, `value` and
 * `tolerance`; empty means all, and no tolerance. Measures: `rows`; `members`; `active`
 * (persons contributing in a month, all ages); `claims` (all ages, by month of claim);
 * `wage_total_idr` (sum of the wage column).
 * @returns The totals.
 * @throws {DataError} With every problem, by row and column.
 *
 * @example
 * ```ts
 * import { readControlTotals } from "./control_totals.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const file = await Deno.makeTempFile({ suffix: ".csv" });
 * const header = "measure,month,sex,reason,value,tolerance\n";
 * await Deno.writeTextFile(file, `${header}active,2019-12,F,,5800000,\n`);
 * const [total] = await readControlTotals(file);
 * assertEquals(total!.value, 5_800_000);
 * ```
 */
export async function readControlTotals(file: string): Promise<ControlTotal[]> {
  const columns = ["measure", "month", "sex", "reason", "value", "tolerance"];
  const rows = parseCsv(file, await readText(file), columns);
  const problems: Problem[] = [];
  const totals = rows.map(({ line, cells }): ControlTotal => {
    const cell = (column: string) => cells[column]!.trim();
    const want = <Value>(column: string, expected: string, value: Value | undefined) => {
      if (value === undefined) {
        const place = `row ${line}, column ${column}`;
        problems.push({ file, place, expected, received: cell(column) || "nothing" });
      }
      return value!;
    };
    const measure = want(
      "measure",
      CONTROL_MEASURES.join(", "),
      CONTROL_MEASURES.find((name) => name === cell("measure")),
    );
    for (const split of ["month", "sex", "reason"]) {
      if (cell(split) !== "" && measure && !SPLITS[measure].includes(split)) {
        want(split, `nothing with ${measure}`, undefined);
      }
    }
    if (measure === "active" && cell("month") === "") {
      want("month", "a month, YYYY-MM", undefined);
    }
    const optional = <Value>(
      column: string,
      expected: string,
      read: (text: string) => Value | undefined,
    ) => cell(column) === "" ? undefined : want(column, expected, read(cell(column)));
    const month = optional("month", "a month, YYYY-MM", parseMonth);
    const sex = optional("sex", "M or F", (text) => SEXES.find((sex) => sex === text));
    const reason = optional(
      "reason",
      END_REASONS.join(", "),
      (text) => END_REASONS.find((reason) => reason === text),
    );
    const tolerance = optional("tolerance", "a number of 0 or more", notNegative);
    return {
      line,
      measure,
      ...(month === undefined ? {} : { month }),
      ...(sex === undefined ? {} : { sex }),
      ...(reason === undefined ? {} : { reason }),
      value: want("value", "a number of 0 or more", notNegative(cell("value"))),
      tolerance: tolerance ?? 0,
    };
  });
  throwIfAny(problems);
  return totals;
}

/**
 * Compares control totals with what the rows give.
 *
 * @param file The file of the totals, for findings.
 * @param totals The totals.
 * @param counts What was counted.
 * @param tally Where findings go.
 *
 * @example
 * ```ts
 * import { checkControlTotals } from "./control_totals.ts";
 * import { PersonCounts } from "./person_counts.ts";
 * import { Tally } from "./tally.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const tally = new Tally(() => {});
 * const total = { line: 2, measure: "rows", value: 3, tolerance: 0 } as const;
 * checkControlTotals("control_totals.csv", [total], new PersonCounts(0, 1), tally);
 * assertEquals(tally.of("control_totals").found, 1);
 * ```
 */
export function checkControlTotals(
  file: string,
  totals: readonly ControlTotal[],
  counts: PersonCounts,
  tally: Tally,
): void {
  for (const total of totals) {
    const counted = countedFor(total, counts);
    const isKnown = counted !== undefined;
    tally.checked("control_totals", isKnown ? 1 : 0, isKnown ? 0 : 1);
    if (!isKnown || Math.abs(counted - total.value) <= total.tolerance) continue;
    const split = [
      total.month === undefined ? "" : formatMonth(total.month),
      total.sex ?? "",
      total.reason ?? "",
    ].filter((part) => part !== "").join(" ");
    const within = total.tolerance === 0 ? "" : `, within ${total.tolerance}`;
    tally.find("control_totals", {
      file,
      row: total.line,
      column: `${total.measure} ${split}`.trim(),
      value: `${counted} in the rows`,
      expected: `${total.value}, as stated${within}`,
    });
  }
}

/** What the rows give; `undefined` outside the window. */
function countedFor(total: ControlTotal, counts: PersonCounts): number | undefined {
  const { measure, month, sex, reason } = total;
  if (month !== undefined && (month < counts.firstMonth || month > counts.lastMonth)) {
    return undefined;
  }
  switch (measure) {
    case "rows":
      return counts.rows;
    case "members":
      return counts.members;
    case "wage_total_idr":
      return counts.wageTotalIdr;
    case "active":
      return counts.active(month!, sex);
    case "claims":
      return counts.claims(month, sex, reason);
  }
}

function notNegative(text: string): number | undefined {
  const value = text === "" ? NaN : Number(text);
  return value >= 0 && value < Infinity ? value : undefined;
}
