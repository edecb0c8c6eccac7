import { DataError } from "@jkp/problem";
import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { buildStatistics } from "../count/build_statistics.ts";
import { exampleFolder } from "../example_folder.ts";
import { polars } from "../source/polars.ts";
import { checkSpells } from "./check_spells.ts";
import type { Finding } from "./finding.ts";

/** A change of a file: some bytes at a place in it (as a fraction) replaced by others. */
const MUTATION = fc.record({
  place: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.nat({ max: 12 }),
  inserted: fc.oneof(
    fc.uint8Array({ maxLength: 6 }),
    fc.constantFrom('"', ",", "\n", ";", "\r", "\u0000", "2019-13", '"\n"', ",,,,,,,,")
      .map((text) => new TextEncoder().encode(text)),
  ),
});

function mutated(
  bytes: Uint8Array,
  mutations: readonly (typeof MUTATION extends fc.Arbitrary<infer M> ? M : never)[],
): Uint8Array {
  let result = bytes;
  for (const { place, removed, inserted } of mutations) {
    const at = Math.floor(place * result.length);
    result = Uint8Array.from([
      ...result.subarray(0, at),
      ...inserted,
      ...result.subarray(at + removed),
    ]);
  }
  return result;
}

/** Checks a folder; the count must take exactly what the check finds usable. */
async function checkAndBuild(folder: string): Promise<void> {
  const findings: Finding[] = [];
  const report = await checkSpells(folder, (finding) => findings.push(finding));
  assertEquals(report.errors + report.warnings, findings.length);
  const built = await buildStatistics(folder).catch((error: unknown) => {
    assert(error instanceof DataError, String(error));
    return undefined;
  });
  assertEquals(built !== undefined, report.isUsable);
  assertEquals(
    [...Deno.readDirSync(folder)].filter(({ name }) => /part|tmp/.test(name)),
    [],
  );
}

for (const name of ["spells.csv", "extract.toml"]) {
  Deno.test(`checkSpells() has a finding for every ${name} that cannot be used`, async () => {
    const original = await Deno.readFile(`${await exampleFolder()}/${name}`);
    await fc.assert(
      fc.asyncProperty(
        fc.array(MUTATION, { minLength: 1, maxLength: 4 }),
        async (mutations) => {
          const folder = await exampleFolder({ [name]: mutated(original, mutations) });
          await checkAndBuild(folder);
          await Deno.remove(folder, { recursive: true });
        },
      ),
      { numRuns: 150 },
    );
  });
}

Deno.test("checkSpells() has a finding for every Parquet file that is damaged", async () => {
  const source = await exampleFolder();
  const parquet = `${source}/whole.parquet`;
  polars.readCSV(`${source}/spells.csv`, { inferSchemaLength: 0 }).writeParquet(parquet);
  const original = await Deno.readFile(parquet);
  const manifest = await Deno.readTextFile(`${source}/extract.toml`);
  await fc.assert(
    fc.asyncProperty(
      fc.array(MUTATION, { minLength: 1, maxLength: 3 }),
      async (mutations) => {
        const folder = await exampleFolder({
          "extract.toml": `files = ["spells.parquet"]\n${manifest}`,
          "spells.parquet": mutated(original, mutations),
        });
        await checkAndBuild(folder);
        await Deno.remove(folder, { recursive: true });
      },
    ),
    { numRuns: 100 },
  );
});
