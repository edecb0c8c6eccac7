/**
 * How sure? Errors of the experience, valuations over many paths of the economy, what moves
 * the rate, and rules that set it.
 *
 * @module
 */

export type { CostPaths } from "./cost_paths.ts";
export { bootstrapExperience } from "./experience/bootstrap_experience.ts";
export { drawExperience } from "./experience/draw_experience.ts";
export {
  type ExperienceErrors,
  experienceErrors,
} from "./experience/experience_errors.ts";
export { type RateInterval, rateInterval } from "./experience/rate_interval.ts";
