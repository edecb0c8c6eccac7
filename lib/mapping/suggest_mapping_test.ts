import { assertEquals, assertStringIncludes } from "@std/assert";
import fc from "fast-check";
import { formatSuggestion } from "./format_suggestion.ts";
import { parseMapping } from "./mapping_file.ts";
import { type MappingSample, sniffFormat, splitSample } from "./sniff_format.ts";
import { STANDARD_MAPPING } from "./standard_mapping.ts";
import { suggestMapping } from "./suggest_mapping.ts";
import { isWholeMapping, type MappingSuggestion, missingColumns } from "./suggestion.ts";

function suggestFor(text: string): MappingSuggestion {
  const { format } = sniffFormat(text);
  return suggestMapping(splitSample(text, format.delimiter), format);
}

function kinds({ questions }: MappingSuggestion): string[] {
  return questions.map(({ kind, column }) => `${kind} ${column ?? ""}`.trim());
}

function sourcesOf({ found }: MappingSuggestion): Record<string, string> {
  return Object.fromEntries(found.map(({ column, source }) => [column, source]));
}

const INDONESIAN = `No. KPJ;Jenis Kelamin;Tanggal Lahir;Tgl Kepesertaan;BLTH Akhir;\
Sebab Klaim;Tgl Klaim;Upah Terakhir;Lapangan Usaha;Skala Usaha;Provinsi;Kantor Cabang
14021;Laki-laki;25/02/1988;01/03/2015;11-2019;PHK;20/12/2019;4.250.000,00;C;Besar;Banten;JKT
14022;Perempuan;03/07/1990;15/09/2016;12-2019;;31/12/9999;5.100.000,50;G;Mikro;DIY;SMG
14023;Perempuan;11/11/1979;01/01/2011;06-2018;Mengundurkan diri;02/08/2018;3.900.000,00;C;Kecil;Bali;DPS
14024;Laki-laki;30/01/1962;01/05/2009;02-2018;Usia pensiun;01/04/2018;7.800.000,00;H;Besar;Riau;PKU
`;

Deno.test("suggestMapping() maps an Indonesian file whole and without a question", () => {
  const suggestion = suggestFor(INDONESIAN);
  assertEquals(suggestion.questions, []);
  assertEquals(suggestion.unused, ["Kantor Cabang"]);
  assertEquals(
    new Set(suggestion.found.map(({ certainty }) => certainty)),
    new Set(["sure"]),
  );
  assertEquals(suggestion.mapping, {
    format: {
      delimiter: ";",
      decimalMark: ",",
      thousandsSeparator: ".",
      encoding: "utf-8",
      emptyMarks: ["-", "NULL", "N/A", "NA", "#N/A", "31/12/9999"],
    },
    columns: {
      member_id: { column: "No. KPJ" },
      sex: {
        column: "Jenis Kelamin",
        codes: { M: ["Laki-laki"], F: ["Perempuan"] },
      },
      birth_month: { column: "Tanggal Lahir", form: "DD/MM/YYYY" },
      start_month: { column: "Tgl Kepesertaan", form: "DD/MM/YYYY" },
      last_month: { column: "BLTH Akhir", form: "MM-YYYY" },
      end_reason: {
        column: "Sebab Klaim",
        codes: {
          layoff: ["PHK"],
          resignation: ["Mengundurkan diri"],
          retirement: ["Usia pensiun"],
        },
      },
      claim_month: { column: "Tgl Klaim", form: "DD/MM/YYYY" },
      monthly_wage_idr: { column: "Upah Terakhir", unitIdr: 1 },
    },
    carried: {
      sector: "Lapangan Usaha",
      enterprise_size: "Skala Usaha",
      province: "Provinsi",
    },
  });
});

Deno.test("formatSuggestion() writes a whole suggestion that parseMapping() reads", () => {
  const suggestion = suggestFor(INDONESIAN);
  const toml = formatSuggestion(suggestion);
  assertEquals(parseMapping("m.toml", toml), suggestion.mapping);
  assertStringIncludes(
    toml,
    '# sure: "BLTH Akhir" is a usual name of last_month; 100 % of its values read as MM-YYYY.',
  );
  assertStringIncludes(toml, '# Not used: "Kantor Cabang"');
});

