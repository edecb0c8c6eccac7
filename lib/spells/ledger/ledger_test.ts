import { END_REASONS, SEXES } from "@jkp/extract";
import { formatMonth, monthOf } from "@jkp/month";
import { DataError, type Problem } from "@jkp/problem";
import { assert, assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import fc from "fast-check";
import { dirname, join } from "node:path";
import { checkSpells } from "../check/check_spells.ts";
import type { Finding } from "../check/finding.ts";
import { readSpells } from "../check/read_spells.ts";
import { Tally } from "../check/tally.ts";
import type { PaidCell } from "../count/paid_wages.ts";
import { buildStatistics } from "../count/build_statistics.ts";
import { openRegister } from "../folder/open_register.ts";
import { polars } from "../source/polars.ts";
import type { LedgerFolder } from "./ledger_folder.ts";
import {
  type PlainLedger,
  plainPaid,
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
): Promise<
  { spells: string[]; paid: string[]; findings: Finding[]; unusableRows: number }
> {
  const ledger = await openRegister(folder) as LedgerFolder;
  const findings: Finding[] = [];
  using scratch = new Scratch();
  const { lastMonth = ledger.manifest.lastMonth, ...parting } = options;
  const made = await spellsOfLedger(
    ledger,
    scratch,
    new Tally((finding) => findings.push(finding)),
    {
      lastMonth,
      lastClaimMonth: ledger.manifest.extractMonth,
      findsLargestWages: true,
      ...parting,
    },
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
  const { paidCells, unusableRows } = made;
  return { spells: spells.sort(), paid: paidTexts(paidCells), findings, unusableRows };
}

/** Cells of payments, one text each: parts of members have the same cells. */
function paidTexts(cells: readonly PaidCell[]): string[] {
  const byCell = Map.groupBy(cells, ({ month, sex, age }) => `${month} ${sex} ${age}`);
  return [...byCell].map(([cell, all]) =>
    [
      cell,
      all.reduce((sum, { members }) => sum + members, 0),
      all.reduce((sum, { wagesIdr }) => sum + wagesIdr, 0n),
      ...all.flatMap(({ largest }) => largest).sort((a, b) => b - a).slice(0, 2),
    ].join(" ")
  ).sort();
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
  /** How often its row stands. */
  times: fc.constantFrom(1, 1, 1, 2, 3),
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
  repeats: fc.constantFrom("add", "once"),
}).map(({ payments, claims, sexes, gapMonths, employers, repeats }) => ({
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
    const rows = Array.from({ length: payment.times }, () => whole);
    return payment.isReversed ? [...rows, back] : rows;
  }),
  members: sexes.map((sex, i) => ({ id: `M${i}`, sex, birth: monthOf(1980, 1 + i) })),
  claims: claims.map(({ member, ...claim }) => ({ member: `M${member}`, ...claim })),
  rules: { gapMonths, employers, repeats },
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
        `repeats = "${rules.repeats}"\n` +
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

Deno.test("spellsOfLedger() makes the spells and wages that the plainest way makes", async () => {
  await fc.assert(
    fc.asyncProperty(LEDGER, WRITTEN, async (ledger, written) => {
      const { parts, gatheredRows } = written;
      const folder = await folderOf(filesOf(ledger, written));
      const { spells, paid } = await madeSpells(folder, { parts, gatheredRows });
      assertEquals(spells, plainSpells(ledger));
      assertEquals(paid, plainPaid(ledger));
      const lastMonth = FIRST + 6;
      const cut = await madeSpells(folder, { parts, gatheredRows, lastMonth });
      assertEquals(cut.spells, plainSpells({ ...ledger, lastMonth }));
      assertEquals(cut.paid, plainPaid({ ...ledger, lastMonth }));
      await Deno.remove(folder, { recursive: true });
    }),
    { numRuns: 25 },
  );
});

/** What the wages of the spells of a ledger are, as the case of reversals has them. */
const REVERSAL = `\
No KPJ,Jenis Kelamin,Tgl Lahir,Bulan Iuran,Upah,Tgl Bayar
A,L,1990-01-01,2018-01,4000000,2018-02-10
A,L,1990-01-01,2018-02,-4000000,2018-04-10
A,L,1990-01-01,2018-02,4000000,2018-03-10
A,L,1990-01-01,2018-02,4400000,2018-04-10
B,P,1991-01-01,2018-01,4000000,2018-02-10
B,P,1991-01-01,2018-01,2000000,2018-02-11
`;

const REVERSAL_MAPPING = `\
[format]
delimiter = ","
decimal_mark = "."
thousands_separator = ""
encoding = "utf-8"
empty_marks = []
[columns]
member_id = { column = "No KPJ" }
contribution_month = { column = "Bulan Iuran", form = "YYYY-MM" }
paid_on = { column = "Tgl Bayar", form = "YYYY-MM-DD" }
monthly_wage_idr = { column = "Upah", unit_idr = 1 }
sex = { column = "Jenis Kelamin", codes = { M = ["L"], F = ["P"] } }
birth_month = { column = "Tgl Lahir", form = "YYYY-MM-DD" }
`;

Deno.test("readSpells() takes a payment that is taken back for none, and adds employers", async () => {
  const folder = await folderOf({
    "extract.toml": manifest(""),
    "mapping.toml": REVERSAL_MAPPING,
    "iuran.csv": REVERSAL,
  });
  const { spells, findings } = await madeSpells(folder);
  assertEquals([spells, findings], [[
    "A M 1990-01 2018-01 2018-02   4400000",
    "B F 1991-01 2018-01 2018-01   6000000",
  ], []]);
  const cut = await madeSpells(folder, { lastMonth: FIRST });
  assertEquals(cut.spells[0], "A M 1990-01 2018-01 2018-01   4000000");
  const counted: number[][] = [];
  const { rows, spells: count, members, rowsLeftOut } = await readSpells(folder, [{
    add: ({ startMonth, lastMonth, monthlyWageIdr }) => {
      for (let i = 0; i < startMonth.length; i++) {
        counted.push([startMonth[i]!, lastMonth[i]!, monthlyWageIdr[i]!]);
      }
    },
  }]);
  assertEquals([rows, count, members, rowsLeftOut], [6, 2, 2, 0]);
  assertEquals(counted.sort((a, b) => a[2]! - b[2]!), [
    [FIRST, FIRST + 1, 4_400_000],
    [FIRST, FIRST, 6_000_000],
  ]);
});

const NO_CLAIMS =
  "Withdrawals: the register has no claim for layoff or resignation in these months. So " +
  "withdrawals.csv holds zeros, which do not mean that nobody was laid off.";

Deno.test("buildStatistics() counts a ledger as its payments are, and cuts it", async () => {
  const folder = await folderOf({
    "extract.toml": manifest(""),
    "mapping.toml": REVERSAL_MAPPING,
    "iuran.csv": REVERSAL,
  });
  const activeOf = async (lastMonth?: number) => {
    const { extract } = await buildStatistics(folder, { lastMonth });
    return extract.active.filter(({ members }) => members > 0)
      .map(({ month, sex, members, meanWageIdr }) => [
        month - FIRST,
        sex,
        members,
        meanWageIdr,
      ]);
  };
  // The wage of a month is that of its payments, where a spell has its last in all months.
  assertEquals(await activeOf(), [
    [0, "M", 1, 4_000_000],
    [0, "F", 1, 6_000_000],
    [1, "M", 1, 4_400_000],
  ]);
  const { remarks } = await buildStatistics(folder);
  assertEquals(remarks, [NO_CLAIMS]);
  // As an extract of January would have had it: the wage of January is known.
  assertEquals(await activeOf(FIRST), [[0, "M", 1, 4_000_000], [0, "F", 1, 6_000_000]]);
});

/** A ledger with members and claims in tables of their own. */
const JOINED = {
  "extract.toml": manifest(
    '[tables]\nmembers = ["peserta.csv"]\nclaims = ["klaim.csv"]\n',
  ),
  "peserta.csv": "member_id,sex,birth_month\nA1,F,1990-05\nB2,M,1985-11\nC3,M,1999-01\n",
  "klaim.csv": `\
member_id,claim_month,end_reason
A1,2018-02,partial
B2,2018-05,layoff
C3,2018-03,resignation
`,
  "iuran.csv": `\
member_id,contribution_month,paid_on,monthly_wage_idr
A1,2018-01,2018-02-10,4000000
A1,2018-02,2018-03-10,4000000
B2,2018-01,2018-02-10,3000000
B2,2018-03,2018-04-10,3100000
C3,2018-02,2018-03-10,2000000
C3,2018-03,2018-08-10,2000000
C3,2018-04,2018-05-10,2000000
`,
};

/** What is found of the one claim of these tables that contributions follow. */
const OPEN_CLAIM = [[
  "claims_close",
  "1 of 3 claims",
  "Of these 1 with contributions after it.",
]];

function wordsOf({ rule, value, meaning }: Finding) {
  return [rule, value, meaning?.slice(0, meaning.indexOf(".") + 1)];
}

Deno.test("readSpells() closes a spell by a claim unless contributions go on", async () => {
  const { spells, findings } = await madeSpells(await folderOf(JOINED));
  assertEquals(findings.map(wordsOf), OPEN_CLAIM);
  assertEquals(spells, [
    "A1 F 1990-05 2018-01 2018-02   4000000", // a partial claim
    "B2 M 1985-11 2018-01 2018-01   3000000",
    "B2 M 1985-11 2018-03 2018-03 layoff 2018-05 3100000",
    "C3 M 1999-01 2018-02 2018-04   2000000", // goes on after the claim
  ]);
});

Deno.test("a ledger reads alike from CSV, packed CSV, Parquet and folders of a key", async () => {
  const expected = (await madeSpells(await folderOf(JOINED))).spells;
  const [header, ...rows] = JOINED["iuran.csv"].trim().split("\n");
  const cells = rows.map((row) => row.split(","));
  const { "iuran.csv": text, ...others } = JOINED;
  const packed = new Uint8Array(
    await new Response(
      new Blob([text]).stream().pipeThrough(new CompressionStream("gzip")),
    ).arrayBuffer(),
  );
  const column = (at: number) => cells.map((row) => row[at]!);
  const frame = (isOfDates: boolean) =>
    polars.DataFrame([
      polars.Series("member_id", column(0)),
      isOfDates
        ? polars.Series(
          "contribution_month",
          column(1).map((month) => new Date(`${month}-01`)),
          polars.Date,
        )
        : polars.Series("contribution_month", column(1)),
      polars.Series(
        "paid_on",
        column(2).map((day, i) => i === 3 ? null : new Date(day)),
        polars.Date,
      ),
      polars.Series("monthly_wage_idr", column(3).map(Number), polars.Int64),
    ]);
  const parquet = (isOfDates: boolean) =>
    new Uint8Array(frame(isOfDates).writeParquet() as unknown as Uint8Array);
  const mapping = (form: string) =>
    `\
[format]
delimiter = ","
decimal_mark = "."
thousands_separator = ""
encoding = "utf-8"
empty_marks = []
[columns]
member_id = { column = "member_id" }
contribution_month = { column = "contribution_month", form = "${form}" }
monthly_wage_idr = { column = "monthly_wage_idr", unit_idr = 1 }
[members.columns]
member_id = { column = "member_id" }
sex = { column = "sex", codes = { M = ["M"], F = ["F"] } }
birth_month = { column = "birth_month", form = "YYYY-MM" }
[claims.columns]
member_id = { column = "member_id" }
claim_month = { column = "claim_month", form = "YYYY-MM" }
end_reason = { column = "end_reason", codes = { layoff = ["layoff"], resignation = ["resignation"], partial = ["partial"] } }
`;
  const months = [...new Set(column(1))];
  const byMonth = Object.fromEntries(months.map((month) => [
    `iuran/contribution_month=${month}/part-0.csv`,
    csv([
      ["member_id", "monthly_wage_idr"],
      ...cells.filter((row) => row[1] === month).map((row) => [row[0], row[3]]),
    ]),
  ]));
  const forms: Record<string, Record<string, string | Uint8Array>> = {
    packed: { ...others, "iuran.csv.gz": packed },
    "texts of Parquet": {
      ...others,
      "mapping.toml": mapping("YYYY-MM"),
      "iuran.parquet": parquet(false),
    },
    "dates of Parquet": {
      ...others,
      "mapping.toml": mapping("YYYY-MM-DD"),
      "iuran/2018/a.parquet": parquet(true),
    },
    "keys of folders": { ...others, ...byMonth },
    "two files by a pattern": {
      ...others,
      "extract.toml": others["extract.toml"].replace(
        "[tables]",
        'files = ["**/bag*.csv"]\n[tables]',
      ),
      "x/bagian1.csv": [header, ...rows.slice(3)].join("\n"),
      "bagian2.csv": [header, ...rows.slice(0, 3)].join("\n"),
      "other.csv": "not,a,ledger\n",
    },
  };
  for (const [name, files] of Object.entries(forms)) {
    const { spells, findings } = await madeSpells(await folderOf(files));
    const unread = findings.filter(({ column, rule }) =>
      column !== "paid_on" && rule !== "claims_close"
    );
    assertEquals([name, spells, unread], [name, expected, []]);
  }
});

/** Findings of a check, worded shortly. */
async function found(files: Readonly<Record<string, string>>): Promise<string[]> {
  const folder = await folderOf(files);
  const findings: Finding[] = [];
  await checkSpells(folder, (finding) => findings.push(finding));
  return findings.filter(({ severity, rule }) =>
    severity === "error" || rule.startsWith("payments") || rule.startsWith("members_p")
  ).map(({ rule, file, row, key, column, value }) =>
    [rule, file.replace(`${folder}/`, ""), row, key, column, value]
      .filter((part) => part !== undefined).join("; ").replace(folder, "")
  );
}

Deno.test("checkSpells() finds what is wrong with a ledger by row, or by member and month", async () => {
  const wrong = (rows: string) => ({
    ...JOINED,
    "iuran.csv": JOINED["iuran.csv"] + rows,
  });
  const cases: [rows: string, expected: string[]][] = [
    ["A1,2018-13,2018-03-10,4000000\n", [
      "values_readable; iuran.csv; 9; A1; contribution_month; 2018-13",
    ]],
    ["A1,2018-03,,4000000\nA1,2018-03,2018-04-10,much\n,2018-03,2018-04-10,1\n,,,\n", [
      "values_present; iuran.csv; 11; ; member_id; ",
      "values_present; iuran.csv; 9; A1; paid_on; ",
      "values_readable; iuran.csv; 10; A1; monthly_wage_idr; much",
    ]],
    ["A1,2019-07,2018-03-10,4000000\nA1,1977-11,2018-03-10,1\n", [
      "payment_months; iuran.csv; 10; A1; contribution_month; 1977-11",
      "payment_months; iuran.csv; 9; A1; contribution_month; 2019-07",
    ]],
    ["A1,2018-03,2019-07-01,4000000\n", [
      "payment_months; iuran.csv; 9; A1; paid_on; 2019-07-01",
    ]],
    ["A1,2018-03,2018-04-01,90000000000\n", [
      "wage_possible; iuran.csv; 9; A1; monthly_wage_idr; 90000000000",
    ]],
    ["A1,2018-01,2018-09-10,-4500000\n", [
      "net_not_negative; iuran.csv; A1 2018-01; -500,000 rupiah",
    ]],
    ["A1,2018-06,2018-09-10,-1\n", [
      "net_not_negative; iuran.csv; A1 2018-06; -1 rupiah",
    ]],
    ["A1,2018-02,2018-03-10,4000000\n", [
      "payments_once; iuran.csv; A1 2018-02; 4,000,000 rupiah, 2 times",
    ]],
    ["Z9,2018-02,2018-03-10,4000000\nZ9,2018-03,2018-04-10,4000000\n", [
      "members_known; iuran.csv; Z9; Z9 in 2 rows",
    ]],
  ];
  for (const [rows, expected] of cases) {
    assertEquals([rows, (await found(wrong(rows))).sort()], [rows, expected.sort()]);
  }
});

Deno.test("checkSpells() finds members who contradict themselves, or have no payment", async () => {
  const withMembers = (rows: string) => ({
    ...JOINED,
    "peserta.csv": JOINED["peserta.csv"] + rows,
  });
  assertEquals(await found(withMembers("A1,F,1990-05\n")), []); // twice the same
  assertEquals(await found(withMembers("A1,M,1990-05\n")), [
    "members_once; peserta.csv; A1; several",
  ]);
  const apart = {
    ...withMembers("A1,M,1990-05\n"),
    "peserta_2.csv": "member_id,sex,birth_month\nB2,F,1985-11\n",
    "extract.toml": JOINED["extract.toml"].replace(
      '["peserta',
      '["peserta_2.csv", "peserta',
    ),
  };
  assertEquals(await found(apart), [
    "members_once; peserta_2.csv, peserta.csv; A1; several",
    "members_once; peserta_2.csv, peserta.csv; B2; several",
  ]);
  const refused = await assertRejects(async () => buildStatistics(await folderOf(apart)));
  assertStringIncludes(String(refused), "for each member, got several (2 times)");
  assertEquals(await found(withMembers("D4,M,1990-05\n")), [
    "members_paying; peserta.csv; none for 1 member of 4, such as D4",
  ]);
  const zeros = JOINED["peserta.csv"].replaceAll(/^(\w\d)/gm, "0$1");
  assertEquals(await found({ ...JOINED, "peserta.csv": zeros }), [
    "members_known; iuran.csv; 3 members in 7 rows of 7, such as A1",
    "members_known; klaim.csv; 3 members in 3 rows of 3, such as A1",
    "members_paying; peserta.csv; none for 3 members of 3, such as 0A1",
  ]);
  const death = JOINED["klaim.csv"].replace("resignation", "death");
  assertEquals(await found({ ...JOINED, "klaim.csv": death }), [
    "nothing_after_death; iuran.csv; C3 2018-03; contributions after the claim",
  ]);
});

Deno.test("openRegister() names every problem of tables and their mapping", async () => {
  const problemsOf = async (files: Record<string, string>) => {
    const folder = await folderOf(files);
    const error = await assertRejects(() => openRegister(folder), DataError);
    return error.problems.map(({ place, received }: Problem) => `${place}: ${received}`);
  };
  const { "peserta.csv": _, "klaim.csv": __, ...alone } = JOINED;
  assertEquals(await problemsOf({ ...alone, "extract.toml": manifest("") }), [
    "header: member_id, contribution_month, paid_on, monthly_wage_idr",
    "header: member_id, contribution_month, paid_on, monthly_wage_idr",
  ]);
  const tables = 'members = ["p*.txt"]\nclaims = ["../klaim.csv"]\n';
  assertEquals(
    await problemsOf({ ...JOINED, "extract.toml": manifest(`[tables]\n${tables}`) }),
    ["tables.claims: ../klaim.csv"],
  );
  const twice = 'files = ["*.csv"]\n[tables]\nmembers = ["p*.csv", "q*.csv"]\n';
  assertEquals(await problemsOf({ ...JOINED, "extract.toml": manifest(twice) }), [
    "tables.members: q*.csv",
    "tables.members: peserta.csv",
  ]);
  assertEquals(await problemsOf({ ...JOINED, "mapping.toml": REVERSAL_MAPPING }), [
    "columns.sex: a column",
    "columns.birth_month: a column",
    "header: member_id, contribution_month, paid_on, monthly_wage_idr",
    "header: member_id, contribution_month, paid_on, monthly_wage_idr",
    "header: member_id, contribution_month, paid_on, monthly_wage_idr",
    "header: member_id, contribution_month, paid_on, monthly_wage_idr",
  ]);
});

Deno.test("readSpells() joins spells with members and claims of tables of their own", async () => {
  const folder = await folderOf({
    "extract.toml": JOINED["extract.toml"].replace('"ledger"', '"spells"'),
    "peserta.csv": JOINED["peserta.csv"],
    "klaim.csv": JOINED["klaim.csv"],
    "masa.csv": `\
member_id,start_month,last_month,monthly_wage_idr
B2,2018-03,2018-03,3100000
A1,2018-01,2018-02,4000000
C3,2018-02,2018-04,2000000
B2,2018-01,2018-01,3000000
`,
  });
  const { spells, findings } = await madeSpells(folder);
  assertEquals(findings.map(wordsOf), OPEN_CLAIM);
  assertEquals(spells, (await madeSpells(await folderOf(JOINED))).spells);
  // Spells that run on are cut, and no error: as payments after the month are not there.
  const cut = { lastMonth: monthOf(2018, 3) };
  const { extract } = await buildStatistics(folder, cut);
  const ofLedger = await buildStatistics(await folderOf(JOINED), cut);
  assertEquals(extract.active, ofLedger.extract.active);
});

Deno.test("readSpells() leaves no scratch behind, also when it fails", async () => {
  const scratchFolders: string[] = [];
  const scratchPlanned = (folder: string) => {
    assert(Deno.statSync(folder).isDirectory);
    scratchFolders.push(folder);
  };
  await readSpells(await folderOf(JOINED), [], { scratchPlanned });
  const failing = {
    add: () => {
      throw new Error("no room");
    },
  };
  await assertRejects(async () =>
    await readSpells(await folderOf(JOINED), [failing], { scratchPlanned })
  );
  assertEquals(scratchFolders.length, 2);
  for (const folder of scratchFolders) {
    await assertRejects(() => Deno.stat(folder), Deno.errors.NotFound);
  }
});

Deno.test("checkSpells() finds files and payments that were delivered twice", async () => {
  const months = Array.from({ length: 6 }, (_, at) => formatMonth(FIRST + at));
  const payments = (wage: number) =>
    months.map((month) => ["A1", month, `${month}-28`, wage].join(",") + "\n").join("");
  const header = "member_id,contribution_month,paid_on,monthly_wage_idr\n";
  const register = (files: Readonly<Record<string, string>>, ledger = "") => ({
    "extract.toml": manifest(
      `files = ["iuran/*.csv"]\n${ledger}[tables]\nmembers = ["peserta.csv"]\n`,
    ),
    "peserta.csv": "member_id,sex,birth_month\nA1,F,1990-05\n",
    ...files,
  });
  const meanWage = async (files: Record<string, string>, leavesOutErrors = false) => {
    const folder = await folderOf(files);
    const { extract, quality } = await buildStatistics(folder, { leavesOutErrors });
    const [first] = extract.active.filter(({ members }) => members > 0);
    return [first!.meanWageIdr, ...quality.remarks];
  };
  const copied = register({
    "iuran/a.csv": header + payments(4_000_000),
    "iuran/b.csv": header + payments(4_000_000),
    "iuran/c.csv": header,
    "iuran/d.csv": header, // without a row a copy doubles nothing
  });
  assertEquals(await found(copied), [
    "files_once; iuran/b.csv; the same content as iuran/a.csv",
  ]);
  await assertRejects(
    () => meanWage(copied),
    DataError,
    "b.csv: expected each file of a table once, got the same content as iuran/a.csv",
  );
  assertEquals(await meanWage(copied, true), [
    4_000_000,
    "iuran/b.csv holds the same as iuran/a.csv, and was counted once.",
  ]);
  const again = {
    "iuran/a.csv": header + payments(4_000_000),
    "iuran/b.csv": header + payments(4_000_000) + payments(500_000),
  };
  const stand = "6 payments of 18 stand again, with 24,000,000 rupiah of wages";
  assertEquals((await found(register(again))).slice(-1), [
    `payments_repeated; iuran/a.csv, iuran/b.csv; ${stand}`,
  ]);
  await assertRejects(() => meanWage(register(again)), DataError, stand);
  assertEquals(await meanWage(register(again), true), [
    4_500_000,
    `${stand}: each counted once.`,
  ]);
  const once = register(again, '[ledger]\nrepeats = "once"\n');
  assertEquals([await found(once), await meanWage(once)], [[], [
    4_500_000,
    `${stand}: each counted once.`,
  ]]);
  const add = register(again, '[ledger]\nrepeats = "add"\n');
  assertEquals([await found(add), await meanWage(add)], [[], [
    8_500_000,
    `${stand}: added.`,
  ]]);
});

Deno.test("checkSpells() names the rules alone that are for the form and the tables", async () => {
  const named = async (files: Record<string, string>) =>
    (await checkSpells(await folderOf(files), () => {})).outcomes.map(({ rule }) => rule);
  const ofLedger = [
    "payment_months",
    "payments_repeated",
    "claims_close",
    "members_known",
  ];
  const joined = await named(JOINED);
  assertEquals(ofLedger.filter((rule) => !joined.some((each) => each === rule)), []);
  assertEquals(joined.includes("form_fits"), false);
  const spells = await named({
    "extract.toml": manifest("").replace('"ledger"', '"spells"'),
    "spells.csv":
      "member_id,sex,birth_month,start_month,last_month,end_reason,claim_month,monthly_wage_idr\n" +
      "A1,F,1990-05,2018-01,2018-02,,,4000000\n",
  });
  assertEquals(ofLedger.filter((rule) => spells.some((each) => each === rule)), []);
  assert(spells.includes("form_fits"));
});

Deno.test("checkSpells() names rows of sums in every table, and counts them nowhere", async () => {
  const sums = {
    ...JOINED,
    "peserta.csv": `${JOINED["peserta.csv"]}Total,,\n${
      JOINED["peserta.csv"].split("\n")[0]
    }\n`,
    "iuran.csv": `${JOINED["iuran.csv"]}Sub Total E1,,,25100000\n,,,25100000\n`,
  };
  const foundIn = async (files: Record<string, string>) => {
    const folder = await folderOf(files);
    const all: Finding[] = [];
    const { isUsable } = await checkSpells(folder, (finding) => all.push(finding));
    const ofRules = all.filter(({ rule }) =>
      rule === "closing_rows" || rule === "values_present"
    );
    return [
      isUsable,
      ...ofRules.map(({ file, row, column, value }) =>
        [file.replace(`${folder}/`, ""), row, column, value].join("; ")
      ),
    ];
  };
  assertEquals(await foundIn(sums), [
    true,
    "iuran.csv; 9; member_id; Sub Total E1, 25100000",
    "iuran.csv; 10; member_id; 25100000",
    "peserta.csv; 5; member_id; Total",
    "peserta.csv; 6; member_id; member_id, sex, birth_month",
  ]);
  const [with_, without] = await Promise.all(
    [sums, JOINED].map(async (files) => {
      const { extract, rowsLeftOut } = await buildStatistics(await folderOf(files));
      const { active, withdrawals, manifest: { method } } = extract;
      return [active, withdrawals, rowsLeftOut, method];
    }),
  );
  assertEquals(with_, without);
  const many = { ...JOINED, "iuran.csv": JOINED["iuran.csv"] + ",,,1000000\n".repeat(6) };
  const [isUsable, ...rows] = await foundIn(many);
  assertEquals([isUsable, rows.length], [false, 7]);
  assertEquals(rows.at(-1)!.toString().split("; ").at(-1), "none in 6 rows of 13");
});

Deno.test("buildStatistics() says which claims are not among withdrawals", async () => {
  const remarksOf = async (files: Record<string, string>) =>
    (await buildStatistics(await folderOf(files))).remarks
      .filter((remark) => remark.startsWith("Withdrawals"));
  assertEquals(await remarksOf(JOINED), []);
  const claims = (reasons: readonly string[]) => ({
    ...JOINED,
    "klaim.csv": `member_id,claim_month,end_reason\n${
      ["A1,2018-05", "B2,2018-05", "C3,2018-05"].map((row, i) => `${row},${reasons[i]}\n`)
        .join("")
    }`,
  });
  assertEquals(await remarksOf(claims(["retirement", "layoff", "left_country"])), [
    "Withdrawals: withdrawals.csv holds claims for layoff and resignation alone; 2 claims " +
    "for other reasons are not in it (1 retirement, 1 left country).",
  ]);
  assertEquals(await remarksOf(claims(["retirement", "other", "retirement"])), [
    "Withdrawals: the register has no claim for layoff or resignation in these months, but " +
    "for other reasons (2 retirement, 1 other). So withdrawals.csv holds zeros, which do " +
    "not mean that nobody was laid off.",
  ]);
});
