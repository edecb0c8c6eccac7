import { type BySex, bySex, SEX_KEYS } from "@jkp/extract";
import { sumSimple } from "simple-statistics";

/** One value for males, females and both. */
export interface Split {
  readonly male: number;
  readonly female: number;
  readonly total: number;
}

/** What the labour force of a year is made from. */
export interface LabourForceAssumptions {
  /** People of working age, in any unit. */
  readonly population: BySex<number>;
  /** Fraction of them that works or looks for work. */
  readonly participationRate: BySex<number>;
  /** Unemployed as a fraction of the whole labour force. */
  readonly unemploymentRate: number;
  /** Unemployment rates by sex in some year: only their ratio matters. */
  readonly unemploymentPattern: BySex<number>;
}

/** The labour force of a year; people in the unit of the population. */
export interface LabourForce {
  readonly population: Split;
  readonly participationRate: Split;
  readonly labourForce: Split;
  readonly employed: Split;
  readonly unemployed: Split;
  /** Unemployed as a fraction of the labour force. */
  readonly unemploymentRate: Split;
}

/**
 * Working-age population, labour force, employed and unemployed of a year.
 *
 * The unemployment rates of the sexes keep the ratio of the pattern, at the level that
 * gives the whole labour force its rate.
 */
export function labourForceOf(assumptions: LabourForceAssumptions): LabourForce {
  checkAssumptions(assumptions);
  const { population, participationRate, unemploymentRate, unemploymentPattern } =
    assumptions;
  const force = split((sex) => population[sex] * participationRate[sex]);
  const patterned = sumSimple(
    SEX_KEYS.map((sex) => force[sex] * unemploymentPattern[sex]),
  );
  const level = patterned > 0 ? unemploymentRate * force.total / patterned : 0;
  const unemployed = split((sex) => force[sex] * unemploymentPattern[sex] * level);
  const people = split((sex) => population[sex]);
  return {
    population: people,
    participationRate: ratioOf(force, people),
    labourForce: force,
    employed: split((sex) => force[sex] - unemployed[sex]),
    unemployed,
    unemploymentRate: ratioOf(unemployed, force),
  };
}

function split(make: (sex: keyof BySex<number>) => number): Split {
  const { male, female } = bySex(make);
  return { male, female, total: male + female };
}

function ratioOf(over: Split, under: Split): Split {
  const ratio = (key: keyof Split) => under[key] > 0 ? over[key] / under[key] : 0;
  return { male: ratio("male"), female: ratio("female"), total: ratio("total") };
}

function checkAssumptions(
  { population, participationRate, unemploymentRate, unemploymentPattern }:
    LabourForceAssumptions,
): void {
  const isFraction = (rate: number) => rate >= 0 && rate <= 1;
  const wrong = SEX_KEYS.flatMap((sex) => [
    ...population[sex] > 0 && Number.isFinite(population[sex])
      ? []
      : [`population ${population[sex]} (${sex})`],
    ...isFraction(participationRate[sex])
      ? []
      : [`participation ${participationRate[sex]} (${sex})`],
    ...unemploymentPattern[sex] > 0 && Number.isFinite(unemploymentPattern[sex])
      ? []
      : [`pattern ${unemploymentPattern[sex]} (${sex})`],
  ]);
  if (!isFraction(unemploymentRate)) wrong.push(`unemployment ${unemploymentRate}`);
  if (wrong.length > 0) {
    throw new RangeError(
      "Cannot make a labour force: people and a pattern above 0 and rates from 0 to 1 " +
        `are wanted, got ${wrong.join(", ")}`,
    );
  }
}
