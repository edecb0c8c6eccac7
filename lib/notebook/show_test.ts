import { readShippedExtract } from "@jkp/extract/read";
import { survivalCurveFromPoints } from "@jkp/survival";
import { runValuation, valueAssumptions } from "@jkp/valuation";
import { readValuation, reportAssumptions } from "@jkp/valuation/read";
import { assert, assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { DataFrame } from "danfojs-node";
import polars from "nodejs-polars";
import { extractFrames } from "./frames.ts";
import { shownForms } from "./show.ts";

/** What is shown, as text: lines without their rules and empty ones. */
async function shownText(value: unknown): Promise<string[]> {
  const forms = await shownForms(value);
  return forms.map((form) => String(form["text/plain"]))
    .join("\n").split("\n").map((line) => line.trim())
    .filter((line) => line !== "" && !/^─+$/.test(line));
}

Deno.test("show() shows numbers and texts as they are", async () => {
  assertEquals(await shownText(0.0135), ["0.0135"]);
  assertEquals(await shownText("1.35 %"), ["1.35 %"]);
  assertEquals(await shownText(true), ["true"]);
});

Deno.test("show() shows lists by their places", async () => {
  const expected = ["Place   Value", "0       3", "1       5"];
  for (
    const list of [
      [3, 5],
      new Float64Array([3, 5]),
      polars.Series([3, 5]),
      new Set([3, 5]),
    ]
  ) {
    assertEquals(await shownText(list), expected);
  }
});

Deno.test("show() shows records as a table with plain headings", async () => {
  const rows = [
    {
      month: 24252,
      age_group: "20-24",
      ratePerMonth: 0.0176,
      isPaid: true,
      wageIdr: 4e6,
    },
    { month: 24253, age_group: "25-29", ratePerMonth: null, isPaid: false, wageIdr: NaN },
  ];
  assertEquals((await shownText(rows)).map((line) => line.replaceAll(/ +/g, " ")), [
    "Month Age group Rate per month Is paid Wage (rupiah)",
    "2021-01 20-24 0.01760 yes 4,000,000",
    "2021-02 25-29 n.a. no n.a.",
  ]);
});

Deno.test("show() shows a record by its keys, columns of one length by their places", async () => {
  assertEquals(await shownText({ rate: 1.35, name: "base" }), [
    "Name   Value",
    "rate   1.350",
    "name    base",
  ]);
  assertEquals(await shownText({ firstYear: 2021, values: [5, 6] }), [
    "Year   Values",
    "2021        5",
    "2022        6",
  ]);
});

Deno.test("show() cuts long lists and says so", async () => {
  const lines = await shownText(Array.from({ length: 60_000 }, (_, i) => i));
  assertEquals(lines.length, 102);
  assertEquals(lines.at(-1), "Note: 59,900 further rows.");
});

Deno.test("show() shows a polars frame with dates and booleans", async () => {
  const frame = polars.DataFrame({ day: [new Date("2021-02-22")], held: [true] });
  assertEquals(await shownText(frame), ["Day          Held", "2021-02-22   yes"]);
  const { inactive } = await extractFrames(await readShippedExtract());
  assert((await shownText(inactive)).length > 10);
  const none = inactive.filter(polars.col("members").lt(0));
  const headings = async (frame: unknown) => (await shownText(frame))[0]!.split(/ {2,}/);
  assertEquals(await headings(none), await headings(inactive));
});

Deno.test("show() shows the rates and years of a valuation, the rates of a run", async () => {
  const text = await shownText(valueAssumptions(await reportAssumptions("base")));
  assert(text.some((line) => /^Suggested rate, % +1\.04 +1\.35$/.test(line)));
  assert(text.some((line) => /^2030 /.test(line)));
  const run = await shownText(runValuation(await readValuation("report_2021")));
  assert(run.some((line) => /^proposed_2021 +base +longest +1\.35 +1\.08 /.test(line)));
});

Deno.test("show() draws a survival curve, at a step the value after it", async () => {
  const points = [{ time: 0, survival: 1 }, { time: 3, survival: 0.25 }];
  const curve = survivalCurveFromPoints(points, "step");
  const [form] = await shownForms(curve);
  assert("image/svg+xml" in form!);
  assertEquals((await shownText(curve)).slice(-3, -1), [
    "0                                  100",
    "3                                   25",
  ]);
});

Deno.test("show() fills in what a table or a figure leaves out", async () => {
  const table = { columns: [{ key: "ratePerMonth" }], rows: [{ ratePerMonth: "1.35" }] };
  assertEquals(await shownText(table), ["Rate per month", "1.35"]);
  const [form] = await shownForms({ series: [{ y: [1, 2] }] });
  const svg = String(form!["image/svg+xml"]);
  assertStringIncludes(svg, "<svg");
  // Both may stand in one page: no clip of one is the other's.
  const [other] = await shownForms({ series: [{ y: [2, 1] }] });
  const idsOf = (text: string) =>
    [...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  const ids = [...idsOf(svg), ...idsOf(String(other!["image/svg+xml"]))];
  assertEquals(new Set(ids).size, ids.length);
});

Deno.test("show() says what it cannot show", async () => {
  const frame = polars.DataFrame({ a: [1, 1], b: [2, 3] });
  const cases: readonly (readonly [unknown, string])[] = [
    [undefined, "got nothing"],
    [null, "got null"],
    [[], "got an empty list"],
    [{}, "got an empty record"],
    [Promise.resolve(1), "got a promise (is an await missing?)"],
    [shownText, "got the function shownText"],
    [{ series: [1] }, "series as { name, x, y } are wanted, got 1"],
    [{ series: [] }, "got a figure without series"],
    [{ columns: [], rows: [] }, "got a table without columns"],
    [[{}], "got a list of 1"],
    [new Map(), "got a Map of 0"],
    [polars.DataFrame({}), "got an empty frame"],
    [new DataFrame([]), "got an empty frame"],
    [frame.lazy(), "got a lazy frame (is collectSync() missing?)"],
    [frame.groupBy("a"), "got groups of a frame (is agg(…) missing?)"],
    [new DataFrame({ a: [1], b: [2] }).groupby(["a"]), "(is agg(…) missing?)"],
    [polars.col("a"), "got an expression of polars (is a select(…) missing?)"],
  ];
  for (const [value, got] of cases) {
    const { message } = await assertRejects(() => shownForms(value), RangeError);
    assertStringIncludes(message, "Cannot show ");
    assert(message.endsWith(got), message);
  }
});
