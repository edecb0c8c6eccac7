import { percent } from "@jkp/exhibit";
import type { Experience } from "@jkp/experience";
import type { ExperienceAdjustment } from "./valuation_file.ts";

/**
 * The experience with the termination rate that is valued: factor · (Z · observed +
 * (1 − Z) · complement), where Z is the credibility. As it was, if nothing is adjusted.
 */
export function adjustedExperience(
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
