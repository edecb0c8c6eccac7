import type { draft as english } from "../english/draft.ts";
import { quantities } from "./quantities.ts";

const { count, counted, month: monthInWords } = quantities;

export const draft: typeof english = {
  manifest: {
    heading: (by) => `Keterangan ekstrak ini. Draf dari ${by}: periksa setiap baris.`,
    statistics: "Draf dari extract init: periksa setiap baris.",
    name: "Nama yang Anda berikan",
    provider: "Penyedia data",
    drawn: "Bulan penarikan dari register",
    guess: (what, isSample) => `; dugaan: ${what}${isSample ? " dalam sampel" : ""}`,
    monthAfterLatest: "bulan sesudah iuran terakhir",
    latestWritten: "bulan terakhir yang tertulis",
    monthAfterLatestOrClaim: "bulan sesudah iuran terakhir, atau klaim terakhir",
    firstOfClaims: "Bulan pertama yang semua klaim dan manfaatnya tercatat",
    firstOfMembers:
      "Bulan pertama yang semua pesertanya diketahui, juga yang segera keluar sesudahnya",
    earliestBenefit: "manfaat paling awal",
    earliestContribution: "iuran paling awal",
    earliestLast: "iuran terakhir yang paling awal",
    lastOfBenefits: "Bulan terakhir yang semua manfaatnya sudah masuk",
    lastOfContributions: "Bulan terakhir yang semua iurannya sudah masuk",
    latestBenefit: "manfaat paling akhir",
    latestContribution: "iuran paling akhir",
    ofClaims: "Hanya register klaim JKP: tanpa periode dan tanpa pembayaran iuran",
    ofPayments: "Satu baris untuk setiap pembayaran iuran",
    ofSpells: "Satu baris untuk setiap periode kepesertaan",
    synthetic: "true jika baris dibuat-buat, false jika dicatat",
    wageGrowth:
      "Kenaikan upah setahun, sebagai pecahan, jika upah adalah upah terakhir: 0.075 adalah " +
      "7,5 persen",
    method: "Asal data: sampel atau register, siapa yang tidak tercakup",
    filesOfPayments: "Berkas pembayaran iuran",
    filesOfSpells: "Berkas periode",
    tables: "Tabel lain, menurut isinya",
    ledger: "Bagaimana pembayaran iuran menjadi periode",
    gapMonths: "Bulan tanpa pembayaran yang tidak mengakhiri periode",
    employers:
      'Upah sebulan dari beberapa perusahaan: "sum", atau "main", yang tertinggi',
    repeats:
      'Pembayaran yang berulang: "add", atau "once"; jika banyak, kesalahan sampai ' +
      "Anda memilih",
  },

  window: {
    goesOn: (latest) =>
      `Yang masih aktif tidak mempunyai bulan terakhir: ${
        monthInWords(latest)
      } adalah yang ` +
      "paling akhir tertulis. Jika register ditarik kemudian, tulis last_month-nya",
    rowsOf: (rows, month) => `${counted(rows, "baris")} pada ${monthInWords(month)}`,
    mistakes: (first, isMore) =>
      `Dianggap keliru: ${first.join(", ")}${isMore ? ", …" : ""}`,
    isAllIn: (month, rows, before, rowsBefore) =>
      `${monthInWords(month)} memuat ${counted(rows, "baris")}, ${
        before === month - 1 ? "bulan sebelumnya" : monthInWords(before)
      } ${
        count(rowsBefore)
      }: apakah semuanya sudah masuk? Jika belum, tulis last_month ` +
      "yang lebih awal",
  },

  left: {
    unreadable: (expected) => `tidak dapat dibaca: diharapkan ${expected}`,
    unreadableGot: (expected, got) =>
      `tidak dapat dibaca: diharapkan ${expected}, didapati ${got}`,
    unknown: (columns, isMore) =>
      `tidak memuat kolom peserta (${columns.join(", ")}${isMore ? ", …" : ""})`,
    membersAlone: (member, columns, isMore) =>
      `memuat peserta ("${member}"), tetapi tidak ada bulan, upah, jenis kelamin, atau ` +
      `kelahiran dengan nama yang lazim (${columns.join(", ")}${isMore ? ", …" : ""})`,
    noMonth: (member, wage, columns, isMore) =>
      `memuat peserta ("${member}") dan upah ("${wage}"), tetapi tidak ada kolom bulan ` +
      `iurannya (${columns.join(", ")}${isMore ? ", …" : ""})`,
    sheet: (name, sheet) => `${name}, lembar ${sheet}`,
    lacks: (first, columns) =>
      `tampaknya seperti ${first}, tetapi tidak memuat kolom ${columns}`,
    otherThan: (first, what, is, was) =>
      `tampaknya seperti ${first}, tetapi ${what}-nya lain: ${is}, bukan ${was}`,
    keys: {
      delimiter: "pemisah",
      encoding: "pengodean",
      sheet: "lembar",
      headerRow: "baris judul kolom",
    },
    none: "tidak ada",
    besideSpells: "memuat pembayaran iuran, tetapi ada periode, dan itu yang dipakai",
    besideNothing: {
      members: "memuat peserta, tetapi tidak ada periode atau pembayaran iuran",
      claims: "memuat klaim, tetapi tidak ada periode atau pembayaran iuran",
    },
  },

  nothing: {
    expected:
      "tabel periode (peserta, bulan pertama dan terakhir), pembayaran iuran (peserta, " +
      "bulan, upah), atau klaim JKP (bulan manfaat): .csv, .csv.gz, .parquet, atau .xlsx",
    kinds: {
      spells: "periode",
      payments: "pembayaran iuran",
      members: "peserta",
      claims: "klaim",
      jkp: "klaim JKP",
    },
    statistics: (files) => `${files}: statistik, yang hanya memerlukan extract.toml`,
    noFile: "berkas tidak ada",
  },

  summary: {
    kinds: {
      spells: "Periode",
      payments: "Pembayaran iuran (bentuk ledger)",
      members: "Peserta",
      claims: "Klaim JHT",
      jkp: "Klaim JKP",
    },
    table: (kind, files, rows, parts) =>
      `${kind}: ${files}, ${counted(rows, "baris")}: ${parts}`,
    manyFiles: (first, last, files) => `${first} … ${last}, ${files} berkas`,
    sheet: (sheet) => `lembar ${sheet}`,
    oneAMember: "satu untuk setiap peserta dan bulan",
    oneAnEmployer: "satu untuk setiap peserta, perusahaan, dan bulan",
    sex: (codes) => `jenis kelamin ${codes}`,
    born: (form) => `kelahiran sebagai ${form}`,
    reasons: (codes) => `sebab ${codes}`,
    outcomes: (codes) => `akhir klaim ${codes}`,
    inRupiah: "jumlah dalam rupiah",
    inUnits: (unitIdr) => `jumlah dalam satuan ${count(unitIdr)} rupiah`,
    groupBy: (names) => `pengelompokan menurut ${names}`,
    unknown: "tidak diketahui",
    months: (first, last) => `${monthInWords(first)} sampai ${monthInWords(last)}`,
    monthsUnknown: "bulan tidak diketahui",
    noClaims:
      "Tidak ada tabel klaim: tidak diketahui siapa yang mengalami PHK atau mengajukan klaim.",
    leftAside: (files) => `Tidak dipakai: ${files}.`,
    taken: "Dianggap demikian, kecuali Anda ubah dalam mapping.toml:",
    andMore: (more) => `dan ${more} lagi`,
    drafted: (manifest, ofWages) => `Draf: ${manifest} dan mapping.toml. ${ofWages}`,
    wages: {
      jkp: "Klaim JKP saja tidak memberi statistik peserta: experience --jkp membacanya.",
      payments: "Upah rata-rata peserta adalah upah pembayaran untuk setiap bulan.",
      others:
        "Setiap periode memakai upah terakhirnya pada semua bulan, terlalu tinggi untuk bulan " +
        "awal, sampai Anda menulis wage_growth_per_year.",
    },
    nothing: "Tidak ada yang harus diputuskan sebelum data dapat dibaca.",
    nothingElse: "Tidak ada lagi yang harus diputuskan sebelum data dapat dibaca.",
    toDecide: "Harus diputuskan dalam mapping.toml:",
    next: (folder) => `Berikutnya: deno task extract check ${folder}`,
    nextJkp: (folder) =>
      `Berikutnya: deno task extract check ${folder}, lalu deno task experience --jkp ` +
      folder,
    statistics: (files) => `Statistik yang sudah dihitung: ${files}.`,
    draftedStatistics: (manifest) =>
      `Draf: ${manifest}. Periksa bulannya dan penyedia angkanya, dan tulis true pada ` +
      "synthetic jika angkanya dibuat-buat.",
    nextStatistics: (folder) => `Berikutnya: deno task valuation init ${folder}`,
  },

  map: {
    written: (file, columns) =>
      `Pemetaan ditulis ke ${file}: ${columns} kolom ditemukan.`,
    missing: (columns) => `Masih harus diisi: ${columns}.`,
    questions: (questions) => `Pertanyaan dalam komentarnya: ${questions}.`,
    leftAsItIs: (file) => `${file} sudah ada, dan dibiarkan.`,
    draftedEmpty: (file) =>
      `Draf ${file}. Masih harus diisi: extract_month, first_month, last_month.`,
    drafted: (file, first, last) =>
      `Draf ${file}: bulan ${monthInWords(first)} sampai ${monthInWords(last)}, ` +
      "menurut baris-baris pertama. Periksalah.",
    next: (folder) => `Berikutnya: deno task extract check ${folder}`,
  },
};
