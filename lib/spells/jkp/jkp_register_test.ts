import { JKP_OUTCOMES } from "@jkp/extract";
import { formatMonth } from "@jkp/month";
import { DataError } from "@jkp/problem";
import { assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import fc from "fast-check";
import { checkSpells } from "../check/check_spells.ts";
import { exampleFolder, exampleJkpFolder } from "../example_folder.ts";
import { readJkpRegister } from "./read_jkp_register.ts";

const HEADER = "member_id,claim_month,benefit_month,paid_on,amount_idr,outcome";
const STANDARD = (rows: readonly string[]) => [HEADER, ...rows, ""].join("\n");

/** A register with other payments than the example's. */
const folderOf = (...rows: string[]) => exampleJkpFolder({ "jkp.csv": STANDARD(rows) });

/** What is wrong with a register, a line each. */
async function problemsOf(folder: string): Promise<string[]> {
  const error: Error = await assertRejects(() => readJkpRegister(folder), DataError);
  return error.message.split("\n").map((line) => line.replace(`${folder}/`, ""));
}

Deno.test("readJkpRegister() nets payments by claim and month that they are for", async () => {
  const { claims, benefits, rows } = await readJkpRegister(
    await folderOf(
      "A,2024-01,2024-02,2024-02-10,2000000,work",
      "A,2024-01,2024-02,2024-03-10,-2000000,work", // sent back by the bank
      "A,2024-01,2024-02,2024-05-10,2000000,work", // and paid at last
      "A,2024-01,2024-03,2024-03-10,1500000,work",
      "A,2024-01,2024-03,2024-04-10,250000,work", // the rest of it
      "A,2024-01,2024-04,2024-04-10,1750000,work",
      "A,2024-01,2024-04,2024-04-20,-1750000,work", // never due
    ),
  );
  assertEquals(rows, 7);
  assertEquals([...claims.monthsPaid], [2]);
  assertEquals([...benefits!.amountIdr], [2_000_000, 1_750_000]);
  assertEquals([...benefits!.paidOn].map(formatMonth), ["2024-05", "2024-03"]);
});

Deno.test("readJkpRegister() tells the claims of a member apart, by month or by number", async () => {
  const byMonth = await readJkpRegister(
    await folderOf(
      "A,2024-01,2024-02,2024-02-10,2000000,work",
      "A,2024-07,2024-07,2024-07-10,2000000,",
    ),
  );
  assertEquals([...byMonth.claims.member], [0, 0]);
  assertEquals(byMonth.members, 1);
  const outcomes = [...byMonth.claims.outcome].map((code) => JKP_OUTCOMES[code]);
  assertEquals(outcomes, ["work", "running"]);
  const byNumber = await readJkpRegister(
    await exampleJkpFolder({
      "jkp.csv": "member_id,claim_id,benefit_month,amount_idr,outcome\n" +
        "A,K1,2024-03,2000000,other\nA,K1,2024-04,2000000,other\nA,K2,2024-08,2000000,\n",
    }),
  );
  assertEquals([...byNumber.claims.claimMonth].map(formatMonth), ["2024-03", "2024-08"]);
  assertEquals([byNumber.hasClaimMonths, byNumber.hasPaymentDates], [false, false]);
});

Deno.test("readJkpRegister() reads one row a claim, those never paid among them", async () => {
  const { claims, benefits } = await readJkpRegister(
    await exampleJkpFolder({
      "jkp.csv": "member_id,claim_month,first_benefit_month,months_paid,amount_idr," +
        "outcome,outcome_month\n" +
        "A,2024-01,2024-02,3,6000000,work,2024-05\nB,2024-02,,0,0,other,2024-03\n",
    }),
  );
  assertEquals(benefits, undefined);
  assertEquals([...claims.monthsPaid], [3, 0]);
  assertEquals(formatMonth(claims.lastBenefitMonth[0]!), "2024-04");
});

Deno.test("readJkpRegister() reads an agency's own columns, codes and units", async () => {
  const folder = await exampleJkpFolder({
    "mapping.toml": `
[format]
delimiter = ";"
decimal_mark = ","
thousands_separator = "."
encoding = "utf-8"
empty_marks = ["-"]

[jkp.columns]
member_id = { column = "KPJ" }
claim_id = { column = "No Klaim" }
benefit_month = { column = "Bulan", form = "MM/YYYY" }
amount_idr = { column = "Nominal (ribu)", unit_idr = 1000 }
paid_on = { column = "Tgl Bayar", form = "DD/MM/YYYY" }

[jkp.columns.outcome]
column = "Status"
codes = { exhausted = ["SELESAI"], work = ["BEKERJA"], other = ["GUGUR"], running = ["AKTIF"] }
`,
    "jkp.csv": "KPJ;No Klaim;Bulan;Nominal (ribu);Tgl Bayar;Status\n" +
      "0012;K-1;2/2024;2.250;5/2/2024;bekerja\n0012;K-1;03/2024;2.250;-;Bekerja\n",
  });
  const { claims, benefits } = await readJkpRegister(folder);
  assertEquals([...claims.amountIdr], [4_500_000]);
  assertEquals([...benefits!.paidOn].map((month) => month && formatMonth(month)), [
    "2024-02",
    0,
  ]);
});

Deno.test("readJkpRegister() names every wrong cell by file, row and column", async () => {
  const folder = await folderOf(
    ",2024-01,2024-02,2024-02-10,2000000,work",
    "B,2024-13,2024-02,2024-02-10,2000000,work",
    "C,2024-01,,2024-02-10,2000000,work",
    "D,2024-01,2024-02,2025-02-10,2000000,work",
    "E,2024-01,2024-02,2024-02-10,2000000000,work",
    "F,2024-01,2024-02,2024-02-10,0,work",
    "G,2024-01,2024-02,2024-02-10,2000000,jobless",
    "H,2024-01,2024-02,2024-02-10,x,work",
  );
  assertEquals(await problemsOf(folder), [
    "jkp.csv: row 2, column member_id: expected the number of a member, got nothing",
    "jkp.csv: row 3, column claim_month: expected a month as YYYY-MM, got 2024-13",
    "jkp.csv: row 4, column benefit_month: expected a month as YYYY-MM, got nothing",
    "jkp.csv: row 5, column paid_on: expected a month up to 2025-01, when the register " +
    "was drawn, got 2025-02-10",
    "jkp.csv: row 6, column amount_idr: expected at most 100,000,000 rupiah, " +
    "got 2000000000",
    "jkp.csv: row 7, column amount_idr: expected an amount other than 0, got 0",
    "jkp.csv: row 8, column outcome: expected one of exhausted, work, other, running, " +
    "got jobless",
    "jkp.csv: row 9, column amount_idr: expected a number, got x",
  ]);
});

Deno.test("readJkpRegister() refuses rows of one claim that contradict each other", async () => {
  const folder = await folderOf(
    "A,2024-01,2024-02,2024-02-10,2000000,work",
    "A,2024-01,2024-03,2024-03-10,2000000,exhausted",
    "B,2024-01,2024-02,2024-02-10,2000000,work",
    "B,2024-01,2024-02,2024-02-11,-2500000,work",
  );
  assertEquals(await problemsOf(folder), [
    "jkp.csv: row 3, column outcome: expected work, as in row 2 of the same claim, " +
    "got exhausted",
    "jkp.csv: row 4, column amount_idr: expected payments for 2024-02 that come to 0 or " +
    "more together, got -500000 rupiah",
  ]);
  const claims = await exampleJkpFolder({
    "jkp.csv": "member_id,claim_id,first_benefit_month,months_paid,amount_idr,outcome\n" +
      "A,K1,2024-03,2,4000000,other\nB,K1,2024-04,0,4000000,other\n" +
      "C,K3,2024-12,6,4000000,running\nD,K4,2024-01,1.5,4000000,work\n",
  });
  assertEquals(await problemsOf(claims), [
    "jkp.csv: row 3, column amount_idr: expected 0 where no month was paid for, " +
    "got 4000000",
    "jkp.csv: row 4, column months_paid: expected months up to 2025-01 from 2024-12 on, " +
    "got 6",
    "jkp.csv: row 5, column months_paid: expected whole months from 0 to 600, got 1.5",
  ]);
});

Deno.test("readJkpRegister() counts what is doubtful as it stands, and says so", async () => {
  const { warnings, claims } = await readJkpRegister(
    await folderOf(
      "A,2024-03,2024-02,2024-02-10,2000,running",
      "B,2024-03,2024-03,2024-04-10,2000000,work",
      "B,2024-04,2024-03,2024-05-10,2000000,work",
    ),
  );
  assertEquals(claims.member.length, 3);
  assertEquals(warnings.map(({ meaning, found }) => [meaning.split(":")[0], found]), [
    ["benefits for a month before that of the claim", 2],
    ["payments before the month of the claim", 1],
    ["benefits under 100,000 rupiah a month", 1],
    [
      "running claims without a benefit in the 3 months before the register was drawn",
      1,
    ],
    ["months paid to a member in two claims", 1],
  ]);
  const { file, row } = warnings[0]!;
  assertStringIncludes(file, "jkp.csv");
  assertEquals(row, 2);
});

Deno.test("readJkpRegister() says of payments that stand twice, unless one is taken back", async () => {
  const once = "B,2024-03,2024-03,2024-04-10,2000000,work";
  const back = "B,2024-03,2024-03,2024-04-12,-2000000,work";
  const twice = await readJkpRegister(await folderOf(once, once));
  assertEquals([...twice.claims.amountIdr], [4_000_000]);
  assertEquals(twice.warnings.map(({ meaning, found }) => [meaning, found]), [
    [
      "payments of a claim for one month, of one amount and month of payment: they are added",
      1,
    ],
  ]);
  const mended = await readJkpRegister(await folderOf(once, back, once));
  assertEquals(mended.warnings, []);
  const still = await readJkpRegister(await folderOf(once, back, once, once));
  assertEquals([...still.claims.amountIdr], [4_000_000]);
  assertEquals(still.warnings.map(({ found }) => found), [1]);
});

Deno.test("readJkpRegister() refuses a file that was delivered twice, and passes over sums", async () => {
  const row = "B,2024-03,2024-03,2024-04-10,2000000,work";
  const manifest = await Deno.readTextFile(`${await exampleJkpFolder()}/extract.toml`);
  const copied = await exampleJkpFolder({
    "extract.toml": manifest.replace('["jkp.csv"]', '["jkp*.csv"]'),
    "jkp.csv": STANDARD([row]),
    "jkp_2.csv": STANDARD([row]),
  });
  assertEquals(await problemsOf(copied), [
    "jkp_2.csv: expected each file of the register once, got the same content as jkp.csv",
  ]);
  const summed = await readJkpRegister(
    await folderOf(row, "JUMLAH,,,,2000000,", STANDARD([]).split("\n")[0]!),
  );
  assertEquals([...summed.claims.amountIdr], [2_000_000]);
  assertEquals(summed.warnings.map(({ meaning, row }) => [meaning, row]), [
    ["row of sums, which is counted nowhere", 3],
    ["row that is the header again, which is counted nowhere", 4],
  ]);
});

Deno.test("readJkpRegister() refuses what is no register before it reads rows", async () => {
  const unsaid = await exampleJkpFolder({ "mapping.toml": "[format]\n" });
  assertStringIncludes((await problemsOf(unsaid)).join("\n"), "mapping.toml: ");
  const lacking = await exampleJkpFolder({
    "jkp.csv": "member_id,claim_mont,benefit_month,amount_idr,outcome\n",
  });
  const [problem] = await problemsOf(lacking);
  assertStringIncludes(problem!, 'header: expected a column "claim_month"');
  const empty = await exampleJkpFolder({ "jkp.csv": `${HEADER}\n` });
  assertStringIncludes(
    (await problemsOf(empty))[0]!,
    "expected at least one claim of JKP, got none",
  );
  const other = await exampleJkpFolder({
    "mapping.toml": "[jkp.columns.member_id]\ncolumn = 'a'\n",
  });
  const all = (await problemsOf(other)).join("\n");
  for (const place of ["format", "jkp.columns.amount_idr", "jkp.columns.outcome"]) {
    assertStringIncludes(all, `mapping.toml: ${place}`);
  }
});

Deno.test("readJkpRegister() gives the same whatever the order of the rows", async () => {
  const payment = fc.record({
    member: fc.constantFrom("A", "B", "C"),
    month: fc.integer({ min: 1, max: 9 }),
    amount: fc.constantFrom(1_000_000, 2_000_000),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(payment, { minLength: 1, maxLength: 12 })
        .chain((rows) =>
          fc.tuple(
            fc.constant(rows),
            fc.shuffledSubarray(rows, { minLength: rows.length }),
          )
        ),
      async ([rows, shuffled]) => {
        const read = async (of: typeof rows) => {
          const { claims, benefits } = await readJkpRegister(
            await folderOf(
              ...of.map(({ member, month, amount }) =>
                `${member},2024-01,2024-0${month},2024-1${month % 3}-01,${amount},`
              ),
            ),
          );
          return [
            [...claims.amountIdr].sort(),
            [...claims.monthsPaid].sort(),
            [...benefits!.amountIdr].sort(),
          ];
        };
        assertEquals(await read(rows), await read(shuffled));
      },
    ),
    { numRuns: 10 },
  );
});

Deno.test("checkSpells() checks the register of JKP claims where an extract has one", async () => {
  const jkp = '\n[tables]\njkp = ["jkp.csv"]\n';
  const check = async (rows: string[]) => {
    const folder = await exampleFolder({ "jkp.csv": STANDARD(rows) });
    await Deno.writeTextFile(`${folder}/extract.toml`, jkp, { append: true });
    const found: string[] = [];
    const { outcomes } = await checkSpells(folder, ({ rule, row, column, value }) => {
      if (rule.startsWith("jkp")) found.push([rule, row, column, value].join(" "));
    });
    const states = outcomes.filter(({ rule }) => rule.startsWith("jkp"))
      .map(({ state }) => state);
    return { found, states };
  };
  assertEquals(await check(["A,2018-01,2018-02,2018-02-10,2000000,work"]), {
    found: [],
    states: ["passed", "passed"],
  });
  assertEquals(await check(["A,2018-01,2018-02,2018-02-10,x,work"]), {
    found: ["jkp_register 2 amount_idr x"],
    states: ["failed"],
  });
  assertEquals(await check(["A,2018-03,2018-02,2018-04-10,2000000,work"]), {
    found: ["jkp_plausible 2  1, this the first"],
    states: ["passed", "warned"],
  });
  const { outcomes } = await checkSpells(await exampleFolder(), () => {});
  assertEquals(outcomes.filter(({ rule }) => rule.startsWith("jkp")), []);
});

Deno.test("readJkpRegister() takes all files that a pattern of the manifest fits", async () => {
  const folder = await folderOf("A,2024-01,2024-02,2024-02-10,2000000,work");
  const manifest = await Deno.readTextFile(`${folder}/extract.toml`);
  await Deno.mkdir(`${folder}/klaim`);
  await Deno.rename(`${folder}/jkp.csv`, `${folder}/klaim/2024.csv`);
  await Deno.writeTextFile(
    `${folder}/klaim/2025.csv`,
    STANDARD(["A,2024-01,2024-03,2024-03-10,2000000,work"]),
  );
  const withFiles = (files: string) =>
    Deno.writeTextFile(
      `${folder}/extract.toml`,
      manifest.replace('["jkp.csv"]', files),
    );
  await withFiles('["klaim/*.csv"]');
  assertEquals([...(await readJkpRegister(folder)).claims.monthsPaid], [2]);
  await withFiles('["klaim/*.parquet"]');
  assertEquals(await problemsOf(folder), [
    "extract.toml: tables.jkp: expected at least one file that fits the pattern, " +
    "got klaim/*.parquet",
  ]);
});
