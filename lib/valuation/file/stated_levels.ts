import { percent } from "@jkp/exhibit";
import type { Experience } from "@jkp/experience";
import type { BySex } from "@jkp/extract";
import { levelsFromGrowth, pathAfter, type YearlyPath } from "@jkp/month";
import { survivalCurveFromPoints } from "@jkp/survival";
import type { Scenario } from "@jkp/economy";
import type { ServiceShare } from "../assumptions/service_rules.ts";
import type { ValuationInputs } from "../assumptions/valuation_inputs.ts";
import { LEVEL_ENTRIES, type LevelContent } from "./stated_levels_section.ts";
import type { ValuationFile } from "./valuation_file.ts";

/** Levels that a file states for a role: those of the role before those of all. */
export function levelsOf(
  { content: { experience } }: Pick<ValuationFile, "content">,
  role: string,
): LevelContent {
  if (experience === undefined) return {};
  const {
    source: _source,
    termination_factor: _factor,
    credibility: _credibility,
    complement_pct_per_month: _complement,
    basis: _basis,
    roles = {},
    ...levels
  } = experience;
  const { basis: _basisOfRole, ...own } = ofRole(roles, role) ?? {};
  return { ...levels, ...own };
}

/** What a file states for a role; nothing where it does not name it. */
function ofRole<Stated>(
  roles: Readonly<Record<string, Stated>>,
  role: string,
): Stated | undefined {
  return Object.hasOwn(roles, role) ? roles[role] : undefined;
}

/** Whether a file states a level, of members or of experience, for any role. */
export function statesLevels(
  { content }: Pick<ValuationFile, "content">,
): boolean {
  const { experience = {}, members } = content;
  return members !== undefined || "roles" in experience ||
    Object.keys(LEVEL_ENTRIES).some((key) => Object.hasOwn(experience, key));
}

/**
 * The experience with the levels that are stated in place of its own. The structure stays:
 * wages of each sex, and those of leavers, move together.
 */
export function withLevels(
  experience: Experience,
  levels: LevelContent,
): Experience {
  const { members, termination, eligibility, earnings } = experience;
  const {
    members: average = members.average,
    termination_pct_per_month: percentage,
    eligible_share: share = eligibility.share,
  } = levels;
  const ratePerMonth = percentage === undefined
    ? termination.ratePerMonth
    : percentage / 100;
  const memberWage = meanOf(earnings.members, earnings.maleShareOfMembers);
  const leaverWage = meanOf(earnings.leavers, earnings.maleShareOfLeavers);
  const sameAges = meanOf(
    earnings.membersOfLeaversAges,
    earnings.maleShareOfLeavers,
  );
  const {
    mean_wage_idr: wanted = memberWage,
    claimants_relative_wage: relative,
  } = levels;
  const ofMembers = wanted / memberWage;
  const ofLeavers = relative === undefined ? ofMembers : relative * wanted / leaverWage;
  const ofSameAges = relative === undefined ? ofMembers : relative * wanted / sameAges;
  const whole = (value: number) => Math.round(value).toLocaleString("en");
  const idr = (value: number) => `${whole(value)} rupiah`;
  const said: readonly (readonly [key: keyof LevelContent, what: string])[] = [
    [
      "members",
      `members ${whole(average)} (the extract has ${whole(members.average)})`,
    ],
    [
      "termination_pct_per_month",
      `terminations ${percent(ratePerMonth, 4)} of members a month (the extract has ` +
      `${percent(termination.ratePerMonth, 4)})`,
    ],
    [
      "eligible_share",
      `eligible share ${percent(share, 2)} (the extract has ` +
      `${percent(eligibility.share, 2)})`,
    ],
    [
      "mean_wage_idr",
      `mean wage of members ${idr(wanted)} a month before any ceiling (the extract has ` +
      `${idr(memberWage)})`,
    ],
    [
      "claimants_relative_wage",
      `claimants' wage ${percent(relative ?? 0, 2)} of members' (the extract has ` +
      `${percent(leaverWage / memberWage, 2)})`,
    ],
  ];
  const stated = said.filter(([key]) => levels[key] !== undefined);
  if (stated.length === 0) return experience;
  return {
    ...experience,
    members: { ...members, average },
    termination: { ...termination, ratePerMonth },
    eligibility: levels.eligible_share === undefined
      ? eligibility
      : { ...eligibility, share, basis: STATED, isStated: true },
    earnings: {
      ...earnings,
      isMeanStated: levels.mean_wage_idr !== undefined,
      members: times(earnings.members, ofMembers),
      leavers: times(earnings.leavers, ofLeavers),
      layoffs: times(earnings.layoffs, ofLeavers),
      resignations: times(earnings.resignations, ofLeavers),
      membersOfLeaversAges: times(earnings.membersOfLeaversAges, ofSameAges),
    },
    notes: [
      ...experience.notes,
      `Levels stated in the valuation file, in place of the extract's: ${
        stated.map(([, what]) => what).join("; ")
      }.`,
    ],
  };
}

