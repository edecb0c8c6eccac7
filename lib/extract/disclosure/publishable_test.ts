import { assert, assertEquals } from "@std/assert";
import { readShippedExtract } from "../shipped_extract.ts";
import { publishableFiles } from "./publishable.ts";

const SHIPPED = await readShippedExtract();

/** The shipped extract as a sample of one in a thousand would have it: many small cells. */
const SMALL = {
  ...SHIPPED,
  active: SHIPPED.active.map((row) => ({
    ...row,
    members: Math.round(row.members / 1000),
  })),
  withdrawals: SHIPPED.withdrawals.map((row) => ({
    ...row,
    claims: Math.round(row.claims / 1000),
  })),
  inactive: SHIPPED.inactive.map((row) => ({
    ...row,
    members: Math.round(row.members / 10_000),
  })),
};

function rowsOf(text: string): string[][] {
  return text.trim().split("\n").slice(1).map((line) => line.split(","));
}

Deno.test("publishableFiles() shows no cell of 1 to 9 persons, and no wage of one", () => {
  const files = publishableFiles(SMALL);
  for (const [name, column] of [["active.csv", 3], ["withdrawals.csv", 4]] as const) {
    const rows = rowsOf(files.get(name)!);
    const hidden = rows.filter((row) => row.at(-1) === "yes");
    assert(hidden.length > 0 && hidden.length < rows.length);
    for (const row of hidden) assertEquals(row.slice(column, column + 2), ["", ""]);
    for (const row of rows.filter((row) => row.at(-1) === "")) {
      const count = Number(row[column]);
      assert(count === 0 || count >= 10, row.join());
    }
  }
});

Deno.test("publishableFiles() hides shares of service that stand for few", () => {
  const rows = rowsOf(publishableFiles(SMALL).get("service.csv")!);
  const old = rows.find((row) => row[2] === "65-69" && row[1] === "F")!;
  assertEquals(old.slice(4), ["", "yes"]);
});

Deno.test("publishableFiles() publishes totals that are the sums of all cells", () => {
  const rows = rowsOf(publishableFiles(SHIPPED).get("active.csv")!);
  const total = rows.find((row) => row.slice(0, 3).join() === "2019-12,total,total")!;
  const sum = SHIPPED.active.filter(({ month }) => month === SHIPPED.manifest.lastMonth)
    .reduce((all, { members }) => all + members, 0);
  assertEquals(Number(total[3]), sum);
});

Deno.test("publishableFiles() says what was hidden and that data are synthetic", () => {
  const readme = publishableFiles(SMALL, { threshold: 5 }).get("README.md")!;
  assert(readme.includes("Cells of 1 to 4 persons are suppressed"));
  assert(readme.includes("Synthetic data"));
});
