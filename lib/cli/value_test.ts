import {
  assert,
  assertAlmostEquals,
  assertEquals,
  assertStringIncludes,
} from "@std/assert";
import { runTask } from "./run_for_test.ts";

async function suggestedRate(...args: string[]): Promise<number> {
  const { code, stdout, stderr } = await runTask("value", "--json", ...args);
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
  const { stdout } = await runTask("value", "--json", "--scenario", "optimistic");
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

Deno.test("value reads a design and a scenario from files", async () => {
  const design = await changedFile(
    "data/designs/proposed_2021.toml",
    "rate_pct = 50",
    "rate_pct = 60",
  );
  assertEquals(
    await suggestedRate("--design", design),
    await suggestedRate("--set", "benefitRate=0.6"),
  );
});

Deno.test("value exits with 2 when it is called wrongly", async () => {
  const calls = [
    [["--colour"], "--colour"],
    [["--set", "benefitRate=2"], "a fraction above 0, up to 1 is wanted, got 2"],
    [["--set", "toString=1"], "Cannot set toString"],
    [["--set", "benefitRate"], "Cannot set benefitRate"],
    [["--reading", "best"], "closest or national_odds"],
    [["base"], "options only"],
  ] as const;
  for (const [args, message] of calls) {
    const { code, stdout, stderr } = await runTask("value", ...args);
    assertEquals([code, stdout], [2, ""], stderr);
    assertStringIncludes(stderr, message);
    assert(!stderr.includes("    at "));
  }
});

Deno.test("value exits with 1 and names file, place, value and what was expected", async () => {
  const design = await changedFile(
    "data/designs/proposed_2021.toml",
    "maximum_duration_months = 6",
    "maximum_duration_months = -6",
  );
  const scenario = await changedFile(
    "data/scenarios/base.toml",
    "year = 2024",
    "year = 2034",
  );
  const calls = [
    [["--design", design], "benefit.maximum_duration_months: expected a whole number"],
    [["--scenario", scenario], "years.5.year: expected 2024"],
    [["--scenario", "nowhere"], "nowhere.toml: expected a file"],
    [["--extract", "/nowhere"], "/nowhere"],
  ] as const;
  for (const [args, message] of calls) {
    const { code, stdout, stderr } = await runTask("value", ...args);
    assertEquals([code, stdout], [1, ""], stderr);
    assertStringIncludes(stderr, message);
    assert(!stderr.includes("    at "));
  }
});

Deno.test("value exits with 1 when no contribution rate can meet the expenses", async () => {
  const { code, stderr } = await runTask("value", "--set", "administrationRate=1");
  assertEquals(code, 1);
  assertStringIncludes(stderr, "Cannot solve the contribution rate");
  assertStringIncludes(stderr, "a sign change between 0 and 1 is wanted");
});

Deno.test("value --scheme costs the proposal as its design does, and lists what it cannot value", async () => {
  assertAlmostEquals(
    await suggestedRate("--scheme", "proposed_2021"),
    await suggestedRate(),
    1e-12,
  );
  const { code, stdout } = await runTask("value", "--scheme", "jkp_2021");
  assertEquals(code, 0);
  assertStringIncludes(stdout, "Not valued:");
  assertStringIncludes(stdout, "60 months between claims");
});

Deno.test("value --scheme shows both durations when the rules give a range", async () => {
  const { stdout } = await runTask("value", "--scheme", "korea", "--json");
  const { durations } = JSON.parse(stdout).scheme;
  assertEquals(durations.map(({ months }: { months: number }) => months), [4, 9]);
});

Deno.test("value refuses a scheme beside a design, and one it cannot value", async () => {
  const both = await runTask("value", "--scheme", "korea", "--design", "proposed_2021");
  assertEquals(both.code, 2);
  assertStringIncludes(both.stderr, "--design or --scheme");
  const japan = await runTask("value", "--scheme", "japan");
  assertEquals([japan.code, japan.stdout], [1, ""]);
  assertStringIncludes(japan.stderr, "Cannot value japan: an average wage in JPY");
});
