import { UsageError } from "@jkp/problem";
import { runValuation } from "@jkp/valuation";
import { draftValuation, readValuation } from "@jkp/valuation/read";
import { saveValuation } from "@jkp/valuation/write";
import { assert, assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { exampleFolder } from "../spells/example_folder.ts";
import { parse } from "smol-toml";
import { extractCommand } from "./extract.ts";
import { runHere, runTask } from "./run_for_test.ts";
import { valuationCommand } from "./valuation.ts";
import { valueCommand } from "./value.ts";

/** Runs the command and gives its lines. */
async function run(...args: string[]): Promise<string[]> {
  const lines: string[] = [];
  await valuationCommand(args, (line) => lines.push(line));
  return lines;
}

/** An extract of single members, of 2021 to March 2026. */
const later = () =>
  exampleFolder({
    "extract.toml": `name = "later"
provider = "test"
extract_month = "2026-05"
first_month = "2021-01"
last_month = "2026-03"
form = "spells"
synthetic = true
method = "made up"
`,
  });

/** What is said against a valuation, by file and key. */
async function saidOf(path: string): Promise<string[]> {
  const { code, stderr } = await runHere(valueCommand, "--valuation", path);
  assertEquals(code, 1);
  return stderr.trim().split("\n");
}

/** What is printed, without the breaks of its lines. */
const inOneLine = (text: string) => text.replaceAll(/\s+/g, " ");

Deno.test("valuation init reads years and months off an extract, and leaves the rest open", async () => {
  const folder = await later();
  const { code, stdout } = await runTask("valuation", "init", folder, "--years", "8");
  assertEquals(code, 0);
  for (
    const line of [
      "  valuation_date = 2025-12-31",
      '  data.extract = "."',
      "  data.studied_years = [2024, 2025]",
      "  data.base_year = 2025",
      '  calendar.first_contribution_month = "2026-01"',
      "  calendar.projection_years = 8",
    ]
  ) assertStringIncludes(stdout, `\n${line}\n`);
  const words = inOneLine(stdout);
  for (
    const sentence of [
      `Valuation drafted: ${folder}/valuation.toml, of synthetic extract later, 2021-01 to ` +
      "2026-03.",
      "No scenario of data/scenarios is of these years.",
      `Next: deno task value --valuation ${folder}/valuation.toml`,
    ]
  ) assertStringIncludes(words, sentence);
  const undecided = /To be decided: (.*?)\. No/.exec(words)![1]!.split(", ");
  const said = await saidOf(`${folder}/valuation.toml`);
  const missing = said.filter((line) => line.includes("valuation.toml"))
    .map((line) => line.split(": ")[1]!);
  assertEquals(missing.toSorted(), undecided.toSorted());
  const scenario = await Deno.readTextFile(`${folder}/scenario.toml`);
  const wanted = [...scenario.matchAll(/ = (?:"\?"|"")$/gm)].length;
  assertEquals(said.length - missing.length, wanted);
  assertEquals([...scenario.matchAll(/^year = /gm)].length, 8);
});

Deno.test("a draft of valuation init is valued once it is filled in", async () => {
  const folder = "data/extracts/jht_2019";
  const out = `${await Deno.makeTempDir()}/mine/v.toml`;
  const lines = await run("init", folder, "--out", out);
  assert(!lines.join().includes("scenario.toml"));
  const draft = await Deno.readTextFile(out);
  assertEquals(
    /^extract = "(.*)"$/m.exec(draft)![1]!.endsWith("data/extracts/jht_2019"),
    true,
  );
  // The examples of what has to be decided are of the right form.
  await Deno.writeTextFile(out, draft.replace(/^(# TO DECIDE.*\n)# /gm, "$1"));
  const basis = await readValuation(out);
  assertEquals(
    basis.file.terms.firstBenefitMonth - basis.file.terms.firstContributionMonth,
    12,
  );
  assert(runValuation(basis).valued.length > 0);
});

Deno.test("draftValuation() writes what is decided, and refuses other keys and values", async () => {
  const decisions = {
    title: 'A "draft"',
    law_as_of: "2019-12-31",
    designs: ["jkp_2021"],
    "reserve.multiple": 2,
    "fund.opening_idr": 0,
  };
  const draft = (values: Readonly<Record<string, unknown>>) =>
    draftValuation("data/extracts/jht_2019", "v.toml", 10, values);
  const { undecided, scenarios, valuation } = await draft(decisions);
  const { title, law_as_of, fund, reserve } = parse(valuation);
  assertEquals(title, 'A "draft"');
  assertEquals((law_as_of as Date).toISOString().slice(0, 10), "2019-12-31");
  assertEquals(JSON.stringify([fund, reserve]), '[{"opening_idr":0},{"multiple":2}]');
  assert(!undecided.includes("title") && undecided.includes("reserve.source"));
  assert(scenarios.includes("base"));
  const wrong = [[{ titel: "A" }, "(did you mean title?)"], [{ title: {} }, "as title"]];
  for (const [values, says] of wrong) {
    await assertRejects(
      () => draft(values as Record<string, unknown>),
      RangeError,
      says as string,
    );
  }
});

Deno.test("a small extract is not set against the nation's capital without a word", async () => {
  const home = await Deno.makeTempDir();
  const [spells, statistics, out] = ["spells", "statistics", "v.toml"]
    .map((name) => `${home}/${name}`) as [string, string, string];
  // A ledger has no weights: members of an office, not of the nation.
  await runHere(
    extractCommand,
    ...["synthesize", "--members", "3000", "--form", "ledger", "--out", spells],
  );
  await runHere(extractCommand, "build", spells, "--out", statistics);
  const value = async (...args: string[]) =>
    inOneLine((await runHere(valueCommand, "--design", "jkp_2021", ...args)).stdout);
  const rates = await value("--extract", statistics);
  assertStringIncludes(
    rates,
    "The fund begins with 6,000 billion rupiah, the first capital that the law gives the " +
      "nation's scheme: ",
  );
  assert(!(await value()).includes("The fund begins"));
  const said = inOneLine((await run("init", statistics, "--out", out)).join("\n"));
  assertStringIncludes(said, "Fund: 0 rupiah in [fund], for the extract has ");
  const { opening_idr: opening, source } = parse(await Deno.readTextFile(out)).fund as {
    opening_idr: number;
    source: string;
  };
  assertEquals([opening, source.slice(0, 23)], [0, "A draft, to be decided:"]);
});

Deno.test("valuation init makes a name that a valuation can have of the folder's", async () => {
  const [folder, named] = [
    await later(),
    `${await Deno.makeTempDir()}/Data JHT (été) 2.0`,
  ];
  await Deno.rename(folder, named);
  const lines = await run("init", named);
  assert(lines.includes('  name = "Data_JHT_ete_2_0"'), lines.join("\n"));
});

Deno.test("valuation init writes over no file", async () => {
  const folder = await later();
  await Deno.writeTextFile(`${folder}/scenario.toml`, "mine");
  const lines = await run("init", folder);
  assertStringIncludes(
    inOneLine(lines.join("\n")),
    "scenario.toml is there, and left as it is.",
  );
  assertEquals(await Deno.readTextFile(`${folder}/scenario.toml`), "mine");
  await assertRejects(
    () => run("init", folder),
    UsageError,
    "--out wants a file that is not there yet",
  );
});

Deno.test("valuation init says what is wrong with its arguments and with the extract", async () => {
  const folder = await later();
  for (
    const [args, message] of [
      [[], "one of the sub-commands compare, experience, init is wanted, got nothing"],
      [["innit"], "got innit (did you mean init?)"],
      [["init"], "one folder is wanted, got nothing"],
      [
        ["init", folder, "--years", "41"],
        "--years wants a whole number from 1 to 40, got 41",
      ],
      [
        ["init", folder, "--out", "v.txt"],
        "--out wants a file ending in .toml, got v.txt",
      ],
    ] as const
  ) await assertRejects(() => run(...args), UsageError, message);
  const short = await later();
  const manifest = await Deno.readTextFile(`${short}/extract.toml`);
  await Deno.writeTextFile(
    `${short}/extract.toml`,
    manifest.replace("2021-01", "2025-02"),
  );
  await assertRejects(
    () => run("init", short),
    Error,
    "extract.toml: last_month: expected a window with all months of a calendar year, got " +
      "2025-02 to 2026-03",
  );
  await assertRejects(
    () => run("init", "nowhere"),
    Error,
    "nowhere: expected a folder, got no such folder",
  );
});

Deno.test("a saved valuation is repeated by deno task value --valuation, to the last digit", async () => {
  const path = `${await Deno.makeTempDir()}/saved.toml`;
  const basis = await readValuation("report_2021");
  const changes = { benefitRate: 0.6123456789012345, involuntaryShare: 1 / 3 };
  await saveValuation(path, basis, changes);
  const { code, stdout } = await runTask("value", "--valuation", path, "--json");
  assertEquals(code, 0);
  const { valued } = runValuation(basis, changes);
  assertEquals(
    JSON.parse(stdout).valued.map((each: { financing: unknown }) => each.financing),
    JSON.parse(JSON.stringify(valued.map(({ valuation }) => valuation.financing))),
  );
});

Deno.test("valuation compare takes the difference of two valuations apart", async () => {
  const { code, stdout } = await runTask(
    "valuation",
    ...[
      "compare",
      "report_2021",
      "report_2021",
      "--to-scenario",
      "pessimistic",
      "--json",
    ],
  );
  assertEquals(code, 0);
  const { roles, steps } = JSON.parse(stdout);
  assertEquals(roles, ["base", "pessimistic"]);
  assertEquals(steps.map(({ parts }: { parts: string[] }) => parts), [[], [
    "assumptions",
  ]]);
  const laws = await runHere(
    valuationCommand,
    ...["compare", "report_2021", "report_2021", "--to-design", "jkp_2021", "--json"],
  );
  const [, law] = JSON.parse(laws.stdout).steps;
  assertEquals([law.parts, (100 * law.suggestedRate).toFixed(2)], [["law"], "0.99"]);
  const inWords = await runHere(
    valuationCommand,
    ...["compare", "report_2021", "report_2021", "--to-design", "jkp_2021"],
  );
  assertStringIncludes(
    inWords.stdout.replace(/\s+/g, " "),
    "From report_2021 to report_2021 the suggested rate goes from 1.35 to 0.99 per cent " +
      "of insurable earnings; the largest step is law, −0.36 points.",
  );
  const one = await runHere(valuationCommand, "compare", "report_2021");
  assertEquals(one.code, 2);
  assertStringIncludes(one.stderr, "two valuations are wanted, got report_2021");
});

Deno.test("valuation experience holds the report's basis against what JKP did", async () => {
  const { code, stdout } = await runTask("valuation", "experience", "--json");
  assertEquals(code, 0);
  const { periods } = JSON.parse(stdout);
  const year = periods.find(({ from, to }: { from: string; to: string }) =>
    from === "2024-01" && to === "2024-12"
  );
  assertEquals(year.onAssumed.benefitRatio.toFixed(3), "0.080");
  const { stdout: short } = await runHere(valuationCommand, "experience");
  assertStringIncludes(
    short.replace(/\s+/g, " "),
    "In 2024 JKP paid 378.8 billion rupiah, 8.0 per cent of the 4,707 that the valuation",
  );
  assert(short.split("\n").length < 40, short);
  const { stdout: full } = await runHere(valuationCommand, "experience", "--full");
  assertStringIncludes(full, "Actual over expected by factor");
  const two = await runHere(
    valuationCommand,
    ...["experience", "report_2021", "report_2021"],
  );
  assertEquals(two.code, 2);
  assertStringIncludes(
    two.stderr,
    "one valuation is wanted, got report_2021 report_2021",
  );
});
