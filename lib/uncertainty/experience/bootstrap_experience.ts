import { type Experience, studyExperience } from "@jkp/experience";
import { type BySex, bySex, type StatisticsExtract } from "@jkp/extract";
import type { RandomStream } from "@jkp/numeric";
import type { ExperienceErrors } from "./experience_errors.ts";
import { smoothedCurve } from "./stock_errors.ts";
import { unseenWageErrors } from "./unseen_wage_errors.ts";

/** Statistics of which blocks of members can be counted more or less often. */
export interface MemberBlocks {
  readonly blocks: number;
  extract(times?: ArrayLike<number>): StatisticsExtract;
}

/**
 * A bootstrap of members: experiences as they may be in truth, given the members seen.
 * Blocks of members are counted with exponential weights, and the statistics studied again
 * (Bayesian bootstrap), so that what the records of a member say together stays together.
 *
 * Leavers' wages are put together from cells of few claims, of which members counted more or
 * less often show too small an error: what is missing of the error of all leavers is drawn
 * beside, one factor a sex, which moves the wages of layoffs and of resignations alike.
 *
 * What moves all members together, such as a month of many layoffs, moves all blocks: it is
 * not in the draws, as it is in those from a dispersion of months.
 *
 * @param experience What the extract shows, as it is valued; its years are studied again.
 * What is stated in it or adjusted moves by as much as the figure of the statistics does,
 * but for a stated eligible share.
 * @param blocks The register, counted in blocks: `StatisticsBlocks` of `@jkp/spells`.
 * @param errors The errors by `experienceErrors`: how much the stock of those out of work is
 * smoothed, and how far wages spread; `null` to leave both as the blocks have them.
 * @returns A function that draws an experience from a stream of random numbers, with as
 * many members as before: their number is a fact.
 * @see Rubin (1981), The Bayesian bootstrap, Ann. Statist. 9.
 *
 * @example Blocks that are all alike tell the same, however they are weighted
 * ```ts
 * import { readShippedExtract } from "@jkp/extract/read";
 * import { studyExperience } from "@jkp/experience";
 * import { randomStream } from "@jkp/numeric";
 * import { bootstrapExperience } from "@jkp/uncertainty";
 * import { assertEquals } from "@std/assert";
 *
 * const extract = await readShippedExtract();
 * const experience = studyExperience(extract);
 * const blocks = { blocks: 400, extract: () => extract };
 * const draw = bootstrapExperience(experience, blocks, null);
 * assertEquals(draw(randomStream(1, 0)).termination, experience.termination);
 * ```
 */
export function bootstrapExperience(
  experience: Experience,
  blocks: MemberBlocks,
  errors: Pick<ExperienceErrors, "stock" | "wages" | "records"> | null,
): (stream: RandomStream) => Experience {
  const { referenceYears, members, eligibility, termination, earnings } = experience;
  const study = (extract: StatisticsExtract) =>
    studyExperience(extract, {
      referenceYears,
      baseYear: members.year,
      qualifyingMonths: eligibility.monthsAtLeast,
    });
  const ownExtract = blocks.extract();
  const own = study(ownExtract);
  const stock = errors?.stock ?? null;
  const unseen = errors === null
    ? bySex(() => 0)
    : unseenWageErrors(ownExtract, earnings.year, errors);
  return (stream) => {
    const extract = blocks.extract(exponentialWeights(blocks.blocks, stream));
    const drawn = study(extract);
    const wages = (of: (earnings: Experience["earnings"]) => BySex<number>) =>
      bySex((sex) =>
        moved(of(earnings)[sex], of(drawn.earnings)[sex], of(own.earnings)[sex])
      );
    const beside = bySex((sex) =>
      Math.exp(unseen[sex] * stream.standardNormal() - unseen[sex] ** 2 / 2)
    );
    const ofLeavers = (of: (earnings: Experience["earnings"]) => BySex<number>) => {
      const drawn = wages(of);
      return bySex((sex) => drawn[sex] * beside[sex]);
    };
    return {
      ...experience,
      members: {
        ...members,
        growth: members.growth + drawn.members.growth - own.members.growth,
      },
      termination: {
        ...termination,
        claims: drawn.termination.claims,
        exposureMonths: drawn.termination.exposureMonths,
        ratePerMonth: moved(
          termination.ratePerMonth,
          drawn.termination.ratePerMonth,
          own.termination.ratePerMonth,
        ),
      },
      eligibility: eligibility.isStated ? eligibility : {
        ...eligibility,
        share: Math.min(
          1,
          moved(eligibility.share, drawn.eligibility.share, own.eligibility.share),
        ),
      },
      earnings: {
        ...earnings,
        members: wages(({ members }) => members),
        membersOfLeaversAges: wages(({ membersOfLeaversAges }) => membersOfLeaversAges),
        leavers: ofLeavers(({ leavers }) => leavers),
        layoffs: ofLeavers(({ layoffs }) => layoffs),
        resignations: ofLeavers(({ resignations }) => resignations),
        maleShareOfMembers: drawn.earnings.maleShareOfMembers,
        maleShareOfLeavers: drawn.earnings.maleShareOfLeavers,
      },
      leaverAges: drawn.leaverAges,
      inactivity: drawn.inactivity === null || stock === null ? drawn.inactivity : {
        ...drawn.inactivity,
        curve: smoothedCurve(extract.inactive.map(({ members }) => members), stock),
      },
    };
  };
}

/** A figure that moves as that of the statistics does; as drawn where there was none. */
function moved(figure: number, drawn: number, own: number): number {
  return own > 0 ? figure * drawn / own : drawn;
}

/** Exponential weights whose mean is 1. */
function exponentialWeights(count: number, stream: RandomStream): Float64Array {
  const weights = Float64Array.from({ length: count }, () => -Math.log(stream.uniform()));
  const total = weights.reduce((a, b) => a + b);
  return weights.map((weight) => weight * count / total);
}
