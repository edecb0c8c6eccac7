import type { valuation as english } from "../english/valuation.ts";
import { capitalized } from "../capitalized.ts";
import { dateByLocale } from "../date_format.ts";
import { quantities } from "./quantities.ts";

const { count, month: monthInWords, number, percent, plainNumber } = quantities;

export const valuation: typeof english = {
  rate: (rate) => `${plainNumber(Number((100 * rate).toFixed(4)))} persen`,
  percent2: (rate) => percent(rate, 2),
  date: (date) => dateByLocale("id-ID", date),
  structureOnly: (name) => `${name} (hanya susunan, bukan besaran)`,
  data: (extractName, isSynthetic) =>
    `${isSynthetic ? "data sintetis, " : ""}ekstrak ${extractName}`,
  upTo: (title, months) => `${title}, sampai ${months} bulan`,
  list: (texts) => new Intl.ListFormat("id-ID").format(texts),
  amount: (value, unit) => `Rp${number(value, 1)} ${unit}`,
  units: {
    thousand: "ribu",
    persons: "orang",
    trillion: "triliun",
    billion: "miliar",
    million: "juta",
  },
  inRupiah: (unit) => `Rp ${unit}`,
  months: "bulan",
  times: "kali",
  years: "tahun",
  ofWages: "% upah",
  none: "tidak ada",

  inShort: {
    computedOne: (title) => `“${title}”`,
    computedSome: (schemes) => `${schemes} skema`,
    computed: (what, firstYear, lastYear, scenarios, data) =>
      `Manfaat, biaya administrasi, dan dana dari ${what} diproyeksikan untuk tahun ` +
      `${firstYear} sampai ${lastYear} menurut ${scenarios} skenario, berdasarkan ${data}.`,
    reserve: (multiple) =>
      `cadangan ${plainNumber(multiple)} kali pengeluaran tahun terakhir`,
    rateFor: (rate, scheme) => `${rate} untuk ${scheme}`,
    ratesOfSome: (scenario, reserve, rates, isBetween) =>
      `Dalam skenario ${scenario} tingkat iuran tetap yang membiayai semuanya dan ` +
      `menyisakan ${reserve} adalah${isBetween ? " antara" : ""} ` +
      `${rates.join(" dan ")}, dari upah yang dikenai iuran.`,
    withoutFund: (rate) => `; tanpa dana itu ${rate} cukup untuk tahun-tahun ini`,
    noContribution: (scenario, fund, reserve, alone) =>
      `Dalam skenario ${scenario} tidak diperlukan iuran: dana awal ${fund} membiayai ` +
      `manfaat dan administrasi, dan menyisakan sedikitnya ${reserve}${alone}.`,
    contribution: (scenario, rate, fund, reserve, minimum, alone) =>
      `Dalam skenario ${scenario} iuran tetap ${rate} dari upah yang dikenai iuran` +
      `${fund === null ? "" : `, bersama dana awal ${fund},`} membiayai manfaat dan ` +
      `administrasi, dan menyisakan ${reserve}; ${minimum} cukup jika tanpa cadangan` +
      `${alone}.`,
    of: (scheme) => `untuk ${scheme}: `,
    inScenario: (scenario) => `dalam skenario ${scenario}`,
    atRate: (rate, lasts, inMain) => `dengan ${rate} ${lasts} ${inMain}`,
    andSoIn: (scenarios) => `, demikian juga dalam skenario ${scenarios}`,
    inOthers: (scenarios, lasts) => `dalam skenario ${scenarios} ${lasts}`,
    lastsToEnd: "dana cukup sampai akhir proyeksi",
    overdrawn: (year) => `dana habis pada ${year}`,
    noOwnRate: (of, lasts) =>
      capitalized(`${of}peraturan tidak menyebut tingkat iurannya sendiri; ${lasts}.`),
    ownRate: (of, inMain, rate, isLess, lasts) =>
      capitalized(
        `${of}${inMain} tingkat iuran menurut peraturan, ${rate} dari upah, ` +
          `${isLess ? "kurang" : "lebih"} dari yang diperlukan; ${lasts}.`,
      ),
    rateOf: (rate, scenario) => `${rate} (${scenario})`,
    range: (lowest, highest) =>
      "antarskenario, yang tidak diberi probabilitas, tingkat iuran berkisar dari " +
      `${lowest} sampai ${highest}; `,
    recorded: "datanya adalah data yang dicatat",
    structureOnly:
      "ekstrak itu sintetis dan hanya memberi susunan menurut jenis kelamin dan usia, " +
      "sedangkan besarannya dinyatakan dalam berkas valuasi dengan sumbernya",
    synthetic:
      "datanya sintetis, dan tidak ada tingkat iuran di sini yang menjadi bukti tentang " +
      "Indonesia",
    howSure: (of, range, data) => `${capitalized(of + range + data)}.`,
    whereToLook:
      "Tingkat iuran ada dalam tabel di bawah; angka setiap tahun di bagian Hasil menurut " +
      "tahun, dan yang tidak dinyatakan oleh angka itu di bagian Batasan.",
  },

  rates: {
    title: "Tingkat iuran dari upah yang dikenai iuran, manfaat dan administrasi",
    scheme: "Skema",
    scenario: "Skenario",
    suggested: "Tingkat yang disarankan",
    minimum: "Tingkat minimum",
    breakEven: "Tingkat impas",
    breakEvenAlone: "Impas tanpa dana",
    keeping: "Cadangan terjaga setiap tahun",
    longest: "Manfaat terlama",
    own: "Tingkat menurut peraturan",
    trial: "Tingkat yang dicoba",
    exhaustion: "Dana habis pada tingkat yang dicoba",
    note:
      "Disarankan: tingkat tetap yang berakhir dengan cadangan yang diinginkan. Minimum: " +
      "yang berakhir tanpa sisa dan tidak pernah kurang. Impas: yang berakhir tanpa sisa, " +
      "apa pun di antaranya; di bawah 0 jika dana awal membiayai semuanya. Tanpa " +
      "dana: sama, jika dana awal nol. Cadangan terjaga: tingkat tetap dengan cadangan yang " +
      "diinginkan, dihitung dari biaya tahun itu, pada akhir setiap tahun dengan manfaat. " +
      "Dana habis: tahun pertama yang berakhir dengan kekurangan; n.a. jika tidak ada.",
  },

  projection: {
    title: "Proyeksi menurut tahun keuangan",
    ofScenario: (scenario, title) => `Skenario ${scenario}: ${title.toLowerCase()}`,
    year: "Tahun",
    members: "Peserta",
    beneficiaries: "Penerima manfaat",
    demographic: "Rasio demografis",
    earnings: "Upah yang dikenai iuran",
    benefits: "Manfaat",
    payg: "Tingkat biaya PAYG",
    fund: "Dana",
    reserve: "Rasio cadangan",
    note: (administration) =>
      "Uang dalam rupiah. Tingkat biaya PAYG termasuk administrasi, yaitu " +
      `${administration} dari upah yang dikenai iuran. Dana pada tingkat yang disarankan, ` +
      "pada akhir tahun.",
    schemeYears: (year, first, last) =>
      `Tahun adalah tahun skema: ${year} adalah ${monthInWords(first)} sampai ` +
      `${
        monthInWords(last)
      }. Asumsi menurut tahun, juga hasil investasi, adalah asumsi ` +
      "tahun kalender saat tahun itu mulai.",
  },

  fund: {
    status: { paid: "dibayar", tried: "dicoba" },
    costTitle: (rate, status) =>
      `Tingkat biaya PAYG, manfaat dan administrasi, di samping ${rate} yang ${status}`,
    costNote: "Pengeluaran tahun itu dibagi upah yang dikenai iuran.",
    ratesTitle: "Tingkat yang seimbang, dengan dan tanpa dana",
    withFund: "Impas dengan dana",
    sevenYears: "Tingkat tujuh tahun",
    overYears: (years) => `Tingkat selama ${years} tahun`,
    toNothing: (rate) => `${rate}, tanpa sisa`,
    expensesLeft: (rate) => `${rate}, bersisa pengeluaran setahun`,
    atEnd: "Dana pada akhir",
    monthsCovered: "Bulan klaim yang tertutup dana awal",
    belowZero:
      "Tingkat di bawah 0: dana dan hasil investasinya membiayai semuanya, dan sebesar itu " +
      "dari upah setiap tahun dapat dikembalikan sebelum dana habis. Tujuh tahun, seperti " +
      "cara Kanada menetapkan tingkat iurannya.",
    monthsNote: "Bulan tertutup: dana awal dibagi seperdua belas manfaat tahun pertama.",
    affordsTitle: (rate) => `Yang dapat dibiayai ${rate} saja, tanpa dana`,
    recognised: "PHK yang diakui",
    affordable: "Dapat dibiayai",
    benefitRate: "Besar manfaat",
    duration: "Jangka waktu",
    affordsNote:
      "Satu per satu, yang lain tetap, selama semua tahun proyeksi, tanpa kekurangan pada " +
      "akhir tahun mana pun. Yang dilihat paling tinggi 100 persen dan 24 bulan.",
    shockTitle: (rate) =>
      `Kelipatan manfaat yang menghabiskan dana pada akhir tahun, dengan ${rate}`,
    shockNote:
      "Manfaat setiap tahun sejak tahun pertama dikalikan. Di bawah 1: habis tanpa " +
      "guncangan.",
    reserveTitle: (rate) => `Dana awal yang diperlukan agar ${rate} cukup`,
    stress: "Tekanan",
    lasting: (years) => `${years} tahun`,
    now: "Dana sekarang",
    reserveNote: "0 jika iuran saja membiayai tekanan itu selama semua tahun tersebut.",
  },

  covered: {
    title: "Siapa yang dilindungi",
    registered: "Terdaftar",
    byLaw: "Menurut peraturan, paling banyak",
    ofEmployees: "% pekerja penerima upah",
    coverage: "Cakupan",
    entitled: "Peserta keluar yang berhak",
    leftOut: "Peserta keluar yang tidak memenuhi syarat",
    notCovered: "Sebab tidak dilindungi",
    tooFew: "Masa iur kurang",
    tooFewInARow: "Bulan berturut-turut kurang",
    beneficiaries: "Penerima manfaat, tahun terakhir",
    replacement: "Manfaat terhadap upah terakhir",
    scenarioNote: (scenario) => `Angka menurut skenario ${scenario}.`,
    coverageNote: (year) => `Cakupan: peserta dan pekerja penerima upah tahun ${year}.`,
    statedNote:
      "Masa iur kurang: semua peserta keluar dengan sebab yang dilindungi tetapi tidak " +
      "dibayar, apa pun alasannya, menurut bagian yang dinyatakan berkas valuasi.",
    sumNote:
      "Yang berhak dan yang tidak memenuhi syarat berjumlah 100. Sebab tidak dilindungi: " +
      "tanpa satu bulan manfaat pun untuk sebab atau usia itu.",
  },

  page: {
    title: (title) => `Ringkasan: ${title}`,
    asOf: (valued, law, data) =>
      `Valuasi aktuaria per ${valued}, menurut peraturan per ${law}, berdasarkan ${data}.`,
    otherThan: (name, over) =>
      `Tidak seperti dalam ${name}, melainkan dengan nilai lain: ${over}.`,
    informationTo: (date) => `Fakta sampai ${date} sudah diketahui.`,
    source: (name, data) => `JKP Lab: valuasi ${name}, ${data}.`,
    coverageSource: (source) => `${source} Cakupan: data/open.`,
    question: "Pertanyaan",
    purpose: (titles, first, firstBenefit) =>
      `Tingkat iuran berapa yang membiayai ${titles}, mulai ${
        monthInWords(first)
      }, dengan ` +
      `manfaat pertama pada ${monthInWords(firstBenefit)}?`,
    years: "Hasil menurut tahun",
    fund: (status) => `Dana dan tingkat iuran yang ${status}`,
    limits: "Batasan",
    limitsText:
      "Skenario bukan ramalan, dan tidak diberi probabilitas. Perilaku dianggap tidak berubah " +
      "karena peraturan.",
    syntheticLimits:
      "Datanya sintetis: tidak ada tingkat iuran di sini yang menjadi bukti tentang " +
      "Indonesia.",
    statedLimits:
      "Ekstraknya sintetis dan hanya memberi susunan menurut jenis kelamin dan usia; " +
      "besarannya dinyatakan dalam berkas valuasi, dan tingkat iuran hanya sebaik besaran " +
      "itu.",
    whole: (file) =>
      "Dokumen lengkap dalam bahasa Inggris, dengan peraturan, data, asumsi, metode, dan " +
      `kepekaan, adalah ${file}.`,
    sources: "Sumber",
    valuation: "Valuasi",
    ofScenario: (title) => `Skenario ${title}`,
    keyAndLaw: "Kunci hasil",
    key: "Kunci",
    noKey: "tidak ada: folder ekstrak tidak menyimpan nomor",
    lawAsOf: "Peraturan per",
    open: (file) => `Buka ${file}.`,
    written: (files, folder) => `${count(files)} berkas dalam ${folder}/.`,
  },
};
