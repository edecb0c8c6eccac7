import { AGE_GROUPS, type BySex, bySex, SEX_KEYS, type SexKey } from "@jkp/extract";
import { type Problem, throwIfAny } from "@jkp/problem";
import { sumSimple } from "simple-statistics";
import type { PersonsOfYear } from "./insurable_ages.ts";

/** Members as a fraction of the persons of the extracts' ages, in a year. */
export interface CoverageOfYear {
  readonly year: number;
  readonly rate: BySex<number>;
}

/**
 * How coverage goes on after the base year: at each age as it was, or by stated rates of
 * each sex over all ages.
 */
export type CoveragePath = "held" | readonly CoverageOfYear[];

/** Members of a year by sex and age group, `AGE_GROUPS`, beside the persons of these. */
export interface MembersOfYear extends PersonsOfYear {
  /** Average members a month. */
  readonly members: BySex<readonly number[]>;
  /** Members over the persons of their sex, all ages together; a fraction. */
  readonly coverage: BySex<number>;
}

/**
 * Members by sex and age from the persons of that sex and age.
 *
 * Coverage of the base year is observed: c = members / persons in each sex and age group.
 * Held, members of a later year are c · persons. With stated rates q of a sex they are
 * k · c · persons, with the one factor k that makes them q of all persons of the sex; the
 * rate moves evenly from the base year's to the first stated one and between them, and
 * stays after the last.
 *
 * @param baseMembers Average members a month in the base year, by sex and `AGE_GROUPS`.
 * @param years Persons, year by year; the first year is the base year.
 * @param coverage How coverage goes on.
 * @param file What the coverage is read from, for messages.
 * @default {file: "coverage"}
 * @returns Members of each year.
 * @throws {DataError} With everything that is wrong: groups or years missing, members of an
 * age without persons, coverage above 100 per cent, stated years not in order.
 *
 * @example A quarter of the women of every age are covered, and there are twice as many
 * ```ts
 * import { membersByAge } from "@jkp/population";
 * import { assertEquals } from "@std/assert";
 *
 * const everyAge = (women: number) => ({
 *   male: Array<number>(11).fill(0),
 *   female: Array<number>(11).fill(women),
 * });
 * const [, later] = membersByAge(everyAge(25), [
 *   { year: 2025, persons: everyAge(100) },
 *   { year: 2026, persons: everyAge(200) },
 * ], "held");
 * assertEquals(later!.members.female[0], 50);
 * ```
 */
export function membersByAge(
  baseMembers: BySex<readonly number[]>,
  years: readonly PersonsOfYear[],
  coverage: CoveragePath,
  file = "coverage",
): MembersOfYear[] {
  throwIfAny([
    ...groupProblems(baseMembers, years, file),
    ...yearProblems(years, file),
    ...statedProblems(years, coverage, file),
  ]);
  const [base] = years as [PersonsOfYear, ...PersonsOfYear[]];
  const observed = bySex((sex) =>
    baseMembers[sex].map((members, i) =>
      members === 0 ? 0 : members / base.persons[sex][i]!
    )
  );
  const observedRate = bySex((sex) => ratio(baseMembers[sex], base.persons[sex]));
  const made = years.map((each): MembersOfYear => {
    if (each === base) {
      return { ...each, members: baseMembers, coverage: observedRate };
    }
    const held = bySex((sex) => each.persons[sex].map((n, i) => n * observed[sex][i]!));
    const members = coverage === "held" ? held : bySex((sex) => {
      const wanted = rateIn(coverage, sex, each.year, base.year, observedRate[sex]);
      const own = ratio(held[sex], each.persons[sex]);
      return held[sex].map((n) => own === 0 ? 0 : n * wanted / own);
    });
    return {
      ...each,
      members,
      coverage: bySex((sex) => ratio(members[sex], each.persons[sex])),
    };
  });
  throwIfAny(
    made.flatMap(({ year, members }, i) =>
      aboveAll(members, years[i]!.persons).map((place): Problem => ({
        file,
        place: `${year}, ${place.name}`,
        expected: "coverage of at most 100 per cent",
        received: `${Math.round(place.members)} members of ${
          Math.round(place.persons)
        } persons`,
      }))
    ),
  );
  return made;
}

