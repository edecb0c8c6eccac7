import { formatMonth } from "@jkp/month";
import {
  checkNumber,
  checkOptions,
  checkWords,
  type ColumnsOf,
  type Problem,
  rowsOf,
  throwIfAny,
} from "@jkp/problem";

/** One cell of a run-off triangle, as a row. */
export interface DevelopmentRow {
  /** Year or month of the events. */
  readonly origin: number;
  /** Development periods since then. */
  readonly age: number;
  readonly value: number;
  /** Why a later count is smaller than an earlier one. */
  readonly note?: string;
}

/** The cells of one origin, the youngest first. */
export interface TriangleOrigin {
  readonly origin: number;
  readonly cells: readonly Omit<DevelopmentRow, "origin">[];
}

/** A run-off triangle of cumulative values; it need not be whole. */
export interface RunOffTriangle {
  /** What origins are. */
  readonly unit: "year" | "month";
  /** Development periods from one development factor to the next. */
  readonly step: number;
  /** In order of their origin. */
  readonly origins: readonly TriangleOrigin[];
}

/** How rows are to be read. */
export interface TriangleOptions {
  /**
   * Whether a value counts all until its age, or what came since the age before.
   * @default {"cumulative"}
   */
  readonly values?: "cumulative" | "incremental";
  /**
   * What origins are.
   * @default {"year"}
   */
  readonly unit?: "year" | "month";
  /**
   * Development periods from one development factor to the next: 1, or the months between
   * two extracts.
   * @default {1}
   */
  readonly step?: number;
  /**
   * Name of the file or input, for messages.
   * @default {"development table"}
   */
  readonly file?: string;
}

/** Words of an origin, for messages and tables. */
export function originName(origin: number, unit: "year" | "month"): string {
  return unit === "month" ? formatMonth(origin) : String(origin);
}

/**
 * A run-off triangle from rows in any order.
 *
 * @param counts A cell each, as records or as columns. A triangle may be incomplete:
 * origins may begin or end anywhere.
 * @param options What the values and origins are.
 * @returns The triangle, cumulative.
 * @throws {DataError} With every problem by row: a value that is negative or no number, an
 * age that is no whole number of 0 or more, a cell given twice, a cell left out between two
 * others, and a later count that is smaller than an earlier one without a note.
 *
 * @example Two years, the second as known after one
 * ```ts
 * import { runOffTriangle } from "@jkp/experience";
 * import { assertEquals } from "@std/assert";
 *
 * const triangle = runOffTriangle([
 *   { origin: 2024, age: 1, value: 10 },
 *   { origin: 2023, age: 2, value: 3 },
 *   { origin: 2023, age: 1, value: 12 },
 * ], { values: "incremental" });
 * const latest = triangle.origins.map(({ cells }) => cells.at(-1)!.value);
 * assertEquals(latest, [15, 10]);
 * ```
 */
export function runOffTriangle(
  counts: readonly DevelopmentRow[] | ColumnsOf<DevelopmentRow>,
  options: TriangleOptions = {},
): RunOffTriangle {
  const doing = "make a triangle";
  const rows = rowsOf(
    doing,
    "a list of { origin, age, value }, or these as columns,",
    counts,
    ["origin", "age", "value"],
    ["note"],
  );
  checkOptions(doing, options, ["values", "unit", "step", "file"]);
  const { values = "cumulative", unit = "year", step = 1 } = options;
  const { file = "development table" } = options;
  checkWords(doing, "values", values, ["cumulative", "incremental"]);
  checkWords(doing, "unit", unit, ["year", "month"]);
  const isStep = (value: number) => Number.isInteger(value) && value >= 1;
  checkNumber(doing, "a step of whole periods, 1 or more,", step, isStep);
  const placed = rows.map((row, i) => ({ ...row, place: `row ${i + 1}` }));
  const problems = developmentProblems(placed, { values, unit, file });
  const origins = sortedOrigins(placed);
  for (const { origin, cells } of origins) {
    for (const hole of holesOf(cells.map(({ age }) => age), step)) {
      problems.push({
        file,
        place: `origin ${originName(origin, unit)}, age ${hole}`,
        expected: "a value, as there are values of lower and of higher age",
        received: "none",
      });
    }
  }
  throwIfAny(problems);
  return {
    unit,
    step,
    origins: origins.map(({ origin, cells }) => ({
      origin,
      cells: withoutPlaces(values === "cumulative" ? cells : accumulated(cells, step)),
    })),
  };
}

