import { DataError, UsageError } from "@jkp/problem";
import { assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { claimCommand } from "./claim.ts";
import type { CommandFunction } from "./command.ts";
import { extractCheckCommand } from "./extract_check.ts";
import { extractInitCommand } from "./extract_init.ts";
import { extractMapCommand } from "./extract_map.ts";
import { valueCommand } from "./value.ts";

/** What a command prints, without starting the task. */
async function printed(
  command: typeof valueCommand,
  ...args: readonly string[]
): Promise<string> {
  const texts: string[] = [];
  await command(args, (text) => texts.push(text));
  return texts.join("\n");
}

const value = (...args: string[]) => printed(valueCommand, ...args);
const claim = (...args: string[]) => printed(claimCommand, ...args);
const TWO = ["--design", "jkp_2021", "--design", "viet_nam", "--scenario", "base"];

async function copyOf(path: string, from = "", to = ""): Promise<string> {
  const copy = `${await Deno.makeTempDir()}/copy.toml`;
  await Deno.writeTextFile(copy, (await Deno.readTextFile(path)).replace(from, to));
  return copy;
}

Deno.test("value throws a UsageError when two designs or scenarios have one name", async () => {
  const design = await copyOf("data/designs/jkp_2021.toml", "days = 0", "days = 7");
  await assertRejects(
    () => value("--design", "jkp_2021", "--design", design),
    UsageError,
    "--design wants each name once, got jkp_2021 again",
  );
  const scenario = await copyOf(
    "data/scenarios/pessimistic.toml",
    'name = "pessimistic"',
    'name = "base"',
  );
  await assertRejects(
    () => value("--scenario", "base", "--scenario", scenario),
    UsageError,
    "--scenario wants each name once, got base again",
  );
});

Deno.test("claim throws a UsageError when a design is given twice", async () => {
  const twice = ["--design", "jkp_2021", "--design", "jkp_2021"];
  await assertRejects(
    () => claim("twelve_months", ...twice),
    UsageError,
    "--design wants each name once",
  );
});

Deno.test("claim throws a UsageError when a quantity has two amounts", async () => {
  const quantity = ["--design", "korea", "--quantity", "minimum_wage=1=2"];
  await assertRejects(
    () => claim("twelve_months", ...quantity),
    UsageError,
    "got minimum_wage=1=2",
  );
});

Deno.test("commands throw a UsageError when an option is empty", async () => {
  await assertRejects(
    () => value(...TWO, "--out", ""),
    UsageError,
    "--out wants a value",
  );
  await assertRejects(() => value("--design", ""), UsageError, "--design wants a value");
  await assertRejects(
    () => claim("twelve_months", "--month", "", "--quantity", ""),
    UsageError,
    "--month wants a value, got nothing\n--quantity wants a value, got nothing",
  );
});

Deno.test("value throws a UsageError when nobody is to lose a job", async () => {
  await assertRejects(
    () => value("--set", "terminationRatePerMonth=0"),
    UsageError,
    "a fraction above 0, up to 1 is wanted, got 0",
  );
});

Deno.test("value lists a design that pays nobody, and values the others", async () => {
  const json = await value(...TWO, "--set", "involuntaryShare=0", "--json");
  const { valued, leftOut } = JSON.parse(json);
  assertEquals(leftOut, [{ design: "jkp_2021", reason: "nobody who leaves is paid" }]);
  assertEquals(
    new Set(valued.map(({ design }: { design: string }) => design)),
    new Set(["viet_nam"]),
  );
});

Deno.test("value --out writes all files or none, and says what is in their way", async () => {
  await assertRejects(
    () => value(...TWO, "--out", "README.md"),
    DataError,
    "README.md: expected a folder to write to, got a file",
  );
  const folder = await Deno.makeTempDir();
  await Deno.mkdir(`${folder}/schemes_rates.csv`);
  await assertRejects(
    () => value(...TWO, "--out", folder),
    DataError,
    "expected a file, to be written, got a folder",
  );
  assertEquals([...Deno.readDirSync(folder)].length, 1);
});

Deno.test("claim --out says so when a folder stands in place of the file", async () => {
  const members = ["contributions", "terminations"]
    .map((name) => `data/claims/members/${name}.csv`);
  const folder = `${await Deno.makeTempDir()}/a.csv`;
  await Deno.mkdir(folder);
  const args = [members[0]!, "--terminations", members[1]!, "--out", folder];
  const error = await assertRejects(() => claim(...args), DataError);
  assertStringIncludes(error.message, "expected a file, to be written, got a folder");
});

/** What is said of wrong arguments, in a language of the terminal. */
async function misused(
  command: CommandFunction,
  screenLanguage: "en" | "id",
  ...args: readonly string[]
): Promise<string> {
  const { message } = await assertRejects(
    () => command(args, () => {}, undefined, 200, screenLanguage),
    UsageError,
  );
  return message;
}

Deno.test("claim and extract init, check and map say in Indonesian what is wrong with arguments", async () => {
  const cases: [CommandFunction, readonly string[]][] = [
    [claimCommand, ["nobody", "--design", "jpk_2021", "--month", "2026", "--lang", "in"]],
    [claimCommand, ["--desing", "a", "--json=1", "--out", "--member", "", "--month"]],
    [claimCommand, ["twelve_months", "--month", "2022-01", "--month", "2022-02"]],
    [claimCommand, ["twelve_months", "--design", "jkp_2021", "--design", "jkp_2021"]],
    [claimCommand, ["twelve_months", "--member", "A"]],
    [claimCommand, ["twelve_months", "--quantity", "a", "--quantity", "wage=3"]],
    [claimCommand, ["members.csv"]],
    [claimCommand, [
      "m.csv",
      "--terminations",
      "t.csv",
      "--member",
      "A",
      "--out",
      "o.csv",
    ]],
    [extractInitCommand, []],
    [extractInitCommand, ["data/extracts/broken_example"]],
    [extractCheckCommand, ["a", "b"]],
    [extractCheckCommand, ["a", "--to", "July"]],
    [extractMapCommand, []],
    [extractMapCommand, [
      "--suggest",
      "data/extracts/broken_example/peserta.csv",
      ...["--out", "data/extracts/broken_example/mapping.toml"],
    ]],
  ];
  for (const [command, args] of cases) {
    const english = await misused(command, "en", ...args);
    const indonesian = await misused(command, "id", ...args);
    const left = /\b(wants?|wanted|got|unknown|did you|explains|and|or|there)\b/i
      .exec(indonesian.replace(/\S*_\S*|"[^"]*"/g, "…"));
    assertEquals(left, null, indonesian);
    assertEquals(indonesian.split("\n").length, english.split("\n").length);
    if (args.includes("--lang") || args.length === 0) continue;
    assertEquals(await misused(command, "id", "--lang", "en", ...args), english);
    assertEquals(await misused(command, "en", "--lang", "id", ...args), indonesian);
  }
  assertEquals(
    await misused(extractCheckCommand, "id", "a", "--to", "Juli"),
    "--to memerlukan bulan dalam bentuk YYYY-MM, didapati Juli",
  );
  assertStringIncludes(
    await misused(valueCommand, "id", "--scenarioo", "base"),
    "Unknown option --scenarioo (did you mean --scenario?)",
  );
});
