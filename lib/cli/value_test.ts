import { readShippedExtract } from "@jkp/extract/read";
import { statisticsExtractFiles } from "@jkp/extract/write";
import { isThere } from "@jkp/files/read";
import { writeFilesTogether } from "@jkp/files/write";
import { monthOf } from "@jkp/month";
import { rulesAt } from "@jkp/scheme";
import { designNames, readScheme } from "@jkp/scheme/read";
import { SHIPPED_SPELLS_FOLDER } from "@jkp/spells/read";
import { schemeComparison } from "@jkp/study";
import { studyInactivity } from "@jkp/study/read";
import { survivalAt } from "@jkp/survival";
import { readValuation, reportAssumptions, reportInputs } from "@jkp/valuation/read";
import { deriveAssumptions, runValuation, valueAssumptions } from "@jkp/valuation";
import {
  assert,
  assertAlmostEquals,
  assertEquals,
  assertMatch,
  assertNotEquals,
  assertStringIncludes,
} from "@std/assert";
import { CASES_FOLDER } from "./cases_for_test.ts";
import { runHere, runTask } from "./run_for_test.ts";
import { choicesFor } from "../valuation/choices.ts";
import { valueCommand } from "./value.ts";
import { designsText } from "./value_designs.ts";

/** Choices of designs side by side: by what laws say. */
const BY_LAW = (await readValuation("report_2021", { designs: ["jkp_2021"] }))
  .scenarios[0]!.choices;
const PROPOSED = rulesAt(await readScheme("proposed_2021"), monthOf(2022, 1));

/** Lines of a terminal that is not small. */
const SCREEN = 40;

async function suggestedRate(...args: string[]): Promise<number> {
  const { code, stdout, stderr } = await runHere(valueCommand, "--json", ...args);
  assertEquals([code, stderr], [0, ""]);
  return JSON.parse(stdout).financing.benefit_and_administrative.suggestedRate;
}

async function changedFile(path: string, from: string, to: string): Promise<string> {
  const changed = `${await Deno.makeTempDir()}/changed.toml`;
  const text = await Deno.readTextFile(path);
  assertStringIncludes(text, from);
  await Deno.writeTextFile(changed, text.replace(from, to));
  return changed;
}

Deno.test("value prints projection and rates, and that the data are synthetic", async () => {
  const { code, stdout } = await runTask("value");
  assertEquals(code, 0);
  assertStringIncludes(stdout, "2030");
  assertStringIncludes(stdout, "synthetic data");
});

Deno.test("value --json has assumptions, design, choices, years and rates", async () => {
  const { stdout } = await runHere(valueCommand, "--json", "--scenario", "optimistic");
  const result = JSON.parse(stdout);
  assertEquals(result.assumptions.scenarioName, "optimistic");
  assertEquals(result.design.name, "proposed_2021");
  assertEquals(result.choices.beneficiaryMethod, "annex_ratio");
  assertEquals([result.years.length, result.fundAtSuggestedRate.length], [10, 10]);
  assert(result.financing.benefit_only.suggestedRate > 0);
});

Deno.test("value --set moves the rate by the weight of the assumption", async () => {
  const before = await suggestedRate();
  assertAlmostEquals(
    await suggestedRate("--set", "benefitRate=0.6") - before,
    0.0021,
    5e-5,
  );
  const both = await suggestedRate(
    "--set",
    "benefitRate=0.6",
    "--set",
    "administrationRate=0",
  );
  assert(both < before);
});

Deno.test("value --set involuntaryShare moves leavers to who resigns, where that is paid too", async () => {
  const thailand = ["--design", "thailand"];
  const rate = await suggestedRate(...thailand);
  // As it is in the base scenario.
  const same = await suggestedRate(...thailand, "--set", "involuntaryShare=0.5");
  assertAlmostEquals(same, rate, 1e-12);
  // Resignations are paid less and for a shorter time.
  assert(await suggestedRate(...thailand, "--set", "involuntaryShare=0.6") > rate);
});

