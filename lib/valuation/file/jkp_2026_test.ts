import { loadOpenStatistics } from "@jkp/open/read";
import { DataError } from "@jkp/problem";
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import normalCdfOf from "@stdlib/normal-cdf";
import { parse } from "smol-toml";
import { CHOICE_REASONS } from "../choices.ts";
import { breakEvenRate, fundTerms, rollForward } from "../fund.ts";
import { runValuation } from "../run_valuation.ts";
import { figuresOfValuation } from "../valued_figures.ts";
import { resultKey } from "../result_key.ts";
import { levelRateOver, reserveForStress } from "../running_fund.ts";
import { readValuation } from "./read_valuation.ts";
import { saveValuation } from "./save_valuation.ts";

const BASIS = await readValuation("jkp_2026");
const RUN = runValuation(BASIS);

// deno-lint-ignore no-explicit-any
const tomlOf = async (path: string): Promise<any> =>
  parse(await Deno.readTextFile(`data/${path}.toml`));
const FILE = await tomlOf("valuations/jkp_2026");

/** Share of men, and wages of 2025 before the ceiling: the page's table. */
const MEMBERS = [0.6787906956954308, 4973277.327392774, 4342734.174755048] as const;
const CLAIMANTS = [0.6212133684649701, 3928350.30151494, 3468078.5760603417] as const;
const CLAIMANTS_ILO = [0.6212133684649701, 3972422.394280139, 3506986.888453508] as const;

const normalCdf = (z: number) => normalCdfOf(z, 0, 1);

/** Mean of wages up to 5 million, men and women, all wages times a factor. */
function insured([men, male, female]: readonly [number, number, number], factor = 1) {
  const limited = (mean: number) => {
    const z = (Math.log(5e6) - Math.log(mean) + 0.125) / 0.5;
    return mean * normalCdf(z - 0.5) + 5e6 * (1 - normalCdf(z));
  };
  return men * limited(male * factor) + (1 - men) * limited(female * factor);
}

/** Cost rates and fund of a role, by the formulas of data/valuations/jkp_2026.md alone. */
async function byThePage(role: string) {
  const scenario = await tomlOf(`scenarios/${FILE.scenarios[role]}`);
  const levels = { ...FILE.experience, ...FILE.experience.roles[role] };
  const rows = scenario.years;
  const stated = FILE.members.roles[role] ?? FILE.members.by_year;
  const [members, wages, claimants]: number[][] = [[], [], []];
  let factor = 1;
  for (let k = 0; k <= 10; k++) {
    const row = rows[k - 1];
    if (k > 0) {
      factor *= (1 + row.productivity_growth_pct / 100) * (1 + row.inflation_pct / 100);
    }
    members!.push(
      stated[k]?.average ?? members![k - 1]! * (1 + row.employment_growth_pct / 100),
    );
    wages!.push(insured(MEMBERS, factor));
    claimants!.push(
      insured(role === "ilo_basis" ? CLAIMANTS_ILO : CLAIMANTS, factor),
    );
  }
  /** Months since January 2025. */
  const at = (path: readonly number[], t: number) => {
    const x = (t + 0.5 - 6) / 12;
    const k = Math.min(9, Math.max(0, Math.floor(x)));
    const [left, right] = [Math.log(path[k]!), Math.log(path[k + 1]!)];
    return Math.exp((1 - (x - k)) * left + (x - k) * right);
  };
  const relative = (t: number) =>
    t < 12 || !levels.follows_unemployment
      ? 1
      : rows[Math.floor(t / 12) - 1].unemployment_rate_pct /
        scenario.reference.unemployment_rate_pct;
  const left = (t: number) =>
    levels.termination_pct_per_month / 100 * relative(t) * at(members!, t);
  const share = scenario.claims.involuntary_share_pct / 100 * levels.eligible_share;
  let fund = FILE.fund.opening_idr;
  return rows.map(({ year, inflation_pct }: Record<string, number>, k: number) => {
    let [earnings, benefits, beneficiaries] = [0, 0, 0];
    for (let i = 0; i < 12; i++) {
      const t = 12 * (k + 1) + i;
      earnings += at(members!, t) * at(wages!, t);
      for (let d = 0; d < 6; d++) {
        const paid = share * left(t - d) * (1 - 0.19 * d / 6);
        beneficiaries += paid / 12;
        benefits += paid * 0.6 * at(claimants!, t - d - 1);
      }
    }
    const { first_real_return_pct: first, last_real_return_pct: last } =
      scenario.investment;
    const growth = (1 + (first + (last - first) * k / 9) / 100) *
      (1 + inflation_pct! / 100);
    const expenses = benefits + scenario.administration.stated_pct / 100 * earnings;
    fund = fund * growth + (0.0036 * earnings - expenses) * Math.sqrt(growth);
    return { year, beneficiaries, costRate: expenses / earnings, fund };
  });
}

