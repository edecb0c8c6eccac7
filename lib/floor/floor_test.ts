import { namesIn } from "@jkp/files/read";
import { DataError, type Problem } from "@jkp/problem";
import {
  assert,
  assertAlmostEquals,
  assertEquals,
  assertRejects,
  assertStringIncludes,
  assertThrows,
} from "@std/assert";
import fc from "fast-check";
import type { FloorBenefit } from "./floor_benefit.ts";
import { parseFloorBenefit } from "./floor_benefit_file.ts";
import { floorCost } from "./floor_cost.ts";
import type { FloorCountry } from "./floor_country.ts";
import { loadFloorCountry } from "./load_floor_country.ts";
import { readFloorBenefit } from "./read_floor_benefit.ts";

const COUNTRY = await loadFloorCountry();
const NAMES = await namesIn("floor");
const BENEFITS = new Map(
  await Promise.all(
    NAMES.map(async (name) => [name, await readFloorBenefit(name)] as const),
  ),
);
const benefitOf = (name: string) => BENEFITS.get(name)!;
const PENSION = benefitOf("old_age_pension");

/** A country by hand: ten of each sex and age, all figures round. */
const BY_HAND: FloorCountry = {
  population: Object.fromEntries(
    [2020, 2021, 2022].map((year) => {
      const ages = Array<number>(96).fill(10);
      return [year, { male: ages, female: ages }];
    }),
  ),
  activePopulation: {
    labourForce: { 2020: 1000, 2021: 1000 },
    employed: { 2020: 900, 2021: 900 },
    unemployed: { 2020: 100, 2021: 100 },
    informalShare: { 2020: 0.6 },
  },
  economy: {
    nominalGdpIdr: { 2019: 1e12, 2020: 1e12, 2021: 2e12 },
    inflation: { 2019: 0.1, 2020: 0.2, 2021: 0.5 },
    meanWageIdrPerMonth: { 2020: 2e6, 2021: 3e6 },
    minimumWageIdrPerMonth: { 2020: 1e6 },
    povertyLineIdrPerMonth: { 2020: 4e5, 2021: 5e5 },
  },
  government: { expenditureIdr: {} },
  inWords: "by hand",
};

const NOTHING = {
  idrPerMonth: null,
  of: null,
  share: null,
  baseYear: null,
  indexing: null,
};

/** A pension by hand, of another amount. */
const paying = (amount: Partial<FloorBenefit["amount"]>): FloorBenefit => ({
  ...PENSION,
  amount: { ...NOTHING, ...amount },
});
const amountsOf = (benefit: FloorBenefit) =>
  floorCost(benefit, BY_HAND).years.map(({ year, amountIdrPerMonth }) =>
    [year, Math.round(amountIdrPerMonth)] as const
  );

Deno.test("floorCost() is 7.47 million × 0.5795 × 6 × 582 932 × 1.125 for informal workers in 2024", () => {
  // By hand from printed figures: BPS, August and March 2024; GDP 22 138.96 trillion.
  const { years } = floorCost(benefitOf("unemployment_assistance"), COUNTRY);
  const { recipients, benefitsIdr, totalIdr, shareOfGdp } = years.at(-1)!;
  assertAlmostEquals(recipients, 4_328_865, 1e-3);
  assertAlmostEquals(benefitsIdr, 15_140_603_593_080, 1);
  assertAlmostEquals(totalIdr, 17_033_179_042_215, 1);
  assertAlmostEquals(100 * shareOfGdp, 0.07693757539746673, 1e-12);
});

Deno.test("floorCost() meets a pension computed by another program from the raw pack", () => {
  // A script in Python took Table 2.1 and World Population Prospects 2019, moved cohorts by
  // their ratios, and laid ages within five years on a straight line, where we have a
  // curve: 20.502 million of 65 and over in mid-2024, 150.585 trillion rupiah.
  const { recipients, totalIdr } = floorCost(PENSION, COUNTRY).years.at(-1)!;
  assertAlmostEquals(recipients / 1e6, 20.502, 0.0015 * 20.502);
  assertAlmostEquals(totalIdr / 1e12, 150.585, 0.0015 * 150.585);
});

