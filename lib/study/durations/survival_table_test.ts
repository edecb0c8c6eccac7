import { tableToText } from "@jkp/exhibit";
import { assert, assertEquals } from "@std/assert";
import { survivalSummary } from "./survival_summary.ts";
import { survivalTable } from "./survival_table.ts";

const tableOf = (durations: readonly number[]) => {
  const eventObserved = durations.map(() => 1);
  const observations = { durations, eventObserved };
  return survivalTable(survivalSummary({ group: {}, observations }), "an example");
};
const decimalsOf = (durations: readonly number[]) =>
  tableOf(durations).columns.find(({ key }) => key === "time")!.decimals;

Deno.test("survivalTable() prints as many digits of times as tell them apart", () => {
  assertEquals(decimalsOf([1, 2, 3]), 0);
  assertEquals(decimalsOf([0.5, 2, 2]), 2);
  assertEquals(decimalsOf([0.501, 0.502]), 3);
  const text = tableToText(tableOf([0.3, 0.30000000000000004]));
  assert(text.includes("0.30000000000000000 "), text);
  assert(text.includes("0.30000000000000004 "), text);
});
