import { levelsFromGrowth, pathAfter, valueInYear, yearOf } from "@jkp/month";
import type { ConformityData } from "./conformity.ts";
import { nominalWageGrowth, type Rules, skilledWageFrom } from "@jkp/scheme";
import { sourceLine } from "@jkp/exhibit";
import type { ValuationInputs } from "@jkp/valuation";
import { uncountedInWords } from "../schemes/employee_words.ts";
import {
  type CoverageStatistics,
  LAST_YEAR_OF_COVERAGE,
  schemesCoverage,
} from "../schemes/scheme_coverage.ts";

/** What conformity needs beyond a scheme's rules, and where it comes from. */
export interface ConformityBasis {
  readonly of: (rules: Rules) => ConformityData;
  readonly source: string;
}

/**
 * Coverage and a skilled worker's wage for judging schemes.
 *
 * Coverage is of those registered, as the papers judge it, and by law where nobody is.
 * The wage is taken from the average of the extract's members, moved with the scenario's
 * wages to the month of the rules; schemes in other money have none.
 *
 * @param inputs Experience and scenario.
 * @param open Public statistics.
 * @param year Year of employees and members: 2018 or 2021.
 * @returns The data of any scheme.
 * @throws {RangeError} If there are no counts of employees of that year.
 *
 * @example The review of 2023: 23 per cent of wage earners are members of JKP
 * ```ts
 * import { monthOf } from "@jkp/month";
 * import { loadOpenStatistics } from "@jkp/open/read";
 * import { conformityBasis } from "@jkp/study";
 * import { readScheme } from "@jkp/scheme/read";
 * import { rulesAt } from "@jkp/scheme";
 * import { reportInputs } from "@jkp/valuation/read";
 * import { assertAlmostEquals, assertEquals } from "@std/assert";
 *
 * const jkp = rulesAt(await readScheme("jkp_2021"), monthOf(2023, 3));
 * const basis = conformityBasis(await reportInputs("base"), await loadOpenStatistics());
 * const { coveredShare, coveredBy } = basis.of(jkp);
 * assertAlmostEquals(Number(coveredShare), 0.23, 0.005);
 * assertEquals(coveredBy, "are registered with JKP");
 * ```
 */
export function conformityBasis(
  { experience, scenario }: Pick<ValuationInputs, "experience" | "scenario">,
  open: CoverageStatistics,
  year: number = LAST_YEAR_OF_COVERAGE,
): ConformityBasis {
  const { members, maleShareOfMembers: men, year: wageYear } = experience.earnings;
  const wages = levelsFromGrowth(
    men * members.male + (1 - men) * members.female,
    pathAfter(nominalWageGrowth(scenario), wageYear),
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
    source: `Employees and members: data/open. Wages: ${sourceLine(experience)}`,
  };
}
