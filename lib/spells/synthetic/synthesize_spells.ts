import type { StatisticsExtract } from "@jkp/extract";
import { mersenne } from "pure-rand/generator/mersenne";
import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { endReasonCode, type SpellColumns } from "../spell_columns.ts";
import { CarriedDraws } from "./carried_columns.ts";
import { type CohortTargets, cohortTargets } from "./cohort_targets.ts";
import { inactivityModel } from "./inactivity_model.ts";
import { type CohortSpells, simulateCohort } from "./simulate_cohort.ts";
import { EvenSequence, SimulationStreams } from "./simulation_streams.ts";
import { WageDraws, type WageFactors, WageFit } from "./wages.ts";

/** How large a register to make. */
export interface SpellSynthesisOptions {
  /**
   * Members, each with all their spells.
   * @default as many as the statistics stand for, which then are counted exactly
   */
  readonly members?: number | undefined;
  /** Whole number that fixes every choice. */
  readonly seed: number;
  /** Called as cohorts are made, with the part done so far, from 0 to 1. */
  readonly progress?: (done: number) => void;
}

/** A made register, batch by batch. */
export interface SynthesizedSpells {
  /** Members of the whole register that the statistics stand for. */
  readonly registerMembers: number;
  /** Members that are made. */
  readonly members: number;
  /** How many of the register each of them stands for: the rows' weight. */
  readonly weight: number;
  /** Spells, some hundred thousand at a time; each batch has whole members. */
  batches(): Generator<SpellColumns>;
}

/** Spells that a batch holds at least, but for the last. */
const BATCH_SPELLS = 500_000;

const LAYOFF = endReasonCode("layoff");

/**
 * Makes member-level spells that count to a statistics extract.
 *
 * A whole register is simulated cohort by cohort: members, claims and inactive come out to
 * the last unit, mean wages to the rupiah, and continuous service near its printed shares.
 * Of it, as many members as wanted are taken, evenly; a larger register is made of several.
 *
 * @param extract The statistics.
 * @param options How large, and the seed.
 * @returns The register. Making it takes the time of the whole one, whatever its size.
 * @throws {RangeError} If the number of members is not whole and positive.
 *
 * @example
 * ```ts
 * import { readShippedExtract } from "@jkp/extract";
 * import { synthesizeSpells } from "@jkp/spells";
 * import { assertThrows } from "@std/assert";
 *
 * const extract = await readShippedExtract();
 * assertThrows(() => synthesizeSpells(extract, { members: 0, seed: 1 }), RangeError);
 * ```
 */
export function synthesizeSpells(
  extract: StatisticsExtract,
  options: SpellSynthesisOptions,
): SynthesizedSpells {
  const { seed, progress = () => {} } = options;
  if (
    options.members !== undefined && !(options.members >= 1 && options.members % 1 === 0)
  ) {
    throw new RangeError(
      `Cannot make spells: a whole number of members is wanted, got ${options.members}`,
    );
  }
  const starts = startsOf(seed);
  let multiple = 1;
  let fit = fitRegister(extract, starts, multiple, progress);
  const members = options.members ?? fit.registerMembers;
  if (members > fit.registerMembers) {
    multiple = Math.ceil(members / fit.registerMembers);
    fit = fitRegister(extract, starts, multiple, progress);
  }
  const made = fit.registerMembers;
  return {
    registerMembers: made / multiple,
    members,
    weight: made / multiple / members,
    *batches() {
      const sampling = { of: made, members, start: starts.sample };
      yield* sampledBatches(extract, starts, multiple, fit.factors, sampling, progress);
    },
  };
}

/** Where the even sequences begin. */
interface Starts {
  readonly simulation: number;
  readonly wages: number;
  readonly carried: number;
  readonly sample: number;
}

function startsOf(seed: number): Starts {
  const generator = mersenne(seed);
  const next = () => uniformFloat64(generator);
  return { simulation: next(), wages: next(), carried: next(), sample: next() };
}

/** Simulates every cohort in order. */
function* cohortsOf(
  extract: StatisticsExtract,
  starts: Starts,
  multiple: number,
): Generator<{ targets: CohortTargets; spells: CohortSpells; done: number }> {
  const model = inactivityModel(extract);
  const streams = new SimulationStreams(extract.manifest, model);
  const even = new EvenSequence(starts.simulation);
  const cohorts = cohortTargets(extract, model, multiple);
  for (const [i, targets] of cohorts.entries()) {
    const spells = simulateCohort(targets, extract.manifest, model, streams, even);
    yield { targets, spells, done: (i + 1) / cohorts.length };
  }
}