Deno.test("suggestMapping() maps an English file", () => {
  const suggestion = suggestFor(`member_no,gender,dob,first_contribution,\
last_contribution,claim_reason,claim_date,salary,sampling_weight,industry
A1,Male,1988-02-25,2015-03,2019-11,layoff,2019-12-20,4250,1.5,Trade
A2,Female,1990-07-03,2016-09,2019-12,,,5100,2.25,Industry
A3,Female,1979-11-11,2011-01,2018-06,resignation,2018-08-02,3900,1,Trade
`);
  const { mapping } = suggestion;
  assertEquals(suggestion.questions, []);
  assertEquals(mapping.columns.birth_month, { column: "dob", form: "YYYY-MM-DD" });
  assertEquals(mapping.columns.monthly_wage_idr, { column: "salary", unitIdr: 1_000 });
  assertEquals(mapping.columns.weight, { column: "sampling_weight" });
  assertEquals(mapping.columns.sex, {
    column: "gender",
    codes: { M: ["Male"], F: ["Female"] },
  });
  assertEquals(mapping.carried, { sector: "industry" });
});

Deno.test("suggestMapping() takes a file of the contract for what it is", () => {
  const { columns } = STANDARD_MAPPING;
  const names = [...Object.keys(columns), ...Object.keys(STANDARD_MAPPING.carried)];
  const suggestion = suggestMapping({
    columns: names,
    rows: [
      ["a0", "M", "1980-01", "2011-02", "2019-10", "layoff", "2019-12", "5000000", "1"],
      ["a1", "F", "1990-01", "2016-02", "2019-12", "", "", "4000000", "1"],
    ],
  });
  assertEquals(suggestion.questions, []);
  assertEquals(suggestion.mapping.format, STANDARD_MAPPING.format);
  assertEquals(suggestion.mapping.carried, STANDARD_MAPPING.carried);
  assertEquals(suggestion.mapping.columns, {
    ...columns,
    end_reason: { column: "end_reason", codes: { layoff: ["layoff"] } },
  });
});

/** A sample with given cells in the row of an ordinary member. */
function sampleWith(cells: Record<string, string[]>): MappingSample {
  const ordinary: Record<string, string[]> = {
    kpj: ["14021", "14022"],
    jk: ["L", "P"],
    tgl_lahir: ["1988-02-25", "1990-07-03"],
    tgl_mulai: ["2015-03-01", "2016-09-15"],
    blth_akhir: ["2019-11", "2019-12"],
    sebab_klaim: ["PHK", ""],
    tgl_klaim: ["2019-12-20", ""],
    upah: ["4250000", "5100000"],
  };
  const all = Object.entries({ ...ordinary, ...cells });
  return {
    columns: all.map(([name]) => name),
    rows: [0, 1].map((row) => all.map(([, column]) => column[row]!)),
  };
}

Deno.test("suggestMapping() asks when the day and the month may stand first", () => {
  const dates = { tgl_lahir: ["03/04/1988", "05/06/1990"] };
  const suggestion = suggestMapping(sampleWith(dates));
  assertEquals(kinds(suggestion), ["date_order birth_month"]);
  assertEquals(suggestion.questions[0]?.values, [
    { value: "03/04/1988", count: 1 },
    { value: "05/06/1990", count: 1 },
  ]);
  const form = { column: "tgl_lahir", form: "DD/MM/YYYY" } as const;
  assertEquals(suggestion.mapping.columns.birth_month, form);
});

Deno.test("suggestMapping() follows a column in which only the month can stand first", () => {
  const suggestion = suggestMapping(sampleWith({
    tgl_lahir: ["03/04/1988", "05/06/1990"],
    tgl_mulai: ["03/31/2015", "09/15/2016"],
  }));
  assertEquals(suggestion.questions, []);
  const form = { column: "tgl_lahir", form: "MM/DD/YYYY" } as const;
  assertEquals(suggestion.mapping.columns.birth_month, form);
});

