import type { StatisticsExtract } from "@jkp/extract";
import { readShippedExtract } from "@jkp/extract/read";
import { type Experience, studyExperience } from "@jkp/experience";
import { namedSeed, randomStream } from "@jkp/numeric";
import { type SpellColumns, StatisticsBlocks } from "@jkp/spells";
import { registerSize, spellManifestOf, synthesizeSpells } from "@jkp/synthetic";
import { mainInputs, runValuation, type ValuationInputs } from "@jkp/valuation";
import { readValuation } from "@jkp/valuation/read";
import type { RulesInTime } from "@jkp/scheme";
import { fewerPersons } from "../../synthetic/spells/fewer_persons_for_test.ts";

/** Small registers drawn from a large one, of which the truth is known. */
export interface RedrawnRegisters {
  readonly rules: RulesInTime;
  /** The inputs under which rates are compared; the experience is the large register's. */
  readonly truth: ValuationInputs;
  /** Members at random, each as one; the same for the same number. */
  readonly redraw: (
    index: number,
    members: number,
    blocks?: number,
  ) => StatisticsBlocks;
  readonly study: (extract: StatisticsExtract) => Experience;
}

/** One in so many persons of the shipped extract: a register of 0.27 million members. */
const DIVISOR = 100;

/**
 * The register that the generator turns a hundredth of the shipped extract into: its counts
 * are the extract's, so that the extract's rates are the hazards its members have.
 */
export async function redrawnRegisters(
  seed: number,
): Promise<RedrawnRegisters> {
  const extract = fewerPersons(await readShippedExtract(), DIVISOR);
  const size = registerSize(extract);
  const [batch] = [...synthesizeSpells(extract, { members: size, seed })];
  const spells = batch!;
  const firstRows: number[] = [];
  for (let row = 0; row < spells.member.length; row++) {
    if (row === 0 || spells.member[row] !== spells.member[row - 1]) {
      firstRows.push(row);
    }
  }
  firstRows.push(spells.member.length);
  const manifest = spellManifestOf(extract.manifest, {
    registerMembers: size,
    members: size,
    seed,
  });
  const run = runValuation(await readValuation("report_2021"));
  const study = (of: StatisticsExtract) => studyExperience(of, { baseYear: 2019 });
  const all = new StatisticsBlocks(manifest, 1);
  all.add(spells);
  return {
    rules: run.rulesInTime[0]!,
    truth: { ...mainInputs(run), experience: study(all.extract()) },
    redraw: (index, members, numberOfBlocks) => {
      const stream = randomStream(namedSeed(seed, "members"), index);
      const rows: number[] = [];
      const numbers: number[] = [];
      for (let number = 1; number <= members; number++) {
        const member = Math.floor((1 - stream.uniform()) * size);
        for (
          let row = firstRows[member]!;
          row < firstRows[member + 1]!;
          row++
        ) {
          rows.push(row);
          numbers.push(number);
        }
      }
      const blocks = new StatisticsBlocks(manifest, numberOfBlocks);
      blocks.add(chosenRows(spells, rows, numbers));
      return blocks;
    },
    study,
  };
}

function chosenRows(
  spells: SpellColumns,
  rows: readonly number[],
  members: readonly number[],
): SpellColumns {
  return {
    member: Uint32Array.from(members),
    sex: Uint8Array.from(rows, (row) => spells.sex[row]!),
    birthMonth: Int16Array.from(rows, (row) => spells.birthMonth[row]!),
    startMonth: Int16Array.from(rows, (row) => spells.startMonth[row]!),
    lastMonth: Int16Array.from(rows, (row) => spells.lastMonth[row]!),
    endReason: Uint8Array.from(rows, (row) => spells.endReason[row]!),
    claimMonth: Int16Array.from(rows, (row) => spells.claimMonth[row]!),
    monthlyWageIdr: Float64Array.from(
      rows,
      (row) => spells.monthlyWageIdr[row]!,
    ),
    weight: new Float64Array(rows.length).fill(1),
    carried: {},
  };
}
