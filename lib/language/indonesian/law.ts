import type { law as english } from "../english/law.ts";

export const law: typeof english = {
  sections: {
    coverage: "kepesertaan",
    contingency: "sebab PHK",
    qualifying: "masa iur",
    repeatClaims: "klaim berulang",
    claim: "pengajuan klaim",
    insurableEarnings: "upah yang dikenai iuran",
    referenceWage: "upah acuan",
    benefit: "manfaat uang tunai",
    minimumBenefit: "manfaat paling rendah",
    maximumBenefit: "manfaat paling tinggi",
    duration: "jangka waktu manfaat",
    waitingPeriod: "masa tunggu",
    reemploymentAllowance: "tunjangan bekerja kembali",
    severance: "pesangon",
    otherEarnings: "penghasilan lain",
    financing: "pendanaan",
    recomposition: "rekomposisi iuran",
    nonCompliance: "ketidakpatuhan pengusaha",
    runningClaims: "klaim berjalan",
  },
  causes: {
    involuntary: "PHK oleh pengusaha",
    fixed_term_expiry: "PKWT berakhir",
    just_cause_resignation: "mengundurkan diri dengan alasan yang sah",
    forced_resignation: "mengundurkan diri karena terpaksa",
    voluntary_resignation: "mengundurkan diri atas kemauan sendiri",
    misconduct: "PHK karena pelanggaran",
  },
  groups: {
    employee: "pekerja penerima upah",
    civil_servant: "aparatur sipil negara",
    migrant: "pekerja migran",
    domestic_worker: "pekerja rumah tangga",
    part_time: "pekerja paruh waktu",
    construction_worker: "pekerja jasa konstruksi",
    employer: "pemberi kerja",
    non_wage_earner: "pekerja bukan penerima upah",
  },
  enterprises: {
    large: "usaha besar",
    medium: "usaha menengah",
    small: "usaha kecil",
    micro: "usaha mikro",
  },
  contracts: { indefinite: "PKWTT", fixed_term: "PKWT", seasonal: "pekerja musiman" },
  paidFor: {
    old_age: "hari tua",
    permanent_total_disability: "cacat total tetap",
  },
  otherBenefit: (scheme, paidFor) =>
    (scheme === null ? "manfaat" : `manfaat ${scheme}`) +
    (paidFor === null ? "" : ` karena ${paidFor}`),
  openPoint: (section, question, taken, otherwise) =>
    `${section}: ${question}; yang dipakai: ${taken}; kemungkinan lain: ${otherwise}`,
};
