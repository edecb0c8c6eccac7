import { readStatisticsExtract } from "./read_statistics_extract.ts";
import type { StatisticsExtract } from "./statistics_extract.ts";
import {
  statisticsExtractFiles,
  writeStatisticsExtract,
} from "./write_statistics_extract.ts";
import { synthesizeStatistics } from "@jkp/synthetic";
import { DataError } from "@jkp/problem";
import { loadPublished } from "@jkp/published/read";
import { assert, assertEquals, assertRejects } from "@std/assert";
import fc from "fast-check";
import { sha256 } from "@jkp/files";

const extract = synthesizeStatistics(await loadPublished(), 1);
const files = await statisticsExtractFiles(extract);

/** Its last two months, quick to write and read many times. */
const ofTwoMonths = await statisticsExtractFiles(lastMonths(2));

function lastMonths(months: number): StatisticsExtract {
  const firstMonth = extract.manifest.lastMonth - months + 1;
  const isLate = ({ month }: { month: number }) => month >= firstMonth;
  return {
    ...extract,
    manifest: { ...extract.manifest, firstMonth },
    active: extract.active.filter(isLate),
    withdrawals: extract.withdrawals.filter(isLate),
    service: extract.service.filter(isLate),
  };
}

/** Reads the extract after a change of its files, with checksums that fit again. */
async function problemsAfter(
  change: (files: Map<string, string>) => void,
  before: ReadonlyMap<string, string> = files,
): Promise<readonly string[]> {
  const changed = new Map(before);
  change(changed);
  let manifest = changed.get("extract.toml")!;
  for (const [name, content] of before) {
    const now = changed.get(name);
    if (now === undefined) continue;
    manifest = manifest.replace(await sha256(content), await sha256(now));
  }
  changed.set("extract.toml", manifest);
  const folder = await Deno.makeTempDir();
  try {
    for (const [name, content] of changed) {
      await Deno.writeTextFile(`${folder}/${name}`, content);
    }
    const error: DataError = await assertRejects(
      () => readStatisticsExtract(folder),
      DataError,
    );
    return error.message.replaceAll(`${folder}/`, "").split("\n");
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** Replaces one cell; `row` counts lines of the file from 1, the header being 1. */
function replaceCell(text: string, row: number, column: string, value: string): string {
  const lines = text.split("\n");
  const cells = lines[row - 1]!.split(",");
  cells[lines[0]!.split(",").indexOf(column)] = value;
  lines[row - 1] = cells.join(",");
  return lines.join("\n");
}

function edit(file: string, change: (text: string) => string) {
  return (all: Map<string, string>) => void all.set(file, change(all.get(file)!));
}

Deno.test("readStatisticsExtract() gives back what was written", async () => {
  const folder = await Deno.makeTempDir();
  await writeStatisticsExtract(folder, extract);
  const read = await readStatisticsExtract(folder);
  assertEquals(
    { ...read, manifest: { ...read.manifest, sha256: {} } },
    extract,
  );
});

Deno.test("readStatisticsExtract() accepts line ends of Windows", async () => {
  const folder = await Deno.makeTempDir();
  const text = files.get("inactive.csv")!.replaceAll("\n", "\r\n");
  const manifest = files.get("extract.toml")!.replace(
    await sha256(files.get("inactive.csv")!),
    await sha256(text),
  );
  const all = new Map([...files, ["inactive.csv", text], ["extract.toml", manifest]]);
  for (const [name, content] of all) {
    await Deno.writeTextFile(`${folder}/${name}`, content);
  }
  assertEquals((await readStatisticsExtract(folder)).inactive, extract.inactive);
});

const BAD_CELLS: Readonly<Record<string, readonly string[]>> = {
  month: ["2016-13", "2016", "Jan-16", ""],
  sex: ["X", "m", "", "male"],
  age_group: ["15–19", "70-74", "20", ""],
  reason: ["retirement", "", "Layoff"],
  members: ["-1", "1.0000005", "1e3", "many", "1 000", ""],
  claims: ["-1", "0.5.", "", "NaN"],
  mean_wage_idr: ["-5", "1,5".replace(",", " "), "Infinity", ""],
  months_at_least: ["5", "0", "12.0", ""],
  share: ["1.2", "-0.1", "93%", ".5", ""],
  months_since_last_contribution: ["-1", "x", ""],
};

Deno.test("readStatisticsExtract() names the place when a cell is bad", async () => {
  const anyBadCell = fc
    .constantFrom("active.csv", "withdrawals.csv", "service.csv", "inactive.csv")
    .chain((file) => {
      const [header, ...lines] = ofTwoMonths.get(file)!.trimEnd().split("\n");
      return fc.constantFrom(...header!.split(",")).chain((column) =>
        fc.record({
          file: fc.constant(file),
          column: fc.constant(column),
          row: fc.integer({ min: 2, max: lines.length + 1 }),
          value: fc.constantFrom(...BAD_CELLS[column]!),
        })
      );
    });
  await fc.assert(
    fc.asyncProperty(anyBadCell, async ({ file, column, row, value }) => {
      const problems = await problemsAfter(
        edit(file, (text) => replaceCell(text, row, column, value)),
        ofTwoMonths,
      );
      const start = `${file}: row ${row}, column ${column}: expected `;
      assertEquals(problems.length, 1);
      assert(problems[0]!.startsWith(start), problems[0]);
      assert(problems[0]!.endsWith(`, got ${value || "nothing"}`), problems[0]);
    }),
    { numRuns: 60 },
  );
});

Deno.test("readStatisticsExtract() names what is missing when a row is", async () => {
  const problems = await problemsAfter(
    edit(
      "withdrawals.csv",
      (text) => text.replace(/^2017-03,F,30-34,layoff,.*\n/m, ""),
    ),
  );
  assertEquals(problems, [
    "withdrawals.csv: expected a row for 2017-03 F 30-34 layoff, got none",
  ]);
});

Deno.test("readStatisticsExtract() names both rows when a key stands twice", async () => {
  const problems = await problemsAfter(
    edit("active.csv", (text) => text + "2016-01,M,15-19,5,3000000\n"),
  );
  assertEquals(problems, [
    "active.csv: row 1058, column month, sex, age_group: expected a key that stands " +
    "once (it stands in row 2), got 2016-01 M 15-19",
  ]);
});

Deno.test("readStatisticsExtract() finds months outside the window", async () => {
  const problems = await problemsAfter(
    edit(
      "extract.toml",
      (text) => text.replace('last_month = "2019-12"', 'last_month = "2019-11"'),
    ),
  );
  assertEquals(problems.length, 51);
  assertEquals(
    problems[0],
    "active.csv: row 1036, column month: expected a month from 2016-01 to 2019-11, got " +
      "2019-12",
  );
  assert(problems[50]!.endsWith("expected no further problems, got 104 more"));
});

Deno.test("readStatisticsExtract() finds wages without persons", async () => {
  const problems = await problemsAfter((all) => {
    edit("active.csv", (text) => replaceCell(text, 2, "members", "0"))(all);
    edit("withdrawals.csv", (text) => replaceCell(text, 3, "mean_wage_idr", "0"))(all);
  });
  assertEquals(problems.map((line) => line.split(": expected")[0]), [
    "active.csv: row 2, column mean_wage_idr",
    "withdrawals.csv: row 3, column mean_wage_idr",
  ]);
});

Deno.test("readStatisticsExtract() reads the records behind each number", async () => {
  const last = lastMonths(2);
  const withRecords = {
    ...last,
    active: last.active.map((row) => ({ ...row, records: Math.ceil(row.members / 50) })),
  };
  const written = await statisticsExtractFiles(withRecords);
  assert(written.get("active.csv")!.startsWith("month,sex,age_group,members,records,"));
  assertEquals(written.get("inactive.csv"), ofTwoMonths.get("inactive.csv"));
  const folder = await Deno.makeTempDir();
  await writeStatisticsExtract(folder, withRecords);
  assertEquals((await readStatisticsExtract(folder)).active, withRecords.active);
  const problems = await problemsAfter(
    edit("active.csv", (text) => replaceCell(text, 2, "records", "0")),
    written,
  );
  assertEquals(problems, [
    "active.csv: row 2, column records: expected at least one record, got 0",
  ]);
});

Deno.test("readStatisticsExtract() finds service that rises", async () => {
  const problems = await problemsAfter(
    edit("service.csv", (text) => replaceCell(text, 3, "share", "0.999")),
  );
  assertEquals(problems.length, 1);
  assert(
    problems[0]!.startsWith("service.csv: row 3, column share: expected at most 0.9"),
  );
});

Deno.test("readStatisticsExtract() finds gaps in the inactive", async () => {
  assertEquals(
    await problemsAfter(edit("inactive.csv", (text) => text.replace(/^7,.*\n/m, ""))),
    [
      "inactive.csv: row 9, column months_since_last_contribution: expected months " +
      "that run from 0 in order without gap, got 8",
    ],
  );
  const [empty] = await problemsAfter(
    edit("inactive.csv", (text) => text.slice(0, text.indexOf("\n") + 1)),
  );
  assert(empty!.startsWith("inactive.csv: expected"));
});

Deno.test("readStatisticsExtract() finds a file that was changed", async () => {
  const folder = await Deno.makeTempDir();
  await writeStatisticsExtract(folder, extract);
  const path = `${folder}/inactive.csv`;
  await Deno.writeTextFile(path, (await Deno.readTextFile(path)) + "60,1\n");
  const error: DataError = await assertRejects(
    () => readStatisticsExtract(folder),
    DataError,
  );
  assertEquals(error.problems.length, 1);
  assert(error.problems[0]!.expected.startsWith("SHA-256 "));
});

Deno.test("readStatisticsExtract() gathers problems of all files", async () => {
  const problems = await problemsAfter((all) => {
    all.delete("service.csv");
    edit("active.csv", (text) => text.replace("members", "heads"))(all);
    edit("inactive.csv", (text) => replaceCell(text, 4, "members", "?"))(all);
    edit("extract.toml", (text) => text.replace('"2016-01"', '"2016"'))(all);
  });
  assertEquals(problems.map((line) => line.split(": expected")[0]), [
    "extract.toml: first_month",
    "active.csv: header",
    "service.csv",
    "inactive.csv: row 4, column members",
  ]);
});
