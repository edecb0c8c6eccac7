/**
 * One small register in the forms that offices keep it in: each is mapped by `extract map`,
 * found without errors by `check`, and built into the same statistics.
 *
 * @module
 */

import { readStatisticsExtract } from "@jkp/extract/read";
import { formatMonth, type Month, monthOf } from "@jkp/month";
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { extract } from "./cases_for_test.ts";
import polars from "nodejs-polars";
import { dirname } from "node:path";

/** A day of a register. */
interface Day {
  readonly month: Month;
  readonly day: number;
}

/** A spell, as a register has it: no end while it runs. */
interface Spell {
  readonly id: string;
  readonly sex: string;
  readonly birth: Day;
  readonly start: Day;
  readonly end: Day | undefined;
  readonly reason: string;
  readonly claim: Day | undefined;
  readonly wageIdr: number;
}

const WINDOW = [monthOf(2016, 1), monthOf(2019, 12)] as const;

const SPELLS: readonly Spell[] = Array.from({ length: 60 }, (_, i): Spell => {
  const start = WINDOW[0] + (7 * i) % 44;
  const last = start + 3 + (11 * i) % 30;
  const isOver = last < WINDOW[1];
  const hasClaim = isOver && i % 3 !== 0;
  return {
    id: `K${1000 + i}`,
    sex: i % 2 === 0 ? "L" : "P",
    birth: { month: monthOf(1965, 1) + (37 * i) % 360, day: 1 + i % 28 },
    start: { month: start, day: 1 },
    end: isOver ? { month: last, day: 28 } : undefined,
    reason: hasClaim ? ["PHK", "Mengundurkan diri"][i % 2]! : "",
    claim: hasClaim ? { month: Math.min(last + 1, WINDOW[1]), day: 15 } : undefined,
    wageIdr: 2_400_000 + 97_321 * (i % 50),
  };
});

const HEADER = "No KPJ;Jenis Kelamin;Tgl Lahir;Tgl Kepesertaan;Tgl Nonaktif;" +
  "Sebab Klaim;Tgl Klaim;Upah;Alamat";

/** How one office writes. */
interface Office {
  readonly name: string;
  readonly day: (day: Day) => string;
  /** What stands where a membership has not ended. */
  readonly openEnd?: string;
  readonly wage?: (wageIdr: number) => string;
  readonly address?: string;
  /** What the mapping says of it. */
  readonly says: readonly string[];
}

const padded = (value: number) => String(value).padStart(2, "0");
const yearOf = ({ month }: Day) => formatMonth(month).slice(0, 4);
const monthOfYear = ({ month }: Day) => formatMonth(month).slice(5);
const iso = (day: Day) => `${formatMonth(day.month)}-${padded(day.day)}`;
const slashed = (day: Day) => `${padded(day.day)}/${monthOfYear(day)}/${yearOf(day)}`;
const NAMES = "Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des".split(" ");
const named = (day: Day) =>
  `${padded(day.day)}-${NAMES[Number(monthOfYear(day)) - 1]}-${yearOf(day).slice(2)}`;
const serial = (day: Day) =>
  String((Date.parse(iso(day)) - Date.parse("1899-12-30")) / 86_400_000);
const thousands = (wage: number) => wage.toLocaleString("id-ID");
/** Midnight in Jakarta, on the clock of Greenwich. */
const inUtc = (day: Day) => new Date(`${iso(day)}T00:00:00+07:00`).toISOString();

const OFFICES: readonly Office[] = [
  { name: "no end", day: slashed, says: ['blank = "active"'] },
  ...["9999-12-31", "2999-12-31", "2099-12-31", "AKTIF"].map((openEnd): Office => ({
    name: `${openEnd} for no end`,
    day: iso,
    openEnd,
    says: ['were taken for "still active"', `active = [ "${openEnd}" ]`],
  })),
  {
    name: "years of two digits, 99 for no end",
    day: named,
    openEnd: "31-Des-99",
    says: ["1930 to 2029: is it so?", "two_digit_years_from = 1930", '"31-Des-99" ]'],
  },
  { name: "days of Excel", day: serial, openEnd: "2958465", says: ['"2958465" ]'] },
  {
    name: "whole numbers of a column with gaps",
    day: (day) => `${iso(day).replaceAll("-", "")}.0`,
    says: ['form = "YYYYMMDD"'],
  },
  {
    name: "months with a fraction, 999912.0 for no end",
    day: ({ month }) => `${formatMonth(month).replace("-", "")}.0`,
    openEnd: "999912.0",
    says: ['form = "YYYYMM"', 'active = [ "999912.0" ]'],
  },
  {
    name: "rupiah without sen",
    day: slashed,
    wage: (wage) => `Rp. ${thousands(wage)},-`,
    says: ['decimal_mark = ","', 'thousands_separator = "."'],
  },
  {
    name: "moments of Greenwich",
    day: inUtc,
    says: ["(+00:00): on which day", 'time_zone = "Asia/Jakarta"'],
  },
  {
    name: "moments of the clock of Jakarta",
    day: (day) => `${iso(day)} 00:00:00+07:00`,
    says: ["(+07:00): on which day", 'time_zone = "Asia/Jakarta"'],
  },
  {
    name: "addresses over two lines",
    day: slashed,
    address: '"Jl. Sudirman 5; ""Blok B""\r\nJakarta"',
    says: ["go over several lines", "quoted_line_breaks = true"],
  },
];

