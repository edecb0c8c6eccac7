import type { Experience } from "@jkp/experience";
import { type BySex, bySex } from "@jkp/extract";
import type { RandomStream } from "@jkp/numeric";
import type { ExperienceErrors } from "./experience_errors.ts";
import { drawGamma, drawShare } from "./gamma_draw.ts";
import { drawStockCurve } from "./stock_errors.ts";

/**
 * An experience as it may be in truth, given what an extract shows: each figure drawn from
 * its error.
 *
 * Terminations and counts of the stock are gamma around what was counted, shares beta,
 * wages lognormal and growth normal. Ages and sexes of leavers go together; everything else
 * is drawn apart.
 *
 * @param experience What the extract shows.
 * @param errors Its errors.
 * @param stream Random numbers of this draw.
 * @returns The experience with other figures in place of those that have an error.
 *
 * @example One draw: as many members, another rate of termination
 * ```ts
 * import { randomStream } from "@jkp/numeric";
 * import { drawExperience, experienceErrors } from "@jkp/uncertainty";
 * import { inputsOfRole } from "@jkp/valuation";
 * import { readValuation } from "@jkp/valuation/read";
 * import { assertEquals, assertNotEquals } from "@std/assert";
 *
 * const basis = await readValuation("report_2021");
 * const { experience, scenario } = inputsOfRole(basis, "base");
 * const errors = experienceErrors(basis.extract, experience, scenario);
 * const drawn = drawExperience(experience, errors, randomStream(1, 0));
 * assertEquals(drawn.members.average, experience.members.average);
 * assertNotEquals(drawn.termination.ratePerMonth, experience.termination.ratePerMonth);
 * ```
 */
export function drawExperience(
  experience: Experience,
  errors: ExperienceErrors,
  stream: RandomStream,
): Experience {
  const { termination, eligibility, earnings, leaverAges, members } = experience;
  const { dispersion } = errors.termination;
  const claims = dispersion * drawGamma(termination.claims / dispersion + 0.5, stream);
  const { share, records } = errors.eligibleShare;
  const drawnShare = Number.isFinite(records) ? drawShare(share, records, stream) : share;
  const ofMembers = bySex(() => stream.standardNormal());
  const ofLeavers = bySex(() => stream.standardNormal());
  const { members: memberError, leavers: leaverError } = errors.wages;
  // A claim stands for the persons of a record, as everywhere in the window.
  const personsAClaim = claimsIn(leaverAges.groups) / errors.records.claimsOfWindow;
  const drawnAges = leaverAges.groups.map((group) => ({
    ...group,
    claims: bySex((sex) =>
      group.claims[sex] === 0
        ? 0
        : personsAClaim * drawGamma(group.claims[sex] / personsAClaim, stream)
    ),
  }));
  const allAges = claimsIn(drawnAges);
  const memberRecords = errors.records.members.male + errors.records.members.female;
  return {
    ...experience,
    members: {
      ...members,
      growth: Math.max(
        -0.99,
        members.growth + errors.memberGrowth * stream.standardNormal(),
      ),
    },
    termination: {
      ...termination,
      claims,
      ratePerMonth: termination.claims === 0
        ? claims / termination.exposureMonths
        : termination.ratePerMonth * claims / termination.claims,
    },
    eligibility: { ...eligibility, share: drawnShare },
    earnings: {
      ...earnings,
      members: moved(earnings.members, memberError, ofMembers),
      membersOfLeaversAges: moved(earnings.membersOfLeaversAges, memberError, ofMembers),
      leavers: moved(earnings.leavers, leaverError, ofLeavers),
      layoffs: moved(earnings.layoffs, leaverError, ofLeavers),
      resignations: moved(earnings.resignations, leaverError, ofLeavers),
      maleShareOfMembers: drawShare(earnings.maleShareOfMembers, memberRecords, stream),
      maleShareOfLeavers: allAges === 0
        ? earnings.maleShareOfLeavers
        : drawnAges.reduce((sum, { claims }) => sum + claims.male, 0) / allAges,
    },
    leaverAges: { ...leaverAges, groups: drawnAges },
    inactivity: experience.inactivity === null || errors.stock === null
      ? experience.inactivity
      : { ...experience.inactivity, curve: drawStockCurve(errors.stock, stream) },
  };
}

function moved(
  means: BySex<number>,
  errors: BySex<number>,
  z: BySex<number>,
): BySex<number> {
  return bySex((sex) => {
    const deviation = Math.sqrt(Math.log1p(errors[sex] ** 2));
    return means[sex] * Math.exp(deviation * z[sex] - deviation ** 2 / 2);
  });
}

function claimsIn(groups: Experience["leaverAges"]["groups"]): number {
  return groups.reduce((sum, { claims }) => sum + claims.male + claims.female, 0);
}