/** Goes through the whole register once: how large it is, and what wages need. */
function fitRegister(
  extract: StatisticsExtract,
  starts: Starts,
  multiple: number,
  progress: (done: number) => void,
): { registerMembers: number; factors: WageFactors } {
  const wages = new WageFit(extract, new WageDraws(extract, starts.wages));
  let registerMembers = 0;
  for (const { targets, spells, done } of cohortsOf(extract, starts, multiple)) {
    registerMembers += spells.members;
    for (const row of rowsByMember(spells)) wages.add(wageSpell(targets, spells, row));
    progress(done / 2);
  }
  return { registerMembers, factors: wages.solve(multiple) };
}

function wageSpell(targets: CohortTargets, spells: CohortSpells, row: number) {
  return {
    sex: targets.sex,
    birthMonth: targets.birthMonth,
    start: spells.start[row]!,
    last: spells.last[row]!,
    reason: spells.reason[row]!,
    claim: spells.claim[row]!,
  };
}

function* sampledBatches(
  extract: StatisticsExtract,
  starts: Starts,
  multiple: number,
  factors: WageFactors,
  sampling: { readonly of: number; readonly members: number; readonly start: number },
  progress: (done: number) => void,
): Generator<SpellColumns> {
  const wages = new WageDraws(extract, starts.wages);
  const carried = new CarriedDraws(starts.carried);
  const share = sampling.members / sampling.of;
  const weight = sampling.of / multiple / sampling.members;
  let [seen, taken] = [0, 0];
  let batch = new BatchOfSpells();
  for (const { targets, spells, done } of cohortsOf(extract, starts, multiple)) {
    const isTaken = Array.from(
      { length: spells.members },
      (_, member) => isSampled(seen + member, share, sampling.start),
    );
    for (const row of rowsByMember(spells)) {
      const member = spells.member[row]!;
      if (!isTaken[member]) continue;
      const spell = wageSpell(targets, spells, row);
      const factor = factors.get(wages.classOf(spell)) ?? 1;
      batch.add(seen + member, spell, Math.round(factor * wages.next(spell)));
    }
    seen += spells.members;
    progress(0.5 + done / 2);
    if (batch.size < BATCH_SPELLS && done < 1) continue;
    const columns = batch.columns(taken, weight);
    taken = columns.member.length === 0 ? taken : columns.member.at(-1)! + 1;
    if (columns.member.length > 0) {
      yield { ...columns, carried: carriedOf(columns, carried) };
    }
    batch = new BatchOfSpells();
  }
}

/** Whether a member is in an even sample: one in `1 / share`, with a random start. */
function isSampled(member: number, share: number, start: number): boolean {
  return Math.floor((member + 1) * share + start) > Math.floor(member * share + start);
}

function carriedOf(spells: SpellColumns, draws: CarriedDraws) {
  const { member, endReason } = spells;
  return draws.columns(member, (row) => {
    for (let at = row; at < member.length && member[at] === member[row]; at++) {
      if (endReason[at] === LAYOFF) return true;
    }
    return false;
  });
}

/** Rows of a cohort by member, those of one member in the order in which they came. */
function rowsByMember(spells: CohortSpells): Uint32Array {
  const next = new Uint32Array(spells.members + 1);
  for (const member of spells.member) next[member + 1]!++;
  for (let member = 0; member < spells.members; member++) {
    next[member + 1]! += next[member]!;
  }
  const rows = new Uint32Array(spells.member.length);
  spells.member.forEach((member, row) => rows[next[member]!++] = row);
  return rows;
}

/** Spells on their way to columns. */
class BatchOfSpells {
  readonly #members: number[] = [];
  readonly #spells: ReturnType<typeof wageSpell>[] = [];
  readonly #wages: number[] = [];

  get size(): number {
    return this.#members.length;
  }

  add(member: number, spell: ReturnType<typeof wageSpell>, wageIdr: number): void {
    this.#members.push(member);
    this.#spells.push(spell);
    this.#wages.push(wageIdr);
  }

  /** The columns, with members numbered anew from a number on. */
  columns(firstMember: number, weight: number): SpellColumns {
    const spells = this.#spells;
    let number = firstMember - 1;
    const member = Uint32Array.from(this.#members, (member, row) => {
      if (row === 0 || member !== this.#members[row - 1]) number++;
      return number;
    });
    return {
      member,
      sex: Uint8Array.from(spells, (spell) => spell.sex),
      birthMonth: Int16Array.from(spells, (spell) => spell.birthMonth),
      startMonth: Int16Array.from(spells, (spell) => spell.start),
      lastMonth: Int16Array.from(spells, (spell) => spell.last),
      endReason: Uint8Array.from(spells, (spell) => spell.reason),
      claimMonth: Int16Array.from(spells, (spell) => spell.claim),
      monthlyWageIdr: Float64Array.from(this.#wages),
      weight: new Float64Array(spells.length).fill(weight),
      carried: {},
    };
  }
}
