import type { exhibit as english } from "../english/exhibit.ts";

export const exhibit: typeof english = {
  table: "Tabel",
  figure: "Gambar",
  note: "Catatan",
  source: "Sumber",
};
