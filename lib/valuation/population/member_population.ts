import type { AgeGroupExperience } from "@jkp/experience";
import { type BySex, SERVICE_MONTHS, SEX_KEYS, type SexKey } from "@jkp/extract";
import type { YearlyPath } from "@jkp/month";
import type { MembersOfYear } from "@jkp/population";
import { type Problem, throwIfAny } from "@jkp/problem";
import { sumSimple } from "simple-statistics";

/**
 * Members that follow a population, and what their sex and age move. All but the members
 * are ratios to the base year, where they are 1.
 */
export interface MemberPopulation {
  /** Name of the population, and how coverage goes on, in words. */
  readonly basis: readonly string[];
  /** Members by sex and age group, from the base year on. */
  readonly years: readonly MembersOfYear[];
  /** Average members a month. */
  readonly members: YearlyPath;
  /** Termination rate at the same national unemployment. */
  readonly terminationRelativity: YearlyPath;
  /** Odds that a termination is a layoff. */
  readonly layoffOdds: YearlyPath;
  /** Odds that a leaver has service, by the months wanted within 24. */
  readonly serviceOdds: readonly {
    readonly monthsAtLeast: number;
    readonly odds: YearlyPath;
  }[];
  /** Odds that a member, or a leaver, is a man. */
  readonly maleOdds: { readonly members: YearlyPath; readonly leavers: YearlyPath };
  /** Mean wages of each sex at the same level of wages, before any ceiling. */
  readonly wages: {
    readonly members: BySex<YearlyPath>;
    readonly leavers: BySex<YearlyPath>;
    readonly membersOfLeaversAges: BySex<YearlyPath>;
  };
}

/**
 * What the sex and age of members move, by year y; g is a sex and age group.
 *
 * Members M(g, y) are given. Leavers are L(g, y) = M(g, y) · r(g), with r the group's own
 * termination rate in the reference years. Every other figure x of a group (wage, service,
 * layoffs) stays as observed, so that a mean over members or leavers is
 * x(y) = Σ w(g, y) · x(g) / Σ w(g, y) with w = M or L, and what moves is x(y) / x(base year).
 * So equation 4 of the model becomes N = r · τ(y) · u / u₀ · M(y), with the termination
 * relativity τ(y) = [Σ L(g, y) / M(y)] / [Σ L(g, base) / M(base)]. Shares move in their
 * odds, so that they stay shares at whatever level a scenario states them. Sexes are kept
 * apart for wages, which have a distribution by sex.
 *
 * Ageing between the reference years and the base year is in no ratio: the crude rate is
 * taken for the base year's, as it is without a population. National unemployment is the
 * scenario's, whatever the age of the whole labour force does to it. The formulas are our
 * own: the report has one rate for all ages.
 *
 * @param groups What members of each group did.
 * @param years Members by year, with those of `groups` in the first.
 * @param basis What is said of them.
 * @throws {DataError} If a group that has members has no termination rate.
 */
