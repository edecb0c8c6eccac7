import type { MonthWages } from "./shape.ts";

/** Steps of a doubling by which wages are told apart, and steps in all. */
export const STEPS = 8;
export const ALL_STEPS = 32 * STEPS;

/** Step of a wage: its power of two and the eighth of the way to the next. */
export function stepOf(wage: number): number {
  const whole = Math.min(wage, 2 ** 32 - 1) >>> 0;
  if (whole < STEPS) return 0;
  const power = 31 - Math.clz32(whole);
  return power * STEPS + ((whole >>> (power - 3)) & (STEPS - 1));
}

/** The least wage of a step; of the one after the last there is none. */
export function leastOf(step: number): number {
  if (step === 0) return 0;
  return step >= ALL_STEPS ? Infinity : atStep(step, 0);
}

/** How many wages there are in all steps, and their median, to a step. */
export function medianOf(steps: Uint32Array): MonthWages {
  const spells = steps.reduce((a, b) => a + b, 0);
  let step = 0;
  for (let sum = steps[0]!; sum < spells / 2; sum += steps[step]!) step++;
  return { spells, medianIdr: atStep(step, 0.5) };
}

/** The wage a part of the way through a step. */
function atStep(step: number, part: number): number {
  return 2 ** Math.floor(step / STEPS) * (1 + (step % STEPS + part) / STEPS);
}