Deno.test("suggestMapping() asks what numeric codes of the sex mean", () => {
  const suggestion = suggestMapping(sampleWith({ jk: ["2", "1"] }));
  assertEquals(kinds(suggestion), ["numeric_codes sex"]);
  assertEquals(suggestion.mapping.columns.sex, {
    column: "jk",
    codes: { M: ["1"], F: ["2"] },
  });
  const unknown = suggestMapping(sampleWith({ jk: ["0", "1"] }));
  assertEquals(kinds(unknown), ["unknown_codes sex"]);
});

Deno.test("suggestMapping() lists codes it does not know with their counts", () => {
  const sample = sampleWith({});
  const reason = sample.columns.indexOf("sebab_klaim");
  const rows = ["07", "PHK", "07", "Habis kontrak"].map((code) =>
    sample.rows[0]!.map((cell, i) => i === reason ? code : cell)
  );
  const suggestion = suggestMapping({ ...sample, rows });
  const question = suggestion.questions.find(({ kind }) => kind === "unknown_codes");
  assertEquals(question?.values, [
    { value: "07", count: 2 },
    { value: "Habis kontrak", count: 1 },
  ]);
  assertEquals(suggestion.mapping.columns.end_reason, {
    column: "sebab_klaim",
    codes: { layoff: ["PHK"] },
  });
});

Deno.test("suggestMapping() asks whether a mark parts thousands or decimals", () => {
  const suggestion = suggestMapping(sampleWith({ upah: ["4.250", "5.100"] }));
  assertEquals(kinds(suggestion), ["number_marks monthly_wage_idr"]);
  assertEquals(suggestion.mapping.columns.monthly_wage_idr, {
    column: "upah",
    unitIdr: 1_000,
  });
});

Deno.test("suggestMapping() asks about wages of no usual size", () => {
  const suggestion = suggestMapping(sampleWith({ upah: ["4250000000", "5"] }));
  assertEquals(kinds(suggestion), ["odd_values monthly_wage_idr"]);
});

Deno.test("suggestMapping() takes the middle of two wages for their median", () => {
  const [question] = suggestMapping(
    sampleWith({ upah: ["1000000000", "3000000000"] }),
  ).questions;
  assertEquals(
    question?.text,
    'The median of "upah" is 2000000000: which unit does it have?',
  );
});

Deno.test("suggestMapping() asks about values that cannot be read", () => {
  const some = suggestMapping(sampleWith({ blth_akhir: ["2019-11", "des '19"] }));
  assertEquals(kinds(some), ["unreadable last_month"]);
  assertEquals(some.questions[0]?.values, [{ value: "des '19", count: 1 }]);
  const none = suggestMapping(sampleWith({ blth_akhir: ["nov '19", "des '19"] }));
  assertEquals(kinds(none), ["unreadable last_month"]);
  assertEquals(missingColumns(none.mapping), ["last_month"]);
});

Deno.test("suggestMapping() asks when the last month lies before the first", () => {
  const suggestion = suggestMapping(sampleWith({
    tgl_mulai: ["2019-11-01", "2019-12-01"],
    blth_akhir: ["2015-03", "2016-09"],
  }));
  assertEquals(kinds(suggestion), ["odd_values last_month"]);
});

Deno.test("suggestMapping() asks which of two columns is meant, and for pseudonyms", () => {
  const nik = ["3201010101900001", "3201010101900002"];
  const both = suggestMapping(sampleWith({ NIK: nik }));
  assertEquals(kinds(both), ["several member_id"]);
  assertEquals(sourcesOf(both).member_id, "kpj");
  const only = suggestMapping(sampleWith({ kpj: nik }));
  assertEquals(kinds(only), ["personal_number member_id"]);
});

Deno.test("suggestMapping() leaves out columns of the same name", () => {
  const sample = sampleWith({});
  const suggestion = suggestMapping({
    columns: [...sample.columns, "kpj"],
    rows: sample.rows.map((row) => [...row, "x"]),
  });
  assertEquals(kinds(suggestion), ["same_name", "missing member_id"]);
});

Deno.test("suggestMapping() takes misspelt and longer names", () => {
  const suggestion = suggestMapping({
    columns: ["kpj_baru", "jenis_kelamn", "tgl_lahir_peserta", "tgl_mulay"],
    rows: [["A1", "L", "1988-02-25", "2015-03-01"]],
  });
  assertEquals(sourcesOf(suggestion), {
    member_id: "kpj_baru",
    sex: "jenis_kelamn",
    birth_month: "tgl_lahir_peserta",
    start_month: "tgl_mulay",
  });
  assertEquals(
    new Set(suggestion.found.map(({ certainty }) => certainty)),
    new Set(["likely"]),
  );
});

