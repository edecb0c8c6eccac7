import { formatManifest, MANIFEST_FILE, type SpellManifest } from "@jkp/extract";
import { sha256OfFile } from "@jkp/files/read";
import { StagedFiles } from "@jkp/files/write";
import { PARTIAL_CLAIM } from "@jkp/mapping";
import type { DataFrame } from "nodejs-polars";
import { nextTurn } from "../source/next_turn.ts";
import { polars } from "../source/polars.ts";
import type { LedgerBatch, LedgerPayments } from "./ledger_columns.ts";
import { memberIds, monthTexts, spellFrame } from "./spell_frame.ts";
import type { SpellFormat } from "./write_spell_folder.ts";

/** How much was written. */
export interface LedgerWritten {
  readonly payments: number;
  readonly members: number;
  readonly files: readonly string[];
}

/** Day of the month on which every payment is dated: the last on which it is due. */
const DAY_PAID = "15";

/** Digits of a made employer id. */
const EMPLOYER_DIGITS = 6;

/**
 * Writes a ledger of contributions: of each batch a file of payments in the order of their
 * dates, one of members and one of JHT claims; and the manifest.
 *
 * @param path Folder to write to; made if missing. Files of the same names are replaced.
 * @param batches The payments.
 * @param manifest What `extract.toml` says; files, tables and checksums are made here.
 * @param format Format of the files.
 * @param paymentsWritten Called after every batch.
 * @returns How much was written.
 *
 * @example Two months of a member, the second paid twice and taken back once
 * ```ts
 * import { monthOf } from "@jkp/month";
 * import { exampleFolder } from "../example_folder.ts";
 * import { spellColumns } from "../spell_columns.ts";
 * import { openRegister } from "@jkp/spells/read";
 * import { writeLedgerFolder } from "@jkp/spells/write";
 * import { assertEquals } from "@std/assert";
 *
 * const { manifest } = await openRegister(await exampleFolder());
 * const [may, june] = [monthOf(2019, 5), monthOf(2019, 6)];
 * const spells = spellColumns([{
 *   member: 7,
 *   sex: "F",
 *   birthMonth: monthOf(1991, 9),
 *   startMonth: may,
 *   lastMonth: june,
 *   monthlyWageIdr: 4_200_000,
 * }]);
 * const payments = {
 *   member: Uint32Array.of(7, 7, 7, 7),
 *   employer: Uint32Array.of(1, 1, 1, 1),
 *   contributionMonth: Int16Array.of(may, june, june, june),
 *   contributionToMonth: Int16Array.of(may, june, june, june),
 *   paidOn: Int16Array.of(june, june + 1, june + 1, june + 2),
 *   monthlyWageIdr: Float64Array.of(4_200_000, 4_200_000, 4_200_000, -4_200_000),
 * };
 * const none = { member: new Uint32Array(), claimMonth: new Int16Array() };
 * const written = await writeLedgerFolder(
 *   await Deno.makeTempDir(),
 *   [{ payments, spells, partialClaims: none }],
 *   { ...manifest, form: "ledger" },
 *   "csv",
 * );
 * assertEquals([written.payments, written.members], [4, 1]);
 * assertEquals(written.files, ["payments-0001.csv", "members-0001.csv", "claims-0001.csv"]);
 * ```
 */
export async function writeLedgerFolder(
  path: string,
  batches: Iterable<LedgerBatch>,
  manifest: SpellManifest,
  format: SpellFormat,
  paymentsWritten: (payments: number) => void = () => {},
): Promise<LedgerWritten> {
  // The first batch may take long to make: until then there is nothing to put in order.
  const all = batches[Symbol.iterator]();
  let step = all.next();
  using staged = new StagedFiles(path);
  const sha256: Record<string, string> = {};
  const write = async (table: string, number: string, frame: DataFrame) => {
    const name = `${table}-${number}.${format}`;
    const file = staged.pathOf(name);
    if (format === "parquet") frame.writeParquet(file, { compression: "zstd" });
    else frame.writeCSV(file);
    sha256[name] = (await sha256OfFile(file))!;
    return name;
  };
  const tables = {
    payments: [] as string[],
    members: [] as string[],
    claims: [] as string[],
  };
  let [payments, members] = [0, 0];
  for (; !step.done; step = all.next()) {
    const number = String(tables.payments.length + 1).padStart(4, "0");
    const { payments: paid, spells } = step.value;
    const frame = spellFrame(spells);
    const ofMembers = frame
      .select("member_id", "sex", "birth_month", ...Object.keys(spells.carried))
      .unique({ subset: "member_id", keep: "first", maintainOrder: true });
    tables.payments.push(await write("payments", number, paymentFrame(paid)));
    tables.members.push(await write("members", number, ofMembers));
    tables.claims.push(await write("claims", number, claimFrame(step.value, frame)));
    members += ofMembers.height;
    paymentsWritten(payments += paid.member.length);
    await nextTurn();
  }
  const { payments: files, members: ofMembers, claims } = tables;
  const further = { members: ofMembers, claims };
  const whole = {
    ...manifest,
    files,
    tables: { ...manifest.tables, ...further },
    sha256,
  };
  staged.write(MANIFEST_FILE, formatManifest(whole));
  staged.finish({ last: MANIFEST_FILE });
  return { payments, members, files: Object.keys(sha256) };
}

function paymentFrame(payments: LedgerPayments): DataFrame {
  const numbers = polars.DataFrame([
    polars.Series("member_id", payments.member),
    polars.Series("employer_id", payments.employer),
    polars.Series("contribution_month", payments.contributionMonth),
    polars.Series("contribution_to_month", payments.contributionToMonth),
    polars.Series("paid_on", payments.paidOn),
    polars.Series("monthly_wage_idr", payments.monthlyWageIdr),
  ]).sort(["paid_on", "employer_id", "member_id", "contribution_month"]);
  return numbers.select(
    memberIds("member_id"),
    polars.concatString([
      polars.lit("E"),
      polars.col("employer_id").cast(polars.Int64).cast(polars.Utf8).str
        .zFill(EMPLOYER_DIGITS),
    ], "").alias("employer_id"),
    monthTexts("contribution_month", payments.contributionMonth),
    monthTexts("contribution_to_month", payments.contributionToMonth),
    polars.concatString(
      [monthTexts("paid_on", payments.paidOn), polars.lit(`-${DAY_PAID}`)],
      "",
    ).alias("paid_on"),
    polars.col("monthly_wage_idr").cast(polars.Int64),
  );
}

/** The claims that close spells, and those of a part of the savings. */
function claimFrame({ partialClaims }: LedgerBatch, spells: DataFrame): DataFrame {
  const closing: DataFrame = spells.filter(polars.col("end_reason").neq(polars.lit("")))
    .select("member_id", "claim_month", "end_reason");
  if (partialClaims.member.length === 0) return closing;
  const partial: DataFrame = polars.DataFrame([
    polars.Series("member_id", partialClaims.member),
    polars.Series("claim_month", partialClaims.claimMonth),
  ]).select(
    memberIds("member_id"),
    monthTexts("claim_month", partialClaims.claimMonth),
    polars.lit(PARTIAL_CLAIM).alias("end_reason"),
  );
  return closing.vstack(partial);
}
