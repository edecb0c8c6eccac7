import type { Scenario } from "@jkp/economy";
import type { Experience } from "@jkp/experience";
import type { StatisticsExtract } from "@jkp/extract";
import type { RulesData } from "../assumptions/rules_data.ts";
import type { ServiceShare } from "../assumptions/service_rules.ts";
import type { ValuationInputs } from "../assumptions/valuation_inputs.ts";
import type { ModelChoices } from "../choices.ts";
import type { MemberPopulation } from "../population/member_population.ts";
import { studiedExperience, valuedExperience } from "./valued_experience.ts";
import { readMemberPopulation } from "./read_member_population.ts";
import { levelsOf, sharesAtLevel, statedInputs } from "./stated_levels.ts";
import type { ValuationFile } from "./valuation_file.ts";

/** What all roles of a valuation have in common, beside the file. */
export interface CommonInputs {
  readonly extract: StatisticsExtract;
  /** Leavers' own service, where the extract is of single members. */
  readonly ownShares: readonly ServiceShare[] | null;
  readonly extractShares: readonly ServiceShare[];
  readonly choices: ModelChoices;
  readonly data: Omit<RulesData, "extractShares">;
}

/** All that the scenario of each role is valued from, but the law. */
export async function inputsByRole(
  file: ValuationFile,
  scenarios: readonly (readonly [role: string, scenario: Scenario])[],
  { extract, ownShares, extractShares, choices, data }: CommonInputs,
): Promise<readonly ValuationInputs[]> {
  const { terms } = file;
  const studied = studiedExperience(file, extract, ownShares);
  // Roles without levels of their own share one experience.
  const known = new Map<string, {
    readonly experience: Experience;
    readonly population: { readonly population?: MemberPopulation };
  }>();
  const inputs: ValuationInputs[] = [];
  for (const [role, scenario] of scenarios) {
    const levels = levelsOf(file, role);
    const key = JSON.stringify(levels);
    let found = known.get(key);
    if (found === undefined) {
      const experience = valuedExperience(file, studied, levels);
      const population = file.population === null ? {} : {
        population: await readMemberPopulation(file.path, file.population, {
          extract,
          experience,
          terms,
        }),
      };
      found = { experience, population };
      known.set(key, found);
    }
    inputs.push({
      experience: found.experience,
      scenario,
      terms,
      choices,
      data: {
        ...data,
        extractShares: sharesAtLevel(
          ownShares ?? extractShares,
          studied.eligibility.share,
          levels,
        ),
      },
      ...found.population,
      ...statedInputs(file, role, levels, scenario),
    });
  }
  return inputs;
}
