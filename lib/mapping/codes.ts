import type { JkpOutcome, Sex } from "@jkp/extract";
import { type EndReasonCode, matchedText, type SourceCodes } from "./column_mapping.ts";
import { MONTH_NUMBERS } from "./month_forms.ts";

/**
 * Codes for male and female that belong together, most usual first.
 *
 * Records write L and P (Laki-laki, Perempuan) or P and W (Pria, Wanita), so that P alone
 * says nothing: the pair decides. Of numbers only the pair is known; see
 * {@link NUMERIC_SEX_CODES}.
 */
export const SEX_CODE_PAIRS: readonly Readonly<Record<Sex, readonly string[]>>[] = [
  { M: ["L", "Lk", "Laki", "Laki-laki"], F: ["P", "Pr", "Perempuan"] },
  { M: ["M", "Male", "Man"], F: ["F", "Female", "Woman"] },
  { M: ["P", "Pria"], F: ["W", "Wanita"] },
  {
    M: ["Laki", "Laki-laki", "Pria", "Male"],
    F: ["Perempuan", "Wanita", "Female"],
  },
];

/** The usual numbers, to be taken only where both occur and the column is named so. */
export const NUMERIC_SEX_CODES: Readonly<Record<Sex, readonly string[]>> = {
  M: ["1"],
  F: ["2"],
};

/**
 * What records write for the reason of a claim, in Indonesian and English.
 *
 * Government Regulation 46/2015 and Ministerial Regulation 19/2015 (articles 2 and 3) pay
 * JHT on reaching the pension age, on total permanent disability, on death, and to members
 * who resign, are laid off or leave Indonesia for good. After ten years a part can be
 * drawn, which closes no membership and is `other`. Members also claim at the end of a
 * fixed-term contract (PKWT). The analyst has to say whether that counts as a layoff, so
 * it is not here.
 */
export const END_REASON_WORDINGS: Readonly<Record<EndReasonCode, readonly string[]>> = {
  layoff: [
    "layoff",
    "lay off",
    "laid off",
    "retrenchment",
    "PHK",
    "di-PHK",
    "kena PHK",
    "terkena PHK",
    "pemutusan hubungan kerja",
    "pemutusan hubungan kerja (PHK)",
    "PHK (pemutusan hubungan kerja)",
    "terkena pemutusan hubungan kerja",
  ],
  resignation: [
    "resignation",
    "resign",
    "resigned",
    "mengundurkan diri",
    "mengundurkan diri (resign)",
    "pengunduran diri",
    "undur diri",
  ],
  retirement: [
    "retirement",
    "retired",
    "pensiun",
    "usia pensiun",
    "mencapai usia pensiun",
    "memasuki usia pensiun",
    "usia 56",
    "usia 56 tahun",
    "usia pensiun 56 tahun",
    "mencapai usia 56 tahun",
    "usia pensiun PKB",
    "usia pensiun perjanjian kerja bersama",
  ],
  disability: [
    "disability",
    "permanent disability",
    "total permanent disability",
    "cacat",
    "cacat total",
    "cacat total tetap",
    "mengalami cacat total tetap",
  ],
  death: ["death", "died", "deceased", "meninggal", "meninggal dunia", "wafat"],
  left_country: [
    "left country",
    "left the country",
    "left Indonesia",
    "leaving Indonesia",
    "meninggalkan Indonesia",
    "meninggalkan Indonesia selamanya",
    "meninggalkan Indonesia untuk selamanya",
    "meninggalkan Indonesia selama-lamanya",
    "meninggalkan Indonesia untuk selama-lamanya",
    "meninggalkan NKRI",
    "meninggalkan wilayah NKRI",
    "meninggalkan wilayah NKRI selamanya",
    "meninggalkan wilayah NKRI untuk selamanya",
    "meninggalkan wilayah NKRI selama-lamanya",
    "meninggalkan wilayah NKRI untuk selama-lamanya",
  ],
  other: [
    "other",
    "others",
    "lain",
    "lain-lain",
    "lainnya",
    "partial withdrawal",
    "kepesertaan 10 tahun",
    "klaim sebagian",
    "klaim sebagian 10%",
    "klaim sebagian 30%",
  ],
  none: [
    "none",
    "active",
    "aktif",
    "masih aktif",
    "tidak ada",
    "tidak ada klaim",
    "belum klaim",
  ],
};

/** Dates that are none, as databases write them; taken as empty where they occur. */
const ZERO_DATE = /^(?:0000-00-00(?: 00:00:00)?|00[-\/]00[-\/]0000)$/;

/** Dates after 2100, which stand for "no end" and are no dates. */
const FAR_YEAR = "(?:2[1-9]\\d\\d|[3-9]\\d{3})";
const MONTH_NAME = [...MONTH_NUMBERS.keys()].join("|");
const FAR_DATE = new RegExp(
  `^(?:${FAR_YEAR}[-/]\\d\\d(?:[-/]\\d\\d)?|(?:\\d\\d?[-/. ])?(?:\\d\\d?|${MONTH_NAME})[-/. ]${FAR_YEAR})` +
    "(?:[ T][0-9:.]+)?$",
  "i",
);

