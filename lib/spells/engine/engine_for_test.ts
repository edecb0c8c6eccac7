import {
  hasTwoDigitYears,
  MONTH_FORMS,
  type MonthPattern,
  type NumberMarks,
  parseMonthAs,
} from "@jkp/mapping";
import { isRecordedMonth } from "@jkp/month";
import { assert, assertEquals } from "@std/assert";
import { encodeFrame } from "../decode/encoded_frame.ts";
import { polars } from "../source/polars.ts";
import { monthOfText, numberOfText } from "./columns_sql.ts";
import { allRows, type Engine } from "./engine.ts";
import { literal } from "./sql.ts";

/** Texts that are months of some form, and some that are of none. */
const TEXTS = [
  ...Object.values(MONTH_FORMS).map(({ example }) => example),
  ...["", "x", "2019-13", "2019-1", "1899-12", "31/12/99", "1/2/2019", "32/12/2019"],
  ...["31/02/2019", "29/02/2019", "29/02/2020", "29/02/2000", "29/02/1900", "31/04/19"],
  ...["2019-02-30", "20190230", "2020/02/29", "02/30/2019", "29-Feb-00", "30 Feb 2000"],
  ...["12/2019 10:30", "Agt 2019", "31 Mei 2019", "31-OKT-19", "Foo 2019", "2019-12 x"],
];

/** Texts that are amounts with some marks, and some that are with none. */
const AMOUNTS = [
  ...["5200000", "-5200000", "5.200.000", "5,200,000", "5.20", "5,20", "", "x", "-"],
  ...["Rp 5.200.000,-", "-Rp 250.000", "- Rp. 250.000,-", "–IDR 250", "Rp -250", "--5"],
  ...[
    "4.276.349,--",
    "4,276,349.-",
    "4276349.=",
    "rp5.200.000,50",
    "5.200.000,50-",
    ",-",
  ],
];

const MARKS: readonly NumberMarks[] = [
  { decimalMark: ",", thousandsSeparator: "." },
  { decimalMark: ".", thousandsSeparator: "," },
  { decimalMark: ".", thousandsSeparator: "" },
];

/** Holds an engine's reading of amounts beside that of files. */
async function assertReadsAmounts(engine: Engine): Promise<void> {
  const read = MARKS.map((marks) => numberOfText("t", marks, engine.dialect));
  const rows = await allRows(
    engine,
    `select ${read.join(", ")} from (values ${
      AMOUNTS.map((text, i) => `(${i}, ${literal(text)})`).join(", ")
    }) as texts (i, t) order by i`,
  );
  const frame = polars.DataFrame({ t: AMOUNTS });
  const byFile = MARKS.map((marks) =>
    encodeFrame(frame, "t", [], [{ source: "t", marks, factor: 1 }]).readNumbers("t")
  );
  const numbers = rows.map((row) =>
    row.map((cell) => cell === null ? NaN : Number(cell))
  );
  assertEquals(numbers, AMOUNTS.map((_, at) => byFile.map((column) => column[at]!)));
  assertEquals(numbers[AMOUNTS.indexOf("- Rp. 250.000,-")]![0], -250_000);
}

/**
 * Holds an engine's reading of every form of months beside `parseMonthAs`, and its parts of
 * members beside what parts are, and that of amounts beside that of files.
 */
export async function assertReadsCells(engine: Engine): Promise<void> {
  await assertReadsAmounts(engine);
  const forms = Object.entries(MONTH_FORMS).flatMap(([form, how]: [
    string,
    MonthPattern,
  ]) => how.kind === "serial" ? [] : [[form as keyof typeof MONTH_FORMS, how] as const]);
  const from = (form: keyof typeof MONTH_FORMS) =>
    hasTwoDigitYears(form) ? 1930 : undefined;
  const read = forms.map(([form, how]) =>
    monthOfText("t", how, from(form), engine.dialect)
  );
  const parts = 3;
  const rows = await allRows(
    engine,
    `select t, ${engine.dialect.part("t", parts)}, ${read.join(", ")}
    from (values ${
      TEXTS.map((text, i) => `(${i}, ${literal(text)})`).join(", ")
    }) as texts (i, t) order by i`,
  );
  const expected = TEXTS.map((text) =>
    forms.map(([form]) => {
      const month = parseMonthAs(form, text, from(form));
      return month !== undefined && isRecordedMonth(month) ? month : null;
    })
  );
  const numbers = rows.map(([, , ...months]) =>
    months.map((month) => month === null ? null : Number(month))
  );
  assertEquals(numbers, expected);
  assert(expected.flat().filter((month) => month !== null).length > forms.length);
  const found = new Set(rows.map(([, part]) => Number(part)));
  assertEquals([...found].sort(), Array.from({ length: parts }, (_, part) => part));
}
