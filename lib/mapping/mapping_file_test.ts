import { SEXES } from "@jkp/extract";
import { DataError, type Problem } from "@jkp/problem";
import { assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import fc from "fast-check";
import {
  codeLookup,
  type ColumnMapping,
  DECIMAL_MARKS,
  DELIMITERS,
  ENCODINGS,
  END_REASON_CODES,
  isConstant,
  isEmptyCell,
  THOUSANDS_SEPARATORS,
  WAGE_UNITS_IDR,
} from "./column_mapping.ts";
import { formatMapping } from "./format_mapping.ts";
import { parseJoinedMapping, parseLedgerMapping, parseMapping } from "./mapping_file.ts";
import { hasTwoDigitYears, MONTH_FORM_NAMES } from "./month_forms.ts";
import { STANDARD_FORMAT, STANDARD_MAPPING } from "./standard_mapping.ts";

const STANDARD_TOML = formatMapping(STANDARD_MAPPING);

function problemsOf(toml: string): string[] {
  const error = assertThrows(() => parseMapping("m.toml", toml), DataError);
  return error.problems.map((problem: Problem) =>
    `${problem.place}: ${problem.expected}; ${problem.received}`
  );
}

Deno.test("parseMapping() reads an analyst's file", () => {
  const mapping = parseMapping(
    "m.toml",
    `
    [format]
    delimiter = ";"
    decimal_mark = ","
    thousands_separator = "."
    encoding = "windows-1252"
    sheet = "Data"
    empty_marks = ["NULL"]
    [columns]
    member_id = { column = "KPJ" }
    sex = { column = "JK", codes = { M = ["L"], F = ["P", "W"] } }
    birth_month = { column = "TGL_LAHIR", form = "DD/MM/YYYY" }
    start_month = { column = "AWAL", form = "MM-YYYY" }
    last_month = { column = "AKHIR", form = "MM-YYYY" }
    end_reason = { column = "SEBAB", codes = { layoff = ["PHK"], none = ["AKTIF"] } }
    claim_month = { constant = "none" }
    monthly_wage_idr = { column = "UPAH", unit_idr = 1000 }
    weight = { constant = 10 }
    [carried]
    kantor_cabang = "CABANG"
    `,
  );
  const { columns, carried, format } = mapping;
  assertEquals(format.emptyMarks, ["NULL"]);
  assertEquals(format.sheet, "Data");
  assertEquals(columns.claim_month, { constant: "none" });
  assertEquals(columns.monthly_wage_idr, { column: "UPAH", unitIdr: 1000 });
  assertEquals(columns.weight, { constant: 10 });
  assertEquals(carried, { kantor_cabang: "CABANG" });
  assertEquals(isConstant(columns.end_reason), false);
});

const LEDGER_TOML = `
[format]
delimiter = ";"
decimal_mark = ","
thousands_separator = "."
encoding = "utf-8"
empty_marks = ["NULL"]
[columns]
member_id = { column = "No KPJ" }
employer_id = { column = "NPP" }
contribution_month = { column = "Bulan Iuran", form = "YYYY-MM" }
paid_on = { column = "Tgl Bayar", form = "YYYY-MM-DD" }
monthly_wage_idr = { column = "Upah", unit_idr = 1000 }
[carried]
employer = "NPP"
[members.format]
delimiter = ","
[members.columns]
member_id = { column = "KPJ" }
sex = { column = "JK", codes = { M = ["L"], F = ["P"] } }
birth_month = { column = "Lahir", form = "DD/MM/YYYY" }
[members.carried]
province = "Provinsi"
[claims.columns]
member_id = { column = "KPJ" }
claim_month = { column = "Bulan", form = "MM/YYYY" }
end_reason = { column = "Sebab", codes = { layoff = ["PHK"], partial = ["10%"] } }
`;

Deno.test("parseLedgerMapping() reads payments, and further tables written otherwise", () => {
  const { format, columns, carried, tables } = parseLedgerMapping("m.toml", LEDGER_TOML);
  assertEquals(columns.contribution_to_month, undefined);
  assertEquals(columns.monthly_wage_idr, { column: "Upah", unitIdr: 1000 });
  assertEquals(carried, { employer: "NPP" }); // the employer may be carried
  assertEquals(tables.members!.format, { ...format, delimiter: "," });
  assertEquals(tables.members!.carried, { province: "Provinsi" });
  assertEquals(tables.claims!.format, format);
  assertEquals(tables.claims!.columns.end_reason, {
    column: "Sebab",
    codes: { layoff: ["PHK"], partial: ["10%"] },
  });
});

Deno.test("parseLedgerMapping() gathers the problems of every table", () => {
  const wrong = LEDGER_TOML.replace('"Lahir", form = "DD/MM/YYYY"', '"Lahir"')
    .replace('{ column = "JK"', '{ column = "KPJ"')
    .replace('form = "MM/YYYY"', 'form = "DD/MM/YY"')
    .replace('partial = ["10%"]', 'part = ["10%"]')
    .replace('employer = "NPP"', 'sex = "NPP"\nother = "Upah"');
  const error = assertThrows(() => parseLedgerMapping("m.toml", wrong), DataError);
  assertEquals(
    error.problems.map(({ place, received }: Problem) => [place, received]),
    [
      ["members.columns.birth_month.form", "nothing"],
      ["claims.columns.end_reason.codes.part", "part"],
      ["carried.other", '"Upah"'],
      ["carried.sex", '"NPP"'],
      ["members.columns.sex.column", '"KPJ"'],
      ["claims.format.two_digit_years_from", "nothing"],
    ],
  );
});

Deno.test("parseJoinedMapping() reads spells without what members and claims say", () => {
  const { sex: _, birth_month: __, end_reason: ___, claim_month: ____, ...own } =
    STANDARD_MAPPING.columns;
  const whole = formatMapping({ ...STANDARD_MAPPING, columns: own });
  const { columns, tables } = parseJoinedMapping("m.toml", whole);
  assertEquals(columns, own);
  assertEquals(tables, {});
  const { tables: none, ...all } = parseJoinedMapping("m.toml", STANDARD_TOML);
  assertEquals([all, none], [STANDARD_MAPPING, {}]);
});

Deno.test("parseMapping() gathers every problem at once", () => {
  const toml = STANDARD_TOML
    .replace('delimiter = ","', 'delimiter = "."\ncolour = 1')
    .replace('column = "start_month"\nform = "YYYY-MM"', 'column = "s"\nform = "YY"')
    .replace(/\[columns\.last_month\]\n.*\n.*\n/, "")
    .replace("death = ", "dead = ")
    .replace("unit_idr = 1", "unit_idr = 7")
    .replace('sector = "sector"', 'sector = "sex"\nweight = "w"');
  const forms = MONTH_FORM_NAMES.map((form) => `"${form}"`).join(", ");
  assertEquals(problemsOf(toml), [
    'format.delimiter: one of ",", ";", "\\t", "|"; "."',
    `columns.start_month.form: one of ${forms}; "YY"`,
    "columns.last_month: a table; nothing",
    `columns.end_reason.codes.dead: a standard code: one of ${
      END_REASON_CODES.join(", ")
    }; dead`,
    "columns.monthly_wage_idr.unit_idr: one of 1, 1000, 1000000; 7",
    'carried.sector: each column of the file once; "sex"',
    "carried.weight: no column of the contract here; it goes under columns.weight; " +
    '"w"',
    "format.colour: no such key; 1",
  ]);
});

Deno.test("parseMapping() wants the first year when years have two digits", () => {
  const column = 'column = "start_month"\nform = ';
  const short = STANDARD_TOML.replace(`${column}"YYYY-MM"`, `${column}"DD MMM YY"`);
  assertEquals(problemsOf(short), [
    "format.two_digit_years_from: a year from 1900 to 2000, from which two digits count, " +
    "for DD MMM YY; nothing",
  ]);
  assertEquals(
    problemsOf(STANDARD_TOML.replace("[format]", "[format]\nheader_row = 0")),
    [
      "format.header_row: a row from 1 to 100; 0",
    ],
  );
});

Deno.test("parseMapping() refuses a code for two standard codes", () => {
  assertEquals(problemsOf(STANDARD_TOML.replace('F = [ "F" ]', 'F = [ "F", " m" ]')), [
    'columns.sex.codes.F.1: each code once, in small or capital letters; " m"',
  ]);
});

Deno.test("parseMapping() refuses a column with a constant, and neither", () => {
  const weight = '[columns.weight]\ncolumn = "weight"';
  assertEquals(problemsOf(STANDARD_TOML.replace(weight, `${weight}\nconstant = 1`)), [
    "columns.weight: either column, or constant; column, constant",
  ]);
  assertEquals(problemsOf(STANDARD_TOML.replace(weight, "[columns.weight]")), [
    "columns.weight: either column, or constant; nothing",
  ]);
  assertEquals(
    problemsOf(STANDARD_TOML.replace(weight, "[columns.weight]\nconstant = 0")),
    ["columns.weight.constant: a positive number; 0"],
  );
  assertEquals(problemsOf(STANDARD_TOML.replace(weight, `${weight}\nfactor = 2`)), [
    "columns.weight.factor: no such key; 2",
  ]);
});

Deno.test("parseMapping() refuses a decimal mark that parts thousands", () => {
  const toml = STANDARD_TOML.replace(
    'thousands_separator = ""',
    'thousands_separator = "."',
  );
  assertEquals(problemsOf(toml).length, 1);
  assertStringIncludes(problemsOf(toml)[0]!, "thousands_separator other than");
});

Deno.test("parseMapping() reads a mapping or throws a DataError for any text", () => {
  const isFine = (toml: string) => {
    try {
      parseMapping("m.toml", toml);
      return true;
    } catch (error) {
      return error instanceof DataError;
    }
  };
  fc.assert(fc.property(fc.string({ unit: "binary" }), isFine));
  // Texts that are nearly a mapping: a piece of one replaced by another.
  const position = fc.nat(STANDARD_TOML.length);
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom("[columns]", "= 3", "[[a]]", "{}", "1979-05-27", "inf", "__proto__"),
  );
  fc.assert(fc.property(position, fc.nat(40), piece, (start, length, text) => {
    const [before, after] = [start, start + length];
    return isFine(STANDARD_TOML.slice(0, before) + text + STANDARD_TOML.slice(after));
  }));
});

