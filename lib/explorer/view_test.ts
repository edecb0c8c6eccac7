import { DataError } from "@jkp/problem";
import { readValuation } from "@jkp/valuation/read";
import { runValuation, suggestedRateOf } from "@jkp/valuation";
import { assertEquals, assertThrows } from "@std/assert";
import { readExplorerData } from "./read_explorer_data.ts";
import { filedValues, stepsFromFiled, valueColumn } from "./value_view.ts";
import { checkView, filedView, type View } from "./view.ts";

const data = await readExplorerData();
const [report, jkp] = data.valuations as [
  typeof data.valuations[number],
  typeof data.valuations[number],
];

Deno.test("readExplorerData() gives plain values: as JSON and back they are the same", () => {
  assertEquals(JSON.parse(JSON.stringify(data)), data);
});

Deno.test("filedView() and valueColumn() give what the valuation gives as filed", async () => {
  for (const valuation of data.valuations) {
    const { name } = valuation.file;
    const run = runValuation(await readValuation(name));
    const { columns, trialRate } = filedView(data, name);
    assertEquals(
      columns.map((column) => valueColumn(valuation, column, trialRate).suggestedRate),
      [suggestedRateOf(run, "base")],
    );
  }
});

Deno.test("checkView() names everything that is wrong with a view", () => {
  const wrong = {
    valuation: "jkp_2026",
    columns: [
      { design: "jkp_2052", role: "bse", changes: { benefitRate: 60 } },
      { design: "proposed_2021", role: "base", changes: { benefitrate: 0.6 } },
    ],
    trialRate: 0.36,
    language: "nl",
  } as unknown as View;
  const error = assertThrows(() => checkView(data, wrong), RangeError);
  const lines: readonly string[] = error.message.split("\n");
  assertEquals(lines.length, 7);
  assertEquals(lines.every((line) => line.startsWith("Cannot show a view: ")), true);
  for (
    const [i, part] of [
      "column 1: a design, one of jkp_2025,",
      "column 1: a scenario, one of base, pessimistic, optimistic, early_2025, ilo_basis, " +
      "is wanted, got bse (did you mean base?)",
      "column 1: benefitRate: a fraction above 0, up to 1 is wanted, got 60 (did you mean 0.6?)",
      "column 2: a design that fits the valuation is wanted, got proposed_2021: a ceiling",
      "column 2: benefitrate: one of involuntaryShare,",
      "a trial rate from 0 to 0.2 is wanted, got 0.36 (did you mean 0.0036?)",
      "a language, en or id, is wanted, got nl",
    ].entries()
  ) assertEquals(lines[i]!.includes(part), true, `${part} in ${lines[i]}`);
  assertThrows(
    () => checkView(data, { ...filedView(data, "jkp_2026"), columns: [] }),
    RangeError,
    "from 1 to 4 columns are wanted, got 0",
  );
  assertThrows(() => filedView(data, "jkp_2027"), RangeError, "did you mean jkp_2026?");
});

Deno.test("valueColumn() tries the fund at another rate, and suggests the same", () => {
  const [column] = filedView(data, "jkp_2026").columns;
  const filed = valueColumn(jkp, column!, null);
  const tried = valueColumn(jkp, column!, 0.001);
  assertEquals(tried.suggestedRate, filed.suggestedRate);
  assertEquals(filed.valuation.assumptions.trialContributionRate, 0.0036);
  assertEquals(tried.valuation.assumptions.trialContributionRate, 0.001);
});

Deno.test("filedValues() are what changes stand in the place of", () => {
  const [column] = filedView(data, "report_2021").columns;
  const values = filedValues(report, { ...column!, changes: { benefitRate: 0.6 } });
  assertEquals(values.benefitRate, 0.5);
  assertEquals(values.involuntaryShare, 0.5);
  assertEquals(values.reserveMultiple, 2);
  const same = valueColumn(report, { ...column!, changes: values }, null);
  assertEquals(same.suggestedRate, valueColumn(report, column!, null).suggestedRate);
});

Deno.test("stepsFromFiled() leads from the filed rate to the column's, one thing a step", () => {
  const column = {
    design: "jkp_2021",
    role: "pessimistic",
    changes: { benefitRate: 0.6, involuntaryShare: 0.2 },
  };
  const { filed, steps } = stepsFromFiled(report, column);
  assertEquals(filed!.suggestedRate.toFixed(4), "0.0135");
  assertEquals(steps.map(({ name, from, to }) => [name, from, to]), [
    ["design", "proposed_2021", "jkp_2021"],
    ["scenario", "base", "pessimistic"],
    ["involuntaryShare", report.scenarios[0]!.scenario.involuntaryShare, 0.2],
    ["benefitRate", 0.45, 0.6],
  ]);
  assertEquals(
    steps.at(-1)!.after!.suggestedRate,
    valueColumn(report, column, null).suggestedRate,
  );
  const asFiled = { ...column, design: "proposed_2021", role: "base", changes: {} };
  assertEquals(stepsFromFiled(report, asFiled).steps, []);
});

Deno.test("stepsFromFiled() has no rate after a step of which the values are wrong", () => {
  const column = { design: "jkp_2021", role: "base", changes: { benefitRate: 0.6 } };
  const problem = { file: "assumptions", expected: "a sum below 1", received: "1.2" };
  const { steps } = stepsFromFiled(report, column, (valuation, each, trialRate) => {
    if (each.design === "jkp_2021") throw new DataError([problem]);
    return valueColumn(valuation, each, trialRate);
  });
  assertEquals(steps.map(({ name, after }) => [name, after]), [
    ["design", null],
    ["benefitRate", null],
  ]);
});
