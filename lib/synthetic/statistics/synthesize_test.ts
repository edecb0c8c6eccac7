import { extractMeans } from "./extract_means.ts";
import { type MarginRow, marginsReport } from "./margins.ts";
import { marginsFiles } from "./margins_files.ts";
import { statisticsExtractFiles } from "@jkp/extract/write";
import { synthesizeStatistics } from "./synthesize.ts";
import { loadPublished } from "@jkp/published/read";
import { assert, assertAlmostEquals, assertEquals, assertNotEquals } from "@std/assert";
import { normalStream } from "./random.ts";

const published = await loadPublished();
const extract = synthesizeStatistics(published, 2019);
const margins = marginsReport(extract, published);

/** What the report prints against itself, or says with "about". */
const KNOWN_DIFFERENCES = [
  "25-29/total",
  "35-39/total",
  "40-44/total",
  "55-59/total",
  "total/male",
  "total/total",
  "total_earnings/male/insured_workers",
  "total_earnings/female/insured_workers",
  "inactivity_mean",
];

function differing(rows: readonly MarginRow[]): string[] {
  return rows.filter((row) => row.status === "differs").map((row) => row.published.cell);
}

function margin(item: string, cell: string): MarginRow {
  return margins.find(({ published }) =>
    published.item === item && published.cell === cell
  )!;
}

Deno.test("synthesizeStatistics() gives the shipped files byte for byte", async () => {
  const files = new Map([
    ...await statisticsExtractFiles(extract),
    ...marginsFiles(margins),
  ]);
  const folder = new URL("../../../data/extracts/jht_2019/", import.meta.url);
  for (const [name, content] of files) {
    const shipped = await Deno.readTextFile(new URL(name, folder));
    assert(content === shipped, `${name}: made again, it differs from what is shipped`);
  }
});

Deno.test("synthesizeStatistics() misses margins only with a reason", () => {
  assertEquals(differing(margins), KNOWN_DIFFERENCES);
  assert(margins.every((row) => row.status !== "differs" || row.note !== ""));
});

Deno.test("synthesizeStatistics() meets the same when the seed is another", () => {
  for (const seed of [0, 1, 2, 3, 123_456_789]) {
    const other = synthesizeStatistics(published, seed);
    assertNotEquals(other.withdrawals, extract.withdrawals);
    assertEquals(differing(marginsReport(other, published)), KNOWN_DIFFERENCES);
  }
});

Deno.test("synthesizeStatistics() gives Table 1.3 exactly", () => {
  const exact = margins.filter((row) => row.status === "exact");
  const cells = exact.map(({ published }) => published.cell);
  for (const row of margins.filter(({ published }) => published.item === "table_1_3")) {
    if (/total/.test(row.published.cell)) continue;
    assert(cells.includes(row.published.cell), row.published.cell);
  }
  assert(cells.includes("contributors_2018_19"));
  assert(cells.includes("terminations_2018_19"));
});

Deno.test("synthesizeStatistics() gives mean earnings to 0.1 rupiah", () => {
  const rows = margins.filter(({ published: { item, cell } }) =>
    (item === "table_1_4" && cell.startsWith("total/")) ||
    cell.endsWith("/layoffs_and_resignations")
  );
  assertEquals(rows.length, 10);
  for (const row of rows) assertAlmostEquals(row.difference, 0, 0.1, row.published.cell);
});

Deno.test("synthesizeStatistics() gives the service of claimants", () => {
  assertAlmostEquals(extractMeans(extract).serviceOfClaimants(12), 0.75, 1e-6);
});

Deno.test("synthesizeStatistics() gives the elapsed inactivity", () => {
  assertAlmostEquals(margin("text_1_2_3", "inactivity_median").achieved, 16.45, 0.01);
  assertAlmostEquals(margin("text_1_2_3", "inactivity_mean").achieved, 19.34, 0.01);
  assert(
    extract.inactive.every((row, i) =>
      i === 0 || row.members < extract.inactive[i - 1]!.members
    ),
  );
});

Deno.test("synthesizeStatistics() hardly changes the ages in time", () => {
  const means = extractMeans(extract);
  const share = (ageGroup: "20-24" | "40-44", fromYear: number) =>
    means.members({ ageGroup, fromYear }) / means.members({ fromYear });
  for (const ageGroup of ["20-24", "40-44"] as const) {
    assertAlmostEquals(share(ageGroup, 2016) / share(ageGroup, 2019), 1, 0.025);
  }
});

Deno.test("marginsReport() says so when a margin is missed", () => {
  const fewer = {
    ...extract,
    active: extract.active.map((row) => ({ ...row, members: row.members - 1 })),
  };
  const row = marginsReport(fewer, published)
    .find(({ published }) => published.cell === "15-19/male")!;
  assertEquals([row.status, row.difference], ["differs", -1]);
});

Deno.test("normalStream() gives numbers of mean 0 and variance 1", () => {
  const next = normalStream(5);
  const values = Array.from({ length: 20_000 }, next);
  const mean = values.reduce((a, b) => a + b) / values.length;
  const variance = values.reduce((a, b) => a + (b - mean) ** 2, 0) / values.length;
  assertAlmostEquals(mean, 0, 0.03);
  assertAlmostEquals(variance, 1, 0.05);
});
