import type { Figure } from "./figure.ts";
import type { Table } from "./table.ts";
import { assertEquals, assertRejects } from "@std/assert";
import { figureToCsv } from "./figure_to_csv.ts";
import { filesOf } from "./files_of.ts";
import { tableToMarkdown } from "./table_to_markdown.ts";

const TABLE: Table = {
  id: "rates",
  number: "",
  title: "Contribution rate",
  columns: [{ key: "rate", title: "Rate", unit: "%", decimals: 2 }],
  rows: [{ rate: 0.46 }],
  notes: [],
  source: "own calculations",
};
const FIGURE: Figure = {
  id: "rates",
  number: "1",
  title: "Contribution rate",
  xTitle: "Year",
  yTitle: "Rate",
  yUnit: "%",
  decimals: 2,
  isStacked: false,
  series: [{ name: "PAYG", x: [2021, 2022], y: [0, 1.15], mark: "line" }],
  notes: [],
  source: "own calculations",
};
const DRAWN = { drawn: FIGURE, svg: "<svg/>" };

Deno.test("filesOf() names files by the ids when there are tables and figures", async () => {
  const files = await filesOf([TABLE], [{ ...DRAWN, drawn: { ...FIGURE, id: "fund" } }]);
  assertEquals(Object.fromEntries(files), {
    "rates.csv": "rate\r\n0.46\r\n",
    "rates.md": tableToMarkdown(TABLE),
    "fund.csv": figureToCsv(FIGURE),
    "fund.svg": "<svg/>",
  });
});

Deno.test("filesOf() writes plotly's JSON when it is wanted", async () => {
  const files = await filesOf([], [DRAWN], { hasPlotly: true });
  assertEquals(files.get("rates.csv"), figureToCsv(FIGURE));
  assertEquals(JSON.parse(files.get("rates.json")!).data[0].y, [0, 1.15]);
});

Deno.test("filesOf() draws a figure when it has not been drawn", async () => {
  const files = await filesOf([], [FIGURE]);
  assertEquals(files.get("rates.svg")!.includes("own calculations"), true);
});

Deno.test("filesOf() throws a RangeError when one file would replace another", async () => {
  const message = "an id of each is wanted, got rates.csv twice";
  await assertRejects(() => filesOf([TABLE], [DRAWN]), RangeError, message);
  await assertRejects(() => filesOf([TABLE, TABLE]), RangeError, message);
  await assertRejects(() => filesOf([], [DRAWN, DRAWN]), RangeError, message);
  const apart = await filesOf([TABLE], [DRAWN], { figuresIn: "figures" });
  assertEquals(apart.size, 4);
});
