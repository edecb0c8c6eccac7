import type { Table } from "@jkp/exhibit";
import { loadPublished, loadPublishedDocuments } from "@jkp/published/read";
import { assert, assertEquals } from "@std/assert";
import { errataTables } from "./errata_tables.ts";
import { paperErrataTable } from "./paper_errata.ts";

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
  assertEquals(consistent("Contribution rates of employer"), "2.0 % and 1.0 %");
});

Deno.test("errataTables() finds both sexes' totals of Table 1.4 off by the same", () => {
  const ratios = numbers!.rows.filter((row) => row.where === "Table 1.4, total")
    .map((row) => /is (\S+)\./.exec(String(row.arithmetic))![1]);
  assertEquals(ratios, ["0.9927", "0.9927"]);
});

Deno.test("errataTables() lists definitions and labels", () => {
  assertEquals(definitions!.rows.length, 9);
  assert(labels!.rows.every(({ printed, meant }) => printed !== meant));
});

/** The arithmetic of a row of a table, by what is in question. */
function arithmetic(table: Table, what: string): string {
  return String(
    table.rows.find((row) => String(row.what).startsWith(what))!.arithmetic,
  );
}

Deno.test("errataTables() finds ceilings that rise with real GDP, and wages faster", () => {
  // 8,939,700 over 7,335,300 is 1.2187: 5.07 % a year in four years, 6.82 % in three.
  assert(arithmetic(numbers!, "Year of the ceiling").includes("5.1 % a year over four"));
  assert(arithmetic(definitions!, "Index of the salary").includes("nominal by 8.4 %"));
  const covered = arithmetic(definitions!, "Share of salaries");
  assert(covered.includes("× 2.12, real GDP × 1.68, in 2030 by 8.5 and 5.1 %"), covered);
  assert(covered.includes("becomes 0.79"), covered);
});

Deno.test("errataTables() reads twice the monthly expenses as two months", () => {
  const monthly = arithmetic(definitions!, "Expenses that the reserve");
  assert(monthly.includes("two months are 0.17 years of expenses, not 2"), monthly);
  assert(
    monthly.includes("about 2 % to the minimum rate, where 25 % is printed"),
    monthly,
  );
});

Deno.test("errataTables() counts the years whose productivity a scenario changes", () => {
  const other = arithmetic(definitions!, "What the other scenarios");
  assert(other.includes("in 6 of the 10 years of Table 2.5, by up to 0.4 points"), other);
});

Deno.test("paperErrataTable() works out what the papers' own numbers give", async () => {
  const papers = paperErrataTable(await loadPublished(), await loadPublishedDocuments());
  assertEquals(papers.rows.map(({ printed, consistent }) => [printed, consistent]), [
    ["30.7 million, or 56 %", "27.1 million, or 56 %"],
    ["23 %", "13 %"],
    ["8.4 million", "8.6 million"],
    [
      "2,913,897 in February 2020; half of it, 1,456,949, in August 2019",
      "one month for both, by the provinces not the same",
    ],
    ["124 million", "people at work"],
  ]);
  const reach = arithmetic(papers, "Wage earners whom JKP");
  assert(reach.includes("30.7 million would be 63 %"), reach);
  assert(arithmetic(papers, "Claimants' insurable").includes("23 % for all earnings"));
});
