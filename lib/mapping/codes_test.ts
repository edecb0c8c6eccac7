import { END_REASONS } from "@jkp/extract";
import { assertEquals } from "@std/assert";
import { END_REASON_WORDINGS, endReasonOf, isFarDate, sexCodesOf } from "./codes.ts";
import { COLUMN_NAMES, headerWords, matchName } from "./column_names.ts";
import { TABLE_NAMES } from "./table_names.ts";

Deno.test("isFarDate() takes no name before a number for a month", () => {
  const texts = [
    "31/12/2999",
    "31-Des-2999",
    "MEI 2100",
    "9999-12",
    "NAMA 2100",
    "DESA 2999",
  ];
  assertEquals(texts.map(isFarDate), [true, true, true, true, false, false]);
});

Deno.test("endReasonOf() knows the causes of JHT claims in usual wordings", () => {
  const cases: Record<string, string> = {
    "PHK": "layoff",
    "Di-PHK": "layoff",
    "Pemutusan Hubungan Kerja (PHK)": "layoff",
    "MENGUNDURKAN DIRI": "resignation",
    "resign": "resignation",
    "Usia Pensiun": "retirement",
    "Mencapai usia 56 tahun": "retirement",
    "cacat total tetap": "disability",
    "Wafat": "death",
    "Meninggalkan wilayah NKRI untuk selamanya": "left_country",
    "Meninggalkan Indonesia untuk selama-lamanya": "left_country",
    "Kepesertaan 10 Tahun": "other",
    "Lain-lain": "other",
    "Masih aktif": "none",
    "01 - PHK": "layoff",
  };
  assertEquals(
    Object.keys(cases).map((text) => [text, endReasonOf(text)]),
    Object.entries(cases),
  );
});

Deno.test("endReasonOf() leaves open what an analyst must decide", () => {
  for (const text of ["PKWT", "Habis kontrak", "07", "", "constructor"]) {
    assertEquals(endReasonOf(text), undefined);
  }
});

Deno.test("END_REASON_WORDINGS gives no wording to two reasons", () => {
  for (const [reason, wordings] of Object.entries(END_REASON_WORDINGS)) {
    assertEquals(new Set(wordings.map(endReasonOf)), new Set([reason]));
  }
  for (const reason of END_REASONS) {
    assertEquals(endReasonOf(reason.replace("_", " ")), reason);
    assertEquals(endReasonOf(reason), reason);
  }
});

Deno.test("sexCodesOf() lets the pair decide what P means", () => {
  assertEquals(sexCodesOf(["L", "P"]), { M: ["L"], F: ["P"] });
  assertEquals(sexCodesOf(["P", "W"]), { M: ["P"], F: ["W"] });
  assertEquals(sexCodesOf(["p", "l", "-"]), { M: ["l"], F: ["p"] });
  assertEquals(sexCodesOf(["Laki-Laki", "Perempuan"]), {
    M: ["Laki-Laki"],
    F: ["Perempuan"],
  });
  assertEquals(sexCodesOf(["M", "F"]), { M: ["M"], F: ["F"] });
  assertEquals(sexCodesOf(["P"]), {});
  assertEquals(sexCodesOf([]), {});
});

Deno.test("sexCodesOf() takes 1 and 2 only together and in a column named so", () => {
  assertEquals(sexCodesOf(["2", "1"], true), { M: ["1"], F: ["2"] });
  assertEquals(sexCodesOf(["1"], true), {});
  assertEquals(sexCodesOf(["1", "2"], false), {});
  assertEquals(sexCodesOf(["0", "1"], true), {});
});

for (const [kind, columns] of Object.entries(TABLE_NAMES)) {
  Deno.test(`TABLE_NAMES holds names as headers are compared, each once in ${kind}`, () => {
    const all = Object.values(columns).flat();
    assertEquals(all.map(headerWords), all);
    assertEquals(new Set(all).size, all.length);
  });
}

Deno.test("matchName() knows usual headers", () => {
  const cases: [string, keyof typeof COLUMN_NAMES][] = [
    ["Nomor KPJ", "member_id"],
    ["NO_PESERTA", "member_id"],
    ["Jenis Kelamin", "sex"],
    ["L/P", "sex"],
    ["TanggalLahir", "birth_month"],
    ["date-of-birth", "birth_month"],
    ["tanggal_kepesertaan", "start_month"],
    ["first_contribution", "start_month"],
    ["blth_akhir", "last_month"],
    ["TGL NON-AKTIF", "last_month"],
    ["jenis_klaim", "end_reason"],
    ["bulan_klaim", "claim_month"],
    ["Upah", "monthly_wage_idr"],
    ["bobot", "weight"],
    ["Lapangan Usaha", "sector"],
    ["propinsi", "province"],
    ["PROVÍNSI", "province"],
  ];
  assertEquals(
    cases.map(([header, column]) => [
      header,
      matchName(header, COLUMN_NAMES[column])?.likeness,
    ]),
    cases.map(([header]) => [header, "exact"]),
  );
});

Deno.test("matchName() does not take short names for parts and misspellings", () => {
  assertEquals(matchName("bid", COLUMN_NAMES.member_id), undefined);
  assertEquals(matchName("ok", COLUMN_NAMES.sex), undefined);
  assertEquals(matchName("umur", COLUMN_NAMES.monthly_wage_idr), undefined);
  assertEquals(matchName("", COLUMN_NAMES.province), undefined);
});
