import { DataError, UsageError } from "@jkp/problem";
import { eligibility } from "@jkp/experience";
import { buildStatistics } from "@jkp/spells/read";
import { readValuation } from "@jkp/valuation/read";
import polars from "nodejs-polars";
import { exampleFolder } from "../spells/example_folder.ts";
import { assert, assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { inactivityCommand } from "./inactivity.ts";
import { serviceCommand } from "./service.ts";
import { runHere, runTask } from "./run_for_test.ts";

const SAMPLE = "data/extracts/jht_2019_spells";

/** Runs a command into a folder of its own; gives what it printed. */
async function run(
  command: typeof inactivityCommand,
  ...args: string[]
): Promise<{ out: string; text: string }> {
  const out = await Deno.makeTempDir();
  const texts: string[] = [];
  await command([...args, "--out", out], (text) => texts.push(text));
  return { out, text: texts.join("\n") };
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await Array.fromAsync(Deno.readDir(folder));
  return entries.map(({ name }) => name).sort();
}

Deno.test("inactivity prints and writes survival, ends, fits and a test", async () => {
  const { out, text } = await run(inactivityCommand, SAMPLE, "--by", "sex", "--at", "6");
  for (
    const part of [
      "After 6 months 84.5 per cent are still without contribution",
      "All, elapsed stock",
      "Log-rank",
      "Weibull",
      "(synthetic data)",
    ]
  ) assertStringIncludes(text, part);
  assert(text.split("\n").length < 24, "at most a screen");
  assertStringIncludes(
    await Deno.readTextFile(`${out}/inactivity_fits.md`),
    "Log-normal",
  );
  assertEquals(
    await filesIn(out),
    [
      ...["inactivity", "inactivity_fits", "inactivity_survival"].flatMap((name) =>
        [".csv", name === "inactivity" ? ".svg" : ".md"].map((end) => name + end)
      ),
      ...["manifest.json", "time_out_of_work.csv", "time_out_of_work.md"],
    ],
  );
  const csv = await Deno.readTextFile(`${out}/inactivity_survival.csv`);
  const [, ...rows] = csv.trim().split("\r\n").map((line) => line.split(","));
  assertEquals(rows.map(([sex]) => sex), ["M", "F", "all"]);
  for (const row of rows) {
    const [still, , ...ended] = row.slice(3).map(Number);
    assert(Math.abs(still! + ended.reduce((a, b) => a + b) - 100) < 0.5);
  }
});

Deno.test("inactivity --claim-delays shows what is still to be claimed, with errors", async () => {
  const { out, text } = await run(inactivityCommand, SAMPLE, "--claim-delays");
  assertStringIncludes(text, "Layoffs: claims by month of the last contribution");
  assertStringIncludes(text, "Mack (1993)");
  const csv = await Deno.readTextFile(`${out}/claim_delays_layoff.csv`);
  const [header, ...rows] = csv.trim().split("\r\n").map((line) => line.split(","));
  const cell = (row: readonly string[], key: string) => row[header!.indexOf(key)]!;
  assertEquals(rows.at(-1)![0], "All");
  const young = rows.at(-2)!;
  assertEquals(cell(young, "reading"), "incomplete");
  assert(Number(cell(young, "ultimate")) > Number(cell(young, "latest")));
  assert(Number(cell(young, "standard_error")) > 0);
  const { text: json } = await run(inactivityCommand, SAMPLE, "--claim-delays", "--json");
  const { claimDelays } = JSON.parse(json);
  assertEquals(claimDelays[0].month, "2016-01");
  await assertRejects(
    () => run(inactivityCommand, SAMPLE, "--claim-delays", "--publish"),
    UsageError,
    "--publish does not go with",
  );
});

Deno.test("inactivity --json gives the study as numbers", async () => {
  const { text } = await run(inactivityCommand, SAMPLE, "--json", "--first-only");
  const study = JSON.parse(text);
  assertEquals(study.groups, []);
  assertEquals(study.all.ends.incidences.length, 4);
  assert(study.all.stillInactive.survival.every((share: number) => share <= 1));
  assertEquals(study.elapsedStock.points[0], { time: 0, survival: 1 });
});

Deno.test("inactivity sees less when it is observed later", async () => {
  const entered = async (...args: string[]) => {
    const { text } = await run(inactivityCommand, SAMPLE, "--json", ...args);
    return JSON.parse(text).all.flow.entered;
  };
  assert(await entered("--from", "2018-01", "--to", "2018-12") < await entered());
});

Deno.test("service counts who meets a rule", async () => {
  const { out, text } = await run(
    serviceCommand,
    SAMPLE,
    ...["12/24", "6/6", "12/24/6"].flatMap((rule) => ["--rule", rule]),
    "--by",
    "",
  );
  assert(
    /^12 months in 24: \d\d\.\d per cent of active members meet it, and /.test(text),
    text,
  );
  assertStringIncludes(text, "6 months in a row");
  assertStringIncludes(text, "this is no finding");
  assertEquals((await filesIn(out)).length, 7);
  const csv = await Deno.readTextFile(`${out}/service_leavers.csv`);
  const shares = csv.trim().split("\r\n").slice(1).map((line) =>
    Number(line.split(",").at(-2))
  );
  assert(shares[0]! < shares[1]! && shares[1]! < 100, `${shares}`);
  assert(shares[2]! < shares[0]! - 0.3, `${shares}`); // who has six in a row
});

Deno.test("service is asked only where contributions are known", async () => {
  const folder = await Deno.makeTempDir();
  const cut = "2017-01";
  const sample = polars.readParquet(`${SAMPLE}/spells-0001.parquet`)
    .filter(polars.col("last_month").gtEq(polars.lit(cut)));
  const start = polars.col("start_month");
  const isEarlier = start.lt(polars.lit(cut));
  const write = async (name: string, spells: typeof sample, ...keys: string[]) => {
    await Deno.mkdir(`${folder}/${name}`);
    spells.writeParquet(`${folder}/${name}/spells.parquet`);
    const manifest = (await Deno.readTextFile(`${SAMPLE}/extract.toml`))
      .replace(/^files .*$/m, keys.join("\n"))
      .replace(/^first_month .*$/m, `first_month = "${cut}"`)
      .replace(/\[sha256\][^]*/, "");
    await Deno.writeTextFile(`${folder}/${name}/extract.toml`, manifest);
    const { text } = await run(serviceCommand, `${folder}/${name}`, "--by", "", "--full");
    const share = /^12 months in 24 +[\d,]+ +([\d.]+) +[\d.]+ +[\d.]+ /m.exec(text)![1];
    return { text, share: Number(share), folder: `${folder}/${name}` };
  };
  const truncated = sample.withColumns(
    polars.when(isEarlier).then(polars.lit(cut)).otherwise(start).alias("start_month"),
  );
  const full = await write("full", sample);
  const unsaid = await write("unsaid", truncated);
  const said = await write("said", truncated, `history_from = "${cut}"`);
  assert(unsaid.share < full.share - 15, "who left early seems to have served shortly");
  assert(Math.abs(said.share - full.share) < 3, `${said.share} beside ${full.share}`);
  assertStringIncludes(unsaid.text.replace(/\s+/g, " "), `Say history_from = "${cut}"`);
  assertStringIncludes(
    said.text.replace(/\s+/g, " "),
    "leavers whose last 24 months begin",
  );
  const serviceOf = async (path: string) => {
    const { extract, caution } = await buildStatistics(path);
    assertEquals(caution !== undefined, path === unsaid.folder);
    const rows = extract.service.map(({ share, ...key }) =>
      [
        JSON.stringify([key.month, key.sex, key.ageGroup, key.monthsAtLeast]),
        share,
      ] as const
    );
    return { extract, shares: new Map(rows) };
  };
  const [whole, known] = [await serviceOf(full.folder), await serviceOf(said.folder)];
  await serviceOf(unsaid.folder);
  assertEquals(known.shares.size, whole.shares.size * (33 + 30 + 24 + 12) / (4 * 36));
  for (const [key, share] of known.shares) {
    assertEquals(share, whole.shares.get(key), key);
  }
  const { share, basis } = eligibility(known.extract, 12);
  assertStringIncludes(basis, "2018-01 to 2019-12");
  assert(Math.abs(share - eligibility(whole.extract, 12).share) < 0.03);
  await assertRejects(
    () => readValuation("report_2021", { spells: unsaid.folder, designs: ["jkp_2025"] }),
    DataError,
    `extract.toml: history_from: expected the first month whose contributions`,
  );
  await Deno.remove(folder, { recursive: true });
});

Deno.test("service indexes wages with any growth that a manifest may state", async () => {
  for (const growth of [-0.5, -0.3, 1]) {
    const folder = await exampleFolder();
    const manifest = await Deno.readTextFile(`${folder}/extract.toml`);
    await Deno.writeTextFile(
      `${folder}/extract.toml`,
      `wage_growth_per_year = ${growth}\n${manifest}`,
    );
    const { code, stderr } = await runHere(
      serviceCommand,
      folder,
      "--out",
      `${folder}/o`,
    );
    assertEquals([code, stderr], [0, ""]);
  }
});

Deno.test("inactivity and service throw a UsageError when they are called wrongly", async () => {
  for (
    const [command, args, message] of [
      [inactivityCommand, [], "one folder is wanted"],
      [inactivityCommand, [SAMPLE, "--from", "June"], "--from wants YYYY-MM"],
      [inactivityCommand, [SAMPLE, "--at", "6,3"], "increasing"],
      [serviceCommand, [], "one folder is wanted"],
      [serviceCommand, [SAMPLE, "--rule", "12"], "--rule wants"],
      [serviceCommand, [SAMPLE, "--by", "shoe"], "--by wants"],
      [serviceCommand, [SAMPLE, "--rule", "25/24"], "25 cannot lie in the last 24"],
      [serviceCommand, [SAMPLE, "--rule", "12/24/13"], "13 of 12 cannot be"],
      [serviceCommand, [SAMPLE, "--rule", "0/24"], "1 month or more"],
      [
        serviceCommand,
        [SAMPLE, "--rule", "1.5/24", "--by", "ageGroup,age"],
        "or 12/24/6 (6 of them in a row), got 1.5/24\n--by wants any of reason, sex, " +
        "age_group, got age",
      ],
    ] as const
  ) {
    await assertRejects(() => run(command, ...args), UsageError, message);
  }
  await assertRejects(
    () => run(inactivityCommand, SAMPLE, "--by", "secter"),
    RangeError,
    "got secter (did you mean sector?)",
  );
});

Deno.test("inactivity and service run as tasks, and stop at data with errors", async () => {
  const broken = `\
member_id,sex,birth_month,start_month,last_month,end_reason,claim_month,monthly_wage_idr
A1,F,1990-05,2018-01,2019-12,,,0
`;
  const folder = await exampleFolder({ "spells.csv": broken });
  await assertRejects(() => run(serviceCommand, folder), DataError, "a wage above 0");
  const out = await Deno.makeTempDir();
  const commands = [["inactivity", inactivityCommand], [
    "service",
    serviceCommand,
  ]] as const;
  for (const [task, command] of commands) {
    const { code, stderr } = await runTask(task, SAMPLE, "--out", out);
    assertEquals(code, 0, stderr);
    const wrong = await runHere(command, folder, "--out", out);
    assertEquals(wrong.code, 1);
    assert(!wrong.stderr.includes("    at "));
  }
});
