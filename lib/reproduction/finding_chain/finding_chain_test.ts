import {
  assert,
  assertAlmostEquals,
  assertEquals,
  assertStringIncludes,
} from "@std/assert";
import { readValuation } from "@jkp/valuation/read";
import { findingChains } from "./finding_chain.ts";
import { loadPublished } from "@jkp/published/read";
import { buildLedger, selectItems } from "../registry.ts";
import { computeResults } from "../results.ts";

const results = await computeResults(await readValuation("report_2021"));
const published = await loadPublished();
const ledger = buildLedger(selectItems(["3.7"]), results, published);
const chains = findingChains(results, ledger, published);
const cells = chains.flatMap(({ cells }) => cells);

Deno.test("findingChains() rolls the fund of every cell forward as its cash flow says", () => {
  for (const { cashFlow, title } of cells) {
    let fund = 0;
    for (const row of cashFlow.rows as Record<string, number>[]) {
      const administration = cashFlow.columns.some(({ key }) => key === "administration")
        ? row.administration!
        : 0;
      const expenses = row.benefits! + administration;
      assertAlmostEquals(row.payg!, 100 * expenses / row.earnings!, 1e-9);
      assertAlmostEquals(row.income!, fund * row.return! / 100, 1e-9);
      fund += row.contributions! + row.income! - expenses;
      assertAlmostEquals(row.fund!, fund, 1e-9, title);
    }
  }
});

Deno.test("findingChains() ends with the reserve that the rate is solved for", () => {
  for (const { row, cashFlow } of cells) {
    const reserve = cashFlow.rows.at(-1)!.reserve as number;
    if (row.cell.includes("suggested")) assertAlmostEquals(reserve, 2, 1e-9);
    if (row.cell.includes("minimum")) {
      const funds = cashFlow.rows.map(({ fund }) => Number(fund));
      assertAlmostEquals(Math.min(...funds), 0, 1e-9);
    }
  }
});

Deno.test("findingChains() names the year of exhaustion that the cell holds", () => {
  for (const { row, statements } of cells) {
    if (!row.cell.includes("exhaustion")) continue;
    const answer = row.reproduced === null ? "n.a." : String(row.reproduced);
    assertStringIncludes(statements.at(-1)!, answer);
  }
});

Deno.test("findingChains() gives every assumption a source", () => {
  for (const { scalars, paths } of chains) {
    assert(scalars.rows.every(({ source }) => String(source).length > 5));
    assertStringIncludes(paths.notes.join(), "ILO (2021)");
  }
});

Deno.test("findingChains() is empty when Table 3.7 is not in the ledger", () => {
  assertEquals(findingChains(results, [], published), []);
});