function textOf({ day, openEnd = "", wage = String, address = "" }: Office): string {
  const rows = SPELLS.map((spell) =>
    [
      spell.id,
      spell.sex,
      day(spell.birth),
      day(spell.start),
      spell.end === undefined ? openEnd : day(spell.end),
      spell.reason,
      spell.claim === undefined ? "" : day(spell.claim),
      wage(spell.wageIdr),
      address,
    ].join(";")
  );
  return [HEADER, ...rows, ""].join("\r\n");
}

/** A folder with a manifest; the mapping is to come. */
async function folderOf(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await Deno.makeTempDir();
  await Deno.writeTextFile(
    `${folder}/extract.toml`,
    `name = "office"
provider = "an office"
extract_month = "2020-02"
first_month = "2016-01"
last_month = "2019-12"
form = "spells"
synthetic = true
method = "sixty spells"
`,
  );
  for (const [name, text] of Object.entries(files)) {
    await Deno.mkdir(dirname(`${folder}/${name}`), { recursive: true });
    await Deno.writeTextFile(`${folder}/${name}`, text);
  }
  return folder;
}

/** Maps a file or folder, checks and builds; gives the mapping and the statistics. */
async function throughAll(folder: string, suggested: string) {
  const run = async (...args: string[]) => {
    const { code, stdout, stderr } = await extract(...args);
    assertEquals(code, 0, `${args[0]}: ${stdout}${stderr}`);
    return stdout;
  };
  await run("map", "--suggest", suggested, "--out", `${folder}/mapping.toml`);
  assertStringIncludes(await run("check", folder), "No errors");
  await run("build", folder, "--out", `${folder}/built`);
  const { active, withdrawals, inactive, service } = await readStatisticsExtract(
    `${folder}/built`,
  );
  const mapping = await Deno.readTextFile(`${folder}/mapping.toml`);
  return { mapping, statistics: { active, withdrawals, inactive, service } };
}

const plain = (async () => {
  const folder = await folderOf({ "peserta.csv": textOf(OFFICES[0]!) });
  return await throughAll(folder, `${folder}/peserta.csv`);
})();

for (const office of OFFICES) {
  Deno.test(`extract map, check and build take ${office.name}`, async () => {
    const folder = await folderOf({ "peserta.csv": textOf(office) });
    const { mapping, statistics } = await throughAll(folder, `${folder}/peserta.csv`);
    for (const words of office.says) assertStringIncludes(mapping, words);
    assertEquals(statistics, (await plain).statistics);
    assert(statistics.active.some(({ members }) => members > 0));
    await Deno.remove(folder, { recursive: true });
  });
}

Deno.test("extract map, check and build take Parquet with moments of a zone", async () => {
  const folder = await folderOf({});
  const moment = (day: Day | undefined) =>
    day === undefined ? null : new Date(inUtc(day));
  const column = (of: (spell: Spell) => Day | undefined) =>
    SPELLS.map((spell) => moment(of(spell)));
  polars.DataFrame({
    "No KPJ": SPELLS.map(({ id }) => id),
    "Jenis Kelamin": SPELLS.map(({ sex }) => sex),
    "Tgl Lahir": column(({ birth }) => birth),
    "Tgl Kepesertaan": column(({ start }) => start),
    "Tgl Nonaktif": column(({ end }) => end),
    "Sebab Klaim": SPELLS.map(({ reason }) => reason),
    "Tgl Klaim": column(({ claim }) => claim),
    "Upah": SPELLS.map(({ wageIdr }) => wageIdr),
  }).withColumns(
    ...["Tgl Lahir", "Tgl Kepesertaan", "Tgl Nonaktif", "Tgl Klaim"].map((name) =>
      polars.col(name).cast(polars.Datetime("ms", "UTC"))
    ),
  ).writeParquet(`${folder}/peserta.parquet`);
  const { mapping, statistics } = await throughAll(folder, `${folder}/peserta.parquet`);
  assertStringIncludes(mapping, 'time_zone = "Asia/Jakarta"');
  assertEquals(statistics, (await plain).statistics);
  const unsaid = mapping.replace(/^time_zone.*\n/m, "");
  await Deno.writeTextFile(`${folder}/mapping.toml`, unsaid);
  const { code, stdout, stderr } = await extract("check", folder);
  assertEquals(code, 1);
  assertStringIncludes(
    (stdout + stderr).replaceAll(/\s+/g, " "),
    "or time_zone in mapping.toml",
  );
  await Deno.remove(folder, { recursive: true });
});

