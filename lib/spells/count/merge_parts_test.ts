import { COUNTED_REGISTER_FILE } from "@jkp/extract";
import { statisticsExtractFiles } from "@jkp/extract/write";
import { DataError, type Problem } from "@jkp/problem";
import {
  assert,
  assertEquals,
  assertRejects,
  assertStringIncludes,
  assertThrows,
} from "@std/assert";
import fc from "fast-check";
import { exampleFolder } from "../example_folder.ts";
import type { Spell } from "../spell_columns.ts";
import { BROKEN_CSV } from "../engine/broken_register_for_test.ts";
import {
  BROKEN_JOINED,
  BROKEN_LEDGER,
  JOINED_MANIFEST,
  LEDGER_MANIFEST,
} from "../engine/random_ledger_for_test.ts";
import { type BuildOptions, buildStatistics } from "./build_statistics.ts";
import type { CountedRegister } from "./counted_register.ts";
import { exactSumsFiles, parseExactSums } from "./exact_sums_file.ts";
import { mergeParts } from "./merge_parts.ts";
import { csvOf, REGISTER } from "./random_register_for_test.ts";

const GROWTH = "wage_growth_per_year = 0.075\n";

/** The manifest of random registers, which grow by 7.5 per cent a year unless said. */
async function manifestText(growth: string = GROWTH): Promise<string> {
  const folder = await exampleFolder();
  return `${await Deno.readTextFile(`${folder}/extract.toml`)}${growth}`;
}

/** The files of a build, with exact sums. */
async function filesOf(
  spells: readonly Spell[],
  manifest: string,
): Promise<Map<string, string>> {
  const folder = await exampleFolder({
    "extract.toml": manifest,
    "spells.csv": csvOf(spells),
  });
  const { extract, counted } = await buildStatistics(folder);
  return await statisticsExtractFiles(extract, exactSumsFiles(counted));
}

async function written(files: ReadonlyMap<string, string>): Promise<string> {
  const folder = await exampleFolder(Object.fromEntries(files));
  await Deno.remove(`${folder}/spells.csv`);
  return folder;
}

async function mergedFiles(
  merged: { readonly counted: CountedRegister } & Awaited<ReturnType<typeof mergeParts>>,
): Promise<Map<string, string>> {
  return await statisticsExtractFiles(merged.extract, exactSumsFiles(merged.counted));
}

Deno.test("mergeParts() gives the whole byte for byte when members are parted at will", async () => {
  const inLines = "method = '''\nby hand\n'''";
  const manifest = (await manifestText()).replace(/^method = .*$/m, inLines);
  const parted = fc.record({
    spells: REGISTER,
    parts: fc.integer({ min: 2, max: 3 }),
  });
  await fc.assert(
    fc.asyncProperty(parted, async ({ spells, parts }) => {
      // No part is another's equal: that is refused.
      const different = spells.map((spell) => ({
        ...spell,
        monthlyWageIdr: spell.monthlyWageIdr + spell.member,
      }));
      const groups = Map.groupBy(different, ({ member }) => member % parts);
      const all = await Promise.all(
        [...groups.values()].map(async (each) => written(await filesOf(each, manifest))),
      );
      const whole = await filesOf(different, manifest);
      const merged = await mergeParts(all, "another name");
      assertEquals(await mergedFiles(merged), whole);
      const folder = await written(await mergedFiles(merged));
      assertEquals((await mergeParts([folder], "")).extract, merged.extract); // again
    }),
    { numRuns: 12 },
  );
});