/** Any mapping: names of columns are numbered, so that none stands twice. */
const anyMapping: fc.Arbitrary<ColumnMapping> = fc.record({
  marks: fc.constantFrom(...DECIMAL_MARKS).chain((decimalMark) =>
    fc.record({
      decimalMark: fc.constant(decimalMark),
      thousandsSeparator: fc.constantFrom(
        ...THOUSANDS_SEPARATORS.filter((mark) => mark !== decimalMark),
      ),
    })
  ),
  delimiter: fc.constantFrom(...DELIMITERS),
  encoding: fc.constantFrom(...ENCODINGS),
  sheet: fc.option(fc.string({ minLength: 1 }), { nil: undefined }),
  headerRow: fc.option(fc.integer({ min: 1, max: 100 }), { nil: undefined }),
  isOpenEnded: fc.boolean(),
  emptyMarks: fc.array(fc.string()),
  names: fc.array(fc.string(), { minLength: 9, maxLength: 9 }),
  form: fc.constantFrom(...MONTH_FORM_NAMES),
  constants: fc.record({
    sex: fc.constantFrom(undefined, ...SEXES),
    reason: fc.constantFrom(undefined, ...END_REASON_CODES),
    isClaimless: fc.boolean(),
    weight: fc.constantFrom(undefined, 1, 0.25, 1e3, "column" as const),
  }),
  codes: fc.uniqueArray(fc.string(), { selector: (code) => code.trim().toLowerCase() }),
  unitIdr: fc.constantFrom(...WAGE_UNITS_IDR),
  carried: fc.array(fc.stringMatching(/^x[ -~]*$/), { maxLength: 4 }),
}).map(({ marks, delimiter, encoding, sheet, headerRow, emptyMarks, form, ...rest }) => {
  const column = (i: number) => ({ column: `${i} ${rest.names[i]}` });
  const { sex, reason, isClaimless, weight } = rest.constants;
  const half = Math.floor(rest.codes.length / 2);
  const [first, second] = [rest.codes.slice(0, half), rest.codes.slice(half)];
  return {
    format: {
      delimiter,
      ...marks,
      encoding,
      ...(sheet === undefined ? {} : { sheet }),
      ...(headerRow === undefined ? {} : { headerRow }),
      ...(hasTwoDigitYears(form) ? { twoDigitYearsFrom: 1950 } : {}),
      emptyMarks,
    },
    columns: {
      member_id: column(0),
      sex: sex === undefined
        ? { ...column(1), codes: { M: first, F: second } }
        : { constant: sex },
      birth_month: { ...column(2), form },
      start_month: { ...column(3), form },
      last_month: {
        ...column(4),
        form,
        ...(rest.isOpenEnded ? { blank: "active" as const } : {}),
      },
      end_reason: reason === undefined
        ? { ...column(5), codes: { layoff: first, none: second } }
        : { constant: reason },
      claim_month: isClaimless ? { constant: "none" } : { ...column(6), form },
      monthly_wage_idr: { ...column(7), unitIdr: rest.unitIdr },
      ...(weight === undefined
        ? {}
        : { weight: weight === "column" ? column(8) : { constant: weight } }),
    },
    carried: Object.fromEntries(rest.carried.map((name, i) => [name, `c${i}`])),
  };
});

