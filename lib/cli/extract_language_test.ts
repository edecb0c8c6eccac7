import { cell, parseTable } from "@jkp/files";
import { checkSpells } from "@jkp/spells/read";
import { parse } from "smol-toml";
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { extractCheckCommand } from "./extract_check.ts";
import { extractInitCommand } from "./extract_init.ts";
import { extractMapCommand } from "./extract_map.ts";
import { runHere } from "./run_for_test.ts";
import { exampleFolder } from "../spells/example_folder.ts";

const BROKEN = "data/extracts/broken_example";

const COLUMNS = {
  rule: ["rule", cell.text],
  severity: ["severity", cell.text],
  row: ["row", cell.orEmpty(cell.text)],
  column: ["column", cell.orEmpty(cell.text)],
  value: ["value", cell.orEmpty(cell.text)],
  expected: ["expected", cell.text],
} as const;

/** What a check of the shipped file of mistakes says, and the findings that it writes. */
async function check(language: "en" | "id" | undefined) {
  const out = await Deno.makeTempDir();
  const { code, stdout, stderr } = await runHere(
    (args, print) => extractCheckCommand(args, print, undefined, 160, "id"),
    ...[BROKEN, "--out", out, ...(language === undefined ? [] : ["--lang", language])],
  );
  const file = `${out}/findings.csv`;
  const findings = parseTable(file, await Deno.readTextFile(file), COLUMNS);
  const summary = await Deno.readTextFile(`${out}/summary.md`);
  const say = (text: string) => text.replaceAll(out, "OUT");
  return {
    code,
    stdout: say(stdout),
    stderr: say(stderr),
    findings: findings.map(({ row }) => row),
    summary: say(summary),
  };
}

Deno.test("extract check --lang id finds what it finds in English, and says what was expected", async () => {
  const [english, indonesian] = [await check("en"), await check("id")];
  assertEquals([indonesian.code, english.code], [1, 1]);
  const places = ({ findings }: typeof english) =>
    findings.map(({ expected: _, value, ...place }) => ({
      ...place,
      value: value?.replace(/^(\d+) (cells|sel)$/, "$1"),
    }));
  assertEquals(places(indonesian), places(english));
  assert(indonesian.findings.length > 10);
  const expected = ({ findings }: typeof english) =>
    findings.map((finding) => finding.expected);
  const same = expected(indonesian).filter((said, i) => said === expected(english)[i]);
  assertEquals(same, []);
  for (
    const sentence of [
      "14 kesalahan, 2 peringatan. 20 dari 38 aturan terpenuhi.",
      "peserta.csv, baris 10, Jenis Kelamin: diharapkan salah satu dari L, P, didapati X",
      "diharapkan bulan sampai Desember 2019, bulan terakhir ekstrak, didapati 06-2020",
      "diharapkan Rp100.000 sampai Rp500.000.000 sebulan, didapati 950.000.000,00",
      "baris 21, Upah: diharapkan bilangan, didapati kosong",
      "findings.csv menyebut peserta: jangan sampai keluar.",
      "Sumber: data/extracts/broken_example: 23 baris, 15 peserta",
    ]
  ) assertStringIncludes(indonesian.stdout, sentence);
  assertStringIncludes(
    indonesian.summary,
    "| Setiap baris adalah satu catatan | gagal |",
  );
  const said = indonesian.stdout + indonesian.stderr;
  assertEquals(/\b(rows?|not checked|expected|got|none)\b/.exec(said), null);
  const end = (got: string) => `14${got} OUT/findings.csv`;
  assertStringIncludes(
    indonesian.stderr,
    `${BROKEN}: diharapkan tanpa kesalahan, didapati ${end("; lihat")}`,
  );
  assertStringIncludes(
    english.stderr,
    `${BROKEN}: expected no errors, got ${end("; see")}`,
  );
});

/** Words of ours that no Indonesian text has; a quoted key or code is none. */
const ENGLISH =
  /\b(rows?|columns?|files?|expected|got|none|nothing|a|with|where|that|which|are|and|or|as)\b/;

/** What stands between quotation marks, and names of keys, files and options, is as it is. */
const ofOurs = (text: string) =>
  text.replace(/"[^"]*"|\S*[\w-]+[._]\w+\S*|--\w+|form = \S+|column dan/g, "…");

const JKP_ALONE = `\
name = "klaim"
provider = "JKP Lab (synthetic)"
extract_month = "2025-01"
first_month = "2024-01"
last_month = "2024-12"
form = "jkp"
synthetic = true
method = "by hand"

[tables]
jkp = ["jkp.csv"]
`;
const JKP_HEAD =
  "member_id,claim_id,claim_month,benefit_month,paid_on,amount_idr,outcome,outcome_month\n";

