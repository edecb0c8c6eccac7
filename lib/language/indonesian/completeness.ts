import type { completeness as english } from "../english/completeness.ts";
import { quantities } from "./quantities.ts";

const { count, counted, month: monthInWords, plainNumber } = quantities;

export const completeness: typeof english = {
  title: "Iuran menurut bulan: seberapa lengkap",
  synthetic: " (data sintetis)",
  month: "Bulan",
  reading: "Bacaan",
  complete: "lengkap",
  incomplete: "belum lengkap",
  memberMonths: "Peserta-bulan",
  wages: "Upah",
  ofAll: (what) => `Dari seluruh ${what.toLowerCase()}`,
  recordedUnit: "tercatat",
  recorded: "Tercatat",
  lower: "Bawah",
  upper: "Atas",
  completed: "Lengkapnya",
  expectedUnit: "diharapkan",
  noFall:
    "Bulan yang belum lengkap jangan dibaca sebagai penurunan: sebagian datanya masih akan " +
    "masuk.",
  noneToRead: "Tidak ada bulan yang dapat dibaca apa adanya.",
  cutAfter: (month, percent) =>
    `Pakailah angka lengkapnya, atau potong sesudah ${
      monthInWords(month)
    }, sampai bulan ` +
    `yang semuanya lengkap (tercatat ${
      plainNumber(percent)
    } persen atau lebih, juga pada ` +
    "batas bawah interval).",
  undated: (memberMonths) =>
    `${count(memberMonths)} peserta-bulan tanpa tanggal tidak masuk baris mana pun.`,

  basis: {
    ladder: (_said, first, last) =>
      "Metode chain ladder, faktor ditimbang menurut volume, bulan asal " +
      `${monthInWords(first)} sampai ${monthInWords(last)}, dari setiap umur ke umur ` +
      "berikutnya; sesudah umur tertinggi tidak ada lagi yang masuk.",
    errors: () =>
      "Galat baku: Mack (1993); parameter varians faktor terakhir yang hanya " +
      "mempunyai satu rasio mengikuti aturannya, yaitu yang terendah dari dua faktor " +
      "sebelumnya dan dari lanjutannya.",
    noErrors: () =>
      "Tanpa galat baku: rasio perkembangan terlalu sedikit; setiap faktor memerlukan dua " +
      "atau lebih.",
    interval: (percent) =>
      `Interval ${
        plainNumber(percent)
      } persen: log-normal di sekitar yang masih akan masuk.`,
    recordsTo: (last) => `Catatan sampai ${monthInWords(last)} masuk segitiga data.`,
    recordsBefore: (last, drawn) =>
      `Catatan sampai ${monthInWords(last)} masuk segitiga data; catatan ` +
      `${
        monthInWords(drawn)
      }, saat register ditarik, dihitung sebagai tercatat, tetapi ` +
      "bulan itu masih dapat bertambah.",
    nothingYoung: (months) =>
      `Tidak ada yang tercatat dalam ${
        counted(months, "bulan")
      } pertama: tentang bulan ` +
      "semuda itu tidak ada yang diketahui.",
  },
};
