import { assertAlmostEquals, assertThrows } from "@std/assert";
import { loadOpenStatistics } from "@jkp/open/read";
import { readValuation } from "@jkp/valuation/read";
import { costKernel, mainInputs, runValuation } from "@jkp/valuation";
import { sampleCorrelation } from "simple-statistics";
import { readProcess } from "../read_process.ts";
import { fitMeanReversion } from "./fit_mean_reversion.ts";

const [OPEN, REPORT, JKP] = await Promise.all([
  loadOpenStatistics(),
  readProcess("report_2021"),
  readProcess("jkp_2026"),
]);

/** National unemployment of August, by vintage: the web tables, then first releases. */
function augustRate(year: number): number {
  return OPEN.labour_force.find(({ month }) => month === `${year}-08`)!.unemploymentRate!;
}

/** The same on the weights that BPS uses since 2020. */
function augustReweighted(year: number): number {
  const rows = OPEN.labour_market.filter((row) =>
    row.month === `${year}-08` && row.quantity === "unemployment_rate" &&
    row.sex === "both" && row.ageGroup === "all"
  );
  return (rows.find(({ vintage }) => vintage === "reweighted") ?? rows[0])!.value;
}

const years = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i);

Deno.test("processes have the shocks of unemployment around its trend of 2010 to 2019", () => {
  const { shockSd, persistence } = fitMeanReversion(
    years(2010, 2019).map((year) => Math.log(augustRate(year))),
    "trend",
  );
  for (const { series } of [REPORT, JKP]) {
    assertAlmostEquals(series.unemployment.shockSd, shockSd, 0.0001);
  }
  // Why it is not taken.
  assertAlmostEquals(persistence, -0.26, 0.005);
});

Deno.test("processes have the rise of unemployment in 2020, and its way back", () => {
  const departures = years(2020, 2023).map((year) =>
    // 6.49 per cent of August 2021 is 9.10 of 140.15 million, where 6.9 is printed too.
    Math.log(
      (year === 2021 ? 9.1 / 140.15 : augustReweighted(year)) /
        augustReweighted(2019),
    )
  );
  const persistence =
    [0, 1, 2].reduce((sum, i) => sum + departures[i]! * departures[i + 1]!, 0) /
    [0, 1, 2].reduce((sum, i) => sum + departures[i]! ** 2, 0);
  for (const { series, recession } of [REPORT, JKP]) {
    assertAlmostEquals(recession.unemploymentRise, departures[0]!, 0.001);
    assertAlmostEquals(series.unemployment.persistence, persistence, 0.002);
  }
});

Deno.test("processes have the inflation and yields of their years, and how they went together", () => {
  const printed = (year: number) =>
    year < 2020
      ? OPEN.inflation.find((row) => row.year === year)!.inflation
      : OPEN.economy.find((row) =>
        row.year === year && row.quantity === "inflation_december_on_december"
      )!.value;
  const yields = (year: number) =>
    OPEN.bond_yields.find((row) => row.year === year && row.maturityYears === 1)!
      .meanYield;
  const to2019 = fitMeanReversion(years(2010, 2019).map(printed), "mean");
  const oneYear = fitMeanReversion(years(2010, 2019).map(yields), "mean");
  const { inflation, investment_return } = REPORT.series;
  assertAlmostEquals(inflation.persistence, to2019.persistence, 0.001);
  assertAlmostEquals(inflation.shockSd, to2019.shockSd, 0.0001);
  assertAlmostEquals(investment_return.persistence, oneYear.persistence, 0.001);
  assertAlmostEquals(investment_return.shockSd, oneYear.shockSd, 0.0001);
  assertAlmostEquals(
    REPORT.correlation[4]![5]!,
    sampleCorrelation([...to2019.shocks], [...oneYear.shocks]),
    0.005,
  );

  const to2025 = fitMeanReversion(years(2015, 2025).map(printed), "mean");
  assertAlmostEquals(JKP.series.inflation.shockSd, to2025.shockSd, 0.0001);
  assertAlmostEquals(to2025.persistence, -0.11, 0.005);
  const days = [
    "2018-12-31",
    "2019-12-31",
    "2020-12-31",
    "2021-12-31",
    "2022-12-31",
    "2023-10-02",
    "2024-06-07",
    "2025-12-15",
  ];
  const fiveYears = fitMeanReversion(
    days.map((day) =>
      OPEN.bond_yields_by_day.find((row) =>
        row.date === day && row.maturityMonths === 60
      )!
        .yield
    ),
    "mean",
  );
  const { investment_return: own } = JKP.series;
  assertAlmostEquals(own.persistence, fiveYears.persistence, 0.001);
  assertAlmostEquals(own.shockSd, fiveYears.shockSd, 0.0001);
  assertAlmostEquals(
    JKP.correlation[4]![5]!,
    sampleCorrelation([...to2025.shocks.slice(-7)], [...fiveYears.shocks]),
    0.005,
  );
});