/** A row with its place in a file or list, for messages. */
export interface PlacedRow extends DevelopmentRow {
  readonly place: string;
}

/** Everything that is wrong with rows, but holes between them. */
export function developmentProblems(
  rows: readonly PlacedRow[],
  { values, unit, file }: Required<
    Pick<TriangleOptions, "values" | "unit" | "file">
  >,
): Problem[] {
  const problems: Problem[] = [];
  const report = (place: string, expected: string, received: unknown) =>
    problems.push({ file, place, expected, received: String(received) });
  const seen = new Map<string, string>();
  for (const { origin, age, value, place } of rows) {
    if (!Number.isInteger(origin)) {
      report(place, `a whole ${unit} as origin`, origin);
    }
    if (!(Number.isInteger(age) && age >= 0)) {
      report(place, "an age of 0 or more, in whole periods", age);
    }
    const isFall = values === "incremental" && value < 0;
    if (!Number.isFinite(value) || (value < 0 && !isFall)) {
      report(place, "a value of 0 or more", value);
    }
    const cell = `${origin} ${age}`;
    const earlier = seen.get(cell);
    if (earlier !== undefined) {
      const name = `${originName(origin, unit)} at age ${age}`;
      report(place, `a cell that stands once (it stands in ${earlier})`, name);
    }
    seen.set(cell, place);
  }
  for (const { cells } of sortedOrigins(rows)) {
    cells.forEach(({ value, note, place }, i) => {
      const before = values === "cumulative" ? cells[i - 1]?.value ?? 0 : 0;
      if (!(value < before) || note || (value < 0 && values === "cumulative")) {
        return;
      }
      report(
        place,
        values === "cumulative"
          ? `${before} or more, as counted earlier, or a note that says why not`
          : "0 or more, or a note that says why not",
        value,
      );
    });
  }
  return problems;
}

/** Rows by origin and age. */
function sortedOrigins<Row extends DevelopmentRow>(
  rows: readonly Row[],
): { readonly origin: number; readonly cells: readonly Row[] }[] {
  return [...Map.groupBy(rows, ({ origin }) => origin)]
    .sort(([a], [b]) => a - b)
    .map(([origin, cells]) => ({
      origin,
      cells: cells.toSorted((a, b) => a.age - b.age),
    }));
}

/** Ages that are missing between others that the same factors lead to. */
function holesOf(ages: readonly number[], step: number): number[] {
  const holes = new Set<number>();
  for (const age of ages) {
    const next = Math.min(
      ...ages.filter((other) => other > age && (other - age) % step === 0),
    );
    if (!Number.isFinite(next)) continue;
    for (let hole = age + step; hole < next; hole += step) holes.add(hole);
  }
  return [...holes].sort((a, b) => a - b);
}

function accumulated(cells: readonly PlacedRow[], step: number): PlacedRow[] {
  const totals = new Map<number, number>();
  return cells.map((cell) => {
    const value = (totals.get(cell.age % step) ?? 0) + cell.value;
    totals.set(cell.age % step, value);
    return { ...cell, value };
  });
}

function withoutPlaces(cells: readonly PlacedRow[]): TriangleOrigin["cells"] {
  return cells.map(({ age, value, note }) => ({
    age,
    value,
    ...(note !== undefined && { note }),
  }));
}

/** The latest value of each origin. */
export function latestDiagonal({ origins }: RunOffTriangle): DevelopmentRow[] {
  return origins.map(({ origin, cells }) => ({ origin, ...cells.at(-1)! }));
}

/** The rows of a triangle, as what came since the age before. */
export function incrementalRows({ step, origins }: RunOffTriangle): DevelopmentRow[] {
  return origins.flatMap(({ origin, cells }) =>
    cells.map((cell) => {
      const before = cells.find(({ age }) => age === cell.age - step)?.value ??
        0;
      return { origin, ...cell, value: cell.value - before };
    })
  );
}
