import type { Month } from "@jkp/month";
import type { DataFrame, Expr, LazyDataFrame } from "nodejs-polars";
import type { Tally } from "../check/tally.ts";
import { CarriedLabels } from "../decode/carried_labels.ts";
import { MISSING } from "../decode/decoded_rows.ts";
import { polars } from "../source/polars.ts";
import type { MemberPart } from "../register/member_part.ts";
import { carriedName, TEXT } from "./compact_rows.ts";
import type { LedgerFolder } from "./ledger_folder.ts";
import type { PaidRead } from "./paid_cells.ts";
import { PartedRows } from "./parted_rows.ts";
import type { PaymentDelays } from "./payment_delays.ts";
import { RankedLabels } from "./ranked_labels.ts";
import { readTable, type Table, type TableSize } from "./read_table.ts";
import type { Scratch } from "./scratch.ts";

const { col, lit } = polars;

/** How to read the tables of a ledger. */
export interface PartOptions {
  /** Last month that is known: later payments are not there yet. */
  readonly lastMonth: Month;
  /** Last month of claims that are known. */
  readonly lastClaimMonth: Month;
  /** Told how many rows have been read so far. */
  readonly rowsSeen?: ((rows: number) => void) | undefined;
  /** Counts when contributions were paid, if anybody wants to know. */
  readonly paymentDelays?: PaymentDelays | undefined;
  /** Whether the two largest wages of each cell of payments are looked for. */
  readonly findsLargestWages?: boolean | undefined;
  /** Gets what members paid for, if anybody wants it. */
  readonly paidRead?: PaidRead | undefined;
  /** Which of the members are taken in, if not all. */
  readonly part?: MemberPart | undefined;
  /**
   * In how many parts rows are parted.
   * @default as many as the size of the files asks for
   */
  readonly parts?: number;
  /**
   * Rows that are gathered before they are written to their parts.
   * @default {4_000_000}
   */
  readonly gatheredRows?: number;
}

/** The tables of a ledger on scratch disk, each part with all rows of its members. */
export interface PartedTables {
  readonly parts: number;
  /** `member`, and of payments `employer`, `month`, `paid`, `wage`; the carried columns. */
  main(part: number): LazyDataFrame | undefined;
  /** `member`, `text`, `sex`, `birth` and carried columns; a member may stand repeatedly. */
  members(part: number): LazyDataFrame | undefined;
  /** `member`, `month`, `reason`. */
  claims(part: number): LazyDataFrame | undefined;
  /** Labels of all carried columns, which stand as codes. */
  readonly labels: ReadonlyMap<string, RankedLabels>;
  /** How much the main table holds. */
  readonly size: TableSize;
  /** Sum of its wages, in rupiah. */
  readonly wageTotalIdr: number;
}

/** Rows that one part holds, about; a row has more bytes on disk in every format. */
const PART_ROWS = 2_000_000, ROW_BYTES = 12;

/** Most parts: each is a file for every few million rows. */
const MOST_PARTS = 512;

/** Rows that are gathered before they are parted: enough that files are few. */
const GATHERED_ROWS = 4_000_000;

/** As many parts as a table of a size on disk asks for. */
function partsFor(bytes: number): number {
  const parts = Math.ceil(Math.log2(bytes / ROW_BYTES / PART_ROWS));
  return Math.min(MOST_PARTS, 2 ** Math.max(0, parts));
}

/** Reads all tables of a ledger; what is wrong with their cells goes to the tally. */
export async function partTables(
  ledger: LedgerFolder,
  scratch: Scratch,
  tally: Tally,
  options: PartOptions,
): Promise<PartedTables> {
  const { parts = partsFor(ledger.bytes), gatheredRows = GATHERED_ROWS } = options;
  let seen = 0;
  const rowsSeen = (rows: number) => options.rowsSeen?.(seen += rows);
  const how = { rowsSeen, part: options.part };
  const isLedger = ledger.manifest.form === "ledger";
  const carried = carriedLabels(ledger.main);
  const carriedOfMembers = ledger.members === undefined
    ? new Map<string, CarriedLabels>()
    : carriedLabels(ledger.members);
  const parted = (name: string, reduce?: (rows: DataFrame) => DataFrame) =>
    new PartedRows({ scratch, name, parts, gatheredRows, reduce });
  const main = parted("main");
  const members = parted("members", (rows) => rows.unique());
  const claims = parted("claims");
  let wageTotalIdr = 0;
  const own = [...carried.keys()].map(carriedName);
  const size = await readTable(ledger.main, carried, tally, how, (rows) => {
    wageTotalIdr += Number(rows.getColumn("wage").sum());
    if (ledger.members === undefined) {
      members.add(rows.select("member", TEXT, "sex", "birth"));
    }
    main.add(
      isLedger ? payments(rows, own, options.lastMonth) : rows.select(
        ...rows.columns.filter((name) => !OF_MEMBERS.includes(name)),
      ),
    );
  });
  if (ledger.members !== undefined) {
    await readTable(ledger.members, carriedOfMembers, tally, how, (rows) => {
      members.add(rows);
    });
  }
  if (ledger.claims !== undefined) {
    await readTable(ledger.claims, new Map(), tally, how, (rows) => {
      claims.add(rows.filter(col("month").ltEq(lit(options.lastClaimMonth))));
    });
  }
  return {
    parts,
    main: (part) => main.part(part),
    members: (part) => members.part(part),
    claims: (part) => claims.part(part),
    labels: new Map(
      [...carried, ...carriedOfMembers].map(([name, each]) => [
        name,
        new RankedLabels(each),
      ]),
    ),
    size,
    wageTotalIdr,
  };
}

const OF_MEMBERS = [TEXT, "sex", "birth"];

/** Payments of known months, one row a month that a payment is for. */
function payments(rows: DataFrame, carried: string[], lastMonth: Month): DataFrame {
  const has = (name: string) => rows.columns.includes(name);
  const whole = rows.select(
    col("member"),
    (has("employer") ? shortHash("employer") : lit(0).cast(polars.UInt32))
      .alias("employer"),
    col("month"),
    (has("paid") ? col("paid") : lit(MISSING).cast(polars.Int16)).alias("paid"),
    col("wage"),
    ...carried.map((name) => col(name)),
    ...(has("to") ? [col("to")] : []),
  );
  const known = col("month").ltEq(lit(lastMonth));
  if (!has("to")) return whole.filter(known);
  const isLong = col("to").gt(col("month"));
  const months = polars.intRanges(
    col("month").cast(polars.Int64),
    col("to").cast(polars.Int64).add(lit(1)),
  );
  const long = whole.filter(isLong);
  const each = long.height === 0
    ? long
    : long.withColumn(months.alias("month")).explode("month")
      .withColumn(col("month").cast(polars.Int16).alias("month"));
  return polars.concat([whole.filter(isLong.not()), each]).drop("to").filter(known);
}

/**
 * The last 32 bits of a hash: enough to tell the employers of one member and month apart,
 * which are few.
 */
function shortHash(name: string): Expr {
  return col(name).modulo(lit(2 ** 32).cast(polars.UInt64)).cast(polars.UInt32);
}

function carriedLabels({ files }: Table): Map<string, CarriedLabels> {
  const names = files.flatMap(({ reading }) => Object.keys(reading.carried));
  return new Map(names.map((name) => [name, new CarriedLabels()]));
}
