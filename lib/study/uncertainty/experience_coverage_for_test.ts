import { poissonInterval } from "@jkp/experience";
import {
  bootstrapExperience,
  drawExperience,
  experienceErrors,
  rateInterval,
} from "@jkp/uncertainty";
import { valueSchemes } from "@jkp/valuation";
import { type RedrawnRegisters, redrawnRegisters } from "./redrawn_registers_for_test.ts";

/** How often intervals held the truth. */
export interface Coverage {
  /** Registers that could be valued. */
  redraws: number;
  /** Registers that the valuation refuses: nobody stopped in the last month. */
  refused: number;
  /** Of those, how many intervals held the true suggested rate. */
  parametric: number;
  bootstrap: number;
  /** The interval of the number of terminations alone. */
  naive: number;
  /** Mean width over the truth. */
  parametricWidth: number;
  bootstrapWidth: number;
  naiveWidth: number;
}

/** What is tried on each register; no draws of a kind, and it is left out. */
export interface CoverageOptions {
  readonly members: number;
  readonly first: number;
  readonly count: number;
  readonly draws: number;
  readonly bootstrapDraws: number;
}

const LEVEL = 0.9;

/** Seed of the large register; the registers drawn from it are its streams 0, 1, 2 … */
export const REGISTER_SEED = 2019;

/**
 * Draws registers again and again, and counts how often the 90 per cent interval of their
 * suggested rate holds that of the large register that they are drawn from.
 */
export function experienceCoverage(
  { rules, truth, redraw, study }: RedrawnRegisters,
  { members, first, count, draws, bootstrapDraws }: CoverageOptions,
): Coverage {
  const rateOf = (experience: typeof truth.experience) =>
    valueSchemes([rules], [{ ...truth, experience }]).valued[0]!.suggestedRate;
  const rate = rateOf(truth.experience);
  const coverage: Coverage = {
    redraws: 0,
    refused: 0,
    parametric: 0,
    bootstrap: 0,
    naive: 0,
    parametricWidth: 0,
    bootstrapWidth: 0,
    naiveWidth: 0,
  };
  const add = (
    kind: "parametric" | "bootstrap" | "naive",
    lower: number,
    upper: number,
  ) => {
    if (lower <= rate && rate <= upper) coverage[kind]++;
    coverage[`${kind}Width`] += (upper - lower) / rate / count;
  };
  for (let index = first; index < first + count; index++) {
    const blocks = redraw(index, members, bootstrapDraws === 0 ? 1 : undefined);
    const extract = blocks.extract();
    const experience = study(extract);
    if (experience.inactivity === null) {
      coverage.refused++;
      continue;
    }
    coverage.redraws++;
    const { claims } = experience.termination;
    const counted = poissonInterval(claims, LEVEL);
    const point = rateOf(experience);
    add("naive", point * counted.lower / claims, point * counted.upper / claims);
    if (draws === 0 && bootstrapDraws === 0) continue;
    const inputs = { ...truth, experience };
    const errors = experienceErrors(extract, experience, inputs.scenario);
    if (draws > 0) {
      const { suggested: { lower, upper } } = rateInterval(
        rules,
        inputs,
        (stream) => drawExperience(experience, errors, stream),
        { draws, seed: index, level: LEVEL },
      );
      add("parametric", lower.rate, upper.rate);
    }
    if (bootstrapDraws > 0) {
      const { suggested: { lower, upper } } = rateInterval(
        rules,
        inputs,
        bootstrapExperience(experience, blocks, errors.stock),
        { draws: bootstrapDraws, seed: index, level: LEVEL },
      );
      add("bootstrap", lower.rate, upper.rate);
    }
  }
  return coverage;
}

/**
 * Of 200 registers of 1,000 members one was refused: nobody had stopped in its last month.
 * Of the 199 others the 90 per cent interval of the suggested rate held the truth, 1.32 per
 * cent, in
 *
 * - 184, or 92.5 per cent, by 400 draws of the experience (mean width 32 per cent of the
 *   truth),
 * - 174, or 87.4 per cent, by 200 draws of a bootstrap of members (29 per cent),
 * - 119, or 59.8 per cent, by the Poisson interval of the terminations alone (26 per cent).
 *
 * The seeds are that of the large register, 2019; 0 to 199, one a register, which is also
 * that of its draws.
 *
 * On registers that nothing was looked at before, those of numbers 1000 to 1199 drawn from the
 * large register of seed 2026, one was refused, and of the 199 others the interval held the
 * truth in
 *
 * - 180, or 90.5 per cent, by the draws (mean width 31 per cent of the truth),
 * - 168, or 84.4 per cent, by the bootstrap (28 per cent), with a standard error of 2 points:
 *   of both sets together in 342 of 398, or 85.9 per cent,
 * - 128, or 64.3 per cent, by the Poisson interval (27 per cent).
 *
 * The whole proof, for minutes: `deno run --config deno.dev.json -A` and this file, with the
 * seed of the large register and the number of its first small one if others are wanted. */
if (import.meta.main) {
  const [seed = REGISTER_SEED, first = 0] = Deno.args.map(Number);
  const registers = await redrawnRegisters(seed);
  const same = { members: 1000, first, count: 200 };
  const show = (coverage: Coverage) => console.log(JSON.stringify(coverage));
  show(experienceCoverage(registers, { ...same, draws: 400, bootstrapDraws: 0 }));
  show(experienceCoverage(registers, { ...same, draws: 0, bootstrapDraws: 200 }));
}
