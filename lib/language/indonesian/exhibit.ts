import type { exhibit as english } from "../english/exhibit.ts";

export const exhibit: typeof english = {
  table: "Tabel",
  note: "Catatan",
  source: "Sumber",
  continued: (heading, groups) => `${heading}, lanjutan: ${groups}`,
  furtherColumns: "kolom lainnya",

  page: {
    skipToContent: "Langsung ke isi",
    skipContents: "Lewati daftar isi",
    contents: "Daftar isi",
    inShort: "Secara singkat",
    answer: "Hasilnya",
    provenance: "Asal data",
    syntheticData: "Data sintetis",
    extract: (name, isSynthetic) =>
      `${isSynthetic ? "Data sintetis, ekstrak" : "Ekstrak"} ${name}.`,
    madeUp: (name) =>
      `Ekstrak ${name} dibuat, bukan dicatat: tidak ada barisnya yang menggambarkan ` +
      "seseorang, dan tidak ada angka yang dihitung darinya yang menjadi bukti tentang " +
      "Indonesia. ",
  },
};
