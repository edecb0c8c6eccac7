import type { jkp as english } from "../english/jkp.ts";
import { quantities } from "./quantities.ts";

const { count, counted, month: monthInWords, rupiah } = quantities;

export const jkp: typeof english = {
  expected: {
    claim: "nomor klaim",
    upToDrawn: (drawn) => `bulan sampai ${monthInWords(drawn)}, saat register ditarik`,
    monthsUpToDrawn: (drawn, first) =>
      `bulan sampai ${monthInWords(drawn)}, mulai dari ${monthInWords(first)}`,
    wholeMonths: (most) =>
      `banyaknya bulan dari 0 sampai ${most}, sebagai bilangan bulat`,
    number: "bilangan",
    atMost: (mostIdr) => `paling tinggi ${rupiah(mostIdr)}`,
    wholeRupiah: "rupiah bulat",
    notNothing: "jumlah selain 0",
    nothingPaid: "0 jika tidak ada bulan yang dibayar",
    above0: "jumlah di atas 0",
    sameMember: "peserta yang sama",
    asInRow: (value, row, file) =>
      `${value}, seperti pada baris ${row}${
        file === undefined ? "" : ` dalam ${file}`
      } untuk klaim yang sama`,
    claimOnce: (row) => `setiap klaim dalam satu baris (sudah ada pada baris ${row})`,
    notNegative: (month) =>
      `pembayaran manfaat untuk ${
        monthInWords(month)
      } yang seluruhnya berjumlah 0 atau ` +
      "lebih",
    files: 'berkas register klaim JKP, misalnya jkp = ["klaim_jkp.csv"]',
    oneClaim: "sedikitnya satu klaim JKP",
    checksum: (sha256) => `SHA-256 ${sha256}, seperti dinyatakan manifes`,
    fileOnce: "setiap berkas register satu kali",
    noFurther: "tidak ada masalah lain",
    no: (doubt) => `tidak ada ${doubt}`,
  },

  value: {
    another: "yang lain",
    again: "sekali lagi",
    rupiah,
    sameContent: (other) => `isi yang sama dengan ${other}`,
    more: (problems) => `${count(problems)} lagi`,
    thisTheFirst: (found) => `${count(found)}, ini yang pertama`,
  },

  doubt: {
    headerRows: "baris kepala tabel yang terulang, yang tidak dihitung",
    sumRows: "baris jumlah, yang tidak dihitung",
    benefitBeforeClaim: "manfaat untuk bulan sebelum bulan klaim",
    paidBeforeClaim: "pembayaran sebelum bulan klaim",
    paidBeforeMonth: "pembayaran sebelum bulan manfaatnya",
    smallBenefits: (leastIdr) =>
      `manfaat di bawah ${rupiah(leastIdr)} sebulan: mungkin dalam ribuan atau jutaan ` +
      "(unit_idr dalam mapping.toml)",
    twoClaims: "bulan yang dibayarkan kepada satu peserta dalam dua klaim",
    paidTwice:
      "pembayaran satu klaim untuk satu bulan dengan jumlah dan bulan bayar yang sama: " +
      "semuanya dijumlahkan",
    paidAfterEnd: "klaim yang dibayar untuk bulan sesudah klaim itu berakhir",
    quiet: (months) =>
      `klaim berjalan tanpa manfaat dalam ${counted(months, "bulan")} sebelum register ` +
      "ditarik: mungkin sudah berakhir",
  },

  alone: (path) =>
    "Register klaim JKP saja tidak memberi statistik peserta: " +
    `deno task experience --jkp ${path} membacanya.`,
};
