import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { parse } from "@std/csv";
import { reproduceCommand } from "./reproduce.ts";
import { reproduced } from "./reproduced_for_test.ts";
import { runHere } from "./run_for_test.ts";

const { folder, again, result } = await reproduced();

async function filesIn(folder: string): Promise<string[]> {
  const names: string[] = [];
  for await (const entry of Deno.readDir(folder)) {
    names.push(
      ...(entry.isDirectory
        ? (await filesIn(`${folder}/${entry.name}`)).map((name) =>
          `${entry.name}/${name}`
        )
        : [entry.name]),
    );
  }
  return names.sort();
}

Deno.test("reproduce writes every table and figure, and prints the rate and all 18 cells", async () => {
  const { code, stdout, stderr } = result;
  assertEquals([code, stderr], [0, ""]);
  assertStringIncludes(
    stdout,
    "Base scenario: a suggested contribution rate of 1.35 per",
  );
  const rows = stdout.split("\n").filter((line) =>
    /^(Pessimistic|Base|Optimistic) +(all|benefits) /.test(line)
  );
  const numbers = rows.flatMap((row) => row.match(/\d+\.\d\d|\d{4}|n\.a\./g) ?? []);
  assertEquals([rows.length, numbers.length], [6, 2 * 18]);
  assert(stdout.split("\n").length <= 28, "at most a screen");
  const files = await filesIn(folder);
  for (const number of ["E1", "E2", "2_2", "2_4", "2_5", "4_1", "4_2"]) {
    assert(files.includes(`tables/table_${number}.csv`));
  }
  for (const number of [1, 2, 3, 4, 5]) {
    assert(files.includes(`tables/table_1_${number}.md`));
  }
  for (const number of [1, 2, 3, 4, 5, 6, 7]) {
    assert(files.includes(`tables/table_3_${number}.md`));
  }
  const inChapter1 = Array.from({ length: 23 }, (_, index) => `1_${index + 1}`);
  for (const number of [...inChapter1, "2_1", "3_1", "3_2", "3_3", "3_4", "4_1"]) {
    for (const ending of ["svg", "csv", "json"]) {
      assert(files.includes(`figures/figure_${number}.${ending}`));
    }
  }
  const ledger: readonly Record<string, string>[] = parse(
    await Deno.readTextFile(`${folder}/comparison.csv`),
    { skipFirstRow: true },
  );
  assertEquals(Object.keys(ledger[0]!), [
    "item",
    "cell",
    "title",
    "unit",
    "published",
    "reproduced",
    "difference",
    "tolerance",
    "status",
    "kind",
    "repeats",
    "note",
  ]);
  const first = ledger.slice(0, 12 + 6);
  assertEquals(first.map(({ item }) => item), Array(18).fill("table_3_7"));
  assert(first.slice(0, 12).every(({ cell }) => /_contribution_rate\//.test(cell!)));
});

Deno.test("reproduce writes the tables of the papers of 2020 and 2023, and their ledger", async () => {
  const files = await filesIn(`${folder}/documents`);
  for (const number of Array.from({ length: 14 }, (_, i) => String(i + 1))) {
    assert(files.includes(`options2020_table_${number.padStart(2, "0")}.csv`));
  }
  for (const table of ["table_1", "table_2", "table_3", "appendix", "footnote_19"]) {
    assert(files.includes(`jkp2023_${table}.md`));
  }
  const ledger: readonly Record<string, string>[] = parse(
    await Deno.readTextFile(`${folder}/documents_comparison.csv`),
    { skipFirstRow: true },
  );
  const bases = new Set(ledger.map(({ basis }) => basis));
  assertEquals([...bases].sort(), ["arithmetic", "computed", "quoted", "rule", "words"]);
  assert(ledger.every(({ basis, note }) => basis !== "quoted" || note !== ""));
  const { inputs } = JSON.parse(await Deno.readTextFile(`${folder}/manifest.json`));
  for (const path of ["designs/jkp_2021.toml", "valuations/report_2021.toml"]) {
    assert(inputs.sha256[`data/${path}`], path);
  }
});

Deno.test("the picture of the README is the one that reproduce draws", async () => {
  assertEquals(
    await Deno.readTextFile("docs/figure_3_2.svg"),
    await Deno.readTextFile(`${folder}/figures/figure_3_2.svg`),
  );
});

Deno.test("reproduce writes the same bytes twice", async () => {
  const names = await filesIn(folder);
  assertEquals(await filesIn(again), names);
  for (const name of names) {
    const [first, second] = await Promise.all(
      [folder, again].map((out) => Deno.readFile(`${out}/${name}`)),
    );
    assert(
      first!.length === second!.length && first!.every((byte, i) => byte === second![i]),
      name,
    );
  }
});

Deno.test("reproduce --only makes what is asked for, --json prints counts", async () => {
  const out = await Deno.makeTempDir();
  const only = ["--only", "3.7,F3.2", "--json", "--out", out];
  const { code, stdout } = await runHere(reproduceCommand, ...only);
  assertEquals(code, 0);
  const { reading, items } = JSON.parse(stdout);
  const counts = items.map((
    row: { item: string; numbers: number },
  ) => [row.item, row.numbers]);
  assertEquals(reading, "closest");
  assertEquals(counts, [["figure_3_2", 8], ["table_3_7", 18]]);
  const files = await filesIn(out);
  assertEquals(
    await Deno.readTextFile(`${out}/figures/figure_3_2.svg`),
    await Deno.readTextFile(`${folder}/figures/figure_3_2.svg`),
  );
  assert(!files.includes("figures/figure_3_1.svg"));
});

Deno.test("reproduce --reading puts another reading in force", async () => {
  const out = await Deno.makeTempDir();
  const { stdout } = await runHere(
    reproduceCommand,
    "--reading",
    "implied_rate",
    "--only",
    "3.7",
    "--out",
    out,
  );
  assertMatch(stdout, /reading\simplied\srate/);
});

Deno.test("reproduce exits with 2 and writes nothing when it is called wrongly", async () => {
  const out = `${await Deno.makeTempDir()}/outputs`;
  const calls = [["--colour"], ["--only", "9.9"], ["--reading", "best"], ["3.7"]];
  for (const args of calls) {
    const { code, stdout, stderr } = await runHere(
      reproduceCommand,
      ...args,
      "--out",
      out,
    );
    assertEquals([code, stdout], [2, ""], args.join(" "));
    assertStringIncludes(stderr, args.at(-1)!);
    assert(!stderr.includes("    at "));
  }
  assertEquals(await Deno.stat(out).catch(() => "nothing"), "nothing");
});

Deno.test("reproduce exits with 1 and writes nothing when the extract is broken", async () => {
  const broken = await Deno.makeTempDir();
  for await (const entry of Deno.readDir("data/extracts/jht_2019")) {
    await Deno.copyFile(
      `data/extracts/jht_2019/${entry.name}`,
      `${broken}/${entry.name}`,
    );
  }
  const active = `${broken}/active.csv`;
  const text = await Deno.readTextFile(active);
  await Deno.writeTextFile(active, text.replace("2016-01,M,15-19", "2016-13,X,15-19"));
  const out = `${broken}/outputs`;
  const { code, stderr } = await runHere(
    reproduceCommand,
    "--extract",
    broken,
    "--out",
    out,
  );
  assertEquals(code, 1);
  assertStringIncludes(stderr, "active.csv: row 2");
  assertStringIncludes(stderr, "2016-13");
  assert(!stderr.includes("    at "));
  assertEquals(await Deno.stat(out).catch(() => "nothing"), "nothing");
});