Deno.test("extract check --lang id says of claim registers and of what cannot be read nothing in English", async () => {
  const folders: [what: string, files: Record<string, string | Uint8Array>][] = [
    ["wrong cells of JKP", {
      "extract.toml": JKP_ALONE,
      "jkp.csv": JKP_HEAD +
        ",K0,2024-01,2024-02,2024-02-10,100,,\nA,,2024-01,2024-13,2024-02-10,0,resting,\n" +
        "B,K2,2024-01,2025-02,2024-02-10,1.5,,\nB,K3,2024-01,2024-02,2024-02-10,9e12,,\n" +
        "B,K4,2024-01,2024-02,2024-02-10,much,,\nB,K5\nC,K6,2024-01,2024-02,,900000,work,2024-05\n" +
        "D,K6,2024-02,2024-03,,900000,exhausted,2024-06\nE,K7,2024-01,2024-02,,-9,,\n",
    }],
    ["doubtful claims of JKP", {
      "extract.toml": JKP_ALONE,
      "jkp.csv": JKP_HEAD +
        "A,K0,2024-03,2024-02,2024-01-10,900000,work,2024-01\n" +
        "A,K1,2024-01,2024-02,2024-02-10,9000,,\nA,K1,2024-01,2024-02,2024-02-10,9000,,\n" +
        "Jumlah,,,,,918000,,\n",
    }],
    ["no claims of JKP", { "extract.toml": JKP_ALONE, "jkp.csv": JKP_HEAD }],
    ["a manifest", {
      "extract.toml": 'name = 1\nform = "diary"\nfirst_month = "2019-13"\nnaem = "a"\n' +
        'synthetic = "yes"\nwage_growth_per_year = 7\nfiles = []\nextract_month = "1819-01"\n' +
        "ledger = { gap_months = 99, employers = 3 }\nsha256 = { a = 1 }\n",
    }],
    ["months out of order", {
      "extract.toml": JKP_ALONE.replace('"2024-12"', '"2023-12"')
        .replace("[tables]", '[ledger]\ngap_months = 0\n\n[tables]\nmembers = ["m.csv"]')
        .replace('jkp = ["jkp.csv"]', ""),
    }],
    ["no TOML", { "extract.toml": "name = \n" }],
    ["a mapping", {
      "mapping.toml": '[format]\ndelimiter = "x"\nheader_row = 0\ntime_zone = "Bali"\n' +
        'empty_marks = 3\n[columns]\nmember_id = { colum = "a" }\n' +
        'sex = { column = "JK", codes = { M = ["L"], F = ["l"], X = [], undecided = [] } }\n' +
        'birth_month = { column = "", form = "DD/MM/YY" }\nlast_month = 3\n' +
        'monthly_wage_idr = { column = "JK", unit_idr = 7 }\nweight = { constant = -1 }\n' +
        'end_reason = {}\n[carried]\nsex = "JK"\n',
    }],
    ["a column that is not there", { "spells.csv": "member_id,seks\nA,L\n" }],
    ["columns of payments", {
      "spells.csv": "member_id,blth,tgl_bayar\nA,2019-01,2019-02\n",
    }],
    ["two columns of one name", { "spells.csv": "sex,sex\nA,L\n" }],
    ["an empty file", { "spells.csv": "" }],
    ["no Parquet file", { "b.parquet": "PAR1 and no more" }],
    ["no workbook", { "b.xlsx": "PK and no more" }],
    ["no packed file", { "b.csv.gz": "no gzip" }],
    ["control totals", {
      "control_totals.csv": "measure,month,sex,reason,value,tolerance\n" +
        "active,,,,x,\nmembers,2019-01,Z,,1,-1\nmembers\n",
    }],
    ["columns of control totals", { "control_totals.csv": "measure,mont\nmembers,1\n" }],
  ];
  for (const [what, files] of folders) {
    const folder = await exampleFolder(files);
    const said = async (language: "en" | "id") => {
      const expected: string[] = [];
      const { remarks } = await checkSpells(folder, (found) => {
        expected.push(found.expected);
      }, { language });
      return [...expected, ...remarks];
    };
    const [english, texts] = [await said("en"), await said("id")];
    assert(english.length > 0, what);
    assertEquals(texts.length, english.length, what);
    assertEquals(texts.filter((text, i) => text === english[i]), [], what);
    const left = texts.flatMap((text) => ENGLISH.exec(ofOurs(text))?.input ?? []);
    assertEquals(left, [], what);
  }
});

Deno.test("extract check says what it writes: in English, whatever the terminal's locale", async () => {
  const [unsaid, english] = [await check(undefined), await check("en")];
  assertEquals(unsaid, english);
  assertStringIncludes(english.stdout, "14 errors, 2 warnings. 20 of 38 rules are kept.");
});