Deno.test("value reads a design and a scenario from files", async () => {
  const design = await changedFile(
    "data/designs/proposed_2021.toml",
    "rate_pct = 50",
    "rate_pct = 60",
  );
  assertAlmostEquals(
    await suggestedRate("--design", design),
    await suggestedRate("--set", "benefitRate=0.6"),
    1e-12,
  );
});

Deno.test("value insures earnings by old rules up to a reform, before the first benefits too", async () => {
  const reform = `${await Deno.makeTempDir()}/reform.toml`;
  await Deno.writeTextFile(
    reform,
    `reform_of = "jkp_2021"
name = "higher"
title = "A higher ceiling from July 2021"
source = "a test"
[[insurable_earnings]]
from = "2021-07"
definition = "as before"
ceiling = { amount_per_month = 50_000_000, index = "none" }
source = "a test"
`,
  );
  const insured = await Promise.all(["jkp_2021", reform].map(async (design) => {
    const { stdout } = await runHere(valueCommand, "--json", "--design", design);
    return JSON.parse(stdout);
  }));
  assertEquals(insured[1]!.scheme.changes, ["2021-07"]);
  const moreIn = (year: number) => {
    const [before, after] = insured.map(({ years }) => years[year].insurableEarningsIdr);
    return after / before - 1;
  };
  // In half of the first year, and in all of the second.
  assertAlmostEquals(moreIn(0) / moreIn(1), 0.5, 0.05);
});

Deno.test("value exits with 2 when it is called wrongly", async () => {
  const calls = [
    [["--colour"], "--colour"],
    [["--set", "benefitRate=2"], "a fraction above 0, up to 1 is wanted, got 2"],
    [
      ["--set", "administrationRate=0.25"],
      "a fraction of insurable earnings from 0 to 0.05 is wanted, got 0.25 (did you mean " +
      "0.0025?)",
    ],
    [["--set", "toString=1"], "Cannot set toString"],
    [["--set", "benefitRate=0,6"], 'got "0,6" (did you mean 0.6?)'],
    [["--set", "benefitRate=0x1"], 'a fraction above 0, up to 1 is wanted, got "0x1"'],
    [
      ["--set", "benefitRate=0.6", "--set", "benefitRate=0.7"],
      "--set wants each name once, got benefitRate again",
    ],
    [["--set", "benefitRate"], "Cannot set benefitRate"],
    [["--paths", "100"], "--paths is for the document that --valuation writes"],
    [["--valuation", "jkp_2026", "--paths", "9"], "--paths wants a whole number from 16"],
    [["--valuation", "jkp_2026", "--process", "jkp_2025"], "did you mean jkp_2026"],
    [["--reading", "best"], "closest, national_odds or implied_rate, got best"],
    [
      ["--scenario", "nowhere"],
      "--scenario wants base, jkp_base_2026, jkp_early_2025_2026, jkp_ilo_basis_2026, ",
    ],
    [
      [...["--design", "jpk_2021", "--scenario", "pesimistic"], "--set", "benefitrate=1"],
      "got pesimistic (did you mean pessimistic?)",
    ],
    [
      [...["--scenario", "pesimistic", "--design", "jpk_2021"], "--set", "benefitrate=1"],
      "or a path, got jpk_2021 (did you mean jkp_2021?)\nCannot set benefitrate: one of",
    ],
    [["base"], "options only"],
    [["--out", "x"], "several designs"],
  ] as const;
  for (const [args, message] of calls) {
    const { code, stdout, stderr } = await runHere(valueCommand, ...args);
    assertEquals([code, stdout], [2, ""], stderr);
    assertStringIncludes(stderr, message);
    assert(!stderr.includes("    at "));
  }
});

