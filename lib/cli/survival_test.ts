import {
  assert,
  assertAlmostEquals,
  assertEquals,
  assertStringIncludes,
} from "@std/assert";
import pl from "nodejs-polars";
import { runHere, runTask } from "./run_for_test.ts";
import { survivalCommand } from "./survival.ts";

const COLUMNS = ["--duration", "time", "--event", "status"];

/** R's lung data by sex, as a CSV file; the fixture holds men and women one by one. */
async function lungFile(): Promise<string> {
  const fixtures = JSON.parse(
    await Deno.readTextFile("lib/survival/fixtures/lung.json"),
  );
  const rows = [[1, "M"], [2, "F"]].flatMap(([index, sex]) => {
    const { durations, eventObserved } = fixtures[Number(index)].observations;
    return durations.map((time: number, i: number) =>
      `${time},${eventObserved[i]},${sex}`
    );
  });
  return await csvFile("time,status,sex", ...rows);
}

async function csvFile(...lines: string[]): Promise<string> {
  const path = await Deno.makeTempFile({ suffix: ".csv" });
  await Deno.writeTextFile(path, lines.join("\n") + "\n");
  return path;
}

Deno.test("survival --json equals R's summary of survfit(Surv(time, status) ~ sex, lung)", async () => {
  const file = await lungFile();
  const { code, stdout, stderr } = await runTask(
    "survival",
    file,
    ...COLUMNS,
    "--by",
    "sex",
    "--at",
    "100,310,2000",
    "--json",
  );
  assertEquals([code, stderr], [0, ""]);
  const { curves } = JSON.parse(stdout);
  const [women, men] = curves;
  assertEquals([women.group, men.group], [{ sex: "F" }, { sex: "M" }]);
  assertEquals([women.median, men.median], [426, 270]);
  // summary(survfit(...), times = c(100, 310, 2000), extend = TRUE)
  const columns = men.at.map((row: { at_risk: number; events: number }) => [
    row.at_risk,
    row.events,
  ]);
  assertEquals(columns, [[114, 24], [43, 54], [0, 34]]);
  assertAlmostEquals(men.at[1].survival, 0.4033, 5e-5);
  assertAlmostEquals(men.at[1].std_error, 0.0441, 5e-5);
  assertAlmostEquals(men.at[1].lower, 0.3168, 5e-5);
  assertAlmostEquals(men.at[1].upper, 0.4881, 5e-5);
  assertAlmostEquals(men.restricted_mean, 326.0841096688747, 1e-9);
  assertEquals(Object.keys(men), ["group", "basis", "at", "median", "restricted_mean"]);
});

Deno.test("survival prints a table whose events sum to all events", async () => {
  const { code, stdout } = await runHere(survivalCommand, await lungFile(), ...COLUMNS);
  assertEquals(code, 0);
  const rows = [...stdout.matchAll(/^ *[\d,]+ +[\d,]+ +(\d+) +0\.\d+/gm)];
  assert(rows.length > 5 && rows.length <= 20);
  assertEquals(rows.reduce((sum, [, events]) => sum + Number(events), 0), 165);
  assertStringIncludes(stdout, "Median 310");
});

Deno.test("survival shows fractions of weighted spells and reaches 0", async () => {
  const file = await csvFile("time,status,w", "1.5,1,0.1", "4,1,0.7", "5,1,0.1");
  const { code, stdout } = await runHere(
    survivalCommand,
    file,
    ...COLUMNS,
    "--weight",
    "w",
  );
  assertEquals(code, 0);
  assert(/^ *1\.50 +0\.90 +0\.10 +0\.8889 /m.test(stdout), stdout);
  assert(/^ *5\.00 +0\.10 +0\.10 +0\.0000 /m.test(stdout), stdout);
});

Deno.test("survival reads Parquet with late entry and weights as CSV", async () => {
  const csv = await csvFile(
    "time,status,from,n,group",
    "3,1,0,2,a",
    "5,0,1,1,a",
    "6,1,2,3,b",
    "4,true,0,1,b",
    "8,false,3,1,b",
  );
  const parquet = csv.replace(".csv", ".parquet");
  pl.readCSV(csv, { inferSchemaLength: 0 })
    .withColumns(pl.col("time").cast(pl.Float64), pl.col("n").cast(pl.Int64))
    .writeParquet(parquet);
  const options = [
    ...COLUMNS,
    "--entry",
    "from",
    "--weight",
    "n",
    "--by",
    "group",
    "--json",
  ];
  const fromCsv = await runHere(survivalCommand, csv, ...options);
  const fromParquet = await runTask("survival", parquet, ...options);
  assertEquals([fromCsv.stderr, fromParquet.stderr], ["", ""]);
  assertEquals(fromCsv.stdout, fromParquet.stdout);
  const [a] = JSON.parse(fromCsv.stdout).curves;
  assertAlmostEquals(a.at[0].survival, 1 / 3);
});

