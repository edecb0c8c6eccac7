import { assert, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { readSpells, type ReadSpellsOptions } from "../check/read_spells.ts";
import { exampleFolder } from "../example_folder.ts";
import { BROKEN_LEDGER, LEDGER_MANIFEST } from "../engine/random_ledger_for_test.ts";
import { openRegister } from "../folder/open_register.ts";
import { buildStatistics } from "./build_statistics.ts";
import { csvOf, REGISTER } from "./random_register_for_test.ts";
import { StatisticsBlocks } from "./statistics_blocks.ts";

async function blocksOf(
  folder: string,
  blocks: number,
  options: ReadSpellsOptions = {},
): Promise<StatisticsBlocks> {
  const register = await openRegister(folder);
  const counter = new StatisticsBlocks(register.manifest, blocks);
  await readSpells(register, [counter], options);
  return counter;
}

const TABLES = ["active", "withdrawals", "service", "inactive"] as const;

const withoutRecords = (rows: readonly object[]) =>
  rows.map((row) => ({ ...row, records: undefined }));

Deno.test("StatisticsBlocks gives the register's statistics when each block counts once", async () => {
  await fc.assert(
    fc.asyncProperty(REGISTER, fc.integer({ min: 1, max: 7 }), async (spells, blocks) => {
      const folder = await exampleFolder({ "spells.csv": csvOf(spells) });
      const { extract: whole } = await buildStatistics(folder);
      const extract = (await blocksOf(folder, blocks)).extract();
      for (const table of TABLES) {
        assertEquals(withoutRecords(extract[table]), withoutRecords(whole[table]), table);
      }
    }),
    { numRuns: 15 },
  );
});

Deno.test("StatisticsBlocks takes the wages of a ledger's payments as its statistics do", async () => {
  const options = { leavesOutErrors: true, mostLeftOut: 10 };
  let moving = 0;
  await fc.assert(
    fc.asyncProperty(
      BROKEN_LEDGER,
      fc.integer({ min: 1, max: 7 }),
      fc.integer({ min: 0, max: 2 }),
      async (files, blocks, gapMonths) => {
        const toml = `${LEDGER_MANIFEST}[ledger]\ngap_months = ${gapMonths}\n`;
        const folder = await exampleFolder({ ...files, "extract.toml": toml });
        await Deno.remove(`${folder}/spells.csv`);
        const built = await buildStatistics(folder, options).catch(() => undefined);
        if (built === undefined) return; // nobody is left
        const counter = await blocksOf(folder, blocks, options);
        for (const table of TABLES) {
          assertEquals(counter.extract()[table], built.extract[table], table);
        }
        // A resample is of whole members: where others are of another block, a mean moves.
        const twice = counter.extract(Array.from({ length: blocks }, (_, i) => 1 + i));
        const means = ({ active }: typeof twice) => active.map((row) => row.meanWageIdr);
        if (means(twice).join() !== means(built.extract).join()) moving++;
      },
    ),
    { numRuns: 6, seed: 3, endOnFailure: true },
  );
  assert(moving >= 2, `wages moved in ${moving} only`);
});

Deno.test("StatisticsBlocks counts members in proportion when blocks are weighted", async () => {
  const counter = await blocksOf(await exampleFolder(), 3);
  const sum = (times?: readonly number[]) =>
    counter.extract(times).active.reduce((all, { members }) => all + members, 0);
  const alone = [[1, 0, 0], [0, 1, 0], [0, 0, 1]].map(sum);
  assertEquals(alone.reduce((a, b) => a + b), sum());
  assertEquals(sum([2, 0.5, 3]), 2 * alone[0]! + 0.5 * alone[1]! + 3 * alone[2]!);
  assertEquals(sum([2, 2, 2]), 2 * sum());
});

Deno.test("StatisticsBlocks refuses weights that are not of its blocks", async () => {
  const counter = await blocksOf(await exampleFolder(), 3);
  assertThrows(() => counter.extract([1, 1]), RangeError, "3 numbers are wanted, got 2");
  const { manifest } = await openRegister(await exampleFolder());
  assertThrows(
    () => new StatisticsBlocks(manifest, 0),
    RangeError,
    "from 1 on is wanted, got 0",
  );
});