Deno.test("processes have the fall of real wages from 2019 to 2022", () => {
  const wage = (month: string) =>
    OPEN.labour_market.find((row) =>
      row.month === month && row.quantity === "mean_wage" && row.sex === "both"
    )!.value;
  const prices = years(2020, 2022).reduce(
    (index, year) =>
      index *
      (1 + OPEN.economy.find((row) =>
        row.year === year && row.quantity === "inflation_december_on_december"
      )!.value),
    1,
  );
  const fall = Math.log(wage("2019-08") * prices / wage("2022-08"));
  for (const { recession } of [REPORT, JKP]) {
    assertAlmostEquals(recession.realWagesFall, fall, 0.001);
  }
});

Deno.test("jkp_2026's process has the claims of 2020, their way back, and their changes", async () => {
  const layoffs = (quantity: string, year: number) =>
    OPEN.jkp_experience.find((row) =>
      row.quantity === quantity && row.from === `${year}-01` && row.to === `${year}-12`
    )!.value;
  const base = layoffs("layoffs_of_members", 2024);
  const rise = Math.log(layoffs("registered_layoffs", 2020) / base);
  const { recession, series: { claims } } = JKP;
  assertAlmostEquals(recession.claimsRise, rise - recession.unemploymentRise, 0.001);
  const left = Math.log(layoffs("registered_layoffs", 2021) / base);
  assertAlmostEquals(claims.persistence, left / rise, 0.001);

  // Mean members as jkp_2026.md has them; a third change is that of early 2025.
  const members = { 2023: 13_000_000, 2024: 13_945_000, 2025: 16_168_000 };
  const perMember = ([2023, 2024, 2025] as const).map((year) =>
    Math.log(layoffs("layoffs_of_members", year) / members[year])
  );
  const run = runValuation(await readValuation("jkp_2026"));
  const kernel = costKernel(run.rulesInTime[0]!, mainInputs(run));
  const assumed = kernel.costsOn(kernel.asAssumed)[0]!.paygBenefitCostRate;
  const early = run.inputs[run.basis.roles.indexOf("early_2025")]!;
  const earlyKernel = costKernel(run.rulesInTime[0]!, early);
  const inEarly2025 = earlyKernel.costsOn(earlyKernel.asAssumed)[0]!.paygBenefitCostRate;
  const changes = [
    perMember[1]! - perMember[0]!,
    perMember[2]! - perMember[1]!,
    Math.log(inEarly2025 / assumed),
  ];
  const rootMeanSquare = Math.sqrt(
    changes.reduce((sum, change) => sum + change ** 2, 0) / changes.length,
  );
  assertAlmostEquals(claims.shockSd, rootMeanSquare, 0.005);
});

Deno.test("processes have recognition as far as their pessimistic scenarios go, in 95 of 100", async () => {
  for (const [process, name] of [[REPORT, "report_2021"], [JKP, "jkp_2026"]] as const) {
    const { roles, scenarios } = await readValuation(name);
    const [base, pessimistic] = ["base", "pessimistic"].map((role) =>
      scenarios[roles.indexOf(role)]!.scenario.involuntaryShare
    );
    const sd = Math.log(pessimistic! / base!) / 1.645;
    assertAlmostEquals(process.parameters.recognition, sd, 0.005);
  }
});

Deno.test("fitMeanReversion() finds the persistence of a series, and refuses too little", () => {
  // Departures from the mean 0 halve: 8, 4, 2, 1, … with a shock that takes them back.
  const { persistence, shocks } = fitMeanReversion([8, 4, 2, 1, -15], "mean");
  assertAlmostEquals(persistence, (32 + 8 + 2 - 15) / (64 + 16 + 4 + 1));
  assertAlmostEquals(shocks[3]!, -15 - persistence);
  assertThrows(() => fitMeanReversion([1, 2, 3], "mean"), RangeError, "five or more");
  assertThrows(() => fitMeanReversion([2, 2, 2, 2, 2], "mean"), RangeError, "vary");
});