export function memberPopulation(
  groups: BySex<readonly AgeGroupExperience[]>,
  years: readonly MembersOfYear[],
  basis: readonly string[],
): MemberPopulation {
  throwIfAny(rateProblems(groups));
  const firstYear = years[0]!.year;
  const ratios = (figure: (mix: Mix) => number): YearlyPath => {
    const values = years.map(({ members }) => figure(mixOf(groups, members)));
    const [base] = values;
    return {
      firstYear,
      values: values.map((value) => base! > 0 && base! < Infinity ? value / base! : 1),
    };
  };
  const wages = (
    who: "members" | "leavers",
    wage: (group: AgeGroupExperience) => number,
  ) =>
    ({
      male: ratios((mix) => mean(mix, who, wage, ["male"])),
      female: ratios((mix) => mean(mix, who, wage, ["female"])),
    }) satisfies BySex<YearlyPath>;
  const ofLeaversAges = wages("leavers", ({ memberWageIdr }) => memberWageIdr);
  const hasLeaverWages = (sex: SexKey) =>
    groups[sex].some(({ leaverWageIdr }) => leaverWageIdr > 0);
  const ofLeavers = wages("leavers", ({ leaverWageIdr }) => leaverWageIdr);
  return {
    basis,
    years,
    members: {
      firstYear,
      values: years.map(({ members }) => personsIn(members)),
    },
    terminationRelativity: ratios((mix) => total(mix, "leavers") / total(mix, "members")),
    layoffOdds: ratios((mix) =>
      oddsOf(mean(mix, "leavers", ({ layoffShare }) => layoffShare))
    ),
    serviceOdds: SERVICE_MONTHS.map((monthsAtLeast) => ({
      monthsAtLeast,
      odds: ratios((mix) =>
        oddsOf(
          mean(mix, "leavers", ({ service }) =>
            service.find((each) =>
              each.monthsAtLeast === monthsAtLeast
            )?.share ?? NaN),
        )
      ),
    })),
    maleOdds: {
      members: ratios((mix) =>
        oddsOf(total(mix, "members", ["male"]) / total(mix, "members"))
      ),
      leavers: ratios((mix) =>
        oddsOf(total(mix, "leavers", ["male"]) / total(mix, "leavers"))
      ),
    },
    wages: {
      members: wages("members", ({ memberWageIdr }) => memberWageIdr),
      leavers: {
        male: hasLeaverWages("male") ? ofLeavers.male : ofLeaversAges.male,
        female: hasLeaverWages("female") ? ofLeavers.female : ofLeaversAges.female,
      },
      membersOfLeaversAges: ofLeaversAges,
    },
  };
}

/** A share whose odds are so many times what they were. */
export function withOdds(share: number, times: number): number {
  return share * times / (1 - share + share * times);
}

/** A group with its members and leavers of a year. */
interface MixGroup {
  readonly sex: SexKey;
  readonly group: AgeGroupExperience;
  readonly members: number;
  readonly leavers: number;
}

type Mix = readonly MixGroup[];

function mixOf(
  groups: BySex<readonly AgeGroupExperience[]>,
  members: BySex<readonly number[]>,
): Mix {
  return SEX_KEYS.flatMap((sex) =>
    groups[sex].flatMap((group, i) => {
      const count = members[sex][i]!;
      return count === 0 ? [] : [{
        sex,
        group,
        members: count,
        leavers: count * group.terminationRatePerMonth,
      }];
    })
  );
}

function total(
  mix: Mix,
  who: "members" | "leavers",
  sexes: readonly SexKey[] = SEX_KEYS,
): number {
  return sumSimple(mix.filter(({ sex }) => sexes.includes(sex)).map((each) => each[who]));
}

/** Mean of a figure over the groups that have it. */
function mean(
  mix: Mix,
  who: "members" | "leavers",
  figure: (group: AgeGroupExperience) => number,
  sexes: readonly SexKey[] = SEX_KEYS,
): number {
  const own = mix.filter(({ sex, group }) =>
    sexes.includes(sex) && Number.isFinite(figure(group))
  );
  return sumSimple(own.map((each) => each[who] * figure(each.group))) / total(own, who);
}

function oddsOf(share: number): number {
  return share / (1 - share);
}

function personsIn(members: BySex<readonly number[]>): number {
  return sumSimple(SEX_KEYS.flatMap((sex) => [...members[sex]]));
}

function rateProblems(groups: BySex<readonly AgeGroupExperience[]>): Problem[] {
  return SEX_KEYS.flatMap((sex) =>
    groups[sex].flatMap(({ ageGroup, members, terminationRatePerMonth: rate }) =>
      members === 0 || Number.isFinite(rate) ? [] : [{
        file: "experience by age",
        place: `${sex} ${ageGroup}`,
        expected: "a termination rate of an age with members",
        received: "no member in the reference years",
      }]
    )
  );
}
