import { AGE_GROUPS, bySex, SEX_KEYS } from "@jkp/extract";
import { DataError } from "@jkp/problem";
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { sumSimple } from "simple-statistics";
import { insurablePersons, type PersonsOfYear } from "./insurable_ages.ts";
import { membersByAge } from "./members_by_age.ts";
import { readPopulationAssumptions } from "./read_assumptions.ts";
import { loadPopulationStatistics } from "./statistics.ts";
import { projectByAssumptions } from "./study_population.ts";
import { loadUnitedNationsTotals } from "./united_nations_totals.ts";
import { valueInYear } from "@jkp/month";

const statistics = await loadPopulationStatistics();
const report = await readPopulationAssumptions("report_2021");
const total = (by: PersonsOfYear["persons"]) =>
  sumSimple(SEX_KEYS.flatMap((sex) => [...by[sex]]));

/** Persons of two age groups of each sex, nobody of other ages. */
const two = (young: number, old: number) => {
  const of = AGE_GROUPS.map((_, i) => i === 1 ? young : i === 6 ? old : 0);
  return { male: of, female: of };
};

Deno.test("membersByAge() has the base year's members, and all groups add up", () => {
  const groups = fc.array(fc.double({ min: 1, max: 1e7, noNaN: true }), {
    minLength: 11,
    maxLength: 11,
  });
  const persons = fc.record({ male: groups, female: groups });
  const property = fc.property(
    persons,
    persons,
    persons,
    fc.double({ min: 0.01, max: 1, noNaN: true }),
    (now, then, shares, factor) => {
      const base = bySex((sex) => now[sex].map((n, i) => n * shares[sex][i]! / 1e7));
      const years = [{ year: 2025, persons: now }, { year: 2026, persons: then }];
      const [first, held] = membersByAge(base, years, "held");
      assertEquals(first!.members, base);
      for (const sex of SEX_KEYS) {
        held!.members[sex].forEach((members, i) => {
          const expected = base[sex][i]! / now[sex][i]! * then[sex][i]!;
          assertAlmostEquals(members, expected, 1e-9 * expected);
        });
      }
      // Stated as they come out when held, rates change nothing.
      const asHeld = [{ year: 2026, rate: held!.coverage }];
      const same = membersByAge(base, years, asHeld)[1]!;
      assertAlmostEquals(total(same.members) / total(held!.members), 1, 1e-12);
      const less = bySex((sex) => factor * held!.coverage[sex]);
      const [, stated] = membersByAge(base, years, [{ year: 2026, rate: less }]);
      assertAlmostEquals(total(stated!.members) / total(held!.members), factor, 1e-12);
    },
  );
  fc.assert(property, { numRuns: 50 });
});

Deno.test("membersByAge() moves coverage evenly to stated years, and keeps the last", () => {
  const persons = two(100, 100);
  const years = [2025, 2026, 2027, 2028].map((year) => ({ year, persons }));
  const stated = [{ year: 2027, rate: { male: 0.5, female: 0.2 } }];
  const made = membersByAge(two(40, 20), years, stated);
  // 60 of 200 are covered: 30 per cent in 2025, and 50 (20) in 2027; the young twice as often.
  const male = made.map(({ members }) => [members.male[1]!, members.male[6]!]);
  [[40, 20], [160 / 3, 80 / 3], [200 / 3, 100 / 3], [200 / 3, 100 / 3]].forEach((
    each,
    i,
  ) => each.forEach((count, j) => assertAlmostEquals(male[i]![j]!, count, 1e-9)));
  assertAlmostEquals(made[1]!.coverage.female, 0.25, 1e-12);
});

Deno.test("membersByAge() refuses years, ages and coverage that cannot be, all at once", () => {
  const error = assertThrows(
    () =>
      membersByAge(
        two(40, 20),
        [{ year: 2025, persons: two(100, 0) }, { year: 2027, persons: two(100, 100) }],
        [{ year: 2025, rate: { male: 50, female: 0.5 } }],
        "a.toml: population",
      ),
    DataError,
  );
  assertEquals(error.message.split("\n"), [
    "a.toml: population: persons of 2025, male 45-49: expected persons of an age that has members, got 0",
    "a.toml: population: persons of 2025, female 45-49: expected persons of an age that has members, got 0",
    "a.toml: population: persons of 2027: expected persons of every year, 2026 next, got 2027",
    "a.toml: population: coverage of 2025: expected a year after 2025, whose coverage is observed, got 2025",
    "a.toml: population: coverage of 2025, male: expected a fraction from 0 to 1, got 50",
  ]);
  const years = [2025, 2026].map((year) => ({ year, persons: two(100, 100) }));
  assertThrows(
    () =>
      membersByAge(two(80, 20), years, [{
        year: 2026,
        rate: { male: 0.7, female: 0.5 },
      }]),
    DataError,
    "2026, male 20-24: expected coverage of at most 100 per cent, got 112 members of 100 persons",
  );
});

Deno.test("insurablePersons() raises every age of a sex alike to totals", async () => {
  const totals = await loadUnitedNationsTotals();
  const [own, raised] = [undefined, totals].map((each) =>
    insurablePersons(report, statistics, 2025, 2030, each)
  );
  const { populations } = projectByAssumptions(report, statistics, 2030);
  const ofAll = (i: number) => sumSimple([...populations[i]!.male]);
  // 2025 stands in the projection; 2026 lies a fifth of the way to 2030.
  const factors = [
    valueInYear(totals.male, 2025) / ofAll(1),
    valueInYear(totals.male, 2026) / (ofAll(1) ** 0.8 * ofAll(2) ** 0.2),
  ];
  factors.forEach((factor, i) =>
    raised![i]!.persons.male.forEach((n, age) =>
      assertAlmostEquals(n / own![i]!.persons.male[age]!, factor, 1e-12)
    )
  );
  // The mean of 31 December 2024 and 2025.
  assertAlmostEquals(
    valueInYear(totals.female, 2025),
    (141644.992 + 142742.431) / 2,
    1e-9,
  );
  assertThrows(
    () => insurablePersons(report, statistics, 2024, 2030, totals),
    RangeError,
    "years from 2025 to 2030",
  );
});

Deno.test("insurablePersons() is the projection's, and goes back as the United Nations do", () => {
  const years = insurablePersons(report, statistics, 2015, 2030);
  assertEquals(
    years.map(({ year }) => year),
    Array.from({ length: 16 }, (_, i) => 2015 + i),
  );
  const printed = statistics.base.male.slice(3, 14) as number[]; // Table 2.1, 15 to 69
  years[5]!.persons.male.forEach((n, i) =>
    assertAlmostEquals(n / 1e3, printed[i]!, 1e-6)
  );
  // Men of 15-19 in 2015 are the 20-24 of 2020, and change as theirs of World Population
  // Prospects do: that is all that moves a cohort.
  const [then, now] = [2015, 2020].map((year) =>
    statistics.unitedNations.get(year)!.male
  );
  assertAlmostEquals(
    years[0]!.persons.male[0]! / 1e3,
    printed[1]! * then![3]! / now![4]!,
    1e-6,
  );
  // 2019 lies between its neighbours for every age.
  const [before, mid, after] = [3, 4, 5].map((i) => total(years[i]!.persons));
  assert(before! < mid! && mid! < after!);
  assertThrows(
    () => insurablePersons(report, statistics, 2014, 2031),
    RangeError,
    "2015 to 2030",
  );
});