Deno.test("value exits with 1 and names file, place, value and what was expected", async () => {
  const design = await changedFile(
    "data/designs/proposed_2021.toml",
    'months = 6\nsource = "ILO (2021), Table 3.1"',
    'months = -6\nsource = "ILO (2021), Table 3.1"',
  );
  const scenario = await changedFile(
    "data/scenarios/base.toml",
    "year = 2024",
    "year = 2034",
  );
  const calls = [
    [["--design", design], "duration.0.months: expected a whole number"],
    [
      ["--scenario", scenario],
      "2034 in years: expected 2024, the year after the one before, got 2034",
    ],
    [["--scenario", "nowhere.toml"], "nowhere.toml: expected a file"],
    [["--scenario", "pesimistic.toml"], "nothing there (did you mean pessimistic?)"],
    [
      ["--scenario", scenario, "--design", design],
      "got 2025\n" + design + ": duration.0.months: expected",
    ],
    [["--extract", "/nowhere"], "/nowhere"],
  ] as const;
  for (const [args, message] of calls) {
    const { code, stdout, stderr } = await runHere(valueCommand, ...args);
    assertEquals([code, stdout], [1, ""], stderr);
    assertStringIncludes(stderr, message);
    assert(!stderr.includes("    at "));
  }
});

Deno.test("value exits with 1 when no contribution rate can meet the expenses", async () => {
  const { code, stderr } = await runHere(valueCommand, "--set", "reserveMultiple=1000");
  assertEquals(code, 1);
  assertStringIncludes(stderr, "Cannot value proposed_2021: no contribution rate");
});

Deno.test("value --design costs the proposal as the report has it, and lists what it cannot value", async () => {
  const proposed = valueAssumptions(await reportAssumptions("base"));
  assertAlmostEquals(
    await suggestedRate(),
    proposed.financing.benefit_and_administrative.suggestedRate,
    1e-12,
  );
  const { code, stdout } = await runHere(valueCommand, "--full", "--design", "jkp_2021");
  assertEquals(code, 0);
  assertStringIncludes(stdout, "Not valued");
  assertStringIncludes(stdout, "60 months between claims");
  assertStringIncludes(stdout, "of the month before the claim");
  const { stdout: ofReport } = await runHere(valueCommand, "--full");
  assertStringIncludes(ofReport, "of the 6 months before each payment, as the report's");
});

Deno.test("value takes a share of the extract when it counts the rule of service", async () => {
  const design = await changedFile(
    "data/designs/proposed_2021.toml",
    "contribution_months = 12",
    "contribution_months = 6",
  );
  const { stdout } = await runHere(valueCommand, "--full", "--design", design);
  assertStringIncludes(stdout, "6 months in 24, the extract's share of");
});

Deno.test("value --design shows both durations when the rules give a range", async () => {
  const { stdout } = await runHere(valueCommand, "--design", "korea", "--json");
  const { durations } = JSON.parse(stdout).scheme;
  assertEquals(durations.map(({ months }: { months: number }) => months), [4, 9]);
});

Deno.test("value sets several designs side by side in every scenario", async () => {
  const designs = ["--design", "jkp_2021", "--design", "proposed_2021"];
  const { code, stdout } = await runHere(valueCommand, ...designs, "--full");
  assertEquals(code, 0);
  for (const text of ["Pessimistic", "Base", "Optimistic", "Registered", "Not valued"]) {
    assertStringIncludes(stdout.toLowerCase(), text.toLowerCase());
  }
  assertStringIncludes(stdout, "synthetic data");
  const basis = "Reference earnings: those before the claim, as laws say.";
  assertStringIncludes(stdout.replace(/\s+/g, " "), basis);
  const widest = Math.max(...stdout.split("\n").map(({ length }) => length));
  assert(widest <= 120, `a line of ${widest} characters`);
  const { valued } = JSON.parse(
    (await runHere(valueCommand, ...designs, "--json")).stdout,
  );
  assertEquals(valued.length, 6);
  for (const each of valued) {
    const alone = await suggestedRate(
      ...["--design", each.design, "--scenario", each.scenarioName],
    );
    // Alone, the report's own design is valued as the report has it; others always by law.
    if (each.design === "jkp_2021") assertEquals(alone, each.suggestedRate);
    else {
      const report = await reportInputs(each.scenarioName);
      const byLaw = { ...report, choices: BY_LAW };
      const { financing } = valueAssumptions(
        deriveAssumptions(byLaw, PROPOSED).assumptions,
      );
      assertAlmostEquals(
        each.suggestedRate,
        financing.benefit_and_administrative.suggestedRate,
        1e-12,
      );
      assert(Math.abs(alone - each.suggestedRate) > 1e-6);
    }
  }
});

