import { assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { readSpells } from "../check/read_spells.ts";
import { exampleFolder } from "../example_folder.ts";
import { openRegister } from "../folder/open_register.ts";
import { buildStatistics } from "./build_statistics.ts";
import { csvOf, REGISTER } from "./random_register_for_test.ts";
import { StatisticsBlocks } from "./statistics_blocks.ts";

async function blocksOf(folder: string, blocks: number): Promise<StatisticsBlocks> {
  const register = await openRegister(folder);
  const counter = new StatisticsBlocks(register.manifest, blocks);
  await readSpells(register, [counter]);
  return counter;
}

const withoutRecords = (rows: readonly object[]) =>
  rows.map((row) => ({ ...row, records: undefined }));

Deno.test("StatisticsBlocks gives the register's statistics when each block counts once", async () => {
  await fc.assert(
    fc.asyncProperty(REGISTER, fc.integer({ min: 1, max: 7 }), async (spells, blocks) => {
      const folder = await exampleFolder({ "spells.csv": csvOf(spells) });
      const { extract: whole } = await buildStatistics(folder);
      const extract = (await blocksOf(folder, blocks)).extract();
      for (const table of ["active", "withdrawals", "service", "inactive"] as const) {
        assertEquals(withoutRecords(extract[table]), withoutRecords(whole[table]), table);
      }
    }),
    { numRuns: 15 },
  );
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