/** What `extract init` says of the shipped file of mistakes, and the two files it writes. */
async function init(...args: readonly string[]) {
  const folder = `${await Deno.makeTempDir()}/data`;
  await Deno.mkdir(folder);
  await Deno.copyFile(`${BROKEN}/peserta.csv`, `${folder}/peserta.csv`);
  const { code, stdout, stderr } = await runHere(
    (args, print) => extractInitCommand(args, print, undefined, 160, "id"),
    ...[folder, ...args],
  );
  assertEquals([code, stderr], [0, ""]);
  const files = ["extract.toml", "mapping.toml"].map((name) =>
    Deno.readTextFileSync(`${folder}/${name}`)
  );
  return { folder, stdout: stdout.replaceAll(folder, "DIR"), files };
}

Deno.test("extract init --lang id drafts the files of the English, with Indonesian comments", async () => {
  const [english, indonesian] = [await init(), await init("--lang", "id")];
  assertEquals(indonesian.files.map((text) => parse(text)), [
    ...english.files.map((text) => parse(text)),
  ]);
  const comments = (text: string) =>
    text.split("\n").filter((line) => /^# \S*[a-z]{3}/.test(line));
  const said = indonesian.files.flatMap(comments);
  const same = said.filter((line) => english.files.flatMap(comments).includes(line));
  assertEquals(same, []);
  assert(said.length > 25);
  for (
    const sentence of [
      "Periode: peserta.csv, 23 baris: jenis kelamin L = M; P = F; kelahiran sebagai",
      'columns.sex.codes.undecided: Apa arti kode ini dalam "Jenis Kelamin"? "X" (1)',
      "Yang masih aktif tidak mempunyai bulan terakhir: Juni 2020",
      "Berikutnya: deno task extract check DIR",
    ]
  ) assertStringIncludes(indonesian.stdout, sentence);
  assertStringIncludes(english.stdout, "To be decided in mapping.toml:");

  const mapped = await runHere(
    extractMapCommand,
    ...["--suggest", `${indonesian.folder}/peserta.csv`, "--lang", "id"],
  );
  assertStringIncludes(
    mapped.stdout,
    '# Apa arti kode ini dalam "Jenis Kelamin"? "X" (1)',
  );
});

Deno.test("extract init --lang id refuses a folder without members in one language", async () => {
  const folder = await Deno.makeTempDir();
  await Deno.writeTextFile(`${folder}/kantor.csv`, "kode,nama\n1,Jakarta\n");
  await Deno.writeTextFile(
    `${folder}/peserta.csv`,
    "KPJ,JK,TGL_LAHIR\n17001,L,25-02-1988\n17002,P,03-07-1990\n",
  );
  const refused = async (...args: readonly string[]) => {
    const { code, stderr } = await runHere(extractInitCommand, folder, ...args);
    assertEquals(code, 1);
    return stderr.replace(folder, "DIR").replace(/\s+/g, " ").trim();
  };
  assertEquals(
    await refused("--lang", "id"),
    "DIR: diharapkan tabel periode (peserta, bulan pertama dan terakhir), pembayaran iuran " +
      "(peserta, bulan, upah), atau klaim JKP (bulan manfaat): .csv, .csv.gz, .parquet, " +
      "atau .xlsx, didapati peserta.csv: peserta; kantor.csv: tidak memuat kolom peserta " +
      "(kode, nama)",
  );
  assertEquals(
    await refused(),
    "DIR: expected a table of spells (member, first and last month) or of payments " +
      "(member, month, wage) or of claims of JKP (months of benefit): .csv, .csv.gz, " +
      ".parquet or .xlsx, got peserta.csv: members; kantor.csv: it has no columns of " +
      "members (kode, nama)",
  );
});

Deno.test("extract commands with --lang id refuse in one language what is not there or cannot be", async () => {
  const said = async (
    command: typeof extractInitCommand,
    ...args: readonly string[]
  ) => {
    const { stderr } = await runHere(command, ...args, "--lang", "id");
    return stderr.replace(/\s+/g, " ").trim();
  };
  assertEquals(
    await said(extractMapCommand, "--suggest", "nowhere.csv"),
    "nowhere.csv: diharapkan berkas, didapati tidak ada apa-apa",
  );
  assertEquals(
    await said(extractInitCommand, "nowhere"),
    "nowhere: diharapkan folder, didapati folder tidak ada",
  );
  assertEquals(
    await said(extractCheckCommand, BROKEN, "--out", "README.md"),
    "README.md: diharapkan folder untuk menulis, didapati berkas",
  );
  const out = await Deno.makeTempDir();
  assertEquals(
    await said(extractCheckCommand, BROKEN, "--to", "2031-01", "--out", out),
    "Tidak dapat memeriksa ekstrak: diperlukan bulan dari Januari 2016 sampai Desember " +
      "2019, seperti dalam broken_example, didapati Januari 2016 sampai Januari 2031",
  );
});
