import { readStatisticsExtract } from "@jkp/extract/read";
import { UsageError } from "@jkp/problem";
import type { ReportResults } from "@jkp/reproduction";
import { SHIPPED_SPELLS_FOLDER } from "@jkp/spells/read";
import { assert, assertEquals, assertGreaterOrEqual, assertRejects } from "@std/assert";
import { attack } from "../extract/disclosure/attack_for_test.ts";
import { exampleFolder } from "../spells/example_folder.ts";
import { experienceCommand } from "./experience.ts";
import { extractCommand } from "./extract.ts";
import { inactivityCommand } from "./inactivity.ts";
import { manifestGroups, runManifest } from "./manifest.ts";
import { serviceCommand } from "./service.ts";

const run = (...args: string[]) => extractCommand(args, () => {});

async function rowsOf(path: string): Promise<string[][]> {
  const text = await Deno.readTextFile(path);
  return text.trim().split(/\r?\n/).slice(1).map((line) => line.split(","));
}

/** Both kinds of statistics of the shipped sample, where a row stands for a thousand. */
const FULL = `${await Deno.makeTempDir()}/full`;
const PUBLISHED = `${await Deno.makeTempDir()}/published`;
await run("build", SHIPPED_SPELLS_FOLDER, "--out", FULL);
await run("build", SHIPPED_SPELLS_FOLDER, "--out", PUBLISHED, "--publish");

for (const [file, dimensions] of [["active.csv", 2], ["withdrawals.csv", 3]] as const) {
  Deno.test(`extract build --publish leaves ten records open in ${file}, at least`, async () => {
    const full = await rowsOf(`${FULL}/${file}`);
    const published = await rowsOf(`${PUBLISHED}/${file}`);
    let small = 0;
    for (const month of new Set(full.map(([month]) => month))) {
      const own = full.filter((row) => row[0] === month);
      const truth = (key: readonly string[]) => {
        const parts = own.filter((row) =>
          key.every((value, d) => value === "total" || value === row[d + 1])
        );
        const sum = (column: number) =>
          parts.reduce((all, row) => all + Number(row[column]), 0);
        return { persons: sum(dimensions + 1), records: sum(dimensions + 2) };
      };
      const seen = published.filter((row) => row[0] === month).map((row) => {
        const key = row.slice(1, dimensions + 1);
        const { persons, records } = truth(key);
        const isShown = row[dimensions + 1] !== "";
        assert(!isShown || records === 0 || records >= 10, row.join());
        assert(isShown || row[dimensions + 2] === "", "no wage without its count");
        // Attacked with what is published before it is rounded to whole persons.
        return { key, ...(isShown && { value: persons }) };
      });
      for (const { key, lower, upper } of attack(seen)) {
        const { persons, records } = truth(key);
        assert(lower < persons && persons < upper, `${key}: ${lower} to ${upper}`);
        if (records >= 10 || records === 0) continue;
        small++;
        assertGreaterOrEqual(upper - persons, 10 * persons / records - 1e-3);
      }
    }
    assertGreaterOrEqual(small, 40);
  });
}

Deno.test("extract build --publish shows a mean of ten records only, and rounded", async () => {
  const full = await rowsOf(`${FULL}/active.csv`);
  const records = new Map(full.map((row) => [row.slice(0, 3).join(), Number(row[4])]));
  const shown = (await rowsOf(`${PUBLISHED}/active.csv`)).filter(([, sex, age, , mean]) =>
    sex !== "total" && age !== "total" && Number(mean) > 0
  );
  assertGreaterOrEqual(shown.length, 100);
  for (const [month, sex, age, , mean] of shown) {
    const behind = records.get(`${month},${sex},${age}`)!;
    assertGreaterOrEqual(behind, 10);
    assertEquals(Number(mean), Number(Number(mean).toPrecision(behind < 100 ? 2 : 3)));
  }
});

// As an institution had it: nine earn 3 million a month, one 400.
Deno.test("extract build --publish hides the mean of a cell that one wage makes", async () => {
  const header = "member_id,sex,birth_month,start_month,last_month,end_reason," +
    "claim_month,monthly_wage_idr";
  const rows = [400, 3, 3, 3, 3, 3, 3, 3, 3, 3].map((millions, i) =>
    `P${i},F,1960-05,2018-01,2019-12,,,${millions}000000`
  );
  const out = `${await Deno.makeTempDir()}/out`;
  const folder = await exampleFolder({ "spells.csv": [header, ...rows, ""].join("\n") });
  await run("build", folder, "--out", out, "--publish");
  const cells = (await rowsOf(`${out}/active.csv`)).filter((row) => row[3] !== "0");
  assert(cells.length > 0);
  assert(cells.every(([, , , members, mean]) => members === "10" && mean === ""));
});

Deno.test("extract build --publish leaves nothing of the full statistics behind", async () => {
  const published = await Array.fromAsync(Deno.readDir(PUBLISHED));
  assertEquals(published.map(({ name }) => name).sort(), [
    "README.md",
    "active.csv",
    "inactive.csv",
    "service.csv",
    "withdrawals.csv",
  ]);
  for (const { name } of published) {
    const text = await Deno.readTextFile(`${PUBLISHED}/${name}`);
    assert(!/[0-9a-f]{64}/.test(text), `${name} has a checksum`);
  }
});