Deno.test("jkp_2026 is what its page says, in every scenario and year, to nine digits", async () => {
  for (const [i, role] of BASIS.roles.entries()) {
    const { valuation: { years, assumptions } } = RUN.valued[i]!;
    const fund = rollForward(years, {
      ...fundTerms(assumptions),
      contributionRate: 0.0036,
    });
    const wanted = await byThePage(role);
    assertEquals(years.length, wanted.length);
    for (const [k, year] of years.entries()) {
      const { costRate, beneficiaries, fund: closing } = wanted[k]!;
      assertAlmostEquals(year.paygCostRate / costRate, 1, 1e-9, role);
      assertAlmostEquals(year.beneficiaries / beneficiaries, 1, 1e-9, role);
      assertAlmostEquals(fund[k]!.closingIdr / closing, 1, 1e-9, role);
    }
  }
});

// January 2026 by hand: members 16 566 843, jobs that end 0.5553523 % of them, 92 004; those
// of the five months before 91 660, 91 317, 90 975, 90 635, 90 296. Times 1, 0.968333,
// 0.936667, 0.905, 0.873333, 0.841667: 503 788 still out of work. 8.389409 % of them are
// recognised, 74.34105 % of these claim: 31 420 in payment. At 0.6 of an insured wage of 3.39
// million, 2 036 697 each, 64.0 billion. The year: 32 058 a month, 792 billion on 806.8
// trillion of wages, 0.0982 %; with administration of 0.036 %, 0.1342 %.
Deno.test("jkp_2026 pays 31 420 in its first month, and costs 0.134 per cent in its first year", () => {
  const { months, years } = RUN.valued[0]!.valuation;
  const january = BASIS.file.terms.firstContributionMonth - months.firstMonth;
  assertEquals(Math.round(months.beneficiaries[january]!), 31_420);
  assertEquals(Math.round(months.meanBenefitIdr[january]!), 2_036_697);
  const { beneficiaries, benefitsIdr, insurableEarningsIdr, paygCostRate } = years[0]!;
  assertEquals(Math.round(beneficiaries), 32_058);
  assertEquals((benefitsIdr / 1e9).toFixed(0), "792");
  assertEquals((insurableEarningsIdr / 1e12).toFixed(1), "806.8");
  assertEquals((100 * paygCostRate).toFixed(4), "0.1342");
});

Deno.test("jkp_2026 states levels that follow from the facts of 2024", async () => {
  const { jkp_experience: facts } = await loadOpenStatistics();
  /** The first fact of a quantity, of the period that ends in a month. */
  const recent = (quantity: string, to: string) =>
    facts.find((fact) => fact.quantity === quantity && fact.to === to)!.value;
  const membersOf2024 = (recent("members", "2023-12") + recent("members", "2024-12")) / 2;
  const layoffClaims = 0.2993 * 2_070_000 / 8;
  const layoffs = recent("layoffs_of_members", "2024-12");
  const recipients = recent("recipients", "2024-12");
  const { experience } = FILE;
  assertAlmostEquals(
    experience.termination_pct_per_month,
    100 * layoffClaims / membersOf2024,
    1e-12,
  );
  const { ilo_basis: ilo } = experience.roles;
  assertAlmostEquals(ilo.termination_pct_per_month, 100 * 161_300 / 14_999_100, 1e-12);
  assertAlmostEquals(experience.eligible_share, recipients / layoffs, 1e-12);
  const base = await tomlOf("scenarios/jkp_base_2026");
  assertAlmostEquals(
    base.claims.involuntary_share_pct,
    100 * layoffs / 12 / layoffClaims,
    1e-9,
  );
  // Wages of 2024 are those of 2025 before a year's growth of 3.33 over 3.27.
  const wage = 2.98e12 / 0.0046 / (12 * membersOf2024);
  const back = 3.27 / 3.33;
  assertAlmostEquals(insured(MEMBERS, back) / wage, 1, 1e-6);
  const perClaim = recent("payments", "2024-12") / recipients;
  assertAlmostEquals(insured(CLAIMANTS, back) / (perClaim / 1.96225), 1, 1e-6);
  assertAlmostEquals(insured(CLAIMANTS_ILO, back) / (0.8672 * wage), 1, 1e-6);
});

