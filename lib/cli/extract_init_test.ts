import { readStatisticsExtract } from "@jkp/extract/read";
import { DataError, UsageError } from "@jkp/problem";
import { monthOf } from "@jkp/month";
import { checkSpells, readJkpRegister } from "@jkp/spells/read";
import {
  assert,
  assertEquals,
  assertNotMatch,
  assertRejects,
  assertStringIncludes,
} from "@std/assert";
import { basename, dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { extractCommand } from "./extract.ts";

/** Runs the command and gives what it prints. */
async function run(...args: string[]): Promise<string> {
  const lines: string[] = [];
  await extractCommand(args, (line) => lines.push(line), undefined, 400);
  return lines.join("\n");
}

async function folderOf(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await Deno.makeTempDir();
  for (const [name, text] of Object.entries(files)) {
    const path = `${folder}/${name}`;
    await Deno.mkdir(dirname(path), { recursive: true });
    await Deno.writeTextFile(path, text);
  }
  return folder;
}

async function edit(path: string, from: string, to: string): Promise<void> {
  const text = await Deno.readTextFile(path);
  assertStringIncludes(text, from);
  await Deno.writeTextFile(path, text.replace(from, to));
}

const problemsOf = async (folder: string) => {
  const found: string[] = [];
  const { isUsable } = await checkSpells(folder, (finding) => {
    if (finding.severity === "error") {
      found.push(`${finding.column}: ${finding.value}`);
    }
  });
  return isUsable ? [] : found;
};

/** A ledger of two years with members and claims, as an office exports them. */
const LEDGER = {
  "iuran/iuran_2018.csv": `NPP;KPJ;BLTH;TGL_BAYAR;UPAH
AA01;17001;11-2018;14-12-2018;4200
AA01;17001;12-2018;15-01-2019;4200
AA01;17002;11-2018;14-12-2018;3900
AA01;17002;12-2018;15-01-2019;3900
`,
  "iuran/iuran_2019.csv": `NPP;KPJ;BLTH;TGL_BAYAR;UPAH
AA01;17001;01-2019;05-02-2019;4400
AA01;17002;01-2019;05-02-2019;3900
AA01;17001;02-2019;05-03-2019;4400
AA02;17003;02-2019;05-03-2019;12500
`,
  "peserta.csv": `KPJ;JK;TGL_LAHIR;PROVINSI;KANTOR
17001;L;25-02-1988;Bali;X
17002;P;03-07-1990;Riau;X
17003;L;03-07-1970;Riau;X
`,
  "klaim_jht.csv": `KPJ;TGL_KLAIM;SEBAB_KLAIM
17002;20-02-2019;K07
17001;10-02-2019;Klaim sebagian 10%
`,
};

Deno.test("extract init reads a ledger off its files, and asks what a code means", async () => {
  const folder = await folderOf(LEDGER);
  const said = await run("init", folder);
  assertStringIncludes(
    said,
    "Payments (form ledger): iuran/iuran_2018.csv, iuran/iuran_2019.csv, 8 rows: one a " +
      "member, employer and month; amounts in units of 1,000 rupiah; 2018-11 to 2019-02.",
  );
  assertStringIncludes(
    said,
    "Members: peserta.csv, 3 rows: sex L = M; P = F; born as DD-",
  );
  assertStringIncludes(said, "JHT claims: klaim_jht.csv, 2 rows: reasons Klaim sebagian");
  const key = "claims.columns.end_reason.codes.undecided";
  assertStringIncludes(said, `  ${key}: What do these codes of "SEBAB_KLAIM" mean?`);
  assertEquals(await problemsOf(folder), [
    `${key}: ["K07"]`,
  ]);
  await edit(`${folder}/mapping.toml`, "undecided =", "layoff =");
  assertEquals(await problemsOf(folder), []);
  const out = await Deno.makeTempDir();
  await run("build", folder, "--out", out);
  const { active, withdrawals } = await readStatisticsExtract(out);
  assertEquals(active.reduce((sum, { members }) => sum + members, 0), 8);
  const [claim] = withdrawals.filter(({ claims }) => claims > 0);
  assertEquals([claim!.sex, claim!.reason, claim!.meanWageIdr], [
    "F",
    "layoff",
    3_900_000,
  ]);
});

Deno.test("extract init reads spells under titles, with Rp, blank ends and mixed codes", async () => {
  const folder = await folderOf({
    "Data Kepesertaan.csv": `BPJS KETENAGAKERJAAN;;;;;;;
DAFTAR KEPESERTAAN 2018-2019;;;;;;;
No. KPJ;Jenis Kelamin;Tgl Lahir;BLTH Awal;BLTH Akhir;Sebab Klaim;Tgl Klaim;Upah
17001;l;25/02/88;01/2018;;;;Rp 4.250.000
17002;P;03/07/90;03/2018;06/2019;phk;20/07/19;Rp 3.900.000
17003;L;30/01/62;06/2019;11/2019;PHK;20/12/19;Rp 3.900.000
`,
    "catatan.csv": "dibuat oleh;tanggal\nkantor;hari ini\n",
    ...Object.fromEntries(
      [1, 2, 3, 4].map((at) => [`iuran_${at}.csv`, "No KPJ;Upah\n17001;4250000\n"]),
    ),
  });
  const said = await run("init", folder);
  assertStringIncludes(said, "3 rows: sex l = M; P = F; born as DD/MM/YY;");
  assertStringIncludes(said, "2019-06 to 2019-11."); // the last contributions
  assertStringIncludes(said, "Left aside: catatan.csv: it has no columns of members");
  assertStringIncludes(
    said,
    'iuran_1.csv … iuran_4.csv, 4 files: it has members ("No KPJ") and wages ("Upah"), ' +
      "but no column of the month that they are for (No KPJ, Upah)",
  );
  assertStringIncludes(said, '"BLTH Akhir" is empty in 1 of 3 rows');
  assertStringIncludes(said, "Years have two digits and were taken for 1930 to 2029");
  const manifest = await Deno.readTextFile(`${folder}/extract.toml`);
  assertStringIncludes(manifest, 'extract_month = "2019-12"');
  assertEquals(await problemsOf(folder), []);
});

Deno.test("extract init writes '?' for dates, units and marks that can be read in two ways", async () => {
  const folder = await folderOf({
    "data.csv": `member_id;sex;birth_date;start_date;end_date;reason;claim_date;wage
A1;F;01/02/1990;01/03/2018;01/11/2019;;;12.345
B2;M;03/04/1985;01/03/2017;01/02/2018;layoff;01/03/2018;13.456
`,
  });
  const said = await run("init", folder);
  for (
    const key of [
      "columns.birth_month.form",
      "columns.start_month.form",
      "format.decimal_mark",
    ]
  ) assertStringIncludes(said, `  ${key}: `);
  const found = await problemsOf(folder);
  assert(found.includes('format.decimal_mark: "?"'), found.join("\n"));
  assert(found.includes('columns.birth_month.form: "?"'), found.join("\n"));
  const path = `${folder}/mapping.toml`;
  const answered = (await Deno.readTextFile(path))
    .replaceAll('form = "?"', 'form = "DD/MM/YYYY"')
    .replace('decimal_mark = "?"', 'decimal_mark = ","')
    .replace('"?"', "1000");
  await Deno.writeTextFile(path, answered);
  assertEquals(await problemsOf(folder), []);
});

Deno.test("extract init drafts the manifest of statistics that were counted elsewhere", async () => {
  const shipped = "data/extracts/jht_2019";
  const names = ["active", "withdrawals", "service", "inactive"].map((name) =>
    `${name}.csv`
  );
  const folder = await folderOf(Object.fromEntries(
    await Promise.all(
      names.map(async (name) =>
        [name, await Deno.readTextFile(`${shipped}/${name}`)] as const
      ),
    ),
  ));
  assertStringIncludes(
    await run("init", folder),
    "Statistics, already counted: active.csv",
  );
  const { manifest, active } = await readStatisticsExtract(folder);
  const { manifest: known, active: same } = await readStatisticsExtract(shipped);
  assertEquals(
    [manifest.firstMonth, manifest.lastMonth, manifest.extractMonth, active],
    [known.firstMonth, known.lastMonth, known.lastMonth + 1, same],
  );
});

Deno.test("extract init writes nothing over files, and nothing where no table is known", async () => {
  const drafted = await folderOf({ "mapping.toml": "mine", "data.csv": "a,b\n1,2\n" });
  await assertRejects(
    () => run("init", drafted),
    UsageError,
    "mapping.toml is there and not written over",
  );
  const strange = await folderOf({
    "harga.csv": "bulan,beras\n2019-01,12000\n",
    "peserta.csv": LEDGER["peserta.csv"],
  });
  const error = await assertRejects(() => run("init", strange), DataError);
  assertStringIncludes(
    error.message,
    "peserta.csv: members; harga.csv: it has no columns",
  );
  const names = [...Deno.readDirSync(strange)].map(({ name }) => name).sort();
  assertEquals(names, ["harga.csv", "peserta.csv"]);
});

Deno.test("extract init drafts a register of JKP claims alone, for experience --jkp", async () => {
  const folder = await folderOf({
    "klaim_jkp.csv": `No KPJ;Tgl Klaim;Bulan Manfaat;Tgl Bayar;Nominal;Status;Tgl Berakhir
17001;10-01-2024;02-2024;05-02-2024;2.250.000;Selesai;31-07-2024
17001;10-01-2024;03-2024;05-03-2024;2.250.000;Selesai;31-07-2024
17001;10-01-2024;04-2024;05-04-2024;2.250.000;Selesai;31-07-2024
17001;10-01-2024;05-2024;06-05-2024;1.250.000;Selesai;31-07-2024
17001;10-01-2024;06-2024;05-06-2024;1.250.000;Selesai;31-07-2024
17001;10-01-2024;07-2024;05-07-2024;1.250.000;Selesai;31-07-2024
17002;12-03-2024;03-2024;10-04-2024;1.800.000;Bekerja;20-05-2024
17003;12-10-2024;11-2024;10-12-2024;1.800.000;;
`,
    "peserta.csv": LEDGER["peserta.csv"],
  });
  const said = await run("init", folder);
  assertStringIncludes(said, "Claims of JKP: klaim_jkp.csv, 8 rows: ");
  assertStringIncludes(said, "; 2024-02 to 2024-11.");
  assertStringIncludes(
    said,
    "Left aside: peserta.csv: it has members, and there are neither spells nor payments.",
  );
  assertStringIncludes(said, `then deno task experience --jkp ${folder}`);
  assertEquals(await problemsOf(folder), [
    'jkp.columns.outcome.codes.undecided: ["Selesai"]',
  ]);
  await edit(`${folder}/mapping.toml`, "undecided =", "exhausted =");
  const checked = await run("check", folder, "--out", await Deno.makeTempDir());
  assertStringIncludes(checked, "No errors, 0 warnings. 3 of 3 rules are kept.");
  assertStringIncludes(checked, "A register of JKP claims alone gives no statistics");
  const { claims, manifest } = await readJkpRegister(folder);
  assertEquals([...claims.monthsPaid], [6, 1, 1]);
  assertEquals(manifest.extractMonth, monthOf(2024, 12));
  const out = await Deno.makeTempDir();
  await assertRejects(
    () => run("build", folder, "--out", out),
    DataError,
    `give no statistics of members, but deno task experience --jkp ${folder} reads them`,
  );
});

Deno.test("extract init drafts what extract map drafts, and asks the rest", async () => {
  const cases = fileURLToPath(new URL("cases/", import.meta.url));
  const copied = async (file: string) => {
    const folder = await folderOf({});
    await Deno.copyFile(`${cases}${file}`, `${folder}/${basename(file)}`);
    return folder;
  };
  // Months without a name, and claims besides; remarks that name persons are not shown.
  const named = await copied("private_code_column/p.csv");
  const said = await run("init", named);
  assertStringIncludes(said, "Spells: p.csv, 40 rows: sex L = M; P = F; born as YYYY-MM");
  const key = "columns.end_reason.codes.undecided";
  assertStringIncludes(said, `  ${key}: What do these codes of "Keterangan" mean? 40 `);
  const mapping = await Deno.readTextFile(`${named}/mapping.toml`);
  assertNotMatch(said + mapping, /NAMA ORANG|[0-9]{9}/);
  assertEquals(await problemsOf(named), [`${key}: []`]);
  // Times of a zone in Parquet, the day of which hangs on a clock.
  const timed = await copied("pq_tz/s.parquet");
  assertStringIncludes(await run("init", timed), "time_zone, Asia/Jakarta; is it so?");
  assertEquals(await problemsOf(timed), []);
  // Texts and far dates in place of the last month of who goes on.
  const open = await folderOf({
    "p.csv": `member_id,sex,birth_month,start_month,last_month,reason,claim_month,wage
A1,M,1990-05,2017-01,AKTIF,,,4250000
A2,F,1985-11,2017-03,2018-02,layoff,2018-03,3900000
A2,F,1985-11,2018-09,9999-12,,,4100000
`,
  });
  assertStringIncludes(await run("init", open), "; 2018-02 to 2018-09.");
  assertEquals(await problemsOf(open), []);
  // A column that nobody can read as months: it is asked.
  const quarters = await folderOf({
    "p.csv": `No KPJ;JK;Tgl Lahir;Tgl Mulai;Terakhir;Sebab;Tgl Klaim;Upah
17001;L;1988-02-25;2017-01-01;triwulan 2;PHK;2019-08-12;4250000
17002;P;1990-07-03;2018-03-01;triwulan 4;;;3900000
`,
  });
  assertStringIncludes(
    await run("init", quarters),
    "  columns.last_month: No column was found for last_month",
  );
  assert((await problemsOf(quarters)).length > 0);
});

Deno.test("extract init reads times of payments on one clock", async () => {
  const folder = await folderOf({
    "iuran.csv": `KPJ;BLTH;TGL_BAYAR;UPAH;JK;TGL_LAHIR
17001;2018-12;2018-12-31T18:00:00Z;4200000;L;1988-02-25
17002;2018-12;2019-01-31T16:59:59Z;3900000;P;1990-07-03
`,
  });
  assertStringIncludes(await run("init", folder), "time_zone, Asia/Jakarta; is it so?");
  const manifest = await Deno.readTextFile(`${folder}/extract.toml`);
  assertStringIncludes(manifest, 'extract_month = "2019-01"');
  assertEquals(await problemsOf(folder), []);
});

Deno.test("extract init names files that cannot be read, and goes on with the others", async () => {
  const { "klaim_jht.csv": _, ...others } = LEDGER;
  const folder = await folderOf({
    ...others,
    "iuran/kosong.csv": "",
    "b.parquet": "PAR",
  });
  const said = await run("init", folder);
  assertStringIncludes(said, "iuran/iuran_2018.csv, iuran/iuran_2019.csv, 8 rows");
  assertStringIncludes(
    said,
    "Left aside: b.parquet: it cannot be read: expected a Parquet file, got ",
  );
  assertStringIncludes(
    said,
    "iuran/kosong.csv: it cannot be read: expected a header, got an empty file.",
  );
  assertEquals(await problemsOf(folder), []);
  const empty = await folderOf({ "kosong.csv": "" });
  const error = await assertRejects(() => run("init", empty), DataError);
  assertStringIncludes(
    error.message,
    "kosong.csv: it cannot be read: expected a header, got an empty file",
  );
});