Deno.test("value names every choice that hangs on whether the report's design is alone", async () => {
  const [proposed, jkp] = ["proposed_2021", "jkp_2021"];
  const choicesOf = async (...designs: string[]) =>
    (await readValuation("report_2021", { designs })).scenarios[0]!.choices;
  const alone = choicesFor(await choicesOf(proposed), { name: proposed });
  const beside = await choicesOf(proposed, jkp);
  const differing = Object.keys(alone).filter((name) =>
    alone[name as keyof typeof alone] !== beside[name as keyof typeof beside]
  );
  // Each of these is told of below, in words of its own.
  assertEquals(differing, ["referenceEarnings", "ceilingIndex", "transitionalFactors"]);
  const said = async (...designs: string[]) => {
    const options = designs.flatMap((name) => ["--design", name]);
    return (await runHere(valueCommand, ...options)).stdout.replace(/\s+/g, " ");
  };
  const asReported = [
    "by earnings before each payment; ",
    "by nominal wages; ",
    "by rounded factors.",
  ];
  const byLaw = [
    "by earnings before the claim; ",
    "by real GDP of the year before; ",
    "by exact factors.",
  ];
  const whats = ["benefits ", "GDP-linked limits ", "transitional cost "];
  for (
    const [designs, start, here, middle, there] of [
      [
        [proposed],
        "Valued alone, as the report reads it: ",
        asReported,
        " Other numbers beside another design, as laws say: ",
        byLaw,
      ],
      [
        [proposed, jkp],
        "Proposed design option, 2021 beside others, as laws say: ",
        byLaw,
        " Other numbers alone, as the report reads it: ",
        asReported,
      ],
    ] as const
  ) {
    const first = here.map((words, i) => whats[i] + words).join("");
    assertStringIncludes(await said(...designs), start + first + middle + there.join(""));
  }
  assert(!(await said(jkp)).includes("Other numbers"));
});

Deno.test("the picture of designs in the README is the one that value draws", async () => {
  const out = await Deno.makeTempDir();
  const readme = await Deno.readTextFile("README.md");
  const command = /task --quiet value ((?:--design \w+[\s\\]+)+)--out outputs\/designs/
    .exec(
      readme,
    );
  const designs = command![1]!.split(/[\s\\]+/).filter((word) => word !== "");
  const { code, stdout } = await runTask("value", ...designs, "--out", out);
  assertEquals(code, 0);
  assertStringIncludes(stdout, "7 files written");
  const [shown, drawn] = await Promise.all(
    ["docs/designs.svg", `${out}/schemes_rates.svg`].map((path) =>
      Deno.readTextFile(path)
    ),
  );
  assert(shown === drawn, "docs/designs.svg is not what the README's command draws");
});

Deno.test("value --design all values every file of data/designs", async () => {
  const { stdout } = await runHere(
    valueCommand,
    ...["--design", "all", "--scenario", "base", "--json"],
  );
  const { valued, leftOut } = JSON.parse(stdout);
  const files = [...Deno.readDirSync("data/designs")]
    .filter(({ name }) => name.endsWith(".toml"));
  const designs = new Set(valued.map(({ design }: { design: string }) => design));
  assertEquals([designs.size, leftOut], [files.length, []]);
});

Deno.test("value says the answer first, and no line is longer than the width", async () => {
  for (const width of [80, 120]) {
    for (
      const args of [
        [],
        ["--full"],
        ["--design", "jkp_2021", "--design", "viet_nam"],
        ["--design", "jkp_2021", "--design", "proposed_2021", "--full"],
        ["--scenario", "base", "--scenario", "optimistic"],
        ["--design", "all"],
      ]
    ) {
      const printed: string[] = [];
      await valueCommand(args, (text) => printed.push(text), undefined, width);
      const lines = printed.join("\n").split("\n");
      assertMatch(lines[0]!, /^Base scenario, .*: suggested contribution rate/);
      assertEquals(lines.filter((line) => line.length > width), []);
      const isLong = args.includes("--full") || args.includes("all");
      assertEquals(lines.length > SCREEN, isLong, `${args}: ${lines.length}`);
    }
  }
});

