import type { StatisticsExtract } from "@jkp/extract";
import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { mersenne } from "pure-rand/generator/mersenne";
import type { SpellColumns } from "@jkp/spells";
import { CarriedDraws } from "./carried_draws.ts";
import { cohortNumbers } from "./cohort_numbers.ts";
import type { Histories } from "./histories.ts";
import { inactivityOf } from "./inactivity.ts";
import { samplingOrder, SystematicSample } from "./sampling.ts";
import { CohortSimulation } from "./simulate_cohort.ts";
import { SpellBatch } from "./spell_batch.ts";
import { WageDraws } from "./wage_draws.ts";
import { WageFit } from "./wage_fit.ts";
import { type SynthesisWindow, synthesisWindow } from "./window.ts";

/** How many members to make, and from which seed. */
export interface SpellSynthesisOptions {
  /** Members of the register, 1 or more. */
  readonly members: number;
  /** Whole number that fixes which members a sample takes, and their chance parts. */
  readonly seed: number;
}

/**
 * Turns a statistics extract into member-level spells that count to it.
 *
 * The whole register has {@link registerSize} members. It counts exactly to the extract:
 * members by month, sex and age group, claims by month, sex, age group and reason, and
 * inactive by time elapsed. Mean wages agree to the rupiah, of claimants in every month, of
 * members in the last twelve. Fewer members are a systematic sample of the register, more
 * are members taken several times; the weight of a row says how many members it stands for.
 *
 * Histories are whole from the window's first month on. Of the members who left before it,
 * the register has only those who were still inactive, or claimed, when it began.
 *
 * @param extract The extract.
 * @param options Members and seed; the same ones give the same spells.
 * @returns Batches of fewer than a million spells, of whole members, sorted by member and
 * start. Members are numbered from 1 through all batches.
 * @throws {RangeError} If the number of members cannot be used, or no register can count
 * to the extract.
 *
 * @example A thousand members of an extract with a thousandth of the persons shipped
 * ```ts
 * import { fewerPersons } from "./fewer_persons_for_test.ts";
 * import { registerSize, synthesizeSpells } from "@jkp/synthetic";
 * import { readShippedExtract } from "@jkp/extract/read";
 * import { assertEquals } from "@std/assert";
 *
 * const extract = fewerPersons(await readShippedExtract(), 1000);
 * const [batch] = [...synthesizeSpells(extract, { members: 1000, seed: 2019 })];
 * assertEquals(batch!.member.at(-1), 1000);
 * assertEquals(batch!.weight[0], registerSize(extract) / 1000);
 * ```
 */
export function* synthesizeSpells(
  extract: StatisticsExtract,
  { members, seed }: SpellSynthesisOptions,
): Generator<SpellColumns> {
  if (!Number.isSafeInteger(members) || members < 1 || members > MOST_MEMBERS) {
    throw new RangeError(
      `Cannot synthesize spells: 1 to ${MOST_MEMBERS} members are wanted, got ${members}`,
    );
  }
  const [sampleStart, wageStart, carriedStart] = uniforms(seed);
  const window = synthesisWindow(extract);
  const { size, factors } = wholeRegister(extract, window, wageStart!);
  const sample = new SystematicSample(size, members, sampleStart!);
  const wages = new WageDraws(extract, window, wageStart!);
  const batch = new SpellBatch(new CarriedDraws(carriedStart!), size / members);
  let [place, number] = [0, 0];
  for (const { cohort, histories } of cohorts(extract, window)) {
    wages.draw(histories, cohort);
    const spells = {
      histories,
      sex: Math.floor(cohort / window.births),
      birthMonth: window.firstBirth + cohort % window.births,
      wages: wages.finish(histories, cohort, factors),
    };
    for (const member of samplingOrder(histories, window)) {
      for (let times = sample.next(); times > 0; times--) {
        if (batch.isFull) yield batch.take();
        batch.add(++number, place, spells, member);
      }
      place++;
    }
  }
  if (!batch.isEmpty) yield batch.take();
}

/**
 * Members of the whole register that an extract is turned into: each stands for itself.
 *
 * @param extract The extract.
 * @returns Persons: active in some month of the window, or inactive or claiming in it.
 * @throws {RangeError} If no register can count to the extract.
 *
 * @example A hundredth of the shipped extract, whose register has 25,897,396 members
 * ```ts
 * import { fewerPersons } from "./fewer_persons_for_test.ts";
 * import { registerSize } from "@jkp/synthetic";
 * import { readShippedExtract } from "@jkp/extract/read";
 * import { assertEquals } from "@std/assert";
 *
 * const extract = fewerPersons(await readShippedExtract(), 100);
 * assertEquals(registerSize(extract), 269_321);
 * ```
 */
export function registerSize(extract: StatisticsExtract): number {
  let size = 0;
  for (const { histories } of cohorts(extract, synthesisWindow(extract))) {
    size += histories.members;
  }
  return size;
}

/** Members that their numbers suffice for. */
const MOST_MEMBERS = 2 ** 32 - 1;

/** Goes through the register once: its size, and what its wages lack. */
function wholeRegister(
  extract: StatisticsExtract,
  window: SynthesisWindow,
  wageStart: number,
): { size: number; factors: Float64Array } {
  const wages = new WageDraws(extract, window, wageStart);
  const fit = new WageFit(window, wages.level);
  let size = 0;
  for (const { cohort, histories } of cohorts(extract, window)) {
    size += histories.members;
    fit.add(histories, wages.draw(histories, cohort), cohort);
  }
  return { size, factors: fit.factors(extract) };
}

/** The cohorts one after another; each until the next. */
function* cohorts(
  extract: StatisticsExtract,
  window: SynthesisWindow,
): Generator<{ cohort: number; histories: Histories }> {
  const inactivity = inactivityOf(extract);
  const numbers = cohortNumbers(extract, window, inactivity);
  const simulation = new CohortSimulation(window, numbers, inactivity);
  for (let cohort = 0; cohort < window.cohorts; cohort++) {
    yield { cohort, histories: simulation.run(cohort) };
  }
}

function uniforms(seed: number): number[] {
  const generator = mersenne(seed);
  return Array.from({ length: 3 }, () => uniformFloat64(generator));
}
