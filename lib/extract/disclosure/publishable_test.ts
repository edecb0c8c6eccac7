import { assert, assertEquals } from "@std/assert";
import { readShippedExtract } from "../shipped_extract.ts";
import type { StatisticsExtract } from "../statistics_extract.ts";
import type { Month } from "@jkp/month";
import type { LargestContributions } from "./largest_wages.ts";
import { publishableFiles } from "./publishable.ts";
import { roundedMean } from "./rounded_mean.ts";

const SHIPPED = await readShippedExtract();

/** December 2019 of an extract, which is enough for rules of single months. */
function december(extract: StatisticsExtract): StatisticsExtract {
  const isLast = ({ month }: { readonly month: Month }) =>
    month === extract.manifest.lastMonth;
  return {
    ...extract,
    active: extract.active.filter(isLast),
    withdrawals: extract.withdrawals.filter(isLast),
    service: extract.service.filter(isLast),
  };
}

/** Wages of which each record has its cell's mean. */
function equalWages(extract: StatisticsExtract): LargestContributions {
  const of = ({ meanWageIdr }: { readonly meanWageIdr: number }) => ({
    largest: meanWageIdr,
    second: meanWageIdr,
  });
  return { active: extract.active.map(of), withdrawals: extract.withdrawals.map(of) };
}

/** The shipped extract as a sample of one in a thousand would have it: many small cells. */
const LAST = december(SHIPPED);
const SMALL = {
  ...LAST,
  active: LAST.active.map((row) => ({
    ...row,
    members: Math.round(row.members / 1000),
  })),
  withdrawals: LAST.withdrawals.map((row) => ({
    ...row,
    claims: Math.round(row.claims / 1000),
  })),
  inactive: LAST.inactive.map((row) => ({
    ...row,
    members: Math.round(row.members / 10_000),
  })),
};

function rowsOf(text: string): string[][] {
  return text.trim().split("\n").slice(1).map((line) => line.split(","));
}

Deno.test("publishableFiles() shows no cell of 1 to 9 persons, and no wage of one", () => {
  const files = publishableFiles(SMALL, { largest: equalWages(SMALL) });
  for (const [name, column] of [["active.csv", 3], ["withdrawals.csv", 4]] as const) {
    const rows = rowsOf(files.get(name)!);
    const hidden = rows.filter((row) => row.at(-1) === "yes");
    assert(hidden.length > 0 && hidden.length < rows.length);
    for (const row of hidden) assertEquals(row.slice(column, column + 2), ["", ""]);
    for (const row of rows.filter((row) => row.at(-1) === "")) {
      const count = Number(row[column]);
      assert(count === 0 || count >= 10, row.join());
      assert(count === 0 || Number(row[column + 1]) > 0, row.join());
    }
  }
});

Deno.test("publishableFiles() hides shares of service that stand for few", () => {
  const rows = rowsOf(publishableFiles(SMALL).get("service.csv")!);
  const old = rows.find((row) => row[2] === "65-69" && row[1] === "F")!;
  assertEquals(old.slice(4), ["", "yes"]);
});

Deno.test("publishableFiles() publishes totals that are the sums of all cells", () => {
  const rows = rowsOf(publishableFiles(LAST).get("active.csv")!);
  const total = rows.find((row) => row.slice(0, 3).join() === "2019-12,total,total")!;
  const sum = SHIPPED.active.filter(({ month }) => month === SHIPPED.manifest.lastMonth)
    .reduce((all, { members }) => all + members, 0);
  assertEquals(Number(total[3]), sum);
});

Deno.test("publishableFiles() says what was hidden and that data are synthetic", () => {
  const readme = publishableFiles(SMALL, { threshold: 5 }).get("README.md")!;
  assert(readme.includes("Cells of 1 to 4 records are suppressed"));
  assert(readme.includes("Synthetic data"));
});

Deno.test("publishableFiles() counts records where rows stand for many persons", () => {
  const weighted = {
    ...SMALL,
    active: SMALL.active.map(({ members, ...row }) => ({
      ...row,
      members: 1000 * members,
      records: members,
    })),
  };
  const hidden = (extract: StatisticsExtract) =>
    rowsOf(publishableFiles(extract).get("active.csv")!)
      .filter((row) => row.at(-1) === "yes").map((row) => row.slice(0, 3));
  assertEquals(hidden(weighted), hidden(SMALL));
  assert(hidden(weighted).length > 0);
});

Deno.test("publishableFiles() hides the mean of a cell that one record dominates", () => {
  const largest = equalWages(LAST);
  const cell = LAST.active.findIndex(({ sex, ageGroup }) =>
    sex === "F" && ageGroup === "30-34"
  );
  const { members, meanWageIdr } = LAST.active[cell]!;
  const dominated = {
    ...largest,
    active: largest.active.with(cell, {
      largest: 0.92 * members * meanWageIdr, // of the rest, 8 %, is too little open
      second: meanWageIdr,
    }),
  };
  const rows = rowsOf(publishableFiles(LAST, { largest: dominated }).get("active.csv")!);
  const noWage = rows.filter((row) => row.at(-1) === "wage");
  // Of its row and column, one more cell each must be without a mean, and where they meet.
  assertEquals(noWage.map((row) => row.slice(1, 3).join(" ")), [
    "M 15-19", // the smallest group whose wages are enough to hide it
    "M 30-34",
    "F 15-19",
    "F 30-34",
  ]);
  for (const row of noWage) assert(Number(row[3]) > 0 && row[4] === "");
});

Deno.test("publishableFiles() shows no mean where nobody's wages are known", () => {
  const rows = rowsOf(publishableFiles(LAST).get("active.csv")!);
  assert(rows.every((row) => row[4] === "" || row[3] === "0"));
});

Deno.test("roundedMean() leaves a tenth of the mean open in the sum", () => {
  for (const records of [10, 99, 100, 5_000]) {
    for (const mean of [1_000_001, 2_345_678, 9_876_543]) {
      const shown = roundedMean(mean, records);
      const step = 10 ** (6 - (records < 100 ? 1 : 2));
      assert(Math.abs(shown - mean) <= step / 2);
      assert(records * step >= mean / 10);
    }
  }
});