function ratio(members: readonly number[], persons: readonly number[]): number {
  const all = sumSimple([...persons]);
  return all === 0 ? 0 : sumSimple([...members]) / all;
}

/** The stated rate of a sex in a year: even between stated years, held after the last. */
function rateIn(
  stated: readonly CoverageOfYear[],
  sex: SexKey,
  year: number,
  baseYear: number,
  baseRate: number,
): number {
  const points = [
    { year: baseYear, rate: baseRate },
    ...stated.map((each) => ({ year: each.year, rate: each.rate[sex] })),
  ];
  const after = points.findIndex((point) => point.year >= year);
  if (after < 0) return points.at(-1)!.rate;
  const [from, to] = [points[after - 1]!, points[after]!];
  const share = (year - from.year) / (to.year - from.year);
  return from.rate * (1 - share) + to.rate * share;
}

/** Groups with more members than persons. */
function aboveAll(members: BySex<readonly number[]>, persons: BySex<readonly number[]>) {
  return SEX_KEYS.flatMap((sex) =>
    members[sex].flatMap((count, i) =>
      count <= persons[sex][i]! * (1 + 1e-12)
        ? []
        : [{ name: `${sex} ${AGE_GROUPS[i]}`, members: count, persons: persons[sex][i]! }]
    )
  );
}

/** Groups that are missing, or in no use for a count; ages with members but no persons. */
function groupProblems(
  baseMembers: BySex<readonly number[]>,
  years: readonly PersonsOfYear[],
  file: string,
): Problem[] {
  const lists = [
    { name: "members", by: baseMembers },
    ...years.map(({ year, persons }) => ({ name: `persons of ${year}`, by: persons })),
  ];
  return lists.flatMap(({ name, by }) =>
    SEX_KEYS.flatMap((sex) => {
      const values = by[sex];
      if (values.length !== AGE_GROUPS.length) {
        return [{
          file,
          place: `${name}, ${sex}`,
          expected: `${AGE_GROUPS.length} age groups, ${AGE_GROUPS[0]} to ${
            AGE_GROUPS.at(-1)
          }`,
          received: String(values.length),
        }];
      }
      return values.flatMap((value, i): Problem[] => {
        const place = `${name}, ${sex} ${AGE_GROUPS[i]}`;
        if (!(value >= 0 && Number.isFinite(value))) {
          return [{
            file,
            place,
            expected: "a number of 0 or more",
            received: String(value),
          }];
        }
        const isMissed = by !== baseMembers && value === 0 && baseMembers[sex][i]! > 0;
        return isMissed
          ? [{
            file,
            place,
            expected: "persons of an age that has members",
            received: "0",
          }]
          : [];
      });
    })
  );
}

function yearProblems(years: readonly PersonsOfYear[], file: string): Problem[] {
  if (years.length === 0) {
    return [{ file, expected: "persons of the base year at least", received: "none" }];
  }
  return years.slice(1).flatMap(({ year }, i) => {
    const wanted = years[i]!.year + 1;
    return year === wanted ? [] : [{
      file,
      place: `persons of ${year}`,
      expected: `persons of every year, ${wanted} next`,
      received: String(year),
    }];
  });
}

function statedProblems(
  years: readonly PersonsOfYear[],
  coverage: CoveragePath,
  file: string,
): Problem[] {
  if (coverage === "held") return [];
  const before = (i: number) => i === 0 ? years[0]?.year : coverage[i - 1]!.year;
  return [
    ...(coverage.length > 0 ? [] : [{
      file,
      expected: "coverage of a year or more",
      received: "none",
    }]),
    ...coverage.flatMap(({ year, rate }, i): Problem[] => [
      ...(year > (before(i) ?? -Infinity) ? [] : [{
        file,
        place: `coverage of ${year}`,
        expected: `a year after ${before(i)}${
          i === 0 ? ", whose coverage is observed" : ""
        }`,
        received: String(year),
      }]),
      ...SEX_KEYS.flatMap((sex) =>
        rate[sex] >= 0 && rate[sex] <= 1 ? [] : [{
          file,
          place: `coverage of ${year}, ${sex}`,
          expected: "a fraction from 0 to 1",
          received: String(rate[sex]),
        }]
      ),
    ]),
  ];
}
