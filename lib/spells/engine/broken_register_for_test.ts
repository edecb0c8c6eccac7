import { END_REASONS, SEXES } from "@jkp/extract";
import { parseMonth } from "@jkp/month";
import fc from "fast-check";
import { MISSING, UNREADABLE } from "../decode/decoded_rows.ts";
import { csvOf, REGISTER } from "../count/random_register_for_test.ts";

/** What is put in place of honest cells: nothing, nonsense, and what breaks rules. */
const SLIPS = [
  "",
  " ",
  "x",
  "2019-13",
  "2019-02",
  "2020-06",
  "1949-12",
  "M",
  "F",
  "layoff",
  "death",
  "0",
  "-5",
  "90000",
  "99999999999",
  "0.0000001",
  "K1",
];

const COLUMNS = 9;

/**
 * A CSV file of random members in which cells are wrong, rows blank, and rows stand twice.
 * Rows are in the order that `withoutErrorsSql` puts the spells of a member in.
 */
export const BROKEN_CSV = fc.tuple(
  REGISTER,
  fc.array(
    fc.record({
      row: fc.nat(),
      column: fc.nat({ max: COLUMNS - 1 }),
      text: fc.constantFrom(...SLIPS),
    }),
    { maxLength: 12 },
  ),
  fc.array(fc.nat(), { maxLength: 3 }),
  fc.nat({ max: 2 }),
  fc.array(fc.constantFrom("JUMLAH", "Sub-total E1", " total: ", ""), { maxLength: 7 }),
  fc.nat({ max: 2 }),
).map(([spells, slips, copied, blank, sums, headers]) => {
  const [header, ...lines] = csvOf(spells).trimEnd().split("\n");
  const rows = lines.map((line) => line.split(","));
  for (const row of copied) rows.push([...rows[row % rows.length]!]);
  for (const { row, column, text } of slips) rows[row % rows.length]![column] = text;
  for (let i = 0; i < blank; i++) rows.push(Array.from({ length: COLUMNS }, () => ""));
  for (const word of sums) rows.push([word, "", "", "", "", "", "", "12000000", ""]);
  for (let i = 0; i < headers; i++) rows.push(header!.split(","));
  rows.sort((a, b) => {
    const [of, than] = [orderOf(a), orderOf(b)];
    const at = of.findIndex((value, i) => value !== than[i]);
    return at === -1 ? 0 : of[at]! - than[at]!;
  });
  return [header, ...rows.map((row) => row.join(",")), ""].join("\n");
});

/** Numbers by which a row comes before another: start, last, birth, sex, claim, … */
function orderOf(cells: readonly string[]): number[] {
  const [, sex, birth, start, last, reason, claim, wage, weight] = cells.map((cell) =>
    cell.trim()
  ) as [string, string, string, string, string, string, string, string, string];
  const month = (text: string) => text === "" ? MISSING : parseMonth(text) ?? UNREADABLE;
  const code = (names: readonly string[], text: string) =>
    text === "" ? MISSING : names.includes(text) ? names.indexOf(text) : UNREADABLE;
  const number = (text: string) =>
    text === "" || Number.isNaN(Number(text)) ? Infinity : Number(text);
  return [
    month(start),
    month(last),
    month(birth),
    code(SEXES, sex),
    month(claim),
    code(END_REASONS, reason),
    number(wage),
    number(weight),
  ];
}
