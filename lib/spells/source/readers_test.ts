import { DataError, hasUnseen } from "@jkp/problem";
import { assert, assertEquals, assertRejects } from "@std/assert";
import fc from "fast-check";
import { exampleFolder } from "../example_folder.ts";
import { buildStatistics } from "../count/build_statistics.ts";
import { checkSpells } from "../check/check_spells.ts";
import type { Finding } from "../check/finding.ts";
import { allBrokenLines, brokenLines } from "./broken_lines.ts";
import { countByte } from "./byte_words.ts";
import { arePlainLines, isUnusual } from "./plain_lines.ts";
import { polars } from "./polars.ts";
import { piecesOfText } from "./text_pieces.ts";

const [BYTES, ENCODE] = [new Uint8Array(), new TextEncoder()];

/** Two spells as a file of BPJS Ketenagakerjaan might have them. */
const INDONESIAN = `\
No KPJ;JK;Tgl Lahir;BLTH Awal;BLTH Akhir;Sebab Klaim;Tgl Klaim;Upah;Nama Perusahaan
A1;P;17/05/1990;2018-01;201912;;;"4.200.000,00";PT Café
B2;L;02/11/1985;2017-03;201802; phk ;20/03/2018;Rp 3.900.000,50;-
`;

const MAPPING = `\
[format]
delimiter = ";"
decimal_mark = ","
thousands_separator = "."
encoding = "utf-8"
empty_marks = ["-"]
[columns]
member_id = { column = "No KPJ" }
sex = { column = "JK", codes = { M = ["L"], F = ["P"] } }
birth_month = { column = "Tgl Lahir", form = "DD/MM/YYYY" }
start_month = { column = "BLTH Awal", form = "YYYY-MM" }
last_month = { column = "BLTH Akhir", form = "YYYYMM" }
end_reason = { column = "Sebab Klaim", codes = { layoff = ["PHK"] } }
claim_month = { column = "Tgl Klaim", form = "DD/MM/YYYY" }
monthly_wage_idr = { column = "Upah", unit_idr = 1 }
[carried]
`;

/** What the two spells count to. */
async function counted(files: Readonly<Record<string, string | Uint8Array>>) {
  const { extract } = await buildStatistics(await exampleFolder(files));
  const last = extract.active.filter(({ members }) => members > 0).at(-1)!;
  const claim = extract.withdrawals.find(({ claims }) => claims > 0)!;
  return [
    [last.sex, last.ageGroup, last.members, last.meanWageIdr],
    [claim.sex, claim.ageGroup, claim.reason, claim.meanWageIdr],
  ];
}

const EXPECTED = [["F", "25-29", 1, 4_200_000], ["M", "30-34", "layoff", 3_900_001]];

async function packed(text: string): Promise<Uint8Array> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

Deno.test("a mapped CSV file is read in its own marks, forms and codes", async () => {
  const files = { "spells.csv": INDONESIAN, "mapping.toml": MAPPING };
  assertEquals(await counted(files), EXPECTED);
});

Deno.test("a byte order mark, CRLF and a missing last line end do not matter", async () => {
  const text = "\uFEFF" + INDONESIAN.trimEnd().replaceAll("\n", "\r\n");
  assertEquals(await counted({ "spells.csv": text, "mapping.toml": MAPPING }), EXPECTED);
});

Deno.test("a packed CSV file is read", async () => {
  const extract = await Deno.readTextFile(`${await exampleFolder()}/extract.toml`);
  const files = {
    "spells_2.csv.gz": await packed(INDONESIAN),
    "mapping.toml": MAPPING,
    "extract.toml": `files = ["spells_2.csv.gz"]\n${extract}`,
  };
  assertEquals(await counted(files), EXPECTED);
});

