import { formatMonth } from "@jkp/month";
import type { shape as english } from "../english/shape.ts";
import { checkQuantities } from "./check.ts";
import { quantities } from "./quantities.ts";

const { count, counted, month: monthInWords, rupiah } = quantities;
const { partOf } = checkQuantities;

const usually = (usual: number, months: number, others: string) =>
  months === 1
    ? `sekitar ${count(Math.round(usual))}, seperti pada ${others}`
    : `sekitar ${
      count(Math.round(usual))
    } dalam ${months} bulan ini bersama-sama, menurut ` +
      `tingkat ${others}`;

export const shape: typeof english = {
  months: (from, to) =>
    from === to ? formatMonth(from) : `${formatMonth(from)} sampai ${formatMonth(to)}`,
  usualOfOthers: (usual, months) => usually(usual, months, "bulan-bulan lain"),
  usualOfBefore: (usual, months) => usually(usual, months, "bulan-bulan sebelumnya"),

  window: {
    nobodyAfter: (month) => `tidak ada peserta sesudah ${monthInWords(month)}`,
    mostBefore: (most, month) =>
      `paling banyak ${counted(most, "peserta")} sebelum ${monthInWords(month)}`,
    mostAfter: (most, month) =>
      `paling banyak ${counted(most, "peserta")} sesudah ${monthInWords(month)}`,
    membersFrom: (month) =>
      `peserta sejak ${monthInWords(month)}, bulan pertama dari rentang`,
    membersTo: (month) =>
      `peserta sampai ${monthInWords(month)}, bulan terakhir dari rentang`,
    meaning:
      "Rentang bulan lebih panjang daripada data, atau ada berkas yang hilang. Isi " +
      "first_month dan last_month dalam extract.toml dengan bulan yang dicakup data, atau " +
      "minta sisanya.",
  },

  members: {
    value: (members) => counted(members, "peserta"),
    around: (members) =>
      `sekitar ${counted(members, "peserta")}, seperti pada bulan-bulan di sekitarnya`,
    missing:
      "Iuran bulan itu tidak ada dalam ekstrak, dan peserta tampak seolah-olah keluar lalu " +
      "kembali. Minta lagi data bulan itu.",
    twice:
      "Bulan itu mungkin tercatat dua kali, atau ada baris jenis lain dalam ekstrak. " +
      "Periksa baris yang hanya mencakup bulan itu.",
    step:
      "Satu cabang, jenis peserta, atau berkas mulai atau berakhir di sini: tingkat sebelum " +
      "dan sesudahnya berasal dari orang yang berbeda. Tanyakan apa yang ditarik, atau " +
      "potong rentangnya di sana: extract build --from dan --to.",
    spellsEnd: (spells) => `${counted(spells, "periode")} berakhir`,
    bulkEnds:
      "Bulan terakhir diisi untuk yang tidak diketahui, catatan ditutup serentak, atau satu " +
      "perusahaan besar tutup. Tanyakan yang mana; tingkat bulan itu bukan tingkat bulan lain.",
    leave: (members) => `${counted(members, "peserta")} keluar`,
    lateMeaning: (cut) =>
      "Pembayaran bulan-bulan terakhir belum semuanya masuk, sehingga peserta tampak " +
      `seolah-olah keluar. Potong rentangnya: extract build --to ${
        formatMonth(cut)
      }, atau ` +
      "tarik lagi datanya beberapa bulan kemudian.",
    claims: (claims) => counted(claims, "klaim"),
    lateClaimsMeaning: (cut) =>
      "Klaim bulan-bulan terakhir belum semuanya dimasukkan. Potong rentangnya: extract " +
      `build --to ${formatMonth(cut)}, atau tarik lagi datanya beberapa bulan kemudian.`,
  },

  series: {
    starts: (starts) => `${count(starts)} periode mulai`,
    claimsFor: (claims, reason) => `${count(claims)} klaim karena ${reason}`,
    missingClaims:
      "Klaim bulan-bulan ini tidak ada dalam ekstrak, atau tercatat dengan sebab atau bulan " +
      "lain. Minta datanya, atau potong rentangnya: extract build --from dan --to.",
    missingSpells:
      "Periode bulan-bulan ini tidak ada dalam ekstrak, atau tercatat pada bulan lain. " +
      "Minta datanya, atau potong rentangnya: extract build --from dan --to.",
    bulkClaims:
      "Klaim dimasukkan serentak, bulannya adalah bulan pemasukan data, atau satu " +
      "perusahaan besar tutup. Tanyakan yang mana; tingkat bulan itu bukan tingkat bulan lain.",
    bulkStarts:
      "Peserta dimasukkan serentak atau diambil dari sistem lain: masa iur sebelumnya tidak " +
      "terlihat. Tanyakan yang mana.",
  },

  reasons: {
    layoff: "PHK",
    resignation: "mengundurkan diri",
    retirement: "pensiun",
    disability: "cacat total tetap",
    death: "meninggal dunia",
    left_country: "meninggalkan Indonesia",
    other: "sebab lain",
  },

  sex: {
    ofAll: (sex, members) => `${sex} untuk semua ${counted(members, "peserta")}`,
    expected: "peserta laki-laki dan perempuan",
    meaning:
      "Kode dalam pemetaan mungkin salah, kolom yang tidak ada diganti nilai tetap, atau " +
      "satu jenis kelamin tidak ikut ditarik. Tingkat menurut jenis kelamin tidak dapat " +
      "dihitung.",
  },
  births: {
    month: (month, part, members) =>
      `${monthInWords(month)} untuk ${partOf(part, members, "peserta")}`,
    spread: "kelahiran yang tersebar pada banyak bulan",
    monthMeaning:
      "Bulan itu mungkin mewakili kelahiran yang tidak diketahui. Tingkat pada usia peserta " +
      "ini bukan tingkat mereka: minta data kelahiran, atau keluarkan peserta itu.",
    calendarMonth: (calendarMonth, part, members) =>
      `bulan ke-${calendarMonth} dalam tahun untuk ${partOf(part, members, "peserta")}`,
    allMonths: "kelahiran pada semua bulan dalam tahun",
    calendarMeaning:
      "Hanya tahun yang diketahui, dan bulannya diisi. Usia dapat salah sampai satu tahun, " +
      "tingkat menurut usia menjadi kabur; tidak perlu tindakan kecuali tanggal lengkap " +
      "dapat diperoleh.",
  },
  starts: {
    month: (month, part, spells) =>
      `${monthInWords(month)} untuk ${partOf(part, spells, "periode")}`,
    expected: "periode yang mulai pada banyak bulan",
    meaning: (month) =>
      "Bulan-bulan sebelumnya dipotong, atau bulan itu adalah bulan pergantian sistem. Masa " +
      "iur sebelumnya tidak terlihat, sehingga yang memenuhi syarat masa iur dihitung " +
      "terlalu sedikit: minta iuran sebelumnya, atau tulis history_from = " +
      `"${formatMonth(month)}" dalam extract.toml, agar masa iur hanya dihitung jika ` +
      "terlihat.",
  },
  claims: {
    none: (ended) => `tidak ada klaim dari ${counted(ended, "periode")} yang berakhir`,
    some: "klaim dari sebagian yang keluar",
    noneMeaning:
      "Tabel klaim tidak digabungkan, atau nomornya berbeda. Tanpa tabel itu tidak ada PHK: " +
      "tidak ada yang dapat dinilai.",
    nobodyLeft: (members) => `tidak ada dari ${counted(members, "peserta")} yang keluar`,
    someLeft: "peserta yang keluar dalam rentang bulan",
    nobodyLeftMeaning:
      "Ekstrak hanya memuat yang masih membayar iuran. Tingkat keluar tidak dapat dihitung: " +
      "minta semua yang membayar iuran dalam rentang bulan.",
    noneFor: (reason, claims, other) =>
      `tidak ada klaim karena ${reason}, ${count(claims)} karena ${other}`,
    bothReasons: "klaim karena PHK dan karena mengundurkan diri",
    noneForMeaning:
      "Satu kode dalam pemetaan mungkin tidak ada atau salah, atau penyedia data tidak " +
      "membedakan keduanya. Tanpa PHK tidak ada penerima manfaat JKP.",
    sameMonth: (part, claims) =>
      `bulan iuran terakhir pada ${partOf(part, claims, "klaim")}`,
    later: "klaim beberapa waktu sesudah iuran terakhir",
    sameMonthMeaning:
      "Bulan klaim diisi dari bulan terakhir, atau sebaliknya. Berapa lama peserta menunggu " +
      "sebelum mengajukan klaim tidak dapat dihitung.",
  },
  ids: {
    noReturn: (members) =>
      `tidak ada dari ${counted(members, "peserta")} dengan periode kedua`,
    someReturn: "sebagian yang keluar lalu kembali",
    noReturnMeaning:
      "Nomor mungkin menunjuk hubungan kerja, bukan orang, atau hanya periode terakhir yang " +
      "ditarik. Lama tidak bekerja dan masa iur menjadi salah: minta nomor orang dan semua " +
      "periodenya.",
    copies: (copies, spells) =>
      `${partOf(copies, spells, "periode")} sama dengan periode di bawah nomor lain`,
    differ: "periode yang berbeda antarpeserta",
    copiesMeaning:
      "Orang yang sama mungkin tercatat dua kali dalam ekstrak, dengan dua jenis nomor. " +
      "Periksa apakah dua berkas memuat baris yang sama.",
  },
  weights: {
    largest: (weight, percent) =>
      `${count(weight)} untuk satu periode: ${percent} persen dari semua bobot`,
    expected: "bobot sampel, tidak ada yang menentukan sendirian",
    meaning:
      "Bobot itu mungkin salah tulis atau bilangan lain, misalnya upah. Hasilnya menjadi " +
      "hasil peserta ini: periksa barisnya.",
  },
  employers: {
    layoffs: (part, all, employer) => `${partOf(part, all, "PHK")} oleh ${employer}`,
    expected: "PHK dari banyak perusahaan",
    meaning:
      "Satu perusahaan tutup atau melakukan PHK besar. Tingkat bulan itu adalah tingkat " +
      "perusahaan itu, dan proyeksi tidak boleh mengharapkannya setiap tahun; periksa juga " +
      "apakah klaimnya dimasukkan karena keliru.",
  },
  wages: {
    median: (medianIdr) => `median ${rupiah(medianIdr)} sebulan`,
    between: (lowIdr, highIdr) => `${rupiah(lowIdr)} sampai ${rupiah(highIdr)}`,
    levelMeaning:
      "Upah mungkin dalam ribuan atau mata uang lain, atau untuk setahun, seminggu, atau " +
      "sehari. Isi satuannya dalam mapping.toml, atau tanyakan.",
    above: (part, spells, times, medianIdr) =>
      `${partOf(part, spells, "upah")} lebih dari ${times} kali di atas median ` +
      rupiah(medianIdr),
    below: (part, spells, times, medianIdr) =>
      `${partOf(part, spells, "upah")} lebih dari ${times} kali di bawah median ` +
      rupiah(medianIdr),
    oneUnit: "upah dalam satu satuan",
    twoUnits:
      "Dua satuan mungkin bercampur dalam satu kolom, atau tanda desimal hilang pada " +
      "sebagian baris. Periksa apakah baris itu dari satu berkas, kantor, atau masa.",
    frequent: (wageIdr, part, spells) =>
      `${rupiah(wageIdr)} untuk ${partOf(part, spells, "periode")}`,
    differ: "upah yang berbeda-beda",
    frequentMeaning:
      "Upah itu mungkin mewakili yang tidak diketahui, batas atas upah, atau upah minimum " +
      "yang dilaporkan perusahaan. Rata-rata upah dan manfaat menjadi sebesar upah ini.",
    largest: (wageIdr, part, spells) =>
      `${rupiah(wageIdr)}, yang tertinggi, untuk ${partOf(part, spells, "periode")}`,
    fewLargest: "upah tertinggi yang hanya dimiliki sedikit peserta",
    cutMeaning:
      "Upah dipotong pada batas atas. Rata-rata upah terlalu rendah, dan rancangan dengan " +
      "batas atas lain tidak dapat dinilai: minta upah penuh.",
    monthMedian: (medianIdr, spells) =>
      `median sekitar ${rupiah(medianIdr)} pada ${
        counted(spells, "periode")
      } yang berakhir`,
    around: (usualIdr) =>
      `sekitar ${rupiah(usualIdr)}, seperti pada bulan-bulan di sekitarnya`,
    monthMeaning:
      "Upah bulan itu dalam satuan lain, atau yang keluar berbeda jenisnya. Periksa apakah " +
      "semuanya dari satu berkas atau satu perusahaan.",
  },
  draw: {
    noShort: (longer) =>
      `tidak ada periode satu atau dua bulan, ${
        count(longer)
      } periode empat sampai enam ` +
      "bulan",
    everyLength: "periode dengan segala panjang",
    noShortMeaning:
      "Periode pendek tidak ikut ditarik. Tingkat keluar pada bulan-bulan pertama terlalu " +
      "rendah: minta semua periode.",
    allClaimed: (ended) => `klaim dari semua ${counted(ended, "periode")} yang berakhir`,
    someUnclaimed: "sebagian yang keluar dan belum mengajukan klaim",
    allClaimedMeaning:
      "Peserta yang keluar ditarik dari tabel klaim. Lama tidak bekerja tidak dapat " +
      "dihitung, dan yang keluar tanpa klaim tidak ada: minta semua yang membayar iuran.",
    nobodyYounger: (years) => `tidak ada yang mulai di bawah usia ${years}`,
    someYounger: (years) => `sebagian yang mulai sebelum usia ${years}`,
    nobodyOlder: (years) => `tidak ada yang lebih tua dari ${years}`,
    someOlder: (years) => `sebagian yang membayar iuran di atas usia ${years}`,
    agesMeaning:
      "Sebagian usia tidak ikut ditarik, atau kelahirannya salah. Tingkat pada usia ini " +
      "tidak dapat dihitung, dan tingkat semua peserta adalah tingkat usia lainnya.",
  },
  rows: {
    sheet: (rows) => `${counted(rows, "baris")}, sebanyak isi satu lembar Excel`,
    exactly: (rows) => `tepat ${counted(rows, "baris")}`,
    byChance: "banyaknya baris yang tidak bulat",
    meaning:
      "Berkas mungkin dipotong oleh program atau oleh batas kueri. Tanyakan berapa baris " +
      "seharusnya, dan nyatakan dalam control_totals.csv.",
  },
};