const STATED = "stated in the valuation file";

/**
 * Shares with enough service by rule, moved as the stated share of the experience's rule
 * is from the counted one.
 */
export function sharesAtLevel(
  shares: readonly ServiceShare[],
  counted: number,
  { eligible_share: stated }: LevelContent,
): readonly ServiceShare[] {
  if (stated === undefined) return shares;
  return shares.map((each) => ({
    ...each,
    share: Math.min(1, each.share * stated / counted),
  }));
}

/** What a file states of a role beside its experience: for the inputs of its scenario. */
export function statedInputs(
  { content: { members } }: Pick<ValuationFile, "content">,
  role: string,
  levels: LevelContent,
  { employmentGrowth }: Pick<Scenario, "employmentGrowth">,
): Pick<ValuationInputs, "inactivityCurve" | "stated"> {
  const { survival, follows_unemployment: follows } = levels;
  const years = ofRole(members?.roles ?? {}, role) ?? members?.by_year;
  const path = years === undefined ? undefined : continued(
    {
      firstYear: years[0]!.year,
      values: years.map(({ average }) => average),
    },
    employmentGrowth,
  );
  const basis = [
    ...(years === undefined ? [] : [
      `Members: stated in the valuation file for ${years[0]!.year} to ` +
      `${years.at(-1)!.year}${
        path!.values.length > years.length ? ", then with employment" : ""
      }`,
    ]),
    ...(levels.termination_pct_per_month === undefined
      ? []
      : [`Termination rate: ${STATED}`]),
    ...(levels.mean_wage_idr === undefined &&
        levels.claimants_relative_wage === undefined
      ? []
      : [`Wages: the level is ${STATED}, the structure is the extract's`]),
    ...(survival === undefined
      ? []
      : [`Time out of work: points ${STATED}, straight between them`]),
    ...(follows === undefined ? [] : [
      follows
        ? "Terminations: in proportion to national unemployment"
        : "Terminations: of a steady rate, whatever unemployment does",
    ]),
  ];
  return {
    ...(survival === undefined ? {} : {
      inactivityCurve: survivalCurveFromPoints(
        survival.map(({ months, share }) => ({
          time: months,
          survival: share,
        })),
        "linear",
      ),
    }),
    ...(basis.length === 0 ? {} : {
      stated: {
        ...(path === undefined ? {} : { members: path }),
        ...(follows === undefined ? {} : { followsUnemployment: follows }),
        basis,
      },
    }),
  };
}

/** A path that goes on with growth after its last year. */
function continued(path: YearlyPath, growth: YearlyPath): YearlyPath {
  const last = path.firstYear + path.values.length - 1;
  const end = growth.firstYear + growth.values.length - 1;
  if (last >= end) return path;
  const { values } = levelsFromGrowth(
    path.values.at(-1)!,
    pathAfter(growth, last),
  );
  return { ...path, values: [...path.values, ...values.slice(1)] };
}

function meanOf({ male, female }: BySex<number>, maleShare: number): number {
  return maleShare * male + (1 - maleShare) * female;
}

function times({ male, female }: BySex<number>, factor: number): BySex<number> {
  return { male: male * factor, female: female * factor };
}
