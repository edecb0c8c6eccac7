import { cell, type CellReader, type LocatedRow, type RowProblem } from "@jkp/files";
import { parseMonth } from "@jkp/month";
import type { Problem } from "@jkp/problem";

/** What a fact counts over its period. */
export const FACT_KINDS = ["flow", "stock", "mean a month", "ratio"] as const;

/** A date as exact as it is printed, kept as a text: `2022-05-23`, `2024-12`, `2022`. */
export const printedDate: CellReader<string> = {
  expected: "a year, a month as YYYY-MM or a day as YYYY-MM-DD",
  read: (text) => {
    const [year, month, day, ...rest] = text.split("-");
    if (rest.length > 0 || !/^\d{4}$/.test(year!)) return undefined;
    if (month === undefined) return text;
    if (parseMonth(`${year}-${month}`) === undefined) return undefined;
    if (day === undefined) return text;
    const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
    return /^\d{2}$/.test(day) && Number(day) >= 1 && Number(day) <= last
      ? text
      : undefined;
  },
};

/** Where a fact comes from, and what it contradicts. */
export const PROVENANCE = {
  /** The office whose number it is; who said it where no office is named. */
  publisher: ["publisher", cell.text],
  /** When the page that has it was published; `null` if the page does not say. */
  published: ["published", cell.orEmpty(printedDate)],
  /** Address of the page. */
  source: ["source", cell.text],
  /** A key that all facts have which contradict each other; `null` for others. */
  concerns: ["concerns", cell.orEmpty(cell.text)],
  note: ["note", cell.anything],
} as const;

/** A number in base units, and as it is printed. */
export const PRINTED_VALUE = {
  value: ["value", cell.number],
  /** As printed, with its scale: `44.38 billion`, `13 per cent`, `12 174 829`. */
  printed: ["printed", cell.text],
} as const;

/** A number of a period; a stock has no `from`, and `to` is its day or month. */
export const PERIOD = {
  kind: ["kind", cell.oneOf(FACT_KINDS)],
  from: ["from", cell.orEmpty(printedDate)],
  to: ["to", printedDate],
} as const;

/** What every printed number has, whatever it counts. */
interface PrintedValue {
  readonly value: number;
  readonly printed: string;
}

/** A number that others may contradict. */
export interface Contradictable extends PrintedValue {
  readonly concerns: string | null;
}

/** What every number of a period has. */
interface PeriodFact extends PrintedValue {
  readonly kind: typeof FACT_KINDS[number];
  readonly from: string | null;
  readonly to: string;
  readonly unit: string;
}

const SCALES: Readonly<Record<string, number>> = {
  "per cent": 1e-2,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
};

/**
 * A printed number in base units, and one unit of the last digit that it has.
 *
 * @param text As an open table has it: digits, and perhaps a scale after them.
 * @returns Both, in persons, rupiah or fractions; nothing where it is no such text.
 *
 * @example Members of JHT at the end of 2023, to ten thousand
 * ```ts
 * import { printedAmount } from "@jkp/open";
 * import { assertEquals } from "@std/assert";
 *
 * const { value, lastDigit } = printedAmount("18.27 million")!;
 * assertEquals([value, lastDigit], [18_270_000, 10_000]);
 * ```
 */
export function printedAmount(
  text: string,
): { readonly value: number; readonly lastDigit: number } | undefined {
  const found = /^(-?[\d ]+(?:\.(\d+))?)(?: ([a-z]+(?: [a-z]+)?))?$/.exec(text);
  if (found === null) return undefined;
  const scale = found[3] === undefined ? 1 : SCALES[found[3]];
  const digits = Number(found[1]!.replaceAll(" ", ""));
  return scale === undefined || !Number.isFinite(digits) ? undefined : {
    value: digits * scale,
    lastDigit: scale * 10 ** -(found[2]?.length ?? 0),
  };
}

/** What is wrong with a number that is not what is printed. */
export function checkPrinted<Row extends PrintedValue>(
  { value, printed }: Partial<Row>,
): RowProblem<Row>[] {
  if (printed === undefined) return [];
  const amount = printedAmount(printed);
  if (amount === undefined) {
    const scales = Object.keys(SCALES).join(", ");
    return [{
      column: "printed",
      expected: `digits, and perhaps one of ${scales} after them`,
    }];
  }
  if (value === undefined || Math.abs(value - amount.value) < amount.lastDigit / 1e6) {
    return [];
  }
  const expected = `${printed} in base units, ${Number(amount.value.toPrecision(12))}`;
  return [{ column: "value", expected }];
}

/** What is wrong with a fact's period or unit, besides its number. */
export function checkFact<Row extends PeriodFact>(row: Partial<Row>): RowProblem<Row>[] {
  const { kind, from, to, unit } = row;
  const problems = checkPrinted<Row>(row);
  if (kind === undefined) return problems;
  if (kind === "stock" && typeof from === "string") {
    problems.push({ column: "from", expected: "nothing: a stock is of one date" });
  }
  if (kind !== "stock" && from === null) {
    problems.push({ column: "from", expected: `the begin of the period of a ${kind}` });
  }
  if (typeof from === "string" && to !== undefined && from > to) {
    problems.push({
      column: "to",
      expected: `${from} or later, where the period begins`,
    });
  }
  if (unit !== undefined && (kind === "ratio") !== (unit === "fraction")) {
    const expected = kind === "ratio"
      ? "fraction, as for every ratio"
      : `no fraction for a ${kind}`;
    problems.push({ column: "unit", expected });
  }
  return problems;
}

/**
 * Numbers of the same thing that do not agree, though no key ties them; and keys that tie
 * nothing. Numbers agree if they differ by one unit of the last digit of the coarser: a
 * printed number may be rounded or cut.
 */
export function untiedContradictions<Row extends Contradictable>(
  file: string,
  rows: readonly LocatedRow<Row>[],
  what: (row: Row) => string,
): Problem[] {
  const problems: Problem[] = [];
  for (const same of Map.groupBy(rows, ({ row }) => what(row)).values()) {
    same.forEach(({ line, row }, i) => {
      const other = same.slice(0, i).find((each) =>
        !agree(row, each.row) && (row.concerns === null ||
          row.concerns !== each.row.concerns)
      );
      if (other === undefined) return;
      problems.push({
        file,
        place: `row ${line}, column concerns`,
        expected: `one key here and in row ${other.line}: there ${what(row)} is ` +
          `${other.row.printed}, here ${row.printed}`,
        received: row.concerns ?? "nothing",
      });
    });
  }
  for (const [key, tied] of Map.groupBy(rows, ({ row }) => row.concerns)) {
    if (key === null || tied.length > 1) continue;
    problems.push({
      file,
      place: `row ${tied[0]!.line}, column concerns`,
      expected: "a key that another row has, too",
      received: key,
    });
  }
  return problems;
}

/** Whether two printed numbers may be the same. */
function agree(one: PrintedValue, other: PrintedValue): boolean {
  const coarser = Math.max(
    printedAmount(one.printed)!.lastDigit,
    printedAmount(other.printed)!.lastDigit,
  );
  return Math.abs(one.value - other.value) <= coarser * (1 + 1e-9);
}