Deno.test("full statistics and tables for publication never share a folder", async () => {
  const spells = await exampleFolder();
  const before = await Deno.readTextFile(`${FULL}/active.csv`);
  await assertRejects(
    () => run("build", spells, "--out", FULL, "--publish"),
    UsageError,
    "has datapackage.json, extract.toml",
  );
  await assertRejects(
    () => run("build", spells, "--out", PUBLISHED),
    UsageError,
    "holds files for publication",
  );
  assertEquals(await Deno.readTextFile(`${FULL}/active.csv`), before);
  const again = `${await Deno.makeTempDir()}/again`;
  await run("build", spells, "--out", again, "--publish");
  await run("build", spells, "--out", again, "--publish", "--threshold", "3");
});

/** Leavers of two reasons: many men, twelve women laid off, and four who resigned. */
function leavers(): string {
  const header = "member_id,sex,birth_month,start_month,last_month,end_reason," +
    "claim_month,monthly_wage_idr";
  const rows = [["M", "layoff", 40], ["M", "resignation", 30], ["F", "layoff", 12], [
    "F",
    "resignation",
    4,
  ]] as const;
  const lines = rows.flatMap(([sex, reason, count]) =>
    Array.from({ length: count }, (_, i) => {
      const member = `${sex}${reason}${i}`;
      const start = i % 4 === 0 ? "2018-11" : "2018-01"; // a quarter has not served a year
      return `${member},${sex},1990-05,${start},2019-0${1 + i % 6},${reason},` +
        `2019-0${2 + i % 6},${4_000_000 + 1_000 * i}`;
    })
  );
  const active = Array.from(
    { length: 40 },
    (_, i) => `A${i},${i % 2 ? "F" : "M"},1990-05,2018-01,2019-12,,,4500000`,
  );
  return [header, ...lines, ...active, ""].join("\n");
}

Deno.test("service --publish hides groups of few records, and what would give them away", async () => {
  const folder = await exampleFolder({ "spells.csv": leavers() });
  const out = `${await Deno.makeTempDir()}/out`;
  await serviceCommand([folder, "--publish", "--out", out, "--rule", "12/24"], () => {});
  const claims = (await rowsOf(`${out}/service_leavers.csv`))
    .map(([reason, sex, , claims, share]) => [reason, sex, claims, share]);
  // By hand: four women are few; the twelve are the smallest group that can hide them.
  // Three of the twelve, eight of 30 men and one of the four have not served a year, all
  // few; the ten of 40 men hide them, and 22 of all are many.
  assertEquals(claims.map((row) => row.slice(0, 3)), [
    ["layoff", "M", "40"],
    ["layoff", "F", ""],
    ["resignation", "M", "30"],
    ["resignation", "F", ""],
    ["all", "all", "86"],
  ]);
  assertEquals(claims.map(([, , , share]) => share !== ""), [
    false,
    false,
    false,
    false,
    true,
  ]);
  const wages = await rowsOf(`${out}/service_wages.csv`);
  assertEquals(wages.map(([, , , mean]) => mean), [
    "4000000",
    "",
    "4000000",
    "",
    "4000000",
  ]);
  await assertRejects(
    () => serviceCommand([folder, "--out", out], () => {}),
    UsageError,
    "holds files for publication",
  );
});

Deno.test("experience --publish looks at records behind claims of a weighted sample", async () => {
  const out = `${await Deno.makeTempDir()}/out`;
  await experienceCommand(["--extract", FULL, "--publish", "--out", out], () => {});
  const sums = new Map<string, number>();
  for (const [, sex, age, reason, , records] of await rowsOf(`${FULL}/withdrawals.csv`)) {
    const key = [reason, sex === "M" ? "Men" : "Women", age].join(" ");
    sums.set(key, (sums.get(key) ?? 0) + Number(records));
  }
  let few = 0;
  for (const reason of ["layoff", "resignation"]) {
    for (const row of await rowsOf(`${out}/tables/terminations_${reason}.csv`)) {
      const records = sums.get([reason, ...row.slice(0, 2)].join(" "))!;
      const isFew = records > 0 && records < 10;
      if (isFew) few++;
      assert(!isFew || row.slice(2).every((cell) => cell === ""), row.join());
    }
  }
  assertGreaterOrEqual(few, 4);
  const readme = await Deno.readTextFile(`${out}/README.md`);
  assert(readme.startsWith("# Terminations in jht_2019_spells, for publication\n"));
});

Deno.test("a study for publication is not printed whole as JSON", async () => {
  for (
    const [command, ...args] of [[inactivityCommand, SHIPPED_SPELLS_FOLDER], [
      experienceCommand,
    ]] as const
  ) {
    await assertRejects(
      () => command([...args, "--publish", "--json"], () => {}),
      UsageError,
      "--json prints the study with all its numbers",
    );
  }
});

Deno.test("a report of recorded data holds no checksum of the full statistics", async () => {
  const { manifest } = await readStatisticsExtract(FULL);
  const results = (synthetic: boolean) =>
    ({
      extract: { manifest: { ...manifest, synthetic } },
      reading: "closest",
      valuations: { base: { assumptions: { choices: {} } } },
    }) as unknown as ReportResults;
  const ofExtract = async (synthetic: boolean) => {
    const run = await runManifest([], results(synthetic));
    return JSON.stringify([run, manifestGroups(run)]);
  };
  for (const checksum of Object.values(manifest.sha256)) {
    assert((await ofExtract(true)).includes(checksum));
    assert(!(await ofExtract(false)).includes(checksum));
  }
});