Deno.test("survival exits with 1 and names every bad cell", async () => {
  const file = await csvFile(
    "time,status,from,n",
    "six,1,0,1",
    "-2,0,0,1",
    "3,2,0,1",
    ",1,0,1",
    "4,1,4,1",
    "4,1,0,0",
  );
  const { code, stdout, stderr } = await runHere(
    survivalCommand,
    file,
    ...COLUMNS,
    "--entry",
    "from",
    "--weight",
    "n",
  );
  assertEquals([code, stdout], [1, ""]);
  assertEquals(stderr.trim().split("\n").map((line) => line.replace(`${file}: `, "")), [
    "row 2, column time: expected a number of 0 or more, got six",
    "row 3, column time: expected a number of 0 or more, got -2",
    "row 5, column time: expected a number of 0 or more, got nothing",
    "row 4, column status: expected 0 or 1, true or false, got 2",
    "row 7, column n: expected a positive number, got 0",
    "row 3, column from: expected less than the duration -2, got 0",
    "row 6, column from: expected less than the duration 4, got 4",
  ]);
});

Deno.test("survival refuses numbers that nobody records, and groups alike but for blanks are one", async () => {
  const columns = [...COLUMNS, "--weight", "n", "--by", "group"];
  const absurd = await csvFile("time,status,n,group", "1e300,1,1,a", "1,1,1e300,a");
  const { code, stderr } = await runHere(survivalCommand, absurd, ...columns);
  assertEquals(code, 1);
  assertStringIncludes(
    stderr,
    "row 2, column time: expected a number of at most 15 digits",
  );
  assertStringIncludes(stderr, "row 3, column n: expected a number of at most 15 digits");
  const file = await csvFile("time,status,n,group", "1,1,1,a", "2,1,1, a ", "3,1,1,a ");
  const { stdout } = await runHere(survivalCommand, file, ...columns, "--json");
  const { curves } = JSON.parse(stdout);
  assertEquals(curves.map(({ group }: { group: unknown }) => group), [{ group: "a" }]);
  assertAlmostEquals(curves[0].at[0].survival, 2 / 3);
});

Deno.test("survival words the first problems and counts the rest", async () => {
  const rows = Array.from({ length: 1025 }, () => "x,1");
  const { stderr } = await runHere(
    survivalCommand,
    await csvFile("time,status", ...rows),
    ...COLUMNS,
  );
  const lines = stderr.trim().split("\n");
  assertEquals(lines.length, 21);
  assertStringIncludes(lines.at(-1)!, "1,005 more");
});

Deno.test("survival exits with 1 when the file or a column is missing", async () => {
  const cases = [
    ["/nowhere.csv", "/nowhere.csv: expected a file, got nothing there"],
    ["/nowhere.txt", "a file ending in .csv or .parquet"],
    [await csvFile("time,other", "1,1"), 'a column "status", got time, other'],
    [await csvFile("time,status"), "at least one row"],
    [await csvFile("time,status", '1,"1'), "expected"],
  ] as const;
  for (const [file, message] of cases) {
    const { code, stdout, stderr } = await runHere(survivalCommand, file, ...COLUMNS);
    assertEquals([code, stdout], [1, ""], stderr);
    assertStringIncludes(stderr, message);
    assert(!stderr.includes("    at "));
  }
});

Deno.test("survival exits with 2 when it is called wrongly", async () => {
  const file = await lungFile();
  const calls = [
    [[file], "--duration and --event are wanted"],
    [[...COLUMNS], "one FILE"],
    [[file, ...COLUMNS, "--at", "12,6"], "increasing numbers such as 6,12,24"],
    [[file, ...COLUMNS, "--at", "x"], "got x"],
    [[file, ...COLUMNS, "--colour"], "--colour"],
  ] as const;
  for (const [args, message] of calls) {
    const { code, stdout, stderr } = await runHere(survivalCommand, ...args);
    assertEquals([code, stdout], [2, ""], stderr);
    assertStringIncludes(stderr, message);
    assert(!stderr.includes("    at "));
  }
});

Deno.test("survival --by shows a year without decimals when a file holds fractions", async () => {
  const path = await Deno.makeTempFile({ suffix: ".parquet" });
  const columns = { months: [1, 2, 3], end: [1, 1, 0], cohort: [2024, 2025, 2025] };
  pl.DataFrame(columns).withColumn(pl.col("cohort").cast(pl.Float64)).writeParquet(path);
  const args = ["--duration", "months", "--event", "end", "--by", "cohort", "--json"];
  const { stdout } = await runHere(survivalCommand, path, ...args);
  const curves: { readonly group: object }[] = JSON.parse(stdout).curves;
  assertEquals(curves.map(({ group }) => group), [{ cohort: "2024" }, {
    cohort: "2025",
  }]);
});
