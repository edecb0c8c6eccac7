import { loadPublished } from "@jkp/published/read";
import { assert, assertEquals } from "@std/assert";
import { errataTables } from "./errata_tables.ts";

const [numbers, definitions, labels] = errataTables(await loadPublished());

function consistent(what: string): string {
  return String(
    numbers!.rows.find((row) => String(row.what).startsWith(what))!.consistent,
  );
}

Deno.test("errataTables() works out what the rest of the report gives", () => {
  assertEquals(consistent("Productivity growth"), "1.1 %");
  assertEquals(consistent("Administrative expenses"), "0.50 %");
  assertEquals(consistent("Average real rate 2010–19, bonds of 12"), "1.25 %");
  assertEquals(consistent("Gross yield"), "about 3.4 %");
  assertEquals(consistent("Median duration"), "about 23 months");
  assertEquals(consistent("Suggested rate with nine"), "about +0.45");
});

Deno.test("errataTables() finds both sexes' totals of Table 1.4 off by the same", () => {
  const ratios = numbers!.rows.filter((row) => row.where === "Table 1.4, total")
    .map((row) => /is (\S+)\./.exec(String(row.arithmetic))![1]);
  assertEquals(ratios, ["0.9927", "0.9927"]);
});

Deno.test("errataTables() lists definitions and labels", () => {
  assertEquals(definitions!.rows.length, 6);
  assert(labels!.rows.every(({ printed, meant }) => printed !== meant));
});
