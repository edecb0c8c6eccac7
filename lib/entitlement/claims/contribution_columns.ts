import { scanTable } from "@jkp/files";
import { readText } from "@jkp/files/read";
import { formatMonth, isRecordedMonth, type Month, parseMonth } from "@jkp/month";
import { type Problem, throwIfAny } from "@jkp/problem";
import { type ClaimContent, MOST_AMOUNT } from "./claim_file.ts";
import { columnsOf, hasWanted, wantedProblem } from "./member_rows.ts";

/** Columns of a file of contributions beside the member's id. */
export const CONTRIBUTION_KEYS = [
  ...["month", "first_month", "last_month", "wage"],
] as const;

const WANTED = [["wage", "first_month", "last_month"], ["wage", "month"]] as const;

type Cells = Readonly<Record<string, string>>;
type Entry = ClaimContent["contributions"][number];

/** Stands for a month listed without contribution. */
const NO_WAGE = -1;

/** Numbers that are added one by one, of which there may be millions. */
class Growing<Values extends Int32Array | Float64Array> {
  #values: Values;
  #size = 0;

  constructor(values: Values) {
    this.#values = values;
  }

  push(value: number): void {
    if (this.#size === this.#values.length) {
      const make = this.#values.constructor as new (length: number) => Values;
      const wider = new make(2 * this.#size);
      wider.set(this.#values);
      this.#values = wider;
    }
    this.#values[this.#size++] = value;
  }

  /** The numbers so far. */
  get values(): Values {
    return this.#values.subarray(0, this.#size) as Values;
  }
}

/** Rows of contributions by member, as numbers: a row as an object needs ten times as much. */
export class ContributionColumns {
  readonly #members = new Map<string, number>();
  readonly #member = new Growing(new Int32Array(1024));
  readonly #line = new Growing(new Int32Array(1024));
  readonly #first = new Growing(new Int32Array(1024));
  /** `NaN` where a month is listed by itself. */
  readonly #last = new Growing(new Float64Array(1024));
  readonly #wage = new Growing(new Float64Array(1024));
  /** Cells of the rows that are not as they should be, by row. */
  readonly #unread = new Map<number, Cells>();
  /** The columns above, complete. */
  #read = { first: new Int32Array(), last: new Float64Array(), wage: new Float64Array() };
  /** Rows by member, in their order, and where each member's begin. */
  #order = new Int32Array();
  #starts = new Int32Array();

  private constructor() {}

  /**
   * Reads a file of contributions.
   *
   * @throws {DataError} If columns are missing or not known, or rows name no member.
   */
  static async read(file: string): Promise<ContributionColumns> {
    const columns = new ContributionColumns();
    const rules = { hasOnlyThese: true, hasRows: true };
    const { header, problems } = scanTable(
      file,
      await readText(file),
      columnsOf(CONTRIBUTION_KEYS),
      rules,
      (row, line) => columns.#add(row as Cells, line),
    );
    const missing: Problem[] = hasWanted(header, WANTED)
      ? []
      : [wantedProblem(file, header, WANTED)];
    throwIfAny([...problems, ...missing]);
    columns.#sort();
    return columns;
  }

  /** Number of members. */
  get size(): number {
    return this.#members.size;
  }

  /** Whether the file has rows of a member. */
  has(member: string): boolean {
    return this.#members.has(member);
  }

  /** Members of whom a row is not as it should be. */
  membersUnread(): Set<string> {
    return new Set(this.#unread.values().map(({ member_id = "" }) => member_id));
  }

  /** The rows of a member, in the order of the file. */
  rowsOf(member: string): Int32Array {
    const place = this.#members.get(member);
    return place === undefined
      ? new Int32Array()
      : this.#order.subarray(this.#starts[place]!, this.#starts[place + 1]!);
  }

  /** Line of a row, for messages. */
  lineOf(row: number): number {
    return this.#line.values[row]!;
  }

  /** Rows as entries of a claim's file; `undefined` if one is not as it should be. */
  entriesOf(rows: Int32Array): Entry[] | undefined {
    if (this.#unread.size > 0 && rows.some((row) => this.#unread.has(row))) {
      return undefined;
    }
    const { first, last, wage } = this.#read;
    return Array.from(rows, (row): Entry => {
      const own = wage[row] === NO_WAGE ? "none" : wage[row]!;
      return Number.isNaN(last[row])
        ? { month: first[row]!, wage: own }
        : { first_month: first[row]!, last_month: last[row]!, wage: own };
    });
  }

  /** What stands in a row, as a claim's file has it. */
  cellsOf(row: number): Cells {
    const unread = this.#unread.get(row);
    if (unread !== undefined) return unread;
    const [first, last] = [this.#read.first[row]!, this.#read.last[row]!];
    const wage = this.#read.wage[row]!;
    const cells = { wage: wage === NO_WAGE ? "none" : String(wage) };
    return Number.isNaN(last)
      ? { month: formatMonth(first), ...cells }
      : { first_month: formatMonth(first), last_month: formatMonth(last), ...cells };
  }

  #add(row: Cells, line: number): void {
    const { member_id = "", month = "", first_month = "", last_month = "", wage = "" } =
      row;
    let member = this.#members.get(member_id);
    if (member === undefined) {
      member = this.#members.size;
      this.#members.set(member_id, member);
    }
    const amount = wage === "none" ? NO_WAGE : amountOf(wage);
    const isListed = month !== "" && first_month === "" && last_month === "";
    const first: Month | undefined = month === "" || isListed
      ? monthOfCell(isListed ? month : first_month)
      : undefined;
    const last = isListed ? NaN : monthOfCell(last_month);
    const isRead = amount !== undefined && first !== undefined && last !== undefined;
    if (!isRead) this.#unread.set(this.#line.values.length, row);
    this.#member.push(member);
    this.#line.push(line);
    this.#first.push(first ?? 0);
    this.#last.push(last ?? 0);
    this.#wage.push(amount ?? 0);
  }

  /** Sorts rows by member (counting sort). */
  #sort(): void {
    this.#read = {
      first: this.#first.values,
      last: this.#last.values,
      wage: this.#wage.values,
    };
    const member = this.#member.values;
    const starts = new Int32Array(this.#members.size + 1);
    for (const place of member) starts[place + 1]!++;
    for (let i = 1; i < starts.length; i++) starts[i]! += starts[i - 1]!;
    const next = starts.slice();
    this.#order = new Int32Array(member.length);
    member.forEach((place, row) => this.#order[next[place]!++] = row);
    this.#starts = starts;
  }
}

/** A month that a record can name; `undefined` for every other cell. */
function monthOfCell(text: string): Month | undefined {
  const month = parseMonth(text);
  return month !== undefined && isRecordedMonth(month) ? month : undefined;
}

/** A wage of 0 or more; `undefined` for every other cell. */
function amountOf(text: string): number | undefined {
  if (!/^-?\d+(\.\d+)?$/.test(text)) return undefined;
  const amount = Number(text);
  return amount >= 0 && amount < MOST_AMOUNT ? amount : undefined;
}
