import {
  type GroupValues,
  INACTIVITY_CAUSES,
  type InactivityCause,
  type InactivityFlow,
  type InactivityGroup,
  type InactivityObservations,
} from "@jkp/spells";
import {
  type AalenJohansen,
  aalenJohansen,
  compareParametricFits,
  type KaplanMeier,
  kaplanMeier,
  type LogRankTest,
  logRankTest,
  type ParametricFit,
} from "@jkp/survival";
import { sumSimple } from "simple-statistics";
import { attempt } from "../attempt.ts";

/** How long the members of a group stayed inactive, and what ended it. */
export interface StudiedInactivity {
  /** Values of what was grouped by; none for all together. */
  readonly group: GroupValues;
  readonly flow: InactivityFlow;
  /** Fraction still inactive, whatever ends it. */
  readonly stillInactive: KaplanMeier;
  /** Fractions ended by each cause. */
  readonly ends: AalenJohansen;
  /** Distributions by Akaike's criterion, best first; none if too little ended to fit. */
  readonly fits: readonly ParametricFit[];
  /** Which distributions could not be fitted, and why. */
  readonly fitNotes?: readonly string[];
}

/** A study of inactivity: all together, group by group, and whether the groups differ. */
export interface InactivityStudy {
  readonly all: StudiedInactivity;
  /** The groups under observation; none if nothing was grouped by. */
  readonly groups: readonly StudiedInactivity[];
  /** Test of equal survival of the groups, if there are two or more. */
  readonly comparison?: LogRankTest;
  /** Why there is no test although there are two groups. */
  readonly comparisonNote?: string;
  /** Groups that were seen but never under observation. */
  readonly leftOut: readonly GroupValues[];
}

/** How the inactivities were drawn. */
export interface InactivityStudyOptions {
  /**
   * How many persons a row stood for: {@link EffectiveWeight} of a sample. Standard
   * errors, tests and Akaike's criterion count that many persons as one.
   * @default {1}
   */
  readonly effectiveWeight?: number;
}

/**
 * Studies how long inactivity lasts: survival, competing ends, fits, and a log-rank test.
 *
 * Durations are whole months, so fits take an end to lie within the month before it.
 *
 * @param counted Groups of inactivities, as `InactivityCounts` gives them.
 * @param options How they were drawn.
 * @returns The study.
 * @throws {RangeError} If no inactivity was under observation.
 * @see ILO (2021), section 1.2.3 and Figure 1.22, for inactivity of JHT members.
 */
export function inactivityStudy(
  counted: readonly InactivityGroup[],
  { effectiveWeight = 1 }: InactivityStudyOptions = {},
): InactivityStudy {
  const isObserved = ({ observations }: InactivityGroup) =>
    observations.durations.length > 0;
  const observed = counted.filter(isObserved);
  if (observed.length === 0) {
    throw new RangeError(
      "Cannot study inactivity: inactivities under observation are wanted, got none",
    );
  }
  const all = joined(observed);
  const hasGroups = Object.keys(observed[0]!.group).length > 0;
  const comparison = observed.length > 1
    ? attempt(
      "Log-rank test of equal survival",
      () => compared(observed, all.observations, effectiveWeight),
    )
    : undefined;
  return {
    all: studied({ group: {}, ...all }, effectiveWeight),
    groups: hasGroups ? observed.map((group) => studied(group, effectiveWeight)) : [],
    ...(comparison === undefined
      ? {}
      : "result" in comparison
      ? { comparison: comparison.result }
      : { comparisonNote: comparison.note }),
    leftOut: counted.filter((group) => !isObserved(group)).map(({ group }) => group),
  };
}

function studied(
  { group, flow, observations }: InactivityGroup,
  effectiveWeight: number,
): StudiedInactivity {
  const persons = scaled(observations, effectiveWeight);
  const name = Object.values(group).join(", ") || "All";
  const { fits, notFitted } = hasSpread(observations)
    ? compareParametricFits(persons, { timing: "interval" })
    : { fits: [], notFitted: [] };
  return {
    group,
    flow,
    stillInactive: kaplanMeier(persons),
    ends: aalenJohansen(persons, INACTIVITY_CAUSES),
    fits,
    fitNotes: [
      ...notFitted.map(({ reason }) => `${name}: ${reason}.`),
      ...(fits.length + notFitted.length > 0 ? [] : [
        `${name}: no distribution is fitted; inactivities that ended after different ` +
        "numbers of months are wanted.",
      ]),
    ],
  };
}

/** Whether ends lie at two times or more, of which a spread can be told. */
function hasSpread({ durations, eventObserved }: InactivityObservations): boolean {
  return new Set(durations.filter((_, i) => eventObserved[i] === 1)).size > 1;
}

function scaled(
  observations: InactivityObservations,
  effectiveWeight: number,
): InactivityObservations {
  const weights = observations.weights.map((weight) => weight / effectiveWeight);
  return { ...observations, weights };
}

function compared(
  groups: readonly InactivityGroup[],
  all: InactivityObservations,
  effectiveWeight: number,
): LogRankTest {
  const group = groups.flatMap(({ observations }, code) =>
    Array<number>(observations.durations.length).fill(code)
  );
  return logRankTest({ ...scaled(all, effectiveWeight), group });
}

/** All groups as one. */
function joined(
  groups: readonly InactivityGroup[],
): Pick<InactivityGroup, "flow" | "observations"> {
  const of = groups.map(({ observations }) => observations);
  const sum = (numberOf: (flow: InactivityFlow) => number) =>
    sumSimple(groups.map(({ flow }) => numberOf(flow)));
  return {
    observations: {
      durations: Uint16Array.from(of.flatMap(({ durations }) => [...durations])),
      eventObserved: Uint8Array.from(of.flatMap((one) => [...one.eventObserved])),
      cause: Uint8Array.from(of.flatMap(({ cause }) => [...cause])),
      entry: Uint16Array.from(of.flatMap(({ entry }) => [...entry])),
      weights: Float64Array.from(of.flatMap(({ weights }) => [...weights])),
    },
    flow: {
      entered: sum(({ entered }) => entered),
      ended: Object.fromEntries(
        INACTIVITY_CAUSES.map((cause) => [cause, sum(({ ended }) => ended[cause])]),
      ) as Record<InactivityCause, number>,
      stillInactive: sum(({ stillInactive }) => stillInactive),
    },
  };
}
