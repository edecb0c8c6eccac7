import type { claim as english } from "../english/claim.ts";
import { quantities } from "./quantities.ts";

const { money, month: monthInWords, number, plainNumber } = quantities;

const inMonths = (count: number) => `${count} bulan`;

export const claim: typeof english = {
  month: monthInWords,
  yes: "ya",
  no: "tidak",

  rules: {
    all: "semua",
    coverage: "kepesertaan",
    contingency: "sebab PHK",
    other_benefits: "manfaat lain",
    number_of_claims: "jumlah klaim",
    time_between_claims: "jarak antarklaim",
    contributions: "masa iur",
    consecutive_months: "bulan berturut-turut",
    claim_deadline: "batas waktu klaim",
    benefit_age: "usia menurut rumus manfaat",
    entitlement_used_up: "hak sudah habis",
  },

  wanted: {
    coverage: "peserta dari kelompok yang dilindungi",
    group: "kelompok yang dilindungi",
    enterprise: "skala usaha yang dilindungi",
    contract: "jenis perjanjian kerja yang dilindungi",
    citizen: "warga negara",
    memberOf: (schemes) => `peserta ${schemes.join(" dan ")}`,
    hours: (hours) => `paling sedikit ${hours} jam seminggu`,
    ageAtRegistration: (below) => `usia di bawah ${below} tahun saat didaftarkan`,
    contingency: "sebab PHK yang dilindungi",
    otherBenefits: (benefits) => `tidak menerima ${benefits.join(" atau ")}`,
    numberOfClaims: (most) => `paling banyak ${most} klaim selama masa usia kerja`,
    monthsFromLastBenefit: (months) => `${months} bulan sejak manfaat terakhir`,
    monthsFromLastClaim: (months) => `${months} bulan sejak klaim terakhir`,
    contributions: (months, within) => `masa iur ${months} bulan dalam ${within}`,
    consecutiveAtEnd: (months) =>
      `${months} bulan berturut-turut sebelum hubungan kerja berakhir`,
    consecutiveWithin: (months, within) =>
      `${months} bulan berturut-turut dalam ${within}`,
    deadline: (months) => `klaim dalam ${months} bulan sejak hubungan kerja berakhir`,
    benefitAge: "usia yang disebut dalam rumus manfaat",
    monthsLeft: "masih ada sisa bulan manfaat",
  },
  lastMonths: (months) => `${months} bulan terakhir`,
  monthsSinceLastClaim: (months) => `${months} bulan sejak klaim terakhir`,
  got: {
    coverage: "tidak ada halangan",
    noCitizen: "bukan warga negara",
    noMember: "bukan peserta",
    none: "tidak ada",
    unsaidCause: (cause) => `${cause}, yang tidak disebut oleh sumber`,
    claimNumber: (number) => `klaim ke-${number}`,
    monthsFrom: (months, from) => `${inMonths(months)} sejak ${monthInWords(from)}`,
    months: inMonths,
    inARow: (months) => `${months} bulan berturut-turut`,
    monthsAfter: (months) => `${inMonths(months)} sesudahnya`,
  },

  open: {
    cause: (cause) => `sebab PHK: sumber tidak menyebut ${cause}`,
    durationAfter: (shortest, longest, cause) =>
      `jangka waktu manfaat: ${shortest} sampai ${longest} bulan setelah ${cause}`,
    duration: (shortest, longest, decidedBy) =>
      `jangka waktu manfaat: ${shortest} sampai ${longest} bulan menurut ` +
      decidedBy.join(" dan "),
    limit: (name, multiple, of) =>
      `${name}: ${plainNumber(multiple)} kali ${of}, yang tidak diberikan`,
    ceiling: "batas atas upah",
    floor: "batas bawah upah",
    minimumBenefit: "manfaat paling rendah",
    maximumBenefit: "manfaat paling tinggi",
  },

  checks: {
    eligible: (scheme, month) =>
      `${scheme}, ketentuan ${monthInWords(month)}: berhak, semua syarat terpenuhi`,
    renewal: "; lanjutan dari klaim terakhir",
    refused: (scheme, month, rule) =>
      `${scheme}, ketentuan ${monthInWords(month)}: tidak berhak, syarat yang tidak ` +
      `terpenuhi: ${rule}`,
    rule: "Syarat",
    met: "Terpenuhi",
    wanted: "Disyaratkan",
    got: "Didapati",
    source: "Sumber",
  },

  notes: {
    noFurtherClaim: "Klaim berikutnya tidak mungkin lagi.",
    nextAfterBenefits: (month) =>
      `Klaim berikutnya: mulai ${
        monthInWords(month)
      }, jika manfaat setiap bulan diambil ` +
      "dan sesudah itu iuran dibayar tanpa putus sampai PHK.",
    nextAfterRefusal: (month) =>
      `Klaim berikutnya: mulai ${
        monthInWords(month)
      }, jika sejak bulan klaim ini iuran ` +
      "dibayar tanpa putus sampai PHK.",
    waitingDays: (days) => `Masa tunggu: ${days} hari.`,
    waitingMonths: (months) => `Masa tunggu: ${months} bulan.`,
    newRates: (month, source) =>
      `Manfaat mulai ${monthInWords(month)}: menurut besaran baru sejak bulan itu ` +
      `(${source}).`,
    leftOpen: (open) => `Tidak ditetapkan oleh sumber: ${open}.`,
    wagesIn: (currency, scheme) =>
      `Upah dianggap dalam ${currency}, mata uang ${scheme}.`,
    rulesOf: (scheme, month, currency) =>
      `${scheme}: ketentuan ${monthInWords(month)}, jumlah dalam ${
        currency === "IDR" ? "rupiah" : currency
      }.`,
    refusedBy: (source) => `Ditolak menurut ${source}.`,
  },

  benefits: {
    title: (scheme, wage, currency) =>
      `${scheme}: manfaat atas upah acuan ${money(wage, currency)} sebulan`,
    month: "Bulan",
    benefit: "Manfaat",
    left: "Sisa sesudahnya",
    monthsLeft: "Bulan",
    amountLeft: "Manfaat",
    allowance: "Dibayar sekaligus jika mendapat pekerjaan",
    earnings: "Penghasilan lain yang dibolehkan",
    isLost: (total, currency) =>
      `Seluruhnya ${money(total, currency)}. Jika pekerjaan didapat sebelum itu, ` +
      "sisanya hilang.",
    isKept: (total, currency, until) =>
      `Seluruhnya ${money(total, currency)}. Jika pekerjaan didapat sebelum itu, ` +
      `sisanya tetap menjadi hak dan dapat diambil sampai ${monthInWords(until)}.`,
  },

  liability: {
    title: (scheme) => `${scheme}: siapa yang membayar`,
    month: "Bulan",
    fund: "Dana",
    employer: "Pengusaha",
    isLumpSum: "Pengusaha wajib membayar manfaat sekaligus.",
    arrears: (amount, currency) =>
      `Pengusaha wajib melunasi tunggakan iuran: ${money(amount, currency)}.`,
    reimbursable: (amount, currency) =>
      `Pengusaha dapat meminta penggantian dari dana: ${money(amount, currency)}.`,
    unsaid: (scheme) => `${scheme} tidak mengatur pengusaha yang tidak patuh.`,
  },

  sideBySide: {
    title: "Satu klaim menurut beberapa skema",
    scheme: "Skema",
    decided: "Ditentukan oleh",
    allMet: "semua syarat terpenuhi",
    wantedAndGot: (wanted, got) => `disyaratkan: ${wanted}; didapati: ${got}`,
    wage: "Upah acuan",
    aMonth: "sebulan",
    month: (number) => `Bulan ke-${number}`,
    benefit: "Manfaat",
    next: "Klaim berikutnya mulai",
    source: "Ketentuan: data/designs.",
  },

  many: {
    title: "Klaim menurut syarat yang menentukan",
    scheme: "Rancangan",
    rule: "Ditentukan oleh",
    claims: "Klaim",
    share: "Bagian",
    months: "Bulan manfaat",
    mean: "rata-rata",
    total: "Manfaat",
    together: "seluruhnya",
    paid: "dibayar: semua syarat terpenuhi",
    missingQuantity: (scheme, quantity) =>
      `${scheme}: batas berupa kelipatan ${quantity}, yang tidak diberikan, diabaikan.`,
    shortest: (scheme) => `${scheme}: jangka waktu manfaatnya yang terpendek.`,
    longest: (scheme) => `${scheme}: jangka waktu manfaatnya yang terpanjang.`,
    leftOut: (members) =>
      `Peserta dengan iuran tetapi tanpa PHK, tidak dihitung: ${number(members)}.`,
    written: (rows, file) =>
      `${number(rows)} baris ditulis ke ${file}, yang menyebut peserta: jangan sampai ` +
      "keluar.",
  },
};
