import { sha256 } from "@jkp/files";
import { formatMonth, type Month, monthOf } from "@jkp/month";
import { strToU8, zipSync } from "fflate";
import { gzipSync } from "node:zlib";
import polars from "nodejs-polars";
import { CONTRACT_COLUMNS } from "./contract_columns.ts";
import type { PlainSpell } from "./flip_reading.ts";

/** The files of an extract by name. */
export type Files = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

const FIRST = monthOf(2018, 1);
const LAST = monthOf(2019, 12);

/** An `extract.toml` without checksums. */
const MANIFEST = `\
name = "flips"
provider = "JKP Lab (synthetic)"
extract_month = "2020-01"
first_month = "${formatMonth(FIRST)}"
last_month = "${formatMonth(LAST)}"
form = "spells"
synthetic = true
wage_growth_per_year = 0.075
method = "spells made by rule, to flip bits of"
`;

const MAPPING = `\
[format]
delimiter = ";"
decimal_mark = "."
thousands_separator = ""
encoding = "utf-8"
empty_marks = ["-"]

[columns.member_id]
column = "No Peserta"
[columns.sex]
column = "JK"
codes = { M = ["L"], F = ["P"] }
[columns.birth_month]
column = "Lahir"
form = "DD/MM/YYYY"
[columns.start_month]
column = "Awal"
form = "YYYY-MM"
[columns.last_month]
column = "Akhir"
form = "YYYY-MM"
[columns.end_reason]
column = "Sebab"
codes = { layoff = ["PHK"], resignation = ["Mundur"], retirement = ["Pensiun"] }
[columns.claim_month]
column = "Klaim"
form = "YYYY-MM"
[columns.monthly_wage_idr]
column = "Upah"
unit_idr = 1000
`;

/** Spells of some members that keep every rule; some adjoin one another. */
function spellsByRule(members: number): PlainSpell[] {
  return Array.from({ length: members }, (_, i): PlainSpell[] => {
    const start = monthOf(2017, 1) + (5 * i) % 30;
    const last = Math.min(LAST, start + 3 + (7 * i) % 20);
    const person = {
      member: `M${String(i).padStart(3, "0")}`,
      sex: i % 3 === 0 ? "F" : "M",
      birth: monthOf(1962 + i % 35, 1 + i % 12),
      wageIdr: 1000 * (2500 + 37 * i),
    } as const;
    const ends = i % 4 === 0 && last < LAST;
    const reason = (["layoff", "resignation", "retirement"] as const)[(i / 4) % 3]!;
    if (ends) return [{ ...person, start, last, reason, claim: last + 1 }];
    const again = last + 1 + i % 3;
    return i % 2 === 0 || again > LAST
      ? [{ ...person, start, last }]
      : [{ ...person, start, last }, {
        ...person,
        start: again,
        last: Math.min(LAST, again + 8),
      }];
  }).flat();
}

/** Spells as a CSV file of the contract's own columns. */
export function csvOfSpells(spells: readonly PlainSpell[]): string {
  return lines([CONTRACT_COLUMNS, ...spells.map(cellsOf)], ",");
}

/** A manifest without what it states of files. */
export function withoutChecksums(manifest: string): string {
  return manifest.replace(/\n\[sha256\][^]*$/, "\n");
}

/**
 * Extracts to flip bits of, by form: small member-level extracts in each format that is
 * read, one with a mapping, each with control totals.
 */
export function spellFolders(): ReadonlyMap<string, Files> {
  const spells = spellsByRule(36);
  const csv = csvOfSpells(spells);
  const rows = spells.map(cellsOf);
  const totals = controlTotals(spells);
  const folder = (
    name: string,
    bytes: Uint8Array<ArrayBuffer>,
    more: Record<string, string> = {},
  ) =>
    new Map([
      ["extract.toml", strToU8(MANIFEST)],
      [name, bytes],
      ["control_totals.csv", strToU8(totals)],
      ...Object.entries(more).map(([name, text]) => [name, strToU8(text)] as const),
    ]);
  return new Map([
    ["csv", folder("s.csv", strToU8(csv))],
    ["csv.gz", folder("s.csv.gz", new Uint8Array(gzipSync(csv)))],
    ["parquet", folder("s.parquet", parquetOf(rows, "uncompressed"))],
    ["parquet, snappy", folder("s.parquet", parquetOf(rows, "snappy"))],
    ["xlsx", folder("s.xlsx", workbookOf([CONTRACT_COLUMNS, ...rows]))],
    [
      "mapping",
      folder("peserta.csv", strToU8(indonesianCsv(spells)), { "mapping.toml": MAPPING }),
    ],
  ]);
}

