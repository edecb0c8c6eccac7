import type { check as english } from "../english/check.ts";
import { quantities } from "./quantities.ts";

const { count, counted, month: monthInWords, plainNumber } = quantities;

const partOf = (part: number, total: number, noun: string) =>
  `${count(part)} dari ${counted(total, noun)} ` +
  `(${Math.round((100 * part) / total)} persen)`;

const rupiah = (amount: number) =>
  amount < 0 ? `−Rp${count(-amount)}` : `Rp${count(amount)}`;

export const check: typeof english = {
  rules: {
    readable: "Manifes, pemetaan, dan berkas dapat dibaca",
    checksums: "Berkas sesuai dengan manifes",
    files_once: "Tidak ada berkas yang dikirim dua kali",
    files_filled: "Setiap berkas berisi baris",
    records: "Setiap baris adalah satu catatan",
    closing_rows:
      "Tidak ada baris yang merupakan jumlah baris lain atau kepala tabel yang terulang",
    values_present: "Sel yang wajib sudah terisi",
    values_readable: "Sel dapat dibaca",
    form_fits: "Baris sesuai dengan bentuk yang dinyatakan",
    payment_months: "Bulan iuran masuk akal",
    net_not_negative: "Tidak ada bulan yang jumlah bersihnya di bawah nol",
    payments_once: "Tidak ada pembayaran iuran yang tercatat dua kali",
    payments_repeated: "Pembayaran iuran tidak dikirim dua kali",
    members_known: "Tabel peserta memuat setiap peserta",
    members_once: "Tabel peserta memuat setiap peserta satu kali",
    members_paying: "Peserta dalam tabel mempunyai pembayaran iuran",
    claims_close: "Klaim dalam tabel menutup satu periode",
    birth_before_start: "Lahir sebelum mulai",
    start_before_end: "Mulai tidak sesudah bulan terakhir",
    no_future_months: "Tidak ada bulan sesudah tanggal data",
    claim_after_end: "Klaim tidak sebelum bulan terakhir",
    claim_with_reason: "Bulan klaim dan sebabnya selalu bersama",
    wage_positive: "Upah di atas 0",
    weight_positive: "Bobot di atas 0",
    wage_possible: "Upah yang mungkin",
    weight_possible: "Bobot yang mungkin untuk sampel",
    wage_plausible: "Upah masuk akal",
    age_covered: "Usia 15 sampai 69",
    spells_unique: "Satu periode untuk setiap peserta dan bulan mulai",
    spells_apart: "Periode seorang peserta tidak tumpang tindih",
    same_person: "Jenis kelamin dan kelahiran tetap sama",
    nothing_after_death: "Tidak ada iuran sesudah peserta meninggal",
    ids_alike: "Nomor berbeda bukan hanya pada angka nol dan huruf besar",
    rows_cut: "Tidak ada berkas yang berakhir di batas program",
    window_filled: "Ada peserta sepanjang rentang bulan",
    members_by_month: "Jumlah peserta berlanjut dari bulan ke bulan",
    last_months: "Bulan-bulan terakhir lengkap",
    starts_by_month: "Ada periode yang mulai setiap bulan",
    claims_by_month: "Ada klaim untuk setiap sebab di setiap bulan",
    claims_present: "Peserta keluar, klaim, dan PHK tercatat",
    values_varied: "Tidak ada satu nilai yang mewakili banyak baris",
    wage_level: "Upah dalam satu satuan dan pada tingkat wajar",
    ids_of_persons: "Nomor menunjuk orang, masing-masing satu kali",
    layoffs_spread: "Tidak ada satu perusahaan dengan sebagian besar PHK",
    jkp_register: "Klaim JKP dapat dibaca dan saling sesuai",
    jkp_plausible: "Klaim JKP masuk akal",
    control_totals: "Total kontrol sesuai",
    drift: "Dekat dengan ekstrak sebelumnya",
  },

  expected: {
    member: "nomor peserta",
    employer: "nomor perusahaan",
    number: "bilangan",
    month: (form) => `bulan dalam bentuk ${form}`,
    oneOf: (codes) => `salah satu dari ${codes.join(", ")}`,
    birthBeforeStart: "bulan sebelum periode mulai",
    startBeforeEnd: "bulan yang tidak sesudah bulan terakhir",
    lastMonth: (last) => `bulan sampai ${monthInWords(last)}, bulan terakhir ekstrak`,
    claimMonth: (drawn) => `bulan sampai ${monthInWords(drawn)}, saat data ditarik`,
    claimAfterEnd:
      "bulan yang tidak sebelum bulan terakhir, atau sebab other untuk klaim sebagian",
    claimWithReason: "bulan klaim jika ada sebab, dan kosong jika tidak ada sebab",
    wageAbove0: "upah di atas 0",
    weightAbove0: "bobot di atas 0",
    wageAtMost: (mostIdr) => `paling tinggi ${rupiah(mostIdr)} sebulan`,
    weightBetween: (least, most) =>
      `bobot dari ${plainNumber(least)} sampai ${count(most)}`,
    wageBetween: (lowIdr, highIdr) =>
      `${rupiah(lowIdr)} sampai ${rupiah(highIdr)} sebulan`,
    ageBetween: (youngest, oldest) =>
      `usia ${youngest} sampai ${oldest} tahun dari bulan mulai sampai bulan terakhir`,
    spellOnce: "satu periode untuk setiap peserta dan bulan mulai",
    spellAfter: "bulan sesudah bulan terakhir dari periode peserta sebelumnya",
    sameSex: "jenis kelamin seperti pada periode peserta sebelumnya",
    sameBirth: "bulan lahir seperti pada periode peserta sebelumnya",
    noneAfterDeath: "tidak ada periode sesudah yang berakhir karena meninggal",
    paymentMonth: (first, drawn) =>
      `bulan dari ${monthInWords(first)}, saat program mulai, sampai ` +
      `${monthInWords(drawn)}, saat data ditarik`,
    lastPaidMonth: (months, drawn) =>
      `bulan mulai dari bulan iuran, paling lama ${months} bulan, sampai ` +
      monthInWords(drawn),
    lineAtMost: (bytes) => `baris paling panjang ${counted(bytes, "bita")}`,
    utf8: "teks UTF-8",
    quotes: "tanda kutip di sekitar seluruh sel, digandakan di dalamnya",
    cellsAsInHeader: (cells) => `${counted(cells, "sel")}, seperti pada judul kolom`,
    seenCharacters: "teks tanpa karakter yang tidak terlihat",
    noControlCharacters: "teks tanpa karakter kendali atau karakter tanpa lebar",
    fifteenDigitsKept:
      "bilangan paling banyak 15 angka, sebab yang lebih panjang kehilangan angka " +
      "terakhirnya: tulis sebagai teks",
    fifteenDigitsRounded:
      "bilangan paling banyak 15 angka, sebab yang lebih panjang dibulatkan: tulis " +
      "sebagai teks",
    failedFormula: "nilai: rumus di sel itu gagal",
    unsavedFormula: "nilai: simpan buku kerja itu dengan program lembar sebar",
    atLeastOneRow: "sedikitnya satu baris",
    noClosingRow: "peserta; baris ini tampaknya jumlah dari baris lain",
    noHeaderAgain: "peserta; baris ini tampaknya kepala tabel yang terulang",
    fewClosingRows: "peserta dan bulan, kecuali pada beberapa baris jumlah",
    checksum: (sha256) => `SHA-256 ${sha256}, seperti dinyatakan extract.toml`,
    fileOnce: "setiap berkas tabel satu kali",
    differingIds: "nomor yang berbeda bukan hanya pada nol di depan dan huruf besar",
    controlTotal: (stated) => `${plainNumber(stated)}, seperti dinyatakan`,
    controlTotalWithin: (stated, tolerance) =>
      `${plainNumber(stated)}, seperti dinyatakan, dengan selisih paling banyak ` +
      plainNumber(tolerance),
    near: (percent, before) =>
      `dalam ${plainNumber(percent)} persen dari ${count(before)}`,
    atMost: (most) => `paling tinggi ${plainNumber(most)}`,
    spellsForm: 'periode, seperti dinyatakan form = "spells" dalam extract.toml',
  },

  value: {
    none: "tidak ada",
    nothing: "kosong",
    cells: (cells) => counted(cells, "sel"),
    otherBytes: "bita lain",
    formulaAlone: "rumus tanpa hasil",
    noSuchFile: "berkas tidak ada",
    sameContent: (other) => `isi yang sama dengan ${other}`,
    personsUnderIds: (persons, ids) =>
      `${counted(persons, "orang")} dengan ${counted(ids, "nomor")}`,
    noneInRows: (closing, rows) =>
      `tidak ada dalam ${counted(closing, "baris")} dari ${count(rows)}`,
    inTheRows: (value) => `${plainNumber(value)} dalam baris`,
    stabilityIndex: (index) =>
      `indeks stabilitas populasi ${index.toFixed(3).replace(".", ",")}`,
    seemsLedger: (ofOneMonth, rows) =>
      `tampaknya buku iuran: ${count(ofOneMonth)} dari ${counted(rows, "baris")} hanya ` +
      "satu bulan",
    allRows: (rows, example) => `semua ${counted(rows, "baris")}, misalnya ${example}`,
    someRows: (found, rows, example) =>
      `${count(found)} dari ${counted(rows, "baris")}, misalnya ${example}`,
    sameInRows: (further, row) =>
      `hal yang sama pada ${counted(further, "baris")} sesudah baris ${row}`,
  },

  meaning: {
    unitOfWages:
      "Upah mungkin dalam ribuan, jutaan, atau mata uang lain: isi unit_idr pada " +
      "monthly_wage_idr dalam mapping.toml.",
    impossibleWages:
      "Kolom mungkin berisi bilangan lain, bukan upah sebulan, atau tanda desimalnya " +
      "hilang: periksa mapping.toml.",
    otherDates:
      "Kolom mungkin berisi tanggal lain, bukan tanggal lahir, atau tahun dua angka dibaca " +
      "sebagai abad lain: periksa mapping.toml.",
    otherReading:
      "Mungkin bukan barisnya yang salah, melainkan cara membacanya: kolom, kode, atau " +
      "bentuk tanggal lain daripada yang disebut pemetaan. Periksa mapping.toml.",
    countedNowhere: "Baris ini tidak dihitung.",
    columnsLost:
      "Kolom peserta dan bulan mungkin hilang, atau tercatat dengan nama lain.",
    copiedFile:
      "Salinan, atau berkas yang dikirim sebagai ganti berkas lain, mungkin dari bulan " +
      "lain. Berkas ini dilewati. Minta berkas yang benar, atau pindahkan berkas ini.",
    ledger: (touching, repeated, negative) =>
      `${counted(touching, "baris")} melanjutkan baris lain dari pesertanya, ` +
      `${count(repeated)} di antaranya pada bulan yang sama; ${
        count(negative)
      } mempunyai ` +
      "upah di bawah 0. Jika setiap baris adalah satu pembayaran atau bulan, tulis form = " +
      '"ledger" dalam extract.toml, dan beri contribution_month dalam mapping.toml kolom ' +
      "bulannya.",
  },

  reason: {
    noPrevious: "ekstrak sebelumnya tidak diberikan",
    noCommonMonth: "tidak ada bulan yang sama dengan ekstrak sebelumnya",
    noControlTotals: (file) => `${file} tidak ada`,
    partCounted: "hanya sebagian peserta yang dihitung",
    noChecksums: (files, first) =>
      `tidak dinyatakan untuk ${files}: minta checksum SHA-256 dari penyedia data, dan ` +
      `tulis masing-masing dalam extract.toml di bawah [sha256], sebagai "${first}" = ` +
      '"64 angka heksadesimal"',
    noUsableRow: "tidak ada baris yang dapat dipakai",
    noEmployers: "kolom perusahaan tidak diikutsertakan",
    partialClaims: (claims) =>
      `${counted(claims, "klaim")} sebelum bulan terakhir dengan sebab other: dianggap ` +
      "klaim sebagian, sesudahnya peserta tetap membayar iuran, sehingga tidak menutup " +
      "periode",
    missingCells: "sel yang diperlukan tidak ada",
    noReadableRow: "tidak ada baris yang dapat dibaca",
  },

  remark: {
    countedOnce: (copy, first) =>
      `${copy} berisi sama dengan ${first}, dan dihitung satu kali.`,
  },

  ledger: {
    notNegative:
      "pembayaran iuran seorang peserta, bulan, dan perusahaan yang berjumlah 0 atau lebih",
    rupiah,
    times: (wageIdr, times) => `${rupiah(wageIdr)}, ${times} kali`,
    once:
      "setiap pembayaran dari satu perusahaan dan bulan bayar satu kali: semuanya dijumlahkan",
    afterClaim: "iuran sesudah klaim",
    noneAfterClaim: "tidak ada iuran sesudah klaim karena meninggal",
    several: "beberapa",
    onePerson: "satu jenis kelamin, bulan lahir, dan label untuk setiap peserta",
    idle: (idle, members, example) =>
      `tidak ada untuk ${counted(idle, "peserta")} dari ${count(members)}, misalnya ` +
      `${example}`,
    contributionsOfEach: "iuran setiap peserta",
    idleMeaning:
      "Mereka tidak dihitung. Pembayarannya mungkin hilang, atau berada di luar bulan " +
      "ekstrak.",
    standAgain: (payments, of, wagesIdr) =>
      `${counted(payments, "pembayaran")} dari ${count(of)} tercatat lagi, dengan upah ` +
      rupiah(wagesIdr),
    countedOnce: (stand) => `${stand}: masing-masing dihitung satu kali.`,
    added: (stand) => `${stand}: dijumlahkan.`,
    againAtMost: (percent) =>
      `paling banyak ${plainNumber(percent)} persen pembayaran tercatat lagi, untuk ` +
      "peserta, perusahaan, dan bulan yang sama, dengan jumlah dan bulan bayar yang sama",
    againMeaning:
      "Pembayaran itu dijumlahkan, sehingga upah terlalu tinggi jika baris dikirim dua " +
      'kali. Jika memang demikian, tulis repeats = "once" di bawah [ledger] dalam ' +
      "extract.toml; jika peserta menerima beberapa upah yang sama dalam sebulan, tulis " +
      'repeats = "add".',
    goingOn: (claims) => `${count(claims)} dengan iuran sesudahnya`,
    early: (claims) => `${count(claims)} sebelum pembayaran pertama`,
    further: (claims) => `${count(claims)} sesudah klaim lain menutup periode`,
    openClaims: (open, claims) => `${count(open)} dari ${counted(claims, "klaim")}`,
    closes:
      "setiap klaim menutup periode terakhir yang mulai pada bulannya atau sebelumnya",
    openMeaning: (why) =>
      `Di antaranya ${
        why.join(", ")
      }. Klaim itu tidak dihitung, dan tingkatnya menjadi ` +
      "terlalu rendah. Bulan klaim mungkin bukan bulan kejadian, pembayaran mungkin " +
      "hilang, atau klaim tercatat dua kali; klaim sebagian memerlukan kode sendiri dalam " +
      "pemetaan.",
    ofTable: "peserta yang ada dalam tabel peserta",
    withPayments: "peserta dengan pembayaran iuran",
    strangers: (members, rows, allRows, example) =>
      `${counted(members, "peserta")} dalam ${counted(rows, "baris")} dari ` +
      `${count(allRows)}, misalnya ${example}`,
    strangersMeaning:
      "Nomor peserta mungkin ditulis berbeda dalam kedua tabel: nol di depan, huruf, atau " +
      "tanda. Periksa kedua kolom.",
    inRows: (member, rows) => `${member} dalam ${counted(rows, "baris")}`,
    moreMembers: (members) => `${counted(members, "peserta")} lagi`,
  },

  verdict: {
    title: "Aturan dan hasilnya",
    notKeptTitle: "Aturan yang tidak terpenuhi",
    rule: "Aturan",
    holds: "Yang berlaku jika terpenuhi",
    state: "Hasil",
    found: "Temuan",
    checked: "Diperiksa",
    notChecked: "Tidak diperiksa",
    states: {
      passed: "terpenuhi",
      failed: "gagal",
      warned: "peringatan",
      "not checked": "tidak diperiksa",
    },
    severities: { error: "kesalahan", warning: "peringatan" },
    someNotChecked: (rows) => `${count(rows)} tidak diperiksa`,
    source: (folder, rows, members) =>
      `${folder}: ${counted(rows, "baris")}, ${counted(members, "peserta")}`,
    total: (errors, warnings) =>
      `${errors === 0 ? "Tidak ada kesalahan" : counted(errors, "kesalahan")}, ` +
      `${counted(warnings, "peringatan")}.`,
    kept: (kept, rules) => `${kept} dari ${rules} aturan terpenuhi.`,
    allFindings: "Semua temuan:",
    firstFindings: (ofEach, found) =>
      `${ofEach} temuan pertama dari setiap aturan, dari ${count(found)} seluruhnya:`,
    row: (row) => `baris ${row}`,
    finding: (rule, severity, place, expected) =>
      `${rule} (${severity}): ${place}: diharapkan ${expected}`,
    got: (value) => `, didapati ${value}`,
    files: (summary, findings) =>
      `Setiap aturan: ${summary}; setiap temuan: ${findings}.`,
    namesMembers: (findings) => `${findings} menyebut peserta: jangan sampai keluar.`,
    noErrors: "tanpa kesalahan",
    see: (errors, findings) => `${count(errors)}; lihat ${findings}`,
    allPaymentsRecorded: (percent) =>
      `Pembayaran iuran: untuk setiap bulan ${
        plainNumber(percent)
      } persen atau lebih sudah ` +
      "tercatat, sejauh tanggalnya menunjukkan.",
  },
};

export const checkQuantities = { partOf, rupiah };
