import { entitlement, reemploymentAllowance } from "@jkp/entitlement";
import { monthOf } from "@jkp/month";
import { type Rules, rulesAt } from "@jkp/scheme";
import { readScheme } from "@jkp/scheme/read";
import { survivalAt } from "@jkp/survival";
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { deriveAssumptions } from "./assumptions/derive_assumptions.ts";
import { reportInputs } from "./assumptions/report_assumptions.ts";
import type { ValuationAssumptions } from "./assumptions/valuation_assumptions.ts";
import { changeAssumptions } from "./change_assumptions.ts";
import { gatherYears } from "./cost_by_year.ts";
import { projectMonths } from "./projection.ts";
import { allowancePattern } from "./reemployment_allowances.ts";
import { valueReform } from "./value_reform.ts";
import { valueSchemes } from "./value_schemes.ts";

const BASE = await reportInputs("base");
const rulesOf = async (name: string) => rulesAt(await readScheme(name), monthOf(2022, 1));
const OPTIONS = await rulesOf("options_2020_base");
const ALLOWANCE = await rulesOf("options_2020_reemployment");
const JAPAN = await rulesOf("japan");
const MALAYSIA = await rulesOf("malaysia");
const KOREA = await rulesOf("korea");
const SURVIVAL = BASE.experience.inactivity!.curve;
/** Probability of being unemployed some months after the waiting period of seven days. */
const S = (months: number) => survivalAt(SURVIVAL, months + 7 / 30);

/** The option for some months, and no limit of benefits, so that all months are alike. */
const lasting = (months: number): Rules => ({
  ...ALLOWANCE,
  minimumBenefit: null,
  duration: { ...ALLOWANCE.duration, kind: "fixed", months },
});
const assumptionsOf = (rules: Rules) => deriveAssumptions(BASE, rules).assumptions;

/** Allowances over benefits by the month, were as many to lose their jobs every month. */
function steadyShare(assumptions: ValuationAssumptions): number {
  const still = (path: { firstYear: number; values: readonly number[] }) => ({
    firstYear: path.firstYear,
    values: path.values.map(() => path.values[0]!),
  });
  const { members, unemploymentRate, earnings, referenceUnemploymentRate } = assumptions;
  const unmoved: ValuationAssumptions = {
    ...assumptions,
    members: still(members),
    memberGrowthBeforeBaseYear: 0,
    unemploymentRate: {
      ...unemploymentRate,
      values: unemploymentRate.values.map(() => referenceUnemploymentRate),
    },
    earnings: {
      ...earnings,
      membersIdr: still(earnings.membersIdr),
      claimantsIdr: still(earnings.claimantsIdr),
    },
    ...(assumptions.benefitMonths === undefined ? {} : {
      benefitMonths: assumptions.benefitMonths.map((month) => ({
        ...month,
        relativeBenefit: still(month.relativeBenefit),
      })),
    }),
    ...(assumptions.reemploymentAllowances === undefined ? {} : {
      reemploymentAllowances: {
        ...assumptions.reemploymentAllowances,
        groups: assumptions.reemploymentAllowances.groups.map((group) => ({
          ...group,
          relativeBenefits: group.relativeBenefits.map(still),
        })),
      },
    }),
  };
  const { benefitsIdr, allowancesIdr } = gatherYears(unmoved, projectMonths(unmoved)).at(
    -1,
  )!;
  return allowancesIdr / (benefitsIdr - allowancesIdr);
}

Deno.test("projectMonths() adds half of what remains: 1.92 % at three months, 4.70 at six", () => {
  for (const [months, share] of [[3, 0.0192], [6, 0.0470]] as const) {
    // The sum by parts: who leaves early leaves what all would have, less what is paid.
    let paid = 0;
    for (let month = 0; month < months; month++) paid += S(month);
    const byHand = 0.5 * (months * S(0) - paid) / paid;
    const found = steadyShare(assumptionsOf(lasting(months)));
    assertAlmostEquals(found, byHand, 1e-9);
    assertAlmostEquals(found, share, 0.00005);
  }
});

Deno.test("projectMonths() pays in all what the calculator pays claim by claim", () => {
  const month = monthOf(2022, 1);
  const contributions = [{
    firstMonth: month - 23,
    lastMonth: month,
    wage: 3_000_000,
  }];
  const tapered: Rules = {
    ...lasting(5),
    benefit: { ...ALLOWANCE.benefit, kind: "tapered", rates: [0.6, 0.6, 0.5, 0.4, 0.3] },
  };
  const stepped: Rules = {
    ...tapered,
    reemploymentAllowance: JAPAN.reemploymentAllowance,
  };
  const malaysian: Rules = {
    ...tapered,
    reemploymentAllowance: MALAYSIA.reemploymentAllowance,
  };
  for (const rules of [lasting(3), tapered, stepped, malaysian]) {
    const termination = { month, reason: "involuntary" as const };
    const entitled = entitlement(rules, { contributions }, termination);
    let [benefits, allowances] = [0, 0];
    entitled.benefits.forEach((benefit, paid) => {
      benefits += S(paid) * benefit;
      const lump = reemploymentAllowance(rules, entitled, paid + 1);
      allowances += (S(paid) - S(paid + 1)) * lump;
    });
    const found = steadyShare(assumptionsOf(rules));
    assert(found > 0);
    assertAlmostEquals(found, allowances / benefits, 1e-9);
  }
});