Deno.test("value of several designs answers for each of them, in every scenario", async () => {
  const designs = ["jkp_2021", "proposed_2021"];
  const options = designs.flatMap((name) => ["--design", name]);
  const { stdout } = await runHere(valueCommand, ...options);
  assertStringIncludes(
    stdout.replace(/\s+/g, " "),
    "Base scenario, 2 designs: suggested contribution rate from 0.99 per cent (jkp_2021) " +
      "to 1.35 per cent (proposed_2021) of insurable earnings.",
  );
  const { valued } = runValuation(await readValuation("report_2021", { designs }));
  const percent = (rate: number) => (100 * rate).toFixed(2);
  const rows = stdout.split("\n").flatMap((line) =>
    /^(?:\w+)? +(Pessimistic|Base|Optimistic)((?: +[0-9.]+){4})$/.exec(line)?.[2]
      ?.trim().split(/ +/).join() ?? []
  );
  assertEquals(
    rows,
    valued.map(({ suggestedRate, valuation: { financing, years } }) =>
      [
        suggestedRate,
        financing.benefit_and_administrative.minimumRate,
        years[0]!.paygCostRate,
        years.at(-1)!.paygCostRate,
      ].map(percent).join()
    ),
  );
  for (const name of designs) assertStringIncludes(stdout, `\n${name}: `);
  const { stdout: all } = await runHere(valueCommand, "--design", "all");
  for (const name of await designNames()) {
    assertMatch(all, RegExp(`^${name}\\b.* [0-9.]+$`, "m"));
  }
  assertMatch(all, /^viet_nam, 3 months +4.29 +1.60 +1.25$/m);
});

Deno.test("value of several designs of a scheme with a fund says what each costs and is paid", async () => {
  const out = await Deno.makeTempDir();
  const designs = ["--design", "jkp_2021", "--design", "jkp_2025"];
  const { stdout } = await runHere(
    valueCommand,
    ...["--valuation", "jkp_2026", ...designs, "--paths", "40", "--out", out],
  );
  assertStringIncludes(
    stdout.replace(/\s+/g, " "),
    "Base scenario, 2 designs: benefits and administration cost from 0.093 per cent " +
      "(jkp_2021) to 0.134 per cent (jkp_2025) of insurable earnings in 2026.",
  );
  assertMatch(stdout, /^jkp_2021 +Base +0.00 +0.00 +0.46 +0.093 +0.097$/m);
  assertMatch(stdout, /^ +ILO basis .* 0.36 +1.313 +1.353$/m);
  assert(stdout.split("\n").length <= SCREEN);
});

Deno.test("designsText() heads a rate in place of the law's as tried, scenarios by title", async () => {
  const designs = ["jkp_2021", "jkp_2025"];
  const basis = await readValuation("jkp_2026", { designs, scenarios: ["base"] });
  const headOf = (overLaw: { readonly trialIsOverLaw?: true }) => {
    const scenarios = basis.scenarios.map((each) => ({
      ...each,
      scenario: { ...each.scenario, title: "As JKP is" },
      terms: { ...each.terms, ...overLaw },
    }));
    return designsText(schemeComparison({ ...basis, scenarios }), 100);
  };
  const paid = headOf({});
  assertMatch(paid, /^Design +Scenario .* Paid/m);
  assertMatch(paid, /^jkp_2021 +As JKP is /m);
  assertMatch(headOf({ trialIsOverLaw: true }), /^Design +Scenario .* Tried/m);
});

Deno.test("value of one design names what it leaves out, and --full has it", async () => {
  const { stdout } = await runHere(valueCommand, "--design", "korea");
  assertStringIncludes(
    stdout.replace(/\s+/g, " "),
    "--full adds the other duration, how rules are taken, what is not valued (coverage, " +
      "repeat claims, severance pay and labour market policy) and time out of work",
  );
  assertStringIncludes(stdout, "benefits for up to 9 months");
  const { stdout: full } = await runHere(valueCommand, "--design", "korea", "--full");
  for (
    const heading of [
      "benefits for up to 4 months",
      "How rules are taken",
      "Not valued",
      "Time out of work, by two measures",
    ]
  ) assertStringIncludes(full.replace(/\s+/g, " "), heading);
});