Deno.test("jkp_2026 keeps, in early_2025, what April to June 2025 cost", async () => {
  const { jkp_experience: facts } = await loadOpenStatistics();
  const paidTo = (to: string) =>
    facts.find(({ quantity, from, ...fact }) =>
      quantity === "payments" && from === "2025-01" && fact.to === to
    )!.value;
  const wage = 0.93e12 / (0.0046 + 3 * 0.0036) / 15_455_000;
  const share = (paidTo("2025-06") - paidTo("2025-03")) /
    (wage * (16.47e6 + 2 * 16.525e6));
  const [base, , , early] = RUN.valued.map(({ valuation }) => valuation.years[0]!);
  const { involuntary_share_pct: recognised } =
    (await tomlOf("scenarios/jkp_base_2026")).claims;
  assertEquals((recognised * share / base!.paygBenefitCostRate).toFixed(2), "12.45");
  assertAlmostEquals(early!.paygBenefitCostRate / share, 1, 1e-4);
  // The page: at the claims of January to April, more; at the layoffs of 2025 whole, less.
  const perMember = 52_850 / (4 * 15_455_000);
  const ofBase = FILE.experience.termination_pct_per_month / 100 *
    FILE.experience.eligible_share * recognised / 100;
  const cost = (claims: number) =>
    (100 * base!.paygBenefitCostRate * claims / ofBase).toFixed(3);
  assertEquals(cost(perMember), "0.242");
  assertEquals(cost(88_519 / (12 * 16_168_000)), "0.129");
});

Deno.test("jkp_2026 brings the fund forward by the steps of its page", () => {
  const wage = 0.93e12 / (0.0046 + 3 * 0.0036) / 15_455_000;
  const members = ((14.44e6 + 2.03e6 * 0.75 + 16.47e6) / 2 + 8 * 16.525e6) / 9;
  const contributions = 0.0036 * 9 * members * wage;
  const benefits = 3 * (442.94e9 - 161.005e9);
  const flows = contributions - benefits - contributions / 10;
  const closing = 15.35e12 * 1.06 ** 0.75 + flows * 1.06 ** 0.375;
  assertAlmostEquals(closing, FILE.fund.opening_idr, 1);
});

Deno.test("jkp_2026 reconciles the fund of March 2025 with the years before, but for 2.4 trillion", async () => {
  const { jkp_experience: facts } = await loadOpenStatistics();
  const fact = (quantity: string, from: string | null, to: string) =>
    facts.find((each) =>
      each.quantity === quantity && each.from === from && each.to === to
    )!.value / 1e12;
  const paid = (from: string, to: string) => fact("payments", from, to);
  const benefits = [
    paid("2022-02", "2022-12"),
    paid("2023-01", "2023-12"),
    paid("2024-01", "2024-12"),
    paid("2025-01", "2025-03"),
  ];
  const of2024 = fact("contribution_income", "2024-01", "2024-12");
  const contributions = [
    fact("government_contribution", "2021-02", "2021-11") +
    fact("recomposed_contribution", "2021-01", "2021-12"),
    fact("government_contribution_planned", "2021-12", "2022-11") / 0.0022 * 0.0046,
    (paid("2023-01", "2023-12") + benefits[2]!) / 0.13 - of2024,
    of2024,
    0.93 / (0.0046 + 3 * 0.0036) * (0.0046 + 2 * 0.0036),
  ];
  const returns = [fact("investment_income", "2023-01", "2023-12"), 0.47, 0.75, 0.22];
  const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
  assertEquals(contributions.map((each) => each.toFixed(3)), [
    ...["1.843", "2.363", "2.754", "2.980", "0.713"],
  ]);
  const capital = fact("initial_fund", "2021-12-31", "2021-12-31");
  const made = capital + sum(contributions) - sum(benefits) + sum(returns);
  const unexplained = fact("fund", null, "2025-03") - made;
  const page = await Deno.readTextFile("data/valuations/jkp_2026.md");
  assert(page.includes(`| sum | ${made.toFixed(3)} |`), made.toFixed(3));
  const gap = unexplained.toFixed(3).replace("-", "−");
  assert(page.includes(`| **unexplained** | **${gap}** |`), gap);
});