/** The same files with their checksums stated in the manifest. */
export async function withChecksums(files: Files): Promise<Files> {
  const stated: string[] = [];
  for (const [name, bytes] of files) {
    if (name !== "extract.toml") stated.push(`"${name}" = "${await sha256(bytes)}"`);
  }
  const manifest = new TextDecoder().decode(files.get("extract.toml"));
  const text = `${withoutChecksums(manifest)}\n[sha256]\n${stated.join("\n")}\n`;
  return new Map([...files, ["extract.toml", strToU8(text)]]);
}

function cellsOf(spell: PlainSpell): string[] {
  const month = (value: Month | undefined) =>
    value === undefined ? "" : formatMonth(value);
  return [
    spell.member,
    spell.sex,
    month(spell.birth),
    month(spell.start),
    month(spell.last),
    spell.reason ?? "",
    month(spell.claim),
    String(spell.wageIdr),
  ];
}

/** The spells as a file of an institution of Indonesia. */
function indonesianCsv(spells: readonly PlainSpell[]): string {
  const header = ["No Peserta", "JK", "Lahir", "Awal", "Akhir", "Sebab", "Klaim", "Upah"];
  const reasons = { layoff: "PHK", resignation: "Mundur", retirement: "Pensiun" };
  const rows = spells.map((spell) => {
    const [member, , birth, start, last, reason, claim] = cellsOf(spell);
    const [year, month] = birth!.split("-");
    return [
      member!,
      spell.sex === "M" ? "L" : "P",
      `17/${month}/${year}`,
      start!,
      last!,
      reason === "" ? "-" : reasons[reason as keyof typeof reasons],
      claim || "-",
      String(spell.wageIdr / 1000),
    ];
  });
  return lines([header, ...rows], ";");
}

function controlTotals(spells: readonly PlainSpell[]): string {
  const december = spells.filter(({ last }) => last === LAST).length;
  const layoffs =
    spells.filter(({ reason, claim }) => reason === "layoff" && claim! >= FIRST).length;
  return lines([
    ["measure", "month", "sex", "reason", "value", "tolerance"],
    ["rows", "", "", "", String(spells.length), "0"],
    ["active", formatMonth(LAST), "", "", String(december), "2"],
    ["claims", "", "", "layoff", String(layoffs), "1"],
  ], ",");
}

function parquetOf(
  rows: readonly string[][],
  compression: "uncompressed" | "snappy",
): Uint8Array<ArrayBuffer> {
  const columns = CONTRACT_COLUMNS.map((name, at) => {
    const cells = rows.map((row) => row[at] === "" ? null : row[at]!);
    return name === "monthly_wage_idr"
      ? polars.Series(name, cells.map(Number), polars.Int64)
      : polars.Series(name, cells, polars.Utf8);
  });
  return new Uint8Array(polars.DataFrame(columns).writeParquet({ compression }));
}

/** A workbook of one sheet; numbers where the wage stands. */
function workbookOf(rows: readonly (readonly string[])[]): Uint8Array<ArrayBuffer> {
  const open = 'xmlns="http://schemas.openxmlformats.org/';
  const relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const sheet = rows.map((cells, row) => {
    const xml = cells.map((cell, at) => {
      const place = `r="${String.fromCharCode(65 + at)}${row + 1}"`;
      const isNumber = row > 0 && at === cells.length - 1;
      if (cell === "") return "";
      return isNumber
        ? `<c ${place}><v>${cell}</v></c>`
        : `<c ${place} t="inlineStr"><is><t>${cell}</t></is></c>`;
    });
    return `<row r="${row + 1}">${xml.join("")}</row>`;
  });
  const files = {
    "xl/workbook.xml":
      `<workbook ${open}spreadsheetml/2006/main" xmlns:r="${relation}"><sheets>` +
      '<sheet name="Data" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels":
      `<Relationships ${open}package/2006/relationships"><Relationship Id="rId1" ` +
      `Type="${relation}/worksheet" Target="/xl/worksheets/sheet1.xml"/></Relationships>`,
    "xl/worksheets/sheet1.xml": `<worksheet ${open}spreadsheetml/2006/main"><sheetData>${
      sheet.join("")
    }</sheetData></worksheet>`,
  };
  const packed = Object.entries(files).map(([name, xml]) => [name, strToU8(xml)]);
  return zipSync(Object.fromEntries(packed), { mtime: "2020-01-01" });
}

function lines(rows: readonly (readonly string[])[], delimiter: string): string {
  return rows.map((row) => `${row.join(delimiter)}\n`).join("");
}