Deno.test("piecesOfText() unpacks every member, and no more than a bound", async () => {
  const path = `${await Deno.makeTempDir()}/s.csv.gz`;
  const [one, other] = [await packed("a,b\n"), await packed("1,2\n")];
  const read = async (most?: number) => {
    let text = "";
    for await (const piece of piecesOfText(path, "utf-8", most)) {
      text += new TextDecoder().decode(piece);
    }
    return text;
  };
  await Deno.writeFile(path, new Uint8Array([...one, ...other]));
  assertEquals(await read(), "a,b\n1,2\n");
  await Deno.writeFile(path, await packed("1,2\n".repeat(500_000)));
  await assertRejects(
    () => read(1000),
    DataError,
    "unpacks to at most 20 times its size",
  );
  assertEquals((await read()).length, 2_000_000);
});

Deno.test("brokenLines() finds what it says, in quotes or not", () => {
  const form = { delimiter: ",", columns: ["id", "note", "x"], wanted: ["id", "x"] };
  const lines = [
    "A,b,c",
    '"A,1",b,"c""d"',
    "",
    "A,b",
    "A,b,c,d",
    'A,b"c,d',
    '"A,b,c',
    "A\u200b,b,c",
    "A,b\u200b,c",
    '"A\u0001",b,c',
    "Café,é,c",
    "A\rB,b,c",
    "A,b,c\r",
  ];
  const block = {
    firstLine: 2,
    lineCount: lines.length,
    bytes: ENCODE.encode(lines.map((line) => `${line}\n`).join("")),
  };
  const { broken, empty } = brokenLines(block, form);
  assertEquals(empty, [4]);
  assertEquals(broken.map(({ row, fault }) => [row, fault]), [
    [5, "too few cells"],
    [6, "too many cells"],
    [7, "quotes"],
    [8, "quotes"],
    [9, "unseen characters"],
    [11, "unseen characters"],
    [13, "unseen characters"],
  ]);
  assertEquals(allBrokenLines(block, form), { broken, empty });
});

Deno.test("brokenLines() finds in one pass what it finds line by line", () => {
  const letters = fc.constantFrom(
    '"',
    ",",
    "\n",
    "\r",
    "a",
    "\u200b",
    "\u061c",
    "\u{e0001}",
    "\t",
    "é",
    "\u0000",
  );
  fc.assert(fc.property(fc.array(letters), (text) => {
    const bytes = ENCODE.encode(`${text.join("")}\n`);
    const lineCount = bytes.filter((byte) => byte === 10).length;
    const form = { delimiter: ",", columns: ["a", "b"], wanted: ["b"] };
    const block = { firstLine: 1, lineCount, bytes };
    assertEquals(brokenLines(block, form), allBrokenLines(block, form));
  }));
});

Deno.test("isUnusual() is true of the first byte of every sign that nobody sees", () => {
  // Surrogates are no signs; between the last two there are none that nobody sees.
  for (const [from, to] of [[0, 0xd800], [0xe000, 0x20000], [0xe0000, 0xe1000]]) {
    for (let code = from!; code < to!; code++) {
      const sign = String.fromCodePoint(code);
      if (hasUnseen(sign)) assert(isUnusual(ENCODE.encode(sign)[0]!), code.toString(16));
    }
  }
});

Deno.test("arePlainLines() lets pass only blocks without a broken line", () => {
  const letters = fc.constantFrom(
    '"',
    ",",
    ",",
    "\n",
    "\r",
    "a",
    "b",
    "\u200b",
    "\u180e",
    "\u3164",
    "é",
    '""',
  );
  fc.assert(
    fc.property(fc.array(letters), fc.nat({ max: 3 }), (text, shift) => {
      const whole = ENCODE.encode(`${"x".repeat(shift)}${text.join("")}\n`);
      const bytes = whole.subarray(shift); // at any place of a word
      const lineCount = countByte(bytes, 10);
      assertEquals(lineCount, bytes.filter((byte) => byte === 10).length);
      if (!arePlainLines({ firstLine: 1, lineCount, bytes }, ",", 2)) return;
      const form = { delimiter: ",", columns: ["a", "b"], wanted: ["a", "b"] };
      const { broken } = brokenLines({ firstLine: 1, lineCount, bytes }, form);
      assertEquals(broken, []);
    }),
    { numRuns: 2000 },
  );
});

