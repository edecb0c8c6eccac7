import { percent } from "@jkp/exhibit";
import { type Experience, studyExperience } from "@jkp/experience";
import type { StatisticsExtract } from "@jkp/extract";
import { DataError } from "@jkp/problem";
import { countedRule } from "../assumptions/service_rule_forms.ts";
import { type ServiceShare, serviceShareOf } from "../assumptions/service_rules.ts";
import { withLevels } from "./stated_levels.ts";
import type { LevelContent } from "./stated_levels_section.ts";
import type { ExperienceAdjustment, ValuationFile } from "./valuation_file.ts";

/**
 * What an extract shows in the years of a valuation file.
 *
 * @param ownShares Leavers' own service, where the extract is of single members.
 */
export function studiedExperience(
  { data }: Pick<ValuationFile, "data">,
  extract: StatisticsExtract,
  ownShares: readonly ServiceShare[] | null,
): Experience {
  const studied = studyExperience(extract, {
    referenceYears: data.studiedYears,
    baseYear: data.baseYear,
    qualifyingMonths: data.serviceMonths,
  });
  return ownShares === null ? studied : withOwnService(studied, ownShares);
}

/**
 * The experience that is valued for a role: with the levels that the file states for it,
 * adjusted as it says.
 *
 * @throws {DataError} If the adjusted rate is none at which members can leave.
 */
export function valuedExperience(
  { path, adjustment }: Pick<ValuationFile, "path" | "adjustment">,
  studied: Experience,
  levels: LevelContent,
): Experience {
  const stated = withLevels(studied, levels);
  const adjusted = adjustedExperience(stated, adjustment);
  const { termination: { ratePerMonth } } = adjusted;
  if (adjusted === stated || ratePerMonth > 0 && ratePerMonth <= 1) return adjusted;
  throw new DataError([{
    file: path,
    place: "experience",
    expected: "a termination rate above 0, up to 100 per cent a month",
    received: `${percent(ratePerMonth, 4)}, as it says`,
  }]);
}

/**
 * The experience with the termination rate that is valued: factor · (Z · observed +
 * (1 − Z) · complement), where Z is the credibility. As it was, if nothing is adjusted.
 */
function adjustedExperience(
  experience: Experience,
  { terminationFactor, credibility, complementRatePerMonth }: ExperienceAdjustment,
): Experience {
  if (terminationFactor === 1 && credibility === 1) return experience;
  const { termination, notes } = experience;
  const { ratePerMonth: observed } = termination;
  const weighed = credibility * observed +
    (1 - credibility) * (complementRatePerMonth ?? observed);
  const ratePerMonth = terminationFactor * weighed;
  const parts = [
    ...(credibility === 1 ? [] : [
      `credibility ${percent(credibility, 0)}, the rest ` +
      `${percent(complementRatePerMonth!, 4)}`,
    ]),
    ...(terminationFactor === 1 ? [] : [`times ${terminationFactor}`]),
  ];
  return {
    ...experience,
    termination: { ...termination, ratePerMonth },
    notes: [
      ...notes,
      `Termination rate: ${percent(ratePerMonth, 4)} a month, from ` +
      `${percent(observed, 4)} observed (${
        parts.join(", ")
      }), as the valuation file says.`,
    ],
  };
}

/**
 * The experience with the leavers' own months of contribution, where single members tell
 * them: statistics know those of active members of the same sex and age alone.
 */
function withOwnService(
  experience: Experience,
  shares: readonly ServiceShare[],
): Experience {
  const { eligibility } = experience;
  const share = serviceShareOf(shares, countedRule(eligibility.monthsAtLeast));
  return share === undefined || Number.isNaN(share) ? experience : {
    ...experience,
    eligibility: {
      ...eligibility,
      share,
      basis:
        `leavers with at least ${eligibility.monthsAtLeast} months of contribution ` +
        "of their own in the 24 before they left",
    },
  };
}
