import { END_REASONS, SEXES } from "@jkp/extract";
import { formatMonth, monthOf } from "@jkp/month";
import { DataError } from "@jkp/problem";
import { assert, assertEquals, assertRejects } from "@std/assert";
import fc from "fast-check";
import { dirname, join } from "node:path";
import { checkSpells } from "../check/check_spells.ts";
import type { Finding } from "../check/finding.ts";
import { readSpells } from "../check/read_spells.ts";
import { Tally } from "../check/tally.ts";
import { buildStatistics } from "../count/build_statistics.ts";
import { openRegister } from "../folder/open_register.ts";
import { polars } from "../source/polars.ts";
import type { LedgerFolder } from "./ledger_folder.ts";
import {
  type PlainLedger,
  type PlainPayment,
  plainSpells,
} from "./plain_ledger_for_test.ts";
import { Scratch } from "./scratch.ts";
import { spellsOfLedger } from "./spells_of_ledger.ts";

const FIRST = monthOf(2018, 1);
const LAST = FIRST + 11;

/** A manifest of a ledger, with further lines. */
const manifest = (lines: string) =>
  `\
name = "example"
provider = "JKP Lab (synthetic)"
extract_month = "2019-06"
first_month = "2018-01"
last_month = "2018-12"
form = "ledger"
synthetic = true
method = "payments written by hand"
${lines}`;

/** Writes an extract into a new folder; names of files may lead into folders of it. */
async function folderOf(
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<string> {
  const folder = await Deno.makeTempDir();
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    await Deno.mkdir(dirname(path), { recursive: true });
    const bytes = typeof content === "string"
      ? new TextEncoder().encode(content)
      : content;
    await Deno.writeFile(path, bytes);
  }
  return folder;
}

const csv = (rows: readonly (readonly unknown[])[]) =>
  rows.map((row) => row.join(",") + "\n").join("");

/** The spells that are made of a register, one text each. */
async function madeSpells(
  folder: string,
  options: { parts?: number; gatheredRows?: number; lastMonth?: number } = {},
): Promise<{ spells: string[]; findings: Finding[]; unusableRows: number }> {
  const ledger = await openRegister(folder) as LedgerFolder;
  const findings: Finding[] = [];
  using scratch = new Scratch();
  const { lastMonth = ledger.manifest.lastMonth, ...parting } = options;
  const made = await spellsOfLedger(
    ledger,
    scratch,
    new Tally((finding) => findings.push(finding)),
    { lastMonth, lastClaimMonth: ledger.manifest.extractMonth, ...parting },
  );
  const spells = made.files.flatMap((file) =>
    (polars.readParquet(file).toRecords() as Record<string, unknown>[]).map((row) =>
      [
        row.member_id,
        row.sex,
        row.birth_month,
        row.start_month,
        row.last_month,
        row.end_reason,
        row.claim_month,
        Number(row.monthly_wage_idr),
        ...made.carried.map((name) => row[name]),
      ].join(" ")
    )
  );
  return { spells: spells.sort(), findings, unusableRows: made.unusableRows };
}

const PAYMENT = fc.record({
  member: fc.integer({ min: 0, max: 3 }),
  employer: fc.constantFrom("E1", "E2", "E3"),
  month: fc.integer({ min: FIRST, max: LAST + 2 }), // some after the window
  months: fc.oneof(
    { weight: 4, arbitrary: fc.constant(1) },
    { weight: 1, arbitrary: fc.integer({ min: 2, max: 4 }) },
  ),
  delay: fc.integer({ min: 0, max: 3 }),
  wageIdr: fc.integer({ min: 1, max: 4 }).map((millions) => millions * 1_000_000),
  sector: fc.constantFrom("farming", "trade"),
  /** Whether it is taken back, by a row of its own. */
  isReversed: fc.boolean(),
  /** Whether the row itself takes something back that was never paid. */
  isBelow: fc.integer({ min: 0, max: 9 }).map((one) => one === 0),
});

