/**
 * Runs cases: files of `cases/`, each through the command that its user would call, with
 * what is right.
 *
 * @module
 */

import { readStatisticsExtract } from "@jkp/extract/read";
import { parse } from "@std/csv";
import { assertEquals, assertNotMatch, assertStringIncludes } from "@std/assert";
import { sumSimple } from "simple-statistics";
import { cp } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { experienceCommand } from "./experience.ts";
import { extractCommand } from "./extract.ts";
import { inactivityCommand } from "./inactivity.ts";
import { type CommandResult, runHere } from "./run_for_test.ts";
import { serviceCommand } from "./service.ts";
import { survivalCommand } from "./survival.ts";
import { valueCommand } from "./value.ts";

/** What a command is expected to say of a file. */
export interface Case {
  /** Folder of `cases/`, or a file of it for `survival`. */
  readonly file: string;
  /**
   * `map` proposes a mapping for the file of the folder, and checks under it;
   * `experience` and `value` build statistics first.
   */
  readonly command:
    | "check"
    | "map"
    | "build"
    | "inactivity"
    | "service"
    | "experience"
    | "value"
    | "survival";
  /** What is right, in words. */
  readonly expected: string;
  /** Options of the command. */
  readonly options?: readonly string[];
  /** Findings of `check`: rule, row, column, value, as far as there are; no others. */
  readonly findings?: readonly string[];
  /** What is said in the mapping and on the terminal, in this order, lines joined. */
  readonly says?: readonly string[];
  /** What must not stand in the mapping. */
  readonly saysNothingOf?: RegExp;
  /** Claims of the built statistics, and members in their first month. */
  readonly counts?: readonly [claims: number, members: number];
  readonly code?: 0 | 1;
}

/** Where the files of the cases stand. */
export const CASES_FOLDER = fileURLToPath(new URL("cases/", import.meta.url));

/** Runs `extract`. */
export const extract = (...args: string[]) => runHere(extractCommand, ...args);

/** A copy of a folder of cases, and an empty folder beside it. */
export async function copied(name: string): Promise<{ folder: string; out: string }> {
  const home = await Deno.makeTempDir();
  await cp(`${CASES_FOLDER}${name}`, `${home}/in`, { recursive: true });
  return { folder: `${home}/in`, out: `${home}/out` };
}

/** Findings of a check as `rule | row | column | value`, without what is empty. */
export async function findingsIn(out: string): Promise<string[]> {
  const rows = parse(await Deno.readTextFile(`${out}/findings.csv`)).slice(1);
  return rows.map(([rule, , , row, , column, value]: string[]) =>
    [rule, row, column, value].filter((part) => part !== "").join(" | ")
  );
}

/** Maps the one file of a folder; gives the text of the mapping. */
async function map(folder: string): Promise<string> {
  const [file] = [...Deno.readDirSync(folder)].filter(({ name }) =>
    /csv|xlsx/.test(name)
  );
  const mapping = `${folder}/mapping.toml`;
  const source = `${folder}/${file!.name}`;
  const { code } = await extract("map", "--suggest", source, "--out", mapping);
  assertEquals(code, 0);
  return await Deno.readTextFile(mapping);
}

async function run(
  { file, command, options = [] }: Case,
  { folder, out }: { readonly folder: string; readonly out: string },
): Promise<CommandResult & { readonly mapping?: string }> {
  switch (command) {
    case "check":
    case "build":
      return await extract(command, folder, "--out", out, ...options);
    case "map": {
      const mapping = await map(folder);
      return { ...await extract("check", folder, "--out", out, ...options), mapping };
    }
    case "inactivity": {
      const ran = await runHere(inactivityCommand, folder, "--out", out, ...options);
      const tables = ["inactivity_survival.md", "inactivity_fits.md"].map((name) =>
        Deno.readTextFile(`${out}/${name}`).catch(() => "")
      );
      return { ...ran, stdout: [ran.stdout, ...await Promise.all(tables)].join("\n") };
    }
    case "service":
      return await runHere(serviceCommand, folder, "--out", out, ...options);
    case "survival": {
      const columns = ["--duration", "d", "--event", "e"];
      return await runHere(
        survivalCommand,
        `${CASES_FOLDER}${file}`,
        ...columns,
        ...options,
      );
    }
    default: {
      const built = `${out}/built`;
      await extract("build", folder, "--out", built);
      const studied = ["--extract", built, ...options];
      return command === "value"
        ? await runHere(valueCommand, ...studied)
        : await runHere(experienceCommand, ...studied, "--out", `${out}/studied`);
    }
  }
}

/** Sees that all words are said, one after the other. */
function assertSaid(said: string, says: readonly string[]): void {
  let from = 0;
  for (const words of says) {
    assertStringIncludes(said.slice(from), words);
    from = said.indexOf(words, from) + words.length;
  }
}

async function countsIn(out: string): Promise<[claims: number, members: number]> {
  const { active, withdrawals, manifest } = await readStatisticsExtract(out);
  const first = active.filter(({ month }) => month === manifest.firstMonth);
  const claims = sumSimple(withdrawals.map((row) => row.claims));
  const members = sumSimple(first.map((row) => row.members));
  return [Number(claims.toFixed(6)), Number(members.toFixed(6))];
}

/** Makes a test of each case. */
export function testCases(cases: readonly Case[]): void {
  for (const each of cases) {
    const called = [each.command, each.file, ...each.options ?? []].join(" ");
    Deno.test(`${called}: ${each.expected}`, async () => {
      const home = each.command === "survival"
        ? { folder: "", out: "" }
        : await copied(each.file);
      const { code, stdout, stderr, mapping = "" } = await run(each, home);
      const said = mapping + stdout + stderr;
      assertEquals(code, each.code ?? 0, said);
      assertNotMatch(said, / {4}at |\bNaN\b/);
      assertSaid(said.replaceAll(/\s+/g, " "), each.says ?? []);
      if (each.saysNothingOf !== undefined) assertNotMatch(mapping, each.saysNothingOf);
      if (each.findings !== undefined) {
        assertEquals((await findingsIn(home.out)).sort(), [...each.findings].sort());
      }
      if (each.counts !== undefined) {
        assertEquals(await countsIn(home.out), each.counts);
      }
    });
  }
}
