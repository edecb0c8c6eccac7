import { levelsFromGrowth, pathAfter, valueInYear, yearOf } from "@jkp/month";
import type { ConformityData } from "./conformity.ts";
import { nominalWageGrowth, type Rules, skilledWageFrom } from "@jkp/scheme";
import { sourceLine } from "@jkp/exhibit";
import type { OpenStatistics } from "@jkp/open";
import type { ByScenario, Scenario } from "@jkp/economy";
import type { Experience } from "@jkp/experience";
import { uncountedInWords } from "../schemes/employee_words.ts";
import { LAST_YEAR_OF_COVERAGE, schemesCoverage } from "../schemes/scheme_coverage.ts";

/** What conformity needs beyond a scheme's rules, and where it comes from. */
export interface ConformityBasis {
  readonly of: (rules: Rules) => ConformityData;
  readonly source: string;
}

/**
 * Coverage and a skilled worker's wage for judging schemes.
 *
 * Coverage is of those registered, as the papers judge it, and by law where nobody is.
 * The wage is taken from the average of the extract's members, moved with the base
 * scenario's wages to the month of the rules; schemes in other money have none.
 *
 * @param results The report's results.
 * @param year Year of employees and members: 2018 or 2021.
 * @returns The data of any scheme.
 * @throws {RangeError} If there are no counts of employees of that year.
 *
 * @example
 * ```ts
 * import { readShippedExtract } from "@jkp/extract/read";
 * import { monthOf } from "@jkp/month";
 * import { computeResults } from "@jkp/reproduction";
 * import { conformityBasis } from "@jkp/study";
 * import { readScheme } from "@jkp/scheme/read";
 * import { rulesAt } from "@jkp/scheme";
 * import { assertEquals } from "@std/assert";
 *
 * const results = await computeResults(await readShippedExtract(), "closest");
 * const jkp = rulesAt(await readScheme("jkp_2021"), monthOf(2023, 3));
 * assertEquals(conformityBasis(results).of(jkp).coveredBy, "are registered with JKP");
 * ```
 */
export function conformityBasis(
  results: {
    readonly experience: Experience;
    readonly scenarios: Pick<ByScenario<Scenario>, "base">;
    readonly open: OpenStatistics;
  },
  year: number = LAST_YEAR_OF_COVERAGE,
): ConformityBasis {
  const { experience, scenarios, open } = results;
  const { members, maleShareOfMembers: men, year: wageYear } = experience.earnings;
  const wages = levelsFromGrowth(
    men * members.male + (1 - men) * members.female,
    pathAfter(nominalWageGrowth(scenarios.base), wageYear),
  );
  return {
    of(rules) {
      const { share, membersAre } = schemesCoverage([rules], open, year)[0]!;
      const uncounted = uncountedInWords(share.uncounted);
      const byLaw = `by law${uncounted === "" ? "" : `; nobody counts ${uncounted}`}`;
      return {
        coveredShare: share.members ?? share.covered,
        coveredBy: membersAre ?? byLaw,
        ...(rules.currency === "IDR"
          ? { skilledWage: skilledWageFrom(valueInYear(wages, yearOf(rules.month))) }
          : {}),
      };
    },
    source: `Employees and members: data/open. Wages: ${sourceLine(results.experience)}`,
  };
}
