import type { Family } from "./family.ts";

/** A likelihood at two parameters, location and logarithm of the scale. */
export interface LikelihoodAt {
  readonly value: number;
  /** Slopes along location and logarithm of the scale. */
  readonly gradient: readonly [location: number, logScale: number];
  /** Second slopes: along location, mixed, along the logarithm of the scale. */
  readonly hessian: readonly [location: number, mixed: number, logScale: number];
}

/** Like spells, counted. */
export interface SpellKind {
  readonly entry: number;
  readonly duration: number;
  readonly isEvent: boolean;
  readonly weight: number;
}

/**
 * The logarithm of the likelihood of durations, with its slopes. If `isInterval`, a
 * duration is the month in which the end came: between the duration less one and the
 * duration.
 */
export function logLikelihood(
  family: Family,
  kinds: readonly SpellKind[],
  isInterval: boolean,
  location: number,
  logScale: number,
): LikelihoodAt {
  const scale = Math.exp(logScale);
  const at = (time: number) => (Math.log(time) - location) / scale;
  const sums = [0, 0, 0, 0, 0, 0];
  const add = (terms: readonly number[], weight: number) =>
    terms.forEach((term, i) => sums[i]! += weight * term);
  for (const { entry, duration, isEvent, weight } of kinds) {
    if (isEvent && isInterval) {
      add(withinInterval(family, at(duration - 1), at(duration), scale), weight);
    } else if (isEvent) {
      const z = at(duration);
      add(chained(family.logDensity(z), z, scale), weight);
      add([-logScale - Math.log(duration), 0, -1, 0, 0, 0], weight);
    } else {
      const z = at(duration);
      if (z > -Infinity) add(chained(family.logSurvival(z), z, scale), weight);
    }
    if (entry > 0) {
      const z = at(entry);
      add(chained(family.logSurvival(z), z, scale), -weight);
    }
  }
  const [value, location1, logScale1, location2, mixed, logScale2] = sums;
  return {
    value: value!,
    gradient: [location1!, logScale1!],
    hessian: [location2!, mixed!, logScale2!],
  };
}

/** Slopes of z along location and logarithm of the scale: first and second. */
function slopesOf(z: number, scale: number) {
  return { first: [-1 / scale, -z], second: [0, 1 / scale, z] } as const;
}

/** A function of z as one of the parameters: value, two slopes, three second slopes. */
function chained(
  [value, slope, curve]: readonly [number, number, number],
  z: number,
  scale: number,
): number[] {
  const { first: [a, b], second } = slopesOf(z, scale);
  return [
    value,
    slope * a,
    slope * b,
    curve * a * a + slope * second[0],
    curve * a * b + slope * second[1],
    curve * b * b + slope * second[2],
  ];
}

/** Logarithm of the probability of an end between two times, as {@link chained} has it. */
function withinInterval(
  family: Family,
  from: number,
  to: number,
  scale: number,
): number[] {
  const terms = [0, 0, 0, 0, 0, 0];
  for (const [z, sign] of [[from, 1], [to, -1]] as const) {
    if (z === -Infinity) {
      terms[0]! += sign;
      continue;
    }
    const [logSurvival] = family.logSurvival(z);
    const [logDensity, slope] = family.logDensity(z);
    const density = Math.exp(logDensity);
    const survival = [Math.exp(logSurvival), -density, -density * slope] as const;
    chained(survival, z, scale).forEach((term, i) => terms[i]! += sign * term);
  }
  const [p, a, b, aa, ab, bb] = terms as [number, number, number, number, number, number];
  return [
    Math.log(p),
    a / p,
    b / p,
    aa / p - (a / p) ** 2,
    ab / p - (a * b) / p ** 2,
    bb / p - (b / p) ** 2,
  ];
}
