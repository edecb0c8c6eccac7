import type { Problem } from "@jkp/problem";
import { changesRunningClaims, type Rules, type RulesInTime } from "@jkp/scheme";
import type { Member } from "./history.ts";

/**
 * What is wrong with a member without an age, where the benefit or its duration depends
 * on it.
 *
 * @param rulesInTime Rules of a month; or those of a claim as `rulesFrom` has them.
 * @param member Facts about the member.
 * @returns The problem, or `undefined` if no age is wanted or one is given.
 *
 * @example Japan's benefit goes by age, JKP's does not
 * ```ts
 * import { monthOf } from "@jkp/month";
 * import { ageProblem } from "@jkp/entitlement";
 * import { readScheme } from "@jkp/scheme/read";
 * import { rulesAt } from "@jkp/scheme";
 * import { assertEquals } from "@std/assert";
 *
 * const at = async (name: string) => rulesAt(await readScheme(name), monthOf(2022, 12));
 * assertEquals(ageProblem(await at("japan"), {})?.place, "member.age");
 * assertEquals(ageProblem(await at("jkp_2021"), {}), undefined);
 * ```
 */
export function ageProblem(
  rulesInTime: RulesInTime,
  member: Member,
): Problem | undefined {
  if (member.age !== undefined) return undefined;
  const [first, ...later] = [rulesInTime].flat() as [Rules, ...Rules[]];
  const byAge = [first, ...later.filter(changesRunningClaims)].find(isByAge);
  if (byAge === undefined) return undefined;
  return {
    file: "history",
    place: "member.age",
    expected: `an age, for what ${byAge.name} pays depends on it`,
    received: "nothing",
  };
}

function isByAge({ benefit, duration }: Rules): boolean {
  return benefit.kind === "graded" && benefit.ages.length > 1 ||
    duration.kind === "bands" &&
      duration.bands.some(({ ageFrom, ageTo }) => ageFrom > 0 || ageTo !== null);
}
