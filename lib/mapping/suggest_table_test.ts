import { assertEquals } from "@std/assert";
import { parse } from "smol-toml";
import { formatRegister } from "./format_register.ts";
import { parseJkpMapping, parseLedgerMapping } from "./mapping_file.ts";
import { recognizeTable } from "./recognize_table.ts";
import { STANDARD_FORMAT } from "./standard_mapping.ts";
import { suggestTable } from "./suggest_table.ts";
import { undecidedOf } from "./table_questions.ts";

/** A table of lines with commas. */
function sampleOf(...lines: readonly string[]) {
  const [columns, ...rows] = lines.map((line) => line.split(","));
  return { columns: columns!, rows };
}

const TABLES: readonly (readonly [
  kind: ReturnType<typeof recognizeTable>,
  name: string,
  ...lines: readonly string[],
])[] = [
  ["spells", "a.csv", "KPJ,BLTH Awal,BLTH Akhir,Upah", "17,01-2018,12-2019,4000000"],
  ["spells", "a.csv", "Member No,Join Date,Exit Date", "17,2018-01-05,2019-12-31"],
  [
    "payments",
    "a.csv",
    "KPJ,Bulan Iuran,Upah",
    "17,2018-12-31T17:00:00Z,4000000",
  ],
  // Payments for several months have two months as well, but are dated, or mostly of one.
  [
    "payments",
    "a.csv",
    "KPJ,BLTH Awal,BLTH Akhir,Tgl Bayar,Upah",
    "17,01-2018,03-2018,05/04/2018,4000000",
  ],
  [
    "payments",
    "a.csv",
    "KPJ,BLTH Awal,BLTH Akhir,Upah",
    "17,01-2018,01-2018,4000000",
    "17,02-2018,02-2018,4000000",
    "17,03-2018,04-2018,4000000",
  ],
  ["payments", "iuran.csv", "NPP,Nomor Peserta,Periode Iuran,Gaji", "A,17,201801,4000"],
  ["members", "tk.csv", "No Peserta,Gender,Tanggal Lahir", "17,Pria,1990-01-31"],
  [
    "claims",
    "jht.csv",
    "KPJ,Tgl Klaim,Sebab Klaim,Nominal",
    "17,31/01/2019,PHK,12000000",
  ],
  // The day of payment of a claim is no day of payment of a contribution.
  ["claims", "a.csv", "KPJ,Tgl Pembayaran,Alasan", "17,31/01/2019,Mengundurkan diri"],
  [
    "jkp",
    "a.csv",
    "KPJ,No Klaim,Bulan Manfaat,Tgl Bayar,Nominal,Status",
    "17,K1,01/2024,05/02/2024,2250000,habis",
  ],
  [
    "jkp",
    "jkp 2024",
    "KPJ,Tgl Klaim,Manfaat Pertama,Jumlah Bulan,Total Manfaat,Status",
    "17,05/01/2024,02/2024,6,10500000,bekerja kembali",
  ],
  ["statistics", "x.csv", "month,sex,age_group,members", "2019-01,M,15-19,12"],
  [undefined, "harga.csv", "bulan,beras", "2019-01,12000"],
  [undefined, "kantor.csv", "kode,nama,alamat", "1,Sari,Depok"],
];

Deno.test("recognizeTable() tells tables by their columns and what stands in them", () => {
  assertEquals(
    TABLES.map(([, name, ...lines]) =>
      recognizeTable(sampleOf(...lines), STANDARD_FORMAT, name)
    ),
    TABLES.map(([kind]) => kind),
  );
});

Deno.test("formatRegister() writes what is read back, each table in its own format", () => {
  const main = suggestTable(
    "payments",
    sampleOf("NPP,KPJ,BLTH,Upah", "A,17,01-2018,4000000"),
    { ...STANDARD_FORMAT, sheet: "Iuran", headerRow: 3 },
  );
  const members = suggestTable(
    "members",
    sampleOf("KPJ,JK,Tgl Lahir,Provinsi", "17,L,31/01/90,Bali", "18,P,12/02/91,Riau"),
    { ...STANDARD_FORMAT, sheet: "Peserta" },
  );
  const claims = suggestTable(
    "claims",
    sampleOf(
      "KPJ,Tgl Klaim,Sebab",
      "17,31/01/2019,PHK",
      "18,31/01/2019,JHT sebagian 10%",
    ),
    { ...STANDARD_FORMAT, delimiter: ";" },
  );
  const jkp = suggestTable(
    "jkp",
    sampleOf(
      "KPJ,Tgl Klaim,Bulan Manfaat,Tgl Bayar,Jumlah Bulan,Nominal,Status",
      "17,31/01/2024,02/2024,25/02/2024,6,2250000,Sudah bekerja",
      "18,31/01/2024,02/2024,25/02/2024,6,2250000,Manfaat habis",
    ),
    STANDARD_FORMAT,
  );
  const register = { main, further: [members, claims, jkp] };
  assertEquals(undecidedOf(register), []);
  const toml = formatRegister(register);
  const { format, columns, tables } = parseLedgerMapping("mapping.toml", toml);
  assertEquals(format, main.format);
  assertEquals<unknown>(columns, main.columns);
  assertEquals(tables.members!.format, {
    ...STANDARD_FORMAT,
    sheet: "Peserta",
    headerRow: 1,
    twoDigitYearsFrom: 1930,
  });
  assertEquals(tables.members!.carried, { province: "Provinsi" });
  assertEquals<unknown>(tables.claims!.columns.end_reason, {
    column: "Sebab",
    codes: { layoff: ["PHK"], partial: ["JHT sebagian 10%"] },
  });
  assertEquals<unknown>(parseJkpMapping("mapping.toml", toml).columns, jkp.columns);
  assertEquals(jkp.columns.months_paid, undefined); // a row is a payment, so it has none
});

Deno.test("formatRegister() leaves open what nobody can tell, and forms of other files decide", () => {
  const sample = sampleOf("KPJ,Tgl Klaim,Sebab", "17,03/04/2019,K1", "18,05/06/2019,PHK");
  const payments = suggestTable(
    "payments",
    sampleOf("KPJ,BLTH,Upah,JK", "17,01-2018,7,L", "18,01-2018,150,P"),
    STANDARD_FORMAT,
  );
  const claims = suggestTable("claims", sample, STANDARD_FORMAT);
  const register = { main: payments, further: [claims] };
  assertEquals(undecidedOf(register).map(({ key }) => key), [
    "columns.birth_month",
    "claims.columns.claim_month.form",
    "claims.columns.end_reason.codes.undecided",
  ]);
  const written = parse(formatRegister(register)) as {
    claims: { columns: Record<string, unknown> };
  };
  assertEquals(written.claims.columns.claim_month, { column: "Tgl Klaim", form: "?" });
  assertEquals(written.claims.columns.end_reason, {
    column: "Sebab",
    codes: { layoff: ["PHK"], undecided: ["K1"] },
  });
  const told = suggestTable("claims", sample, STANDARD_FORMAT, { forms: ["MM/DD/YYYY"] });
  assertEquals(told.columns.claim_month!.form, "MM/DD/YYYY");
});
