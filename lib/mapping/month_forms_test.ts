import { formatMonth, monthOf } from "@jkp/month";
import { assertEquals } from "@std/assert";
import fc from "fast-check";
import {
  hasTwoDigitYears,
  MONTH_FORM_NAMES,
  MONTH_FORMS,
  MONTH_NUMBERS,
  type MonthForm,
  type MonthPattern,
  parseMonthAs,
} from "./month_forms.ts";

function read(form: MonthForm, text: string): string | undefined {
  const month = parseMonthAs(form, text);
  return month === undefined ? undefined : formatMonth(month);
}

Deno.test("parseMonthAs() reads December 2019 in the example of every form", () => {
  for (const form of MONTH_FORM_NAMES) {
    assertEquals([form, read(form, ` ${MONTH_FORMS[form].example} `)], [form, "2019-12"]);
  }
});

Deno.test("parseMonthAs() reads Indonesian and English names of months", () => {
  const texts = [
    ..."Januari Februari Maret April Mei Juni Juli Agustus September".split(" "),
    ..."Oktober November Desember".split(" "),
  ];
  const months = texts.map((name) => read("MMM YYYY", `${name} 2019`));
  assertEquals(
    months,
    texts.map((_, i) => formatMonth(monthOf(2019, i + 1))),
  );
  for (const name of ["Agu", "Ags", "Agt", "agust", "AUG"]) {
    assertEquals(read("DD MMM YYYY", `17-${name}-2019`), "2019-08");
  }
  assertEquals(read("DD MMM YYYY", "1 Des. 2019"), "2019-12");
  assertEquals(read("MMM YYYY", "Foo 2019"), undefined);
  assertEquals(["Des-19", "Agu 99"].map((text) => read("MMM YY", text)), [
    "2019-12",
    "1999-08",
  ]);
  assertEquals(read("MMM YY", "31-Des-19"), undefined);
});

Deno.test("parseMonthAs() takes day and month without zeros, and a time, after the day", () => {
  assertEquals(read("DD/MM/YYYY", "3/4/2019 0:00"), "2019-04");
  assertEquals(read("MM/DD/YYYY", "3/4/2019"), "2019-03");
  assertEquals(read("YYYY-MM-DD HH:MM:SS", "2019-04-03T00:00:00.000"), "2019-04");
});

Deno.test("parseMonthAs() takes the fraction that whole numbers get in a column with gaps", () => {
  assertEquals(read("YYYYMM", "201912.0"), "2019-12");
  assertEquals(read("YYYYMM", "201912,00"), "2019-12");
  assertEquals(read("YYYYMMDD", "20191231.0"), "2019-12");
  assertEquals(read("YYYYMM", "201912.5"), undefined);
});

Deno.test("parseMonthAs() asks a time zone for the day of a moment", () => {
  const form = "YYYY-MM-DD HH:MM:SS";
  const readIn = (text: string, timeZone?: string) => {
    const month = parseMonthAs(form, text, undefined, timeZone);
    return month === undefined ? undefined : formatMonth(month);
  };
  const midnight = [
    "2019-12-31T17:00:00Z",
    "2019-12-31T17:00:00.000Z",
    "2019-12-31 17:00:00 UTC",
    "2020-01-01 00:00:00.000000+07:00",
    "2020-01-01 00:00:00+0700",
    "2020-01-01 00:00+07",
  ];
  for (const text of midnight) {
    assertEquals(readIn(text, "Asia/Jakarta"), "2020-01", text);
    assertEquals(readIn(text, "UTC"), "2019-12", text);
    assertEquals(readIn(text), undefined, text);
  }
  // Until 1963 the clocks of Jakarta were half an hour ahead of today's.
  assertEquals(readIn("1955-02-28T16:30:00Z", "Asia/Jakarta"), "1955-03");
  assertEquals(readIn("2019-12-31 23:59:59", "Asia/Jakarta"), "2019-12");
  assertEquals(readIn("2019-12-32T17:00:00Z", "Asia/Jakarta"), undefined);
});

Deno.test("parseMonthAs() counts Excel's days", () => {
  assertEquals(read("Excel serial day", "43830"), "2019-12"); // 31 December 2019
  assertEquals(read("Excel serial day", "43831"), "2020-01");
  assertEquals(read("Excel serial day", "43830.75"), "2019-12");
  assertEquals(read("Excel serial day", "10000"), "1927-05");
});

