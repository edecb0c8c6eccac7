import { levenshteinDistance } from "@std/text/levenshtein-distance";
import type { CARRIED_COLUMNS, StandardColumn } from "./column_mapping.ts";
import type {
  ClaimColumns,
  JkpColumns,
  MemberColumns,
  PaymentColumns,
} from "./table_mapping.ts";

/** A column of the spells of the contract: one computed with, or one to group by. */
type SpellColumn = StandardColumn | typeof CARRIED_COLUMNS[number];

/** A column of the contract, in any of its tables. */
export type ContractColumn =
  | SpellColumn
  | keyof PaymentColumns
  | keyof MemberColumns
  | keyof ClaimColumns
  | keyof JkpColumns;

/**
 * Names that Indonesian and English records give to the columns of spells, the most telling
 * first, as {@link headerWords} has them.
 */
export const COLUMN_NAMES: Readonly<Record<SpellColumn, readonly string[]>> = {
  member_id: names(
    "member id, no kpj, kpj, no peserta, id peserta, kode peserta, peserta id",
    "no kartu peserta, member no, member number, participant id, person id",
    "no induk kependudukan, no nik, nik, no ktp, id",
  ),
  sex: names("sex, gender, jns kelamin, kelamin, jenkel, jk, l p"),
  birth_month: names(
    "birth month, birth date, date of birth, month of birth, dob",
    "tgl lahir, bln lahir, blth lahir, lahir, born",
  ),
  start_month: names(
    "start month, start date, first contribution, first contribution month",
    "entry date, join date, tgl kepesertaan, tgl mulai kepesertaan, awal kepesertaan",
    "tgl mulai, bln mulai, blth mulai, awal iuran, iuran awal, iuran pertama",
    "bln iuran pertama, blth awal, blth pertama, tgl awal, tgl aktif, tgl masuk",
    "tgl daftar",
  ),
  last_month: names(
    "last month, last contribution, last contribution month, end month, end date",
    "exit date, blth akhir, blth terakhir, iuran terakhir, bln iuran terakhir",
    "iuran akhir, akhir iuran, akhir kepesertaan, tgl akhir kepesertaan, tgl akhir",
    "bln akhir, tgl nonaktif, tgl berhenti, tgl keluar, tgl berakhir",
    "tgl selesai",
  ),
  end_reason: names(
    "end reason, claim reason, claim cause, claim type, exit reason",
    "termination reason, sebab klaim, kode sebab klaim, alasan klaim, jns klaim",
    "sebab berhenti, alasan berhenti, alasan keluar, reason, sebab, alasan, keterangan",
  ),
  claim_month: names(
    "claim month, claim date, date of claim, tgl klaim, bln klaim, blth klaim",
    "tgl pembayaran klaim, tgl bayar klaim, tgl pencairan, tgl pembayaran, payment date",
  ),
  monthly_wage_idr: names(
    "monthly wage idr, monthly wage, last wage, wage, monthly salary, salary",
    "upah terakhir, upah sebulan, upah dilaporkan, upah, gaji terakhir, gaji sebulan",
    "gaji pokok, gaji, penghasilan",
  ),
  weight: names("weight, sampling weight, bobot, penimbang"),
  sector: names(
    "sector, sektor, sektor usaha, sektor ekonomi, lapangan usaha, bidang usaha",
    "jns usaha, industry, kode kbli, kbli",
  ),
  enterprise_size: names(
    "enterprise size, company size, firm size, skala usaha, skala perusahaan",
    "ukuran perusahaan, ukuran usaha",
  ),
  contract: names(
    "contract, contract type, jns kontrak, status kontrak, jns perjanjian kerja",
    "status kepegawaian, pkwt",
  ),
  province: names("province, provinsi, propinsi, nama provinsi, kode provinsi"),
};

/** Lists of names as one. */
export function names(...lists: readonly string[]): readonly string[] {
  return lists.flatMap((list) => list.split(", "));
}

/** How far a name is the name of a column: `exact`, with more words, or nearly. */
export type NameLikeness = "exact" | "contained" | "near";

/** A name of the dictionary that a header is like. */
export interface NameMatch {
  readonly likeness: NameLikeness;
  /** The name of the dictionary. */
  readonly name: string;
  /** Higher for the better of two matches. */
  readonly score: number;
}

/** Words that are written in several ways, as the dictionary has them. */
const USUAL_WORDS: ReadonlyMap<string, string> = new Map([
  ["tanggal", "tgl"],
  ["tg", "tgl"],
  ["nomor", "no"],
  ["nomer", "no"],
  ["num", "no"],
  ["bulan", "bln"],
  ["jenis", "jns"],
  ["jumlah", "jml"],
]);

/**
 * A column's name as words in small letters: no accents, marks or inner capitals, and one
 * spelling of `tanggal`, `nomor`, `bulan`, `jenis` and `jumlah`.
 */
export function headerWords(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .replace(/(?<=[a-z])(?=[A-Z])/g, " ")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "")
    .map((word) => USUAL_WORDS.get(word) ?? word)
    .join(" ");
}

/** How well a header fits the names of a column, if at all. */
export function matchName(
  header: string,
  wanted: readonly string[],
): NameMatch | undefined {
  const words = headerWords(header);
  const matches = wanted.flatMap((name, rank): NameMatch[] => {
    const likeness = likenessOf(words, name);
    if (likeness === undefined) return [];
    const length = likeness === "contained" ? name.length : 0;
    const score = LIKENESS_SCORES[likeness] + length / 100 - rank / 1000;
    return [{ likeness, name, score }];
  });
  return matches.sort((a, b) => b.score - a.score)[0];
}

const LIKENESS_SCORES = { exact: 3, contained: 2, near: 1 } as const;

/** Names shorter than this say too little inside another name. */
const SHORTEST_CONTAINED = 3;

/** Lengths of names from which on one or two letters may differ. */
const ONE_LETTER_FROM = 5;
const TWO_LETTERS_FROM = 10;

/** Headers are not compared by letters beyond this length. */
const LONGEST_COMPARED = 60;

function likenessOf(words: string, name: string): NameLikeness | undefined {
  const [header, wanted] = [words, name].map((each) => each.replaceAll(" ", ""));
  if (header === wanted) return "exact";
  if (name.length >= SHORTEST_CONTAINED && ` ${words} `.includes(` ${name} `)) {
    return "contained";
  }
  if (header!.length > LONGEST_COMPARED) return undefined;
  const length = Math.min(header!.length, wanted!.length);
  const allowed = Number(length >= ONE_LETTER_FROM) + Number(length >= TWO_LETTERS_FROM);
  // Each letter that one has more than the other is one that differs.
  const apart = Math.abs(header!.length - wanted!.length);
  if (allowed === 0 || apart > allowed) return undefined;
  const distance: number = levenshteinDistance(header!, wanted!);
  return distance <= allowed ? "near" : undefined;
}