/** Whether a text is a date so far ahead that it stands for none. */
export function isFarDate(text: string): boolean {
  return FAR_DATE.test(text.trim());
}

/** Whether a text is a date of zeros. */
export function isZeroDate(text: string): boolean {
  return ZERO_DATE.test(text.trim());
}

const ACTIVE_WORDS = new Set(
  ("aktif, masih aktif, active, still active, sekarang, sampai sekarang, s d sekarang, " +
    "sd sekarang, saat ini, sampai saat ini, present, current, masih bekerja, belum keluar")
    .split(", "),
);

/** Whether a text in a column of months says that a membership goes on. */
export function saysActive(text: string): boolean {
  return ACTIVE_WORDS.has(wordsOf(text));
}

/** Wordings of a claim that pays out a part: `other` where nothing but a reason can stand. */
const PARTIAL_WORDINGS: readonly string[] = [
  "partial",
  "partial withdrawal",
  "partial claim",
  "sebagian",
  "kepesertaan 10 tahun",
  "klaim sebagian",
  "klaim sebagian 10",
  "klaim sebagian 30",
  "JHT sebagian",
  "JHT sebagian 10",
  "JHT sebagian 30",
  "sebagian 10",
  "sebagian 30",
];

/** What records write for how a claim of JKP ended, in Indonesian and English. */
const OUTCOME_WORDINGS: Readonly<Record<JkpOutcome, readonly string[]>> = {
  exhausted: [
    "exhausted",
    "habis",
    "manfaat habis",
    "habis masa manfaat",
  ],
  work: [
    "work",
    "working",
    "found work",
    "reemployed",
    "bekerja",
    "bekerja kembali",
    "sudah bekerja",
    "sudah bekerja kembali",
    "telah bekerja",
    "mendapat pekerjaan",
  ],
  other: ["other", "lain", "lainnya", "lain lain", "meninggal", "meninggal dunia"],
  running: [
    "running",
    "open",
    "berjalan",
    "masih berjalan",
    "masih menerima",
    "sedang menerima",
    "aktif",
  ],
};

/**
 * The standard code of a reason in records, if the dictionary holds it; capitals,
 * punctuation and a number before the words (`01 - PHK`) do not matter.
 */
export function endReasonOf(text: string): EndReasonCode | undefined {
  const words = wordsOf(text);
  return REASONS.get(words) ?? REASONS.get(words.replace(/^[0-9]{1,4} /, ""));
}

/** Whether a reason in records says that a part was paid out. */
export function isPartialClaim(text: string): boolean {
  return PARTIAL.has(wordsOf(text));
}

/** What became of a claim of JKP, if the dictionary holds it. */
export function jkpOutcomeOf(text: string): JkpOutcome | undefined {
  return OUTCOMES.get(wordsOf(text));
}

/**
 * A column's values by the sex that they mean, as far as it can be told: 1 and 2 only if
 * the column's name says that it holds the sex, and never P alone.
 */
export function sexCodesOf(
  values: readonly string[],
  isNamedSex: boolean = false,
): SourceCodes<Sex> {
  const known = SEX_CODE_PAIRS.map((pair) => codesOfPair(values, pair));
  const numeric = codesOfPair(values, NUMERIC_SEX_CODES);
  if (isNamedSex && hasBothSexes(numeric)) known.push(numeric);
  const best = Math.max(...known.map(knownCount));
  const fitting = known.filter((codes) => knownCount(codes) === best);
  const isDisputed = new Set(fitting.map((codes) => JSON.stringify(codes))).size > 1;
  return fitting.find(hasBothSexes) ?? (isDisputed ? {} : fitting[0]!);
}

function codesOfPair(
  values: readonly string[],
  pair: Readonly<Record<Sex, readonly string[]>>,
): SourceCodes<Sex> {
  const meaning = (sex: Sex) => {
    const words = new Set(pair[sex].map(wordsOf));
    const codes = distinctCodes(values).filter((value) => words.has(wordsOf(value)));
    return codes.length === 0 ? {} : { [sex]: codes };
  };
  return { ...meaning("M"), ...meaning("F") };
}

function hasBothSexes(codes: SourceCodes<Sex>): boolean {
  return codes.M !== undefined && codes.F !== undefined;
}

function knownCount(codes: SourceCodes<Sex>): number {
  return (codes.M?.length ?? 0) + (codes.F?.length ?? 0);
}

/** The values trimmed, each once: values that match alike are the same. */
function distinctCodes(values: readonly string[]): string[] {
  const seen = new Map(values.map((value) => [matchedText(value), value.trim()]));
  return [...seen.values()];
}

/** A text as words in small letters: what is not a letter or digit parts them. */
function wordsOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

const PARTIAL = new Set(PARTIAL_WORDINGS.map(wordsOf));
const REASONS = codesByWords(END_REASON_WORDINGS);
const OUTCOMES = codesByWords(OUTCOME_WORDINGS);

function codesByWords<Code extends string>(
  wordings: Readonly<Record<Code, readonly string[]>>,
): ReadonlyMap<string, Code> {
  return new Map(
    (Object.entries(wordings) as [Code, readonly string[]][]).flatMap(([code, all]) =>
      all.map((wording): [string, Code] => [wordsOf(wording), code])
    ),
  );
}
