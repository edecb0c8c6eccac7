import { type Experience, studyExperience } from "@jkp/experience";
import type { StatisticsExtract } from "@jkp/extract";
import type { RandomStream } from "@jkp/numeric";
import { smoothedCurve, type StockErrors } from "./stock_errors.ts";

/** Statistics of which blocks of members can be counted more or less often. */
export interface MemberBlocks {
  readonly blocks: number;
  extract(times?: ArrayLike<number>): StatisticsExtract;
}

/**
 * An experience as it may be in truth, given the members seen: blocks of members are counted
 * with exponential weights, and the statistics studied again (Bayesian bootstrap). What the
 * records of a member say together stays together.
 *
 * @param experience What the extract shows; its years are studied again.
 * @param blocks The register, counted in blocks.
 * @param stock How much the stock of those out of work is smoothed, by {@link stockErrors}.
 * @param stream Random numbers of this draw.
 * @returns The experience drawn, with as many members as before: their number is a fact.
 * @see Rubin (1981), The Bayesian bootstrap, Ann. Statist. 9.
 */
export function bootstrapExperience(
  experience: Experience,
  blocks: MemberBlocks,
  stock: StockErrors | null,
  stream: RandomStream,
): Experience {
  const weights = Float64Array.from(
    { length: blocks.blocks },
    () => -Math.log(stream.uniform()),
  );
  const total = weights.reduce((a, b) => a + b);
  const { referenceYears, members: { year, average }, eligibility } = experience;
  const extract = blocks.extract(
    weights.map((weight) => weight * weights.length / total),
  );
  const drawn = studyExperience(
    extract,
    {
      referenceYears,
      baseYear: year,
      qualifyingMonths: eligibility.monthsAtLeast,
    },
  );
  return {
    ...drawn,
    extractName: experience.extractName,
    isSynthetic: experience.isSynthetic,
    members: { ...drawn.members, average },
    inactivity: drawn.inactivity === null || stock === null ? drawn.inactivity : {
      ...drawn.inactivity,
      curve: smoothedCurve(
        extract.inactive.map(({ members }) => members),
        stock,
      ),
    },
    eligibility: eligibility.isStated ? eligibility : drawn.eligibility,
  };
}
