import { earningsProfile } from "./earnings_profile.ts";
import { eligibility } from "./eligibility.ts";
import { studyExperience } from "./study_experience.ts";
import { terminationRates } from "./termination.ts";
import { readShippedExtract } from "@jkp/extract/read";
import type { StatisticsExtract } from "@jkp/extract";
import { monthOf } from "@jkp/month";
import { loadPublished } from "@jkp/published/read";
import { publishedValue } from "@jkp/published";
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";

const SHIPPED = await readShippedExtract();

/** Two months, one age group, both sexes: small enough to check by hand. */
const SMALL: StatisticsExtract = {
  manifest: {
    ...SHIPPED.manifest,
    firstMonth: monthOf(2019, 1),
    lastMonth: monthOf(2019, 2),
  },
  active: [
    member(1, "M", 1000, 4_000_000),
    member(1, "F", 500, 3_000_000),
    member(2, "M", 3000, 5_000_000),
    member(2, "F", 500, 3_000_000),
  ],
  withdrawals: [
    claim(1, "M", "layoff", 10, 2_000_000),
    claim(1, "M", "resignation", 30, 3_000_000),
    claim(1, "F", "layoff", 5, 1_000_000),
    claim(1, "F", "resignation", 5, 2_000_000),
  ],
  service: [
    {
      month: monthOf(2019, 1),
      sex: "M",
      ageGroup: "20-24",
      monthsAtLeast: 12,
      share: 0.5,
    },
    { month: monthOf(2019, 1), sex: "F", ageGroup: "20-24", monthsAtLeast: 12, share: 1 },
    {
      month: monthOf(2019, 2),
      sex: "M",
      ageGroup: "20-24",
      monthsAtLeast: 12,
      share: 0.7,
    },
    { month: monthOf(2019, 2), sex: "F", ageGroup: "20-24", monthsAtLeast: 12, share: 1 },
  ],
  inactive: [
    { monthsSinceLastContribution: 0, members: 100 },
    { monthsSinceLastContribution: 1, members: 50 },
  ],
};

function member(month: number, sex: "M" | "F", members: number, meanWageIdr: number) {
  return {
    month: monthOf(2019, month),
    sex,
    ageGroup: "20-24",
    members,
    meanWageIdr,
  } as const;
}

function claim(
  month: number,
  sex: "M" | "F",
  reason: "layoff" | "resignation",
  claims: number,
  meanWageIdr: number,
) {
  return {
    month: monthOf(2019, month),
    sex,
    ageGroup: "20-24",
    reason,
    claims,
    meanWageIdr,
  } as const;
}

Deno.test("terminationRates() divides claims by member-months", () => {
  const { rates } = terminationRates(SMALL);
  assertEquals(rates.length, 1);
  assertEquals([rates[0]!.claims, rates[0]!.exposureMonths], [50, 5000]);
  assertAlmostEquals(rates[0]!.ratePerMonth, 0.01);
});

Deno.test("terminationRates() splits claims by reason over the same exposure", () => {
  const { rates } = terminationRates(SMALL, { by: ["reason", "sex"] });
  const men = rates.find(({ sex, reason }) => sex === "M" && reason === "layoff")!;
  assertEquals([men.claims, men.exposureMonths], [10, 4000]);
});

Deno.test("terminationRates() refuses one split that is no list, as of a kernel's cell", () => {
  const by = "sex" as unknown as ["sex"];
  assertThrows(
    () => terminationRates(SMALL, { by }),
    RangeError,
    'a list of month, sex, ageGroup, reason as by is wanted, got "sex"',
  );
});

Deno.test("terminationRates() splits sum to the whole", () => {
  const [whole] = terminationRates(SHIPPED).rates;
  const split = terminationRates(SHIPPED, { by: ["month", "sex", "ageGroup"] }).rates;
  const sum = (key: "claims" | "exposureMonths") => split.reduce((a, b) => a + b[key], 0);
  assertEquals([sum("claims"), sum("exposureMonths")], [
    whole!.claims,
    whole!.exposureMonths,
  ]);
});

Deno.test("terminationRates() throws when nobody was exposed", () => {
  assertThrows(
    () => terminationRates(SMALL, { firstMonth: monthOf(2025, 1) }),
    RangeError,
    "between 2025-01",
  );
});

Deno.test("eligibility() weights service with those who left", () => {
  const { share, shareOfMembers } = eligibility(SMALL, 12);
  assertAlmostEquals(share, (40 * 0.5 + 10 * 1) / 50);
  assertAlmostEquals(shareOfMembers, (1000 * 0.5 + 500 + 3000 * 0.7 + 500) / 5000);
});

Deno.test("eligibility() throws when the extract lacks the service point", () => {
  assertThrows(() => eligibility(SMALL, 18), RangeError, "of at least 12 months is in");
});

Deno.test("earningsProfile() weights wages with persons", () => {
  const profile = earningsProfile(SMALL, 2019);
  assertAlmostEquals(profile.members.male, (1000 * 4e6 + 3000 * 5e6) / 4000);
  assertAlmostEquals(profile.leavers.male, (10 * 2e6 + 30 * 3e6) / 40);
  assertAlmostEquals(profile.layoffs.female, 1e6);
  assertAlmostEquals(profile.maleShareOfLeavers, 0.8);
  assertThrows(() => earningsProfile(SMALL, 2018), RangeError, "members of 2018");
});

Deno.test("studyExperience() finds the printed rates in the shipped extract", async () => {
  const published = await loadPublished();
  const stated = (cell: string) => publishedValue(published, "text_3_2_3", cell);
  const { termination, members } = studyExperience(SHIPPED);
  assertAlmostEquals(termination.claims / 24, stated("terminations_2018_19"), 1);
  assertAlmostEquals(termination.exposureMonths / 24, stated("contributors_2018_19"), 1);
  assert(members.growth > 0.05 && members.growth < 0.07);
});