Deno.test("floorCost() costs exactly the years with population and GDP in the pack", () => {
  for (const [name, benefit] of BENEFITS) {
    const { years, leftOut } = floorCost(benefit, COUNTRY);
    assertEquals(years.map(({ year }) => year), [2022, 2023, 2024], name);
    assertEquals(leftOut.map(({ year }) => year), [
      2020,
      2021,
      ...[2025, 2026, 2027, 2028, 2029, 2030],
    ], name);
    for (const { missing } of leftOut) assert(missing.includes("nominal GDP"), name);
  }
});

Deno.test("floorCost() refuses a year that is asked for when a figure is missing, and names it", () => {
  assertEquals(floorCost(PENSION, COUNTRY, { years: [2023] }).years.length, 1);
  assertThrows(
    () => floorCost(PENSION, COUNTRY, { years: [2024, 2026] }),
    RangeError,
    "Cannot cost old_age_pension: figures of each year are wanted, got no poverty line, " +
      "no nominal GDP in 2026",
  );
  assertThrows(
    () => floorCost(PENSION, COUNTRY, { years: [] }),
    RangeError,
    "a list of 0",
  );
});

Deno.test("floorCost() counts the ages and the sex of the target, both ends included", () => {
  const of = (target: Partial<FloorBenefit["target"]>) =>
    floorCost({ ...PENSION, target: { ...PENSION.target, ...target } }, BY_HAND)
      .years[0]!.targetPersons;
  assertEquals(of({ fromAge: 0, toAge: null }), 2 * 96 * 10);
  assertEquals(of({ fromAge: 0, toAge: 0 }), 20);
  assertEquals(of({ fromAge: 0, toAge: 17 }), 360);
  assertEquals(of({ fromAge: 65, toAge: null, sex: "female" }), 310);
});

Deno.test("floorCost() takes groups of the active population as August has them", () => {
  const of = (group: FloorBenefit["target"]["group"]) =>
    floorCost(
      { ...PENSION, target: { group, sex: "both", fromAge: 15, toAge: null } },
      BY_HAND,
    );
  const first = (group: FloorBenefit["target"]["group"]) =>
    of(group).years[0]!.targetPersons;
  assertEquals(first("labour_force"), 1000);
  assertEquals(first("employed"), 900);
  assertEquals(first("unemployed"), 100);
  assertEquals(first("informal_workers"), 540);
  assertEquals(first("unemployed_from_informal_work"), 60);
  assertEquals(of("informal_workers").leftOut, [
    { year: 2019, missing: ["number of employed", "poverty line"] },
    { year: 2021, missing: ["share of informal workers"] },
    { year: 2022, missing: ["number of employed", "poverty line", "nominal GDP"] },
  ]);
});

Deno.test("floorCost() moves an amount of a base year by its index, forward and back", () => {
  const amount = (indexing: FloorBenefit["amount"]["indexing"], baseYear = 2020) =>
    amountsOf(paying({ idrPerMonth: 600_000, baseYear, indexing }));
  assertEquals(amount("none"), [[2020, 600_000], [2021, 600_000]]);
  // Each January by the inflation of the year before: 20 per cent in 2020.
  assertEquals(amount("prices"), [[2020, 600_000], [2021, 720_000]]);
  assertEquals(amount("prices", 2021), [[2020, 500_000], [2021, 600_000]]);
  assertEquals(amount("prices", 2022), [[2020, 333_333], [2021, 400_000]]);
  assertEquals(amount("wages"), [[2020, 600_000], [2021, 900_000]]);
  assertEquals(amount("gdp_per_head"), [[2020, 600_000], [2021, 1_200_000]]);
});

Deno.test("floorCost() takes a share of each year's figure, or of a base year's", () => {
  assertEquals(amountsOf(paying({ of: "poverty_line", share: 0.5 })), [
    [2020, 200_000],
    [2021, 250_000],
  ]);
  assertEquals(amountsOf(paying({ of: "minimum_wage", share: 0.5 })), [[2020, 500_000]]);
  assertEquals(
    amountsOf(
      paying({ of: "minimum_wage", share: 0.5, baseYear: 2020, indexing: "wages" }),
    ),
    [[2020, 500_000], [2021, 750_000]],
  );
  // 10¹² rupiah over 1 920 persons and 12 months.
  assertEquals(amountsOf(paying({ of: "gdp_per_head", share: 0.01 }))[0], [
    2020,
    434_028,
  ]);
});

