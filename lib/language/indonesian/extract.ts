import { formatMonth } from "@jkp/month";
import type { extract as english } from "../english/extract.ts";
import { quantities } from "./quantities.ts";

const { count, counted, month: monthInWords } = quantities;

export const extract: typeof english = {
  manifest: {
    textSuchAs: (example) => `teks, misalnya "${example}"`,
    monthSuchAs: (example) => `bulan dalam bentuk YYYY-MM, misalnya "${example}"`,
    recordedMonth: ([first, last]) =>
      `bulan dari ${formatMonth(first)} sampai ${formatMonth(last)}`,
    checksum: "checksum SHA-256 dengan 64 angka heksadesimal",
    checksums: (files) => `tabel dengan checksum SHA-256 untuk masing-masing ${files}`,
    growth: (least, most) => `pecahan dari ${least} sampai ${most}`,
    synthetic: "true jika baris dibuat-buat, atau false jika dicatat",
    structureOnly:
      "true jika tingkat di dalamnya tidak dapat dijadikan bukti, atau false",
    wholeNumber: "bilangan bulat",
    fileList: (example) => `daftar berkas, misalnya ["${example}"]`,
    oneFile: "sedikitnya satu berkas",
    gap: (most) => `banyaknya bulan sebagai bilangan bulat dari 0 sampai ${most}`,
    employers: '"sum" atau "main"',
    repeats: '"add" atau "once"',
    form: '"spells", "ledger", atau "jkp"',
    upTo: (month, name) => `bulan sampai ${formatMonth(month)}, yaitu ${name}`,
    from: (month, name) => `bulan mulai dari ${formatMonth(month)}, yaitu ${name}`,
    ledgerForm: 'form = "ledger" jika ada bagian [ledger]',
    jkpFiles: 'berkas register klaim JKP, misalnya ["klaim_jkp.csv"]',
    nothingBesideJkp: 'kosong, jika form = "jkp": hanya register klaim JKP',
    aList: "sebuah daftar",
  },

  mapping: {
    text: "teks",
    texts: "daftar teks",
    columnName: "nama kolom",
    positive: "bilangan di atas 0",
    oneOf: (values) => `salah satu dari ${values}`,
    tableOf: (known) => `tabel dengan ${known}`,
    undecided: (known) =>
      "tidak ada kunci seperti itu: tulis setiap kodenya di belakang artinya, salah satu " +
      `dari ${known}`,
    standardCode: (known) => `kode baku: salah satu dari ${known}`,
    codeOnce: "setiap kode satu kali, tanpa membedakan huruf besar dan kecil",
    table: "sebuah tabel",
    eitherOrConstant: (others) => `${others.join(" dan ")}, atau constant`,
    headerRow: ([first, last]) => `baris dari ${first} sampai ${last}`,
    firstYear: ([first, last]) => `tahun dari ${first} sampai ${last}`,
    timeZone: 'zona waktu, misalnya "Asia/Jakarta"',
    trueOrFalse: "true atau false",
    marks: "thousands_separator yang berbeda dari decimal_mark",
    columnOnce: "setiap kolom berkas satu kali",
    firstYearFor: ([first, last], form) =>
      `tahun dari ${first} sampai ${last}, awal hitungan tahun dua angka, untuk ${form}`,
    notCarried: (place) => `bukan kolom baku di sini; tempatnya di ${place}`,
    claimKey: "claim_id atau claim_month, yang membedakan klaim",
    jkpForm:
      "benefit_month, dan jika ada paid_on, jika satu baris adalah satu pembayaran, atau " +
      "first_benefit_month dan months_paid jika satu baris adalah satu klaim",
    jkpSection: "bagian [jkp.columns] tentang cara membaca register klaim",
  },

  outside: {
    check: "Tidak dapat memeriksa ekstrak",
    months: (what, name, [first, last], [from, to]) =>
      `${what}: diperlukan bulan dari ${monthInWords(first)} sampai ${
        monthInWords(last)
      }, seperti dalam ${name}, didapati ${monthInWords(from)} sampai ${
        monthInWords(to)
      }`,
  },

  folder: {
    fittingFile: "sedikitnya satu berkas yang cocok dengan pola",
    notAmong: (owner) => `berkas yang tidak termasuk ${owner}`,
    fileOfSpells: "sedikitnya satu berkas periode: .csv, .csv.gz, .parquet, atau .xlsx",
    ownFolder: "berkas dalam folder ekstrak sendiri",
    fileOnce: "setiap berkas satu kali",
    ownFile: "berkas yang memang berada dalam folder ekstrak",
    aLink: "tautan",
    headerRow: (row) => `header_row = ${row}, tempat judul kolom tampaknya berada`,
    delimiter: (quoted) => `delimiter = ${quoted}, yang tampaknya memisahkan sel`,
    readableColumn: "teks, bilangan, atau tanggal",
    unreadableKinds: {
      durations: "lama waktu",
      lists: "daftar",
      structures: "struktur",
      "unknown values": "nilai yang tidak dikenal",
    },
    notJkpAlone: (path) =>
      '"spells" atau "ledger": klaim JKP saja tidak memberi statistik peserta, tetapi ' +
      `deno task experience --jkp ${path} membacanya`,
    carriedOnce: "nama yang tidak dipakai untuk kolom tabel utama",
    filesOf: (table) => `berkas ${table}`,
    tableOf: (table) => `tabel ${table} di bawah [tables] dalam extract.toml`,
    filesMapped: (files) => `${files}, sebab mapping.toml memetakan kolomnya`,
    saidByTable: (table) => `kosong, sebab sudah dinyatakan tabel ${table}`,
    aColumn: "sebuah kolom",
    columnOr: (table) => `kolom, atau ${table}`,
    neither: "tidak ada keduanya",
    spellsOrLedger:
      'periode, seperti dinyatakan form = "spells" dalam extract.toml; jika satu baris ' +
      'adalah satu pembayaran iuran, tulis form = "ledger"',
    seemsLedger: (paid, month) => `tampaknya buku iuran: "${paid}" di samping "${month}"`,
    nothingWith: (measure) => `kosong untuk ${measure}`,
    roomOnDisk:
      "ruang pada disk untuk mengurutkan buku iuran (TMPDIR boleh menyebut folder lain)",
    monthsFirst: "bulan dalam bentuk YYYY-MM pada kolom pertama",
  },

  source: {
    ending: (endings) => `nama yang berakhir dengan ${endings}`,
    device: "perangkat atau pipa",
    columnOnce: "setiap kolom satu kali",
    twice: (name) => `${name} dua kali`,
    twiceInRow: (name, row) =>
      `${name} dua kali di baris ${row}; tulislah judul kolom dua baris menjadi satu ` +
      "(atau, dalam ekstrak, sebutkan baris yang membedakan kolom sebagai header_row di " +
      "mapping.toml)",
    header: "baris judul kolom",
    emptyLine: "baris kosong",
    quotedNames: "tanda kutip di sekitar seluruh nama, digandakan di dalamnya",
    namesWithoutBreaks:
      "nama kolom tanpa pergantian baris, atau quoted_line_breaks dalam mapping.toml",
    readableCsv: "teks CSV yang dapat dibaca",
    longerLine: "baris yang lebih panjang",
    unpacksTo: (times) =>
      `berkas yang sesudah dibuka paling besar ${times} kali ukurannya; bukalah sendiri ` +
      "jika memang benar",
    moreBytes: (bytes) => `lebih dari ${counted(bytes, "bita")}`,
    parquet: "berkas Parquet",
    damaged: "berkas yang rusak",
    withoutZone: (columns) =>
      "tanggal, atau waktu tanpa zona, sebab harinya bergantung pada zona itu (kolom " +
      `${columns}); atau time_zone dalam mapping.toml`,
    workbook: "buku kerja (.xlsx)",
    headerAndRows: "judul kolom dan baris",
    emptySheet: "lembar kosong",
    sheetOfAtMost: (rows, cells) =>
      `paling banyak ${counted(rows, "baris")} dan ${counted(cells, "sel")} dalam satu ` +
      "lembar; selebihnya ke CSV atau Parquet",
    rows: (rows) => counted(rows, "baris"),
    rowsAndColumns: (rows, columns) =>
      `${counted(rows, "baris")} dan ${counted(columns, "kolom")}`,
    workbookOfAtMost: (megabytes) =>
      `buku kerja paling besar ${megabytes} MB; selebihnya ke CSV atau Parquet`,
    megabytes: (megabytes) => `${count(megabytes)} MB`,
    shownSheet: "lembar yang tidak tersembunyi",
    sheet: (name) => `lembar ${name}`,
    hidden: (sheet) => `${sheet} (tersembunyi)`,
    lacksSheet: (sheet) => `buku kerja tanpa lembarnya ${sheet}`,
  },

  archive: {
    none: "bukan arsip ZIP",
    damaged: "arsip yang rusak",
    lacks: (part) => `arsip tanpa ${part}`,
    twice: (part) => `arsip dengan ${part} dua kali`,
    tooLarge: (megabytes) => `lebih dari ${count(megabytes)} MB sesudah dibuka`,
    otherSum: (part) => `${part} di dalamnya rusak: CRC-32-nya bukan yang dinyatakan`,
    otherSize: (part) =>
      `${part} di dalamnya rusak: tidak dapat dibuka menjadi ukurannya`,
    unknownWay: (part) => `${part} di dalamnya dikemas dengan cara yang tidak dikenal`,
  },
};
