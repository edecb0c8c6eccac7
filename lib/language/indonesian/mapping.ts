import type { mapping as english } from "../english/mapping.ts";
import { quantities } from "./quantities.ts";

const { count, counted, percent, plainNumber } = quantities;

export const mapping: typeof english = {
  question: {
    sameName: (name) => `Beberapa kolom bernama "${name}": beri nama yang berbeda`,
    notReadable: (name, column) =>
      `"${name}" bernama seperti ${column}, tetapi tidak ada nilainya yang dapat dibaca ` +
      "demikian",
    noColumn: (column) => `Tidak ada kolom untuk ${column}`,
    noClaimMonth: (column) =>
      `Tidak ada kolom untuk ${column}; jika berkas memang tidak memuatnya, tulis ` +
      'constant = "none"',
    several: (name, column, others) =>
      `"${name}" dianggap ${column}; atau apakah seharusnya ${others}?`,
    personalNumber: (name) =>
      `"${name}" tampaknya berisi nomor induk kependudukan (NIK): gantilah dengan nomor ` +
      "samaran",
    shortYears: (first, last) =>
      `Tahun ditulis dengan dua angka dan dianggap ${first} sampai ${last}: benarkah?`,
    lineBreaks:
      "Beberapa sel terdiri atas beberapa baris dalam tanda kutip; quoted_line_breaks " +
      "membacanya sebagai satu sel, dan menghitung catatan sebagai baris. Jika tanda kutip " +
      "itu hanya tersesat, hapus kunci itu",
    timeZone: (distances, timeZone) =>
      `Waktu menyebut selisihnya dari UTC (${distances}): harinya dibaca menurut jam ` +
      `time_zone, ${timeZone}; benarkah?`,
    blankTaken: (name, empty, rows) =>
      `"${name}" kosong pada ${empty} dari ${rows} baris, dan dianggap "masih aktif"; jika ` +
      "artinya lain, hapus blank",
    blankAsked: (name, empty, rows) =>
      `"${name}" kosong pada ${empty} dari ${rows} baris, sedangkan sel lain menyatakan ` +
      '"masih aktif": apa artinya? Jika sama, tambahkan blank = "active"',
    openEnd: (name) =>
      `Beberapa teks dalam "${name}" dianggap "masih aktif"; jika artinya lain, hapus dari ` +
      "active",
    formOfNothing: (name, form) =>
      `"${name}" kosong dalam sampel: apakah bentuknya ${form}?`,
    dateOrder: (name, forms) =>
      `Tanggal dalam "${name}" dapat dibaca sebagai ${forms.join(" dan ")}: yang mana?`,
    noForm: (name, form) =>
      `Beberapa nilai dalam "${name}" bukan ${form} dari 1900 sampai 2100; jika artinya ` +
      "tidak ada, tambahkan ke empty_marks",
    order: (later, earlier, column) =>
      `Pada sebagian besar baris "${later}" mendahului "${earlier}": apakah itu ${column}?`,
    unitOfNothing: (name) =>
      `"${name}" tidak berisi bilangan dalam sampel: apa satuannya?`,
    unit: (name, median) =>
      `Median "${name}" adalah ${plainNumber(median)}: apa satuannya?`,
    numberMarks: (name) => `Apakah tanda dalam "${name}" memisahkan ribuan atau desimal?`,
    noNumbers: (name) => `Beberapa nilai dalam "${name}" bukan bilangan menurut format`,
    numericCodes: (name) =>
      `Apakah 1 berarti laki-laki dan 2 perempuan dalam "${name}"? Demikian anggapannya`,
    codesOfNothing: (name) => `"${name}" kosong dalam sampel: kode apa yang dipakainya?`,
    codes: (name) => `Apa arti kode ini dalam "${name}"?`,
    hidden: (values) =>
      `${counted(values, "nilai")} tidak ditampilkan, sebab mungkin menyebut seseorang`,
  },

  files: {
    otherForm: (form) => `dalam bentuk ${form}`,
    otherMarks: "dengan tanda menurut [format]",
    otherUnit: (unitIdr) => `dalam satuan ${count(unitIdr)} rupiah`,
    differ: (names, _, source, what) =>
      `${names} menulis "${source}" tidak ${what}: satu pemetaan membaca semua berkas, ` +
      "jadi ubahlah, atau jadikan ekstrak tersendiri",
    lack: (columns) => `tidak memuat ${columns}`,
    haveBesides: (columns) => `memuat juga ${columns}`,
    and: " dan ",
    ofOne: "berkas ini",
    ofSome: (files) => `${files} berkas`,
    unlike: (names, of, what) =>
      `${names}: Kolom ${of} ${what}: apakah itu tabel tersendiri, untuk [tables] dalam ` +
      "extract.toml, atau bukan bagian ekstrak ini, sehingga tidak masuk files?",
    otherFormat: (names, key) =>
      `${names}: Ditulis lain daripada [format], dengan ${key}: satu pemetaan membaca ` +
      "semua berkas, jadi ubahlah, atau jadikan ekstrak tersendiri",
    lookedAt: (some, all) =>
      `${count(some)} dari ${count(all)} berkas sudah dilihat: apakah yang lain serupa?`,
  },

  found: {
    valuesAlone: (column) =>
      `tidak menyebutnya, tetapi nilainya tampak seperti ${column}`,
    exact: (column) => `adalah nama yang lazim untuk ${column}`,
    contained: (column) => `memuat nama yang lazim untuk ${column}`,
    near: (column) => `hampir sama dengan nama yang lazim untuk ${column}`,
    holdsNothing: "kolom itu kosong dalam sampel",
    areNumbers: (share) => `${percent(share, 0)} nilainya adalah bilangan`,
    hasCodes: (codes) => `kolom itu memuat ${codes} kode yang berbeda`,
    readAs: (share, form) => `${percent(share, 0)} nilainya terbaca sebagai ${form}`,
    remark: (certainty, source, why) => `${certainty}: "${source}" ${why}.`,
    certainties: { sure: "pasti", likely: "mungkin sekali", guess: "dugaan" },
  },

  file: {
    about: (undecided) => [
      `Draf dari extract init: periksa setiap baris. "${undecided}" dan "undecided"`,
      "harus diputuskan; sebelum itu extract check menolak berkas dengan menyebut kuncinya.",
    ],
    heading: [
      "Pemetaan kolom: bagaimana berkas ini menjadi ekstrak tingkat peserta, satu baris satu",
      "periode kepesertaan. Kode dan tanda kosong dicocokkan tanpa spasi tepi, dan tanpa",
      "membedakan huruf besar dan kecil. Jika berkas tidak memuat kolom itu, sex, end_reason,",
      'claim_month ("none"), dan weight boleh ditulis `constant = …` sebagai ganti',
      '`column = "…"`. Bentuk bulan:',
    ],
    tables: {
      spells: "Periode: satu baris satu periode kepesertaan.",
      payments: "Pembayaran iuran: satu baris satu peserta, perusahaan, dan bulan.",
      members: "Peserta: masing-masing satu baris.",
      claims:
        "Klaim JHT: masing-masing satu baris; pembayaran sebagian adalah `partial`.",
      jkp: "Klaim JKP: satu baris satu pembayaran, atau satu baris satu klaim.",
    },
    columns: {
      member_id: "Nomor samaran peserta.",
      sex: "Kode untuk laki-laki (M) dan perempuan (F).",
      birth_month: "Bulan lahir.",
      start_month: "Bulan iuran pertama dari periode.",
      last_month:
        'Bulan iuran terakhir yang terlihat; blank = "active": sel kosong berarti belum ' +
        "ada, dan active = [ … ]: teks ini berarti belum ada.",
      end_reason:
        "Sebab klaim JHT yang menutup periode; none: tidak ada klaim yang menutupnya.",
      claim_month: "Bulan klaim itu.",
      monthly_wage_idr:
        "Upah terakhir yang dilaporkan sebulan, sebelum batas atas; unit_idr: rupiah per " +
        "satuan.",
      weight: "Berapa peserta yang diwakili satu baris; 1 jika tidak diberikan.",
      employer_id: "Nomor perusahaan.",
      contribution_month: "Bulan iuran, bukan bulan pembayaran.",
      contribution_to_month: "Bulan iuran terakhir, jika satu pembayaran untuk beberapa.",
      paid_on: "Hari atau bulan pembayaran.",
      claim_id: "Nomor klaim.",
      benefit_month: "Bulan manfaat yang dibayar.",
      first_benefit_month: "Bulan manfaat pertama yang dibayar.",
      months_paid: "Banyaknya bulan manfaat yang dibayar.",
      amount_idr: "Jumlah yang dibayar; unit_idr: rupiah per satuan.",
      outcome: "Akhir klaim; sel kosong berarti klaim masih berjalan.",
      outcome_month: "Bulan berakhirnya klaim.",
    },
    wageOfMonth: "Upah bulan itu; di bawah 0 jika pembayaran ditarik kembali.",
    reasonOfClaim: "Sebab klaim.",
    monthOfClaim: "Bulan klaim.",
    carried: "Kolom untuk pengelompokan: nama dalam ekstrak = nama dalam berkas.",
    format: "Cara berkas ditulis. Pemisah dan pengodean berlaku untuk berkas teks.",
    otherFormat: "Yang ditulis lain daripada di atas.",
    emptyMarks: "Sel yang tidak berisi apa-apa, selain sel kosong.",
    unused: (names) => `Tidak dipakai: ${names}`,
    toBeFilledIn: (asked) => `${asked}: harus diisi.`,
    unitIsOneOf: (units) => `unit_idr adalah salah satu dari ${units}`,
    writeCodes: (codes) =>
      `Tulis masing-masing di belakang artinya, ${codes}, lalu hapus baris ini.`,
  },
};
