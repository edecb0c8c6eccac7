import { type AgeGroupExperience, experienceByAge } from "@jkp/experience";
import { AGE_GROUPS } from "@jkp/extract";
import { readShippedExtract } from "@jkp/extract/read";
import { monthOf, valueInYear } from "@jkp/month";
import type { MembersOfYear } from "@jkp/population";
import { DataError } from "@jkp/problem";
import { rulesAt } from "@jkp/scheme";
import { readScheme } from "@jkp/scheme/read";
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { checkAssumptions } from "../assumptions/check_assumptions.ts";
import { deriveAssumptions } from "../assumptions/derive_assumptions.ts";
import { reportInputs } from "../assumptions/report_assumptions.ts";
import type { ValuationAssumptions } from "../assumptions/valuation_assumptions.ts";
import { projectMonths } from "../projection.ts";
import { transitionalCost } from "../transition.ts";
import { valueAssumptions } from "../valuation.ts";
import {
  type MemberPopulation,
  memberPopulation,
  withOdds,
} from "./member_population.ts";

const inputs = await reportInputs("base");
const rules = rulesAt(await readScheme("proposed_2021"), inputs.terms.firstBenefitMonth);
const groups = experienceByAge(await readShippedExtract(), 2019, [2018, 2019]);
const unpopulated = deriveAssumptions(inputs, rules).assumptions;

/** Members that keep their sexes and ages, and are so many times those of the base year. */
const alike = (times: readonly number[]): MembersOfYear[] =>
  [1, ...times].map((each, i) => ({
    year: 2019 + i,
    members: {
      male: groups.male.map(({ members }) => each * members),
      female: groups.female.map(({ members }) => each * members),
    },
    persons: {
      male: groups.male.map(({ members }) => 10 * each * members),
      female: groups.female.map(({ members }) => 10 * each * members),
    },
    coverage: { male: 0.1, female: 0.1 },
  }));

const rateOf = (assumptions: ValuationAssumptions) =>
  valueAssumptions(assumptions).financing.benefit_and_administrative.suggestedRate;

Deno.test("a population of constant sexes and ages changes the members' path, no more", () => {
  const times = fc.array(fc.double({ min: 0.7, max: 1.5, noNaN: true }), {
    minLength: 11,
    maxLength: 11,
  });
  const property = fc.property(times, (times) => {
    const population = memberPopulation(groups, alike(times), []);
    const { assumptions } = deriveAssumptions({ ...inputs, population }, rules);
    const { members, terminationRelativity, entitledRelativity, ...others } = assumptions;
    for (const path of [terminationRelativity!, entitledRelativity!]) {
      assertEquals(path.firstYear, 2018);
      path.values.forEach((value) => assertAlmostEquals(value, 1, 1e-12));
    }
    for (const path of ["membersIdr", "claimantsIdr"] as const) {
      unpopulated.earnings[path].values.forEach((expected, i) =>
        assertAlmostEquals(others.earnings[path].values[i]! / expected, 1, 1e-12)
      );
    }
    const sameMembers = rateOf({ ...unpopulated, members });
    assertAlmostEquals(rateOf(assumptions) / sameMembers, 1, 1e-10);
  });
  fc.assert(property, { numRuns: 10 });
});

Deno.test("members that grow as employment does give the report's rate again", () => {
  const { values } = unpopulated.members;
  const population = memberPopulation(
    groups,
    alike(values.slice(1).map((members) => members / values[0]!)),
    [],
  );
  const { assumptions } = deriveAssumptions({ ...inputs, population }, rules);
  assertAlmostEquals(rateOf(assumptions) / rateOf(unpopulated), 1, 1e-10);
  assert(!("terminationRelativity" in unpopulated));
});

/** 600 young men and 400 old, 400 and 600 a year later; nobody else. */
const YOUNG: AgeGroupExperience = {
  ageGroup: "20-24",
  members: 600,
  terminationRatePerMonth: 0.02,
  layoffShare: 0.5,
  memberWageIdr: 3e6,
  leaverWageIdr: 3e6,
  service: [{ monthsAtLeast: 12, share: 0.6 }],
};
const OLD: AgeGroupExperience = {
  ageGroup: "50-54",
  members: 400,
  terminationRatePerMonth: 0.01,
  layoffShare: 0.25,
  memberWageIdr: 5e6,
  leaverWageIdr: 4e6,
  service: [{ monthsAtLeast: 12, share: 0.8 }],
};
const nobody = (ageGroup: AgeGroupExperience["ageGroup"]): AgeGroupExperience => ({
  ...YOUNG,
  ageGroup,
  members: 0,
  terminationRatePerMonth: NaN,
});
const placed = <Value>(young: Value, old: Value, other: (i: number) => Value) =>
  AGE_GROUPS.map((_, i) => i === 1 ? young : i === 7 ? old : other(i));
