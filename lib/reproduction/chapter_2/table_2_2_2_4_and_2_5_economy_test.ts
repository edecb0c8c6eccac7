import { readValuation } from "@jkp/valuation/read";
import { loadPublished } from "@jkp/published/read";
import { REPORT_SCENARIOS } from "@jkp/economy";
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { compareItem } from "../ledger/ledger.ts";
import { computeResults } from "../results.ts";
import { employmentGrowth, productivityGrowth } from "./employment_and_productivity.ts";
import { table22, table24, table25 } from "./table_2_2_2_4_and_2_5_economy.ts";

const published = await loadPublished();
const results = await computeResults(await readValuation("report_2021"));
const ledger = [table22, table24, table25].flatMap((item) =>
  compareItem(published, item.item, item.cells!(results, published), "")
);
/** The rows of a column from the first year of projection on. */
const columnOf = (name: string) =>
  ledger.filter(({ cell }) =>
    cell.endsWith(`/${name}`) && Number(cell.split("/")[1]) >= 2021
  );
const countOf = (
  rows: readonly { readonly status: string }[],
) => [rows.length, rows.filter(({ status }) => status === "matches").length];

Deno.test("employmentGrowth() gives 25 of the 30 growths of Tables 2.2, 2.4 and 2.5", () => {
  const rows = columnOf("employment_growth");
  assertEquals(countOf(rows), [30, 25]);
  for (const { cell, difference } of rows) assert(Math.abs(difference!) < 0.08, cell);
});

Deno.test("employmentGrowth() follows from what Table 2.3 has at two of its years", () => {
  // 120.7 million in 2020 and 126.7 in 2022 are printed; growth of both years is between.
  const both = [2021, 2022].map((year) => 1 + employmentGrowth(published, "base", year));
  assertAlmostEquals(both[0]! * both[1]!, 126.7 / 120.7, 0.001);
});

Deno.test("productivityGrowth() gives 21 of the 30 growths that are printed", () => {
  assertEquals(countOf(columnOf("productivity_growth")), [30, 21]);
});

Deno.test("productivityGrowth() finds the two printed growths that rounding cannot give", () => {
  const years = Array.from({ length: 12 }, (_, i) => 2019 + i);
  const found = REPORT_SCENARIOS.flatMap((name) =>
    years.filter((year) => !productivityGrowth(published, name, year).isWithinRounding)
      .map((year) => `${name} ${year}`)
  );
  assertEquals(found, ["pessimistic 2022", "pessimistic 2023"]);
  const { growth } = productivityGrowth(published, "pessimistic", 2022);
  assertAlmostEquals(growth, 1.033 / 1.022 - 1, 1e-12);
});

Deno.test("Tables 2.2, 2.4 and 2.5 show every other cell back as it is printed", () => {
  const others = ledger.filter(({ cell }) =>
    !cell.endsWith("/employment_growth") && !cell.endsWith("/productivity_growth")
  );
  assertEquals(countOf(others), [3 * 12 * 3, 3 * 12 * 3]);
  for (const { cell, status, note } of ledger) {
    assert(status === "matches" || note.length > 0, cell);
  }
});