Deno.test("saveValuation() repeats jkp_2026 to the last digit, its stated levels with it", async () => {
  const path = `${await Deno.makeTempDir()}/saved.toml`;
  await saveValuation(path, BASIS);
  const saved = runValuation(await readValuation(path));
  assertEquals(
    saved.valued.map(({ valuation }) => valuation.years),
    RUN.valued.map(({ valuation }) => valuation.years),
  );
});

Deno.test("levelRateOver() leaves a target after seven years, and the break-even rate after all", () => {
  const { years, assumptions } = RUN.valued[1]!.valuation;
  const terms = fundTerms(assumptions);
  const rate = levelRateOver(years, 7, { ...terms, openingIdr: 0 }, 5e12);
  assert(rate > 0);
  const seventh = rollForward(years, {
    ...terms,
    openingIdr: 0,
    contributionRate: rate,
  })[6]!;
  assertAlmostEquals(seventh.closingIdr, 5e12, 1e3);
  assertEquals(levelRateOver(years, 10, terms), breakEvenRate(years, terms));
});

Deno.test("levelRateOver() and reserveForStress() refuse more years than are projected", () => {
  const { years, assumptions } = RUN.valued[0]!.valuation;
  const terms = { ...fundTerms(assumptions), contributionRate: 0.0036 };
  for (
    const rate of [levelRateOver(years, 10, terms), reserveForStress(years, terms, 10)]
  ) {
    assert(Number.isFinite(rate));
  }
  const expected = "1 to 10 years are wanted, got 11";
  assertThrows(() => levelRateOver(years, 11, terms), RangeError, expected);
  assertThrows(() => reserveForStress(years, terms, 11), RangeError, expected);
  assertThrows(() => levelRateOver(years, 2.5, terms), RangeError, "got 2.5");
  assertThrows(() => levelRateOver(years, 7, terms, NaN), DataError, "targetIdr");
});

Deno.test("resultKey() is another when a stated level or the members are", async () => {
  const { content } = BASIS.file;
  const keyWith = async (changed: Partial<typeof content>) => {
    const file = { ...BASIS.file, content: { ...content, ...changed } };
    const run = { ...RUN, basis: { ...BASIS, file } };
    return (await resultKey(run, { code: "0", extractId: null })).key;
  };
  const { experience, members } = content;
  const keys = await Promise.all([
    keyWith({}),
    keyWith({ experience: { ...experience!, eligible_share: 0.9 } }),
    keyWith({ members: { ...members!, by_year: members!.by_year.slice(0, 2) } }),
  ]);
  assertEquals(new Set(keys).size, 3);
  // Where a level is from is no part of the result.
  assertEquals(await keyWith({ members: { ...members!, source: "another" } }), keys[0]);
});

Deno.test("jkp_2026 under one of its scenarios is as it is among all", async () => {
  const all = runValuation(await readValuation("jkp_2026"));
  for (const [index, role] of all.basis.roles.entries()) {
    const one = runValuation(await readValuation("jkp_2026", { scenarios: [role] }));
    assertEquals(
      one.valued[0]!.valuation.years,
      all.valued[index]!.valuation.years,
      role,
    );
  }
});

Deno.test("claims of jkp_2026 that began before 2026 are no first payments of it", () => {
  const { beneficiaries, firstPayments } = figuresOfValuation(RUN, RUN.valued[0]!, 2026);
  const meanMonths = 12 * Number(beneficiaries) / Number(firstPayments);
  // Survival over the six months paid sums to 5.525; members grow through the year.
  assert(meanMonths > 5.4 && meanMonths < 5.525, String(meanMonths));
});

