import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { loadOpenStatistics } from "@jkp/open/read";
import { DataError } from "@jkp/problem";
import { costKernel, mainInputs, runValuation } from "@jkp/valuation";
import { readValuation } from "@jkp/valuation/read";
import { pathDrawer } from "../economy/draw_path.ts";
import { parseProcess } from "../economy/economic_process.ts";
import { readProcess } from "../read_process.ts";
import { monthsToExhaustion, recessionFrom, stressTests } from "./stress_tests.ts";
import { withoutChance } from "../economy/without_chance_for_test.ts";

async function prepared(name: string) {
  const run = runValuation(await readValuation(name));
  return {
    run,
    rules: run.rulesInTime[0]!,
    inputs: mainInputs(run),
    process: await readProcess(name),
  };
}
const [REPORT, JKP] = await Promise.all([
  prepared("report_2021"),
  prepared("jkp_2026"),
]);

Deno.test("stressTests() has the valuation's own rates as assumed, and more under each stress", () => {
  for (const { run, rules, inputs, process } of [REPORT, JKP]) {
    const [assumed, ...stressed] = stressTests(rules, inputs, process);
    const { valuation: { financing: { benefit_and_administrative: rates } } } = run.valued
      .find(({ scenarioName }) => scenarioName === "base")!;
    assertAlmostEquals(assumed!.outcome!.suggestedRate, rates.suggestedRate, 1e-12);
    assertAlmostEquals(assumed!.outcome!.minimumRate, rates.minimumRate, 1e-12);
    for (const { outcome, title } of stressed) {
      if (outcome === null) continue;
      assert(outcome.breakEvenRate > assumed!.outcome!.breakEvenRate, title);
      assert(outcome.highestPaygCostRate > assumed!.outcome!.highestPaygCostRate, title);
    }
    const [once, twice] = stressed;
    assert(twice!.outcome!.breakEvenRate > once!.outcome!.breakEvenRate);
  }
});

Deno.test("stressTests() values other involuntary shares as the pessimistic scenarios' would be", () => {
  // 75 per cent of the report's pessimistic scenario, 16.78 of JKP's: by the kernel's factor.
  for (
    const [{ rules, inputs, process }, word, factor] of [
      [REPORT, "re-labelled", 1.5],
      [JKP, "doubles", 2],
    ] as const
  ) {
    const kernel = costKernel(rules, inputs);
    const payg = kernel.costsOn({ ...kernel.asAssumed, entitledShare: factor })
      .map(({ paygCostRate }) => paygCostRate);
    const { outcome } = stressTests(rules, inputs, process)
      .find(({ title }) => title.includes(word))!;
    assertAlmostEquals(outcome!.highestPaygCostRate, Math.max(...payg), 1e-12);
  }
});

Deno.test("recessionFrom() is the path that is drawn where only a recession is left to chance", () => {
  for (const { rules, inputs, process } of [REPORT, JKP]) {
    const { asAssumed } = costKernel(rules, inputs);
    const quiet = withoutChance(process);
    const recession = {
      ...quiet.recession,
      probabilityPerYear: 1,
      yearsBetween: 30,
      severitySd: 0,
    };
    const drawn = pathDrawer({ ...quiet, recession }, asAssumed, 1)(0);
    const stressed = recessionFrom(0, 1, process, asAssumed);
    for (const series of ["unemployment", "members", "claims", "wages"] as const) {
      Array.from(drawn[series]).forEach((factor, year) =>
        assertAlmostEquals(stressed[series][year]!, factor, 1e-12)
      );
    }
  }
});

Deno.test("monthsToExhaustion() counts to the month in which a fund is empty", () => {
  assertEquals(monthsToExhaustion(6, [-6]), 6);
  assertEquals(monthsToExhaustion(10, [10, -10]), 18);
  assertEquals(monthsToExhaustion(0, [-1]), 0);
  assertEquals(monthsToExhaustion(5, [4, 3, 0]), null);
});

Deno.test("stressTests() refuses to pay for more than all terminations", () => {
  const stresses = [{ kind: "claims", title: "All", basis: "none", factor: 50 }] as const;
  assertThrows(
    () => stressTests(JKP.rules, JKP.inputs, { ...JKP.process, stresses }),
    RangeError,
    'the stress "All": at most all terminations',
  );
});

Deno.test("jkp_2026's mass layoffs are those of February 2025 over a month of 2024", async () => {
  const open = await loadOpenStatistics();
  const year =
    open.jkp_experience.find((row) =>
      row.quantity === "layoffs_of_members" && row.from === "2024-01" &&
      row.to === "2024-12"
    )!.value;
  const february = open.layoffs_by_publication.filter(({ month }) => month === "2025-02")
    .at(-1)!.value;
  const stress = JKP.process.stresses.find((stress) => stress.kind === "claims")!;
  assertAlmostEquals(stress.factor, (year + february - year / 12) / year, 0.001);
});

Deno.test("parseProcess() refuses a stress of another kind, and one without its size", async () => {
  const text = await Deno.readTextFile(
    new URL("../../../data/processes/jkp_2026.toml", import.meta.url),
  );
  for (
    const [from, to] of [
      ['kind = "claims"', 'kind = "flood"'],
      ["factor = 1.154", "factor = -1"],
    ] as const
  ) {
    const error = assertThrows(
      () => parseProcess("own.toml", text.replace(from, to)),
      DataError,
    );
    assert(error.message.includes("stress"), error.message);
  }
});