Deno.test("allowancePattern() reckons with the own length and wait of each group", () => {
  const assumptions = assumptionsOf(japanInRupiah());
  const { groups } = assumptions.reemploymentAllowances!;
  const lengths = new Set(groups.map(({ relativeBenefits }) => relativeBenefits.length));
  assert(lengths.size > 1);
  assert(groups.some(({ waitingMonths }) => waitingMonths === 3));
  let expected = 0;
  for (const { share, waitingMonths, relativeBenefits } of groups) {
    const benefits = relativeBenefits.map(({ values }) => values[0]!);
    const out = (month: number) =>
      survivalAt(SURVIVAL, month + (waitingMonths ?? JAPAN.waitingPeriod.days / 30));
    benefits.forEach((_, month) => {
      const left = benefits.length - month - 1;
      const rate = 3 * left >= 2 * benefits.length
        ? 0.7
        : 3 * left >= benefits.length
        ? 0.6
        : 0;
      const unpaid = benefits.slice(month + 1).reduce((sum, each) => sum + each, 0);
      expected += share * (out(month) - out(month + 1)) * rate * unpaid;
    });
  }
  const all = allowancePattern(assumptions).reduce(
    (sum, path) => sum + path.values[0]!,
    0,
  );
  assertAlmostEquals(all / expected, 1, 1e-9);
});

/** Japan with an average wage here, so that its wage bands are known. */
function japanInRupiah(): Rules {
  const bands = [{ wageFrom: 1, wageTo: 1e12, rateFrom: 0.5, rateTo: 0.8 }];
  if (JAPAN.benefit.kind !== "graded") throw new Error("a graded benefit is wanted");
  const ages = [{ ageFrom: 15, ageTo: 44, bands }, { ageFrom: 45, ageTo: 64, bands }];
  return { ...JAPAN, currency: "IDR", benefit: { ...JAPAN.benefit, index: null, ages } };
}

Deno.test("projectMonths() pays no allowance before a benefit, nor with a single month", () => {
  const { firstMonth, beneficiaries, allowancesIdr } = projectMonths(
    assumptionsOf(ALLOWANCE),
  );
  const first = BASE.terms.firstBenefitMonth - firstMonth;
  assert(beneficiaries[first]! > 0);
  assertEquals(allowancesIdr[first], 0);
  assert(allowancesIdr[first + 1]! > 0);
  const single = projectMonths(assumptionsOf(lasting(1)));
  assert(single.allowancesIdr.every((allowance) => allowance === 0));
});

Deno.test("changeAssumptions() changes what remains with the maximum duration", () => {
  for (const months of [2, 3, 6, 9]) {
    const changed = changeAssumptions(assumptionsOf(lasting(6)), {
      maximumDurationMonths: months,
    });
    assertAlmostEquals(
      steadyShare(changed),
      steadyShare(assumptionsOf(lasting(months))),
      1e-12,
    );
  }
});

Deno.test("valueSchemes() values allowances, and says that nobody finds work sooner", () => {
  const [none, half] = valueSchemes([OPTIONS, ALLOWANCE], [BASE]).valued;
  const more = half!.benefitsIdr / none!.benefitsIdr - 1;
  assert(more > 0.018 && more < 0.021, `${more}`);
  assert(half!.suggestedRate > none!.suggestedRate);
  assertEquals(half!.beneficiaries, none!.beneficiaries);
  assertEquals(half!.replacementRate, none!.replacementRate);
  assert(half!.basis.some((text) => /nobody finds work sooner/.test(text)));
  for (const rules of [ALLOWANCE, KOREA, JAPAN, MALAYSIA]) {
    const averageWages = Object.fromEntries(
      ["KRW", "JPY", "MYR"].map((currency) => [
        currency,
        { perMonth: 3e5, year: 2019, source: "a test" },
      ]),
    );
    const inputs = { ...BASE, data: { averageWages } };
    const { valued } = valueSchemes([rules], [inputs]);
    for (const { notValued, valuation } of valued) {
      assert(!notValued.some((text) => /Re-employment/.test(text)));
      assert(valuation.years.at(-1)!.allowancesIdr > 0, rules.name);
    }
  }
  const { steps, notValued } = valueReform(OPTIONS, ALLOWANCE, BASE);
  assertEquals(steps.map(({ section }) => section), [null, "reemploymentAllowance"]);
  assertEquals(notValued, []);
});