Deno.test("extract map asks what empty ends mean beside others that say so", async () => {
  const text = textOf({ ...OFFICES[1]!, openEnd: "9999-12-31" });
  const folder = await folderOf({
    "peserta.csv": text.replace(";9999-12-31;", ";;"),
  });
  const out = `${folder}/mapping.toml`;
  await extract("map", "--suggest", `${folder}/peserta.csv`, "--out", out);
  const mapping = await Deno.readTextFile(out);
  assertStringIncludes(
    mapping,
    '"Tgl Nonaktif" is empty in 1 of 60 rows, while other cells',
  );
  assert(!/^blank = /m.test(mapping));
  const { code, stdout } = await extract("check", folder);
  assertEquals(code, 1);
  assertStringIncludes(stdout, "values_present (error)");
  await Deno.remove(folder, { recursive: true });
});

/** The rows of an office in a file for each of some numbers of rows. */
function inFiles(office: Office, ...names: readonly string[]): Record<string, string> {
  const [header, ...rows] = textOf(office).trimEnd().split("\r\n");
  const size = Math.ceil(rows.length / names.length);
  return Object.fromEntries(
    names.map((name, at) => [
      name,
      [header, ...rows.slice(at * size, (at + 1) * size), ""].join("\r\n"),
    ]),
  );
}

Deno.test("extract map --suggest takes a folder as it takes a file", async () => {
  const office = OFFICES.find(({ openEnd }) => openEnd === "9999-12-31")!;
  const names = ["tahun=2018/a.csv", "tahun=2018/b.csv", "tahun=2019/c.csv"];
  const folder = await folderOf(inFiles(office, ...names));
  const { mapping, statistics } = await throughAll(folder, folder);
  for (const words of office.says) assertStringIncludes(mapping, words);
  assert(!mapping.includes("a.csv"), mapping);
  assertEquals(statistics, (await plain).statistics);
  await Deno.remove(folder, { recursive: true });
});

Deno.test("extract map --suggest names the files of a folder that differ from most", async () => {
  const [most, other] = [OFFICES[0]!, OFFICES[1]!];
  const unit = { ...most, wage: (wage: number) => String(Math.round(wage / 1000)) };
  const folder = await folderOf({
    ...inFiles(most, "a.csv", "b.csv", "c.csv", "d.csv"),
    ...inFiles(other, "iso.csv"),
    ...inFiles(unit, "ribuan.csv"),
    "koma.csv": textOf(most).replaceAll(";", ","),
    "cabang.csv": "kode;nama\r\n1;Jakarta\r\n2;Bandung\r\n",
  });
  const { stdout } = await extract("map", "--suggest", folder);
  const lines = stdout.split("\n").filter((line) => line.includes('.csv"'));
  assertEquals(
    lines.map((line) => line.replace(/^# /, "").replace(/:.*$/, "")),
    [
      '"cabang.csv"',
      '"koma.csv"',
      '"iso.csv" writes "Tgl Lahir" otherwise than as DD/MM/YYYY',
      '"iso.csv" writes "Tgl Kepesertaan" otherwise than as DD/MM/YYYY',
      '"iso.csv" writes "Tgl Nonaktif" otherwise than as DD/MM/YYYY',
      '"iso.csv" writes "Tgl Klaim" otherwise than as DD/MM/YYYY',
      '"ribuan.csv" writes "Upah" otherwise than in units of 1 rupiah',
    ],
  );
  assertStringIncludes(lines[0]!, 'lack "No KPJ", "Jenis Kelamin"');
  assertStringIncludes(lines[1]!, 'delimiter ",", encoding utf-8');
  await Deno.remove(folder, { recursive: true });
});

Deno.test("extract map --suggest wants a folder that holds a file", async () => {
  const folder = await folderOf({});
  const { code, stderr } = await extract("map", "--suggest", folder);
  assertEquals(code, 1);
  assertStringIncludes(stderr, "at least one file of spells");
  await Deno.remove(folder, { recursive: true });
});
