import { sumSimple } from "simple-statistics";
import { type DecodedRows, MISSING } from "../decode/decoded_rows.ts";
import {
  type CarriedColumn,
  NO_MONTH,
  NO_REASON,
  type SpellColumns,
} from "../spell_columns.ts";

/** Rows that one part of a register holds at most, about. */
const PART_ROWS = 300_000;

/** Bits of a sort key for the index of a row, and the first month they leave room for. */
const INDEX_BITS = 20;
const FIRST_MONTH = 1800 * 12;

/** Some members with all their spells, and what was found wrong with these. */
export interface RegisterPart extends SpellColumns {
  /** Which row of the register this is, in the order in which rows came. */
  readonly origin: Uint32Array;
  /** 1 where a rule for single rows that must hold is broken. */
  readonly hasError: Uint8Array;
}

/** Rows of one batch that were taken in. */
interface TakenRows {
  /** Rows of the batches before. */
  readonly firstOrigin: number;
  readonly rows: Pick<DecodedRows, "memberHash" | "labels" | "carried">;
  readonly monthlyWageIdr: Float64Array | Uint32Array;
  /** The weight of every row, or the one that all have. */
  readonly weight: Float64Array | number;
  readonly hasError: Uint8Array;
  /** Indexes of the rows taken, by the part they go to. */
  readonly order: Uint32Array;
}

/**
 * Collects rows in any order and gives them back member by member.
 *
 * Rows stay in compact columns, about 30 bytes each, and are sorted part by part: a part
 * holds the members whose ids have the same last bits of their hash. Members are told
 * apart by 64 bits; the chance that any two of 40 million members are confused is one in
 * 20,000.
 */
export class SpellRegister {
  readonly #taken: TakenRows[] = [];
  readonly #carried: ReadonlyMap<string, { readonly labels: readonly string[] }>;
  #size = 0;
  #seen = 0;

  /** @param carried Labels of the carried columns by name, complete when parts are read. */
  constructor(
    carried: ReadonlyMap<string, { readonly labels: readonly string[] }>,
  ) {
    this.#carried = carried;
  }

  /** Number of rows taken in. */
  get size(): number {
    return this.#size;
  }

  /**
   * Takes rows in: those marked 1 in `isTaken`, whose id, sex and months can be read. The
   * others count as seen.
   */
  add(rows: DecodedRows, isTaken: Uint8Array, hasError: Uint8Array): void {
    let size = 0;
    for (const taken of isTaken) size += taken;
    const order = new Uint32Array(size);
    let at = 0;
    for (let row = 0; row < rows.length; row++) if (isTaken[row]) order[at++] = row;
    const { memberHash, labels, carried } = rows; // no more: frames must be let go
    this.#taken.push({
      firstOrigin: this.#seen,
      rows: { memberHash, labels, carried },
      monthlyWageIdr: asSmallAsCan(rows.monthlyWageIdr),
      weight: oneForAll(rows.weight),
      hasError,
      order,
    });
    this.#seen += rows.length;
    this.#size += order.length;
  }

  /**
   * Parts of whole members, spells sorted by member and start. The id of a member alone
   * says in which part it is.
   */
  *parts(): Generator<RegisterPart> {
    const count = 2 ** Math.max(0, Math.ceil(Math.log2(this.#size / PART_ROWS)));
    const bounds = this.#taken.map(({ rows, order }) =>
      sortByPart(order, rows.memberHash, count)
    );
    let members = 0;
    for (let part = 0; part < count && this.#size > 0; part++) {
      const pieces = this.#taken.map(({ order }, batch) =>
        order.subarray(bounds[batch]![part], bounds[batch]![part + 1])
      );
      const made = this.#part(pieces, members);
      members = (made.member.at(-1) ?? members - 1) + 1;
      if (made.member.length > 0) yield made;
    }
  }

  #part(pieces: readonly Uint32Array[], firstMember: number): RegisterPart {
    const size = sumSimple(pieces.map((piece) => piece.length));
    const gather = <Column extends Int16Array | Uint8Array | Float64Array>(
      target: Column,
      column: (taken: TakenRows) => ArrayLike<number> | number,
    ): Column => {
      let at = 0;
      pieces.forEach((piece, batch) => {
        const values = column(this.#taken[batch]!);
        if (typeof values === "number") {
          target.fill(values, at, at += piece.length);
          return;
        }
        for (let i = 0; i < piece.length; i++) target[at++] = values[piece[i]!]!;
      });
      return target;
    };
    const months = (name: keyof DecodedRows["labels"]) =>
      gather(new Int16Array(size), ({ rows }) => rows.labels[name]);
    const start = months("start_month");
    const hash = this.#hashes(pieces, size);
    const { order, member } = sortByMember(hash, start, firstMember);
    const sorted = <Column extends Int16Array | Uint8Array | Uint32Array | Float64Array>(
      column: Column,
    ): Column => {
      const values = column.slice() as Column;
      for (let i = 0; i < size; i++) values[i] = column[order[i]!]!;
      return values;
    };
    const orNone = (column: Int16Array, none: number) =>
      column.map((value) => value === MISSING ? none : value);
    return {
      member,
      memberHash: highWords(hash, order),
      origin: sorted(this.#origins(pieces, size)),
      hasError: sorted(gather(new Uint8Array(size), ({ hasError }) => hasError)),
      sex: sorted(gather(new Uint8Array(size), ({ rows }) => rows.labels.sex)),
      birthMonth: sorted(months("birth_month")),
      startMonth: sorted(start),
      lastMonth: sorted(months("last_month")),
      endReason: new Uint8Array(
        orNone(sorted(months("end_reason")), NO_REASON),
      ),
      claimMonth: orNone(sorted(months("claim_month")), NO_MONTH),
      monthlyWageIdr: sorted(
        gather(new Float64Array(size), (taken) => taken.monthlyWageIdr),
      ),
      weight: sorted(gather(new Float64Array(size), ({ weight }) => weight)),
      carried: Object.fromEntries(
        [...this.#carried].map(([name, { labels }]): [
          string,
          CarriedColumn,
        ] => {
          const codes = gather(new Int16Array(size), ({ rows }) => rows.carried[name]!);
          return [name, { labels, codes: new Uint16Array(sorted(codes)) }];
        }),
      ),
    };
  }

  #origins(pieces: readonly Uint32Array[], size: number): Uint32Array {
    const origins = new Uint32Array(size);
    let at = 0;
    pieces.forEach((piece, batch) => {
      const { firstOrigin } = this.#taken[batch]!;
      for (let i = 0; i < piece.length; i++) origins[at++] = firstOrigin + piece[i]!;
    });
    return origins;
  }

  #hashes(pieces: readonly Uint32Array[], size: number): Uint32Array {
    const hash = new Uint32Array(2 * size);
    let at = 0;
    pieces.forEach((piece, batch) => {
      const { memberHash } = this.#taken[batch]!.rows;
      for (let i = 0; i < piece.length; i++) {
        hash[at++] = memberHash[2 * piece[i]!]!;
        hash[at++] = memberHash[2 * piece[i]! + 1]!;
      }
    });
    return hash;
  }
}