/** Ledgers with every awkwardness but cells that cannot be read. */
const LEDGER: fc.Arbitrary<PlainLedger> = fc.record({
  payments: fc.array(PAYMENT, { minLength: 1, maxLength: 30 }),
  claims: fc.array(
    fc.record({
      member: fc.integer({ min: 0, max: 3 }),
      month: fc.integer({ min: FIRST, max: LAST + 4 }),
      reason: fc.constantFrom(
        ...END_REASONS.filter((reason) => reason !== "death"),
        "partial" as const,
      ),
    }),
    { maxLength: 6 },
  ),
  sexes: fc.array(fc.constantFrom(...SEXES), { minLength: 4, maxLength: 4 }),
  gapMonths: fc.integer({ min: 0, max: 3 }),
  employers: fc.constantFrom("sum", "main"),
}).map(({ payments, claims, sexes, gapMonths, employers }) => ({
  payments: payments.flatMap((payment): PlainPayment[] => {
    const { member, employer, month, months, delay, sector } = payment;
    const whole = {
      member: `M${member}`,
      employer,
      month,
      toMonth: month + months - 1,
      paidOn: month + delay,
      wageIdr: payment.isBelow ? -payment.wageIdr : payment.wageIdr,
      sector,
    };
    const back = { ...whole, paidOn: whole.paidOn + 1, wageIdr: -whole.wageIdr };
    return payment.isReversed ? [whole, back] : [whole];
  }),
  members: sexes.map((sex, i) => ({ id: `M${i}`, sex, birth: monthOf(1980, 1 + i) })),
  claims: claims.map(({ member, ...claim }) => ({ member: `M${member}`, ...claim })),
  rules: { gapMonths, employers },
  lastMonth: LAST,
}));

/** How a ledger is written: order, files, tables. */
const WRITTEN = fc.record({
  seed: fc.integer(),
  files: fc.integer({ min: 1, max: 4 }),
  hasMembers: fc.boolean(),
  parts: fc.constantFrom(1, 2, 7),
  gatheredRows: fc.constantFrom(1, 5, 1000),
});

const PAYMENT_COLUMNS = [
  "member_id",
  "employer_id",
  "contribution_month",
  "contribution_to_month",
  "paid_on",
  "monthly_wage_idr",
  "sector",
];

/** The files of a ledger, its rows shuffled and split. */
function filesOf(
  { payments, members, claims, rules }: PlainLedger,
  { seed, files, hasMembers }: { seed: number; files: number; hasMembers: boolean },
): Record<string, string> {
  const shuffled = payments
    .map((payment, i) => ({ payment, at: Math.imul(i + 1, 2654435761) ^ seed }))
    .sort((a, b) => a.at - b.at).map(({ payment }) => payment);
  const who = new Map(members.map((member) => [member.id, member]));
  const rows = shuffled.map((each) => [
    ` ${each.member}`,
    each.employer,
    formatMonth(each.month),
    each.toMonth === each.month && seed % 2 === 0 ? "" : formatMonth(each.toMonth),
    `${formatMonth(each.paidOn)}-15`,
    each.wageIdr,
    each.sector,
    ...(hasMembers ? [] : [
      who.get(each.member)!.sex,
      formatMonth(who.get(each.member)!.birth),
    ]),
  ]);
  const header = [...PAYMENT_COLUMNS, ...(hasMembers ? [] : ["sex", "birth_month"])];
  const parts = Array.from(
    { length: files },
    (_, file) => rows.filter((__, row) => row % files === file),
  );
  return {
    "extract.toml": manifest(
      `[ledger]\ngap_months = ${rules.gapMonths}\nemployers = "${rules.employers}"\n` +
        `[tables]\nclaims = ["klaim.csv"]\n` +
        (hasMembers ? `members = ["peserta.csv"]\n` : ""),
    ),
    ...Object.fromEntries(
      parts.map((part, i) => [`iuran/${i}.csv`, csv([header, ...part])]),
    ),
    "klaim.csv": csv([
      ["member_id", "claim_month", "end_reason"],
      ...claims.map(({ member, month, reason }) => [member, formatMonth(month), reason]),
    ]),
    ...(hasMembers
      ? {
        "peserta.csv": csv([
          ["member_id", "sex", "birth_month"],
          ...members.map(({ id, sex, birth }) => [id, sex, formatMonth(birth)]),
        ]),
      }
      : {}),
  };
}

Deno.test("spellsOfLedger() makes the spells that the plainest way makes", async () => {
  await fc.assert(
    fc.asyncProperty(LEDGER, WRITTEN, async (ledger, written) => {
      const { parts, gatheredRows } = written;
      const folder = await folderOf(filesOf(ledger, written));
      const { spells } = await madeSpells(folder, { parts, gatheredRows });
      assertEquals(spells, plainSpells(ledger));
      const lastMonth = FIRST + 6;
      const cut = await madeSpells(folder, { parts, gatheredRows, lastMonth });
      assertEquals(cut.spells, plainSpells({ ...ledger, lastMonth }));
      await Deno.remove(folder, { recursive: true });
    }),
    { numRuns: 25 },
  );
});
