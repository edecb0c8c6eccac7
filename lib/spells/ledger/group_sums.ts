import type { DataFrame, Expr } from "nodejs-polars";
import { MISSING } from "../decode/decoded_rows.ts";
import { polars } from "../source/polars.ts";
import type { TableReading } from "./table_reading.ts";

/** Last rows of a batch that the next one is read beside: a group may go on in it. */
const ROWS_KEPT = 2_000;

/** Rows that name a member from which a sum of them is no chance. */
const LEAST_ROWS = 2;

/** Names of columns that are true where no member, and no employer, is named. */
export interface NamelessColumns {
  readonly member: string;
  readonly employer: string;
}

/** What groups of payments are told by, row by row. */
export interface GroupedRows {
  readonly length: number;
  /** 1 where no member is named. */
  readonly isNobody: Uint8Array;
  /** 1 where an employer is named, and the hashes of employers. */
  readonly isOfEmployer: Uint8Array;
  readonly employer: BigUint64Array;
  readonly month: Int16Array;
  readonly wage: Float64Array;
  /** 1 where a month of payment, or who a member is, is written. */
  readonly isPayment: Uint8Array;
}

/** Whether a table is one of payments, among which sums may stand. */
function hasGroups({ fields }: TableReading): boolean {
  return "month" in fields && fields.wage?.kind === "rupiah";
}

/**
 * The last rows of a batch, to be read beside the next one; none of a batch so small that it
 * is its file's only one.
 */
export function lastRows(
  marked: DataFrame,
  reading: TableReading,
  nameless: NamelessColumns,
): GroupedRows | undefined {
  return marked.height > ROWS_KEPT && hasGroups(reading)
    ? groupedRows(marked.tail(ROWS_KEPT), reading, nameless)
    : undefined;
}

/**
 * Rows that name no member, and whose amount is what the rows right above them come to that
 * have the same month and employer, or the same of one of these where the other is empty:
 * sums of a group. No month of payment stands in them.
 *
 * @param marked Rows of a batch as numbers.
 * @param before The last rows of the batch before.
 */
export function groupSums(
  marked: DataFrame,
  before: GroupedRows | undefined,
  reading: TableReading,
  nameless: NamelessColumns,
): number[] {
  if (!hasGroups(reading)) return [];
  const [isAny] = marked.select(polars.col(nameless.member).any()).row(0);
  if (isAny !== true) return [];
  const own = groupedRows(marked, reading, nameless);
  const rows = before === undefined ? own : joined(before, own);
  const first = rows.length - own.length;
  const isSum = new Uint8Array(rows.length);
  const found: number[] = [];
  for (let row = 0; row < rows.length; row++) {
    if (rows.isNobody[row] === 0 || !isSumAt(rows, row, isSum)) continue;
    isSum[row] = 1;
    if (row >= first) found.push(row - first);
  }
  return found;
}

/** Whether a row without a member is the sum of those right above it. */
function isSumAt(
  rows: GroupedRows,
  row: number,
  isSum: Uint8Array,
): boolean {
  const { isNobody, employer, month, wage, isPayment } = rows;
  if (!(wage[row]! > 0) || isPayment[row] === 1 || month[row]! < MISSING) return false;
  const isOfMonth = month[row] !== MISSING;
  const isOfEmployer = rows.isOfEmployer[row] === 1;
  let [sum, count] = [0, 0];
  for (let at = row - 1; at >= 0; at--) {
    if (isSum[at] === 1) {
      if (isOfMonth && isOfEmployer) break; // the sum of another group
      continue;
    }
    if (isNobody[at] === 1 || Number.isNaN(wage[at])) break;
    if (isOfMonth && month[at] !== month[row]) break;
    if (isOfEmployer && employer[at] !== employer[row]) break;
    sum += Math.round(wage[at]!);
    count++;
  }
  return count >= LEAST_ROWS && sum === Math.round(wage[row]!);
}

function groupedRows(
  marked: DataFrame,
  { fields }: TableReading,
  { member, employer }: NamelessColumns,
): GroupedRows {
  const written = ["to", "paid", "sex", "birth"].filter((name) => {
    const field = fields[name];
    return field?.kind === "label" && "source" in field.reading;
  }).map((name) => polars.col(name).neq(polars.lit(MISSING)));
  const hasEmployer = "employer" in fields;
  const flag = (is: Expr) => is.cast(polars.UInt8);
  const rows = marked.select(
    flag(polars.col(member)).alias("nobody"),
    polars.col("month").cast(polars.Int16).alias("month"),
    polars.col("wage").cast(polars.Float64, false).fillNull(polars.lit(NaN)).alias(
      "wage",
    ),
    flag(written.reduce((any, one) => any.or(one), polars.col("month").isNull()))
      .alias("payment"),
    ...(hasEmployer
      ? [flag(polars.col(employer).not()).alias("of"), polars.col("employer")]
      : []),
  );
  const column = (name: string) => rows.getColumn(name).toTypedArray();
  return {
    length: marked.height,
    isNobody: new Uint8Array(column("nobody")),
    isOfEmployer: new Uint8Array(hasEmployer ? column("of") : marked.height),
    employer: new BigUint64Array(hasEmployer ? column("employer") : marked.height),
    month: new Int16Array(column("month")),
    wage: new Float64Array(column("wage")),
    isPayment: new Uint8Array(column("payment")),
  };
}

/** Rows of two batches, one after the other. */
function joined(before: GroupedRows, rows: GroupedRows): GroupedRows {
  const { length } = before;
  const both = <Values extends TypedArray>(
    into: Values,
    a: Values,
    b: Values,
  ): Values => {
    into.set(a as never);
    into.set(b as never, length);
    return into;
  };
  const all = length + rows.length;
  const bytes = (a: Uint8Array, b: Uint8Array) => both(new Uint8Array(all), a, b);
  return {
    length: all,
    isNobody: bytes(before.isNobody, rows.isNobody),
    isOfEmployer: bytes(before.isOfEmployer, rows.isOfEmployer),
    isPayment: bytes(before.isPayment, rows.isPayment),
    employer: both(new BigUint64Array(all), before.employer, rows.employer),
    month: both(new Int16Array(all), before.month, rows.month),
    wage: both(new Float64Array(all), before.wage, rows.wage),
  };
}

type TypedArray = Uint8Array | Int16Array | Float64Array | BigUint64Array;
