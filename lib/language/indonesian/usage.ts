import type { usage as english } from "../english/usage.ts";

export const usage: typeof english = {
  wants: (option, wanted, got) => `${option} memerlukan ${wanted}, didapati ${got}`,
  wanted: (what, got) => `Diperlukan ${what}, didapati ${got}`,
  unknown: (option) => `Opsi ${option} tidak dikenal`,
  nothing: "kosong",
  both: "keduanya",
  noValue: (option, got) => `${option} tidak memerlukan nilai, didapati ${got}`,
  aValue: "sebuah nilai",
  once: (option, got) => `${option} hanya boleh satu kali, didapati ${got}`,
  and: " dan ",
  or: " atau ",
  orPath: (names) => `${names}, atau sebuah jalur berkas`,
  help: (command) => `deno task ${command} --help menjelaskan opsinya.`,
  usage: "Pemakaian:",
  options: "opsi",
  month: "bulan dalam bentuk YYYY-MM",
  eachNameOnce: "setiap nama satu kali",
  again: (names) => `${names} sekali lagi`,
  oneFolder: "satu folder",
  oneHistory: "satu HISTORY",
  suggest: "opsi --suggest",
  historyCsv: "HISTORY yang berakhir dengan .csv",
  memberOrOut: "--member atau --out",
  memberOf: (file) => `member_id dari ${file}`,
  quantity: "NAME=AMOUNT, misalnya minimum_wage=1570922",
  quantityOf: (names) =>
    `${
      names.length === 0 ? "tanpa besaran" : `salah satu dari ${names.join(", ")}`
    } untuk rancangan ini`,
  newFile: "berkas yang belum ada",
  notOver: (files) =>
    `${files.join(" dan ")} sudah ada dan tidak ditimpa: pindahkan dulu untuk membuat ` +
    "draf baru",
};