Deno.test("a file in windows-1252 is read, and refused as UTF-8", async () => {
  const bytes = Uint8Array.from(INDONESIAN, (letter) => letter.charCodeAt(0));
  const mapping = MAPPING.replace("utf-8", "windows-1252").replace(
    "[carried]",
    '[carried]\nenterprise = "Nama Perusahaan"',
  );
  assertEquals(await counted({ "spells.csv": bytes, "mapping.toml": mapping }), EXPECTED);
  const findings: Finding[] = [];
  await checkSpells(
    await exampleFolder({ "spells.csv": bytes, "mapping.toml": MAPPING }),
    (finding) => findings.push(finding),
  );
  assertEquals(findings.map(({ rule, row }) => [rule, row]), [["records", 2]]);
});

Deno.test("a sheet of a workbook is read, dates and numbers as they are", async () => {
  const workbook = await Deno.readFile(new URL("fixtures/spells.xlsx", import.meta.url));
  const extract = await Deno.readTextFile(`${await exampleFolder()}/extract.toml`);
  const mapping = MAPPING.replace("[columns]", 'sheet = "Data"\n[columns]')
    .replace('"Tgl Lahir", form = "DD/MM/YYYY"', '"Tgl Lahir", form = "YYYY-MM-DD"');
  const files = {
    "spells.xlsx": workbook,
    "mapping.toml": mapping,
    "extract.toml": `files = ["spells.xlsx"]\n${extract}`,
  };
  assertEquals(await counted(files), EXPECTED);
});

Deno.test("a Parquet file is read, typed columns and text alike", async () => {
  const extract = await Deno.readTextFile(`${await exampleFolder()}/extract.toml`);
  const folder = await exampleFolder({
    "extract.toml": `files = ["spells.parquet"]\n${extract}`,
    "mapping.toml": MAPPING.replace(
      'form = "DD/MM/YYYY" }\nstart',
      'form = "YYYY-MM-DD" }\nstart',
    ),
  });
  polars.DataFrame({
    "No KPJ": ["A1", "B2"],
    JK: ["P", "L"],
    "Tgl Lahir": [new Date("1990-05-17"), new Date("1985-11-02")],
    "BLTH Awal": ["2018-01", "2017-03"],
    "BLTH Akhir": [201912, 201802],
    "Sebab Klaim": [null, "PHK"],
    "Tgl Klaim": [null, "20/03/2018"],
    Upah: [4_200_000, 3_900_000.5],
  }).withColumns(
    polars.col("Tgl Lahir").cast(polars.Date),
    polars.col("BLTH Akhir").cast(polars.Int32),
  ).writeParquet(`${folder}/spells.parquet`);
  const { extract: built } = await buildStatistics(folder);
  assertEquals(built.active.filter(({ members }) => members > 0).length, 24 + 2);
});

Deno.test("files that are not what their names say are findings, not crashes", async () => {
  for (const name of ["spells.parquet", "spells.xlsx", "spells.csv.gz", "spells.csv"]) {
    for (
      const content of [BYTES, ENCODE.encode("rubbish"), new Uint8Array([0xff, 0xfe])]
    ) {
      const findings: Finding[] = [];
      const extract = await Deno.readTextFile(`${await exampleFolder()}/extract.toml`);
      const folder = await exampleFolder({
        [name]: content,
        "extract.toml": `files = ["${name}"]\n${extract}`,
      });
      const report = await checkSpells(folder, (finding) => findings.push(finding));
      assertEquals(report.isUsable, false);
      assertEquals(findings[0]!.rule, "readable");
    }
  }
});
