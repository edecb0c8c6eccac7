import { UsageError } from "@jkp/problem";
import { StatisticsBlocks } from "@jkp/spells";
import { rateIntervalsTable } from "@jkp/study";
import { bootstrapExperience, rateInterval } from "@jkp/uncertainty";
import { mainInputs, type ValuationBasis, type ValuationRun } from "@jkp/valuation";
import { drawnCurve, intervalByDraws } from "./how_sure.ts";

/**
 * Draws of a bootstrap: each studies the statistics again. With 199 the ends of a 90 per cent
 * interval are the 10th and the 190th of them, (199 + 1) · 0.05 and 0.95.
 * @see Davison and Hinkley (1997), Bootstrap Methods and their Application, section 5.2.
 */
const BOOTSTRAP_DRAWS = 199;

/** Counts the members of a valuation's extract in blocks, for a bootstrap. */
export async function memberBlocks(basis: ValuationBasis): Promise<StatisticsBlocks> {
  const { isOfMembers, extractFolder } = basis;
  if (!isOfMembers || extractFolder === null) {
    throw new UsageError(
      `--spells wants an extract of single members, got statistics: ` +
        basis.label.extractName,
    );
  }
  const { openRegister, readSpells } = await import("@jkp/spells/read");
  const register = await openRegister(extractFolder);
  const blocks = new StatisticsBlocks(register.manifest);
  await readSpells(register, [blocks]);
  return blocks;
}

/**
 * How far the rates of a valuation's first design can be wrong by its members' experience:
 * by draws of each figure, and by a bootstrap of members. A time out of work of completed
 * spells is drawn by its own errors in both.
 */
export function experienceIntervals(
  run: ValuationRun,
  blocks: StatisticsBlocks,
  seed: number,
): ReturnType<typeof rateIntervalsTable> {
  const { basis, rulesInTime: [rules], inWords } = run;
  const main = mainInputs(run);
  const { experience, scenario } = main;
  const { errors, interval: drawn } = intervalByDraws(run, seed);
  const bootstrap = rateInterval(
    rules!,
    main,
    bootstrapExperience(experience, blocks, errors),
    { draws: BOOTSTRAP_DRAWS, seed, ...drawnCurve(basis) },
  );
  return rateIntervalsTable(
    [
      { method: "Draws of each figure", interval: drawn },
      { method: "Bootstrap of members", interval: bootstrap },
    ],
    `${scenario.title} scenario, ${rules!.at(-1)!.title}, ${inWords}`,
  );
}