const twoGroups = {
  male: placed(YOUNG, OLD, (i) => nobody(AGE_GROUPS[i]!)),
  female: AGE_GROUPS.map(nobody),
};
const twoAges = (year: number, young: number, old: number): MembersOfYear => ({
  year,
  members: { male: placed(young, old, () => 0), female: AGE_GROUPS.map(() => 0) },
  persons: {
    male: placed(10 * young, 10 * old, () => 0),
    female: AGE_GROUPS.map(() => 0),
  },
  coverage: { male: 0.1, female: 0 },
});

Deno.test("memberPopulation() moves what two groups move, as worked by hand", () => {
  const moved = memberPopulation(twoGroups, [
    twoAges(2019, 600, 400),
    twoAges(2020, 400, 600),
    twoAges(2021, 1200, 800), // twice as many of the same ages
  ], []);
  const [, of2020, of2021] = moved.terminationRelativity.values;
  // Leavers: 600 · 2 % + 400 · 1 % = 12 + 4 of 1000; then 8 + 6.
  assertAlmostEquals(of2020!, 14 / 16, 1e-12);
  assertAlmostEquals(of2021!, 1, 1e-12);
  assertEquals(moved.members.values, [1000, 1000, 2000]);
  const in2020 = (path: { values: readonly number[] }) => path.values[1]!;
  // Members' wages, million: (600 · 3 + 400 · 5) / 1000 = 3.8; then 4.2.
  assertAlmostEquals(in2020(moved.wages.members.male), 4.2 / 3.8, 1e-12);
  // Leavers' own: (12 · 3 + 4 · 4) / 16 = 3.25; then (8 · 3 + 6 · 4) / 14 = 3.4286.
  assertAlmostEquals(in2020(moved.wages.leavers.male), (48 / 14) / 3.25, 1e-12);
  // Members' at leavers' ages: (12 · 3 + 4 · 5) / 16 = 3.5; then (8 · 3 + 6 · 5) / 14.
  assertAlmostEquals(
    in2020(moved.wages.membersOfLeaversAges.male),
    (54 / 14) / 3.5,
    1e-12,
  );
  // Service of leavers: (12 · 0.6 + 4 · 0.8) / 16 = 0.65; then (8 · 0.6 + 6 · 0.8) / 14.
  const service = moved.serviceOdds.find(({ monthsAtLeast }) => monthsAtLeast === 12)!;
  assertAlmostEquals(withOdds(0.65, in2020(service.odds)), 9.6 / 14, 1e-12);
  // Layoffs of leavers: (12 · 0.5 + 4 · 0.25) / 16 = 7 / 16; then (8 · 0.5 + 6 · 0.25) / 14.
  assertAlmostEquals(withOdds(7 / 16, in2020(moved.layoffOdds)), 5.5 / 14, 1e-12);
  assertEquals(in2020(moved.maleOdds.members), 1); // all are men, and stay it
});

/** The report's experience, whose members turn older as those of the two groups do. */
function ageing(): MemberPopulation {
  const { average } = inputs.experience.members;
  const years = Array.from(
    { length: 12 },
    (_, i) =>
      twoAges(2019 + i, average * (i === 0 ? 0.6 : 0.4), average * (i === 0 ? 0.4 : 0.6)),
  );
  return memberPopulation(twoGroups, years, ["Members: of an example"]);
}