Deno.test("parseMonthAs() refuses what is of another form", () => {
  const refused: [MonthForm, string][] = [
    ["YYYY-MM", "2019-3"],
    ["YYYY-MM", "2019-13"],
    ["YYYYMM", "201900"],
    ["YYYY-MM-DD", "2019-12-32"],
    ["DD/MM/YYYY", "12/31/2019"],
    ["DD/MM/YYYY", "31/12/19"],
    ["MM-YYYY", "12-31-2019"],
    ["Excel serial day", "201912"],
    ["Excel serial day", "1.234.567"],
  ];
  for (const [form, text] of refused) {
    assertEquals([form, text, read(form, text)], [form, text, undefined]);
  }
});

Deno.test("MONTH_FORMS holds patterns that JavaScript and Rust read alike", () => {
  for (const form of MONTH_FORM_NAMES) {
    const { pattern }: MonthPattern = MONTH_FORMS[form];
    const special = [...pattern.matchAll(/\(\?.|\\./g)].map(([found]) => found);
    assertEquals(special.filter((each) => each !== "(?:" && each !== "\\."), []);
    assertEquals([pattern[0], pattern.at(-1)], ["^", "$"]);
  }
});

Deno.test("MONTH_FORMS gives the groups that parseMonthAs() reads", () => {
  const month = fc.integer({ min: 1, max: 12 });
  const year = fc.integer({ min: 1000, max: 9999 });
  fc.assert(fc.property(year, month, (y, m) => {
    const [yyyy, mm] = [String(y), String(m).padStart(2, "0")];
    const name = [...MONTH_NUMBERS].find(([, number]) => number === m)![0];
    for (const form of MONTH_FORM_NAMES) {
      const how: MonthPattern = MONTH_FORMS[form];
      if (how.kind === "serial") continue;
      if (hasTwoDigitYears(form)) continue;
      const text = form.replace("YYYY", yyyy).replace("MMM", name).replace("MM", mm)
        .replace("DD", "17").replace("HH:MM:SS", "08:15:00");
      const groups = new RegExp(how.pattern).exec(text)!;
      const written = groups[how.monthGroup]!;
      const number = how.kind === "name" ? MONTH_NUMBERS.get(written) : Number(written);
      assertEquals([groups[how.yearGroup], number], [yyyy, m]);
      assertEquals(parseMonthAs(form, text), monthOf(y, m));
    }
  }));
});

Deno.test("parseMonthAs() puts years of two digits into the hundred from a first year", () => {
  const first = fc.integer({ min: 1900, max: 2000 });
  fc.assert(fc.property(first, fc.nat({ max: 99 }), (from, digits) => {
    const yy = String(digits).padStart(2, "0");
    for (
      const [form, text] of [["DD MMM YY", `1-Feb-${yy}`], ["DD/MM/YY", `1/2/${yy}`]]
    ) {
      const year = Number(
        formatMonth(parseMonthAs(form as MonthForm, text!, from)!).slice(0, 4),
      );
      assertEquals([year % 100, year >= from && year < from + 100], [digits, true]);
    }
  }));
  assertEquals(parseMonthAs("DD MMM YY", "31-Des-2019"), undefined);
});

Deno.test("parseMonthAs() reads a month or nothing from any text", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => {
    for (const form of MONTH_FORM_NAMES) {
      const month = parseMonthAs(form, text);
      assertEquals(month === undefined || Number.isInteger(month), true);
    }
  }));
});

Deno.test("parseMonthAs() takes no day that the calendar does not have", () => {
  const isRead = (form: MonthForm, text: string) =>
    parseMonthAs(form, text, 1930) !== undefined;
  const lacking: [MonthForm, string][] = [
    ["DD/MM/YYYY", "31/02/2019"],
    ["DD/MM/YYYY", "29/02/2019"],
    ["DD-MM-YYYY", "31-04-2019"],
    ["DD.MM.YYYY", "31.6.2019"],
    ["MM/DD/YYYY", "02/30/2020"],
    ["YYYY-MM-DD", "2019-09-31"],
    ["YYYY/MM/DD", "1900/02/29"],
    ["YYYYMMDD", "20191131"],
    ["YYYY-MM-DD HH:MM:SS", "2019-02-29 10:00:00"],
    ["DD MMM YYYY", "30 Februari 2020"],
    ["DD MMM YY", "31-Nop-19"],
    ["DD/MM/YY", "29/02/19"],
  ];
  assertEquals(lacking.filter(([form, text]) => isRead(form, text)), []);
  const days: [MonthForm, string][] = [
    ["DD/MM/YYYY", "29/02/2020"],
    ["YYYYMMDD", "20000229"],
    ["DD MMM YY", "29-Feb-00"],
    ["MM/DD/YYYY", "1/31/2019"],
  ];
  assertEquals(days.filter(([form, text]) => !isRead(form, text)), []);
});
