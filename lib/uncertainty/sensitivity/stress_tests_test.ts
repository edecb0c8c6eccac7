import {
  assert,
  assertAlmostEquals,
  assertEquals,
  assertStringIncludes,
  assertThrows,
} from "@std/assert";
import { monthOf } from "@jkp/month";
import { loadOpenStatistics } from "@jkp/open/read";
import { DataError } from "@jkp/problem";
import { costKernel, mainInputs, runValuation, valueSchemes } from "@jkp/valuation";
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
      // A year later, 2022's unemployment is over: that is no dearer.
      if (outcome === null || title.includes("twelve months later")) continue;
      const { breakEvenRate, highestPaygCostRate } = assumed!.outcome!;
      // What is paid in does not move what is paid out; fewer earnings bear what is left.
      if (title.startsWith("Contributions paid")) {
        assert(Math.abs(outcome.breakEvenRate) > Math.abs(breakEvenRate));
        assertEquals(outcome.highestPaygCostRate, highestPaygCostRate);
        continue;
      }
      assert(outcome.breakEvenRate > breakEvenRate, title);
      assert(outcome.highestPaygCostRate > highestPaygCostRate, title);
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
    const payg = kernel.costsOn({ ...kernel.asAssumed, recognition: factor })
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

Deno.test("stressTests() leaves out what cannot be valued, and says why", () => {
  const size = { basis: "none" } as const;
  const outcomes = (which: typeof JKP, ...stresses: typeof JKP.process.stresses) =>
    stressTests(which.rules, which.inputs, { ...which.process, stresses }).slice(1)
      .map(({ basis, outcome }) => [outcome, basis]);
  assertEquals(
    outcomes(
      JKP,
      { kind: "claims", title: "All", factor: 50, ...size },
      { kind: "late_start", title: "Later", years: 1, ...size },
      { kind: "late_contributions", title: "Never", years: 10, ...size },
    ),
    [
      [null, "at most all terminations can be paid for, got 311.8 per cent of them"],
      [null, "a running scheme has begun"],
      [null, "fewer years than the 10 projected are wanted, got 10"],
    ],
  );
  assertEquals(
    outcomes(REPORT, { kind: "recognition", title: "More", factor: 2.2, ...size }),
    [[null, "at most all terminations can be involuntary, got 110.0 per cent of them"]],
  );
  const [[late, why]] = outcomes(
    REPORT,
    { kind: "late_contributions", title: "Late", years: 1, ...size },
  ) as [[null, string]];
  assertEquals(late, null);
  assertStringIncludes(why, "no rate keeps it");
});

Deno.test("stressTests() has contributions a year late as a fund that is rolled by hand", () => {
  const { rules, inputs, process } = JKP;
  const { outcome } = stressTests(rules, inputs, process)
    .find(({ title }) => title === "Contributions paid twelve months late")!;
  const { costsOn, asAssumed, assumptions } = costKernel(rules, inputs);
  const years = costsOn(asAssumed);
  const rolled = (rate: number) =>
    years.reduce((fund, { benefitsIdr, administrationIdr, investmentReturn }, i) => {
      const paid = i === 0 ? 0 : rate * years[i - 1]!.insurableEarningsIdr;
      const growth = 1 + investmentReturn;
      return fund * growth +
        (paid - benefitsIdr - administrationIdr) * Math.sqrt(growth);
    }, assumptions.initialCapitalIdr);
  assertAlmostEquals(rolled(outcome!.breakEvenRate) / rolled(0), 0, 1e-12);
});

Deno.test("stressTests() has a later start as a valuation of later terms", () => {
  const { rules, inputs, process } = REPORT;
  const { outcome } = stressTests(rules, inputs, process)
    .find(({ title }) => title === "The scheme begins twelve months later")!;
  const { terms } = inputs;
  const later = {
    ...inputs,
    terms: {
      ...terms,
      firstContributionMonth: monthOf(2022, 1),
      firstBenefitMonth: monthOf(2023, 1),
      projectionYears: 9,
    },
  };
  const [valued] = valueSchemes([rules], [later]).valued;
  assertAlmostEquals(outcome!.suggestedRate, valued!.suggestedRate, 1e-12);
});

Deno.test("stressTests() costs nothing more per cent when a group is as all others", () => {
  const { rules, inputs, process } = JKP;
  const group = { kind: "group", title: "Alike", basis: "none", members_pct: 0 } as const;
  const [assumed, same, twice] = stressTests(rules, inputs, {
    ...process,
    stresses: [
      { ...group, terminations_factor: 2 },
      { ...group, members_pct: 100, terminations_factor: 3 },
    ],
  });
  assertEquals(same!.outcome, assumed!.outcome);
  // Half of all members, three times as often: twice the terminations per member.
  const kernel = costKernel(rules, inputs);
  const payg = kernel.costsOn({
    ...kernel.asAssumed,
    members: kernel.calendarYears.map(() => 2),
    terminationRate: 2,
  }).map(({ paygCostRate }) => paygCostRate);
  assertAlmostEquals(twice!.outcome!.highestPaygCostRate, Math.max(...payg), 1e-12);
});

Deno.test("processes have as many construction workers as data/open counts beside members", async () => {
  const open = await loadOpenStatistics();
  const pctOf = ({ process }: typeof JKP) =>
    process.stresses.find((stress) => stress.kind === "group")!.members_pct;
  const of2018 = (scheme: string) =>
    open.social_security_members.find((row) =>
      row.month === "2018-12" && row.scheme === scheme
    )!.members;
  assertAlmostEquals(
    pctOf(REPORT),
    100 * of2018("jkk_construction") / of2018("jkk"),
    0.05,
  );
  const construction =
    open.bpjstk_members.find((row) =>
      row.workers === "construction" && row.to === "2025-04"
    )!.value;
  const members =
    open.jkp_experience.find((row) => row.quantity === "members" && row.to === "2025-04")!
      .value;
  assertAlmostEquals(pctOf(JKP), 100 * construction / members, 0.05);
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