Deno.test("value --design all leaves out designs that do not fit the valuation, and says why", async () => {
  const { stdout, stderr } = await runHere(
    valueCommand,
    ...["--valuation", "jkp_2026", "--design", "all", "--scenario", "base", "--json"],
  );
  assertEquals(stderr, "");
  const { valued, leftOut } = JSON.parse(stdout);
  const names = (of: readonly { readonly design: string }[]) =>
    new Set(of.map(({ design }) => design));
  assertEquals(
    [...names(valued), ...names(leftOut)].toSorted(),
    (await designNames()).toSorted(),
  );
  assert(names(valued).has("jkp_2025"));
  assertEquals(
    leftOut.find(({ design }: { design: string }) => design === "options_2020_base")
      .reason,
    "a ceiling of earnings of a year from 2025 to 2035, which growth of base leads to, is " +
      "wanted, got one of 2020 that moves with an index",
  );
});

Deno.test("value changes nothing before a reform, and the rate by less than at once", async () => {
  const path = `${await Deno.makeTempDir()}/reform.toml`;
  const reform = (from: string) => `
reform_of = "proposed_2021"
name = "reform"
title = "60 per cent"
source = "a test"
[[benefit]]
from = "${from}"
kind = "flat"
rate_pct = 60
source = "a reform"
`;
  const valued = async (text: string) => {
    await Deno.writeTextFile(path, text);
    const { code, stdout, stderr } = await runHere(
      valueCommand,
      "--json",
      "--design",
      path,
    );
    assertEquals([code, stderr], [0, ""]);
    return JSON.parse(stdout);
  };
  const later = await valued(reform("2027-01"));
  const atOnce = await valued(reform("2021-02"));
  // The proposal under another name: by law, as a reform of it is.
  const proposal = await Deno.readTextFile("data/designs/proposed_2021.toml");
  const now = await valued(
    proposal.replace('name = "proposed_2021"', 'name = "as_it_is"'),
  );
  const costs = (result: typeof now) =>
    result.years.map((year: { benefitsIdr: number }) => year.benefitsIdr);
  for (let year = 0; year < 6; year++) {
    assertAlmostEquals(
      costs(later)[year] / (costs(now)[year] || 1),
      year === 0 ? 0 : 1,
      1e-12,
    );
  }
  assert(costs(later)[6] > costs(now)[6] && costs(later)[6] < costs(atOnce)[6]);
  assertAlmostEquals(costs(later)[8] / costs(atOnce)[8], 1, 1e-12);
  assertEquals(later.scheme.changes, ["2027-01"]);
});

Deno.test("value exits with 1 when a design cannot be valued", async () => {
  const unknown = await changedFile(
    "data/designs/japan.toml",
    'currency = "JPY"',
    'currency = "XXX"',
  );
  const { code, stdout, stderr } = await runHere(valueCommand, "--design", unknown);
  assertEquals([code, stdout], [1, ""]);
  assertStringIncludes(stderr, "Cannot value japan");
  assertStringIncludes(stderr, "no average wage in XXX is known");
});

/** The shipped statistics as if they were recorded. */
async function recordedExtract(): Promise<string> {
  const { manifest: { seed: _, ...manifest }, ...tables } = await readShippedExtract();
  const recorded = { ...manifest, name: "mine", synthetic: false };
  const folder = await Deno.makeTempDir();
  const files = await statisticsExtractFiles({ ...tables, manifest: recorded });
  await writeFilesTogether(folder, files);
  return folder;
}

const RECORDED = await recordedExtract();

Deno.test("value leaves nothing beside recorded data when it refuses its options", async () => {
  const { code } = await runHere(valueCommand, "--extract", RECORDED, "--out", "x");
  assertEquals([code, await isThere(`${RECORDED}/extract_id.txt`)], [2, false]);
});