Deno.test("ageing moves terminations, unemployed, those paid and wages of a projection", () => {
  const choices = {
    ...inputs.choices,
    levelShape: "step",
    beneficiaryMethod: "flow",
    transitionalFactors: "exact",
  } as const;
  const population = ageing();
  const { assumptions, basis } = deriveAssumptions(
    { ...inputs, choices, population },
    rules,
  );
  assert(basis.includes("Members: of an example"));
  const { average } = inputs.experience.members;
  const still = deriveAssumptions({ ...inputs, choices }, rules).assumptions;
  const members = { firstYear: 2019, values: Array<number>(12).fill(average) };
  const [moved, same] = [assumptions, { ...still, members }].map(projectMonths);
  const at = (month: number) => month - moved!.firstMonth;
  const ratio = (
    key: "terminations" | "estimatedUnemployed" | "beneficiaries",
    i: number,
  ) => moved![key][i]! / same![key][i]!;
  assertEquals(ratio("terminations", at(monthOf(2019, 12))), 1);
  assertAlmostEquals(ratio("terminations", at(monthOf(2020, 1))), 14 / 16, 1e-12);
  // Odds of a covered unemployment rate of 0.0885 at reference: x (1 − a) / (1 − a x).
  const x = valueInYear(still.unemploymentRate, 2030) / still.referenceUnemploymentRate;
  const g = (of: number) => of / (1 - 0.0885 * of);
  assertEquals(choices.coveredUnemploymentRate, 0.0885);
  const last = at(monthOf(2030, 12));
  assertAlmostEquals(
    ratio("estimatedUnemployed", last),
    g(x * 14 / 16) / g(x),
    1e-12,
  );
  // Half are laid off: odds 1 become (5.5 / 8.5) / (7 / 9). Service of 0.75: odds 3 grow too.
  const layoffs = (5.5 / 8.5) / (7 / 9);
  const odds = 3 * (9.6 / 4.4) / (0.65 / 0.35);
  const share = inputs.experience.eligibility.share;
  assertAlmostEquals(share, 0.75, 0.001);
  const served = withOdds(share, odds / 3) / share;
  const entitled = layoffs / (1 + layoffs) / 0.5 * served;
  assertAlmostEquals(valueInYear(assumptions.entitledRelativity!, 2025), entitled, 1e-12);
  assertAlmostEquals(ratio("beneficiaries", last), 14 / 16 * entitled, 1e-12);
  // The transition's year is worked on its own, by the same ratios and earnings of 2021.
  const cost = (each: ValuationAssumptions) => transitionalCost(each, []).costIdr;
  const paid = (each: ValuationAssumptions) =>
    each.earnings.claimantRelativity * valueInYear(each.earnings.membersIdr, 2021);
  assertAlmostEquals(
    cost(assumptions) / cost({ ...still, members }),
    14 / 16 * entitled * paid(assumptions) / paid(still),
    1e-12,
  );
  // Wages before the ceiling: 4.2 / 3.8 of members of one sex.
  const { male } = assumptions.earnings.baseYear.total.members;
  assertAlmostEquals(male / still.earnings.baseYear.total.members.male, 4.2 / 3.8, 1e-12);
});

Deno.test("rules that want no service are moved by layoffs alone", () => {
  const none = { ...rules, qualifying: { ...rules.qualifying, contributionMonths: 0 } };
  const { assumptions } = deriveAssumptions({ ...inputs, population: ageing() }, none);
  const layoffs = (5.5 / 8.5) / (7 / 9);
  assertEquals(assumptions.eligibleShare, 1);
  assertAlmostEquals(
    valueInYear(assumptions.entitledRelativity!, 2025),
    layoffs / (1 + layoffs) / 0.5,
    1e-12,
  );
});

Deno.test("a population that does not fit the experience and the years is refused at once", () => {
  const { message } = assertThrows(
    () =>
      deriveAssumptions({
        ...inputs,
        population: memberPopulation(twoGroups, [
          twoAges(2018, 600, 400),
          twoAges(2019, 400, 600),
        ], []),
      }, rules),
    DataError,
  );
  assertEquals(message.split("\n").map((line: string) => line.slice(0, 70)), [
    "inputs: population.members.firstYear: expected the experience's base y",
    "inputs: population.members of 2018: expected the experience's average,",
    "inputs: population.members: expected years up to 2030, got 2019",
  ]);
  const noRate = {
    ...twoGroups,
    female: placed(
      { ...nobody("20-24"), members: 5 },
      OLD,
      (i) => nobody(AGE_GROUPS[i]!),
    ),
  };
  assertThrows(
    () => memberPopulation(noRate, [twoAges(2019, 600, 400)], []),
    DataError,
    "female 20-24: expected a termination rate",
  );
});

Deno.test("checkAssumptions() refuses ratios that lack years or make shares above 1", () => {
  const { assumptions } = deriveAssumptions({ ...inputs, population: ageing() }, rules);
  checkAssumptions(assumptions);
  const error = assertThrows(
    () =>
      checkAssumptions({
        ...assumptions,
        terminationRelativity: { firstYear: 2020, values: [1, 1] },
        entitledRelativity: { firstYear: 2018, values: Array<number>(13).fill(2.7) },
      }),
    DataError,
  );
  assert(
    error.message.includes("terminationRelativity: expected the years from 2019 to 2030"),
  );
  assert(error.message.includes("involuntary and eligible shares of at most 1 with it"));
});

Deno.test("withOdds() keeps a share a share, and as it is at odds of one", () => {
  fc.assert(fc.property(
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.double({ min: 0.01, max: 100, noNaN: true }),
    (share, times) => {
      const moved = withOdds(share, times);
      assert(moved >= 0 && moved <= 1);
      assertAlmostEquals(withOdds(share, 1), share, 1e-15);
    },
  ));
});
