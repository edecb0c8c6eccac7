import { TERMINATION_REASONS } from "@jkp/extract";
import { readShippedExtract, readStatisticsExtract } from "@jkp/extract/read";
import { statisticsExtractFiles } from "@jkp/extract/write";
import { formatMonth, monthOf } from "@jkp/month";
import { loadOpenStatistics } from "@jkp/open/read";
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { fileURLToPath } from "node:url";
import { carriedMargins, carriedMarginsFiles } from "./carried_margins.ts";
import { carryForward } from "./carry_forward.ts";

const SHIPPED = new URL("../../../data/extracts/jht_2025/", import.meta.url);

const open = await loadOpenStatistics();
const structure = await readShippedExtract();
const extract = carryForward(structure, open, 2025);
const margins = carriedMargins(extract, structure, open);

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

Deno.test("carryForward() gives the shipped files byte for byte", async () => {
  const files = new Map([
    ...await statisticsExtractFiles(extract),
    ...carriedMarginsFiles(margins),
  ]);
  for (const [name, content] of files) {
    const shipped = await Deno.readTextFile(new URL(name, SHIPPED));
    assert(content === shipped, `${name}: made again, it differs from what is shipped`);
  }
});

Deno.test("carryForward() says that it is synthetic and for structure only", async () => {
  const { manifest } = await readStatisticsExtract(fileURLToPath(SHIPPED));
  assertEquals([manifest.synthetic, manifest.structureOnly], [true, true]);
  assert(manifest.method.startsWith("Structure only: no level of it is evidence."));
});

Deno.test("carryForward() meets what is printed, whatever the seed", () => {
  for (const seed of [2025, 0, 7]) {
    const rows = seed === 2025
      ? margins
      : carriedMargins(carryForward(structure, open, seed), structure, open);
    const missed = rows.filter(({ status }) => status === "differs");
    assertEquals(missed.map(({ published }) => published.cell), [
      "claims/all/2024-01..2024-09",
    ]);
    assert(Math.abs(missed[0]!.difference) < 1 / 0.2993 && missed[0]!.note !== "");
  }
});

Deno.test("carryForward() changes claims alone when the seed is another", () => {
  const other = carryForward(structure, open, 7);
  assertEquals(other.active, extract.active);
  assertEquals(other.service, extract.service);
  const layoffs = (rows: typeof extract.withdrawals) => rows.map(({ claims }) => claims);
  assert(layoffs(other.withdrawals).join() !== layoffs(extract.withdrawals).join());
});

Deno.test("carryForward() keeps the structure of 2019", () => {
  const share = ({ active }: typeof extract, year: number) => {
    const rows = active.filter(({ month }) =>
      month >= monthOf(year, 1) && month <= monthOf(year, 12)
    );
    const women = rows.filter(({ sex, ageGroup }) => sex === "F" && ageGroup === "25-29");
    return sum(women.map(({ members }) => members)) /
      sum(rows.map(({ members }) => members));
  };
  assertAlmostEquals(share(extract, 2025), share(structure, 2019), 1e-6);
  const rate = (of: typeof extract, sex: string, ageGroup: string) => {
    const isOf = (row: { sex: string; ageGroup: string }) =>
      row.sex === sex && row.ageGroup === ageGroup;
    const layoffs = of.withdrawals.filter((row) => isOf(row) && row.reason === "layoff");
    return sum(layoffs.map(({ claims }) => claims)) /
      sum(of.active.filter(isOf).map(({ members }) => members));
  };
  const ratio = (of: typeof extract) => rate(of, "F", "20-24") / rate(of, "M", "50-54");
  assertAlmostEquals(ratio(extract) / ratio(structure), 1, 1e-3);
  const wages = ({ active }: typeof extract, month: number) => {
    const [young, old] = ["20-24", "50-54"].map((age) =>
      active.find((row) =>
        row.month === month && row.sex === "M" && row.ageGroup === age
      )!.meanWageIdr
    );
    return old! / young!;
  };
  assertAlmostEquals(wages(extract, monthOf(2025, 6)), 6_630_262 / 3_231_757, 1e-5);
});

Deno.test("carryForward() leaves August 2024 the claims beyond those to July", () => {
  const august = extract.withdrawals.filter(({ month }) => month === monthOf(2024, 8));
  const [layoffs, resignations] = TERMINATION_REASONS.map((reason) =>
    sum(august.filter((row) => row.reason === reason).map(({ claims }) => claims))
  );
  assertEquals(layoffs, Math.round(0.2993 * 2_070_000) - Math.round(0.3063 * 1_760_000));
  assertEquals(
    resignations,
    Math.round(0.5791 * 2_070_000) - Math.round(0.5732 * 1_760_000),
  );
});

Deno.test("carryForward() has each month once, 2023 to 2025, in order", () => {
  const months = [...new Set(extract.withdrawals.map(({ month }) => month))];
  assertEquals(months.length, 36);
  assertEquals(months, months.toSorted((a, b) => a - b));
  assertEquals(months.map(formatMonth).at(-1), "2025-12");
});

Deno.test("carryForward() refuses facts that are missing, double or of other years", () => {
  const claims = open.jht_claims_by_reason;
  const isShare = (row: typeof claims[number]) =>
    row.reason === "layoff" && row.from === "2024-01" && row.to === "2024-08";
  const carried = (rows: typeof claims) => () =>
    carryForward(structure, { ...open, jht_claims_by_reason: rows }, 1);
  const expected = "jht_claims_by_reason.csv: expected one row of " +
    "share_of_claims/layoff/2024-01..2024-08, got ";
  assertThrows(
    carried(claims.filter((row) => !isShare(row))),
    RangeError,
    `${expected}none`,
  );
  assertThrows(
    carried([...claims, ...claims.filter(isShare)]),
    RangeError,
    `${expected}2`,
  );
  assertThrows(() => carryForward(extract, open, 1), RangeError, "ends in 2025");
});