Deno.test("mergeParts() gives the whole byte for byte of parts by hash of the member", async () => {
  const options = { leavesOutErrors: true, mostLeftOut: 10 };
  const buildsOf = async (folder: string, options: BuildOptions) => {
    const built = await buildStatistics(folder, options).catch((error) => error);
    return built instanceof Error
      ? built
      : await statisticsExtractFiles(built.extract, exactSumsFiles(built.counted));
  };
  const register = fc.oneof(
    fc.tuple(BROKEN_CSV.map((csv) => ({ "spells.csv": csv })), fc.constant(undefined)),
    fc.tuple(BROKEN_LEDGER, fc.constant(LEDGER_MANIFEST)),
    fc.tuple(BROKEN_JOINED, fc.constant(JOINED_MANIFEST)),
  );
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(register, async ([files, manifest]) => {
      const folder = await exampleFolder({
        ...files,
        "extract.toml": manifest ?? await manifestText(),
      });
      if ("iuran.csv" in files) await Deno.remove(`${folder}/spells.csv`);
      const whole = await buildsOf(folder, options);
      const parts = await Promise.all(
        [1, 2, 3].map((part) =>
          buildsOf(folder, { ...options, part: { part, parts: 3 } })
        ),
      );
      // A part may hold nobody who can be counted: of larger registers none is so.
      const built = parts.flatMap((each) => each instanceof Error ? [] : [each]);
      if (whole instanceof Error || built.length < parts.length) return;
      const folders = await Promise.all(built.map((each) => written(each)));
      const merged = await mergeParts(folders, "");
      assertEquals(await mergedFiles(merged), whole);
      assertStringIncludes(built[1]!.get("extract.toml")!, "Part 2 of 3 of the members");
      compared++;
    }),
    { numRuns: 14, seed: 1, endOnFailure: true },
  );
  assert(compared >= 4, `only ${compared} compared`);
});

/** Two members, in one part each. */
const TWO: readonly Spell[] = [0, 1].map((member) => ({
  member,
  sex: "F",
  birthMonth: 1990 * 12,
  startMonth: 2018 * 12,
  lastMonth: 2018 * 12 + 11 - member,
  monthlyWageIdr: 4_000_000,
  weight: member === 0 ? 1 : 2.5,
}));

Deno.test("mergeParts() names the whole, and joins methods, when parts differ in them", async () => {
  const manifest = await manifestText();
  const other = manifest.replace('name = "example"', 'name = "jawa"')
    .replace("four spells", "one spell");
  const folders = await Promise.all([
    written(await filesOf(TWO.slice(0, 1), manifest)),
    written(await filesOf(TWO.slice(1), other)),
  ]);
  const { extract } = await mergeParts(folders, "indonesia");
  assertEquals(extract.manifest.name, "indonesia");
  assertEquals(
    extract.manifest.method.split("The spells: ")[1],
    "four spells written by hand; one spell written by hand\n",
  );
  const january = extract.active.find(({ members }) => members > 0)!;
  assertEquals([january.members, january.records], [3.5, 2]);
});

Deno.test("parseExactSums() refuses sums of a ledger in which months have last wages", async () => {
  const { counted } = await buildStatistics(await exampleFolder());
  const files = exactSumsFiles(counted);
  const sums = ["exact_sums.csv", files.get("exact_sums.csv")!] as const;
  const read = (form: string) => {
    const text = files.get(COUNTED_REGISTER_FILE)!.replace('"spells"', `"${form}"`);
    return parseExactSums({ sums, register: ["register.toml", text] }, counted.window);
  };
  assertEquals(read("spells").spells, 4);
  assertThrows(() => read("ledger"), DataError, "wages of the payments of each month");
});

Deno.test("mergeParts() refuses parts that differ, stand twice, were changed or have no sums", async () => {
  const manifest = await manifestText();
  const files = await filesOf(TWO.slice(0, 1), manifest);
  const first = await written(files);
  const grown = await written(
    await filesOf(
      TWO.slice(1),
      manifest.replace("0.075", "0.05").replace("2019-12", "2019-11")
        .replace("JKP Lab", "BPJS"),
    ),
  );
  const problems = async (...folders: string[]) => {
    const error = await assertRejects(() => mergeParts(folders, "all"), DataError);
    return error.problems.map(({ place, received }: Problem) => [place, received]);
  };
  assertEquals(await problems(first, grown), [
    ["provider", "BPJS (synthetic)"],
    ["last_month", "2019-11"],
    ["last_month of the register", "2019-11"],
    ["wage_growth_per_year", "0.05"],
  ]);
  assertEquals(await problems(first, first), [
    [undefined, `the sums of ${first} again`],
  ]);
  const plain = await exampleFolder();
  const { extract } = await buildStatistics(plain);
  const bare = await written(await statisticsExtractFiles(extract));
  assertEquals(await problems(first, bare), [[undefined, "none"]]);
  const sums = files.get("exact_sums.csv")!.replace("members,,,,,1", "members,,,,,2");
  const changed = await written(new Map([...files, ["exact_sums.csv", sums]]));
  await assertRejects(() => mergeParts([changed], "all"), DataError, "exact_sums.csv");
});