Deno.test("value on recorded data fits no scalar and takes no synthetic spells without a word", async () => {
  const jkp = ["--extract", RECORDED, "--design", "jkp_2021"];
  const { stdout } = await runHere(valueCommand, ...jkp, "--full");
  const text = stdout.replace(/\s+/g, " ");
  assertStringIncludes(
    text,
    "extract mine, reading implied rate (termination rates not rounded)",
  );
  assertStringIncludes(text, "no leavers counted with 12 months in 24, 6 in a row");
  assertStringIncludes(text, "Not shown, since no member-level extract was named.");
  assert(!/synthetic/i.test(text));
  const named = await runHere(
    valueCommand,
    ...[...jkp, "--reading", "closest", "--spells", SHIPPED_SPELLS_FOLDER],
  );
  assertStringIncludes(
    named.stdout.replace(/\s+/g, " "),
    "extract mine, reading closest (two scalars fitted to the ILO's Table 3.7, not to " +
      "these data), spells of synthetic data, extract jht_2019_spells",
  );
  // No scalar, and termination rates as they are: the report rounds those of its own data.
  const implied = await reportInputs("base", "implied_rate");
  const unrounded = { ...implied.choices, terminationRate: "exact" as const };
  const { assumptions } = deriveAssumptions({ ...implied, choices: unrounded }, PROPOSED);
  const rate = await suggestedRate("--extract", RECORDED);
  assertAlmostEquals(
    rate,
    valueAssumptions(assumptions).financing.benefit_and_administrative.suggestedRate,
    1e-12,
  );
  assertNotEquals(rate, await suggestedRate("--reading", "implied_rate"));
  const wanted = await runHere(valueCommand, ...jkp, "--inactivity", "spells");
  assertEquals(wanted.code, 1);
  assertStringIncludes(wanted.stderr, "name a member-level extract");
});

Deno.test("value --inactivity spells takes completed spells, and shows the effect", async () => {
  const { stdout } = await runHere(valueCommand, "--inactivity", "spells", "--json");
  const { source, unchanged, financing, assumptions, timeOutOfWork } = JSON.parse(stdout);
  assertStringIncludes(source, "time out of work from completed spells");
  assertEquals(
    unchanged.financing.benefit_and_administrative.suggestedRate,
    await suggestedRate(),
  );
  const { suggestedRate: changed } = financing.benefit_and_administrative;
  assertNotEquals(changed, unchanged.financing.benefit_and_administrative.suggestedRate);
  const { study } = await studyInactivity(SHIPPED_SPELLS_FOLDER);
  const { time, survival } = study.all.stillInactive;
  const sixth = survival[time.indexOf(6)]!;
  for (const curve of [assumptions.survival, timeOutOfWork.spells.curve]) {
    assertAlmostEquals(survivalAt(curve, 6), sixth, 1e-12);
  }
  assertAlmostEquals(survivalAt(timeOutOfWork.stock.curve, 6), 0.81, 0.005);
  const { stdout: text } = await runHere(valueCommand, "--full");
  assertStringIncludes(
    text,
    "Completed spells (synthetic data, extract jht_2019_spells)",
  );
  assertStringIncludes(text, "The valuation takes the elapsed stock.");
});

Deno.test("value --set says what was changed, from what, and shows the unchanged beside", async () => {
  const set = ["--set", "benefitRate=0.6", "--set", "involuntaryShare=0.25"];
  const { stdout } = await runHere(
    (args, print) => valueCommand(args, print, undefined, 100), // rates in one block
    ...set,
  );
  const text = stdout.replace(/\s+/g, " ");
  assertStringIncludes(text, "benefitRate set to 0.6, involuntaryShare set to 0.25");
  assertStringIncludes(
    text,
    "Changed: benefitRate from 0.5 to 0.6, involuntaryShare from",
  );
  const [, rates] = /Suggested rate, %((?: +[0-9.]+){4})/.exec(stdout)!;
  assertEquals(rates!.trim().split(/ +/).slice(2), ["1.04", "1.35"]);
  const { source, changed, unchanged } = JSON.parse(
    (await runHere(valueCommand, ...set, "--json")).stdout,
  );
  assertStringIncludes(source, "benefitRate set to 0.6");
  assertEquals(changed, {
    benefitRate: { from: 0.5, to: 0.6 },
    involuntaryShare: { from: 0.5, to: 0.25 },
  });
  assertEquals(
    unchanged.financing.benefit_and_administrative.suggestedRate,
    await suggestedRate(),
  );
  const two = ["--design", "jkp_2021", "--design", "thailand", "--scenario", "base"];
  const several = await runHere(valueCommand, ...two, ...set, "--json");
  const plain = await runHere(valueCommand, ...two, "--json");
  assertEquals(
    JSON.parse(several.stdout).valued.map((each: Valued) => each.unchanged!.financing),
    JSON.parse(plain.stdout).valued.map((each: Valued) => each.financing),
  );
  const shown = await runHere(valueCommand, ...two, ...set);
  assertMatch(shown.stdout, /Suggested +Unchanged +Minimum/);
  const full = await runHere(valueCommand, ...two, ...set, "--full");
  assertStringIncludes(
    full.stdout,
    "Suggested contribution rates, changed and unchanged",
  );
});

