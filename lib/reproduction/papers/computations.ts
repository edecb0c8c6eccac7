import type { Published } from "@jkp/published";
import { contributionRate } from "@jkp/entitlement";
import type { Rules } from "@jkp/scheme";
import { benefitRateSummary, benefitSteps } from "./computations/benefit_rates.ts";
import { boxContributions, boxDays } from "./computations/box_1.ts";
import { averageRateBesideFlat, groupsBeyondBase } from "./computations/alternatives.ts";
import { dailyBenefits } from "./computations/daily_benefits.ts";
import { durations, leavingWithoutCause } from "./computations/durations.ts";
import { monthsOfFootnote, secondSpell } from "./computations/footnote_19.ts";
import { halfOfAverageWage, shareOfMinimumWage } from "./computations/minimum_wages.ts";
import { jknMembers } from "./computations/jkn_members.ts";
import {
  isContributory,
  largeAndMedium,
  recomposed,
  recordForNextClaim,
} from "./computations/read_together.ts";
import { terminations } from "./computations/terminations.ts";
import type { Sources } from "./sources.ts";

/**
 * What a cell can be bound to beside the rules themselves, by the first key of its path:
 * the rest of the path leads into what the computation gives.
 */
export const FROM_RULES: Readonly<
  Record<string, (rules: Rules, sources: Sources) => unknown>
> = {
  averageRateBesideFlat,
  benefitRates: benefitRateSummary,
  benefitSteps,
  contributionRate: ({ financing }) => contributionRate(financing),
  contributionsInBox1: boxContributions,
  dailyBenefits,
  durations,
  groupsBeyondBase,
  isContributory,
  largeAndMedium,
  leavingWithoutCause,
  recomposedRates: recomposed,
  recordForNextClaim,
  secondSpell,
  shareOfMinimumWage,
  terminations,
};

/**
 * Computations in which the calculator of claims and contributions decides a worked
 * example of a paper; the others bring values of a design into the paper's form.
 */
export const DECIDED_BY_CALCULATOR: ReadonlySet<string> = new Set([
  "contributionsInBox1",
  "secondSpell",
]);

/** What a cell can be bound to without a design: arithmetic on printed cells. */
export const FROM_PRINTED: Readonly<Record<string, (printed: Published) => unknown>> = {
  daysInBox1: boxDays,
  halfOfAverageWage,
  jknMembers,
  monthsInFootnote19: monthsOfFootnote,
};