Deno.test("floorCost() is per cent of government's expenditure only when it is supplied", () => {
  const [none] = floorCost(PENSION, BY_HAND).years;
  assertEquals(none!.shareOfExpenditure, null);
  const supplied = floorCost(PENSION, {
    ...BY_HAND,
    government: { expenditureIdr: { 2020: 4e12, 2021: 0 } },
  });
  assertEquals(supplied.years.map(({ year }) => year), [2020]);
  assertAlmostEquals(
    supplied.years[0]!.shareOfExpenditure!,
    none!.totalIdr / 4e12,
    1e-15,
  );
  assertEquals(supplied.leftOut.find(({ year }) => year === 2021)!.missing, [
    "expenditure of government above 0",
  ]);
});

Deno.test("floorCost() is in proportion to take-up, months and amount, whatever they are", () => {
  const fraction = fc.double({ min: 0.01, max: 1, noNaN: true });
  fc.assert(
    fc.property(fraction, fraction, fraction, (takeUp, part, administration) => {
      const whole = paying({ idrPerMonth: 1e6, baseYear: 2020, indexing: "none" });
      const less = {
        ...paying({ idrPerMonth: 1e6 * part, baseYear: 2020, indexing: "none" as const }),
        takeUp,
        monthsPaid: 6,
        administration,
      };
      const of = (benefit: FloorBenefit) => floorCost(benefit, BY_HAND).years[0]!;
      const [one, other] = [of(whole), of(less)];
      const expected = one.benefitsIdr * takeUp * part / 2;
      assertAlmostEquals(other.benefitsIdr, expected, expected * 1e-12);
      assertAlmostEquals(
        other.totalIdr,
        expected * (1 + administration),
        expected * 1e-12,
      );
    }),
    { numRuns: 50 },
  );
});

Deno.test("floorCost() refuses a changed copy that is no benefit, with all its problems", () => {
  const { problems } = assertThrows(
    () => floorCost({ ...PENSION, takeUp: 80, takeup: 0.8 } as FloorBenefit, COUNTRY),
    DataError,
  );
  assertEquals(problems.map(({ place, expected }: Problem) => [place, expected]), [
    ["takeUp", "a fraction from 0 to 1"],
    ["takeup", "no such key"],
  ]);
  assertStringIncludes(problems[1]!.received!, "did you mean takeUp?");
});

Deno.test("readFloorBenefit() suggests a name when there is none of it", async () => {
  await assertRejects(
    () => readFloorBenefit("old_age_pensoin"),
    DataError,
    "did you mean old_age_pension?",
  );
});

Deno.test("parseFloorBenefit() finds all that is wrong with a file at once", () => {
  const { problems } = assertThrows(
    () =>
      parseFloorBenefit(
        "mine.toml",
        `name = "mine"
title = "Mine"
guarantee = "oldage"
source = "me"
[target]
group = "unemployed"
from_age = 20
to_age = 18
[amount]
idr_per_month = 300_000
of = "poverty_line"
[payment]
months_paid = 13
take_up_pct = 120
administration_pct = 5
admin = 5
[sources]
target = "me"
amount = "me"
take_up = "me"
administration = "me"
`,
      ),
    DataError,
  );
  assertEquals(problems.map(({ place }: Problem) => place), [
    "guarantee",
    "payment.months_paid",
    "payment.take_up_pct",
    "sources.months_paid",
    "payment.admin",
    "target.to_age",
    "target.from_age",
    "target.to_age",
    "amount.of",
    "amount.base_year",
  ]);
  assertStringIncludes(problems[0]!.received!, "did you mean old_age?");
});

Deno.test("every value of data/floor has a source, and own assumptions say so", () => {
  for (const [name, { sources }] of BENEFITS) {
    for (const source of Object.values(sources)) {
      assert(/ILO|own assumption|guarantee/.test(source), `${name}: ${source}`);
    }
  }
});
