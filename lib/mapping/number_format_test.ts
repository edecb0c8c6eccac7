import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { guessNumberMarks } from "./guess_number_marks.ts";
import { type NumberMarks, parseNumberAs } from "./number_format.ts";

const INDONESIAN: NumberMarks = { decimalMark: ",", thousandsSeparator: "." };
const ENGLISH: NumberMarks = { decimalMark: ".", thousandsSeparator: "," };
const PLAIN: NumberMarks = { decimalMark: ".", thousandsSeparator: "" };

Deno.test("parseNumberAs() reads rupiah with and without marks", () => {
  const read = (text: string) => parseNumberAs(INDONESIAN, text);
  assertEquals(read("Rp. 4.250.000,00"), 4_250_000);
  assertEquals(read("Rp4.250.000"), 4_250_000);
  assertEquals(read("IDR 4250000"), 4_250_000);
  assertEquals(read("-1,5"), -1.5);
  for (const back of ["-Rp 250.000,-", "- Rp.250.000", "Rp -250.000", "-IDR 250000"]) {
    assertEquals(read(back), -250_000);
  }
  assertEquals(read("-Rp -250.000"), undefined);
  for (const none of [",-", ", -", ",--", ".-", ",=", ",–"]) {
    assertEquals(read(`Rp. 4.276.349${none}`), 4_276_349);
  }
});

Deno.test("parseNumberAs() refuses groups that are not whole, and what is no number", () => {
  const read = (text: string) => parseNumberAs(INDONESIAN, text);
  const refused = [
    "4.25",
    "4.2500",
    "0.125",
    "4,250,000",
    "1e6",
    "",
    "Rp",
    "NaN",
    "1,",
    ",-",
    "5-",
  ];
  assertEquals(refused.map(read), refused.map(() => undefined));
});

Deno.test("parseNumberAs() reads what is written in Indonesian and English form", () => {
  const amount = fc.integer({ min: 0, max: 1e12 }).map((cents) => cents / 100);
  fc.assert(fc.property(amount, (rupiah) => {
    const shown = (locale: string) =>
      rupiah.toLocaleString(locale, { maximumFractionDigits: 2 });
    assertEquals(parseNumberAs(INDONESIAN, shown("id-ID")), rupiah);
    assertEquals(parseNumberAs(ENGLISH, shown("en-US")), rupiah);
    assertEquals(parseNumberAs(PLAIN, String(rupiah)), rupiah);
  }));
});

Deno.test("guessNumberMarks() tells the marks from the cells", () => {
  const cases: [string[], NumberMarks][] = [
    [["4.250.000", "900.000"], INDONESIAN],
    [["4.250.000,00"], INDONESIAN],
    [["Rp. 4.276.349,-", "Rp. 900.000,-"], INDONESIAN],
    [["4,250,000.50", "12"], ENGLISH],
    [["4 250 000,5"], { decimalMark: ",", thousandsSeparator: " " }],
    [["4250000.5"], PLAIN],
    [["4250000,50"], { decimalMark: ",", thousandsSeparator: "" }],
    [["0.125", "1.500"], PLAIN],
    [["31.12.2019", "01.02.2020"], PLAIN],
    [["abc", "17"], PLAIN],
    [[], PLAIN],
  ];
  for (const [cells, marks] of cases) assertEquals(guessNumberMarks(cells), marks);
});

Deno.test("guessNumberMarks() names a rival where a mark may be either", () => {
  assertEquals(guessNumberMarks(["4,250"]), {
    ...ENGLISH,
    rival: { decimalMark: ",", thousandsSeparator: "" },
  });
});