/** Whole numbers in half the room; others as they are. */
function asSmallAsCan(values: Float64Array): Float64Array | Uint32Array {
  const whole = new Uint32Array(values);
  for (let i = 0; i < whole.length; i++) if (whole[i] !== values[i]) return values;
  return whole;
}

/** The one value that all are, or all. */
function oneForAll(values: Float64Array): Float64Array | number {
  const [first] = values;
  return first !== undefined && values.every((value) => value === first) ? first : values;
}

/** Sorts indexes of rows by the part of their member; gives where each part begins. */
function sortByPart(order: Uint32Array, hash: Uint32Array, parts: number): Uint32Array {
  const bounds = new Uint32Array(parts + 1);
  const mask = parts - 1;
  for (const row of order) bounds[(hash[2 * row]! & mask) + 1]!++;
  for (let part = 0; part < parts; part++) bounds[part + 1]! += bounds[part]!;
  const next = bounds.slice();
  for (const row of order.slice()) order[next[hash[2 * row]! & mask]!++] = row;
  return bounds;
}

/** The order of rows by member and start month, and each one's member number. */
function sortByMember(
  hash: Uint32Array,
  start: Int16Array,
  firstMember: number,
): { order: Uint32Array; member: Uint32Array } {
  const size = start.length;
  const order = size < 2 ** INDEX_BITS
    ? sortedByKey(hash, start)
    : Uint32Array.from(start.keys()).sort(byMember(hash, start));
  const member = new Uint32Array(size);
  let number = firstMember;
  for (let i = 0; i < size; i++) {
    if (i > 0 && !isSameHash(hash, order[i]!, order[i - 1]!)) number++;
    member[i] = number;
  }
  return { order, member };
}

/** Rows in the order of keys that hold high word, start and index: the fast way. */
function sortedByKey(hash: Uint32Array, start: Int16Array): Uint32Array {
  const keys = new BigUint64Array(start.length);
  const words = new Uint32Array(keys.buffer);
  for (let row = 0; row < start.length; row++) {
    words[2 * row] = (((start[row]! - FIRST_MONTH) << INDEX_BITS) | row) >>> 0;
    words[2 * row + 1] = hash[2 * row + 1]!;
  }
  keys.sort();
  const indexMask = 2 ** INDEX_BITS - 1;
  const order = new Uint32Array(start.length);
  for (let i = 0; i < order.length; i++) order[i] = words[2 * i]! & indexMask;
  separateMembers(order, hash, start);
  return order;
}

/** The high words of hashes in an order. */
function highWords(hash: Uint32Array, order: Uint32Array): Uint32Array {
  const words = new Uint32Array(order.length);
  for (let i = 0; i < words.length; i++) words[i] = hash[2 * order[i]! + 1]!;
  return words;
}

/** Sorts runs with one high word again where they hold more than one low word. */
function separateMembers(order: Uint32Array, hash: Uint32Array, start: Int16Array): void {
  for (let from = 0; from < order.length;) {
    let to = from + 1;
    let isMixed = false;
    const high = hash[2 * order[from]! + 1];
    while (to < order.length && hash[2 * order[to]! + 1] === high) {
      isMixed ||= hash[2 * order[to]!] !== hash[2 * order[from]!];
      to++;
    }
    if (isMixed) {
      order.subarray(from, to).sort(byMember(hash, start));
    }
    from = to;
  }
}

function byMember(
  hash: Uint32Array,
  start: Int16Array,
): (a: number, b: number) => number {
  return (a, b) =>
    hash[2 * a + 1]! - hash[2 * b + 1]! || hash[2 * a]! - hash[2 * b]! ||
    start[a]! - start[b]! || a - b;
}

function isSameHash(hash: Uint32Array, one: number, other: number): boolean {
  return hash[2 * one] === hash[2 * other] && hash[2 * one + 1] === hash[2 * other + 1];
}
