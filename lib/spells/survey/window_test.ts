import { wordsOf } from "@jkp/language";
import { STANDARD_FORMAT, suggestTable, type TableKind } from "@jkp/mapping";
import { type Month, monthOf } from "@jkp/month";
import { assertEquals } from "@std/assert";
import type { SurveyedTable } from "./survey_folder.ts";
import { windowOf } from "./window.ts";

const JANUARY = monthOf(2019, 1);

/** Rows of consecutive months from January 2019. */
function rows(...counts: readonly number[]): Map<Month, number> {
  return new Map(counts.map((count, at) => [JANUARY + at, count]));
}

function table(
  kind: TableKind,
  months: Readonly<Record<string, ReadonlyMap<Month, number>>>,
  lines: readonly (readonly string[])[] = [],
): SurveyedTable {
  const [columns = [], ...sample] = lines;
  const suggestion = suggestTable(kind, { columns, rows: sample }, STANDARD_FORMAT);
  return {
    suggestion,
    files: ["a.csv"],
    rows: 1,
    months: new Map(Object.entries(months)),
  };
}

/** The window of a table, with remarks in English. */
const window = (main: SurveyedTable, claims?: SurveyedTable) =>
  windowOf(main, claims, wordsOf("en").draft.window);

Deno.test("windowOf() leaves mistyped months out, and doubts a last month of few payments", () => {
  const months = new Map([[monthOf(1919, 1), 2], ...rows(1000, 1010, 990, 300)]);
  const payments = table("payments", { contribution_month: months });
  assertEquals(window(payments), {
    months: [JANUARY, JANUARY + 3],
    drawn: JANUARY + 4,
    remarks: [
      "Taken as mistakes: 2 rows of 1919-01",
      "2019-04 has 300 rows, the month before 990: is it all in? If not, write an earlier " +
      "last_month",
    ],
  });
  const gap = new Map([...rows(100, 110), [monthOf(2031, 5), 1]]);
  assertEquals(
    window(table("payments", { contribution_month: gap }))!.remarks.map((
      text,
    ) => text.slice(0, 30)),
    ["2031-05 has 1 row, 2019-02 110"],
  );
});

Deno.test("windowOf() sees starts where spells go on without an end, and claims after it", () => {
  const open = [["KPJ", "BLTH Awal", "BLTH Akhir"], ["1", "01-2019", ""], [
    "2",
    "01-2019",
    "02-2019",
  ]];
  const months = { last_month: rows(5, 5), start_month: rows(5, 5, 5, 5) };
  const claims = table("claims", { claim_month: rows(0, 2, 2, 2, 2, 2, 2) });
  const running = window(table("spells", months, open), claims)!;
  assertEquals([running.months[1], running.drawn], [JANUARY + 3, JANUARY + 6]);
  const ended = window(table("spells", months))!;
  assertEquals([ended.months[1], ended.drawn], [JANUARY + 1, JANUARY + 2]);
  const remarksOn = ({ remarks }: typeof running) =>
    remarks.map((text) => text.slice(0, 12));
  assertEquals([remarksOn(running), remarksOn(ended)], [["Who goes on "], []]);
  assertEquals(window(table("spells", {}), claims), null);
});
