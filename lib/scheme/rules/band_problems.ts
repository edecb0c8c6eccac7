import type { Fault } from "./fault.ts";

interface DurationBandInFile {
  readonly age_from: number | null;
  readonly age_to: number | null;
  readonly contribution_months_from: number | null;
  readonly contribution_months_to: number | null;
}

interface AgeGroupInFile {
  readonly age_from: number;
  readonly age_to: number | null;
  readonly bands: readonly { readonly wage_from: number; readonly wage_to: number }[];
}

/**
 * Gaps and overlaps of bands of duration: each age and number of contributions, from the
 * lowest named, must lie in one band.
 */
export function durationBandProblems(
  place: string,
  bands: readonly DurationBandInFile[],
): Fault[] {
  const boxes = bands.map((band) => ({
    age: [band.age_from ?? 0, (band.age_to ?? Infinity) + 1] as const,
    months: [
      band.contribution_months_from ?? 0,
      (band.contribution_months_to ?? Infinity) + 1,
    ] as const,
  }));
  const empty = boxes.flatMap(({ age, months }, i): Fault[] =>
    age[0] < age[1] && months[0] < months[1]
      ? []
      : [{ place: `${place}.${i}`, expected: "ends not before their starts" }]
  );
  if (empty.length > 0) return empty;
  const ages = cuts(boxes.map(({ age }) => age));
  const months = cuts(boxes.map((box) => box.months));
  const problems: Fault[] = [];
  for (const age of ages) {
    for (const month of months) {
      const inside = boxes.flatMap((box, i) =>
        age >= box.age[0] && age < box.age[1] &&
          month >= box.months[0] && month < box.months[1]
          ? [i]
          : []
      );
      if (inside.length === 1) continue;
      const received = inside.length === 0 ? "none" : `bands ${inside.join(" and ")}`;
      problems.push({
        place,
        expected: `one band at age ${age} and ${month} months of contribution`,
        received,
      });
    }
  }
  return problems;
}

/** Gaps and overlaps of age groups, and of the wage bands within each. */
export function wageBandProblems(
  place: string,
  groups: readonly AgeGroupInFile[],
  wholeUnits: boolean,
): Fault[] {
  const step = wholeUnits ? 1 : 0;
  return groups.flatMap((group, i): Fault[] => {
    const ages = [
      ...ageAfter(`${place}.${i}.age_from`, group.age_from, groups[i - 1]),
      ...(group.age_to !== null && group.age_to < group.age_from
        ? [{
          place: `${place}.${i}.age_to`,
          expected: `an age from ${group.age_from}`,
          received: String(group.age_to),
        }]
        : []),
    ];
    const bands = group.bands.flatMap((band, k): Fault[] => {
      const start = k === 0 ? band.wage_from : group.bands[k - 1]!.wage_to + step;
      const at = `${place}.${i}.bands.${k}`;
      if (band.wage_from !== start) {
        const received = String(band.wage_from);
        return [{
          place: `${at}.wage_from`,
          expected: `${start}, where the band before ends`,
          received,
        }];
      }
      return band.wage_to > band.wage_from
        ? []
        : [{ place: `${at}.wage_to`, expected: `more than ${band.wage_from}` }];
    });
    return [...ages, ...bands];
  });
}

function ageAfter(
  place: string,
  age: number,
  before: AgeGroupInFile | undefined,
): Fault[] {
  if (before === undefined || before.age_to === age - 1) return [];
  const expected = before.age_to === null
    ? "no group after one without age_to"
    : `${before.age_to + 1}, the age after the group before`;
  return [{ place, expected, received: String(age) }];
}

/** Where, from the lowest start, a new cell begins. */
function cuts(ranges: readonly (readonly [number, number])[]): number[] {
  const edges = new Set(ranges.flat().filter(Number.isFinite));
  return [...edges].sort((a, b) => a - b);
}
