import type { Words } from "@jkp/language";
import { formatMonth } from "@jkp/month";
import { relative } from "node:path";
import type { DataFrame, Series } from "nodejs-polars";
import type { Finding, RuleName } from "../check/finding.ts";
import type { Tally } from "../check/tally.ts";
import { HASH_SEEDS, trimmed } from "../decode/encoded_frame.ts";
import { polars } from "../source/polars.ts";
import { untilUnreadable } from "../source/until_unreadable.ts";
import { TEXT } from "./compact_rows.ts";
import type { LedgerFolder } from "./ledger_folder.ts";
import type { OpenClaims } from "./member_spells.ts";
import { isManyAgain, MOST_AGAIN } from "./payment_limits.ts";
import type { Table } from "./read_table.ts";

const { col } = polars;

/** Members that are named one by one; of more, their number is said. */
const MOST_NAMED = 1_000;

/** Files of a table that are named one by one. */
const MOST_FILES_NAMED = 3;

/** Share of a table's rows from which they are not named: ids are written otherwise. */
const MANY = 0.5;

/** Rows of a table by the member that another table lacks. */
interface Strangers {
  readonly member: bigint;
  readonly rows: number;
}

/** All of them in one table. */
interface StrangersOfTable {
  readonly members: readonly Strangers[];
  readonly rows: number;
  /** Rows of the table. */
  readonly allRows: number;
}

/** Payments that stand again, and the sum of their wages, of how many payments. */
interface PaymentsAgain {
  readonly payments: number;
  readonly wagesIdr: number;
  readonly of: number;
}

/**
 * What is found of members and their months when a ledger is netted: by member and month,
 * since no single row is to blame.
 */
