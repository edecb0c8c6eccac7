import type { Problem } from "@jkp/problem";
import { whole, words, yesOrNo } from "@jkp/scheme";
import * as v from "valibot";
import { ABOVE_ZERO, FRACTION, type Range, RANGES } from "../assumptions/ranges.ts";

/** A number within a range, for the types too. */
const number = (range: Range) =>
  v.pipe(
    v.number(range.expected),
    v.check(
      (value) =>
        (range.isLowestOut ? value > range.lowest : value >= range.lowest) &&
        value <= range.highest,
      range.expected,
    ),
  );

const PERCENTAGE: Range = {
  expected: "a percentage a month above 0, up to 100",
  lowest: 0,
  highest: 100,
  isLowestOut: true,
};

/** Levels that a valuation file states in place of the extract's; each can be left out. */
export const LEVEL_ENTRIES = {
  members: v.optional(number(RANGES.members)),
  termination_pct_per_month: v.optional(number(PERCENTAGE)),
  eligible_share: v.optional(number(RANGES.eligibleShare)),
  mean_wage_idr: v.optional(number(RANGES.earningsIdr)),
  claimants_relative_wage: v.optional(number(ABOVE_ZERO)),
  survival: v.optional(
    v.array(
      v.strictObject({
        months: whole(0, 600, "months"),
        share: number(FRACTION),
      }),
      "a list of points: [{ months = 0, share = 1 }, { months = 6, share = 0.8 }]",
    ),
  ),
  follows_unemployment: v.optional(yesOrNo),
};

const Levels = v.strictObject(LEVEL_ENTRIES, "a table of levels");

const MARK =
  'what the value is, such as "inferred: recipients over layoffs, 2024": printed, ' +
  "inferred or assumed, and from what";
const mark = v.pipe(v.string(MARK), v.regex(/^(printed|inferred|assumed): \S/, MARK));

/** What each level is: printed, inferred or assumed. */
export const LevelBasis = v.optional(
  v.strictObject(
    v.entriesFromList(
      Object.keys(LEVEL_ENTRIES) as (keyof typeof LEVEL_ENTRIES)[],
      v.optional(mark),
    ),
    "a table of what the levels are",
  ),
);

/** Levels of a role that take the place of those of all roles. */
export const LevelRoles = v.optional(
  v.record(
    v.string(),
    v.strictObject({ ...LEVEL_ENTRIES, basis: LevelBasis }, "a table of levels"),
  ),
);

/** Levels as the file has them. */
export type LevelContent = v.InferOutput<typeof Levels>;

const byYear = v.pipe(
  v.array(
    v.strictObject({
      year: whole(1990, 2100, "years"),
      average: number(RANGES.members),
      basis: v.optional(mark),
    }),
    "a list of years with the average of members",
  ),
  v.minLength(1, "the base year at least"),
);

/** What the `[members]` of a valuation file must look like. */
export const MembersSection = v.strictObject({
  by_year: byYear,
  roles: v.optional(v.record(v.string(), byYear)),
  source: words,
}, "a table: members by year");

/** The section, checked. */
export type MembersContent = v.InferOutput<typeof MembersSection>;

type OwnProblem = Omit<Problem, "file">;

/** Keys of levels that contradict each other, or the rest of the file. */
export function levelProblems(
  { experience, members, population, data, scenarios }: {
    readonly experience?:
      | (LevelContent & {
        readonly roles?: Readonly<Record<string, LevelContent>> | undefined;
      })
      | undefined;
    readonly members?: MembersContent | undefined;
    readonly population?: unknown;
    readonly data: {
      readonly base_year: number;
      readonly time_out_of_work: string;
    };
    readonly scenarios: Readonly<Record<string, string>>;
  },
): OwnProblem[] {
  const roles = Object.keys(scenarios);
  const levels: readonly (readonly [string, LevelContent])[] = experience === undefined
    ? []
    : [
      ["experience", experience],
      ...Object.entries(experience.roles ?? {}).map(([role, each]) =>
        [`experience.roles.${role}`, each] as const
      ),
    ];
  const paths = members === undefined ? [] : [
    ["members.by_year", members.by_year] as const,
    ...Object.entries(members.roles ?? {}).map(([role, each]) =>
      [`members.roles.${role}`, each] as const
    ),
  ];
  const named = [
    ...Object.keys(experience?.roles ?? {}).map((role) => ["experience", role] as const),
    ...Object.keys(members?.roles ?? {}).map((role) => ["members", role] as const),
  ];
  const countsMembers = members !== undefined ||
    levels.some(([, each]) => each.members !== undefined);
  return [
    ...named.filter(([, role]) => !roles.includes(role)).map((
      [section, role],
    ) => ({
      place: `${section}.roles.${role}`,
      expected: `a role of the scenarios: ${roles.join(", ")}`,
      received: role,
    })),
    ...levels.flatMap(([place, each]) => survivalProblems(place, each, data)),
    ...levels.filter(([, each]) => members !== undefined && each.members !== undefined)
      .map(([place, each]) => ({
        place: `${place}.members`,
        expected: "no level beside [members], which has that of the base year",
        received: String(each.members),
      })),
    ...(countsMembers && population !== undefined
      ? [{
        place: "population",
        expected: "no population where the file states how many members there are",
        received: "both",
      }]
      : []),
    ...paths.flatMap(([place, years]) => yearProblems(place, years, data.base_year)),
  ];
}

function survivalProblems(
  place: string,
  { survival }: LevelContent,
  { time_out_of_work: measure }: { readonly time_out_of_work: string },
): OwnProblem[] {
  if (!Array.isArray(survival)) return [];
  const wrong = survival.findIndex(({ months, share }, i) => {
    const before = survival[i - 1];
    return before === undefined
      ? months !== 0 || share !== 1
      : !(months > before.months && share <= before.share);
  });
  const problems: OwnProblem[] = [];
  if (wrong >= 0 || survival.length < 2) {
    const { months, share } = survival[Math.max(0, wrong)] ?? {};
    problems.push({
      place: `${place}.survival`,
      expected: "two points or more from a share of 1 at 0 months on, months that rise " +
        "and shares that do not",
      received: survival.length < 2 ? `${survival.length}` : `${share} at ${months}`,
    });
  }
  if (measure === "spells") {
    problems.push({
      place: `${place}.survival`,
      expected: 'no points beside data.time_out_of_work = "spells"',
      received: "both",
    });
  }
  return problems;
}

/** Years of members that do not run on from the base year. */
function yearProblems(
  place: string,
  years: MembersContent["by_year"],
  baseYear: number,
): OwnProblem[] {
  if (!Array.isArray(years)) return [];
  return years.flatMap(({ year }, i) =>
    year < baseYear + i || year > baseYear + i
      ? [{
        place: `${place}.${i}.year`,
        expected: `${baseYear + i}, years run on from the base year`,
        received: String(year),
      }]
      : []
  );
}
