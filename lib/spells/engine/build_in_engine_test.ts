import { parseSpellManifest } from "@jkp/extract";
import { STANDARD_MAPPING } from "@jkp/mapping";
import { monthOf } from "@jkp/month";
import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { buildStatistics } from "../count/build_statistics.ts";
import { csvOf, REGISTER } from "../count/random_register_for_test.ts";
import { exampleFolder } from "../example_folder.ts";
import { buildInEngine } from "./build_in_engine.ts";
import { duckDbEngine } from "./duckdb_for_test.ts";

async function manifestOf(folder: string) {
  const file = `${folder}/extract.toml`;
  return parseSpellManifest(file, await Deno.readTextFile(file));
}

Deno.test("buildInEngine() counts as buildStatistics() does, to the byte", async () => {
  const windows = fc.record({
    firstMonth: fc.option(fc.integer({ min: monthOf(2018, 1), max: monthOf(2018, 12) }), {
      nil: undefined,
    }),
    lastMonth: fc.option(fc.integer({ min: monthOf(2019, 1), max: monthOf(2019, 12) }), {
      nil: undefined,
    }),
  });
  await fc.assert(
    fc.asyncProperty(
      REGISTER,
      windows,
      fc.integer({ min: 1, max: 3 }),
      async (spells, window, parts) => {
        const folder = await exampleFolder({ "spells.csv": csvOf(spells) });
        const manifest = { ...await manifestOf(folder), wageGrowthPerYear: 0.0731 };
        await Deno.writeTextFile(
          `${folder}/extract.toml`,
          (await Deno.readTextFile(`${folder}/extract.toml`)) +
            "wage_growth_per_year = 0.0731\n",
        );
        const local = await buildStatistics(folder, window);
        const there = await buildInEngine(
          await duckDbEngine(`${folder}/spells.csv`),
          { table: "spells", manifest, mapping: STANDARD_MAPPING },
          { ...window, parts },
        );
        assertEquals(there.extract, local.extract);
      },
    ),
    { numRuns: 15 },
  );
});