Deno.test("choices of jkp_2026 that are said to decide nothing decide nothing", () => {
  const OTHERS: Readonly<Record<string, readonly (string | number)[]>> = {
    coveredUnemploymentRate: [0.0885, "implied", "implied_of_scenario"],
    memberGrowthBeforeBaseYear: [0, 0.2, "observed"],
    ceilingIndex: ["wages", "nominal_gdp", "real_gdp"],
    waitingPeriod: ["shortens_payments", "ignored"],
    transitionalFactors: ["as_printed"],
  };
  const yearsOf = ({ valued }: typeof RUN) =>
    valued.map(({ valuation }) => valuation.years);
  const reasons = Object.entries<string>(FILE.method.reasons);
  assertEquals(reasons.length, Object.keys(CHOICE_REASONS).length);
  const idle = reasons.filter(([, reason]) => /decides nothing here/i.test(reason));
  assertEquals(idle.map(([name]) => name).toSorted(), Object.keys(OTHERS).toSorted());
  for (const [name, others] of Object.entries(OTHERS)) {
    for (const other of others) {
      const scenarios = BASIS.scenarios.map((each) => ({
        ...each,
        choices: { ...each.choices, [name]: other },
      }));
      assertEquals(
        yearsOf(runValuation({ ...BASIS, scenarios })),
        yearsOf(RUN),
        `${name} ${other}`,
      );
    }
  }
});

Deno.test("indicators of jkp_2026 have gross domestic product from that of 2025 on", () => {
  const [{ valuation, scenarioName }] = RUN.valued as [typeof RUN.valued[number]];
  assertEquals(scenarioName, "base");
  const { gdpIdr } = figuresOfValuation(RUN, RUN.valued[0]!, 2026);
  // 695.1 trillion are 2.92 per cent of 2025; growth of 5.1, prices of 2.5 per cent.
  const expected = Math.round(695.1 / 0.0292 * 10) / 10 * 1.051 * 1.025;
  assertAlmostEquals(Number(gdpIdr) / 1e12, expected, 1e-6);
  const { benefitsIdr, administrationIdr } = valuation.years[0]!;
  const share = 100 * (benefitsIdr + administrationIdr) / Number(gdpIdr);
  assertEquals(share.toFixed(4), "0.0042");
});

Deno.test("indicators of jkp_2026 are those at the rate that is paid", () => {
  const { contributionIncomeIdr, wagesIdr } = figuresOfValuation(
    RUN,
    RUN.valued[0]!,
    2026,
  );
  assertAlmostEquals(Number(contributionIncomeIdr) / Number(wagesIdr), 0.0036, 1e-12);
});

Deno.test("indicators of jkp_2026 follow a rate that changes", () => {
  const [scheme] = BASIS.schemes;
  const { financing } = scheme!.sections;
  const from = BASIS.file.terms.firstContributionMonth + 12 + 6; // from July 2027 on
  const later = { ...financing.at(-1)!, from, employer: 0.01 };
  const changing = {
    ...scheme!,
    sections: { ...scheme!.sections, financing: [...financing, later] },
  };
  const run = runValuation({ ...BASIS, schemes: [changing] });
  const [before, , after] = [2026, 2027, 2028].map((year) => {
    const figures = figuresOfValuation(run, run.valued[0]!, year);
    return Number(figures.contributionIncomeIdr) / Number(figures.wagesIdr);
  });
  assertAlmostEquals(before!, 0.0036, 1e-12);
  assertAlmostEquals(after!, run.valued[0]!.ownRate!, 1e-12);
  assert(run.valued[0]!.ownRate! > 0.01);
});

Deno.test("README.md says what jkp_2026 costs as it is valued", async () => {
  const readme = (await Deno.readTextFile("README.md")).replace(/\s+/g, " ");
  const [base, , , early, ilo] = RUN.valued;
  const cost = ({ valuation }: typeof base & object) =>
    `${(100 * valuation.years[0]!.paygCostRate).toFixed(2)} %`;
  assert(readme.includes(`take ${cost(base!)} of insured wages in 2026`), cost(base!));
  assert(readme.includes(`the same law would take ${cost(ilo!)}`), cost(ilo!));
  assert(readme.includes(`at the cost of early 2025, kept, it is ${cost(early!)}`));
  const recognised = Math.round(
    100 * base!.valuation.assumptions.scenarioInvoluntaryShare,
  );
  const { scenario } = BASIS.scenarios[0]!;
  const twice = runValuation(BASIS, { involuntaryShare: 2 * scenario.involuntaryShare });
  assert(readme.includes(`at twice the recognition it is ${cost(twice.valued[0]!)}.`));
  assert(readme.includes(`of 100 layoffs in JHT some ${recognised} become`));
});