interface Valued {
  readonly financing: unknown;
  readonly unchanged?: { readonly financing: unknown };
}

Deno.test("value of a file of 2026 has by command what it has by code", async () => {
  const file = `${CASES_FOLDER}s2026/valuation.toml`;
  const out = `${await Deno.makeTempDir()}/doc`;
  const { code, stdout, stderr } = await runHere(
    valueCommand,
    ...["--json", "--valuation", file, "--out", out],
  );
  assertEquals([code, stderr], [0, ""]);
  const page = await Deno.readTextFile(`${out}/report.html`);
  assertStringIncludes(
    page,
    "No process of data/processes has the name of this valuation",
  );
  const { valuation } = runValuation(await readValuation(file)).valued[0]!;
  const { years, financing, lawAsOf } = JSON.parse(stdout);
  assertEquals([lawAsOf, years[0].year], ["2025-12-31", 2026]);
  assertEquals(years, valuation.years);
  assertEquals(financing, valuation.financing);
});

Deno.test("value of the report's terms with an extract of 2021 to 2025 is refused", async () => {
  const { code, stdout, stderr } = await runHere(
    valueCommand,
    "--valuation",
    "report_2021",
    "--extract",
    `${CASES_FOLDER}window_2021_2025`,
  );
  assertEquals([code, stdout], [1, ""]);
  assertStringIncludes(stderr, "data.base_year");
  assertStringIncludes(stderr, "2021-01 to 2025-12");
});

Deno.test("value --valuation says first of a scheme with a fund what it costs beside what is paid", async () => {
  const out = `${await Deno.makeTempDir()}/doc`;
  const options = [
    ...["--valuation", "jkp_2026", "--scenario", "base", "--out", out],
    ...["--paths", "40"],
  ];
  const { code, stdout } = await runHere(valueCommand, ...options);
  assertEquals(code, 0);
  assertStringIncludes(
    stdout.slice(0, 200).replaceAll("\n", " "),
    "cost 0.134 per cent of insurable earnings in 2026, 0.140 in 2035; 0.36 is paid.",
  );
  assertStringIncludes(stdout, "structure only, no level");
  assertStringIncludes(stdout, `Open ${out}/report.html.`);
  const { outputs } = JSON.parse(await Deno.readTextFile(`${out}/manifest.json`));
  assert("report.html" in outputs && "tables/stated_levels.csv" in outputs);
  const overPaths = await Deno.readTextFile(`${out}/tables/rates_over_paths.md`);
  assertStringIncludes(overPaths, "40 paths of the process jkp\\_2026");
  // A PDF of this page stays; of another page it would stand beside the new one unseen.
  await Deno.writeTextFile(`${out}/report.pdf`, "%PDF-");
  const again = await runHere(valueCommand, ...options);
  assert(!again.stdout.includes("report.pdf") && await isThere(`${out}/report.pdf`));
  const other = await runHere(valueCommand, ...options, "--set", "benefitRate=0.5");
  assertStringIncludes(
    other.stdout.replace(/\s+/g, " "),
    `${out}/report.pdf was of an older page and is removed: deno task pdf`,
  );
  assert(!await isThere(`${out}/report.pdf`));
});
