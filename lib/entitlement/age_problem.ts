import type { Problem } from "@jkp/problem";
import type { Rules } from "@jkp/scheme";
import type { Member } from "./history.ts";

/**
 * What is wrong with a member without an age, where the benefit or its duration depends
 * on it.
 *
 * @param rules Rules of a month.
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
  { name, benefit, duration }: Pick<Rules, "name" | "benefit" | "duration">,
  member: Member,
): Problem | undefined {
  if (member.age !== undefined) return undefined;
  const byAge = benefit.kind === "graded" && benefit.ages.length > 1 ||
    duration.kind === "bands" &&
      duration.bands.some(({ ageFrom, ageTo }) => ageFrom > 0 || ageTo !== null);
  if (!byAge) return undefined;
  return {
    file: "history",
    place: "member.age",
    expected: `an age, for what ${name} pays depends on it`,
    received: "nothing",
  };
}