Deno.test("formatMapping() writes what parseMapping() reads to the same mapping", () => {
  fc.assert(fc.property(anyMapping, (mapping) => {
    assertEquals(parseMapping("m.toml", formatMapping(mapping)), mapping);
  }));
});

Deno.test("formatMapping() keeps remarks in comments, whatever they hold", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => {
    const toml = formatMapping(STANDARD_MAPPING, { file: [text], sex: [text] });
    assertEquals(parseMapping("m.toml", toml), STANDARD_MAPPING);
  }));
});

Deno.test("formatMapping() leaves room for what a draft lacks", () => {
  const toml = formatMapping({ ...STANDARD_MAPPING, columns: {} });
  assertStringIncludes(toml, '# [columns.member_id]\n# column = "…"');
  assertEquals(problemsOf(toml), ["columns: a table; nothing"]);
});

Deno.test("codeLookup() and isEmptyCell() match trimmed, in small or capital letters", () => {
  const lookup = codeLookup({ M: [" Pria "], F: ["WANITA"] });
  assertEquals([...lookup], [["pria", "M"], ["wanita", "F"]]);
  const cells = ["", " ", "n/a", "Null", "0", "NULLA"];
  const areEmpty = cells.map((cell) => isEmptyCell(cell, STANDARD_FORMAT));
  assertEquals(areEmpty, [true, true, true, true, false, false]);
});