export class LedgerFindings {
  readonly #ledger: LedgerFolder;
  readonly #tally: Tally;
  readonly #words: Words["check"]["ledger"];
  /** Hashes of members that the table of members lacks, with how many rows they have. */
  readonly #strangers = {
    main: { members: [] as Strangers[], rows: 0, allRows: 0 },
    claims: { members: [] as Strangers[], rows: 0, allRows: 0 },
  };
  /** Members with payments, and those of the table that have none. */
  #members = 0;
  #idle = 0;
  #firstIdle: string | undefined;
  #openClaims = { partial: 0, goingOn: 0, early: 0, further: 0 };
  #claims = 0;
  #again: PaymentsAgain = { payments: 0, wagesIdr: 0, of: 0 };

  constructor(ledger: LedgerFolder, tally: Tally) {
    this.#ledger = ledger;
    this.#tally = tally;
    this.#words = tally.words.check.ledger;
  }

  /** Passes on months that net below nothing: `at`, `month`, `wage`. */
  negative(rows: DataFrame, members: DataFrame): void {
    this.#months("net_not_negative", rows, members, ({ wage }) => ({
      value: this.#words.rupiah(wage!),
      expected: this.#words.notNegative,
    }));
  }

  /**
   * Passes on payments that stand twice: `at`, `month`, `wage`, `times`; and takes in how
   * many stand again, of how many payments. Where the manifest says what they are, they are
   * no findings.
   */
  twice(rows: DataFrame, members: DataFrame, again: PaymentsAgain): void {
    this.#again = {
      payments: this.#again.payments + again.payments,
      wagesIdr: this.#again.wagesIdr + again.wagesIdr,
      of: this.#again.of + again.of,
    };
    if (this.#ledger.manifest.ledger?.repeats !== undefined) return;
    this.#months("payments_once", rows, members, ({ wage, times }) => ({
      value: this.#words.times(wage!, times!),
      expected: this.#words.once,
    }));
  }

  /** Takes in which claims of members with spells close none, and how many claims there are. */
  openClaims({ partial, goingOn, early, further }: OpenClaims, claims: number): void {
    const before = this.#openClaims;
    this.#openClaims = {
      partial: before.partial + partial,
      goingOn: before.goingOn + goingOn,
      early: before.early + early,
      further: before.further + further,
    };
    this.#claims += claims;
  }

  /** Passes on claims for death that contributions follow: `at`, `month`. */
  afterDeath(rows: DataFrame | undefined, members: DataFrame): void {
    if (rows === undefined) return;
    this.#months("nothing_after_death", rows, members, () => ({
      value: this.#words.afterClaim,
      expected: this.#words.noneAfterClaim,
    }));
  }

  #months(
    rule: RuleName,
    rows: DataFrame,
    members: DataFrame,
    worded: (row: Record<string, number>) => Pick<Finding, "expected" | "value">,
  ): void {
    if (rows.height === 0) return;
    const named = rows.join(members.select("at", TEXT), { on: "at", how: "inner" })
      .sort([TEXT, "month"]);
    const texts = named.getColumn(TEXT).toArray() as string[];
    const numbers = named.drop(TEXT).toRecords() as Record<string, unknown>[];
    numbers.forEach((row, i) => {
      const values = Object.fromEntries(
        Object.entries(row).map(([name, value]) => [name, Number(value)]),
      );
      this.#tally.find(rule, {
        file: this.#file(this.#ledger.main),
        key: `${texts[i]} ${formatMonth(values.month!)}`,
        ...worded(values),
      });
    });
  }

  /** Passes on members that contradict themselves. */
  contradicted(members: DataFrame): void {
    const { members: table } = this.#ledger;
    for (const text of members.getColumn(TEXT).toArray() as string[]) {
      this.#tally.find(table === undefined ? "same_person" : "members_once", {
        file: this.#file(table ?? this.#ledger.main),
        key: text,
        value: this.#words.several,
        expected: this.#words.onePerson,
      });
    }
  }

  /** Takes in rows of members that nobody knows, of so many rows of a table. */
  strangers(
    table: "main" | "claims",
    rows: DataFrame | undefined,
    allRows: number,
  ): void {
    const strangers = this.#strangers[table];
    strangers.allRows += allRows;
    if (rows === undefined || rows.height === 0) return;
    strangers.rows += rows.height;
    const counted = rows.groupBy("member").agg(polars.len().alias("rows"));
    const hashes: Series = counted.getColumn("member");
    const counts = counted.getColumn("rows").toArray() as number[];
    const members = new BigUint64Array(hashes.toTypedArray() as ArrayLike<bigint>);
    members.forEach((member, i) => strangers.members.push({ member, rows: counts[i]! }));
  }

  /** Takes in how many members a part has, and those that have no spell. */
  members(members: number, idle: DataFrame): void {
    this.#members += members;
    this.#idle += idle.height;
    if (idle.height === 0) return;
    const first = idle.getColumn(TEXT).sort().get(0) as string;
    if (this.#firstIdle === undefined || first < this.#firstIdle) this.#firstIdle = first;
  }

  /** Passes on what only the whole tells; reads the names of strangers once more. */
  async finish(): Promise<void> {
    const { members, main, claims, manifest } = this.#ledger;
    if (manifest.form === "ledger") {
      this.#tally.checked("net_not_negative", this.#members);
      this.#tally.checked("payments_once", this.#members);
      this.#reportRepeats();
    }
    this.#reportOpenClaims();
    if (members !== undefined) {
      this.#tally.checked("members_known", this.#members);
      this.#tally.checked("members_once", this.#members);
      await this.#reportStrangers("members_known", main, this.#strangers.main);
    }
    if (claims !== undefined) {
      const rule = members === undefined ? "members_paying" : "members_known";
      await this.#reportStrangers(rule, claims, this.#strangers.claims);
    }
    if (members === undefined && claims === undefined) return;
    this.#tally.checked("members_paying", this.#members);
    if (members === undefined || this.#idle === 0) return;
    this.#tally.find("members_paying", {
      file: this.#file(members),
      value: this.#words.idle(this.#idle, this.#members, this.#firstIdle),
      expected: this.#words.contributionsOfEach,
      meaning: this.#words.idleMeaning,
    });
  }

  /** Says how many payments stand again, and what is done with them. */
  #reportRepeats(): void {
    const { payments, wagesIdr, of } = this.#again;
    const repeats = this.#ledger.manifest.ledger?.repeats;
    this.#tally.checked("payments_repeated", of);
    if (payments === 0) return;
    const words = this.#words;
    const stand = words.standAgain(payments, of, wagesIdr);
    this.#tally.remark(
      repeats === "once" ? words.countedOnce(stand) : words.added(stand),
    );
    if (repeats !== undefined || !isManyAgain(payments, of)) return;
    this.#tally.find("payments_repeated", {
      file: this.#file(this.#ledger.main),
      value: stand,
      expected: words.againAtMost(100 * MOST_AGAIN),
      meaning: words.againMeaning,
    });
  }

  /** Says how many claims are counted nowhere, and why. */
  #reportOpenClaims(): void {
    const { goingOn, early, further } = this.#openClaims;
    const { claims } = this.#ledger;
    if (claims === undefined) return;
    this.#tally.checked("claims_close", this.#claims);
    const open = goingOn + early + further;
    if (open === 0) return;
    const words = this.#words;
    const parts = [
      [goingOn, words.goingOn],
      [early, words.early],
      [further, words.further],
    ] as const;
    const why = parts.filter(([count]) => count > 0).map(([count, said]) => said(count));
    this.#tally.find("claims_close", {
      file: this.#file(claims),
      value: words.openClaims(open, this.#claims),
      expected: words.closes,
      meaning: words.openMeaning(why),
    });
  }

  async #reportStrangers(
    rule: RuleName,
    table: Table,
    { members: strangers, rows, allRows }: StrangersOfTable,
  ): Promise<void> {
    if (strangers.length === 0) return;
    const named = await textsOf(table, strangers.slice(0, MOST_NAMED));
    const file = this.#file(table);
    const words = this.#words;
    const expected = rule === "members_known" ? words.ofTable : words.withPayments;
    if (rows > MANY * allRows) {
      this.#tally.find(rule, {
        file,
        value: words.strangers(strangers.length, rows, allRows, named[0]![0]),
        expected,
        meaning: words.strangersMeaning,
      });
      return;
    }
    for (const [text, rows] of named) {
      this.#tally.find(rule, {
        file,
        key: text,
        value: words.inRows(text, rows),
        expected,
      });
    }
    const further = strangers.length - named.length;
    if (further <= 0) return;
    this.#tally.find(rule, {
      file,
      value: words.moreMembers(further),
      expected,
    });
  }

  /** The files of a table: by name, or the first and the last of many. */
  #file({ files }: Table): string {
    const [first, ...others] = files.map(({ file }) => file.path) as [
      string,
      ...string[],
    ];
    const names = others.map((path) => relative(this.#ledger.path, path));
    return names.length < MOST_FILES_NAMED
      ? [first, ...names].join(", ")
      : this.#tally.words.draft.summary.manyFiles(first, names.at(-1)!, files.length);
  }
}

/** What the numbers of members are as text, by their hashes, in order of the texts. */
async function textsOf(
  { files }: Table,
  strangers: readonly Strangers[],
): Promise<[text: string, rows: number][]> {
  const rows = new Map(strangers.map(({ member, rows }) => [String(member), rows]));
  const wanted = polars.DataFrame([
    polars.Series("hash", [...rows.keys()], polars.Utf8)
      .cast(polars.UInt64),
  ]);
  const texts = new Map<string, string>();
  for (const { file, reading: { fields: { member } } } of files) {
    if (member?.kind !== "id" || texts.size === rows.size) continue;
    await untilUnreadable(file.rows([member.source]), ({ frame }) => {
      const found = frame
        .select(trimmed(frame, member.source).alias(TEXT))
        .withColumn(col(TEXT).hash(...HASH_SEEDS).alias("hash"))
        .join(wanted, { on: "hash", how: "inner" }).unique()
        .select(col(TEXT), col("hash").cast(polars.Utf8));
      for (const [text, hash] of found.rows() as [string, string][]) {
        texts.set(hash, text);
      }
    });
  }
  return [...texts].map(([hash, text]): [string, number] => [text, rows.get(hash)!])
    .sort(([a], [b]) => a < b ? -1 : 1);
}