Deno.test("suggestMapping() tells columns apart by their values where names are silent", () => {
  const suggestion = suggestMapping({
    columns: ["v1", "v2", "v3", "v4", "v5", "v6", "v7", "v8"],
    rows: [
      ["X17", "2019-12", "P", "1988-02", "4250000", "2019-11", "PHK", "2015-03"],
      ["X18", "", "L", "1990-07", "900000", "2019-12", "", "2016-09"],
      ["X19", "2018-09", "L", "1979-11", "12500000", "2018-06", "meninggal", "2011-01"],
    ],
  });
  assertEquals(sourcesOf(suggestion), {
    member_id: "v1",
    sex: "v3",
    birth_month: "v4",
    start_month: "v8",
    last_month: "v6",
    end_reason: "v7",
    claim_month: "v2",
    monthly_wage_idr: "v5",
  });
  assertEquals(suggestion.questions, []);
  assertEquals(
    new Set(suggestion.found.map(({ certainty }) => certainty)),
    new Set(["guess"]),
  );
});

Deno.test("suggestMapping() does not choose among columns of months that could be any", () => {
  const suggestion = suggestMapping({
    columns: ["a", "b"],
    rows: [["2019-05", "2018-11"], ["2018-01", "2019-02"]],
  });
  assertEquals(suggestion.found, []);
  assertEquals(suggestion.unused, ["a", "b"]);
});

Deno.test("suggestMapping() finds nothing in a file of something else", () => {
  const suggestion = suggestMapping({
    columns: ["produk", "harga", ""],
    rows: [["beras", "12", "x"], ["gula"]],
  });
  assertEquals(suggestion.found, []);
  assertEquals(suggestion.mapping.columns, {});
  assertEquals(
    kinds(suggestion),
    missingColumns({ ...STANDARD_MAPPING, columns: {} })
      .map((column) => `missing ${column}`),
  );
  assertEquals(isWholeMapping(suggestion.mapping), false);
});

Deno.test("suggestMapping() takes a header without rows by its names, and asks", () => {
  const suggestion = suggestMapping({ ...sampleWith({}), rows: [] });
  assertEquals(isWholeMapping(suggestion.mapping), true);
  assertEquals(kinds(suggestion), [
    "unknown_codes sex",
    "unreadable birth_month",
    "unreadable start_month",
    "unreadable last_month",
    "unreadable claim_month",
    "unknown_codes end_reason",
    "odd_values monthly_wage_idr",
  ]);
});

Deno.test("suggestMapping() takes any table of texts, and its file can be read back", () => {
  const header = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom("kpj", "nik", "jk", "tgl_lahir", "tgl_mulai", "blth_akhir", "upah"),
    fc.constantFrom(
      "tgl_klaim",
      "sebab_klaim",
      "keterangan",
      "bobot",
      "kbli",
      "__proto__",
    ),
  );
  const cell = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom("", "L", "P", "1", "2", "PHK", "2019-12", "03/04/2019", "31/12/9999"),
    fc.constantFrom("4.250.000", "5,5", "201912", "43830", "wafat", "17 Agustus 2019"),
  );
  const table = fc.record({
    columns: fc.oneof(
      fc.array(header, { maxLength: 12 }),
      fc.shuffledSubarray(sampleWith({}).columns.slice(), { minLength: 8 }),
    ),
    rows: fc.array(fc.array(cell, { maxLength: 12 }), { maxLength: 6 }),
  });
  fc.assert(
    fc.property(table, (sample) => {
      const suggestion = suggestMapping(sample);
      const { mapping } = suggestion;
      const toml = formatSuggestion(suggestion);
      if (isWholeMapping(mapping)) assertEquals(parseMapping("m.toml", toml), mapping);
      const used = suggestion.found.map(({ source }) => source);
      assertEquals(new Set(used).size, used.length);
      assertEquals(
        used.every((name) => sample.columns.some((c) => c === name)),
        true,
      );
    }),
    { numRuns: 300 },
  );
});
